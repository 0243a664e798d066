/// Procedures of the host: functions of kho.h.
public import CKho
internal import Kho
internal import Synchronization

/// Behind a `kho_rows`: one call of a procedure, and what it gives.
final class ProcedureCall: Sendable {
  private struct State {
    var rows: [[Value]] = []
    var failure: String?
  }
  private let state = Mutex(State())

  func append(_ row: [Value]) { state.withLock { $0.rows.append(row) } }
  func fail(_ message: String) { state.withLock { $0.failure = message } }

  func result(of code: Int32) throws(KhoError) -> [[Value]] {
    let (rows, failure) = state.withLock { ($0.rows, $0.failure) }
    guard code == KHO_OK, failure == nil else {
      throw KhoError(
        .procedureError, "HostError", failure ?? "the procedure failed with the code \(code)")
    }
    return rows
  }
}

/// A procedure of the host, with its context until nothing calls it any more.
@safe private final class HostProcedure: @unchecked Sendable {
  private let body: kho_procedure
  private let context: UnsafeMutableRawPointer?
  private let destroy: (@convention(c) (UnsafeMutableRawPointer?) -> Void)?

  init(
    _ body: @escaping kho_procedure, _ context: UnsafeMutableRawPointer?,
    _ destroy: (@convention(c) (UnsafeMutableRawPointer?) -> Void)?
  ) {
    // Safe: kept for the host, which says when it may be used.
    unsafe self.body = body
    unsafe self.context = context
    unsafe self.destroy = destroy
  }

  deinit {
    // Safe: the host's own pointer, given back once.
    unsafe destroy?(context)
  }

  func call(_ arguments: [Value]) throws(KhoError) -> [[Value]] {
    let packed = PackedWriter()
    try packed.append(.list(arguments))
    let call = ProcedureCall()
    let handle = try Handles.rows.insert(call)
    // Safe: the host's function, with its context and bytes that live during the call.
    let code = unsafe body(context, packed.base, packed.count, handle)
    _ = try? Handles.rows.remove(handle)
    return try call.result(of: code)
  }
}

/// Hands a function of the host to `register`; an error is placed in the signature.
private func register(
  _ db: kho_db, _ signature: UnsafePointer<CChar>?, _ body: kho_procedure?,
  _ context: UnsafeMutableRawPointer?,
  _ destroy: (@convention(c) (UnsafeMutableRawPointer?) -> Void)?,
  _ register: (Database, String, HostProcedure) throws(KhoError) -> Void
) -> Int32 {
  var text: String?
  do throws(KhoError) {
    guard let body = unsafe body else {
      unsafe destroy?(context)  // Safe: the host's own pointer.
      throw KhoError(.misuse, "NullPointer", "expected a function, found null")
    }
    let procedure = unsafe HostProcedure(body, context, destroy)
    let signature = try unsafe String(lent: signature, as: "a signature")
    text = signature
    try register(try Handles.databases.find(db).database, signature, procedure)
    return KHO_OK
  } catch {
    return LastError.record(error, in: text)
  }
}

@c @implementation
public func kho_register(
  _ db: kho_db, _ signature: UnsafePointer<CChar>?, _ body: kho_procedure?,
  _ context: UnsafeMutableRawPointer?,
  _ destroy: (@convention(c) (UnsafeMutableRawPointer?) -> Void)?
) -> Int32 {
  unsafe register(db, signature, body, context, destroy) {
    (database, signature, procedure) throws(KhoError) in
    try database.register(signature) { try procedure.call($0) }
  }
}

@c @implementation
public func kho_register_function(
  _ db: kho_db, _ signature: UnsafePointer<CChar>?, _ deterministic: Int32,
  _ body: kho_procedure?, _ context: UnsafeMutableRawPointer?,
  _ destroy: (@convention(c) (UnsafeMutableRawPointer?) -> Void)?
) -> Int32 {
  unsafe register(db, signature, body, context, destroy) {
    (database, signature, procedure) throws(KhoError) in
    try database.registerFunction(signature, isDeterministic: deterministic != 0) { arguments in
      let rows = try procedure.call(arguments)
      guard rows.count == 1, rows[0].count == 1 else {
        throw KhoError(
          .procedureError, "HostError",
          "expected one row of one value from the function, found another result")
      }
      return rows[0][0]
    }
  }
}

@c @implementation
public func kho_emit(_ rows: kho_rows, _ row: UnsafeRawPointer?, _ size: Int) -> Int32 {
  answering { () throws(KhoError) in
    let call = try Handles.rows.find(rows)
    var reader = try unsafe PackedReader(lent: row, size, as: "a packed row")
    guard case .list(let values) = try reader.onlyValue() else {
      throw KhoError(.typeError, "InvalidArgumentType", "expected a packed list of outputs")
    }
    call.append(values)
  }
}

@c @implementation
public func kho_fail(_ rows: kho_rows, _ message: UnsafePointer<CChar>?) -> Int32 {
  answering { () throws(KhoError) in
    try Handles.rows.find(rows).fail(unsafe String(lent: message, as: "a message"))
  }
}
