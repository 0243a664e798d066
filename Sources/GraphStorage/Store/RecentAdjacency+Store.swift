/// Recent entries of lists, in a transaction: read with their blocks, added to, put into the
/// blocks.
internal import GraphModel
internal import LMDB

extension GraphTransaction {
  /// The stored block with the recent entries that belong to it. O(log n) for those that have none.
  func withRecent(
    _ list: AdjacencyList, _ number: UInt32, _ stored: AdjacencyBlock
  ) throws(KhoError) -> AdjacencyBlock {
    let key = list.key(block: number)
    if let known = pending?.mergedBlocks[key] { return AdjacencyBlock(known.bytes) }
    let changes = try withRecentAdjacency { $0.changes($0.range(list, number)) }
    if changes.isEmpty { return stored }
    guard let merged = stored.inserting(changes) else {
      throw .corrupted("recent entries of a list that cannot hold them")
    }
    if let memo { return AdjacencyBlock(memo.keep(merged)) }
    let owned = OwnedBytes(merged)
    pending?.mergedBlocks[key] = owned
    return AdjacencyBlock(owned.bytes)
  }

  /// The recent entries of a node's list that are not before `first`.
  func recentEntries(
    _ list: AdjacencyList, of node: NodeID, from first: AdjacencyEntry
  ) throws(KhoError) -> [AdjacencyChange] {
    try withRecentAdjacency { recent in
      recent.changes(recent.range(list, node.rawValue >> 4)).filter {
        $0.node == node.rawValue && $0.entry >= first
      }
    }
  }

  /// Lends the recent entries to `body`, which must not change any.
  func withRecentAdjacency<R>(_ body: (RecentAdjacency) -> R) throws(KhoError) -> R {
    if let pending { return try recentAdjacency(pending).read(body) }
    if let known = memo?.recentAdjacency { return body(RecentAdjacency(known)) }
    let bytes = try storedRecent(RecentAdjacency.self)
    memo?.recentAdjacency = bytes
    return body(RecentAdjacency(bytes))
  }

  @discardableResult
  private func recentAdjacency(_ pending: PendingWrites) throws(KhoError) -> RecentAdjacencyBuilder
  {
    if let known = pending.open.recentAdjacency { return known }
    let recent = RecentAdjacencyBuilder(try storedRecent(RecentAdjacency.self))
    pending.open.recentAdjacency = recent
    return recent
  }

  /// Lets changes to a block wait among the recent ones. False where they cannot: removals, what
  /// makes a hub, and what is too much.
  func addRecent(
    _ list: AdjacencyList, _ number: UInt32, _ changes: ArraySlice<AdjacencyChange>
  ) throws(KhoError) -> Bool {
    guard let pending, pending.bulk == nil, !pending.hasManyRelationships,
      !changes.contains(where: \.isRemoval)
    else { return false }
    let (count, waiting) = try withRecentAdjacency { ($0.count, $0.range(list, number).count) }
    guard count + changes.count <= RecentAdjacency.largestCount else {
      try endRecentAdjacency()
      pending.hasManyRelationships = true
      return false
    }
    let block = try storedAdjacencyBlock(list, number)
    let added = waiting + changes.count
    guard block.offset(16) + added <= AdjacencyBlock.largestCount,
      changes.allSatisfy({
        block.isHub($0.node & 15)
          || block.degree($0.node & 15) + added <= AdjacencyBlock.longestList
      })
    else { return false }
    if block.bytes.isEmpty, waiting == 0 { try notePresence(list, number, isPresent: true) }
    pending.isRecentAdjacencyChanged = true
    pending.mergedBlocks[list.key(block: number)] = nil
    pending.open.recentAdjacency?.insert(list, changes)
    return true
  }

  /// Takes the recent entries of a block out, to be put into it.
  func takeRecent(_ list: AdjacencyList, _ number: UInt32) throws(KhoError) -> [AdjacencyChange] {
    guard let pending else { return [] }
    try recentAdjacency(pending)
    let changes = pending.open.recentAdjacency?.take(list, number) ?? []
    if !changes.isEmpty {
      pending.isRecentAdjacencyChanged = true
      pending.mergedBlocks[list.key(block: number)] = nil
    }
    return changes
  }

  /// Puts the recent entries into their blocks.
  func endRecentAdjacency() throws(KhoError) {
    let pending = try writable()
    let recent = try recentAdjacency(pending)
    guard recent.count > 0 else { return }
    pending.open.recentAdjacency = RecentAdjacencyBuilder()
    pending.isRecentAdjacencyChanged = true
    pending.mergedBlocks = [:]
    try recent.read { (recent) throws(KhoError) in
      var start = 0
      while start < recent.count {
        let end = recent.end(ofBlockFrom: start)
        var writing = AdjacencyWriting(
          transaction: self, writer: pending.writer, list: recent.list(start))
        try writing.rewrite(recent.node(start) >> 4, recent.changes(start..<end)[...])
        start = end
      }
    }
  }

  /// Stores the recent entries, if they were changed.
  func putRecentAdjacency() throws(KhoError) {
    guard let pending, pending.isRecentAdjacencyChanged else { return }
    pending.open.recentAdjacency?.seal()
    try putRecent(RecentAdjacency.self, pending.open.recentAdjacency?.bytes ?? [])
  }
}
