internal import GraphModel

/// Operands: level 12 of CIP2021-08-10. `operandRule` tells which of these rules reads the one that
/// starts here.
extension Parser {
  /// ( Expression )
  func parenthesized() throws(SyntaxFailure) -> Expression {
    let opening = advance()
    var expression = try expression(.predicate)
    try close(opening, .rightParenthesis, "parenthesis")
    expression.span = span(from: opening.start)
    return expression
  }

  /// PatternPredicate = PatternElement, ShortestPath
  func pattern() throws(SyntaxFailure) -> Expression {
    let start = current.start
    let pattern =
      startsShortestPath
      ? try shortestPath(from: start) : try patternElement(for: .match, from: start)
    return try node(.pattern(pattern), from: start)
  }

  /// ListLiteral = [ [Expressions] ]
  func list() throws(SyntaxFailure) -> Expression {
    let opening = advance()
    let elements = try expressions(before: .rightBracket)
    try close(opening, .rightBracket, "list")
    return try node(.list(elements), from: opening.start)
  }

  /// Expressions = [Expression { , Expression }]
  func expressions(
    before end: Token.Kind, _ use: ExpressionUse = .value
  ) throws(SyntaxFailure) -> [Expression] {
    var expressions: [Expression] = []
    guard !at(end) else { return expressions }
    repeat {
      expressions.append(try expression(use))
    } while skip(.comma)
    return expressions
  }

  /// MapLiteral = { [PropertyKeyName : Expression { , PropertyKeyName : Expression }] }
  func mapLiteral() throws(SyntaxFailure) -> Expression {
    let opening = advance()
    var entries: [Expression.MapEntry] = []
    if !at(.rightBrace) {
      repeat { entries.append(try mapEntry()) } while skip(.comma)
    }
    try close(opening, .rightBrace, "map")
    return try node(.map(entries), from: opening.start)
  }

  private func mapEntry() throws(SyntaxFailure) -> Expression.MapEntry {
    let key = try mapKey()
    return Expression.MapEntry(key: key, value: try expression())
  }

  private func mapKey() throws(SyntaxFailure) -> Name {
    let key = try name("a key")
    guard skip(.colon) else {
      throw unexpected(
        "':' after a map's key",
        hint: at(.rightBrace) ? "a parameter is written $\(key.text)" : nil)
    }
    return key
  }

  /// MapProjection = Variable { [ProjectionItem { , ProjectionItem }] }
  func mapProjection() throws(SyntaxFailure) -> Expression {
    let variable = try name("a variable")
    let opening = advance()
    let items = try mapProjectionItems()
    try close(opening, .rightBrace, "map projection")
    return try node(.mapProjection(variable, items), from: variable.span.start)
  }

  private func mapProjectionItems() throws(SyntaxFailure) -> [Expression.ProjectionItem] {
    var items: [Expression.ProjectionItem] = []
    guard !at(.rightBrace) else { return items }
    repeat {
      items.append(
        peek().kind == .colon ? .literal(try mapEntry()) : try mapSelector())
    } while skip(.comma)
    return items
  }

  /// ProjectionItem = PropertyKeyName : Expression | . * | . PropertyKeyName | Variable
  private func mapSelector() throws(SyntaxFailure) -> Expression.ProjectionItem {
    guard skip(.period) else { return .variable(try name("a key, '.key' or '.*'")) }
    return skip(.asterisk) ? .all : .property(try name("a property key"))
  }

  // MARK: Functions

  /// FunctionInvocation = FunctionName ( [DISTINCT] [Expressions] )
  func function() throws(SyntaxFailure) -> Expression {
    let start = current.start
    // The old function exists takes a pattern.
    let use: ExpressionUse = at(.exists) ? .predicate : .value
    let name = try dottedName("a function")
    let opening = advance()
    let isDistinct = skipSetQuantifier()
    let arguments = try expressions(before: .rightParenthesis, use)
    try close(opening, .rightParenthesis, "arguments of \(name.text)")
    return try node(.function(name, isDistinct: isDistinct, arguments), from: start)
  }

  /// Trim = TRIM ( [BOTH | LEADING | TRAILING] [Expression] FROM Expression ): a call of btrim,
  /// ltrim or rtrim
  func trim() throws(SyntaxFailure) -> Expression {
    let name = advance()
    let opening = advance()
    var function = "btrim"
    if skip(.leading) {
      function = "ltrim"
    } else if skip(.trailing) {
      function = "rtrim"
    } else {
      _ = skip(.both)
    }
    let characters = at(.from) ? nil : try expression()
    try expect(.from)
    let text = try expression()
    try close(opening, .rightParenthesis, "arguments of trim")
    return try node(
      .function(
        Name(function, at: name.span), isDistinct: false, [text] + [characters].compactMap(\.self)),
      from: name.start)
  }

