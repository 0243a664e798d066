/// A snapshot of the graph: names, counts, nodes and relationships. Adjacency, scans, indexes and
/// changes are in extensions of their own.
package import GraphModel
internal import LMDB

/// A snapshot of the graph, writable or not. Belongs to one thread.
///
/// A writable transaction reads its own writes at once. Absent nodes and relationships answer as
/// stated; `.none` ids are skipped by batch calls. After its end every throwing call throws
/// `.misuse`.
package final class GraphTransaction {
  let store: SharedStore
  let tables: Tables
  let transaction: ReadTransaction
  /// Nil in a write transaction, whose pages move.
  let memo: Memo?
  let pending: PendingWrites?
  var header: StoreHeader
  var catalog: Catalog
  private let exceedsMemory: Bool
  private(set) var isEnded = false
  /// LMDB ran out of map: the store grows it and runs the whole transaction again.
  var isMapFull = false

  init(_ store: SharedStore, _ snapshot: Snapshot) {
    self.store = store
    tables = store.tables
    transaction = snapshot.transaction
    memo = snapshot.memo
    pending = nil
    header = snapshot.header
    catalog = snapshot.catalog
    exceedsMemory = snapshot.exceedsMemory
  }

  init(_ store: SharedStore, _ writer: WriteTransaction) throws(KhoError) {
    self.store = store
    tables = store.tables
    transaction = writer
    memo = nil
    header = try store.header(in: writer)
    catalog = try store.catalog(version: header.catalogVersion, in: writer)
    exceedsMemory = try store.exceedsMemory
    pending = PendingWrites(writer, header, store.takeOpenBlocks(before: writer.id))
  }

  /// The number of the state it sees: equal numbers, equal graphs, in a transaction that cannot
  /// write.
  package var snapshotID: UInt64 { isEnded ? 0 : transaction.id }
  package var isWritable: Bool { pending != nil && !isEnded }

  /// Changes with every commit of a name, index or constraint, and with large changes of counts:
  /// plans made under another version are stale.
  package var catalogVersion: UInt64 { catalog.version }

  /// No call answers any more. Rolls back a write transaction that was not committed.
  func end() {
    isEnded = true
    pending?.writer.abort()
  }

  /// - Throws: `.misuse` after its end.
  package func live() throws(KhoError) {
    if isEnded { throw KhoError(LMDBError.badTransaction) }
  }

  /// Lets go of the pages of the file in memory where they are more than the store may keep. To be
  /// called with every batch and at the end; a few nanoseconds, mostly.
  package func boundMemory() {
    if exceedsMemory, !isEnded { store.boundMemory() }
  }

  /// LMDB's answer, with its errors as Kho's.
  @inline(__always) @discardableResult
  func lmdb<R>(_ body: () throws(LMDBError) -> R) throws(KhoError) -> R {
    do throws(LMDBError) {
      return try body()
    } catch {
      if error == .mapFull { isMapFull = true }
      throw KhoError(error)
    }
  }
}

/// Which way a relationship is followed from a node. A loop is followed once under `.either`.
package enum Direction: Sendable, Hashable { case outgoing, incoming, either }

package enum EntityKind: Sendable, Hashable {
  case node(LabelID)
  case relationship(RelationshipTypeID)
}

// MARK: Names

extension GraphTransaction {
  /// Ids of known names; nil for a name nobody has used.
  package func label(named name: String) -> LabelID? {
    catalog.labels.id(of: name).map { LabelID($0) }
  }
  package func relationshipType(named name: String) -> RelationshipTypeID? {
    catalog.types.id(of: name).map { RelationshipTypeID($0) }
  }
  package func propertyKey(named name: String) -> PropertyKeyID? {
    catalog.keys.id(of: name).map { PropertyKeyID($0) }
  }
  package func name(of label: LabelID) -> String { catalog.labels[label.rawValue] }
  package func name(of type: RelationshipTypeID) -> String { catalog.types[type.rawValue] }
  package func name(of key: PropertyKeyID) -> String { catalog.keys[key.rawValue] }
  /// All names ever used, in id order.
  package var labelNames: [String] { catalog.labels.all }
  package var relationshipTypeNames: [String] { catalog.types.all }
  package var propertyKeyNames: [String] { catalog.keys.all }
}

