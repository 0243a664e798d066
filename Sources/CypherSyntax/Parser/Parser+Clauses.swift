internal import GraphModel

/// Reading clauses, and the choice between all clauses.
extension Parser {
  /// Clause = Match | Unwind | With | Return | Create | Merge | Set | Remove | Delete | Call |
  ///   Foreach | LoadCSV
  func clauseIfPresent() throws(SyntaxFailure) -> Clause? {
    guard let keyword = current.keyword, Keyword.clauseStarts.contains(keyword) else { return nil }
    let start = current.start
    if isReadOnly, Keyword.updates.contains(keyword) {
      throw syntaxError(
        "\(keyword.spelling) cannot be used inside EXISTS, COUNT or COLLECT",
        "InvalidClauseComposition", at: current.span)
    }
    let kind = try clauseRule(keyword)(self)
    return Clause(kind, at: span(from: start))
  }

  /// A rule to read a clause by, as a value like `Rule`.
  typealias ClauseRule = (Parser) throws(SyntaxFailure) -> Clause.Kind

  private func clauseRule(_ keyword: Keyword) throws(SyntaxFailure) -> ClauseRule {
    switch keyword {
    case .match: return { p throws(SyntaxFailure) in try p.match(isOptional: false) }
    case .optional: return { p throws(SyntaxFailure) in try p.optionalClause() }
    case .unwind: return { p throws(SyntaxFailure) in try p.unwind() }
    case .with: return { p throws(SyntaxFailure) in .with(try p.with()) }
    case .return: return { p throws(SyntaxFailure) in .return(try p.returnProjection()) }
    case .create: return { p throws(SyntaxFailure) in .create(try p.create()) }
    case .merge: return { p throws(SyntaxFailure) in .merge(try p.merge()) }
    case .set: return { p throws(SyntaxFailure) in .set(try p.set()) }
    case .remove: return { p throws(SyntaxFailure) in .remove(try p.remove()) }
    case .delete, .detach: return { p throws(SyntaxFailure) in try p.delete() }
    case .call: return { p throws(SyntaxFailure) in try p.call(isOptional: false) }
    case .foreach: return { p throws(SyntaxFailure) in try p.foreach() }
    case .load: return { p throws(SyntaxFailure) in .loadCSV(try p.loadCSV()) }
    default: throw unexpected("a clause")
    }
  }

  private func optionalClause() throws(SyntaxFailure) -> Clause.Kind {
    advance()
    if at(.call) { return try call(isOptional: true) }
    guard at(.match) else { throw unexpected("MATCH") }
    return try match(isOptional: true)
  }

  /// Match = [OPTIONAL] MATCH Pattern [Where]
  private func match(isOptional: Bool) throws(SyntaxFailure) -> Clause.Kind {
    advance()
    let patterns = try pathPatterns(for: .match)
    let predicate = try whereIfPresent()
    return .match(Match(isOptional: isOptional, patterns: patterns, predicate: predicate))
  }

  /// Where = WHERE Expression
  func whereIfPresent() throws(SyntaxFailure) -> Expression? {
    skip(.where) ? try expression(.predicate) : nil
  }

  /// Unwind = UNWIND Expression AS Variable
  private func unwind() throws(SyntaxFailure) -> Clause.Kind {
    advance()
    let list = try expression()
    try expect(.as)
    return .unwind(list: list, variable: try name("a variable"))
  }

  /// Foreach = FOREACH ( Variable IN Expression | UpdatingClause { UpdatingClause } )
  private func foreach() throws(SyntaxFailure) -> Clause.Kind {
    try enterNesting()
    defer { nesting -= 1 }
    advance()
    let opening = current
    try expect(.leftParenthesis, " after FOREACH")
    let variable = try name("a variable")
    try expect(.in)
    let list = try expression(endingAtBar: true)
    try expect(.bar, " before the updates of FOREACH")
    var clauses: [Clause] = []
    while let clause = try updatingClauseIfPresent() { clauses.append(clause) }
    guard !clauses.isEmpty else { throw unexpected("an updating clause such as SET or CREATE") }
    try close(opening, .rightParenthesis, "FOREACH")
    return .foreach(variable: variable, list: list, clauses)
  }

