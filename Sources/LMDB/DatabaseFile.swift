/// Files below LMDB: what a path leads to, and files that come into being whole or not at all.
internal import CLMDB

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A file whatever its names: symbolic and hard links of one file are equal.
package struct FileIdentity: Hashable, Sendable {
  let device: UInt64
  let inode: UInt64

  /// Nil where the path leads to nothing that can be looked at.
  package init?(path: String) {
    var status = stat()
    // Safe: the system fills the record and copies the path.
    guard unsafe stat(path, &status) == 0 else { return nil }
    device = UInt64(truncatingIfNeeded: status.st_dev)
    inode = UInt64(truncatingIfNeeded: status.st_ino)
  }
}

package enum DatabaseFile {
  /// What a path leads to, found without LMDB, which would only say "invalid".
  package enum Kind: Equatable, Sendable {
    case missing
    case directory
    /// With the system's reason.
    case unreadable(LMDBError)
    case empty
    /// Not LMDB's, or cut off within its first page.
    case foreign
    /// An LMDB file of this data version and page size; 1 is LMDB 0.9, of which the page size is
    /// known.
    case lmdb(dataVersion: UInt32, pageSizeInBytes: Int)
  }

  /// LMDB 0.9's data version.
  package static let dataVersion: UInt32 = 1

  package static func kind(of path: String) -> Kind {
    var status = stat()
    // Safe: the system fills the record and copies the path.
    guard unsafe stat(path, &status) == 0 else {
      return errno == ENOENT ? .missing : .unreadable(.system)
    }
    if status.st_mode & S_IFMT == S_IFDIR { return .directory }
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return .unreadable(.system) }
    defer { _ = close(file) }
    // Safe: at most the array's size is read into it.
    var page = [UInt8](repeating: 0, count: 256)
    let count = page.count
    let read = unsafe page.withUnsafeMutableBytes { unsafe pread(file, $0.baseAddress, count, 0) }
    if read < 0 { return .unreadable(.system) }
    if read == 0 { return .empty }
    page.removeLast(count - read)
    return page.withBytes { kind(ofFirstPage: $0) }
  }

  /// The meta record follows the page's header: 16 bytes in LMDB 0.9, 24 in 1.0 — magic, version,
  /// address, map size, then the record of the free list, whose first word is the page size.
  static func kind(ofFirstPage page: Bytes) -> Kind {
    let magic: UInt32 = 0xBEEF_C0DE
    for header in [16, 24] where page.u32(header) == magic && page.count >= header + 28 {
      return .lmdb(
        dataVersion: page.u32(header + 4), pageSizeInBytes: Int(page.u32(header + 24)))
    }
    return .foreign
  }

  /// Makes the file at `path` by `build`, which writes and closes a file of another name in the
  /// same directory. After a crash there is the whole file or none. Throws `.fileExists` where
  /// somebody else made it meanwhile.
  package static func create<E: Error>(
    _ path: String, convert: (LMDBError) -> E, build: (String) throws(E) -> Void
  ) throws(E) {
    let temporary = "\(path).new-\(getpid())-\(UInt64.random(in: 0 ... .max))"
    defer {
      remove(temporary)
      remove(temporary + "-lock")
    }
    try build(temporary)
    do throws(LMDBError) {
      // Only its owner's, whatever made it.
      // Safe: the system copies the path.
      guard unsafe chmod(temporary, 0o600) == 0 else { throw .system }
      try synchronize(temporary)
      // A link never replaces a file. Where the file system has none, the name is checked and
      // taken. Safe: the system copies the paths.
      if unsafe link(temporary, path) != 0 {
        if errno == EEXIST || FileIdentity(path: path) != nil { throw .fileExists }
        guard unsafe rename(temporary, path) == 0 else { throw .system }
      }
      try synchronize(directory(of: path))
    } catch {
      throw convert(error)
    }
  }

  /// Brings a file or directory to the disk.
  private static func synchronize(_ path: String) throws(LMDBError) {
    // Safe: the system copies the path.
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw .system }
    defer { _ = close(file) }
    // Some file systems do not sync directories, and say so with EINVAL.
    guard fsync(file) == 0 || errno == EINVAL else { throw .system }
  }

  private static func directory(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The path without symbolic links and from the root: LMDB's lock file lies beside it, whatever
  /// name the file was opened by, and it stays right when the process changes its directory.
  package static func resolved(_ path: String) -> String {
    // Safe: the system allocates the string, which is copied and freed.
    guard let resolved = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }

  /// Removes a file's name; nothing where there is none.
  package static func remove(_ path: String) {
    // Safe: the system copies the path.
    _ = unsafe unlink(path)
  }

  /// A path nobody else has, in the directory for temporary files.
  package static func temporaryPath() -> String {
    // Safe: the environment's string is copied at once.
    let directory = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
    return "\(directory)/kho-\(getpid())-\(UInt64.random(in: 0 ... .max)).kho"
  }
}
