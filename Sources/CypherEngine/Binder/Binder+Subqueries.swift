internal import CypherSyntax
internal import GraphModel

/// EXISTS, COUNT and COLLECT in braces, and the patterns that are short for them.
extension Binder {
  /// Binds with `body` what stands in braces, and returns the outer slots it reads.
  func inSubquery<R>(_ body: () throws(KhoError) -> R) throws(KhoError) -> (R, [Slot]) {
    let saved = (scope, aggregation, aliases)
    frames.append(Frame(outer: scope.slots))
    aggregation = .forbidden
    aliases = []
    defer { (scope, aggregation, aliases) = saved }
    let result: R
    do { result = try body() } catch {
      frames.removeLast()
      throw error
    }
    let frame = frames.removeLast()
    return (result, frame.referenced.sorted())
  }

  func bindSubquery(
    _ subquery: Expression.Subquery, at span: SourceSpan
  ) throws(KhoError) -> BoundExpression {
    try checkReadsOnly(subquery.query)
    return try bindSubquery(subquery.query, subquery.kind, at: span)
  }

  /// - Parameter takesFirst: whether the value is the first row's instead of a list of all.
  private func bindSubquery(
    _ query: Query, _ kind: Expression.Subquery.Kind, takesFirst: Bool = false,
    at span: SourceSpan
  ) throws(KhoError) -> SubqueryExpression {
    var imports: [SubqueryExpression.Import] = []
    let outerScope = scope
    let (bound, outer) = try inSubquery { () throws(KhoError) -> BoundQuery in
      // Local variables of list expressions become slots, which the subquery's rows carry.
      for variable in outerScope.variables {
        guard case .local(let index) = variable.storage else { continue }
        let slot = newSlot()
        imports.append(
          SubqueryExpression.Import(
            local: LocalExpression(index, name: variable.name, type: variable.type, at: span),
            slot: slot))
        scope.add(
          Scope.Variable(name: variable.name, storage: .slot(slot), type: variable.type))
      }
      return try bind(query)
    }
    let boundKind: SubqueryExpression.Kind
    switch kind {
    case .exists: boundKind = .exists
    case .count: boundKind = .count
    case .collect:
      guard bound.columns.count == 1 else {
        throw KhoError(
          .syntaxError, "InvalidSubquery", "COLLECT needs a query that returns one column",
          phase: .compileTime, at: span)
      }
      boundKind = takesFirst ? .first(bound.columns[0].slot) : .collect(bound.columns[0].slot)
    }
    let expression = SubqueryExpression(
      index: subqueries.count, kind: boundKind, query: bound, imports: imports, outerSlots: outer,
      at: span)
    subqueries.append(expression)
    return expression
  }

  private func checkReadsOnly(_ query: Query) throws(KhoError) {
    for clause in ([query.first] + query.unions.map(\.query)).flatMap(\.clauses) {
      switch clause.kind {
      case .create, .merge, .set, .remove, .delete, .foreach:
        throw KhoError(
          .syntaxError, "InvalidClauseComposition", "a subquery in an expression cannot update",
          phase: .compileTime, at: clause.span)
      case .callSubquery(let call): try checkReadsOnly(call.query)
      case .match, .unwind, .with, .return, .call, .loadCSV: break
      }
    }
  }

  /// `[path = pattern WHERE predicate | projection]` is `COLLECT { MATCH … RETURN projection }`.
  func bindPatternComprehension(
    _ pattern: PathPattern, _ predicate: Expression?, _ projection: Expression,
    at span: SourceSpan
  ) throws(KhoError) -> BoundExpression {
    if projection.containsAggregate { throw misplacedAggregate(projection.span) }
    return try bindSubquery(
      Query(matching: pattern, predicate, returning: projection, at: span), .collect, at: span)
  }

  /// A pattern as a predicate is `EXISTS { … }`; `shortestPath(…)` is the first path that MATCH
  /// finds.
  func bindPatternExpression(
    _ pattern: PathPattern, at span: SourceSpan
  ) throws(KhoError) -> BoundExpression {
    var pattern = pattern
    switch pattern.selector {
    case .all:
      for name in pattern.names where scope[name.text] == nil {
        throw undefined(name.text, at: name.span)
      }
      return try bindSubquery(
        Query(matching: pattern, nil, returning: Expression(.literal(true), at: span), at: span),
        .exists, at: span)
    case .shortestPath, .allShortestPaths, .shortest, .shortestGroups:
      // The name cannot be written in a query, so it hides nothing.
      let name = Name(" path", at: span)
      pattern.variable = name
      let path = Expression(.variable(name.text), at: span)
      return try bindSubquery(
        Query(matching: pattern, nil, returning: path, at: span), .collect,
        takesFirst: pattern.selector == .shortestPath, at: span)
    }
  }
}

extension PathPattern {
  /// Variables written in it.
  var names: [Name] {
    ([start] + steps.map(\.node)).compactMap(\.variable)
      + steps.flatMap { step in
        step.relationship.repetition?.pattern.names
          ?? [step.relationship.variable].compactMap(\.self)
      }
  }
}

extension Query {
  fileprivate init(
    matching pattern: PathPattern, _ predicate: Expression?, returning projection: Expression,
    at span: SourceSpan
  ) {
    let item = Projection.Item(
      expression: projection, alias: Name(" value", at: span), text: " value")
    self.init(
      first: SingleQuery(
        clauses: [
          Clause(
            .match(Match(isOptional: false, patterns: [pattern], predicate: predicate)), at: span),
          Clause(
            .return(Projection(isDistinct: false, includesAll: false, items: [item])), at: span),
        ], span: span), unions: [])
  }
}
