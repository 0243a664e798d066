/// Updates of the reference evaluator: each clause takes its rows one after another and changes the
/// evaluator's graph at once; only what CREATE writes is read from the graph before it.
import CypherSyntax
import GraphModel

extension ReferenceEvaluator {
  func update(_ clause: Clause.Kind, _ rows: [ReferenceRow]) throws -> [ReferenceRow] {
    switch clause {
    case .create(let patterns):
      state.before = state.graph
      defer { state.before = nil }
      return try rows.map { row in try patterns.reduce(row) { try create($1, from: $0) } }
    case .merge(let merge): return try rows.flatMap { try evaluate(merge, from: $0) }
    case .set(let items):
      for row in rows { for item in items { try set(item, row) } }
    case .remove(let items):
      for row in rows { for item in items { try remove(item, row) } }
    case .delete(let isDetaching, let expressions):
      let values = try rows.flatMap { row in try expressions.map { try evaluate($0, row) } }
      try delete(values, isDetaching: isDetaching)
    case .foreach(let variable, let list, let clauses):
      for row in rows {
        guard case .list(let elements) = try evaluate(list, row) else { continue }
        // As UNWIND of the list and the clauses after it.
        var inner = elements.map { element in row.merging([variable.text: element]) { $1 } }
        for clause in clauses { inner = try update(clause.kind, inner) }
      }
    default: throw Failure(reason: "a clause that the reference does not know")
    }
    return rows
  }

  private func evaluate(_ merge: Merge, from row: ReferenceRow) throws -> [ReferenceRow] {
    let found = try assignments(of: [merge.pattern], from: row)
    let made = found.isEmpty ? [try create(merge.pattern, from: row)] : found
    for row in made {
      for item in found.isEmpty ? merge.onCreate : merge.onMatch { try set(item, row) }
    }
    return made
  }

  // MARK: CREATE

  private func create(_ pattern: PathPattern, from row: ReferenceRow) throws -> ReferenceRow {
    var row = row
    var source = try node(pattern.start, &row)
    for step in pattern.steps {
      let target = try node(step.node, &row)
      let relationship = step.relationship
      let isIncoming = relationship.direction == .incoming
      let id = RelationshipID(state.newID())
      let edge = ReferenceGraph.Edge(
        type: relationship.types.map(Self.names)?.first ?? "", source: isIncoming ? target : source,
        target: isIncoming ? source : target,
        properties: try properties(relationship.properties, row))
      state.graph.edges.append((id, edge))
      if let name = relationship.variable?.text { row[name] = .relationship(Relationship(id)) }
      source = target
    }
    return row
  }

  /// A node of a pattern: the one that its variable is, or a new one.
  private func node(_ pattern: NodePattern, _ row: inout ReferenceRow) throws -> NodeID {
    if let known = pattern.variable.flatMap({ row[$0.text] }) {
      guard case .node(let node) = known else { throw Failure(reason: "an end that is null") }
      if graph.vertex(node.id) == nil { throw Exhausted() }
      return node.id
    }
    let id = NodeID(state.newID())
    let vertex = ReferenceGraph.Vertex(
      labels: Set(pattern.labels.map(Self.names) ?? []),
      properties: try properties(pattern.properties, row))
    state.graph.vertices.append((id, vertex))
    if let name = pattern.variable?.text { row[name] = .node(Node(id)) }
    return id
  }

  private static func names(in labels: LabelExpression) -> [String] {
    switch labels {
    case .name(let name): [name.text]
    case .all(let parts), .any(let parts): parts.flatMap(names)
    case .not, .wildcard: []
    }
  }

  private func properties(
    _ expression: Expression?, _ row: ReferenceRow
  ) throws -> [String: Value] {
    guard let expression, case .map(let map) = try evaluate(expression, row) else { return [:] }
    return Dictionary(map.map { ($0.key, $0.value) }) { $1 }.filter { !$0.value.isNull }
  }

  // MARK: SET, REMOVE, DELETE

