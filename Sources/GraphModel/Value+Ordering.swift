/// openCypher's comparability (`<`, three-valued) and orderability (ORDER BY, min, max: total),
/// CIP2016-06-14.

/// What is known of two comparable values.
package enum ValueComparison: Sendable, Hashable {
  case less, equal, greater
  /// A NaN is among them: no comparison of the two is true.
  case unordered

  init(_ order: Int) { self = order < 0 ? .less : order == 0 ? .equal : .greater }
}

extension Value {
  /// How the two compare; nil where that is unknown: with null, between types, between unequal
  /// durations. O(size of the smaller).
  package func compare(_ other: Value) -> ValueComparison? {
    switch (self, other) {
    case (.null, _), (_, .null): return nil
    case (.integer(let a), .integer(let b)): return ValueComparison(threeWayOrder(a, b))
    case (.integer, .float), (.float, .integer), (.float, .float):
      return isNaN || other.isNaN ? .unordered : ValueComparison(Value.order(self, other))
    case (.list(let a), .list(let b)):
      for (x, y) in zip(a, b) {
        let comparison = x.compare(y)
        if comparison != .equal { return comparison }
      }
      return ValueComparison(threeWayOrder(a.count, b.count))
    case (.map(let a), .map(let b)):
      if a.contains(where: \.value.isNull) || b.contains(where: \.value.isNull) { return nil }
      let order = Value.shapeOrder(a, b)
      if order != 0 { return ValueComparison(order) }
      return Value.list(a.values).compare(.list(b.values))
    case (.duration(let a), .duration(let b)): return a == b ? .equal : nil
    default:
      return typeRank == other.typeRank ? ValueComparison(Value.order(self, other)) : nil
    }
  }

  /// `self < other`
  package func isLess(than other: Value) -> Bool? { compare(other).map { $0 == .less } }

  /// `self <= other`
  package func isLessOrEqual(to other: Value) -> Bool? {
    compare(other).map { $0 == .less || $0 == .equal }
  }

  /// -1, 0 or 1 as `a` comes before, with or after `b` in ORDER BY. Total: types are ranked, null
  /// is last, NaN is the largest number; 0 means equivalence. O(size of the smaller).
  package static func order(_ a: Value, _ b: Value) -> Int {
    switch (a, b) {
    case (.integer(let x), .integer(let y)): return threeWayOrder(x, y)
    case (.float(let x), .float(let y)):
      return x.isNaN || y.isNaN
        ? threeWayOrder(x.isNaN ? 1 : 0, y.isNaN ? 1 : 0) : threeWayOrder(x, y)
    case (.integer(let x), .float(let y)): return order(x, y)
    case (.float(let x), .integer(let y)): return -order(y, x)
    case (.string(let x), .string(let y)): return String.codePointOrder(x, y)
    case (.boolean(let x), .boolean(let y)): return threeWayOrder(x ? 1 : 0, y ? 1 : 0)
    case (.node(let x), .node(let y)): return threeWayOrder(x.id, y.id)
    case (.relationship(let x), .relationship(let y)): return threeWayOrder(x.id, y.id)
    case (.list(let x), .list(let y)): return order(x, y)
    case (.map(let x), .map(let y)):
      let shape = shapeOrder(x, y)
      return shape != 0 ? shape : order(x.values, y.values)
    case (.path(let x), .path(let y)): return order(x, y)
    case (.date(let x), .date(let y)): return threeWayOrder(x, y)
    case (.localTime(let x), .localTime(let y)): return threeWayOrder(x, y)
    case (.time(let x), .time(let y)): return threeWayOrder(x, y)
    case (.localDateTime(let x), .localDateTime(let y)): return threeWayOrder(x, y)
    case (.dateTime(let x), .dateTime(let y)): return threeWayOrder(x, y)
    case (.duration(let x), .duration(let y)):
      return Temporal.Duration.isOrdered(x, before: y) ? -1 : x == y ? 0 : 1
    default: return threeWayOrder(a.typeRank, b.typeRank)
    }
  }

  /// Whether the value comes before `other` in ORDER BY.
  package func isOrderedBefore(_ other: Value) -> Bool { Value.order(self, other) < 0 }

  private var isNaN: Bool {
    if case .float(let number) = self { return number.isNaN }
    return false
  }

  /// The place of the value's type in the global sort order; numbers share one.
  private var typeRank: Int {
    switch self {
    case .map: 0
    case .node: 1
    case .relationship: 2
    case .list: 3
    case .path: 4
    case .dateTime: 5
    case .localDateTime: 6
    case .date: 7
    case .time: 8
    case .localTime: 9
    case .duration: 10
    case .string: 11
    case .boolean: 12
    case .integer, .float: 13
    case .null: 14
    }
  }

  /// Exact: as if both were written out in decimals. NaN is greater.
  private static func order(_ integer: Int64, _ float: Double) -> Int {
    if let truncated = Int64(exactly: float.rounded(.towardZero)) {
      return integer != truncated
        ? threeWayOrder(integer, truncated) : threeWayOrder(Double(truncated), float)
    }
    return float < 0 ? 1 : -1
  }

  private static func order(_ a: [Value], _ b: [Value]) -> Int {
    for (x, y) in zip(a, b) {
      let order = order(x, y)
      if order != 0 { return order }
    }
    return threeWayOrder(a.count, b.count)
  }

  /// Maps are ordered by size, then by keys, then by values in the order of keys.
  private static func shapeOrder(_ a: ValueMap, _ b: ValueMap) -> Int {
    if a.count != b.count { return threeWayOrder(a.count, b.count) }
    for (x, y) in zip(a, b) where x.key != y.key { return threeWayOrder(x.key, y.key) }
    return 0
  }

  /// Paths are ordered as lists of their nodes and relationships in turn.
  private static func order(_ a: Path, _ b: Path) -> Int {
    for index in 0..<min(a.nodes.count, b.nodes.count) {
      let order = threeWayOrder(a.nodes[index].id, b.nodes[index].id)
      if order != 0 { return order }
      guard index < min(a.length, b.length) else { break }
      let step = threeWayOrder(a.relationships[index].id, b.relationships[index].id)
      if step != 0 { return step }
    }
    return threeWayOrder(a.length, b.length)
  }
}
