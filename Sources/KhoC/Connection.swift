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
    var importFolder: String?
    var busyTimeout = 5.0
    /// Handles of statements, to end what they hold when the database is closed.
    var statements: Set<UInt64> = []
  }
  private let state: Mutex<State>
  /// Counts changes of what a `Situation` tells.
  private let changes = Atomic(0)
  let database: Database
  /// Counts `interrupt`s: what began before the last one is cancelled.
  private let interrupts = Atomic(0)

  init(_ database: Database) {
    self.database = database
    state = Mutex(State(limits: database.configuration.limits))
  }

  func setLimits(_ limits: QueryLimits) { change { $0.limits = limits } }

  func setImportFolder(_ path: String?) { change { $0.importFolder = path } }

  func setBusyTimeout(_ seconds: Double) { state.withLock { $0.busyTimeout = max(0, seconds) } }

  // MARK: Cancelling

  func interrupt() { interrupts.add(1, ordering: .relaxed) }

  /// What a statement notes at its beginning, for `isInterrupted`.
  var interruptCount: Int { interrupts.load(ordering: .relaxed) }

  /// Whether `interrupt` was called since the count was taken.
  func isInterrupted(since count: Int) -> Bool { interruptCount != count }

  // MARK: Transactions

  /// The open transaction and the bounds of a statement that begins.
  struct Situation: Sendable {
    var transaction: Transaction?
    var limits = QueryLimits()
    fileprivate var importFolder: String?
    fileprivate var change = -1
  }

  func situation() throws(KhoError) -> Situation {
    try state.withLock { state throws(KhoError) in
      guard !state.isClosed else { throw .databaseClosed }
      guard !state.isChanging else { throw .transactionBusy }
      return Situation(
        transaction: state.transaction, limits: state.limits, importFolder: state.importFolder,
        change: changes.load(ordering: .relaxed))
    }
  }

  /// Whether nothing has changed since.
  func isCurrent(_ situation: borrowing Situation) -> Bool {
    situation.change == changes.load(ordering: .acquiring)
  }

  private func change<R, E: Error>(_ body: (inout State) throws(E) -> R) throws(E) -> R {
    try state.withLock { state throws(E) in
      defer { changes.add(1, ordering: .releasing) }
      return try body(&state)
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
      try enterWriter(interruptCount)
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
    try change { state throws(KhoError) in
      guard !state.isClosed else { throw .databaseClosed }
      guard !state.isChanging else { throw .transactionBusy }
      let result = try check(state.transaction)
      state.isChanging = true
      return result
    }
  }

  /// Takes note of how a change ended; where the database was closed meanwhile, ends that too.
  private func endChange(_ transaction: Transaction?) {
    let isClosed = change { state in
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
    interrupts: Int, _ body: (Kho.WriteTransaction) throws -> R
  ) throws -> R {
    guard !database.configuration.isReadOnly else { throw KhoError.readOnlyDatabase }
    try enterWriter(interrupts)
    defer { leaveWriter() }
    return try database.write(
      isCancelled: { [self] in isInterrupted(since: interrupts) }, body)
  }

  private func enterWriter(_ interrupts: Int) throws(KhoError) {
    let timeout = state.withLock { $0.busyTimeout }
    try WriterGate.enter(database.fileIdentity, timeout: timeout) {
      isInterrupted(since: interrupts)
    }
  }

  private func leaveWriter() { WriterGate.leave(database.fileIdentity) }

  // MARK: Statements and closing

  func add(_ statement: UInt64) { state.withLock { _ = $0.statements.insert(statement) } }
  func remove(_ statement: UInt64) { state.withLock { _ = $0.statements.remove(statement) } }

  /// Cancels what runs, drops what is open, and closes unless another thread is inside: then its
  /// end closes.
  func close() {
    let (transaction, statements) = change { state in
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
      do throws(KhoError) {
        try Handles.statements.use(handle) { $0.reset() }
      } catch {
        isBusy = isBusy || error.detail != "StatementFinalized"
      }
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

  /// Tells the transaction what bounds the statement that begins.
  func prepare(_ tx: Kho.Transaction, _ situation: Situation, _ interrupts: Int) {
    tx.limits = situation.limits
    tx.importFolder = situation.importFolder
    tx.isCancelled = { [self] in isInterrupted(since: interrupts) }
  }

  /// Runs a script: all of it or nothing, in the open transaction or in one of its own.
  func execute(_ text: String) throws(KhoError) {
    let situation = try situation()
    let interrupts = interruptCount
    try typed {
      let run = { [self] (tx: Kho.Transaction) throws in
        prepare(tx, situation, interrupts)
        for statement in Script.split(text) {
          do throws(KhoError) {
            _ = try tx.query(statement.text).count()
          } catch {
            throw error.moved(by: statement.offset)
          }
        }
      }
      switch situation.transaction {
      case .read(let read)?: try read.perform(run)
      case .write(let write)?: try write.perform(run)
      case nil: try write(interrupts: interrupts, run)
      }
    }
  }
}
