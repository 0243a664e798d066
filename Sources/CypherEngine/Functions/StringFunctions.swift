internal import CypherSyntax
internal import GraphModel

/// Functions of text. Positions and lengths count code points.

extension FunctionLibrary {
  static let stringFunctions: [ScalarFunction] = [
    text("toUpper") { $0.uppercased() },
    text("toLower") { $0.isLowercaseASCII ? $0 : $0.lowercased() },
    text("upper") { $0.uppercased() },
    text("lower") { $0.isLowercaseASCII ? $0 : $0.lowercased() },
    text("fold") { $0.folded },
    text("nameKey") { $0.nameKey },
    text("trim") { $0.trimmed() },
    trim("btrim", start: true, end: true),
    trim("ltrim", start: true, end: false),
    trim("rtrim", start: false, end: true),
    ScalarFunction("normalize", [.string, .string], arguments: 1...2, returns: .string) {
      context, arguments throws(KhoError) in try normalize(arguments, context)
    },
    length("char_length"),
    length("character_length"),
    ScalarFunction("left", [.string, .integer], returns: .string) {
      _, arguments throws(KhoError) in
      try slice("left", arguments[0], from: .integer(0), count: arguments[1])
    },
    ScalarFunction("right", [.string, .integer], returns: .string) {
      _, arguments throws(KhoError) in
      guard case (.string(let text), .integer(let count)) = (arguments[0], arguments[1]) else {
        return .null
      }
      let end = text.unicodeScalars.suffix(try natural(count, "right"))
      return .string(String(String.UnicodeScalarView(end)))
    },
    ScalarFunction("substring", [.string, .integer, .integer], arguments: 2...3, returns: .string) {
      _, arguments throws(KhoError) in
      let count = arguments.count > 2 ? arguments[2] : .integer(.max)
      return try slice("substring", arguments[0], from: arguments[1], count: count)
    },
    ScalarFunction("replace", [.string, .string, .string], returns: .string) {
      context, arguments throws(KhoError) in try replace(arguments, context)
    },
    ScalarFunction("split", [.string, [.string, .list]], returns: .list) {
      context, arguments throws(KhoError) in try split(arguments, context)
    },
  ]

  /// A function from text to text.
  private static func text(
    _ name: String, _ body: @escaping @Sendable (String) -> String
  ) -> ScalarFunction {
    ScalarFunction(name, [.string], returns: .string) {
      guard case .string(let text) = $1[0] else { return .null }
      return .string(body(text))
    }
  }

  private static func length(_ name: String) -> ScalarFunction {
    ScalarFunction(name, [.string], returns: .integer) {
      guard case .string(let text) = $1[0] else { return .null }
      return .integer(Int64(text.unicodeScalars.count))
    }
  }

  /// Removes white space, or the code points of a second argument, from the ends.
  private static func trim(_ name: String, start: Bool, end: Bool) -> ScalarFunction {
    ScalarFunction(name, [.string, .string], arguments: 1...2, returns: .string) {
      guard case .string(let text) = $1[0] else { return .null }
      guard $1.count > 1 else { return .string(text.trimmed(start: start, end: end)) }
      guard case .string(let characters) = $1[1] else { return .null }
      let scalars = Set(characters.unicodeScalars)
      return .string(text.trimmed(start: start, end: end) { scalars.contains($0) })
    }
  }

  private static func normalize(
    _ arguments: [Value], _ context: FunctionContext
  ) throws(KhoError) -> Value {
    guard case .string(let text) = arguments[0] else { return .null }
    guard arguments.count > 1, case .string(let form) = arguments[1] else {
      return .string(text.nfc)
    }
    if let form = Expression.NormalForm(rawValue: form.uppercased()) {
      return .string(text.normalized(form))
    }
    throw KhoError(
      .argumentError, "InvalidArgumentValue",
      "normalize() expected the form NFC, NFD, NFKC or NFKD")
  }

  /// A count or position, which must not be negative.
  private static func natural(_ number: Int64, _ name: String) throws(KhoError) -> Int {
    guard let number = Int(exactly: number), number >= 0 else {
      throw KhoError(
        .argumentError, "NumberOutOfRange",
        "\(name)() expected a number of 0 or more, found \(number)")
    }
    return number
  }

