internal import GraphModel
internal import GraphStorage

/// One or all shortest paths between two nodes, by breadth-first search from both ends at once.
final class ShortestPath: FlatMap {
  private let plan: ExpandPlan
  private let length: VariableLengthPlan
  private let conditions: RelationshipConditions
  private let path: Slot?
  private let selector: PathSelector
  private var findsAll: Bool { selector.isGrouped }
  private var count = 1
  private var row = 0

  init(
    _ input: Operator, carried: [Slot], plan: ExpandPlan, length: VariableLengthPlan, path: Slot?,
    selector: PathSelector
  ) {
    self.plan = plan
    self.length = length
    self.path = path
    self.selector = selector
    conditions = RelationshipConditions(length)
    super.init(input, carried: carried)
  }
  override var name: String { "ShortestPath" }
  override var details: String { plan.text }
  override func open(_ context: ExecutionContext) throws(KhoError) {
    count = try selector.count.pathCount(context)
    try super.open(context)
  }
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
        let wanted = try conditions.wanted(Row(batch: batch, index: row), context)
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
    /// A node that was reached, and the newest of its links back; -1 for the end itself.
    typealias Visit = (node: NodeID, depth: Int, link: Int)
    /// How a node was reached: from which visit, and the next link of the same node, or -1.
    typealias Link = (origin: Int, relationship: RelationshipID, next: Int)
    var direction: Direction
    var depth = 0
    /// In the order in which they were reached, so that those of one depth stand together.
    var visits: [Visit]
    var links: [Link] = []
    var places = NodePlaces()
    /// Visits of the current depth.
    var frontier: Range<Int>

    init(_ node: NodeID, _ direction: Direction) {
      self.direction = direction
      visits = [(node, 0, -1)]
      places.insert(node, 0)
      frontier = 0..<1
    }
  }

  private func search(
    _ from: NodeID, _ to: NodeID, _ wanted: RelationshipConditions.Wanted,
    _ context: ExecutionContext
  ) throws(KhoError) -> [Path] {
    if selector.allowsCycles, count > 1 || length.length.lower > 1 || from == to {
      return try trails(from, to, wanted, context)
    }
    if from == to {
      return length.length.lower == 0 ? [Path(nodes: [Node(from)], relationships: [])] : []
    }
    let types = context.types(plan.types)
    var sides = (
      Side(from, plan.direction.storage), Side(to, plan.direction.reversed.storage)
    )
    let upper = length.length.upper ?? .max
    var expansion = Expansion()
    while !sides.0.frontier.isEmpty, !sides.1.frontier.isEmpty,
      sides.0.depth + sides.1.depth < upper
    {
      let meeting: [NodeID]
      if sides.0.frontier.count <= sides.1.frontier.count {
        meeting = try advance(
          &sides.0, towards: sides.1.places, types, wanted, context, &expansion)
      } else {
        meeting = try advance(
          &sides.1, towards: sides.0.places, types, wanted, context, &expansion)
      }
      if !meeting.isEmpty { return try paths(through: meeting, sides.0, sides.1, context) }
    }
    return []
  }

  /// All trails from one node, level by level, until enough of them have come to the other: for
  /// more than one path, for ways from a node to itself, and where short ones do not count.
  private func trails(
    _ from: NodeID, _ to: NodeID, _ wanted: RelationshipConditions.Wanted,
    _ context: ExecutionContext
  ) throws(KhoError) -> [Path] {
    let types = context.types(plan.types)
    var open = [Path(nodes: [Node(from)], relationships: [])]
    var found: [Path] = []
    var groupCount = 0
    for depth in 0...(length.length.upper ?? .max) {
      if depth >= length.length.lower {
        let arrived = open.filter { $0.nodes.last?.id == to }
        found += arrived
        groupCount += arrived.isEmpty ? 0 : 1
      }
      if (selector.isGrouped ? groupCount : found.count) >= count { break }
      if depth == length.length.upper { break }
      var next: [Path] = []
      var expansion = Expansion()
      for trail in open {
        guard let end = trail.nodes.last else { continue }
        expansion.removeAll()
        try context.transaction.expand(
          end.id, types: types, direction: plan.direction.storage, to: &expansion)
        for (node, relationship) in zip(expansion.neighbours, expansion.relationships) {
          try context.tick()
          guard !trail.relationships.contains(where: { $0.id == relationship }),
            try conditions.hold(relationship, wanted, context)
          else { continue }
          try context.charge(bytes: (depth + 2) * 64)
          next.append(
            Path(
              nodes: trail.nodes + [Node(node)],
              relationships: trail.relationships + [Relationship(relationship)]))
        }
      }
      if next.isEmpty { break }
      open = next
    }
    return selector.isGrouped ? found : Array(found.prefix(count))
  }

  /// Neighbours read at once: few, for the sides may meet in the first of them.
  private static let expansionSize = 256

  /// One level further; returns the nodes where the sides meet, or the first where one path is
  /// wanted.
  private func advance(
    _ side: inout Side, towards other: NodePlaces, _ types: [RelationshipTypeID]?,
    _ wanted: RelationshipConditions.Wanted, _ context: ExecutionContext,
    _ expansion: inout Expansion
  ) throws(KhoError) -> [NodeID] {
    var meeting: [NodeID] = []
    side.depth += 1
    let first = side.frontier.lowerBound
    let nodes = side.visits[side.frontier].map(\.node)
    side.frontier = side.visits.count..<side.visits.count
    var position = ExpansionPosition()
    while !position.isFinished {
      expansion.removeAll()
      try context.transaction.expand(
        nodes, types: types, direction: side.direction, position: &position,
        limit: Self.expansionSize, to: &expansion)
      try context.checkLimits()
      let linkCount = side.links.count
      for (index, neighbour) in expansion.neighbours.enumerated() {
        let known = side.places[neighbour]
        if let known, !findsAll || side.visits[known].depth < side.depth { continue }
        let relationship = expansion.relationships[index]
        guard try conditions.hold(relationship, wanted, context) else { continue }
        side.links.append(
          (
            first + Int(expansion.origins[index]), relationship,
            known.map { side.visits[$0].link } ?? -1
          ))
        if let known {
          side.visits[known].link = side.links.count - 1
          continue
        }
        side.places.insert(neighbour, side.visits.count)
        side.visits.append((neighbour, side.depth, side.links.count - 1))
        if other[neighbour] != nil {
          meeting.append(neighbour)
          if !findsAll { return meeting }
        }
      }
      try context.charge(bytes: (side.links.count - linkCount) * 64)
    }
    side.frontier = side.frontier.lowerBound..<side.visits.count
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

  /// A step back: the node it leads to, and the relationship.
  private typealias Step = (node: NodeID, relationship: RelationshipID)

  /// The ways from a node back to the side's end, each as its steps from the node on.
  private func chains(
    from node: NodeID, _ side: Side, _ context: ExecutionContext
  ) throws(KhoError) -> [[Step]] {
    guard let start = side.places[node] else { return [] }
    var complete: [[Step]] = []
    var open: [(visit: Int, chain: [Step])] = [(start, [])]
    while let (visit, chain) = open.popLast() {
      try context.tick()
      var link = side.visits[visit].link
      if link < 0 {
        complete.append(chain)
        if !findsAll { break }
      }
      while link >= 0 {
        let (origin, relationship, next) = side.links[link]
        try context.charge(bytes: (chain.count + 1) * 8)
        open.append((origin, chain + [(side.visits[origin].node, relationship)]))
        link = next
      }
    }
    return complete
  }
}

