internal import CypherSyntax
internal import GraphModel
internal import GraphStorage

/// Expressions that build or choose values: lists, maps, CASE, functions.

/// `[a, b]`
final class ListExpression: CompoundExpression, @unchecked Sendable {
  override var elementType: TypeSet {
    operands.reduce(into: TypeSet.none) { $0.formUnion($1.type) }
  }
  override func evaluate(_ row: Row, _ context: ExecutionContext) throws(KhoError) -> Value {
    var elements: [Value] = []
    elements.reserveCapacity(operands.count)
    for operand in operands { elements.append(try operand.evaluate(row, context)) }
    return .list(elements)
  }
  override var text: String { "[" + operands.map(\.text).joined(separator: ", ") + "]" }
}

/// `{a: 1, b: 2}`
final class MapExpression: CompoundExpression, @unchecked Sendable {
  let keys: [String]
  /// The keys among the statement's names.
  let keyIndexes: [Int]
  let hasDistinctKeys: Bool
  /// Indexes of the entries, by key and then as they are written.
  private let order: [Int]
  init(_ keys: [String], _ keyIndexes: [Int], _ values: [BoundExpression], at span: SourceSpan) {
    self.keys = keys
    self.keyIndexes = keyIndexes
    let order = keys.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
    hasDistinctKeys = zip(order, order.dropFirst()).allSatisfy { keys[$0] != keys[$1] }
    self.order = order
    super.init(values, type: .map, at: span)
  }
  override func evaluate(_ row: Row, _ context: ExecutionContext) throws(KhoError) -> Value {
    var values: [Value] = []
    values.reserveCapacity(keys.count)
    for operand in operands { values.append(try operand.evaluate(row, context)) }
    return .map(ValueMap(order.map { (keys[$0], values[$0]) }))
  }
  override var signature: String { keys.joined(separator: "\u{0}") }
  override var text: String {
    "{" + zip(keys, operands).map { "\($0): \($1.text)" }.joined(separator: ", ") + "}"
  }
}

/// `base {.*, key: expression}`: all properties of the base where asked for, then the entries over
/// them.
final class MapProjectionExpression: BoundExpression, @unchecked Sendable {
  let base: BoundExpression
  let includesAll: Bool
  let keys: [String]
  let values: [BoundExpression]
  init(
    _ base: BoundExpression, includesAll: Bool, keys: [String], values: [BoundExpression],
    at span: SourceSpan
  ) {
    self.base = base
    self.includesAll = includesAll
    self.keys = keys
    self.values = values
    super.init(type: .map, at: span)
  }
  override func evaluate(_ row: Row, _ context: ExecutionContext) throws(KhoError) -> Value {
    let value = try base.evaluate(row, context)
    if value.isNull { return .null }
    var entries: [ValueMap.Element] = []
    if includesAll {
      guard let properties = try context.storedProperties(of: value) else {
        throw KhoError(
          .typeError, "InvalidArgumentType",
          "expected a node, relationship or map before {, found \(value.typeName)", at: span)
      }
      entries += properties.map { ($0.key, $0.value) }
    }
    for (key, operand) in zip(keys, values) {
      entries.append((key, try operand.evaluate(row, context)))
    }
    return .map(ValueMap(entries))
  }
  override var children: [BoundExpression] { [base] + values }
  override var text: String {
    let entries = zip(keys, values).map { "\($0): \($1.text)" }
    return "\(base.text) {" + ((includesAll ? [".*"] : []) + entries).joined(separator: ", ") + "}"
  }
}

extension FunctionContext {
  /// The properties of a node, relationship or map as a map; nil for other values. Of what is
  /// deleted there are none.
  func storedProperties(of value: Value) throws(KhoError) -> ValueMap? {
    switch value {
    case .map(let map): map
    case .node(let node): named(try transaction.properties(of: node.id))
    case .relationship(let relationship): named(try transaction.properties(of: relationship.id))
    default: nil
    }
  }

  private func named(_ properties: [(key: PropertyKeyID, value: Value)]) -> ValueMap {
    ValueMap(properties.map { (key: transaction.name(of: $0.key), value: $0.value) })
  }
}

