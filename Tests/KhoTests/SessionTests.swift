/// Whole sessions over pipes.
import Foundation
import TestSupport
import Testing

@testable import Kho

@Suite struct SessionTests {
  /// Runs a session over `requests` and returns its reply lines.
  func replies(to requests: [String], database: Database? = nil) throws -> [String] {
    try replies(to: requests.map { Array($0.utf8) }, database: database)
  }

  func replies(to requests: [[UInt8]], database: Database? = nil) throws -> [String] {
    let database = try database ?? .temporary()
    let input = Pipe()
    let output = Pipe()
    let writer = Thread {
      input.fileHandleForWriting.write(Data(requests.flatMap { $0 + [UInt8(ascii: "\n")] }))
      try? input.fileHandleForWriting.close()
    }
    writer.start()
    let runner = Thread {
      do {
        try Session(database: database, version: "0.0.0").run(
          input: input.fileHandleForReading.fileDescriptor,
          output: output.fileHandleForWriting.fileDescriptor)
      } catch {
        Issue.record(error)
      }
      try? output.fileHandleForWriting.close()
    }
    runner.start()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    return text.split(separator: "\n").map(String.init)
  }

  /// Runs the requests of a transcript, its lines with `>`, and compares the replies, those with
  /// `<`. A reply that ends with `…` has to begin so.
  func check(
    _ transcript: String, database: Database? = nil,
    _ location: SourceLocation = #_sourceLocation
  ) throws {
    func lines(_ mark: String) -> [String] {
      transcript.split(separator: "\n").filter { $0.hasPrefix(mark) }.map {
        String($0.dropFirst(2))
      }
    }
    let replies = try replies(to: lines(">"), database: database)
    let expected = lines("<")
    #expect(replies.count == expected.count, sourceLocation: location)
    for (reply, expected) in zip(replies, expected) {
      if expected.hasSuffix("…") {
        #expect(reply.hasPrefix(expected.dropLast()), sourceLocation: location)
      } else {
        #expect(reply == expected, sourceLocation: location)
      }
    }
  }

  @Test func `the examples of the protocol's description are answered as it says`() throws {
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let description = try String(
      contentsOf: package.appending(path: "Sources/Kho/Kho.docc/SessionProtocol.md"),
      encoding: .utf8)
    let examples = description.split(separator: "\n```transcript\n").dropFirst()
      .compactMap { $0.split(separator: "\n```").first }
    #expect(examples.count == 6)
    for example in examples { try check(String(example)) }
  }

