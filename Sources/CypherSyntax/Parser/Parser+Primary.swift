internal import GraphModel

/// Operands: level 12 of CIP2021-08-10. Words that are variables too have their meaning only where what follows shows
/// that it is meant.
extension Parser {
  /// Primary = Literal | Parameter | Case | Count | Exists | MapProjection | Comprehension | Quantifier | Reduce
  ///   | ShortestPath | FunctionInvocation | Variable | PatternPredicate | ( Expression )
  mutating func primary() throws(KhoError) -> Expression {
    switch current.kind {
    case .number, .minus: return try number()
    case .string:
      let token = current
      return Expression(.literal(.string(try stringLiteral())), at: token.span)
    case .parameter: return try parameter()
    case .leftParenthesis: return try parenthesized()
    case .leftBracket: return try bracketed()
    case .leftBrace: return try mapLiteral()
    case .quotedIdentifier: return try named()
    case .identifier: return try word()
    default: throw unexpected("an expression")
    }
  }

  /// What starts with an unquoted name.
  private mutating func word() throws(KhoError) -> Expression {
    let next = peek()
    switch current.keyword {
    case nil: return try named()
    case .true: return literal(.boolean(true))
    case .false: return literal(.boolean(false))
    case .null: return literal(.null)
    case .nan: return literal(.float(.nan))
    case .inf, .infinity: return literal(.float(.infinity))
    case .case where startsOperand(next): return try caseExpression()
    case .exists, .count, .collect:
      if next.kind == .leftBrace, peek(2).kind != .period { return try subquery() }
    case .all, .any, .some(.none), .single:
      if next.kind == .leftParenthesis, peek(2).isName, peek(3).keyword == .in {
        return try quantifier()
      }
    case .reduce:
      if next.kind == .leftParenthesis, peek(2).isName, peek(3).kind == .equals {
        return try reduce()
      }
    case .shortestPath, .allShortestPaths:
      if startsShortestPath {
        let pattern = try shortestPath()
        return try node(.pattern(pattern), from: pattern.span.start)
      }
    case .not:
      if startsOperand(next) {
        throw unexpected("an operand", hint: "put NOT and what it negates in parentheses")
      }
    case .some(let keyword):
      // A variable may be called `match`; but with another operand after it, it is MATCH in the wrong place.
      if Keyword.continuations.contains(keyword), !Keyword.infixWords.contains(keyword),
        startsOperand(next), next.kind != .leftBracket, next.kind != .plus, next.kind != .minus,
        next.keyword.map({ !Keyword.continuations.contains($0) }) ?? true
      {
        throw unexpected("an expression")
      }
    }
    return try named()
  }

  /// A function, a map projection or a variable.
  private mutating func named() throws(KhoError) -> Expression {
    if functionParenthesis != nil { return try function() }
    if peek().kind == .leftBrace { return try mapProjection() }
    let name = try name("a variable")
    return Expression(.variable(name.text), at: name.span)
  }

  // MARK: Literals

  private mutating func literal(_ value: Value) -> Expression {
    let token = advance()
    return Expression(.literal(value), at: token.span)
  }

  private mutating func number() throws(KhoError) -> Expression {
    let start = current.start
    let isNegative = skip(.minus)
    return Expression(.literal(try numberLiteral(isNegative: isNegative)), at: span(from: start))
  }

  /// SignedNumericLiteral; the sign has been taken.
  mutating func numberLiteral(isNegative: Bool) throws(KhoError) -> Value {
    let token = current
    try expect(.number)
    return try LiteralDecoder(bytes: source[Int(token.start)..<Int(token.end)])
      .number(isNegative: isNegative)
  }

  /// StringLiteral; the current token is one.
  mutating func stringLiteral() throws(KhoError) -> String {
    let token = advance()
    return try LiteralDecoder(bytes: source[Int(token.start)..<Int(token.end)]).quoted()
  }

  /// Parameter = $ (SymbolicName | Integer); the current token is one.
  mutating func parameter() throws(KhoError) -> Expression {
    let token = advance()
    var name = token
    name.start += 1
    name.kind = source[Int(name.start)] == UInt8(ascii: "`") ? .quotedIdentifier : .identifier
    return Expression(.parameter(try text(ofName: name)), at: token.span)
  }

  /// MapLiteral = { [PropertyKeyName : Expression { , PropertyKeyName : Expression }] }
  mutating func mapLiteral() throws(KhoError) -> Expression {
    let opening = advance()
    var entries: [Expression.MapEntry] = []
    if !at(.rightBrace) {
      if current.isName, peek().kind == .rightBrace {
        throw syntaxError(
          "expected ':' and a value after a map's key", at: peek().span,
          hint: "a parameter is written $\(text(of: current))")
      }
      repeat { entries.append(try mapEntry()) } while skip(.comma)
    }
    try close(opening, .rightBrace, "map")
    return try node(.map(entries), from: opening.start)
  }

  private mutating func mapEntry() throws(KhoError) -> Expression.MapEntry {
    let key = try name("a key")
    try expect(.colon, " after a map's key")
    return Expression.MapEntry(key: key, value: try expression())
  }

