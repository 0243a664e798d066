/// Statements, their parameters and rows: functions of kho.h.
public import CKho
internal import Kho

/// Runs `body` with a statement that nobody else uses; errors are placed in its text.
@inline(__always) private func using<R>(
  _ handle: kho_stmt, failing: (Int32) -> R, _ body: (Statement) throws(KhoError) -> R
) -> R {
  do throws(KhoError) {
    return try Handles.statements.use(handle) { statement throws(KhoError) in
      do throws(KhoError) {
        return try body(statement)
      } catch {
        return failing(LastError.record(error, in: statement.prepared.text))
      }
    }
  } catch {
    return failing(LastError.record(error))
  }
}

/// For functions that return a code.
@inline(__always) func answering(
  _ handle: kho_stmt, _ body: (Statement) throws(KhoError) -> Int32
) -> Int32 {
  using(handle, failing: { $0 }, body)
}

/// For functions that return something else, or `fallback` after an error.
@inline(__always) func giving<R>(
  _ fallback: R, _ handle: kho_stmt, _ body: (Statement) throws(KhoError) -> R
) -> R {
  using(handle, failing: { _ in fallback }, body)
}

@c @implementation
public func kho_prepare(
  _ db: kho_db, _ text: UnsafePointer<CChar>?, _ length: Int64,
  _ statement: UnsafeMutablePointer<kho_stmt>?
) -> Int32 {
  // Safe: the caller's place for the handle, or null.
  unsafe statement?.pointee = 0
  var query: String?
  do throws(KhoError) {
    let connection = try Handles.databases.find(db)
    guard let statement = unsafe statement else {
      throw KhoError(.misuse, "NullPointer", "expected a place for the handle, found null")
    }
    let text = try unsafe String(lent: text, length, as: "a statement")
    query = text
    let prepared = try connection.prepare(text)
    let handle = try Handles.statements.insert(Statement(connection, prepared))
    connection.add(handle)
    // Safe: the caller's place for the handle.
    unsafe statement.pointee = handle
    return KHO_OK
  } catch {
    return LastError.record(error, in: query)
  }
}

@c @implementation
public func kho_finalize(_ statement: kho_stmt) -> Int32 {
  answering { () throws(KhoError) in
    // Where another call is inside, its end frees all.
    try Handles.statements.remove(statement).connection.remove(statement)
  }
}

@c @implementation
public func kho_is_writing(_ statement: kho_stmt) -> Int32 {
  giving(0, statement) { $0.prepared.isWriting ? 1 : 0 }
}

// MARK: Parameters

@inline(__always) private func bind(
  _ statement: kho_stmt, _ name: UnsafePointer<CChar>?, _ value: () throws(KhoError) -> Value
) -> Int32 {
  answering(statement) { statement throws(KhoError) in
    try unsafe statement.bind(name, value())
    return KHO_OK
  }
}

@c @implementation
public func kho_bind_null(_ statement: kho_stmt, _ name: UnsafePointer<CChar>?) -> Int32 {
  unsafe bind(statement, name) { .null }
}

@c @implementation
public func kho_bind_bool(
  _ statement: kho_stmt, _ name: UnsafePointer<CChar>?, _ value: Int32
) -> Int32 {
  unsafe bind(statement, name) { .boolean(value != 0) }
}

@c @implementation
public func kho_bind_int64(
  _ statement: kho_stmt, _ name: UnsafePointer<CChar>?, _ value: Int64
) -> Int32 {
  unsafe bind(statement, name) { .integer(value) }
}

@c @implementation
public func kho_bind_double(
  _ statement: kho_stmt, _ name: UnsafePointer<CChar>?, _ value: Double
) -> Int32 {
  unsafe bind(statement, name) { .float(value) }
}

@c @implementation
public func kho_bind_text(
  _ statement: kho_stmt, _ name: UnsafePointer<CChar>?, _ value: UnsafePointer<CChar>?,
  _ length: Int64
) -> Int32 {
  unsafe bind(statement, name) { () throws(KhoError) in
    .string(try unsafe String(lent: value, length, as: "text"))
  }
}

@c @implementation
public func kho_bind_json(
  _ statement: kho_stmt, _ name: UnsafePointer<CChar>?, _ json: UnsafePointer<CChar>?,
  _ length: Int64
) -> Int32 {
  unsafe bind(statement, name) { () throws(KhoError) in
    let bytes = Array(try unsafe String(lent: json, length, as: "JSON").utf8)
    do throws(KhoError) {
      return try DeepStack.run(value: { () throws(KhoError) in
        var reader = JSONReader(bytes)
        let value = try reader.typedValue()
        try reader.end()
        return value
      })
    } catch {
      var error = error
      error.span = nil  // It is none in the statement.
      throw error
    }
  }
}

