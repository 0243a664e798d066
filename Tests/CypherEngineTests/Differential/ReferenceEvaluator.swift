/// A naive evaluator of openCypher, straight from its definition: all assignments are enumerated,
/// one row at a time. Shares nothing with the engine but values and their equality and order.
import CypherSyntax
import GraphModel

/// A row: values by variable.
typealias ReferenceRow = [String: Value]

struct ReferenceEvaluator {
  /// What the reference cannot evaluate, or an error of the query.
  struct Failure: Error { var reason: String }
  /// The query has too many assignments for a test.
  struct Exhausted: Error {}
  /// What a run changes.
  final class State {
    var graph: ReferenceGraph
    /// What expressions read while a clause changes the graph: as it was before.
    var before: ReferenceGraph?
    /// Steps that may still be made.
    var stepsLeft = 0
    private var lastID: UInt32 = 1 << 20

    init(graph: ReferenceGraph) { self.graph = graph }

    func newID() -> UInt32 {
      lastID += 1
      return lastID
    }
  }

  let state: State
  var graph: ReferenceGraph { state.before ?? state.graph }

  init(graph: ReferenceGraph) { state = State(graph: graph) }

  func evaluate(_ query: Query, from row: ReferenceRow = [:]) throws -> (
    columns: [String], rows: [ReferenceRow]
  ) {
    var (columns, rows) = try evaluate(query.first, from: row)
    for union in query.unions {
      rows += try evaluate(union.query, from: row).rows
      if !union.isAll { rows = distinct(rows, columns) }
    }
    return (columns, rows)
  }

  private func evaluate(_ query: SingleQuery, from row: ReferenceRow) throws -> (
    columns: [String], rows: [ReferenceRow]
  ) {
    var rows = [row]
    var columns: [String] = []
    for clause in query.clauses {
      switch clause.kind {
      case .match(let match): rows = try rows.flatMap { try evaluate(match, from: $0) }
      case .unwind(let list, let variable):
        rows = try rows.flatMap { row -> [ReferenceRow] in
          switch try evaluate(list, row) {
          case .list(let values): values.map { row.merging([variable.text: $0]) { $1 } }
          case .null: []
          case let value: [row.merging([variable.text: value]) { $1 }]
          }
        }
      case .with(let projection), .return(let projection):
        (columns, rows) = try project(projection, rows)
      case .callSubquery(let call):
        rows = try rows.flatMap { row -> [ReferenceRow] in
          let names = call.imports?.map(\.text) ?? []
          let outer = call.importsAll ? row : row.filter { names.contains($0.key) }
          let found = try evaluate(call.query, from: outer)
          if found.columns.isEmpty { return [row] }
          if found.rows.isEmpty, call.isOptional {
            return [row.merging(found.columns.map { ($0, .null) }) { $1 }]
          }
          return found.rows.map { inner in
            row.merging(found.columns.map { ($0, inner[$0] ?? .null) }) { $1 }
          }
        }
      default: rows = try update(clause.kind, rows)
      }
    }
    return (columns, rows)
  }

  // MARK: MATCH

  private func evaluate(_ match: Match, from row: ReferenceRow) throws -> [ReferenceRow] {
    let found = try assignments(of: match.patterns, from: row).filter { found in
      try match.predicate.map { try truth($0, found) == true } ?? true
    }
    guard found.isEmpty, match.isOptional else { return found }
    let names = match.patterns.flatMap { pattern in
      [pattern.variable, pattern.start.variable]
        + pattern.steps.flatMap { [$0.node.variable] + Self.names(in: $0.relationship) }
    }
    return [row.merging(names.compactMap { $0.map { ($0.text, .null) } }) { old, _ in old }]
  }

  private static func names(in relationship: RelationshipPattern) -> [Name?] {
    guard let pattern = relationship.repetition?.pattern else { return [relationship.variable] }
    return [pattern.start.variable]
      + pattern.steps.flatMap { [$0.relationship.variable, $0.node.variable] }
  }

  /// A pattern being matched: what is bound, and relationships used by the whole clause.
  private struct Partial {
    var row: ReferenceRow
    var used: [RelationshipID] = []
    var nodes: [Node] = []
    var relationships: [Relationship] = []
    /// Conditions that may name variables bound later.
    var conditions: [(Value, properties: Expression)] = []
    /// The second: values of variables inside of the element.
    var predicates: [(Expression, ReferenceRow)] = []
  }

  func assignments(
    of patterns: [PathPattern], from row: ReferenceRow
  ) throws -> [ReferenceRow] {
    var partials = [Partial(row: row)]
    for pattern in patterns { partials = try partials.flatMap { try matches(pattern, $0) } }
    return try partials.filter(holds).map(\.row)
  }

  /// Whether what was put off while the pattern was matched is true.
  private func holds(_ partial: Partial) throws -> Bool {
    let areTrue = try partial.predicates.allSatisfy { predicate, inner in
      try truth(predicate, partial.row.merging(inner) { $1 }) == true
    }
    guard areTrue else { return false }
    return try partial.conditions.allSatisfy { entity, properties in
      guard case .map(let entries) = properties.kind else {
        throw Failure(reason: "properties that are no map")
      }
      return try entries.allSatisfy { entry in
        try property(entry.key.text, of: entity)
          .equals(try evaluate(entry.value, partial.row)) == true
      }
    }
  }

