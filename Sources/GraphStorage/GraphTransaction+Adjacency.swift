/// Following relationships: the batch expansion that queries live on, degrees, and the search between two nodes.
package import GraphModel
internal import LMDB

/// Rows of an expansion, column-wise: `origins[i]` is the index, in the batch of nodes given, of the node whose
/// relationship `relationships[i]` leads to `neighbours[i]`. Rows come in the order of origins.
package struct Expansion: Sendable {
  package var origins: [Int32] = []
  package var neighbours: [NodeID] = []
  package var relationships: [RelationshipID] = []
  package init() {}
  package mutating func removeAll() {
    origins.removeAll(keepingCapacity: true)
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
  /// Appends neighbours of `nodes` until about `limit` rows are there (a row may be finished beyond it, but hubs are
  /// resumed) or all is done (`position.isFinished`). `types` nil: any type. `.none` nodes have no neighbours.
  package func expand(
    _ nodes: [NodeID], types: [RelationshipTypeID]?, direction: Direction,
    position: inout ExpansionPosition, limit: Int, to expansion: inout Expansion
  ) throws(KhoError) {
    let lists = try adjacencyLists(types, direction)
    let target = expansion.neighbours.count + max(limit, 1)
    while position.row < nodes.count {
      let node = nodes[position.row]
      if UInt64(node.rawValue) < header.nextNode {
        while position.list < lists.count {
          guard expansion.neighbours.count < target else { return }
          let list = lists[position.list]
          let skipsLoops = direction == .either && list.isIncoming
          let before = expansion.neighbours.count
          let isDone = try append(
            list, of: node, skipsLoops: skipsLoops, from: &position.inner, target: target,
            to: &expansion)
          let count = expansion.neighbours.count - before
          if count == 1 {
            expansion.origins.append(Int32(truncatingIfNeeded: position.row))
          } else if count > 0 {
            expansion.origins.append(
              contentsOf: repeatElement(Int32(truncatingIfNeeded: position.row), count: count))
          }
          guard isDone else { return }
          position.list += 1
        }
      }
      position.row += 1
      position.list = 0
    }
    position.isFinished = true
  }

  /// Appends the neighbours of one node: for path searches. `origins` stays empty.
  package func expand(
    _ node: NodeID, types: [RelationshipTypeID]?, direction: Direction, to expansion: inout Expansion
  ) throws(KhoError) {
    guard UInt64(node.rawValue) < header.nextNode else { return }
    var inner: UInt64 = 0
    for list in try adjacencyLists(types, direction) {
      _ = try append(
        list, of: node, skipsLoops: direction == .either && list.isIncoming, from: &inner,
        target: .max, to: &expansion)
    }
  }

  /// The number of relationships of a node, without reading them where that is possible: a loop counts once under
  /// `.either`. O(types), and O(log degree) more for loops.
  package func degree(
    of node: NodeID, types: [RelationshipTypeID]?, direction: Direction
  ) throws(KhoError) -> Int {
    guard UInt64(node.rawValue) < header.nextNode else { return 0 }
    var degree = 0
    for list in try adjacencyLists(types, direction) {
      degree += try adjacencyBlock(list, node.rawValue >> 4).degree(node.rawValue & 15)
      if direction == .either, list.isIncoming {
        try forEachRelationship(list, of: node, to: node) { _ in degree -= 1 }
      }
    }
    return degree
  }

  /// Appends the relationships between two nodes, as followed from `source`. O(log degree + result).
  package func relationships(
    from source: NodeID, to target: NodeID, types: [RelationshipTypeID]?, direction: Direction,
    into relationships: inout [RelationshipID]
  ) throws(KhoError) {
    guard UInt64(max(source.rawValue, target.rawValue)) < header.nextNode else { return }
    for list in try adjacencyLists(types, direction) {
      if direction == .either, list.isIncoming, source == target { continue }
      try forEachRelationship(list, of: source, to: target) { relationships.append($0) }
    }
  }

  // MARK: Lists

  /// The lists to read for a node, applied to what is pending. Nil types: all that have relationships.
  func adjacencyLists(
    _ types: [RelationshipTypeID]?, _ direction: Direction
  ) throws(KhoError) -> [AdjacencyList] {
    try live()
    var lists: [AdjacencyList] = []
    func append(_ type: RelationshipTypeID) {
      if direction != .incoming { lists.append(AdjacencyList(type, isIncoming: false)) }
      if direction != .outgoing { lists.append(AdjacencyList(type, isIncoming: true)) }
    }
    if let types {
      for (index, type) in types.enumerated() where !types[..<index].contains(type) { append(type) }
    } else {
      for id in 0..<catalog.types.all.count {
        let type = RelationshipTypeID(UInt16(truncatingIfNeeded: id))
        if relationshipCount(type: type) > 0 { append(type) }
      }
    }
    if let pending, pending.adjacencyCount > 0 {
      for list in lists { try applyAdjacency(list) }
    }
    return lists
  }

  /// The block of 16 lists; an absent one is empty. O(1) with a memo, else O(log n).
  @inline(__always)
  func adjacencyBlock(_ list: AdjacencyList, _ number: UInt32) throws(KhoError) -> AdjacencyBlock {
    if let memo, let bytes = memo.table(list)[number] { return AdjacencyBlock(bytes) }
    return try loadAdjacencyBlock(list, number)
  }

  @inline(never)
  private func loadAdjacencyBlock(
    _ list: AdjacencyList, _ number: UInt32
  ) throws(KhoError) -> AdjacencyBlock {
    let bytes = try lmdb { () throws(LMDBError) in
      try transaction.get(tables.adjacency, list.key(block: number)) ?? .empty
    }
    let block = AdjacencyBlock(bytes)
    if !bytes.isEmpty {
      if let defect = block.defect { throw .corrupted("adjacency block \(number): \(defect)") }
      if store.configuration.isUntrusted, !Checksum.isIntact(bytes) {
        throw .corrupted("adjacency block \(number) does not match its checksum")
      }
    }
    memo?.table(list).remember(bytes, at: number)
    return block
  }

  /// Appends a node's list from the entry `inner`, a hub's until `target` rows are there. Returns whether it is done;
  /// `inner` is then 0.
  @inline(__always)
  private func append(
    _ list: AdjacencyList, of node: NodeID, skipsLoops: Bool, from inner: inout UInt64, target: Int,
    to expansion: inout Expansion
  ) throws(KhoError) -> Bool {
    let block = try adjacencyBlock(list, node.rawValue >> 4)
    let slot = node.rawValue & 15
    let entries = block.entries(slot)
    if entries.count == 0 { return true }
    if block.isHub(slot) {
      return try appendHub(
        list, of: node, skipsLoops: skipsLoops, from: &inner, target: target, to: &expansion)
    }
    append(entries, from: 0, except: skipsLoops ? node : nil, to: &expansion)
    return true
  }

  @inline(__always)
  private func append(
    _ entries: AdjacencyEntries, from start: Int, except loop: NodeID?, to expansion: inout Expansion
  ) {
    if let loop {
      for index in start..<max(start, entries.count) where entries.neighbour(index) != loop.rawValue {
        expansion.neighbours.append(NodeID(entries.neighbour(index)))
        expansion.relationships.append(RelationshipID(entries.relationship(index)))
      }
    } else {
      let count = entries.count - start
      entries.bytes.append(entries.neighbours + 4 * start, count: count, to: &expansion.neighbours)
      entries.bytes.append(
        entries.relationships + 4 * start, count: count, to: &expansion.relationships)
    }
  }

  private func appendHub(
    _ list: AdjacencyList, of node: NodeID, skipsLoops: Bool, from inner: inout UInt64, target: Int,
    to expansion: inout Expansion
  ) throws(KhoError) -> Bool {
    var next = AdjacencyEntry(order: inner)
    let isDone = try forEachHubChunk(list, of: node, from: next) { entries, start in
      if expansion.neighbours.count >= target {
        next = entries[start]
        return false
      }
      append(entries, from: start, except: skipsLoops ? node : nil, to: &expansion)
      return true
    }
    inner = isDone ? 0 : next.order
    return isDone
  }

  /// Calls `body` with each chunk of a hub from the entry `first` on and the index of the first entry wanted, until it
  /// returns false. Returns whether all were delivered.
  func forEachHubChunk(
    _ list: AdjacencyList, of node: NodeID, from first: AdjacencyEntry,
    _ body: (AdjacencyEntries, Int) -> Bool
  ) throws(KhoError) -> Bool {
    try transaction.withCursor(tables.hub, convert: KhoError.init) { (cursor) throws(KhoError) -> Bool in
      let prefix = list.hubKey(node, .first).prefix(AdjacencyList.hubPrefixSizeInBytes)
      guard try seekHubChunk(&cursor, list, node, first) else { return true }
      var isFirst = true
      repeat {
        guard cursor.key.starts(with: Array(prefix)) else { return true }
        let chunk = HubChunk(cursor.value)
        if let defect = chunk.defect { throw .corrupted(defect) }
        if store.configuration.isUntrusted, !Checksum.isIntact(chunk.bytes) {
          throw .corrupted("a hub chunk does not match its checksum")
        }
        let start = isFirst ? chunk.entries.firstIndex(from: first) : 0
        isFirst = false
        if start < chunk.entries.count, !body(chunk.entries, start) { return false }
      } while try lmdb { () throws(LMDBError) in try cursor.next() }
      return true
    }
  }

  /// Stands on the chunk that would hold `entry`: the last that begins at or before it. False where the hub has none.
  func seekHubChunk(
    _ cursor: inout Cursor, _ list: AdjacencyList, _ node: NodeID, _ entry: AdjacencyEntry
  ) throws(KhoError) -> Bool {
    let key = list.hubKey(node, entry)
    let prefix = Array(key.prefix(AdjacencyList.hubPrefixSizeInBytes))
    return try lmdb { () throws(LMDBError) in
      let isFound = try cursor.seek(key)
      if isFound, key.withBytes({ cursor.key.equals($0) }) { return true }
      return try (isFound ? cursor.previous() : cursor.last()) && cursor.key.starts(with: prefix)
    }
  }

  /// Calls `body` with each relationship of the node's list that leads to `neighbour`.
  private func forEachRelationship(
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
