/// Errors of LMDB as errors of Kho: what happened and what to do.
internal import GraphModel
internal import LMDB

extension KhoError {
  init(_ error: LMDBError) {
    switch error {
    case .mapFull:
      self.init(
        .storageError, "MapFull",
        "the database's map is full and cannot grow while it is being read")
    case .diskFull:
      self.init(.storageError, "DiskFull", "no space left on the disk; nothing was changed")
    case .inputOutput:
      self.init(
        .storageError, "InputOutput", "the disk did not take or give the data, or is full",
        hint: "check the free space and the disk, then open the database again")
    case .permissionDenied:
      self.init(
        .storageError, "PermissionDenied",
        "no permission to use the database's file or its lock file")
    case .readersFull:
      self.init(.storageError, "TooManyReaders", "too many transactions read the database at once")
    case .panic:
      self.init(
        .storageError, "InputOutput", "an earlier write failed in the middle",
        hint: "open the database again; it holds the last committed state")
    case .corrupted, .pageNotFound, .invalid, .versionMismatch: self = .corrupted("\(error)")
    case .badTransaction:
      self.init(
        .misuse, "TransactionClosed",
        "the transaction has ended, failed or belongs to another process")
    default: self.init(.storageError, "LMDB", "\(error)")
    }
  }

  static func corrupted(_ what: String) -> KhoError {
    KhoError(
      .storageError, "Corrupted", "the database is damaged: \(what)",
      hint: "run 'kho check' for the extent, and restore a backup")
  }

  static let readOnly = KhoError(.misuse, "ReadOnlyTransaction", "the transaction is read-only")
}

/// Runs `body`, with LMDB's errors as errors of Kho.
@inline(__always)
func storage<R: ~Copyable>(_ body: () throws(LMDBError) -> R) throws(KhoError) -> R {
  do throws(LMDBError) {
    return try body()
  } catch {
    throw KhoError(error)
  }
}
