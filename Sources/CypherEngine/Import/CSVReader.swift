internal import GraphModel

/// Records of comma-separated values (RFC 4180): quoted fields, doubled quotes, line breaks inside
/// quotes, LF or CRLF.
struct CSVReader {
  private let bytes: [UInt8]
  private let terminator: UInt8
  private var position = 0
  /// The line of the record read last, from 1.
  private(set) var line = 0
  private var nextLine = 1

  init(_ bytes: [UInt8], terminator: UInt8) {
    self.bytes = bytes
    self.terminator = terminator
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  /// The fields of the next record; nil at the end. An empty field is null, `""` an empty string.
  mutating func next() throws(KhoError) -> [Value]? {
    guard position < bytes.count else { return nil }
    line = nextLine
    var fields: [Value] = []
    while true {
      let field = try field()
      fields.append(field)
      guard position < bytes.count else { return fields }
      let byte = bytes[position]
      position += 1
      if byte == terminator {
        if position == bytes.count { return fields + [.null] }
        continue
      }
      if byte == UInt8(ascii: "\r"), position < bytes.count, bytes[position] == UInt8(ascii: "\n") {
        position += 1
      }
      nextLine += 1
      return fields
    }
  }

  /// A field, up to its terminator or the end of the line.
  private mutating func field() throws(KhoError) -> Value {
    guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
      let start = position
      while position < bytes.count, !isEnd(bytes[position]) { position += 1 }
      return start == position
        ? .null : .string(String(decoding: bytes[start..<position], as: UTF8.self))
    }
    position += 1
    let openingLine = nextLine
    var text: [UInt8] = []
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == UInt8(ascii: "\"") {
        guard position < bytes.count, bytes[position] == byte else {
          guard position == bytes.count || isEnd(bytes[position]) else {
            throw fail("expected the end of a field after its closing quote")
          }
          return .string(String(decoding: text, as: UTF8.self))
        }
        position += 1
      }
      if byte == UInt8(ascii: "\n") { nextLine += 1 }
      text.append(byte)
    }
    throw fail("a quote is not closed", line: openingLine)
  }

  private func isEnd(_ byte: UInt8) -> Bool {
    byte == terminator || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }

  private func fail(_ message: String, line: Int? = nil) -> KhoError {
    KhoError(
      .argumentError, "InvalidCSV", "line \(line ?? nextLine) of the file: \(message)")
  }
}
