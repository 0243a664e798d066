/// The command as its users see it: files, exit codes, what is printed where.
import Foundation
import TestSupport
import Testing

@Suite struct CommandTests {
  private let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  private var people: String { sandbox.path("people.kho") }

  private func fill() throws {
    let run = try sandbox.kho(
      "query", people, "CREATE (:Person {name: 'Ada', born: 1815}), (:Person {name: 'Cầu'})")
    #expect(run.status == 0, "\(run.error)")
  }

  @Test func `help shows examples and the exit codes`() throws {
    let run = try sandbox.kho("--help")
    #expect(run.status == 0 && run.error == "")
    #expect(run.output.contains("EXAMPLES") && run.output.contains("130  interrupted"))
    #expect(try sandbox.kho("query", "--help").output.contains("--format"))
  }

  @Test(arguments: [
    ["frob"], ["query", "a", "b", "c"], ["load"], ["query", "--format", "xml", "x"],
  ])
  func `wrong arguments exit with 2`(arguments: [String]) throws {
    let run = try sandbox.bash("kho " + arguments.joined(separator: " "))
    #expect(run.status == 2 && run.output == "" && run.error.contains("Usage: kho"))
  }

  @Test func `a query that writes makes the file, and one that reads does not`() throws {
    let reading = try sandbox.kho("query", people, "MATCH (n) RETURN n")
    #expect(reading.status == 1 && reading.error.contains("no database"))
    #expect(!FileManager.default.fileExists(atPath: people))
    try fill()
    let run = try sandbox.kho(
      "query", people, "MATCH (p:Person) RETURN p.name AS name, p.born AS born ORDER BY name")
    #expect(run.output == "name │ born\n─────┼─────\nAda  │ 1815\nCầu  │\n")
    #expect(run.error == "")
  }

  @Test func `a file is readable by its owner only`() throws {
    try fill()
    let mode = try FileManager.default.attributesOfItem(atPath: people)[.posixPermissions]
    #expect(mode as? Int == 0o600)
  }

