/// Loops over many lists that keep only what is asked of them: nodes reached for the first time,
/// and nodes that two others lead to.
package import GraphModel
internal import LMDB

/// Pairs of relationships that lead from the two nodes of a row to the same third, column-wise.
package struct Meetings: Sendable {
  package var rows: [Int32] = []
  /// Where they lead.
  package var nodes: [NodeID] = []
  /// From the first node of the row, and from the second.
  package var first: [RelationshipID] = []
  package var second: [RelationshipID] = []
  /// Rows with a hub, which are left to others.
  package var left: [Int32] = []
  package init() {}

  /// Forgets all but the rows left.
  package mutating func removePairs() {
    rows.removeAll(keepingCapacity: true)
    nodes.removeAll(keepingCapacity: true)
    first.removeAll(keepingCapacity: true)
    second.removeAll(keepingCapacity: true)
  }
}

extension GraphTransaction {
  /// Entries looked at before a call returns, so that its caller can look at the clock.
  private static let largestWork = 1 << 16

  /// A step of a breadth-first search: appends to `new` the neighbours of `nodes` that are not in
  /// `reached`, each once, and adds them to it, until `limit` are there or some thousand lists are
  /// read or all is done (`position.isFinished`). List after list, each of all nodes.
  /// - Parameter limit: at least 1.
  package func reach(
    from nodes: [NodeID], types: [RelationshipTypeID], direction: Direction,
    reached: inout NodeSet, position: inout ExpansionPosition, limit: Int,
    to new: inout [NodeID]
  ) throws(KhoError) {
    let lists = try adjacencyLists(types, direction).all(of: types)
    let room = limit + AdjacencyBlock.longestList
    try reached.withMutableBits(nodeIDCount: nodeIDCount) { (bits) throws(KhoError) in
      try new.append(addingCapacity: room) { (new) throws(KhoError) in
        try reach(from: nodes, lists, bits, &position, to: &new)
      }
    }
  }

  private func reach(
    from nodes: [NodeID], _ lists: [AdjacencyList], _ reached: NodeSet.MutableBits,
    _ position: inout ExpansionPosition, to new: inout OutputSpan<NodeID>
  ) throws(KhoError) {
    var reader = AdjacencyReader(self)
    var work = 0
    while position.list < lists.count {
      let list = lists[position.list]
      while position.row < nodes.count {
        if new.freeCapacity < AdjacencyBlock.longestList || work > Self.largestWork { return }
        let node = nodes[position.row]
        if UInt64(node.rawValue) < header.nextNode {
          let block = try reader.block(list, node.rawValue >> 4, self)
          if block.isHub(node.rawValue & 15) {
            try reachFromHub(node, list, reached, &position.inner, to: &new)
            if position.inner != 0 { return }
          } else {
            let entries = block.entries(node.rawValue & 15)
            entries.forEachNeighbour { _, neighbour in
              offer(NodeID(neighbour), if: reached.insert(neighbour), to: &new)
            }
            work &+= entries.count &+ 8
          }
        }
        position.row += 1
      }
      position.row = 0
      position.list += 1
    }
    position.isFinished = true
  }

  /// - Parameter inner: the entry to go on from, in and out; 0 at the end.
  private func reachFromHub(
    _ node: NodeID, _ list: AdjacencyList, _ reached: NodeSet.MutableBits, _ inner: inout UInt64,
    to new: inout OutputSpan<NodeID>
  ) throws(KhoError) {
    var next = AdjacencyEntry(order: inner)
    var isFirst = true
    let isDone = try forEachHubChunk(list, of: node, from: next) { entries, start in
      // There is room for the first.
      if !isFirst, new.freeCapacity < HubChunk.largestCount {
        next = entries[start]
        return false
      }
      isFirst = false
      entries.forEachNeighbour(from: start) { _, neighbour in
        offer(NodeID(neighbour), if: reached.insert(neighbour), to: &new)
      }
      return true
    }
    inner = isDone ? 0 : next.order
  }

  /// The same step from its other side, for a frontier of many nodes: of those not in `reached`
  /// appends to `new`, and adds, the ones with a neighbour in the frontier.
  /// - Parameters:
  ///   - direction: from them to the frontier.
  ///   - limit: at least 1.
  package func reach(
    towards frontier: NodeSet, types: [RelationshipTypeID], direction: Direction,
    reached: inout NodeSet, position: inout ExpansionPosition, limit: Int,
    to new: inout [NodeID]
  ) throws(KhoError) {
    let lists = try adjacencyLists(types, direction).all(of: types)
    try frontier.withBits { (frontier) throws(KhoError) in
      try reached.withMutableBits(nodeIDCount: nodeIDCount) { (reached) throws(KhoError) in
        try new.append(addingCapacity: limit + 16) { (new) throws(KhoError) in
          try reach(towards: frontier, lists, reached, &position, to: &new)
        }
      }
    }
  }

