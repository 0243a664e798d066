/// Following relationships: the batch expansion that queries live on, and the search between two
/// nodes.
package import GraphModel
internal import LMDB

/// Rows of an expansion, column-wise: `origins[i]` is the index, in the batch of nodes given, of
/// the node whose relationship `relationships[i]` leads to `neighbours[i]`. Rows come in the order
/// of origins. Of an expansion in runs there is one origin for as many rows as `lengths` says, one
/// at least.
package struct Expansion: Sendable {
  package var origins: [Int32] = []
  package var lengths: [Int32] = []
  package var neighbours: [NodeID] = []
  package var relationships: [RelationshipID] = []
  package init() {}
  package mutating func removeAll() {
    origins.removeAll(keepingCapacity: true)
    lengths.removeAll(keepingCapacity: true)
    neighbours.removeAll(keepingCapacity: true)
    relationships.removeAll(keepingCapacity: true)
  }
}

/// Where an expansion of a batch stands: opaque, `ExpansionPosition()` to start.
package struct ExpansionPosition: Sendable {
  package var row = 0
  /// The list of the row's node, among those of the types and direction asked for.
  var list = 0
  /// The entry of a hub's list to go on from: neighbour and relationship.
  package var inner: UInt64 = 0
  package var isFinished = false
  package init() {}
}

extension GraphTransaction {
  /// Appends neighbours of `nodes` until about `limit` rows are there (a row may be finished beyond
  /// it, but hubs are resumed) or all is done (`position.isFinished`). `types` nil: any type.
  /// `.none` nodes have no neighbours.
  /// - Parameters:
  ///   - kept: where given, other neighbours are left out.
  ///   - leftOut: else neighbours that are left out.
  ///   - needsRelationships: else those of the expansion stay empty.
  ///   - inRuns: whether the expansion has one origin for each run of rows.
  package func expand(
    _ nodes: [NodeID], types: [RelationshipTypeID]?, direction: Direction,
    keeping kept: NodeSet? = nil, leavingOut leftOut: NodeSet? = nil,
    needsRelationships: Bool = true, inRuns: Bool = false, position: inout ExpansionPosition,
    limit: Int, to expansion: inout Expansion
  ) throws(KhoError) {
    var lists = try adjacencyLists(types, direction)
    guard let marked = kept ?? leftOut else {
      return try expand(
        nodes, &lists, Wish(needsRelationships: needsRelationships, isInRuns: inRuns), &position,
        limit: limit, to: &expansion)
    }
    try marked.withBits { (bits) throws(KhoError) in
      try expand(
        nodes, &lists,
        Wish(
          bits: bits, keepsMarked: kept != nil, keepsAll: false,
          needsRelationships: needsRelationships, isInRuns: inRuns),
        &position, limit: limit, to: &expansion)
    }
  }

  /// The same, of all neighbours.
  /// - Parameter lists: of the types and direction wanted, asked for since the last change.
  package func expand(
    _ nodes: [NodeID], _ lists: inout AdjacencyLists, needsRelationships: Bool,
    position: inout ExpansionPosition, limit: Int, to expansion: inout Expansion
  ) throws(KhoError) {
    try expand(
      nodes, &lists, Wish(needsRelationships: needsRelationships), &position, limit: limit,
      to: &expansion)
  }

  private func expand(
    _ nodes: [NodeID], _ lists: inout AdjacencyLists, _ wish: Wish,
    _ position: inout ExpansionPosition, limit: Int, to expansion: inout Expansion
  ) throws(KhoError) {
    let (target, _) = expansion.neighbours.count.addingReportingOverflow(max(limit, 1))
    while expansion.neighbours.count < target {
      let stop = try fill(
        nodes, &lists, wish, &position, budget: min(target - expansion.neighbours.count, 4_096),
        &expansion)
      switch stop {
      case .full: continue
      case .finished:
        position.isFinished = true
        return
      case .hub:
        let before = expansion.neighbours.count
        let isDone = try appendHub(
          lists[position.list], of: nodes[position.row],
          except: lists.skipsLoops(position.list) ? nodes[position.row] : .none, wish,
          from: &position.inner, target: target, to: &expansion)
        let count = expansion.neighbours.count - before
        let room = wish.isInRuns ? 1 : count
        expansion.origins.append(addingCapacity: room) { origins in
          expansion.lengths.append(addingCapacity: 1) { lengths in
            wish.append(count, from: position.row, to: &origins, &lengths)
          }
        }
        if isDone { position.list += 1 }
      }
    }
  }

