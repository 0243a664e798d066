/// Records of adjacency: blocks of lists, the types that nodes have, and the chunks of hubs.
package import GraphModel
internal import LMDB

extension GraphTransaction {
  /// The lists to read, with what is pending of them applied.
  package func adjacencyLists(
    _ types: [RelationshipTypeID]?, _ direction: Direction
  ) throws(KhoError) -> AdjacencyLists {
    try live()
    if let pending, pending.adjacencyCount > 0 {
      if let types {
        for type in types {
          try applyAdjacency(AdjacencyList(type, isIncoming: false))
          try applyAdjacency(AdjacencyList(type, isIncoming: true))
        }
      } else {
        try applyAdjacency()
      }
    }
    return AdjacencyLists(types, direction, in: self)
  }

  /// The block of 16 lists; an absent one is empty. O(1) with a memo, else O(log n).
  @inline(__always)
  func adjacencyBlock(_ list: AdjacencyList, _ number: UInt32) throws(KhoError) -> AdjacencyBlock {
    if let memo, let bytes = memo[.adjacency(list), number] { return AdjacencyBlock(bytes) }
    return try loadAdjacencyBlock(list, number)
  }

  @inline(never)
  private func loadAdjacencyBlock(
    _ list: AdjacencyList, _ number: UInt32
  ) throws(KhoError) -> AdjacencyBlock {
    let bytes = try withRecent(list, number, try storedAdjacencyBlock(list, number)).bytes
    memo?.remember(bytes, .adjacency(list), number)
    return AdjacencyBlock(bytes)
  }

  /// The block as its table has it, without recent entries.
  func storedAdjacencyBlock(
    _ list: AdjacencyList, _ number: UInt32
  ) throws(KhoError) -> AdjacencyBlock {
    AdjacencyBlock(try load(place(list, number)) { AdjacencyBlock($0).defect })
  }

  /// The relationship types that 16 nodes have; none where there is no record.
  @inline(__always)
  func presence(isIncoming: Bool, _ block: UInt32) throws(KhoError) -> PresenceRecord {
    let number = PresenceRecord.number(block: block)
    if let memo, let bytes = memo[.presence(isIncoming: isIncoming), number] {
      return PresenceRecord(bytes, block: block)
    }
    return PresenceRecord(try loadPresence(isIncoming: isIncoming, number), block: block)
  }

  @inline(never)
  private func loadPresence(isIncoming: Bool, _ number: UInt32) throws(KhoError) -> Bytes {
    let key = PresenceRecord.key(isIncoming: isIncoming, number: number)
    let bytes = try load(BlockPlace(tables.presence, key), defect: PresenceRecord.defect)
    memo?.remember(bytes, .presence(isIncoming: isIncoming), number)
    return bytes
  }

  /// The record, looked through for damage; empty where there is none.
  private func load(
    _ place: BlockPlace, defect: (Bytes) -> String?
  ) throws(KhoError) -> Bytes {
    let bytes = try lmdb { () throws(LMDBError) in
      try transaction.get(place.table, place.key) ?? .empty
    }
    if bytes.isEmpty { return bytes }
    if let defect = defect(bytes) { throw .corrupted("an adjacency record: \(defect)") }
    if store.configuration.isUntrusted, !Checksum.isIntact(bytes) {
      throw .corrupted("an adjacency record does not match its checksum")
    }
    return bytes
  }

  /// Calls `body` with each chunk of a hub from the entry `first` on and the index of the first
  /// entry wanted, until it returns false. Returns whether all were delivered.
  func forEachHubChunk(
    _ list: AdjacencyList, of node: NodeID, from first: AdjacencyEntry,
    _ body: (AdjacencyEntries, Int) -> Bool
  ) throws(KhoError) -> Bool {
    var recent = try recentEntries(list, of: node, from: first)[...]
    return try transaction.withCursor(tables.hub, convert: KhoError.init) {
      (cursor) throws(KhoError) -> Bool in
      let prefix = list.hubPrefix(node)
      var isThere = try seekHubChunk(&cursor, list, node, first)
      var isFirst = true
      while isThere {
        let chunk = HubChunk(cursor.value)
        if let defect = chunk.defect { throw .corrupted(defect) }
        if store.configuration.isUntrusted, !Checksum.isIntact(chunk.bytes) {
          throw .corrupted("a hub chunk does not match its checksum")
        }
        func deliver(_ entries: AdjacencyEntries) -> Bool {
          let start = isFirst ? entries.firstIndex(from: first) : 0
          return start >= entries.count || body(entries, start)
        }
        func next() throws(KhoError) -> Bool {
          try lmdb { () throws(LMDBError) in
            try cursor.next() && prefix.isPrefix(of: cursor.key)
          }
        }
        if recent.isEmpty {
          if !deliver(chunk.entries) { return false }
          isThere = try next()
        } else {
          // Where the next chunk begins, this one's recent entries end.
          isThere = try next()
          let end = isThere ? AdjacencyList.entry(ofHubKey: cursor.key) : nil
          let added = recent.prefix { added in end.map { added.entry < $0 } ?? true }
          recent = recent[added.endIndex...]
          let goesOn =
            added.isEmpty
            ? deliver(chunk.entries)
            : chunk.inserting(added).withBytes { deliver(HubChunk($0).entries) }
          if !goesOn { return false }
        }
        isFirst = false
      }
      return true
    }
  }

  /// Stands on the chunk that would hold `entry`: the last that begins at or before it. False where
  /// the hub has none.
  func seekHubChunk(
    _ cursor: inout Cursor, _ list: AdjacencyList, _ node: NodeID, _ entry: AdjacencyEntry
  ) throws(KhoError) -> Bool {
    let key = list.hubKey(node, entry)
    let prefix = list.hubPrefix(node)
    return try lmdb { () throws(LMDBError) in
      let isFound = try cursor.seek(key)
      if isFound, key.withBytes({ cursor.key.equals($0) }) { return true }
      return try (isFound ? cursor.previous() : cursor.last()) && prefix.isPrefix(of: cursor.key)
    }
  }
}
