package import GraphModel

/// A snapshot of the graph, writable or not. Belongs to one thread.
///
/// STUB: signatures are the contract between storage and engine; bodies follow. A writable transaction reads its own
/// writes at once. Absent nodes and relationships answer as stated; `.none` ids are skipped by batch calls.
package final class GraphTransaction {
  package var isWritable: Bool { false }
  /// Changes with every commit of a name, index or constraint, and with large changes of counts: plans made under
  /// another version are stale.
  package var catalogVersion: UInt64 { 0 }
}

/// Which way a relationship is followed from a node. A loop is followed once under `.either`.
package enum Direction: Sendable, Hashable { case outgoing, incoming, either }

package enum EntityKind: Sendable, Hashable { case node(LabelID), relationship(RelationshipTypeID) }

// MARK: Names

extension GraphTransaction {
  /// Ids of known names; nil for a name nobody has used.
  package func label(named name: String) -> LabelID? { nil }
  package func relationshipType(named name: String) -> RelationshipTypeID? { nil }
  package func propertyKey(named name: String) -> PropertyKeyID? { nil }
  package func name(of label: LabelID) -> String { "" }
  package func name(of type: RelationshipTypeID) -> String { "" }
  package func name(of key: PropertyKeyID) -> String { "" }
  /// All names ever used, in id order.
  package var labelNames: [String] { [] }
  package var relationshipTypeNames: [String] { [] }
  package var propertyKeyNames: [String] { [] }
  /// Ids of names, made where they are new. Writable transactions only. The name is stored in NFC.
  package func makeLabel(_ name: String) throws(KhoError) -> LabelID { LabelID(0) }
  package func makeRelationshipType(_ name: String) throws(KhoError) -> RelationshipTypeID {
    RelationshipTypeID(0)
  }
  package func makePropertyKey(_ name: String) throws(KhoError) -> PropertyKeyID { PropertyKeyID(0) }
}

// MARK: Counts, exact and O(1)

extension GraphTransaction {
  package var nodeCount: Int { 0 }
  package var relationshipCount: Int { 0 }
  package func nodeCount(label: LabelID) -> Int { 0 }
  package func relationshipCount(type: RelationshipTypeID) -> Int { 0 }
  /// Relationships of `type` (nil: any) that leave (`.outgoing`) or reach (`.incoming`) a node with `label`.
  package func relationshipCount(
    label: LabelID, type: RelationshipTypeID?, direction: Direction
  ) -> Int { 0 }
}

// MARK: Nodes

/// Where a scan stands; made at its start, advanced by each call.
package struct ScanPosition: Sendable {
  package var next: UInt32 = 0
  package var isFinished = false
  package init() {}
}

extension GraphTransaction {
  package func exists(_ node: NodeID) throws(KhoError) -> Bool { false }
  package func hasLabel(_ node: NodeID, _ label: LabelID) throws(KhoError) -> Bool { false }
  /// Sorted by id; empty for an absent node.
  package func labels(of node: NodeID) throws(KhoError) -> [LabelID] { [] }
  /// Null where the node or the property is absent.
  package func property(_ key: PropertyKeyID, of node: NodeID) throws(KhoError) -> Value { .null }
  /// All properties, sorted by key id.
  package func properties(of node: NodeID) throws(KhoError) -> [(key: PropertyKeyID, value: Value)] {
    []
  }
  /// Appends the property of each node, null for `.none`.
  package func appendProperties(
    _ key: PropertyKeyID, of nodes: [NodeID], to values: inout [Value]
  ) throws(KhoError) {}
  /// Appends up to `limit` node ids in ascending order, those with `label` or all.
  package func scanNodes(
    label: LabelID?, position: inout ScanPosition, limit: Int, to nodes: inout [NodeID]
  ) throws(KhoError) {}
  /// The number of relationships of a node, without reading them where that is possible.
  package func degree(
    of node: NodeID, types: [RelationshipTypeID]?, direction: Direction
  ) throws(KhoError) -> Int { 0 }
}

// MARK: Relationships

extension GraphTransaction {
  package func exists(_ relationship: RelationshipID) throws(KhoError) -> Bool { false }
  /// Nil for an absent relationship. In a writable transaction, one deleted in it still answers.
  package func endpoints(
    of relationship: RelationshipID
  ) throws(KhoError) -> (source: NodeID, target: NodeID, type: RelationshipTypeID)? { nil }
  package func property(
    _ key: PropertyKeyID, of relationship: RelationshipID
  ) throws(KhoError) -> Value { .null }
  package func properties(
    of relationship: RelationshipID
  ) throws(KhoError) -> [(key: PropertyKeyID, value: Value)] { [] }
  package func appendProperties(
    _ key: PropertyKeyID, of relationships: [RelationshipID], to values: inout [Value]
  ) throws(KhoError) {}
  /// Appends up to `limit` relationship ids in ascending order, those of `type` or all.
  package func scanRelationships(
    type: RelationshipTypeID?, position: inout ScanPosition, limit: Int,
    to relationships: inout [RelationshipID]
  ) throws(KhoError) {}
}

// MARK: Adjacency

