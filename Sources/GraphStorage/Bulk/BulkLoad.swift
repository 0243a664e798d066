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
  private var merged: MergedAdjacency?
  private var labels = NodeLabels()
  private var indexes: [UInt32: BulkIndex] = [:]
  /// Those of the labels of the node added last: the next one's are the same as a rule.
  private var indexesOfNodes: (labels: [LabelID], indexes: [BulkIndex]) = ([], [])
  /// Relationships by type and by the sets of labels of their ends.
  private var tallies = CountDeltas()

  init(beside path: String, largestRun: Int = 1 << 19) {
    self.path = path
    self.largestRun = largestRun
    adjacency = AdjacencyRuns(largestCount: largestRun)
  }

  /// Goes on in a new transaction. Its blocks go to their own tables, in order.
  func resume(_ transaction: GraphTransaction) throws(KhoError) {
    for table in [EntityTable.node, .relationship] { try transaction.endTail(table) }
    try transaction.endRecentAdjacency()
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

  /// Adds the relationships of `range` one after the other, as `createRelationship` does.
  /// - Parameter reject: is told what would have been thrown for one of them, by its index; where
  ///   it throws, the load ends.
  package func createRelationships(
    _ relationships: BulkRelationships, _ range: Range<Int>,
    reject: (Int, KhoError) throws(KhoError) -> Void
  ) throws(KhoError) {
    let transaction = try live()
    var start = range.lowerBound
    while start < range.upperBound {
      let end = endOfPlain(relationships, start..<range.upperBound, transaction.catalog)
      if start < end {
        try createPlain(relationships, start..<end, transaction)
        start = end
        continue
      }
      let row = relationships.rows[start]
      do throws(KhoError) {
        _ = try transaction.createRelationship(
          type: row.type, from: row.source, to: row.target,
          properties: Array(relationships.properties[row.properties]))
      } catch {
        try reject(start, error)
      }
      start += 1
    }
  }

  /// The end of the relationships at the beginning of `range` with which nothing can be wrong, and
  /// which no index concerns: their ends are of this load, and their properties can be stored as
  /// they are. Those are counted.
  private func endOfPlain(
    _ relationships: BulkRelationships, _ range: Range<Int>, _ catalog: Catalog
  ) -> Int {
    let hasIndexes = !catalog.indexesByType.isEmpty
    for index in range {
      let row = relationships.rows[index]
      guard !hasIndexes || catalog.indexesByType[row.type.rawValue].isEmpty,
        relationships.arePlain(row.properties),
        let tally = tally(row.type, from: row.source, to: row.target)
      else { return index }
      tallies.add(1, to: tally)
    }
    return range.upperBound
  }

  /// Adds what `endOfPlain` found, block by block.
  private func createPlain(
    _ relationships: BulkRelationships, _ range: Range<Int>, _ transaction: GraphTransaction
  ) throws(KhoError) {
    var start = range.lowerBound
    while start < range.upperBound {
      let first = transaction.header.nextRelationship
      let end = min(range.upperBound, start + 64 - Int(first & 63))
      guard first + UInt64(end - start) <= UInt64(RelationshipID.none.rawValue) else {
        throw .identifiersExhausted
      }
      let id = RelationshipID(UInt32(first))
      try transaction.edit(.relationship(id)) { builder, slot in
        for index in start..<end {
          let row = relationships.rows[index]
          let slot = slot + UInt32(index - start)
          builder.add(slot, row.type, from: row.source, to: row.target)
          for property in row.properties {
            let (key, value) = relationships.properties[property]
            builder.store(key, value, slot)
          }
        }
      }
      for index in start..<end {
        let row = relationships.rows[index]
        adjacency.append(
          RelationshipID(id.rawValue + UInt32(index - start)), row.type, from: row.source,
          to: row.target)
        if row.source == row.target { transaction.countLoop(row.type, 1) }
      }
      if adjacency.isFull {
        try storage { () throws(LMDBError) in try adjacency.spill(beside: path) }
      }
      transaction.header.nextRelationship += UInt64(end - start)
      transaction.header.relationshipCount &+= UInt64(end - start)
      start = end
    }
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
    adjacency.append(relationship, type, from: source, to: target)
    if adjacency.isFull { try adjacency.spill(beside: path) }
  }

  // MARK: Indexes

  /// Enters an entity that is about to be added into the indexes that concern it; the tables get
  /// the entries later. Throws where a constraint forbids it, and then nothing was entered.
  func enter(
    _ entity: EntityReference, _ labels: [LabelID],
    _ properties: [(key: PropertyKeyID, value: Value)]
  ) throws(KhoError) {
    let transaction = try live()
    if transaction.catalog.indexesByLabel.isEmpty { return }
    if labels != indexesOfNodes.labels {
      let definitions = labels.flatMap { transaction.catalog.indexesByLabel[$0.rawValue] }
      indexesOfNodes = (labels, try indexes(of: definitions))
    }
    try enter(entity, indexesOfNodes.indexes, properties)
  }

  func enter(
    _ entity: EntityReference, _ type: RelationshipTypeID,
    _ properties: [(key: PropertyKeyID, value: Value)]
  ) throws(KhoError) {
    let definitions = try live().catalog.indexesByType[type.rawValue]
    try enter(entity, indexes(of: definitions), properties)
  }

  private func enter(
    _ entity: EntityReference, _ indexes: [BulkIndex],
    _ properties: [(key: PropertyKeyID, value: Value)]
  ) throws(KhoError) {
    for index in indexes { try check(index, properties) }
    for index in indexes where !index.key.isEmpty {
      index.append(entity.id)
      if index.isFull { try storage { () throws(LMDBError) in try index.spill(beside: path) } }
    }
  }

  /// Makes the key of the properties, if they have one, and checks what the index asks for.
  private func check(
    _ index: BulkIndex, _ properties: [(key: PropertyKeyID, value: Value)]
  ) throws(KhoError) {
    let definition = index.definition
    let transaction = try live()
    var isWhole = true
    index.key.removeAll(keepingCapacity: true)
    for key in definition.keys {
      let value = properties.first { $0.key == key }?.value ?? .null
      // Nothing sets the property later: what is added in bulk is added whole.
      if value.isNull, definition.isMandatory { throw definition.missing(in: transaction) }
      try definition.checkType(of: value, in: transaction)
      if value.isNull { isWhole = false }
      if definition.isSeekable { index.key.append(ordered: value) }
    }
    if !isWhole { index.key.removeAll(keepingCapacity: true) }
    if definition.isUnique, !index.key.isEmpty, index.mayHold() {
      // The table is asked, to which all keys have gone.
      try write(index)
      if try transaction.isTaken(index.key, definition) {
        throw definition.duplicate(in: transaction)
      }
    }
  }

  private func indexes(of definitions: [IndexDefinition]) throws(KhoError) -> [BulkIndex] {
    var found: [BulkIndex] = []
    for definition in definitions {
      if let known = indexes[definition.id] {
        found.append(known)
        continue
      }
      var hasEntries = false
      try live().forEachEntry(of: definition, from: [], beginningWith: []) { _, _ in
        hasEntries = true
        return false
      }
      let index = BulkIndex(
        definition, hadEntries: hasEntries, largestSizeInBytes: 64 * largestRun)
      indexes[definition.id] = index
      found.append(index)
    }
    return found
  }

  private func write(_ index: BulkIndex) throws(KhoError) {
    let transaction = try live()
    guard let writer = transaction.pending?.writer else { return }
    let table = transaction.tables.index
    let prefix = IndexKey.prefix(index.definition.id)
    var record: [UInt8] = []
    try index.drain { key, entity throws(KhoError) in
      record.removeAll(keepingCapacity: true)
      record += prefix
      record.append(key)
      record.append(bigEndian: entity)
      try transaction.lmdb { () throws(LMDBError) in try writer.append(table, record, []) }
    }
  }

  // MARK: The end

  /// Writes indexes and up to `blockCount` blocks of adjacency.
  /// - Returns: whether all is written.
  func finish(blockCount: Int) throws(KhoError) -> Bool {
    let transaction = try live()
    guard let pending = transaction.pending else { throw .readOnly }
    let merged: MergedAdjacency
    if let known = self.merged {
      merged = known
    } else {
      // Entries are sorted while the indexes are written.
      merged = try storage { () throws(LMDBError) in MergedAdjacency(try adjacency.finish()) }
      self.merged = merged
      for id in indexes.keys.sorted() { if let index = indexes[id] { try write(index) } }
    }
    var writing: AdjacencyWriting?
    var changes: [AdjacencyChange] = []
    for _ in 0..<blockCount {
      let list = try storage { () throws(LMDBError) in
        try merged.nextBlock(into: &changes, largestCount: PendingWrites.largestAdjacencyCount)
      }
      guard let list, let block = changes.first.map({ $0.node >> 4 }) else { return true }
      if writing?.list != list {
        writing = AdjacencyWriting(transaction: transaction, writer: pending.writer, list: list)
      }
      try writing?.rewrite(block, changes[...])
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
