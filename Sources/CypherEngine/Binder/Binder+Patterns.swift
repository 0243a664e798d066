internal import CypherSyntax
internal import GraphModel
internal import GraphStorage

/// MATCH: patterns to query graphs.
extension Binder {
  /// Match = [OPTIONAL] MATCH Pattern [Where]
  func bind(_ match: Match) throws(KhoError) -> BoundMatch {
    try bindMatch(match.patterns, predicate: match.predicate, isOptional: match.isOptional)
  }

  func bindMatch(
    _ patterns: [PathPattern], predicate: Expression?, isOptional: Bool = false
  ) throws(KhoError) -> BoundMatch {
    var graph = BoundMatch(isOptional: isOptional, boundSlots: scope.slots)
    var pending: [PendingPattern] = []
    for pattern in patterns {
      let selector = bind(pattern.selector, at: pattern.span)
      if let selector, !pattern.isSimple {
        try bind(selection: pattern, selector, into: &graph)
      } else {
        try bind(pattern, into: &graph, pending: &pending, selector)
      }
    }
    for relationship in graph.relationships where !isOptional {
      warnOfDirection(relationship, graph)
    }
    // All variables are there now: conditions may use any of them.
    try bindConditions(pending, into: &graph)
    let whole = patterns.filter { $0.selector == .all }.flatMap(\.predicates)
    for conjunct in (whole + [predicate].compactMap(\.self)).flatMap(\.conjuncts) {
      graph.predicates.append(try bindPredicate(conjunct))
    }
    return graph
  }

  /// Nil: every match counts.
  private func bind(_ selector: PathPattern.Selector, at span: SourceSpan) -> PathSelector? {
    func selecting(
      _ count: PathPattern.Count, isGrouped: Bool, allowsCycles: Bool = true
    ) -> PathSelector {
      let bound: BoundExpression
      switch count {
      case .number(let number): bound = LiteralExpression(.integer(Int64(number)), at: span)
      case .parameter(let name): bound = names.parameter(name, at: span)
      }
      return PathSelector(count: bound, isGrouped: isGrouped, allowsCycles: allowsCycles)
    }
    return switch selector {
    case .all: nil
    case .shortestPath: selecting(.number(1), isGrouped: false, allowsCycles: false)
    case .allShortestPaths: selecting(.number(1), isGrouped: true, allowsCycles: false)
    case .shortest(let count): selecting(count, isGrouped: false)
    case .shortestGroups(let count): selecting(count, isGrouped: true)
    }
  }

  /// Binds a path pattern of which only some matches count: as a MATCH of its own.
  private func bind(
    selection pattern: PathPattern, _ selector: PathSelector, into graph: inout BoundMatch
  ) throws(KhoError) {
    var inner = BoundMatch(boundSlots: scope.slots)
    var pending: [PendingPattern] = []
    let path = try bind(pattern, into: &inner, pending: &pending)
    try bindConditions(pending, into: &inner)
    for conjunct in pattern.predicates.flatMap(\.conjuncts) {
      inner.predicates.append(try bindPredicate(conjunct))
    }
    graph.selections.append(BoundMatch.Selection(match: inner, path: path, selector: selector))
  }

  /// Binds a path that is repeated: inside its variables are nodes and relationships, after it they
  /// are lists.
  private func bind(
    _ repetition: RelationshipPattern.Repetition, into graph: BoundMatch
  ) throws(KhoError) -> BoundMatch.Repetition {
    for name in repetition.pattern.names { try checkNew(name) }
    let outer = scope
    var match = BoundMatch(boundSlots: graph.boundSlots)
    var pending: [PendingPattern] = []
    let path = try bind(repetition.pattern, into: &match, pending: &pending)
    try bindConditions(pending, into: &match)
    for conjunct in repetition.predicate?.conjuncts ?? [] {
      match.predicates.append(try bindPredicate(conjunct))
    }
    scope = outer
    var groups: [(inner: Slot, outer: Slot)] = []
    for node in match.nodes where !node.name.isEmpty {
      groups.append((node.slot, declare(node.name, .list, elementType: .node)))
    }
    for relationship in match.relationships where !relationship.name.isEmpty {
      groups.append(
        (relationship.slot, declare(relationship.name, .list, elementType: .relationship)))
    }
    return BoundMatch.Repetition(
      match: match, start: path.start, end: path.steps.last?.node ?? path.start, groups: groups)
  }

