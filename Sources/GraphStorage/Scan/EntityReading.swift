/// Blocks and values of nodes and relationships alike, from the memo or, in a write transaction,
/// from the table.
internal import GraphModel
internal import LMDB

enum EntityTable {
  case node, relationship
  @inline(__always) var memo: MemoTable { self == .node ? .nodes : .relationships }
  @inline(__always) func entity(_ id: UInt32) -> EntityReference {
    self == .node ? .node(NodeID(id)) : .relationship(RelationshipID(id))
  }
}

/// Reads blocks of entities without counting references, in loops over many.
struct EntityReader {
  let table: EntityTable
  private var known: Memo.View?

  init(_ table: EntityTable, _ transaction: GraphTransaction) {
    self.table = table
    known = transaction.isEnded ? nil : transaction.memo?.view
  }

  /// The block of 64 entities; an absent one is empty. O(1) with a memo, else O(log n).
  @inline(__always)
  mutating func block(
    _ number: UInt32, _ transaction: GraphTransaction
  ) throws(KhoError) -> EntityBlock {
    if let bytes = known?[table.memo, number] { return EntityBlock(bytes) }
    return try load(number, transaction)
  }

  /// Has the processor fetch the head of a block that scans in the order of ids come to soon.
  @inline(__always)
  func prefetchHead(after number: UInt32) {
    known?[table.memo, number &+ 8]?.prefetch(
      0, count: EntityBlock.usualHeadSizeInBytes)
  }

  /// The same of a column of numbers, in a block less far away, whose head it is found by: that
  /// which has the place `index`, as in the block `number`.
  @inline(__always)
  func prefetchColumn(after number: UInt32, at index: Int) {
    if let next = known?[table.memo, number &+ 4] { EntityBlock(next).prefetchColumn(at: index) }
  }

  @inline(never)
  private mutating func load(
    _ number: UInt32, _ transaction: GraphTransaction
  ) throws(KhoError) -> EntityBlock {
    let block = try transaction.block(table, number)
    known = transaction.memo?.view
    return block
  }
}

extension GraphTransaction {
  /// The block of 64 entities; an absent one is empty. O(1) with a memo, else O(log n).
  @inline(__always)
  func block(_ table: EntityTable, _ number: UInt32) throws(KhoError) -> EntityBlock {
    if let memo, !isEnded, let bytes = memo[table.memo, number] { return EntityBlock(bytes) }
    return try load(table, number)
  }

  @inline(never)
  private func load(_ table: EntityTable, _ number: UInt32) throws(KhoError) -> EntityBlock {
    try live()
    if let pending, pending.open(table).number == number { try writeBack(table) }
    let place = place(table, number)
    let bytes = try lmdb { () throws(LMDBError) in
      try transaction.get(place.table, place.key) ?? .empty
    }
    let block = EntityBlock(bytes)
    if !bytes.isEmpty {
      if let defect = block.defect(isRelationship: table == .relationship) {
        throw .corrupted("\(table) block \(number): \(defect)")
      }
      if store.configuration.isUntrusted, !Checksum.isIntact(bytes) {
        throw .corrupted("\(table) block \(number) does not match its checksum")
      }
    }
    memo?.remember(bytes, table.memo, number)
    return block
  }

  /// Whether the id was ever given out.
  @inline(__always) func isKnown(_ entity: EntityReference) -> Bool {
    UInt64(entity.id) < (entity.isRelationship ? header.nextRelationship : header.nextNode)
  }

  func exists(_ entity: EntityReference) throws(KhoError) -> Bool { try existing(entity) != nil }

  /// The entity's block, if the entity exists.
  @inline(__always) func existing(_ entity: EntityReference) throws(KhoError) -> EntityBlock? {
    guard isKnown(entity) else { return nil }
    let block = try block(entity.table, entity.id >> 6)
    return block.exists >> UInt64(entity.id & 63) & 1 != 0 ? block : nil
  }

  @inline(__always)
  func property(_ key: PropertyKeyID, of entity: EntityReference) throws(KhoError) -> Value {
    guard isKnown(entity) else { return .null }
    let block = try block(entity.table, entity.id >> 6)
    guard let column = block.column(of: key, entity.id & 63) else { return .null }
    return try value(block, column, entity)
  }

  func properties(
    of entity: EntityReference
  ) throws(KhoError) -> [(key: PropertyKeyID, value: Value)] {
    var properties: [(key: PropertyKeyID, value: Value)] = []
    guard isKnown(entity) else { return properties }
    let block = try block(entity.table, entity.id >> 6)
    let first = block.firstIndex(from: 1 << 24)
    properties.reserveCapacity(block.columnCount - first)
    for index in first..<block.columnCount {
      let column = block.column(at: index)
      if column.contains(entity.id & 63) {
        properties.append((PropertyKeyID(column.name.key), try value(block, column, entity)))
      }
    }
    return properties
  }

  /// The value that the column holds for the entity.
  @inline(__always)
  func value(
    _ block: EntityBlock, _ column: EntityBlock.Column, _ entity: EntityReference
  ) throws(KhoError) -> Value {
    let rank = column.rank(entity.id & 63)
    switch column.name.type {
    case .integer: return .integer(Int64(bitPattern: block.word(column, rank)))
    case .string: return .string(block.run(column, rank).text)
    case .float: return .float(Double(bitPattern: block.word(column, rank)))
    case .true: return .boolean(true)
    case .false: return .boolean(false)
    case .date: return .date(.init(daysSinceEpoch: Int64(bitPattern: block.word(column, rank))))
    case .localTime:
      return .localTime(.init(nanosecondOfDay: Int64(bitPattern: block.word(column, rank))))
    case let type where type.isLong:
      return try longValue(type.short, block.word(column, rank), entity, column.name.key)
    case let type: return try ValueDecoder.value(type, block.run(column, rank))
    }
  }
}