  // MARK: Brackets

  /// ( Expression ), or a pattern that starts with a node
  private mutating func parenthesized() throws(KhoError) -> Expression {
    if startsPathPattern(at: index) {
      let pattern = try patternElement(for: .match)
      return try node(.pattern(pattern), from: pattern.span.start)
    }
    let opening = advance()
    var expression = try predicate()
    try close(opening, .rightParenthesis, "parenthesis")
    expression.span = span(from: opening.start)
    return expression
  }

  /// ListLiteral = [ [Expression { , Expression }] ], or a comprehension
  private mutating func bracketed() throws(KhoError) -> Expression {
    let opening = current
    let isNamed = peek().isName
    if isNamed, peek(2).keyword == .in {
      let content = contentOfBracket(at: index)
      if content.hasBar || content.hasWhere || !content.hasComma { return try listComprehension() }
    }
    let pattern = isNamed && peek(2).kind == .equals ? index + 3 : index + 1
    if startsPathPattern(at: pattern), contentOfBracket(at: index).hasBar {
      return try patternComprehension()
    }
    advance()
    var elements: [Expression] = []
    if !at(.rightBracket) {
      repeat { elements.append(try expression()) } while skip(.comma)
    }
    try close(opening, .rightBracket, "list")
    return try node(.list(elements), from: opening.start)
  }

  // MARK: Functions and projections

  /// FunctionInvocation = FunctionName ( [DISTINCT] [Expression { , Expression }] ), COUNT ( * )
  private mutating func function() throws(KhoError) -> Expression {
    let start = current.start
    if at(.count), peek(2).kind == .asterisk, peek(3).kind == .rightParenthesis {
      index += 4
      return Expression(.countAll, at: span(from: start))
    }
    let isExists = at(.exists)
    let name = try dottedName("a function")
    let opening = advance()
    let isDistinct = skipSetQuantifier()
    var arguments: [Expression] = []
    if !at(.rightParenthesis) {
      repeat {
        // The old function exists takes a pattern.
        arguments.append(isExists ? try predicate() : try expression())
      } while skip(.comma)
    }
    try close(opening, .rightParenthesis, "arguments of \(name.text)")
    return try node(.function(name, isDistinct: isDistinct, arguments), from: start)
  }

  /// ( [Expression { , Expression }] )
  mutating func arguments(of what: String) throws(KhoError) -> [Expression] {
    let opening = advance()
    var arguments: [Expression] = []
    if !at(.rightParenthesis) {
      repeat { arguments.append(try expression()) } while skip(.comma)
    }
    try close(opening, .rightParenthesis, "arguments of the \(what)")
    return arguments
  }

  /// { Namespace . } Name
  mutating func dottedName(_ what: String) throws(KhoError) -> Name {
    var name = try name(what)
    while skip(.period) {
      let part = try self.name("a name")
      name = Name("\(name.text).\(part.text)", at: name.span.union(part.span))
    }
    return name
  }

  /// MapProjection = Variable { [ProjectionItem { , ProjectionItem }] }
  private mutating func mapProjection() throws(KhoError) -> Expression {
    let variable = try name("a variable")
    let opening = advance()
    var items: [Expression.ProjectionItem] = []
    if !at(.rightBrace) {
      repeat { items.append(try mapProjectionItem()) } while skip(.comma)
    }
    try close(opening, .rightBrace, "map projection")
    return try node(.mapProjection(variable, items), from: variable.span.start)
  }

  /// ProjectionItem = . * | . PropertyKeyName | PropertyKeyName : Expression | Variable
  private mutating func mapProjectionItem() throws(KhoError) -> Expression.ProjectionItem {
    if skip(.period) {
      return skip(.asterisk) ? .all : .property(try name("a property key"))
    }
    guard peek().kind == .colon else { return .variable(try name("a key, '.key' or '.*'")) }
    return .literal(try mapEntry())
  }

  // MARK: CASE

  /// Case = CASE [Expression] WHEN … THEN … { WHEN … THEN … } [ELSE Expression] END
  private mutating func caseExpression() throws(KhoError) -> Expression {
    let start = advance()
    var operand: Expression?
    if !at(.when) { operand = try expression() }
    guard at(.when) else { throw unexpected("WHEN") }
    var branches: [Expression.CaseBranch] = []
    while skip(.when) {
      var conditions: [Expression] = []
      repeat {
        conditions.append(operand == nil ? try predicate() : try expression())
      } while operand != nil && skip(.comma)
      try expect(.then)
      branches.append(Expression.CaseBranch(conditions: conditions, result: try expression()))
    }
    let otherwise = skip(.else) ? try expression() : nil
    guard skip(.end) else {
      throw isAtEnd
        ? syntaxError("this CASE is not closed with END", at: start.span)
        : unexpected(otherwise == nil ? "WHEN, ELSE or END" : "END")
    }
    return try node(.caseExpression(operand: operand, branches, otherwise: otherwise), from: start.start)
  }
}
