/// Imports of files: that they make what statements make, and what becomes of bad rows.
import Foundation
import Kho
import Testing

@Suite struct ImportTests {
  private let folder: String

  init() throws {
    folder = NSTemporaryDirectory() + "kho-import-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  private func write(_ text: String, to name: String) throws -> String {
    let path = folder + "/" + name
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }

  private func rows(_ database: Database, _ query: String) throws -> [String] {
    try database.read { tx in
      try tx.query(query).map { $0.values.map(\.description).joined(separator: " | ") }
    }
  }

  /// Everything in the graph, in an order that does not depend on ids.
  private func content(_ database: Database) throws -> [String] {
    try rows(database, "MATCH (n) RETURN labels(n) AS l, properties(n) AS p ORDER BY p.name")
      + rows(
        database,
        """
        MATCH (a)-[r]->(b)
        RETURN a.name AS a, type(r) AS t, properties(r) AS p, b.name AS b ORDER BY a, t, b
        """)
  }

  private static let statements = """
    CREATE (ada:Person:Writer {id: 'ada', name: 'Ada', born: date('1815-12-10'), height: 1.65,
        tags: ['a', 'b'], alive: false}),
      (cau:Person {id: '07', name: 'Cầu, "Ngang"', tags: []}),
      (x:Person {id: '3', name: 'X'}),
      (ada)-[:KNOWS {since: 1840, note: 'first
    line'}]->(cau), (cau)-[:KNOWS]->(cau), (cau)-[:LIKES {since: -1}]->(ada)
    """

