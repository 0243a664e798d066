/// Where the blocks of one snapshot lie in the map, remembered: a hop then costs an array look-up, not a descent.
///
/// For one transaction number of LMDB the address of a record never changes, since pages of a committed snapshot are
/// copied on write. The memo of a pooled reader is thus kept while the number stays, and emptied when it changes.
/// In a write transaction pages move with every write: there is none.
internal import LMDB

/// Block number → bytes, in two levels so that it costs nothing until touched. One thread at a time.
@safe final class BlockTable {
  private static let chunkBits: UInt32 = 7
  private static let chunkSize = 1 << Int(chunkBits)
  /// The largest block number is 2^28 - 1.
  private static let rootSize = 1 << (28 - Int(chunkBits))

  private typealias Chunk = UnsafeMutablePointer<Bytes?>
  private var root: UnsafeMutablePointer<Chunk?>
  private var rootCount: Int
  private var touched: [Int] = []

  init() {
    rootCount = 16
    // Safe: allocated and initialised for `rootCount` elements.
    unsafe root = .allocate(capacity: rootCount)
    unsafe root.initialize(repeating: nil, count: rootCount)
  }

  deinit {
    removeAll()
    // Safe: allocated by this object; its elements are trivial.
    unsafe root.deallocate()
  }

  /// The bytes remembered: empty for a block known to be absent, nil for one never asked for. O(1).
  @inline(__always) subscript(_ block: UInt32) -> Bytes? {
    let index = Int(block >> BlockTable.chunkBits)
    // Safe: the index is below rootCount, and a chunk has chunkSize elements.
    guard index < rootCount, let chunk = unsafe root[index] else { return nil }
    return unsafe chunk[Int(block & UInt32(BlockTable.chunkSize &- 1))]
  }

  func remember(_ bytes: Bytes, at block: UInt32) {
    let index = Int(block >> BlockTable.chunkBits)
    guard index < BlockTable.rootSize else { return }
    if index >= rootCount { grow(to: index + 1) }
    // Safe: the index is below rootCount, and a chunk has chunkSize elements.
    if unsafe root[index] == nil {
      let chunk = Chunk.allocate(capacity: BlockTable.chunkSize)
      unsafe chunk.initialize(repeating: nil, count: BlockTable.chunkSize)
      unsafe root[index] = unsafe chunk
      touched.append(index)
    }
    unsafe root[index]?[Int(block & UInt32(BlockTable.chunkSize &- 1))] = bytes
  }

  func removeAll() {
    // Safe: the chunks were allocated by `remember`, and are forgotten here.
    for index in touched {
      unsafe root[index]?.deallocate()
      unsafe root[index] = nil
    }
    touched.removeAll(keepingCapacity: true)
  }

  private func grow(to count: Int) {
    let capacity = min(max(count, 2 * rootCount), BlockTable.rootSize)
    // Safe: the old elements are moved, the rest initialised, the old memory freed.
    let larger = UnsafeMutablePointer<Chunk?>.allocate(capacity: capacity)
    unsafe larger.moveInitialize(from: root, count: rootCount)
    unsafe (larger + rootCount).initialize(repeating: nil, count: capacity - rootCount)
    unsafe root.deallocate()
    unsafe root = unsafe larger
    rootCount = capacity
  }
}

/// The tables of one reader.
final class Memo {
  let nodes = BlockTable()
  let relationships = BlockTable()
  private var adjacency: [BlockTable?] = []
  /// Kept when the snapshot changes.
  var uniqueSeeks = UniqueSeekMemo()

  @inline(__always) func table(_ list: AdjacencyList) -> BlockTable {
    let index = Int(list.rawValue)
    if index < adjacency.count, let table = adjacency[index] { return table }
    return makeTable(index)
  }

  private func makeTable(_ index: Int) -> BlockTable {
    while adjacency.count <= index { adjacency.append(nil) }
    let table = BlockTable()
    adjacency[index] = table
    return table
  }

  func removeAll() {
    nodes.removeAll()
    relationships.removeAll()
    for table in adjacency { table?.removeAll() }
  }
}
