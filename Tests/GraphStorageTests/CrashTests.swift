/// A writer that is killed leaves the state of its last commit, or the one it was committing.
import GraphModel
import GraphStorage
import LMDB
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct CrashTests {
  static let groupSize = 20

  /// Commits groups of nodes in rings, and deletes old ones, until the process is killed. After
  /// each commit its number goes to the file `progress`.
  static func writeForEver(_ path: String, _ progress: String) throws {
    let store = try GraphStore.open(path: path)
    // Safe: the system copies the path.
    let file = unsafe open(progress, O_WRONLY | O_CREAT, 0o600)
    while true {
      let count = try store.write { tx in
        let label = try tx.makeLabel("Ring")
        let type = try tx.makeRelationshipType("NEXT")
        let key = try tx.makePropertyKey("text")
        if tx.propertyKeyNames.count == 1, tx.indexes.isEmpty {
          _ = try tx.createIndex(name: "i", entity: .node(label), keys: [key], kind: .index)
        }
        let text = Value.string(String(repeating: "x", count: Int.random(in: 0..<3_000)))
        let nodes = try (0..<groupSize).map { _ in
          try tx.createNode(labels: [label], properties: [(key, text)])
        }
        for index in nodes.indices {
          _ = try tx.createRelationship(
            type: type, from: nodes[index], to: nodes[(index + 1) % groupSize], properties: [])
        }
        return tx.nodeCount / groupSize
      }
      var record = Int64(count)
      // Safe: the integer's own eight bytes.
      _ = unsafe pwrite(file, &record, 8, 0)
    }
  }

  /// Kills this process, as from outside, after so many microseconds.
  static func killSelf(after microseconds: Int) {
    // Safe: the handler only makes a system call that async signal handlers may make.
    _ = signal(SIGALRM) { _ in kill(getpid(), SIGKILL) }
    var timer = itimerval()
    timer.it_value.tv_usec = microseconds
    _ = unsafe setitimer(__itimer_which_t(ITIMER_REAL.rawValue), &timer, nil)
  }

  @Test func `a killed writer leaves an old or a new state, whole`() async throws {
    let path = temporaryDatabasePath()
    let progress = path + "-progress"
    defer {
      removeDatabase(path)
      removeDatabase(progress)
    }
    var before = 0
    for _ in 0..<60 {
      await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
        CrashTests.killSelf(after: Int.random(in: 500..<60_000))
        try CrashTests.writeForEver(path, path + "-progress")
      }
      let acknowledged = contents(of: progress).withBytes { Int($0.u64(0)) }
      // Safe: the system copies the path.
      guard unsafe access(path, F_OK) == 0 else {
        #expect(acknowledged == 0)
        continue
      }
      // Also looks whether LMDB left its trees whole.
      var configuration = GraphStore.Configuration()
      configuration.isUntrusted = true
      let store = try GraphStore.open(path: path, configuration: configuration)
      defer { store.close() }
      let groups = try store.read { tx in
        #expect(tx.nodeCount % Self.groupSize == 0 && tx.relationshipCount == tx.nodeCount)
        return tx.nodeCount / Self.groupSize
      }
      // What was there or acknowledged is there, and at most one commit more.
      let least = max(before, acknowledged)
      #expect(groups == least || groups == least + 1)
      before = groups
      #expect(try store.check() == [])
    }
    #expect(before > 0)
  }
}
