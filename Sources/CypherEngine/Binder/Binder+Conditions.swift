internal import CypherSyntax
internal import GraphModel

/// Conditions inside of pattern elements: property maps and WHERE.
extension Binder {
  /// What is left to bind of a pattern element once all variables of the clause are declared.
  struct PendingPattern {
    var element: SlotExpression
    /// Index among `relationships` for a relationship of variable length, whose conditions hold for
    /// each.
    var variableLength: Int?
    var shortest: Int?
    var properties: Expression?
    var predicate: Expression?
  }

  /// Binds what the elements of a clause's patterns wait for.
  ///
  /// A condition on each relationship of a list is tested while the list grows, so all that it
  /// reads must be found before. Where lists wait for each other, or for a path, the conditions of
  /// some become predicates over the whole list.
  func bindConditions(
    _ pending: [PendingPattern], into graph: inout BoundMatch
  ) throws(KhoError) {
    for item in pending { try bindConditions(item, into: &graph) }
    let read = graph.relationships.map(\.conditionSlots)
    var waiting = read.indices.filter { !read[$0].isEmpty }
    while !waiting.isEmpty {
      let unknown = graph.slotsFoundLast.union(
        waiting.flatMap { graph.relationships[$0].madeSlots })
      if let next = waiting.firstIndex(where: { read[$0].isDisjoint(with: unknown) }) {
        waiting.remove(at: next)
        continue
      }
      guard
        let next = waiting.firstIndex(where: { graph.relationships[$0].repetition == nil })
      else { throw foundLater("repeated", at: graph.relationships[waiting[0]].span) }
      let index = waiting.remove(at: next)
      graph.relationships[index].conditions = []
      graph.relationships[index].predicates = []
      for item in pending where item.variableLength == index {
        graph.predicates += try listPredicates(item)
      }
    }
    for (index, shortest) in graph.shortestPaths.enumerated() {
      let later = graph.shortestPaths[index...].flatMap(\.madeSlots)
      guard
        shortest.relationship.conditionSlots.isDisjoint(with: graph.selectedSlots.union(later))
      else { throw foundLater("shortest", at: shortest.relationship.span) }
    }
  }

  private func foundLater(_ what: String, at span: SourceSpan) -> KhoError {
    KhoError(
      .syntaxError, "InvalidReference",
      "the conditions of a \(what) path can read only what is found before it",
      phase: .compileTime, at: span,
      hint: "put it in a MATCH of its own, or the condition in a WHERE after it")
  }

  /// The conditions of a relationship of variable length as predicates over its list.
  private func listPredicates(_ pending: PendingPattern) throws(KhoError) -> [BoundExpression] {
    let outer = scope
    defer { scope = outer }
    let span = pending.element.span
    // Names that no query can write, so that they hide nothing.
    let (list, each) = (Name(" list", at: span), Name(" each", at: span))
    scope.add(
      Scope.Variable(
        name: list.text, storage: .slot(pending.element.slot), type: .list,
        elementType: .relationship))
    func all(_ variable: Name, _ predicate: Expression) throws(KhoError) -> BoundExpression {
      try bindPredicate(
        Expression(
          .quantifier(
            .all, variable: variable, list: Expression(.variable(list.text), at: span),
            predicate: predicate), at: predicate.span))
    }
    var result: [BoundExpression] = []
    for (key, value) in try matchProperties(pending.properties) {
      let property = Expression(
        .property(Expression(.variable(each.text), at: span), key), at: key.span)
      let equality = Expression.Kind.comparison(first: property, [(.equal, value)])
      result.append(try all(each, Expression(equality, at: key.span.union(value.span))))
    }
    if let predicate = pending.predicate {
      let name = pending.element.name
      result.append(try all(name.isEmpty ? each : Name(name, at: span), predicate))
    }
    return result
  }

  /// Property maps become equalities; WHERE inside an element becomes predicates of the clause.
  private func bindConditions(
    _ pending: PendingPattern, into graph: inout BoundMatch
  ) throws(KhoError) {
    for (key, value) in try matchProperties(pending.properties) {
      let bound = try bind(value)
      let index = propertyKey(key)
      if let relationship = pending.variableLength {
        graph.relationships[relationship].conditions.append((index, key.text, bound))
      } else if let shortest = pending.shortest {
        graph.shortestPaths[shortest].relationship.conditions.append((index, key.text, bound))
      } else {
        let property = PropertyExpression(
          pending.element, key: index, keyName: key.text, at: key.span)
        graph.predicates.append(
          ComparisonExpression([property, bound], [.equal], at: key.span.union(value.span)))
      }
    }
    guard let predicate = pending.predicate else { return }
    let outer = scope
    var element: Slot?
    if pending.variableLength != nil || pending.shortest != nil {
      // Inside, the variable is each relationship in turn.
      let slot = newSlot()
      element = slot
      scope.add(
        Scope.Variable(name: pending.element.name, storage: .slot(slot), type: .relationship))
    }
    defer { scope = outer }
    var predicates: [BoundExpression] = []
    for conjunct in predicate.conjuncts { predicates.append(try bindPredicate(conjunct)) }
    if let index = pending.variableLength {
      graph.relationships[index].predicates = predicates
      graph.relationships[index].element = element
    } else if let index = pending.shortest {
      graph.shortestPaths[index].relationship.predicates = predicates
      graph.shortestPaths[index].relationship.element = element
    } else {
      graph.predicates += predicates
    }
  }

  /// The entries of a pattern's property map, which must be written out.
  func matchProperties(_ properties: Expression?) throws(KhoError) -> [(Name, Expression)] {
    switch properties?.kind {
    case nil: return []
    case .map(let entries): return entries.map { ($0.key, $0.value) }
    default:
      throw KhoError(
        .syntaxError, "InvalidParameterUse",
        "a parameter cannot stand for all properties of a pattern: write {key: $value}",
        phase: .compileTime, at: properties?.span)
    }
  }
}

extension BoundMatch {
  /// Slots that are bound only when all relationships have been followed.
  fileprivate var slotsFoundLast: SlotSet {
    SlotSet(paths.map(\.slot) + shortestPaths.flatMap(\.madeSlots)).union(selectedSlots)
  }

  /// Slots that only the selections bind.
  fileprivate var selectedSlots: SlotSet {
    let made = selections.map(\.match).flatMap { match in
      match.nodes.map(\.slot) + match.paths.map(\.slot)
        + match.relationships.flatMap(\.madeSlots)
    }
    return SlotSet(made).subtracting(nodes.map(\.slot)).subtracting(boundSlots)
  }
}

extension BoundMatch.ShortestPath {
  fileprivate var madeSlots: [Slot] { [relationship.slot, path].compactMap(\.self) }
}

extension BoundMatch.PatternRelationship {
  fileprivate var madeSlots: [Slot] { [slot] + (repetition?.groups.map(\.outer) ?? []) }
}
