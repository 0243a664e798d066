internal import GraphModel

/// One token: what it is and where it stands. 16 bytes; its text is read from the source where it
/// is needed.
struct Token {
  enum Kind: String {
    case identifier = "a name"
    case quotedIdentifier = "a quoted name"
    case number = "a number"
    case string = "a string"
    case parameter = "a parameter"
    case leftParenthesis = "("
    case rightParenthesis = ")"
    case leftBracket = "["
    case rightBracket = "]"
    case leftBrace = "{"
    case rightBrace = "}"
    case comma = ","
    case semicolon = ";"
    case colon = ":"
    case doubleColon = "::"
    case period = "."
    case doublePeriod = ".."
    case bar = "|"
    case doubleBar = "||"
    case ampersand = "&"
    case exclamation = "!"
    case equals = "="
    case notEquals = "<>"
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case matches = "=~"
    case plus = "+"
    case plusEquals = "+="
    case minus = "-"
    case asterisk = "*"
    case slash = "/"
    case percent = "%"
    case circumflex = "^"
    /// The end of the text, or the place where it stops being tokens.
    case endOfText = "the end of the query"
  }

  var kind: Kind
  /// Which keyword an unquoted name is.
  var keyword: Keyword?
  var start: UInt32
  var end: UInt32
  /// Of a bracket: the index of the one that closes or opens it; its own index if there is none.
  var partner: UInt32

  var span: SourceSpan { SourceSpan(start: start, end: end) }
  var isName: Bool { kind == .identifier || kind == .quotedIdentifier }
}
