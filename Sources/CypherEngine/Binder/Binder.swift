internal import CypherSyntax
internal import GraphModel
internal import GraphStorage

/// Names to slots: resolves variables, labels, types, keys, functions and procedures, and finds
/// every error that the text alone shows. One binder binds one statement.
///
/// Table of contents: this file has statements and clauses; `+Patterns` MATCH patterns;
/// `+Projection` WITH and RETURN; `+Updates` CREATE, MERGE, SET, REMOVE, DELETE; `+Calls` CALL and
/// FOREACH; `+Expressions` expressions; `+Subqueries` braces and patterns in expressions.
final class Binder {
  let catalog: GraphTransaction
  let procedures: [String: Procedure]
  /// Functions of the host program, by their lower-case name.
  let functions: [String: ScalarFunction]
  var names = NameTable()
  var slotCount = 0
  var localCount = 0
  var subqueries: [SubqueryExpression] = []
  var notifications: [Notification] = []
  /// Names that some clause of the statement creates, so that not knowing them yet is no mistake.
  var createdNames: Set<String> = []

  var scope = Scope()
  /// How an aggregate function is taken where the binder stands.
  var aggregation: AggregationScope = .forbidden
  /// The projections being bound, innermost last.
  var projections: [ProjectionScope] = []
  /// In ORDER BY and WHERE after aggregation or DISTINCT: slots that are projected.
  var aliases: SlotSet = []
  /// Whether that expression has an aggregate function in it.
  var isInsideAggregating = false
  /// What holds the operand of the CASE whose conditions are being bound.
  var caseOperand: LocalExpression?
  /// Whether each part gives the same each time it is run within a run of the statement, as far as
  /// functions, procedures and files go.
  var isRepeatable = true
  /// Enclosing subqueries, and which slots from outside each reads.
  var frames: [Frame] = []

  struct Frame {
    var outer: SlotSet
    var referenced: SlotSet = []
  }

  init(
    catalog: GraphTransaction, procedures: [String: Procedure],
    functions: [String: ScalarFunction]
  ) {
    self.catalog = catalog
    self.procedures = procedures
    self.functions = functions
  }

  func newSlot() -> Slot {
    defer { slotCount += 1 }
    return slotCount
  }

  func newLocal() -> Int {
    defer { localCount += 1 }
    return localCount
  }

  /// Declares a variable in a new slot.
  func declare(_ name: String, _ type: TypeSet, elementType: TypeSet = .any) -> Slot {
    let slot = newSlot()
    scope.add(
      Scope.Variable(name: name, storage: .slot(slot), type: type, elementType: elementType))
    return slot
  }

  // MARK: Queries

  /// Binds a query in the scope the binder stands in. The scope afterwards is the one before.
  /// - Parameter isRoot: whether the query is a statement rather than a subquery.
  func bind(_ query: Query, isRoot: Bool = false) throws(KhoError) -> BoundQuery {
    let outer = scope
    var parts = [try bind(query.first, isRoot: isRoot)]
    for union in query.unions {
      scope = outer
      if union.isAll != query.unions[0].isAll {
        throw KhoError(
          .syntaxError, "InvalidClauseComposition", "UNION and UNION ALL cannot be mixed",
          phase: .compileTime, at: union.span)
      }
      parts.append(try bind(union.query, isRoot: isRoot))
    }
    scope = outer
    for (part, union) in zip(parts.dropFirst(), query.unions)
    where part.columns.map(\.name) != parts[0].columns.map(\.name) {
      guard Set(part.columns.map(\.name)) == Set(parts[0].columns.map(\.name)) else {
        throw KhoError(
          .syntaxError, "DifferentColumnsInUnion",
          "expected the same columns on both sides of UNION, found "
            + "\(list(parts[0].columns)) and \(list(part.columns))",
          phase: .compileTime, at: union.span)
      }
    }
    let columns =
      parts.count == 1
      ? parts[0].columns
      : parts[0].columns.map { BoundColumn(name: $0.name, slot: newSlot()) }
    return BoundQuery(
      parts: parts, isDistinct: query.unions.first.map { !$0.isAll } ?? false, columns: columns,
      isWriting: parts.contains { $0.clauses.contains { $0.isWriting } })
  }

