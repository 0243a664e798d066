/// What is said of files that cannot be opened, and how files come into being.
import GraphModel
import GraphStorage
import LMDB
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct OpeningTests {
  /// Opens and closes; the error's detail.
  private func opening(_ path: String, isReadOnly: Bool = false) -> String? {
    var configuration = GraphStore.Configuration()
    configuration.isReadOnly = isReadOnly
    return detail { try GraphStore.open(path: path, configuration: configuration).close() }
  }

  @Test func `a missing file is created, unless it is only to be read`() throws {
    let path = temporaryDatabasePath()
    defer { removeDatabase(path) }
    #expect(opening(path, isReadOnly: true) == "FileNotFound")
    var configuration = GraphStore.Configuration()
    configuration.createsFile = false
    #expect(
      detail { try GraphStore.open(path: path, configuration: configuration) } == "FileNotFound")
    #expect(opening(path) == nil)
    #expect(opening(path, isReadOnly: true) == nil)
    var status = stat()
    // Safe: the system fills the record and copies the path.
    #expect(unsafe stat(path, &status) == 0 && status.st_mode & 0o777 == 0o600)
  }

  @Test func `a foreign, empty or cut file is named for what it is`() {
    let path = temporaryDatabasePath()
    defer { removeDatabase(path) }
    write(Array("SQLite format 3\0".utf8), to: path)
    #expect(opening(path) == "NotADatabase")
    write([], to: path)
    #expect(opening(path) == "EmptyFile")
    #expect(opening("/tmp") == "IsDirectory")
    #expect(opening(path + "-directory/file") == "FileNotFound")
    #expect(opening(path + "/file") == "FileUnreadable")
    #expect(contents(of: path).isEmpty)
  }

  @Test(arguments: [(16, 2), (24, 2), (16, 999)])
  func `a file of another line of LMDB is named so`(header: Int, version: UInt32) {
    let path = temporaryDatabasePath()
    defer { removeDatabase(path) }
    var page = [UInt8](repeating: 0, count: header)
    page.append(littleEndian: 0xBEEF_C0DE as UInt32)
    page.append(littleEndian: version)
    page += [UInt8](repeating: 0, count: 8_192)
    write(page, to: path)
    #expect(opening(path) == "OtherLMDB")
  }

  @Test func `another program's LMDB file is left alone`() throws {
    let path = temporaryDatabasePath()
    defer { removeDatabase(path) }
    let environment = try Environment(path: path)
    let transaction = try environment.beginWrite()
    _ = try transaction.openTable("meta", integerKeys: false, creates: true)
    try transaction.commit()
    environment.close()
    let before = contents(of: path)
    #expect(opening(path) == "NotADatabase")
    #expect(contents(of: path) == before)
  }

  @Test func `an older format is named, though it has other tables`() throws {
    let path = temporaryDatabasePath()
    defer { removeDatabase(path) }
    let environment = try Environment(path: path)
    let transaction = try environment.beginWrite()
    let meta = try transaction.openTable("meta", integerKeys: false, creates: true)
    try transaction.put(meta, Array("format".utf8), Array("kho graph".utf8) + [1, 0, 0, 0])
    try transaction.commit()
    environment.close()
    #expect(opening(path) == "OlderFormat")
  }

  @Test(arguments: [(1, "OlderFormat"), (255, "NewerFormat")])
  func `another format is not opened`(number: UInt8, detail: String) throws {
    let path = temporaryDatabasePath()
    defer { removeDatabase(path) }
    #expect(opening(path) == nil)
    let environment = try Environment(path: path)
    let transaction = try environment.beginWrite()
    let meta = try transaction.openMainTable()
    try transaction.put(meta, Array("format".utf8), Array("kho graph".utf8) + [number, 0, 0, 0])
    try transaction.commit()
    environment.close()
    #expect(opening(path) == detail)
  }

  @Test(.enabled(if: geteuid() != 0, "root may read everything"))
  func `a file without permission is named so`() throws {
    let path = temporaryDatabasePath()
    defer { removeDatabase(path) }
    #expect(opening(path) == nil)
    // Safe: the system copies the path.
    #expect(unsafe chmod(path, 0) == 0)
    #expect(opening(path) == "PermissionDenied")
  }

  @Test func `a file cut in the middle is an error or reads as far as it goes`() throws {
    let path = temporaryDatabasePath()
    defer { removeDatabase(path) }
    write(Array(contents(of: path).prefix(100)), to: path)
    #expect(opening(path) != nil)
  }

  @Test func `errors say what to do`() {
    do {
      _ = try GraphStore.open(path: "/tmp")
    } catch {
      #expect(error.kind == .storageError)
      #expect(error.hint != nil)
      #expect(error.message.contains("/tmp"))
    }
  }
}
