/// Short reads: from the entities of an index along relationships, with the properties met on the
/// way, row by row and without batches between the steps.
package import GraphModel
internal import LMDB

/// What a short read asks for, all by ids. Places along the way are counted: 0 is where it begins,
/// 2n + 1 the relationship of step n, and 2n + 2 the node that step leads to.
package struct ShortRead: Sendable {
  package struct Step: Sendable {
    /// The place of the node it leaves.
    let from: Int
    let types: [RelationshipTypeID]?
    let direction: Direction
    /// Places of relationships that this one must differ from.
    let distinctFrom: [Int]
    /// What the node it leads to must have.
    let label: LabelID?
    /// Of the places that are known after it.
    let tests: [Test]

    package init(
      from: Int, types: [RelationshipTypeID]?, direction: Direction, distinctFrom: [Int],
      label: LabelID?, tests: [Test]
    ) {
      self.from = from
      self.types = types
      self.direction = direction
      self.distinctFrom = distinctFrom
      self.label = label
      self.tests = tests
    }
  }

  package struct Column: Sendable {
    let place: Int
    let key: PropertyKeyID

    package init(place: Int, key: PropertyKeyID) {
      self.place = place
      self.key = key
    }
  }

  /// One of the tests of a run, of what is at a place.
  package struct Test: Sendable {
    let place: Int
    /// Its index among `PropertyTests`.
    let index: Int

    package init(place: Int, index: Int) {
      self.place = place
      self.index = index
    }
  }

  /// What it looks for in its index.
  package enum Start: Sendable {
    /// One value of the one key.
    case value(Value)
    case seek(IndexSeek)
  }

  /// More would have no place.
  package static let largestStepCount = 7

  let index: IndexDefinition
  /// Of the nodes where it begins.
  let tests: [Test]
  /// Whether a step's relationship is read or compared.
  let needsRelationships: Bool
  let steps: [Step]
  let columns: [Column]
  /// Whether the number of rows is wanted instead of them.
  package let isCounting: Bool

  /// - Parameters:
  ///   - index: of nodes, by one key.
  ///   - steps: at most `largestStepCount`.
  ///   - columns: not looked at where rows are counted.
  package init(
    index: IndexDefinition, tests: [Test], steps: [Step], columns: [Column], isCounting: Bool
  ) {
    self.index = index
    self.tests = tests
    needsRelationships =
      columns.contains { $0.place & 1 != 0 }
      || steps.contains { step in
        !step.distinctFrom.isEmpty || step.tests.contains { $0.place & 1 != 0 }
      }
    self.steps = steps
    self.columns = columns
    self.isCounting = isCounting
  }
}

extension GraphTransaction {
  /// The values of all rows, one after the other, in the order in which an expansion step by step
  /// would give them, or their number; nil where that is left to scans and expansions: for changes
  /// not yet written, hubs, values that no index holds, more than `rowLimit` rows, and long ways.
  package func rows(
    of read: ShortRead, from start: ShortRead.Start, passing tests: PropertyTests,
    rowLimit: Int
  ) throws(KhoError) -> [Value]? {
    guard pending == nil else { return nil }
    var rows = ShortReadRows(left: rowLimit)
    switch start {
    case .value(let value):
      switch try seek(unique: read.index, value) {
      case .none: break
      case .one(let id): guard try begin(read, id, tests, &rows) else { return nil }
      case .unknown:
        guard value.isIndexable, try visit(read, all: .equal([value]), tests, &rows) else {
          return nil
        }
      }
    case .seek(let seek): guard try visit(read, all: seek, tests, &rows) else { return nil }
    }
    return read.isCounting ? [.integer(rows.count)] : rows.values
  }

  /// Begins at each entity that the index has; false where it gives up.
  private func visit(
    _ read: borrowing ShortRead, all seek: IndexSeek, _ tests: PropertyTests,
    _ rows: inout ShortReadRows
  ) throws(KhoError) -> Bool {
    var ids: [UInt32] = []
    try self.seek(read.index, seek, limit: rows.left + 1, to: &ids)
    guard ids.count <= rows.left else { return false }
    if read.steps.isEmpty { rows.values.reserveCapacity(ids.count * read.columns.count) }
    for id in ids { guard try begin(read, id, tests, &rows) else { return false } }
    return true
  }

