internal import GraphModel
internal import GraphStorage

/// One or all shortest paths between two nodes, by breadth-first search from both ends at once.
final class ShortestPath: FlatMap {
  private let plan: ExpandPlan
  private let length: VariableLengthPlan
  private let conditions: RelationshipConditions
  private let path: Slot?
  private let selector: PathSelector
  private let needsList: Bool
  private let needsCount: Bool
  /// Whether it matters by which relationships a node was reached.
  private let needsLinks: Bool
  private let needsRelationships: Bool
  private var findsAll: Bool { selector.isGrouped }
  private var count = 1
  private var row = 0
  /// Kept for their memory.
  private var sides = (Side(), Side())
  private var expansion = Expansion()

  /// - Parameter needed: slots that something above reads.
  init(
    _ input: Operator, carried: [Slot], plan: ExpandPlan, length: VariableLengthPlan, path: Slot?,
    selector: PathSelector, needed: SlotSet
  ) {
    self.plan = plan
    self.length = length
    self.path = path.flatMap { needed.contains($0) ? $0 : nil }
    self.selector = selector
    conditions = RelationshipConditions(length)
    needsList = needed.contains(plan.relationship)
    needsCount = length.count.map(needed.contains) ?? false
    needsLinks = needsList || self.path != nil || selector.isGrouped
    needsRelationships = needsLinks || !conditions.isEmpty
    super.init(input, carried: carried)
  }
  override var name: String { "ShortestPath" }
  override var details: String { plan.text }
  override func open(_ context: ExecutionContext) throws(KhoError) {
    count = try selector.count.pathCount(context)
    try super.open(context)
  }
  override func close() {
    if sides.0.visits.capacity + sides.1.visits.capacity > 4_096 { sides = (Side(), Side()) }
    super.close()
  }
  override func begin(_ batch: Batch, _ context: ExecutionContext) { row = 0 }

  override func fill(_ batch: Batch, _ context: ExecutionContext) throws(KhoError) -> Rows? {
    if row >= batch.count { return nil }
    var origins: [Int32] = []
    var lists: [Value] = []
    var paths: [Value] = []
    var counts: [Int64] = []
    while row < batch.count, origins.count < context.batchCapacity {
      let from = batch.columns[plan.from].node(at: row)
      let to = batch.columns[plan.to].node(at: row)
      if from != .none, to != .none,
        let wanted = try conditions.wanted(Row(batch: batch, index: row), context)
      {
        switch try search(from, to, wanted, context) {
        case .length(let length):
          origins.append(Int32(row))
          counts.append(Int64(length))
        case .paths(let found):
          for found in found {
            origins.append(Int32(row))
            counts.append(Int64(found.relationships.count))
            if needsList { lists.append(.list(found.relationships.map { .relationship($0) })) }
            if path != nil { paths.append(.path(found)) }
          }
        }
      }
      row += 1
    }
    var columns: [(slot: Slot, column: Column)] = []
    if needsList { columns.append((plan.relationship, .values(lists))) }
    if needsCount, let slot = length.count { columns.append((slot, .integers(counts))) }
    if let path { columns.append((path, .values(paths))) }
    return Rows(origins: origins, columns: columns)
  }

  private enum Found {
    /// One path, of which nobody asks more than its length.
    case length(Int)
    case paths([Path])
  }

  /// One end's side of the search.
  private struct Side {
    /// A node that was reached, and the newest of its links back; -1 for the end itself.
    typealias Visit = (node: NodeID, link: Int)
    /// How a node was reached: from which visit, and the next link of the same node, or -1.
    typealias Link = (origin: Int, relationship: RelationshipID, next: Int)
    var depth = 0
    /// In the order in which they were reached, so that those of one depth stand together.
    var visits: [Visit] = []
    var links: [Link] = []
    var places = NodePlaces()
    /// Visits of the current depth.
    var frontier = 0..<0

    mutating func start(_ node: NodeID) {
      depth = 0
      visits.removeAll(keepingCapacity: true)
      links.removeAll(keepingCapacity: true)
      places.removeAll()
      visits.append((node, -1))
      places.insert(node, 0)
      frontier = 0..<1
    }
  }

