/// Index entries that were added lately: sorted in one record of table `meta`, until it is full.
///
/// An entry in the tree of indexes costs a transaction all pages from the root down, for each index
/// of a node; here they share one page. What is full goes to the tree in one go and in order.
///
/// ```
///  0  u16 n | u16 format (2) | u32 checksum | u16 size of the record
/// 10  n x { u16 size | key }, in any order
///     n x u16 place of the key, sorted by key
/// ```
internal import GraphModel
internal import LMDB

/// The record, read in place. Reading is total.
struct RecentEntries: RecentRecord {
  static let key = Array("recent".utf8)
  static let description = "recent index entries"
  static let format: UInt16 = 2
  static let headerSizeInBytes = 10
  /// The longest key has less than 500.
  static let largestSizeInBytes = storedSizeInBytes

  let bytes: Bytes
  let count: Int

  init(_ stored: Bytes) {
    let bytes = stored[0, Int(stored.u16(8))]
    self.bytes = bytes
    count = min(Int(bytes.u16(0)), max(0, bytes.count - RecentEntries.headerSizeInBytes) / 2)
  }

  /// Where the places stand.
  var end: Int { bytes.count &- 2 &* count }
  func place(_ index: Int) -> Int { Int(bytes.u16(end &+ 2 &* index)) }

  /// Empty before the first and after the last.
  subscript(_ index: Int) -> Bytes {
    guard index >= 0, index < count else { return .empty }
    let place = place(index)
    return bytes[place &+ 2, place &+ 2 &+ Int(bytes.u16(place))]
  }

  /// The index of the first key not before `key`. O(log n).
  func firstIndex(from key: Bytes) -> Int {
    // Most keys looked for are of old entities, and before or behind all.
    if count == 0 || self[0].order(key) >= 0 { return 0 }
    if self[count - 1].order(key) < 0 { return count }
    var (low, high) = (1, count - 1)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].order(key) < 0 { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// What is wrong with the record's structure, or nil. O(n).
  var defect: String? {
    guard bytes.u16(2) == RecentEntries.format, Int(bytes.u16(0)) == count,
      bytes.count == Int(bytes.u16(8)), bytes.count <= RecentEntries.largestSizeInBytes
    else { return "of a wrong size" }
    var size = RecentEntries.headerSizeInBytes
    for index in 0..<count {
      let place = place(index)
      guard place >= RecentEntries.headerSizeInBytes, !self[index].isEmpty,
        place + 2 + Int(bytes.u16(place)) <= end
      else { return "outside of their record" }
      size += 2 + self[index].count
    }
    return size == end ? nil : "with something between them"
  }
}

/// The record being changed; no bytes without entries.
struct RecentEntriesBuilder {
  private(set) var bytes: [UInt8]

  init(_ stored: Bytes = .empty) { bytes = RecentEntries(stored).bytes.array }

  func read<R>(_ body: (RecentEntries) -> R) -> R { bytes.withBytes { body(RecentEntries($0)) } }

  /// Whether there was room for the key, or the key was there.
  mutating func insert(_ key: [UInt8]) -> Bool {
    if bytes.isEmpty {
      bytes.append(littleEndian: 0 as UInt16)
      bytes.append(littleEndian: RecentEntries.format)
      bytes.append(littleEndian: 0 as UInt32)
      bytes.append(littleEndian: UInt16(RecentEntries.headerSizeInBytes))
    }
    let (index, end, count, isPresent) = read { recent in
      let index = key.withBytes { recent.firstIndex(from: $0) }
      let isPresent = key.withBytes { recent[index].equals($0) }
      return (index, recent.end, recent.count, isPresent)
    }
    if isPresent { return true }
    guard bytes.count + key.count + 4 <= RecentEntries.largestSizeInBytes else { return false }
    var entry: [UInt8] = []
    entry.reserveCapacity(key.count + 2)
    entry.append(littleEndian: UInt16(truncatingIfNeeded: key.count))
    entry.append(contentsOf: key)
    bytes.insert(contentsOf: entry, at: end)
    let place = end + entry.count + 2 * index
    bytes.insert(contentsOf: [0, 0], at: place)
    set(end, at: place)
    set(count + 1, at: 0)
    set(bytes.count, at: 8)
    return true
  }

  /// Whether there was such a key.
  mutating func remove(_ key: [UInt8]) -> Bool {
    let (index, place, count, isPresent) = read { recent in
      let index = key.withBytes { recent.firstIndex(from: $0) }
      let isPresent = key.withBytes { recent[index].equals($0) }
      return (index, recent.place(index), recent.count, isPresent)
    }
    guard isPresent else { return false }
    if count == 1 {
      bytes = []
      return true
    }
    let places = bytes.count - 2 * count
    bytes.removeSubrange(places + 2 * index..<places + 2 * index + 2)
    bytes.removeSubrange(place..<place + 2 + key.count)
    set(count - 1, at: 0)
    set(bytes.count, at: 8)
    // Those behind it have moved.
    let (end, old) = read { recent in
      (recent.end, (0..<recent.count).map { recent.place($0) })
    }
    for (index, old) in old.enumerated() where old > place {
      set(old - 2 - key.count, at: end + 2 * index)
    }
    return true
  }