/// The places of nodes in a list of them: a hash table with open addressing.
struct NodePlaces {
  /// Node in the upper half, place + 1 in the lower; 0 is empty. A power of two of them.
  private var entries: [UInt64] = Array(repeating: 0, count: 64)
  private var shift: UInt64 = 58
  private var count = 0

  /// The place of a node, if it has one. O(1).
  subscript(_ node: NodeID) -> Int? {
    var slot = slot(node)
    while entries[slot] != 0 {
      if UInt32(truncatingIfNeeded: entries[slot] >> 32) == node.rawValue {
        return Int(UInt32(truncatingIfNeeded: entries[slot])) - 1
      }
      slot = (slot + 1) & (entries.count - 1)
    }
    return nil
  }

  /// Gives a place to a node that has none.
  mutating func insert(_ node: NodeID, _ place: Int) {
    if 2 * count >= entries.count { grow() }
    count += 1
    put(UInt64(node.rawValue) << 32 | UInt64(UInt32(truncatingIfNeeded: place &+ 1)))
  }

  private func slot(_ node: NodeID) -> Int {
    Int(truncatingIfNeeded: (UInt64(node.rawValue) &* 0x9E37_79B9_7F4A_7C15) >> shift)
  }

  private mutating func put(_ entry: UInt64) {
    var slot = slot(NodeID(UInt32(truncatingIfNeeded: entry >> 32)))
    while entries[slot] != 0 { slot = (slot + 1) & (entries.count - 1) }
    entries[slot] = entry
  }

  private mutating func grow() {
    let old = entries
    entries = Array(repeating: 0, count: 4 * old.count)
    shift -= 2
    for entry in old where entry != 0 { put(entry) }
  }
}
