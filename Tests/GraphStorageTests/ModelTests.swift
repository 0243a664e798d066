/// Random operations on a store and on a plain model of it, which must agree. `MODEL_SEED` repeats
/// a run.
import Foundation
import GraphModel
import GraphStorage
import Testing

@Suite struct ModelTests {
  @Test(arguments: 0..<4) func `a store does what a model of dictionaries does`(round: Int) throws {
    let seed =
      ProcessInfo.processInfo.environment["MODEL_SEED"].flatMap { UInt64($0) }
      ?? .random(in: 0 ... .max)
    print("model seed \(seed)")
    var run = try ModelRun(seed: seed)
    defer { run.remove() }
    for _ in 0..<60 { try run.transaction(operationCount: 100) }
    try run.compare(isComplete: true)
    let defects = try run.store.check()
    #expect(defects.isEmpty)
    #expect(run.operationCount == 6_000)
  }
}

/// A graph as dictionaries: what the store must be indistinguishable from.
struct ModelGraph {
  struct Node {
    var labels: Set<LabelID> = []
    var properties: [PropertyKeyID: Value] = [:]
    /// Relationships that leave or reach the node, once for each of its ends.
    var relationships: [RelationshipID] = []
  }
  struct Relationship {
    var source: NodeID
    var target: NodeID
    var type: RelationshipTypeID
    var properties: [PropertyKeyID: Value] = [:]
  }
  private(set) var nodes: [NodeID: Node] = [:]
  private(set) var relationships: [RelationshipID: Relationship] = [:]
  /// Sorted, so that a seed picks the same ones each time.
  private(set) var nodeIDs: [NodeID] = []
  private(set) var relationshipIDs: [RelationshipID] = []

  subscript(_ id: NodeID) -> Node? {
    get { nodes[id] }
    set {
      if nodes[id] == nil, newValue != nil { nodeIDs.append(id) }
      if newValue == nil { nodeIDs.removeAll { $0 == id } }
      nodes[id] = newValue
    }
  }

  mutating func insert(_ id: RelationshipID, _ relationship: Relationship) {
    relationships[id] = relationship
    relationshipIDs.append(id)
    nodes[relationship.source]?.relationships.append(id)
    nodes[relationship.target]?.relationships.append(id)
  }

  mutating func remove(_ id: RelationshipID) {
    guard let relationship = relationships.removeValue(forKey: id) else { return }
    relationshipIDs.removeAll { $0 == id }
    nodes[relationship.source]?.relationships.removeAll { $0 == id }
    nodes[relationship.target]?.relationships.removeAll { $0 == id }
  }

  mutating func set(_ key: PropertyKeyID, of id: RelationshipID, to value: Value) {
    relationships[id]?.properties[key] = value.isNull ? Value?.none : .some(value)
  }

  mutating func set(_ key: PropertyKeyID, of id: NodeID, to value: Value) {
    nodes[id]?.properties[key] = value.isNull ? Value?.none : .some(value)
  }

  /// Neighbour and relationship of each row of an expansion of one node, sorted.
  func expansion(
    _ node: NodeID, _ types: [RelationshipTypeID]?, _ direction: Direction
  ) -> [[UInt32]] {
    Set(nodes[node]?.relationships ?? []).compactMap { id -> [UInt32]? in
      guard let relationship = relationships[id], types?.contains(relationship.type) ?? true else {
        return nil
      }
      if direction != .incoming, relationship.source == node {
        return [relationship.target.rawValue, id.rawValue]
      }
      if direction != .outgoing, relationship.target == node {
        return [relationship.source.rawValue, id.rawValue]
      }
      return nil
    }.sorted { $0.lexicographicallyPrecedes($1) }
  }
}
