/// The one transaction of an environment that may change it.
internal import CLMDB

/// Reads see the transaction's own writes. Must end on the thread that began it.
@safe package final class WriteTransaction: ReadTransaction {
  init(_ environment: Environment) throws(LMDBError) { try super.init(environment, flags: 0) }

  /// Stores a record, in place of one with the same key.
  package func put(_ table: Table, _ key: some TableKey, _ value: [UInt8]) throws(LMDBError) {
    try LMDBError.check(store(table, key, value, flags: 0))
  }

  /// Stores a record behind all others: pages become full, which `put` leaves half a record or more
  /// short of it. Elsewhere as `put`, at twice its cost.
  package func append(_ table: Table, _ key: some TableKey, _ value: [UInt8]) throws(LMDBError) {
    let code = try store(table, key, value, flags: MDB_APPEND)
    if code == MDB_KEYEXIST { return try put(table, key, value) }
    try LMDBError.check(code)
  }

  private func store(
    _ table: Table, _ key: some TableKey, _ value: [UInt8], flags: Int32
  ) throws(LMDBError) -> Int32 {
    let handle = try unsafe liveHandle()
    return key.withValue { key in
      value.withValue { value in
        // Safe: a live transaction and an open table; key and value are lent for the call.
        unsafe mdb_put(handle, table.handle, &key.value, &value.value, UInt32(flags))
      }
    }
  }

  /// Whether there was such a record.
  @discardableResult
  package func delete(_ table: Table, _ key: some TableKey) throws(LMDBError) -> Bool {
    let handle = try unsafe liveHandle()
    let code = key.withValue { key in
      // Safe: a live transaction and an open table; the key is lent for the call.
      unsafe mdb_del(handle, table.handle, &key.value, nil)
    }
    if code == MDB_NOTFOUND { return false }
    try LMDBError.check(code)
    return true
  }

  /// Removes all records of the table.
  package func empty(_ table: Table) throws(LMDBError) {
    // Safe: a live transaction and an open table.
    try LMDBError.check(unsafe mdb_drop(liveHandle(), table.handle, 0))
  }
}
