internal import GraphModel
internal import GraphStorage

/// Expressions that look into a value: properties, labels, elements.

/// `base.key`
final class PropertyExpression: BoundExpression, @unchecked Sendable {
  let base: BoundExpression
  let key: Int
  let keyName: String
  /// The slot, where the base is one.
  let baseSlot: Slot?
  init(_ base: BoundExpression, key: Int, keyName: String, at span: SourceSpan) {
    self.base = base
    self.key = key
    self.keyName = keyName
    baseSlot = (base as? SlotExpression)?.slot
    super.init(type: .any, at: span)
  }

  override func evaluate(_ row: Row, _ context: ExecutionContext) throws(KhoError) -> Value {
    try property(of: try base.evaluate(row, context), context)
  }

  private func property(
    of value: Value, _ context: ExecutionContext
  ) throws(KhoError) -> Value {
    switch value {
    case .node(let node):
      if let id = context.key(key) {
        let value = try context.transaction.property(id, of: node.id)
        if !value.isNull { return value }
      }
      try context.checkExists(node, at: span)
      return .null
    case .relationship(let relationship):
      if let id = context.key(key) {
        let value = try context.transaction.property(id, of: relationship.id)
        if !value.isNull { return value }
      }
      try context.checkExists(relationship, at: span)
      return .null
    default:
      do { return try Operations.property(of: value, named: keyName) } catch {
        throw error.located(at: span)
      }
    }
  }

  override func evaluate(_ batch: Batch, _ context: ExecutionContext) throws(KhoError) -> Column {
    guard let slot = baseSlot, batch.count > 1, !context.hasDeleted else {
      return try super.evaluate(batch, context)
    }
    switch batch.columns[slot] {
    case .nodes(let nodes):
      guard let id = context.key(key) else { return .constant(.null) }
      return try context.properties(id, of: nodes)
    case .relationships(let relationships):
      guard let id = context.key(key) else { return .constant(.null) }
      return Column(try context.transaction.properties(id, of: relationships))
    default:
      return try super.evaluate(batch, context)
    }
  }

  /// The key and the nodes of the rows, where it is a property of nodes that no update can have
  /// changed.
  func stored(in batch: Batch, _ context: ExecutionContext) -> (PropertyKeyID, [NodeID])? {
    guard let slot = baseSlot, !context.query.isWriting,
      case .nodes(let nodes) = batch.columns[slot], let id = context.key(key)
    else { return nil }
    return (id, nodes)
  }

  override var children: [BoundExpression] { [base] }
  override var isLiteral: Bool { base.isLiteral }
  override var isConstant: Bool { base.isConstant }
  override func isSame(as other: BoundExpression) -> Bool {
    guard let other = other as? PropertyExpression else { return false }
    return keyName == other.keyName && base.isSame(as: other.base)
  }
  override var text: String { base.text + "." + keyName }
}

/// A property of which an earlier predicate says that it equals a constant. Equal texts are the
/// same, of which nothing is read; an equal number may be another, as 1 and 1.0 are.
final class KnownPropertyExpression: BoundExpression, @unchecked Sendable {
  private let property: PropertyExpression
  private let constant: BoundExpression
  init(_ property: PropertyExpression, equalTo constant: BoundExpression) {
    self.property = property
    self.constant = constant
    super.init(type: property.type, at: property.span)
  }

  override func evaluate(_ row: Row, _ context: ExecutionContext) throws(KhoError) -> Value {
    let value = try constant.evaluate(row, context)
    if case .string = value { return value }
    return try property.evaluate(row, context)
  }

  override func evaluate(_ batch: Batch, _ context: ExecutionContext) throws(KhoError) -> Column {
    let value = try constant.evaluate(Row(batch: batch, index: 0), context)
    if case .string = value { return .constant(value) }
    return try property.evaluate(batch, context)
  }

  override var children: [BoundExpression] { [property] }
  override var text: String { property.text }
}

