internal import CypherSyntax
internal import GraphModel

/// CREATE, MERGE, SET, REMOVE, DELETE.
extension Binder {
  /// Create = CREATE Pattern
  func bindCreate(_ patterns: [PathPattern]) throws(KhoError) -> BoundCreate {
    var create = BoundCreate(elements: [], paths: [])
    for pattern in patterns {
      if let variable = pattern.variable { try checkNew(variable) }
      try checkCreatable(pattern, isMerge: false)
      let start = try bindCreateNode(
        pattern.start, isAlone: pattern.steps.isEmpty, into: &create)
      var left = start
      var steps: [PathExpression.Step] = []
      for step in pattern.steps {
        let right = try bindCreateNode(step.node, isAlone: false, into: &create)
        // Declared last: the values of the far node cannot depend on it.
        let properties = try bindCreateProperties(step.relationship.properties)
        if let variable = step.relationship.variable { try checkNew(variable) }
        let slot =
          step.relationship.variable.map { declare($0.text, .relationship) } ?? newSlot()
        create.elements.append(
          .relationship(
            try created(
              step.relationship, slot: slot, from: left, to: right, properties: properties)))
        steps.append(PathExpression.Step(relationship: slot, isList: false, node: right))
        left = right
      }
      if let variable = pattern.variable {
        create.paths.append(
          BoundMatch.NamedPath(
            slot: declare(variable.text, .path),
            path: PathExpression(start: start, steps: steps, at: pattern.span)))
      }
    }
    return create
  }

  /// Merge = MERGE PatternPart {ON (MATCH | CREATE) Set}
  func bind(_ merge: Merge) throws(KhoError) -> BoundMerge {
    let pattern = merge.pattern
    let values = scope
    try checkCreatable(pattern, isMerge: true)
    let nodes = [pattern.start] + pattern.steps.map(\.node)
    for node in nodes {
      _ = try boundNode(node, isAlone: pattern.steps.isEmpty)
      _ = try matchProperties(node.properties)
    }
    var match = BoundMatch(boundSlots: scope.slots)
    var pending: [PendingPattern] = []
    let path = try bind(pattern, into: &match, pending: &pending)
    try bindConditions(pending, into: &match)

    // What is created takes the slots that what is matched would have; its values are bound as
    // before the clause.
    let after = scope
    scope = values
    var create = BoundCreate(elements: [], paths: match.paths)
    var known = match.boundSlots
    for (node, slot) in zip(nodes, [path.start] + path.steps.map(\.node))
    where known.insert(slot) {
      create.elements.append(.node(try created(node, slot: slot)))
    }
    var left = path.start
    for (step, bound) in zip(pattern.steps, path.steps) {
      let properties = try bindCreateProperties(step.relationship.properties)
      create.elements.append(
        .relationship(
          try created(
            step.relationship, slot: bound.relationship, from: left, to: bound.node,
            properties: properties)))
      left = bound.node
    }
    scope = after
    return BoundMerge(
      match: match, create: create, onCreate: try bind(merge.onCreate),
      onMatch: try bind(merge.onMatch))
  }

  /// What no pattern to be created may have.
  private func checkCreatable(_ pattern: PathPattern, isMerge: Bool) throws(KhoError) {
    for variable in pattern.steps.compactMap(\.relationship.variable) { try checkNew(variable) }
    func fail(_ detail: String, _ message: String, _ span: SourceSpan) -> KhoError {
      KhoError(.syntaxError, detail, message, phase: .compileTime, at: span)
    }
    guard pattern.selector == .all else {
      throw fail("UnexpectedSyntax", "a shortest path cannot be created", pattern.span)
    }
    for relationship in pattern.steps.map(\.relationship) {
      if let length = relationship.length {
        throw fail(
          "CreatingVarLength", "a relationship of variable length cannot be created", length.span)
      }
      if relationship.types?.single == nil { throw noSingleType(relationship.span) }
      if relationship.direction == .either, !isMerge {
        throw fail(
          "RequiresDirectedRelationship", "expected a direction for a relationship to be created",
          relationship.span)
      }
    }
    let nodes = [pattern.start] + pattern.steps.map(\.node)
    for predicate in nodes.map(\.predicate) + pattern.steps.map(\.relationship.predicate) {
      if let predicate {
        throw fail(
          "UnexpectedSyntax", "WHERE cannot stand in a pattern to be created", predicate.span)
      }
    }
    for labels in nodes.compactMap(\.labels) where labels.conjunction == nil {
      throw fail(
        "UnexpectedSyntax", "expected label names, found a label expression", pattern.span)
    }
  }

  /// The slot of a node that is there already and only joined to; nil for one to be created.
  private func boundNode(_ pattern: NodePattern, isAlone: Bool) throws(KhoError) -> Slot? {
    guard let variable = pattern.variable, let known = scope[variable.text] else { return nil }
    if isAlone || pattern.labels != nil || pattern.properties != nil {
      throw KhoError(
        .syntaxError, "VariableAlreadyBound",
        "the variable '\(variable.text)' is already there and cannot be created",
        phase: .compileTime, at: variable.span)
    }
    guard known.type.isCompatible(with: .node), let slot = reference(known) else {
      throw conflict(variable, known, expected: "node")
    }
    return slot
  }

