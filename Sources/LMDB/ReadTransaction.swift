/// A snapshot of an environment, and what can be read in it.
internal import CLMDB

/// A named B+tree of an environment. Valid in every transaction of the environment once the
/// transaction that opened it is committed.
package struct Table: Sendable, Hashable {
  let handle: MDB_dbi

  package struct Statistics: Sendable, Hashable {
    package var recordCount = 0
    package var pageCount = 0
  }
}

/// A transaction. Every call after its end throws `.badTransaction`. Belongs to one thread at a
/// time.
@safe package class ReadTransaction {
  package final let environment: Environment
  final var handle: OpaquePointer?
  /// Whether the handle stands reset, waiting for `renew`.
  private final var isReset = false
  private final let isReadOnly: Bool
  /// A cursor that nobody uses, kept for the next on its table; read-only transactions alone.
  private final var idleCursor: (handle: OpaquePointer, table: Table)?

  init(_ environment: Environment, flags: UInt32) throws(LMDBError) {
    self.environment = environment
    isReadOnly = flags & UInt32(MDB_RDONLY) != 0
    var handle: OpaquePointer?
    // Safe: the environment is open; LMDB fills the handle on success.
    try LMDBError.check(unsafe mdb_txn_begin(environment.openHandle(), nil, flags, &handle))
    unsafe self.handle = unsafe handle
  }

  deinit { abort() }

  /// Ends the transaction; nothing written in it remains.
  package final func abort() {
    // Safe: the handle is taken out, so it is ended once; in a forked child it is the parent's.
    guard let handle = unsafe handle else { return }
    unsafe self.handle = nil
    guard environment.isUsable else { return }
    closeIdleCursor()
    unsafe mdb_txn_abort(handle)
  }

  /// Ends the transaction; what was written in it is durable as the environment's options say. On
  /// an error nothing of it remains, save that an error of the disk may come after the commit took
  /// place.
  package final func commit() throws(LMDBError) {
    let handle = try unsafe liveHandle()
    unsafe self.handle = nil
    closeIdleCursor()
    // Safe: the handle was taken out, so it is ended once.
    try LMDBError.check(unsafe mdb_txn_commit(handle))
  }

  final func liveHandle() throws(LMDBError) -> OpaquePointer {
    guard let handle = unsafe handle, !isReset, environment.isUsable else { throw .badTransaction }
    return unsafe handle
  }

  /// Lets go of the snapshot but keeps the reader's slot for `renew`. Read transactions only.
  package final func reset() {
    guard let handle = try? unsafe liveHandle() else { return }
    isReset = true
    // Safe: a live read transaction.
    unsafe mdb_txn_reset(handle)
  }

  /// Takes the newest snapshot after `reset`.
  package final func renew() throws(LMDBError) {
    guard let handle = unsafe handle, isReset, environment.isUsable else { throw .badTransaction }
    // Safe: a reset read transaction.
    try LMDBError.check(unsafe mdb_txn_renew(handle))
    isReset = false
  }

  /// The number of the snapshot: that of the last commit it sees, or its own in a write
  /// transaction.
  package final var id: UInt64 {
    // Safe: a live transaction.
    guard let handle = try? unsafe liveHandle() else { return 0 }
    return UInt64(truncatingIfNeeded: unsafe mdb_txn_id(handle))
  }

  /// Opens the table of that name. Throws `.notFound` where there is none and `creates` is false.
  package final func openTable(
    _ name: String, integerKeys: Bool, creates: Bool
  ) throws(LMDBError) -> Table {
    var table: MDB_dbi = 0
    let flags = UInt32((integerKeys ? MDB_INTEGERKEY : 0) | (creates ? MDB_CREATE : 0))
    // Safe: a live transaction; LMDB copies the name.
    try LMDBError.check(unsafe mdb_dbi_open(liveHandle(), name, flags, &table))
    return Table(handle: table)
  }

  /// The table that LMDB keeps the names of all others in, as records to be left alone. What is
  /// written to it costs a transaction no page that names a table.
  package final func openMainTable() throws(LMDBError) -> Table {
    var table: MDB_dbi = 0
    // Safe: a live transaction.
    try LMDBError.check(unsafe mdb_dbi_open(liveHandle(), nil, 0, &table))
    return Table(handle: table)
  }

  /// The record's value, or nil. O(log n).
  package final func get(_ table: Table, _ key: some TableKey) throws(LMDBError) -> Bytes? {
    let handle = try unsafe liveHandle()
    return try key.withValue { (key) throws(LMDBError) -> Bytes? in
      var value = unsafe MDB_val()
      // Safe: a live transaction and an open table; the key is lent for the call.
      let code = unsafe mdb_get(handle, table.handle, &key.value, &value)
      if code == MDB_NOTFOUND { return nil }
      try LMDBError.check(code)
      return unsafe Bytes(value)
    }
  }

  package final func statistics(of table: Table) throws(LMDBError) -> Table.Statistics {
    var stat = MDB_stat()
    // Safe: a live transaction and an open table.
    try LMDBError.check(unsafe mdb_stat(liveHandle(), table.handle, &stat))
    return Table.Statistics(
      recordCount: stat.ms_entries,
      pageCount: stat.ms_branch_pages &+ stat.ms_leaf_pages &+ stat.ms_overflow_pages)
  }

  /// A cursor that stands nowhere: the idle one where it is of the table, else a new one.
  final func openCursor(_ table: Table) throws(LMDBError) -> OpaquePointer {
    let transaction = try unsafe liveHandle()
    // Safe: a live transaction, and a cursor that was kept open and is taken out.
    if let (handle, kept) = unsafe idleCursor, kept == table {
      unsafe idleCursor = nil
      let code = unsafe mdb_cursor_renew(transaction, handle)
      if code == MDB_SUCCESS { return unsafe handle }
      unsafe mdb_cursor_close(handle)
    }
    var handle: OpaquePointer?
    // Safe: a live transaction and an open table; LMDB fills the handle on success.
    try LMDBError.check(unsafe mdb_cursor_open(transaction, table.handle, &handle))
    guard let handle = unsafe handle else { throw .badTransaction }
    return unsafe handle
  }

  /// Takes a cursor back. A write transaction's end frees its cursors.
  final func closeCursor(_ handle: OpaquePointer, of table: Table) {
    // Safe: the handle is given up by its one holder, and kept or closed here.
    guard unsafe self.handle != nil else { return }
    if isReadOnly, unsafe idleCursor == nil {
      unsafe idleCursor = unsafe (handle, table)
    } else {
      unsafe mdb_cursor_close(handle)
    }
  }

  private final func closeIdleCursor() {
    // Safe: taken out, so closed once.
    guard let (handle, _) = unsafe idleCursor else { return }
    unsafe idleCursor = nil
    unsafe mdb_cursor_close(handle)
  }

  /// Lends a cursor over `table` to `body`.
  package final func withCursor<R, E: Error>(
    _ table: Table, convert: (LMDBError) -> E, _ body: (inout Cursor) throws(E) -> R
  ) throws(E) -> R {
    var cursor: Cursor
    do throws(LMDBError) {
      cursor = try Cursor(self, table)
    } catch {
      throw convert(error)
    }
    return try body(&cursor)
  }
}
