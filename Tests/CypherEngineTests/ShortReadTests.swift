/// Short reads answer what operators answer.
import CypherEngine
import GraphModel
import GraphStorage
import TestSupport
import Testing

@Suite struct ShortReadTests {
  /// Persons who know others at random, some twice, some themselves; one who is known by all; their
  /// ids are unique, their names are not.
  private func makeStore(seed: UInt64) throws -> GraphStore {
    let store = try GraphStore.temporary()
    let engine = Engine(store: store)
    var random = SeededRandom(seed: seed)
    try store.write { tx in
      func run(_ text: String, _ parameters: ValueMap = [:]) throws {
        _ = try engine.execute(engine.prepare(text, in: tx), parameters: parameters, in: tx)
      }
      try run("CREATE CONSTRAINT FOR (p:Person) REQUIRE p.id IS UNIQUE")
      try run("CREATE INDEX FOR (p:Person) ON (p.name)")
      try run(
        """
        UNWIND range(0, 399) AS id CREATE (p:Person {id: id, name: 'Nguyễn ' + (id % 7)})
        FOREACH (x IN CASE id % 3 WHEN 0 THEN [1] ELSE [] END | SET p:Member, p.since = id * 0.5)
        """)
      try run(
        """
        MATCH (p:Person) SET p.note =
          [id(p), reduce(s = 'ghi chú ', i IN range(1, p.id % 9) | s + 'ề'), '', null, [p.name],
           'a', 'ghi chú ề' + p.id][p.id % 7]
        """)
      try run(
        """
        MATCH (p:Person), (star:Person {id: 7}) WHERE p.id > 20
        CREATE (p)-[:LIKES {n: p.id}]->(star)
        """)
      for number in 0..<1_500 {
        try run(
          """
          MATCH (a:Person {id: $a}), (b:Person {id: $b}) CREATE (a)-[:KNOWS {n: $n}]->(b)
          """,
          [
            "a": .integer(.random(in: 0..<60, using: &random)),
            "b": .integer(.random(in: 0..<60, using: &random)), "n": .integer(Int64(number)),
          ])
      }
      try run("MATCH (p:Person) WHERE p.id % 50 = 49 DETACH DELETE p")
    }
    return store
  }

