/// Several processes on one file: one writes at a time, and every reader sees whole commits.
import GraphModel
import GraphStorage
import Testing

@Suite struct ProcessesTests {
  static let commitCount = 40

  /// Commits nodes with a label of its own, in a chain.
  static func write(_ path: String, _ name: String) throws {
    let store = try GraphStore.open(path: path)
    defer { store.close() }
    for number in 0..<commitCount {
      try store.write { tx in
        let labels = [try tx.makeLabel("Shared"), try tx.makeLabel(name)]
        let key = try tx.makePropertyKey(name)
        let type = try tx.makeRelationshipType("NEXT")
        let node = try tx.createNode(
          labels: labels, properties: [(key, .integer(Int64(number)))])
        _ = try tx.createRelationship(type: type, from: node, to: NodeID(0), properties: [])
      }
    }
  }

  @Test func `three writing processes and a reader agree`() async throws {
    let path = temporaryDatabasePath()
    defer { removeDatabase(path) }
    let store = try GraphStore.open(path: path)
    defer { store.close() }
    try store.write { _ = try $0.createNode(labels: [], properties: []) }
    await withTaskGroup(of: Void.self) { group in
      for name in ["A", "B", "C"] {
        group.addTask {
          await #expect(processExitsWith: .success) {
            [path = path as String, name = name as String] in
            try ProcessesTests.write(path, name)
          }
        }
      }
      group.addTask {
        for _ in 0..<200 {
          let isWhole = try? store.read { tx in
            let shared = tx.label(named: "Shared")
            let count = shared.map { tx.nodeCount(label: $0) } ?? 0
            let degree = try tx.degree(of: NodeID(0), types: nil, direction: .incoming)
            return tx.nodeCount == count + 1 && tx.relationshipCount == count && degree == count
          }
          #expect(isWhole == true)
        }
      }
    }
    try store.read { tx in
      #expect(tx.nodeCount == 1 + 3 * Self.commitCount)
      for name in ["A", "B", "C"] {
        let label = try #require(tx.label(named: name))
        #expect(tx.nodeCount(label: label) == Self.commitCount)
      }
    }
    #expect(try store.check() == [])
  }
}
