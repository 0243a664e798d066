/// What LMDB, or the system below it, answered.
internal import CLMDB

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A return code of LMDB: negative codes are LMDB's own, positive ones `errno`.
package struct LMDBError: Error, Hashable, Sendable, CustomStringConvertible {
  package let code: Int32
  package init(code: Int32) { self.code = code }

  package static let notFound = LMDBError(code: MDB_NOTFOUND)
  package static let corrupted = LMDBError(code: MDB_CORRUPTED)
  package static let pageNotFound = LMDBError(code: MDB_PAGE_NOTFOUND)
  package static let panic = LMDBError(code: MDB_PANIC)
  package static let versionMismatch = LMDBError(code: MDB_VERSION_MISMATCH)
  package static let invalid = LMDBError(code: MDB_INVALID)
  package static let mapFull = LMDBError(code: MDB_MAP_FULL)
  package static let mapResized = LMDBError(code: MDB_MAP_RESIZED)
  package static let readersFull = LMDBError(code: MDB_READERS_FULL)
  /// A table made with other options.
  package static let incompatible = LMDBError(code: MDB_INCOMPATIBLE)
  /// Also: a transaction used after its end.
  package static let badTransaction = LMDBError(code: MDB_BAD_TXN)
  package static let noSuchFile = LMDBError(code: ENOENT)
  package static let permissionDenied = LMDBError(code: EACCES)
  package static let fileExists = LMDBError(code: EEXIST)
  package static let diskFull = LMDBError(code: ENOSPC)
  package static let inputOutput = LMDBError(code: EIO)

  /// The last system call's error.
  package static var system: LMDBError { LMDBError(code: errno) }

  /// LMDB's or the system's words for it.
  package var description: String {
    // Safe: mdb_strerror returns a static or thread-local C string, copied at once.
    unsafe mdb_strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
  }

  /// Throws unless `code` is success.
  static func check(_ code: Int32) throws(LMDBError) {
    if code != MDB_SUCCESS { throw LMDBError(code: code) }
  }
}