extension BoundExpression {
  /// The property of a variable that tells the value, where nothing else of a row does.
  final var onlyProperty: PropertyExpression? {
    var result: PropertyExpression?
    return find(&result) ? result : nil
  }

  /// Whether nothing but constants and `property` are in it, which is set at the first one.
  private func find(_ property: inout PropertyExpression?) -> Bool {
    switch self {
    case is LiteralExpression, is ParameterExpression: return true
    case let expression as PropertyExpression:
      guard expression.base is SlotExpression else { return false }
      if property == nil { property = expression }
      return property?.isSame(as: expression) == true
    case let call as FunctionExpression where !call.function.isDeterministic: return false
    case is CompoundExpression: return children.allSatisfy { $0.find(&property) }
    default: return false
    }
  }
}

extension Column {
  init(_ properties: PropertyVector) {
    switch properties {
    case .integers(let integers): self = .integers(integers)
    case .floats(let floats): self = .floats(floats)
    case .texts(let texts): self = .texts(texts)
    case .values(let values): self = .values(values)
    }
  }
}

extension ExecutionContext {
  /// Throws where the statement has deleted the node that it now asks something of.
  func checkExists(_ node: Node, at span: SourceSpan) throws(KhoError) {
    if hasDeleted, try !transaction.exists(node.id) {
      throw KhoError(
        .entityNotFound, "DeletedEntityAccess", "the node was deleted by this statement", at: span)
    }
  }

  func checkExists(_ relationship: Relationship, at span: SourceSpan) throws(KhoError) {
    if hasDeleted, try !transaction.exists(relationship.id) {
      throw KhoError(
        .entityNotFound, "DeletedEntityAccess", "the relationship was deleted by this statement",
        at: span)
    }
  }
}

/// `container[element]` of a list, map, node or relationship.
final class IndexExpression: BoundExpression, @unchecked Sendable {
  let base: BoundExpression
  let element: BoundExpression
  init(_ base: BoundExpression, _ element: BoundExpression, at span: SourceSpan) {
    self.base = base
    self.element = element
    super.init(type: .any, at: span)
  }
  override func evaluate(_ row: Row, _ context: ExecutionContext) throws(KhoError) -> Value {
    let container = try base.evaluate(row, context)
    let element = try self.element.evaluate(row, context)
    do {
      switch (container, element) {
      case (.node(let node), .string(let name)):
        guard let key = context.transaction.propertyKey(named: name) else { return .null }
        return try context.transaction.property(key, of: node.id)
      case (.relationship(let relationship), .string(let name)):
        guard let key = context.transaction.propertyKey(named: name) else { return .null }
        return try context.transaction.property(key, of: relationship.id)
      default:
        return try Operations.element(of: container, at: element)
      }
    } catch { throw error.located(at: span) }
  }
  override var children: [BoundExpression] { [base, element] }
  override var isLiteral: Bool { base.isLiteral && element.isLiteral }
  override var isConstant: Bool { base.isConstant && element.isConstant }
  override func isSame(as other: BoundExpression) -> Bool {
    guard let other = other as? IndexExpression else { return false }
    return base.isSame(as: other.base) && element.isSame(as: other.element)
  }
  override var text: String { "\(base.text)[\(element.text)]" }
}

/// `list[from..to]`
final class SliceExpression: BoundExpression, @unchecked Sendable {
  let list: BoundExpression
  let from: BoundExpression?
  let to: BoundExpression?
  init(_ list: BoundExpression, from: BoundExpression?, to: BoundExpression?, at span: SourceSpan) {
    self.list = list
    self.from = from
    self.to = to
    super.init(type: .list, at: span)
  }
  override func evaluate(_ row: Row, _ context: ExecutionContext) throws(KhoError) -> Value {
    let value = try list.evaluate(row, context)
    let low = try from?.evaluate(row, context)
    let high = try to?.evaluate(row, context)
    do { return try Operations.slice(value, from: low, to: high) } catch {
      throw error.located(at: span)
    }
  }
  override var children: [BoundExpression] { [list, from, to].compactMap { $0 } }
  override var isLiteral: Bool { children.allSatisfy(\.isLiteral) }
  override var isConstant: Bool { children.allSatisfy(\.isConstant) }
  override var text: String { "\(list.text)[\(from?.text ?? "")..\(to?.text ?? "")]" }
}