  private func list(_ columns: [BoundColumn]) -> String {
    columns.map(\.name).joined(separator: ", ")
  }

  private func bind(
    _ query: SingleQuery, isRoot: Bool
  ) throws(KhoError) -> BoundQuery.Part {
    note(createdBy: query.clauses)
    var clauses: [BoundClause] = []
    var columns: [BoundColumn] = []
    for (index, clause) in query.clauses.enumerated() {
      try checkPlace(of: clause, at: index, in: query, isRoot: isRoot)
      switch clause.kind {
      case .match(let match): clauses.append(.match(try bind(match)))
      case .unwind(let list, let variable):
        let list = try bind(list)
        try checkNew(variable)
        clauses.append(
          .unwind(list: list, slot: declare(variable.text, list.elementType)))
      case .with(let projection):
        clauses.append(.projection(try bind(projection, isReturn: false, at: clause.span)))
      case .return(let projection):
        let bound = try bind(projection, isReturn: true, at: clause.span)
        columns = bound.columns
        clauses.append(.projection(bound))
      case .create(let patterns): clauses.append(.create(try bindCreate(patterns)))
      case .merge(let merge): clauses.append(.merge(try bind(merge)))
      case .set(let items): clauses.append(.set(try bind(items)))
      case .remove(let items): clauses.append(.remove(try bind(items)))
      case .delete(let isDetaching, let expressions):
        clauses.append(
          .delete(try bindDelete(expressions), isDetaching: isDetaching))
      case .call(let call):
        isRepeatable = false
        let isStandalone = isRoot && query.clauses.count == 1
        let (bound, callColumns) = try bind(call, isStandalone: isStandalone, at: clause.span)
        if isStandalone { columns = callColumns }
        clauses.append(.call(bound))
      case .callSubquery(let call): clauses.append(try bind(call, at: clause.span))
      case .foreach(let variable, let list, let body):
        clauses.append(try bindForeach(variable, list, body))
      case .loadCSV(let load):
        isRepeatable = false
        let source = try bind(load.source)
        try checkNew(load.variable)
        clauses.append(
          .loadCSV(
            source: source, slot: declare(load.variable.text, load.hasHeaders ? .map : .list),
            hasHeaders: load.hasHeaders, fieldTerminator: load.fieldTerminator))
      }
    }
    return BoundQuery.Part(clauses: clauses, columns: columns)
  }

  /// Clause composition (openCypher 9, "Query structure"): RETURN ends a query, reading follows
  /// updating only across WITH, and a query returns or updates something.
  private func checkPlace(
    of clause: Clause, at index: Int, in query: SingleQuery, isRoot: Bool
  ) throws(KhoError) {
    if index > 0, case .return = query.clauses[index - 1].kind {
      throw KhoError(
        .syntaxError, "InvalidClauseComposition", "RETURN can only be the last clause",
        phase: .compileTime, at: query.clauses[index - 1].span)
    }
    guard index == query.clauses.count - 1, frames.isEmpty else { return }
    switch clause.kind {
    case .match, .unwind, .with, .loadCSV:
      throw KhoError(
        .syntaxError, "InvalidClauseComposition",
        "a query cannot end here: expected RETURN or an updating clause", phase: .compileTime,
        at: clause.span)
    default: break
    }
  }

  /// The variable must not be there yet.
  func checkNew(_ name: Name) throws(KhoError) {
    if scope[name.text] != nil {
      throw KhoError(
        .syntaxError, "VariableAlreadyBound", "the variable '\(name.text)' is already there",
        phase: .compileTime, at: name.span)
    }
  }

  // MARK: Names, with warnings for those that nothing in the store has

