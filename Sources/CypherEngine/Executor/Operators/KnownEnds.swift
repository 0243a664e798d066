internal import GraphModel
internal import GraphStorage

/// Where the trails from some nodes end, in no more than a bounded memory.
struct KnownEnds {
  /// Longer trails are followed one by one.
  static let largestLength = 4
  private static let largestCount = 1 << 16
  private var numbers = NodeNumbers()
  private var ranges: [Range<Int>] = []
  private var ends: [NodeID] = []
  /// What is being recorded begins here.
  private var start = 0

  subscript(_ node: NodeID) -> ArraySlice<NodeID>? {
    numbers[node].map { ends[ranges[Int($0)]] }
  }

  mutating func record(_ nodes: ArraySlice<NodeID>) {
    if ends.count <= Self.largestCount { ends += nodes }
  }

  /// Ends the recording: what was recorded are all ends of the trails from `node`.
  mutating func keep(from node: NodeID) {
    if ends.count <= Self.largestCount {
      numbers[node] = Int32(truncatingIfNeeded: ranges.count)
      ranges.append(start..<ends.count)
      start = ends.count
    }
  }

  /// Follows the trails from all of some nodes at once, length by length; nodes with too many
  /// trails stay unknown.
  mutating func learn(
    from nodes: [NodeID], _ lengths: ClosedRange<Int>, _ types: [RelationshipTypeID]?,
    _ direction: Direction, _ context: ExecutionContext
  ) throws(KhoError) {
    var new: [NodeID] = []
    for node in nodes where node != .none && numbers[node] == nil {
      numbers[node] = Int32(truncatingIfNeeded: ranges.count + new.count)
      new.append(node)
    }
    if new.isEmpty { return }
    var trails = Trails(new)
    var found = lengths.lowerBound == 0 ? [trails] : []
    for length in 1...max(1, lengths.upperBound) where length <= lengths.upperBound {
      let isLast = length == lengths.upperBound
      let room = Self.largestCount - ends.count - found.reduce(0) { $0 + $1.ends.count }
      guard try trails.extend(types, direction, isLast: isLast, room: room, context) else {
        for node in new { numbers[node] = nil }
        return
      }
      if length >= lengths.lowerBound { found.append(trails) }
      if trails.ends.isEmpty { break }
    }
    var next = Array(repeating: 0, count: new.count)
    for trails in found { for origin in trails.origins { next[Int(origin)] += 1 } }
    var end = ends.count
    for index in next.indices {
      ranges.append(end..<end + next[index])
      next[index] = end
      end = ranges[ranges.count - 1].upperBound
    }
    ends.append(contentsOf: repeatElement(.none, count: end - ends.count))
    for trails in found {
      for (origin, node) in zip(trails.origins, trails.ends) {
        ends[next[Int(origin)]] = node
        next[Int(origin)] += 1
      }
    }
    start = end
  }
}

/// All trails of one length from some nodes, column by column.
private struct Trails {
  /// By trail the index of the node that it starts from, and the node that it leads to.
  private(set) var origins: [Int32]
  private(set) var ends: [NodeID]
  /// Their first relationships, their second ones …
  private var relationships: [[RelationshipID]] = []

  init(_ nodes: [NodeID]) {
    ends = nodes
    origins = Array(0..<Int32(truncatingIfNeeded: nodes.count))
  }

  /// Makes them longer by a relationship that they have not used. False where that makes more than
  /// `room`.
  mutating func extend(
    _ types: [RelationshipTypeID]?, _ direction: Direction, isLast: Bool, room: Int,
    _ context: ExecutionContext
  ) throws(KhoError) -> Bool {
    var expansion = Expansion()
    var position = ExpansionPosition()
    while !position.isFinished {
      try context.checkLimits()
      try context.transaction.expand(
        ends, types: types, direction: direction,
        needsRelationships: !isLast || !relationships.isEmpty, position: &position,
        limit: context.batchCapacity, to: &expansion)
      if expansion.neighbours.count > room { return false }
    }
    for used in relationships {
      let isNew = { (index: Int) in
        used[Int(expansion.origins[index])] != expansion.relationships[index]
      }
      let rows = [Int32](rows: expansion.origins.count, where: isNew)
      if rows.count < expansion.origins.count { expansion.keep(rows) }
    }
    if !isLast {
      relationships = relationships.map { used in expansion.origins.map { used[Int($0)] } }
      relationships.append(expansion.relationships)
    }
    origins = expansion.origins.map { origins[Int($0)] }
    ends = expansion.neighbours
    return true
  }
}
