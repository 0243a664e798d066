/// One database file, open: the door of `GraphStorage`.
package import GraphModel
internal import LMDB
internal import Synchronization

/// A handle on an open file. Several handles on one file share one environment; each is closed by
/// itself, at the latest with its last reference.
package final class GraphStore: Sendable {
  package struct Configuration: Sendable {
    package var isReadOnly = false
    /// Creates the file where there is none.
    package var createsFile = true
    /// Verifies block checksums on every first touch.
    package var isUntrusted = false
    /// `.relaxed` may lose the last commit on power failure, never corrupts (LMDB: MDB_NOMETASYNC).
    package enum Durability: Sendable { case full, relaxed }
    package var durability = Durability.full
    /// Address space for the file, to begin with: the map grows by itself.
    package var mapSizeInBytes = 1 << 40
    /// How much of the file may stay in the process's memory; nil: any part.
    package var residentSizeInBytes: Int? = 128 << 20
    package init() {}
  }

  package let path: String
  let shared: SharedStore
  private let isReadOnly: Bool
  /// Nil for a temporary store, which nobody else can open.
  private let file: FileIdentity?
  private let isClosed = Atomic<Bool>(false)

  private init(
    _ path: String, _ shared: SharedStore, file: FileIdentity?, configuration: Configuration
  ) {
    self.path = path
    self.shared = shared
    self.file = file
    isReadOnly = configuration.isReadOnly
  }

  deinit { close() }

  /// Opens or creates the file at `path`. Two opens of one file in a process give one environment;
  /// what the second asks of durability and trust is as the first had it.
  package static func open(
    path: String, configuration: Configuration = Configuration()
  ) throws(KhoError) -> GraphStore {
    let file = try identify(path, configuration)
    let shared = try StoreRegistry.store(of: file, configuration: configuration) {
      () throws(KhoError) in
      try open(DatabaseFile.resolved(path), file, configuration)
    }
    return GraphStore(path, shared, file: file, configuration: configuration)
  }

  /// An empty store that nobody else sees, in the temporary directory; its files go when it is
  /// closed. Not synced.
  package static func temporary(
    residentSizeInBytes: Int? = Configuration().residentSizeInBytes
  ) throws(KhoError) -> GraphStore {
    let path = DatabaseFile.temporaryPath()
    var configuration = Configuration()
    configuration.residentSizeInBytes = residentSizeInBytes
    do throws(KhoError) {
      return try unsynced(path, for: path, isTemporary: true, configuration)
    } catch {
      DatabaseFile.remove(path)
      DatabaseFile.remove(path + "-lock")
      throw error
    }
  }

  /// Whether `close` was called.
  package var hasClosed: Bool { isClosed.load(ordering: .relaxed) }

  /// A new store whose commits are not synced, under a name that nobody else knows.
  /// - Parameters:
  ///   - finalPath: what errors call it.
  ///   - isTemporary: its files go when it is closed.
  static func unsynced(
    _ path: String, for finalPath: String, isTemporary: Bool,
    _ configuration: Configuration = Configuration()
  ) throws(KhoError) -> GraphStore {
    let (environment, tables) = try make(path, for: finalPath, configuration)
    let shared = SharedStore(
      path: path, configuration: configuration, isTemporary: isTemporary,
      environment: environment, tables: tables, onRelease: {})
    return GraphStore(path, shared, file: nil, configuration: configuration)
  }

  /// Runs `body` on a snapshot, on the calling thread. The transaction must not be used after
  /// `body` returns.
  package func read<R>(_ body: (GraphTransaction) throws -> R) throws -> R {
    guard !isClosed.load(ordering: .relaxed) else { throw KhoError.closed }
    return try shared.read(body)
  }

  /// Begins a read transaction for who cannot lend a closure.
  package func beginRead() throws(KhoError) -> OpenRead {
    guard !isClosed.load(ordering: .relaxed) else { throw KhoError.closed }
    return try OpenRead(shared)
  }

  /// The same for all handles on one file.
  package var sharedIdentity: ObjectIdentifier { ObjectIdentifier(shared) }

  /// Runs `body` in a transaction; commits on return, rolls back on a throw. Beside other writes it
  /// runs on the writer thread while the caller waits. Closures that wait at the same time share a
  /// commit; where one of them throws, or the map is full and grows, each runs again. After an
  /// error of the commit itself the state is the old one, save that a failing disk may have taken
  /// it all the same.
  /// - Parameter isAlone: shares no commit: `body` takes long, or waits for others.
  package func write<R>(
    isAlone: Bool = false, _ body: (GraphTransaction) throws -> R
  ) throws -> R {
    guard !isClosed.load(ordering: .relaxed) else { throw KhoError.closed }
    guard !isReadOnly else { throw KhoError.readOnlyDatabase }
    return try shared.write(isAlone: isAlone, body)
  }

  /// Removes everything: nodes, relationships, names, indexes, constraints. For scratch databases.
  package func reset() throws(KhoError) {
    do {
      try write { try $0.removeEverything() }
    } catch let error as KhoError {
      throw error
    } catch {
      throw KhoError(.storageError, "LMDB", "\(error)")
    }
  }

  /// Waits for running transactions and closes. Later calls throw `.misuse`.
  package func close() {
    guard !isClosed.exchange(true, ordering: .relaxed) else { return }
    shared.observers.notify()
    if let file { StoreRegistry.close(file) } else { shared.close() }
  }
}