  func label(_ name: Name, warns: Bool = true) -> Int {
    if warns, catalog.label(named: name.text) == nil {
      warn("UnknownLabel", "label", name, among: catalog.labelNames)
    }
    return names.label(name.text)
  }

  func relationshipType(_ name: Name, warns: Bool = true) -> Int {
    if warns, catalog.relationshipType(named: name.text) == nil {
      warn(
        "UnknownRelationshipType", "relationship type", name, among: catalog.relationshipTypeNames)
    }
    return names.type(name.text)
  }

  func propertyKey(_ name: Name, warns: Bool = true) -> Int {
    if warns, catalog.propertyKey(named: name.text) == nil {
      warn("UnknownPropertyKey", "property key", name, among: catalog.propertyKeyNames)
    }
    return names.key(name.text)
  }

  private func warn(_ code: String, _ what: String, _ name: Name, among known: [String]) {
    guard !createdNames.contains(name.text), catalog.nodeCount > 0 else { return }
    let warning = Notification(
      code: code, message: "no \(what) '\(name.text)' is in the store", span: name.span,
      hint: suggestion(for: name.text, among: known))
    if !notifications.contains(warning) { notifications.append(warning) }
  }

  private func note(createdBy clauses: [Clause]) {
    for clause in clauses {
      switch clause.kind {
      case .create(let patterns): note(created: patterns)
      case .merge(let merge):
        note(created: [merge.pattern])
        for item in merge.onCreate + merge.onMatch { note(set: item) }
      case .foreach(_, _, let body): note(createdBy: body)
      case .set(let items): for item in items { note(set: item) }
      default: break
      }
    }
  }

  private func note(set item: SetItem) {
    switch item {
    case .property(_, let key, _): createdNames.insert(key.text)
    case .replaceAll(_, let value), .mergeAll(_, let value): note(created: value)
    case .labels(_, let labels): createdNames.formUnion(labels.map(\.text))
    case .dynamicProperty: break
    }
  }

  private func note(created patterns: [PathPattern]) {
    for pattern in patterns {
      for node in [pattern.start] + pattern.steps.map(\.node) {
        note(created: node.labels)
        note(created: node.properties)
      }
      for step in pattern.steps {
        note(created: step.relationship.types)
        note(created: step.relationship.properties)
      }
    }
  }

  private func note(created labels: LabelExpression?) {
    switch labels {
    case .name(let name): createdNames.insert(name.text)
    case .all(let parts), .any(let parts): for part in parts { note(created: part) }
    case .not, .wildcard, nil: break
    }
  }

  private func note(created properties: Expression?) {
    if case .map(let entries) = properties?.kind {
      for entry in entries { createdNames.insert(entry.key.text) }
    }
  }
}

extension BoundClause {
  var isWriting: Bool {
    switch self {
    case .create, .merge, .set, .remove, .delete, .foreach: true
    case .subquery(let query, _, _, _): query.isWriting
    case .match, .unwind, .projection, .call, .loadCSV: false
    }
  }
}

/// "did you mean 'x'?" for the nearest of `known`, if one is near.
func suggestion(for name: String, among known: [String]) -> String? {
  let limit = name.utf8.count / 3
  var best: (name: String, distance: Int)?
  for candidate in known where candidate != name {
    let distance = editDistance(name.lowercased(), candidate.lowercased(), limit: limit)
    if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
  }
  return best.map { "did you mean '\($0.name)'?" }
}

/// Levenshtein's distance, or `limit + 1` where it is larger.
private func editDistance(_ a: String, _ b: String, limit: Int) -> Int {
  let a = Array(a.unicodeScalars.prefix(64))
  let b = Array(b.unicodeScalars.prefix(64))
  if abs(a.count - b.count) > limit { return limit + 1 }
  var row = Array(0...b.count)
  for (i, x) in a.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for (j, y) in b.enumerated() {
      let next = min(row[j] + 1, row[j + 1] + 1, diagonal + (x == y ? 0 : 1))
      diagonal = row[j + 1]
      row[j + 1] = next
    }
  }
  return row[b.count]
}
