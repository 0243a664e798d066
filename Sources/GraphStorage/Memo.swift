/// Where the blocks of one snapshot lie in the map, remembered: a hop then costs an array look-up,
/// not a descent.
///
/// For one transaction number of LMDB the address of a record never changes, since pages of a
/// committed snapshot are copied on write. The memo of a pooled reader is thus kept while the
/// number stays, and emptied when it changes. In a write transaction pages move with every write:
/// there is none.
internal import LMDB

/// Which blocks: those of nodes, of relationships, records of types, or of one type and direction.
struct MemoTable {
  let index: Int
  static let nodes = MemoTable(index: 0)
  static let relationships = MemoTable(index: 1)
  @inline(__always) static func presence(isIncoming: Bool) -> MemoTable {
    MemoTable(index: isIncoming ? 3 : 2)
  }
  @inline(__always) static func adjacency(_ list: AdjacencyList) -> MemoTable {
    MemoTable(index: 4 &+ Int(list.rawValue))
  }
}

/// Table and block number → bytes. Costs nothing until touched. One thread at a time.
@safe final class Memo {
  private var tables: UnsafeMutablePointer<BlockTable>
  private var count = 0
  /// Memory that was replaced by larger one: views may still read it.
  private var replaced: [UnsafeMutableRawPointer] = unsafe []
  /// Kept when the snapshot changes.
  private let uniqueSeeks = UniqueSeekMemo()
  private var knownSeeks: UniqueSeekMemo.View
  /// Kept too, and used again by each read.
  let places = Places()
  let hints = ColumnHints()
  let rows = FoundRows()
  /// From the first to the last node of labels: forgotten when the snapshot changes.
  var labelRanges: [UInt16: Range<Int>] = [:]
  /// Records of recent entries; empty where there are none, nil before they were asked for.
  var recentEntries: Bytes?
  var recentAdjacency: Bytes?
  /// Blocks with the recent entries in them, which are remembered like those in the map.
  private var merged: [OwnedBytes] = []

  init() {
    knownSeeks = uniqueSeeks.view
    // Safe: a pointer to no elements, never read.
    unsafe tables = .allocate(capacity: 0)
  }

  deinit {
    removeAll()
    hints.deallocate()
    // Safe: allocated by this object; its elements are trivial.
    unsafe tables.deallocate()
  }

  /// The bytes remembered: empty for a block known to be absent, nil for one never asked for. O(1).
  @inline(__always) subscript(_ table: MemoTable, _ block: UInt32) -> Bytes? {
    view[table, block]
  }

  /// What is remembered, to be read without counting references. Until all is forgotten it may be
  /// read; it need not know what was remembered later.
  @inline(__always) var view: View { unsafe View(tables: tables, count: count) }

  @safe struct View {
    fileprivate let tables: UnsafeMutablePointer<BlockTable>
    fileprivate let count: Int

    @inline(__always) subscript(_ table: MemoTable, _ block: UInt32) -> Bytes? {
      // Safe: the index is below the count.
      table.index < count ? unsafe tables[table.index][block] : nil
    }
  }

  /// The entity that a seek of that hash in a unique index may have found.
  @inline(__always) func candidate(_ hash: UInt32) -> UInt32? { knownSeeks.candidate(hash) }

  func remember(_ id: UInt32, _ hash: UInt32) {
    uniqueSeeks.remember(id, hash)
    knownSeeks = uniqueSeeks.view
  }

  func remember(_ bytes: Bytes, _ table: MemoTable, _ block: UInt32) {
    if table.index >= count { grow(to: max(table.index + 1, 2 * count)) }
    // Safe: the index is below the count.
    if let old = unsafe tables[table.index].remember(bytes, at: block) {
      unsafe replaced.append(old)
    }
  }

  /// Forgets all: no view may be read any more.
  func removeAll() {
    // Safe: the indices are below the count, and what was replaced is referred to no more.
    for index in 0..<count { unsafe tables[index].removeAll() }
    for unsafe memory in unsafe replaced { unsafe memory.deallocate() }
    unsafe replaced.removeAll()
    labelRanges.removeAll(keepingCapacity: true)
    recentEntries = nil
    recentAdjacency = nil
    merged.removeAll()
  }

  /// Keeps the bytes until all is forgotten.
  func keep(_ bytes: [UInt8]) -> Bytes {
    let owned = OwnedBytes(bytes)
    merged.append(owned)
    return owned.bytes
  }

  private func grow(to capacity: Int) {
    // Safe: the old elements are copied, for they are trivial, and the rest is initialised.
    let larger = UnsafeMutablePointer<BlockTable>.allocate(capacity: capacity)
    unsafe larger.initialize(from: tables, count: count)
    unsafe (larger + count).initialize(repeating: BlockTable(), count: capacity - count)
    unsafe replaced.append(UnsafeMutableRawPointer(tables))
    unsafe tables = unsafe larger
    count = capacity
  }
}

/// Block number → bytes, in two levels. A trivial value: `Memo` owns the memory.
@safe private struct BlockTable {
  private static let chunkBits: UInt32 = 7
  private static let chunkSize = 1 << Int(chunkBits)
  /// The largest block number is 2^28 - 1.
  private static let largestRoot = 1 << (28 - Int(chunkBits))

  private typealias Chunk = UnsafeMutablePointer<Bytes?>
  private var root: UnsafeMutablePointer<Chunk?>?
  private var count = 0

  @inline(__always) subscript(_ block: UInt32) -> Bytes? {
    let index = Int(block >> BlockTable.chunkBits)
    // Safe: the index is below the count, and a chunk has chunkSize elements.
    guard index < count, let chunk = unsafe root.unsafelyUnwrapped[index] else { return nil }
    return unsafe chunk[Int(block) & (BlockTable.chunkSize &- 1)]
  }

  /// Returns memory that it no longer uses, to be freed by the caller.
  mutating func remember(_ bytes: Bytes, at block: UInt32) -> UnsafeMutableRawPointer? {
    let index = Int(block >> BlockTable.chunkBits)
    guard index < BlockTable.largestRoot else { return nil }
    var replaced: UnsafeMutableRawPointer?
    if index >= count {
      unsafe replaced = grow(to: min(max(index + 1, 2 * count), BlockTable.largestRoot))
    }
    // Safe: the index is below the count, and a chunk has chunkSize elements.
    guard let root = unsafe root else { return unsafe replaced }
    if unsafe root[index] == nil {
      let chunk = Chunk.allocate(capacity: BlockTable.chunkSize)
      unsafe chunk.initialize(repeating: nil, count: BlockTable.chunkSize)
      unsafe root[index] = unsafe chunk
    }
    unsafe root[index]?[Int(block) & (BlockTable.chunkSize - 1)] = bytes
    return unsafe replaced
  }

  mutating func removeAll() {
    // Safe: the root has `count` elements, and all was allocated here.
    for index in 0..<count { unsafe root?[index]?.deallocate() }
    unsafe root?.deallocate()
    unsafe root = nil
    count = 0
  }

  private mutating func grow(to capacity: Int) -> UnsafeMutableRawPointer? {
    // Safe: the old elements are copied, for they are trivial, and the rest is initialised.
    let larger = UnsafeMutablePointer<Chunk?>.allocate(capacity: capacity)
    if let root = unsafe root { unsafe larger.initialize(from: root, count: count) }
    unsafe (larger + count).initialize(repeating: nil, count: capacity - count)
    let replaced = unsafe root.map { UnsafeMutableRawPointer($0) }
    unsafe root = unsafe larger
    count = capacity
    return unsafe replaced
  }
}
