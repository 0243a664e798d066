internal import GraphModel

/// Which of two readings a place has. Brackets are paired by the lexer, so that each look costs a
/// few tokens, or at most the tokens directly inside one pair of brackets.
extension Parser {
  /// A rule to read an operand by. A value, so that what all nesting passes through is small on the
  /// stack.
  typealias Rule = (Parser) throws(SyntaxFailure) -> Expression

  /// Primary = Literal | Parameter | Case | Count | Exists | MapProjection | Comprehension |
  ///   Quantifier | Reduce
  ///   | ShortestPath | FunctionInvocation | Variable | PatternPredicate | ( Expression )
  func operandRule() throws(SyntaxFailure) -> Rule {
    switch kind {
    case .number, .minus, .string, .parameter: return { p throws(SyntaxFailure) in try p.leaf() }
    case .leftParenthesis:
      return startsPathPattern(at: index)
        ? { p throws(SyntaxFailure) in try p.pattern() }
        : { p throws(SyntaxFailure) in try p.parenthesized() }
    case .leftBracket: return bracketRule
    case .leftBrace: return { p throws(SyntaxFailure) in try p.mapLiteral() }
    case .quotedIdentifier: return nameRule
    case .identifier: return try wordRule ?? nameRule
    default: throw unexpected("an expression")
    }
  }

  private var nameRule: Rule {
    if isFunction { return { p throws(SyntaxFailure) in try p.function() } }
    if peek().kind == .leftBrace { return { p throws(SyntaxFailure) in try p.mapProjection() } }
    return { p throws(SyntaxFailure) in try p.leaf() }
  }

  /// Whether a name, or names with periods between, are followed by a parenthesis.
  private var isFunction: Bool {
    var next = index
    while token(at: next).isName {
      switch token(at: next + 1).kind {
      case .leftParenthesis: return true
      case .period: next += 2
      default: return false
      }
    }
    return false
  }

  /// The rule of an operand that starts with a keyword, if the keyword has its meaning here. All of
  /// them are names too: what follows decides.
  private var wordRule: Rule? {
    get throws(SyntaxFailure) {
      guard let keyword else { return nil }
      let next = peek()
      switch keyword {
      case _ where keyword.literal != nil: return { p throws(SyntaxFailure) in try p.leaf() }
      case .case where startsOperand(next):
        return { p throws(SyntaxFailure) in try p.caseExpression() }
      case .exists where startsSubquery, .count where startsSubquery, .collect where startsSubquery:
        return { p throws(SyntaxFailure) in try p.subquery() }
      case .trim where next.kind == .leftParenthesis && contentOfBracket(at: index + 1).hasFrom:
        return { p throws(SyntaxFailure) in try p.trim() }
      case .count
      where next.kind == .leftParenthesis && peek(2).kind == .asterisk
        && peek(3).kind == .rightParenthesis:
        return { p throws(SyntaxFailure) in try p.leaf() }
      case .all where startsBinding(.in), .any where startsBinding(.in),
        .none where startsBinding(.in), .single where startsBinding(.in):
        return { p throws(SyntaxFailure) in try p.quantifier() }
      case .reduce where startsBinding(.equals):
        return { p throws(SyntaxFailure) in try p.reduce() }
      case .shortestPath where startsShortestPath, .allShortestPaths where startsShortestPath:
        return { p throws(SyntaxFailure) in try p.pattern() }
      case .not where startsOperand(next):
        throw unexpected("an operand", hint: "put NOT and what it negates in parentheses")
      case _ where isMisplaced(keyword, before: next): throw unexpected("an expression")
      default: return nil
      }
    }
  }

  private var startsSubquery: Bool { peek().kind == .leftBrace && peek(2).kind != .period }

  /// Whether `word ( name IN` stands here.
  private func startsBinding(_ keyword: Keyword) -> Bool {
    peek().kind == .leftParenthesis && peek(2).isName && peek(3).keyword == keyword
  }

  /// Whether `word ( name =` stands here.
  private func startsBinding(_ kind: Token.Kind) -> Bool {
    peek().kind == .leftParenthesis && peek(2).isName && peek(3).kind == kind
  }

  /// A variable may be called `match`; but with another operand after it, it is MATCH in the wrong
  /// place.
  private func isMisplaced(_ keyword: Keyword, before next: Token) -> Bool {
    guard Keyword.continuations.contains(keyword), !Keyword.infixWords.contains(keyword),
      startsOperand(next), next.keyword.map({ !Keyword.continuations.contains($0) }) ?? true
    else { return false }
    switch next.kind {
    case .leftBracket, .plus, .minus: return false
    default: return true
    }
  }

  var startsShortestPath: Bool {
    (at(.shortestPath) || at(.allShortestPaths)) && peek().kind == .leftParenthesis
  }