  @Test func `paths and entities are written whole`() throws {
    try check(
      #"""
      > {"id":1,"query":"CREATE p = (:A {x: 3})-[:T]->() RETURN p"}
      < {"id":1,"columns":["p"],"rows":[[{"path":{"nodes":[\#
      {"id":"0","labels":["A"],"props":{"x":{"int":"3"}}},{"id":"1","labels":[],"props":{}}],\#
      "rels":[{"id":"0","type":"T","start":"0","end":"1","props":{}}]}}]],\#
      "counters":{"nodesCreated":2,"relationshipsCreated":1,"propertiesSet":1,"labelsAdded":1}}
      """#)
  }

  @Test func `an error has four words and its place, and the next request works`() throws {
    let replies = try replies(to: [#"{"id":1,"query":"RETURN\n foo"}"#])
    #expect(replies[0].hasSuffix(#""position":{"line":2,"column":2,"offset":8}}}"#))
    try check(
      #"""
      > {"id":1,"query":"RETURN foo"}
      < {"id":1,"error":{"type":"SyntaxError","phase":"compile time",\#
      "detail":"UndefinedVariable","message":"…
      > {"id":2,"query":"RETURN 1 AS x"}
      < {"id":2,"columns":["x"],"rows":[[{"int":"1"}]]}
      > no JSON
      < {"id":null,"error":{"type":"ProtocolError",…
      > {"id":4,"query":"RETURN 1","params":{"a":1}}
      < {"id":4,"error":{"type":"ProtocolError",…
      """#)
  }

  @Test func `a statement without RETURN has no columns and no rows`() throws {
    try check(
      #"""
      > {"id":1,"query":"UNWIND [1, 2] AS x CREATE ()"}
      < {"id":1,"columns":[],"rows":[],"counters":{"nodesCreated":2}}
      """#)
  }

  @Test func `a failed query has changed nothing`() throws {
    try check(
      #"""
      > {"id":1,"query":"UNWIND [1, 0] AS x CREATE ({y: 1 / x})"}
      < {"id":1,"error":{"type":"ArithmeticError","phase":"runtime","detail":"DivisionByZero",…
      > {"id":2,"query":"MATCH (n) RETURN count(n) AS c"}
      < {"id":2,"columns":["c"],"rows":[[{"int":"0"}]]}
      """#)
  }

  @Test func `transactions last from begin to commit or rollback`() throws {
    try check(
      #"""
      > {"id":1,"begin":"write"}
      < {"id":1,"ok":true}
      > {"id":2,"query":"CREATE ()"}
      < {"id":2,"columns":[],"rows":[],"counters":{"nodesCreated":1}}
      > {"id":3,"query":"MATCH (n) RETURN count(n) AS c"}
      < {"id":3,"columns":["c"],"rows":[[{"int":"1"}]]}
      > {"id":4,"begin":"read"}
      < {"id":4,"error":{"type":"Misuse","phase":"runtime","detail":"TransactionIsOpen",…
      > {"id":5,"rollback":true}
      < {"id":5,"ok":true}
      > {"id":6,"query":"MATCH (n) RETURN count(n) AS c"}
      < {"id":6,"columns":["c"],"rows":[[{"int":"0"}]]}
      > {"id":7,"begin":"write"}
      < {"id":7,"ok":true}
      > {"id":8,"query":"CREATE ()"}
      < {"id":8,"columns":[],"rows":[],"counters":{"nodesCreated":1}}
      > {"id":9,"commit":true}
      < {"id":9,"ok":true}
      > {"id":10,"query":"MATCH (n) RETURN count(n) AS c"}
      < {"id":10,"columns":["c"],"rows":[[{"int":"1"}]]}
      > {"id":11,"commit":true}
      < {"id":11,"error":{"type":"Misuse","phase":"runtime","detail":"NoTransaction",\#
      "message":"no transaction is open"}}
      """#)
  }

  @Test func `an open transaction is rolled back at the end of the input and by reset`() throws {
    let database = try Database.temporary()
    try check(
      #"""
      > {"id":1,"begin":"write"}
      < {"id":1,"ok":true}
      > {"id":2,"query":"CREATE ()"}
      < {"id":2,"columns":[],"rows":[],"counters":{"nodesCreated":1}}
      """#, database: database)
    #expect(try database.execute("MATCH (n) RETURN count(n)").single(as: Int.self) == 0)
    try check(
      #"""
      > {"id":1,"begin":"write"}
      < {"id":1,"ok":true}
      > {"id":2,"reset":true}
      < {"id":2,"ok":true}
      > {"id":3,"begin":"write"}
      < {"id":3,"ok":true}
      """#, database: database)
  }

  @Test func `a released statement is forgotten`() throws {
    try check(
      #"""
      > {"id":1,"prepare":"RETURN 1 AS x"}
      < {"id":1,"statement":1,"columns":["x"],"writing":false}
      > {"id":2,"release":1}
      < {"id":2,"ok":true}
      > {"id":3,"execute":1}
      < {"id":3,"error":{"type":"Misuse","phase":"runtime","detail":"UnknownStatement",\#
      "message":"no statement 1 is prepared"}}
      """#)
  }

  @Test func `limits bound the statements that follow`() throws {
    try check(
      #"""
      > {"id":1,"limits":{"rows":2}}
      < {"id":1,"ok":true}
      > {"id":2,"query":"UNWIND range(1, 5) AS x RETURN x"}
      < {"id":2,"error":{"type":"LimitExceeded",…
      > {"id":3,"limits":{}}
      < {"id":3,"ok":true}
      > {"id":4,"query":"UNWIND range(1, 3) AS x RETURN x"}
      < {"id":4,"columns":["x"],"rows":[[{"int":"1"}],[{"int":"2"}],[{"int":"3"}]]}
      """#)
  }

  @Test func `cancel ends the statement that runs`() throws {
    try check(
      #"""
      > {"id":1,"query":"UNWIND range(1, 1000000) AS x UNWIND range(1, 1000000) AS y \#
      RETURN sum(x * y % 7)"}
      < {"id":1,"error":{"type":"Cancelled",…
      > {"id":2,"cancel":1}
      < {"id":2,"ok":true}
      > {"id":3,"query":"RETURN 1 AS x"}
      < {"id":3,"columns":["x"],"rows":[[{"int":"1"}]]}
      """#)
  }

  @Test func `procedures are gone after a reset`() throws {
    try check(
      #"""
      > {"id":1,"procedure":{"signature":"a.b() :: ()","columns":[],"rows":[]}}
      < {"id":1,"ok":true}
      > {"id":2,"query":"CALL a.b()"}
      < {"id":2,"columns":[],"rows":[]}
      > {"id":3,"reset":true}
      < {"id":3,"ok":true}
      > {"id":4,"query":"CALL a.b()"}
      < {"id":4,"error":{"type":"ProcedureError","phase":"compile time",\#
      "detail":"ProcedureNotFound",…
      """#)
  }

  @Test func `every line is answered whatever it holds`() throws {
    let seed = UInt64.random(in: .min ... .max)
    var random = SeededRandom(seed: seed)
    let seeds = [
      #"{"id":1,"query":"MATCH (n) RETURN n","params":{"a":{"map":{"k":[{"int":"1"}]}}}}"#,
      #"{"id":2,"query":"CREATE (:A {x: $x})","params":{"x":{"date":"1984-10-11"}}}"#,
      #"{"id":3,"begin":"write"}"#, #"{"id":4,"rollback":true}"#, #"{"id":5,"reset":true}"#,
      #"{"id":6,"prepare":"RETURN $x"}"#, #"{"id":7,"execute":1,"params":{"x":null}}"#,
      #"{"id":8,"limits":{"rows":100}}"#,
      #"{"id":9,"procedure":{"signature":"a.b(x :: ANY?) :: ()","columns":["x"],"rows":[]}}"#,
    ]
    var lines: [[UInt8]] = []
    for _ in 0..<2_000 {
      var line = Array(seeds[Int.random(in: 0..<seeds.count, using: &random)].utf8)
      for _ in 0..<Int.random(in: 0...3, using: &random) where !line.isEmpty {
        let place = Int.random(in: 0..<line.count, using: &random)
        switch Int.random(in: 0...2, using: &random) {
        case 0: line[place] = UInt8.random(in: 0x20...0xFF, using: &random)
        case 1: line.remove(at: place)
        default: line.insert(contentsOf: line[place...].prefix(5), at: place)
        }
      }
      lines.append(line)
    }
    let replies = try replies(to: lines)
    #expect(replies.count == lines.count, "seed \(seed)")
    #expect(replies.allSatisfy { $0.hasPrefix("{\"id\":") && $0.hasSuffix("}") }, "seed \(seed)")
  }
}