  private func matches(_ pattern: PathPattern, _ partial: Partial) throws -> [Partial] {
    var start = partial
    start.nodes = []
    start.relationships = []
    var partials = try graph.vertices.compactMap { try bound($0.id, to: pattern.start, start) }
    for step in pattern.steps {
      partials = try partials.flatMap { try matches(step, $0) }
    }
    for predicate in pattern.predicates {
      for index in partials.indices { partials[index].predicates.append((predicate, [:])) }
    }
    switch pattern.selector {
    case .all: break
    case .shortestPath: partials = try shortest(partials, 1, isGrouped: false, cycles: false)
    case .allShortestPaths: partials = try shortest(partials, 1, isGrouped: true, cycles: false)
    case .shortest(.number(let count)):
      partials = try shortest(partials, Int(count), isGrouped: false)
    case .shortestGroups(.number(let count)):
      partials = try shortest(partials, Int(count), isGrouped: true)
    case .shortest, .shortestGroups: throw Failure(reason: "a parameter")
    }
    return partials.map { partial in
      var partial = partial
      if let name = pattern.variable?.text {
        partial.row[name] = .path(
          Path(nodes: partial.nodes, relationships: partial.relationships))
      }
      return partial
    }
  }

  /// Of the paths between each two nodes some of the shortest, or all of the least lengths.
  private func shortest(
    _ partials: [Partial], _ count: Int, isGrouped: Bool, cycles: Bool = true
  ) throws -> [Partial] {
    var groups: [[NodeID?]: [Partial]] = [:]
    for partial in try partials.filter(holds) {
      let ends = [partial.nodes.first?.id, partial.nodes.last?.id]
      if !cycles, !partial.relationships.isEmpty, ends[0] == ends[1] { continue }
      groups[ends, default: []].append(partial)
    }
    return groups.values.flatMap { group -> [Partial] in
      if !isGrouped {
        return Array(group.sorted { $0.relationships.count < $1.relationships.count }.prefix(count))
      }
      let lengths = Set(group.map(\.relationships.count)).sorted().prefix(count)
      return group.filter { lengths.contains($0.relationships.count) }
    }
  }

  private func bound(
    _ id: NodeID, to pattern: NodePattern, _ partial: Partial
  ) throws -> Partial? {
    var partial = partial
    let value = Value.node(Node(id))
    if let name = pattern.variable?.text {
      if let known = partial.row[name] {
        guard known.equals(value) == true else { return nil }
      }
      partial.row[name] = value
    }
    if let labels = pattern.labels, !holds(labels, graph.vertex(id)?.labels ?? []) { return nil }
    if let properties = pattern.properties { partial.conditions.append((value, properties)) }
    if let predicate = pattern.predicate { partial.predicates.append((predicate, [:])) }
    partial.nodes.append(Node(id))
    return partial
  }

  private func matches(_ step: PathPattern.Step, _ partial: Partial) throws -> [Partial] {
    let pattern = step.relationship
    if let repetition = pattern.repetition {
      return try matches(repetition, of: pattern, step.node, partial)
    }
    let lower = pattern.length.map { $0.lower ?? 1 } ?? 1
    let upper = pattern.length.map { $0.upper ?? .max } ?? 1
    var open = [(partial: partial, trail: [Relationship]())]
    var result: [Partial] = []
    while let (state, trail) = open.popLast() {
      self.state.stepsLeft -= 1
      if self.state.stepsLeft < 0 { throw Exhausted() }
      if trail.count >= lower, let done = try closed(state, trail, pattern, step.node) {
        result.append(done)
      }
      guard trail.count < upper, let from = state.nodes.last?.id else { continue }
      for (id, edge) in graph.edges where !state.used.contains(id) {
        if let types = pattern.types, !holds(types, [edge.type]) { continue }
        var ends: [NodeID] = []
        if pattern.direction != .incoming, edge.source == from { ends.append(edge.target) }
        if pattern.direction != .outgoing, edge.target == from,
          !(pattern.direction == .either && edge.source == edge.target)
        {
          ends.append(edge.source)
        }
        for end in ends {
          var next = state
          next.used.append(id)
          next.relationships.append(Relationship(id))
          next.nodes.append(Node(end))
          if let properties = pattern.properties {
            next.conditions.append((.relationship(Relationship(id)), properties))
          }
          open.append((next, trail + [Relationship(id)]))
        }
      }
    }
    return result
  }

