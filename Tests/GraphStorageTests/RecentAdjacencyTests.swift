/// Entries of lists in the record of recent ones, and lists read with them.
import GraphModel
import LMDB
import TestSupport
import Testing

@testable import GraphStorage

@Suite struct RecentAdjacencyTests {
  private func change(_ node: UInt32, _ neighbour: UInt32, _ id: UInt32) -> AdjacencyChange {
    AdjacencyChange(
      node: node, entry: AdjacencyEntry(neighbour: neighbour, relationship: id), isRemoval: false)
  }

  @Test func `entries come and go by blocks, and stay sorted`() {
    var random = SeededRandom(seed: 21)
    var builder = RecentAdjacencyBuilder()
    var model: [UInt64: [UInt64]] = [:]
    var fullCount = 0
    for id in 0..<6_000 as Range<UInt32> {
      let list = AdjacencyList(rawValue: UInt32.random(in: 0..<4, using: &random))
      let block = UInt32.random(in: 0..<20, using: &random)
      if builder.count == RecentAdjacency.largestCount
        || Int.random(in: 0..<8, using: &random) == 0
      {
        fullCount += builder.count == RecentAdjacency.largestCount ? 1 : 0
        let taken = builder.take(list, block)
        let expected = model.removeValue(forKey: list.key(block: block)) ?? []
        #expect(taken.map(\.entry.order) == expected.sorted { $0 < $1 }.map { $0 })
        #expect(taken.allSatisfy { $0.node >> 4 == block && !$0.isRemoval })
      } else {
        // The neighbour tells the node, so that entries sort as nodes do.
        let node = block << 4 | UInt32.random(in: 0..<16, using: &random)
        let added = change(node, node * 10 + UInt32.random(in: 0..<10, using: &random), id)
        builder.insert(list, [added])
        model[list.key(block: block), default: []].append(added.entry.order)
      }
      #expect(builder.bytes.count <= RecentAdjacency.storedSizeInBytes)
      builder.read { recent in
        #expect(recent.count == model.values.reduce(0) { $0 + $1.count })
        #expect(recent.count == 0 || recent.defect == nil)
        #expect(recent.range(list, block).count == model[list.key(block: block)]?.count ?? 0)
      }
    }
    #expect(fullCount > 10)
  }

  @Test func `any bytes are read without a trap, and damage shows`() {
    var random = SeededRandom(seed: 22)
    var builder = RecentAdjacencyBuilder()
    for id in 0..<100 as Range<UInt32> {
      builder.insert(AdjacencyList(rawValue: id % 3), [change(id * 7, id, id)])
    }
    builder.seal()
    for _ in 0..<2_000 {
      builder.bytes.damaged(using: &random).withBytes { bytes in
        let recent = RecentAdjacency(bytes)
        for block in 0..<50 as Range<UInt32> {
          let range = recent.range(AdjacencyList(rawValue: 1), block)
          #expect(recent.changes(range).count == range.count)
        }
        let isSame = builder.bytes.withBytes { $0.equals(recent.bytes) }
        #expect(isSame || recent.defect != nil || !Checksum.isIntact(recent.bytes))
      }
    }
  }

  /// A graph of one type, as sets of pairs.
  private struct Model {
    var nodes: [UInt32] = []
    var ends: [UInt32: (source: UInt32, target: UInt32)] = [:]

    func neighbours(_ node: UInt32, isIncoming: Bool) -> [UInt32] {
      ends.values.filter { (isIncoming ? $0.target : $0.source) == node }
        .map { isIncoming ? $0.source : $0.target }.sorted()
    }
  }

  private func expect(_ model: Model, _ tx: GraphTransaction) throws {
    for (direction, isIncoming) in [(Direction.outgoing, false), (.incoming, true)] {
      for types in [nil, tx.relationshipType(named: "R").map { [$0] }] {
        for node in model.nodes {
          var expansion = Expansion()
          try tx.expand(NodeID(node), types: types, direction: direction, to: &expansion)
          let expected = model.neighbours(node, isIncoming: isIncoming)
          #expect(expansion.neighbours.map(\.rawValue) == expected)
          let degree = try tx.degree(of: NodeID(node), types: types, direction: direction)
          #expect(degree == expected.count)
          for other in [3, node, model.nodes[0]] as [UInt32] {
            var found: [RelationshipID] = []
            try tx.relationships(
              from: NodeID(node), to: NodeID(other), types: types, direction: direction,
              into: &found)
            #expect(found.count == expected.count { $0 == other })
          }
        }
        var batch = Expansion()
        var position = ExpansionPosition()
        while !position.isFinished {
          try tx.expand(
            model.nodes.map { NodeID($0) }, types: types, direction: direction,
            position: &position, limit: 50, to: &batch)
        }
        let all = model.nodes.flatMap { model.neighbours($0, isIncoming: isIncoming) }
        #expect(batch.neighbours.map(\.rawValue) == all)
      }
    }
  }