  /// Appends the neighbours of one node: for path searches. `origins` stays empty.
  package func expand(
    _ node: NodeID, types: [RelationshipTypeID]?, direction: Direction,
    to expansion: inout Expansion
  ) throws(KhoError) {
    var lists = try adjacencyLists(types, direction)
    try expand(node, &lists, to: &expansion)
  }

  /// The same, of many nodes one by one.
  /// - Parameter lists: of the types and direction wanted, asked for since the last change.
  package func expand(
    _ node: NodeID, _ lists: inout AdjacencyLists, to expansion: inout Expansion
  ) throws(KhoError) {
    guard UInt64(node.rawValue) < header.nextNode else { return }
    try lists.move(to: node, self)
    for index in 0..<lists.count {
      let block = try adjacencyBlock(lists[index], node.rawValue >> 4)
      let skipped = lists.skipsLoops(index) ? node : .none
      if block.isHub(node.rawValue & 15) {
        var inner: UInt64 = 0
        _ = try appendHub(
          lists[index], of: node, except: skipped, Wish(), from: &inner, target: .max,
          to: &expansion)
      } else {
        append(
          block.entries(node.rawValue & 15), from: 0, except: skipped, Wish(), to: &expansion)
      }
    }
  }

  /// Appends the relationships between two nodes, as followed from `source`. O(log degree +
  /// result).
  package func relationships(
    from source: NodeID, to target: NodeID, types: [RelationshipTypeID]?, direction: Direction,
    into relationships: inout [RelationshipID]
  ) throws(KhoError) {
    guard UInt64(max(source.rawValue, target.rawValue)) < header.nextNode else { return }
    var lists = try adjacencyLists(types, direction)
    try lists.move(to: source, self)
    for index in 0..<lists.count where source != target || !lists.skipsLoops(index) {
      try forEachRelationship(lists[index], of: source, to: target) { relationships.append($0) }
    }
  }

  // MARK: The batch loop

  private enum Stop { case finished, full, hub }

  /// What an expansion is to give. Holds no reference, which would be counted for every list.
  private struct Wish {
    var bits = NodeSet.Bits(.empty)
    /// Whether the neighbours given are those in the set; else they are the others.
    var keepsMarked = false
    var keepsAll = true
    var needsRelationships = true
    var isInRuns = false

    /// Appends the origin of so many rows.
    @inline(__always)
    func append(
      _ count: Int, from row: Int, to origins: inout OutputSpan<Int32>,
      _ lengths: inout OutputSpan<Int32>
    ) {
      let origin = Int32(truncatingIfNeeded: row)
      if !isInRuns, count <= 8 {
        for _ in 0..<max(0, count) { origins.append(origin) }
      } else if !isInRuns {
        origins.append(count: count) { _ in origin }
      } else if count > 0 {
        origins.append(origin)
        lengths.append(Int32(truncatingIfNeeded: count))
      }
    }

    @inline(__always) func keeps(_ neighbour: UInt32, except skipped: NodeID) -> Bool {
      bits.contains(neighbour) == keepsMarked && neighbour != skipped.rawValue
    }
  }

