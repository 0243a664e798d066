/// Random operations on a store and on a plain model of it, which must agree.
import GraphModel
import GraphStorage
import Testing

/// A graph as dictionaries: what the store must be indistinguishable from.
struct ModelGraph {
  struct Node {
    var labels: Set<LabelID> = []
    var properties: [PropertyKeyID: Value] = [:]
  }
  struct Relationship {
    var source: NodeID
    var target: NodeID
    var type: RelationshipTypeID
    var properties: [PropertyKeyID: Value] = [:]
  }
  var nodes: [NodeID: Node] = [:]
  var relationships: [RelationshipID: Relationship] = [:]

  /// Rows of an expansion of one node, sorted.
  func expansion(
    _ node: NodeID, _ types: [RelationshipTypeID]?, _ direction: Direction
  ) -> [[UInt32]] {
    relationships.compactMap { id, relationship -> [UInt32]? in
      guard types?.contains(relationship.type) ?? true else { return nil }
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

@Suite struct ModelTests {
  @Test(arguments: 0..<4) func `a store does what a model of dictionaries does`(round: Int) throws {
    let seed = UInt64.random(in: 0 ... .max)
    print("seed \(seed)")
    var run = try ModelRun(seed: seed)
    defer { run.remove() }
    for _ in 0..<60 {
      try run.transaction(operationCount: 100)
      try run.compare()
    }
    #expect(run.operationCount >= 5_000)
  }
}
