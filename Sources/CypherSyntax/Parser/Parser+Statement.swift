internal import GraphModel

/// Statements, UNION and the order of clauses.
extension Parser {
  /// Statement = [EXPLAIN | PROFILE] (RegularQuery | SchemaCommand | ShowCommand) [;]
  func statement() throws(SyntaxFailure) -> Statement {
    let start = current.start
    if at(.cypher), peek().kind == .number || peek().kind == .identifier {
      throw unsupported(
        "a CYPHER prefix", at: current.span, hint: "leave it out: there is one version only")
    }
    let mode: Statement.Mode = skip(.explain) ? .explain : skip(.profile) ? .profile : .run
    guard !isAtEnd else { throw unexpected("a statement") }
    let kind = try statementKind()
    let span = span(from: start)
    let isTerminated = skip(.semicolon)
    guard isAtEnd else {
      throw unexpected("\(isTerminated ? "" : "a clause or ")the end of the query")
    }
    return Statement(mode: mode, kind: kind, span: span)
  }

  private func statementKind() throws(SyntaxFailure) -> Statement.Kind {
    if at(.show) { return .show(try showCommand()) }
    if let command = try schemaCommandIfPresent() { return .schema(command) }
    return .query(try query())
  }

  /// RegularQuery = SingleQuery { UNION [ALL | DISTINCT] SingleQuery }
  ///
  /// - Parameter needsResult: whether the clauses must end in a result or an update.
  func query(needsResult: Bool = true) throws(SyntaxFailure) -> Query {
    try enterNesting()
    defer { nesting -= 1 }
    var query = Query(first: try singleQuery(needsResult: needsResult), unions: [])
    while at(.union) {
      let start = advance().start
      let isAll = skip(.all)
      if !isAll { _ = skip(.distinct) }
      let span = span(from: start)
      if let first = query.unions.first, first.isAll != isAll {
        throw syntaxError(
          "UNION and UNION ALL cannot be mixed in one query", "InvalidClauseComposition", at: span)
      }
      let single = try singleQuery(needsResult: needsResult)
      query.unions.append(Query.Union(isAll: isAll, query: single, span: span))
    }
    return query
  }

  /// SingleQuery = Clause { Clause }
  private func singleQuery(needsResult: Bool) throws(SyntaxFailure) -> SingleQuery {
    let start = current.start
    var clauses: [Clause] = []
    while let clause = try clauseIfPresent() {
      clauses.append(clause)
      if case .return = clause.kind { break }
    }
    guard let last = clauses.last else {
      throw unexpected("a clause such as MATCH, CREATE or RETURN")
    }
    try checkClauses(clauses, last: last, needsResult: needsResult)
    return SingleQuery(clauses: clauses, span: span(from: start))
  }

  /// A query ends in RETURN, an update or a call; RETURN comes last, and YIELD * only in a call on
  /// its own.
  private func checkClauses(
    _ clauses: [Clause], last: Clause, needsResult: Bool
  ) throws(SyntaxFailure) {
    for clause in clauses where clauses.count > 1 {
      if case .call(let call) = clause.kind, call.yieldsAll {
        throw syntaxError("YIELD * is only for a CALL that is the whole query", at: clause.span)
      }
    }
    switch last.kind {
    case .return:
      if let keyword = current.keyword, Keyword.clauseStarts.contains(keyword) {
        throw syntaxError(
          "\(keyword.spelling) cannot follow RETURN", "InvalidClauseComposition", at: current.span,
          hint: "RETURN is the last clause; use WITH in the middle of a query")
      }
    case .match, .unwind, .with, .loadCSV:
      guard needsResult, isAtQueryEnd else { return }
      throw syntaxError(
        "a query must end with RETURN, an update or a call", "InvalidClauseComposition",
        at: last.span, hint: "add a RETURN clause")
    default: break
    }
  }

  private var isAtQueryEnd: Bool {
    isAtEnd || at(.semicolon) || at(.rightBrace) || at(.union)
  }
}