  /// Warns of a type that never leaves, or never reaches, a label that the pattern puts at its end.
  private func warnOfDirection(
    _ relationship: BoundMatch.PatternRelationship, _ graph: BoundMatch
  ) {
    guard relationship.direction != .either, let types = relationship.types,
      let type = types.first.flatMap({ catalog.relationshipType(named: names.types[$0]) }),
      types.count == 1, catalog.relationshipCount(type: type) > 0
    else { return }
    for (end, isStart) in [(relationship.from, true), (relationship.to, false)] {
      let leaves = isStart == (relationship.direction == .outgoing)
      for index in graph.nodes.first(where: { $0.slot == end })?.labels ?? [] {
        guard let label = catalog.label(named: names.labels[index]),
          catalog.relationshipCount(
            label: label, type: type, direction: leaves ? .outgoing : .incoming) == 0
        else { continue }
        let turned = catalog.relationshipCount(
          label: label, type: type, direction: leaves ? .incoming : .outgoing)
        let warning = Notification(
          code: "NoSuchRelationship",
          message:
            "no relationship \(names.types[types[0]]) \(leaves ? "leaves" : "reaches") a node "
            + "with the label \(names.labels[index])", span: relationship.span,
          hint: turned > 0 ? "the other direction has some: turn the arrow" : nil)
        if !notifications.contains(warning) { notifications.append(warning) }
      }
    }
  }

  /// Binds the elements of a path pattern and returns their slots.
  @discardableResult func bind(
    _ pattern: PathPattern, into graph: inout BoundMatch, pending: inout [PendingPattern],
    _ selector: PathSelector? = nil
  ) throws(KhoError) -> PathExpression {
    for variable in [pattern.variable].compactMap(\.self) + pattern.innerVariables {
      try checkNew(variable)
      for name in pattern.names where name.text == variable.text {
        throw KhoError(
          .syntaxError, "VariableAlreadyBound",
          "the path '\(name.text)' cannot also be a part of itself", phase: .compileTime,
          at: name.span)
      }
    }
    var left = try bindNode(pattern.start, into: &graph, pending: &pending)
    let start = left
    if pattern.steps.isEmpty, graph.boundSlots.contains(start),
      let variable = pattern.start.variable
    {
      // Nothing follows that a null could not pass.
      graph.predicates.append(
        NullTestExpression(
          SlotExpression(start, name: variable.text, type: .node, at: variable.span),
          isNegated: true, at: variable.span))
    }
    var steps: [PathExpression.Step] = []
    for step in pattern.steps {
      // The right node first: both ends are known when the relationship is made.
      let right = try bindNode(step.node, into: &graph, pending: &pending)
      let relationship = try bindRelationship(
        step.relationship, from: left, to: right, into: &graph, pending: &pending,
        isShortest: selector != nil)
      steps.append(
        PathExpression.Step(
          relationship: relationship.slot, isList: relationship.length != nil, node: right))
      if let selector {
        var path: Slot?
        if let variable = pattern.variable {
          path = declare(variable.text, .path)
        }
        graph.shortestPaths.append(
          BoundMatch.ShortestPath(
            relationship: relationship, path: path, selector: selector))
        if let index = pending.lastIndex(where: { $0.element.slot == relationship.slot }) {
          pending[index].variableLength = nil
          pending[index].shortest = graph.shortestPaths.count - 1
        }
      }
      left = right
    }
    let path = PathExpression(start: start, steps: steps, at: pattern.span)
    if selector == nil {
      for variable in [pattern.variable].compactMap(\.self) + pattern.innerVariables {
        try checkNew(variable)
        graph.paths.append(BoundMatch.NamedPath(slot: declare(variable.text, .path), path: path))
      }
    }
    return path
  }

  private func bindNode(
    _ pattern: NodePattern, into graph: inout BoundMatch, pending: inout [PendingPattern]
  ) throws(KhoError) -> Slot {
    let slot = try nodeSlot(pattern.variable)
    let name = pattern.variable?.text ?? ""
    let element = SlotExpression(
      slot, name: name, type: .node, at: pattern.variable?.span ?? pattern.span)
    var labels: [Int] = []
    if let expression = pattern.labels {
      let test = bindLabels(expression, of: element, at: pattern.span, isNode: true)
      labels = test.labels.required
      graph.predicates += splitLabels(test)
    }
    if let index = graph.nodes.firstIndex(where: { $0.slot == slot }) {
      graph.nodes[index].labels += labels
    } else {
      graph.nodes.append(BoundMatch.PatternNode(slot: slot, name: name, labels: labels))
    }
    if pattern.properties != nil || pattern.predicate != nil {
      pending.append(
        PendingPattern(
          element: element, properties: pattern.properties, predicate: pattern.predicate))
    }
    return slot
  }

  /// `n:A:B` as one test per label, so that each can be used, and left out, by itself.
  private func splitLabels(_ test: HasLabelsExpression) -> [BoundExpression] {
    guard case .all(let parts) = test.labels, case .all(let types) = test.types else {
      return [test]
    }
    return zip(parts, types).map {
      HasLabelsExpression(
        test.base, labels: $0, types: $1, text: labelText($0), at: test.span)
    }
  }

  private func labelText(_ test: LabelTest) -> String {
    switch test {
    case .name(let index): names.labels[index]
    case .all(let parts): parts.map { labelText($0) }.joined(separator: "&")
    case .any(let parts): "(" + parts.map { labelText($0) }.joined(separator: "|") + ")"
    case .not(let part): "!" + labelText(part)
    case .wildcard: "%"
    }
  }

