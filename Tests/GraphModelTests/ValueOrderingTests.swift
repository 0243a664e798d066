import Testing

@testable import GraphModel

@Suite struct ValueOrderingTests {
  static let nan = Value.float(.nan)
  static let node = Value.node(Node(NodeID(0)))
  static let relationship = Value.relationship(Relationship(RelationshipID(0)))
  static let path = Value.path(Path(nodes: [Node(NodeID(0))], relationships: []))

  @Test func `types are ranked as openCypher says, null last`() {
    let ascending: [Value] = [
      ["a": "map"], Self.node, Self.relationship, ["list"], Self.path,
      .dateTime(.init(secondsSinceEpoch: 0, nanosecond: 0, offsetInSeconds: 0)),
      .localDateTime(.init(secondsSinceEpoch: 0, nanosecond: 0)), .date(.init(daysSinceEpoch: 0)),
      .time(.init(nanosecondOfDay: 0, offsetInSeconds: 0)), .localTime(.init(nanosecondOfDay: 0)),
      .duration(.init(months: 0, days: 0, seconds: 0, nanosecond: 0)),
      "text", false, true, .float(-.infinity), 1, 1.5, 2, .float(.infinity), Self.nan, .null,
    ]
    checkAscending(ascending)
  }

  @Test func `lists are ordered by their elements, a prefix first`() {
    checkAscending([
      [], ["a"], ["a", 1], [1], [1, "a"], [1, nil], [nil, 1], [nil, 2],
    ])
  }

  @Test func `strings are ordered by code point`() {
    checkAscending(["", " ", ".*", "B", "a", "abc", "z", "\u{E9}", "\u{FFFD}", "\u{1F9D0}"])
  }

  @Test func `durations are ordered by average length`() {
    checkAscending([
      .duration(.init(months: 0, days: 30, seconds: 0, nanosecond: 0)),
      .duration(.init(months: 1, days: 0, seconds: 0, nanosecond: 0)),
      .duration(.init(months: 0, days: 31, seconds: 0, nanosecond: 0)),
      .duration(.init(months: .max, days: 0, seconds: .max, nanosecond: 0)),
    ])
  }

  private func checkAscending(_ values: [Value]) {
    for (i, a) in values.enumerated() {
      for (j, b) in values.enumerated() {
        #expect(Value.order(a, b) == threeWayOrder(i, j), "\(a.text) and \(b.text)")
      }
    }
  }

  @Test(
    arguments: [
      (1, 2, .less), (2, 1.5, .greater), (1, 1.0, .equal), (nan, 1, .unordered),
      (nan, nan, .unordered),
      (nan, "a", nil), (.null, 1, nil), (.null, .null, nil), ("a", 1, nil), (true, 1, nil),
      (false, true, .less), ("a", "aa", .less), ([1], [1, 0], .less), ([1], [1, nil], .less),
      ([1, 2], [1, nil], nil), ([1, 2], [3, nil], .less), ([1, "a"], [1, nil], nil),
      ([1, 2], [1, "a"], nil), ([nan], [1], .unordered), (node, node, .equal),
      (node, relationship, nil),
      (["a": 1], ["a": 2], .less), (["a": 1], ["a": 1, "b": nil], nil), (["a": 1], ["a": "x"], nil),
      (
        .duration(.init(months: 1, days: 0, seconds: 0, nanosecond: 0)),
        .duration(.init(months: 2, days: 0, seconds: 0, nanosecond: 0)), nil
      ),
      (.date(.init(daysSinceEpoch: 1)), .date(.init(daysSinceEpoch: 2)), .less),
      (
        .date(.init(daysSinceEpoch: 1)), .localDateTime(.init(secondsSinceEpoch: 1, nanosecond: 0)),
        nil
      ),
    ] as [(Value, Value, ValueComparison?)])
  func `comparison is known only within a type`(a: Value, b: Value, expected: ValueComparison?) {
    #expect(a.compare(b) == expected)
    let mirrored: ValueComparison? =
      switch expected {
      case .less: .greater
      case .greater: .less
      default: expected
      }
    #expect(b.compare(a) == mirrored)
  }

  @Test func `comparisons with NaN are false, not null`() {
    #expect(Self.nan.isLess(than: 1) == false)
    #expect(Value.integer(1).isLessOrEqual(to: Self.nan) == false)
  }
}
