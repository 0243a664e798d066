internal import CypherSyntax
internal import GraphModel
internal import GraphStorage

/// CALL of procedures, CALL of subqueries, FOREACH.
extension Binder {
  /// InQueryCall, StandaloneCall (CIP2015-06-24).
  /// - Returns: the bound call and, for a standalone one, its result columns.
  func bind(
    _ call: ProcedureCall, isStandalone: Bool, at span: SourceSpan
  ) throws(KhoError) -> (BoundCall, [BoundColumn]) {
    guard
      let procedure = procedures[call.name.text] ?? .ofCatalog(named: call.name.text, in: catalog)
    else {
      throw KhoError(
        .procedureError, "ProcedureNotFound", "no procedure '\(call.name.text)' is registered",
        phase: .compileTime, at: call.name.span,
        hint: suggestion(for: call.name.text, among: procedures.keys + Procedure.catalogNames))
    }
    if call.arguments == nil, !isStandalone {
      throw KhoError(
        .syntaxError, "InvalidArgumentPassingMode",
        "inside a query, arguments of a procedure are given in parentheses", phase: .compileTime,
        at: call.name.span)
    }
    let given =
      call.arguments
      ?? procedure.inputs.map { Expression(.parameter($0.name), at: call.name.span) }
    guard given.count == procedure.inputs.count else {
      throw KhoError(
        .syntaxError, "InvalidNumberOfArguments",
        "expected \(procedure.inputs.count) arguments for \(procedure.name), found \(given.count)",
        phase: .compileTime, at: span)
    }
    var arguments: [BoundExpression] = []
    for (argument, input) in zip(given, procedure.inputs) {
      if argument.containsAggregate { throw misplacedAggregate(argument.span) }
      let bound = try bind(argument)
      try require(bound, input.typeSet, "argument of type \(input.type)")
      arguments.append(bound)
    }
    var outputs: [(field: Int, slot: Slot)] = []
    var columns: [BoundColumn] = []
    let items =
      call.yield
      ?? (isStandalone || call.yieldsAll
        ? procedure.outputs.map {
          ProcedureCall.YieldItem(field: Name($0.name, at: span), alias: nil)
        } : [])
    for item in items {
      guard let field = procedure.outputs.firstIndex(where: { $0.name == item.field.text }) else {
        throw KhoError(
          .syntaxError, "UndefinedVariable",
          "\(procedure.name) has no result field '\(item.field.text)'", phase: .compileTime,
          at: item.field.span,
          hint: suggestion(for: item.field.text, among: procedure.outputs.map(\.name)))
      }
      let name = item.alias ?? item.field
      try checkNew(name)
      let slot = declare(name.text, procedure.outputs[field].typeSet)
      outputs.append((field, slot))
      columns.append(BoundColumn(name: name.text, slot: slot))
    }
    var predicates: [BoundExpression] = []
    for conjunct in call.predicate?.conjuncts ?? [] {
      predicates.append(try bindPredicate(conjunct))
    }
    let bound = BoundCall(
      procedure: procedure, arguments: arguments, outputs: outputs, predicates: predicates,
      span: span)
    return (bound, columns)
  }

  /// CALL [(variables)] { Query }
  func bind(_ call: CallSubquery, at span: SourceSpan) throws(KhoError) -> BoundClause {
    let before = scope
    var inner = Scope()
    if call.importsAll {
      inner = before
    } else if let imports = call.imports {
      for name in imports { inner.add(try imported(name, from: before)) }
    } else {
      // The old form: a leading WITH of plain variables in each part imports them.
      for name in call.query.importedNames { inner.add(try imported(name, from: before)) }
    }
    var (bound, outer) = try inSubquery { () throws(KhoError) -> BoundQuery in
      scope = inner
      return try bind(call.query)
    }
    scope = before
    copyColumns(of: &bound, sharedWith: before.slots)
    for column in bound.columns {
      try checkNew(Name(column.name, at: span))
      scope.add(
        Scope.Variable(name: column.name, storage: .slot(column.slot), type: .any))
    }
    return .subquery(
      bound, outerSlots: outer, returnsRows: !bound.columns.isEmpty, isOptional: call.isOptional)
  }

  /// Columns that are outer variables get slots of their own: where an optional subquery has no row
  /// they are null, and the outer variables are not.
  private func copyColumns(of query: inout BoundQuery, sharedWith outer: SlotSet) {
    guard query.columns.contains(where: { outer.contains($0.slot) }), query.parts.count == 1 else {
      return
    }
    var projection = BoundProjection(columns: [])
    for index in query.columns.indices {
      let column = query.columns[index]
      let slot = outer.contains(column.slot) ? newSlot() : column.slot
      projection.items.append(
        BoundProjection.Item(
          slot: slot,
          expression: SlotExpression(
            column.slot, name: column.name, type: .any, at: SourceSpan(start: 0, end: 0))))
      query.columns[index].slot = slot
    }
    projection.columns = query.columns
    query.parts[0].clauses.append(.projection(projection))
    query.parts[0].columns = query.columns
  }

  private func imported(_ name: Name, from scope: Scope) throws(KhoError) -> Scope.Variable {
    guard let variable = scope[name.text] else { throw undefined(name.text, at: name.span) }
    return variable
  }

  /// Foreach = FOREACH (variable IN list | updating clauses)
  func bindForeach(
    _ variable: Name, _ list: Expression, _ body: [Clause]
  ) throws(KhoError) -> BoundClause {
    let bound = try bind(list)
    try require(bound, .list, "list")
    let before = scope
    defer { scope = before }
    try checkNew(variable)
    let slot = declare(variable.text, bound.elementType)
    var clauses: [BoundClause] = []
    for clause in body {
      switch clause.kind {
      case .create(let patterns): clauses.append(.create(try bindCreate(patterns)))
      case .merge(let merge): clauses.append(.merge(try bind(merge)))
      case .set(let items): clauses.append(.set(try bind(items)))
      case .remove(let items): clauses.append(.remove(try bind(items)))
      case .delete(let isDetaching, let expressions):
        clauses.append(.delete(try bindDelete(expressions), isDetaching: isDetaching))
      case .foreach(let variable, let list, let body):
        clauses.append(try bindForeach(variable, list, body))
      default:
        throw KhoError(
          .syntaxError, "InvalidClauseComposition", "FOREACH takes updating clauses only",
          phase: .compileTime, at: clause.span)
      }
    }
    return .foreach(list: bound, slot: slot, clauses)
  }
}

extension Query {
  /// Variables that the leading WITH of each part imports.
  fileprivate var importedNames: [Name] {
    ([first] + unions.map(\.query)).flatMap { part -> [Name] in
      guard case .with(let projection)? = part.clauses.first?.kind else { return [] }
      return projection.items.compactMap { item in
        guard case .variable(let name) = item.expression.kind else { return nil }
        return Name(name, at: item.expression.span)
      }
    }
  }
}

extension Procedure.Field {
  /// The static types that a value given for the field may have; an integer will do for a float.
  var typeSet: TypeSet {
    switch type.uppercased().filter({ $0 != "?" && $0 != " " }) {
    case "STRING": .string
    case "INTEGER", "INT": .integer
    case "FLOAT", "NUMBER": .number
    case "BOOLEAN", "BOOL": .boolean
    case "MAP": .map
    case "NODE": .node
    case "RELATIONSHIP": .relationship
    case "PATH": .path
    case "DATE": .date
    case "DURATION": .duration
    default: type.uppercased().hasPrefix("LIST") ? .list : .any
    }
  }
}