// MARK: Opening

extension GraphStore {
  /// The file's identity, once it is known to be one this library can open; made where it is
  /// missing.
  private static func identify(
    _ path: String, _ configuration: Configuration
  ) throws(KhoError) -> FileIdentity {
    let version = Environment.libraryVersion
    guard version.number >> 8 == 9 else {
      throw KhoError(
        .storageError, "OtherLMDB", "expected the library LMDB 0.9, found \(version.name)",
        hint: "link Kho with LMDB 0.9")
    }
    var kind = DatabaseFile.kind(of: path)
    if kind == .missing, configuration.createsFile, !configuration.isReadOnly {
      try create(path)
      kind = DatabaseFile.kind(of: path)
    }
    switch kind {
    case .lmdb(DatabaseFile.dataVersion, _): break
    case .lmdb(let version, _):
      throw KhoError(
        .storageError, "OtherLMDB",
        "\(path) was written by LMDB \(version >= 2 ? "1.0 or later" : "of an unknown line"), "
          + "data version \(version); expected LMDB 0.9, data version 1",
        hint: "export it with the version that wrote it, and import it with this one")
    case .missing:
      throw KhoError(
        .storageError, "FileNotFound", "there is no file \(path)",
        hint: "check the path, or let the database be created")
    case .directory:
      throw KhoError(
        .storageError, "IsDirectory", "\(path) is a directory; expected a database file",
        hint: "give the path of a file in it")
    case .unreadable(let error):
      throw KhoError(
        .storageError, error == .permissionDenied ? "PermissionDenied" : "FileUnreadable",
        "\(path) cannot be read: \(error)", hint: "check the path and its permissions")
    case .empty:
      throw KhoError(
        .storageError, "EmptyFile", "\(path) is empty; expected a database file",
        hint: "remove it, and it is created anew, or restore a backup")
    case .foreign:
      throw KhoError(
        .storageError, "NotADatabase", "\(path) is not a Kho database",
        hint: "check the path; Kho does not overwrite other files")
    }
    guard let file = FileIdentity(path: path) else {
      throw KhoError(.storageError, "FileNotFound", "\(path) vanished while it was being opened")
    }
    return file
  }

  private static func create(_ path: String) throws(KhoError) {
    do throws(KhoError) {
      try DatabaseFile.create(path, convert: { opening($0, path) }) {
        (temporary) throws(KhoError) in
        try make(temporary, for: path).environment.close()
      }
    } catch {
      // Somebody else made it meanwhile: that file is opened.
      if error.detail != "FileExists" { throw error }
    }
  }

  static func opening(_ error: LMDBError, _ path: String) -> KhoError {
    switch error {
    case .fileExists: KhoError(.storageError, "FileExists", "\(path) exists already")
    case .noSuchFile:
      KhoError(
        .storageError, "FileNotFound", "the directory of \(path) does not exist",
        hint: "make the directory first")
    case .permissionDenied:
      KhoError(
        .storageError, "PermissionDenied",
        "no permission to use \(path), its lock file or its directory",
        hint: "Kho writes a lock file beside the database, even to read it")
    default: KhoError(error)
    }
  }

