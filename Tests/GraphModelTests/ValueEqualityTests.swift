import TestSupport
import Testing

@testable import GraphModel

@Suite struct ValueEqualityTests {
  static let node = Value.node(Node(NodeID(1)))
  static let nan = Value.float(.nan)

  @Test(
    arguments: [
      (.null, .null, nil), (.null, 1, nil), (1, 1, true), (1, 1.0, true), (1, 2, false),
      (0.0, -0.0, true), (nan, nan, false), (nan, 1, false), (nan, "a", false), (nan, .null, nil),
      ("1", 1, false), (true, 1, false), ("a", "a", true), ("\u{E9}", "e\u{301}", false),
      ([1, 2], [1], false), ([nil], [1], nil), (["a"], [1], false), ([[1]], [[1], [nil]], false),
      ([[1], [2]], [[1], [nil]], nil), ([[1], [2, 3]], [[1], [nil]], false),
      ([1, 2], [nil, "foo"], false), ([1, 2], [nil, 2], nil), ([1, 2], "foo", false),
      ([], [], true),
      ([:], [:], true), ([:], ["k": nil], false), (["k": 1], ["k": 1, "l": nil], false),
      (["k": nil], ["k": nil], nil), (["k": 1], ["k": nil], nil), (["k": 1], ["l": 1], false),
      (["k": 1, "l": nil], ["k": 2, "l": 1], false), (["k": 1], ["k": 1.0], true),
      (node, node, true), (node, .node(Node(NodeID(2))), false),
      (node, .relationship(Relationship(RelationshipID(1))), false),
      (9_007_199_254_740_993, 9_007_199_254_740_992.0, false),
      (9_223_372_036_854_775_807, 9_223_372_036_854_775_808.0, false),
      (.integer(.min), -9_223_372_036_854_775_808.0, true),
      (
        .duration(.init(months: 0, days: 1, seconds: 0, nanosecond: 0)),
        .duration(.init(months: 0, days: 0, seconds: 86_400, nanosecond: 0)), false
      ),
      (
        .time(.init(nanosecondOfDay: 3_600_000_000_000, offsetInSeconds: 3_600)),
        .time(.init(nanosecondOfDay: 0, offsetInSeconds: 0)), false
      ),
      (.date(.init(daysSinceEpoch: 0)), .localTime(.init(nanosecondOfDay: 0)), false),
    ] as [(Value, Value, Bool?)])
  func `equality is three-valued, exact and symmetric`(a: Value, b: Value, expected: Bool?) {
    #expect(a.equals(b) == expected)
    #expect(b.equals(a) == expected)
  }

  @Test(
    arguments: [
      (.null, .null, true), (nan, nan, true), (nan, .null, false), (1, 1.0, true),
      (0.0, -0.0, true),
      ([nil, nan], [nil, nan], true), (["k": nil], ["k": nil], true), (["k": nil], [:], false),
      (1, true, false), ("1", 1, false), ([1], [1.0], true),
      (
        .dateTime(.init(secondsSinceEpoch: 9, nanosecond: 0, offsetInSeconds: 0, zone: "UTC")),
        .dateTime(.init(secondsSinceEpoch: 9, nanosecond: 0, offsetInSeconds: 60)), false
      ),
    ] as [(Value, Value, Bool)])
  func `equivalence takes null for null and NaN for NaN, with equal hashes`(
    a: Value, b: Value, expected: Bool
  ) {
    #expect((EquivalentValue(a) == EquivalentValue(b)) == expected)
    if expected { #expect(EquivalentValue(a).hashValue == EquivalentValue(b).hashValue) }
  }

  @Test func `equivalence, hash and order agree on random values`() {
    var random = SeededRandom()
    for _ in 0..<20_000 {
      let a = Value.random(depth: 2, using: &random)
      let b = Value.random(depth: 2, using: &random)
      let order = Value.order(a, b)
      #expect(Value.order(b, a) == -order, "seed \(random.seed)")
      #expect((EquivalentValue(a) == EquivalentValue(b)) == (order == 0), "seed \(random.seed)")
      if order == 0 {
        #expect(EquivalentValue(a).hashValue == EquivalentValue(b).hashValue, "seed \(random.seed)")
      }
      if a.equals(b) == true { #expect(order == 0, "seed \(random.seed)") }
      if let comparison = a.compare(b), comparison != .unordered {
        #expect(comparison == ValueComparison(order), "seed \(random.seed): \(a.text) \(b.text)")
      }
    }
  }

  @Test func `order is transitive on random values`() {
    var random = SeededRandom()
    for _ in 0..<300 {
      let values = (0..<12).map { _ in Value.random(depth: 2, using: &random) }
        .sorted { $0.isOrderedBefore($1) }
      for (index, value) in values.enumerated() {
        for later in values[index...] {
          #expect(Value.order(value, later) <= 0, "seed \(random.seed)")
        }
      }
    }
  }
}

extension Value {
  /// A value of any type, from few of each, so that equal ones meet.
  static func random(depth: Int, using random: inout SeededRandom) -> Value {
    let number = Int64.random(in: -2...2, using: &random)
    switch Int.random(in: 0..<(depth > 0 ? 17 : 15), using: &random) {
    case 0: return .null
    case 1: return .boolean(number > 0)
    case 2:
      return .integer([number, .max, .min, 1 << 53 + number].randomElement(using: &random) ?? 0)
    case 3:
      return .float(
        [Double(number), .nan, .infinity, -.infinity, 0x1p63, -0x1p63, 0x1p53, 0.5, -0.0]
          .randomElement(using: &random) ?? 0)
    case 4: return .string(["", "a", "b", "ab", "é", "z", "🧐"].randomElement(using: &random) ?? "")
    case 5: return .node(Node(NodeID(UInt32(number + 2))))
    case 6: return .relationship(Relationship(RelationshipID(UInt32(number + 2))))
    case 7:
      let ids = (0..<Int.random(in: 1...3, using: &random)).map { UInt32($0) }
      return .path(
        Path(
          nodes: ids.map { Node(NodeID($0)) },
          relationships: ids.dropFirst().map {
            Relationship(RelationshipID($0 + UInt32(number + 2)))
          }))
    case 8: return .date(.init(daysSinceEpoch: number))
    case 9: return .localTime(.init(nanosecondOfDay: number + 2))
    case 10:
      return .time(
        .init(nanosecondOfDay: (number + 2) * 1_000_000_000, offsetInSeconds: Int32(number)))
    case 11: return .localDateTime(.init(secondsSinceEpoch: number, nanosecond: 5))
    case 12:
      return .dateTime(
        .init(secondsSinceEpoch: number, nanosecond: 5, offsetInSeconds: Int32(number)))
    case 13:
      return .duration(
        .init(months: number, days: number * 30, seconds: number % 2, nanosecond: 0))
    case 14: return .duration(.init(months: .max, days: .min, seconds: number, nanosecond: 1))
    case 15:
      return .list(
        (0..<Int.random(in: 0...2, using: &random)).map { _ in
          .random(depth: depth - 1, using: &random)
        })
    default:
      return .map(
        ValueMap(
          ["a", "b"].prefix(Int.random(in: 0...2, using: &random)).map {
            (key: $0, value: .random(depth: depth - 1, using: &random))
          }))
    }
  }
}
