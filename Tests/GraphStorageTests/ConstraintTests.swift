/// Constraints: what they refuse, when, and in which words.
import GraphModel
import GraphStorage
import Testing

@Suite struct ConstraintTests {
  private func make(
    _ fixture: StoreFixture, _ kind: IndexDefinition.Kind, keys: [PropertyKeyID]? = nil
  ) throws {
    try fixture.write { tx in
      _ = try tx.createIndex(
        name: "c", entity: .node(fixture.a), keys: keys ?? [fixture.k], kind: kind)
    }
  }

  @Test func `a unique value is refused the second time, until the first is gone`() throws {
    let fixture = try StoreFixture()
    try make(fixture, .unique)
    let secret = "a value of which no error may speak"
    let first = try fixture.write { tx in
      try tx.createNode(labels: [fixture.a], properties: [(fixture.k, .string(secret))])
    }
    try fixture.write { tx in
      let properties = [(key: fixture.k, value: Value.string(secret))]
      let error = #expect(throws: KhoError.self) {
        try tx.createNode(labels: [fixture.a], properties: properties)
      }
      #expect(error?.kind == .constraintValidationFailed)
      #expect(error?.detail == "UniquenessViolation")
      #expect(error?.message.contains("A(k)") == true && error?.message.contains(secret) == false)
      let other = try tx.createNode(labels: [fixture.b], properties: properties)
      #expect(detail { try tx.addLabel(fixture.a, to: other) } == "UniquenessViolation")
      let third = try tx.createNode(labels: [fixture.a], properties: [])
      #expect(
        detail { try tx.setProperty(fixture.k, of: third, to: .string(secret)) }
          == "UniquenessViolation")
      try tx.setProperty(fixture.k, of: first, to: "moved")
      try tx.setProperty(fixture.k, of: third, to: .string(secret))
      #expect(detail { try tx.addLabel(fixture.a, to: other) } == "UniquenessViolation")
      try tx.removeLabel(fixture.a, from: third)
      try tx.addLabel(fixture.a, to: other)
      try tx.delete(first)
      _ = try tx.createNode(labels: [fixture.a], properties: [(fixture.k, "moved")])
    }
  }

  @Test func `equal numbers are one value, different NaN and long texts are not`() throws {
    let fixture = try StoreFixture()
    try make(fixture, .unique)
    let long = String(repeating: "x", count: 2_000)
    try fixture.write { tx in
      for value in [Value.integer(1), .string(long + "a"), .string(long + "b")] {
        _ = try tx.createNode(labels: [fixture.a], properties: [(fixture.k, value)])
      }
      for value in [Value.float(1), .string(long + "a")] {
        #expect(
          detail { try tx.createNode(labels: [fixture.a], properties: [(fixture.k, value)]) }
            == "UniquenessViolation")
      }
    }
  }

  @Test func `a constraint that existing data breaks is not made`() throws {
    let fixture = try StoreFixture()
    try fixture.write { tx in
      for _ in 0..<2 {
        _ = try tx.createNode(labels: [fixture.a], properties: [(fixture.k, 1)])
      }
      _ = try tx.createNode(labels: [fixture.a], properties: [(fixture.l, "text")])
    }
    #expect(detail { try make(fixture, .unique) } == "UniquenessViolation")
    #expect(detail { try make(fixture, .exists) } == "PropertyExistenceViolation")
    #expect(detail { try make(fixture, .type("STRING")) } == "PropertyTypeViolation")
    #expect(try fixture.store.read { $0.indexes.isEmpty })
    #expect(try fixture.store.check() == [])
    try make(fixture, .type("INTEGER"))
  }

  @Test func `mandatory properties are looked for at the end of the transaction`() throws {
    let fixture = try StoreFixture()
    try make(fixture, .exists)
    let node = try fixture.write { tx in
      let node = try tx.createNode(labels: [fixture.a], properties: [])
      try tx.setProperty(fixture.k, of: node, to: 1)
      let gone = try tx.createNode(labels: [fixture.a], properties: [])
      try tx.delete(gone)
      return node
    }
    func violation(_ body: (GraphTransaction) throws -> Void) -> Bool {
      detail { try fixture.store.write(body) } == "PropertyExistenceViolation"
    }
    #expect(violation { try $0.setProperty(fixture.k, of: node, to: .null) })
    #expect(violation { _ = try $0.createNode(labels: [fixture.a], properties: [(fixture.l, 1)]) })
    #expect(
      violation { tx in
        try tx.addLabel(fixture.a, to: try tx.createNode(labels: [], properties: []))
      })
    #expect(try fixture.store.read { $0.nodeCount } == 1)
    #expect(try fixture.store.check() == [])
  }

  @Test func `a key is present and unique, over several properties`() throws {
    let fixture = try StoreFixture()
    try make(fixture, .key, keys: [fixture.k, fixture.l])
    try fixture.write { tx in
      for (k, l) in [(1, 1), (1, 2), (2, 1)] as [(Int64, Int64)] {
        _ = try tx.createNode(
          labels: [fixture.a], properties: [(fixture.k, .integer(k)), (fixture.l, .integer(l))])
      }
      #expect(
        detail {
          try tx.createNode(labels: [fixture.a], properties: [(fixture.k, 1), (fixture.l, 2)])
        } == "UniquenessViolation")
    }
    #expect(
      detail {
        try fixture.store.write {
          _ = try $0.createNode(labels: [fixture.a], properties: [(fixture.k, 1)])
        }
      } == "PropertyExistenceViolation")
  }

  @Test func `a type is required of every value`() throws {
    let fixture = try StoreFixture()
    try make(fixture, .type("STRING"))
    try fixture.write { tx in
      let node = try tx.createNode(labels: [fixture.a], properties: [(fixture.k, "a")])
      #expect(
        detail { try tx.setProperty(fixture.k, of: node, to: 1) } == "PropertyTypeViolation")
      try tx.setProperty(fixture.k, of: node, to: .null)
    }
  }

  @Test func `relationships have constraints too`() throws {
    let fixture = try StoreFixture()
    try fixture.write { tx in
      _ = try tx.createIndex(
        name: "c", entity: .relationship(fixture.r), keys: [fixture.k], kind: .unique)
      let node = try tx.createNode(labels: [], properties: [])
      let properties = [(key: fixture.k, value: Value.integer(1))]
      let first = try tx.createRelationship(
        type: fixture.r, from: node, to: node, properties: properties)
      _ = try tx.createRelationship(type: fixture.s, from: node, to: node, properties: properties)
      #expect(
        detail {
          try tx.createRelationship(type: fixture.r, from: node, to: node, properties: properties)
        } == "UniquenessViolation")
      try tx.delete(first)
      _ = try tx.createRelationship(type: fixture.r, from: node, to: node, properties: properties)
    }
  }

  @Test func `a dropped constraint holds no longer, and its name may be used again`() throws {
    let fixture = try StoreFixture()
    try make(fixture, .unique)
    #expect(detail { try make(fixture, .index) } == "IndexAlreadyExists")
    try fixture.write { tx in
      for number in 0..<5_000 {
        _ = try tx.createNode(
          labels: [fixture.a], properties: [(fixture.k, .integer(Int64(number)))])
      }
    }
    try fixture.write { tx in
      try tx.dropIndex(tx.indexes[0])
      _ = try tx.createNode(labels: [fixture.a], properties: [(fixture.k, 1)])
    }
    #expect(try fixture.store.information().tables.first { $0.name == "idx" }?.recordCount == 0)
    try make(fixture, .index)
    try fixture.store.read { tx in
      var ids: [UInt32] = []
      try tx.seek(tx.indexes[0], .equal([1]), to: &ids)
      #expect(ids == [1, 5_000])
    }
  }

  @Test func `the estimate follows how often values occur`() throws {
    let fixture = try StoreFixture()
    try make(fixture, .index)
    try fixture.write { tx in
      for number in 0..<1_000 {
        _ = try tx.createNode(
          labels: [fixture.a], properties: [(fixture.k, .integer(Int64(number % 10)))])
      }
    }
    try fixture.store.read { tx in #expect(tx.estimate(tx.indexes[0]) == 100) }
  }
}
