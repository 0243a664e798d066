/// Databases, transactions and errors: functions of kho.h.
public import CKho
internal import Kho

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Runs `body`; an error becomes the thread's last one and its code.
@inline(__always) func answering(_ body: () throws(KhoError) -> Void) -> Int32 {
  do throws(KhoError) {
    try body()
    return KHO_OK
  } catch {
    return LastError.record(error)
  }
}

/// As `answering`, for functions that give something else than a code.
@inline(__always) func giving<R>(_ fallback: R, _ body: () throws(KhoError) -> R) -> R {
  do throws(KhoError) {
    return try body()
  } catch {
    _ = LastError.record(error)
    return fallback
  }
}

// Safe: made once, and nobody changes or frees it.
private nonisolated(unsafe) let version = unsafe strdup(KHO_VERSION)

@c @implementation
public func kho_version() -> UnsafePointer<CChar>? { unsafe UnsafePointer(version) }

// MARK: Databases

@c @implementation
public func kho_open(
  _ path: UnsafePointer<CChar>?, _ flags: Int32, _ db: UnsafeMutablePointer<kho_db>?
) -> Int32 {
  // Safe: the caller's place for the handle, or null.
  unsafe db?.pointee = 0
  return answering { () throws(KhoError) in
    guard let db = unsafe db else {
      throw KhoError(.misuse, "NullPointer", "expected a place for the handle, found null")
    }
    var configuration = Configuration()
    configuration.isReadOnly = flags & KHO_READ_ONLY != 0
    configuration.createsFile = flags & KHO_MUST_EXIST == 0
    configuration.durability = flags & KHO_RELAXED == 0 ? .full : .relaxed
    configuration.isUntrusted = flags & KHO_UNTRUSTED != 0
    let database =
      flags & KHO_TEMPORARY != 0
      ? try Database.temporary(configuration: configuration)
      : try Database(
        path: unsafe String(lent: path, as: "the path of a file"), configuration: configuration)
    // Safe: the caller's place for the handle.
    unsafe db.pointee = try Handles.databases.insert(Connection(database))
  }
}

@c @implementation
public func kho_close(_ db: kho_db) -> Int32 {
  answering { () throws(KhoError) in try Handles.databases.remove(db).close() }
}

@c @implementation
public func kho_limits(
  _ db: kho_db, _ seconds: Double, _ memory: Int64, _ rows: Int64
) -> Int32 {
  answering { () throws(KhoError) in
    try Handles.databases.find(db).setLimits(
      QueryLimits(
        seconds: seconds >= 0 ? min(seconds, 1e9) : nil,
        memoryInBytes: memory >= 0 ? Int(memory) : nil, rows: rows >= 0 ? Int(rows) : nil))
  }
}

@c @implementation
public func kho_busy_timeout(_ db: kho_db, _ seconds: Double) -> Int32 {
  answering { () throws(KhoError) in try Handles.databases.find(db).setBusyTimeout(seconds) }
}

@c @implementation
public func kho_import_folder(_ db: kho_db, _ path: UnsafePointer<CChar>?) -> Int32 {
  answering { () throws(KhoError) in
    // Safe: the caller's text; null is no folder.
    let folder = unsafe path == nil ? nil : try String(lent: path, as: "the path of a folder")
    try Handles.databases.find(db).setImportFolder(folder)
  }
}

@c @implementation
public func kho_interrupt(_ db: kho_db) -> Int32 {
  answering { () throws(KhoError) in try Handles.databases.find(db).interrupt() }
}

@c @implementation
public func kho_backup(_ db: kho_db, _ path: UnsafePointer<CChar>?) -> Int32 {
  answering { () throws(KhoError) in
    try Handles.databases.find(db).database.backup(
      to: unsafe String(lent: path, as: "the path of the copy"))
  }
}

