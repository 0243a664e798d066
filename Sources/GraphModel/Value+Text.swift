/// Values as text: the notation of openCypher's literals and the TCK's tables, and what toString()
/// gives.

extension Value: CustomStringConvertible {
  /// As `text`.
  public var description: String { text }

  /// The value as in the TCK's tables: `(:A {x: 1})`, `[:T]`, `<(:A)-[:T]->(:B)>`, `'it\'s'`,
  /// `[1, 2.0]`.
  public var text: String {
    var text = ""
    write(to: &text)
    return text
  }

  /// As `text`, but a string stands for itself: what toString() gives for scalars.
  public var plainText: String {
    if case .string(let string) = self { return string }
    return text
  }

  private func write(to text: inout String) {
    switch self {
    case .null: text += "null"
    case .boolean(let value): text += value ? "true" : "false"
    case .integer(let value): text += String(value)
    case .float(let value): text += Value.text(of: value)
    case .string(let value): Value.write(quoted: value, to: &text)
    case .list(let values):
      text += "["
      for (index, value) in values.enumerated() {
        if index > 0 { text += ", " }
        value.write(to: &text)
      }
      text += "]"
    case .map(let map): Value.write(map, to: &text)
    case .node(let node): Value.write(node, to: &text)
    case .relationship(let relationship): Value.write(relationship, to: &text)
    case .path(let path): Value.write(path, to: &text)
    case .date(let date): text += date.description
    case .localTime(let time): text += time.description
    case .time(let time): text += time.description
    case .localDateTime(let dateTime): text += dateTime.description
    case .dateTime(let dateTime): text += dateTime.description
    case .duration(let duration): text += duration.description
    }
  }

  /// The shortest decimal that reads back as the same number, always with a point or an exponent:
  /// `1.0`, `0.1`, `1.0E16`, `NaN`, `-Infinity`.
  package static func text(of number: Double) -> String {
    if number.isNaN { return "NaN" }
    if number.isInfinite { return number < 0 ? "-Infinity" : "Infinity" }
    let text = number.description
    guard let mark = text.firstIndex(of: "e"), let exponent = Int(text[text.index(after: mark)...])
    else { return text }
    let digits = text[..<mark]
    return "\(digits)\(digits.contains(".") ? "" : ".0")E\(exponent)"
  }

  private static func write(_ map: ValueMap, to text: inout String) {
    text += "{"
    for (index, entry) in map.enumerated() {
      if index > 0 { text += ", " }
      write(name: entry.key, to: &text)
      text += ": "
      entry.value.write(to: &text)
    }
    text += "}"
  }

  private static func write(_ node: Node, to text: inout String) {
    text += "("
    for label in node.labels {
      text += ":"
      write(name: label, to: &text)
    }
    if !node.properties.isEmpty {
      if !node.labels.isEmpty { text += " " }
      write(node.properties, to: &text)
    }
    text += ")"
  }

  private static func write(_ relationship: Relationship, to text: inout String) {
    text += "[:"
    write(name: relationship.type, to: &text)
    if !relationship.properties.isEmpty {
      text += " "
      write(relationship.properties, to: &text)
    }
    text += "]"
  }

  private static func write(_ path: Path, to text: inout String) {
    text += "<"
    for (index, node) in path.nodes.enumerated() {
      if index > 0 {
        let relationship = path.relationships[index - 1]
        let isForward = relationship.start == path.nodes[index - 1].id
        text += isForward ? "-" : "<-"
        write(relationship, to: &text)
        text += isForward ? "->" : "-"
      }
      write(node, to: &text)
    }
    text += ">"
  }

  private static func write(quoted string: String, to text: inout String) {
    text += "'"
    for scalar in string.unicodeScalars {
      switch scalar {
      case "'": text += "\\'"
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "'"
  }

  /// A name as the language writes it: in back quotes unless it is an identifier.
  package static func write(name: String, to text: inout String) {
    let scalars = name.unicodeScalars
    let isIdentifier =
      scalars.first.map { $0 == "_" || $0.properties.isXIDStart } ?? false
      && scalars.dropFirst().allSatisfy { $0.properties.isXIDContinue }
    if isIdentifier {
      text += name
    } else {
      text += "`"
      for scalar in scalars {
        text.unicodeScalars.append(scalar)
        if scalar == "`" || scalar == "\\" { text.unicodeScalars.append(scalar) }
      }
      text += "`"
    }
  }
}
