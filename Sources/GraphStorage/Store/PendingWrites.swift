/// What a write transaction has changed but not yet put into its tables.
internal import GraphModel
internal import LMDB
internal import Synchronization

/// Kept small and cheap to add to: one open block of nodes and one of relationships, the log of
/// adjacency changes, and deltas of counts. Reads that need them, and the commit, apply them first.
final class PendingWrites {
  let writer: WriteTransaction
  let open: OpenBlocks

  /// By list.
  var adjacency: [[AdjacencyChange]] = []
  var adjacencyCount = 0
  /// Changes kept before they are applied, of 16 bytes each.
  static let largestAdjacencyCount = 1 << 20

  var counts = CountDeltas()
  /// Of the ends of the relationship being created or deleted.
  var sourceLabels: [LabelID] = []
  var targetLabels: [LabelID] = []
  /// Ends of relationships deleted in this transaction.
  var deleted: [RelationshipID: (source: NodeID, target: NodeID, type: RelationshipTypeID)] = [:]
  /// Entities to check for mandatory properties before the commit.
  var unchecked: Set<EntityReference> = []
  let initialHeader: StoreHeader
  /// Where much is being added: it takes what can wait.
  var bulk: BulkLoad?
  /// Left something half done: nothing can be committed.
  var failure: KhoError?
  var isCatalogChanged = false
  var areRecentEntriesChanged = false
  /// The recent entries became too many: further ones go to the tree.
  var hasManyEntries = false
  var isRecentAdjacencyChanged = false
  /// The recent entries of lists became too many: further ones go to their blocks.
  var hasManyRelationships = false
  /// Blocks with the recent entries in them, by list and number.
  var mergedBlocks: [UInt64: OwnedBytes] = [:]

  /// - Parameter open: what the transaction before left, if it was the writer's own.
  init(_ writer: WriteTransaction, _ header: StoreHeader, _ open: OpenBlocks?) {
    self.writer = writer
    self.open = open ?? OpenBlocks(transaction: writer.id)
    self.open.transaction = writer.id
    initialHeader = header
  }

  func open(_ table: EntityTable) -> OpenBlock {
    table == .node ? open.nodes : open.relationships
  }
}

/// The open blocks of a write transaction. After its commit the next one, if no other process has
/// written between them, goes on with them.
final class OpenBlocks {
  /// The number of the transaction that changed them last.
  var transaction: UInt64
  let nodes = OpenBlock()
  let relationships = OpenBlock()
  /// Nil before the first use of an index.
  var recentEntries: RecentEntriesBuilder?
  /// Nil before the first use of a list.
  var recentAdjacency: RecentAdjacencyBuilder?

  init(transaction: UInt64) { self.transaction = transaction }
}

/// A block taken apart, to which changes are made until another one is needed.
final class OpenBlock {
  /// Nil before the first block.
  var number: UInt32?
  var builder = EntityBlockBuilder()
  var isDirty = false
  /// Whether the table has no such block, as of those at its end.
  var isNew = false
}

/// Versions of catalogs that are not committed: their top bit is set, and none is given twice in a
/// process, so that a plan made under one is never taken for another's.
enum UncommittedVersion {
  private static let last = Atomic<UInt64>(1 << 63)
  static func next() -> UInt64 { last.add(1, ordering: .relaxed).newValue }
}

extension GraphTransaction {
  /// Lends the block of the entity, and the entity's place in it, for changing it. Another block
  /// that was open goes to its table first.
  @inline(__always) @discardableResult
  func edit<R>(
    _ entity: EntityReference, _ body: (inout EntityBlockBuilder, UInt32) -> R
  ) throws(KhoError) -> R {
    let pending = try writable()
    let open = pending.open(entity.table)
    if open.number != entity.id >> 6 { try replace(open, entity) }
    open.isDirty = true
    return body(&open.builder, entity.id & 63)
  }

  private func replace(_ open: OpenBlock, _ entity: EntityReference) throws(KhoError) {
    let number = entity.id >> 6
    let builder = EntityBlockBuilder(try block(entity.table, number))
    let isNew = builder.exists == 0
    if isNew, pending?.bulk == nil { try beginTail(entity.table, number) }
    try writeBack(entity.table)
    open.builder = builder
    open.isNew = isNew
    open.number = number
  }