  /// Appends whole lists from `position` on until `budget` rows are there or a hub's turn comes.
  private func fill(
    _ nodes: [NodeID], _ lists: inout AdjacencyLists, _ wish: Wish,
    _ position: inout ExpansionPosition, budget: Int, _ expansion: inout Expansion
  ) throws(KhoError) -> Stop {
    // One list may go beyond the budget; thus there is room for the longest that is not a hub's.
    let room = budget + AdjacencyBlock.longestList
    let ids = wish.needsRelationships ? room : 0
    var stop = Stop.finished
    // There are no more runs than rows.
    let runs = wish.isInRuns ? room : 0
    try expansion.origins.append(addingCapacity: room) { origins throws(KhoError) in
      try expansion.lengths.append(addingCapacity: runs) { lengths throws(KhoError) in
        try expansion.neighbours.append(addingCapacity: room) { neighbours throws(KhoError) in
          try expansion.relationships.append(addingCapacity: ids) {
            relationships throws(KhoError) in
            stop = try fill(
              nodes, &lists, wish, &position, budget: budget, &origins, &lengths, &neighbours,
              &relationships)
          }
        }
      }
    }
    return stop
  }

  private func fill(
    _ nodes: [NodeID], _ lists: inout AdjacencyLists, _ wish: Wish,
    _ position: inout ExpansionPosition, budget: Int, _ origins: inout OutputSpan<Int32>,
    _ lengths: inout OutputSpan<Int32>, _ neighbours: inout OutputSpan<NodeID>,
    _ relationships: inout OutputSpan<RelationshipID>
  ) throws(KhoError) -> Stop {
    let full = neighbours.freeCapacity - budget
    var reader = AdjacencyReader(self)
    while position.row < nodes.count {
      if let list = lists.only, position.list == 0, wish.keepsAll {
        position.row = try fill(
          nodes, from: position.row, list, wish, full: full, &reader, &origins, &lengths,
          &neighbours, &relationships)
        if position.row == nodes.count { break }
      }
      let node = nodes[position.row]
      let slot = node.rawValue & 15
      if UInt64(node.rawValue) < header.nextNode {
        try lists.move(to: node, self)
        while position.list < lists.count {
          if neighbours.freeCapacity <= full { return .full }
          let block = try reader.block(lists[position.list], node.rawValue >> 4, self)
          if block.isHub(slot) { return .hub }
          let entries = block.entries(slot)
          let before = neighbours.count
          let skipped = lists.skipsLoops(position.list) ? node : .none
          if skipped == .none, wish.keepsAll {
            entries.neighbours.append(entries.packed(from: 0), to: &neighbours)
            if wish.needsRelationships {
              entries.relationships.append(entries.packed(from: 0), to: &relationships)
            }
          } else {
            entries.forEachNeighbour { index, neighbour in
              guard wish.keeps(neighbour, except: skipped) else { return }
              neighbours.append(NodeID(neighbour))
              if wish.needsRelationships {
                relationships.append(RelationshipID(entries.relationship(index)))
              }
            }
          }
          wish.append(neighbours.count - before, from: position.row, to: &origins, &lengths)
          position.list += 1
        }
      }
      position.row += 1
      position.list = 0
    }
    return .finished
  }

