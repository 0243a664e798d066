/// Applying the log of adjacency changes: sorted by block, each block rewritten in one pass.
internal import GraphModel
internal import LMDB

extension GraphTransaction {
  /// Notes a relationship's entry in both directions.
  func noteAdjacency(
    _ relationship: RelationshipID, _ type: RelationshipTypeID, from source: NodeID,
    to target: NodeID, isRemoval: Bool
  ) throws(KhoError) {
    guard let pending else { throw .readOnly }
    if let bulk = pending.bulk, !isRemoval {
      return try lmdb { () throws(LMDBError) in
        try bulk.note(relationship, type, from: source, to: target)
      }
    }
    func note(_ node: NodeID, _ neighbour: NodeID, isIncoming: Bool) {
      let entry = AdjacencyEntry(
        neighbour: neighbour.rawValue, relationship: relationship.rawValue)
      let list = Int(AdjacencyList(type, isIncoming: isIncoming).rawValue)
      while pending.adjacency.count <= list { pending.adjacency.append([]) }
      pending.adjacency[list].append(
        AdjacencyChange(node: node.rawValue, entry: entry, isRemoval: isRemoval))
    }
    note(source, target, isIncoming: false)
    note(target, source, isIncoming: true)
    pending.adjacencyCount += 2
    if pending.adjacencyCount >= PendingWrites.largestAdjacencyCount { try applyAdjacency() }
  }

  /// Applies all pending changes, in key order.
  func applyAdjacency() throws(KhoError) {
    guard let pending else { return }
    for list in pending.adjacency.indices {
      try applyAdjacency(AdjacencyList(rawValue: UInt32(list)))
    }
  }

  /// Applies the pending changes of one type and direction. O(changes log changes + blocks).
  func applyAdjacency(_ list: AdjacencyList) throws(KhoError) {
    let index = Int(list.rawValue)
    guard let pending, index < pending.adjacency.count, !pending.adjacency[index].isEmpty else {
      return
    }
    var changes: [AdjacencyChange] = []
    swap(&changes, &pending.adjacency[index])
    pending.adjacencyCount -= changes.count
    if changes.count > RecentAdjacency.largestCount / 2 { pending.hasManyRelationships = true }
    changes.sort(by: AdjacencyChange.isBefore)
    var writing = AdjacencyWriting(transaction: self, writer: pending.writer, list: list)
    var start = 0
    while start < changes.count {
      let block = changes[start].node >> 4
      var end = start + 1
      while end < changes.count, changes[end].node >> 4 == block { end += 1 }
      if try !addRecent(list, block, changes[start..<end]) {
        let recent = try takeRecent(list, block)
        if recent.isEmpty {
          try writing.rewrite(block, changes[start..<end])
        } else {
          try writing.rewrite(
            block, (recent + changes[start..<end]).sorted(by: AdjacencyChange.isBefore)[...])
        }
      }
      start = end
    }
  }

  /// Keeps the record of the types that 16 nodes have.
  func notePresence(
    _ list: AdjacencyList, _ number: UInt32, isPresent: Bool
  ) throws(KhoError) {
    let pending = try writable()
    var entries = PresenceRecord.entries(try presence(isIncoming: list.isIncoming, number).bytes)
    let bit: UInt64 = 1 << UInt64(number & 63)
    let index = entries.firstIndex { $0.type >= list.type } ?? entries.count
    if index == entries.count || entries[index].type != list.type {
      entries.insert((0, list.type), at: index)
    }
    guard (entries[index].blocks & bit != 0) != isPresent else { return }
    entries[index].blocks ^= bit
    if entries[index].blocks == 0 { entries.remove(at: index) }
    let key = PresenceRecord.key(
      isIncoming: list.isIncoming, number: PresenceRecord.number(block: number))
    try lmdb { () throws(LMDBError) in
      if entries.isEmpty {
        try pending.writer.delete(tables.presence, key)
      } else {
        try pending.writer.put(tables.presence, key, PresenceRecord.encoded(entries))
      }
    }
  }
}

/// The rewriting of blocks of one type and direction.
struct AdjacencyWriting {
  let transaction: GraphTransaction
  let writer: WriteTransaction
  let list: AdjacencyList
  private var builder = AdjacencyBlockBuilder()
  private var encoded: [UInt8] = []

  /// A hub with no more entries returns into its block: far fewer than make a hub, so that one
  /// entry more or less does not move a list to and fro.
  private static let smallestHub = AdjacencyBlock.longestList / 4

  init(transaction: GraphTransaction, writer: WriteTransaction, list: AdjacencyList) {
    self.transaction = transaction
    self.writer = writer
    self.list = list
  }

  /// Merges the changes, sorted, into the block they belong to, which has no recent entries.
  mutating func rewrite(_ number: UInt32, _ changes: ArraySlice<AdjacencyChange>) throws(KhoError) {
    if changes.count == 1, let change = changes.first, !change.isRemoval,
      let block = try transaction.storedAdjacencyBlock(list, number)
        .inserting(change.entry, change.node & 15)
    {
      return try put(number, block)
    }
    let old = try transaction.storedAdjacencyBlock(list, number)
    let wasEmpty = old.bytes.isEmpty
    let hubs = builder.merge(old, changes)
    // From here on the old block's bytes must not be read, for the tables are written.
    for hub in hubs {
      let node = NodeID(number << 4 | UInt32(hub.slot))
      let degree = try changeHub(node, hub.changes, degree: builder.degree(ofHub: hub.slot))
      if degree <= AdjacencyWriting.smallestHub {
        builder.replace(hub.slot, try takeHub(node))
      } else {
        builder.setHub(hub.slot, degree: degree)
      }
    }
    while let slot = builder.excessive {
      let entries = builder.entries(slot)
      try putHub(NodeID(number << 4 | UInt32(slot)), entries[...], first: .first)
      builder.setHub(slot, degree: entries.count)
    }
    if wasEmpty || builder.isEmpty {
      try transaction.notePresence(list, number, isPresent: !builder.isEmpty)
    }
    if builder.isEmpty { encoded.removeAll() } else { builder.encode(into: &encoded) }
    try put(number, encoded, isLast: wasEmpty && transaction.pending?.bulk != nil)
  }

