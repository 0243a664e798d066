internal import GraphModel
internal import GraphStorage

/// Operators that change the graph.

/// An update sees all its input before it changes anything, and is done before anything reads on
/// (openCypher: state visibility between clauses, CIP2015-10-27).
class UpdateOperator: UnaryOperator {
  private var results: [Batch]?
  override final var holdsRows: Bool { true }
  override func open(_ context: ExecutionContext) throws(KhoError) {
    results = nil
    try super.open(context)
  }
  override func close() {
    results = nil
    super.close()
  }

  override final func produce(_ context: ExecutionContext) throws(KhoError) -> Batch? {
    var waiting: [Batch]
    if let results {
      waiting = results
    } else {
      waiting = try drain(context)
      try update(&waiting, context)
      waiting.reverse()
    }
    let batch = waiting.popLast()
    results = waiting
    return batch
  }

  /// Changes the graph for all rows, and the rows where it adds to them.
  func update(_ batches: inout [Batch], _ context: ExecutionContext) throws(KhoError) {
    for index in batches.indices {
      try context.checkLimits()
      try update(&batches[index], context)
    }
    batches.removeAll { $0.count == 0 }
  }

  func update(_ batch: inout Batch, _ context: ExecutionContext) throws(KhoError) {}
}

/// CREATE
final class CreatePattern: UpdateOperator {
  private let plan: BoundCreate
  init(_ input: Operator, _ plan: BoundCreate) {
    self.plan = plan
    super.init(input)
  }
  override var name: String { "Create" }
  override func update(_ batch: inout Batch, _ context: ExecutionContext) throws(KhoError) {
    try plan.run(on: &batch, context, isMerge: false)
  }
}

extension BoundCreate {
  /// Creates the pattern once for each row, in the rows' order, and fills its slots.
  func run(
    on batch: inout Batch, _ context: ExecutionContext, isMerge: Bool
  ) throws(KhoError) {
    if batch.count > 1, readsItself {
      var rows: [Batch] = []
      for index in 0..<batch.count {
        var row = batch.gathered([Int32(index)])
        try run(on: &row, context, isMerge: isMerge)
        rows.append(row)
      }
      batch = Batch.concatenated(rows) ?? batch
      return
    }
    for element in elements {
      switch element {
      case .node(let node): try create(node, on: &batch, context, isMerge: isMerge)
      case .relationship(let relationship):
        try create(relationship, on: &batch, context, isMerge: isMerge)
      }
    }
    for path in paths { batch.columns[path.slot] = try path.path.evaluate(batch, context) }
  }

  private func create(
    _ node: Node, on batch: inout Batch, _ context: ExecutionContext, isMerge: Bool
  ) throws(KhoError) {
    var labels: [LabelID] = []
    for label in node.labels {
      let id = try context.makeLabel(label)
      if !labels.contains(id) { labels.append(id) }
    }
    var made: [NodeID] = []
    made.reserveCapacity(batch.count)
    for index in 0..<batch.count {
      let properties = try context.propertyList(
        node.properties, Row(batch: batch, index: index), isMerge: isMerge)
      do {
        made.append(try context.transaction.createNode(labels: labels, properties: properties))
      } catch { throw error.located(at: node.properties?.span) }
      context.counters.nodesCreated += 1
      context.counters.labelsAdded += labels.count
      context.counters.propertiesSet += properties.count
    }
    batch.columns[node.slot] = .nodes(made)
  }

  private func create(
    _ relationship: Relationship, on batch: inout Batch, _ context: ExecutionContext,
    isMerge: Bool
  ) throws(KhoError) {
    let type = try context.makeType(relationship.type)
    var made: [RelationshipID] = []
    made.reserveCapacity(batch.count)
    for index in 0..<batch.count {
      let properties = try context.propertyList(
        relationship.properties, Row(batch: batch, index: index), isMerge: isMerge)
      let from = batch.columns[relationship.from].node(at: index)
      let to = batch.columns[relationship.to].node(at: index)
      guard from != .none, to != .none else {
        throw KhoError(
          .entityNotFound, "MissingNode",
          "a relationship cannot be created: the node at its end is null")
      }
      do {
        made.append(
          try context.transaction.createRelationship(
            type: type, from: from, to: to, properties: properties))
      } catch { throw error.located(at: relationship.properties?.span) }
      context.counters.relationshipsCreated += 1
      context.counters.propertiesSet += properties.count
    }
    batch.columns[relationship.slot] = .relationships(made)
  }
}

extension ExecutionContext {
  /// The properties that a map gives, without its nulls. In MERGE a null is an error: nothing could
  /// ever match it.
  func propertyList(
    _ expression: BoundExpression?, _ row: Row, isMerge: Bool
  ) throws(KhoError) -> [(key: PropertyKeyID, value: Value)] {
    guard let expression else { return [] }
    var result: [(key: PropertyKeyID, value: Value)] = []
    func isProperty(_ value: Value, _ key: @autoclosure () -> String) throws(KhoError) -> Bool {
      if value.isNull, isMerge {
        throw KhoError(
          .semanticError, "MergeReadOwnWrites",
          "MERGE cannot look for a property that is null: '\(key())'", at: expression.span)
      }
      try value.checkNesting(at: expression.span)
      return !value.isNull
    }
    if let map = expression as? MapExpression, map.hasDistinctKeys {
      result.reserveCapacity(map.keys.count)
      for index in map.keyIndexes.indices {
        let value = try map.operands[index].evaluate(row, self)
        guard try isProperty(value, map.keys[index]) else { continue }
        result.append((try makeKey(map.keyIndexes[index]), value))
      }
      return result
    }
    let map = try expression.evaluate(row, self)
    if map.isNull { return [] }
    guard let map = try storedProperties(of: map) else {
      throw KhoError(
        .typeError, "InvalidArgumentType", "expected a map of properties, found \(map.typeName)",
        at: expression.span)
    }
    result.reserveCapacity(map.count)
    for (key, value) in map where try isProperty(value, key) {
      result.append((try transaction.makePropertyKey(key), value))
    }
    return result
  }
}

