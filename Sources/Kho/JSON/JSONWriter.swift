/// JSON text into a byte buffer: the notation, and values in both of Kho's forms.

/// Appends JSON to `bytes`; the caller sees to commas and brackets between the calls.
package struct JSONWriter {
  package var bytes: [UInt8]

  package init(bytes: [UInt8] = []) { self.bytes = bytes }

  package mutating func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }

  package mutating func integer(_ value: some BinaryInteger) { raw(String(value)) }

  /// A quoted string. UTF-8 stays as it is; quotes, backslashes and control characters are escaped.
  package mutating func string(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    if text.utf8.contains(where: Self.needsEscape) {
      for byte in text.utf8 {
        if Self.needsEscape(byte) { escape(byte) } else { bytes.append(byte) }
      }
    } else {
      bytes.append(contentsOf: text.utf8)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// `open`, the elements with commas between them, `close`.
  package mutating func sequence<S: Sequence>(
    _ open: String, _ elements: S, _ close: String = "]",
    _ element: (inout JSONWriter, S.Element) -> Void
  ) {
    raw(open)
    var isFirst = true
    for value in elements {
      if !isFirst { bytes.append(UInt8(ascii: ",")) }
      isFirst = false
      element(&self, value)
    }
    raw(close)
  }

  /// A key with its colon.
  package mutating func key(_ name: String) {
    string(name)
    bytes.append(UInt8(ascii: ":"))
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\n"): raw("\\n")
    case UInt8(ascii: "\r"): raw("\\r")
    case UInt8(ascii: "\t"): raw("\\t")
    case UInt8(ascii: "\""): raw("\\\"")
    case UInt8(ascii: "\\"): raw("\\\\")
    default: raw("\\u00" + (byte < 0x10 ? "0" : "1") + String(byte & 0xF, radix: 16))
    }
  }
}

// MARK: Typed values: nothing is ambiguous

extension JSONWriter {
  /// A value with its type: null, booleans, strings and lists as JSON's own, all others as an
  /// object with one key that names the type.
  package mutating func typed(_ value: Value) {
    switch value {
    case .null: raw("null")
    case .boolean(let value): raw(value ? "true" : "false")
    case .integer(let value): tagged("int", String(value))
    case .float(let value): tagged("float", Value.text(of: value))
    case .string(let value): string(value)
    case .list(let values): sequence("[", values) { $0.typed($1) }
    case .map(let map):
      raw("{\"map\":")
      typed(map)
      raw("}")
    case .node(let node):
      raw("{\"node\":")
      typed(node)
      raw("}")
    case .relationship(let relationship):
      raw("{\"rel\":")
      typed(relationship)
      raw("}")
    case .path(let path):
      sequence("{\"path\":{\"nodes\":[", path.nodes) { $0.typed($1) }
      sequence(",\"rels\":[", path.relationships, "]}}") { $0.typed($1) }
    case .date(let value): tagged("date", "\(value)")
    case .localTime(let value): tagged("localtime", "\(value)")
    case .time(let value): tagged("time", "\(value)")
    case .localDateTime(let value): tagged("localdatetime", "\(value)")
    case .dateTime(let value): tagged("datetime", "\(value)")
    case .duration(let value): tagged("duration", "\(value)")
    }
  }

  private mutating func tagged(_ tag: String, _ text: String) {
    raw("{\"")
    raw(tag)
    raw("\":\"")
    raw(text)
    raw("\"}")
  }

  private mutating func typed(_ map: ValueMap) {
    sequence("{", map, "}") { writer, entry in
      writer.key(entry.key)
      writer.typed(entry.value)
    }
  }

  private mutating func typed(_ node: Node) {
    raw("{\"id\":\"")
    integer(node.id.rawValue)
    sequence("\",\"labels\":[", node.labels) { $0.string($1) }
    raw(",\"props\":")
    typed(node.properties)
    raw("}")
  }

  private mutating func typed(_ relationship: Relationship) {
    raw("{\"id\":\"")
    integer(relationship.id.rawValue)
    raw("\",\"type\":")
    string(relationship.type)
    raw(",\"start\":\"")
    integer(relationship.start.rawValue)
    raw("\",\"end\":\"")
    integer(relationship.end.rawValue)
    raw("\",\"props\":")
    typed(relationship.properties)
    raw("}")
  }
}

// MARK: Plain values: what other programs like to read

extension JSONWriter {
  /// A value as `Value.appendJSON` describes it.
  mutating func plain(_ value: Value) {
    switch value {
    case .null: raw("null")
    case .boolean(let value): raw(value ? "true" : "false")
    case .integer(let value): integer(value)
    case .float(let value): raw(value.isFinite ? value.description : "null")
    case .string, .date, .localTime, .time, .localDateTime, .dateTime, .duration:
      string(value.plainText)
    case .list(let values): sequence("[", values) { $0.plain($1) }
    case .map(let map): plain(map)
    case .node(let node): plain(node)
    case .relationship(let relationship): plain(relationship)
    case .path(let path):
      sequence("{\"nodes\":[", path.nodes) { $0.plain($1) }
      sequence(",\"relationships\":[", path.relationships, "]}") { $0.plain($1) }
    }
  }

  private mutating func plain(_ map: ValueMap) {
    sequence("{", map, "}") { writer, entry in
      writer.key(entry.key)
      writer.plain(entry.value)
    }
  }

  private mutating func plain(_ node: Node) {
    raw("{\"id\":")
    integer(node.id.rawValue)
    sequence(",\"labels\":[", node.labels) { $0.string($1) }
    raw(",\"properties\":")
    plain(node.properties)
    raw("}")
  }

  private mutating func plain(_ relationship: Relationship) {
    raw("{\"id\":")
    integer(relationship.id.rawValue)
    raw(",\"type\":")
    string(relationship.type)
    raw(",\"start\":")
    integer(relationship.start.rawValue)
    raw(",\"end\":")
    integer(relationship.end.rawValue)
    raw(",\"properties\":")
    plain(relationship.properties)
    raw("}")
  }
}
