/// Opening and closing through Swift: group O of `Tests/Faces/README.md`, and its misuse.
import Foundation
import Kho
import Testing

@Suite struct OpeningFaceTests {
  let file = TemporaryFile()

  @Test func `O01 a new file is its owner's only, with a lock file beside`() throws {
    let database = try file.open()
    let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    #expect(FileManager.default.fileExists(atPath: file.path + "-lock"))
    #expect(try count(database) == 0)
  }

  @Test func `O02 what was written is there after opening again`() throws {
    try file.open().execute("CREATE (:A {x: 1, y: 'Cầu Ngang'})")
    let row = try file.open().execute("MATCH (a:A) RETURN a.x, a.y").single()
    #expect(try row.get(0) == 1)
    #expect(try row.get(1) == "Cầu Ngang")
  }

  @Test func `O03 a file is opened only to be read`() throws {
    try file.open().execute("CREATE (:A)")
    let database = try file.open { $0.isReadOnly = true }
    #expect(try count(database) == 1)
    #expect(database.configuration.isReadOnly)
    #expect(try database.info().isReadOnly)
  }

  @Test func `O04 a temporary database leaves nothing behind`() throws {
    var path = ""
    do {
      let database = try Database.temporary()
      path = database.path
      #expect(database.isTemporary)
      #expect(FileManager.default.fileExists(atPath: path))
      database.close()
    }
    #expect(!FileManager.default.fileExists(atPath: path))
    #expect(!FileManager.default.fileExists(atPath: path + "-lock"))
  }

  @Test func `O05 O06 a missing file is an error where none may be made`() {
    #expect(failure { try file.open { $0.createsFile = false } } == "StorageError/FileNotFound")
    #expect(failure { try file.open { $0.isReadOnly = true } } == "StorageError/FileNotFound")
    #expect(file.bytes == nil)
  }

  @Test func `O07 versions can be asked`() throws {
    let info = try Database.temporary().info()
    #expect(info.formatVersion >= 1)
    #expect(info.libraryVersion.hasPrefix("0.9"))
  }

