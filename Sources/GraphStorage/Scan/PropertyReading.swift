/// One property of many nodes or relationships at once: plain numbers where all of them hold such.
package import GraphModel
internal import LMDB

/// A property's values, in the order of the entities asked.
package enum PropertyVector: Sendable {
  /// Each has an integer.
  case integers([Int64])
  /// Each has a float.
  case floats([Double])
  /// Anything; null where the property is absent.
  case values([Value])

  package var boxed: [Value] {
    switch self {
    case .integers(let integers): integers.map { .integer($0) }
    case .floats(let floats): floats.map { .float($0) }
    case .values(let values): values
    }
  }
}

extension GraphTransaction {
  /// The property of each node; null for `.none`. O(nodes), and a search among the columns for each
  /// change from block to block.
  package func properties(
    _ key: PropertyKeyID, of nodes: [NodeID]
  ) throws(KhoError) -> PropertyVector {
    try properties(.node, key, end: header.nextNode, count: nodes.count) { nodes[$0].rawValue }
  }

  /// The property of each relationship; null for `.none`.
  package func properties(
    _ key: PropertyKeyID, of relationships: [RelationshipID]
  ) throws(KhoError) -> PropertyVector {
    try properties(
      .relationship, key, end: header.nextRelationship, count: relationships.count
    ) { relationships[$0].rawValue }
  }

  /// Reads numbers of one type as long as they come; from the first other value on, values.
  @inline(__always)
  private func properties(
    _ table: EntityTable, _ key: PropertyKeyID, end: UInt64, count: Int, id: (Int) -> UInt32
  ) throws(KhoError) -> PropertyVector {
    var type: ColumnType?
    var words: [Int64] = []
    try words.append(addingCapacity: count) { words throws(KhoError) in
      type = try numbers(table, key, end: end, count: count, id: id, to: &words)
    }
    if words.count == count {
      if type == .integer { return .integers(words) }
      if type == .float { return .floats(words.map { Double(bitPattern: UInt64(bitPattern: $0)) }) }
    }
    var values: [Value] = []
    values.reserveCapacity(count)
    for word in words {
      values.append(
        type == .float ? .float(Double(bitPattern: UInt64(bitPattern: word))) : .integer(word))
    }
    var number = UInt32.max
    var block = EntityBlock(.empty)
    for row in words.count..<count {
      let id = id(row)
      guard UInt64(id) < end else {
        values.append(.null)
        continue
      }
      if id >> 6 != number {
        number = id >> 6
        block = try self.block(table, number)
      }
      if let column = block.column(of: key, id & 63) {
        values.append(try value(block, column, table.entity(id)))
      } else {
        values.append(.null)
      }
    }
    return .values(values)
  }

  /// Appends the words of the first entities, up to one without a number of the first one's type;
  /// returns that type.
  @inline(__always)
  private func numbers(
    _ table: EntityTable, _ key: PropertyKeyID, end: UInt64, count: Int, id: (Int) -> UInt32,
    to words: inout OutputSpan<Int64>
  ) throws(KhoError) -> ColumnType? {
    var type: ColumnType?
    var number = UInt32.max
    var block = EntityBlock(.empty)
    var column: EntityBlock.Column?
    var row = 0
    while row < count {
      let first = id(row)
      guard UInt64(first) < end else { break }
      if first >> 6 != number {
        number = first >> 6
        block = try self.block(table, number)
        column = block.numbers(of: key, type)
        if type == nil { type = column?.name.type }
      }
      guard let column, column.contains(first) else { break }
      if first & 63 == 0, column.valid == ~0, row + 64 <= count,
        (1..<64).allSatisfy({ id(row &+ $0) == first &+ UInt32(truncatingIfNeeded: $0) })
      {
        block.numbers(column).append(0..<64, to: &words)
        row += 64
        continue
      }
      words.append(Int64(bitPattern: block.word(column, column.rank(first & 63))))
      row += 1
    }
    return type
  }
}

/// The integers of a property of all nodes, by id: what many look-ups in no order are faster in.
package struct IntegerTable: Sendable {
  private var integers: [Int64] = []
  private var valid: [UInt64] = []

  /// The integers of the nodes; nil where one has none.
  package func integers(of nodes: [NodeID]) -> [Int64]? {
    var result: [Int64] = []
    result.append(addingCapacity: nodes.count) { result in
      for node in nodes {
        let id = Int(node.rawValue)
        guard id < integers.count, valid[id >> 6] >> UInt64(id & 63) & 1 != 0 else { return }
        result.append(integers[id])
      }
    }
    return result.count == nodes.count ? result : nil
  }

  fileprivate mutating func append(_ block: EntityBlock, _ column: EntityBlock.Column?) {
    valid.append(column?.valid ?? 0)
    guard let column else {
      integers.append(contentsOf: repeatElement(0, count: 64))
      return
    }
    if column.valid == ~0 { return block.numbers(column).append(0..<64, to: &integers) }
    for slot in 0..<64 as Range<UInt32> {
      integers.append(
        column.contains(slot) ? Int64(bitPattern: block.word(column, column.rank(slot))) : 0)
    }
  }
}

extension GraphTransaction {
  /// How many node ids were ever given out: the size of tables by node.
  package var nodeIDCount: Int { Int(clamping: header.nextNode) }

  /// O(nodes), 8 bytes each.
  package func integerTable(_ key: PropertyKeyID) throws(KhoError) -> IntegerTable {
    var table = IntegerTable()
    for number in 0..<UInt32(truncatingIfNeeded: (header.nextNode + 63) >> 6) {
      let block = try block(.node, number)
      table.append(block, block.numbers(of: key, .integer))
    }
    return table
  }
}
