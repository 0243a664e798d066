/// Seeks of unique indexes: one value, at most one entity.
package import GraphModel
internal import LMDB

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
    return try seek(unique: index, value, memo)
  }

  /// - Parameter memo: what remembers the entity; nil for none.
  func seek(
    unique index: IndexDefinition, _ value: Value, _ memo: Memo?
  ) throws(KhoError) -> UniqueSeekResult {
    if let memo, let id = try known(index, value, memo) { return .one(id) }
    return try search(unique: index, value, memo)
  }

  /// The entity that an earlier seek of the value found, if it still has it.
  @inline(__always) func known(
    _ index: IndexDefinition, _ value: Value, _ memo: Memo
  ) throws(KhoError) -> UInt32? {
    guard index.isUnique, let hash = UniqueSeekMemo.hash(index, value),
      let id = memo.candidate(hash), try has(index, index.reference(id), value, memo)
    else { return nil }
    return id
  }

  func search(
    unique index: IndexDefinition, _ value: Value, _ memo: Memo?
  ) throws(KhoError) -> UniqueSeekResult {
    guard index.isUnique, index.keys.count == 1 else { return .unknown }
    let id: UInt32?
    if case .integer(let integer) = value {
      let key = IndexKey.certainKey(index.id, integer)
      id = try entity(from: key) { key.isPrefix(of: $0) }
    } else {
      guard let key = IndexKey.certainKey(index.id, value) else { return .unknown }
      id = try entity(from: key) { $0.starts(with: key) }
    }
    guard let id else { return .none }
    if let memo, let hash = UniqueSeekMemo.hash(index, value) { memo.remember(id, hash) }
    return .one(id)
  }

  /// The entity of the first entry from `key` on, if that is one of those looked for.
  private func entity(
    from key: some TableKey, isWanted: (Bytes) -> Bool
  ) throws(KhoError) -> UInt32? {
    try withIndexWalk { (walk, cursor) throws(KhoError) -> UInt32? in
      let isFound = try lmdb { () throws(LMDBError) in try walk.seek(key, &cursor) }
      return isFound && isWanted(walk.key) ? IndexKey.id(ofKey: walk.key) : nil
    }
  }

  /// Whether the entity has the index's label or type, and its one key with the value.
  private func has(
    _ index: IndexDefinition, _ entity: EntityReference, _ value: Value, _ memo: Memo
  ) throws(KhoError) -> Bool {
    guard index.keys.count == 1, isKnown(entity) else { return false }
    let block = try block(entity.table, entity.id >> 6)
    let slot = entity.id & 63
    guard block.exists >> UInt64(slot) & 1 != 0,
      let column = memo.hints.column(of: index.keys[0], slot, block, entity.table)
    else { return false }
    switch index.entity {
    case .node(let label):
      guard memo.hints.has(label, slot, block) else { return false }
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