@c @implementation
public func kho_check(
  _ db: kho_db, _ faults: UnsafeMutablePointer<Int64>?,
  _ report: UnsafeMutablePointer<UnsafePointer<CChar>?>?
) -> Int32 {
  answering { () throws(KhoError) in
    let found = try Handles.databases.find(db).database.check()
    // Safe: places of the caller, or null.
    unsafe faults?.pointee = Int64(found.count)
    unsafe report?.pointee = ThreadTexts.keep(found.joined(separator: "\n")).pointer
  }
}

@c @implementation
public func kho_info(_ db: kho_db) -> UnsafePointer<CChar>? {
  unsafe giving(nil) { () throws(KhoError) in
    let info = try Handles.databases.find(db).database.info()
    var writer = JSONWriter()
    writer.raw("{\"path\":")
    writer.string(info.path)
    writer.raw(",\"formatVersion\":\(info.formatVersion),\"libraryVersion\":")
    writer.string(info.libraryVersion)
    writer.raw(",\"readOnly\":\(info.isReadOnly),\"nodes\":\(info.nodeCount)")
    writer.raw(",\"relationships\":\(info.relationshipCount)")
    writer.raw(",\"bytes\":\(info.fileSizeInBytes),\"usedBytes\":\(info.usedSizeInBytes)")
    writer.raw(",\"readers\":\(info.readerCount)}")
    return unsafe ThreadTexts.keep(String(decoding: writer.bytes, as: UTF8.self)).pointer
  }
}

// MARK: Transactions

@c @implementation
public func kho_begin(_ db: kho_db, _ access: Int32) -> Int32 {
  answering { () throws(KhoError) in
    guard access == KHO_READ || access == KHO_WRITE else {
      throw KhoError(.misuse, "InvalidAccess", "expected KHO_READ or KHO_WRITE, found \(access)")
    }
    try Handles.databases.find(db).begin(writing: access == KHO_WRITE)
  }
}

@c @implementation
public func kho_commit(_ db: kho_db) -> Int32 {
  answering { () throws(KhoError) in try Handles.databases.find(db).end(committing: true) }
}

@c @implementation
public func kho_rollback(_ db: kho_db) -> Int32 {
  answering { () throws(KhoError) in try Handles.databases.find(db).end(committing: false) }
}

@c @implementation
public func kho_in_transaction(_ db: kho_db) -> Int32 {
  giving(0) { () throws(KhoError) in try Handles.databases.find(db).hasTransaction ? 1 : 0 }
}

@c @implementation
public func kho_exec(
  _ db: kho_db, _ text: UnsafePointer<CChar>?, _ length: Int64
) -> Int32 {
  var script: String?
  do throws(KhoError) {
    let connection = try Handles.databases.find(db)
    let text = try unsafe String(lent: text, length, as: "statements")
    script = text
    try connection.execute(text)
    return KHO_OK
  } catch {
    return LastError.record(error, in: script)
  }
}

// MARK: Errors

@c @implementation
public func kho_errcode() -> Int32 { LastError.current?.code ?? KHO_OK }

@c @implementation
public func kho_errmsg() -> UnsafePointer<CChar>? { unsafe kho_errtext(KHO_TEXT_MESSAGE) }

@c @implementation
public func kho_errtext(_ part: Int32) -> UnsafePointer<CChar>? {
  unsafe LastError.current?.text(part)?.pointer
}

@c @implementation
public func kho_errposition(
  _ line: UnsafeMutablePointer<Int32>?, _ column: UnsafeMutablePointer<Int32>?,
  _ offset: UnsafeMutablePointer<Int>?
) -> Int32 {
  guard let position = LastError.current?.position else { return 0 }
  // Safe: places of the caller, or null.
  unsafe line?.pointee = Int32(clamping: position.line)
  unsafe column?.pointee = Int32(clamping: position.column)
  unsafe offset?.pointee = position.offset
  return 1
}

@c @implementation
public func kho_errclear() { LastError.clear() }

@c @implementation
public func kho_code_name(_ code: Int32) -> UnsafePointer<CChar>? {
  // Safe: static strings end with NUL and live for ever.
  unsafe KhoError.codeName(code).map {
    unsafe UnsafeRawPointer($0.utf8Start).assumingMemoryBound(to: CChar.self)
  }
}
