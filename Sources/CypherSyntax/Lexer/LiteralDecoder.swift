internal import GraphModel

/// Reads the value out of a literal's bytes. `start` is where they stand in the text, for errors.
struct LiteralDecoder {
  let bytes: ArraySlice<UInt8>

  private func error(
    _ detail: String, _ message: String, at range: Range<Int>? = nil, hint: String? = nil
  ) -> KhoError {
    let range = range ?? bytes.startIndex..<bytes.endIndex
    let span = SourceSpan(
      start: UInt32(clamping: range.lowerBound), end: UInt32(clamping: range.upperBound))
    return KhoError(.syntaxError, detail, message, phase: .compileTime, at: span, hint: hint)
  }

  private var text: String { String(decoding: bytes, as: UTF8.self) }

  // MARK: Numbers

  /// The number, negative if a minus sign stands before it: so that the smallest integer can be
  /// written.
  ///
  ///     SignedNumericLiteral = [-] (DecimalInteger | HexInteger | OctalInteger | Float [F | D])
  func number(isNegative: Bool) throws(KhoError) -> Value {
    let second = bytes.dropFirst().first
    if bytes.first == UInt8(ascii: "0"), second == UInt8(ascii: "x") || second == UInt8(ascii: "X")
    {
      return try integer(bytes.dropFirst(2), radix: 16, isNegative: isNegative)
    }
    if bytes.first == UInt8(ascii: "0"), second == UInt8(ascii: "o") {
      return try integer(bytes.dropFirst(2), radix: 8, isNegative: isNegative)
    }
    if bytes.allSatisfy({ $0 == UInt8(ascii: "_") || $0 >= 0x30 && $0 <= 0x39 }) {
      return try integer(bytes, radix: 10, isNegative: isNegative)
    }
    return try float(isNegative: isNegative)
  }

  private func integer(
    _ digits: ArraySlice<UInt8>, radix: UInt64, isNegative: Bool
  ) throws(KhoError) -> Value {
    var magnitude: UInt64 = 0
    var isOverflowing = false
    var follows = radix == 10 ? UInt8(ascii: "_") : UInt8(ascii: "0")
    for byte in digits {
      if byte == UInt8(ascii: "_") {
        guard follows != UInt8(ascii: "_") else { throw invalidNumber }
      } else {
        guard let digit = hexDigit(byte), UInt64(digit) < radix else { throw invalidNumber }
        let (product, first) = magnitude.multipliedReportingOverflow(by: radix)
        let (sum, second) = product.addingReportingOverflow(UInt64(digit))
        isOverflowing = isOverflowing || first || second
        magnitude = sum
      }
      follows = byte
    }
    guard !digits.isEmpty, follows != UInt8(ascii: "_") else { throw invalidNumber }
    let limit = isNegative ? UInt64(1) << 63 : UInt64(Int64.max)
    guard !isOverflowing, magnitude <= limit else {
      throw error("IntegerOverflow", "the integer \(isNegative ? "-" : "")\(text) is out of range")
    }
    let bits = Int64(bitPattern: magnitude)
    return .integer(isNegative ? 0 &- bits : bits)
  }

  /// Digits, underscores between them, one period, one exponent and a suffix, in this order.
  private func float(isNegative: Bool) throws(KhoError) -> Value {
    var digits: [UInt8] = isNegative ? [UInt8(ascii: "-")] : []
    var hasPeriod = false
    var hasExponent = false
    var previous = UInt8(ascii: "_")
    for (index, byte) in zip(bytes.indices, bytes) {
      let isAfterDigit = previous >= 0x30 && previous <= 0x39
      switch byte {
      case 0x30...0x39: break
      case UInt8(ascii: "_") where isAfterDigit: break
      case UInt8(ascii: ".")
      where !hasPeriod && !hasExponent && (isAfterDigit || index == bytes.startIndex):
        hasPeriod = true
      case UInt8(ascii: "e") where !hasExponent && isAfterDigit,
        UInt8(ascii: "E") where !hasExponent && isAfterDigit:
        hasExponent = true
      case UInt8(ascii: "+") where previous | 0x20 == UInt8(ascii: "e"),
        UInt8(ascii: "-") where previous | 0x20 == UInt8(ascii: "e"):
        break
      case UInt8(ascii: "f"), UInt8(ascii: "F"), UInt8(ascii: "d"), UInt8(ascii: "D"):
        guard isAfterDigit, hasPeriod || hasExponent, index == bytes.endIndex - 1 else {
          throw invalidNumber
        }
        continue
      default: throw invalidNumber
      }
      previous = byte
      if byte != UInt8(ascii: "_") { digits.append(byte) }
    }
    guard previous >= 0x30, previous <= 0x39,
      let value = Double(String(decoding: digits, as: UTF8.self))
    else { throw invalidNumber }
    guard value.isFinite else {
      throw error("FloatingPointOverflow", "the number \(text) is too large for a float")
    }
    return .float(value)
  }