  /// The slot of a node variable: a new one, or that of a variable that can be a node.
  private func nodeSlot(_ variable: Name?) throws(KhoError) -> Slot {
    guard let variable else { return newSlot() }
    guard let known = scope[variable.text] else { return declare(variable.text, .node) }
    guard known.type.isCompatible(with: .node), let slot = reference(known) else {
      throw conflict(variable, known, expected: "node")
    }
    return slot
  }

  func conflict(_ name: Name, _ known: Scope.Variable, expected: String) -> KhoError {
    KhoError(
      .syntaxError, "VariableTypeConflict",
      "expected '\(name.text)' to be a \(expected), but it is already \(known.type.names)",
      phase: .compileTime, at: name.span)
  }

  private func bindRelationship(
    _ pattern: RelationshipPattern, from: Slot, to: Slot, into graph: inout BoundMatch,
    pending: inout [PendingPattern], isShortest: Bool
  ) throws(KhoError) -> BoundMatch.PatternRelationship {
    var length = pattern.length.map { BoundLength(lower: $0.lower ?? 1, upper: $0.upper) }
    if isShortest, length == nil { length = BoundLength(lower: 1, upper: 1) }
    var isBound = false
    let slot: Slot
    if let variable = pattern.variable, let known = scope[variable.text] {
      let isRepeated = graph.relationships.contains { $0.name == variable.text }
      if isRepeated, length == nil, known.type.isCompatible(with: .relationship) {
        throw KhoError(
          .syntaxError, "RelationshipUniquenessViolation",
          "the relationship '\(variable.text)' cannot stand twice in one pattern",
          phase: .compileTime, at: variable.span)
      }
      let expected: TypeSet = length == nil ? .relationship : .list
      guard known.type.isCompatible(with: expected), !isShortest || length == nil,
        let outer = reference(known), !isRepeated
      else {
        throw conflict(
          variable, known, expected: length == nil ? "relationship" : "list of relationships")
      }
      if length == nil {
        isBound = true
        slot = outer
      } else {
        slot = newSlot()
        graph.predicates.append(
          ComparisonExpression(
            [
              SlotExpression(slot, name: variable.text, type: .list, at: variable.span),
              SlotExpression(outer, name: variable.text, type: .list, at: variable.span),
            ], [.equal], at: variable.span))
      }
    } else if let variable = pattern.variable {
      slot = declare(
        variable.text, length == nil ? .relationship : .list, elementType: .relationship)
    } else {
      slot = newSlot()
    }
    let element = SlotExpression(
      slot, name: pattern.variable?.text ?? "", type: length == nil ? .relationship : .list,
      at: pattern.variable?.span ?? pattern.span)
    var types: [Int]?
    var typeTest: LabelTest?
    if let expression = pattern.types {
      let test = bindLabels(expression, of: element, at: pattern.span, isNode: false)
      if let alternatives = test.types.alternatives {
        types = alternatives
        if isBound { graph.predicates.append(test) }
      } else if length == nil {
        graph.predicates.append(test)
      } else {
        typeTest = test.types
      }
    }
    let direction: BoundDirection =
      switch pattern.direction {
      case .outgoing: .outgoing
      case .incoming: .incoming
      case .either: .either
      }
    var relationship = BoundMatch.PatternRelationship(
      slot: slot, name: element.name, from: from, to: to, types: types, direction: direction,
      length: length, isBound: isBound, conditions: [], typeTest: typeTest, span: pattern.span)
    if let repetition = pattern.repetition {
      relationship.repetition = try bind(repetition, into: graph)
    }
    if !isShortest { graph.relationships.append(relationship) }
    if pattern.properties != nil || pattern.predicate != nil {
      pending.append(
        PendingPattern(
          element: element,
          variableLength: length == nil || isShortest ? nil : graph.relationships.count - 1,
          properties: pattern.properties, predicate: pattern.predicate))
    }
    return relationship
  }

  /// A label expression as a test, over label names and over type names alike.
  func bindLabels(
    _ expression: LabelExpression, of base: BoundExpression, at span: SourceSpan, isNode: Bool?
  ) -> HasLabelsExpression {
    let labels = test(expression) { label($0, warns: isNode == true) }
    let types = test(expression) { relationshipType($0, warns: isNode == false) }
    return HasLabelsExpression(
      base, labels: labels, types: types, text: labelText(labels), at: span)
  }

  private func test(_ expression: LabelExpression, _ index: (Name) -> Int) -> LabelTest {
    switch expression {
    case .name(let name): .name(index(name))
    case .all(let parts): .all(parts.map { test($0, index) })
    case .any(let parts): .any(parts.map { test($0, index) })
    case .not(let part): .not(test(part, index))
    case .wildcard: .wildcard
    }
  }
}

extension PathPattern {
  /// Whether it is one relationship, of any length, between two nodes: shortest paths of that form
  /// are searched for from both ends.
  fileprivate var isSimple: Bool {
    steps.count == 1 && steps[0].relationship.repetition == nil && predicates.isEmpty
      && innerVariables.isEmpty
  }
}
