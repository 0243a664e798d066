internal import GraphModel
internal import GraphStorage

/// A variable-length expansion of which only the nodes reached matter, not how often and by which
/// trails: a breadth-first search from each row's node, which meets every node once.
///
/// A node that a trail of at most n relationships leads to is also reached by a path of at most n
/// without repetition. That holds from a length of 0 on, and from 1 on where relationships are
/// followed in one direction: only then a walk back to the start is a trail.
final class ReachableExpand: FlatMap {
  private let plan: ExpandPlan
  private let length: BoundLength
  private let conditions: RelationshipConditions
  private let uniqueness: UniquenessCheck
  private var row = 0
  private var isRowOpen = false
  private var wanted = RelationshipConditions.Wanted()
  private var visited = NodeSet()
  private var touched: [NodeID] = []
  private var frontier: [NodeID] = []
  private var next: [NodeID] = []
  private var position = ExpansionPosition()
  private var depth = 0
  /// The frontier, where it is large.
  private var level = NodeSet()
  /// Whether the nodes not yet visited are asked for a neighbour in the frontier.
  private var isBackward = false
  private static let smallestSortedCount = 1_024

  init(_ input: Operator, carried: [Slot], plan: ExpandPlan, length: VariableLengthPlan) {
    self.plan = plan
    self.length = length.length
    conditions = RelationshipConditions(length)
    uniqueness = UniquenessCheck(slots: plan.distinctFrom)
    super.init(input, carried: carried)
  }
  override var name: String { "BreadthFirstExpand" }
  override var details: String { plan.text }

  static func isApplicable(_ plan: ExpandPlan, _ length: BoundLength) -> Bool {
    length.lower == 0 || length.lower == 1 && plan.direction != .either
  }

  override func begin(_ batch: Batch, _ context: ExecutionContext) {
    row = 0
    isRowOpen = false
  }

  override func fill(_ batch: Batch, _ context: ExecutionContext) throws(KhoError) -> Rows? {
    if row >= batch.count { return nil }
    let types = context.types(plan.types)
    let target = batch.columns[plan.to]
    let checksRelationships = !uniqueness.slots.isEmpty || !conditions.isEmpty
    var origins: [Int32] = []
    var nodes: [NodeID] = []
    var expansion = Expansion()
    while row < batch.count, nodes.count < context.batchCapacity {
      try context.checkLimits()
      if !isRowOpen {
        guard try open(batch, context) else {
          row += 1
          continue
        }
        if length.lower == 0, !plan.isInto || target.node(at: row) == frontier[0] {
          origins.append(Int32(row))
          nodes.append(frontier[0])
        }
      }
      var isDone = frontier.isEmpty || length.upper.map { depth >= $0 } ?? false
      if !isDone {
        let before = nodes.count
        if let types, isBackward {
          try context.transaction.reach(
            towards: level, types: types, direction: plan.direction.reversed.storage,
            reached: &visited, position: &position, limit: context.batchCapacity, to: &nodes)
        } else if let types, !checksRelationships {
          try context.transaction.reach(
            from: frontier, types: types, direction: plan.direction.storage, reached: &visited,
            position: &position, limit: context.batchCapacity, to: &nodes)
        } else {
          expansion.removeAll()
          try context.transaction.expand(
            frontier, types: types, direction: plan.direction.storage, leavingOut: visited,
            needsRelationships: checksRelationships, position: &position,
            limit: context.batchCapacity, to: &expansion)
          try visit(expansion, batch, context, checksRelationships, to: &nodes)
        }
        touched.append(contentsOf: nodes[before...])
        next.append(contentsOf: nodes[before...])
        if plan.isInto {
          let isFound = nodes[before...].contains(target.node(at: row))
          nodes.removeLast(nodes.count - before)
          if isFound { nodes.append(target.node(at: row)) }
          isDone = isFound
        }
        origins.append(contentsOf: repeatElement(Int32(row), count: nodes.count - before))
        if position.isFinished { descend(checksRelationships ? nil : types, context) }
      }
      if isDone {
        isRowOpen = false
        row += 1
      }
    }
    return Rows(origins: origins, slot: plan.to, .nodes(nodes))
  }

  /// Starts the search of a row; false where it has no start or its conditions hold nowhere.
  private func open(_ batch: Batch, _ context: ExecutionContext) throws(KhoError) -> Bool {
    let start = batch.columns[plan.from].node(at: row)
    guard start != .none, let wanted = try conditions.wanted(Row(batch: batch, index: row), context)
    else { return false }
    self.wanted = wanted
    visited.remove(contentsOf: touched)
    touched.removeAll(keepingCapacity: true)
    if length.lower == 0 {
      visited.insert(id: start.rawValue)
      touched.append(start)
    }
    frontier = [start]
    next = []
    position = ExpansionPosition()
    depth = 0
    isBackward = false
    isRowOpen = true
    return true
  }

  /// - Parameter types: nil where relationships must be looked at one by one.
  private func descend(_ types: [RelationshipTypeID]?, _ context: ExecutionContext) {
    swap(&frontier, &next)
    next.removeAll(keepingCapacity: true)
    isBackward = false
    if frontier.count > max(Self.smallestSortedCount, context.transaction.nodeIDCount >> 6) {
      level.removeAll()
      level.insert(contentsOf: frontier)
      isBackward = types.map { isBackwardShorter($0, context) } ?? false
      // Lists of neighbouring nodes lie side by side.
      if !isBackward { frontier = level.nodes }
    } else if frontier.count > Self.smallestSortedCount {
      frontier.sort()
    }
    position = ExpansionPosition()
    depth += 1
  }

  /// Whether fewer entries are looked at from the nodes not yet visited, until one leads to the
  /// frontier, than from the frontier (Beamer, Asanović and Patterson: Direction-Optimizing
  /// Breadth-First Search), as far as averages tell.
  private func isBackwardShorter(
    _ types: [RelationshipTypeID], _ context: ExecutionContext
  ) -> Bool {
    let nodeCount = Double(context.transaction.nodeIDCount)
    let relationshipCount = types.reduce(0) {
      $0 + context.transaction.relationshipCount(type: $1)
    }
    let degree = Double(relationshipCount) / nodeCount
    let looks = min(degree, nodeCount / Double(frontier.count))
    return (nodeCount - Double(touched.count)) * (2 + looks) + nodeCount / 16
      < Double(frontier.count) * (2 + degree)
  }

  /// Appends the nodes not visited before.
  private func visit(
    _ expansion: Expansion, _ batch: Batch, _ context: ExecutionContext,
    _ checksRelationships: Bool, to nodes: inout [NodeID]
  ) throws(KhoError) {
    var visited = visited
    self.visited = NodeSet()
    defer { self.visited = visited }
    for (index, node) in expansion.neighbours.enumerated()
    where !visited.contains(id: node.rawValue) {
      if checksRelationships {
        let relationship = expansion.relationships[index]
        guard uniqueness.isNew(relationship, batch, row),
          try conditions.hold(relationship, wanted, context)
        else { continue }
      }
      visited.insert(id: node.rawValue)
      nodes.append(node)
    }
  }
}
