/// The adjacency lists of 16 nodes, of one type and direction, as one record; longer lists lie in
/// hub chunks.
///
/// ```
/// block   0  u16 hubMask | u16 format (2) | u32 checksum | u8 neighbourBits | u8 relationshipBits
///        10  u16 offset[17] | u32 neighbourBase | u32 relationshipBase | u32 degree[hubs]
///            neighbours, relationships: PackedIntegers, offset[16] each, in lists sorted by both
/// chunk   0  u16 format (2) | u16 count (at most 249) | u32 checksum
///         8  u8 neighbourBits | u8 relationshipBits | u16 0 | u32 neighbourBase
///        16  u32 relationshipBase | neighbours | relationships
/// ```
/// The list of a node whose hubMask bit is set is empty here; its degree stands among `degree`.
internal import GraphModel
internal import LMDB

/// Which adjacency list: its type and direction. `rawValue` is type * 2 + direction.
struct AdjacencyList: Hashable {
  let rawValue: UInt32
  init(rawValue: UInt32) { self.rawValue = rawValue }
  init(_ type: RelationshipTypeID, isIncoming: Bool) {
    rawValue = UInt32(type.rawValue) << 1 | (isIncoming ? 1 : 0)
  }
  var isIncoming: Bool { rawValue & 1 != 0 }
  /// The list in which the same relationships stand at their other ends.
  var reversed: AdjacencyList { AdjacencyList(rawValue: rawValue ^ 1) }
  var type: RelationshipTypeID { RelationshipTypeID(UInt16(truncatingIfNeeded: rawValue >> 1)) }

  /// The key of the block of 16 nodes that holds `node`.
  func key(block: UInt32) -> UInt64 { UInt64(rawValue) << 32 | UInt64(block) }

  /// The key of the hub chunk of `node` that begins at an entry; the first chunk begins at (0, 0).
  /// Big-endian, so that chunks sort by list, node and entry.
  func hubKey(_ node: NodeID, _ first: AdjacencyEntry = .first) -> ShortKey {
    ShortKey(
      UInt64(rawValue) << 32 | UInt64(node.rawValue),
      UInt64(first.neighbour) << 32 | UInt64(first.relationship), count: 16)
  }

  /// What the keys of all chunks of `node` begin with.
  func hubPrefix(_ node: NodeID) -> ShortKey {
    ShortKey(UInt64(rawValue) << 32 | UInt64(node.rawValue), 0, count: 8)
  }

  static func entry(ofHubKey key: Bytes) -> AdjacencyEntry {
    AdjacencyEntry(
      neighbour: key.u32(8).byteSwapped, relationship: key.u32(12).byteSwapped)
  }
}

/// An entry of an adjacency list, in its order.
struct AdjacencyEntry: Hashable, Comparable {
  var neighbour: UInt32
  var relationship: UInt32
  static let first = AdjacencyEntry(neighbour: 0, relationship: 0)

  init(neighbour: UInt32, relationship: UInt32) {
    self.neighbour = neighbour
    self.relationship = relationship
  }
  init(order: UInt64) {
    neighbour = UInt32(truncatingIfNeeded: order >> 32)
    relationship = UInt32(truncatingIfNeeded: order)
  }

  @inline(__always) var order: UInt64 { UInt64(neighbour) << 32 | UInt64(relationship) }
  @inline(__always) static func < (a: Self, b: Self) -> Bool { a.order < b.order }
}

/// A run of entries: two columns of packed integers in the map. Reading is total.
struct AdjacencyEntries {
  let neighbours: PackedIntegers
  let relationships: PackedIntegers
  /// The index of the run's first entry among the packed.
  let first: Int
  let count: Int

  /// The entries of which `count` are packed from `start` on.
  @inline(__always) init(
    _ bytes: Bytes, start: Int, count: Int, neighbourBits: Int, neighbourBase: UInt32,
    relationshipBits: Int, relationshipBase: UInt32, run: Range<Int>
  ) {
    neighbours = PackedIntegers(
      bytes: bytes, start: start, width: neighbourBits, base: UInt64(neighbourBase))
    relationships = PackedIntegers(
      bytes: bytes,
      start: start &+ PackedIntegers.sizeInBytes(count: count, width: neighbourBits),
      width: relationshipBits, base: UInt64(relationshipBase))
    first = run.lowerBound
    self.count = run.upperBound &- run.lowerBound
  }

