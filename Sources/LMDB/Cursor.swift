/// A place in a table, moved in key order.
internal import CLMDB

/// Stands on a record or nowhere. `key` and `value` are borrowed from the map: see `Bytes`. Must
/// not outlive its transaction, which is why `ReadTransaction.withCursor` lends it. Must not be
/// used after a write to its table.
@safe package struct Cursor: ~Copyable {
  private let handle: OpaquePointer
  private let table: Table
  private let transaction: ReadTransaction
  package private(set) var key = Bytes.empty
  package private(set) var value = Bytes.empty

  init(_ transaction: ReadTransaction, _ table: Table) throws(LMDBError) {
    // Safe: stored; this cursor alone holds the handle.
    unsafe handle = try unsafe transaction.openCursor(table)
    self.table = table
    self.transaction = transaction
  }

  deinit {
    // Safe: given back once.
    unsafe transaction.closeCursor(handle, of: table)
  }

  /// The key of a table with integer keys.
  package var integerKey: UInt64 { key.u64(0) }

  /// Moves to the first record whose key is not less than `key`; false where there is none.
  package mutating func seek(_ key: some TableKey) throws(LMDBError) -> Bool {
    let handle = try unsafe liveHandle()
    let found = try key.withValue { (key) throws(LMDBError) in
      try unsafe Cursor.move(handle, MDB_SET_RANGE, from: key.value)
    }
    return stand(on: found)
  }

  /// Moves to the next record, or to the first from nowhere; false after the last.
  package mutating func next() throws(LMDBError) -> Bool { try step(MDB_NEXT) }
  /// Moves to the previous record, or to the last from nowhere; false before the first.
  package mutating func previous() throws(LMDBError) -> Bool { try step(MDB_PREV) }
  package mutating func last() throws(LMDBError) -> Bool { try step(MDB_LAST) }

  /// Stores a number in place of the record's value, which must have eight bytes as well; of a
  /// write transaction only. The cursor can be moved on, but lends nothing until then.
  package mutating func replace(_ new: UInt64) throws(LMDBError) {
    guard value.count == 8 else { throw LMDBError(code: MDB_BAD_VALSIZE) }
    let handle = try unsafe liveHandle()
    let old = key
    stand(on: nil)
    let code = new.littleEndian.withValue { new in
      // Safe: a live cursor on a record, whose key is not read where it stays; the value is lent
      // for the call.
      var key = unsafe MDBValue(base: old.base, count: old.count)
      return unsafe mdb_cursor_put(handle, &key.value, &new.value, UInt32(MDB_CURRENT))
    }
    try LMDBError.check(code)
  }

  private mutating func step(_ operation: MDB_cursor_op) throws(LMDBError) -> Bool {
    let handle = try unsafe liveHandle()
    return stand(on: try unsafe Cursor.move(handle, operation, from: MDB_val()))
  }

  @discardableResult private mutating func stand(on record: (key: Bytes, value: Bytes)?) -> Bool {
    (key, value) = record ?? (.empty, .empty)
    return record != nil
  }

  private func liveHandle() throws(LMDBError) -> OpaquePointer {
    _ = try unsafe transaction.liveHandle()
    return unsafe handle
  }

  /// Nil where there is no such record.
  private static func move(
    _ handle: OpaquePointer, _ operation: MDB_cursor_op, from start: MDB_val
  ) throws(LMDBError) -> (key: Bytes, value: Bytes)? {
    var key = unsafe start
    var value = unsafe MDB_val()
    // Safe: a live cursor; LMDB points key and value into its map.
    let code = unsafe mdb_cursor_get(handle, &key, &value, operation)
    if code == MDB_NOTFOUND { return nil }
    try LMDBError.check(code)
    return unsafe (Bytes(key), Bytes(value))
  }
}
