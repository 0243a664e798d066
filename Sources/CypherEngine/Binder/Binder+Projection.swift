internal import CypherSyntax
internal import GraphModel

/// How an aggregate function is taken at a place.
enum AggregationScope {
  /// Not at all: `InvalidAggregation`.
  case forbidden
  /// Inside another aggregate: `NestedAggregation`.
  case nested
  /// In an item of an aggregating projection, which may otherwise use grouping keys only
  /// (CIP2021-07-07).
  case allowed
  /// After aggregation or DISTINCT, without aggregates of its own: keys only.
  case keysOnly
}

/// The grouping keys and aggregates of the projection being bound.
struct ProjectionScope {
  struct Key {
    var expression: BoundExpression
    var slot: Slot
  }
  var keys: [Key] = []
  var aggregates: [BoundProjection.Aggregate] = []
}

/// WITH and RETURN.
extension Binder {
  /// With = WITH ProjectionBody [Where]; Return = RETURN ProjectionBody
  func bind(
    _ projection: Projection, isReturn: Bool, at span: SourceSpan
  ) throws(KhoError) -> BoundProjection {
    let before = scope
    let items = try namedItems(of: projection, isReturn: isReturn, at: span)
    let isAggregating = items.contains { $0.expression.containsAggregate }
    var bound = BoundProjection(
      isAggregating: isAggregating, isDistinct: projection.isDistinct)
    var after = Scope()
    var keys = ProjectionScope()
    var results: [BoundProjection.Item?] = Array(repeating: nil, count: items.count)

    for (index, item) in items.enumerated() where !item.expression.containsAggregate {
      let expression = try bind(item.expression)
      let slot = (expression as? SlotExpression)?.slot ?? newSlot()
      bound.items.append(BoundProjection.Item(slot: slot, expression: expression))
      keys.keys.append(ProjectionScope.Key(expression: expression, slot: slot))
      results[index] = BoundProjection.Item(slot: slot, expression: expression)
    }
    projections.append(keys)
    defer { projections.removeLast() }
    for (index, item) in items.enumerated() where item.expression.containsAggregate {
      let expression = try bind(item.expression, aggregation: .allowed)
      let slot = (expression as? SlotExpression)?.slot ?? newSlot()
      if !(expression is SlotExpression) {
        bound.finalItems.append(BoundProjection.Item(slot: slot, expression: expression))
      }
      projections[projections.count - 1].keys.append(
        ProjectionScope.Key(expression: expression, slot: slot))
      results[index] = BoundProjection.Item(slot: slot, expression: expression)
    }
    for case (let item, let result?) in zip(items, results) {
      bound.columns.append(BoundColumn(name: item.name, slot: result.slot))
      after.add(
        Scope.Variable(
          name: item.name, storage: .slot(result.slot), type: result.expression.type,
          elementType: result.expression.elementType))
    }

    // ORDER BY and WHERE see the new names over the old ones; across aggregation and DISTINCT only
    // what is projected.
    let isRestricted = isAggregating || projection.isDistinct
    for item in projection.order {
      let expression = try bindAfter(
        item.expression, projection: bound, before: before, after: after,
        isRestricted: isRestricted)
      let slot: Slot
      if let known = (expression as? SlotExpression)?.slot {
        slot = known
      } else {
        slot = newSlot()
        bound.sortItems.append(BoundProjection.Item(slot: slot, expression: expression))
      }
      bound.order.append(
        BoundProjection.SortKey(slot: slot, isDescending: item.isDescending))
    }
    for conjunct in projection.predicate?.conjuncts ?? [] {
      let expression = try bindAfter(
        conjunct, projection: bound, before: before, after: after, isRestricted: isRestricted)
      try require(expression, .boolean, "predicate")
      bound.predicates.append(expression)
    }
    if !isReturn { try checkAliases(projection) }
    scope = Scope()
    bound.skip = try bindCount(projection.skip, "SKIP")
    bound.limit = try bindCount(projection.limit, "LIMIT")
    bound.aggregates = projections[projections.count - 1].aggregates
    scope = after
    return bound
  }

  private struct NamedItem {
    var name: String
    var expression: Expression
  }