  /// A new file with empty tables, not synced, which is to become the one at `finalPath`.
  private static func make(
    _ path: String, for finalPath: String, _ configuration: Configuration = Configuration()
  ) throws(KhoError) -> (environment: Environment, tables: Tables) {
    var options = Environment.Options()
    options.residentSizeInBytes = configuration.residentSizeInBytes
    options.isUnsynced = true
    let environment = try environment(path, options, for: finalPath)
    let tables = try storage { () throws(LMDBError) in
      let transaction = try environment.beginWrite()
      let tables = try Tables(transaction, creates: true)
      try transaction.put(tables.meta, StoreFormat.key, StoreFormat.record)
      var header = StoreHeader()
      header.catalogVersion = 1
      try transaction.put(tables.meta, StoreHeader.key, header.encoded)
      try transaction.commit()
      return tables
    }
    return (environment, tables)
  }

  /// - Parameter namedPath: the path that errors tell, the one the user knows.
  private static func environment(
    _ path: String, _ options: Environment.Options, for namedPath: String
  ) throws(KhoError) -> Environment {
    do throws(LMDBError) {
      return try Environment(path: path, options: options)
    } catch {
      throw opening(error, namedPath)
    }
  }

  private static func open(
    _ path: String, _ file: FileIdentity, _ configuration: Configuration
  ) throws(KhoError) -> SharedStore {
    var options = Environment.Options()
    options.isReadOnly = configuration.isReadOnly
    options.isRelaxed = configuration.durability == .relaxed
    options.mapSizeInBytes = configuration.mapSizeInBytes
    options.residentSizeInBytes = configuration.residentSizeInBytes
    let meta = FileStructure.metaDefect(of: path)
    if let text = meta.text { throw .corrupted("\(path): \(text)") }
    let environment = try environment(path, options, for: path)
    let transaction = try storage { () throws(LMDBError) in
      if !configuration.isReadOnly { try environment.checkReaders() }
      return try environment.beginRead()
    }
    if configuration.isUntrusted || meta.isShort { try checkStructure(path, transaction) }
    let notKho = KhoError(
      .storageError, "NotADatabase", "\(path) is an LMDB file, but not a Kho database",
      hint: "check the path; Kho does not overwrite other files")
    // The format first: another one has other tables.
    let format = try existing { () throws(LMDBError) in
      if let format = try transaction.get(transaction.openMainTable(), StoreFormat.key) {
        return format
      }
      // Up to format 7 it had a table of its own.
      let meta = try transaction.openTable("meta", integerKeys: false, creates: false)
      return try transaction.get(meta, StoreFormat.key) ?? .empty
    }
    guard let format, format.starts(with: StoreFormat.magic) else { throw notKho }
    let number = format.u32(StoreFormat.magic.count)
    guard number == StoreFormat.number else {
      throw KhoError(
        .storageError, number > StoreFormat.number ? "NewerFormat" : "OlderFormat",
        "\(path) has file format \(number); this version reads format \(StoreFormat.number)",
        hint: "use the version of Kho that wrote it, or export the database with that")
    }
    let tables = try existing { () throws(LMDBError) in try Tables(transaction, creates: false) }
    guard let tables else { throw notKho }
    // The handles of tables outlive the transaction only if it is committed.
    try storage { () throws(LMDBError) in try transaction.commit() }
    return SharedStore(
      path: path, configuration: configuration, isTemporary: false, environment: environment,
      tables: tables, onRelease: { StoreRegistry.released(file) })
  }

  /// What `body` gives; nil where a table is missing or of another kind.
  private static func existing<T>(_ body: () throws(LMDBError) -> T) throws(KhoError) -> T? {
    do throws(LMDBError) {
      return try body()
    } catch {
      if error == .notFound || error == .incompatible { return nil }
      throw KhoError(error)
    }
  }

  /// Throws where LMDB would stumble over the file: what it must never do in an untrusted one, or
  /// in one that may have been cut off.
  private static func checkStructure(_ path: String, _ transaction: ReadTransaction)
    throws(KhoError)
  {
    for _ in 0..<8 {
      let (text, isLost) = FileStructure.defect(of: path, transaction: transaction.id)
      if let text { throw .corrupted("\(path): \(text)") }
      if !isLost { return }
      // Another process has committed twice meanwhile: the newest state is looked at instead.
      transaction.reset()
      try storage { () throws(LMDBError) in try transaction.renew() }
    }
    throw KhoError(
      .storageError, "Busy", "\(path) changes too quickly to be looked through",
      hint: "stop its writers for a moment, or copy it with 'kho backup' and open the copy")
  }
}
