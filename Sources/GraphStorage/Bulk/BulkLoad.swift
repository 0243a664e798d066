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
  private let largestRun: Int
  private var adjacency: AdjacencyRuns
  /// The entry that was read beyond the last block written.
  private var next: AdjacencyRuns.Entry?
  private var isMerging = false
  private var isMerged = false
  private var labels = NodeLabels()
  private var indexes: [UInt32: BulkIndex] = [:]
  /// Relationships by type and by the sets of labels of their ends.
  private var tallies = CountDeltas()

  init(beside path: String, largestRun: Int = 1 << 21) {
    self.path = path
    self.largestRun = largestRun
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

  /// What a relationship adds to the counts, if both its ends are of this load; else nil.
  @inline(__always)
  func tally(
    _ type: RelationshipTypeID, from source: NodeID, to target: NodeID
  ) -> CountName? {
    guard let source = labels.set(of: source), let target = labels.set(of: target) else {
      return nil
    }
    return CountName(
      rawValue: UInt64(type.rawValue) << 48 | UInt64(source) << 24 | UInt64(target))
  }

  @inline(__always) func count(_ tally: CountName) { tallies.add(1, to: tally) }

  /// Adds what was counted to the transaction's counts.
  func giveCounts(to counts: inout CountDeltas) {
    for (tally, count) in tallies.all {
      let type = UInt16(truncatingIfNeeded: tally.rawValue >> 48)
      let ends = [
        (CountName.Role.outgoing, tally.rawValue >> 24), (.incoming, tally.rawValue),
      ]
      for (role, set) in ends {
        for label in labels.sets[Int(set & 0xFF_FFFF)] {
          counts.add(count, to: CountName(role, label: label.rawValue, type: type))
          counts.add(count, to: CountName(role, label: label.rawValue))
        }
      }
      counts.add(count, to: CountName(.outgoing, type: type))
    }
    tallies = CountDeltas()
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
    let path = path
    try index(definition) { index throws(KhoError) in
      index.append(key, id)
      if index.isFull {
        try storage { () throws(LMDBError) in try index.spill(beside: path) }
      }
    }
  }

  private func index<R>(
    _ definition: IndexDefinition, _ body: (inout BulkIndex) throws(KhoError) -> R
  ) throws(KhoError) -> R {
    if indexes[definition.id] == nil {
      var hasEntries = false
      try live().forEachEntry(of: definition, from: [], beginningWith: []) { _, _ in
        hasEntries = true
        return false
      }
      indexes[definition.id] = BulkIndex(
        hadEntries: hasEntries, largestSizeInBytes: 16 * largestRun)
    }
    return try body(
      &indexes[
        definition.id, default: BulkIndex(hadEntries: true, largestSizeInBytes: 16 * largestRun)])
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
  /// The first node of each run, and the number of its set of labels.
  private var runs: [(first: UInt32, set: Int)] = []
  /// Every set of labels met.
  private(set) var sets: [[LabelID]] = []
  private var numbers: [[LabelID]: Int] = [:]
  private var last: [LabelID] = []
  private var end: UInt32 = 0
  /// Of nodes that are not of this load.
  private static let none = -1
  private static let largestCount = 1 << 24

  mutating func append(_ node: NodeID, _ labels: [LabelID]) {
    if node.rawValue != end, !runs.isEmpty { runs.append((end, NodeLabels.none)) }
    if node.rawValue != end || runs.isEmpty || last != labels {
      let number = numbers[labels] ?? sets.count
      if number == sets.count, number < NodeLabels.largestCount {
        numbers[labels] = number
        sets.append(Set(labels).sorted())
      }
      runs.append((node.rawValue, number < sets.count ? number : NodeLabels.none))
      last = labels
    }
    end = node.rawValue + 1
  }

  /// The number of the node's set; nil for a node that is not of this load.
  @inline(__always) func set(of node: NodeID) -> Int? {
    guard let first = runs.first?.first, node.rawValue >= first, node.rawValue < end else {
      return nil
    }
    var low = 0
    var high = runs.count
    while high &- low > 1 {
      let middle = (low &+ high) / 2
      if runs[middle].first <= node.rawValue { low = middle } else { high = middle }
    }
    let set = runs[low].set
    return set == NodeLabels.none ? nil : set
  }
}