/// CASE in both forms. In the simple form conditions are compared with the operand, or are
/// predicates on it.
final class CaseExpression: BoundExpression, @unchecked Sendable {
  struct Condition: Sendable {
    var expression: BoundExpression
    /// Whether it is true or false itself, and not compared with the operand.
    var isPredicate: Bool
  }
  struct Branch: Sendable {
    var conditions: [Condition]
    var result: BoundExpression
  }
  let operand: BoundExpression?
  /// The variable that predicates on the operand read.
  let local: Int?
  let branches: [Branch]
  let otherwise: BoundExpression?
  init(
    operand: BoundExpression?, local: Int?, branches: [Branch], otherwise: BoundExpression?,
    at span: SourceSpan
  ) {
    self.operand = operand
    self.local = local
    self.branches = branches
    self.otherwise = otherwise
    var type = otherwise?.type ?? .none
    for branch in branches { type.formUnion(branch.result.type) }
    super.init(type: type, at: span)
  }
  override func evaluate(_ row: Row, _ context: ExecutionContext) throws(KhoError) -> Value {
    let value = try operand?.evaluate(row, context)
    if let local, let value { context.tree.locals[local] = value }
    for branch in branches {
      for condition in branch.conditions {
        let isMatch: Bool?
        if let value, !condition.isPredicate {
          isMatch = value.equals(try condition.expression.evaluate(row, context))
        } else {
          isMatch = try condition.expression.truth(row, context)
        }
        if isMatch == true { return try branch.result.evaluate(row, context) }
      }
    }
    return try otherwise?.evaluate(row, context) ?? .null
  }
  override func evaluate(_ batch: Batch, _ context: ExecutionContext) throws(KhoError) -> Column {
    if isConstant || batch.count == 1 || local != nil { return try super.evaluate(batch, context) }
    let value = try operand?.evaluate(batch, context)
    var values = Array(repeating: Value.null, count: batch.count)
    // Each condition sees the rows for which none before it was true.
    var left = (0..<Int32(batch.count)).map { $0 }
    func set(_ result: BoundExpression, _ rows: [Int32]) throws(KhoError) {
      if rows.isEmpty { return }
      let part = batch.selected(rows)
      let column = try result.evaluate(part, context)
      for (index, row) in rows.enumerated() { values[Int(row)] = column.value(at: index) }
    }
    for branch in branches {
      for condition in branch.conditions where !left.isEmpty {
        let part = batch.selected(left)
        let column = try condition.expression.evaluate(part, context)
        var (matching, others): ([Int32], [Int32]) = ([], [])
        for (index, row) in left.enumerated() {
          let isMatch =
            if let value, !condition.isPredicate {
              value.value(at: Int(row)).equals(column.value(at: index))
            } else {
              try condition.expression.truth(of: column.value(at: index))
            }
          if isMatch == true { matching.append(row) } else { others.append(row) }
        }
        try set(branch.result, matching)
        left = others
      }
    }
    if let otherwise { try set(otherwise, left) }
    return .values(values)
  }
  override var children: [BoundExpression] {
    [operand, otherwise].compactMap { $0 } + branches.flatMap {
        $0.conditions.map(\.expression) + [$0.result]
      }
  }
  override var isLiteral: Bool { children.allSatisfy(\.isLiteral) }
  override var isConstant: Bool { children.allSatisfy(\.isConstant) }
  override var text: String { "CASE …" }
}

/// A call of a function of the library.
final class FunctionExpression: CompoundExpression, @unchecked Sendable {
  let function: ScalarFunction
  init(_ function: ScalarFunction, _ arguments: [BoundExpression], at span: SourceSpan) {
    self.function = function
    super.init(arguments, type: function.result, at: span)
  }
  override func evaluate(_ row: Row, _ context: ExecutionContext) throws(KhoError) -> Value {
    var arguments: [Value] = []
    arguments.reserveCapacity(operands.count)
    for operand in operands {
      let value = try operand.evaluate(row, context)
      if function.isNullPropagating, value.isNull { return .null }
      arguments.append(value)
    }
    do { return try function.body(context, arguments) } catch {
      throw error.located(at: span)
    }
  }
  /// Column after column; a row whose argument is null is not asked for the next where that tells
  /// the result.
  override func evaluate(_ batch: Batch, _ context: ExecutionContext) throws(KhoError) -> Column {
    guard batch.count > 1, !operands.isEmpty, !isConstant else {
      return try super.evaluate(batch, context)
    }
    var part = batch
    // Of the rows that are left, where these are not all.
    var rows: [Int32]?
    var columns: [Column] = []
    for operand in operands {
      let column = try operand.evaluate(part, context)
      columns.append(column)
      guard function.isNullPropagating else { continue }
      let there = [Int32](rows: part.count) { !column.isNull(at: $0) }
      if there.count == part.count { continue }
      rows = rows.map { rows in there.map { rows[Int($0)] } } ?? there
      part = part.gathered(there)
      columns = columns.map { $0.gathered(there) }
    }
    var values: [Value] = []
    values.reserveCapacity(batch.count)
    var arguments = columns.map { _ in Value.null }
    for row in 0..<part.count {
      for index in columns.indices { arguments[index] = columns[index].value(at: row) }
      do { values.append(try function.body(context, arguments)) } catch {
        throw error.located(at: span)
      }
    }
    guard let rows else { return .values(values) }
    var all = Array(repeating: Value.null, count: batch.count)
    for (row, value) in zip(rows, values) { all[Int(row)] = value }
    return .values(all)
  }
  override var isLiteral: Bool { function.isDeterministic && super.isLiteral }
  override var isConstant: Bool { function.isDeterministic && super.isConstant }
  override var signature: String { function.name }
  override func isSame(as other: BoundExpression) -> Bool {
    function.isDeterministic && super.isSame(as: other)
  }
  override var text: String {
    "\(function.displayName)(\(operands.map(\.text).joined(separator: ", ")))"
  }
}