@c @implementation
public func kho_bind_packed(
  _ statement: kho_stmt, _ map: UnsafeRawPointer?, _ size: Int
) -> Int32 {
  answering(statement) { statement throws(KhoError) in
    var reader = try unsafe PackedReader(lent: map, size, as: "a packed map")
    try statement.bind { map throws(KhoError) in try reader.read(into: &map) }
    return KHO_OK
  }
}

@c @implementation
public func kho_clear_bindings(_ statement: kho_stmt) -> Int32 {
  answering(statement) { statement throws(KhoError) in
    try statement.bind { $0 = ValueMap() }
    return KHO_OK
  }
}

// MARK: Running

@c @implementation
public func kho_step(_ statement: kho_stmt) -> Int32 {
  answering(statement) { statement throws(KhoError) in
    try statement.step() ? KHO_ROW : KHO_DONE
  }
}

@c @implementation
public func kho_reset(_ statement: kho_stmt) -> Int32 {
  answering(statement) { statement throws(KhoError) in
    statement.reset()
    return KHO_OK
  }
}

@c @implementation
public func kho_fetch(
  _ statement: kho_stmt, _ limit: Int64, _ rows: UnsafeMutablePointer<UnsafeRawPointer?>?,
  _ size: UnsafeMutablePointer<Int>?, _ count: UnsafeMutablePointer<Int64>?
) -> Int32 {
  answering(statement) { statement throws(KhoError) in
    let fetched = try statement.fetch(limit: Int(max(0, limit)))
    // Safe: places of the caller, or null; the bytes stay until the next call.
    unsafe rows?.pointee = UnsafeRawPointer(statement.packed.base)
    unsafe size?.pointee = statement.packed.count
    unsafe count?.pointee = Int64(fetched.count)
    return fetched.hasMore ? KHO_ROW : KHO_DONE
  }
}

@c @implementation
public func kho_report(_ statement: kho_stmt) -> UnsafePointer<CChar>? {
  unsafe giving(nil, statement) { unsafe $0.report().pointer }
}

// MARK: Columns

@c @implementation
public func kho_column_count(_ statement: kho_stmt) -> Int32 {
  giving(0, statement) { Int32(clamping: $0.columnCount) }
}

@c @implementation
public func kho_column_name(_ statement: kho_stmt, _ column: Int32) -> UnsafePointer<CChar>? {
  unsafe giving(nil, statement) { unsafe $0.columnName(Int(column))?.pointer }
}

@c @implementation
public func kho_column_type(_ statement: kho_stmt, _ column: Int32) -> Int32 {
  giving(KHO_NULL, statement) { statement throws(KhoError) in
    statement.type(ofCell: try statement.cell(ofColumn: Int(column)))
  }
}

@c @implementation
public func kho_column_bool(_ statement: kho_stmt, _ column: Int32) -> Int32 {
  giving(0, statement) { statement throws(KhoError) in
    try statement.boolean(statement.cell(ofColumn: Int(column)))
  }
}

@c @implementation
public func kho_column_int64(_ statement: kho_stmt, _ column: Int32) -> Int64 {
  giving(0, statement) { statement throws(KhoError) in
    try statement.integer(statement.cell(ofColumn: Int(column)))
  }
}

@c @implementation
public func kho_column_double(_ statement: kho_stmt, _ column: Int32) -> Double {
  giving(0, statement) { statement throws(KhoError) in
    try statement.double(statement.cell(ofColumn: Int(column)))
  }
}

@c @implementation
public func kho_column_text(
  _ statement: kho_stmt, _ column: Int32, _ length: UnsafeMutablePointer<Int>?
) -> UnsafePointer<CChar>? {
  unsafe giving(nil, statement) { statement throws(KhoError) in
    let index = try statement.cell(ofColumn: Int(column))
    return unsafe hand(over: try statement.text(ofCell: index), length)
  }
}

@c @implementation
public func kho_column_value(_ statement: kho_stmt, _ column: Int32) -> kho_value {
  giving(0, statement) { statement throws(KhoError) in
    statement.firstCell + UInt64(try statement.cell(ofColumn: Int(column)))
  }
}

/// Tells the text's length, 0 for none.
func hand(over text: CText?, _ length: UnsafeMutablePointer<Int>?) -> UnsafePointer<CChar>? {
  // Safe: a place of the caller, or null.
  unsafe length?.pointee = text?.count ?? 0
  return unsafe text?.pointer
}
