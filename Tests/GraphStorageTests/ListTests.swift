/// Which adjacency lists are read of a node, in graphs with few types and with many.
import GraphModel
import GraphStorage
import Testing

@Suite struct ListTests {
  /// A node with a relationship of each of so many types to another, and a loop of the last.
  @Test(arguments: [3, 64, 65, 100])
  func `relationships of any, some and one type are found`(typeCount: Int) throws {
    let store = try GraphStore.temporary()
    let (nodes, types) = try store.write { tx in
      let nodes = try (0..<40).map { _ in try tx.createNode(labels: [], properties: []) }
      let types = try (0..<typeCount).map { try tx.makeRelationshipType("T\($0)") }
      for (index, type) in types.enumerated() {
        _ = try tx.createRelationship(
          type: type, from: nodes[0], to: nodes[index % 30], properties: [])
      }
      _ = try tx.createRelationship(
        type: types[typeCount - 1], from: nodes[0], to: nodes[0], properties: [])
      return (nodes, types)
    }
    func check(_ tx: GraphTransaction) throws {
      func count(
        _ node: NodeID, _ types: [RelationshipTypeID]?, _ direction: Direction
      ) throws -> [Int] {
        var single = Expansion()
        try tx.expand(node, types: types, direction: direction, to: &single)
        var batch = Expansion()
        var position = ExpansionPosition()
        while !position.isFinished {
          try tx.expand(
            [node, .none, node], types: types, direction: direction, position: &position, limit: 7,
            to: &batch)
        }
        #expect(batch.neighbours.count == 2 * single.neighbours.count)
        #expect(Set(single.relationships).count == single.relationships.count)
        return [
          single.neighbours.count, try tx.degree(of: node, types: types, direction: direction),
        ]
      }
      let toFirst = types.indices.filter { $0 % 30 == 0 }.count + 1
      let last = types[typeCount - 1]
      let some = [types[1], last, types[1]]
      #expect(try count(nodes[0], nil, .outgoing) == [typeCount + 1, typeCount + 1])
      #expect(try count(nodes[0], nil, .either) == [typeCount + 1, typeCount + 1])
      #expect(try count(nodes[0], nil, .incoming) == [toFirst, toFirst])
      #expect(try count(nodes[0], types, .either) == [typeCount + 1, typeCount + 1])
      #expect(try count(nodes[0], some, .either) == [3, 3])
      #expect(try count(nodes[0], [last], .either) == [2, 2])
      #expect(try count(nodes[0], [], .either) == [0, 0])
      #expect(try count(nodes[1], some, .incoming).allSatisfy { $0 >= 1 })
      #expect(try count(nodes[35], some, .either) == [0, 0])
      for types in [some, types] {
        var reached = NodeSet()
        var new: [NodeID] = []
        var position = ExpansionPosition()
        while !position.isFinished {
          try tx.reach(
            from: [nodes[0]], types: types, direction: .either, reached: &reached,
            position: &position, limit: 1, to: &new)
        }
        #expect(Set(new).count == new.count && Set(new) == Set(reached.nodes))
        #expect(new.count == (types == some ? 3 : min(30, typeCount)))
      }
    }
    try store.write(check)
    try store.read(check)
  }
}