  @Test func `formats are what programs can read`() throws {
    try fill()
    let query =
      "MATCH (p:Person) RETURN p.name AS name, p.born AS born, [1, 'x'] AS list ORDER BY name"
    let json = try sandbox.kho("query", people, query, "--format", "json")
    let rows = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]]
    #expect(rows?.count == 2 && rows?[0]["born"] as? Int == 1815 && rows?[1]["born"] is NSNull)
    #expect(
      try sandbox.kho("query", people, query, "--format", "csv").output
        == "name,born,list\r\nAda,1815,\"[1,\"\"x\"\"]\"\r\nCầu,,\"[1,\"\"x\"\"]\"\r\n")
  }

  @Test func `parameters are numbers, texts or literals`() throws {
    try fill()
    let run = try sandbox.kho(
      "query", people, "RETURN $a AS a, $b AS b, $c AS c, $d AS d", "--format", "jsonl", "-p",
      "a=5",
      "-p", "b=05-CT/TW", "-p", "c='5'", "-p", "d=[1, null]")
    #expect(run.output == "{\"a\":5,\"b\":\"05-CT/TW\",\"c\":\"5\",\"d\":[1,null]}\n")
    #expect(try sandbox.kho("query", people, "RETURN 1", "-p", "5").status == 2)
  }

  @Test func `an error exits with 1 and shows its place`() throws {
    try fill()
    let run = try sandbox.kho(
      "query", people, "-", input: "RETURN 1 AS one;\nMATCH (n) RETURN m;\n")
    #expect(run.status == 1)
    #expect(run.output == "one\n───\n  1\n")
    #expect(run.error.contains("2:18 ") && run.error.contains("\n  MATCH (n) RETURN m"))
    #expect(run.error.contains("\n                   ^"))
  }

  @Test func `a read-only query cannot write`() throws {
    try fill()
    let run = try sandbox.kho("query", people, "CREATE ()", "--read-only")
    #expect(run.status == 1 && run.output == "")
    #expect(
      try sandbox.kho("query", people, "MATCH (n) RETURN count(n) AS n", "--format", "tsv").output
        == "n\n2\n")
  }

  @Test func `scripts are loaded in the order of their names, all or nothing`() throws {
    try FileManager.default.createDirectory(
      atPath: sandbox.path("scripts"), withIntermediateDirectories: false)
    try sandbox.write("MATCH (a:A) CREATE (a)-[:T]->(:B);", to: "scripts/2.cypher")
    try sandbox.write("// the first\nCREATE (:A {name: 'Cầu; Ngang'});\n", to: "scripts/1.cypher")
    #expect(try sandbox.kho("load", people, sandbox.path("scripts")).status == 0)
    let bad = try sandbox.write("CREATE (:C);\nCREATE (:C {x: 1})\n  RETURN y;\n", to: "bad.cypher")
    let run = try sandbox.kho("load", people, sandbox.path("scripts"), bad)
    #expect(run.status == 1 && run.output == "")
    #expect(run.error.contains("bad.cypher:3:10 "), "\(run.error)")
    let count = "MATCH (n) RETURN labels(n)[0] AS label, count(*) AS n ORDER BY label"
    #expect(
      try sandbox.kho("query", people, count, "--format", "tsv").output == "label\tn\nA\t1\nB\t1\n")
  }

  @Test func `comma-separated files are read from the folder that is named, and from no other`()
    throws
  {
    try sandbox.write("name\nCầu Ngang\n", to: "d.csv")
    let script = try sandbox.write(
      "LOAD CSV WITH HEADERS FROM 'd.csv' AS row CREATE (:D {name: row.name});", to: "d.cypher")
    #expect(try sandbox.kho("load", people, script).status == 1)
    #expect(
      try sandbox.kho("load", people, script, "--import-folder", sandbox.folder).status == 0)
    #expect(
      try sandbox.kho("query", people, "MATCH (d:D) RETURN d.name AS n", "--format", "tsv").output
        == "n\nCầu Ngang\n")
  }

  @Test func `a script that fails makes nothing lasting`() throws {
    let bad = try sandbox.write("CREATE (:C);\nRETURN 1 / 0;\n", to: "bad.cypher")
    let run = try sandbox.kho("load", people, bad)
    #expect(run.status == 1 && run.error.contains("bad.cypher:2:"))
    #expect(try sandbox.kho("info", people).output.contains("nodes          0\n"))
  }

  @Test func `a reader that has enough ends the command quietly`() throws {
    try fill()
    let run = try sandbox.bash(
      "kho query people.kho 'UNWIND range(1, 200000) AS n RETURN n' --format tsv | head -2")
    #expect(run.output == "n\n1\n" && run.error == "" && run.status == 0)
  }

  @Test func `an interrupt ends a query with 130`() throws {
    try fill()
    // The lock file is there again once the command has begun.
    let run = try sandbox.bash(
      """
      rm people.kho-lock
      "$KHO" query people.kho 'UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b
        WITH a, b WHERE a + b < 0 RETURN count(*)' &
      until [ -e people.kho-lock ]; do sleep 0.1; done; kill -INT $!; wait $!
      """)
    #expect(run.status == 130 && run.output == "", "\(run)")
  }

  @Test func `an interrupt while loading leaves nothing`() throws {
    let script = (1...100_000).map { "CREATE (:P {x: \($0)});" }.joined(separator: "\n")
    try sandbox.write(script, to: "many.cypher")
    // The file is there once the command has begun.
    let run = try sandbox.bash(
      """
      "$KHO" load people.kho many.cypher &
      until [ -e people.kho ]; do sleep 0.1; done; kill -INT $!; wait $!
      """)
    #expect(run.status == 130)
    #expect(try sandbox.kho("info", people).output.contains("nodes          0\n"))
  }

  @Test func `no result gets into a file where standard output is closed`() throws {
    try fill()
    let before = try Data(contentsOf: URL(filePath: people))
    #expect(try sandbox.bash("kho query people.kho 'RETURN 1' >&- 2>&- <&-").status == 0)
    #expect(try Data(contentsOf: URL(filePath: people)) == before)
  }

  @Test func `an output that cannot be written is an error`() throws {
    guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
    let run = try sandbox.bash("kho query -p x=1 people.kho 'CREATE (n) RETURN n' > /dev/full")
    #expect(run.status == 1 && run.error.contains("cannot be written"))
  }

  @Test(arguments: ["''", "';;'", "- < /dev/null"])
  func `a query of nothing is an error in the arguments`(arguments: String) throws {
    #expect(try sandbox.bash("kho query people.kho \(arguments)").status == 2)
  }

  @Test func `text that is not UTF-8 is refused`() throws {
    #expect(
      try sandbox.bash("printf 'RETURN 1 AS \\xff;' | kho query people.kho -").error.contains(
        "not UTF-8"))
  }

  @Test func `a sound file has no faults`() throws {
    try fill()
    let run = try sandbox.kho("check", people)
    #expect(run.status == 0 && run.output == "" && run.error == "")
    #expect(try sandbox.kho("check", sandbox.path("none.kho")).status == 1)
    let text = try sandbox.write("no database", to: "text.kho")
    #expect(try sandbox.kho("check", text).status == 1)
  }

  @Test func `a damaged file has faults, and is no end of the command`() throws {
    try fill()
    var bytes = try Data(contentsOf: URL(filePath: people))
    let name = try #require(bytes.firstRange(of: Data("Ada".utf8)))
    bytes[name.lowerBound] ^= 1
    try bytes.write(to: URL(filePath: people))
    let run = try sandbox.kho("check", people)
    #expect(run.status == 1 && run.output != "" && run.error.contains("is damaged"), "\(run)")
  }

  @Test func `a file that was cut off is damaged`() throws {
    try fill()
    let bytes = try Data(contentsOf: URL(filePath: people))
    try bytes.prefix(bytes.count / 2).write(to: URL(filePath: people))
    let run = try sandbox.kho("check", people)
    #expect(run.status == 1 && run.error.contains("people.kho"), "\(run)")
  }

  @Test func `no damage ends a query by a signal`() throws {
    try fill()
    let bytes = try Data(contentsOf: URL(filePath: people))
    var random = SeededRandom()
    for round in 0..<60 {
      var damaged = bytes
      for _ in 0..<20 {
        damaged[Int.random(in: damaged.indices, using: &random)] = .random(
          in: 0...255, using: &random)
      }
      let file = sandbox.path("damaged-\(round).kho")
      try damaged.write(to: URL(filePath: file))
      let run = try sandbox.kho("query", file, "MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN n, r")
      #expect(run.status == 0 || run.status == 1, "seed \(random.seed), round \(round): \(run)")
      if round % 4 > 0 { continue }
      let info = try sandbox.kho("info", file)
      #expect(info.status == 0 || info.status == 1, "seed \(random.seed), round \(round): \(info)")
    }
  }

  @Test func `a backup is the same graph, and replaces nothing`() throws {
    try fill()
    let copy = sandbox.path("copy.kho")
    #expect(try sandbox.kho("backup", people, copy).status == 0)
    let query = "MATCH (n) RETURN n.name AS name ORDER BY name"
    #expect(
      try sandbox.kho("query", copy, query).output == sandbox.kho("query", people, query).output)
    #expect(try sandbox.kho("backup", people, copy).status == 1)
  }

  @Test func `info counts labels and types`() throws {
    try fill()
    let run = try sandbox.kho("info", people)
    #expect(run.status == 0 && run.output.contains("nodes          2\n"))
    #expect(run.output.contains("label  │ count\n───────┼──────\nPerson │     2\n"))
  }

  @Test func `a session answers line by line`() throws {
    let run = try sandbox.kho(
      "session", "--scratch",
      input: "{\"id\":1,\"hello\":1}\n{\"id\":2,\"query\":\"RETURN 1 AS x\",\"params\":{}}\n")
    #expect(run.status == 0)
    #expect(run.output.contains("\"engine\":\"kho\""))
    #expect(run.output.hasSuffix("{\"id\":2,\"columns\":[\"x\"],\"rows\":[[{\"int\":\"1\"}]]}\n"))
  }
}