  private static let statements = [
    "MATCH (p:Person {id: $key}) RETURN p.name, p.since, p.id",
    "MATCH (p:Person) WHERE p.name = $key RETURN p.id",
    "MATCH (p:Person {id: $key})-[r:KNOWS]->(q) RETURN q.id, r.n, p.name",
    "MATCH (p:Person {id: $key})-[r:KNOWS]-(q:Person) RETURN r.n, q.id",
    "MATCH (p:Person {id: $key})-[r]->(q:Member) RETURN q.since, r.n",
    "MATCH (p:Person {id: $key})<-[r:LIKES|KNOWS]-(q) RETURN r.n",
    "MATCH (p:Person {id: $key})-[a:KNOWS]->()-[b:KNOWS]-(q:Member) RETURN a.n, b.n, q.id",
    "MATCH (a)<-[r:KNOWS]-(p:Person {id: $key})-[s:KNOWS]->(b) RETURN r.n, s.n, a.id, b.id",
    "MATCH (p:Person {name: $key})-[r:KNOWS]->(q)-[s:KNOWS]->(t) RETURN r.n, s.n, t.id",
    "MATCH (p:Person) WHERE p.name STARTS WITH $key RETURN p.id AS id, p.name",
    "MATCH (p:Person) WHERE p.name STARTS WITH $key RETURN p.name AS n, p.id AS id ORDER BY n, id",
    """
    MATCH (p:Person) WHERE p.name STARTS WITH $key
    RETURN p.id AS id, p.since AS s ORDER BY s DESC LIMIT 9
    """,
    """
    MATCH (p:Person) WHERE p.name STARTS WITH $key
    RETURN p.name AS n, p.id AS id, p.note ORDER BY n, id DESC LIMIT 19
    """,
    """
    MATCH (p:Person) WHERE p.name STARTS WITH $key AND p.id > 60
    RETURN p.name AS n, p.id AS id ORDER BY n LIMIT 9
    """,
    """
    MATCH (p:Person) WHERE p.name STARTS WITH $key
    RETURN p.name AS n, p.id AS id ORDER BY n DESC, id LIMIT 9
    """,
    "MATCH (p:Person) WHERE p.name STARTS WITH $key RETURN p.note, p.id LIMIT 70",
    "MATCH (p:Person) WHERE p.id >= $key RETURN p.id, p.note",
    "MATCH (p:Person) WHERE 3 < p.id <= $key RETURN p.id, p.since ORDER BY p.id DESC LIMIT 7",
    "MATCH (p:Person) WHERE p.id < $key AND p.id <> 5 AND p.id < 60 RETURN p.id AS id, p.name",
    "MATCH (p:Person) WHERE $key < p.name AND p.name < 'Nguyễn 5' RETURN p.name, p.id",
    "MATCH (p:Person) WHERE p.id >= $key AND p.id <> $key RETURN count(*)",
    "MATCH (p:Person)-[r:KNOWS]->(q) WHERE 4 <= p.id < $key AND q.id > 50 RETURN p.id, r.n, q.name",
    "MATCH (p:Person {id: $key})-[:KNOWS]->(q) RETURN q.note AS note, p.note, q.id ORDER BY note",
    "MATCH (p:Person {id: $key})-[:KNOWS]->(q) WHERE q.note > 'ghi' RETURN q.note, q.name",
    "MATCH (p:Person {name: $key}) RETURN p.name AS name, p.id ORDER BY name LIMIT 0",
    "MATCH (p:Person {id: $key})-[r:KNOWS]->(q) RETURN q.id AS id, r.n ORDER BY id LIMIT 2",
    "MATCH (p:Person {name: $key}) RETURN p.id LIMIT 5",
    "MATCH (p:Person {id: $key})-[:KNOWS]->(q) RETURN count(*)",
    "MATCH (p:Person {id: $key})-[:KNOWS]-(q) RETURN count(*)",
    "MATCH (p:Person {id: $key})-[:KNOWS]->()-[:KNOWS]->(q) RETURN count(*) AS n",
    "MATCH (p:Person {id: $key})-[:KNOWS]->()<-[:KNOWS]-(q) RETURN count(*)",
    "MATCH (p:Person {id: $key})<-[:KNOWS]-()<-[:LIKES]-()-[:KNOWS]->(q) RETURN count(*)",
    "MATCH (q)<-[:KNOWS]-(p:Person {id: $key})-[:KNOWS]->(t)<-[:KNOWS]-() RETURN count(*)",
    "MATCH (p:Person {id: $key})<-[:LIKES|KNOWS]-(q:Member) RETURN count(q)",
    "MATCH (p:Person {name: $key}) RETURN count(*)",
    "MATCH (p:Person) WHERE p.name STARTS WITH $key RETURN count(*)",
    "MATCH (p:Person {name: $key}) WHERE p.id > 100 AND p.since <= 150 RETURN p.id, p.since",
    "MATCH (p:Person {id: $key})-[r:KNOWS]->(q) WHERE q.id >= 30 RETURN q.id",
    "MATCH (p:Person {id: $key})-[r:KNOWS]->(q) WHERE q.id <> $key AND r.n < 700 RETURN r.n",
    "MATCH (p:Person {id: $key})-[r:KNOWS]->(q:Member) WHERE 20 < q.since RETURN count(*)",
    """
    MATCH (p:Person {id: $key})-[r:KNOWS]->(q)-[s:KNOWS]->(t:Person {id: 11})
    RETURN r.n, q.id AS id, s.n, t.name ORDER BY id DESC
    """,
    """
    MATCH (p:Person {id: 12})<-[r:KNOWS]-(q:Member)<-[s:KNOWS]-(t:Person {id: $key})
    WHERE s.n <> 5 RETURN s.n, q.since
    """,
    "MATCH (p:Person {id: $key})-[r:KNOWS]->(p) RETURN r.n, p.id",
    "MATCH (p:Person {id: $key})-[r:LIKES]->(q:Person {id: 7}) RETURN r.n, q.name",
    "MATCH (p:Person {name: $key})-[r:KNOWS]->(q:Person {id: 3}) RETURN p.id, r.n",
    """
    MATCH (p:Person {id: $key})-[:KNOWS]->()-[:KNOWS]->(t)-[r:KNOWS]->(q:Person {id: 3})
    WHERE t.id <> 3 RETURN count(*)
    """,
    "MATCH (p:Person {id: $key})-[r:KNOWS]->(q:Person {id: 3}) RETURN count(*)",
    "MATCH (p:Person {id: $key})-[:KNOWS]->(q)-[:KNOWS]->(t) RETURN q.name, t.id, q.id, t.since",
    """
    MATCH (p:Person {id: $key})-[r:KNOWS]->(q)-[:KNOWS]->(t:Member)
    WHERE r.n > 300 AND q.name > 'Nguyễn 2' AND t.since <> 3.0 RETURN r.n, t.id
    """,
    "MATCH t = (p:Person {id: $key})-[:KNOWS*0..1]-(q) RETURN q.id, length(t), p.name",
    "MATCH t = (p:Person {id: $key})-[:KNOWS*1..2]->(q) WHERE q.id < 7 RETURN length(t), q.id",
    "MATCH (p:Person {id: $key})-[:KNOWS*2..2]-(q:Member) WHERE q.since < 2.0 RETURN q.id",
    "MATCH t = (p:Person {id: $key})-[:LIKES*1..3]->(q) RETURN q.id, length(t)",
    "MATCH (p:Person {id: $key})-[*0..1]->(q) RETURN count(*)",
    """
    MATCH t = (p:Person {id: $key})-[:LIKES*0..2]->(q)-[r:KNOWS]->(s:Member)
    RETURN s.id, r.n, length(t) AS length, q.name ORDER BY length, r.n DESC LIMIT 20
    """,
    """
    MATCH (p:Person {id: $key})-[r:KNOWS]->(q) WITH q, r
    MATCH t = (q)-[:LIKES*0..8]->(s) WHERE r.n < 700 RETURN length(t), s.id, r.n
    """,
  ]

