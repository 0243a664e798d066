/// Values in and out through Swift: groups P, V and B of `Tests/Faces/README.md`.
import Foundation
import Kho
import Testing

@Suite struct ValuesFaceTests {
  let database: Database

  init() throws { database = try Database.temporary() }

  /// What comes back of a parameter, also when it was stored between.
  func check<T: ValueConvertible & Equatable>(
    _ value: T, isStorable: Bool = true, _ location: SourceLocation = #_sourceLocation
  ) throws {
    let back = try database.execute("RETURN $x AS x", ["x": value]).single().get("x", as: T.self)
    #expect(back == value, sourceLocation: location)
    guard isStorable else { return }
    let stored = try database.execute("CREATE (a:A {x: $x}) RETURN a.x", ["x": value])
      .single().get(0, as: T.self)
    #expect(stored == value, sourceLocation: location)
  }

  @Test func `P01 P02 null, booleans and integers come back`() throws {
    try check(nil as Int?, isStorable: false)
    try check(true)
    try check(false)
    for number in [0, -1, .max, .min, 1 << 53 + 1] as [Int64] { try check(number) }
  }

  @Test func `P03 floats come back bit by bit`() throws {
    let numbers = [0.1, -0.0, 1e308, .leastNonzeroMagnitude, .infinity, -.infinity, .nan]
    for number in numbers {
      for text in ["RETURN $x", "CREATE (a {x: $x}) RETURN a.x"] {
        let back = try database.execute(text, ["x": number]).single(as: Double.self)
        #expect(back.bitPattern == number.bitPattern || back.isNaN && number.isNaN, "\(number)")
      }
    }
  }

  @Test func `P04 B04 texts come back byte by byte in NFC, also long ones`() throws {
    let texts = [
      "", "Cầu Ngang", "Cầu Ngang".decomposedStringWithCanonicalMapping, "👩‍👩‍👧‍👦🏳️‍🌈", "a\0b",
      "\u{FEFF}'\\\n",
      String(repeating: "dài ", count: 250_000), String(repeating: "x", count: 4 << 20),
    ]
    for text in texts {
      for statement in ["RETURN $x", "CREATE (a {x: $x}) RETURN a.x"] {
        let back = try database.execute(statement, ["x": text]).single(as: String.self)
        #expect(back.utf8.elementsEqual(text.precomposedStringWithCanonicalMapping.utf8))
      }
    }
  }

  @Test func `P05 P06 lists and maps come back, nested`() throws {
    try check([] as [Int])
    try check([1, 2, 3])
    try check(["a": ["b": [1, 2]], "": ["c d": []]] as [String: [String: [Int]]], isStorable: false)
    var deep: Value = 1
    for _ in 0..<100 { deep = [deep] }
    let mixed: Value = [1, "a", nil, 2.5]
    let back = try database.execute("RETURN $x, size($mixed)", ["x": deep, "mixed": mixed]).single()
    #expect(back[0].text == deep.text)
    #expect(back[1].text == "4")
  }

  @Test func `P07 V06 temporal values come back with their parts`() throws {
    let row = try database.execute(
      """
      RETURN date('1984-10-11') AS d, localtime('12:31:14.645876123') AS lt,
        time('12:31:14.5+01:00') AS t, localdatetime('1984-10-11T12:31:14.645') AS ldt,
        datetime('1984-10-11T12:31:14+01:00[Europe/Stockholm]') AS dt,
        duration('P12Y5M-14DT16H') AS du
      """
    ).single()
    try check(row.get("d", as: Temporal.Date.self))
    try check(row.get("lt", as: Temporal.LocalTime.self))
    try check(row.get("t", as: Temporal.Time.self))
    try check(row.get("ldt", as: Temporal.LocalDateTime.self))
    try check(row.get("dt", as: Temporal.DateTime.self))
    try check(row.get("du", as: Temporal.Duration.self))
    #expect(row["lt"].text == "12:31:14.645876123")
    #expect(row["t"].text == "12:31:14.500+01:00" || row["t"].text == "12:31:14.5+01:00")
    #expect(row["dt"].text == "1984-10-11T12:31:14+01:00[Europe/Stockholm]")
    let parts = try database.execute(
      "RETURN $t.nanosecond AS n, $d.offset AS o, $d.timezone AS z",
      ["t": row["lt"], "d": row["dt"]]
    ).single()
    #expect(parts.values.map(\.text) == ["645876123", "'+01:00'", "'Europe/Stockholm'"])
  }