/// MERGE: per row what matches, else what is created. Rows see what earlier rows created.
final class MergePattern: UpdateOperator {
  private let plan: MergePlan
  private let inner: Operator
  private let argument: ArgumentRows
  init(_ input: Operator, _ plan: MergePlan, inner: Operator, argument: ArgumentRows) {
    self.plan = plan
    self.inner = inner
    self.argument = argument
    super.init(input)
  }
  override var name: String { "Merge" }
  override var inputs: [Operator] { [input, inner] }

  override func update(_ batch: inout Batch, _ context: ExecutionContext) throws(KhoError) {
    var results: [Batch] = []
    for index in 0..<batch.count {
      try context.tick()
      var row = batch.gathered([Int32(index)])
      argument.batch = row
      try inner.open(context)
      var found: [Batch] = []
      while let match = try inner.next(context) { found.append(match) }
      if let matches = Batch.concatenated(found) {
        var rows = batch.gathered(Array(repeating: Int32(index), count: matches.count))
        for slot in plan.made { rows.columns[slot] = matches.columns[slot] }
        try plan.onMatch.run(on: rows, context)
        results.append(rows)
      } else {
        try plan.create.run(on: &row, context, isMerge: true)
        try plan.onCreate.run(on: row, context)
        results.append(row)
      }
    }
    batch = Batch.concatenated(results) ?? Batch(count: 0, columns: batch.columns)
  }
}

/// DELETE: what all rows name, relationships before nodes.
final class Delete: UpdateOperator {
  private let expressions: [BoundExpression]
  private let isDetaching: Bool
  init(_ input: Operator, _ expressions: [BoundExpression], isDetaching: Bool) {
    self.expressions = expressions
    self.isDetaching = isDetaching
    super.init(input)
  }
  override var name: String { isDetaching ? "DetachDelete" : "Delete" }
  override var details: String { expressions.map(\.text).joined(separator: ", ") }

  override func update(_ batches: inout [Batch], _ context: ExecutionContext) throws(KhoError) {
    var nodes: Set<NodeID> = []
    var relationships: Set<RelationshipID> = []
    for batch in batches {
      for index in 0..<batch.count {
        try context.tick()
        for expression in expressions {
          switch try expression.evaluate(Row(batch: batch, index: index), context) {
          case .null: break
          case .node(let node): nodes.insert(node.id)
          case .relationship(let relationship): relationships.insert(relationship.id)
          case .path(let path):
            nodes.formUnion(path.nodes.map(\.id))
            relationships.formUnion(path.relationships.map(\.id))
          case let other:
            throw KhoError(
              .typeError, "InvalidArgumentType",
              "expected a node, relationship or path to delete, found \(other.typeName)",
              at: expression.span)
          }
        }
      }
    }
    if nodes.isEmpty, relationships.isEmpty { return }
    context.hasDeleted = true
    let sorted = nodes.sorted()
    if isDetaching {
      var expansion = Expansion()
      for node in sorted {
        try context.tick()
        try context.transaction.expand(node, types: nil, direction: .either, to: &expansion)
      }
      relationships.formUnion(expansion.relationships)
    }
    for relationship in relationships.sorted()
    where try context.transaction.exists(relationship) {
      try context.tick()
      try context.transaction.delete(relationship)
      context.counters.relationshipsDeleted += 1
    }
    for node in sorted where try context.transaction.exists(node) {
      try context.tick()
      do { try context.transaction.delete(node) } catch {
        throw error.located(at: expressions.first?.span)
      }
      context.counters.nodesDeleted += 1
    }
  }
}

/// FOREACH: updates for each element of a list; rows pass as they were.
final class Foreach: UpdateOperator {
  private let list: BoundExpression
  private let slot: Slot
  private let body: Operator
  private let argument: ArgumentRows
  init(_ input: Operator, list: BoundExpression, slot: Slot, body: Operator, argument: ArgumentRows)
  {
    self.list = list
    self.slot = slot
    self.body = body
    self.argument = argument
    super.init(input)
  }
  override var name: String { "Foreach" }
  override var details: String { list.text }
  override var inputs: [Operator] { [input, body] }

  override func update(_ batch: inout Batch, _ context: ExecutionContext) throws(KhoError) {
    for index in 0..<batch.count {
      let elements: [Value]
      switch try list.evaluate(Row(batch: batch, index: index), context) {
      case .null: continue
      case .list(let list): elements = list
      case let single: elements = [single]
      }
      if elements.isEmpty { continue }
      var rows = batch.gathered(Array(repeating: Int32(index), count: elements.count))
      rows.columns[slot] = .values(elements)
      argument.batch = rows
      try body.open(context)
      while try body.next(context) != nil {}
    }
  }
}