  private func namedItems(
    of projection: Projection, isReturn: Bool, at span: SourceSpan
  ) throws(KhoError) -> [NamedItem] {
    var items: [NamedItem] = []
    if projection.includesAll {
      let names = scope.variables.map(\.name).sorted()
      if names.isEmpty, isReturn {
        throw KhoError(
          .syntaxError, "NoVariablesInScope", "there are no variables for * to stand for",
          phase: .compileTime, at: span)
      }
      items = names.map { NamedItem(name: $0, expression: Expression(.variable($0), at: span)) }
    }
    for item in projection.items {
      let name: String
      if let alias = item.alias {
        name = alias.text
      } else if case .variable(let variable) = item.expression.kind {
        name = variable
      } else {
        name = item.text
      }
      if items.contains(where: { $0.name == name }) {
        throw KhoError(
          .syntaxError, "ColumnNameConflict", "there are two columns named '\(name)'",
          phase: .compileTime, at: item.alias?.span ?? item.expression.span)
      }
      items.append(NamedItem(name: name, expression: item.expression))
    }
    return items
  }

  /// What WITH computes has a name. Checked last: other errors of the clause say more.
  private func checkAliases(_ projection: Projection) throws(KhoError) {
    for item in projection.items where item.alias == nil {
      if case .variable = item.expression.kind { continue }
      throw KhoError(
        .syntaxError, "NoExpressionAlias", "an expression in WITH needs a name: add AS name",
        phase: .compileTime, at: item.expression.span)
    }
  }

  /// Binds an expression of ORDER BY or of WITH's WHERE: a projected item if it is one, else over
  /// the new names and, unless restricted, the old ones.
  private func bindAfter(
    _ expression: Expression, projection: BoundProjection, before: Scope, after: Scope,
    isRestricted: Bool
  ) throws(KhoError) -> BoundExpression {
    defer { scope = before }
    if expression.containsAggregate, !projection.isAggregating {
      throw misplacedAggregate(expression.span)
    }
    let mode: AggregationScope =
      !isRestricted ? .forbidden : projection.isAggregating ? .allowed : .keysOnly
    let saved = projections[projections.count - 1]
    scope = before
    if let early = try? bind(
      expression, aggregation: expression.containsAggregate ? mode : .forbidden),
      let key = saved.keys.first(where: { $0.expression.isSame(as: early) })
    {
      return SlotExpression(key.slot, name: expression.label, type: early.type, at: expression.span)
    }
    projections[projections.count - 1] = saved
    scope = before.overlaid(by: after)
    aliases = after.slots
    isInsideAggregating = expression.containsAggregate
    defer { aliases = [] }
    return try bind(expression, aggregation: mode)
  }

  /// SKIP and LIMIT: a constant, not negative integer.
  private func bindCount(_ expression: Expression?, _ clause: String) throws(KhoError)
    -> BoundExpression?
  {
    guard let expression else { return nil }
    let bound: BoundExpression
    func notConstant(_ reason: String) -> KhoError {
      KhoError(
        .syntaxError, "NonConstantExpression", "\(clause) cannot depend on \(reason)",
        phase: .compileTime, at: expression.span)
    }
    do { bound = try bind(expression) } catch {
      guard error.detail == "UndefinedVariable" else { throw error }
      throw notConstant("a row's variables")
    }
    if bound.hasSubquery { throw notConstant("the graph") }
    if let literal = bound as? LiteralExpression {
      _ = try Self.count(literal.value, clause, phase: .compileTime, at: expression.span)
    }
    return bound
  }

  /// The number of rows that SKIP or LIMIT asks for.
  static func count(
    _ value: Value, _ clause: String, phase: KhoError.Phase, at span: SourceSpan
  ) throws(KhoError) -> Int {
    guard case .integer(let count) = value else {
      throw KhoError(
        .syntaxError, "InvalidArgumentType",
        "expected an integer after \(clause), found \(value.typeName)", phase: phase, at: span)
    }
    guard count >= 0 else {
      throw KhoError(
        .syntaxError, "NegativeIntegerArgument", "\(clause) cannot be negative", phase: phase,
        at: span)
    }
    return Int(count)
  }

  func misplacedAggregate(_ span: SourceSpan) -> KhoError {
    KhoError(
      .syntaxError, "InvalidAggregation", "an aggregate function cannot be used here",
      phase: .compileTime, at: span)
  }
}

// MARK: Aggregates and grouping keys inside expressions

