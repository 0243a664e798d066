/// Typed values in JSON: what is written is read back, and what is not allowed is refused.
import TestSupport
import Testing

@testable import Kho

@Suite struct JSONValueTests {
  static let node = Node(id: NodeID(7), labels: ["A", "B"], properties: ["x": 1])
  static let other = Node(id: NodeID(8), labels: [], properties: [:])
  static let relationship = Relationship(
    id: RelationshipID(3), type: "T", start: NodeID(7), end: NodeID(8), properties: ["w": 0.5])

  static let texts: [(Value, String)] = [
    (.null, "null"),
    (true, "true"),
    (.integer(.min), #"{"int":"-9223372036854775808"}"#),
    (1, #"{"int":"1"}"#),
    (1.0, #"{"float":"1.0"}"#),
    (.float(-0.0), #"{"float":"-0.0"}"#),
    (.float(.infinity), #"{"float":"Infinity"}"#),
    (.float(-.infinity), #"{"float":"-Infinity"}"#),
    ("Cầu Ngang\n\"\\\u{1}", #""Cầu Ngang\n\"\\\u0001""#),
    (.date(Temporal.Date(daysSinceEpoch: 5_397)), #"{"date":"1984-10-11"}"#),
    (.localTime(Temporal.LocalTime(nanosecondOfDay: 2)), #"{"localtime":"00:00:00.000000002"}"#),
    (
      .time(Temporal.Time(nanosecondOfDay: 45_060_000_000_000, offsetInSeconds: 3_600)),
      #"{"time":"12:31+01:00"}"#
    ),
    (
      .localDateTime(Temporal.LocalDateTime(secondsSinceEpoch: 1, nanosecond: 500_000_000)),
      #"{"localdatetime":"1970-01-01T00:00:01.5"}"#
    ),
    (
      .dateTime(
        Temporal.DateTime(
          secondsSinceEpoch: 466_342_260, nanosecond: 0, offsetInSeconds: 3_600,
          zone: "Europe/Stockholm")),
      #"{"datetime":"1984-10-11T12:31+01:00[Europe/Stockholm]"}"#
    ),
    (
      .duration(Temporal.Duration(months: 149, days: -14, seconds: 57_600, nanosecond: 0)),
      #"{"duration":"P12Y5M-14DT16H"}"#
    ),
    ([1, [], "a"], #"[{"int":"1"},[],"a"]"#),
    (["int": "x", "a": ["b": nil]], #"{"map":{"a":{"map":{"b":null}},"int":"x"}}"#),
    (.node(node), #"{"node":{"id":"7","labels":["A","B"],"props":{"x":{"int":"1"}}}}"#),
    (
      .relationship(relationship),
      #"{"rel":{"id":"3","type":"T","start":"7","end":"8","props":{"w":{"float":"0.5"}}}}"#
    ),
    (
      .path(Path(nodes: [node, other], relationships: [relationship])),
      #"{"path":{"nodes":[{"id":"7","labels":["A","B"],"props":{"x":{"int":"1"}}},"#
        + #"{"id":"8","labels":[],"props":{}}],"#
        + #""rels":[{"id":"3","type":"T","start":"7","end":"8","props":{"w":{"float":"0.5"}}}]}}"#
    ),
  ]

  func write(_ value: Value) -> String {
    var writer = JSONWriter()
    writer.typed(value)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  func read(_ text: String) throws(KhoError) -> Value {
    var reader = JSONReader(Array(text.utf8))
    let value = try reader.typedValue()
    try reader.end()
    return value
  }

  @Test(arguments: texts) func `a typed value is written as the protocol says and read back`(
    value: Value, text: String
  ) throws {
    #expect(write(value) == text)
    let again = try read(text)
    #expect(write(again) == text)
    #expect(again.text == value.text)
  }

  @Test func `NaN is read back`() throws {
    guard case .float(let number) = try read(write(.float(.nan))) else { Issue.record(); return }
    #expect(number.isNaN)
  }

  @Test func `random doubles are read back bit for bit`() throws {
    let seed = UInt64.random(in: .min ... .max)
    var random = SeededRandom(seed: seed)
    for _ in 0..<2_000 {
      let number = Double(bitPattern: random.next())
      guard number.isFinite, case .float(let again) = try read(write(.float(number)))
      else { continue }
      #expect(again.bitPattern == number.bitPattern, "seed \(seed)")
    }
  }

  @Test(arguments: [
    (#""é😀\/\b\f""#, "é😀/\u{8}\u{C}"),
    (#" "a" "#, "a"),
  ]) func `escapes and white space are read`(text: String, expected: String) throws {
    guard case .string(let string) = try read(text) else { Issue.record(); return }
    #expect(string == expected)
  }

  @Test(arguments: [
    "1", "-0.5", "{}", #"{"int":"1","float":"1"}"#, #"{"int":"1","int":"2"}"#, #"{"int":1}"#,
    #"{"int":"9223372036854775808"}"#, #"{"int":"+1"}"#, #"{"int":""}"#, #"{"int":" 1"}"#,
    #"{"float":"inf"}"#, #"{"float":"0x1p3"}"#, #"{"float":"1e999"}"#, #"{"unknown":"1"}"#,
    #"{"map":{"a":null,"a":null}}"#, #"{"map":[]}"#, #""\ud800""#, #""\ud800A""#, #""\udc00""#,
    #""\x""#, "\"\u{1}\"", "\"a", "[1]", "[null,]", "[null", "nul", "null null", "", "{",
    #"{"node":{"id":"1","labels":[]}}"#, #"{"node":{"id":"1","labels":[],"props":{},"x":1}}"#,
    #"{"path":{"nodes":[],"rels":[]}}"#, #"{"date":"yesterday"}"#,
  ]) func `what is no typed value is a protocol error`(text: String) {
    #expect(throws: KhoError.self) { try read(text) }
    do { _ = try read(text) } catch { #expect(error.kind == .protocolError) }
  }

  @Test func `bytes that are not UTF-8 are refused`() {
    var reader = JSONReader([0x22, 0xFF, 0x22])
    #expect(throws: KhoError.self) { try reader.typedValue() }
  }

  @Test func `values nest up to the limit and no deeper`() throws {
    func nested(_ depth: Int, _ open: String, _ close: String) -> String {
      String(repeating: open, count: depth) + "null" + String(repeating: close, count: depth)
    }
    let limit = Value.nestingLimit
    _ = try read(nested(limit, "[", "]"))
    _ = try read(nested(limit, #"{"map":{"k":"#, "}}"))
    #expect(throws: KhoError.self) { try read(nested(limit + 1, "[", "]")) }
    #expect(throws: KhoError.self) { try read(nested(limit + 1, #"{"map":{"k":"#, "}}")) }
    #expect(throws: KhoError.self) { try read(String(repeating: "[", count: 1_000_000)) }
  }

  @Test func `plain JSON has numbers as numbers and entities as objects`() {
    var bytes: [UInt8] = []
    let value: Value = [
      1, 1.5, .float(.nan), "a\"", .node(Self.node), .relationship(Self.relationship),
    ]
    value.appendJSON(to: &bytes)
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == #"[1,1.5,null,"a\"",{"id":7,"labels":["A","B"],"properties":{"x":1}},"#
        + #"{"id":3,"type":"T","start":7,"end":8,"properties":{"w":0.5}}]"#)
  }
}
