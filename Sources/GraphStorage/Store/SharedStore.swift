/// An open environment and what its transactions share: tables, catalog, pooled readers, the
/// writer's thread.
internal import GraphModel
internal import LMDB

/// One per file and process, however often it is opened: see `StoreRegistry`.
final class SharedStore: @unchecked Sendable {
  let path: String
  let configuration: GraphStore.Configuration
  let isTemporary: Bool
  private let environment: Environment
  let tables: Tables
  private let lockFile: FileIdentity?
  let writer = WorkerThread()
  /// Writes that wait for the writer.
  let queue = Monitor(WriteQueue())
  private let onRelease: @Sendable () -> Void
  let observers = CommitObservers()

  /// Guarded by `monitor`.
  private struct State {
    var idle: [Snapshot] = []
    /// Threads inside a read transaction, once for each.
    var readers: [UInt] = []
    /// The map is about to change: no transaction may begin.
    var isResizing = false
    var isWriting = false
    var commitCount = 0
    /// No transaction may begin any more.
    var isClosed = false
    var isReleasing = false
    /// The environment is closed.
    var isReleased = false
    /// The newest catalog read or written.
    var catalog: Catalog?
    /// What the last commit left to the next write transaction.
    var openBlocks: OpenBlocks?
  }
  private let monitor = Monitor(State())
  private static let largestPool = 16
  private static let commitsBetweenReaderChecks = 32

  init(
    path: String, configuration: GraphStore.Configuration, isTemporary: Bool,
    environment: Environment, tables: Tables, onRelease: @escaping @Sendable () -> Void
  ) {
    self.path = path
    self.configuration = configuration
    self.isTemporary = isTemporary
    self.environment = environment
    self.tables = tables
    self.onRelease = onRelease
    lockFile = FileIdentity(path: path + "-lock")
  }

  // MARK: Reading

  func read<R>(_ body: (GraphTransaction) throws -> R) throws -> R {
    let snapshot = try acquire()
    let transaction = GraphTransaction(self, snapshot)
    defer {
      transaction.end()
      release(snapshot)
    }
    return try body(transaction)
  }

  /// Takes a snapshot for the calling thread, to be given back by `release`.
  func acquire() throws(KhoError) -> Snapshot {
    guard environment.isUsable else { throw unusable }
    let thread = ThreadIdentity.current
    let snapshot = try retrying(for: thread) { () throws(LMDBError) -> Snapshot? in
      var pooled: Snapshot?
      let isOpen = monitor.wait(until: { !$0.isResizing }) { state in
        if state.isClosed { return false }
        state.readers.append(thread)
        pooled = state.idle.popLast()
        return true
      }
      guard isOpen else { return nil }
      do throws(LMDBError) {
        guard let pooled else { return Snapshot(try environment.beginRead()) }
        try pooled.transaction.renew()
        return pooled
      } catch {
        leave(thread)
        throw error
      }
    }
    guard let snapshot else { throw .closed }
    do throws(KhoError) {
      try snapshot.adopt(self)
      return snapshot
    } catch {
      leave(thread)
      throw error
    }
  }

  /// - Parameter thread: the one that took the snapshot.
  func release(_ snapshot: Snapshot, of thread: UInt = ThreadIdentity.current) {
    snapshot.transaction.reset()
    leave(thread, keeping: snapshot)
  }

  private func leave(_ thread: UInt, keeping snapshot: Snapshot? = nil) {
    finish { state in
      if let index = state.readers.lastIndex(of: thread) { state.readers.remove(at: index) }
      guard let snapshot else { return }
      if !state.isClosed, state.idle.count < SharedStore.largestPool {
        state.idle.append(snapshot)
      } else {
        // Whoever refers to it still must not outlive the environment with it.
        snapshot.transaction.abort()
      }
    }
  }

  /// Runs `body`, which begins a transaction; again after freeing the slots of dead readers where
  /// none is left, and after adopting a map that another process made larger.
  private func retrying<R>(
    for caller: UInt, _ body: () throws(LMDBError) -> R
  ) throws(KhoError) -> R {
    var attempts = 0
    while true {
      do throws(LMDBError) {
        return try body()
      } catch {
        attempts += 1
        switch error {
        case .readersFull where attempts < 3:
          _ = try storage { () throws(LMDBError) in try environment.checkReaders() }
        case .mapResized where attempts < 3:
          try resize(to: 0, for: caller, isWriter: isWritingHere)
        default: throw KhoError(error)
        }
      }
    }
  }

  // MARK: Writing

  /// Runs `body` in a transaction of its own; the calling thread has the turn to write.
  func writeAlone<R>(
    for caller: UInt, _ body: (GraphTransaction) throws -> R
  ) throws -> R {
    try whileOpen {
      while true {
        do {
          return try attemptWrite(for: caller, body)
        } catch is MapFull {
          try grow(for: caller)
        }
      }
    }
  }

  /// Runs `body` between changes of the map, and not once the store is closed.
  func whileOpen<R>(_ body: () throws -> R) throws -> R {
    let isOpen = monitor.wait(until: { !$0.isResizing }) { state in
      state.isWriting = !state.isClosed
      return state.isWriting
    }
    guard isOpen else { throw KhoError.closed }
    defer { finish { $0.isWriting = false } }
    return try body()
  }

  private struct MapFull: Error {}