  private func bindCreateNode(
    _ pattern: NodePattern, isAlone: Bool, into create: inout BoundCreate
  ) throws(KhoError) -> Slot {
    if let slot = try boundNode(pattern, isAlone: isAlone) { return slot }
    let slot = newSlot()
    create.elements.append(.node(try created(pattern, slot: slot)))
    if let variable = pattern.variable {
      scope.add(Scope.Variable(name: variable.text, storage: .slot(slot), type: .node))
    }
    return slot
  }

  private func created(_ pattern: NodePattern, slot: Slot) throws(KhoError) -> BoundCreate.Node {
    BoundCreate.Node(
      slot: slot, labels: (pattern.labels?.conjunction ?? []).map { label($0, warns: false) },
      properties: try bindCreateProperties(pattern.properties))
  }

  private func created(
    _ pattern: RelationshipPattern, slot: Slot, from left: Slot, to right: Slot,
    properties: BoundExpression?
  ) throws(KhoError) -> BoundCreate.Relationship {
    guard case .name(let type)? = pattern.types?.single else { throw noSingleType(pattern.span) }
    let isReversed = pattern.direction == .incoming
    return BoundCreate.Relationship(
      slot: slot, type: relationshipType(type, warns: false), from: isReversed ? right : left,
      to: isReversed ? left : right, properties: properties)
  }

  private func noSingleType(_ span: SourceSpan) -> KhoError {
    KhoError(
      .syntaxError, "NoSingleRelationshipType",
      "expected exactly one type for a relationship to be created", phase: .compileTime, at: span)
  }

  private func bindCreateProperties(_ properties: Expression?) throws(KhoError) -> BoundExpression?
  {
    guard let properties else { return nil }
    return try bind(properties)
  }

  /// Set = SET SetItem {, SetItem}
  func bind(_ items: [SetItem]) throws(KhoError) -> [BoundSet] {
    var result: [BoundSet] = []
    for item in items {
      switch item {
      case .property(let base, let key, let value):
        let base = try bindEntity(base)
        result.append(
          .property(
            of: base, key: propertyKey(key), keyName: key.text, value: try bind(value)))
      case .dynamicProperty(let base, let key, let value):
        result.append(
          .dynamicProperty(of: try bindEntity(base), key: try bind(key), value: try bind(value)))
      case .replaceAll(let variable, let value), .mergeAll(let variable, let value):
        let base = try bindEntity(Expression(.variable(variable.text), at: variable.span))
        let value = try bind(value)
        try require(value, [.map, .node, .relationship], "map")
        if case .replaceAll = item {
          result.append(.properties(of: base, value: value, replaces: true))
        } else {
          result.append(.properties(of: base, value: value, replaces: false))
        }
      case .labels(let variable, let names):
        result.append(.labels(of: try bindNode(variable), names.map { label($0, warns: false) }))
      }
    }
    return result
  }

  /// Remove = REMOVE RemoveItem {, RemoveItem}
  func bind(_ items: [RemoveItem]) throws(KhoError) -> [BoundRemove] {
    var result: [BoundRemove] = []
    for item in items {
      switch item {
      case .property(let base, let key):
        result.append(.property(of: try bindEntity(base), key: propertyKey(key)))
      case .dynamicProperty(let base, let key):
        result.append(.dynamicProperty(of: try bindEntity(base), key: try bind(key)))
      case .labels(let variable, let names):
        result.append(.labels(of: try bindNode(variable), names.map { label($0) }))
      }
    }
    return result
  }

  private func bindEntity(_ expression: Expression) throws(KhoError) -> BoundExpression {
    let bound = try bind(expression)
    try require(bound, .entity, "node or relationship")
    return bound
  }

  private func bindNode(_ variable: Name) throws(KhoError) -> BoundExpression {
    let bound = try bind(Expression(.variable(variable.text), at: variable.span))
    try require(bound, .node, "node")
    return bound
  }

  /// Delete = [DETACH] DELETE Expression {, Expression}
  func bindDelete(_ expressions: [Expression]) throws(KhoError) -> [BoundExpression] {
    var result: [BoundExpression] = []
    for expression in expressions {
      if case .hasLabels = expression.kind {
        throw KhoError(
          .syntaxError, "InvalidDelete", "DELETE takes nodes, relationships and paths, not labels",
          phase: .compileTime, at: expression.span, hint: "use REMOVE to take a label away")
      }
      let bound = try bind(expression)
      try require(bound, [.node, .relationship, .path], "node, relationship or path")
      result.append(bound)
    }
    return result
  }
}

extension LabelExpression {
  /// The one name it is, written alone.
  var single: LabelExpression? {
    switch self {
    case .name: self
    case .all(let parts), .any(let parts): parts.count == 1 ? parts[0].single : nil
    case .not, .wildcard: nil
    }
  }

  /// The names it asks for all together; nil for anything else.
  var conjunction: [Name]? {
    switch self {
    case .name(let name): return [name]
    case .all(let parts):
      var names: [Name] = []
      for part in parts {
        guard let inner = part.conjunction else { return nil }
        names += inner
      }
      return names
    case .any(let parts): return parts.count == 1 ? parts[0].conjunction : nil
    case .not, .wildcard: return nil
    }
  }
}
