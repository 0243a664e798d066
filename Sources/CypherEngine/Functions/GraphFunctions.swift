internal import GraphModel
internal import GraphStorage

/// Functions of nodes, relationships, paths and maps.

extension FunctionLibrary {
  static let graphFunctions: [ScalarFunction] = [
    ScalarFunction("id", [.entity], returns: .integer) { .integer(identifier(of: $1[0])) },
    ScalarFunction("elementId", [.entity], returns: .string) {
      .string(String(identifier(of: $1[0])))
    },
    ScalarFunction("labels", [.node], returns: .list) { context, arguments throws(KhoError) in
      guard case .node(let node) = arguments[0] else { return .null }
      let labels = try context.transaction.labels(of: node.id)
      if labels.isEmpty { try context.checkExists(arguments[0]) }
      return .list(labels.map { .string(context.transaction.name(of: $0)) })
    },
    ScalarFunction("type", [.relationship], returns: .string) {
      context, arguments throws(KhoError) in
      .string(context.transaction.name(of: try context.endpoints(of: arguments[0]).type))
    },
    ScalarFunction("startNode", [.relationship], returns: .node) {
      context, arguments throws(KhoError) in
      .node(Node(try context.endpoints(of: arguments[0]).source))
    },
    ScalarFunction("endNode", [.relationship], returns: .node) {
      context, arguments throws(KhoError) in
      .node(Node(try context.endpoints(of: arguments[0]).target))
    },
    ScalarFunction("properties", [[.map, .entity]], returns: .map) {
      context, arguments throws(KhoError) in .map(try context.properties(of: arguments[0]))
    },
    ScalarFunction("keys", [[.map, .entity]], returns: .list) {
      context, arguments throws(KhoError) in
      .list(try context.properties(of: arguments[0]).keys.map { .string($0) })
    },
    ScalarFunction("length", [.path], returns: .integer) {
      guard case .path(let path) = $1[0] else { return .null }
      return .integer(Int64(path.length))
    },
    ScalarFunction("nodes", [.path], returns: .list) {
      guard case .path(let path) = $1[0] else { return .null }
      return .list(path.nodes.map { .node($0) })
    },
    ScalarFunction("relationships", [.path], returns: .list) {
      guard case .path(let path) = $1[0] else { return .null }
      return .list(path.relationships.map { .relationship($0) })
    },
  ]

  private static func identifier(of entity: Value) -> Int64 {
    switch entity {
    case .node(let node): Int64(node.id.rawValue)
    case .relationship(let relationship): Int64(relationship.id.rawValue)
    default: -1
    }
  }
}

extension FunctionContext {
  /// The properties of a map, node or relationship by name.
  func properties(of value: Value) throws(KhoError) -> ValueMap {
    let map = try storedProperties(of: value) ?? ValueMap()
    if map.isEmpty { try checkExists(value) }
    return map
  }

  /// End nodes and type, which a relationship keeps even where this transaction has deleted it.
  fileprivate func endpoints(
    of value: Value
  ) throws(KhoError) -> (source: NodeID, target: NodeID, type: RelationshipTypeID) {
    guard case .relationship(let relationship) = value,
      let endpoints = try transaction.endpoints(of: relationship.id)
    else { throw deletedEntityAccess }
    return endpoints
  }

  /// Throws where this transaction has deleted the node or relationship that is asked for its
  /// content.
  func checkExists(_ entity: Value) throws(KhoError) {
    guard transaction.isWritable else { return }
    switch entity {
    case .node(let node) where try !transaction.exists(node.id): throw deletedEntityAccess
    case .relationship(let relationship) where try !transaction.exists(relationship.id):
      throw deletedEntityAccess
    default: break
    }
  }

  private var deletedEntityAccess: KhoError {
    KhoError(
      .entityNotFound, "DeletedEntityAccess",
      "the node or relationship was deleted in this transaction")
  }
}
