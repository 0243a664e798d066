/// The last blocks of nodes and relationships: kept in table `meta`, beside the header, until the
/// next ones begin.
///
/// What small transactions add goes to them. In trees of their own each of them would have every
/// page from the root down written again; beside the header, which every transaction writes, they
/// take one page together or two.
internal import GraphModel
internal import LMDB

/// Where a block is stored.
struct BlockPlace {
  let table: Table
  let key: ShortKey
  var isTail = false

  init(tail key: TailKey, _ tables: Tables) {
    table = tables.meta
    self.key = key.key
    isTail = true
  }

  /// - Parameter number: an integer key.
  init(_ table: Table, _ number: UInt64) {
    self.table = table
    key = ShortKey(number.byteSwapped, 0, count: 8)
  }
}

/// Names a block of the tail: `"tail" | u8 kind | u64 number`, big-endian; kind is 0 for nodes and
/// 1 for relationships.
struct TailKey {
  private static let prefix: UInt64 = 0x7461_696C << 32

  let table: EntityTable
  let number: UInt64

  init(_ table: EntityTable, _ number: UInt64) {
    self.table = table
    self.number = number
  }

  /// Nil for another record's key.
  init?(key: Bytes) {
    guard key.count == 13, key[0, 4].word.byteSwapped == TailKey.prefix, key.u8(4) < 2 else {
      return nil
    }
    self.init(key.u8(4) == 0 ? .node : .relationship, key.u64(5).byteSwapped)
  }

  var key: ShortKey {
    let kind: UInt64 = table == .node ? 0 : 1
    return ShortKey(TailKey.prefix | kind << 24 | number >> 40, number << 24, count: 13)
  }
}

extension GraphTransaction {
  @inline(__always) func place(_ table: EntityTable, _ number: UInt32) -> BlockPlace {
    let number = UInt64(number)
    if number == header.tail(table) { return BlockPlace(tail: TailKey(table, number), tables) }
    return BlockPlace(tables[table], number)
  }

  @inline(__always) func place(_ list: AdjacencyList, _ number: UInt32) -> BlockPlace {
    BlockPlace(tables.adjacency, list.key(block: number))
  }

  /// Lets the tail be of a block that has no entity so far.
  func beginTail(_ table: EntityTable, _ number: UInt32) throws(KhoError) {
    try endTail(table)
    header.setTail(table, UInt64(number))
  }

  /// Moves the block of the tail to its own table.
  func endTail(_ table: EntityTable) throws(KhoError) {
    let pending = try writable()
    let number = header.tail(table)
    guard number != StoreHeader.noTail else { return }
    header.setTail(table, StoreHeader.noTail)
    let key = TailKey(table, number).key
    try lmdb { () throws(LMDBError) in
      guard let block = try transaction.get(tables.meta, key)?.array else { return }
      try pending.writer.delete(tables.meta, key)
      try pending.writer.append(tables[table], number, block)
    }
  }
}