  private func rows(
    _ engine: Engine, _ text: String, _ key: Value, _ store: GraphStore
  ) throws -> (values: [String], isShort: Bool) {
    try store.read { tx in
      var execution = try engine.execute(
        engine.prepare(text, in: tx), parameters: ["key": key], in: tx)
      let isShort = execution.rows != nil
      var values: [String] = []
      while let more = try execution.nextRows() { values += more.map(\.text) }
      return (values, isShort)
    }
  }

  @Test func `a short read gives the rows of operators in their order`() throws {
    let seed = UInt64.random(in: 0 ... .max)
    print("short read seed \(seed)")
    let store = try makeStore(seed: seed)
    defer { store.close() }
    var settings = Engine.Settings()
    settings.readsShort = false
    let (short, long) = (Engine(store: store), Engine(store: store, settings: settings))
    let keys: [Value] =
      [.null, .float(5), .float(.nan), .string("7"), .list([1]), .boolean(true)]
      + (0..<80).map { .integer($0) } + (0..<8).map { .string("Nguyễn \($0)") }
      + [380, "", "Nguyễn", "Ngô"]
      + ["Nguye\u{302}\u{303}n 3"]
    for statement in Self.statements {
      var (shortCount, rowCount) = (0, 0)
      for key in keys {
        let found = try rows(short, statement, key, store)
        let expected = try rows(long, statement, key, store)
        #expect(found.values == expected.values, "\(statement) \(key)")
        #expect(!expected.isShort)
        shortCount += found.isShort ? 1 : 0
        rowCount += found.values.count
      }
      #expect(shortCount >= 20, "\(statement)")
      #expect(rowCount > 0 || statement.hasSuffix("LIMIT 0"), "\(statement)")
    }
  }

