/// One property of many nodes or relationships at once: plain numbers where all of them hold such.
package import GraphModel
internal import LMDB

/// A property's values, in the order of the entities asked.
package enum PropertyVector: Sendable {
  /// Each has an integer.
  case integers([Int64])
  /// Each has a float.
  case floats([Double])
  /// Each has a text.
  case texts(TextVector)
  /// Anything; null where the property is absent.
  case values([Value])

  package var boxed: [Value] {
    switch self {
    case .integers(let integers): integers.map { .integer($0) }
    case .floats(let floats): floats.map { .float($0) }
    case .texts(let texts): (0..<texts.count).map { .string(texts[$0]) }
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
    try nodes.withBytes { (ids) throws(KhoError) in
      try properties(.node, key, end: header.nextNode, ids)
    }
  }

  /// The property of each relationship; null for `.none`.
  package func properties(
    _ key: PropertyKeyID, of relationships: [RelationshipID]
  ) throws(KhoError) -> PropertyVector {
    try relationships.withBytes { (ids) throws(KhoError) in
      try properties(.relationship, key, end: header.nextRelationship, ids)
    }
  }

  /// Reads numbers of one type or texts as long as they come; from the first other on, values.
  private func properties(
    _ table: EntityTable, _ key: PropertyKeyID, end: UInt64, _ ids: Bytes
  ) throws(KhoError) -> PropertyVector {
    let count = ids.count / 4
    var type: ColumnType?
    var words: [Int64] = []
    try words.append(addingCapacity: count) { words throws(KhoError) in
      type = try numbers(table, key, end: end, ids, to: &words)
    }
    if words.count == count {
      if type == .integer { return .integers(words) }
      if type == .float { return .floats(words.map { Double(bitPattern: UInt64(bitPattern: $0)) }) }
    }
    var texts = TextVector()
    if words.isEmpty { try self.texts(table, key, end: end, ids, to: &texts) }
    if texts.count == count, count > 0 { return .texts(texts) }
    var values: [Value] = []
    values.reserveCapacity(count)
    for row in 0..<texts.count { values.append(.string(texts[row])) }
    for word in words {
      values.append(
        type == .float ? .float(Double(bitPattern: UInt64(bitPattern: word))) : .integer(word))
    }
    var reader = EntityReader(table, self)
    var number = UInt32.max
    var block = EntityBlock(.empty)
    var hint = 0
    for row in values.count..<count {
      let id = ids.u32(4 &* row)
      guard UInt64(id) < end else {
        values.append(.null)
        continue
      }
      if id >> 6 != number {
        number = id >> 6
        block = try reader.block(number, self)
      }
      if let column = block.column(of: key, id & 63, hint: &hint) {
        values.append(try value(block, column, table.entity(id)))
      } else {
        values.append(.null)
      }
    }
    return .values(values)
  }

  /// Appends the texts of the first entities, up to one without.
  private func texts(
    _ table: EntityTable, _ key: PropertyKeyID, end: UInt64, _ ids: Bytes,
    to texts: inout TextVector
  ) throws(KhoError) {
    let count = ids.count / 4
    var reader = EntityReader(table, self)
    var number = UInt32.max
    var block = EntityBlock(.empty)
    var hint = 0
    for row in 0..<count {
      let id = ids.u32(4 &* row)
      guard UInt64(id) < end else { return }
      if id >> 6 != number {
        number = id >> 6
        block = try reader.block(number, self)
      }
      guard let column = block.column(of: key, id & 63, hint: &hint),
        column.name.type == .string
      else { return }
      if row == 0 { texts.reserve(count) }
      guard texts.append(block.text(column, id & 63).bytes) else { return }
    }
  }

  /// Appends the words of the first entities, up to one without a number of the first one's type;
  /// returns that type.
  private func numbers(
    _ table: EntityTable, _ key: PropertyKeyID, end: UInt64, _ ids: Bytes,
    to words: inout OutputSpan<Int64>
  ) throws(KhoError) -> ColumnType? {
    let count = ids.count / 4
    var type: ColumnType?
    var reader = EntityReader(table, self)
    var number = UInt32.max
    var block = EntityBlock(.empty)
    var column: EntityBlock.Column?
    var index = 0
    var row = 0
    while row < count {
      let first = ids.u32(4 &* row)
      guard UInt64(first) < end else { break }
      if first >> 6 != number {
        let isNext = first >> 6 == number &+ 1
        number = first >> 6
        block = try reader.block(number, self)
        // Most blocks have the column at the same place.
        if index >= block.columnCount || block.column(at: index).name != column?.name {
          guard let found = block.indexOfNumbers(of: key, type) else { break }
          index = found
        }
        column = block.column(at: index)
        type = column?.name.type
        if isNext { reader.prefetchColumn(after: number, at: index) }
      }
      guard let column, column.contains(first) else { break }
      // Sixteen at once, if they follow one another and all have a number.
      let slot = UInt64(first & 63)
      if first & 15 == 0, column.valid &>> slot & 0xFFFF == 0xFFFF {
        let next = column.valid == ~0 && slot == 0 && ids.isCounting(4 &* row, count: 64) ? 64 : 16
        if next == 64 || ids.isCounting(4 &* row, count: 16) {
          let rank = column.rank(first & 63)
          block.numbers(column).append(rank..<rank &+ next, to: &words)
          row &+= next
          continue
        }
      }
      words.append(Int64(bitPattern: block.word(column, column.rank(first & 63))))
      row &+= 1
    }
    return type
  }
}

/// The integers of a property of all nodes, by id: what many look-ups in no order are faster in.
/// Each takes as many bytes as their range needs.
package struct IntegerTable: Sendable {
  fileprivate enum Offsets {
    case bytes([UInt8]), shorts([UInt16]), words([UInt32]), whole([Int64])
  }
  /// What is stored is by how much an integer exceeds this one.
  private let base: Int64
  private let offsets: Offsets
  private let valid: [UInt64]
  /// Ids below it have integers, whatever `valid` says.
  private let fullCount: Int

  fileprivate init(_ offsets: Offsets, base: Int64, valid: [UInt64]) {
    self.offsets = offsets
    self.base = base
    self.valid = valid
    let full = valid.prefix { $0 == ~0 }.count
    fullCount = 64 * full + (full < valid.count ? (~valid[full]).trailingZeroBitCount : 0)
  }

  /// The integers of the nodes; nil where one has none.
  package func integers(of nodes: [NodeID]) -> [Int64]? {
    switch offsets {
    case .bytes(let offsets): integers(of: nodes, offsets)
    case .shorts(let offsets): integers(of: nodes, offsets)
    case .words(let offsets): integers(of: nodes, offsets)
    case .whole(let offsets): integers(of: nodes, offsets)
    }
  }

  @inline(__always)
  private func integers<Offset: FixedWidthInteger>(
    of nodes: [NodeID], _ offsets: [Offset]
  ) -> [Int64]? {
    var result: [Int64] = []
    result.append(addingCapacity: nodes.count) { result in
      for node in nodes {
        let id = Int(node.rawValue)
        guard id < offsets.count,
          id < fullCount || valid[id >> 6] >> UInt64(id & 63) & 1 != 0
        else { return }
        result.append(base &+ Int64(truncatingIfNeeded: offsets[id]))
      }
    }
    return result.count == nodes.count ? result : nil
  }
}

extension GraphTransaction {
  /// How many node ids were ever given out: the size of tables by node.
  package var nodeIDCount: Int { Int(clamping: header.nextNode) }
  /// The same of relationships.
  package var relationshipIDCount: Int { Int(clamping: header.nextRelationship) }

  /// O(nodes), at most 8 bytes each.
  package func integerTable(_ key: PropertyKeyID) throws(KhoError) -> IntegerTable {
    var valid: [UInt64] = []
    var (least, greatest) = (Int64.max, Int64.min)
    try forEachBlock(of: key) { (block, column) in
      valid.append(column?.valid ?? 0)
      guard let column else { return }
      let numbers = block.numbers(column)
      least = min(least, Int64(bitPattern: numbers.base))
      greatest = max(greatest, numbers.bound)
    }
    let span = least <= greatest ? UInt64(bitPattern: greatest &- least) : 0
    let base = span <= UInt64(UInt32.max) ? least : 0
    let offsets: IntegerTable.Offsets =
      switch span {
      case 0...0xFF: try .bytes(offsets(of: key, from: base))
      case 0...0xFFFF: try .shorts(offsets(of: key, from: base))
      case 0...0xFFFF_FFFF: try .words(offsets(of: key, from: base))
      default: try .whole(offsets(of: key, from: base))
      }
    return IntegerTable(offsets, base: base, valid: valid)
  }

  /// What the integers of all nodes exceed `base` by; anything for nodes without one.
  private func offsets<Offset: FixedWidthInteger & BitwiseCopyable>(
    of key: PropertyKeyID, from base: Int64
  ) throws(KhoError) -> [Offset] {
    var offsets: [Offset] = []
    let blockCount = Int((header.nextNode + 63) >> 6)
    var end = 0
    try offsets.append(addingCapacity: 64 * blockCount) { offsets throws(KhoError) in
      try forEachBlock(of: key) { (block, column) in
        if let column, column.valid == ~0 {
          block.numbers(column, from: base).append(0..<64, to: &offsets)
        } else if let column {
          let numbers = block.numbers(column, from: base)
          var rank = 0
          for slot in 0..<64 as Range<UInt32> {
            let isThere = column.contains(slot)
            offsets.append(isThere ? Offset(truncatingIfNeeded: numbers[rank]) : 0)
            rank &+= isThere ? 1 : 0
          }
        }
        // What is damaged is left out as well.
        end += 64
        offsets.append(repeating: 0, count: end - offsets.count)
      }
    }
    return offsets
  }

  /// Calls `body` with each block of nodes and its column of the property's integers.
  @inline(__always)
  private func forEachBlock(
    of key: PropertyKeyID, _ body: (EntityBlock, EntityBlock.Column?) -> Void
  ) throws(KhoError) {
    var reader = EntityReader(.node, self)
    for number in 0..<UInt32(truncatingIfNeeded: (header.nextNode + 63) >> 6) {
      let block = try reader.block(number, self)
      let index = block.indexOfNumbers(of: key, .integer)
      if let index { reader.prefetchColumn(after: number, at: index) }
      body(block, index.map { block.column(at: $0) })
    }
  }
}