  /// Whether a token can be the first one of an operand, after a word such as NOT, CASE or DISTINCT
  /// that is otherwise a name itself.
  func startsOperand(_ token: Token) -> Bool {
    switch token.kind {
    case .identifier: token.keyword.map { !Keyword.infixWords.contains($0) } ?? true
    case .quotedIdentifier, .number, .string, .parameter, .leftParenthesis, .leftBracket,
      .leftBrace, .plus, .minus:
      true
    default: false
    }
  }

  /// Whether a token is the last one of an operand, so that a word after it is no operand.
  private func endsOperand(_ token: Token) -> Bool {
    switch token.kind {
    case .identifier:
      token.keyword.map { $0 == .end || $0 != .not && !Keyword.continuations.contains($0) } ?? true
    case .quotedIdentifier, .number, .string, .parameter, .rightParenthesis, .rightBracket,
      .rightBrace:
      true
    default: false
    }
  }

  // MARK: Brackets

  /// `[x IN list]` is a comprehension, unless a comma makes it a list of such tests.
  private var bracketRule: Rule {
    let isNamed = peek().isName
    let content = contentOfBracket(at: index)
    if isNamed, peek(2).keyword == .in, content.hasBar || content.hasWhere || !content.hasComma {
      return { p throws(SyntaxFailure) in try p.listComprehension() }
    }
    let pattern = isNamed && peek(2).kind == .equals ? index + 3 : index + 1
    return content.hasBar && startsPathPattern(at: pattern)
      ? { p throws(SyntaxFailure) in try p.patternComprehension() }
      : { p throws(SyntaxFailure) in try p.list() }
  }

  /// What stands directly inside the brackets that open at `index`.
  private func contentOfBracket(
    at index: Int
  ) -> (hasBar: Bool, hasWhere: Bool, hasComma: Bool, hasFrom: Bool) {
    var content = (hasBar: false, hasWhere: false, hasComma: false, hasFrom: false)
    let end = min(Int(token(at: index).partner), tokens.count - 1)
    var next = index + 1
    while next < end {
      let token = tokens[next]
      switch token.kind {
      case .bar: content.hasBar = true
      case .comma: content.hasComma = true
      case .identifier where token.keyword == .where: content.hasWhere = true
      case .identifier where token.keyword == .from && endsOperand(tokens[next - 1]):
        content.hasFrom = true
      case .leftParenthesis, .leftBracket, .leftBrace: next = max(next, Int(token.partner))
      default: break
      }
      next += 1
    }
    return content
  }

  // MARK: Patterns

  /// Whether the keyword at `index` is where a pattern's element goes on after its variable: WHERE
  /// or IS that is not itself the variable's name.
  func startsElementRest(at index: Int) -> Bool {
    let keyword = token(at: index).keyword
    guard keyword == .where || keyword == .is else { return false }
    switch token(at: index + 1).kind {
    case .rightParenthesis, .rightBracket, .colon, .leftBrace, .parameter, .asterisk: return false
    case .identifier:
      let next = token(at: index + 1).keyword
      return next != .where && next != .is
    default: return true
    }
  }

  /// Whether a path pattern of at least one relationship starts at the parenthesis at `index`: what
  /// is inside may be a node pattern, and what follows is a relationship's arrow.
  private func startsPathPattern(at index: Int) -> Bool {
    let opening = token(at: index)
    guard opening.kind == .leftParenthesis, opening.partner > index else { return false }
    return mayBeNodePattern(at: index + 1) && startsRelationship(at: Int(opening.partner) + 1)
  }

  private func mayBeNodePattern(at first: Int) -> Bool {
    // A value: (NaN) - -(NaN) is a difference.
    if token(at: first).keyword?.literal != nil { return false }
    var next = first
    if token(at: next).isName, !startsElementRest(at: next) { next += 1 }
    switch token(at: next).kind {
    case .rightParenthesis, .colon: return true
    case .parameter: return token(at: next + 1).kind == .rightParenthesis
    case .leftBrace:
      let after = token(at: Int(token(at: next).partner) + 1)
      return after.kind == .rightParenthesis || after.keyword == .where
    default: return startsElementRest(at: next)
    }
  }

  private func startsRelationship(at first: Int) -> Bool {
    let line = token(at: first).kind == .less ? first + 1 : first
    guard token(at: line).kind == .minus else { return false }
    let next = token(at: line + 1)
    if next.kind == .leftBracket {
      return next.partner > line && token(at: Int(next.partner) + 1).kind == .minus
    }
    guard next.kind == .minus else { return false }
    switch token(at: line + 2).kind {
    case .leftParenthesis, .greater, .plus, .asterisk, .leftBrace: return true
    default: return false
    }
  }
}

extension Keyword {
  /// The value the word stands for in an expression: TRUE, FALSE, NULL, NAN, INF, INFINITY.
  var literal: Value? {
    switch self {
    case .true: .boolean(true)
    case .false: .boolean(false)
    case .null: .null
    case .nan: .float(.nan)
    case .inf, .infinity: .float(.infinity)
    default: nil
    }
  }
}
