/// `kho check`: whether every table holds together with every other, and every checksum with its
/// bytes.
package import GraphModel
internal import LMDB

extension GraphStore {
  /// Looks for damage in the newest snapshot: checksums, structure, counts, adjacency in both
  /// directions, labels, indexes, long values. Returns a sentence for each problem, at most
  /// `StoreCheck.longestReport`; none for a sound file. O(size of the file).
  package func check() throws(KhoError) -> [String] {
    do {
      return try read { transaction in
        let check = StoreCheck(transaction)
        check.run()
        return check.problems
      }
    } catch let error as KhoError {
      if error.detail == "Corrupted" { return [error.message] }
      throw error
    } catch {
      throw KhoError(.storageError, "LMDB", "\(error)")
    }
  }
}

/// One walk through all tables. What a table says of another is compared both ways: each entry with
/// what it stands for, and the number of entries with the number there must be.
final class StoreCheck {
  static let longestReport = 100

  let transaction: GraphTransaction
  let tables: Tables
  private(set) var problems: [String] = []

  /// What the blocks of nodes and relationships say the counts are.
  var counts = CountDeltas()
  var nodeCount = 0
  var relationshipCount = 0
  /// Pieces of long values that blocks refer to.
  var pieceCount = 0
  /// Entities that must have an entry, by index.
  var entryCounts: [UInt32: Int] = [:]
  /// Hub entries that blocks announce.
  var hubEntryCount = 0
  /// By type and direction: entries of relationships.
  var adjacencyCounts: [AdjacencyList: Int] = [:]
  /// By block and direction: types that have a block, and types recorded as present.
  var presence: [UInt64: (found: [RelationshipTypeID], recorded: [RelationshipTypeID])] = [:]

  init(_ transaction: GraphTransaction) {
    self.transaction = transaction
    tables = transaction.tables
  }

  func run() {
    checkEntities(.node)
    checkEntities(.relationship)
    checkAdjacency()
    checkHubs()
    checkPresence()
    checkIndexes()
    checkLongValues()
    checkCounts()
  }

  func report(_ problem: String) {
    if problems.count < StoreCheck.longestReport { problems.append(problem) }
  }

  func expect(_ condition: Bool, _ problem: @autoclosure () -> String) {
    if !condition { report(problem()) }
  }

  /// Reports what `body` throws.
  func attempt(_ what: String, _ body: () throws(KhoError) -> Void) {
    do throws(KhoError) {
      try body()
    } catch {
      report("\(what): \(error.message)")
    }
  }

  /// Calls `body` with every record of a table, until LMDB itself fails.
  func forEachRecord(
    _ name: String, _ table: Table, _ body: (Bytes, Bytes) -> Void
  ) {
    attempt("table '\(name)'") { () throws(KhoError) in
      try transaction.transaction.withCursor(table, convert: KhoError.init) {
        (cursor) throws(KhoError) in
        while try storage({ () throws(LMDBError) in try cursor.next() }) {
          body(cursor.key, cursor.value)
          if problems.count >= StoreCheck.longestReport { return }
        }
      }
    }
  }

  /// Calls `body` with every block of a table and its key, those in the tail with the others.
  func forEachBlock(
    _ name: String, _ table: EntityTable, _ body: (UInt64, Bytes) -> Void
  ) {
    let tail = transaction.header.tail(table)
    func visit(_ number: UInt64, _ block: Bytes, isTail: Bool) {
      expect(
        isTail == (number == tail),
        "block \(number) of '\(name)' is \(isTail ? "" : "not ")in the tail, "
          + "which is of block \(tail)")
      body(number, block)
    }
    forEachRecord(name, tables[table]) { visit($0.u64(0), $1, isTail: false) }
    forEachRecord("meta", tables.meta) { key, block in
      if let key = TailKey(key: key), key.table == table { visit(key.number, block, isTail: true) }
    }
  }

  // MARK: Counts

  private func checkCounts() {
    let header = transaction.header
    expect(
      header.nodeCount == UInt64(nodeCount),
      "the header counts \(header.nodeCount) nodes, there are \(nodeCount)")
    expect(
      header.relationshipCount == UInt64(relationshipCount),
      "the header counts \(header.relationshipCount) relationships, there are \(relationshipCount)")
    var counted = 0
    forEachRecord("meta", tables.meta) { key, value in
      guard let name = CountName(key: key) else {
        let isKnown = [
          StoreHeader.key, StoreFormat.key, RecentEntries.key, RecentAdjacency.key,
        ].contains { $0 == key.array }
        expect(
          isKnown || tables.isName(key) || TailKey(key: key) != nil,
          "an unknown record '\(key.text)' in table 'meta'")
        return
      }
      counted += 1
      let count = counts[name]
      expect(
        value.u64(0) == UInt64(count) && count > 0,
        "\(describe(name)): stored as \(value.u64(0)), found \(count)")
    }
    let expected = counts.all.count { $0.change > 0 }
    expect(counted == expected, "\(counted) counts are stored, there should be \(expected)")
  }

  private func describe(_ name: CountName) -> String {
    let label = transaction.name(of: LabelID(name.label))
    let type = transaction.name(of: RelationshipTypeID(name.type))
    switch name.role {
    case .nodes: return "the count of nodes with label '\(label)'"
    case .outgoing: return "the count of relationships '\(type)' that leave '\(label)'"
    case .incoming: return "the count of relationships '\(type)' that reach '\(label)'"
    case .loops: return "the count of relationships '\(type)' from a node to itself"
    case nil: return "an unknown count"
    }
  }
}
