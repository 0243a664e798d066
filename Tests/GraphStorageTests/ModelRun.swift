/// One run of random operations: the store, the model, and their comparison.
import GraphModel
import GraphStorage
import LMDB
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A path for a test's database, removed by `removeDatabase`.
func temporaryDatabasePath() -> String {
  DatabaseFile.temporaryPath()
}

func removeDatabase(_ path: String) {
  // Safe: the system copies the path.
  unsafe unlink(path)
  unsafe unlink(path + "-lock")
}

/// Ends a run at the first difference: later ones only follow from it.
struct Mismatch: Error { let line: Int }

func expect(_ condition: @autoclosure () throws -> Bool, line: Int = #line) throws {
  if try !condition() { throw Mismatch(line: line) }
}

struct ModelRun {
  let path = temporaryDatabasePath()
  var store: GraphStore
  var model = ModelGraph()
  var random: SeededRandom
  var operationCount = 0
  var labels: [LabelID] = []
  var types: [RelationshipTypeID] = []
  var keys: [PropertyKeyID] = []

  init(seed: UInt64) throws {
    random = SeededRandom(seed: seed)
    store = try GraphStore.open(path: path)
    let names = try store.write { tx in
      (
        try (0..<4).map { try tx.makeLabel("L\($0)") },
        try (0..<3).map { try tx.makeRelationshipType("T\($0)") },
        try (0..<5).map { try tx.makePropertyKey("k\($0)") }
      )
    }
    (labels, types, keys) = names
    try store.write { tx in
      for key in keys.prefix(3) {
        _ = try tx.createIndex(
          name: "n\(key.rawValue)", entity: .node(labels[0]), keys: [key], kind: .index)
      }
      _ = try tx.createIndex(
        name: "both", entity: .node(labels[1]), keys: Array(keys.prefix(2)), kind: .index)
      _ = try tx.createIndex(
        name: "r", entity: .relationship(types[0]), keys: [keys[0]], kind: .index)
    }
  }

  func remove() {
    store.close()
    removeDatabase(path)
  }

  struct Rollback: Error {}

  /// A transaction of operations; one in eight is rolled back, one in eight is followed by
  /// reopening.
  mutating func transaction(operationCount count: Int) throws {
    let before = model
    let fate = random.next() % 8
    do {
      try store.write { tx in
        for _ in 0..<count { try operation(tx) }
        if random.next() % 4 == 0 { try compare(tx) }
        if fate == 0 { throw Rollback() }
      }
    } catch is Rollback {
      model = before
    }
    operationCount += count
    if fate == 1 {
      store.close()
      store = try GraphStore.open(path: path)
    }
    try compare()
  }

  // MARK: Operations

  mutating func operation(_ tx: GraphTransaction) throws {
    switch random.next() % 16 {
    case 0...3: try createNode(tx)
    case 4...8: try createRelationship(tx)
    case 9, 10: try setNodeProperty(tx)
    case 11: try setRelationshipProperty(tx)
    case 12: try changeLabel(tx)
    case 13: try deleteRelationship(tx)
    case 14: try deleteNode(tx)
    default: try expandSome(tx)
    }
  }

  mutating func any<T>(of choices: [T]) -> T? {
    choices.isEmpty ? nil : choices[Int(random.next() % UInt64(choices.count))]
  }

  /// Half of the picks are among the first nodes, so that hubs arise.
  mutating func anyNode() -> NodeID? {
    random.next() % 2 == 0 ? any(of: Array(model.nodeIDs.prefix(3))) : any(of: model.nodeIDs)
  }

  mutating func anyRelationship() -> RelationshipID? { any(of: model.relationshipIDs) }

  mutating func createNode(_ tx: GraphTransaction) throws {
    let labels = labels.filter { _ in random.next() % 2 == 0 }
    var properties: [PropertyKeyID: Value] = [:]
    for key in keys where random.next() % 2 == 0 { properties[key] = anyValue() }
    let node = try tx.createNode(
      labels: labels, properties: properties.map { (key: $0.key, value: $0.value) })
    try expect(model[node] == nil)
    model[node] = ModelGraph.Node(labels: Set(labels), properties: properties)
  }