  /// Puts the open block into its table. It stays open.
  func writeBack(_ table: EntityTable) throws(KhoError) {
    guard let pending else { return }
    let open = pending.open(table)
    guard let number = open.number, open.isDirty else { return }
    let place = place(table, number)
    let block = try encoded(open, table, number)
    guard open.builder.columns.count <= UInt16.max else {
      throw KhoError(
        .limitExceeded, "TooManyColumns",
        "expected at most 65,535 labels and properties among 64 neighbouring nodes, found more")
    }
    try lmdb { () throws(LMDBError) in
      if block.isEmpty {
        try pending.writer.delete(place.table, place.key)
      } else if open.isNew, !place.isTail {
        try pending.writer.append(place.table, place.key, block)
      } else {
        try pending.writer.put(place.table, place.key, block)
      }
    }
    open.isDirty = false
    open.isNew = false
  }

  /// The block's bytes, none without entities. Moves its longest values out of line until it fits
  /// into four pages.
  private func encoded(
    _ open: OpenBlock, _ table: EntityTable, _ number: UInt32
  ) throws(KhoError) -> [UInt8] {
    if open.builder.exists == 0 { return [] }
    let block = open.builder.encoded()
    if block.count <= LongValue.largestBlockInBytes { return block }
    while open.builder.encodedSizeInBytes > LongValue.largestBlockInBytes,
      let (name, slot, bytes) = open.builder.longestRun(over: LongValue.shortestMoved)
    {
      let id = number << 6 | slot
      let entity: EntityReference =
        table == .node ? .node(NodeID(id)) : .relationship(RelationshipID(id))
      let word = try putLongValue(bytes, entity, name.key)
      open.builder.clear(name, slot)
      open.builder.set(ColumnName(name.type.long, name.key), slot, word: word)
    }
    return open.builder.encoded()
  }

  /// Stores a value out of line, and in the block of its entity where it lies.
  func storeLong(
    _ key: PropertyKeyID, _ value: Value, _ entity: EntityReference
  ) throws(KhoError) {
    guard let type = ColumnType(of: value) else { return }
    var payload: [UInt8] = []
    payload.append(payload: value)
    let word = try putLongValue(payload, entity, key.rawValue)
    try edit(entity) { $0.set(ColumnName(type.long, key.rawValue), $1, word: word) }
  }

  /// Calls `body` with each label of a node, without writing its block back. Throws
  /// `EntityNotFound` for an absent one.
  func forEachLabelForWriting(_ node: NodeID, _ body: (LabelID) -> Void) throws(KhoError) {
    let slot = node.rawValue & 63
    if let open = pending?.open.nodes, open.number == node.rawValue >> 6 {
      guard open.builder.contains(slot) else { throw .endNotFound }
      open.builder.forEachLabel(slot, body)
    } else {
      guard isKnown(.node(node)) else { throw .endNotFound }
      let block = try block(.node, node.rawValue >> 6)
      guard block.exists >> UInt64(slot) & 1 != 0 else { throw .endNotFound }
      block.forEachLabel(slot, body)
    }
  }

  // MARK: Commit

  /// Puts everything into the tables and commits. After an error nothing of the transaction
  /// remains.
  func commit() throws(KhoError) {
    let pending = try writable()
    if let failure = pending.failure { throw failure }
    try checkMandatoryProperties()
    try writeBack(.node)
    try writeBack(.relationship)
    try applyAdjacency()
    try putRecentEntries()
    try putRecentAdjacency()
    pending.bulk?.giveCounts(to: &pending.counts)
    let hasShifted = try putCounts()
    if pending.isCatalogChanged || hasShifted {
      if !pending.isCatalogChanged { catalog = Catalog(copying: catalog) }
      header.catalogVersion = pending.initialHeader.catalogVersion &+ 1
      catalog.version = header.catalogVersion
    }
    if header != pending.initialHeader {
      try lmdb { () throws(LMDBError) in
        try pending.writer.put(tables.meta, StoreHeader.key, header.encoded)
      }
    }
    try lmdb { () throws(LMDBError) in try pending.writer.commit() }
  }

