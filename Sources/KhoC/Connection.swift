/// An open database as C has it: with at most one transaction, which its statements share.
internal import Kho
internal import LMDB
internal import Synchronization

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Behind a `kho_db`. Used by any number of threads.
final class Connection: Sendable {
  /// An open transaction.
  enum Transaction: Sendable {
    case read(HeldRead)
    case write(InteractiveTransaction)
  }

  private struct State {
    var transaction: Transaction?
    var isClosed = false
    /// A transaction is beginning or ending, on a thread that does not hold the lock.
    var isChanging = false
    var limits: QueryLimits
    var busyTimeout = 5.0
    /// Handles of statements, to end what they hold when the database is closed.
    var statements: Set<UInt64> = []
  }
  private let state: Mutex<State>
  let database: Database
  /// Counts `interrupt`s: what began before the last one is cancelled.
  private let interrupts = Atomic(0)

  init(_ database: Database) {
    self.database = database
    state = Mutex(State(limits: database.configuration.limits))
  }

  var limits: QueryLimits {
    get { state.withLock { $0.limits } }
    set { state.withLock { $0.limits = newValue } }
  }

  func setBusyTimeout(_ seconds: Double) { state.withLock { $0.busyTimeout = max(0, seconds) } }

  // MARK: Cancelling

  func interrupt() { interrupts.add(1, ordering: .relaxed) }

  /// Whether `interrupt` is called from now on.
  func cancellation() -> @Sendable () -> Bool {
    let before = interrupts.load(ordering: .relaxed)
    return { [self] in interrupts.load(ordering: .relaxed) != before }
  }

  // MARK: Transactions

  /// The open transaction and the limits of a statement that begins.
  func situation() throws(KhoError) -> (transaction: Transaction?, limits: QueryLimits) {
    try state.withLock { state throws(KhoError) in
      guard !state.isClosed else { throw .databaseClosed }
      guard !state.isChanging else { throw .transactionBusy }
      return (state.transaction, state.limits)
    }
  }

  var hasTransaction: Bool { state.withLock { $0.transaction != nil } }

  func begin(writing: Bool) throws(KhoError) {
    try startChange { transaction throws(KhoError) in
      if transaction != nil {
        throw KhoError(.misuse, "TransactionIsOpen", "a transaction is open already")
      }
    }
    var transaction: Transaction?
    defer { endChange(transaction) }
    if writing {
      guard !database.configuration.isReadOnly else { throw .readOnlyDatabase }
      try enterWriter()
      do throws(KhoError) {
        transaction = .write(try database.begin(.write))
      } catch {
        leaveWriter()
        throw error
      }
    } else {
      transaction = .read(try HeldRead(database))
    }
  }

  /// Ends the open transaction.
  func end(committing: Bool) throws(KhoError) {
    let transaction = try startChange { transaction throws(KhoError) in
      guard let transaction else {
        throw KhoError(.misuse, "NoTransaction", "no transaction is open")
      }
      return transaction
    }
    var remaining: Transaction? = transaction
    defer { endChange(remaining) }
    switch transaction {
    case .read(let read): try read.end()
    case .write(let write):
      if committing {
        do throws(KhoError) {
          try write.commit()
        } catch {
          // Busy, it is still open; all else ends it.
          if write.isFinished {
            remaining = nil
            leaveWriter()
          }
          throw error
        }
      } else {
        write.rollback()
        guard write.isFinished else { throw .transactionBusy }
      }
      leaveWriter()
    }
    remaining = nil
  }

  private func startChange<R>(
    _ check: (Transaction?) throws(KhoError) -> R
  ) throws(KhoError) -> R {
    try state.withLock { state throws(KhoError) in
      guard !state.isClosed else { throw .databaseClosed }
      guard !state.isChanging else { throw .transactionBusy }
      let result = try check(state.transaction)
      state.isChanging = true
      return result
    }
  }

  /// Takes note of how a change ended; where the database was closed meanwhile, ends that too.
  private func endChange(_ transaction: Transaction?) {
    let isClosed = state.withLock { state in
      state.isChanging = false
      state.transaction = state.isClosed ? nil : transaction
      return state.isClosed
    }
    if isClosed { drop(transaction) }
  }

  private func drop(_ transaction: Transaction?) {
    switch transaction {
    case .read(let read)?: _ = try? read.end()
    case .write(let write)?:
      write.rollback()
      leaveWriter()
    case nil: break
    }
  }

