/// Entries of adjacency lists that were added lately: in one record beside the header, until it is
/// full.
///
/// In its block each of them would cost a transaction all pages from the root down; here they share
/// one page. What is full goes to the blocks in one go and in order.
///
/// ```
/// 0  u16 n | u16 format (2) | u32 checksum
/// 8  n x { u32 node | u32 list | u32 relationship | u32 neighbour }, by list, node and entry
/// ```
internal import GraphModel
internal import LMDB

/// The record, read in place. Reading is total.
struct RecentAdjacency: RecentRecord {
  static let key = Array("adjacency".utf8)
  static let description = "recent entries of lists"
  static let format: UInt16 = 2
  static let headerSizeInBytes = 8
  static let entrySizeInBytes = 16
  static let largestCount = (storedSizeInBytes - headerSizeInBytes) / entrySizeInBytes

  let bytes: Bytes
  let count: Int

  init(_ stored: Bytes) {
    let room = stored.count - RecentAdjacency.headerSizeInBytes
    count = min(Int(stored.u16(0)), max(0, room) / RecentAdjacency.entrySizeInBytes)
    bytes = stored[0, RecentAdjacency.offset(count)]
  }

  fileprivate static func offset(_ index: Int) -> Int {
    headerSizeInBytes &+ entrySizeInBytes &* index
  }
  private func offset(_ index: Int) -> Int { RecentAdjacency.offset(index) }

  /// List and node: what the entries are sorted by.
  private func place(_ index: Int) -> UInt64 { bytes.u64(offset(index)) }

  func list(_ index: Int) -> AdjacencyList {
    AdjacencyList(rawValue: UInt32(truncatingIfNeeded: place(index) >> 32))
  }
  func node(_ index: Int) -> UInt32 { UInt32(truncatingIfNeeded: place(index)) }
  func entry(_ index: Int) -> AdjacencyEntry {
    AdjacencyEntry(order: bytes.u64(offset(index) &+ 8))
  }

  /// The entries as changes to their block.
  func changes(_ range: Range<Int>) -> [AdjacencyChange] {
    range.map { AdjacencyChange(node: node($0), entry: entry($0), isRemoval: false) }
  }

  /// The indices of a block's entries. O(log n).
  func range(_ list: AdjacencyList, _ number: UInt32) -> Range<Int> {
    let first = UInt64(list.rawValue) << 32 | UInt64(number) << 4
    // Most blocks looked for have none, and many lie before or behind all.
    if count == 0 || place(0) > first | 15 || place(count - 1) < first { return 0..<0 }
    let start = firstIndex { place($0) >= first }
    var end = start
    while end < count, place(end) <= first | 15 { end += 1 }
    return start..<end
  }

  /// The end of the run of entries, from `start` on, that belong to one block.
  func end(ofBlockFrom start: Int) -> Int {
    var end = start + 1
    while end < count, place(end) >> 4 == place(start) >> 4 { end += 1 }
    return end
  }

  /// Where an entry is to stand. O(log n).
  fileprivate func firstIndex(from place: UInt64, _ entry: AdjacencyEntry) -> Int {
    firstIndex { (self.place($0), self.entry($0).order) >= (place, entry.order) }
  }

  private func firstIndex(where isBehind: (Int) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isBehind(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// What is wrong with the record's structure, or nil. O(n).
  var defect: String? {
    guard bytes.u16(2) == RecentAdjacency.format, count > 0,
      count <= RecentAdjacency.largestCount, Int(bytes.u16(0)) == count
    else { return "of a wrong size" }
    for index in 1..<count {
      let (before, place) = (place(index - 1), place(index))
      guard before < place || before == place && entry(index - 1) < entry(index) else {
        return "out of order"
      }
    }
    return nil
  }
}

/// The record being changed; no bytes without entries.
struct RecentAdjacencyBuilder {
  private(set) var bytes: [UInt8]

  init(_ stored: Bytes = .empty) {
    bytes = stored.isEmpty ? [] : RecentAdjacency(stored).bytes.array
  }

  func read<R, E: Error>(_ body: (RecentAdjacency) throws(E) -> R) throws(E) -> R {
    try bytes.withBytes { (bytes) throws(E) in try body(RecentAdjacency(bytes)) }
  }

  var count: Int { read { $0.count } }

  /// Adds insertions to a list. There must be room for them.
  mutating func insert(_ list: AdjacencyList, _ changes: ArraySlice<AdjacencyChange>) {
    if bytes.isEmpty {
      bytes.append(littleEndian: 0 as UInt16)
      bytes.append(littleEndian: RecentAdjacency.format)
      bytes.append(littleEndian: 0 as UInt32)
    }
    for change in changes {
      let place = UInt64(list.rawValue) << 32 | UInt64(change.node)
      let index = read { $0.firstIndex(from: place, change.entry) }
      var entry: [UInt8] = []
      entry.append(integers: [place, change.entry.order])
      bytes.insert(contentsOf: entry, at: RecentAdjacency.offset(index))
      setCount()
    }
  }

  /// Takes a block's entries out.
  mutating func take(_ list: AdjacencyList, _ number: UInt32) -> [AdjacencyChange] {
    let (range, changes) = read { recent in
      let range = recent.range(list, number)
      return (range, recent.changes(range))
    }
    if range.isEmpty { return changes }
    bytes.removeSubrange(
      RecentAdjacency.offset(range.lowerBound)..<RecentAdjacency.offset(range.upperBound))
    if bytes.count == RecentAdjacency.headerSizeInBytes { bytes = [] } else { setCount() }
    return changes
  }

  private mutating func setCount() {
    let count =
      (bytes.count - RecentAdjacency.headerSizeInBytes) / RecentAdjacency.entrySizeInBytes
    bytes[0] = UInt8(truncatingIfNeeded: count)
    bytes[1] = UInt8(truncatingIfNeeded: count >> 8)
  }

  /// Writes the checksum.
  mutating func seal() {
    if !bytes.isEmpty { Checksum.seal(&bytes) }
  }
}