  @Test func `O08 a backup is a database of its own and replaces nothing`() throws {
    let database = try Database.temporary()
    try database.execute("UNWIND range(1, 10) AS x CREATE (:A {x: x})")
    try database.backup(to: file.path)
    #expect(failure { try database.backup(to: file.path) } == "StorageError/FileExists")
    #expect(try count(file.open()) == 10)
    let error = #expect(throws: KhoError.self) {
      try database.backup(to: "/no-such-folder/copy.kho")
    }
    #expect(error?.detail == "FileNotFound")
    #expect(error?.message.contains(".new-") == false)
  }

  @Test func `O09 a sound file has no faults`() throws {
    let database = try file.open()
    try database.execute("UNWIND range(1, 100) AS x CREATE (:A {x: x})-[:T]->(:B)")
    #expect(try database.check() == [])
  }

  @Test func `O10 LOAD CSV reads in the one folder it is told`() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("Ada\n".utf8).write(to: folder.appendingPathComponent("people.csv"))
    for isAllowed in [false, true] {
      var configuration = Configuration()
      configuration.importFolder = isAllowed ? folder.path : nil
      let database = try Database.temporary(configuration: configuration)
      for (name, isInside) in [("people.csv", true), ("/etc/hostname", false)] {
        let query = "LOAD CSV FROM '\(name)' AS r RETURN r[0]"
        let rows = try? database.read { try $0.query(query).single(as: String.self) }
        #expect(rows == (isAllowed && isInside ? "Ada" : nil))
      }
    }
  }

  @Test func `the map may begin small and grows by itself`() throws {
    let database = try file.open { $0.mapSizeInBytes = 1 }
    for _ in 0..<3 {
      try database.execute(
        "UNWIND range(1, 10000) AS x CREATE (:A {text: toString(x) + $text})",
        ["text": String(repeating: "x", count: 100)])
    }
    #expect(try count(database) == 30_000)
    #expect(try database.info().fileSizeInBytes > 1 << 20)
  }

  // MARK: Misuse

  @Test func `M01 M02 M03 a file is one file by every name`() throws {
    let first = try file.open()
    let link = file.path + "-link"
    for make in [symlink, link(_:_:)] as [(String, String) -> Int32] {
      #expect(make(file.path, link) == 0)
      for path in [file.path, link] {
        let second = try Database(path: path)
        try first.execute("CREATE (:A)")
        try second.execute("CREATE (:A)")
        #expect(try count(first) == count(second))
        second.close()
      }
      try FileManager.default.removeItem(atPath: link)
    }
    #expect(try count(first) == 8)
  }

  private func symlink(_ target: String, _ name: String) -> Int32 {
    // Safe: the system copies the paths.
    unsafe Foundation.symlink(target, name)
  }
  private func link(_ target: String, _ name: String) -> Int32 {
    // Safe: the system copies the paths.
    unsafe Foundation.link(target, name)
  }

  @Test func `M04 a file open to be read only is not opened for writing beside`() throws {
    try file.open().close()
    let reader = try file.open { $0.isReadOnly = true }
    #expect(failure { try file.open() } == "Misuse/ReadOnlyDatabase")
    reader.close()
    #expect(failure { try file.open() } == nil)
  }

  @Test func `M05 M06 a closed database refuses everything, and closing twice is nothing`() throws {
    let database = try file.open()
    let statement = try database.prepare("RETURN 1")
    database.close()
    database.close()
    let uses: [(Database) throws -> Void] = [
      { try $0.read { _ in } }, { try $0.write { _ in } }, { _ = try $0.execute("RETURN 1") },
      { _ = try $0.prepare("RETURN 1") }, { _ = try $0.begin(.read) }, { _ = try $0.begin(.write) },
      { _ = try $0.info() }, { _ = try $0.check() }, { _ = try $0.schema() },
      { try $0.backup(to: "none.kho") }, { try $0.execute(statement) { _ in } },
    ]
    for (index, use) in uses.enumerated() {
      #expect(failure { try use(database) } == "Misuse/DatabaseClosed", "use \(index)")
    }
    #expect(failure { try Database.temporary().reset() } == nil)
  }

  @Test func `M07 a child made by fork is told so and the parent goes on`() async {
    await #expect(processExitsWith: .success) {
      let file = TemporaryFile()
      let database = try file.open()
      try database.execute("CREATE (:A)")
      // Safe: the function of this name takes nothing and returns a process id.
      guard let symbol = unsafe dlsym(nil, "fork") else { exit(2) }
      let fork = unsafe unsafeBitCast(symbol, to: (@convention(c) () -> pid_t).self)
      let isRight = try database.read { tx in
        let child = fork()
        if child == 0 {
          let words = [
            failure { try database.read { _ in } }, failure { try database.write { _ in } },
            failure { try database.begin(.write) },
          ]
          _exit(words.allSatisfy { $0 == "Misuse/ForkedProcess" } ? 0 : 1)
        }
        var status: Int32 = 1
        // Safe: the system fills the integer.
        _ = unsafe waitpid(child, &status, 0)
        try database.execute("MATCH (a:A) SET a.x = 1 CREATE (:A)")
        let seen = try tx.query("MATCH (a:A) RETURN count(a)").single(as: Int.self)
        return try status == 0 && seen == 1 && count(database) == 2
      }
      exit(isRight ? EXIT_SUCCESS : EXIT_FAILURE)
    }
  }

  @Test func `M08 closing inside of a transaction lets it end well`() throws {
    let database = try file.open()
    try database.write { tx in
      database.close()
      try tx.run("CREATE (:A)")
    }
    #expect(failure { try database.read { _ in } } == "Misuse/DatabaseClosed")
    let again = try file.open()
    try again.read { tx in
      again.close()
      let seen = try tx.query("MATCH (n) RETURN count(n)").single(as: Int.self)
      #expect(seen == 1)
    }
    #expect(failure { try again.read { _ in } } == "Misuse/DatabaseClosed")
  }

  @Test func `M29 M30 M31 M32 what is no database is named and left alone`() throws {
    #expect(failure { try Database(path: "/tmp") } == "StorageError/IsDirectory")
    var lmdb1 = [UInt8](repeating: 0, count: 16) + [0xDE, 0xC0, 0xEF, 0xBE, 2, 0, 0, 0]
    lmdb1 += [UInt8](repeating: 0, count: 8_192)
    let contents: [(Data, String)] = [
      (Data(), "EmptyFile"), (Data("SQLite format 3\0".utf8), "NotADatabase"),
      (Data(repeating: 7, count: 100_000), "NotADatabase"), (Data(lmdb1), "OtherLMDB"),
    ]
    for (bytes, detail) in contents {
      try bytes.write(to: URL(fileURLWithPath: file.path))
      #expect(failure { try file.open() } == "StorageError/\(detail)")
      #expect(failure { try file.open { $0.isReadOnly = true } } == "StorageError/\(detail)")
      #expect(file.bytes == bytes)
    }
  }

  @Test func `M33 a file cut in the middle is an error or readable`() throws {
    let database = try file.open()
    try database.execute("UNWIND range(1, 5000) AS x CREATE (:A {x: x, t: toString(x)})")
    database.close()
    let whole = try #require(file.bytes)
    for part in [whole.count / 2, whole.count / 3, 8_192, 5_000, 100] {
      try whole.prefix(part).write(to: URL(fileURLWithPath: file.path))
      let word = failure {
        let database = try file.open { $0.isUntrusted = true }
        _ = try database.execute("MATCH (a:A) RETURN sum(a.x)").collect()
      }
      #expect(word == nil || word?.hasPrefix("StorageError/") == true, "\(part)")
    }
  }

  @Test func `M34 a missing folder is told by the user's path`() {
    let path = file.path + "-folder/people.kho"
    let error = #expect(throws: KhoError.self) { try Database(path: path) }
    #expect(error.map(word) == "StorageError/FileNotFound")
    #expect(error?.message == "the directory of \(path) does not exist")
  }

  @Test(.enabled(if: geteuid() != 0, "root may write everywhere"))
  func `M35 a folder or file without permission is named`() throws {
    let error = #expect(throws: KhoError.self) { try Database(path: "/people.kho") }
    #expect(error.map(word) == "StorageError/PermissionDenied")
    #expect(error?.message.contains("/people.kho") == true)
  }

  @Test func `M36 an empty path, and one with a null byte`() {
    #expect(failure { try Database(path: "") } == "StorageError/FileNotFound")
    let word = failure { try Database(path: file.path + "\0tail") }
    #expect(word == "StorageError/FileNotFound" || word == "Misuse/InvalidPath", "\(word ?? "")")
    #expect(file.bytes == nil)
  }

  @Test func `M37 the lock file removed under an open database is noticed before a write`() throws {
    let database = try file.open()
    try database.execute("CREATE (:A)")
    try FileManager.default.removeItem(atPath: file.path + "-lock")
    #expect(failure { try database.execute("CREATE (:A)") } == "StorageError/LockFileVanished")
    #expect(try count(database) == 1)
    database.close()
    #expect(failure { try file.open().execute("CREATE (:A)") } == nil)
  }

  @Test func `M50 only a temporary database can be reset`() throws {
    #expect(failure { try file.open().reset() } == "Misuse/NotTemporary")
  }

  @Test func `M51 a database that is forgotten rolls back and closes`() throws {
    do {
      let transaction = try file.open().begin(.write)
      try transaction.execute("CREATE (:A)")
    }
    #expect(try count(file.open()) == 0)
  }

  @Test func `M52 databases opened and closed in turn leave nothing open`() async {
    // In a process of its own: suites that run beside this one open files too.
    await #expect(processExitsWith: .success) {
      let file = TemporaryFile()
      try file.open().execute("CREATE (:A)")
      let before = descriptorCount()
      for _ in 0..<1_000 {
        let database = try file.open()
        #expect(try count(database) == 1)
        database.close()
      }
      #expect(descriptorCount() <= before)
    }
  }

  @Test func `M53 many readers at once are served or told`() async throws {
    let database = try file.open()
    try database.execute("CREATE (:A)")
    await withTaskGroup(of: String?.self) { group in
      for _ in 0..<100 {
        group.addTask {
          await asyncFailure {
            try await database.read { try $0.query("RETURN 1").single(as: Int.self) }
          }
        }
      }
      for await word in group { #expect(word == nil) }
    }
    var snapshots: [InteractiveTransaction] = []
    var words: Set<String> = []
    for _ in 0..<600 {
      if let word = failure({ snapshots.append(try database.begin(.read)) }) { words.insert(word) }
    }
    #expect(words.isSubset(of: ["StorageError/TooManyReaders", "StorageError/NoThread"]))
    #expect(snapshots.count >= 500)
    for snapshot in snapshots { snapshot.rollback() }
    #expect(try count(database) == 1)
  }
}