  private func search(
    _ from: NodeID, _ to: NodeID, _ wanted: RelationshipConditions.Wanted,
    _ context: ExecutionContext
  ) throws(KhoError) -> Found {
    if selector.allowsCycles, count > 1 || length.length.lower > 1 || from == to {
      return .paths(try trails(from, to, wanted, context))
    }
    if from == to {
      return .paths(
        length.length.lower == 0 ? [Path(nodes: [Node(from)], relationships: [])] : [])
    }
    // Here they cost no checks of access at every step.
    var (sides, expansion) = (sides, expansion)
    (self.sides, self.expansion) = ((Side(), Side()), Expansion())
    defer { (self.sides, self.expansion) = (sides, expansion) }
    sides.0.start(from)
    sides.1.start(to)
    let types = context.types(plan.types)
    var lists = (
      try context.transaction.adjacencyLists(types, plan.direction.storage),
      try context.transaction.adjacencyLists(types, plan.direction.reversed.storage)
    )
    let upper = length.length.upper ?? .max
    while !sides.0.frontier.isEmpty, !sides.1.frontier.isEmpty,
      sides.0.depth + sides.1.depth < upper
    {
      let meeting: [NodeID]
      if sides.0.frontier.count <= sides.1.frontier.count {
        meeting = try advance(
          &sides.0, &lists.0, towards: sides.1.places, wanted, context, &expansion)
      } else {
        meeting = try advance(
          &sides.1, &lists.1, towards: sides.0.places, wanted, context, &expansion)
      }
      if meeting.isEmpty { continue }
      return needsLinks
        ? .paths(try paths(through: meeting, sides.0, sides.1, context))
        : .length(sides.0.depth + sides.1.depth)
    }
    return .paths([])
  }

  /// All trails from one node, level by level, until enough of them have come to the other: for
  /// more than one path, for ways from a node to itself, and where short ones do not count.
  private func trails(
    _ from: NodeID, _ to: NodeID, _ wanted: RelationshipConditions.Wanted,
    _ context: ExecutionContext
  ) throws(KhoError) -> [Path] {
    var lists = try context.transaction.adjacencyLists(
      context.types(plan.types), plan.direction.storage)
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
        try context.transaction.expand(end.id, &lists, to: &expansion)
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

  /// Neighbours read at once: few at first, for the sides may meet in the first of them.
  private static let expansionSizes = (smallest: 64, largest: 1_024)

  /// One level further; returns the nodes where the sides meet, or the first where one path is
  /// wanted.
  private func advance(
    _ side: inout Side, _ lists: inout AdjacencyLists, towards other: NodePlaces,
    _ wanted: RelationshipConditions.Wanted, _ context: ExecutionContext,
    _ expansion: inout Expansion
  ) throws(KhoError) -> [NodeID] {
    var meeting: [NodeID] = []
    side.depth += 1
    let first = side.frontier.lowerBound
    let nodes = side.visits[side.frontier].map(\.node)
    // Visits from here on are of the new depth.
    let level = side.visits.count
    side.frontier = level..<level
    let (findsAll, isUnconditional) = (findsAll, conditions.isEmpty)
    var position = ExpansionPosition()
    var limit = Self.expansionSizes.smallest
    while !position.isFinished {
      expansion.removeAll()
      try context.transaction.expand(
        nodes, &lists, needsRelationships: needsRelationships, position: &position, limit: limit,
        to: &expansion)
      limit = min(2 * limit, Self.expansionSizes.largest)
      try context.checkLimits()
      let before = side.visits.count + side.links.count
      for (index, neighbour) in expansion.neighbours.enumerated() {
        let known = side.places[neighbour]
        if let known, !findsAll || known < level { continue }
        if !isUnconditional {
          guard try conditions.hold(expansion.relationships[index], wanted, context) else {
            continue
          }
        }
        if needsLinks {
          side.links.append(
            (
              first + Int(expansion.origins[index]), expansion.relationships[index],
              known.map { side.visits[$0].link } ?? -1
            ))
        }
        if let known {
          side.visits[known].link = side.links.count - 1
          continue
        }
        side.places.insert(neighbour, side.visits.count)
        side.visits.append((neighbour, side.links.count - 1))
        if other[neighbour] != nil {
          meeting.append(neighbour)
          if !findsAll { return meeting }
        }
      }
      try context.charge(bytes: (side.visits.count + side.links.count - before) * 32)
    }
    side.frontier = level..<side.visits.count
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
  /// Node in the upper half, place + 1 in the lower; 0 is empty. A power of two of them, or none.
  private var entries: [UInt64] = []
  private var shift: UInt64 = 64
  private var count = 0

  /// The place of a node, if it has one. O(1).
  subscript(_ node: NodeID) -> Int? {
    if count == 0 { return nil }
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

  mutating func removeAll() {
    if count == 0 { return }
    if entries.count > 1_024 {
      self = NodePlaces()
      return
    }
    for slot in entries.indices { entries[slot] = 0 }
    count = 0
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
    entries = Array(repeating: 0, count: max(64, 4 * old.count))
    shift = UInt64(64 - entries.count.trailingZeroBitCount)
    for entry in old where entry != 0 { put(entry) }
  }
}
