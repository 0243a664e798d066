/// A transaction that is driven from outside, statement by statement: for shells and sessions.
internal import Dispatch
internal import Synchronization

/// A transaction that lasts from `Database.begin` to `commit` or `rollback`.
///
/// ```swift
/// let transaction = try database.begin(.write)
/// try transaction.execute("CREATE (:Person {name: 'Ada'})")
/// try transaction.commit()
/// ```
/// It lives on a thread of its own, and every call waits for that thread; prefer `Database.read`
/// and `write`, which need no hand-over, wherever the statements are known. Losing the last
/// reference rolls back. A writing one keeps all other writers waiting, in every process.
public final class InteractiveTransaction: Sendable {
  /// What its statements may do.
  public enum Access: Sendable { case read, write }

  public let access: Access
  private let channel: Channel

  fileprivate init(
    _ database: Database, _ access: Access, _ cancellation: Cancellation?
  ) throws(KhoError) {
    self.access = access
    let channel = Channel()
    self.channel = channel
    try JobThread.start { channel.run(database, access, cancellation) }
    try channel.waitForReply()
  }

  deinit { channel.abandon() }

  /// Whether it was committed or rolled back.
  public var isFinished: Bool { channel.isFinished }

  /// Runs `body` with the transaction, on the transaction's thread, while the caller waits.
  /// - Throws: what `body` throws, which does not end the transaction; `.misuse` once it has ended,
  ///   or when called while another call still runs.
  public func perform<R>(_ body: (Transaction) throws -> R) throws -> R {
    var result: Result<R, any Error>?
    try withoutActuallyEscaping({ tx in result = Result { try body(tx) } }) { body in
      // Safe: the closure runs on the transaction's thread while this one waits for its end.
      try channel.send(.perform(Handover(body)))
    }
    guard let result else { throw KhoError.transactionFinished }
    return try result.get()
  }

  /// Runs one statement to its end and returns its rows, kept in memory.
  /// - Throws: as `Transaction.query`. After a statement that failed while writing only `rollback`
  ///   is left.
  @discardableResult public func execute(
    _ text: String, _ parameters: Parameters = [:]
  ) throws(KhoError) -> ResultSet {
    try typed {
      try perform { tx in
        let result = try tx.query(text, parameters)
        try result.buffer()
        return result
      }
    }
  }

  /// Makes the changes lasting, and ends the transaction.
  /// - Throws: `.storageError` where the commit fails, and the error of a statement that failed
  ///   while writing: then nothing of the transaction is kept. It has ended in every case.
  public func commit() throws(KhoError) { try channel.send(.commit) }

  /// Drops the changes, and ends the transaction. Does nothing where it has ended.
  public func rollback() {
    do { try channel.send(.rollback) } catch {}
  }
}

extension Database {
  /// Begins a transaction to be driven statement by statement; `.write` waits until other writers
  /// have ended.
  /// - Throws: `.misuse` on a closed database, or for `.write` on a read-only one.
  public func begin(
    _ access: InteractiveTransaction.Access = .write, cancellation: Cancellation? = nil
  ) throws(KhoError) -> InteractiveTransaction {
    try InteractiveTransaction(self, access, cancellation)
  }
}

/// Brings requests of one caller at a time to the transaction's thread, and replies back.
private final class Channel: Sendable {
  enum Request: Sendable { case perform(Handover<Transaction>), commit, rollback }

  private struct State {
    var request: Request?
    var isBusy = false
    var isFinished = false
    /// How the transaction ended, if not well.
    var failure: KhoError?
  }
  private let state = Mutex(State())
  private let requestIsReady = DispatchSemaphore(value: 0)
  private let replyIsReady = DispatchSemaphore(value: 0)

  var isFinished: Bool { state.withLock { $0.isFinished } }

  func send(_ request: Request) throws(KhoError) {
    let refusal: KhoError? = state.withLock { state in
      if state.isFinished { return .transactionFinished }
      if state.isBusy { return .transactionBusy }
      state.isBusy = true
      state.request = request
      return nil
    }
    if let refusal { throw refusal }
    requestIsReady.signal()
    defer { state.withLock { $0.isBusy = false } }
    try waitForReply()
  }

  /// Rolls back without waiting.
  func abandon() {
    state.withLock { $0.request = .rollback }
    requestIsReady.signal()
  }

  func waitForReply() throws(KhoError) {
    replyIsReady.wait()
    if let failure = state.withLock({ $0.failure }) { throw failure }
  }

  /// The transaction's thread: from begin to end.
  func run(
    _ database: Database, _ access: InteractiveTransaction.Access, _ cancellation: Cancellation?
  ) {
    var failure: KhoError?
    let hasBegun = Atomic(false)
    do {
      switch access {
      case .read: try database.read(isCancelled: cancellation?.test) { try serve($0, hasBegun) }
      case .write:
        try database.write(isCancelled: cancellation?.test, isAlone: true) {
          try serve($0, hasBegun)
        }
      }
    } catch is Rollback {
    } catch {
      failure = KhoError(wrapping: error)
    }
    state.withLock { [failure] state in
      state.isFinished = true
      state.failure = failure
    }
    replyIsReady.signal()
  }

  private struct Rollback: Error {}

  private func serve(_ tx: Transaction, _ hasBegun: borrowing Atomic<Bool>) throws {
    // The store runs a closure again after the file had to grow, but the caller's statements are
    // gone.
    guard !hasBegun.exchange(true, ordering: .relaxed) else { throw KhoError.restartNeeded }
    replyIsReady.signal()
    while true {
      requestIsReady.wait()
      switch state.withLock({ $0.request }) {
      case .perform(let handover)?:
        handover.run(tx)
        replyIsReady.signal()
      case .commit?:
        return
      case .rollback?, nil:
        throw tx.failure ?? Rollback()
      }
    }
  }
}

extension KhoError {
  fileprivate static let restartNeeded = KhoError(
    .storageError, "RestartNeeded", "the file had to grow; nothing of the transaction was kept",
    hint: "run it again")
}