  /// Small transactions and now and then a larger one, with nodes that become hubs and return,
  /// against a model; read in the transaction itself and after it.
  @Test(arguments: [1, 2, 3, 4]) func `lists hold what they should through small writes`(
    seed: UInt64
  ) throws {
    let path = temporaryDatabasePath()
    defer { removeDatabase(path) }
    var random = SeededRandom(seed: seed)
    var store = try GraphStore.open(path: path)
    var model = Model()
    let type = try store.write { tx in
      for _ in 0..<100 {
        model.nodes.append(try tx.createNode(labels: [], properties: []).rawValue)
      }
      return try tx.makeRelationshipType("R")
    }
    for step in 0..<500 {
      let before = model
      let isUndone = step % 9 == 8
      do {
        try store.write { tx in
          for _ in 0..<Int.random(in: 1...(step % 100 == 99 ? 400 : 3), using: &random) {
            // Half of them at one node; removals prevail in the second half.
            let isHub = Bool.random(using: &random)
            let removed = Int.random(in: 0..<10, using: &random) < (step < 250 ? 2 : 7)
            if removed, let id = model.ends.keys.sorted().randomElement(using: &random) {
              try tx.delete(RelationshipID(id))
              model.ends[id] = nil
              continue
            }
            if Int.random(in: 0..<20, using: &random) == 0 {
              model.nodes.append(try tx.createNode(labels: [], properties: []).rawValue)
            }
            let source = model.nodes[Int.random(in: model.nodes.indices, using: &random)]
            let target =
              isHub ? 3 : model.nodes[Int.random(in: model.nodes.indices, using: &random)]
            let id = try tx.createRelationship(
              type: type, from: NodeID(source), to: NodeID(target), properties: [])
            model.ends[id.rawValue] = (source, target)
          }
          if step % 20 == 0 { try expect(model, tx) }
          if isUndone { throw Undone() }
        }
      } catch is Undone {
        model = before
      }
      if step % 25 == 24 { try store.read { try expect(model, $0) } }
      if step % 100 == 99 {
        #expect(try store.check() == [])
        if step % 200 == 199 { try copy(store, path + "-copy", model) }
        store.close()
        store = try GraphStore.open(path: path)
      }
    }
    store.close()
  }

  @Test func `a hub is read with its recent entries, wherever among its chunks`() throws {
    let store = try GraphStore.temporary()
    defer { store.close() }
    var model = Model()
    let type = try store.write { tx in
      let type = try tx.makeRelationshipType("R")
      for _ in 0..<700 {
        model.nodes.append(try tx.createNode(labels: [], properties: []).rawValue)
      }
      for source in stride(from: 1, to: 700, by: 2) as StrideTo<UInt32> {
        let id = try tx.createRelationship(
          type: type, from: NodeID(source), to: NodeID(0), properties: [])
        model.ends[id.rawValue] = (source, 0)
      }
      return type
    }
    // Before all others, behind all, between them and in parallel to one.
    for source in [0, 698, 2, 300, 301, 696, 301] as [UInt32] {
      let id = try store.write { tx in
        try tx.createRelationship(
          type: type, from: NodeID(source), to: NodeID(0), properties: [])
      }
      model.ends[id.rawValue] = (source, 0)
      try store.read { tx in
        let waiting = try tx.recentEntries(
          AdjacencyList(type, isIncoming: true), of: NodeID(0), from: .first)
        #expect(!waiting.isEmpty)
        try expect(model, tx)
      }
      #expect(try store.check() == [])
    }
    let last = try #require(model.ends.keys.max())
    try store.write { try $0.delete(RelationshipID(last)) }
    model.ends[last] = nil
    try store.read { try expect(model, $0) }
    #expect(try store.check() == [])
  }

  private struct Undone: Error {}

  private func copy(_ store: GraphStore, _ path: String, _ model: Model) throws {
    defer { removeDatabase(path) }
    try store.backup(to: path)
    var configuration = GraphStore.Configuration()
    configuration.isUntrusted = true
    let copy = try GraphStore.open(path: path, configuration: configuration)
    defer { copy.close() }
    try copy.read { try expect(model, $0) }
  }

