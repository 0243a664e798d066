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
}
