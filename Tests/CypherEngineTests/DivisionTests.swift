/// Aggregations that several threads work at give what one thread gives.
import Foundation
import GraphModel
import GraphStorage
import Synchronization
import TestSupport
import Testing

@testable import CypherEngine

@Suite struct DivisionTests {
  private static let nodeCount = 3_000

  /// Nodes with values of all sorts, null among them, and relationships at random; node 0 is a hub.
  private func makeStore() throws -> GraphStore {
    let store = try GraphStore.temporary()
    var random = SeededRandom(seed: 7)
    try store.write { tx in
      let labels = try ["A", "B"].map { try tx.makeLabel($0) }
      let keys = try ["id", "grp", "f", "s", "mixed"].map { try tx.makePropertyKey($0) }
      let types = try ["X", "Y"].map { try tx.makeRelationshipType($0) }
      let weight = try tx.makePropertyKey("w")
      var nodes: [NodeID] = []
      for number in 0..<Self.nodeCount {
        let id = Int64(number)
        var properties: [(key: PropertyKeyID, value: Value)] = [
          (keys[0], .integer(id)), (keys[1], .integer((id * 7_919 + 3) % 40)),
          (keys[2], .float(Double(id % 101) * 0.1 - 3)),
        ]
        if id % 5 != 0 { properties.append((keys[3], .string("s\(id % 57)"))) }
        let mixed: [Value] = [.integer(id % 9), .float(Double(id % 9)), .string("m"), true]
        if id % 6 < 4 { properties.append((keys[4], mixed[Int(id % 6)])) }
        nodes.append(
          try tx.createNode(
            labels: number % 3 == 0 ? labels : [labels[0]], properties: properties))
      }
      for number in 0..<4 * Self.nodeCount {
        let from = number % 10 == 0 ? nodes[0] : nodes.randomElement(using: &random) ?? nodes[0]
        let to = nodes.randomElement(using: &random) ?? nodes[0]
        _ = try tx.createRelationship(
          type: types[number % 2], from: from, to: to,
          properties: [(weight, .integer(Int64(number % 100)))])
      }
      let engine = Engine(store: store)
      let delete = "MATCH (n) WHERE n.id >= 900 AND n.id < 1000 DETACH DELETE n"
      _ = try engine.execute(engine.prepare(delete, in: tx), in: tx)
    }
    return store
  }

  private static let divided = [
    "MATCH (n) WHERE n.grp >= 20 RETURN count(*)",
    "MATCH (n:B) RETURN n.grp, count(*), sum(n.id), avg(n.id), min(n.id), max(n.id)",
    "MATCH (n) RETURN n.s, count(n.f), sum(n.f), avg(n.f), min(n.f), max(n.f), collect(n.id)",
    "MATCH (n) RETURN n.mixed, min(n.s), max(n.s), count(n.s)",
    "MATCH (n) RETURN min(n.mixed), max(n.mixed), collect(n.mixed), collect(n)[17].id",
    "MATCH (n) RETURN count(DISTINCT n.grp), count(DISTINCT n), sum(DISTINCT n.f)",
    "MATCH (n) RETURN n.grp % 4, collect(DISTINCT n.mixed), count(DISTINCT n.s), max(DISTINCT n.f)",
    "MATCH (a:B)-[:X]->()-[:Y]->(b) RETURN count(DISTINCT b), collect(DISTINCT b.grp), count(*)",
    "MATCH (n:Absent) RETURN count(*), sum(n.id), collect(n)",
    "MATCH (n:A) RETURN percentileCont(n.f, 0.3), percentileDisc(n.id, $half), n.grp % 3",
    "MATCH (a:A)-[r:X]->(b) RETURN a.grp, b.grp, count(*), sum(r.w)",
    "MATCH (a)-[r:X]->(b) WHERE r.w >= 50 RETURN count(*)",
    "MATCH ()-[r:X]->() WHERE r.w >= 50 RETURN count(*), sum(r.w), collect(r.w)",
    "MATCH (a)-[:X]->(b:B) RETURN a.grp, count(*)",
    "MATCH (a)<-[:X]-(b) WHERE b.grp < 20 RETURN count(*)",
    "MATCH (a)-[:X]->(b)-[:Y]->(c) RETURN count(*), sum(b.id)",
    "MATCH (a)-[:X]->(b)-[:X]->(c)-[:Y]->(a) RETURN count(*)",
    "MATCH (a:B)-[:X*1..2]->(b) RETURN b.grp, count(*)",
    "MATCH (a:B) OPTIONAL MATCH (a)-[r:Y]->(b:B) RETURN a.grp, count(b), sum(r.w)",
    "MATCH (a:B) WHERE EXISTS { (a)-[:X]->(:B) } RETURN a.grp, count(*)",
    "MATCH (a:B) RETURN a.grp AS grp, sum(COUNT { (a)-[:X]->() }) AS n ORDER BY n, grp LIMIT 5",
    "MATCH (a:A) UNWIND [1, 2, a.grp] AS x RETURN x, count(*)",
    "MATCH (a:B), (b {id: a.id + 1}) RETURN count(*), sum(b.grp)",
    "MATCH (a:A) WITH a.grp AS g, count(*) AS n MATCH (b {grp: g}) RETURN g, n, count(b)",
    "MATCH (a:A) WITH [a.id % 4, a.s] AS key, a.f AS f RETURN key, sum(f) ORDER BY key",
    "MATCH (a:A) RETURN sum(a.id) AS n UNION ALL MATCH (b:B) RETURN count(b.s) AS n",
  ]