  private func set(_ item: SetItem, _ row: ReferenceRow) throws {
    switch item {
    case .property(let base, let key, let value):
      let value = try evaluate(value, row)
      try change(evaluate(base, row), properties: { $0[key.text] = value })
    case .replaceAll(let variable, let value):
      let map = try properties(value, row)
      try change(row[variable.text], properties: { $0 = map })
    case .mergeAll(let variable, let value):
      guard case .map(let map) = try evaluate(value, row) else { return }
      let new = Dictionary(map.map { ($0.key, $0.value) }) { $1 }
      try change(row[variable.text], properties: { $0.merge(new) { $1 } })
    case .labels(let variable, let names):
      try change(row[variable.text], labels: { $0.formUnion(names.map(\.text)) })
    case .dynamicProperty: throw Failure(reason: "a computed key")
    }
  }

  private func remove(_ item: RemoveItem, _ row: ReferenceRow) throws {
    switch item {
    case .property(let base, let key):
      try change(evaluate(base, row), properties: { $0[key.text] = Value.null })
    case .labels(let variable, let names):
      try change(row[variable.text], labels: { $0.subtract(names.map(\.text)) })
    case .dynamicProperty: throw Failure(reason: "a computed key")
    }
  }

  /// Changes properties or labels; what is null stays as it is. What was deleted is left to others.
  private func change(
    _ entity: Value?, labels: (inout Set<String>) -> Void = { _ in },
    properties: (inout [String: Value]) -> Void = { _ in }
  ) throws {
    switch entity {
    case .node(let node)?:
      guard let index = graph.vertices.firstIndex(where: { $0.id == node.id }) else {
        throw Exhausted()
      }
      labels(&state.graph.vertices[index].vertex.labels)
      properties(&state.graph.vertices[index].vertex.properties)
      state.graph.vertices[index].vertex.properties.dropNulls()
    case .relationship(let relationship)?:
      guard let index = graph.edges.firstIndex(where: { $0.id == relationship.id }) else {
        throw Exhausted()
      }
      properties(&state.graph.edges[index].edge.properties)
      state.graph.edges[index].edge.properties.dropNulls()
    case .null?: break
    default: throw Failure(reason: "no entity")
    }
  }

  private func delete(_ values: [Value], isDetaching: Bool) throws {
    var nodes: Set<NodeID> = []
    for value in values {
      switch value {
      case .node(let node): nodes.insert(node.id)
      case .relationship(let relationship):
        state.graph.edges.removeAll { $0.id == relationship.id }
      case .null: break
      default: throw Failure(reason: "no entity")
      }
    }
    let left = graph.edges.filter { edge in
      !nodes.contains(edge.edge.source) && !nodes.contains(edge.edge.target)
    }
    if !isDetaching, left.count < graph.edges.count {
      throw Failure(reason: "a node that still has relationships")
    }
    state.graph.edges = left
    state.graph.vertices.removeAll { nodes.contains($0.id) }
  }
}

extension [String: Value] {
  fileprivate mutating func dropNulls() { self = filter { !$0.value.isNull } }
}

extension ReferenceGraph {
  /// Nodes and relationships as text, sorted, without ids: as `Engine.dump` writes a store.
  var dump: String {
    func text(_ labels: Set<String>) -> String {
      Value.list(labels.sorted().map { .string($0) }).text
    }
    func text(_ properties: [String: Value]) -> String {
      Value.map(ValueMap(properties.map { (key: $0.key, value: $0.value) })).text
    }
    let nodes = vertices.map { "\([text($0.vertex.labels), text($0.vertex.properties)])" }
    let relationships = edges.map { _, edge in
      let ends = [edge.source, edge.target].compactMap { vertex($0) }
      let texts = ends.flatMap { [text($0.labels), text($0.properties)] }
      return "\([Value.string(edge.type).text, text(edge.properties)] + texts)"
    }
    return (nodes.sorted() + relationships.sorted()).joined(separator: "\n")
  }
}
