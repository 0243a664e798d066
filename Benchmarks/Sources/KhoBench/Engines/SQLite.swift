/// SQLite through its C API: the peer in the same process, as fast as its users can have it.
internal import CSQLite

/// An open SQLite database: one connection, memory-mapped, its cache larger than the data.
@safe final class SQLite {
  struct Failure: Error, CustomStringConvertible { var description: String }

  private let handle: OpaquePointer

  init(path: String) throws {
    var handle: OpaquePointer?
    // Safe: the handle is closed in `deinit` and used by this class and its statements alone.
    let code = unsafe sqlite3_open_v2(
      path, &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nil)
    guard code == SQLITE_OK, let handle = unsafe handle else {
      throw Failure(description: "cannot open \(path)")
    }
    unsafe self.handle = unsafe handle
    try run("PRAGMA mmap_size=30000000000")
    try run("PRAGMA cache_size=-1000000")
    try run("PRAGMA temp_store=MEMORY")
    try run("PRAGMA journal_mode=WAL")
    try run("PRAGMA synchronous=NORMAL")
  }

  deinit {
    // Safe: statements keep their database alive, so none is left.
    unsafe sqlite3_close(handle)
  }

  /// Runs statements that have no result.
  func run(_ text: String) throws {
    // Safe: no callback is given, and the message is read by `failure`.
    guard unsafe sqlite3_exec(handle, text, nil, nil, nil) == SQLITE_OK else { throw failure(text) }
  }

  func prepare(_ text: String) throws -> Statement {
    var statement: OpaquePointer?
    // Safe: the statement is finalized by its owner.
    let code = unsafe sqlite3_prepare_v3(
      handle, text, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil)
    guard code == SQLITE_OK, let statement = unsafe statement else { throw failure(text) }
    return unsafe Statement(self, statement)
  }

  fileprivate func failure(_ text: String) -> Failure {
    // Safe: SQLite's message lives until the next call on the handle.
    Failure(description: "\(text): \(unsafe String(cString: sqlite3_errmsg(handle)))")
  }

  /// A prepared statement.
  @safe final class Statement {
    private let database: SQLite
    private let handle: OpaquePointer
    /// Names of the parameters, without `$`, in the order of their indexes.
    let parameterNames: [String]

    fileprivate init(_ database: SQLite, _ handle: OpaquePointer) {
      self.database = database
      unsafe self.handle = unsafe handle
      // Safe: names of parameters, which are nil for `?`, live as long as the statement.
      let count = unsafe sqlite3_bind_parameter_count(handle)
      parameterNames = (0..<count).map { index in
        guard let name = unsafe sqlite3_bind_parameter_name(handle, index + 1) else { return "" }
        return String(unsafe String(cString: name).dropFirst())
      }
    }

    // Safe: nothing uses the statement any more.
    deinit { unsafe sqlite3_finalize(handle) }

    /// Sets the parameter at `index`, counted from 1.
    func bind(_ value: Int64, at index: Int32) {
      // Safe: an index out of range is an error code, and leaves the parameter null.
      unsafe sqlite3_bind_int64(handle, index, value)
    }

    func bind(_ value: String, at index: Int32) {
      // Safe: SQLite copies the text before the call returns (SQLITE_TRANSIENT, -1).
      let transient = unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
      unsafe sqlite3_bind_text(handle, index, value, Int32(value.utf8.count), transient)
    }

    func bind(_ value: Double, at index: Int32) {
      // Safe: as for integers.
      unsafe sqlite3_bind_double(handle, index, value)
    }

    /// Moves to the next row; at the end the statement is ready for the next run.
    func step() throws -> Bool {
      // Safe: the statement is alive as long as this object.
      switch unsafe sqlite3_step(handle) {
      case SQLITE_ROW: return true
      case SQLITE_DONE:
        unsafe sqlite3_reset(handle)
        return false
      default: throw database.failure("step")
      }
    }

    func integer(_ column: Int32) -> Int64 {
      // Safe: a column out of range reads as 0.
      unsafe sqlite3_column_int64(handle, column)
    }

    /// The size of a column's text, which SQLite has then made ready for its caller.
    func textSizeInBytes(_ column: Int32) -> Int {
      // Safe: the text is not looked at here.
      _ = unsafe sqlite3_column_text(handle, column)
      return Int(unsafe sqlite3_column_bytes(handle, column))
    }

    /// Ends a run before its last row.
    func reset() {
      // Safe: a statement may be reset at any time.
      unsafe sqlite3_reset(handle)
    }

    private var columnCount: Int32 {
      // Safe: as all that only reads the statement.
      unsafe sqlite3_column_count(handle)
    }

    /// Has every value of the row made, as its caller would.
    func readColumns() {
      for column in 0..<columnCount {
        // Safe: types and values are read between `step` and the next one.
        switch unsafe sqlite3_column_type(handle, column) {
        case SQLITE_INTEGER: _ = unsafe sqlite3_column_int64(handle, column)
        case SQLITE_FLOAT: _ = unsafe sqlite3_column_double(handle, column)
        default: _ = textSizeInBytes(column)
        }
      }
    }

    /// The row as text.
    var texts: [String] {
      (0..<columnCount).map { column in
        // Safe: as above; SQLite's text ends with a zero byte.
        switch unsafe sqlite3_column_type(handle, column) {
        case SQLITE_FLOAT: return Answer.text(unsafe sqlite3_column_double(handle, column))
        case SQLITE_NULL: return ""
        default:
          guard let text = unsafe sqlite3_column_text(handle, column) else { return "" }
          return unsafe String(cString: text)
        }
      }
    }
  }
}
