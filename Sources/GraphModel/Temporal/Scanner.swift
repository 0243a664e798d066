/// Reads ISO 8601 text byte by byte; every form that the temporal types accept is built from these
/// steps.
extension Temporal {
  struct Scanner {
    private let bytes: [UInt8]
    private var position = 0
    /// What is being read, for messages: "a date".
    private let subject: String

    /// Throws if the text is longer than any that could be read.
    init(_ text: String, for subject: String) throws(KhoError) {
      self.subject = subject
      guard text.utf8.count <= 256 else {
        throw Temporal.invalid("expected \(subject), found a text of over 256 bytes")
      }
      bytes = Array(text.utf8)
    }

    var isAtEnd: Bool { position == bytes.count }

    func failure(expecting expected: String) -> KhoError {
      Temporal.invalid(
        "expected \(expected) at position \(position + 1) of the text for \(subject), found "
          + (isAtEnd ? "its end" : "another character"))
    }

    func expectEnd() throws(KhoError) {
      guard isAtEnd else { throw failure(expecting: "the end") }
    }

    func next(is character: Unicode.Scalar) -> Bool {
      !isAtEnd && UInt32(bytes[position]) == character.value
    }

    func contains(anyOf characters: String) -> Bool {
      characters.utf8.contains { bytes.contains($0) }
    }

    /// Whether `character` was next, and is passed now.
    mutating func take(_ character: Unicode.Scalar) -> Bool {
      let isNext = next(is: character)
      if isNext { position += 1 }
      return isNext
    }

    /// The sign that was next: -1 or 1, or nil.
    mutating func takeSign() -> Int64? { take("-") ? -1 : take("+") ? 1 : nil }

    /// The bytes up to `end`, which is passed too.
    mutating func take(upTo end: Unicode.Scalar) throws(KhoError) -> String {
      let start = position
      while !isAtEnd, !next(is: end) { position += 1 }
      let text = String(decoding: bytes[start..<position], as: UTF8.self)
      guard take(end) else { throw failure(expecting: "'\(end)'") }
      return text
    }

    /// How many digits are next.
    var digitCount: Int {
      var end = position
      while end < bytes.count, (0x30...0x39).contains(bytes[end]) { end += 1 }
      return end - position
    }

    /// A number of exactly `count` digits, at most 18. More digits may follow.
    mutating func number(of count: Int, _ expected: String) throws(KhoError) -> Int64 {
      guard count > 0, count <= 18, digitCount >= count else { throw failure(expecting: expected) }
      var number: Int64 = 0
      for digit in bytes[position..<position + count] { number = number * 10 + Int64(digit - 0x30) }
      position += count
      return number
    }

    /// A number with an optional fraction after `.` or `,`: digits times ten to the power of
    /// `exponent`. Digits after the 18th of the fraction are passed over.
    mutating func decimal() throws(KhoError) -> Decimal {
      var decimal = Decimal(digits: 0, exponent: 0)
      guard digitCount > 0 else { throw failure(expecting: "a number") }
      func append(_ digit: UInt8) -> Bool {
        let (tenfold, isOverflow) = decimal.digits.multipliedReportingOverflow(by: 10)
        let (sum, isBeyond) = tenfold.addingReportingOverflow(Int128(digit - 0x30))
        decimal.digits = sum
        return !isOverflow && !isBeyond
      }
      for digit in bytes[position..<position + digitCount] {
        guard append(digit) else { throw failure(expecting: "a smaller number") }
      }
      position += digitCount
      guard take(".") || take(",") else { return decimal }
      guard digitCount > 0 else { throw failure(expecting: "a digit") }
      for digit in bytes[position..<position + min(digitCount, 18)] {
        guard append(digit) else { throw failure(expecting: "a smaller number") }
        decimal.exponent -= 1
      }
      position += digitCount
      return decimal
    }
  }

  /// A decimal number: `digits` times ten to the power of `exponent`.
  struct Decimal {
    var digits: Int128
    var exponent: Int
    var isFraction: Bool { exponent < 0 }
  }
}