  /// The bytes that `count` entries take, with what must follow them.
  static func sizeInBytes(count: Int, neighbourBits: Int, relationshipBits: Int) -> Int {
    PackedIntegers.sizeInBytes(count: count, width: neighbourBits)
      + PackedIntegers.sizeInBytes(count: count, width: relationshipBits)
      + PackedIntegers.paddingSizeInBytes
  }

  @inline(__always) func neighbour(_ index: Int) -> UInt32 {
    UInt32(truncatingIfNeeded: neighbours[first &+ index])
  }
  @inline(__always) func relationship(_ index: Int) -> UInt32 {
    UInt32(truncatingIfNeeded: relationships[first &+ index])
  }
  @inline(__always) subscript(_ index: Int) -> AdjacencyEntry {
    AdjacencyEntry(neighbour: neighbour(index), relationship: relationship(index))
  }

  /// Calls `body` with the index and neighbour of each entry from `start` on.
  @inline(__always) func forEachNeighbour(from start: Int = 0, _ body: (Int, UInt32) -> Void) {
    neighbours.bytes.forEach(
      packed: neighbours.start, width: neighbours.width, base: neighbours.base, first &+ start,
      count: count &- start
    ) { body(start &+ $0, UInt32(truncatingIfNeeded: $1)) }
  }

  @inline(__always) func hasNeighbour(in nodes: NodeSet.Bits) -> Bool {
    for index in 0..<count where nodes.contains(neighbour(index)) { return true }
    return false
  }

  /// The packed integers of the entries from `index` on.
  @inline(__always) func packed(from index: Int) -> Range<Int> {
    first &+ min(index, count)..<first &+ count
  }

  /// The index of the first entry not before `entry`. O(log count).
  @inline(__always) func firstIndex(from entry: AdjacencyEntry) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low &+ high) / 2
      if self[middle] < entry { low = middle &+ 1 } else { high = middle }
    }
    return low
  }

  /// The index of the first entry whose neighbour is not before `neighbour`. O(log count), without
  /// a branch that has to be guessed.
  @inline(__always) func firstIndex(ofNeighbour neighbour: UInt32) -> Int {
    var low = 0
    var size = count
    while size > 1 {
      let half = size &>> 1
      low &+= self.neighbour(low &+ half &- 1) < neighbour ? half : 0
      size &-= half
    }
    return low &+ (size == 1 && self.neighbour(low) < neighbour ? 1 : 0)
  }

  /// How many entries of the sorted run `list` lead to `neighbour`; searched in `steps` steps, so
  /// that 2 to their power is more than its length.
  @inline(__always)
  func count(of neighbour: UInt32, in list: Range<Int>, steps: Int) -> Int {
    let first =
      list.lowerBound
      &+ neighbours.bytes.countLess(
        than: UInt64(neighbour), packed: neighbours.start, width: neighbours.width,
        base: neighbours.base, list.lowerBound, count: list.count, steps: steps)
    var next = first
    while next < list.upperBound, self.neighbour(next) == neighbour { next &+= 1 }
    return next &- first
  }
}

/// A block in the map. An absent block has empty lists.
struct AdjacencyBlock {
  static let format: UInt16 = 2
  static let headerSizeInBytes = 52
  /// Longer lists become hubs.
  static let longestList = 249
  /// Entries of a block; at the least four pages hold them, however they are packed.
  static let largestCount = (4 * 4096 - 16 - 120 - PackedIntegers.paddingSizeInBytes) / 8

  let bytes: Bytes
  @inline(__always) init(_ bytes: Bytes) { self.bytes = bytes }

  @inline(__always) private var hubMask: UInt16 { bytes.u16(0) }
  @inline(__always) func hasHub(_ slots: Range<UInt32>) -> Bool {
    UInt32(hubMask) >> slots.lowerBound & (1 << UInt32(slots.count) &- 1) != 0
  }
  @inline(__always) func isHub(_ slot: UInt32) -> Bool {
    hubMask >> UInt16(slot & 15) & 1 != 0
  }
  @inline(__always) func offset(_ slot: UInt32) -> Int { Int(bytes.u16(10 &+ 2 &* Int(slot))) }