  private static let undivided = [
    "MATCH (n) RETURN stDev(n.f)",
    "MATCH (n) WHERE n.f > rand() - 10 RETURN count(n.id)",
    "MATCH (n) WITH n ORDER BY n.s LIMIT 100 RETURN collect(n.id)",
    "MATCH (n) WITH DISTINCT n.grp AS g RETURN count(g)",
    "UNWIND [1, 2] AS x MATCH (n {id: x}) RETURN count(n.id)",
    "MATCH (n) RETURN percentileCont(n.f, n.id / 10000.0)",
    "MATCH (n) RETURN sum(host(n.id))",
  ]

  private func engine(_ store: GraphStore, threads: Int, idsPerPart: Int? = nil) throws -> Engine {
    var settings = Engine.Settings()
    settings.threads = threads
    settings.idsPerPart = idsPerPart
    let engine = Engine(store: store, settings: settings)
    try engine.register(
      HostFunction(
        name: "host", inputs: [.init(name: "x", type: "INTEGER")], output: "INTEGER",
        isDeterministic: true
      ) { $0[0] })
    return engine
  }

  private func rows(
    _ text: String, _ engine: Engine, in tx: GraphTransaction, _ limits: Limits = Limits()
  ) throws -> [String] {
    var execution = try engine.execute(
      engine.prepare(text, in: tx), parameters: ["half": 0.5], in: tx, limits: limits)
    var rows: [String] = []
    while let values = try execution.nextRows() { rows += values.map(\.text) }
    return rows
  }

  @Test func `rows and their order are those of one thread`() throws {
    let store = try makeStore()
    defer { store.close() }
    let alone = try engine(store, threads: 1)
    for (threads, size) in [(2, nil), (3, 64), (8, 40)] as [(Int, Int?)] {
      let engine = try engine(store, threads: threads, idsPerPart: size)
      for text in Self.divided + Self.undivided {
        try store.read { tx in
          let expected = try rows(text, alone, in: tx)
          for _ in 0..<2 {
            #expect(try rows(text, engine, in: tx) == expected, "\(threads) threads: \(text)")
          }
        }
      }
    }
  }

  @Test func `what can be divided is, and nothing else`() throws {
    let store = try makeStore()
    defer { store.close() }
    let engine = try engine(store, threads: 2)
    try store.read { tx in
      for text in Self.divided + Self.undivided {
        let found = try engine.prepare(text, in: tx).takeTree().divisible.isEmpty
        #expect(found == Self.undivided.contains(text), "\(text)")
      }
    }
  }

  @Test func `a transaction that writes reads by itself`() throws {
    let store = try makeStore()
    defer { store.close() }
    let engine = try engine(store, threads: 3, idsPerPart: 32)
    try store.write { tx in
      for text in ["MATCH (n:B) SET n.new = 1", "CREATE (:B {new: 1})"] {
        _ = try rows(text, engine, in: tx)
      }
      #expect(try rows("MATCH (n:B) RETURN sum(n.new)", engine, in: tx) == ["967"])
    }
  }