  mutating func createRelationship(_ tx: GraphTransaction) throws {
    guard let source = anyNode(), let target = anyNode() else { return }
    // Many at once now and then, for hubs with several chunks.
    for _ in 0..<(random.next() % 50 == 0 ? 300 : 1) {
      let type = any(of: types) ?? types[0]
      let value = anyValue()
      let relationship = try tx.createRelationship(
        type: type, from: source, to: target, properties: [(keys[0], value)])
      try expect(model.relationships[relationship] == nil)
      model.insert(
        relationship,
        ModelGraph.Relationship(
          source: source, target: target, type: type, properties: [keys[0]: value]))
    }
  }

  mutating func setNodeProperty(_ tx: GraphTransaction) throws {
    guard let node = anyNode(), let key = any(of: keys) else { return }
    let value = random.next() % 3 == 0 ? Value.null : anyValue()
    try tx.setProperty(key, of: node, to: value)
    model.set(key, of: node, to: value)
  }

  mutating func setRelationshipProperty(_ tx: GraphTransaction) throws {
    guard let id = anyRelationship(), let key = any(of: keys) else { return }
    let value = random.next() % 3 == 0 ? Value.null : anyValue()
    try tx.setProperty(key, of: id, to: value)
    model.set(key, of: id, to: value)
  }

  mutating func changeLabel(_ tx: GraphTransaction) throws {
    guard let node = anyNode(), let label = any(of: labels) else { return }
    let isPresent = model[node]?.labels.contains(label) ?? false
    if random.next() % 2 == 0 {
      try expect(tx.addLabel(label, to: node) == !isPresent)
      model[node]?.labels.insert(label)
    } else {
      try expect(tx.removeLabel(label, from: node) == isPresent)
      model[node]?.labels.remove(label)
    }
  }

  mutating func deleteRelationship(_ tx: GraphTransaction) throws {
    for _ in 0..<(random.next() % 20 == 0 ? 150 : 1) {
      guard let id = anyRelationship(), let old = model.relationships[id] else { return }
      try tx.delete(id)
      model.remove(id)
      let ends = try tx.endpoints(of: id)
      try expect(
        ends?.type == old.type && ends?.source == old.source && ends?.target == old.target)
    }
  }

  mutating func deleteNode(_ tx: GraphTransaction) throws {
    guard let node = anyNode() else { return }
    let relationships = Set(model[node]?.relationships ?? [])
    if !relationships.isEmpty {
      var detail: String?
      do { try tx.delete(node) } catch { detail = error.detail }
      try expect(detail == "DeleteConnectedNode")
      if random.next() % 4 != 0 { return }
      for id in relationships.sorted() {
        try tx.delete(id)
        model.remove(id)
      }
    }
    try tx.delete(node)
    model[node] = nil
  }

  mutating func expandSome(_ tx: GraphTransaction) throws {
    guard let node = anyNode() else { return }
    try checkExpansion(tx, node)
  }

  mutating func anyText() -> String {
    let length = any(of: [0, 1, 5, 16, 300, 1_500, 5_000]) ?? 0
    let letter = any(of: ["a", "é", "ầ", "\0"]) ?? ""
    return String(repeating: letter, count: length) + String(random.next() % 4)
  }

  mutating func anyValue() -> Value {
    let small = Int64(random.next() % 10) - 5
    switch random.next() % 16 {
    case 0: return .boolean(random.next() % 2 == 0)
    case 1...3: return .integer(small)
    case 4: return .float(Double(small) / 2)
    case 5...7: return .string(anyText())
    case 8: return .list([.integer(small), .string(anyText()), .float(0.5)])
    case 9: return .map(["a": .integer(small), "b": .map(["c": .list([.boolean(true)])])])
    case 10: return .date(.init(daysSinceEpoch: small))
    case 11: return .localTime(.init(nanosecondOfDay: small + 5))
    case 12: return .time(.init(nanosecondOfDay: small + 5, offsetInSeconds: 7_200))
    case 13: return .localDateTime(.init(secondsSinceEpoch: small, nanosecond: 7))
    case 14:
      return .dateTime(
        .init(
          secondsSinceEpoch: small, nanosecond: 1, offsetInSeconds: 25_200,
          zone: random.next() % 2 == 0 ? "Asia/Ho_Chi_Minh" : nil))
    default: return .duration(.init(months: small, days: 1, seconds: -small, nanosecond: 5))
    }
  }

