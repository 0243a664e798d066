/// What transactions promise: isolation, rollback, and errors instead of misuse.
import GraphModel
import GraphStorage
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct TransactionTests {
  private struct Failure: Error, Equatable {}

  @Test func `a throw rolls everything back, and comes back to the caller`() throws {
    let fixture = try StoreFixture()
    let version = try fixture.store.read { $0.catalogVersion }
    #expect(throws: Failure()) {
      try fixture.store.write { tx in
        _ = try tx.createNode(labels: [try tx.makeLabel("C")], properties: [(fixture.k, 1)])
        throw Failure()
      }
    }
    try fixture.store.read { tx in
      #expect(tx.nodeCount == 0 && tx.label(named: "C") == nil)
      #expect(tx.catalogVersion == version)
    }
    #expect(try fixture.store.check() == [])
  }

  @Test func `a write inside a write on the same store is an error`() throws {
    let fixture = try StoreFixture()
    let other = try StoreFixture()
    try fixture.store.write { _ in
      #expect(detail { try fixture.store.write { _ in } } == "NestedWrite")
      #expect(detail { try fixture.store.reset() } == "NestedWrite")
      try other.store.write { _ = try $0.createNode(labels: [], properties: []) }
      #expect(try fixture.store.read { $0.nodeCount } == 0)
    }
  }

  @Test func `a reader sees the snapshot of its beginning`() throws {
    let fixture = try StoreFixture()
    try fixture.store.read { before in
      try fixture.store.write { _ = try $0.createNode(labels: [fixture.a], properties: []) }
      #expect(before.nodeCount == 0)
      #expect(try fixture.store.read { $0.nodeCount } == 1)
    }
  }

  @Test func `a transaction used after its end, or written to when it only reads, is an error`()
    throws
  {
    let fixture = try StoreFixture()
    var kept: GraphTransaction?
    try fixture.store.read { tx in
      kept = tx
      #expect(!tx.isWritable)
      #expect(detail { try tx.createNode(labels: [], properties: []) } == "ReadOnlyTransaction")
      #expect(detail { try tx.makeLabel("C") } == "ReadOnlyTransaction")
    }
    let tx = try #require(kept)
    #expect(detail { try tx.exists(NodeID(0)) } == nil)
    #expect(tx.nodeCount(label: fixture.a) == 0)
    try fixture.store.write { tx in
      kept = tx
      _ = try tx.createNode(labels: [], properties: [])
    }
    let written = try #require(kept)
    #expect(!written.isWritable)
    #expect(detail { try written.createNode(labels: [], properties: []) } == "TransactionClosed")
    #expect(detail { try written.property(fixture.k, of: NodeID(0)) } == "TransactionClosed")
    var expansion = Expansion()
    #expect(
      detail {
        try written.expand(NodeID(0), types: nil, direction: .outgoing, to: &expansion)
      } == "TransactionClosed")
  }

  @Test func `the catalog's version changes with names, indexes and large changes of counts`()
    throws
  {
    let fixture = try StoreFixture()
    func version() throws -> UInt64 { try fixture.store.read { $0.catalogVersion } }
    var versions = [try version()]
    try fixture.store.write { _ = try $0.makeLabel("C") }
    versions.append(try version())
    try fixture.store.write { tx in
      _ = try tx.createIndex(name: "i", entity: .node(fixture.a), keys: [fixture.k], kind: .index)
    }
    versions.append(try version())
    try fixture.store.write { tx in
      for _ in 0..<100 { _ = try tx.createNode(labels: [fixture.a], properties: []) }
    }
    versions.append(try version())
    #expect(Set(versions).count == 4)
    try fixture.store.write { _ = try $0.createNode(labels: [fixture.a], properties: []) }
    #expect(try version() == versions[3])
    // Versions inside of write transactions are never seen again, so that plans made there are not.
    let inside = (0..<2).map { _ in
      var seen: UInt64 = 0
      try? fixture.store.write { tx in
        _ = try tx.makeLabel("D")
        seen = tx.catalogVersion
        throw Failure()
      }
      return seen
    }
    #expect(inside[0] != inside[1] && !versions.contains(inside[0]))
  }

  @Test func `a reset empties everything and numbers anew`() throws {
    let fixture = try StoreFixture()
    try fixture.write { tx in
      let node = try tx.createNode(labels: [fixture.a], properties: [(fixture.k, 1)])
      _ = try tx.createRelationship(type: fixture.r, from: node, to: node, properties: [])
      _ = try tx.createIndex(name: "i", entity: .node(fixture.a), keys: [fixture.k], kind: .unique)
    }
    let version = try fixture.store.read { $0.catalogVersion }
    try fixture.store.reset()
    #expect(try fixture.store.check() == [])
    try fixture.store.read { tx in
      #expect(tx.nodeCount == 0 && tx.relationshipCount == 0)
      #expect(tx.labelNames.isEmpty && tx.indexes.isEmpty && tx.propertyKeyNames.isEmpty)
      #expect(tx.catalogVersion != version)
    }
    let node = try fixture.store.write { try $0.createNode(labels: [], properties: []) }
    #expect(node == NodeID(0))
  }

  @Test func `the map grows by itself, and the transaction runs again`() throws {
    let path = temporaryDatabasePath()
    defer { removeDatabase(path) }
    var configuration = GraphStore.Configuration()
    configuration.mapSizeInBytes = 1 << 20
    let store = try GraphStore.open(path: path, configuration: configuration)
    var runs = 0
    let text = String(repeating: "x", count: 100_000)
    try store.write { tx in
      runs += 1
      let key = try tx.makePropertyKey("k")
      for _ in 0..<40 { _ = try tx.createNode(labels: [], properties: [(key, .string(text))]) }
    }
    #expect(runs > 1)
    #expect(try store.read { $0.nodeCount } == 40)
    #expect(try store.information().mapSizeInBytes > 1 << 20)
    #expect(try store.check() == [])
    // A caller that reads keeps the map from growing: an error, not a deadlock.
    try store.read { _ in
      let failure = detail {
        try store.write { tx in
          let key = try tx.makePropertyKey("k")
          for _ in 0..<400 { _ = try tx.createNode(labels: [], properties: [(key, .string(text))]) }
        }
      }
      #expect(failure == "MapFull")
    }
    #expect(try store.check() == [])
  }

  @Test func `a vanished lock file stops writing`() throws {
    let path = temporaryDatabasePath()
    defer { removeDatabase(path) }
    let store = try GraphStore.open(path: path)
    try store.write { _ = try $0.createNode(labels: [], properties: []) }
    // Safe: the system copies the path.
    #expect(unsafe unlink(path + "-lock") == 0)
    #expect(detail { try store.write { _ in } } == "LockFileVanished")
    write([], to: path + "-lock")
    #expect(detail { try store.write { _ in } } == "LockFileVanished")
  }

  @Test func `readers and a writer go on side by side`() async throws {
    let fixture = try StoreFixture()
    let store = fixture.store
    let (label, key) = (fixture.a, fixture.k)
    // Each commit adds ten nodes; no reader may see another number.
    await withTaskGroup(of: Bool.self) { group in
      group.addTask {
        for _ in 0..<50 {
          try? store.write { tx in
            for number in 0..<10 {
              _ = try tx.createNode(labels: [label], properties: [(key, .integer(Int64(number)))])
            }
          }
        }
        return true
      }
      for _ in 0..<4 {
        group.addTask {
          for _ in 0..<100 {
            let isWhole = try? store.read { tx in
              var nodes: [NodeID] = []
              var position = ScanPosition()
              while !position.isFinished {
                try tx.scanNodes(label: label, position: &position, limit: 64, to: &nodes)
              }
              let values = try tx.properties(key, of: nodes).boxed
              return nodes.count % 10 == 0 && nodes.count == tx.nodeCount(label: label)
                && !values.contains(where: \.isNull)
            }
            if isWhole != true { return false }
          }
          return true
        }
      }
      for await isWhole in group { #expect(isWhole) }
    }
    #expect(try store.read { $0.nodeCount } == 500)
    #expect(try store.check() == [])
  }

  @Test func `closing waits for readers of other threads, not for one's own`() throws {
    let store = try GraphStore.temporary()
    try store.read { tx in
      store.close()
      #expect(tx.nodeCount == 0)
      let exists = try tx.exists(NodeID(0))
      #expect(!exists)
    }
    // Safe: the system copies the path.
    #expect(unsafe access(store.path, F_OK) != 0)
    let another = try GraphStore.temporary()
    try another.write { tx in
      another.close()
      _ = try tx.createNode(labels: [], properties: [])
    }
    #expect(detail { try another.read { _ in } } == "DatabaseClosed")
  }
}