  private static func slice(
    _ name: String, _ text: Value, from start: Value, count: Value
  ) throws(KhoError) -> Value {
    guard case (.string(let text), .integer(let start), .integer(let count)) = (text, start, count)
    else { return .null }
    let tail = text.unicodeScalars.dropFirst(try natural(start, name))
    return .string(String(String.UnicodeScalarView(tail.prefix(try natural(count, name)))))
  }

  private static func replace(
    _ arguments: [Value], _ context: FunctionContext
  ) throws(KhoError) -> Value {
    guard
      case (.string(let text), .string(let old), .string(let new)) =
        (arguments[0], arguments[1], arguments[2])
    else { return .null }
    if old.isEmpty { return arguments[0] }
    let offsets = TextSearch(old).all(in: text.utf8.span)
    if offsets.isEmpty { return arguments[0] }
    let growth = offsets.count.multipliedReportingOverflow(by: new.utf8.count - old.utf8.count)
    try Operations.checkTextSize(growth.overflow ? .max : text.utf8.count + growth.partialValue)
    try context.charge(bytes: text.utf8.count + growth.partialValue)
    var result = ""
    var start = 0
    for offset in offsets {
      result += text.utf8Slice(start..<offset)
      result += new
      start = offset + old.utf8.count
    }
    result += text.utf8Slice(start..<text.utf8.count)
    return .string(result)
  }

  /// The parts between a delimiter, or any of a list of them. An empty delimiter separates the code
  /// points.
  private static func split(
    _ arguments: [Value], _ context: FunctionContext
  ) throws(KhoError) -> Value {
    guard case .string(let text) = arguments[0] else { return .null }
    var delimiters: [String] = []
    if case .list(let values) = arguments[1] {
      for value in values {
        guard case .string(let delimiter) = value else {
          throw KhoError(
            .typeError, "InvalidArgumentValue",
            "split() expected delimiters of STRING, found \(value.typeName)")
        }
        delimiters.append(delimiter)
      }
    } else if case .string(let delimiter) = arguments[1] {
      delimiters = [delimiter]
    }
    if delimiters.contains(""), !text.isEmpty {
      try context.charge(bytes: text.utf8.count * MemoryLayout<Value>.stride)
      return try Operations.list(text.unicodeScalars.map { .string(String($0)) })
    }
    var cuts: [(offset: Int, size: Int)] = []
    for delimiter in delimiters {
      let size = delimiter.utf8.count
      for offset in TextSearch(delimiter).all(in: text.utf8.span) { cuts.append((offset, size)) }
    }
    cuts.sort { ($0.offset, $1.size) < ($1.offset, $0.size) }
    try context.charge(bytes: cuts.count * MemoryLayout<Value>.stride + text.utf8.count)
    var parts: [Value] = []
    var start = 0
    for cut in cuts where cut.offset >= start {
      parts.append(.string(text.utf8Slice(start..<cut.offset)))
      start = cut.offset + cut.size
    }
    parts.append(.string(text.utf8Slice(start..<text.utf8.count)))
    return try Operations.list(parts)
  }
}

extension String {
  /// The text without what `isRemoved` says (white space unless given) at its start and end.
  func trimmed(
    start: Bool = true, end: Bool = true,
    _ isRemoved: (Unicode.Scalar) -> Bool = { $0.properties.isWhitespace }
  ) -> String {
    var scalars = unicodeScalars[...]
    if start { scalars = scalars.drop(while: isRemoved) }
    if end { while let last = scalars.last, isRemoved(last) { scalars.removeLast() } }
    return String(String.UnicodeScalarView(scalars))
  }

  /// The part between two UTF-8 offsets, which stand between code points.
  func utf8Slice(_ range: Range<Int>) -> String {
    let lower = utf8.index(startIndex, offsetBy: range.lowerBound)
    return String(self[lower..<utf8.index(lower, offsetBy: range.count)])
  }
}

extension String {
  /// Whether it is its own lower case, and that can be seen without tables.
  fileprivate var isLowercaseASCII: Bool {
    utf8.allSatisfy { $0 < 0x80 && !(0x41...0x5A).contains($0) }
  }
}
