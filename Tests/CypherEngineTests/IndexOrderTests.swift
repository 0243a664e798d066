/// The first rows in the order of an index are those of a scan and a sort.
import CypherEngine
import GraphModel
import GraphStorage
import TestSupport
import Testing

@Suite struct IndexOrderTests {
  /// The values of the first column, row by row.
  private func values(_ engine: Engine, _ text: String, _ store: GraphStore) throws -> [String] {
    try store.read { tx in
      var execution = try engine.execute(engine.prepare(text, in: tx), in: tx)
      var values: [String] = []
      while let more = try execution.nextRows() { values += more.map(\.text) }
      return values
    }
  }

  @Test func `rows come in the order of values of any type, from an index or not`() throws {
    let seed = UInt64.random(in: 0..<1_000_000)
    print("index order seed", seed)
    var random = SeededRandom(seed: seed)
    let kinds = [
      "i % 37", "i % 37", "toFloat(i % 11) / 4", "'t' + i % 23", "i % 2 = 0", "0.0 / 0.0",
      "date({year: 2000 + i % 9, month: 1, day: 1})", "[i % 3]", "null", "duration({days: i % 5})",
      "reduce(s = 'u', x IN range(0, 200) | s + 'long') + i % 17",
    ]
    var settings = Engine.Settings()
    settings.optimizes = false
    for _ in 0..<6 {
      let store = try GraphStore.temporary()
      defer { store.close() }
      let engine = Engine(store: store)
      let some = (0..<Int.random(in: 1...3, using: &random)).map { _ in
        kinds.randomElement(using: &random) ?? "i"
      }
      let value = "CASE i % \(some.count) "
        + some.enumerated().map { "WHEN \($0) THEN \($1) " }.joined() + "END"
      try store.write { tx in
        for text in [
          "CREATE INDEX n_v FOR (n:N) ON (n.v)", "CREATE (:N)-[:R]->(:M {v: 1})",
          "UNWIND range(1, 400) AS i CREATE (:N {i: i, v: \(value)})-[:R]->(:M {v: i})",
          "MATCH (n:N) WHERE n.i % 13 = 5 DETACH DELETE n",
        ] { _ = try engine.execute(engine.prepare(text, in: tx), in: tx) }
      }
      settings.batchCapacity = Int.random(in: 1...300, using: &random)
      let plain = Engine(store: store, settings: settings)
      for _ in 0..<12 {
        let pattern =
          ["(n:N)", "(n:N)-[:R]->(m)", "(n:N) WHERE n.i % 2 = 1", "(n:N)-[r]->(m) WHERE m.v > 9"]
          .randomElement(using: &random) ?? ""
        let direction = Bool.random(using: &random) ? " DESC" : ""
        let skip = ["", " SKIP 1", " SKIP 9"].randomElement(using: &random) ?? ""
        let limit = [0, 1, 2, 5, 13, 20].randomElement(using: &random) ?? 1
        let text = "MATCH \(pattern) RETURN n.v AS v, n.i AS i ORDER BY v\(direction), "
          + "i\(skip) LIMIT \(limit)"
        #expect(
          try values(engine, text, store) == values(plain, text, store), "seed \(seed): \(text)")
      }
    }
  }
}