  private mutating func set(_ value: Int, at offset: Int) {
    bytes[offset] = UInt8(truncatingIfNeeded: value)
    bytes[offset + 1] = UInt8(truncatingIfNeeded: value >> 8)
  }

  /// Writes the checksum.
  mutating func seal() {
    if !bytes.isEmpty { Checksum.seal(&bytes) }
  }
}

/// A walk through the entries of the tree and the recent ones together, in the order of keys.
struct IndexWalk {
  private let recent: RecentEntries
  private var index = 0
  private var isInTree = false
  private var isBackwards = false
  /// Of the entry it stands on; empty where there is none.
  private(set) var key = Bytes.empty

  init(_ recent: RecentEntries) { self.recent = recent }

  /// Moves to the first entry whose key is not less than `key`; false where there is none.
  mutating func seek(_ key: some TableKey, _ cursor: inout Cursor) throws(LMDBError) -> Bool {
    isBackwards = false
    _ = try cursor.seek(key)
    index = recent.count == 0 ? 0 : key.lend { recent.firstIndex(from: $0) }
    return choose(cursor.key)
  }

  /// Moves to the next entry; false after the last.
  mutating func next(_ cursor: inout Cursor) throws(LMDBError) -> Bool {
    if isInTree { _ = try cursor.next() } else { index += 1 }
    return choose(cursor.key)
  }

  /// Moves to the previous entry, or to the last where `seek` found none; false before the first.
  /// Must not follow `next`.
  mutating func previous(_ cursor: inout Cursor) throws(LMDBError) -> Bool {
    if !isBackwards || isInTree {
      _ = try cursor.key.isEmpty ? cursor.last() : cursor.previous()
    }
    if !isBackwards || !isInTree { index -= 1 }
    isBackwards = true
    return choose(cursor.key)
  }

  private mutating func choose(_ tree: Bytes) -> Bool {
    let other = recent[index]
    isInTree =
      other.isEmpty || !tree.isEmpty && (tree.order(other) < 0) != isBackwards
    key = isInTree ? tree : other
    return !key.isEmpty
  }
}

extension GraphTransaction {
  /// Lends the recent entries to `body`, which must not change any.
  @inline(__always)
  func withRecentEntries<R>(
    _ body: (RecentEntries) throws(KhoError) -> R
  ) throws(KhoError) -> R {
    if let pending {
      let bytes = try recentEntries(pending).bytes
      return try bytes.withBytes { (bytes) throws(KhoError) in try body(RecentEntries(bytes)) }
    }
    if let known = memo?.recentEntries { return try body(RecentEntries(known)) }
    let bytes = try storedRecent(RecentEntries.self)
    memo?.recentEntries = bytes
    return try body(RecentEntries(bytes))
  }

  /// Lends a walk through all entries of indexes, and the cursor that it moves.
  @inline(__always)
  func withIndexWalk<R>(
    _ body: (inout IndexWalk, inout Cursor) throws(KhoError) -> R
  ) throws(KhoError) -> R {
    try withRecentEntries { (recent) throws(KhoError) in
      try transaction.withCursor(tables.index, convert: KhoError.init) {
        (cursor) throws(KhoError) in
        var walk = IndexWalk(recent)
        return try body(&walk, &cursor)
      }
    }
  }

  @discardableResult
  private func recentEntries(_ pending: PendingWrites) throws(KhoError) -> RecentEntriesBuilder {
    if let known = pending.open.recentEntries { return known }
    let entries = RecentEntriesBuilder(try storedRecent(RecentEntries.self))
    pending.open.recentEntries = entries
    return entries
  }

  /// Adds an entry under its whole key.
  func addIndexEntry(_ key: [UInt8]) throws(KhoError) {
    let pending = try writable()
    if !pending.hasManyEntries {
      try recentEntries(pending)
      pending.areRecentEntriesChanged = true
      if pending.open.recentEntries?.insert(key) ?? false { return }
      try endRecentEntries(pending)
      pending.hasManyEntries = true
    }
    try lmdb { () throws(LMDBError) in try pending.writer.put(tables.index, key, []) }
  }

  func removeIndexEntry(_ key: [UInt8]) throws(KhoError) {
    let pending = try writable()
    try recentEntries(pending)
    if pending.open.recentEntries?.remove(key) ?? false {
      pending.areRecentEntriesChanged = true
    } else {
      try lmdb { () throws(LMDBError) in try pending.writer.delete(tables.index, key) }
    }
  }

  /// Moves the recent entries into the tree.
  private func endRecentEntries(_ pending: PendingWrites) throws(KhoError) {
    let entries = try recentEntries(pending)
    pending.open.recentEntries = RecentEntriesBuilder()
    let keys = entries.read { recent in (0..<recent.count).map { recent[$0].array } }
    try lmdb { () throws(LMDBError) in
      for key in keys { try pending.writer.put(tables.index, key, []) }
    }
  }

  /// Stores the recent entries, if they were changed.
  func putRecentEntries() throws(KhoError) {
    guard let pending, pending.areRecentEntriesChanged else { return }
    try recentEntries(pending)
    pending.open.recentEntries?.seal()
    try putRecent(RecentEntries.self, pending.open.recentEntries?.bytes ?? [])
  }
}
