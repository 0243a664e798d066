/// The examples in the documentation comments, compiled and, where they need no file, run.
import Foundation
import Kho
import Testing

@Suite struct DocumentationExampleTests {
  struct Person: Codable { var name: String; var born: Int? }

  enum Rank: String, ValueConvertible {
    case ward, district
    var cypherValue: Value { .string(rawValue) }
    init(cypherValue: Value) throws(KhoError) {
      guard let rank = Rank(rawValue: try String(cypherValue: cypherValue)) else {
        throw KhoError(.typeError, "InvalidArgumentValue", "expected a rank")
      }
      self = rank
    }
  }

  func people() throws -> Database {
    let database = try Database.temporary()
    try database.write { tx in
      try tx.run("CREATE (:Person {name: $name, born: $born})", ["name": "Ada", "born": 1815])
    }
    return database
  }

  @Test func `every line of every example is compiled here`() throws {
    let test = URL(fileURLWithPath: #filePath)
    let root = test.deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let compiled = Set(try lines(of: test))
    let library = root.appending(path: "Sources/Kho").path
    let files = try #require(FileManager.default.enumerator(atPath: library))
    var exampleCount = 0
    for case let file as String in files where file.hasSuffix(".swift") || file.hasSuffix(".md") {
      var isExample = false
      for line in try lines(of: URL(fileURLWithPath: library + "/" + file)) {
        if line.hasPrefix("```") {
          isExample = line == "```swift"
          exampleCount += isExample ? 1 : 0
        } else if isExample {
          #expect(compiled.contains(line), "\(file): \(line)")
        }
      }
    }
    #expect(exampleCount > 20)
  }

  /// Without indentation and comment marks.
  func lines(of file: URL) throws -> [String] {
    try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map { line in
      let code = line.trimmingCharacters(in: .whitespaces)
      return (code.hasPrefix("///") ? String(code.dropFirst(3)) : code)
        .trimmingCharacters(in: .whitespaces)
    }
  }

  @Test func `statements and rows`() throws {
    let database = try people()
    try database.read { tx in
      let rows = try tx.query("MATCH (p:Person) WHERE p.born < $year RETURN p.name", ["year": 1900])
      while let row = try rows.next() { print(row[0]) }
      let names = try tx.query("MATCH (p:Person) RETURN p.name")
        .map { try $0.get(0, as: String.self) }
      #expect(names == ["Ada"])
      let total = try tx.query("MATCH (n) RETURN count(n)").single(as: Int.self)
      #expect(total == 1)
      let people = try tx.query("MATCH (p:Person) RETURN p.name AS name, p.born AS born")
        .decode(as: Person.self)
      #expect(people.map(\.name) == ["Ada"])
      let row = try tx.query("MATCH (p:Person {name: 'Ada'}) RETURN p").single()
      let ada = try row.decode(Person.self, from: "p")
      #expect(ada.born == 1815)
    }
    let record = try database.execute("MATCH (p:Person) RETURN p.name AS name, p.born AS born")
      .single()
    let name = try record.get("name", as: String.self)
    let born: Int? = try record.get("born")
    print(record["name"], record[1])
    #expect(name == "Ada")
    #expect(born == 1815)
    #expect(throws: KhoError.self) { try record.get("name", as: Rank.self) }
  }

  @Test func `parameters and counters`() throws {
    let database = try people()
    let name = "Augusta"
    let ada = Person(name: "Ada", born: 1815)
    try database.write { tx in
      try tx.run(
        "CREATE (:Person {name: $name, born: $born, aliases: $aliases})",
        ["name": name, "born": 1815, "aliases": ["Countess of Lovelace"]])
      try tx.run("CREATE (p:Person) SET p = $person", Parameters(encoding: ["person": ada]))
      let counters = try tx.run("MATCH (p:Person {name: $name}) SET p.died = 1852", ["name": "Ada"])
      print(counters.propertiesSet)
      #expect(counters.propertiesSet == 2)
    }
    let result = try database.execute("MATCH (p:Person) SET p.seen = true RETURN p.name AS name")
    print(result.counters.propertiesSet)
    while let row = try result.next() { print(row["name"]) }
    #expect(result.counters.propertiesSet == 3)
  }

  @Test func `prepared, interactive, cancellable`() throws {
    let database = try people()
    let older = try database.prepare("MATCH (p:Person) WHERE p.born < $year RETURN p.name")
    let names = try database.read { tx in
      try tx.query(older, ["year": 1900]).map { try $0.get(0, as: String.self) }
    }
    #expect(names == ["Ada"])
    let transaction = try database.begin(.write)
    try transaction.execute("CREATE (:Person {name: 'Ada'})")
    try transaction.commit()

    func onInterrupt(_ handler: () -> Void) { handler() }
    let text = "UNWIND range(1, 1000000) AS x UNWIND range(1, 1000000) AS y RETURN sum(x * y % 7)"
    #expect(throws: KhoError.self) {
      let cancellation = Cancellation()
      onInterrupt { cancellation.cancel() }
      let result = try database.execute(text, cancellation: cancellation)
      _ = result
    }
  }