  /// - Parameter position: `row` counts blocks.
  private func reach(
    towards frontier: NodeSet.Bits, _ lists: [AdjacencyList], _ reached: NodeSet.MutableBits,
    _ position: inout ExpansionPosition, to new: inout OutputSpan<NodeID>
  ) throws(KhoError) {
    var reader = AdjacencyReader(self)
    var work = 0
    while position.row < (nodeIDCount + 15) >> 4 {
      if new.freeCapacity < 16 || work > Self.largestWork { return }
      let number = UInt32(truncatingIfNeeded: position.row)
      var left = ~reached.block(number)
      for list in lists where left != 0 {
        let block = try reader.block(list, number, self)
        if block.bytes.isEmpty { continue }
        var slots = left
        while slots != 0 {
          let slot = UInt32(slots.trailingZeroBitCount)
          slots &= slots &- 1
          let node = NodeID(number << 4 | slot)
          let isFound =
            block.isHub(slot)
            ? try hasNeighbour(of: node, list, in: frontier)
            : block.entries(slot).hasNeighbour(in: frontier)
          if !isFound { continue }
          left &= ~(1 &<< UInt16(slot))
          _ = reached.insert(node.rawValue)
          new.append(node)
        }
      }
      work &+= 16
      position.row += 1
    }
    position.isFinished = true
  }

  private func hasNeighbour(
    of hub: NodeID, _ list: AdjacencyList, in nodes: NodeSet.Bits
  ) throws(KhoError) -> Bool {
    try !forEachHubChunk(list, of: hub, from: .first) { entries, _ in
      !entries.hasNeighbour(in: nodes)
    }
  }

  /// Appends the pairs of relationships that lead from the two nodes of a row to the same third,
  /// from row `row` on, until `limit` pairs are there or some thousand entries are looked at or all
  /// is done. What many rows one after the other have as their first node is marked once.
  /// - Parameters:
  ///   - row: where to go on, in and out; the number of rows at the end.
  ///   - marked: empty, and left so; kept for its memory.
  /// - Returns: false where a node has more than one list to be read; nothing is done then.
  package func meet(
    _ first: [NodeID], _ firstTypes: [RelationshipTypeID]?, _ firstDirection: Direction,
    _ second: [NodeID], _ secondTypes: [RelationshipTypeID]?, _ secondDirection: Direction,
    from row: inout Int, marked: inout NodeSet, limit: Int, to meetings: inout Meetings
  ) throws(KhoError) -> Bool {
    guard let firstList = try adjacencyLists(firstTypes, firstDirection).only,
      let secondList = try adjacencyLists(secondTypes, secondDirection).only
    else { return false }
    var reader = AdjacencyReader(self)
    try marked.withMutableBits(nodeIDCount: nodeIDCount) { (bits) throws(KhoError) in
      var work = 0
      while row < first.count, meetings.rows.count < limit, work < Self.largestWork {
        let (node, start) = (first[row], row)
        while row < first.count, first[row] == node { row += 1 }
        guard UInt64(node.rawValue) < header.nextNode else { continue }
        let block = try reader.block(firstList, node.rawValue >> 4, self)
        if block.isHub(node.rawValue & 15) {
          for row in start..<row { meetings.left.append(Int32(truncatingIfNeeded: row)) }
          continue
        }
        let entries = block.entries(node.rawValue & 15)
        if entries.count == 0 { continue }
        entries.forEachNeighbour { _, neighbour in _ = bits.insert(neighbour) }
        defer { entries.forEachNeighbour { _, neighbour in bits.clear(around: neighbour) } }
        for row in start..<row {
          let other = second[row]
          guard UInt64(other.rawValue) < header.nextNode else { continue }
          let block = try reader.block(secondList, other.rawValue >> 4, self)
          if block.isHub(other.rawValue & 15) {
            meetings.left.append(Int32(truncatingIfNeeded: row))
            continue
          }
          let others = block.entries(other.rawValue & 15)
          var count = 0
          others.forEachNeighbour { _, neighbour in
            count &+= bits.contains(neighbour) ? 1 : 0
          }
          work &+= others.count
          if count > 0 { meetings.append(row, entries, others, bits) }
        }
      }
    }
    return true
  }
}

extension Meetings {
  /// The pairs of two lists, the neighbours of the first of which are marked.
  @inline(never)
  fileprivate mutating func append(
    _ row: Int, _ entries: AdjacencyEntries, _ others: AdjacencyEntries,
    _ marked: NodeSet.MutableBits
  ) {
    for index in 0..<others.count {
      let neighbour = others.neighbour(index)
      if !marked.contains(neighbour) { continue }
      var place = entries.firstIndex(ofNeighbour: neighbour)
      while place < entries.count, entries.neighbour(place) == neighbour {
        rows.append(Int32(truncatingIfNeeded: row))
        nodes.append(NodeID(neighbour))
        first.append(RelationshipID(entries.relationship(place)))
        second.append(RelationshipID(others.relationship(index)))
        place &+= 1
      }
    }
  }
}