  /// { Namespace . } Name
  func dottedName(_ what: String) throws(SyntaxFailure) -> Name {
    var name = try name(what)
    while skip(.period) {
      let part = try self.name("a name")
      name = Name("\(name.text).\(part.text)", at: name.span.union(part.span))
    }
    return name
  }

  // MARK: CASE

  /// Case = CASE [Expression] WHEN … THEN … { WHEN … THEN … } [ELSE Expression] END
  func caseExpression() throws(SyntaxFailure) -> Expression {
    let start = advance()
    let operand = at(.when) ? nil : try expression()
    var branches: [Expression.CaseBranch] = []
    repeat {
      branches.append(try caseBranch(isSimple: operand != nil))
    } while at(.when)
    let otherwise = skip(.else) ? try expression() : nil
    try closeCase(start, hasElse: otherwise != nil)
    return try node(
      .caseExpression(operand: operand, branches, otherwise: otherwise), from: start.start)
  }

  /// WHEN Condition { , Condition } THEN Expression, with one condition if there is no operand
  private func caseBranch(isSimple: Bool) throws(SyntaxFailure) -> Expression.CaseBranch {
    try expect(.when)
    let conditions = isSimple ? try caseConditions() : [try expression(.predicate)]
    try expect(.then)
    return Expression.CaseBranch(conditions: conditions, result: try expression())
  }

  private func caseConditions() throws(SyntaxFailure) -> [Expression] {
    try enterNesting()
    defer { nesting -= 1 }
    var conditions: [Expression] = []
    repeat { conditions.append(try caseCondition()) } while skip(.comma)
    return conditions
  }

  /// Condition = Expression, or what may follow an operand: (= | <> | < | <= | > | >= | =~ |
  ///   STARTS WITH | ENDS WITH) Expression, NullPredicate, TypePredicate, NormalizedPredicate
  private func caseCondition() throws(SyntaxFailure) -> Expression {
    let isPartial =
      switch kind {
      case .equals, .notEquals, .less, .lessOrEqual, .greater, .greaterOrEqual, .matches: true
      default: startsIsTest || (at(.starts) || at(.ends)) && peek().keyword == .with
      }
    guard isPartial else { return try expression() }
    let place = SourceSpan(start: current.start, end: current.start)
    let condition = try expression(after: Expression(.caseOperand, at: place))
    guard condition.isPartial else {
      throw syntaxError("expected THEN or ',' after the test of CASE's operand", at: condition.span)
    }
    return condition
  }

  private func closeCase(_ start: Token, hasElse: Bool) throws(SyntaxFailure) {
    guard !skip(.end) else { return }
    throw isAtEnd
      ? syntaxError("this CASE is not closed with END", at: start.span)
      : unexpected(hasElse ? "END" : "WHEN, ELSE or END")
  }

  // MARK: Leaves

  /// Literal | Parameter | COUNT ( * ) | Variable
  func leaf() throws(SyntaxFailure) -> Expression {
    let start = current.start
    let kind: Expression.Kind
    switch self.kind {
    case .number, .minus: kind = .literal(try numberLiteral(isNegative: skip(.minus)))
    case .string: kind = .literal(.string(try stringLiteral()))
    case .parameter: return try parameter()
    default: kind = try wordKind()
    }
    return Expression(kind, at: span(from: start))
  }

  private func wordKind() throws(SyntaxFailure) -> Expression.Kind {
    if at(.count), peek().kind == .leftParenthesis {
      index += 4
      return .countAll
    }
    if let value = keyword?.literal {
      index += 1
      return .literal(value)
    }
    return .variable(try name("an expression").text)
  }

  /// SignedNumericLiteral; the sign has been taken.
  func numberLiteral(isNegative: Bool) throws(SyntaxFailure) -> Value {
    let token = current
    try expect(.number)
    let decoder = LiteralDecoder(bytes: source[Int(token.start)..<Int(token.end)])
    do { return try decoder.number(isNegative: isNegative) } catch { throw .failed(error) }
  }

  /// StringLiteral; the current token is one.
  func stringLiteral() throws(SyntaxFailure) -> String { try quoted(advance()) }

  /// Parameter = $ (SymbolicName | Integer); the current token is one.
  func parameter() throws(SyntaxFailure) -> Expression {
    let token = advance()
    var name = token
    name.start += 1
    name.kind = source[Int(name.start)] == UInt8(ascii: "`") ? .quotedIdentifier : .identifier
    return Expression(.parameter(try text(ofName: name)), at: token.span)
  }
}