/// A label expression over name indexes: labels of a node, or the type of a relationship.
indirect enum LabelTest: Sendable {
  case name(Int)
  case all([LabelTest])
  case any([LabelTest])
  case not(LabelTest)
  case wildcard

  /// - Parameter has: whether the entity has the label (or type) with this name index.
  func matches(isLabelled: Bool, _ has: (Int) throws(KhoError) -> Bool) throws(KhoError) -> Bool {
    switch self {
    case .name(let index): return try has(index)
    case .all(let tests):
      for test in tests where try !test.matches(isLabelled: isLabelled, has) { return false }
      return true
    case .any(let tests):
      for test in tests where try test.matches(isLabelled: isLabelled, has) { return true }
      return false
    case .not(let test): return try !test.matches(isLabelled: isLabelled, has)
    case .wildcard: return isLabelled
    }
  }

  /// Name indexes that every match must have: what a label scan may start from.
  var required: [Int] {
    switch self {
    case .name(let index): [index]
    case .all(let tests): tests.flatMap(\.required)
    case .any, .not, .wildcard: []
    }
  }

  /// The alternatives, where the test is nothing but names joined by `|`: what an expansion can be
  /// limited to.
  var alternatives: [Int]? {
    switch self {
    case .name(let index): return [index]
    case .any(let tests):
      var result: [Int] = []
      for test in tests {
        guard let part = test.alternatives else { return nil }
        result += part.filter { !result.contains($0) }
      }
      return result
    case .all(let tests): return tests.count == 1 ? tests[0].alternatives : nil
    case .not, .wildcard: return nil
    }
  }
}

/// `n:A&B`, `r:T`
final class HasLabelsExpression: BoundExpression, @unchecked Sendable {
  let base: BoundExpression
  /// The test over label names, and the same over type names: the value decides.
  let labels: LabelTest
  let types: LabelTest
  let testText: String
  init(
    _ base: BoundExpression, labels: LabelTest, types: LabelTest, text: String, at span: SourceSpan
  ) {
    self.base = base
    self.labels = labels
    self.types = types
    testText = text
    super.init(type: .boolean, at: span)
  }
  override func evaluate(_ row: Row, _ context: ExecutionContext) throws(KhoError) -> Value {
    switch try base.evaluate(row, context) {
    case .null: return .null
    case .node(let node): return .boolean(try matches(node.id, context))
    case .relationship(let relationship):
      guard let type = try context.transaction.endpoints(of: relationship.id)?.type else {
        return .null
      }
      return .boolean(try types.matches(isLabelled: true) { context.type($0) == type })
    case let other:
      throw KhoError(
        .typeError, "InvalidArgumentType",
        "expected a node or relationship before a label, found \(other.typeName)", at: span)
    }
  }
  override func select(_ batch: Batch, _ context: ExecutionContext) throws(KhoError) -> [Int32] {
    guard case .name(let index) = labels, let slot = (base as? SlotExpression)?.slot,
      case .nodes(let nodes) = batch.columns[slot]
    else { return try super.select(batch, context) }
    guard let label = context.label(index) else { return [] }
    return try context.transaction.rows(of: nodes, with: label)
  }
  func matches(_ node: NodeID, _ context: ExecutionContext) throws(KhoError) -> Bool {
    if case .name(let index) = labels {
      guard let label = context.label(index) else { return false }
      return try context.transaction.hasLabel(node, label)
    }
    let isLabelled = try !context.transaction.labels(of: node).isEmpty
    return try labels.matches(isLabelled: isLabelled) { (index) throws(KhoError) -> Bool in
      guard let label = context.label(index) else { return false }
      return try context.transaction.hasLabel(node, label)
    }
  }
  override var children: [BoundExpression] { [base] }
  override var text: String { "\(base.text):\(testText)" }
}