  private func updatingClauseIfPresent() throws(SyntaxFailure) -> Clause? {
    guard let keyword = current.keyword, Keyword.clauseStarts.contains(keyword) else { return nil }
    guard Keyword.updates.contains(keyword) else {
      throw syntaxError(
        "\(keyword.spelling) cannot be used inside FOREACH", "InvalidClauseComposition",
        at: current.span)
    }
    return try clauseIfPresent()
  }

  /// LoadCSV = LOAD CSV [WITH HEADERS] FROM Expression AS Variable [FIELDTERMINATOR String]
  private func loadCSV() throws(SyntaxFailure) -> LoadCSV {
    advance()
    try expect(.csv)
    let hasHeaders = skip(.with)
    if hasHeaders { try expect(.headers) }
    try expect(.from)
    let source = try expression()
    try expect(.as)
    var load = LoadCSV(
      hasHeaders: hasHeaders, source: source, variable: try name("a variable"), fieldTerminator: nil
    )
    if skip(.fieldTerminator) {
      guard at(.string) else { throw unexpected("a string") }
      load.fieldTerminator = try stringLiteral()
    }
    return load
  }

  // MARK: CALL

  /// Call = [OPTIONAL] CALL (Procedure | [Scope] { RegularQuery })
  private func call(isOptional: Bool) throws(SyntaxFailure) -> Clause.Kind {
    let start = advance().span
    if at(.leftBrace) || at(.leftParenthesis) {
      return .callSubquery(try callSubquery(isOptional: isOptional))
    }
    guard !isOptional else {
      throw unsupported("OPTIONAL CALL of a procedure", at: start.union(current.span))
    }
    return .call(try procedureCall())
  }

  /// CallSubquery = [ ( [* | Variable { , Variable }] ) ] { RegularQuery }
  private func callSubquery(isOptional: Bool) throws(SyntaxFailure) -> CallSubquery {
    try enterNesting()
    defer { nesting -= 1 }
    var imports: [Name]?
    var importsAll = false
    let parenthesis = current
    if skip(.leftParenthesis) {
      imports = []
      importsAll = skip(.asterisk)
      if !importsAll, !at(.rightParenthesis) {
        repeat { imports?.append(try name("a variable")) } while skip(.comma)
      }
      try close(parenthesis, .rightParenthesis, "variables of the subquery")
    }
    let brace = current
    try expect(.leftBrace, " to open the subquery")
    let query = try query()
    try close(brace, .rightBrace, "subquery")
    if at(.in), (1...3).contains(where: { peek($0).keyword == .transactions }) {
      throw unsupported(
        "CALL … IN TRANSACTIONS", at: current.span,
        hint: "a statement is one transaction: run it for some rows at a time, with LIMIT")
    }
    return CallSubquery(
      query: query, imports: imports, importsAll: importsAll, isOptional: isOptional)
  }

  /// Procedure = ProcedureName [ ( [Expression { , Expression }] ) ] [YIELD (* | YieldItems)
  ///   [Where]]
  private func procedureCall() throws(SyntaxFailure) -> ProcedureCall {
    var call = ProcedureCall(
      name: try dottedName("a procedure's name, '{' or '('"), arguments: nil, yield: nil,
      yieldsAll: false, predicate: nil)
    let opening = current
    if skip(.leftParenthesis) {
      call.arguments = try expressions(before: .rightParenthesis)
      try close(opening, .rightParenthesis, "arguments of \(call.name.text)")
    }
    guard skip(.yield) else { return call }
    call.yieldsAll = skip(.asterisk)
    if !call.yieldsAll {
      var items: [ProcedureCall.YieldItem] = []
      repeat {
        let field = try name("a result field")
        items.append(.init(field: field, alias: skip(.as) ? try name("a variable") : nil))
      } while skip(.comma)
      call.yield = items
    }
    call.predicate = try whereIfPresent()
    return call
  }
}

extension Keyword {
  /// Words that open an updating clause.
  fileprivate static let updates: Set<Keyword> = [
    .create, .merge, .set, .remove, .delete, .detach, .foreach,
  ]
}
