/// What is loaded in bulk is what single creations make.
import GraphModel
import LMDB
import TestSupport
import Testing

@testable import GraphStorage

@Suite struct BulkLoadTests {
  /// The same random additions, by whatever adds them.
  private struct Additions {
    var nodes: [(labels: [LabelID], value: Value)] = []
    var relationships: [(type: RelationshipTypeID, source: Int, target: Int, value: Value)] = []

    init(_ fixture: StoreFixture, seed: UInt64) {
      var random = SeededRandom(seed: seed)
      for index in 0..<400 {
        let labels = [[fixture.a], [fixture.b], [fixture.a, fixture.b], []]
        let value: Value =
          [.integer(Int64(index) << (index % 60)), .string("é\(index)"), .null].randomElement(
            using: &random) ?? .null
        nodes.append((labels.randomElement(using: &random) ?? [], value))
      }
      for index in 0..<6_000 {
        // Node 7 has very many: a hub; loops and parallel relationships occur.
        let isStar = Int.random(in: 0..<4, using: &random) == 0
        let source = Int.random(in: 0..<400, using: &random)
        let target = isStar ? 7 : Int.random(in: 0..<400, using: &random)
        relationships.append(
          (
            index % 3 == 0 ? fixture.s : fixture.r, source, target,
            index % 5 == 0 ? .null : .integer(Int64(index))
          ))
      }
    }

    func properties(_ key: PropertyKeyID, _ value: Value) -> [(key: PropertyKeyID, value: Value)] {
      value.isNull ? [] : [(key, value)]
    }
  }

  /// Everything that the store holds, as text.
  private func content(_ store: GraphStore) throws -> [String] {
    try store.read { tx in
      var lines: [String] = []
      var nodes: [NodeID] = []
      var position = ScanPosition()
      try tx.scanNodes(label: nil, position: &position, limit: .max >> 1, to: &nodes)
      for node in nodes {
        lines.append("\(node) \(try tx.labels(of: node)) \(try tx.properties(of: node))")
        for direction in [Direction.outgoing, .incoming] {
          var expansion = Expansion()
          try tx.expand(node, types: nil, direction: direction, to: &expansion)
          for (neighbour, relationship) in zip(expansion.neighbours, expansion.relationships) {
            let properties = try tx.properties(of: relationship)
            lines.append("\(direction) \(neighbour) \(relationship) \(properties)")
          }
        }
      }
      for label in [LabelID(0), LabelID(1)] {
        lines.append("\(tx.nodeCount(label: label))")
        lines.append("\(tx.relationshipCount(label: label, type: nil, direction: .either))")
      }
      return lines
    }
  }

  @Test(arguments: [false, true], [64, 1 << 20])
  func `a load makes what creations make, into an empty store or a full one`(
    isFull: Bool, largestRun: Int
  ) throws {
    let seed = UInt64.random(in: 0 ... .max)
    print("bulk load seed \(seed)")
    let (loaded, created) = (try StoreFixture(), try StoreFixture())
    let before = Additions(loaded, seed: seed &+ 1)
    let additions = Additions(loaded, seed: seed)
    func create(_ additions: Additions, _ store: GraphStore) throws {
      try store.write { tx in
        var nodes: [NodeID] = []
        for (labels, value) in additions.nodes {
          nodes.append(
            try tx.createNode(
              labels: labels, properties: additions.properties(loaded.k, value)))
        }
        for (type, source, target, value) in additions.relationships {
          _ = try tx.createRelationship(
            type: type, from: nodes[source], to: nodes[target],
            properties: additions.properties(loaded.l, value))
        }
      }
    }
    if isFull { for fixture in [loaded, created] { try create(before, fixture.store) } }
    for fixture in [loaded, created] {
      try fixture.store.write { tx in
        _ = try tx.createIndex(
          name: "i", entity: .node(fixture.a), keys: [fixture.k], kind: .index)
      }
    }
    try create(additions, created.store)
    try loaded.store.bulkLoad(largestRun: largestRun) { load in
      var nodes: [NodeID] = []
      for (labels, value) in additions.nodes {
        nodes.append(
          try load.createNode(labels: labels, properties: additions.properties(loaded.k, value)))
      }
      for (type, source, target, value) in additions.relationships {
        _ = try load.createRelationship(
          type: type, from: nodes[source], to: nodes[target],
          properties: additions.properties(loaded.l, value))
      }
      // To nodes that were there before.
      if isFull {
        _ = try load.createRelationship(
          type: loaded.r, from: NodeID(3), to: nodes[0], properties: [])
      }
    }
    if isFull {
      try created.store.write { tx in
        _ = try tx.createRelationship(
          type: loaded.r, from: NodeID(3), to: NodeID(400), properties: [])
      }
    }
    #expect(try loaded.store.check() == [])
    #expect(try content(loaded.store) == content(created.store))
  }