  // MARK: Comparison

  mutating func compare(isComplete: Bool = false) throws {
    var copy = self
    try store.read { tx in try copy.compare(tx, isComplete: isComplete) }
    random = copy.random
  }

  /// Everything, or a sample.
  mutating func compare(_ tx: GraphTransaction, isComplete: Bool = false) throws {
    try expect(tx.nodeCount == model.nodes.count)
    try expect(tx.relationshipCount == model.relationships.count)
    var nodes: [NodeID] = []
    var position = ScanPosition()
    while !position.isFinished {
      try tx.scanNodes(label: nil, position: &position, limit: 7, to: &nodes)
    }
    try expect(nodes == model.nodeIDs)
    for label in labels where isComplete || random.next() % 4 == 0 { try compare(tx, label) }
    for type in types where isComplete || random.next() % 4 == 0 { try compare(tx, type) }
    for _ in 0..<(isComplete ? 500 : 5) {
      guard let node = anyNode() else { break }
      try checkExpansion(tx, node)
      try expect(Set(tx.labels(of: node)) == model[node]?.labels)
      try compareProperties(try tx.properties(of: node), model[node]?.properties)
      guard let id = anyRelationship() else { continue }
      try compareProperties(try tx.properties(of: id), model.relationships[id]?.properties)
      try expect(tx.endpoints(of: id)?.source == model.relationships[id]?.source)
    }
    if isComplete || random.next() % 8 == 0 { try compareIndexes(tx) }
  }

  private func compare(_ tx: GraphTransaction, _ label: LabelID) throws {
    let members = Set(model.nodes.filter { $0.value.labels.contains(label) }.keys)
    try expect(tx.nodeCount(label: label) == members.count)
    var nodes: [NodeID] = []
    var position = ScanPosition()
    while !position.isFinished {
      try tx.scanNodes(label: label, position: &position, limit: 50, to: &nodes)
    }
    try expect(nodes == members.sorted())
    for type in types {
      let typed = model.relationships.values.filter { $0.type == type }
      try expect(
        tx.relationshipCount(label: label, type: type, direction: .outgoing)
          == typed.count { members.contains($0.source) })
      try expect(
        tx.relationshipCount(label: label, type: type, direction: .incoming)
          == typed.count { members.contains($0.target) })
    }
    try expect(
      tx.relationshipCount(label: label, type: nil, direction: .outgoing)
        == model.relationships.values.count { members.contains($0.source) })
  }

  private func compare(_ tx: GraphTransaction, _ type: RelationshipTypeID) throws {
    let members = model.relationshipIDs.filter { model.relationships[$0]?.type == type }
    try expect(tx.relationshipCount(type: type) == members.count)
    var relationships: [RelationshipID] = []
    var position = ScanPosition()
    while !position.isFinished {
      try tx.scanRelationships(type: type, position: &position, limit: 33, to: &relationships)
    }
    try expect(relationships == members)
  }

  private func compareProperties(
    _ stored: [(key: PropertyKeyID, value: Value)], _ expected: [PropertyKeyID: Value]?
  ) throws {
    try expect(stored.map(\.key) == expected?.keys.sorted())
    for (key, value) in stored {
      try expect(expected?[key].map { same($0, value) } == true)
    }
  }

  private func same(_ a: Value, _ b: Value) -> Bool {
    a.typeName == b.typeName && EquivalentValue(a) == EquivalentValue(b) && a.text == b.text
  }