  /// Where the degree of a hub stands or, of slot 16, the first of the entries.
  @inline(__always) func degreeOffset(_ slot: UInt32) -> Int {
    let mask = UInt32(hubMask) & (1 << slot &- 1)
    return mask == 0 ? AdjacencyBlock.headerSizeInBytes : AdjacencyBlock.end(ofDegrees: mask)
  }
  /// Bits are counted by a dozen instructions, which are not to be done in vain.
  @inline(never) private static func end(ofDegrees mask: UInt32) -> Int {
    headerSizeInBytes &+ 4 &* mask.nonzeroBitCount
  }

  /// The list of a node; empty for a hub.
  @inline(__always) func entries(_ slot: UInt32) -> AdjacencyEntries {
    // Fields that lie side by side are read together.
    let offsets = bytes.u32(10 &+ 2 &* Int(slot))
    return entries(from: Int(offsets & 0xFFFF), to: Int(offsets >> 16))
  }

  /// The neighbour of a node that has just one, in a block without hubs; nil else. What lies at
  /// fixed offsets is known to lie inside by one comparison.
  @inline(__always) func onlyNeighbour(_ slot: UInt32) -> UInt32? {
    let start = AdjacencyBlock.headerSizeInBytes
    guard bytes.count >= start &+ PackedIntegers.paddingSizeInBytes, hubMask == 0 else {
      return nil
    }
    let offsets = bytes.u32(10 &+ 2 &* Int(slot & 15))
    let first = offsets & 0xFFFF
    guard offsets &>> 16 == first &+ 1 else { return nil }
    let neighbours = PackedIntegers(
      bytes: bytes, start: start, width: Int(bytes.u8(8)), base: UInt64(bytes.u32(44)))
    return UInt32(truncatingIfNeeded: neighbours[Int(first)])
  }

  /// The lists of some nodes, one after the other.
  @inline(__always) func entries(_ slots: Range<UInt32>) -> AdjacencyEntries {
    entries(from: offset(slots.lowerBound), to: offset(slots.upperBound))
  }

  @inline(__always) private func entries(from start: Int, to end: Int) -> AdjacencyEntries {
    let (widths, bases) = (bytes.u16(8), bytes.u64(44))
    return AdjacencyEntries(
      bytes, start: degreeOffset(16), count: offset(16), neighbourBits: Int(widths & 0xFF),
      neighbourBase: UInt32(truncatingIfNeeded: bases), relationshipBits: Int(widths >> 8),
      relationshipBase: UInt32(truncatingIfNeeded: bases >> 32), run: start..<max(start, end))
  }

  @inline(__always) func degree(_ slot: UInt32) -> Int {
    isHub(slot) ? Int(bytes.u32(degreeOffset(slot))) : offset(slot &+ 1) &- offset(slot)
  }

  /// Has the processor fetch neighbours, those of a kilobyte at most.
  @inline(__always) func prefetchNeighbours() {
    let size = (offset(16) &* Int(bytes.u8(8))) &>> 3
    bytes.prefetch(AdjacencyBlock.headerSizeInBytes, count: min(size, 1_024) &+ 8)
  }

  /// Appends the degrees of all 16 nodes.
  @inline(__always) func appendDegrees(to degrees: inout OutputSpan<Int64>) {
    if hubMask == 0 {
      bytes.append(differences: 10, count: 16, to: &degrees)
    } else {
      for slot in 0..<16 as Range<UInt32> { degrees.append(Int64(degree(slot))) }
    }
  }

  /// What is wrong with the block's structure, or nil. O(1).
  var defect: String? {
    guard bytes.u16(2) == AdjacencyBlock.format else { return "unknown adjacency format" }
    let (neighbourBits, relationshipBits) = (Int(bytes.u8(8)), Int(bytes.u8(9)))
    let size = AdjacencyEntries.sizeInBytes(
      count: offset(16), neighbourBits: neighbourBits, relationshipBits: relationshipBits)
    guard offset(0) == 0, max(neighbourBits, relationshipBits) <= 32,
      bytes.count == degreeOffset(16) + size
    else { return "adjacency of a wrong size" }
    for slot in 0..<16 as Range<UInt32> {
      let count = offset(slot + 1) - offset(slot)
      if count < 0 || count > (isHub(slot) ? 0 : AdjacencyBlock.longestList) {
        return "adjacency lists out of order"
      }
    }
    return nil
  }
}