  @Test func `a load puts them into their blocks before its own`() throws {
    let path = temporaryDatabasePath()
    defer { removeDatabase(path) }
    let store = try GraphStore.open(path: path)
    defer { store.close() }
    var model = Model()
    func add(_ source: UInt32, _ target: UInt32) throws {
      let id = try store.write { tx in
        try tx.createRelationship(
          type: tx.makeRelationshipType("R"), from: NodeID(source), to: NodeID(target),
          properties: [])
      }
      model.ends[id.rawValue] = (source, target)
    }
    try store.write { tx in
      for _ in 0..<40 { model.nodes.append(try tx.createNode(labels: [], properties: []).rawValue) }
    }
    for number in 0..<30 as Range<UInt32> { try add(number, number / 2) }
    try store.bulkLoad { load in
      let type = try load.makeRelationshipType("R")
      for number in 0..<40 as Range<UInt32> {
        let id = try load.createRelationship(
          type: type, from: NodeID(number), to: NodeID(39 - number), properties: [])
        model.ends[id.rawValue] = (number, 39 - number)
      }
    }
    for number in 0..<30 as Range<UInt32> { try add(number / 3, number) }
    #expect(try store.check() == [])
    try store.read { try expect(model, $0) }
    try store.write { try expect(model, $0) }
  }

  /// What `change` makes of the record, as it is stored.
  private func withRecord(_ path: String, _ change: (inout [UInt8]) -> Void) throws {
    let environment = try Environment(path: path)
    defer { environment.close() }
    let transaction = try environment.beginWrite()
    let meta = try transaction.openMainTable()
    var record = try #require(try transaction.get(meta, RecentAdjacency.key)?.array)
    change(&record)
    if record.isEmpty {
      try transaction.delete(meta, RecentAdjacency.key)
    } else {
      try transaction.put(meta, RecentAdjacency.key, record)
    }
    try transaction.commit()
  }

  @Test func `a damaged record is found, and no reason to trap`() throws {
    let path = temporaryDatabasePath()
    defer { removeDatabase(path) }
    let store = try GraphStore.open(path: path)
    try store.write { tx in
      for _ in 0..<40 { _ = try tx.createNode(labels: [], properties: []) }
      let type = try tx.makeRelationshipType("R")
      for target in 1..<300 as Range<UInt32> {
        _ = try tx.createRelationship(
          type: type, from: NodeID(0), to: NodeID(target % 40), properties: [])
      }
    }
    for number in 5..<25 as Range<UInt32> {
      try store.write { tx in
        _ = try tx.createRelationship(
          type: RelationshipTypeID(0), from: NodeID(number), to: NodeID(1), properties: [])
      }
    }
    #expect(try store.check() == [])
    store.close()
    var sound: [UInt8] = []
    try withRecord(path) { sound = $0 }
    let size = sound.withBytes { RecentAdjacency($0).bytes.count }
    /// The record with the first entry's node and list replaced.
    func moved(_ place: UInt64) -> [UInt8] {
      var bytes = Array(sound[..<size])
      for index in 0..<8 {
        bytes[8 + index] = UInt8(truncatingIfNeeded: place >> (8 * UInt64(index)))
      }
      Checksum.seal(&bytes)
      return bytes
    }
    // Lost; cut off; of a hub; of nodes and types that there are not; and single bits.
    var damages: [[UInt8]] = [
      [], Array(sound[..<100]), moved(0), moved(1 << 36 | 5), moved(0xFFFF_FFF0),
    ]
    var random = SeededRandom(seed: 23)
    for _ in 0..<40 {
      var bytes = sound
      bytes[Int.random(in: 0..<size, using: &random)] ^=
        1 << UInt8.random(in: 0..<8, using: &random)
      damages.append(bytes)
    }
    for damage in damages {
      try withRecord(path) { $0 = damage }
      for isUntrusted in [false, true] {
        var configuration = GraphStore.Configuration()
        configuration.isUntrusted = isUntrusted
        let damaged = try GraphStore.open(path: path, configuration: configuration)
        #expect(try damaged.check() != [])
        for body in [
          { (tx: GraphTransaction) throws in
            for node in 0..<40 as Range<UInt32> {
              _ = try tx.degree(of: NodeID(node), types: nil, direction: .either)
            }
          },
          { tx in
            _ = try tx.createRelationship(
              type: RelationshipTypeID(0), from: NodeID(5), to: NodeID(6), properties: [])
            throw Undone()
          },
        ] {
          do {
            try damaged.write(body)
          } catch {
            #expect(error is Undone || error is KhoError)
          }
        }
        damaged.close()
      }
      if damage.isEmpty {
        let environment = try Environment(path: path)
        let transaction = try environment.beginWrite()
        try transaction.put(transaction.openMainTable(), RecentAdjacency.key, sound)
        try transaction.commit()
        environment.close()
      }
    }
  }
}
