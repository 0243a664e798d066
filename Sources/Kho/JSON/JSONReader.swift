/// A strict reader of JSON text (RFC 8259): duplicate keys, bad UTF-8 and deep nesting are errors.

extension KhoError.Kind {
  /// A line that is not what the session protocol allows.
  public static let protocolError = KhoError.Kind(rawValue: "ProtocolError")
}

/// Reads one JSON text from its start to its end, a token at a time, into what the caller wants.
package struct JSONReader {
  private let bytes: [UInt8]
  private var position = 0
  private var depth = 0

  /// A typed value takes up to two levels of JSON for each of its own; the rest is the request's.
  private static let depthLimit = 2 * Value.nestingLimit + 16

  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The byte that begins the next token; nil at the end.
  mutating func peek() -> UInt8? {
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        position += 1
      default:
        return bytes[position]
      }
    }
    return nil
  }

  /// Reads an object; `member` reads the value of each key.
  mutating func object(
    _ member: (inout JSONReader, String) throws(KhoError) -> Void
  ) throws(KhoError) {
    var keys: Set<String> = []
    try list("{", "}") { reader throws(KhoError) in
      let key = try reader.string()
      guard keys.insert(key).inserted else { throw reader.invalid("duplicate key '\(key)'") }
      try reader.expect(":")
      try member(&reader, key)
    }
  }

  /// Reads an array; `element` reads each of its values.
  mutating func array(
    _ element: (inout JSONReader) throws(KhoError) -> Void
  ) throws(KhoError) { try list("[", "]", element) }

  /// Reads a string.
  mutating func string() throws(KhoError) -> String {
    try expect("\"")
    let start = position
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        let text = try text(bytes[start..<position])
        position += 1
        return text
      case UInt8(ascii: "\\"):
        return try escapedString(from: start)
      case 0..<0x20:
        throw invalid("control character in a string")
      default:
        position += 1
      }
    }
    throw invalid("expected '\"' to end the string")
  }

  /// Reads `null`, `true` or `false` if it is there.
  mutating func take(_ literal: String) -> Bool {
    _ = peek()
    guard bytes[position...].starts(with: literal.utf8) else { return false }
    position += literal.utf8.count
    return true
  }

  /// Reads a number, which the grammar of JSON allows.
  mutating func number() throws(KhoError) -> Double {
    let text = try numberText()
    guard let number = Double(text), number.isFinite else { throw invalid("number out of range") }
    return number
  }

  /// Reads a number without fraction and exponent.
  mutating func integer() throws(KhoError) -> Int64 {
    let text = try numberText()
    guard let number = Int64(text) else { throw invalid("expected an integer, found \(text)") }
    return number
  }

  /// Reads a number: an integer if it has neither fraction nor exponent.
  mutating func importedNumber() throws(KhoError) -> Value {
    let text = try numberText()
    if let integer = Int64(text) { return .integer(integer) }
    guard let number = Double(text), number.isFinite,
      text.utf8.contains(where: { ".eE".utf8.contains($0) })
    else { throw invalid("number out of range") }
    return .float(number)
  }

  /// Reads a value of any kind and drops it.
  mutating func skip() throws(KhoError) {
    switch peek() {
    case UInt8(ascii: "{"): try object { reader, _ throws(KhoError) in try reader.skip() }
    case UInt8(ascii: "["): try array { reader throws(KhoError) in try reader.skip() }
    case UInt8(ascii: "\""): _ = try string()
    default:
      if !take("null"), !take("true"), !take("false") { _ = try numberText() }
    }
  }

  /// Sees that nothing follows.
  package mutating func end() throws(KhoError) {
    if peek() != nil { throw invalid("expected the end of the line") }
  }

  func invalid(_ message: String) -> KhoError {
    let start = UInt32(clamping: position)
    return KhoError(
      .protocolError, "InvalidJSON", message, phase: .compileTime,
      at: SourceSpan(start: start, end: start &+ 1))
  }

  private mutating func list(
    _ open: Unicode.Scalar, _ close: Unicode.Scalar,
    _ element: (inout JSONReader) throws(KhoError) -> Void
  ) throws(KhoError) {
    try expect(open)
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.depthLimit else { throw invalid("nested too deeply") }
    if peek() == UInt8(ascii: close) {
      position += 1
      return
    }
    while true {
      try element(&self)
      if peek() == UInt8(ascii: close) {
        position += 1
        return
      }
      try expect(",")
    }
  }

  private mutating func expect(_ scalar: Unicode.Scalar) throws(KhoError) {
    guard peek() == UInt8(ascii: scalar) else {
      let found = position < bytes.count ? "another character" : "the end"
      throw invalid("expected '\(scalar)', found \(found)")
    }
    position += 1
  }

  private func text(_ bytes: some Collection<UInt8>) throws(KhoError) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw invalid("expected UTF-8")
    }
    return text
  }

  /// Reads on at the first backslash of a string that began at `start`.
  private mutating func escapedString(from start: Int) throws(KhoError) -> String {
    var content = Array(bytes[start..<position])
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      switch byte {
      case UInt8(ascii: "\""): return try text(content)
      case UInt8(ascii: "\\"): try content.append(contentsOf: escape().utf8)
      case 0..<0x20: throw invalid("control character in a string")
      default: content.append(byte)
      }
    }
    throw invalid("expected '\"' to end the string")
  }

  /// Reads what follows a backslash.
  private mutating func escape() throws(KhoError) -> String {
    guard position < bytes.count else { throw invalid("expected an escape, found the end") }
    let byte = bytes[position]
    position += 1
    switch byte {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      let first = try hexadecimal()
      guard UTF16.isLeadSurrogate(first) else {
        guard let scalar = Unicode.Scalar(first) else { throw invalid("unpaired surrogate") }
        return String(scalar)
      }
      guard bytes[position...].starts(with: "\\u".utf8) else { throw invalid("unpaired surrogate") }
      position += 2
      let second = try hexadecimal()
      guard UTF16.isTrailSurrogate(second) else { throw invalid("unpaired surrogate") }
      return String(decoding: [first, second], as: UTF16.self)
    default:
      throw invalid("expected an escape, found another character")
    }
  }

  private mutating func hexadecimal() throws(KhoError) -> UInt16 {
    var code: UInt16 = 0
    for _ in 0..<4 {
      guard position < bytes.count,
        let digit = Character(Unicode.Scalar(bytes[position])).hexDigitValue
      else { throw invalid("expected four hexadecimal digits") }
      code = code << 4 | UInt16(digit)
      position += 1
    }
    return code
  }

  /// Number = ["-"] ("0" | digit1-9 {digit}) ["." digit {digit}] [("e" | "E") ["+" | "-"] digit
  /// {digit}]
  private mutating func numberText() throws(KhoError) -> String {
    _ = peek()
    let start = position
    _ = takeByte("-")
    if !takeByte("0") { try digits() }
    if takeByte(".") { try digits() }
    if takeByte("e") || takeByte("E") {
      if !takeByte("+") { _ = takeByte("-") }
      try digits()
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func takeByte(_ scalar: Unicode.Scalar) -> Bool {
    guard position < bytes.count, bytes[position] == UInt8(ascii: scalar) else { return false }
    position += 1
    return true
  }

  private mutating func digits() throws(KhoError) {
    let start = position
    while position < bytes.count, "0123456789".utf8.contains(bytes[position]) { position += 1 }
    guard position > start else { throw invalid("expected a JSON value, found another character") }
  }
}
