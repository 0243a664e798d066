/// One environment for a file in a process, by whatever path it is opened.
import GraphModel
import GraphStorage
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct RegistryTests {
  @Test func `a file opened by several paths is one store`() throws {
    let path = temporaryDatabasePath()
    let symbolic = temporaryDatabasePath()
    let hard = temporaryDatabasePath()
    defer { for path in [path, symbolic, hard] { removeDatabase(path) } }
    let first = try GraphStore.open(path: path)
    // Safe: the system copies the paths.
    #expect(unsafe symlink(path, symbolic) == 0)
    #expect(unsafe link(path, hard) == 0)
    let others = try [symbolic, hard, path].map { try GraphStore.open(path: $0) }
    let label = try first.write { try $0.makeLabel("A") }
    for (count, other) in others.enumerated() {
      #expect(try other.read { $0.nodeCount } == count)
      try other.write { _ = try $0.createNode(labels: [label], properties: []) }
    }
    #expect(try first.read { $0.nodeCount(label: label) } == 3)
  }

  @Test func `the lock file lies beside the file itself, whatever link it is opened by`() throws {
    let path = temporaryDatabasePath()
    let symbolic = temporaryDatabasePath()
    defer { for path in [path, symbolic] { removeDatabase(path) } }
    try GraphStore.open(path: path).close()
    removeDatabase(path + "-lock")
    // Safe: the system copies the paths.
    #expect(unsafe symlink(path, symbolic) == 0)
    let store = try GraphStore.open(path: symbolic)
    #expect(store.path == symbolic)
    #expect(unsafe access(path + "-lock", F_OK) == 0)
    #expect(unsafe access(symbolic + "-lock", F_OK) != 0)
  }

  @Test func `a forked child is told so, and may open the file itself`() async {
    await #expect(processExitsWith: .success) {
      let path = temporaryDatabasePath()
      defer { removeDatabase(path) }
      let store = try GraphStore.open(path: path)
      try store.write { _ = try $0.createNode(labels: [], properties: []) }
      try store.read { _ in }
      // Safe: the function of this name takes nothing and returns a process id.
      guard let symbol = unsafe dlsym(nil, "fork") else { exit(2) }
      let fork = unsafe unsafeBitCast(symbol, to: (@convention(c) () -> pid_t).self)
      let child = fork()
      if child == 0 {
        let isTold =
          detail { try store.read { _ in } } == "ForkedProcess"
          && detail { try store.write { _ in } } == "ForkedProcess"
        let count = try? GraphStore.open(path: path).read { $0.nodeCount }
        store.close()
        _exit(isTold && count == 1 ? 0 : 1)
      }
      var status: Int32 = 1
      // Safe: the system fills the integer.
      _ = unsafe waitpid(child, &status, 0)
      try store.write { _ = try $0.createNode(labels: [], properties: []) }
      let count = try store.read { $0.nodeCount }
      removeDatabase(path)
      exit(status == 0 && count == 2 ? EXIT_SUCCESS : EXIT_FAILURE)
    }
  }

  @Test func `each opening is closed by itself`() throws {
    let path = temporaryDatabasePath()
    defer { removeDatabase(path) }
    let first = try GraphStore.open(path: path)
    let second = try GraphStore.open(path: path)
    first.close()
    first.close()
    #expect(detail { try first.read { _ in } } == "DatabaseClosed")
    #expect(detail { try first.write { _ in } } == "DatabaseClosed")
    #expect(detail { try first.reset() } == "DatabaseClosed")
    #expect(detail { try first.check() } == "DatabaseClosed")
    #expect(try second.read { $0.nodeCount } == 0)
    second.close()
    let third = try GraphStore.open(path: path)
    #expect(try third.read { $0.nodeCount } == 0)
  }

  @Test func `a file open only to be read is not opened for writing beside`() throws {
    let path = temporaryDatabasePath()
    defer { removeDatabase(path) }
    try GraphStore.open(path: path).close()
    var configuration = GraphStore.Configuration()
    configuration.isReadOnly = true
    let reader = try GraphStore.open(path: path, configuration: configuration)
    #expect(detail { try reader.write { _ in } } == "ReadOnlyDatabase")
    #expect(detail { try GraphStore.open(path: path) } == "ReadOnlyDatabase")
    let again = try GraphStore.open(path: path, configuration: configuration)
    reader.close()
    again.close()
    let writer = try GraphStore.open(path: path)
    let beside = try GraphStore.open(path: path, configuration: configuration)
    #expect(detail { try beside.write { _ in } } == "ReadOnlyDatabase")
    #expect(detail { try writer.write { _ in } } == nil)
  }

  @Test func `opening and closing from many threads leaves nothing open`() async throws {
    let path = temporaryDatabasePath()
    defer { removeDatabase(path) }
    await withTaskGroup(of: String?.self) { group in
      for _ in 0..<8 {
        group.addTask {
          for _ in 0..<20 {
            let failure = detail {
              let store = try GraphStore.open(path: path)
              defer { store.close() }
              try store.write { _ = try $0.createNode(labels: [], properties: []) }
            }
            if let failure { return failure }
          }
          return nil
        }
      }
      for await failure in group { #expect(failure == nil) }
    }
    #expect(try GraphStore.open(path: path).read { $0.nodeCount } == 160)
  }

  @Test func `a temporary store's files go when it is closed`() throws {
    let store = try GraphStore.temporary()
    try store.write { _ = try $0.createNode(labels: [], properties: []) }
    // Safe: the system copies the paths.
    #expect(unsafe access(store.path, F_OK) == 0)
    store.close()
    #expect(unsafe access(store.path, F_OK) != 0)
    #expect(unsafe access(store.path + "-lock", F_OK) != 0)
  }
}