  /// Stores a block, or removes it where it has no bytes.
  private func put(_ number: UInt32, _ block: [UInt8], isLast: Bool = false) throws(KhoError) {
    let place = transaction.place(list, number)
    try transaction.lmdb { () throws(LMDBError) in
      if block.isEmpty {
        try writer.delete(place.table, place.key)
      } else if isLast {
        try writer.append(place.table, place.key, block)
      } else {
        try writer.put(place.table, place.key, block)
      }
    }
  }

  // MARK: Hubs

  /// Merges the changes into the chunks they belong to, and returns the new degree.
  private func changeHub(
    _ node: NodeID, _ changes: ArraySlice<AdjacencyChange>, degree: Int
  ) throws(KhoError) -> Int {
    var degree = degree
    var rest = changes
    while let change = rest.first {
      var merged: [AdjacencyEntry] = []
      let (first, end) = try readChunk(node, for: change.entry) { entries, end in
        let taken = rest.prefix { end.map { [entry = $0.entry] in entry < $0 } ?? true }
        rest = rest[taken.endIndex...]
        degree -= entries.count
        entries.merge(taken) {
          for index in $0 { merged.append(entries[index]) }
        } single: {
          merged.append($0)
        }
      }
      guard rest.first?.entry != change.entry else { throw .corrupted("hub chunks out of order") }
      degree += merged.count
      try putHub(node, merged[...], first: first, fills: end == nil)
    }
    return degree
  }

  /// Lends the chunk that would hold `entry` and the entry at which the next chunk begins; returns
  /// both chunks' firsts.
  private func readChunk(
    _ node: NodeID, for entry: AdjacencyEntry,
    _ body: (AdjacencyEntries, AdjacencyEntry?) -> Void
  ) throws(KhoError) -> (first: AdjacencyEntry, end: AdjacencyEntry?) {
    try transaction.transaction.withCursor(transaction.tables.hub, convert: KhoError.init) {
      (cursor) throws(KhoError) in
      guard try transaction.seekHubChunk(&cursor, list, node, entry) else {
        throw .corrupted("a hub without chunks")
      }
      let chunk = HubChunk(cursor.value)
      if let defect = chunk.defect { throw .corrupted(defect) }
      let first = AdjacencyList.entry(ofHubKey: cursor.key)
      let prefix = list.hubPrefix(node)
      let hasNext = try transaction.lmdb { () throws(LMDBError) in
        try cursor.next() && prefix.isPrefix(of: cursor.key)
      }
      let end = hasNext ? AdjacencyList.entry(ofHubKey: cursor.key) : nil
      body(chunk.entries, end)
      return (first, end)
    }
  }

  /// Stores entries as chunks, the first under the key of `first`. Only a hub's first chunk may be
  /// empty.
  /// - Parameter fills: chunks are filled up, as for a list that grows at its end, rather than made
  ///   of equal size.
  private func putHub(
    _ node: NodeID, _ entries: ArraySlice<AdjacencyEntry>, first: AdjacencyEntry, fills: Bool = true
  ) throws(KhoError) {
    let chunkCount = max(1, (entries.count + HubChunk.largestCount - 1) / HubChunk.largestCount)
    let size = fills ? HubChunk.largestCount : (entries.count + chunkCount - 1) / chunkCount
    var rest = entries
    var begin = first
    repeat {
      let part = rest.prefix(size)
      rest = rest.dropFirst(size)
      let key = list.hubKey(node, begin)
      try transaction.lmdb { () throws(LMDBError) in
        if part.isEmpty, begin != .first {
          try writer.delete(transaction.tables.hub, key)
        } else {
          try writer.put(transaction.tables.hub, key, HubChunk.encoded(part))
        }
      }
      begin = rest.first ?? begin
    } while !rest.isEmpty
  }

  /// Removes the hub's chunks and returns their entries.
  private func takeHub(_ node: NodeID) throws(KhoError) -> [AdjacencyEntry] {
    var entries: [AdjacencyEntry] = []
    var firsts: [AdjacencyEntry] = []
    try transaction.transaction.withCursor(transaction.tables.hub, convert: KhoError.init) {
      (cursor) throws(KhoError) in
      let prefix = list.hubPrefix(node)
      var isFound = try transaction.seekHubChunk(&cursor, list, node, .first)
      while isFound, prefix.isPrefix(of: cursor.key) {
        firsts.append(AdjacencyList.entry(ofHubKey: cursor.key))
        let chunk = HubChunk(cursor.value).entries
        for index in 0..<chunk.count { entries.append(chunk[index]) }
        isFound = try transaction.lmdb { () throws(LMDBError) in try cursor.next() }
      }
    }
    for first in firsts {
      try transaction.lmdb { () throws(LMDBError) in
        try writer.delete(transaction.tables.hub, list.hubKey(node, first))
      }
    }
    return entries
  }
}
