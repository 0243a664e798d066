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

    package init(
      from: Int, types: [RelationshipTypeID]?, direction: Direction, distinctFrom: [Int],
      label: LabelID?
    ) {
      self.from = from
      self.types = types
      self.direction = direction
      self.distinctFrom = distinctFrom
      self.label = label
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

  /// What it looks for in its index.
  package enum Start: Sendable {
    /// One value of the one key.
    case value(Value)
    case seek(IndexSeek)
  }

  /// More would have no place.
  package static let largestStepCount = 7

  let index: IndexDefinition
  /// Whether a step's relationship is read or compared.
  let needsRelationships: Bool
  let steps: [Step]
  let columns: [Column]

  /// - Parameters:
  ///   - index: of nodes, by one key.
  ///   - steps: at most `largestStepCount`.
  package init(index: IndexDefinition, steps: [Step], columns: [Column]) {
    self.index = index
    needsRelationships =
      columns.contains { $0.place & 1 != 0 } || steps.contains { !$0.distinctFrom.isEmpty }
    self.steps = steps
    self.columns = columns
  }
}

extension GraphTransaction {
  /// The values of all rows, one after the other, in the order in which an expansion step by step
  /// would give them; nil where that is left to scans and expansions: for changes not yet written,
  /// hubs, values that no index holds, and more than `rowLimit` rows.
  package func rows(
    of read: ShortRead, from start: ShortRead.Start, rowLimit: Int
  ) throws(KhoError) -> [Value]? {
    guard pending == nil else { return nil }
    var rows = ShortReadRows(left: rowLimit)
    switch start {
    case .value(let value):
      switch try seek(unique: read.index, value) {
      case .none: break
      case .one(let id):
        rows.places[0] = id
        if read.steps.isEmpty { rows.values.reserveCapacity(read.columns.count) }
        guard try read.steps.isEmpty ? append(read, &rows) : visit(read, 0, &rows) else {
          return nil
        }
      case .unknown:
        guard value.isIndexable, try visit(read, all: .equal([value]), &rows) else { return nil }
      }
    case .seek(let seek):
      guard try visit(read, all: seek, &rows) else { return nil }
    }
    return rows.values
  }

  /// Begins at each entity that the index has; false where it gives up.
  private func visit(
    _ read: borrowing ShortRead, all seek: IndexSeek, _ rows: inout ShortReadRows
  ) throws(KhoError) -> Bool {
    var ids: [UInt32] = []
    try self.seek(read.index, seek, limit: rows.left + 1, to: &ids)
    guard ids.count <= rows.left else { return false }
    if read.steps.isEmpty { rows.values.reserveCapacity(ids.count * read.columns.count) }
    for id in ids {
      rows.places[0] = id
      guard try visit(read, 0, &rows) else { return false }
    }
    return true
  }

  /// Takes the steps from `number` on, from the places that are known; false where it gives up.
  private func visit(
    _ read: borrowing ShortRead, _ number: Int, _ rows: inout ShortReadRows
  ) throws(KhoError) -> Bool {
    guard number < read.steps.count else { return try append(read, &rows) }
    let step = read.steps[number]
    let node = NodeID(rows.places[step.from])
    guard UInt64(node.rawValue) < header.nextNode else { return true }
    var lists = AdjacencyLists(step.types, step.direction)
    try lists.move(to: node, self)
    for index in 0..<lists.count {
      let block = try adjacencyBlock(lists[index], node.rawValue >> 4)
      if block.isHub(node.rawValue & 15) { return false }
      let entries = block.entries(node.rawValue & 15)
      let skipsLoops = lists.skipsLoops(index)
      let isLast = number == read.steps.count - 1
      if isLast, rows.values.isEmpty {
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
        guard try isLast ? append(read, &rows) : visit(read, number + 1, &rows) else {
          return false
        }
      }
    }
    return true
  }

  /// Appends the row of the places; false where it is one too many.
  @inline(__always)
  private func append(
    _ read: borrowing ShortRead, _ rows: inout ShortReadRows
  ) throws(KhoError) -> Bool {
    guard rows.left > 0 else { return false }
    rows.left -= 1
    for column in read.columns {
      let id = rows.places[column.place]
      rows.values.append(
        try property(
          column.key,
          of: column.place & 1 == 0
            ? .node(NodeID(id)) : .relationship(RelationshipID(id))))
    }
    return true
  }
}

/// Rows on their way: those that are complete, and the places of the one that is being made.
private struct ShortReadRows {
  var values: [Value] = []
  /// How many more rows there may be.
  var left: Int
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