  @Test func `P08 M23 a surplus parameter is ignored and a missing one is not`() throws {
    #expect(try database.execute("RETURN $x", ["x": 1, "y": 2]).single(as: Int.self) == 1)
    let word = failure { try database.execute("CREATE (:A {x: $missing})") }
    #expect(word?.hasPrefix("ParameterMissing/") == true, "\(word ?? "")")
    #expect(try count(database) == 0)
  }

  struct Person: Codable, Equatable {
    var name: String
    var born: Int?
    var tags: [String]
  }

  @Test func `P09 V10 Swift's own types go in and come out`() throws {
    let ada = Person(name: "Ada", born: 1815, tags: ["a", "b"])
    try database.execute("CREATE (p:Person) SET p = $p", Parameters(encoding: ["p": ada]))
    let row = try database.execute(
      "MATCH (p:Person) RETURN p, p.name AS name, 1 AS born, [] AS tags"
    ).single()
    #expect(try row.decode(Person.self, from: "p") == ada)
    #expect(try row.decode(Person.self) == Person(name: "Ada", born: 1, tags: []))
    let instant = Date(timeIntervalSince1970: 1_700_000_000.25)
    try check(instant)
  }

  @Test func `V01 columns are read by name and by index`() throws {
    let row = try database.execute("RETURN 1 AS a, 'x' AS `b c`, 2.5 AS d, null AS e").single()
    #expect(row.columns == ["a", "b c", "d", "e"])
    #expect(try row.get("a", as: Int.self) == row.get(0))
    #expect(try row.get("b c") == "x")
    #expect(try row.get(2) == 2.5)
    #expect(try row.get("e", as: Int?.self) == nil)
  }

  @Test func `V02 V03 V04 V05 nodes, relationships and paths are whole`() throws {
    let row = try database.execute(
      """
      CREATE p = (a:A:B {x: 1})-[r:T {y: 'z'}]->(b)
      RETURN a, r, b, p, [a, {k: r}] AS l, {n: [b]} AS m
      """
    ).single()
    let a = try row.get("a", as: Node.self)
    let r = try row.get("r", as: Relationship.self)
    let b = try row.get("b", as: Node.self)
    #expect(a.labels.sorted() == ["A", "B"])
    #expect(a.properties["x"]?.text == "1")
    #expect(r.type == "T" && r.properties["y"]?.text == "'z'" || r.properties["y"]?.text == "z")
    #expect(r.start == a.id && r.end == b.id)
    let path = try row.get("p", as: Path.self)
    #expect(path.nodes == [a, b])
    #expect(path.relationships == [r])
    let single = try database.execute("MATCH p = (:A) RETURN p").single(as: Path.self)
    #expect(single.nodes == [a] && single.relationships.isEmpty)
    guard case .list(let list) = row["l"], case .map(let map)? = list.last,
      case .relationship(let inner)? = map["k"]
    else {
      Issue.record("expected a list of a node and a map")
      return
    }
    #expect(inner == r)
    #expect(try row.get("m", as: [String: [Node]].self) == ["n": [b]])
  }

  @Test func `V07 V08 V11 columns as written, none without RETURN, and warnings`() throws {
    let silent = try database.execute("CREATE (:A)")
    #expect(silent.columns.isEmpty)
    #expect(try silent.next() == nil)
    let odd = try database.execute("RETURN 1 + 1, 2 AS `x.y`")
    #expect(odd.columns == ["1 + 1", "x.y"])
    let warned = try database.execute("MATCH (n:Nothing) RETURN n")
    #expect(warned.notifications.map(\.code) == ["UnknownLabel"])
    #expect(warned.notifications.first?.message.contains("Nothing") == true)
  }

