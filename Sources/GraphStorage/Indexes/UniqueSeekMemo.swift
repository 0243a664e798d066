/// Seeks of unique indexes: one value, at most one entity.
package import GraphModel
internal import LMDB

/// Entities that seeks of unique indexes have found, remembered by a hash of what was asked for.
///
/// A hint, never an answer: the caller looks whether the entity still has the value, and if it does
/// it is the only one that can (the index is unique). So nothing is ever invalidated, and the memo
/// of a pooled reader outlives snapshots.
struct UniqueSeekMemo {
  /// At most 1,048,576 entries of 8 bytes.
  private static let largestBitCount = 20
  /// In sets of two: hash in the upper half, id + 1 in the lower; 0 is empty.
  private var entries: [UInt64] = []
  private var bitCount: UInt32 = 10
  private var count = 0

  /// Nil for values that are seldom keys. Not seeded: what collides is only not remembered.
  static func hash(_ index: IndexDefinition, _ value: Value) -> UInt32? {
    switch value {
    case .integer(let integer):
      mixed(UInt64(bitPattern: integer) ^ UInt64(index.id) << 48)
    case .string(let text):
      text.withUTF8Bytes { bytes in
        var hash = UInt64(index.id)
        for offset in stride(from: 0, to: bytes.count, by: 8) {
          hash = (hash ^ bytes[offset, offset + 8].word) &* 0x9E37_79B9_7F4A_7C15
          hash ^= hash >> 29
        }
        return mixed(hash ^ UInt64(truncatingIfNeeded: bytes.count))
      }
    default: nil
    }
  }

  private static func mixed(_ value: UInt64) -> UInt32 {
    let product = (value ^ value >> 32) &* 0x9E37_79B9_7F4A_7C15
    return UInt32(truncatingIfNeeded: product >> 32)
  }

  func candidate(_ hash: UInt32) -> UInt32? {
    guard !entries.isEmpty else { return nil }
    let slot = slot(hash)
    for entry in [entries[slot], entries[slot ^ 1]]
    where UInt32(truncatingIfNeeded: entry >> 32) == hash && entry != 0 {
      return UInt32(truncatingIfNeeded: entry) &- 1
    }
    return nil
  }

  mutating func remember(_ id: UInt32, _ hash: UInt32) {
    if entries.isEmpty { entries = Array(repeating: 0, count: 1 << Int(bitCount)) }
    if count > entries.count / 2, bitCount < Self.largestBitCount { grow() }
    insert(UInt64(hash) << 32 | UInt64(id &+ 1))
  }

  /// The newer of a set comes first.
  private mutating func insert(_ entry: UInt64) {
    let slot = slot(UInt32(truncatingIfNeeded: entry >> 32))
    if entries[slot] == 0 {
      count += 1
    } else if entries[slot] >> 32 != entry >> 32 {
      if entries[slot ^ 1] == 0 { count += 1 }
      entries[slot ^ 1] = entries[slot]
    }
    entries[slot] = entry
  }

  /// A hash by multiplication is best in its upper bits.
  private func slot(_ hash: UInt32) -> Int { Int(hash >> (32 - bitCount)) }

  private mutating func grow() {
    let old = entries
    bitCount += 2
    count = 0
    entries = Array(repeating: 0, count: 1 << Int(bitCount))
    for entry in old where entry != 0 { insert(entry) }
  }
}

/// What a seek for one value in a unique index found.
package enum UniqueSeekResult {
  case one(UInt32)
  case none
  /// The index is not unique, or its entries do not tell for such a value: `seek` in full is asked.
  case unknown
}

extension GraphTransaction {
  /// The one entity that a unique index of one key has for the value. O(log n), or O(1) where an
  /// earlier seek found it.
  package func seek(
    unique index: IndexDefinition, _ value: Value
  ) throws(KhoError) -> UniqueSeekResult {
    try live()
    guard index.isUnique, index.keys.count == 1 else { return .unknown }
    let hash = UniqueSeekMemo.hash(index, value)
    if let memo, let hash, let id = memo.uniqueSeeks.candidate(hash),
      try has(index, index.reference(id), value)
    {
      return .one(id)
    }
    guard let key = IndexKey.certainKey(index.id, value) else { return .unknown }
    let id = try transaction.withCursor(tables.index, convert: KhoError.init) {
      (cursor) throws(KhoError) -> UInt32? in
      let isFound = try lmdb { () throws(LMDBError) in try cursor.seek(key) }
      guard isFound, cursor.key.starts(with: key) else { return nil }
      return IndexKey.id(ofKey: cursor.key)
    }
    guard let id else { return .none }
    if let memo, let hash { memo.uniqueSeeks.remember(id, hash) }
    return .one(id)
  }

  /// Whether the entity has the index's label or type, and its one key with the value.
  private func has(
    _ index: IndexDefinition, _ entity: EntityReference, _ value: Value
  ) throws(KhoError) -> Bool {
    guard isKnown(entity) else { return false }
    let block = try block(entity.table, entity.id >> 6)
    let slot = entity.id & 63
    guard block.exists >> UInt64(slot) & 1 != 0,
      let column = block.column(of: index.keys[0], slot)
    else { return false }
    switch index.entity {
    case .node(let label):
      guard block.valid(label: label) >> UInt64(slot) & 1 != 0 else { return false }
    case .relationship(let type):
      guard block.endpoints(slot).type == type else { return false }
    }
    switch (column.name.type, value) {
    case (.integer, .integer(let integer)):
      return block.word(column, column.rank(slot)) == UInt64(bitPattern: integer)
    case (.string, .string(let text)):
      return text.withUTF8Bytes { block.run(column, column.rank(slot)).equals($0) }
    default: return try self.value(block, column, entity).equals(value) == true
    }
  }
}
