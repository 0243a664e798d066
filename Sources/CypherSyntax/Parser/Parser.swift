internal import GraphModel

/// Recursive descent over the tokens of one statement. This file holds the machinery; the grammar
/// is in the extensions, each method below the openCypher rule it reads:
///
/// - `Parser+Statement`: statement, EXPLAIN, UNION, the order of clauses
/// - `Parser+Clauses`: MATCH, UNWIND, CALL, FOREACH, LOAD CSV
/// - `Parser+Projection`: WITH, RETURN, YIELD
/// - `Parser+Updates`: CREATE, MERGE, SET, REMOVE, DELETE
/// - `Parser+Schema`: indexes, constraints, SHOW
/// - `Parser+Pattern`, `Parser+Labels`: path patterns and label expressions
/// - `Parser+Expression`: operators by precedence
/// - `Parser+Postfix`: what may follow an operand: `.key`, `[index]`, `:Label`
/// - `Parser+Primary`: literals, names, functions, CASE, lists and maps
/// - `Parser+Comprehension`: everything with a variable of its own
/// - `Parser+Lookahead`: which of two readings a place has, at bounded cost
/// - `Parser+Errors`: "expected X, found Y"
///
/// No rule is tried and taken back: look-ahead decides, and each token is looked at a bounded
/// number of times.
final class Parser {
  let source: [UInt8]
  let tokens: [Token]
  /// Why the tokens end before the text does.
  let lexicalError: KhoError?
  /// The current token's.
  var index = 0
  /// How many expressions, subqueries and label expressions the parser is inside of.
  var nesting = 0
  /// The height of the highest expression tree read since this was last set to zero; a leaf's is
  /// zero.
  var height = 0
  /// Whether `|` ends the expression that is being read, as in a comprehension, and joins no
  /// labels.
  var endsAtBar = false
  /// Whether updating clauses are forbidden: inside EXISTS, COUNT and COLLECT.
  var isReadOnly = false
  /// Operands and operators whose right-hand side is being read, of all expressions the parser is
  /// inside of.
  var operands: [Operand] = []
  var operators: [PendingOperator] = []

  init(_ source: [UInt8]) {
    let lexer = Lexer(source)
    self.source = source
    tokens = lexer.tokens
    lexicalError = lexer.failure
  }

  // MARK: Tokens

  var current: Token { tokens[index] }
  var kind: Token.Kind { tokens[index].kind }
  var keyword: Keyword? { tokens[index].keyword }

  /// The token `distance` ahead; the last one past the end.
  func peek(_ distance: Int = 1) -> Token { token(at: index + distance) }
  func token(at index: Int) -> Token { tokens[min(index, tokens.count - 1)] }

  @discardableResult
  func advance() -> Token {
    let token = current
    if token.kind != .endOfText { index += 1 }
    return token
  }

  /// Whether the whole text has been read.
  var isAtEnd: Bool { kind == .endOfText && lexicalError == nil }

  func at(_ kind: Token.Kind) -> Bool { self.kind == kind }
  func at(_ keyword: Keyword) -> Bool { self.keyword == keyword }

  func skip(_ kind: Token.Kind) -> Bool {
    guard at(kind) else { return false }
    index += 1
    return true
  }

  func skip(_ keyword: Keyword) -> Bool {
    guard at(keyword) else { return false }
    index += 1
    return true
  }

  func expect(_ kind: Token.Kind, _ purpose: String = "") throws(SyntaxFailure) {
    guard skip(kind) else { throw unexpected("'\(kind.rawValue)'\(purpose)") }
  }

  func expect(_ keyword: Keyword) throws(SyntaxFailure) {
    guard skip(keyword) else { throw unexpected(keyword.spelling) }
  }

  /// Takes the bracket that closes the one at `opening`, or says that it is never closed.
  func close(
    _ opening: Token, _ kind: Token.Kind, _ what: String
  ) throws(SyntaxFailure) {
    guard !skip(kind) else { return }
    throw isAtEnd
      ? syntaxError("this '\(opening.kind.rawValue)' is not closed", at: opening.span)
      : unexpected("'\(kind.rawValue)' to close the \(what)")
  }

  // MARK: Text

  func text(of token: Token) -> String { text(from: token.start, to: token.end) }
  func text(from start: UInt32, to end: UInt32) -> String {
    String(decoding: source[Int(start)..<max(Int(start), Int(end))], as: UTF8.self)
  }

  /// The end of the last token taken.
  var previousEnd: UInt32 { index > 0 ? tokens[index - 1].end : 0 }
  /// From `start` to the end of the last token taken.
  func span(from start: UInt32) -> SourceSpan { SourceSpan(start: start, end: previousEnd) }

  // MARK: Names

  /// SymbolicName = UnescapedSymbolicName | EscapedSymbolicName
  func name(_ what: String) throws(SyntaxFailure) -> Name {
    guard current.isName else { throw unexpected(what) }
    let token = advance()
    return Name(try text(ofName: token), at: token.span)
  }

  func nameIfPresent() throws(SyntaxFailure) -> Name? {
    current.isName ? try name("a name") : nil
  }

  func text(ofName token: Token) throws(SyntaxFailure) -> String {
    guard token.kind == .quotedIdentifier else { return text(of: token) }
    return try quoted(token)
  }

  /// What stands between a token's quotes.
  func quoted(_ token: Token) throws(SyntaxFailure) -> String {
    let decoder = LiteralDecoder(bytes: source[Int(token.start)..<Int(token.end)])
    do { return try decoder.quoted() } catch { throw .failed(error) }
  }

  // MARK: Limits

  /// To be called by every rule that can be inside of itself, with `defer { nesting -= 1 }`.
  func enterNesting() throws(SyntaxFailure) {
    guard nesting < Limits.nesting else { throw nestingTooDeep }
    nesting += 1
  }

  /// An expression above those read since `height` was last set to zero.
  func node(
    _ kind: Expression.Kind, from start: UInt32
  ) throws(SyntaxFailure) -> Expression {
    height += 1
    guard height <= Limits.nesting else { throw nestingTooDeep }
    return Expression(kind, at: span(from: start))
  }
}
