/// Nodes and relationships in great number, from a program's own data.
internal import GraphStorage

/// Adds nodes and relationships quickly; see `Database.bulkLoad`.
public final class BulkLoader {
  private let load: BulkLoad
  private var labels: [String: LabelID] = [:]
  private var types: [String: RelationshipTypeID] = [:]
  private var keys: [String: PropertyKeyID] = [:]

  init(_ load: BulkLoad) { self.load = load }

  /// Adds a node.
  /// - Throws: `.constraintValidationFailed` or `.typeError`, and then it is not there and loading
  ///   may go on; others end the load.
  @discardableResult public func createNode(
    _ labels: [String], _ properties: [(key: String, value: Value)] = []
  ) throws(KhoError) -> NodeID {
    var ids: [LabelID] = []
    for label in labels {
      ids.append(try id(label, &self.labels) { name throws(KhoError) in try load.makeLabel(name) })
    }
    return try load.createNode(labels: ids, properties: try named(properties))
  }

  /// Adds a relationship between nodes that are there, or were added before.
  /// - Throws: as `createNode`; `.entityNotFound` where a node is not there.
  @discardableResult public func createRelationship(
    _ type: String, from source: NodeID, to target: NodeID,
    _ properties: [(key: String, value: Value)] = []
  ) throws(KhoError) -> RelationshipID {
    let type = try id(type, &types) { name throws(KhoError) in
      try load.makeRelationshipType(name)
    }
    return try load.createRelationship(
      type: type, from: source, to: target, properties: try named(properties))
  }

  private func named(
    _ properties: [(key: String, value: Value)]
  ) throws(KhoError) -> [(key: PropertyKeyID, value: Value)] {
    var named: [(key: PropertyKeyID, value: Value)] = []
    named.reserveCapacity(properties.count)
    for (key, value) in properties where !value.isNull {
      let id = try id(key, &keys) { name throws(KhoError) in try load.makePropertyKey(name) }
      named.append((id, value))
    }
    return named
  }

  private func id<ID>(
    _ name: String, _ known: inout [String: ID], _ make: (String) throws(KhoError) -> ID
  ) throws(KhoError) -> ID {
    if let id = known[name] { return id }
    let id = try make(name)
    known[name] = id
    return id
  }
}

extension Database {
  /// Runs `body` with a loader, in one write transaction: what it adds is committed when it
  /// returns, or nothing is. Several times as quick as statements, since adjacency and indexes are
  /// written once, in order.
  ///
  /// ```swift
  /// try database.bulkLoad { loader in
  ///   let ada = try loader.createNode(["Person"], [("name", "Ada")])
  ///   let alan = try loader.createNode(["Person"], [("name", "Alan")])
  ///   try loader.createRelationship("KNOWS", from: ada, to: alan)
  /// }
  /// ```
  /// - Parameter body: must have no effects besides the loader: where the file's map has to grow,
  ///   it runs a second time.
  @discardableResult public func bulkLoad<R>(_ body: (BulkLoader) throws -> R) throws -> R {
    try bulk { try body(BulkLoader($0)) }
  }
}
