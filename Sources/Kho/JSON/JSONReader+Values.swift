/// Typed values from JSON: the counterpart of `JSONWriter.typed`.

extension JSONReader {
  /// Reads a typed value: no bare numbers, and objects with exactly one key that names the type.
  /// - Parameter depth: how many levels of lists and maps the value may have.
  package mutating func typedValue(depth: Int = Value.nestingLimit) throws(KhoError) -> Value {
    switch peek() {
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "["): return .list(try typedValues(depth: depth))
    case UInt8(ascii: "{"): return try tagged(depth: depth)
    default:
      if take("null") { return .null }
      if take("true") { return .boolean(true) }
      if take("false") { return .boolean(false) }
      throw invalid("expected a typed value")
    }
  }

  /// Reads a typed value or a plain one, whose numbers are integers if they have neither fraction
  /// nor exponent.
  mutating func importedValue(depth: Int = Value.nestingLimit) throws(KhoError) -> Value {
    switch peek() {
    case .some(UInt8(ascii: "-")), .some(UInt8(ascii: "0")...UInt8(ascii: "9")):
      return try importedNumber()
    case UInt8(ascii: "["):
      guard depth > 0 else { throw invalid("nested too deeply") }
      var values: [Value] = []
      try array { reader throws(KhoError) in
        values.append(try reader.importedValue(depth: depth - 1))
      }
      return .list(values)
    default: return try typedValue(depth: depth)
    }
  }

  /// Reads an array of typed values.
  mutating func typedValues(depth: Int = Value.nestingLimit) throws(KhoError) -> [Value] {
    guard depth > 0 else { throw invalid("nested too deeply") }
    var values: [Value] = []
    try array { reader throws(KhoError) in
      values.append(try reader.typedValue(depth: depth - 1))
    }
    return values
  }

  /// Reads an object whose members are typed values.
  mutating func typedMap(depth: Int = Value.nestingLimit) throws(KhoError) -> ValueMap {
    guard depth > 0 else { throw invalid("nested too deeply") }
    var entries: [ValueMap.Element] = []
    try object { reader, key throws(KhoError) in
      entries.append((key, try reader.typedValue(depth: depth - 1)))
    }
    return ValueMap(entries)
  }

  private mutating func tagged(depth: Int) throws(KhoError) -> Value {
    var value: Value?
    try object { reader, tag throws(KhoError) in
      guard value == nil else { throw reader.invalid("expected one key, found more") }
      value = try reader.value(tag, depth: depth)
    }
    guard let value else { throw invalid("expected one key, found none") }
    return value
  }

  private mutating func value(_ tag: String, depth: Int) throws(KhoError) -> Value {
    switch tag {
    case "int": return .integer(try decimal())
    case "float": return .float(try float())
    case "map": return .map(try typedMap(depth: depth))
    case "node": return .node(try node(depth: depth))
    case "rel": return .relationship(try relationship(depth: depth))
    case "path": return .path(try path(depth: depth))
    case "date", "localtime", "time", "localdatetime", "datetime", "duration":
      return try temporal(tag, string())
    default: throw invalid("unknown type '\(tag)'")
    }
  }

  private mutating func decimal<T: FixedWidthInteger>() throws(KhoError) -> T {
    let text = try string()
    guard let value = T(text), text.utf8.first != UInt8(ascii: "+") else {
      throw invalid("expected an integer in decimal digits")
    }
    return value
  }

  private mutating func float() throws(KhoError) -> Double {
    let text = try string()
    switch text {
    case "NaN": return .nan
    case "Infinity": return .infinity
    case "-Infinity": return -.infinity
    default:
      let isPlain = text.utf8.allSatisfy { "0123456789.-+eE".utf8.contains($0) }
      guard isPlain, let value = Double(text), value.isFinite else {
        throw invalid("expected a number")
      }
      return value
    }
  }

  private mutating func temporal(_ tag: String, _ text: String) throws(KhoError) -> Value {
    do throws(KhoError) {
      switch tag {
      case "date": return .date(try Temporal.Date(parsing: text))
      case "localtime": return .localTime(try Temporal.LocalTime(parsing: text))
      case "time": return .time(try Temporal.Time(parsing: text))
      case "localdatetime": return .localDateTime(try Temporal.LocalDateTime(parsing: text))
      case "datetime": return .dateTime(try Temporal.DateTime(parsing: text))
      default: return .duration(try Temporal.Duration(parsing: text))
      }
    } catch {
      throw invalid(error.message)
    }
  }

  private mutating func node(depth: Int) throws(KhoError) -> Node {
    var id: UInt32?
    var labels: [String]?
    var properties: ValueMap?
    try object { reader, key throws(KhoError) in
      switch key {
      case "id": id = try reader.decimal()
      case "labels": labels = try reader.strings()
      case "props": properties = try reader.typedMap(depth: depth)
      default: throw reader.invalid("a node has no '\(key)'")
      }
    }
    guard let id, let labels, let properties else {
      throw invalid("a node needs 'id', 'labels' and 'props'")
    }
    return Node(id: NodeID(id), labels: labels.sorted(), properties: properties)
  }

  private mutating func relationship(depth: Int) throws(KhoError) -> Relationship {
    var id: UInt32?
    var start: UInt32?
    var end: UInt32?
    var type: String?
    var properties: ValueMap?
    try object { reader, key throws(KhoError) in
      switch key {
      case "id": id = try reader.decimal()
      case "type": type = try reader.string()
      case "start": start = try reader.decimal()
      case "end": end = try reader.decimal()
      case "props": properties = try reader.typedMap(depth: depth)
      default: throw reader.invalid("a relationship has no '\(key)'")
      }
    }
    guard let id, let type, let start, let end, let properties else {
      throw invalid("a relationship needs 'id', 'type', 'start', 'end' and 'props'")
    }
    return Relationship(
      id: RelationshipID(id), type: type, start: NodeID(start), end: NodeID(end),
      properties: properties)
  }

  private mutating func path(depth: Int) throws(KhoError) -> Path {
    var nodes: [Node] = []
    var relationships: [Relationship] = []
    try object { reader, key throws(KhoError) in
      switch key {
      case "nodes":
        try reader.array { reader throws(KhoError) in nodes.append(try reader.node(depth: depth)) }
      case "rels":
        try reader.array { reader throws(KhoError) in
          relationships.append(try reader.relationship(depth: depth))
        }
      default: throw reader.invalid("a path has no '\(key)'")
      }
    }
    guard nodes.count == relationships.count + 1 else {
      throw invalid("a path needs one node more than it has relationships")
    }
    return Path(nodes: nodes, relationships: relationships)
  }

  /// Reads an array of strings.
  mutating func strings() throws(KhoError) -> [String] {
    var strings: [String] = []
    try array { reader throws(KhoError) in strings.append(try reader.string()) }
    return strings
  }
}