  /// The open blocks of a transaction that was committed, where that surely gave its number to a
  /// state: a commit without changes does not.
  var openBlocks: OpenBlocks? {
    pending.flatMap { header == $0.initialHeader ? nil : $0.open }
  }

  /// Adds the deltas to the stored counts. Returns whether one of them has changed its order of
  /// magnitude, which makes plans stale.
  private func putCounts() throws(KhoError) -> Bool {
    guard let pending else { return false }
    var hasShifted = Self.hasShifted(pending.initialHeader.nodeCount, header.nodeCount)
    // Counts that come or go.
    var others: [(name: CountName, new: UInt64)] = []
    try transaction.withCursor(tables.meta, convert: KhoError.init) { (cursor) throws(KhoError) in
      for (name, change) in pending.counts.all where change != 0 {
        try lmdb { () throws(LMDBError) in
          let isFound = try cursor.seek(name.key) && CountName(key: cursor.key) == name
          let old = isFound ? Int(clamping: cursor.value.u64(0)) : 0
          let new = UInt64(clamping: old &+ change)
          hasShifted = hasShifted || Self.hasShifted(UInt64(old), new)
          if isFound, new > 0, cursor.value.count == 8 {
            try cursor.replace(new)
          } else {
            others.append((name, new))
          }
        }
      }
    }
    for (name, new) in others {
      try lmdb { () throws(LMDBError) in
        if new == 0 {
          try pending.writer.delete(tables.meta, name.key)
        } else {
          var record: [UInt8] = []
          record.append(littleEndian: new)
          try pending.writer.put(tables.meta, name.key, record)
        }
      }
    }
    pending.counts = CountDeltas()
    return hasShifted
  }

  private static func hasShifted(_ old: UInt64, _ new: UInt64) -> Bool {
    old.leadingZeroBitCount != new.leadingZeroBitCount
  }

  /// Empties all tables; only the version of the catalog goes on counting.
  func removeEverything() throws(KhoError) {
    let pending = try writable()
    for table in [EntityTable.node, .relationship] { pending.open(table).number = nil }
    pending.open.recentEntries = RecentEntriesBuilder()
    pending.areRecentEntriesChanged = false
    pending.open.recentAdjacency = RecentAdjacencyBuilder()
    pending.isRecentAdjacencyChanged = false
    pending.mergedBlocks = [:]
    pending.adjacency = []
    pending.adjacencyCount = 0
    pending.counts = CountDeltas()
    pending.deleted = [:]
    pending.unchecked = []
    header = StoreHeader()
    try lmdb { () throws(LMDBError) in
      for (_, table) in tables.named { try pending.writer.empty(table) }
      for key in try metaKeys() { try pending.writer.delete(tables.meta, key) }
      try pending.writer.put(tables.meta, StoreFormat.key, StoreFormat.record)
    }
    pending.isCatalogChanged = true
    catalog = Catalog()
    catalog.version = UncommittedVersion.next()
  }
}

extension GraphTransaction {
  /// The keys of all records of table `meta`.
  private func metaKeys() throws(LMDBError) -> [[UInt8]] {
    try transaction.withCursor(tables.meta, convert: { $0 }) { (cursor) throws(LMDBError) in
      var keys: [[UInt8]] = []
      while try cursor.next() {
        if !tables.isName(cursor.key) { keys.append(cursor.key.array) }
      }
      return keys
    }
  }
}

extension KhoError {
  static let endNotFound = KhoError(
    .entityNotFound, "DeletedEntityAccess",
    "expected a node as the end of a relationship, found a deleted one")
}

/// A node or a relationship.
enum EntityReference: Hashable {
  case node(NodeID)
  case relationship(RelationshipID)

  @inline(__always) var id: UInt32 {
    switch self {
    case .node(let node): node.rawValue
    case .relationship(let relationship): relationship.rawValue
    }
  }
  @inline(__always) var isRelationship: Bool {
    if case .relationship = self { return true }
    return false
  }
  @inline(__always) var table: EntityTable { isRelationship ? .relationship : .node }
}
