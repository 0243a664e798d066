/// Predicates that are judged by stored texts answer as row by row.
import CypherEngine
import GraphModel
import GraphStorage
import Testing

@Suite struct TextPredicateTests {
  private func rows(_ engine: Engine, _ text: String, _ store: GraphStore) throws -> [String] {
    try store.read { tx in
      var execution = try engine.execute(
        engine.prepare(text, in: tx), parameters: ["given": "Đà Nẵng"], in: tx)
      var values: [String] = []
      while let more = try execution.nextRows() { values += more.map(\.text) }
      return values
    }
  }

  /// `a` and `few` have few texts, of which some differ only after their eighth byte; `mixed` has
  /// other values, too; `long` has texts that no block holds; `many` has a text for each node.
  private func makeStore() throws -> GraphStore {
    let store = try GraphStore.temporary()
    let engine = Engine(store: store)
    try store.write { tx in
      for text in [
        """
        UNWIND range(0, 299) AS i
        CREATE (n:N {
          i: i, a: ['nam', 'Nữ', '', 'Đà Nẵng'][i % 4],
          few: ['12345678', '12345678a', '12345678b', '1234567890123456'][i % 4],
          mixed: CASE i % 5 WHEN 0 THEN i % 3 WHEN 1 THEN null ELSE 'x' + (i % 3) END,
          many: 't' + i, long: reduce(s = '', x IN range(0, 80) | s + 'Đà Nẵng, ') + (i % 3),
          caps: ['NAM', 'ĐẠ', 'aZ@[`{', 'NamNamNaM'][i % 4],
          wide: ['12345678901234567', '12345678901234568'][i % 2], late: 'k' + (i / 20)})
        """, "MATCH (n:N) WHERE n.i % 17 = 3 DELETE n",
        "MATCH (a:N), (b:N) WHERE b.i = (a.i * 37 + 4) % 300 CREATE (a)-[:R]->(b)",
      ] { _ = try engine.execute(engine.prepare(text, in: tx), in: tx) }
    }
    return store
  }

  @Test func `predicates of one text give the rows that they give one by one`() throws {
    let store = try makeStore()
    defer { store.close() }
    var settings = Engine.Settings()
    settings.batchCapacity = 1
    let (batches, single) = (Engine(store: store), Engine(store: store, settings: settings))
    for predicate in [
      "lower(b.a) = 'nam'", "lower(b.a) = lower($given)", "b.a = $given", "b.a = ''",
      "b.a STARTS WITH 'N'", "b.few ENDS WITH 'b'", "b.few = '12345678'", "size(b.few) = 9",
      "b.few > '12345678a'", "NOT b.a = 'nam'", "b.a = 'nam' OR b.a = 'Nữ'", "b.a IS NULL",
      "b.a IN ['Nữ', 'ai']", "b.mixed = 'x2'", "b.mixed = 2",
      "coalesce(b.mixed, 'x2') = 'x2'", "b.many = 't77'", "lower(b.many) < 't2'",
      "b.long = reduce(s = '', x IN range(0, 80) | s + 'Đà Nẵng, ') + '2'", "upper(b.long) > 'Z'",
      "b.wide = '12345678901234568'", "lower(b.wide) > '12345678901234567'",
      "lower(b.late) = 'k14'", "lower(b.nothing) = 'x'", "b.nothing = 'x'", "b.a = a.a",
      "lower(b.caps) = 'nam'", "lower(b.caps) = 'đạ'", "toLower(b.caps) = 'az@[`{'",
      "lower(b.caps) = 'namnamnam'", "lower(b.caps) = 'NAM' OR b.caps = 'NAM'",
      "lower(b.long) = lower(reduce(s = '', x IN range(0, 80) | s + 'Đà Nẵng, ') + '2')",
      "lower(b.a) = lower(a.a)", "lower(b.a) + b.few > 'nam1'",
    ] {
      let text = "MATCH (a:N)-[:R]->(b) WHERE \(predicate) RETURN a.i, b.i"
      let found = try rows(batches, text, store)
      #expect(try found == rows(single, text, store), "\(predicate)")
      let isEmpty = predicate.contains("nothing") || predicate.contains("NULL")
      #expect(found.isEmpty == isEmpty, "\(predicate)")
    }
    #expect(throws: KhoError.self) {
      try rows(batches, "MATCH (a:N)-[:R]->(b) WHERE lower(b.mixed) = 'x1' RETURN b.i", store)
    }
  }

  @Test func `texts are equal only if all their bytes are, whatever their sizes`() throws {
    let store = try GraphStore.temporary()
    defer { store.close() }
    let engine = Engine(store: store)
    // Of each size one text, and those that differ from it at one place.
    var texts: [String] = []
    for size in 0...34 {
      let text = String(repeating: "x", count: size)
      texts.append(text)
      for place in 0..<size { texts.append("\(text.prefix(place))y\(text.dropFirst(place + 1))") }
    }
    try store.write { tx in
      let query = try engine.prepare(
        "UNWIND $texts AS text CREATE (:H)-[:T]->(:N {text: text}), (:Gap)", in: tx)
      _ = try engine.execute(
        query, parameters: ["texts": .list(texts.map { .string($0) })], in: tx)
    }
    try store.read { tx in
      let query = try engine.prepare(
        "MATCH (:H)-[:T]->(n) WHERE n.text = $text RETURN n.text", in: tx)
      for text in texts {
        var execution = try engine.execute(query, parameters: ["text": .string(text)], in: tx)
        var found: [String] = []
        while let rows = try execution.nextRows() { found += rows.map(\.text) }
        #expect(found == [Value.string(text).text])
      }
    }
  }

  @Test func `the length of a path is that of its relationships`() throws {
    let store = try makeStore()
    defer { store.close() }
    var settings = Engine.Settings()
    settings.optimizes = false
    let (engine, plain) = (Engine(store: store), Engine(store: store, settings: settings))
    for pattern in [
      "(a:N)-[:R]->(b)", "(a:N {i: 5})-[:R]-(b)-[:R*..2]-(c)-[:R]-(d)", "(a:N)-[:R*0..3]->(b)",
      "(a:N {i: 8})-[:R*1..4]-(b)-[:R*2..3]->(c)", "(a:N {i: 7})<-[:R*0..9]-()",
      "(a:N {i: 12})((x)-[:R]->(y)){1,3}(b)", "(a:N {i: 4})",
    ] {
      let lengths = "MATCH p = \(pattern) RETURN length(p) AS n ORDER BY n"
      let expected = try rows(
        plain, "MATCH p = \(pattern) RETURN size(relationships(p)) AS n ORDER BY n", store)
      #expect(try rows(engine, lengths, store) == expected, "\(pattern)")
      #expect(!expected.isEmpty, "\(pattern)")
      let both = "MATCH p = \(pattern) WITH p, length(p) AS n WHERE n <> size(relationships(p)) "
      #expect(try rows(engine, both + "RETURN n", store).isEmpty, "\(pattern)")
    }
    #expect(
      try rows(engine, "OPTIONAL MATCH p = (:No)-[:R*]->() RETURN length(p)", store)
        == ["null"])
  }
}