  // MARK: Writing

  /// Runs `body` in a write transaction of its own.
  func write<R>(
    isCancelled: @escaping @Sendable () -> Bool, _ body: (Kho.WriteTransaction) throws -> R
  ) throws -> R {
    guard !database.configuration.isReadOnly else { throw KhoError.readOnlyDatabase }
    try enterWriter(isCancelled)
    defer { leaveWriter() }
    return try database.write(isCancelled: isCancelled, body)
  }

  private func enterWriter(_ isCancelled: (@Sendable () -> Bool)? = nil) throws(KhoError) {
    let timeout = state.withLock { $0.busyTimeout }
    try WriterGate.enter(
      database.fileIdentity, timeout: timeout, isCancelled: isCancelled ?? cancellation())
  }

  private func leaveWriter() { WriterGate.leave(database.fileIdentity) }

  // MARK: Statements and closing

  func add(_ statement: UInt64) { state.withLock { _ = $0.statements.insert(statement) } }
  func remove(_ statement: UInt64) { state.withLock { _ = $0.statements.remove(statement) } }

  /// Cancels what runs, drops what is open, and closes unless another thread is inside: then its
  /// end closes.
  func close() {
    let (transaction, statements) = state.withLock { state in
      state.isClosed = true
      defer {
        if !state.isChanging { state.transaction = nil }
        state.statements = []
      }
      return (state.isChanging ? nil : state.transaction, state.statements)
    }
    interrupt()
    var isBusy = false
    for handle in statements {
      guard let statement = try? Handles.statements.find(handle) else { continue }
      do throws(KhoError) { try statement.use { $0.reset() } } catch { isBusy = true }
    }
    drop(transaction)
    if !isBusy { database.close() }
  }
}

/// Lets one writer of this process in at a time, waiting no longer than it is told.
enum WriterGate {
  private static let writing = Mutex<[ObjectIdentifier: UInt]>([:])

  /// - Throws: `.limitExceeded` after `timeout` seconds, `.misuse` where the caller itself holds
  ///   what it waits for; `.cancelled`.
  static func enter(
    _ file: ObjectIdentifier, timeout: Double, isCancelled: () -> Bool
  ) throws(KhoError) {
    let thread = ThreadIdentity.current
    let deadline = ContinuousClock.now + .seconds(min(timeout, 1e9))
    var pause = 50
    while true {
      let holder = writing.withLock { writing -> UInt? in
        if let holder = writing[file] { return holder }
        writing[file] = thread
        return nil
      }
      guard let holder else { return }
      if isCancelled() { throw KhoError(.cancelled, "Cancelled", "waiting was cancelled") }
      guard ContinuousClock.now < deadline else {
        throw holder == thread
          ? KhoError(
            .misuse, "NestedWrite", "this thread already writes to the file in a transaction")
          : KhoError(
            .limitExceeded, "WriterBusy", "another writer did not end within \(timeout) seconds")
      }
      usleep(UInt32(pause))
      pause = min(2 * pause, 2_000)
    }
  }

  static func leave(_ file: ObjectIdentifier) {
    writing.withLock { _ = $0.removeValue(forKey: file) }
  }
}

extension KhoError {
  static let databaseClosed = KhoError(.misuse, "DatabaseClosed", "the database is closed")
  static let readOnlyDatabase = KhoError(
    .misuse, "ReadOnlyDatabase", "the database is open for reading only")
}

extension Connection {
  func prepare(_ text: String) throws(KhoError) -> PreparedStatement {
    _ = try situation()
    return try database.prepare(text)
  }

  /// Runs a script: all of it or nothing, in the open transaction or in one of its own.
  func execute(_ text: String) throws(KhoError) {
    let (transaction, limits) = try situation()
    let isCancelled = cancellation()
    try typed {
      let run = { (tx: Kho.Transaction) throws in
        tx.limits = limits
        tx.isCancelled = isCancelled
        for statement in Script.split(text) {
          do throws(KhoError) {
            _ = try tx.query(statement.text).count()
          } catch {
            throw error.moved(by: statement.offset)
          }
        }
      }
      switch transaction {
      case .read(let read)?: try read.perform(run)
      case .write(let write)?: try write.perform(run)
      case nil: try write(isCancelled: isCancelled, run)
      }
    }
  }
}