  @Test(arguments: [false, true])
  func `a unique value is taken once, and the load goes on`(isTakenBefore: Bool) throws {
    let fixture = try StoreFixture()
    try fixture.write { tx in
      _ = try tx.createIndex(
        name: "u", entity: .node(fixture.a), keys: [fixture.k], kind: .unique)
      if isTakenBefore {
        _ = try tx.createNode(labels: [fixture.a], properties: [(fixture.k, .integer(3))])
      }
    }
    let rejected = try fixture.store.bulkLoad { load in
      var rejected: [Int64] = []
      for value in [1, 2, 3, 2, 4, 1, 3] as [Int64] {
        do throws(KhoError) {
          _ = try load.createNode(
            labels: [fixture.a], properties: [(fixture.k, .integer(value))])
        } catch {
          #expect(error.detail == "UniquenessViolation")
          rejected.append(value)
        }
      }
      return rejected
    }
    #expect(rejected == (isTakenBefore ? [3, 2, 1, 3] : [2, 1, 3]))
    #expect(try fixture.store.read { $0.nodeCount } == 4)
    #expect(try fixture.store.check() == [])
  }

  @Test func `a mandatory property that is missing is told at once`() throws {
    let fixture = try StoreFixture()
    try fixture.write { tx in
      _ = try tx.createIndex(name: "e", entity: .node(fixture.a), keys: [fixture.k], kind: .exists)
    }
    try fixture.store.bulkLoad { load in
      #expect(
        detail { try load.createNode(labels: [fixture.a], properties: []) }
          == "PropertyExistenceViolation")
      _ = try load.createNode(labels: [fixture.a], properties: [(fixture.k, .integer(1))])
    }
    #expect(try fixture.store.read { $0.nodeCount } == 1)
    #expect(try fixture.store.check() == [])
  }

  @Test func `a load that throws leaves nothing`() throws {
    struct Refusal: Error {}
    let fixture = try StoreFixture()
    #expect(throws: Refusal.self) {
      try fixture.store.bulkLoad { load in
        _ = try load.createNode(labels: [fixture.a], properties: [])
        throw Refusal()
      }
    }
    #expect(try fixture.store.read { $0.nodeCount } == 0)
    let path = temporaryDatabasePath()
    defer { removeDatabase(path) }
    #expect(throws: Refusal.self) {
      try GraphStore.create(path: path, prepare: { _ in }, step: { _ in throw Refusal() }) {}
    }
    #expect(FileIdentity(path: path) == nil)
  }

  @Test func `a new file is made in several transactions and then named`() throws {
    let path = temporaryDatabasePath()
    defer { removeDatabase(path) }
    var nodes: [NodeID] = []
    try GraphStore.create(path: path, prepare: { _ in }) { load in
      #expect(FileIdentity(path: path) == nil)
      let label = try load.makeLabel("A")
      let type = try load.makeRelationshipType("R")
      for _ in 0..<100 { nodes.append(try load.createNode(labels: [label], properties: [])) }
      for node in nodes {
        _ = try load.createRelationship(type: type, from: node, to: nodes[0], properties: [])
      }
      return nodes.count == 1_000
    } finishing: {
    }
    let store = try GraphStore.open(path: path)
    #expect(try store.check() == [])
    #expect(try store.read { $0.nodeCount } == 1_000)
    let degree = try store.read { try $0.degree(of: nodes[0], types: nil, direction: .incoming) }
    #expect(degree == 5_500)
    #expect(
      detail { try GraphStore.create(path: path, prepare: { _ in }, step: { _ in true }) {} }
        == "FileExists")
  }

  @Test func `runs come out sorted, from memory and from the file`() throws {
    var random = SeededRandom(seed: 3)
    var runs = AdjacencyRuns(largestCount: 50)
    var expected: [[UInt32]] = []
    for relationship in 0..<1_000 as Range<UInt32> {
      let entry = AdjacencyRuns.Entry(
        list: .random(in: 0..<3, using: &random),
        node: [.random(in: 0..<9, using: &random), .max].randomElement(using: &random) ?? 0,
        neighbour: .random(in: 0...3, using: &random) << 20, relationship: relationship)
      expected.append([entry.list, entry.node, entry.neighbour, entry.relationship])
      runs.append(entry)
      if runs.isFull { try runs.spill(beside: temporaryDatabasePath()) }
    }
    let merge = try runs.finish()
    var found: [[UInt32]] = []
    while case let entries = try merge.next(), !entries.isEmpty {
      for entry in entries {
        found.append([entry.list, entry.node, entry.neighbour, entry.relationship])
      }
    }
    #expect(found == expected.sorted { $0.lexicographicallyPrecedes($1) })
  }

  @Test func `integers of every width come back from their packing`() {
    var random = SeededRandom(seed: 4)
    for width in Array(0...56) + [64] {
      let limit: UInt64 = width == 64 ? .max : 1 << UInt64(width) - 1
      let integers = (0..<100).map { _ in UInt64.random(in: 0...limit, using: &random) &+ 1_000 }
      var bytes: [UInt8] = [9]
      let size = PackedIntegers.sizeInBytes(count: 100, width: width)
      bytes.append(addingCapacity: size) {
        $0.append(packed: integers, width: width, base: 1_000)
      }
      #expect(bytes.count == 1 + size)
      bytes.append(littleEndian: 0 as UInt64)
      bytes.withBytes { bytes in
        let packed = PackedIntegers(bytes: bytes, start: 1, width: width, base: 1_000)
        #expect((0..<100).map { packed[$0] } == integers)
        var some: [UInt64] = []
        packed.append(3..<77, to: &some)
        #expect(some == Array(integers[3..<77]))
      }
    }
  }
}
