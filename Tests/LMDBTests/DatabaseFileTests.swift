/// What a path leads to, and files that come into being whole or not at all.
import LMDB
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct DatabaseFileTests {
  private struct Failure: Error {}

  private func put(_ bytes: [UInt8], to path: String) {
    // Safe: the system copies path and bytes.
    let file = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    _ = unsafe bytes.withUnsafeBytes { unsafe write(file, $0.baseAddress, $0.count) }
    close(file)
  }

  @Test func `every sort of path is told apart`() throws {
    let file = TemporaryFile()
    #expect(DatabaseFile.kind(of: file.path) == .missing)
    #expect(DatabaseFile.kind(of: "/tmp") == .directory)
    put([], to: file.path)
    #expect(DatabaseFile.kind(of: file.path) == .empty)
    put(Array("SQLite format 3\0".utf8), to: file.path)
    #expect(DatabaseFile.kind(of: file.path) == .foreign)
    #expect(DatabaseFile.kind(of: file.path + "/below") == .unreadable(LMDBError(code: ENOTDIR)))
  }

  @Test(arguments: [16, 24]) func `LMDB's magic is found behind either page header`(header: Int) {
    let file = TemporaryFile()
    var page = [UInt8](repeating: 0, count: header)
    page.append(littleEndian: 0xBEEF_C0DE as UInt32)
    page.append(littleEndian: 2 as UInt32)
    page += [UInt8](repeating: 0, count: 16)
    page.append(littleEndian: 4_096 as UInt32)
    put(page, to: file.path)
    #expect(DatabaseFile.kind(of: file.path) == .lmdb(dataVersion: 2, pageSizeInBytes: 4_096))
    put(Array(page.dropLast()), to: file.path)
    #expect(DatabaseFile.kind(of: file.path) == .foreign)
  }

  @Test func `an environment's own file is of data version 1`() throws {
    let file = TemporaryFile()
    try Environment(path: file.path).close()
    let kind = DatabaseFile.kind(of: file.path)
    guard case .lmdb(DatabaseFile.dataVersion, _) = kind else { throw Failure() }
  }

  @Test func `a file appears only when it is complete, and never replaces another`() throws {
    let file = TemporaryFile()
    #expect(throws: Failure.self) {
      try DatabaseFile.create(file.path, convert: { _ in Failure() }) {
        (temporary) throws(Failure) in
        put([1], to: temporary)
        throw Failure()
      }
    }
    #expect(DatabaseFile.kind(of: file.path) == .missing)
    try DatabaseFile.create(file.path, convert: { $0 }) { (path) throws(LMDBError) in
      put([1], to: path)
    }
    #expect(throws: LMDBError.fileExists) {
      try DatabaseFile.create(file.path, convert: { $0 }) { (path) throws(LMDBError) in
        put([2], to: path)
      }
    }
    #expect(FileIdentity(path: file.path) != nil)
  }

  @Test func `links of one file are one identity`() throws {
    let file = TemporaryFile()
    let link = TemporaryFile()
    put([1], to: file.path)
    // Safe: the system copies the paths.
    #expect(unsafe symlink(file.path, link.path) == 0)
    #expect(FileIdentity(path: file.path) == FileIdentity(path: link.path))
    #expect(FileIdentity(path: file.path) != FileIdentity(path: "/tmp"))
    #expect(FileIdentity(path: file.path + "x") == nil)
  }
}
