internal import GraphModel

/// Reading clauses, and the choice between all clauses.
extension Parser {
  /// Clause = Match | Unwind | With | Return | Create | Merge | Set | Remove | Delete | Call | Foreach | LoadCSV
  mutating func clauseIfPresent() throws(KhoError) -> Clause? {
    guard let keyword = current.keyword, Keyword.clauseStarts.contains(keyword) else { return nil }
    let start = current.start
    if isReadOnly, Keyword.updates.contains(keyword) {
      throw syntaxError(
        "\(keyword.spelling) cannot be used inside EXISTS, COUNT or COLLECT",
        "InvalidClauseComposition", at: current.span)
    }
    let kind = try clauseKind(keyword)
    return Clause(kind, at: span(from: start))
  }

  private mutating func clauseKind(_ keyword: Keyword) throws(KhoError) -> Clause.Kind {
    switch keyword {
    case .match: return .match(try match(isOptional: false))
    case .optional: return try optionalClause()
    case .unwind: return try unwind()
    case .with: return .with(try with())
    case .return: return .return(try returnProjection())
    case .create: return .create(try create())
    case .merge: return .merge(try merge())
    case .set: return .set(try set())
    case .remove: return .remove(try remove())
    case .delete, .detach: return try delete()
    case .call: return try call(isOptional: false)
    case .foreach: return try foreach()
    case .load: return .loadCSV(try loadCSV())
    default: throw unexpected("a clause")
    }
  }

  private mutating func optionalClause() throws(KhoError) -> Clause.Kind {
    advance()
    if at(.call) { return try call(isOptional: true) }
    guard at(.match) else { throw unexpected("MATCH") }
    return .match(try match(isOptional: true))
  }

  /// Match = [OPTIONAL] MATCH Pattern [Where]
  private mutating func match(isOptional: Bool) throws(KhoError) -> Match {
    advance()
    let patterns = try pathPatterns(for: .match)
    return Match(isOptional: isOptional, patterns: patterns, predicate: try whereIfPresent())
  }

  /// Where = WHERE Expression
  mutating func whereIfPresent() throws(KhoError) -> Expression? {
    skip(.where) ? try predicate() : nil
  }

  /// Unwind = UNWIND Expression AS Variable
  private mutating func unwind() throws(KhoError) -> Clause.Kind {
    advance()
    let list = try expression()
    try expect(.as)
    return .unwind(list: list, variable: try name("a variable"))
  }

  /// Foreach = FOREACH ( Variable IN Expression | UpdatingClause { UpdatingClause } )
  private mutating func foreach() throws(KhoError) -> Clause.Kind {
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

  private mutating func updatingClauseIfPresent() throws(KhoError) -> Clause? {
    guard let keyword = current.keyword, Keyword.clauseStarts.contains(keyword) else { return nil }
    guard Keyword.updates.contains(keyword) else {
      throw syntaxError(
        "\(keyword.spelling) cannot be used inside FOREACH", "InvalidClauseComposition",
        at: current.span)
    }
    return try clauseIfPresent()
  }

  /// LoadCSV = LOAD CSV [WITH HEADERS] FROM Expression AS Variable [FIELDTERMINATOR String]
  private mutating func loadCSV() throws(KhoError) -> LoadCSV {
    advance()
    try expect(.csv)
    let hasHeaders = skip(.with)
    if hasHeaders { try expect(.headers) }
    try expect(.from)
    let source = try expression()
    try expect(.as)
    var load = LoadCSV(
      hasHeaders: hasHeaders, source: source, variable: try name("a variable"), fieldTerminator: nil)
    if skip(.fieldTerminator) {
      guard at(.string) else { throw unexpected("a string") }
      load.fieldTerminator = try stringLiteral()
    }
    return load
  }

  // MARK: CALL

  /// Call = [OPTIONAL] CALL (Procedure | [Scope] { RegularQuery })
  private mutating func call(isOptional: Bool) throws(KhoError) -> Clause.Kind {
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
  private mutating func callSubquery(isOptional: Bool) throws(KhoError) -> CallSubquery {
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
    if at(.in), peek().keyword == .transactions || peek(2).keyword == .transactions {
      throw unsupported("CALL … IN TRANSACTIONS", at: current.span)
    }
    return CallSubquery(
      query: query, imports: imports, importsAll: importsAll, isOptional: isOptional)
  }

  /// Procedure = ProcedureName [ ( [Expression { , Expression }] ) ] [YIELD (* | YieldItems) [Where]]
  private mutating func procedureCall() throws(KhoError) -> ProcedureCall {
    var call = ProcedureCall(
      name: try dottedName("a procedure's name, '{' or '('"), arguments: nil, yield: nil,
      yieldsAll: false, predicate: nil)
    if at(.leftParenthesis) { call.arguments = try arguments(of: "procedure call") }
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
