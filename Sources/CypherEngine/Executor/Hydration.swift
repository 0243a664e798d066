internal import GraphModel
internal import GraphStorage

/// How values leave the engine: entities with labels, types and properties.

/// Names of labels and of property keys in their order. Most entities that follow one another have
/// the same: those of the last one are remembered.
struct EntityShape {
  private var labelIDs: [LabelID] = []
  private var labels: [String] = []
  private var keyIDs: [PropertyKeyID] = []
  /// Of the keys in order, with where the property stands among those of the entity.
  private var keys: [(name: String, index: Int)] = []

  mutating func names(of ids: [LabelID], _ transaction: GraphTransaction) -> [String] {
    if ids != labelIDs {
      labelIDs = ids
      labels = ids.map { transaction.name(of: $0) }.sorted()
    }
    return labels
  }

  mutating func map(
    _ properties: [(key: PropertyKeyID, value: Value)], _ transaction: GraphTransaction
  ) -> ValueMap {
    let isKnown =
      properties.count == keyIDs.count
      && properties.indices.allSatisfy { properties[$0].key == keyIDs[$0] }
    if !isKnown {
      keyIDs = properties.map(\.key)
      keys = keyIDs.enumerated().map { (name: transaction.name(of: $0.element), index: $0.offset) }
        .sorted { $0.name < $1.name }
    }
    var entries: [ValueMap.Element] = []
    entries.reserveCapacity(keys.count)
    for key in keys { entries.append((key.name, properties[key.index].value)) }
    return ValueMap(sorted: entries)
  }
}

extension ExecutionContext {
  /// A value as it leaves the engine: entities with labels, types and properties.
  func hydrated(_ value: Value) throws(KhoError) -> Value {
    switch value {
    case .node(let node): return .node(try hydrated(node))
    case .relationship(let relationship): return .relationship(try hydrated(relationship))
    case .path(let path):
      var nodes: [Node] = []
      for node in path.nodes { nodes.append(try hydrated(node)) }
      var relationships: [Relationship] = []
      for relationship in path.relationships { relationships.append(try hydrated(relationship)) }
      return .path(Path(nodes: nodes, relationships: relationships))
    case .list(let elements):
      guard elements.contains(where: \.mayHoldEntities) else { return value }
      var result: [Value] = []
      result.reserveCapacity(elements.count)
      for element in elements { result.append(try hydrated(element)) }
      return .list(result)
    case .map(let map):
      guard map.contains(where: { $0.value.mayHoldEntities }) else { return value }
      var result: [ValueMap.Element] = []
      for (key, value) in map { result.append((key, try hydrated(value))) }
      return .map(ValueMap(result))
    default: return value
    }
  }

  private func hydrated(_ node: Node) throws(KhoError) -> Node {
    let labels = shape.names(of: try transaction.labels(of: node.id), transaction)
    let properties = shape.map(try transaction.properties(of: node.id), transaction)
    return Node(id: node.id, labels: labels, properties: properties)
  }

  private func hydrated(_ relationship: Relationship) throws(KhoError) -> Relationship {
    guard let ends = try transaction.endpoints(of: relationship.id) else { return relationship }
    let properties = shape.map(try transaction.properties(of: relationship.id), transaction)
    return Relationship(
      id: relationship.id, type: transaction.name(of: ends.type), start: ends.source,
      end: ends.target, properties: properties)
  }
}

extension Value {
  fileprivate var mayHoldEntities: Bool {
    switch self {
    case .node, .relationship, .path, .list, .map: true
    default: false
    }
  }
}
