/// The blocks at the end, which lie beside the header until the next ones begin.
import GraphModel
import GraphStorage
import LMDB
import TestSupport
import Testing

@Suite struct TailTests {
  /// Creates a node with a property and a relationship to and from the node half as far.
  private func add(_ number: Int, _ tx: GraphTransaction) throws {
    let (label, type) = (try tx.makeLabel("A"), try tx.makeRelationshipType("R"))
    let key = try tx.makePropertyKey("k")
    let node = try tx.createNode(labels: [label], properties: [(key, .integer(Int64(number)))])
    let other = NodeID(UInt32(number / 2))
    _ = try tx.createRelationship(type: type, from: node, to: other, properties: [])
    _ = try tx.createRelationship(type: type, from: other, to: node, properties: [])
  }

  /// Whether the store holds the nodes that `add` made, and nothing else.
  private func expectNodes(_ count: Int, _ store: GraphStore) throws {
    #expect(try store.check() == [])
    try store.read { tx in
      #expect(tx.nodeCount == count && tx.relationshipCount == 2 * count)
      let key = try #require(tx.propertyKey(named: "k"))
      for number in 0..<count {
        let node = NodeID(UInt32(number))
        let value = try tx.property(key, of: node)
        #expect(value.equals(.integer(Int64(number))) == true)
        // The first node is its own other, in two loops.
        let others = [2 * number, 2 * number + 1].count { $0 < count && $0 > 0 }
        let degree = number == 0 ? 2 + others : 1 + others
        #expect(try tx.degree(of: node, types: nil, direction: .outgoing) == degree)
        #expect(try tx.degree(of: node, types: nil, direction: .incoming) == degree)
      }
    }
  }

  @Test(arguments: [1, 3, 200]) func `it grows, and its blocks move on`(perTransaction: Int) throws
  {
    let path = temporaryDatabasePath()
    defer { removeDatabase(path) }
    var store = try GraphStore.open(path: path)
    var count = 0
    while count < 200 {
      try store.write { tx in for number in count..<count + perTransaction { try add(number, tx) } }
      count += perTransaction
      if count % 7 == 0 { try expectNodes(count, store) }
    }
    try expectNodes(count, store)
    store.close()
    store = try GraphStore.open(path: path)
    try expectNodes(count, store)
    store.close()
  }

  @Test func `a transaction reads what it adds around its end`() throws {
    let store = try GraphStore.temporary()
    try store.write { tx in
      for number in 0..<200 {
        try add(number, tx)
        let node = NodeID(UInt32(number))
        #expect(try tx.degree(of: node, types: nil, direction: .outgoing) > 0)
        #expect(try tx.exists(node))
      }
    }
    try expectNodes(200, store)
  }

  @Test func `its last nodes can go, and others come`() throws {
    let store = try GraphStore.temporary()
    try store.write { tx in
      _ = try tx.makeLabel("A")
      let type = try tx.makeRelationshipType("R")
      for _ in 0..<70 {
        let node = try tx.createNode(labels: [], properties: [])
        _ = try tx.createRelationship(type: type, from: node, to: node, properties: [])
      }
    }
    for first in [64, 0] {
      try store.write { tx in
        for number in first..<70 {
          try tx.delete(RelationshipID(UInt32(number)))
          try tx.delete(NodeID(UInt32(number)))
        }
      }
      #expect(try store.check() == [])
      try store.write { tx in
        let node = try tx.createNode(labels: [], properties: [])
        try tx.delete(node)
      }
      #expect(try store.check() == [])
    }
    try store.write { tx in
      let type = try #require(tx.relationshipType(named: "R"))
      let node = try tx.createNode(labels: [], properties: [])
      _ = try tx.createRelationship(type: type, from: node, to: node, properties: [])
      #expect(node == NodeID(72))
    }
    #expect(try store.check() == [])
    #expect(try store.read { $0.nodeCount } == 1)
  }

  @Test func `a load goes on behind it, and it behind the load`() throws {
    let path = temporaryDatabasePath()
    defer { removeDatabase(path) }
    let store = try GraphStore.open(path: path)
    defer { store.close() }
    for number in 0..<10 { try store.write { try add(number, $0) } }
    try store.bulkLoad { load in
      let (label, type) = (try load.makeLabel("A"), try load.makeRelationshipType("R"))
      let key = try load.makePropertyKey("k")
      for number in 10..<140 {
        let node = try load.createNode(
          labels: [label], properties: [(key, .integer(Int64(number)))])
        let other = NodeID(UInt32(number / 2))
        _ = try load.createRelationship(type: type, from: node, to: other, properties: [])
        _ = try load.createRelationship(type: type, from: other, to: node, properties: [])
      }
    }
    try expectNodes(140, store)
    for number in 140..<210 { try store.write { try add(number, $0) } }
    try expectNodes(210, store)
  }

  @Test func `a block of it in its own table, and another one in it, are found`() throws {
    let path = temporaryDatabasePath()
    defer { removeDatabase(path) }
    let store = try GraphStore.open(path: path)
    try store.write { tx in for number in 0..<100 { try add(number, tx) } }
    store.close()
    let ownKey: [UInt8] = [1, 0, 0, 0, 0, 0, 0, 0]
    let tailKey = Array("tail".utf8) + [0] + ownKey.reversed()
    for isOut in [true, false] {
      let environment = try Environment(path: path)
      let transaction = try environment.beginWrite()
      let meta = try transaction.openMainTable()
      let node = try transaction.openTable("node", integerKeys: true, creates: false)
      let (from, to) = isOut ? (meta, node) : (node, meta)
      let (fromKey, toKey) = isOut ? (tailKey, ownKey) : (ownKey, tailKey)
      let block = try #require(try transaction.get(from, fromKey)?.array)
      try transaction.delete(from, fromKey)
      try transaction.put(to, toKey, block)
      try transaction.commit()
      environment.close()
      let changed = try GraphStore.open(path: path)
      #expect(try changed.check().isEmpty == !isOut)
      changed.close()
    }
  }
}