  private var invalidNumber: KhoError {
    error("InvalidNumberLiteral", "'\(text)' is not a number")
  }

  private func hexDigit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte) - 0x30
    case 0x41...0x46: UInt32(byte) - 0x37
    case 0x61...0x66: UInt32(byte) - 0x57
    default: nil
    }
  }

  // MARK: Text

  /// What stands between the quotes, escapes replaced. `bytes` includes both quotes, as the lexer
  /// found them.
  func quoted() throws(KhoError) -> String {
    guard let quote = bytes.first else { return "" }
    let content = bytes.dropFirst().dropLast()
    guard content.contains(where: { $0 == quote || $0 == UInt8(ascii: "\\") }) else {
      return String(decoding: content, as: UTF8.self)
    }
    var result: [UInt8] = []
    result.reserveCapacity(content.count)
    var index = content.startIndex
    while index < content.endIndex {
      let byte = content[index]
      if byte == UInt8(ascii: "\\") {
        try unescape(content, &index, into: &result)
      } else {
        // A quote in the content is the first of two.
        index += byte == quote ? 2 : 1
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Replaces the escape that starts at `index`, and moves past it.
  private func unescape(
    _ content: ArraySlice<UInt8>, _ index: inout Int, into result: inout [UInt8]
  ) throws(KhoError) {
    let start = index
    index += 2
    switch content[safe: start + 1].map({ Unicode.Scalar($0) }) {
    case "\\", "'", "\"", "`": result.append(content[start + 1])
    case "t": result.append(0x09)
    case "b": result.append(0x08)
    case "n": result.append(0x0A)
    case "r": result.append(0x0D)
    case "f": result.append(0x0C)
    case "u": result.append(contentsOf: try utf16Escape(content, start, &index).utf8)
    case "U": result.append(contentsOf: try utf32Escape(content, start, &index).utf8)
    default:
      throw error(
        "UnexpectedSyntax", "unknown escape in a string",
        at: start..<min(start + 2, content.endIndex),
        hint: "write '\\\\' for a backslash")
    }
  }

  /// `\uXXXX`, or two of them for a scalar that UTF-16 has no single unit for.
  private func utf16Escape(
    _ content: ArraySlice<UInt8>, _ start: Int, _ index: inout Int
  ) throws(KhoError) -> String {
    guard let first = hexNumber(content, index, digits: 4) else {
      throw invalidUnicode(start, "'\\u' must be followed by four hexadecimal digits")
    }
    index += 4
    if let scalar = Unicode.Scalar(first) { return String(Character(scalar)) }
    guard first < 0xDC00, content[safe: index] == UInt8(ascii: "\\"),
      content[safe: index + 1] == UInt8(ascii: "u"),
      let second = hexNumber(content, index + 2, digits: 4), second >= 0xDC00, second <= 0xDFFF,
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw invalidUnicode(start, "half a surrogate pair is no character") }
    index += 6
    return String(Character(scalar))
  }

  /// `\UXXXXXXXX`, or with six digits.
  private func utf32Escape(
    _ content: ArraySlice<UInt8>, _ start: Int, _ index: inout Int
  ) throws(KhoError) -> String {
    for count in [8, 6] {
      if let number = hexNumber(content, index, digits: count), let scalar = Unicode.Scalar(number)
      {
        index += count
        return String(Character(scalar))
      }
    }
    throw invalidUnicode(
      start, "'\\U' must be followed by the eight hexadecimal digits of a character")
  }

  private func invalidUnicode(_ start: Int, _ message: String) -> KhoError {
    error("InvalidUnicodeLiteral", message, at: start..<min(start + 2, bytes.endIndex))
  }

  private func hexNumber(_ content: ArraySlice<UInt8>, _ start: Int, digits: Int) -> UInt32? {
    var number: UInt32 = 0
    for index in start..<start + digits {
      guard let digit = content[safe: index].flatMap(hexDigit) else { return nil }
      number = number << 4 | digit
    }
    return number
  }
}

extension ArraySlice<UInt8> {
  /// The byte at `index`, or nil outside the slice.
  fileprivate subscript(safe index: Int) -> UInt8? { indices.contains(index) ? self[index] : nil }
}
