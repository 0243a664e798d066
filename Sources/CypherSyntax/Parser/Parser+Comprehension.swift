internal import GraphModel

/// Expressions with a variable or a query of their own.
extension Parser {
  /// ListComprehension = [ Variable IN Expression [Where] [| Expression] ]
  func listComprehension() throws(SyntaxFailure) -> Expression {
    let opening = advance()
    let variable = try name("a variable")
    try expect(.in)
    let list = try expression(endingAtBar: true)
    let condition = skip(.where) ? try expression(.predicate, endingAtBar: true) : nil
    let projection = skip(.bar) ? try expression() : nil
    try close(opening, .rightBracket, "list comprehension")
    return try node(
      .listComprehension(
        variable: variable, list: list, predicate: condition, projection: projection),
      from: opening.start)
  }

  /// PatternComprehension = [ [Variable =] PatternElement [Where] | Expression ]
  func patternComprehension() throws(SyntaxFailure) -> Expression {
    let opening = advance()
    let pattern = try pathPattern(for: .match)
    let condition = skip(.where) ? try expression(.predicate, endingAtBar: true) : nil
    try expect(.bar, " and the value of the pattern comprehension")
    let projection = try expression()
    try close(opening, .rightBracket, "pattern comprehension")
    return try node(
      .patternComprehension(pattern, predicate: condition, projection: projection),
      from: opening.start)
  }

  /// Quantifier = (ALL | ANY | NONE | SINGLE) ( Variable IN Expression Where )
  func quantifier() throws(SyntaxFailure) -> Expression {
    let word = advance()
    let opening = advance()
    guard let quantifier = Expression.Quantifier(rawValue: word.keyword?.rawValue ?? "") else {
      throw unexpected("a quantifier")
    }
    let variable = try name("a variable")
    try expect(.in)
    let list = try expression()
    try expect(.where)
    let condition = try expression(.predicate)
    try close(opening, .rightParenthesis, "quantifier")
    return try node(
      .quantifier(quantifier, variable: variable, list: list, predicate: condition),
      from: word.start)
  }

  /// Reduce = REDUCE ( Variable = Expression , Variable IN Expression | Expression )
  func reduce() throws(SyntaxFailure) -> Expression {
    let word = advance()
    let opening = advance()
    let accumulator = try name("a variable")
    try expect(.equals)
    let initial = try expression()
    try expect(.comma)
    let variable = try name("a variable")
    try expect(.in)
    let list = try expression(endingAtBar: true)
    try expect(.bar, " and the step of reduce")
    let step = try expression()
    try close(opening, .rightParenthesis, "reduce")
    return try node(
      .reduce(
        accumulator: accumulator, initial: initial, variable: variable, list: list, step: step),
      from: word.start)
  }

  /// Subquery = (EXISTS | COUNT) { RegularQuery | Pattern [Where] } | COLLECT { RegularQuery }
  func subquery() throws(SyntaxFailure) -> Expression {
    try enterNesting()
    let word = advance()
    let opening = advance()
    let kind: Expression.Subquery.Kind =
      word.keyword == .exists ? .exists : word.keyword == .count ? .count : .collect
    let outer = isReadOnly
    isReadOnly = true
    let query =
      kind != .collect && startsPattern
      ? try patternQuery() : try query(needsResult: kind == .collect)
    isReadOnly = outer
    try close(opening, .rightBrace, "subquery")
    nesting -= 1
    return try node(.subquery(Expression.Subquery(kind: kind, query: query)), from: word.start)
  }

  private var startsPattern: Bool {
    at(.leftParenthesis) || startsShortestPath || current.isName && peek().kind == .equals
      || at(.all) || at(.any) || at(.shortest)
  }

  /// Pattern [Where], as the MATCH clause it stands for
  private func patternQuery() throws(SyntaxFailure) -> Query {
    try enterNesting()
    defer { nesting -= 1 }
    let start = current.start
    let patterns = try pathPatterns(for: .match)
    let match = Match(isOptional: false, patterns: patterns, predicate: try whereIfPresent())
    let span = span(from: start)
    return Query(
      first: SingleQuery(clauses: [Clause(.match(match), at: span)], span: span), unions: [])
  }
}
