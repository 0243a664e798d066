/// The blocks at the end: kept in table `meta`, beside the header, until the next ones begin.
///
/// What small transactions add goes to the last blocks of several tables. In trees of their own
/// each of them would have every page from the root down written again; beside the header, which
/// every transaction writes, they take one page or two together.
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

/// Names a block of the tail: `"tail" | u8 kind | u64 key in its own table`, big-endian.
struct TailKey {
  enum Kind: UInt8 {
    case node = 0
    case adjacency, relationship
  }
  private static let prefix: UInt64 = 0x7461_696C << 32

  let kind: Kind
  let number: UInt64

  init(_ kind: Kind, _ number: UInt64) {
    self.kind = kind
    self.number = number
  }

  /// Nil for another record's key.
  init?(key: Bytes) {
    guard key.count == 13, key[0, 4].word.byteSwapped == TailKey.prefix,
      let kind = Kind(rawValue: key.u8(4))
    else { return nil }
    self.init(kind, key.u64(5).byteSwapped)
  }

  var key: ShortKey {
    ShortKey(TailKey.prefix | UInt64(kind.rawValue) << 24 | number >> 40, number << 24, count: 13)
  }
}

extension GraphTransaction {
  @inline(__always) func place(_ table: EntityTable, _ number: UInt32) -> BlockPlace {
    let number = UInt64(number)
    if number == header.tail(table) {
      return BlockPlace(tail: TailKey(table == .node ? .node : .relationship, number), tables)
    }
    return BlockPlace(table == .node ? tables.node : tables.relationship, number)
  }

  @inline(__always) func place(_ list: AdjacencyList, _ number: UInt32) -> BlockPlace {
    let key = list.key(block: number)
    return isTail(adjacencyBlock: number)
      ? BlockPlace(tail: TailKey(.adjacency, key), tables) : BlockPlace(tables.adjacency, key)
  }

  /// Whether its 16 nodes are of the tail's 64.
  @inline(__always) func isTail(adjacencyBlock number: UInt32) -> Bool {
    UInt64(number >> 2) == header.tail(.node)
  }

  /// Lets the tail be of a block that has no entity so far, and whose nodes have no lists.
  func beginTail(_ table: EntityTable, _ number: UInt32) throws(KhoError) {
    try endTail(table)
    header.setTail(table, UInt64(number))
  }

  /// Moves the blocks of the tail to their own tables.
  func endTail(_ table: EntityTable) throws(KhoError) {
    let pending = try writable()
    guard header.tail(table) != StoreHeader.noTail else { return }
    header.setTail(table, StoreHeader.noTail)
    for kind in table == .node ? [TailKey.Kind.node, .adjacency] : [.relationship] {
      let (tree, isLast) =
        switch kind {
        case .node: (tables.node, true)
        case .adjacency: (tables.adjacency, false)
        case .relationship: (tables.relationship, true)
        }
      for (key, block) in try tail(kind) {
        try lmdb { () throws(LMDBError) in
          try pending.writer.delete(tables.meta, key.key)
          if isLast {
            try pending.writer.append(tree, key.number, block)
          } else {
            try pending.writer.put(tree, key.number, block)
          }
        }
      }
    }
  }

  /// Copies of the tail's blocks.
  private func tail(_ kind: TailKey.Kind) throws(KhoError) -> [(key: TailKey, block: [UInt8])] {
    try transaction.withCursor(tables.meta, convert: KhoError.init) { (cursor) throws(KhoError) in
      var blocks: [(key: TailKey, block: [UInt8])] = []
      var isFound = try lmdb { () throws(LMDBError) in try cursor.seek(TailKey(kind, 0).key) }
      while isFound, let key = TailKey(key: cursor.key), key.kind == kind {
        blocks.append((key, cursor.value.array))
        isFound = try lmdb { () throws(LMDBError) in try cursor.next() }
      }
      return blocks
    }
  }
}