  @Test func `a file of CSV makes what CREATE makes`() throws {
    var plan = GraphImport()
    plan.nodes = [
      .init(
        ["Person"],
        files: [
          try write(
            """
            id:ID(P),name,born:date,height:float,tags:string[],alive:boolean,x:IGNORE,:LABEL
            ada,Ada,1815-12-10,1.65,a;b,FALSE,1,Writer;Person
            07,"Cầu, ""Ngang""\",,,"",,,\n
            """, to: "persons.csv"), try write("3,X,,,,,,\n", to: "more.csv"),
        ])
    ]
    plan.relationships = [
      .init(
        ["KNOWS"],
        files: [
          try write(
            """
            :START_ID(P),:END_ID(P),since:int,note,:TYPE
            ada,07,1840,"first
            line",
            07,07,,,KNOWS
            07,ada,-1,,LIKES
            """, to: "knows.csv")
        ])
    ]
    let path = folder + "/people.kho"
    let report = try plan.create(path)
    #expect(report.nodeCount == 3 && report.relationshipCount == 3 && report.propertyCount == 14)
    #expect(report.bytesRead == report.bytesTotal && report.bytesRead > 0)
    let (imported, created) = (try Database(path: path), try Database.temporary())
    try created.execute(Self.statements)
    #expect(try content(imported) == content(created))
    #expect(try imported.check() == [])
    #expect(
      try rows(imported, "MATCH (a)-[:KNOWS]->(b) RETURN count(*) AS n")
        == rows(created, "MATCH (a)-[:KNOWS]->(b) RETURN count(*) AS n"))
    // And into a database that has something already.
    try created.execute("MATCH (n) DETACH DELETE n")
    try created.load(plan)
    #expect(try content(imported) == content(created))
    #expect(try created.check() == [])
  }

  @Test func `lines of JSON have typed values`() throws {
    var plan = GraphImport()
    plan.nodes = [
      .init(
        [],
        files: [
          try write(
            """
            {"id": 1, "labels": ["A", "B"], "properties": {"name": "é", "n": 1, "x": 1.0}}

            {"id": "1", "properties": {"d": {"date": "2020-02-29"}, "l": [1, 2], "b": true}}
            """, to: "nodes.jsonl")
        ])
    ]
    plan.relationships = [
      .init(
        ["T"],
        files: [
          try write(
            """
            {"start": 1, "end": "1"}
            {"start": 1, "end": 1, "type": "U", "properties": {"i": {"int": "9"}, "none": null}}
            """, to: "relationships.jsonl")
        ])
    ]
    let database = try Database.temporary()
    try database.load(plan)
    #expect(
      try rows(database, "MATCH (n) RETURN labels(n) AS l, properties(n) AS p ORDER BY size(l)")
        == ["[] | {b: true, d: 2020-02-29, l: [1, 2]}", "['A', 'B'] | {n: 1, name: 'é', x: 1.0}"])
    #expect(
      try rows(database, "MATCH ()-[r]->() RETURN type(r) AS t, properties(r) AS p ORDER BY t")
        == ["'T' | {}", "'U' | {i: 9}"])
    #expect(try database.check() == [])
  }

  private func badPlan(_ policy: GraphImport.BadRows) throws -> GraphImport {
    var plan = GraphImport()
    plan.badRows = policy
    plan.nodes = [
      .init(
        ["A"],
        files: [
          try write(
            ":ID,k:int\n1,1\n2,x\n3\n4,1\n5,5\n1,6\n6,\"7\"8\n7,9223372036854775808\n8,8\n",
            to: "nodes.csv")
        ])
    ]
    plan.relationships = [
      .init(
        ["R"],
        files: [try write(":START_ID,:END_ID\n1,5\n1,2\n5,\n8,8\n", to: "relationships.csv")])
    ]
    return plan
  }

  @Test func `bad rows are left out and told, with their lines`() throws {
    let database = try Database.temporary()
    try database.execute("CREATE CONSTRAINT u FOR (a:A) REQUIRE a.k IS UNIQUE")
    try database.execute("CREATE CONSTRAINT e FOR (a:A) REQUIRE a.k IS NOT NULL")
    var told: [String] = []
    let report = try database.load(
      badPlan(.skip()),
      observer: .init(badRow: { row in
        told.append("\(row.file.split(separator: "/").last ?? ""):\(row.line): \(row.error.detail)")
      }))
    #expect(
      told == [
        "nodes.csv:3: InvalidValue", "nodes.csv:4: WrongFieldCount",
        "nodes.csv:5: UniquenessViolation", "nodes.csv:7: DuplicateID", "nodes.csv:8: InvalidCSV",
        "nodes.csv:9: InvalidValue", "relationships.csv:3: UnknownID",
        "relationships.csv:4: IncompleteRelationship",
      ])
    #expect(report.badRowCount == 8 && report.nodeCount == 3 && report.relationshipCount == 2)
    #expect(try rows(database, "MATCH (a:A) RETURN a.k AS k ORDER BY k") == ["1", "5", "8"])
    #expect(try database.check() == [])
  }

  /// Random rows of nodes and relationships, some with something wrong, and what that is.
  private func mixedPlan(seed: UInt64) throws -> (plan: GraphImport, faults: [String]) {
    var random = SeededGenerator(state: seed)
    var nodes = "id:ID,name,k:int,:LABEL\n0,first,0,A;U\n"
    var relationships = ":START_ID,:END_ID,since:int,:TYPE\n"
    var faults: [String] = []
    var line = 3
    for row in 1..<300 {
      let text = row % 7 == 0 ? "\"two\nlines, \"\"\(row)\"\"\"" : "é\(row)"
      let (fields, fault) =
        [
          ("n\(row),\(text),x,A", "InvalidValue"), ("n\(row),\(text)", "WrongFieldCount"),
          ("0,\(text),1,B;A", "DuplicateID"), ("\(row),\(text),0,U", "UniquenessViolation"),
          ("\"\(row)\"x,,,", "InvalidCSV"), ("", nil), ("\(row),\(text),\(row),A;B", nil),
          ("\(row),\(text),,U", nil),
        ].randomElement(using: &random) ?? ("", nil)
      nodes += fields + "\n"
      if let fault { faults.append("nodes.csv:\(line): \(fault)") }
      line += fields.contains("\n") ? 2 : 1
    }
    for line in 2..<400 {
      switch Int.random(in: 0..<8, using: &random) {
      case 0:
        relationships += "0,none,x,R\n"
        faults.append("relationships.csv:\(line): UnknownID")
      case 1:
        relationships += "0,,none,R\n"
        faults.append("relationships.csv:\(line): InvalidValue")
      case 2:
        relationships += "0,0,1,\n"
        faults.append("relationships.csv:\(line): IncompleteRelationship")
      default: relationships += "0,0,\(line),\(line % 2 == 0 ? "R" : "S")\n"
      }
    }
    var plan = GraphImport()
    plan.badRows = .skip()
    plan.nodes = [.init([], files: [try write(nodes, to: "nodes.csv")])]
    plan.relationships = [.init([], files: [try write(relationships, to: "relationships.csv")])]
    return (plan, faults)
  }

  @Test func `what is wrong with rows does not depend on how many are read at a time`() throws {
    let seed = UInt64.random(in: 0 ... .max)
    print("import seed \(seed)")
    let faults: [String]
    var plan: GraphImport
    (plan, faults) = try mixedPlan(seed: seed)
    plan.schema = [
      Script(
        name: "s", text: "CREATE CONSTRAINT u FOR (n:U) REQUIRE n.k IS UNIQUE;")
    ]
    var contents: [[String]] = []
    for batchSize in [1, 2, 3, 13, 64, 1 << 20] {
      plan.batchSize = batchSize
      var told: [String] = []
      let path = folder + "/batches-\(batchSize).kho"
      let report = try plan.create(
        path,
        observer: .init(badRow: { row in
          let file = row.file.split(separator: "/").last ?? ""
          told.append("\(file):\(row.line): \(row.error.detail)")
        }))
      #expect(told == faults, "in batches of \(batchSize)")
      #expect(report.badRowCount == faults.count)
      let database = try Database(path: path)
      #expect(try database.check() == [])
      contents.append(
        try rows(database, "MATCH (n) RETURN id(n) AS i, labels(n) AS l, properties(n) AS p")
          + rows(database, "MATCH ()-[r]->() RETURN id(r) AS i, type(r) AS t, r.since AS s"))
      // A limit stops at the same row.
      plan.badRows = .skip(limit: 5)
      let error = #expect(throws: KhoError.self) { try plan.create(path + "2") }
      #expect(error?.message.contains(faults[5].split(separator: " ")[0]) == true)
      plan.badRows = .skip()
    }
    for content in contents { #expect(content == contents[0]) }
  }

  @Test func `a file that cannot be read ends the import, whatever is skipped`() throws {
    var plan = try badPlan(.skip())
    plan.nodes[0].files.append(folder)
    let error = #expect(throws: KhoError.self) { try Database.temporary().load(plan) }
    #expect(error?.detail == "FileUnreadable")
  }

  @Test func `a bad row that may not be skipped leaves nothing`() throws {
    let database = try Database.temporary()
    try database.execute("CREATE (:Before)")
    let path = folder + "/none.kho"
    for policy in [GraphImport.BadRows.fail, .skip(limit: 3)] {
      let plan = try badPlan(policy)
      let line = policy == .fail ? 3 : 8
      for attempt in [{ _ = try database.load(plan) }, { _ = try plan.create(path) }] {
        do {
          try attempt()
          Issue.record("the import went through")
        } catch let error as KhoError {
          #expect(error.message.contains("nodes.csv:\(line): "), "\(error)")
        }
      }
    }
    #expect(try rows(database, "MATCH (n) RETURN labels(n) AS l") == ["['Before']"])
    let left = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(!left.contains { $0.contains("none") })
  }

  @Test(arguments: [
    (true, "name:int[", "expected a type"), (true, ":ID,x:ID", "one :ID"),
    (true, ":START_ID,x", "nodes have no"), (true, "id:ID{type:x}", "id-type"),
    (true, ":int", "expected a name"), (false, ":START_ID,x", "one :START_ID"),
    (false, ":START_ID,:END_ID", "expected a type"),
  ])
  func `a header that says nothing sensible is an error`(
    isNodes: Bool, header: String, message: String
  ) throws {
    var plan = GraphImport()
    let source = GraphImport.Source([], files: [try write(header + "\n", to: "file.csv")])
    if isNodes { plan.nodes = [source] } else { plan.relationships = [source] }
    let error = #expect(throws: KhoError.self) { try Database.temporary().load(plan) }
    #expect(error?.message.contains(message) == true, "\(String(describing: error))")
  }

  @Test func `a new file gets its constraints first`() throws {
    var plan = try badPlan(.skip())
    plan.schema = [
      Script(name: "s", text: "CREATE CONSTRAINT u FOR (a:A) REQUIRE a.k IS UNIQUE;")
    ]
    let path = folder + "/schema.kho"
    let report = try plan.create(path)
    #expect(report.badRowCount == 8)
    let database = try Database(path: path)
    #expect(try database.check() == [])
    #expect(throws: KhoError.self) { try database.execute("CREATE (:A {k: 5})") }
    #expect(throws: KhoError.self) { try database.load(plan) }
  }

  @Test func `other delimiters, a header apart and integers as IDs`() throws {
    var plan = GraphImport()
    plan.delimiter = "\t"
    plan.arrayDelimiter = "|"
    plan.quote = "'"
    plan.idType = .integer
    plan.nodes = [
      .init(
        ["A", "B"], files: [try write("ignored\tline\n1\t'x\ty'|z\n", to: "nodes.tsv")],
        header: "id:ID,names:string[]")
    ]
    let database = try Database.temporary()
    #expect(throws: KhoError.self) { try database.load(plan) }
    plan.nodes[0].files = [try write("ignored\tline\n1\t'x\ty|z'\n", to: "nodes.tsv")]
    try database.load(plan)
    #expect(
      try rows(database, "MATCH (n:A:B) RETURN n.id AS id, n.names AS names")
        == ["1 | ['x\\ty', 'z']"])
  }

  @Test func `an import that is cancelled leaves nothing`() throws {
    let cancellation = Cancellation()
    cancellation.cancel()
    let database = try Database.temporary()
    let error = #expect(throws: KhoError.self) {
      try database.load(badPlan(.skip()), observer: .init(cancellation: cancellation))
    }
    #expect(error?.kind == .cancelled)
    #expect(try rows(database, "MATCH (n) RETURN n") == [])
  }

  @Test func `a program's own data is loaded in bulk`() throws {
    let database = try Database.temporary()
    let nodes = try database.bulkLoad { loader in
      let ada = try loader.createNode(["Person"], [("name", "Ada"), ("none", .null)])
      let alan = try loader.createNode(["Person"], [("name", "Alan")])
      try loader.createRelationship("KNOWS", from: ada, to: alan, [("since", 1940)])
      return [ada, alan]
    }
    #expect(nodes.count == 2)
    #expect(
      try rows(database, "MATCH (a)-[r:KNOWS]->(b) RETURN a.name AS a, r.since AS s, b.name AS b")
        == ["'Ada' | 1940 | 'Alan'"])
  }
}

/// A generator that repeats itself for a seed (SplitMix64).
private struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
    return word ^ word >> 31
  }
}
