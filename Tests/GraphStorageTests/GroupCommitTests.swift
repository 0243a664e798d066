/// Writes that wait at the same time share a commit, and nothing else.
import GraphModel
import LMDB
import Synchronization
import Testing

@testable import GraphStorage

@Suite struct GroupCommitTests {
  /// Runs the closures by as many threads while another write holds the writer, so that all wait at
  /// the same time. Returns the details of their errors, nil for none, and how many transactions
  /// there were besides the first.
  private func together(
    _ store: GraphStore, isAlone: Bool = false,
    _ closures: [@Sendable (GraphTransaction) throws -> Void]
  ) throws -> (details: [String?], commitCount: UInt64) {
    let outcomes = Mutex<[Int: String?]>([:])
    var threads: [SystemThread] = []
    let before = try store.information().lastTransaction
    try store.write(isAlone: true) { tx in
      _ = try tx.makeLabel("Holder")
      guard threads.isEmpty else { return }
      for (index, closure) in closures.enumerated() {
        let thread = try SystemThread.start(stackSizeInBytes: 1 << 20) {
          let outcome = detail { try store.write(isAlone: isAlone, closure) }
          outcomes.withLock { $0[index] = outcome }
        }
        threads.append(thread)
        // One after the other, so that their order is known.
        while store.shared.queue.withLock({ $0.jobs.count }) <= index {}
      }
    }
    for thread in threads { thread.end() }
    let commitCount = try store.information().lastTransaction - before - 1
    let details = outcomes.withLock { found in closures.indices.map { found[$0] ?? "none" } }
    return (details, commitCount)
  }

  private func values(_ fixture: StoreFixture) throws -> [Int64] {
    try fixture.store.read { tx in
      var nodes: [NodeID] = []
      var position = ScanPosition()
      try tx.scanNodes(label: fixture.a, position: &position, limit: 1_000, to: &nodes)
      return try nodes.map { node in
        if case .integer(let value) = try tx.property(fixture.k, of: node) { value } else { -1 }
      }
    }
  }

  @Test func `closures that wait together share one commit, in their order`() throws {
    let fixture = try StoreFixture()
    let (a, k) = (fixture.a, fixture.k)
    let result = try together(
      fixture.store,
      (0..<20).map { index in
        { tx in
          // Each sees what those before it did.
          #expect(tx.nodeCount == index)
          _ = try tx.createNode(labels: [a], properties: [(k, .integer(Int64(index)))])
        }
      })
    #expect(result.details.allSatisfy { $0 == nil } && result.commitCount == 1)
    #expect(try values(fixture) == Array(0..<20))
    #expect(try fixture.store.check() == [])
  }

  @Test func `a closure that fails takes no other with it`() throws {
    let fixture = try StoreFixture()
    let (a, b, k) = (fixture.a, fixture.b, fixture.k)
    try fixture.write { tx in
      _ = try tx.createIndex(name: "u", entity: .node(a), keys: [k], kind: .unique)
      _ = try tx.createIndex(name: "e", entity: .node(b), keys: [k], kind: .exists)
    }
    let result = try together(
      fixture.store,
      [
        { _ = try $0.createNode(labels: [a], properties: [(k, .integer(1))]) },
        { tx in
          _ = try tx.createNode(labels: [a], properties: [(k, .integer(2))])
          throw KhoError(.argumentError, "Refusal", "no")
        },
        { _ = try $0.createNode(labels: [a], properties: [(k, .integer(1))]) },
        { _ = try $0.createNode(labels: [b], properties: []) },
        { _ = try $0.createNode(labels: [a], properties: [(k, .integer(2))]) },
      ])
    #expect(
      result.details == [nil, "Refusal", "UniquenessViolation", "PropertyExistenceViolation", nil])
    #expect(result.commitCount == 2)
    #expect(try values(fixture) == [1, 2])
    #expect(try fixture.store.check() == [])
  }

  @Test func `closures that ask to be alone are`() throws {
    let fixture = try StoreFixture()
    let a = fixture.a
    let result = try together(
      fixture.store, isAlone: true,
      Array(repeating: { _ = try $0.createNode(labels: [a], properties: []) }, count: 4))
    #expect(result.details.allSatisfy { $0 == nil } && result.commitCount == 4)
  }

  @Test func `writers of many threads lose nothing`() throws {
    let fixture = try StoreFixture()
    let (a, k) = (fixture.a, fixture.k)
    let store = fixture.store
    let kept = Mutex<Set<Int64>>([])
    var threads: [SystemThread] = []
    for thread in 0..<8 as Range<Int64> {
      threads.append(
        try SystemThread.start(stackSizeInBytes: 1 << 20) {
          for step in 0..<100 as Range<Int64> {
            let value = thread * 1_000 + step
            let outcome = detail {
              try store.write { tx in
                _ = try tx.createNode(labels: [a], properties: [(k, .integer(value))])
                if step % 7 == 3 { throw KhoError(.argumentError, "Refusal", "no") }
              }
            }
            if outcome == nil { kept.withLock { _ = $0.insert(value) } }
          }
        })
    }
    for thread in threads { thread.end() }
    let found = try values(fixture)
    #expect(Set(found) == kept.withLock { $0 } && found.count == Set(found).count)
    #expect(kept.withLock { $0.count } == 8 * 86)
    #expect(try store.check() == [])
  }
}
