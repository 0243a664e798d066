internal import GraphModel

/// Text to tokens, once and from left to right. Brackets are paired on the way, so that the parser
/// can look past a closing one at no cost.
///
/// The first thing that is no token ends the list; its error is kept in `failure`, to be raised if
/// the parser gets so far.
struct Lexer {
  private var scanner: Scanner
  private(set) var tokens: [Token] = []
  private(set) var failure: KhoError?
  private var openBrackets: [Int] = []

  init(_ bytes: [UInt8]) {
    scanner = Scanner(bytes)
    tokens.reserveCapacity(bytes.count / 4 + 1)
    while scanToken() {}
  }

  /// Appends the next token.
  /// - Returns: whether there may be more.
  private mutating func scanToken() -> Bool {
    if let comment = scanner.skipTrivia() {
      return fail("UnexpectedSyntax", "this comment is not closed", from: comment, to: comment + 2)
    }
    let start = scanner.offset
    guard !scanner.isAtEnd else {
      // Right after the last token: that is where something is missing.
      scanner.offset = Int(tokens.last?.end ?? 0)
      append(.endOfText, from: scanner.offset)
      return false
    }
    switch scanner.byte() {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "_"):
      scanner.skipIdentifierRest()
      append(.identifier, from: start)
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      scanNumber()
    case UInt8(ascii: ".") where isDigit(scanner.byte(ahead: 1)):
      scanNumber()
    case UInt8(ascii: "'"), UInt8(ascii: "\""):
      return scanQuoted(.string, from: start)
    case UInt8(ascii: "`"):
      return scanQuoted(.quotedIdentifier, from: start)
    case UInt8(ascii: "$"):
      return scanParameter()
    case 0x80...:
      return scanForeign()
    default:
      return scanSymbol()
    }
    return true
  }

  private mutating func append(_ kind: Token.Kind, from start: Int) {
    let range = start..<scanner.offset
    tokens.append(
      Token(
        kind: kind, keyword: kind == .identifier ? Keyword(scanner.bytes[range]) : nil,
        start: UInt32(clamping: start), end: UInt32(clamping: range.upperBound),
        partner: UInt32(clamping: tokens.count)))
  }

  private mutating func fail(
    _ detail: String, _ message: String, from start: Int, to end: Int, hint: String? = nil
  ) -> Bool {
    let span = SourceSpan(start: UInt32(clamping: start), end: UInt32(clamping: end))
    failure = KhoError(.syntaxError, detail, message, phase: .compileTime, at: span, hint: hint)
    scanner.offset = start
    append(.endOfText, from: start)
    return false
  }

  /// A number runs on over letters and digits that touch it, so that `12ab` is one faulty number
  /// and not two tokens.
  private mutating func scanNumber() {
    let start = scanner.offset
    let isDecimal = !(scanner.byte() == UInt8(ascii: "0") && isRadixLetter(scanner.byte(ahead: 1)))
    scanner.skipIdentifierRest()
    if isDecimal, scanner.byte() == UInt8(ascii: "."), isDigit(scanner.byte(ahead: 1)) {
      scanner.offset += 1
      scanner.skipIdentifierRest()
    }
    let last = scanner.bytes[scanner.offset - 1] | 0x20
    let sign = scanner.byte()
    if isDecimal, last == UInt8(ascii: "e"), sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"),
      isDigit(scanner.byte(ahead: 1))
    {
      scanner.offset += 1
      scanner.skipIdentifierRest()
    }
    append(.number, from: start)
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
  private func isRadixLetter(_ byte: UInt8) -> Bool {
    byte | 0x20 == UInt8(ascii: "x") || byte == UInt8(ascii: "o")
  }

  private mutating func scanQuoted(_ kind: Token.Kind, from start: Int) -> Bool {
    let quote = scanner.offset
    guard scanner.skipQuoted() else {
      let what = kind == .string ? "this string" : "this quoted name"
      return fail("UnexpectedSyntax", "\(what) is not closed", from: quote, to: quote + 1)
    }
    append(kind, from: start)
    return true
  }

  private mutating func scanParameter() -> Bool {
    let start = scanner.offset
    scanner.offset += 1
    if scanner.byte() == UInt8(ascii: "`") { return scanQuoted(.parameter, from: start) }
    scanner.skipIdentifierRest()
    if scanner.offset == start + 1 {
      return fail(
        "UnexpectedSyntax", "expected a parameter's name after '$'", from: start, to: start + 1)
    }
    append(.parameter, from: start)
    return true
  }

  /// What is not ASCII: the start of a name, or nothing of Cypher's.
  private mutating func scanForeign() -> Bool {
    let start = scanner.offset
    let (scalar, size) = scanner.scalar()
    guard scalar.properties.isXIDStart else {
      let isDash = scalar.properties.generalCategory == .dashPunctuation || scalar == "\u{2212}"
      let name = scalar.properties.isDefaultIgnorableCodePoint ? "" : " '\(scalar)'"
      let digits = String(scalar.value, radix: 16, uppercase: true)
      let padding = String(repeating: "0", count: max(0, 4 - digits.utf8.count))
      return fail(
        "InvalidUnicodeCharacter",
        "the character\(name) (U+\(padding)\(digits)) has no meaning here",
        from: start, to: start + size, hint: isDash ? "did you mean '-'?" : nil)
    }
    scanner.offset += size
    scanner.skipIdentifierRest()
    append(.identifier, from: start)
    return true
  }

  private mutating func scanSymbol() -> Bool {
    let start = scanner.offset
    guard let (kind, size) = symbol(scanner.byte(), scanner.byte(ahead: 1)) else {
      let name =
        scanner.byte() < 0x20 || scanner.byte() == 0x7F ? "a control character" : "'\(text)'"
      return fail("UnexpectedSyntax", "unexpected \(name)", from: start, to: start + 1)
    }
    scanner.offset += size
    append(kind, from: start)
    pairBracket(kind)
    return true
  }

  private var text: Character { Character(Unicode.Scalar(scanner.byte())) }

  private func symbol(_ first: UInt8, _ second: UInt8) -> (Token.Kind, size: Int)? {
    switch (Unicode.Scalar(first), Unicode.Scalar(second)) {
    case ("(", _): (.leftParenthesis, 1)
    case (")", _): (.rightParenthesis, 1)
    case ("[", _): (.leftBracket, 1)
    case ("]", _): (.rightBracket, 1)
    case ("{", _): (.leftBrace, 1)
    case ("}", _): (.rightBrace, 1)
    case (",", _): (.comma, 1)
    case (";", _): (.semicolon, 1)
    case (":", ":"): (.doubleColon, 2)
    case (":", _): (.colon, 1)
    case (".", "."): (.doublePeriod, 2)
    case (".", _): (.period, 1)
    case ("|", "|"): (.doubleBar, 2)
    case ("|", _): (.bar, 1)
    case ("&", _): (.ampersand, 1)
    case ("!", _): (.exclamation, 1)
    case ("=", "~"): (.matches, 2)
    case ("=", _): (.equals, 1)
    case ("<", ">"): (.notEquals, 2)
    case ("<", "="): (.lessOrEqual, 2)
    case ("<", _): (.less, 1)
    case (">", "="): (.greaterOrEqual, 2)
    case (">", _): (.greater, 1)
    case ("+", "="): (.plusEquals, 2)
    case ("+", _): (.plus, 1)
    case ("-", _): (.minus, 1)
    case ("*", _): (.asterisk, 1)
    case ("/", _): (.slash, 1)
    case ("%", _): (.percent, 1)
    case ("^", _): (.circumflex, 1)
    default: nil
    }
  }

  private mutating func pairBracket(_ kind: Token.Kind) {
    let index = tokens.count - 1
    let opening: Token.Kind
    switch kind {
    case .leftParenthesis, .leftBracket, .leftBrace:
      openBrackets.append(index)
      return
    case .rightParenthesis: opening = .leftParenthesis
    case .rightBracket: opening = .leftBracket
    case .rightBrace: opening = .leftBrace
    default: return
    }
    guard let partner = openBrackets.last, tokens[partner].kind == opening else { return }
    openBrackets.removeLast()
    tokens[partner].partner = UInt32(clamping: index)
    tokens[index].partner = UInt32(clamping: partner)
  }
}
