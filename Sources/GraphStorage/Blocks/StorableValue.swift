/// What a property can hold, and the form in which it is held.
package import GraphModel

extension Value {
  /// The value as it is stored: text in NFC. Throws `InvalidPropertyType` for what a property
  /// cannot hold: a property is a boolean, number, string or temporal value, a list of these, or a
  /// map of properties.
  func stored() throws(KhoError) -> Value { try stored(depth: 0) }

  private func stored(depth: Int) throws(KhoError) -> Value {
    guard depth <= Value.nestingLimit else {
      throw KhoError(
        .limitExceeded, "NestingLimit",
        "expected a property nested at most \(Value.nestingLimit) deep, found a deeper one")
    }
    switch self {
    case .string(let text): return .string(text.nfc)
    case .dateTime(var dateTime):
      dateTime.zone = dateTime.zone?.nfc
      return .dateTime(dateTime)
    case .list(let values):
      var stored: [Value] = []
      stored.reserveCapacity(values.count)
      for value in values {
        switch value {
        case .list, .map:
          throw Value.invalidProperty(of: "a list of \(value.typeName.lowercased())s")
        case .null: throw Value.invalidProperty(of: "a list with null")
        default: stored.append(try value.stored(depth: depth + 1))
        }
      }
      return .list(stored)
    case .map(let map):
      var entries: [ValueMap.Element] = []
      entries.reserveCapacity(map.count)
      for (key, value) in map { entries.append((key.nfc, try value.stored(depth: depth + 1))) }
      return .map(ValueMap(entries))
    case .null: throw Value.invalidProperty(of: "a map with null")
    case .node, .relationship, .path:
      throw Value.invalidProperty(of: "a \(typeName.lowercased())")
    case .boolean, .integer, .float, .date, .localTime, .time, .localDateTime, .duration:
      return self
    }
  }

  /// Whether it can be told at a glance that `stored` would return the same.
  var isInStoredForm: Bool {
    switch self {
    case .boolean, .integer, .float, .date, .localTime, .time, .localDateTime, .duration: true
    case .string(let text): text.utf8.allSatisfy { $0 < 0x80 }
    default: false
    }
  }

  /// Whether both are stored as the same bytes: 1 and 1.0 are not, though they are equal.
  func isStoredAs(_ other: Value) -> Bool {
    switch (self, other) {
    case (.null, .null): return true
    case (.integer(let a), .integer(let b)): return a == b
    case (.string(let a), .string(let b)): return a.isIdentical(to: b)
    default:
      var (a, b): ([UInt8], [UInt8]) = ([], [])
      a.append(element: self)
      b.append(element: other)
      return a == b
    }
  }

  private static func invalidProperty(of found: String) -> KhoError {
    KhoError(
      .typeError, "InvalidPropertyType",
      "expected a boolean, number, string, temporal value, list of these or map as property, "
        + "found \(found)"
    )
  }
}

extension ValueType {
  /// Whether the value is of the type. `PROPERTY VALUE` is what `stored` takes.
  package func contains(_ value: Value) -> Bool {
    if value.isNull { return isNullable }
    switch (self, value) {
    case (.simple(.any, _), _): return true
    case (.simple(.propertyValue, _), _):
      do { return try !value.stored().isNull } catch { return false }
    case (.simple(let type, _), _): return type.rawValue == value.typeName
    case (.list(let type, _), .list(let elements)):
      return elements.allSatisfy { type.contains($0) }
    case (.list, _): return false
    case (.union(let types), _): return types.contains { $0.contains(value) }
    }
  }
}
