/// Changes of the graph at their edges: what they refuse, and what they leave behind.
import GraphModel
import GraphStorage
import Testing

@Suite struct MutationTests {
  @Test func `values of every type are stored as they are`() throws {
    let fixture = try StoreFixture()
    let nodes = try fixture.write { tx in
      try SampleValues.all.map {
        try tx.createNode(labels: [], properties: [(fixture.k, $0)])
      }
    }
    try fixture.store.read { tx in
      for (node, value) in zip(nodes, SampleValues.all) {
        let stored = try tx.property(fixture.k, of: node)
        #expect(stored.typeName == value.typeName && Value.order(stored, value) == 0)
        #expect(stored.text == value.text)
      }
      let values = try tx.properties(fixture.k, of: [.none] + nodes).boxed
      #expect(values.count == nodes.count + 1 && values[0].isNull && !values[1].isNull)
    }
  }

  @Test func `text is stored in NFC`() throws {
    let fixture = try StoreFixture()
    try fixture.write { tx in
      let decomposed = "Ca\u{302}\u{300}u"
      let label = try tx.makeLabel(decomposed)
      let same = try tx.makeLabel("Cầu")
      #expect(same == label)
      #expect(tx.name(of: label).unicodeScalars.count == 3)
      let node = try tx.createNode(
        labels: [label],
        properties: [
          (fixture.k, .string(decomposed)), (fixture.l, .list([.string(decomposed)])),
          (fixture.m, .map([decomposed: .string(decomposed)])),
        ])
      for (_, value) in try tx.properties(of: node) {
        #expect(!value.text.unicodeScalars.contains("\u{302}"))
      }
    }
  }

