internal import GraphModel
internal import GraphStorage

/// One or all shortest paths between two nodes, by breadth-first search from both ends at once.
final class ShortestPath: FlatMap {
  private let plan: ExpandPlan
  private let length: VariableLengthPlan
  private let conditions: RelationshipConditions
  private let path: Slot?
  private let findsAll: Bool
  private var row = 0

  init(
    _ input: Operator, carried: [Slot], plan: ExpandPlan, length: VariableLengthPlan, path: Slot?,
    findsAll: Bool
  ) {
    self.plan = plan
    self.length = length
    self.path = path
    self.findsAll = findsAll
    conditions = RelationshipConditions(length)
    super.init(input, carried: carried)
  }
  override var name: String { "ShortestPath" }
  override var details: String { plan.text }
  override func begin(_ batch: Batch, _ context: ExecutionContext) { row = 0 }

  override func fill(_ batch: Batch, _ context: ExecutionContext) throws(KhoError) -> Rows? {
    if row >= batch.count { return nil }
    var origins: [Int32] = []
    var lists: [Value] = []
    var paths: [Value] = []
    while row < batch.count, origins.count < context.batchCapacity {
      let from = batch.columns[plan.from].node(at: row)
      let to = batch.columns[plan.to].node(at: row)
      if from != .none, to != .none,
        let wanted = try conditions.values(Row(batch: batch, index: row), context)
      {
        for found in try search(from, to, wanted, context) {
          origins.append(Int32(row))
          lists.append(.list(found.relationships.map { .relationship($0) }))
          paths.append(.path(found))
        }
      }
      row += 1
    }
    var columns: [(slot: Slot, column: Column)] = [(plan.relationship, .values(lists))]
    if let path { columns.append((path, .values(paths))) }
    return Rows(origins: origins, columns: columns)
  }

  /// One end's side of the search.
  private struct Side {
    typealias Link = (node: NodeID, relationship: RelationshipID)
    var direction: Direction
    var frontier: [NodeID]
    var depth = 0
    /// By node: its depth, and the links of shortest paths back to the end.
    var links: [NodeID: (depth: Int, back: [Link])]
    init(_ node: NodeID, _ direction: Direction) {
      self.direction = direction
      frontier = [node]
      links = [node: (0, [])]
    }
  }

  private func search(
    _ from: NodeID, _ to: NodeID, _ wanted: [Value], _ context: ExecutionContext
  ) throws(KhoError) -> [Path] {
    if from == to {
      return length.length.lower == 0 ? [Path(nodes: [Node(from)], relationships: [])] : []
    }
    let types = context.types(plan.types)
    var sides = (
      Side(from, plan.direction.storage), Side(to, plan.direction.reversed.storage)
    )
    let upper = length.length.upper ?? .max
    while !sides.0.frontier.isEmpty, !sides.1.frontier.isEmpty,
      sides.0.depth + sides.1.depth < upper
    {
      let meeting: [NodeID]
      if sides.0.frontier.count <= sides.1.frontier.count {
        meeting = try advance(&sides.0, towards: sides.1, types, wanted, context)
      } else {
        meeting = try advance(&sides.1, towards: sides.0, types, wanted, context)
      }
      if !meeting.isEmpty { return try paths(through: meeting, sides.0, sides.1, context) }
    }
    return []
  }

  /// One level further; returns the nodes where the sides meet.
  private func advance(
    _ side: inout Side, towards other: Side, _ types: [RelationshipTypeID]?, _ wanted: [Value],
    _ context: ExecutionContext
  ) throws(KhoError) -> [NodeID] {
    var meeting: [NodeID] = []
    var next: [NodeID] = []
    side.depth += 1
    var expansion = Expansion()
    for node in side.frontier {
      expansion.removeAll()
      try context.transaction.expand(node, types: types, direction: side.direction, to: &expansion)
      for (neighbour, relationship) in zip(expansion.neighbours, expansion.relationships) {
        try context.tick()
        let known = side.links[neighbour]
        if let known, known.depth < side.depth || !findsAll { continue }
        guard try conditions.hold(relationship, wanted, context) else { continue }
        if known != nil {
          side.links[neighbour]?.back.append((node, relationship))
        } else {
          try context.charge(bytes: 64)
          side.links[neighbour] = (side.depth, [(node, relationship)])
          next.append(neighbour)
          if other.links[neighbour] != nil { meeting.append(neighbour) }
        }
      }
    }
    side.frontier = next
    return meeting
  }

  private func paths(
    through meeting: [NodeID], _ start: Side, _ end: Side, _ context: ExecutionContext
  ) throws(KhoError) -> [Path] {
    var result: [Path] = []
    for node in meeting {
      let heads = try chains(from: node, start, context)
      let tails = try chains(from: node, end, context)
      for head in heads {
        for tail in tails {
          try context.tick()
          let nodes = head.reversed().map(\.node) + [node] + tail.map(\.node)
          let relationships = head.reversed().map(\.relationship) + tail.map(\.relationship)
          try context.charge(bytes: nodes.count * 32)
          result.append(
            Path(
              nodes: nodes.map { Node($0) },
              relationships: relationships.map { Relationship($0) }))
          if !findsAll { return result }
        }
      }
    }
    return result
  }

  /// The ways from a node back to the side's end, each as its links from the node on.
  private func chains(
    from node: NodeID, _ side: Side, _ context: ExecutionContext
  ) throws(KhoError) -> [[Side.Link]] {
    var complete: [[Side.Link]] = []
    var open: [(NodeID, [Side.Link])] = [(node, [])]
    while let (node, chain) = open.popLast() {
      try context.tick()
      guard let back = side.links[node]?.back, !back.isEmpty else {
        complete.append(chain)
        if !findsAll { break }
        continue
      }
      try context.charge(bytes: back.count * (chain.count + 1) * 8)
      for link in back { open.append((link.node, chain + [link])) }
    }
    return complete
  }
}
