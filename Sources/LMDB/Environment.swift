/// An LMDB environment: one file, mapped, with its lock file.
internal import CLMDB
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// An open environment. At most one may be open for a file in a process (LMDB, "Caveats");
/// `GraphStore` sees to it.
///
/// Always MDB_NOSUBDIR and MDB_NOTLS, never MDB_WRITEMAP or MDB_NOLOCK. Usable in the process that
/// opened it only: in a forked child every call throws `.badTransaction`.
@safe package final class Environment: @unchecked Sendable {
  package struct Options: Sendable {
    package var isReadOnly = false
    /// MDB_NOMETASYNC: the last commits may be lost on a power failure, never more.
    package var isRelaxed = false
    /// MDB_NOSYNC: for files that nobody keeps.
    package var isUnsynced = false
    package var mapSizeInBytes = 1 << 40
    /// How much of the map may stay in the process's memory; nil: any part.
    package var residentSizeInBytes: Int?
    package var maximumReaders: UInt32 = 510
    package var maximumTables: UInt32 = 16
    package init() {}
  }

  package struct Information: Sendable {
    package var pageSizeInBytes = 0
    package var mapSizeInBytes = 0
    /// Pages in use or free, from the start of the file.
    package var pageCount = 0
    package var lastTransaction: UInt64 = 0
    package var readerCount = 0
  }

  /// The library's version, and its number as 0x00_09_18 is 0.9.24.
  package static var libraryVersion: (name: String, number: Int) {
    var (major, minor, patch): (Int32, Int32, Int32) = (0, 0, 0)
    // Safe: LMDB fills three integers.
    _ = unsafe mdb_version(&major, &minor, &patch)
    return ("\(major).\(minor).\(patch)", Int(major) << 16 | Int(minor) << 8 | Int(patch))
  }

  private var handle: OpaquePointer?
  private let processGeneration: Int
  private let residentPages: ResidentPages

  /// Opens the file, or makes it where there is none. A map size for which there is no address
  /// space is halved until there is, down to 1 GiB.
  package init(path: String, options: Options = Options()) throws(LMDBError) {
    processGeneration = ForkedProcess.generation
    residentPages = ResidentPages(limit: options.residentSizeInBytes)
    var flags = MDB_NOSUBDIR | MDB_NOTLS
    if options.isReadOnly { flags |= MDB_RDONLY }
    if options.isRelaxed { flags |= MDB_NOMETASYNC }
    if options.isUnsynced { flags |= MDB_NOSYNC }
    var mapSize = options.mapSizeInBytes
    while true {
      var handle: OpaquePointer?
      // Safe: the handle made here is configured and opened, or closed on failure as lmdb.h asks.
      try LMDBError.check(unsafe mdb_env_create(&handle))
      var code = unsafe mdb_env_set_mapsize(handle, mapSize)
      if code == 0 { code = unsafe mdb_env_set_maxreaders(handle, options.maximumReaders) }
      if code == 0 { code = unsafe mdb_env_set_maxdbs(handle, options.maximumTables) }
      if code == 0 { code = unsafe mdb_env_open(handle, path, UInt32(flags), 0o600) }
      if code == 0 {
        unsafe self.handle = unsafe handle
        return
      }
      unsafe mdb_env_close(handle)
      guard code == ENOMEM || code == EINVAL, mapSize > 1 << 30 else { throw LMDBError(code: code) }
      mapSize /= 2
    }
  }

  deinit { close() }

  /// Closes the environment. No transaction may live. In a forked child nothing happens: the
  /// environment is the parent's.
  package func close() {
    guard let handle = unsafe handle else { return }
    unsafe self.handle = nil
    // Safe: taken out, so closed once; the caller has ended all transactions.
    if ForkedProcess.generation == processGeneration { unsafe mdb_env_close(handle) }
  }

  /// Inherited through fork(): the parent's.
  package var isForked: Bool { ForkedProcess.generation != processGeneration }

  /// Open, and not inherited through fork().
  package var isUsable: Bool {
    unsafe handle != nil && ForkedProcess.generation == processGeneration
  }

  func openHandle() throws(LMDBError) -> OpaquePointer {
    guard let handle = unsafe handle, isUsable else { throw .badTransaction }
    return unsafe handle
  }

  package func beginRead() throws(LMDBError) -> ReadTransaction {
    try ReadTransaction(self, flags: UInt32(MDB_RDONLY))
  }

  /// Waits for the writer of any process to end.
  package func beginWrite() throws(LMDBError) -> WriteTransaction { try WriteTransaction(self) }

  /// Changes the size of the map, or adopts that of another process (0). No transaction of this
  /// process may live.
  package func setMapSize(_ sizeInBytes: Int) throws(LMDBError) {
    // Safe: an open environment; the caller has ended all transactions.
    try LMDBError.check(unsafe mdb_env_set_mapsize(openHandle(), sizeInBytes))
  }

  /// Frees the slots of readers whose process died; returns how many there were.
  @discardableResult package func checkReaders() throws(LMDBError) -> Int {
    var count: Int32 = 0
    // Safe: an open environment.
    try LMDBError.check(unsafe mdb_reader_check(openHandle(), &count))
    return Int(count)
  }

  /// Writes a copy of the newest snapshot without free pages to a file that must not exist.
  package func copy(to path: String) throws(LMDBError) {
    // Safe: an open environment; LMDB copies the path.
    try LMDBError.check(unsafe mdb_env_copy2(openHandle(), path, UInt32(MDB_CP_COMPACT)))
  }

  /// Whether the file is larger than what of it may stay in memory.
  package func exceedsResidentSize() throws(LMDBError) -> Bool {
    let information = try information()
    return information.pageCount &* information.pageSizeInBytes > residentPages.limit
  }

  /// Lets go of the pages of the map in memory where they are more than may stay. To be called
  /// often while they are read, in a transaction. Changes nothing but the memory that counts as the
  /// process's.
  package func boundResidentSize() {
    guard let now = residentPages.turn(), isUsable else { return }
    var file: Int32 = -1
    // Safe: an open environment; LMDB fills the number.
    if unsafe mdb_env_get_fd(handle, &file) == 0 { residentPages.bound(file, at: now) }
  }

  package func information() throws(LMDBError) -> Information {
    var information = unsafe MDB_envinfo()
    var stat = MDB_stat()
    // Safe: an open environment; LMDB fills the records.
    try LMDBError.check(unsafe mdb_env_info(openHandle(), &information))
    try LMDBError.check(unsafe mdb_env_stat(openHandle(), &stat))
    return unsafe Information(
      pageSizeInBytes: Int(stat.ms_psize), mapSizeInBytes: information.me_mapsize,
      pageCount: information.me_last_pgno &+ 1,
      lastTransaction: UInt64(truncatingIfNeeded: information.me_last_txnid),
      readerCount: Int(information.me_numreaders))
  }
}

/// Counts the forks between this process and the first that looked: a child must not touch what it
/// inherited.
package enum ForkedProcess {
  private static let count = Atomic<Int>(0)
  private static let isWatching: Bool = {
    // Safe: the handler only adds to an atomic.
    pthread_atfork(nil, nil, { count.add(1, ordering: .relaxed) }) == 0
  }()

  package static var generation: Int { isWatching ? count.load(ordering: .relaxed) : -1 }
}
