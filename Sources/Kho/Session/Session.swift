/// Kho behind a pipe: one JSON object per line in and out, so that any language can embed it.
internal import CypherEngine

/// A session over two file descriptors.
///
/// ```swift
/// try Session(database: database, version: "0.1.0").run(input: 0, output: 1)
/// ```
/// Each line of the input is a request, each line of the output a reply: <doc:SessionProtocol>.
/// Belongs to one thread.
public final class Session {
  private let database: Database
  private let version: String
  private var limits: QueryLimits
  private var transaction: InteractiveTransaction?
  private var statements: [Int64: PreparedStatement] = [:]
  private var lastStatement: Int64 = 0

  /// - Parameter version: what `hello` answers.
  public init(database: Database, version: String) {
    self.database = database
    self.version = version
    limits = database.configuration.limits
  }

  /// Answers requests until the input ends; an open transaction is then rolled back.
  /// - Throws: `.storageError` if the input cannot be read or the output not be written.
  public func run(input: Int32, output: Int32) throws(KhoError) {
    let input = SessionInput(FileDescriptor(number: input))
    let output = FileDescriptor(number: output)
    defer { transaction?.rollback() }
    try typed {
      try DeepStack.run {
        while let line = try input.nextLine() {
          try output.send(answer(line, input, output))
        }
      }
    }
  }

  /// The last line of the reply; lines before it are written to `output`.
  private func answer(_ line: [UInt8], _ input: SessionInput, _ output: FileDescriptor) -> [UInt8] {
    let request: SessionRequest
    do throws(KhoError) {
      request = try SessionRequest(line)
    } catch {
      return SessionReply(id: SessionRequest.id(of: line)).failed(error, in: nil)
    }
    let reply = SessionReply(id: request.id)
    do throws(KhoError) {
      switch request.action {
      case .query(let text):
        return run(text, request, input, output) { tx throws(KhoError) in try tx.prepare(text) }
      case .execute(let handle):
        let statement = try statement(handle)
        return run(statement.text, request, input, output) { tx throws(KhoError) in
          try tx.query(of: statement)
        }
      case .prepare(let text):
        do throws(KhoError) {
          return try reply.prepared(prepare(text), handle: lastStatement)
        } catch {
          return reply.failed(error, in: text)
        }
      case .hello:
        return reply.hello(version: version, isTemporary: database.isTemporary)
      default:
        try perform(request.action)
        return reply.ok()
      }
    } catch {
      return reply.failed(error, in: nil)
    }
  }

  /// The requests that are answered by `"ok":true`.
  private func perform(_ action: SessionRequest.Action) throws(KhoError) {
    switch action {
    case .reset:
      endTransaction()?.rollback()
      statements = [:]
      try database.reset()
    case .procedure(let table):
      guard database.isTemporary else { throw .notTemporary }
      try database.register(table.signature) { table.results($0) }
    case .release(let handle):
      _ = try statement(handle)
      statements[handle] = nil
    case .begin(let access):
      guard transaction == nil else { throw .transactionIsOpen }
      transaction = try database.begin(access)
    case .commit:
      guard let transaction = endTransaction() else { throw .noTransaction }
      try transaction.commit()
    case .rollback:
      guard let transaction = endTransaction() else { throw .noTransaction }
      transaction.rollback()
    case .limits(let limits):
      self.limits = limits
    case .cancel, .hello, .query, .execute, .prepare:
      break  // A cancel was seen while its statement ran; the others have replies of their own.
    }
  }

  /// Runs one statement in the open transaction, or in one of its own.
  private func run(
    _ text: String, _ request: SessionRequest, _ input: SessionInput, _ output: FileDescriptor,
    prepare: (Transaction) throws(KhoError) -> PreparedQuery
  ) -> [UInt8] {
    var reply = SessionReply(id: request.id)
    input.beginStatement()
    let isCancelled: @Sendable () -> Bool = { input.isCancelled(request.id) }
    do throws(KhoError) {
      let read = { (result: ResultSet) in
        try reply.append(result, chunkSize: request.chunkSize) { line throws(KhoError) in
          try output.send(line)
        }
      }
      try typed {
        guard let transaction else {
          return try database.execute(
            request.parameters, limits: limits, isCancelled: isCancelled, prepare: prepare,
            body: read)
        }
        try transaction.perform { tx in
          tx.limits = limits
          tx.isCancelled = isCancelled
          try read(tx.start(prepare(tx), request.parameters))
        }
      }
      return reply.line
    } catch {
      return SessionReply(id: request.id).failed(error, in: text)
    }
  }

  private func prepare(_ text: String) throws(KhoError) -> PreparedStatement {
    let statement = try database.prepare(text)
    lastStatement += 1
    statements[lastStatement] = statement
    return statement
  }

  private func statement(_ handle: Int64) throws(KhoError) -> PreparedStatement {
    guard let statement = statements[handle] else {
      throw KhoError(.misuse, "UnknownStatement", "no statement \(handle) is prepared")
    }
    return statement
  }

  private func endTransaction() -> InteractiveTransaction? {
    defer { transaction = nil }
    return transaction
  }
}

extension KhoError {
  fileprivate static let transactionIsOpen = KhoError(
    .misuse, "TransactionIsOpen", "a transaction is open already")
  fileprivate static let noTransaction = KhoError(
    .misuse, "NoTransaction", "no transaction is open")
}