  /// - Parameter whereCommitFails: called with the error of the commit itself, unless the map was
  ///   full.
  func attemptWrite<R>(
    for caller: UInt, _ body: (GraphTransaction) throws -> R,
    whereCommitFails: (any Error) -> Void = { _ in }
  ) throws -> R {
    if let lockFile, FileIdentity(path: path + "-lock") != lockFile {
      throw KhoError(
        .storageError, "LockFileVanished",
        "the lock file \(path)-lock was removed or replaced while the database was open",
        hint: "close every program that uses the database, then open it again")
    }
    let transaction = try GraphTransaction(
      self, retrying(for: caller) { () throws(LMDBError) in try environment.beginWrite() })
    defer { transaction.end() }
    do {
      let result = try body(transaction)
      do {
        try transaction.commit()
      } catch {
        if !transaction.isMapFull { whereCommitFails(error) }
        throw error
      }
      let catalog = transaction.catalog
      let openBlocks = transaction.openBlocks
      let commitCount = monitor.withLock { state in
        state.catalog = catalog
        state.openBlocks = openBlocks
        state.commitCount &+= 1
        return state.commitCount
      }
      // The slot of a reader that was killed keeps the pages of its snapshot.
      if commitCount % Self.commitsBetweenReaderChecks == 0 { _ = try? environment.checkReaders() }
      observers.notify()
      return result
    } catch {
      if transaction.isMapFull { throw MapFull() }
      throw error
    }
  }

  /// The blocks that the last transaction left open, unless another one came between it and
  /// `transaction`.
  func takeOpenBlocks(before transaction: UInt64) -> OpenBlocks? {
    let blocks = monitor.withLock { state in
      defer { state.openBlocks = nil }
      return state.openBlocks
    }
    return blocks?.transaction == transaction &- 1 ? blocks : nil
  }

  /// Makes the map twice as large.
  private func grow(for caller: UInt) throws(KhoError) {
    let size = try information().mapSizeInBytes
    guard size < 1 << 46 else { throw KhoError(LMDBError.mapFull) }
    try resize(to: size * 2, for: caller, isWriter: true)
  }

  /// Changes the map once no transaction of this process lives. The caller must not be inside one:
  /// the writer's has ended.
  private func resize(to size: Int, for caller: UInt, isWriter: Bool) throws(KhoError) {
    let isReading = monitor.withLock { $0.readers.contains(caller) }
    guard !isReading else { throw KhoError(LMDBError.mapFull) }
    monitor.wait(until: { !$0.isResizing && (isWriter || !$0.isWriting) }) { $0.isResizing = true }
    defer { monitor.update { $0.isResizing = false } }
    monitor.wait(until: { $0.readers.isEmpty }, then: { $0.idle = [] })
    try storage { () throws(LMDBError) in try environment.setMapSize(size) }
  }

  // MARK: Catalog

  func header(in transaction: ReadTransaction) throws(KhoError) -> StoreHeader {
    let record = try storage { () throws(LMDBError) in
      try transaction.get(tables.meta, StoreHeader.key)
    }
    guard let record else { throw .corrupted("the header is missing") }
    let header = StoreHeader(record)
    guard header.isPlausible else { throw .corrupted("the header's numbers cannot be right") }
    return header
  }

  func catalog(version: UInt64, in transaction: ReadTransaction) throws(KhoError) -> Catalog {
    let cached = monitor.withLock { $0.catalog }
    if let cached, cached.version == version { return cached }
    let catalog = try Catalog(version: version, from: transaction, tables.token)
    monitor.withLock { state in
      if state.catalog.map({ $0.version < version }) ?? true { state.catalog = catalog }
    }
    return catalog
  }

  // MARK: Ending

  var isUsable: Bool { environment.isUsable }

  /// Why the environment cannot be used.
  var unusable: KhoError { environment.isForked ? .forked : .closed }

  /// Waits for running transactions; from inside one, lets the last of them close the file.
  func close() {
    guard environment.isUsable else { return }
    let thread = ThreadIdentity.current
    var isInside = isWritingHere
    finish { state in
      state.isClosed = true
      isInside = isInside || state.readers.contains(thread)
    }
    if !isInside { monitor.wait(until: { $0.isReleased }, then: { _ in }) }
  }

  /// Changes the state at a transaction's end; closes the file if it is to be closed and this was
  /// the last.
  private func finish(_ change: (inout State) -> Void) {
    let isLast = monitor.update { state in
      change(&state)
      guard state.isClosed, state.readers.isEmpty, !state.isWriting, !state.isReleasing else {
        return false
      }
      state.isReleasing = true
      for snapshot in state.idle { snapshot.transaction.abort() }
      state.idle = []
      return true
    }
    guard isLast else { return }
    environment.close()
    if isTemporary {
      DatabaseFile.remove(path)
      DatabaseFile.remove(path + "-lock")
    }
    onRelease()
    monitor.update { $0.isReleased = true }
  }

  /// Copies the newest snapshot, while no one can close or resize the environment.
  /// - Parameter namedPath: the path that errors tell, the one the user knows.
  func copy(to path: String, for namedPath: String) throws(KhoError) {
    let snapshot = try acquire()
    defer { release(snapshot) }
    do throws(LMDBError) {
      try environment.copy(to: path)
    } catch {
      throw GraphStore.opening(error, namedPath)
    }
  }

  /// Whether the file is larger than what of it may stay in memory.
  var exceedsMemory: Bool {
    get throws(KhoError) {
      try storage { () throws(LMDBError) in try environment.exceedsResidentSize() }
    }
  }

  func boundMemory() { environment.boundResidentSize() }

  func information() throws(KhoError) -> Environment.Information {
    try storage { () throws(LMDBError) in try environment.information() }
  }
}

extension KhoError {
  static let readOnlyDatabase = KhoError(
    .misuse, "ReadOnlyDatabase", "the database was opened read-only")
  static let closed = KhoError(.misuse, "DatabaseClosed", "the database is closed")
  static let forked = KhoError(
    .misuse, "ForkedProcess", "the database was opened before fork(); open it again in this process"
  )
}
