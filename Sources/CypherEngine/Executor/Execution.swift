package import GraphModel
internal import CypherSyntax
internal import GraphStorage

/// A running query: rows on demand, and what is known of the run.
package final class Execution {
  private let query: PreparedQuery
  private let context: ExecutionContext
  private let tree: OperatorTree
  /// Batches of a query that writes, which has run to its end; the next one last.
  private var finished: [Batch]?
  private var current: Batch?
  private var row = 0
  private var rowCount = 0
  private var isDone = false

  init(
    _ query: PreparedQuery, parameters: [String: Value], in transaction: GraphTransaction,
    limits: Limits
  ) throws(KhoError) {
    self.query = query
    tree = query.takeTree()
    context = ExecutionContext(
      transaction: transaction, parameters: parameters, limits: limits, tree: tree,
      isProfiling: query.mode == .profile)
    if query.mode == .explain { return }
    if case .schema(let command) = query.content {
      try command.run(context)
      isDone = true
      return
    }
    try tree.root.open(context)
    if query.isWriting || columns.isEmpty {
      var batches: [Batch] = []
      while let batch = try tree.root.next(context) {
        try context.charge(bytes: batch.sizeInBytes)
        batches.append(batch)
      }
      finished = batches.reversed()
    }
  }

  deinit {
    if isDone { query.giveBack(tree) }
  }

  package var columns: [String] { query.columns }
  /// Warnings: an unknown label, type or property key …
  package var notifications: [Notification] { query.notifications }

  /// The next row, or nil at the end. Nodes, relationships and paths come with labels and properties.
  package func next() throws(KhoError) -> [Value]? {
    while true {
      if let batch = current, row < batch.count {
        defer { row += 1 }
        var values: [Value] = []
        values.reserveCapacity(tree.columns.count)
        for slot in tree.columns {
          values.append(try context.hydrated(batch.columns[slot].value(at: row)))
        }
        rowCount += 1
        if let limit = context.limits.rows, rowCount > limit {
          throw KhoError(
            .limitExceeded, "RowLimit", "the query returns more than \(limit) rows")
        }
        return values
      }
      guard query.mode != .explain, let batch = try nextBatch() else {
        current = nil
        isDone = true
        return nil
      }
      current = batch
      row = 0
    }
  }

  private func nextBatch() throws(KhoError) -> Batch? {
    if finished != nil { return finished?.popLast() }
    return isDone ? nil : try tree.root.next(context)
  }

  /// What was changed so far.
  package var counters: UpdateCounters { context.counters }

  /// The plan, for EXPLAIN and (with rows and times, complete at the end) PROFILE.
  package var plan: PlanDescription? {
    switch query.mode {
    case .run: nil
    case .explain: tree.root.description(isProfiling: false)
    case .profile: tree.root.description(isProfiling: true)
    }
  }
}

extension ExecutionContext {
  /// A value as it leaves the engine: entities with labels, types and properties.
  func hydrated(_ value: Value) throws(KhoError) -> Value {
    switch value {
    case .node(let node): return .node(try hydrated(node))
    case .relationship(let relationship): return .relationship(try hydrated(relationship))
    case .path(let path):
      var nodes: [Node] = []
      for node in path.nodes { nodes.append(try hydrated(node)) }
      var relationships: [Relationship] = []
      for relationship in path.relationships { relationships.append(try hydrated(relationship)) }
      return .path(Path(nodes: nodes, relationships: relationships))
    case .list(let elements):
      guard elements.contains(where: \.mayHoldEntities) else { return value }
      var result: [Value] = []
      result.reserveCapacity(elements.count)
      for element in elements { result.append(try hydrated(element)) }
      return .list(result)
    case .map(let map):
      guard map.contains(where: { $0.value.mayHoldEntities }) else { return value }
      var result: [ValueMap.Element] = []
      for (key, value) in map { result.append((key, try hydrated(value))) }
      return .map(ValueMap(result))
    default: return value
    }
  }

  private func hydrated(_ node: Node) throws(KhoError) -> Node {
    var labels: [String] = []
    for label in try transaction.labels(of: node.id) { labels.append(transaction.name(of: label)) }
    let properties = try storedProperties(of: .node(node)) ?? ValueMap()
    return Node(id: node.id, labels: labels.sorted(), properties: properties)
  }

  private func hydrated(_ relationship: Relationship) throws(KhoError) -> Relationship {
    guard let ends = try transaction.endpoints(of: relationship.id) else { return relationship }
    let properties = try storedProperties(of: .relationship(relationship)) ?? ValueMap()
    return Relationship(
      id: relationship.id, type: transaction.name(of: ends.type), start: ends.source,
      end: ends.target, properties: properties)
  }
}

extension Value {
  fileprivate var mayHoldEntities: Bool {
    switch self {
    case .node, .relationship, .path, .list, .map: true
    default: false
    }
  }
}
