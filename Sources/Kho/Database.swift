/// One graph in one file: opening, closing, and the two ways in, `read` and `write`.
internal import CypherEngine
internal import GraphStorage

/// A database: one file (and its lock file), open in this process.
///
/// ```swift
/// let database = try Database(path: "people.kho")
/// try database.write { tx in
///   try tx.run("CREATE (:Person {name: $name, born: $born})", ["name": "Ada", "born": 1815])
/// }
/// let names = try database.read { tx in
///   try tx.query("MATCH (p:Person) RETURN p.name").map { try $0.get(0, as: String.self) }
/// }
/// ```
///
/// A database may be used from any number of threads and tasks. It closes with its last reference,
/// or by `close()`. Two databases opened on one file in one process share it safely; other
/// processes may read and write it too. A child made by `fork` must not use a database of its
/// parent.
public final class Database: Sendable {
  let store: GraphStore
  let engine: Engine
  /// What its statements may do where their transaction says no more.
  let host: Limits.Host
  /// Threads of `async` callers: reads run side by side; writes wait for the one writer anyway.
  let readers = ThreadPool(limit: 8)
  let writers = ThreadPool(limit: 1)
  /// How the database was opened.
  public let configuration: Configuration
  /// Whether this is a scratch database, made by `temporary()`.
  public let isTemporary: Bool

  /// The path it was opened with; of a temporary database, where its file is while it lives.
  public var path: String { store.path }

  /// Opens the file at `path`, or makes it.
  ///
  /// The file is made complete or not at all, readable and writable by its owner only. Memory is
  /// taken only for what is read.
  /// - Throws: `.storageError`, with a detail that names the reason: no such file, not a Kho file,
  ///   another format version, no permission …
  public convenience init(
    path: String, configuration: Configuration = Configuration()
  ) throws(KhoError) {
    var options = GraphStore.Configuration()
    options.isReadOnly = configuration.isReadOnly
    options.createsFile = configuration.createsFile && !configuration.isReadOnly
    options.isUntrusted = configuration.isUntrusted
    if let size = configuration.mapSizeInBytes { options.mapSizeInBytes = max(1 << 20, size) }
    options.residentSizeInBytes = configuration.residentSizeInBytes
    options.durability =
      switch configuration.durability {
      case .full: .full
      case .relaxed: .relaxed
      }
    self.init(
      store: try GraphStore.open(path: path, configuration: options),
      configuration: configuration, isTemporary: false)
  }

  private init(store: GraphStore, configuration: Configuration, isTemporary: Bool) {
    self.store = store
    var settings = Engine.Settings()
    settings.threads = configuration.threads
    self.engine = Engine(store: store, settings: settings)
    host = Limits.Host(importFolder: configuration.importFolder)
    self.configuration = configuration
    self.isTemporary = isTemporary
  }

  /// A new, empty database that nobody else sees, in the temporary directory. Its files go when it
  /// closes; nothing is synced to disk. For tests, examples and scratch work.
  public static func temporary(
    configuration: Configuration = Configuration()
  ) throws(KhoError) -> Database {
    Database(
      store: try GraphStore.temporary(residentSizeInBytes: configuration.residentSizeInBytes),
      configuration: configuration, isTemporary: true)
  }

  /// A database on a file that is being made.
  convenience init(importingInto store: GraphStore) {
    self.init(store: store, configuration: Configuration(), isTemporary: false)
  }

  /// Closes after the transactions that run now; later use throws `.misuse`. Closing twice does
  /// nothing.
  public func close() {
    store.close()
  }

  /// Runs `body` on a snapshot, on the calling thread, or beside it where that has a small stack.
  ///
  /// Any number of reads go on at once, beside one write; `body` sees the graph as of its start.
  /// Keep reads short: the pages they might still need are not used again while they last.
  /// - Parameter body: what to do; the transaction and its result sets must not be used after it
  ///   returns (later use throws `.misuse`).
  /// - Returns: what `body` returns.
  /// - Throws: what `body` throws; `.misuse` on a closed database.
  /// - Complexity: O(1) beside `body`; about a microsecond.
  public func read<R>(_ body: (Transaction) throws -> R) throws -> R {
    try read(isCancelled: nil, body)
  }

  /// Runs `body` in the one write transaction: on the calling thread, or where other writes run
  /// already on the database's writer thread, while the caller waits its turn.
  ///
  /// Returning commits, durably as configured; throwing rolls everything back. After a statement
  /// that failed while it was changing the graph, nothing can be committed: the transaction throws
  /// that error at its end, even if `body` caught it. A `write` inside of `body` throws `.misuse`.
  ///
  /// Closures of several threads that wait at the same time share one commit: they run one after
  /// the other, and all are durable before any of the calls returns. Where the file has to grow, or
  /// one of them throws, `body` runs a second time from the start, so it must have no side effects
  /// besides the transaction and what it returns.
  /// - Returns: what `body` returns, once it is committed.
  /// - Throws: what `body` throws; `.misuse` on a closed or read-only database; `.storageError`
  ///   where the commit fails, and then nothing of it is kept.
  @discardableResult public func write<R>(_ body: (WriteTransaction) throws -> R) throws -> R {
    try write(isCancelled: nil, body)
  }

  /// The same for all databases opened on one file.
  package var fileIdentity: ObjectIdentifier { store.sharedIdentity }

  func read<R>(
    isCancelled: (@Sendable () -> Bool)?, _ body: (Transaction) throws -> R
  ) throws -> R {
    try DeepStack.run {
      try store.read { storage in
        let tx = Transaction(self, storage, isCancelled: isCancelled)
        defer { tx.finish() }
        return try body(tx)
      }
    }
  }

  package func write<R>(
    isCancelled: (@Sendable () -> Bool)?, isAlone: Bool = false,
    _ body: (WriteTransaction) throws -> R
  ) throws -> R {
    guard !configuration.isReadOnly else { throw KhoError.readOnlyDatabase }
    return try DeepStack.run {
      try store.write(isAlone: isAlone) { storage in
        let tx = WriteTransaction(self, storage, isCancelled: isCancelled)
        defer { tx.finish() }
        let result = try body(tx)
        if let failure = tx.failure { throw failure }
        return result
      }
    }
  }
}