  @Test(arguments: [1, 2, 3, 8])
  func `the first error in the order of rows is the one that is told`(threads: Int) throws {
    let store = try makeStore()
    defer { store.close() }
    let engine = try engine(store, threads: threads, idsPerPart: threads == 1 ? nil : 50)
    try store.read { tx in
      for _ in 0..<20 {
        #expect {
          try rows(
            """
            MATCH (n) RETURN sum(CASE n.id
              WHEN 2500 THEN 1 / 0 WHEN 1700 THEN toInteger(head([[n.f]])) WHEN 2900 THEN date('x')
              ELSE n.id END)
            """, engine, in: tx)
        } throws: { ($0 as? KhoError)?.kind == .typeError }
        // The engine goes on.
        let count = try rows("MATCH (n) RETURN count(n.id)", engine, in: tx)
        #expect(count == ["2900"])
      }
    }
  }

  @Test func `limits and cancelling end the work of all`() throws {
    let store = try makeStore()
    defer { store.close() }
    for size in [nil, 64] as [Int?] {
      let engine = try engine(store, threads: 3, idsPerPart: size)
      // It would take hours.
      let steps = String(repeating: "-[:X]->()-[:Y]->()", count: 10)
      let long = "MATCH (a)\(steps)-[:X]->(d)-[:Y]->(e) RETURN a.grp, e.grp, sum(d.f)"
      var limits = Limits()
      limits.seconds = 0.05
      #expect { try store.read { try rows(long, engine, in: $0, limits) } } throws: {
        ($0 as? KhoError)?.detail == "TimeLimit"
      }
      let end = ContinuousClock.now + .milliseconds(50)
      limits.seconds = nil
      limits.host = .init(importFolder: nil) { .now > end }
      #expect { try store.read { try rows(long, engine, in: $0, limits) } } throws: {
        ($0 as? KhoError)?.kind == .cancelled
      }
      limits = Limits()
      limits.memoryInBytes = 100_000
      #expect {
        try store.read {
          try rows("MATCH (a)-[:X]->(b) RETURN collect(b.s), collect(a)", engine, in: $0, limits)
        }
      } throws: { ($0 as? KhoError)?.detail == "MemoryLimit" }
      let count = try store.read { try rows("MATCH (n) RETURN count(n.id)", engine, in: $0) }
      #expect(count == ["2900"])
    }
  }

  @Test func `nobody reads another state while a writer commits all the time`() throws {
    let store = try makeStore()
    defer { store.close() }
    let engine = try engine(store, threads: 4, idsPerPart: 128)
    let isOver = Atomic<Bool>(false)
    let writer = Thread {
      while !isOver.load(ordering: .relaxed) {
        try? store.write { tx in
          // The sum over all nodes stays the same.
          _ = try rows(
            """
            MATCH (a {id: toInteger(rand() * 800)}), (b {id: 1000 + toInteger(rand() * 1900)})
            SET a.grp = a.grp - 1, b.grp = b.grp + 1
            """, engine, in: tx)
        }
      }
    }
    writer.start()
    defer { isOver.store(true, ordering: .relaxed) }
    let expected = try store.read { try rows("MATCH (n) RETURN sum(n.grp)", engine, in: $0) }
    for _ in 0..<200 {
      let found = try store.read { try rows("MATCH (n) RETURN sum(n.grp)", engine, in: $0) }
      #expect(found == expected)
    }
  }

  @Test func `queries of many threads at once are helped or not`() throws {
    let store = try makeStore()
    defer { store.close() }
    let engine = try engine(store, threads: 4, idsPerPart: 100)
    let alone = try self.engine(store, threads: 1)
    let failures = Atomic<Int>(0)
    let expected = try store.read { tx in
      try Self.divided.map { try rows($0, alone, in: tx) }
    }
    DispatchQueue.concurrentPerform(iterations: 8) { number in
      for (text, expected) in zip(Self.divided, expected) {
        let found = try? store.read { try rows(text, engine, in: $0) }
        if found != expected { failures.add(1, ordering: .relaxed) }
      }
    }
    #expect(failures.load(ordering: .relaxed) == 0)
  }
}