  /// A path followed over and over: its variables become lists.
  private func matches(
    _ repetition: RelationshipPattern.Repetition, of pattern: RelationshipPattern,
    _ node: NodePattern, _ partial: Partial
  ) throws -> [Partial] {
    let names = Set(Self.names(in: pattern).compactMap { $0?.text })
    var open = [(partial: partial, hops: [ReferenceRow]())]
    var result: [Partial] = []
    while let (state, hops) = open.popLast() {
      self.state.stepsLeft -= 1
      if self.state.stepsLeft < 0 { throw Exhausted() }
      guard let end = state.nodes.last else { continue }
      if hops.count >= pattern.length?.lower ?? 1 {
        var done = state
        for name in names { done.row[name] = .list(hops.map { $0[name] ?? .null }) }
        done.nodes.removeLast()
        if let done = try bound(end.id, to: node, done) { result.append(done) }
      }
      if hops.count >= pattern.length?.upper ?? .max { continue }
      let start = Partial(row: partial.row, used: state.used)
      for hop in try matches(repetition.pattern, start) where hop.nodes.first?.id == end.id {
        guard try holds(hop),
          try repetition.predicate.map({ try truth($0, hop.row) == true }) ?? true
        else { continue }
        var next = state
        next.used = hop.used
        next.nodes += hop.nodes.dropFirst()
        next.relationships += hop.relationships
        open.append((next, hops + [hop.row]))
      }
    }
    return result
  }

  /// The state after the last relationship of a step: its variable and its far node are bound.
  private func closed(
    _ state: Partial, _ trail: [Relationship], _ pattern: RelationshipPattern, _ node: NodePattern
  ) throws -> Partial? {
    var state = state
    if let name = pattern.variable?.text {
      let value: Value =
        pattern.length == nil
        ? trail.first.map { .relationship($0) } ?? .null
        : .list(trail.map { .relationship($0) })
      if let known = state.row[name], known.equals(value) != true { return nil }
      state.row[name] = value
    }
    if let predicate = pattern.predicate {
      for relationship in trail {
        let inner = pattern.variable.map { [$0.text: Value.relationship(relationship)] } ?? [:]
        state.predicates.append((predicate, inner))
      }
    }
    guard let end = state.nodes.popLast() else { return nil }
    return try bound(end.id, to: node, state)
  }

  func holds(_ expression: LabelExpression, _ labels: Set<String>) -> Bool {
    switch expression {
    case .name(let name): labels.contains(name.text)
    case .all(let parts): parts.allSatisfy { holds($0, labels) }
    case .any(let parts): parts.contains { holds($0, labels) }
    case .not(let part): !holds(part, labels)
    case .wildcard: !labels.isEmpty
    }
  }

  // MARK: WITH and RETURN

  private func project(
    _ projection: Projection, _ rows: [ReferenceRow]
  ) throws -> (columns: [String], rows: [ReferenceRow]) {
    var items = projection.items.map { ($0.alias?.text ?? $0.text, $0.expression) }
    if projection.includesAll {
      let names = Set(rows.flatMap(\.keys)).sorted()
      items =
        names.map { ($0, Expression(.variable($0), at: SourceSpan(start: 0, end: 0))) } + items
    }
    let columns = items.map(\.0)
    var results: [(old: ReferenceRow, new: ReferenceRow)] = []
    if items.contains(where: { hasAggregate($0.1) }) {
      let keys = items.filter { !hasAggregate($0.1) }
      var groups: [(key: [EquivalentValue], rows: [ReferenceRow])] = []
      if keys.isEmpty { groups.append(([], [])) }
      for row in rows {
        let key = try keys.map { EquivalentValue(try evaluate($0.1, row)) }
        if let index = groups.firstIndex(where: { $0.key == key }) {
          groups[index].rows.append(row)
        } else {
          groups.append((key, [row]))
        }
      }
      for group in groups {
        var new: ReferenceRow = [:]
        for (name, expression) in items {
          new[name] = try evaluate(expression, group.rows.first ?? [:], group: group.rows)
        }
        results.append((new, new))
      }
    } else {
      for row in rows {
        var new: ReferenceRow = [:]
        for (name, expression) in items { new[name] = try evaluate(expression, row) }
        results.append((row.merging(new) { $1 }, new))
      }
    }
    if projection.isDistinct {
      let kept = distinct(results.map(\.new), columns)
      results = kept.map { ($0, $0) }
    }
    if !projection.order.isEmpty {
      let keyed = try results.map { result in
        (result, keys: try projection.order.map { try evaluate($0.expression, result.old) })
      }
      results = keyed.sorted { a, b in
        for (item, (x, y)) in zip(projection.order, zip(a.keys, b.keys)) {
          let order = Value.order(x, y)
          if order != 0 { return (order < 0) != item.isDescending }
        }
        return false
      }.map(\.0)
    }
    if let skip = projection.skip, case .integer(let count) = try evaluate(skip, [:]) {
      results = Array(results.dropFirst(Int(count)))
    }
    if let limit = projection.limit, case .integer(let count) = try evaluate(limit, [:]) {
      results = Array(results.prefix(Int(count)))
    }
    if let predicate = projection.predicate {
      results = try results.filter { try truth(predicate, $0.old) == true }
    }
    return (columns, results.map(\.new))
  }

  func distinct(_ rows: [ReferenceRow], _ columns: [String]) -> [ReferenceRow] {
    var seen: Set<[EquivalentValue]> = []
    return rows.filter { row in
      seen.insert(columns.map { EquivalentValue(row[$0] ?? .null) }).inserted
    }
  }
}