  private func begin(
    _ read: borrowing ShortRead, _ id: UInt32, _ tests: PropertyTests,
    _ rows: inout ShortReadRows
  ) throws(KhoError) -> Bool {
    rows.places[0] = id
    guard try passes(read.tests, tests, rows.places) else { return true }
    return try read.steps.isEmpty ? append(read, &rows) : visit(read, 0, tests, &rows)
  }

  /// Takes the steps from `number` on, from the places that are known; false where it gives up.
  private func visit(
    _ read: borrowing ShortRead, _ number: Int, _ tests: PropertyTests,
    _ rows: inout ShortReadRows
  ) throws(KhoError) -> Bool {
    let step = read.steps[number]
    let node = NodeID(rows.places[step.from])
    guard UInt64(node.rawValue) < header.nextNode else { return true }
    let isLast = number == read.steps.count - 1
    let isDegree =
      read.isCounting && isLast && step.label == nil && step.tests.isEmpty
      && step.distinctFrom.isEmpty
    var lists = AdjacencyLists(step.types, step.direction, in: self)
    try lists.move(to: node, self)
    for index in 0..<lists.count {
      let block = try adjacencyBlock(lists[index], node.rawValue >> 4)
      let skipsLoops = lists.skipsLoops(index)
      if isDegree, !skipsLoops {
        rows.count += Int64(block.degree(node.rawValue & 15))
        continue
      }
      if block.isHub(node.rawValue & 15) { return false }
      let entries = block.entries(node.rawValue & 15)
      rows.budget -= entries.count
      if rows.budget < 0 { return false }
      if isLast, !read.isCounting, rows.values.isEmpty {
        rows.values.reserveCapacity(min(entries.count, rows.left) * read.columns.count)
      }
      for entry in 0..<max(entries.count, 0) {
        let neighbour = entries.neighbour(entry)
        if skipsLoops, neighbour == node.rawValue { continue }
        if read.needsRelationships {
          let relationship = entries.relationship(entry)
          if step.distinctFrom.contains(where: { rows.places[$0] == relationship }) { continue }
          rows.places[2 * number + 1] = relationship
        }
        if let label = step.label, try !hasLabel(NodeID(neighbour), label) { continue }
        rows.places[2 * number + 2] = neighbour
        if !step.tests.isEmpty, try !passes(step.tests, tests, rows.places) { continue }
        guard try isLast ? append(read, &rows) : visit(read, number + 1, tests, &rows) else {
          return false
        }
      }
    }
    return true
  }

  @inline(__always)
  private func passes(
    _ wanted: [ShortRead.Test], _ tests: PropertyTests, _ places: SIMD16<UInt32>
  ) throws(KhoError) -> Bool {
    for test in wanted {
      let isPassed = try passes(
        tests, test.index, test.place & 1 == 0 ? .node : .relationship, places[test.place])
      if !isPassed { return false }
    }
    return true
  }

  /// Appends or counts the row of the places; false where it is one too many.
  @inline(__always)
  private func append(
    _ read: borrowing ShortRead, _ rows: inout ShortReadRows
  ) throws(KhoError) -> Bool {
    if read.isCounting {
      rows.count += 1
      return true
    }
    guard rows.left > 0 else { return false }
    rows.left -= 1
    var place = -1
    var block = EntityBlock(.empty)
    for column in read.columns {
      let id = rows.places[column.place]
      let table: EntityTable = column.place & 1 == 0 ? .node : .relationship
      if column.place != place {
        place = column.place
        let isKnown = isKnown(table.entity(id))
        block = isKnown ? try self.block(table, id >> 6) : EntityBlock(.empty)
      }
      if let found = block.column(of: column.key, id & 63) {
        rows.values.append(try value(block, found, table.entity(id)))
      } else {
        rows.values.append(.null)
      }
    }
    return true
  }
}

/// Rows on their way: those that are complete, and the places of the one that is being made.
private struct ShortReadRows {
  var values: [Value] = []
  var count: Int64 = 0
  /// How many more rows there may be.
  var left: Int
  /// How many more entries of lists may be looked at: nothing ends a short read from outside.
  var budget = 4_096
  /// Ids of nodes and relationships.
  var places = SIMD16<UInt32>()
}

extension Value {
  /// Whether indexes have entries for such values.
  package var isIndexable: Bool {
    switch self {
    case .list, .map, .node, .relationship, .path: false
    default: true
    }
  }
}