  /// Appends lists of the one kind that is read of every node, those of nodes that follow one
  /// another in a block as one. Returns the row where there is no room, or a hub.
  @inline(__always)
  private func fill(
    _ nodes: [NodeID], from row: Int, _ list: AdjacencyList, _ wish: Wish, full: Int,
    _ reader: inout AdjacencyReader, _ origins: inout OutputSpan<Int32>,
    _ lengths: inout OutputSpan<Int32>, _ neighbours: inout OutputSpan<NodeID>,
    _ relationships: inout OutputSpan<RelationshipID>
  ) throws(KhoError) -> Int {
    let end = header.nextNode
    var row = row
    while row < nodes.count, neighbours.freeCapacity > full {
      let node = nodes[row].rawValue
      guard UInt64(node) < end else {
        row &+= 1
        continue
      }
      let slot = node & 15
      var count: UInt32 = 1
      while row &+ Int(count) < nodes.count, slot &+ count < 16,
        nodes[row &+ Int(count)].rawValue == node &+ count
      { count &+= 1 }
      let block = try reader.block(list, node >> 4, self)
      if count == 1, !wish.needsRelationships, !wish.isInRuns,
        let neighbour = block.onlyNeighbour(slot)
      {
        // The list of one entry, as of LIVES_IN, is what expansions meet most.
        neighbours.append(NodeID(neighbour))
        origins.append(Int32(truncatingIfNeeded: row))
        row &+= 1
        continue
      }
      if count == 16 { reader.prefetchNeighbours(list, after: node >> 4) }
      guard !block.hasHub(slot..<slot &+ count) else { break }
      let entries = count == 1 ? block.entries(slot) : block.entries(slot..<slot &+ count)
      guard entries.count <= neighbours.freeCapacity else { break }
      if entries.count <= 8, !wish.needsRelationships {
        // Few are appended one by one in less time than it takes to get ready for many.
        for index in 0..<entries.count { neighbours.append(NodeID(entries.neighbour(index))) }
      } else {
        entries.neighbours.append(entries.packed(from: 0), to: &neighbours)
        if wish.needsRelationships {
          entries.relationships.append(entries.packed(from: 0), to: &relationships)
        }
      }
      for index in 0..<Int(count) {
        let degree =
          count == 1 ? entries.count : block.degree(slot &+ UInt32(truncatingIfNeeded: index))
        wish.append(degree, from: row &+ index, to: &origins, &lengths)
      }
      row &+= Int(count)
    }
    return row
  }

  @inline(__always)
  private func append(
    _ entries: AdjacencyEntries, from start: Int, except skipped: NodeID, _ wish: Wish,
    to expansion: inout Expansion
  ) {
    if skipped == .none, wish.keepsAll {
      entries.neighbours.append(entries.packed(from: start), to: &expansion.neighbours)
      if wish.needsRelationships {
        entries.relationships.append(entries.packed(from: start), to: &expansion.relationships)
      }
    } else {
      entries.forEachNeighbour(from: start) { index, neighbour in
        guard wish.keeps(neighbour, except: skipped) else { return }
        expansion.neighbours.append(NodeID(neighbour))
        if wish.needsRelationships {
          expansion.relationships.append(RelationshipID(entries.relationship(index)))
        }
      }
    }
  }

  private func appendHub(
    _ list: AdjacencyList, of node: NodeID, except skipped: NodeID, _ wish: Wish,
    from inner: inout UInt64, target: Int, to expansion: inout Expansion
  ) throws(KhoError) -> Bool {
    var next = AdjacencyEntry(order: inner)
    let isDone = try forEachHubChunk(list, of: node, from: next) { entries, start in
      if expansion.neighbours.count >= target {
        next = entries[start]
        return false
      }
      append(entries, from: start, except: skipped, wish, to: &expansion)
      return true
    }
    inner = isDone ? 0 : next.order
    return isDone
  }

  /// Calls `body` with each relationship of the node's list that leads to `neighbour`.
  func forEachRelationship(
    _ list: AdjacencyList, of node: NodeID, to neighbour: NodeID, _ body: (RelationshipID) -> Void
  ) throws(KhoError) {
    func deliver(_ entries: AdjacencyEntries, from start: Int) -> Bool {
      for index in start..<max(start, entries.count) {
        guard entries.neighbour(index) == neighbour.rawValue else { return false }
        body(RelationshipID(entries.relationship(index)))
      }
      return true
    }
    let block = try adjacencyBlock(list, node.rawValue >> 4)
    let entries = block.entries(node.rawValue & 15)
    let first = AdjacencyEntry(neighbour: neighbour.rawValue, relationship: 0)
    if block.isHub(node.rawValue & 15) {
      _ = try forEachHubChunk(list, of: node, from: first) { deliver($0, from: $1) }
    } else {
      _ = deliver(entries, from: entries.firstIndex(from: first))
    }
  }
}
