/// Records of comma-separated values (RFC 4180): quoted fields, doubled quotes, line breaks inside
/// quotes, LF or CRLF. For LOAD CSV and for imports.
package import GraphModel

/// Reads a file record by record; memory holds a piece of it.
package struct CSVReader: ~Copyable {
  private let file: InputFile
  private let terminator: UInt8
  private let quote: UInt8
  private var buffer: [UInt8] = []
  private var position = 0
  private var isAtEnd = false
  /// Whether the file cannot be read any further, so that what was thrown is not a record's fault.
  package private(set) var isBroken = false
  private var fields: [Field] = []
  /// The line of the record read last, from 1.
  package private(set) var line = 0
  private var nextLine = 1

  /// A record may be this long.
  private static let longestRecordInBytes = 1 << 28

  /// A field's place in the buffer.
  private struct Field {
    var range: Range<Int>
    var isQuoted = false
    /// Whether quotes stand in it twice.
    var hasDoubled = false
  }

  package init(_ file: InputFile, terminator: UInt8, quote: UInt8 = UInt8(ascii: "\"")) {
    self.file = file
    self.terminator = terminator
    self.quote = quote
  }

  /// Moves to the next record; false at the end. After an `InvalidCSV` of a line, the next record
  /// is that of the next line.
  package mutating func next() throws(KhoError) -> Bool {
    while true {
      switch scan() {
      case .record: return true
      case .end: return false
      case .incomplete:
        do throws(KhoError) {
          try refill()
        } catch {
          isBroken = true
          throw error
        }
      case .fault(let message, let line):
        throw KhoError(.argumentError, "InvalidCSV", "line \(line) of the file: \(message)")
      }
    }
  }

  // MARK: The record

  package var fieldCount: Int { fields.count }
  /// Of the file, up to the record's end.
  package var bytesTaken: Int { file.position - (buffer.count - position) }

  /// Whether the field is empty and without quotes.
  package func isNull(_ index: Int) -> Bool {
    fields[index].range.isEmpty && !fields[index].isQuoted
  }

  package func text(_ index: Int) -> String {
    let field = fields[index]
    guard field.hasDoubled else {
      return String(decoding: buffer[field.range], as: UTF8.self)
    }
    var text: [UInt8] = []
    var isSecond = false
    for byte in buffer[field.range] {
      isSecond = byte == quote && !isSecond
      if !isSecond { text.append(byte) }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The field as an integer, if it is one in plain decimal digits.
  package func integer(_ index: Int) -> Int64? {
    var range = fields[index].range
    guard let first = range.first, range.count <= 18 else { return nil }
    let isNegative = buffer[first] == UInt8(ascii: "-")
    if isNegative { range = first + 1..<range.upperBound }
    var value: Int64 = 0
    for place in range {
      let digit = buffer[place] &- UInt8(ascii: "0")
      guard digit <= 9 else { return nil }
      value = value &* 10 &+ Int64(digit)
    }
    return range.isEmpty ? nil : isNegative ? -value : value
  }

  /// Whether the field is an integer without sign, spaces or leading zeros, so that its number says
  /// all of it.
  package func isPlainInteger(_ index: Int) -> Bool {
    let range = fields[index].range
    guard let first = range.first else { return false }
    return buffer[first] != UInt8(ascii: "-")
      && (buffer[first] != UInt8(ascii: "0") || range.count == 1)
  }

  /// All fields: strings, or null where a field is empty; `""` is an empty string.
  package var values: [Value] {
    fields.indices.map { isNull($0) ? .null : .string(text($0)) }
  }

  // MARK: Scanning

  private enum Scan {
    case record, end, incomplete
    case fault(String, line: Int)
  }

  /// Finds the fields of the record at `position`, and moves behind it if the buffer has all of it.
  private mutating func scan() -> Scan {
    // Apart from the reader, so that nothing counts the buffer's references byte by byte.
    var bytes: [UInt8] = []
    swap(&bytes, &buffer)
    let result = scan(bytes.span)
    swap(&bytes, &buffer)
    return result
  }

  private mutating func scan(_ bytes: Span<UInt8>) -> Scan {
    fields.removeAll(keepingCapacity: true)
    let count = bytes.count
    guard position < count else { return isAtEnd ? .end : .incomplete }
    var index = position
    var lineCount = 1
    while true {
      if index < count, bytes[index] == quote {
        var field = Field(range: index + 1..<index + 1, isQuoted: true)
        let openingLine = nextLine + lineCount - 1
        index += 1
        while true {
          guard index < count else {
            guard isAtEnd else { return .incomplete }
            position = count
            line = nextLine
            return .fault("a quote is not closed", line: openingLine)
          }
          let byte = bytes[index]
          index += 1
          if byte == UInt8(ascii: "\n") { lineCount += 1 }
          guard byte == quote else { continue }
          if index == count, !isAtEnd { return .incomplete }
          guard index < count, bytes[index] == quote else { break }
          field.hasDoubled = true
          index += 1
        }
        field.range = field.range.lowerBound..<index - 1
        fields.append(field)
        if index < count, !isFieldEnd(bytes[index]) { return skipLine(bytes, index, lineCount) }
      } else {
        let start = index
        while index < count, !isFieldEnd(bytes[index]) { index &+= 1 }
        fields.append(Field(range: start..<index))
      }
      guard index < count else {
        if !isAtEnd { return .incomplete }
        break
      }
      let byte = bytes[index]
      index += 1
      if byte == terminator {
        // An empty field ends the file.
        if index < count || !isAtEnd { continue }
        fields.append(Field(range: count..<count))
        break
      }
      if byte == UInt8(ascii: "\r") {
        if index == count, !isAtEnd { return .incomplete }
        if index < count, bytes[index] == UInt8(ascii: "\n") { index += 1 }
      }
      break
    }
    position = index
    line = nextLine
    nextLine += lineCount
    return .record
  }

  @inline(__always) private func isFieldEnd(_ byte: UInt8) -> Bool {
    byte == terminator || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }

  private mutating func skipLine(_ bytes: Span<UInt8>, _ start: Int, _ lineCount: Int) -> Scan {
    var end = start
    while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
    if end == bytes.count {
      guard isAtEnd else { return .incomplete }
      end -= 1
    }
    position = end + 1
    line = nextLine
    nextLine += lineCount
    return .fault(
      "expected the end of a field after its closing quote", line: line + lineCount - 1)
  }

  private mutating func refill() throws(KhoError) {
    guard buffer.count - position <= CSVReader.longestRecordInBytes else {
      throw KhoError(
        .limitExceeded, "RecordTooLong",
        "line \(nextLine) of the file: expected a record of at most "
          + "\(CSVReader.longestRecordInBytes) bytes, found a longer one")
    }
    let isFirst = line == 0 && nextLine == 1 && buffer.isEmpty
    buffer.removeSubrange(..<position)
    position = 0
    isAtEnd = try !file.receive(into: &buffer)
    if isFirst, buffer.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }
}
