/// openCypher's equality (`=`, three-valued) and equivalence (DISTINCT, grouping), CIP2016-06-14.

extension Value {
  /// `self = other`; nil (null) where an operand is null or the answer hangs on a null inside one.
  /// Values of different types are unequal, except numbers, which are compared exactly. NaN equals
  /// nothing. O(size).
  package func equals(_ other: Value) -> Bool? {
    switch (self, other) {
    case (.null, _), (_, .null): return nil
    case (.integer(let a), .integer(let b)): return a == b
    case (.float(let a), .float(let b)): return a == b
    case (.string(let a), .string(let b)): return a.isIdentical(to: b)
    case (.list(let a), .list(let b)):
      return a.count == b.count ? Value.allEqual(a, b) : false
    case (.map(let a), .map(let b)):
      guard a.count == b.count, zip(a, b).allSatisfy({ $0.key == $1.key }) else { return false }
      return Value.allEqual(a.values, b.values)
    default: return Value.order(self, other) == 0
    }
  }

  /// The conjunction of the pairs' equality.
  private static func allEqual(_ a: [Value], _ b: [Value]) -> Bool? {
    var result: Bool? = true
    for (x, y) in zip(a, b) {
      switch x.equals(y) {
      case false?: return false
      case nil: result = nil
      case true?: break
      }
    }
    return result
  }
}

/// A value as a key of grouping and DISTINCT: null is equivalent to null and NaN to NaN, at any
/// depth; 1 to 1.0 and 0.0 to -0.0, as in equality.
package struct EquivalentValue: Hashable, Sendable {
  package let value: Value
  package init(_ value: Value) { self.value = value }

  package static func == (a: EquivalentValue, b: EquivalentValue) -> Bool {
    if case (.string(let x), .string(let y)) = (a.value, b.value) { return x.isIdentical(to: y) }
    return Value.order(a.value, b.value) == 0
  }

  package func hash(into hasher: inout Hasher) { value.hashEquivalent(into: &hasher) }
}

extension Value {
  fileprivate func hashEquivalent(into hasher: inout Hasher) {
    switch self {
    case .null: hasher.combine(0)
    case .boolean(let value): hasher.combine(value)
    case .integer(let value): hasher.combine(value)
    case .float(let value):
      if let integer = Int64(exactly: value) {
        hasher.combine(integer)
      } else {
        hasher.combine(value.isNaN ? .nan : value)
      }
    case .string(let value): value.hashCodePoints(into: &hasher)
    case .list(let values):
      hasher.combine(values.count)
      for value in values { value.hashEquivalent(into: &hasher) }
    case .map(let map):
      hasher.combine(map.count)
      for entry in map {
        hasher.combine(entry.key)
        entry.value.hashEquivalent(into: &hasher)
      }
    case .node(let node): hasher.combine(node.id)
    case .relationship(let relationship): hasher.combine(relationship.id)
    case .path(let path): hasher.combine(path)
    case .date(let date): hasher.combine(date)
    case .localTime(let time): hasher.combine(time)
    case .time(let time): hasher.combine(time.nanosecondInUTC)
    case .localDateTime(let dateTime): hasher.combine(dateTime)
    case .dateTime(let dateTime):
      hasher.combine(dateTime.secondsSinceEpoch)
      hasher.combine(dateTime.nanosecond)
    case .duration(let duration): hasher.combine(duration)
    }
  }
}
