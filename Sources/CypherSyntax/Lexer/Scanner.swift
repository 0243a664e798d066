/// Moves over a text's bytes by what every reader of Cypher agrees on: space, comments, quotes.
struct Scanner {
  let bytes: [UInt8]
  var offset = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The byte `distance` ahead; zero, which no token starts with, past the end.
  func byte(ahead distance: Int = 0) -> UInt8 {
    offset + distance < bytes.count ? bytes[offset + distance] : 0
  }

  var isAtEnd: Bool { offset >= bytes.count }

  /// The scalar at `offset` and its size; U+FFFD where the bytes are not UTF-8.
  func scalar() -> (scalar: Unicode.Scalar, size: Int) {
    var iterator = bytes[min(offset, bytes.count)..<min(offset + 4, bytes.count)].makeIterator()
    var decoder = UTF8()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return ("\u{FFFD}", 1) }
    return (scalar, UTF8.width(scalar))
  }

  /// Skips space and comments.
  /// - Returns: the offset of a comment that is not closed, if one is met: the scanner is then at
  ///   the end.
  mutating func skipTrivia() -> Int? {
    while !isAtEnd {
      switch (byte(), byte(ahead: 1)) {
      case (0x09...0x0D, _), (0x1C...0x20, _):
        offset += 1
      case (UInt8(ascii: "/"), UInt8(ascii: "/")):
        while !isAtEnd, byte() != 0x0A, byte() != 0x0D { offset += 1 }
      case (UInt8(ascii: "/"), UInt8(ascii: "*")):
        let start = offset
        offset += 2
        while !isAtEnd, !(byte() == UInt8(ascii: "*") && byte(ahead: 1) == UInt8(ascii: "/")) {
          offset += 1
        }
        if isAtEnd { return start }
        offset += 2
      case (0x80..., _):
        let (scalar, size) = scalar()
        // A byte order mark is space at the start of a text only.
        guard scalar.properties.isWhitespace || scalar == "\u{FEFF}" && offset == 0 else {
          return nil
        }
        offset += size
      default:
        return nil
      }
    }
    return nil
  }

  /// Skips a string or a delimited identifier, whose quote is the current byte. A doubled quote
  /// stands for itself, and so does a quote after a backslash.
  /// - Returns: whether it is closed.
  mutating func skipQuoted() -> Bool {
    let quote = byte()
    offset += 1
    while !isAtEnd {
      let current = byte()
      offset += 1
      if current == UInt8(ascii: "\\") {
        offset = min(offset + 1, bytes.count)
      } else if current == quote {
        if byte() != quote { return true }
        offset += 1
      }
    }
    return false
  }

  /// Skips what is quoted, or else one byte.
  mutating func skipToken() {
    switch byte() {
    case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "`"): _ = skipQuoted()
    default: offset = min(offset + 1, bytes.count)
    }
  }

  /// Skips letters, digits and whatever else may stand inside a name.
  mutating func skipIdentifierRest() {
    while !isAtEnd {
      switch byte() {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
        offset += 1
      case 0x80...:
        let (scalar, size) = scalar()
        guard scalar.properties.isXIDContinue else { return }
        offset += size
      default:
        return
      }
    }
  }
}
