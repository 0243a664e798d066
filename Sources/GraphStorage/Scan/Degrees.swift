/// How many relationships nodes have: read from the heads of blocks where that is possible, and
/// block by block where nodes of a block come one after the other.
package import GraphModel
internal import LMDB

extension GraphTransaction {
  /// The number of relationships of a node, without reading them where that is possible: a loop
  /// counts once under `.either`. O(types), and O(log degree) more for loops.
  package func degree(
    of node: NodeID, types: [RelationshipTypeID]?, direction: Direction
  ) throws(KhoError) -> Int {
    var lists = try adjacencyLists(types, direction)
    return try degree(of: node, &lists)
  }

  /// Appends the degree of each node, 0 for `.none`. O(nodes × types) without loops.
  package func appendDegrees(
    of nodes: [NodeID], types: [RelationshipTypeID]?, direction: Direction,
    to degrees: inout [Int64]
  ) throws(KhoError) {
    var lists = try adjacencyLists(types, direction)
    try degrees.append(addingCapacity: nodes.count) { degrees throws(KhoError) in
      guard let list = lists.only else {
        for node in nodes { degrees.append(Int64(try degree(of: node, &lists))) }
        return
      }
      try forEachBlock(of: nodes, list) { (rows, isWhole, block) in
        if isWhole {
          block.appendDegrees(to: &degrees)
        } else {
          for row in rows { degrees.append(Int64(block.degree(nodes[row].rawValue & 15))) }
        }
      }
    }
  }

  /// Appends the number of relationships of each node that lead to a node of a set.
  /// O(relationships).
  package func appendDegrees(
    of nodes: [NodeID], types: [RelationshipTypeID]?, direction: Direction, keeping kept: NodeSet,
    to degrees: inout [Int64]
  ) throws(KhoError) {
    var lists = try adjacencyLists(types, direction)
    var sums: [Int64] = []
    try kept.withBits { (bits) throws(KhoError) in
      try degrees.append(addingCapacity: nodes.count) { degrees throws(KhoError) in
        guard let list = lists.only else {
          for node in nodes { degrees.append(try degree(of: node, &lists, keeping: bits)) }
          return
        }
        try forEachBlock(of: nodes, list) { (rows, isWhole, block) throws(KhoError) in
          var (first, end) = isWhole ? (0, 16) : (UInt32(16), UInt32(0))
          for row in rows where !isWhole {
            let slot = nodes[row].rawValue & 15
            (first, end) = (min(first, slot), max(end, slot &+ 1))
          }
          // The lists between are few, as nodes mostly come in the order of their ids.
          guard !block.hasHub(first..<end), 2 * rows.count >= Int(end &- first) else {
            for row in rows { degrees.append(try degree(of: nodes[row], &lists, keeping: bits)) }
            return
          }
          // How many of the entries before each one count: lists have no loops of their own, whose
          // ends are hard to foresee.
          let entries = block.entries(first..<end)
          sums.removeAll(keepingCapacity: true)
          sums.append(addingCapacity: entries.count &+ 1) { sums in
            var sum: Int64 = 0
            sums.append(0)
            entries.forEachNeighbour { _, neighbour in
              sum &+= bits.contains(neighbour) ? 1 : 0
              sums.append(sum)
            }
          }
          let start = block.offset(first)
          for row in rows {
            let slot = nodes[row].rawValue & 15
            degrees.append(
              sums[block.offset(slot &+ 1) &- start] &- sums[block.offset(slot) &- start])
          }
        }
      }
    }
  }

  private func degree(
    of node: NodeID, _ lists: inout AdjacencyLists, keeping bits: NodeSet.Bits
  ) throws(KhoError) -> Int64 {
    var degree: Int64 = 0
    guard UInt64(node.rawValue) < header.nextNode else { return 0 }
    try lists.move(to: node, self)
    for index in 0..<lists.count {
      let skipped = lists.skipsLoops(index) ? node : .none
      try forEachRun(lists[index], of: node) { entries in
        entries.forEachNeighbour { _, neighbour in
          if bits.contains(neighbour), neighbour != skipped.rawValue { degree &+= 1 }
        }
      }
    }
    return degree
  }