  @Test func `what a property cannot hold is refused`() throws {
    let fixture = try StoreFixture()
    let node = try fixture.write { try $0.createNode(labels: [], properties: [(fixture.k, 1)]) }
    let refused: [Value] = [
      .node(Node(NodeID(0))), .relationship(Relationship(RelationshipID(0))),
      .path(Path(nodes: [Node(NodeID(0))], relationships: [])), .list([.null]),
      .list([.list([.integer(1)])]), .list([.map([:])]), .list([.node(Node(NodeID(0)))]),
      .map(["a": .null]), .map(["a": .list([.null])]), .map(["a": .node(Node(NodeID(0)))]),
    ]
    try fixture.write { tx in
      for value in refused {
        #expect(
          detail { try tx.setProperty(fixture.k, of: node, to: value) } == "InvalidPropertyType")
        #expect(
          detail { try tx.createNode(labels: [], properties: [(fixture.k, value)]) }
            == "InvalidPropertyType")
      }
      #expect(tx.nodeCount == 1)
      let value = try tx.property(fixture.k, of: node)
      #expect(value.isStoredEqually(to: 1))
    }
  }

  @Test func `nesting is limited to 200`() throws {
    let fixture = try StoreFixture()
    func nested(_ depth: Int) -> Value {
      (0..<depth).reduce(Value.integer(1)) { value, _ in .map(["a": value]) }
    }
    try fixture.write { tx in
      _ = try tx.createNode(labels: [], properties: [(fixture.k, nested(200))])
      #expect(
        detail { try tx.createNode(labels: [], properties: [(fixture.k, nested(201))]) }
          == "NestingLimit")
    }
  }

  @Test func `setting says whether something changed`() throws {
    let fixture = try StoreFixture()
    try fixture.write { tx in
      let node = try tx.createNode(labels: [fixture.a], properties: [(fixture.k, 1)])
      let steps: [(Value, Bool)] = [
        (1, false), (1.0, true), (1.0, false), (.null, true), (.null, false), ("a", true),
        ("a", false), (.float(0), true), (.float(-0.0), true), (.boolean(true), true),
        (.boolean(true), false), (.list([1]), true), (.list([1.0]), true), (.list([1.0]), false),
      ]
      for (value, isChange) in steps {
        let changed = try tx.setProperty(fixture.k, of: node, to: value)
        #expect(changed == isChange, "\(value.text)")
      }
      let results = [
        try tx.addLabel(fixture.a, to: node), try tx.addLabel(fixture.b, to: node),
        try tx.removeLabel(fixture.a, from: node), try tx.removeLabel(fixture.a, from: node),
        try tx.setProperty(fixture.k, of: NodeID(99), to: 1),
        try tx.addLabel(fixture.a, to: NodeID(99)),
      ]
      #expect(results == [false, true, true, false, false, false])
    }
  }

  @Test func `a node with relationships is not deleted`() throws {
    let fixture = try StoreFixture()
    try fixture.write { tx in
      let node = try tx.createNode(labels: [fixture.a], properties: [])
      let other = try tx.createNode(labels: [], properties: [])
      let out = try tx.createRelationship(type: fixture.r, from: node, to: other, properties: [])
      let loop = try tx.createRelationship(type: fixture.s, from: node, to: node, properties: [])
      for relationship in [out, loop] {
        #expect(detail { try tx.delete(node) } == "DeleteConnectedNode")
        try tx.delete(relationship)
        try tx.delete(relationship)
      }
      try tx.delete(node)
      try tx.delete(node)
      try tx.delete(other)
      #expect(tx.nodeCount == 0 && tx.relationshipCount == 0)
      let ends = try tx.endpoints(of: loop)
      #expect(ends?.source == node && ends?.target == node && ends?.type == fixture.s)
      #expect(
        detail { try tx.createRelationship(type: fixture.r, from: node, to: other, properties: []) }
          == "DeletedEntityAccess")
    }
    try fixture.store.read { tx in
      let ends = try tx.endpoints(of: RelationshipID(0))
      #expect(ends == nil)
    }
  }

  @Test func `identifiers are never used again`() throws {
    let fixture = try StoreFixture()
    let first = try fixture.write { try $0.createNode(labels: [], properties: []) }
    try fixture.write { try $0.delete(first) }
    let second = try fixture.write { try $0.createNode(labels: [], properties: []) }
    #expect(second.rawValue == first.rawValue + 1)
  }

  @Test func `long values go out of line and come back, and leave nothing when replaced`() throws {
    let fixture = try StoreFixture()
    let lengths = [1_023, 1_024, 1_025, 2_000, 2_001, 4_000, 100_000, 0]
    let node = try fixture.write { try $0.createNode(labels: [], properties: []) }
    for length in lengths {
      let text = String(repeating: "x", count: length)
      try fixture.write { try $0.setProperty(fixture.k, of: node, to: .string(text)) }
      let stored = try fixture.store.read { try $0.property(fixture.k, of: node) }
      #expect(stored.isStoredEqually(to: .string(text)))
    }
    let list = Value.list((0..<5_000).map { .integer($0) })
    try fixture.write { try $0.setProperty(fixture.k, of: node, to: list) }
    #expect(
      try fixture.store.read { try $0.property(fixture.k, of: node) }.isStoredEqually(to: list))
    try fixture.write { try $0.delete(node) }
    let tables = try fixture.store.information().tables
    #expect(tables.first { $0.name == "long" }?.recordCount == 0)
  }

  @Test func `a block of many middling values stays within four pages`() throws {
    let fixture = try StoreFixture()
    let text = String(repeating: "y", count: 1_000)
    let nodes = try fixture.write { tx in
      try (0..<64).map { number in
        try tx.createNode(labels: [], properties: [(fixture.k, .string(text + "\(number)"))])
      }
    }
    try fixture.store.read { tx in
      for (number, node) in nodes.enumerated() {
        let value = try tx.property(fixture.k, of: node)
        #expect(value.isStoredEqually(to: .string(text + "\(number)")))
      }
    }
    let tables = try fixture.store.information().tables
    #expect((tables.first { $0.name == "long" }?.recordCount ?? 0) > 40)
  }

  @Test func `a list grows into a hub and back`() throws {
    let fixture = try StoreFixture()
    let (hub, others) = try fixture.write { tx in
      (
        try tx.createNode(labels: [], properties: []),
        try (0..<1_200).map { _ in try tx.createNode(labels: [], properties: []) }
      )
    }
    var relationships: [RelationshipID] = []
    func degree() throws -> Int {
      try fixture.store.read { try $0.degree(of: hub, types: nil, direction: .outgoing) }
    }
    for other in others {
      try fixture.store.write { tx in
        relationships.append(
          try tx.createRelationship(type: fixture.r, from: hub, to: other, properties: []))
      }
      if [1, 249, 250, 251, 498, 499, 1_200].contains(relationships.count) {
        #expect(try degree() == relationships.count)
        #expect(try fixture.store.check() == [])
      }
    }
    while let relationship = relationships.popLast() {
      try fixture.store.write { try $0.delete(relationship) }
      if [1_000, 250, 249, 63, 62, 61, 0].contains(relationships.count) {
        #expect(try degree() == relationships.count)
        #expect(try fixture.store.check() == [])
      }
    }
    #expect(try fixture.store.information().tables.first { $0.name == "hub" }?.recordCount == 0)
  }

  @Test func `names are limited in length`() throws {
    let fixture = try StoreFixture()
    try fixture.write { tx in
      _ = try tx.makeLabel(String(repeating: "n", count: 1_000))
      #expect(detail { try tx.makeLabel(String(repeating: "n", count: 1_001)) } == "NameTooLong")
    }
  }
}

extension Value {
  /// Equal, and of one type.
  func isStoredEqually(to other: Value) -> Bool {
    typeName == other.typeName && Value.order(self, other) == 0
  }
}
