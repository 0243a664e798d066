/// `kho import` as its users see it.
import Foundation
import Testing

@Suite struct ImportCommandTests {
  private let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
    try sandbox.write("id:ID,name,born:int\na,Ada,1815\nb,Alan,1912\nc,Carl,x\n", to: "p.csv")
    try sandbox.write(":START_ID,:END_ID\na,b\na,z\n", to: "k.csv")
    try sandbox.write(
      "CREATE CONSTRAINT n FOR (p:Person) REQUIRE p.name IS UNIQUE;", to: "s.cypher")
  }

  @Test func `bad rows are skipped into a report`() throws {
    let run = try sandbox.kho(
      "import", "new.kho", "--nodes=Person=p.csv", "--relationships=KNOWS=k.csv",
      "--schema", "s.cypher", "--bad-rows", "skip", "--report", "bad.txt")
    #expect(run.status == 0 && run.output == "", "\(run.error)")
    #expect(run.error.contains("2 nodes, 1 relationships and 6 properties imported in"))
    #expect(run.error.contains("2 bad rows left out"))
    let report = try String(contentsOfFile: sandbox.path("bad.txt"), encoding: .utf8)
    #expect(
      report
        == "p.csv:4: column 'born': expected an integer of 64 bits, found 'x'\n"
        + "k.csv:3: there is no node with the ID 'z'\n")
    #expect(try sandbox.kho("check", "new.kho").status == 0)
    let answer = try sandbox.kho(
      "query", "new.kho", "MATCH (a)-[:KNOWS]->(b) RETURN a.born + b.born AS sum",
      "--format", "csv")
    #expect(answer.output == "sum\r\n3727\r\n")
  }

  @Test func `a bad row fails the import, and no file is left`() throws {
    let run = try sandbox.kho("import", "new.kho", "--nodes=Person=p.csv")
    #expect(run.status == 1)
    #expect(
      run.error.contains("p.csv:4: column 'born': expected an integer of 64 bits, found 'x'"))
    let left = try FileManager.default.contentsOfDirectory(atPath: sandbox.folder)
    #expect(!left.contains { $0.contains("new.kho") })
  }

  @Test func `an import into a database that is there adds to it`() throws {
    #expect(try sandbox.kho("query", "old.kho", "CREATE (:Person {name: 'Ada'})").status == 0)
    #expect(try sandbox.kho("load", "old.kho", "s.cypher").status == 0)
    let run = try sandbox.kho("import", "old.kho", "--nodes=Person=p.csv", "--bad-rows", "skip")
    #expect(run.status == 0)
    #expect(run.error.contains("p.csv:2: expected Person(name) to be unique"))
    let refused = try sandbox.kho(
      "import", "old.kho", "--nodes=Person=p.csv", "--bad-rows", "skip", "--bad-row-limit", "1")
    #expect(refused.status == 1 && refused.error.contains("p.csv:3"))
    let names = try sandbox.kho(
      "query", "old.kho", "MATCH (p) RETURN p.name AS name ORDER BY name", "--format", "csv")
    #expect(names.output == "name\r\nAda\r\nAlan\r\n")
  }

  @Test(arguments: [
    ["new.kho"], ["new.kho", "--nodes=p.csv", "--delimiter=ab"],
    ["new.kho", "--nodes=p.csv", "--bad-rows=maybe"],
  ])
  func `wrong arguments exit with 2`(arguments: [String]) throws {
    #expect(try sandbox.bash("kho import " + arguments.joined(separator: " ")).status == 2)
  }

  @Test func `a file that is not there is named`() throws {
    let run = try sandbox.kho("import", "new.kho", "--nodes=Person=none.csv")
    #expect(run.status == 1 && run.error.contains("'none.csv' cannot be read"))
  }
}