  @Test func `a short read sees what its transaction has written`() throws {
    let store = try makeStore(seed: 1)
    defer { store.close() }
    let engine = Engine(store: store)
    let text = "MATCH (p:Person {id: $key})-[:KNOWS]->(q) RETURN q.name"
    let before = try rows(engine, text, 390, store)
    #expect(before.values.isEmpty && before.isShort)
    try store.write { tx in
      let change = "MATCH (p:Person {id: 390}) CREATE (p)-[:KNOWS]->(:Person {id: 900, name: 'An'})"
      _ = try engine.execute(engine.prepare(change, in: tx), in: tx)
      var execution = try engine.execute(
        engine.prepare(text, in: tx), parameters: ["key": 390], in: tx)
      #expect(try execution.nextRows()?.map(\.text) == ["'An'"])
    }
    #expect(try rows(engine, text, 390, store).values == ["'An'"])
  }

  @Test func `a hub and many rows are left to operators`() throws {
    let store = try makeStore(seed: 2)
    defer { store.close() }
    let engine = Engine(store: store)
    let fans = try rows(
      engine, "MATCH (p:Person {id: $key})<-[r:LIKES]-(q) RETURN q.id", 7, store)
    #expect(fans.values.count > 300 && !fans.isShort)
    let couples = try rows(
      engine, "MATCH (p:Person {name: $key})-[:KNOWS]->()-[:KNOWS]->(t) RETURN t.id", "Nguyễn 1",
      store)
    #expect(couples.values.count > 1_024 && !couples.isShort)
  }

  @Test func `a limit of rows holds for a short read`() throws {
    let store = try makeStore(seed: 3)
    defer { store.close() }
    let engine = Engine(store: store)
    var limits = Limits()
    limits.rows = 1
    try store.read { tx in
      var execution = try engine.execute(
        engine.prepare("MATCH (p:Person {name: $key}) RETURN p.id", in: tx),
        parameters: ["key": "Nguyễn 1"], in: tx, limits: limits)
      let error = #expect(throws: KhoError.self) {
        while try execution.nextRows() != nil {}
      }
      #expect(error?.kind == .limitExceeded)
    }
  }

  @Test func `counts that the store keeps are short reads`() throws {
    let store = try makeStore(seed: 5)
    defer { store.close() }
    let engine = Engine(store: store)
    for (count, list) in [
      ("MATCH (n) RETURN count(*)", "MATCH (n) RETURN id(n)"),
      ("MATCH (n:Member) RETURN count(n) AS n", "MATCH (n:Member) RETURN id(n)"),
      ("MATCH ()-[r]->() RETURN count(*), count(r)", "MATCH ()-[r]->() RETURN id(r)"),
      ("MATCH ()-[r:KNOWS|LIKES]->() RETURN count(*)", "MATCH ()-[r]->() RETURN id(r)"),
      ("MATCH (:Member)-[:KNOWS]->() RETURN count(*)", "MATCH (:Member)-[r:KNOWS]->() RETURN r.n"),
      ("MATCH (:Member)<-[r]-() RETURN count(r)", "MATCH (:Member)<-[r]-() RETURN id(r)"),
    ] {
      let found = try rows(engine, count, .null, store)
      let expected = try rows(engine, list, .null, store).values.count
      #expect(found.isShort && expected > 0, "\(count)")
      #expect(found.values.allSatisfy { $0 == "\(expected)" } && !found.values.isEmpty, "\(count)")
    }
    let none = try rows(engine, "MATCH (n:Nobody) RETURN count(*)", .null, store)
    #expect(none.values == ["0"])
    let text = "MATCH (n:Member) RETURN count(*)"
    let before = try #require(Int(rows(engine, text, .null, store).values[0]))
    try store.write { tx in
      _ = try engine.execute(engine.prepare("CREATE (:Member)", in: tx), in: tx)
      var execution = try engine.execute(engine.prepare(text, in: tx), in: tx)
      #expect(try execution.nextRows()?.map(\.text) == ["\(before + 1)"])
    }
  }

  @Test func `a short read without its parameter is an error`() throws {
    let store = try makeStore(seed: 4)
    defer { store.close() }
    let engine = Engine(store: store)
    let error = #expect(throws: KhoError.self) {
      try store.read { tx in
        _ = try engine.execute(engine.prepare(Self.statements[0], in: tx), in: tx)
      }
    }
    #expect(error?.kind == .parameterMissing)
  }
}
