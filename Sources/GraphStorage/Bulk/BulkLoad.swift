/// Loading much at once: what single creations keep up to date each time is collected, sorted and
/// written in order.
package import GraphModel
internal import LMDB

/// Nodes and relationships to be added in great number. Adjacency is written once, at the end, and
/// indexes in large sorted parts; until `finish` neither must be read.
///
/// Memory does not grow with the number of relationships: their entries go through sorted runs in
/// a file. Of nodes a word each is kept for unique constraints.
package final class BulkLoad {
  private var transaction: GraphTransaction?
  private let path: String
  private var adjacency: AdjacencyRuns
  /// The entry that was read beyond the last block written.
  private var next: AdjacencyRuns.Entry?
  private var isMerging = false
  private var isMerged = false
  private var labels = NodeLabels()
  private var indexes: [UInt32: BulkIndex] = [:]

  init(beside path: String, largestRun: Int = 1 << 21) {
    self.path = path
    adjacency = AdjacencyRuns(largestCount: largestRun)
  }

  /// Goes on in a new transaction.
  func resume(_ transaction: GraphTransaction) {
    self.transaction = transaction
    transaction.pending?.bulk = self
  }

  private func live() throws(KhoError) -> GraphTransaction {
    guard let transaction, !transaction.isEnded else { throw KhoError(LMDBError.badTransaction) }
    return transaction
  }

  // MARK: What is added

  package func makeLabel(_ name: String) throws(KhoError) -> LabelID {
    try live().makeLabel(name)
  }
  package func makeRelationshipType(_ name: String) throws(KhoError) -> RelationshipTypeID {
    try live().makeRelationshipType(name)
  }
  package func makePropertyKey(_ name: String) throws(KhoError) -> PropertyKeyID {
    try live().makePropertyKey(name)
  }

  /// As `GraphTransaction.createNode`; where it throws `.constraintValidationFailed` or
  /// `.typeError`, nothing was added and loading may go on.
  package func createNode(
    labels: [LabelID], properties: [(key: PropertyKeyID, value: Value)]
  ) throws(KhoError) -> NodeID {
    let node = try live().createNode(labels: labels, properties: properties)
    self.labels.append(node, labels)
    return node
  }

  /// As `GraphTransaction.createRelationship`; where it throws `.constraintValidationFailed`,
  /// `.typeError` or `.entityNotFound`, nothing was added and loading may go on.
  package func createRelationship(
    type: RelationshipTypeID, from source: NodeID, to target: NodeID,
    properties: [(key: PropertyKeyID, value: Value)]
  ) throws(KhoError) -> RelationshipID {
    try live().createRelationship(type: type, from: source, to: target, properties: properties)
  }

  // MARK: What creation hands over

  /// Calls `body` with each label of a node added in this load; false for another node.
  @inline(__always)
  func forEachLabel(of node: NodeID, _ body: (LabelID) -> Void) -> Bool {
    labels.forEach(of: node, body)
  }

  func note(
    _ relationship: RelationshipID, _ type: RelationshipTypeID, from source: NodeID,
    to target: NodeID
  ) throws(LMDBError) {
    let list = AdjacencyList(type, isIncoming: false).rawValue
    adjacency.append(
      AdjacencyRuns.Entry(
        list: list, node: source.rawValue, neighbour: target.rawValue,
        relationship: relationship.rawValue))
    adjacency.append(
      AdjacencyRuns.Entry(
        list: list | 1, node: target.rawValue, neighbour: source.rawValue,
        relationship: relationship.rawValue))
    if adjacency.isFull { try adjacency.spill(beside: path) }
  }

  /// Whether an entity may have the key of a unique index already: then the table must be asked,
  /// to which all keys have gone.
  func mayHold(_ key: [UInt8], _ definition: IndexDefinition) throws(KhoError) -> Bool {
    let isNew = try index(definition) { $0.insertHash(of: key) }
    guard !isNew else { return false }
    try writeIndex(definition.id)
    return true
  }

  /// Takes the entry of an entity; the table gets it later.
  func enter(_ key: [UInt8], _ id: UInt32, _ definition: IndexDefinition) throws(KhoError) {
    let isFull = try index(definition) {
      $0.append(key, id)
      return $0.isFull
    }
    if isFull { try writeIndex(definition.id) }
  }

  private func index<R>(
    _ definition: IndexDefinition, _ body: (inout BulkIndex) -> R
  ) throws(KhoError) -> R {
    if indexes[definition.id] == nil {
      var hasEntries = false
      try live().forEachEntry(of: definition, from: [], beginningWith: []) { _, _ in
        hasEntries = true
        return false
      }
      indexes[definition.id] = BulkIndex(hadEntries: hasEntries)
    }
    return body(&indexes[definition.id, default: BulkIndex(hadEntries: true)])
  }

  private func writeIndex(_ id: UInt32) throws(KhoError) {
    let transaction = try live()
    guard let writer = transaction.pending?.writer, var index = indexes[id] else { return }
    indexes[id] = nil
    defer { indexes[id] = index }
    try index.drain { key, entity throws(KhoError) in
      try transaction.lmdb { () throws(LMDBError) in
        try writer.append(transaction.tables.index, IndexKey.key(id, key, entity), [])
      }
    }
  }

  // MARK: The end

  /// Writes indexes and up to `blockCount` blocks of adjacency.
  /// - Returns: whether all is written.
  func finish(blockCount: Int) throws(KhoError) -> Bool {
    let transaction = try live()
    guard let pending = transaction.pending else { throw .readOnly }
    for id in indexes.keys.sorted() { try writeIndex(id) }
    if !isMerging {
      isMerging = true
      adjacency.finish()
      next = try storage { () throws(LMDBError) in try adjacency.next() }
    }
    var writing: AdjacencyWriting?
    var changes: [AdjacencyChange] = []
    for _ in 0..<blockCount {
      guard let first = next else {
        isMerged = true
        return true
      }
      let list = AdjacencyList(rawValue: first.list)
      if writing?.list != list {
        writing = AdjacencyWriting(transaction: transaction, writer: pending.writer, list: list)
      }
      changes.removeAll(keepingCapacity: true)
      while let entry = next, entry.list == first.list, entry.node >> 4 == first.node >> 4,
        changes.count < PendingWrites.largestAdjacencyCount
      {
        changes.append(
          AdjacencyChange(
            node: entry.node,
            entry: AdjacencyEntry(neighbour: entry.neighbour, relationship: entry.relationship),
            isRemoval: false))
        next = try storage { () throws(LMDBError) in try adjacency.next() }
      }
      try writing?.rewrite(first.node >> 4, changes[...])
    }
    return false
  }
}

/// The labels of the nodes added, which come in runs of equal ones.
private struct NodeLabels {
  private var firsts: [UInt32] = []
  private var sets: [[LabelID]] = []
  private var end: UInt32 = 0

  mutating func append(_ node: NodeID, _ labels: [LabelID]) {
    if node.rawValue != end || sets.last != labels {
      if node.rawValue != end, !firsts.isEmpty {
        // A gap: nodes of others lie between.
        firsts.append(end)
        sets.append([])
      }
      firsts.append(node.rawValue)
      sets.append(labels)
    }
    end = node.rawValue + 1
  }

  @inline(__always)
  func forEach(of node: NodeID, _ body: (LabelID) -> Void) -> Bool {
    guard let first = firsts.first, first..<end ~= node.rawValue else { return false }
    var low = 0
    var high = firsts.count
    while high &- low > 1 {
      let middle = (low &+ high) / 2
      if firsts[middle] <= node.rawValue { low = middle } else { high = middle }
    }
    for label in sets[low] { body(label) }
    return true
  }
}
