internal import GraphModel

extension Value {
  /// The static type of a literal.
  var staticType: TypeSet {
    switch self {
    case .null: .none
    case .boolean: .boolean
    case .integer: .integer
    case .float: .float
    case .string: .string
    case .list: .list
    case .map: .map
    case .node: .node
    case .relationship: .relationship
    case .path: .path
    case .date: .date
    case .localTime: .localTime
    case .time: .time
    case .localDateTime: .localDateTime
    case .dateTime: .dateTime
    case .duration: .duration
    }
  }
}

extension TypeSet {
  /// For messages: "integer", "node or relationship", "any value".
  var description: String {
    if self == .any { return "any value" }
    if isEmpty { return "null" }
    let names: [(TypeSet, String)] = [
      (.boolean, "boolean"), (.integer, "integer"), (.float, "float"), (.string, "string"),
      (.list, "list"), (.map, "map"), (.node, "node"), (.relationship, "relationship"),
      (.path, "path"), (.date, "date"), (.localTime, "local time"), (.time, "time"),
      (.localDateTime, "local date time"), (.dateTime, "date time"), (.duration, "duration"),
    ]
    return names.filter { contains($0.0) }.map(\.1).joined(separator: " or ")
  }
}