/// A chunk of a hub in the map.
struct HubChunk {
  static let format: UInt16 = 2
  static let headerSizeInBytes = 20
  static let largestCount = 249

  let bytes: Bytes
  init(_ bytes: Bytes) { self.bytes = bytes }

  private var count: Int { Int(bytes.u16(2)) }

  var entries: AdjacencyEntries {
    AdjacencyEntries(
      bytes, start: HubChunk.headerSizeInBytes, count: count, neighbourBits: Int(bytes.u8(8)),
      neighbourBase: bytes.u32(12), relationshipBits: Int(bytes.u8(9)),
      relationshipBase: bytes.u32(16), run: 0..<count)
  }

  var defect: String? {
    let (neighbourBits, relationshipBits) = (Int(bytes.u8(8)), Int(bytes.u8(9)))
    let size = AdjacencyEntries.sizeInBytes(
      count: count, neighbourBits: neighbourBits, relationshipBits: relationshipBits)
    return bytes.u16(0) == HubChunk.format && count <= HubChunk.largestCount
      && max(neighbourBits, relationshipBits) <= 32
      && bytes.count == HubChunk.headerSizeInBytes + size ? nil : "a hub chunk of a wrong size"
  }

  /// The chunk with entries more, sorted; it may then be longer than stored ones.
  func inserting(_ changes: ArraySlice<AdjacencyChange>) -> [UInt8] {
    var merged: [AdjacencyEntry] = []
    let entries = entries
    entries.merge(changes) {
      for index in $0 { merged.append(entries[index]) }
    } single: {
      merged.append($0)
    }
    return HubChunk.encoded(merged)
  }

  /// A chunk's bytes, with their checksum.
  static func encoded(_ entries: some Collection<AdjacencyEntry>) -> [UInt8] {
    let neighbours = PackedIDs(entries.map(\.neighbour))
    let relationships = PackedIDs(entries.map(\.relationship))
    var chunk: [UInt8] = []
    chunk.append(
      addingCapacity: headerSizeInBytes + PackedIDs.sizeInBytes(neighbours, relationships)
    ) { chunk in
      chunk.append(littleEndian: format)
      chunk.append(littleEndian: UInt16(truncatingIfNeeded: entries.count))
      chunk.append(littleEndian: 0 as UInt32)
      chunk.append(littleEndian: neighbours.width)
      chunk.append(littleEndian: relationships.width)
      chunk.append(littleEndian: 0 as UInt16)
      chunk.append(littleEndian: neighbours.base)
      chunk.append(littleEndian: relationships.base)
      chunk.append(neighbours, relationships)
    }
    Checksum.seal(&chunk)
    return chunk
  }
}

/// Ids to be packed.
struct PackedIDs {
  let ids: [UInt32]
  let base: UInt32
  let width: UInt8

  init(_ ids: [UInt32]) {
    self.ids = ids
    var (least, greatest) = (UInt32.max, 0 as UInt32)
    for id in ids {
      least = min(least, id)
      greatest = max(greatest, id)
    }
    base = ids.isEmpty ? 0 : least
    width = UInt8(truncatingIfNeeded: ids.isEmpty ? 0 : 32 - (greatest - least).leadingZeroBitCount)
  }

  /// Of the entries of a block or chunk, and the zeros that follow them.
  static func sizeInBytes(_ neighbours: PackedIDs, _ relationships: PackedIDs) -> Int {
    neighbours.sizeInBytes + relationships.sizeInBytes + PackedIntegers.paddingSizeInBytes
  }

  private var sizeInBytes: Int {
    PackedIntegers.sizeInBytes(count: ids.count, width: Int(width))
  }
}

extension OutputSpan where Element == UInt8 {
  /// Appends the entries of a block or chunk, and the zeros that follow them.
  mutating func append(_ neighbours: PackedIDs, _ relationships: PackedIDs) {
    append(neighbours)
    append(relationships)
    append(littleEndian: 0 as UInt64)
  }

  private mutating func append(_ column: PackedIDs) {
    append(packed: column.ids, width: Int(column.width), base: UInt64(column.base))
  }
}