  /// How many relationships lead from each node to itself; nil where the store counts no loops of
  /// the types. O(log degree) for each node and type.
  package func loopCounts(
    of nodes: [NodeID], types: [RelationshipTypeID]?
  ) throws(KhoError) -> [Int64]? {
    var lists = try adjacencyLists(types, .outgoing)
    var mayHaveLoops = types == nil
    for type in types ?? [] where !mayHaveLoops { mayHaveLoops = try hasLoops(of: type) }
    guard mayHaveLoops else { return nil }
    var counts: [Int64] = []
    try counts.append(addingCapacity: nodes.count) { counts throws(KhoError) in
      guard let list = lists.only else {
        for node in nodes { counts.append(try loopCount(of: node, &lists)) }
        return
      }
      try forEachBlock(of: nodes, list) { (rows, _, block) throws(KhoError) in
        // As many steps for each list of a block: searches then do not wait for each other.
        var longest = 0
        for slot in 0..<16 as Range<UInt32> {
          longest = max(longest, block.offset(slot &+ 1) &- block.offset(slot))
        }
        let steps = 64 &- longest.leadingZeroBitCount
        let entries = block.entries(0..<16)
        for row in rows {
          let node = nodes[row]
          let slot = node.rawValue & 15
          if block.isHub(slot) {
            counts.append(try loopCount(of: node, &lists))
          } else {
            let list = block.offset(slot)..<max(block.offset(slot), block.offset(slot &+ 1))
            counts.append(Int64(entries.count(of: node.rawValue, in: list, steps: steps)))
          }
        }
      }
    }
    return counts
  }

  private func loopCount(
    of node: NodeID, _ lists: inout AdjacencyLists
  ) throws(KhoError) -> Int64 {
    var count: Int64 = 0
    guard UInt64(node.rawValue) < header.nextNode else { return 0 }
    try lists.move(to: node, self)
    for index in 0..<lists.count {
      try forEachRelationship(lists[index], of: node, to: node) { _ in count += 1 }
    }
    return count
  }

  /// Calls `body` with the rows of nodes that come one after the other in a block of one list,
  /// whether they are all of its nodes in order, and the block, which is empty for ids never given
  /// out.
  @inline(__always)
  private func forEachBlock(
    of nodes: [NodeID], _ list: AdjacencyList,
    _ body: (Range<Int>, _ isWhole: Bool, AdjacencyBlock) throws(KhoError) -> Void
  ) throws(KhoError) {
    var reader = AdjacencyReader(self)
    try nodes.withBytes { (ids) throws(KhoError) in
      var row = 0
      while row < nodes.count {
        let first = row
        let id = ids.u32(4 &* first)
        let isWhole = id & 15 == 0 && ids.isCounting(4 &* first, count: 16)
        if isWhole {
          row &+= 16
        } else {
          repeat { row &+= 1 } while row < nodes.count && ids.u32(4 &* row) >> 4 == id >> 4
        }
        reader.prefetch(list, after: id >> 4)
        let isKnown = UInt64(id & ~15) < header.nextNode
        try body(
          first..<row, isWhole,
          isKnown ? try reader.block(list, id >> 4, self) : AdjacencyBlock(.empty))
      }
    }
  }

  /// Calls `body` with the runs of entries that make a node's list: one, or the chunks of a hub.
  @inline(__always)
  private func forEachRun(
    _ list: AdjacencyList, of node: NodeID, _ body: (AdjacencyEntries) -> Void
  ) throws(KhoError) {
    let block = try adjacencyBlock(list, node.rawValue >> 4)
    if block.isHub(node.rawValue & 15) {
      _ = try forEachHubChunk(list, of: node, from: .first) { (entries, _) in
        body(entries)
        return true
      }
    } else {
      body(block.entries(node.rawValue & 15))
    }
  }

  @inline(__always)
  private func degree(of node: NodeID, _ lists: inout AdjacencyLists) throws(KhoError) -> Int {
    guard UInt64(node.rawValue) < header.nextNode else { return 0 }
    try lists.move(to: node, self)
    var degree = 0
    for index in 0..<lists.count {
      degree += try adjacencyBlock(lists[index], node.rawValue >> 4).degree(node.rawValue & 15)
      if lists.skipsLoops(index) {
        try forEachRelationship(lists[index], of: node, to: node) { _ in degree -= 1 }
      }
    }
    return degree
  }
}
