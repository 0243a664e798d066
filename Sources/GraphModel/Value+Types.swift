/// Names of types, and the bound of nesting.

extension Value {
  /// Lists and maps nest at most this deep; what makes values from outside, or deeper ones from
  /// others, checks it. So recursion over a value is bounded.
  package static let nestingLimit = 200

  /// Whether lists and maps in the value nest at most `depth` deep. A scalar has depth 0. O(size).
  package func isNested(within depth: Int) -> Bool {
    switch self {
    case .list(let values):
      depth > 0 && values.allSatisfy { $0.isNested(within: depth - 1) }
    case .map(let map):
      depth > 0 && map.allSatisfy { $0.value.isNested(within: depth - 1) }
    default: true
    }
  }

  /// The name of the value's type, without what a list holds: `INTEGER`, `LIST`, `ZONED DATETIME` …
  package var typeName: String {
    switch self {
    case .null: "NULL"
    case .boolean: "BOOLEAN"
    case .integer: "INTEGER"
    case .float: "FLOAT"
    case .string: "STRING"
    case .list: "LIST"
    case .map: "MAP"
    case .node: "NODE"
    case .relationship: "RELATIONSHIP"
    case .path: "PATH"
    case .date: "DATE"
    case .localTime: "LOCAL TIME"
    case .time: "ZONED TIME"
    case .localDateTime: "LOCAL DATETIME"
    case .dateTime: "ZONED DATETIME"
    case .duration: "DURATION"
    }
  }

  /// The most specific type of the value, as `valueType()` gives it: `LIST<INTEGER | STRING> NOT
  /// NULL`.
  package var mostSpecificType: String {
    switch self {
    case .null: "NULL"
    case .list(let values): "LIST<\(Value.innerType(of: values))> NOT NULL"
    default: "\(typeName) NOT NULL"
    }
  }

  /// The union of the elements' types, in alphabetical order; NOT NULL is kept only where no
  /// element is null.
  private static func innerType(of values: [Value]) -> String {
    let hasNull = values.contains(where: \.isNull)
    let types = Set(values.lazy.filter { !$0.isNull }.map(\.mostSpecificType)).sorted()
    if types.isEmpty { return hasNull ? "NULL" : "NOTHING" }
    let suffix = " NOT NULL"
    return types.map { hasNull && $0.hasSuffix(suffix) ? String($0.dropLast(suffix.count)) : $0 }
      .joined(separator: " | ")
  }
}
