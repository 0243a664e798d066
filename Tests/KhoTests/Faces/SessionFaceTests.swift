/// The session protocol's side of `Tests/Faces/README.md`: one process of `kho session` for a case.
import Foundation
import Testing

@testable import Kho

/// A session in a thread of this process, over two pipes, driven request by request.
final class SessionClient {
  private let input = Pipe()
  private let output = Pipe()
  private var received = Data()
  private let ended = DispatchSemaphore(value: 0)
  let database: Database

  init(_ database: Database? = nil) throws {
    let database = try database ?? .temporary()
    self.database = database
    let (input, output, ended) = (input, output, ended)
    let thread = Thread {
      _ = try? Session(database: database, version: "0.0.0").run(
        input: input.fileHandleForReading.fileDescriptor,
        output: output.fileHandleForWriting.fileDescriptor)
      try? output.fileHandleForWriting.close()
      ended.signal()
    }
    thread.start()
  }

  deinit { finish() }

  /// Ends the input and waits for the session's end.
  func finish() {
    try? input.fileHandleForWriting.close()
    _ = ended.wait(timeout: .now() + .seconds(30))
    ended.signal()
  }

  func send(_ line: String) { input.fileHandleForWriting.write(Data((line + "\n").utf8)) }

  /// The next reply line, parsed; nil at the end.
  func receive() -> [String: Any]? {
    let lineEnd = Data("\n".utf8)
    var end = received.range(of: lineEnd)
    while end == nil {
      let data = output.fileHandleForReading.availableData
      guard !data.isEmpty else { return nil }
      let scanned = received.endIndex
      received.append(data)
      end = received.range(of: lineEnd, in: scanned..<received.endIndex)
    }
    guard let end else { return nil }
    let line = Data(received[..<end.lowerBound])
    received = Data(received[end.upperBound...])
    return (try? JSONSerialization.jsonObject(with: line)) as? [String: Any]
  }

  @discardableResult func ask(_ line: String) -> [String: Any] {
    send(line)
    return receive() ?? [:]
  }

  /// Sends a statement; `Kind/Detail` of its error, nil where there is none.
  @discardableResult func failure(_ line: String) -> String? {
    guard let error = ask(line)["error"] as? [String: Any] else { return nil }
    return "\(error["type"] ?? "")/\(error["detail"] ?? "")"
  }

  func query(_ text: String, _ parameters: String = "{}") -> [String: Any] {
    ask(#"{"id":1,"query":\#(quoted(text)),"params":\#(parameters)}"#)
  }

  func isCancelled(_ reply: [String: Any]) -> Bool {
    (reply["error"] as? [String: Any])?["type"] as? String == "Cancelled"
  }

  /// The rows as JSON text with sorted keys.
  func rows(_ text: String, _ parameters: String = "{}") -> String {
    let reply = query(text, parameters)
    guard let rows = reply["rows"],
      let data = try? JSONSerialization.data(withJSONObject: rows, options: [.sortedKeys])
    else { return "\(reply)" }
    return String(decoding: data, as: UTF8.self)
  }
}

func quoted(_ text: String) -> String {
  let data = (try? JSONSerialization.data(withJSONObject: [text])) ?? Data()
  return String(decoding: data.dropFirst().dropLast(), as: UTF8.self)
}

@Suite struct SessionFaceTests {
  let client: SessionClient

  init() throws { client = try SessionClient() }

