/// The header of a CSV file: what each column is, and how its text becomes a value.
internal import CypherEngine

/// A column: `name:type`, `name:ID(space)`, `:START_ID(space)`, `:LABEL` …
struct ImportColumn {
  enum Role: Equatable {
    case property
    /// Also a property if it has a name.
    case id
    case start
    case end
    case labels
    case type
    case ignored
  }

  var name: String
  var role: Role
  /// Of IDs.
  var space = ""
  var type: ImportType
  var isArray: Bool

  /// Reads a field of the header.
  init(_ text: String, idType: GraphImport.IDType) throws(KhoError) {
    var column = text[...]
    var options: String?
    if text.hasSuffix("}"), let brace = text.lastIndex(of: "{") {
      options = String(text[text.index(after: brace)...].dropLast())
      column = text[..<brace]
    }
    let colon = column.lastIndex(of: ":")
    name = String(column[..<(colon ?? column.endIndex)]).nfc
    var spelled = colon.map { String(column[column.index(after: $0)...]) } ?? "string"
    isArray = spelled.hasSuffix("[]")
    if isArray { spelled.removeLast(2) }
    if spelled.hasSuffix(")"), let parenthesis = spelled.firstIndex(of: "(") {
      space = String(spelled[spelled.index(after: parenthesis)...].dropLast())
      spelled = String(spelled[..<parenthesis])
    }
    type = .string
    switch spelled.uppercased() {
    case "ID":
      role = .id
      type = idType == .integer ? .integer : .string
    case "START_ID": role = .start
    case "END_ID": role = .end
    case "LABEL": role = .labels
    case "TYPE": role = .type
    case "IGNORE": role = .ignored
    default:
      role = .property
      guard let known = ImportType(spelled) else {
        throw KhoError(
          .argumentError, "InvalidHeader", "column '\(text)': expected a type, found '\(spelled)'",
          hint: "types are \(ImportType.names.joined(separator: ", "))")
      }
      type = known
    }
    if let options, role == .id {
      let parts = options.split(separator: ":", maxSplits: 1)
      let known = parts.count == 2 && parts[0] == "id-type" ? ImportType(String(parts[1])) : nil
      guard let known else {
        throw KhoError(
          .argumentError, "InvalidHeader",
          "column '\(text)': expected '{id-type:…}', found '{\(options)}'")
      }
      type = known
    }
    if role == .property, name.isEmpty {
      throw KhoError(
        .argumentError, "InvalidHeader", "column '\(text)': expected a name for the property")
    }
  }

  /// The value of the field of that number.
  func value(_ reader: borrowing CSVReader, _ index: Int, arrayDelimiter: Unicode.Scalar)
    throws(KhoError) -> Value
  {
    if isArray {
      var values: [Value] = []
      let text = reader.text(index)
      if text.isEmpty { return .list([]) }
      let parts = text.unicodeScalars.split(
        separator: arrayDelimiter, omittingEmptySubsequences: false)
      for part in parts {
        values.append(try type.value(String(part)))
      }
      return .list(values)
    }
    if type == .integer, let integer = reader.integer(index) { return .integer(integer) }
    return try type.value(reader.text(index))
  }
}

/// The type of a column's values.
enum ImportType: Equatable {
  case string, integer, float, boolean, duration
  case instant(Temporal.InstantType)

  static let names = [
    "string", "int", "float", "boolean", "date", "localtime", "time", "localdatetime", "datetime",
    "duration",
  ]

  init?(_ name: String) {
    switch name.lowercased() {
    case "string", "char": self = .string
    case "int", "integer", "long", "short", "byte": self = .integer
    case "float", "double": self = .float
    case "boolean": self = .boolean
    case "duration": self = .duration
    case let name:
      guard let type = Temporal.InstantType.allCases.first(where: { $0.name == name }) else {
        return nil
      }
      self = .instant(type)
    }
  }

  func value(_ text: String) throws(KhoError) -> Value {
    if self == .string { return .string(text) }
    let text = text.trimmed
    switch self {
    case .string: break
    case .integer: if let value = Int64(text) { return .integer(value) }
    case .float: if let value = Double(text) { return .float(value) }
    case .boolean:
      switch text.lowercased() {
      case "true": return .boolean(true)
      case "false": return .boolean(false)
      default: break
      }
    case .duration: return .duration(try Temporal.Duration(parsing: text))
    case .instant(let type): return try type.parse(text)
    }
    throw KhoError(
      .typeError, "InvalidValue", "expected \(expectation), found '\(text.prefix(40))'")
  }

  private var expectation: String {
    switch self {
    case .integer: "an integer of 64 bits"
    case .float: "a number"
    case .boolean: "true or false"
    default: "another value"
    }
  }
}

extension String {
  /// Without spaces and tabs at its ends.
  fileprivate var trimmed: String {
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
    guard let first = utf8.first, let last = utf8.last, isSpace(first) || isSpace(last) else {
      return self
    }
    let start = utf8.firstIndex { !isSpace($0) } ?? utf8.endIndex
    let end = utf8.lastIndex { !isSpace($0) }.map { utf8.index(after: $0) } ?? start
    return String(self[start..<max(start, end)])
  }
}
