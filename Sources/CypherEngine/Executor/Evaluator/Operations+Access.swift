internal import GraphModel

/// Elements, slices and properties of values. Nodes and relationships know only their id here:
/// their properties are read through the transaction (`FunctionContext`).

extension Operations {
  /// `container[key]` of a list or map; null for an index beyond the list or a key the map lacks.
  static func element(of container: Value, at key: Value) throws(KhoError) -> Value {
    switch (container, key) {
    case (.list(let values), .integer(let index)):
      let position = index < 0 ? index + Int64(values.count) : index
      guard let position = Int(exactly: position), values.indices.contains(position) else {
        return .null
      }
      return values[position]
    case (.map(let map), .string(let name)): return map[name] ?? .null
    case (.null, _), (_, .null): return .null
    case (.list, _):
      throw KhoError(
        .typeError, "ListElementAccessByNonInteger",
        "expected INTEGER as a list's index, found \(key.typeName)")
    case (.map, _), (.node, _), (.relationship, _):
      throw KhoError(
        .typeError, "MapElementAccessByNonString",
        "expected STRING as a key, found \(key.typeName)")
    default:
      throw KhoError(
        .typeError, "InvalidArgumentType",
        "expected LIST, MAP, NODE or RELATIONSHIP before [, found \(container.typeName)")
    }
  }

  /// `list[lower..upper]`: bounds count from the end where negative and are cut to the list; an
  /// absent bound is open, a null one makes the result null.
  static func slice(
    _ list: Value, from lower: Value?, to upper: Value?
  ) throws(KhoError) -> Value {
    if list.isNull || lower?.isNull == true || upper?.isNull == true { return .null }
    guard case .list(let values) = list else {
      throw KhoError(
        .typeError, "InvalidArgumentType", "expected LIST before [..], found \(list.typeName)")
    }
    let start = try bound(lower, count: values.count) ?? 0
    let end = try bound(upper, count: values.count) ?? values.count
    return .list(start < end ? Array(values[start..<end]) : [])
  }

  /// A slice's bound as an offset within 0 ... count.
  private static func bound(_ bound: Value?, count: Int) throws(KhoError) -> Int? {
    guard let bound else { return nil }
    guard case .integer(let index) = bound else {
      throw KhoError(
        .typeError, "InvalidArgumentType",
        "expected INTEGER as a slice's bound, found \(bound.typeName)")
    }
    let offset = index < 0 ? index + Int64(count) : index
    return Int(min(max(offset, 0), Int64(count)))
  }

  /// `value.name` of a map or temporal value; null of null.
  static func property(of value: Value, named name: String) throws(KhoError) -> Value {
    switch value {
    case .null: return .null
    case .map(let map): return map[name] ?? .null
    default:
      if let result = try Temporal.component(of: value, named: name) { return result }
      guard value.isTemporal else {
        throw KhoError(
          .typeError, "InvalidArgumentType",
          "expected NODE, RELATIONSHIP, MAP or a temporal value, found \(value.typeName)")
      }
      throw KhoError(
        .argumentError, "InvalidArgumentValue", "\(value.typeName) has no component '\(name)'")
    }
  }
}

extension Value {
  fileprivate var isTemporal: Bool { TypeSet(of: self).isSubset(of: .temporal) && !isNull }
}
