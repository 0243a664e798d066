/// Files of several statements, and what a database says about itself.
import Testing

@testable import Kho

@Suite struct ScriptTests {
  @Test func `statements end at semicolons outside of strings, names and comments`() {
    let script = Script(
      name: "a",
      text: "CREATE ({x: ';'}); // no ; here\n/* nor ; here */ MATCH (`;`) RETURN 1;\n;x")
    let statements = script.statements
    #expect(statements.map(\.text) == ["CREATE ({x: ';'})", "MATCH (`;`) RETURN 1", "x"])
    #expect(statements.map(\.isEnded) == [true, true, false])
    #expect(statements.map(\.offset) == [0, 49, 72])
  }

  @Test func `all scripts are loaded in one transaction`() throws {
    let database = try Database.temporary()
    var seen: [String] = []
    let counters = try database.load([
      Script(name: "a", text: "CREATE (:A); CREATE (:A);"), Script(name: "b", text: "CREATE (:B)"),
    ]) { seen.append("\($0.script)\($0.statementCount)") }
    #expect(seen == ["a1", "a2", "b3"])
    #expect(counters.nodesCreated == 3)
    let schema = try database.schema()
    #expect(schema.nodeCount == 3)
    #expect(schema.labels.map { "\($0.name) \($0.count)" } == ["A 2", "B 1"])
  }

  @Test func `an error names its file and place, and nothing is kept`() throws {
    let database = try Database.temporary()
    let script = Script(name: "file.cypher", text: "CREATE (:A);\n\nMATCH (n RETURN n;")
    do {
      try database.load([script])
      Issue.record("loaded")
    } catch let failure as Script.Failure {
      #expect(failure.description.hasPrefix("file.cypher:3:10"))
      #expect(failure.description.contains("MATCH (n RETURN n"))
    }
    #expect(try database.info().nodeCount == 0)
  }

  @Test func `the schema lists names, indexes and constraints`() throws {
    let database = try Database.temporary()
    try database.execute("CREATE (:Person {name: 'Ada'})-[:KNOWS {since: 1833}]->(:Person)")
    try database.execute("CREATE INDEX born FOR (p:Person) ON (p.born)")
    try database.execute("CREATE CONSTRAINT name FOR (p:Person) REQUIRE p.name IS UNIQUE")
    let schema = try database.schema()
    #expect(schema.nodeCount == 2)
    #expect(schema.relationshipCount == 1)
    #expect(schema.relationshipTypes == [Schema.Name(name: "KNOWS", count: 1)])
    #expect(schema.indexes.map(\.name) == ["born"])
    #expect(schema.constraints.map { "\($0.entity) \($0.propertyKeys) \($0.kind)" } == [
      "Person [\"name\"] unique"
    ])
  }

  @Test func `words of the language are there for completion`() {
    #expect(Completion.keywords.contains("MATCH"))
    #expect(Completion.functions.contains("toInteger"))
    #expect(Completion.functions.contains("count"))
  }
}