  @Test func `V09 rows outlive their transaction and their database`() throws {
    let database = try Database.temporary()
    let rows = try database.write { tx in
      try tx.query("CREATE (a:A {x: 'kept'}) RETURN a, a.x AS x").collect()
    }
    database.close()
    #expect(try rows[0].get("x") == "kept")
    #expect(try rows[0].get("a", as: Node.self).labels == ["A"])
  }

  @Test func `V12 stored texts come back by a look-up, of several rows and by a scan`() throws {
    let texts = [
      "", "Chỉ thị 05 về công tác cán bộ", "a\0b", String(repeating: "z", count: 1 << 20), "a",
    ]
    try database.execute("CREATE CONSTRAINT FOR (t:Text) REQUIRE t.number IS UNIQUE")
    try database.execute(
      """
      CREATE (a:All)
      FOREACH (n IN range(0, 4) | CREATE (a)-[:HAS]->(:Text {number: n, text: $x[n]}))
      """, ["x": texts])
    func check(_ query: String, _ numbers: [Int]) throws {
      for _ in 0..<2 {
        let rows = try database.read { try $0.query(query, ["n": numbers[0]]).collect() }
        #expect(try rows.map { try $0.get(0, as: String.self) } == numbers.map { texts[$0] })
        #expect(try rows.map { try $0.get(1, as: Int.self) } == numbers)
      }
    }
    let row = "RETURN t.text, t.number"
    for number in 0..<5 { try check("MATCH (t:Text {number: $n}) \(row)", [number]) }
    try check("MATCH (:Text {number: 1})<--()-->(t) \(row) ORDER BY t.text", [0, 4, 2, 3])
    try check("MATCH (t:Text) WHERE 1 <= t.number < 4 \(row) ORDER BY t.number", [1, 2, 3])
    try check("MATCH (t:Text) \(row)", [0, 1, 2, 3, 4])
  }

  @Test func `V13 a damaged text is repaired, and others are as they were`() throws {
    let file = TemporaryFile()
    let database = try file.open()
    try database.execute("CREATE CONSTRAINT FOR (t:Text) REQUIRE t.number IS UNIQUE")
    try database.execute(
      "CREATE (:Text {number: 0, text: 'sound'}), (:Text {number: 1, text: 'damaged: ở đây'})")
    database.close()
    var bytes = try #require(file.bytes)
    while let place = bytes.range(of: Data("damaged: ở".utf8)) {
      bytes.replaceSubrange(place, with: Data("damaged: ".utf8) + [0xE1, 0xFF, 0x9F])
    }
    try bytes.write(to: URL(fileURLWithPath: file.path))
    let damaged = try file.open()
    let text = "damaged: \u{FFFD}\u{FFFD}\u{FFFD} đây"
    let one = try damaged.execute("MATCH (t:Text {number: 1}) RETURN t.text")
    #expect(try one.single(as: String.self) == text)
    let both = try damaged.execute("MATCH (t:Text) WHERE t.number >= 0 RETURN t.text")
    #expect(try both.map { try $0.get(0, as: String.self) } == ["sound", text])
  }

  @Test func `B01 a million rows are read in constant memory`() async {
    // In a process of its own: suites that run beside this one take memory too.
    await #expect(processExitsWith: .success) {
      try Database.temporary().read { tx in
        let rows = try tx.query("UNWIND range(1, 1000000) AS x RETURN x, toString(x) AS text")
        for _ in 0..<1_000 { _ = try rows.next() }
        let before = residentSize()
        var sum = 500_500
        while let row = try rows.next() { sum += try row.get(0, as: Int.self) }
        #expect(sum == 500_000_500_000)
        #expect(residentSize() - before < 32 << 20)
      }
    }
  }

  @Test func `B02 a result left after a few rows holds nothing`() throws {
    try database.execute("UNWIND range(1, 1000) AS x CREATE (:A {x: x})")
    for _ in 0..<1_000 {
      let first = try database.execute("MATCH (a:A) RETURN a.x", body: { try $0.next() })
      #expect(first != nil)
    }
    try database.write { tx in
      _ = try tx.query("MATCH (a:A) RETURN a.x").next()
      try tx.run("MATCH (a:A) DELETE a")
    }
    #expect(try count(database) == 0)
  }
}