/// Rows of an expansion, column-wise: `origins[i]` is the index, in the batch of nodes given, of the node whose
/// relationship `relationships[i]` leads to `neighbours[i]`. Rows come in the order of origins.
package struct Expansion: Sendable {
  package var origins: [Int32] = []
  package var neighbours: [NodeID] = []
  package var relationships: [RelationshipID] = []
  package init() {}
  package mutating func removeAll() {
    origins.removeAll(keepingCapacity: true)
    neighbours.removeAll(keepingCapacity: true)
    relationships.removeAll(keepingCapacity: true)
  }
}

/// Where an expansion of a batch stands: opaque, `ExpansionPosition()` to start.
package struct ExpansionPosition: Sendable {
  package var row = 0
  package var inner: UInt64 = 0
  package var isFinished = false
  package init() {}
}

extension GraphTransaction {
  /// Appends neighbours of `nodes` until about `limit` rows are there (a row may be finished beyond it, but hubs are
  /// resumed) or all is done (`position.isFinished`). `types` nil: any type. `.none` nodes have no neighbours.
  package func expand(
    _ nodes: [NodeID], types: [RelationshipTypeID]?, direction: Direction,
    position: inout ExpansionPosition, limit: Int, to expansion: inout Expansion
  ) throws(KhoError) {}
  /// Appends the neighbours of one node: for path searches. `origins` stays empty.
  package func expand(
    _ node: NodeID, types: [RelationshipTypeID]?, direction: Direction, to expansion: inout Expansion
  ) throws(KhoError) {}
  /// Appends the relationships between two nodes, as followed from `source`. O(log degree + result).
  package func relationships(
    from source: NodeID, to target: NodeID, types: [RelationshipTypeID]?, direction: Direction,
    into relationships: inout [RelationshipID]
  ) throws(KhoError) {}
}

// MARK: Indexes and constraints

package struct IndexDefinition: Sendable, Hashable {
  package enum Kind: Sendable, Hashable { case index, unique, exists, key, type(String) }
  package var id: UInt32
  package var name: String
  package var entity: EntityKind
  package var keys: [PropertyKeyID]
  /// Only `.index`, `.unique` and `.key` have entries to seek.
  package var kind: Kind
  package init(id: UInt32, name: String, entity: EntityKind, keys: [PropertyKeyID], kind: Kind) {
    self.id = id
    self.name = name
    self.entity = entity
    self.keys = keys
    self.kind = kind
  }
  package var isSeekable: Bool {
    switch kind {
    case .index, .unique, .key: true
    case .exists, .type: false
    }
  }
}

/// What an index is asked for. Bounds compare as openCypher does, within one comparable type.
package enum IndexSeek: Sendable {
  /// The values of all keys of the index.
  case equal([Value])
  case range(lower: Value?, includesLower: Bool, upper: Value?, includesUpper: Bool)
  case prefix(String)
}

extension GraphTransaction {
  package var indexes: [IndexDefinition] { [] }
  /// Entities in the order of the index's values, rechecked against the stored property. Ids are node or relationship
  /// ids as the index's entity says. `.equal` with null finds nothing.
  package func seek(_ index: IndexDefinition, _ seek: IndexSeek, to ids: inout [UInt32]) throws(KhoError) {}
  /// Estimated number of entries a seek returns, cheap: for the planner.
  package func estimate(_ index: IndexDefinition) -> Double { 1 }
  /// Builds the index from what is there. Throws `ConstraintValidationFailed` where existing data breaks it.
  package func createIndex(
    name: String, entity: EntityKind, keys: [PropertyKeyID], kind: IndexDefinition.Kind
  ) throws(KhoError) -> IndexDefinition { throw KhoError(.storageError, "NotImplemented", "not yet") }
  package func dropIndex(_ index: IndexDefinition) throws(KhoError) {}
}

// MARK: Mutation. Every call keeps counts, adjacency and indexes; constraint violations throw
// `.constraintValidationFailed` and leave the transaction to be rolled back.

extension GraphTransaction {
  package func createNode(
    labels: [LabelID], properties: [(key: PropertyKeyID, value: Value)]
  ) throws(KhoError) -> NodeID { throw KhoError(.storageError, "NotImplemented", "not yet") }
  package func createRelationship(
    type: RelationshipTypeID, from source: NodeID, to target: NodeID,
    properties: [(key: PropertyKeyID, value: Value)]
  ) throws(KhoError) -> RelationshipID { throw KhoError(.storageError, "NotImplemented", "not yet") }
  /// Null removes. Values that a property cannot hold (maps with entities, nodes …) throw `InvalidPropertyType`.
  /// Returns whether something changed.
  @discardableResult package func setProperty(
    _ key: PropertyKeyID, of node: NodeID, to value: Value
  ) throws(KhoError) -> Bool { false }
  @discardableResult package func setProperty(
    _ key: PropertyKeyID, of relationship: RelationshipID, to value: Value
  ) throws(KhoError) -> Bool { false }
  @discardableResult package func addLabel(_ label: LabelID, to node: NodeID) throws(KhoError) -> Bool {
    false
  }
  @discardableResult package func removeLabel(
    _ label: LabelID, from node: NodeID
  ) throws(KhoError) -> Bool { false }
  /// The node must have no relationships: throws `DeleteConnectedNode` otherwise. An absent node is left absent.
  package func delete(_ node: NodeID) throws(KhoError) {}
  package func delete(_ relationship: RelationshipID) throws(KhoError) {}
}