  func failure(_ text: String, _ parameters: String = "{}") -> String? {
    client.failure(#"{"id":1,"query":\#(quoted(text)),"params":\#(parameters)}"#)
  }

  @Test func `O07 hello tells versions and capabilities`() {
    let reply = client.ask(#"{"id":1,"hello":1}"#)
    #expect(reply["engine"] as? String == "kho")
    #expect(reply["protocol"] as? Int == 1)
    #expect((reply["capabilities"] as? [String])?.contains("transactions") == true)
  }

  @Test func `O10 LOAD CSV reads in the one folder it is told`() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("Ada\n".utf8).write(to: folder.appendingPathComponent("people.csv"))
    let query = "LOAD CSV FROM 'people.csv' AS r RETURN r[0]"
    #expect(client.query(query)["error"] != nil)
    var configuration = Configuration()
    configuration.importFolder = folder.path
    let allowed = try SessionClient(.temporary(configuration: configuration))
    #expect(allowed.rows(query) == #"[["Ada"]]"#)
    #expect(allowed.query("LOAD CSV FROM '/etc/hostname' AS r RETURN r")["error"] != nil)
  }

  @Test func `T01 T02 T03 T05 statements and transactions, committed and rolled back`() {
    let counters = client.query("CREATE (:A {x: 1})")["counters"] as? [String: Int]
    #expect(counters == ["nodesCreated": 1, "propertiesSet": 1, "labelsAdded": 1])
    for (end, count) in [("rollback", 1), ("commit", 2)] {
      client.ask(#"{"id":2,"begin":"write"}"#)
      client.ask(#"{"id":3,"query":"CREATE (:A)"}"#)
      #expect(client.rows("MATCH (a:A) RETURN count(a)") == #"[[{"int":"2"}]]"#)
      client.ask(#"{"id":4,"\#(end)":true}"#)
      #expect(client.rows("MATCH (a:A) RETURN count(a)") == #"[[{"int":"\#(count)"}]]"#)
    }
  }

  @Test func `T06 X05 a snapshot stays as it was, and the next sees what is new`() throws {
    client.ask(#"{"id":1,"begin":"read"}"#)
    let count = "MATCH (a:A) RETURN count(a)"
    #expect(client.rows(count) == #"[[{"int":"0"}]]"#)
    try client.database.execute("CREATE (:A)")
    #expect(client.rows(count) == #"[[{"int":"0"}]]"#)
    client.ask(#"{"id":1,"rollback":true}"#)
    #expect(client.rows(count) == #"[[{"int":"1"}]]"#)
  }

  @Test func `T07 T08 T09 prepared statements run again, also after the schema changed`() {
    let prepared = client.ask(#"{"id":1,"prepare":"MATCH (a:A {x: $x}) RETURN a.x AS x"}"#)
    #expect(prepared["columns"] as? [String] == ["x"])
    #expect(prepared["writing"] as? Bool == false)
    _ = client.query("UNWIND range(1, 3) AS x CREATE (:A {x: x})")
    for change in ["RETURN 1", "CREATE INDEX FOR (a:A) ON (a.x)", "MATCH (a:A) SET a:B"] {
      _ = client.query(change)
      let reply = client.ask(#"{"id":2,"execute":1,"params":{"x":{"int":"2"}}}"#)
      #expect((reply["rows"] as? [[[String: String]]])?.first?.first == ["int": "2"], "\(change)")
    }
  }

  @Test func `T11 T12 what fails half-way cannot be committed, what fails before can`() {
    client.ask(#"{"id":1,"begin":"write"}"#)
    _ = client.query("CREATE (:A)")
    #expect(failure("CREATE (")?.hasPrefix("SyntaxError/") == true)
    client.ask(#"{"id":2,"commit":true}"#)
    client.ask(#"{"id":3,"begin":"write"}"#)
    #expect(
      failure("UNWIND [1, 0] AS x CREATE (:B {y: 1 / x})") == "ArithmeticError/DivisionByZero")
    #expect(failure("CREATE (:B)") == "Misuse/TransactionFailed")
    #expect(client.failure(#"{"id":4,"commit":true}"#) == "ArithmeticError/DivisionByZero")
    #expect(client.rows("MATCH (n) RETURN count(n)") == #"[[{"int":"1"}]]"#)
  }

  @Test func `T14 EXPLAIN and PROFILE reply a plan`() {
    let plan = client.query("EXPLAIN MATCH (n) RETURN n")["plan"] as? [String: Any]
    #expect(plan?["name"] is String)
    let profile = client.query("PROFILE UNWIND [1, 2] AS x RETURN x")["plan"] as? [String: Any]
    #expect(profile?["rows"] as? Int == 2)
  }

  @Test(arguments: [
    "null", "true", "false", #"{"int":"0"}"#, #"{"int":"-1"}"#, #"{"int":"9223372036854775807"}"#,
    #"{"int":"-9223372036854775808"}"#, #"{"float":"0.1"}"#, #"{"float":"-0.0"}"#,
    #"{"float":"NaN"}"#, #"{"float":"-Infinity"}"#, #""""#, #""Cầu Ngang""#, #""a\u0000b""#,
    #"[]"#, #"[{"int":"1"},null,["x"]]"#, #"{"map":{"":{"map":{}},"c d":[null]}}"#,
    #"{"date":"1984-10-11"}"#, #"{"localtime":"12:31:14.645876123"}"#,
    #"{"localdatetime":"1984-10-11T12:31:14"}"#,
    #"{"datetime":"1984-10-11T12:31:14+01:00[Europe/Stockholm]"}"#,
    #"{"duration":"P12Y5M-14DT16H"}"#,
  ])
  func `P01 P02 P03 P04 P05 P06 P07 V01 V06 values come back as they were sent`(
    value: String
  ) throws {
    let expected = try JSONSerialization.data(
      withJSONObject: try JSONSerialization.jsonObject(with: Data("[[\(value)]]".utf8)),
      options: [.sortedKeys])
    let rows = client.rows("RETURN $x", #"{"x":\#(value),"surplus":null}"#)
    #expect(rows == String(decoding: expected, as: UTF8.self))
  }

  @Test func `P08 M23 M24 M25 parameters that lack, surplus, or of a wrong type`() {
    #expect(failure("RETURN 1", #"{"y":null}"#) == nil)
    #expect(failure("CREATE (:A {x: $x})")?.hasPrefix("ParameterMissing/") == true)
    #expect(failure("MATCH (n) RETURN n LIMIT $x", #"{"x":"a"}"#) != nil)
    let wrong = [
      "1", "1.5", #"{"int":"9223372036854775808"}"#, #"{"int":1}"#, #"{"date":"x"}"#, "{}",
    ]
    for wrong in wrong {
      let word = failure("RETURN $x", #"{"x":\#(wrong)}"#)
      #expect(word?.hasPrefix("ProtocolError/") == true, "\(wrong): \(word ?? "none")")
    }
    #expect(client.rows("MATCH (n) RETURN count(n)") == #"[[{"int":"0"}]]"#)
  }

  @Test func `V02 V03 V04 V05 V08 nodes, relationships and paths are written whole`() {
    let rows = client.rows("CREATE p = (a:A {x: 1})-[r:T]->(b) RETURN p, [a, {k: r}] AS `l l`")
    let a = #"{"id":"0","labels":["A"],"props":{"x":{"int":"1"}}}"#
    let b = #"{"id":"1","labels":[],"props":{}}"#
    let r = #"{"end":"1","id":"0","props":{},"start":"0","type":"T"}"#
    #expect(
      rows == #"[[{"path":{"nodes":[\#(a),\#(b)],"rels":[\#(r)]}},[{"node":\#(a)},"#
        + #"{"map":{"k":{"rel":\#(r)}}}]]]"#)
    #expect(client.query("RETURN 1 AS `l l`, 2")["columns"] as? [String] == ["l l", "2"])
  }

  @Test func `V07 V11 no RETURN no rows, and warnings`() {
    let reply = client.query("CREATE (:A)")
    #expect((reply["rows"] as? [Any])?.isEmpty == true)
    let notes = client.query("MATCH (n:Nothing) RETURN n")["notifications"] as? [[String: Any]]
    #expect(notes?.first?["code"] as? String == "UnknownLabel")
  }

  @Test func `B01 B03 a big result comes in chunks, all rows once and in order`() {
    client.send(#"{"id":1,"query":"UNWIND range(1, 100000) AS x RETURN x","chunk":1000}"#)
    var next = 1
    var lineCount = 0
    while let reply = client.receive() {
      lineCount += 1
      for row in reply["rows"] as? [[[String: String]]] ?? [] {
        #expect(row.first?["int"] == "\(next)")
        next += 1
      }
      if reply["more"] == nil { break }
    }
    #expect(next == 100_001 && lineCount == 100)
  }

  @Test func `B04 a long text goes in and out`() {
    let text = String(repeating: "dài ", count: 800_000)
    let reply = client.query("RETURN $x", #"{"x":"\#(text)"}"#)
    #expect((reply["rows"] as? [[String]])?.first?.first == text)
  }

  @Test func `E01 E02 E03 E04 E06 errors have words, a place and a hint`() {
    let reply = client.query("MATCH (n)\nRETURN 'Cầu', m.x")["error"] as? [String: Any]
    #expect(reply?["type"] as? String == "SyntaxError")
    #expect(reply?["detail"] as? String == "UndefinedVariable")
    #expect(reply?["phase"] as? String == "compile time")
    #expect(reply?["position"] as? [String: Int] == ["line": 2, "column": 15, "offset": 26])
    let misspelt = client.query("RETURN toUper('a')")["error"] as? [String: Any]
    #expect((misspelt?["hint"] as? String)?.contains("toUpper") == true)
    let late = client.query("UNWIND [0] AS x RETURN 1 / x")["error"] as? [String: Any]
    #expect(late?["phase"] as? String == "runtime" && late?["position"] != nil)
    let silent = client.query("RETURN date($x)", #"{"x":"secret-4711"}"#)["error"]
    #expect(silent != nil && !"\(silent ?? "")".contains("4711"))
  }

  @Test func `E05 a violated constraint changes nothing`() {
    _ = client.query("CREATE CONSTRAINT FOR (a:A) REQUIRE a.x IS UNIQUE")
    _ = client.query("CREATE (:A {x: 1})")
    #expect(
      failure("CREATE (:A {x: 2}), (:A {x: 1})")?.hasPrefix("ConstraintValidationFailed/") == true)
    #expect(client.rows("MATCH (n) RETURN count(n)") == #"[[{"int":"1"}]]"#)
  }

  @Test func `L01 L02 L03 L04 L05 limits bound what follows until they are lifted`() {
    client.ask(#"{"id":1,"limits":{"seconds":0.1}}"#)
    #expect(failure(endless) == "LimitExceeded/TimeLimit")
    #expect(failure(endlessWrite) == "LimitExceeded/TimeLimit")
    client.ask(#"{"id":1,"limits":{"memory":8388608}}"#)
    #expect(failure("RETURN range(1, 5000000)") == "LimitExceeded/MemoryLimit")
    client.ask(#"{"id":1,"limits":{"rows":2}}"#)
    #expect(failure("UNWIND [1, 2, 3] AS x RETURN x") == "LimitExceeded/RowLimit")
    client.ask(#"{"id":1,"limits":{}}"#)
    #expect(client.rows("MATCH (n) RETURN count(n)") == #"[[{"int":"0"}]]"#)
  }

  @Test func `C01 C02 C03 C04 cancelling before, while and after`() {
    client.send(#"{"id":7,"query":\#(quoted(endless))}"#)
    #expect(client.isCancelled(client.ask(#"{"id":8,"cancel":7}"#)))
    #expect(client.receive()?["ok"] as? Bool == true)
    client.send(#"{"id":9,"query":\#(quoted(endlessWrite))}"#)
    #expect(client.isCancelled(client.ask(#"{"id":10,"cancel":9}"#)))
    #expect(client.receive()?["ok"] as? Bool == true)
    // Of a statement that has ended, or has not begun: nothing.
    client.ask(#"{"id":11,"cancel":9}"#)
    client.ask(#"{"id":12,"cancel":13}"#)
    #expect(client.rows("MATCH (n) RETURN count(n)") == #"[[{"int":"0"}]]"#)
  }

  @Test func `M01 two sessions on one file, and a lock file removed under them`() throws {
    let file = TemporaryFile()
    let first = try SessionClient(file.open())
    let second = try SessionClient(file.open())
    _ = first.query("CREATE (:A)")
    _ = second.query("CREATE (:A)")
    #expect(first.rows("MATCH (n) RETURN count(n)") == #"[[{"int":"2"}]]"#)
    try FileManager.default.removeItem(atPath: file.path + "-lock")
    #expect(
      first.failure(#"{"id":1,"query":"CREATE (:A)"}"#) == "StorageError/LockFileVanished")
  }

  @Test func `M09 M10 M12 transactions that have ended, or are open already`() {
    #expect(client.failure(#"{"id":1,"commit":true}"#) == "Misuse/NoTransaction")
    #expect(client.failure(#"{"id":1,"rollback":true}"#) == "Misuse/NoTransaction")
    client.ask(#"{"id":1,"begin":"write"}"#)
    #expect(client.failure(#"{"id":1,"begin":"write"}"#) == "Misuse/TransactionIsOpen")
    client.ask(#"{"id":1,"commit":true}"#)
    #expect(client.failure(#"{"id":1,"commit":true}"#) == "Misuse/NoTransaction")
  }

  @Test func `M19 M45 unknown requests, statements and ids`() {
    client.ask(#"{"id":1,"prepare":"RETURN 1"}"#)
    #expect(client.failure(#"{"id":1,"release":1}"#) == nil)
    #expect(client.failure(#"{"id":1,"release":1}"#) == "Misuse/UnknownStatement")
    #expect(client.failure(#"{"id":1,"execute":1}"#) == "Misuse/UnknownStatement")
    #expect(client.failure(#"{"id":1,"dance":1}"#)?.hasPrefix("ProtocolError/") == true)
    #expect(client.failure(#"{"id":1,"cancel":99}"#) == nil)
  }

  @Test func `M20 M21 M22 nothing is written where only reading is allowed`() throws {
    client.ask(#"{"id":1,"begin":"read"}"#)
    let file = TemporaryFile()
    try file.open().close()
    let reader = try SessionClient(file.open { $0.isReadOnly = true })
    for text in ["CREATE (:A)", "MERGE (:A)", "CREATE INDEX FOR (a:A) ON (a.x)"] {
      #expect(failure(text) == "Misuse/ReadOnlyTransaction")
      #expect(
        reader.failure(#"{"id":1,"query":\#(quoted(text))}"#) == "Misuse/ReadOnlyDatabase")
    }
    #expect(reader.failure(#"{"id":1,"begin":"write"}"#) == "Misuse/ReadOnlyDatabase")
  }

  @Test func `M26 M44 lines that are no request are answered, and the next ones too`() {
    let deep = String(repeating: "[", count: 10_000) + String(repeating: "]", count: 10_000)
    let lines = [
      "", "no JSON", "[]", "1", #"{"query":"RETURN 1"}"#, #"{"id":1,"id":2,"hello":1}"#,
      #"{"id":1,"query":"RETURN 1""#, #"{"id":1,"query":1}"#, #"{"id":1.5,"hello":1}"#,
      #"{"id":1,"query":"RETURN $x","params":{"x":1}}"#, deep,
      #"{"id":1,"query":"RETURN $x","params":{"x":\#(deep)}}"#, #"{"id":1,"chunk":0,"query":"x"}"#,
      #"{"id":1,"query":"RETURN 1","begin":"read"}"#, "\u{0}", #"{"id":1,"query":"\ud800"}"#,
    ]
    for line in lines {
      let word = client.failure(line)
      #expect(
        word?.hasPrefix("ProtocolError/") == true || word == "LimitExceeded/NestingTooDeep",
        "\(line.prefix(60)): \(word ?? "none")")
    }
    #expect(client.rows("RETURN 1") == #"[[{"int":"1"}]]"#)
  }

  @Test func `M38 M39 M40 M41 M42 statements that are none, several, long or deep`() {
    for text in ["", "// nothing", "RETURN 1; RETURN 2"] {
      #expect(failure(text)?.hasPrefix("SyntaxError/") == true, "\(text)")
    }
    let deep = String(repeating: "(", count: 100_000) + "1" + String(repeating: ")", count: 100_000)
    #expect(failure("RETURN " + deep) != nil)
    let many = "RETURN 1" + String(repeating: " + 1", count: 20_000)
    #expect(client.rows(many) == #"[[{"int":"20001"}]]"#)
    #expect(failure("RETURN size('" + String(repeating: "x", count: 4 << 20) + "')") == nil)
  }

  @Test func `M46 M47 an end in the middle rolls back and leaves nothing open`() throws {
    let file = TemporaryFile()
    for ending in [#"{"id":9,"query":"CREATE (:A)""#, ""] {
      let client = try SessionClient(file.open())
      client.ask(#"{"id":1,"begin":"write"}"#)
      _ = client.query("CREATE (:A)")
      if !ending.isEmpty { client.send(ending) }
      client.finish()
    }
    #expect(try count(file.open()) == 0)
    try file.open().execute("CREATE (:A)")
  }

  @Test func `M50 only a scratch database is reset`() throws {
    let file = TemporaryFile()
    let client = try SessionClient(file.open())
    #expect(client.failure(#"{"id":1,"reset":true}"#) == "Misuse/NotTemporary")
  }
}