extension Binder {
  func bind(
    _ expression: Expression, aggregation: AggregationScope
  ) throws(KhoError) -> BoundExpression {
    let saved = self.aggregation
    self.aggregation = aggregation
    defer { self.aggregation = saved }
    return try bind(expression)
  }

  /// Across aggregation and DISTINCT: the slot of the grouping key that a variable or property is,
  /// if it is one.
  func groupingKey(for expression: Expression) throws(KhoError) -> BoundExpression? {
    guard aggregation == .allowed || aggregation == .keysOnly, expression.isSimple,
      let keys = projections.last?.keys
    else { return nil }
    let bound = try bind(expression, aggregation: .forbidden)
    guard let key = keys.first(where: { $0.expression.isSame(as: bound) }) else { return nil }
    return SlotExpression(key.slot, name: expression.label, type: bound.type, at: expression.span)
  }

  /// Throws where a variable is not there any more after aggregation or DISTINCT.
  func checkIsProjected(_ slot: Slot, _ expression: Expression) throws(KhoError) {
    guard aggregation == .allowed || aggregation == .keysOnly, !aliases.contains(slot) else {
      return
    }
    let isPartOfKey =
      projections.last?.keys.contains { $0.expression.slots.contains(slot) } ?? false
    if aggregation == .allowed, aliases.isEmpty || isInsideAggregating && isPartOfKey {
      throw KhoError(
        .syntaxError, "AmbiguousAggregationExpression",
        "'\(expression.label)' stands beside an aggregate function and is no grouping key",
        phase: .compileTime, at: expression.span,
        hint: "project it as a column of its own, before this one")
    }
    throw KhoError(
      .syntaxError, "UndefinedVariable",
      "the variable '\(expression.label)' is not there after aggregation or DISTINCT",
      phase: .compileTime, at: expression.span)
  }

  /// A call of an aggregate function: a slot that the aggregation fills.
  func bindAggregate(
    _ function: AggregateFunction?, arguments: [Expression], isDistinct: Bool, at span: SourceSpan
  ) throws(KhoError) -> BoundExpression {
    switch aggregation {
    case .forbidden, .keysOnly: throw misplacedAggregate(span)
    case .nested:
      throw KhoError(
        .syntaxError, "NestedAggregation", "an aggregate function cannot be inside another",
        phase: .compileTime, at: span)
    case .allowed: break
    }
    var bound: [BoundExpression] = []
    for argument in arguments {
      let expression = try bind(argument, aggregation: .nested)
      if expression.hasRandomness {
        throw KhoError(
          .syntaxError, "NonConstantExpression",
          "an aggregate function cannot take a random value", phase: .compileTime,
          at: argument.span)
      }
      bound.append(expression)
    }
    let type = function?.result ?? .integer
    let last = projections.count - 1
    let name = function?.displayName ?? "count"
    let distinct = isDistinct ? "DISTINCT " : ""
    let text =
      "\(name)(\(distinct)\(function == nil ? "*" : bound.map(\.text).joined(separator: ", ")))"
    let same = projections[last].aggregates.first {
      $0.function?.name == function?.name && $0.isDistinct == isDistinct
        && $0.arguments.count == bound.count
        && zip($0.arguments, bound).allSatisfy { $0.isSame(as: $1) }
    }
    if let same { return SlotExpression(same.slot, name: text, type: type, at: span) }
    if !aliases.isEmpty {
      throw KhoError(
        .syntaxError, arguments.isEmpty ? "InvalidAggregation" : "UndefinedVariable",
        "\(text) is no column and cannot be computed after aggregation", phase: .compileTime,
        at: span)
    }
    let slot = newSlot()
    projections[last].aggregates.append(
      BoundProjection.Aggregate(
        slot: slot, function: function, arguments: bound, isDistinct: isDistinct, text: text,
        span: span))
    return SlotExpression(slot, name: text, type: type, at: span)
  }
}

extension Expression {
  /// A variable or a property of one: what a grouping key inside an aggregating expression may be.
  fileprivate var isSimple: Bool {
    switch kind {
    case .variable: true
    case .property(let base, _): base.isSimple
    default: false
    }
  }

  /// Short text for EXPLAIN.
  var label: String {
    switch kind {
    case .variable(let name): name
    case .property(let base, let key): base.label + "." + key.text
    default: "…"
    }
  }
}