  mutating func checkExpansion(_ tx: GraphTransaction, _ node: NodeID) throws {
    let subsets: [[RelationshipTypeID]?] = [nil, [types[0]], [types[2], types[1], types[2]]]
    let types = subsets[Int(random.next() % 3)]
    let direction: Direction = [.outgoing, .incoming, .either][Int(random.next() % 3)]
    let expected = model.expansion(node, types, direction)
    var expansion = Expansion()
    var position = ExpansionPosition()
    let limit = Int(random.next() % 400) + 1
    var rows: [[UInt32]] = []
    while !position.isFinished {
      expansion.removeAll()
      try tx.expand(
        [.none, node], types: types, direction: direction, position: &position, limit: limit,
        to: &expansion)
      try expect(expansion.origins.count == expansion.neighbours.count)
      try expect(expansion.origins.allSatisfy { $0 == 1 })
      rows += zip(expansion.neighbours, expansion.relationships).map { [$0.rawValue, $1.rawValue] }
    }
    try expect(rows.sorted { $0.lexicographicallyPrecedes($1) } == expected)
    try expect(tx.degree(of: node, types: types, direction: direction) == expected.count)
    expansion.removeAll()
    try tx.expand(node, types: types, direction: direction, to: &expansion)
    try expect(expansion.neighbours.count == expected.count)
    guard let other = anyNode() else { return }
    var between: [RelationshipID] = []
    try tx.relationships(from: node, to: other, types: types, direction: direction, into: &between)
    try expect(
      between.map(\.rawValue).sorted()
        == expected.filter { $0[0] == other.rawValue }.map { $0[1] }.sorted())
  }

  // MARK: Indexes

  private func members(of entity: EntityKind) -> [UInt32: [PropertyKeyID: Value]] {
    switch entity {
    case .node(let label):
      Dictionary(
        model.nodes.filter { $0.value.labels.contains(label) }
          .map { ($0.key.rawValue, $0.value.properties) }
      ) { $1 }
    case .relationship(let type):
      Dictionary(
        model.relationships.filter { $0.value.type == type }
          .map { ($0.key.rawValue, $0.value.properties) }
      ) { $1 }
    }
  }

  mutating func compareIndexes(_ tx: GraphTransaction) throws {
    for index in tx.indexes {
      let members = members(of: index.entity)
      let held = members.filter { member in index.keys.allSatisfy { member.value[$0] != nil } }
      try checkSeek(
        tx, index, .range(lower: nil, includesLower: false, upper: nil, includesUpper: false), held
      ) { _ in true }
      for _ in 0..<4 {
        guard let key = any(of: held.keys.sorted()), let example = held[key] else {
          continue
        }
        let values = index.keys.map { example[$0] ?? .null }
        try checkSeek(tx, index, .equal(values), held) {
          zip($0, values).allSatisfy { $0.equals($1) == true }
        }
        let bound = values[0]
        try checkSeek(
          tx, index, .range(lower: bound, includesLower: true, upper: nil, includesUpper: false),
          held
        ) { [.greater, .equal].contains($0[0].compare(bound)) }
        try checkSeek(
          tx, index, .range(lower: nil, includesLower: false, upper: bound, includesUpper: false),
          held
        ) { $0[0].compare(bound) == .less }
        guard case .string(let text) = bound else { continue }
        let prefix = String(text.prefix(Int(random.next() % 600)))
        try checkSeek(tx, index, .prefix(prefix), held) {
          if case .string(let text) = $0[0] { text.hasPrefix(prefix) } else { false }
        }
      }
    }
  }

  private func checkSeek(
    _ tx: GraphTransaction, _ index: IndexDefinition, _ seek: IndexSeek,
    _ held: [UInt32: [PropertyKeyID: Value]], _ isWanted: ([Value]) -> Bool
  ) throws {
    var ids: [UInt32] = []
    try tx.seek(index, seek, to: &ids)
    let values = { (id: UInt32) in index.keys.map { held[id]?[$0] ?? .null } }
    let expected = held.keys.filter { isWanted(values($0)) }
    try expect(ids.sorted() == expected.sorted())
    for (a, b) in zip(ids, ids.dropFirst()) {
      try expect(Value.order(.list(values(a)), .list(values(b))) <= 0)
    }
  }
}