  @Test func `procedures and scripts`() throws {
    let database = try people()
    try database.register("text.words(text :: STRING?) :: (word :: STRING?)") { arguments in
      try String(cypherValue: arguments[0]).split(separator: " ").map { [.string(String($0))] }
    }
    let words = try database.execute("CALL text.words('one two') YIELD word RETURN word")
    #expect(try words.map { try $0.get("word", as: String.self) } == ["one", "two"])
    try database.registerFunction("text.initials(text :: STRING?) :: STRING?") { arguments in
      let words = try String?(cypherValue: arguments[0])?.split(separator: " ")
      return .string(words?.compactMap { $0.first.map(String.init) }.joined() ?? "")
    }
    let initials = try database.execute("RETURN text.initials('Ada Lovelace')")
    #expect(try initials.single(as: String.self) == "AL")
    let text = "CREATE (:District {name: 'Cầu Ngang'});"
    try database.load([Script(name: "districts.cypher", text: text)])
    #expect(try database.info().nodeCount == 2)
  }

  @Test func `bulk loading`() throws {
    let database = try Database.temporary()
    try database.bulkLoad { loader in
      let ada = try loader.createNode(["Person"], [("name", "Ada")])
      let alan = try loader.createNode(["Person"], [("name", "Alan")])
      try loader.createRelationship("KNOWS", from: ada, to: alan)
    }
    #expect(try database.info().relationshipCount == 1)
  }

  @Test func `async`() async throws {
    let database = try people()
    let total = try await database.read { tx in
      try tx.query("MATCH (n) RETURN count(n)").single(as: Int.self)
    }
    #expect(total == 1)
  }

  @Test func `observation`() async throws {
    let database = try people()
    let task = Task {
      let counts = database.observe { tx in
        try tx.query("MATCH (p:Person) RETURN count(p)").single(as: Int.self)
      }
      for try await count in counts.removeDuplicates() { print(count) }
      for try await rows in database.observe("MATCH (p:Person) RETURN p.name AS name") {
        print(rows.map { $0["name"] })
      }
    }
    task.cancel()
    try await task.value
  }

  /// What would leave files behind or wait for input is compiled only.
  func compiled() throws {
    do {
      let database = try Database(path: "people.kho")
      let names = try database.read { tx in
        try tx.query("MATCH (p:Person) RETURN p.name").map { try $0.get(0, as: String.self) }
      }
      print(names)
      try database.backup(to: "people-monday.kho")
      try Session(database: database, version: "0.1.0").run(input: 0, output: 1)
    }
    var plan = GraphImport()
    plan.nodes = [.init(["Person"], files: ["persons.csv"])]
    plan.relationships = [.init(["KNOWS"], files: ["knows.csv"])]
    let report = try plan.create("people.kho")
    print(report.nodeCount, report.relationshipCount)
    var configuration = Configuration()
    configuration.isReadOnly = true
    configuration.limits.seconds = 5
    let database = try Database(path: "people.kho", configuration: configuration)
    database.close()
  }
}