// MARK: Counts, exact

extension GraphTransaction {
  package var nodeCount: Int { Int(clamping: header.nodeCount) }
  package var relationshipCount: Int { Int(clamping: header.relationshipCount) }
  package func nodeCount(label: LabelID) -> Int { count(CountName(.nodes, label: label.rawValue)) }
  package func relationshipCount(type: RelationshipTypeID) -> Int {
    count(CountName(.outgoing, type: type.rawValue))
  }
  /// Whether a relationship of `type` leads from a node to itself.
  func hasLoops(of type: RelationshipTypeID) throws(KhoError) -> Bool {
    let name = CountName(.loops, type: type.rawValue)
    return try storedCount(name) &+ (pending?.counts[name] ?? 0) > 0
  }
  /// Relationships of `type` (nil: any) that leave (`.outgoing`) or reach (`.incoming`) a node with
  /// `label`; the sum of both under `.either`.
  package func relationshipCount(
    label: LabelID, type: RelationshipTypeID?, direction: Direction
  ) -> Int {
    func count(_ role: CountName.Role) -> Int {
      self.count(CountName(role, label: label.rawValue, type: type?.rawValue ?? CountName.any))
    }
    switch direction {
    case .outgoing: return count(.outgoing)
    case .incoming: return count(.incoming)
    case .either: return count(.outgoing) &+ count(.incoming)
    }
  }

  /// A look-up of one record. Zero after the transaction's end.
  func count(_ name: CountName) -> Int {
    if isEnded { return 0 }
    return ((try? storedCount(name)) ?? 0) &+ (pending?.counts[name] ?? 0)
  }

  func storedCount(_ name: CountName) throws(KhoError) -> Int {
    try lmdb { () throws(LMDBError) in
      Int(clamping: try transaction.get(tables.meta, name.key)?.u64(0) ?? 0)
    }
  }
}

// MARK: Nodes

extension GraphTransaction {
  package func exists(_ node: NodeID) throws(KhoError) -> Bool {
    try exists(.node(node))
  }

  package func hasLabel(_ node: NodeID, _ label: LabelID) throws(KhoError) -> Bool {
    guard node.rawValue < header.nextNode else { return false }
    let block = try block(.node, node.rawValue >> 6)
    return block.valid(label: label) >> UInt64(node.rawValue & 63) & 1 != 0
  }

  /// Sorted by id; empty for an absent node.
  package func labels(of node: NodeID) throws(KhoError) -> [LabelID] {
    var labels: [LabelID] = []
    guard node.rawValue < header.nextNode else { return labels }
    try block(.node, node.rawValue >> 6).forEachLabel(node.rawValue & 63) { labels.append($0) }
    return labels
  }

  /// Null where the node or the property is absent.
  package func property(_ key: PropertyKeyID, of node: NodeID) throws(KhoError) -> Value {
    try property(key, of: .node(node))
  }

  /// All properties, sorted by key id.
  package func properties(of node: NodeID) throws(KhoError) -> [(key: PropertyKeyID, value: Value)]
  {
    try properties(of: .node(node))
  }
}

// MARK: Relationships

extension GraphTransaction {
  package func exists(_ relationship: RelationshipID) throws(KhoError) -> Bool {
    try exists(.relationship(relationship))
  }

  /// Nil for an absent relationship. In a writable transaction, one deleted in it still answers.
  package func endpoints(
    of relationship: RelationshipID
  ) throws(KhoError) -> (source: NodeID, target: NodeID, type: RelationshipTypeID)? {
    let block = try existing(.relationship(relationship))
    return block?.endpoints(relationship.rawValue & 63) ?? pending?.deleted[relationship]
  }

  package func property(
    _ key: PropertyKeyID, of relationship: RelationshipID
  ) throws(KhoError) -> Value {
    try property(key, of: .relationship(relationship))
  }

  package func properties(
    of relationship: RelationshipID
  ) throws(KhoError) -> [(key: PropertyKeyID, value: Value)] {
    try properties(of: .relationship(relationship))
  }
}