@Suite struct ShellScriptTests {
  private let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  @Test func `a script from a pipe prints results only`() throws {
    let run = try sandbox.kho(
      "shell", sandbox.path("a.kho"),
      input: """
        CREATE (:Person {name: 'Cầu'});
        :param name 'C' + 'ầu'
        :mode tsv
        MATCH (p:Person {name: $name})
        RETURN p.name AS name;
        """)
    #expect(run.status == 0 && run.error == "" && run.output == "name\nCầu\n")
  }

  @Test func `a script stops at its first error, with its place`() throws {
    let run = try sandbox.kho(
      "shell", sandbox.path("a.kho"),
      input: "RETURN 1 AS a;\n\nRETURN 2 AS b; RETURN x;\nRETURN 3;\n")
    #expect(run.status == 1)
    #expect(run.output == "a\n─\n1\nb\n─\n2\n")
    #expect(run.error.contains("3:23 "))
  }

  @Test func `transactions are committed, rolled back, or dropped at the end`() throws {
    let run = try sandbox.kho(
      "shell", sandbox.path("a.kho"),
      input: """
        :begin
        CREATE (:Kept);
        :commit
        :begin
        CREATE (:Dropped);
        MATCH (n) RETURN count(n) AS n;
        :rollback
        :begin
        CREATE (:Dropped);
        """)
    #expect(run.status == 0 && run.output == "n\n─\n2\n")
    #expect(run.error == "the open transaction was rolled back\n")
    #expect(
      try sandbox.kho(
        "query", sandbox.path("a.kho"), "MATCH (n) RETURN labels(n) AS l", "--format", "jsonl"
      ).output
        == "{\"l\":[\"Kept\"]}\n")
  }

  @Test func `files are read, and errors name them`() throws {
    let file = try sandbox.write("RETURN 1 AS a;\nRETURN y;\n", to: "b.cypher")
    let run = try sandbox.kho("shell", sandbox.path("a.kho"), input: ":source \(file)\n")
    #expect(run.status == 1 && run.output == "a\n─\n1\n" && run.error.contains("b.cypher:2:8 "))
  }

  @Test func `a file that reads itself ends in an error`() throws {
    let file = try sandbox.write(":source b.cypher\n", to: "b.cypher")
    #expect(try sandbox.kho("shell", sandbox.path("a.kho"), input: ":source \(file)\n").status == 1)
  }

  @Test func `what is no command is an error with a suggestion`() throws {
    let run = try sandbox.kho("shell", sandbox.path("a.kho"), input: ":shcema\n")
    #expect(run.status == 1 && run.error.contains("did you mean ':schema'?"))
  }
}
