/// The adjacency lists of 16 nodes, of one type and direction, as one record; longer lists lie in
/// hub chunks.
///
/// ```
/// block   0  u16 hubMask | u16 format (1) | u32 checksum | u32 offset[17]
///        76  u32 neighbour[offset[16]] | u32 relationship[offset[16]]     lists sorted by both
/// chunk   0  u16 format (1) | u16 count (at most 249) | u32 checksum
///         8  u32 neighbour[count] | u32 relationship[count]
/// ```
/// The list of a node whose hubMask bit is set has one entry here, whose neighbour is its degree.
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
  var type: RelationshipTypeID { RelationshipTypeID(UInt16(truncatingIfNeeded: rawValue >> 1)) }

  /// The key of the block of 16 nodes that holds `node`.
  func key(block: UInt32) -> UInt64 { UInt64(rawValue) << 32 | UInt64(block) }

  /// The key of the hub chunk of `node` that begins at an entry; the first chunk begins at (0, 0).
  /// Big-endian, so that chunks sort by list, node and entry.
  func hubKey(_ node: NodeID, _ first: AdjacencyEntry = .first) -> [UInt8] {
    var key: [UInt8] = []
    key.reserveCapacity(16)
    key.append(bigEndian: rawValue)
    key.append(bigEndian: node.rawValue)
    key.append(bigEndian: first.neighbour)
    key.append(bigEndian: first.relationship)
    return key
  }
  static let hubPrefixSizeInBytes = 8

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

/// A run of entries: two columns of integers in the map. Reading is total.
struct AdjacencyEntries {
  let bytes: Bytes
  let neighbours: Int
  let relationships: Int
  let count: Int

  @inline(__always) func neighbour(_ index: Int) -> UInt32 { bytes.u32(neighbours &+ 4 &* index) }
  @inline(__always) func relationship(_ index: Int) -> UInt32 {
    bytes.u32(relationships &+ 4 &* index)
  }
  @inline(__always) subscript(_ index: Int) -> AdjacencyEntry {
    AdjacencyEntry(neighbour: neighbour(index), relationship: relationship(index))
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
}

/// A block in the map. An absent block has empty lists.
struct AdjacencyBlock {
  static let format: UInt16 = 1
  static let headerSizeInBytes = 76
  /// Longer lists become hubs.
  static let longestList = 249
  /// Four pages with LMDB's headers.
  static let largestCount = (4 * 4096 - 16 - headerSizeInBytes) / 8

  let bytes: Bytes
  @inline(__always) init(_ bytes: Bytes) { self.bytes = bytes }

  @inline(__always) func isHub(_ slot: UInt32) -> Bool {
    bytes.u16(0) >> UInt16(slot & 15) & 1 != 0
  }
  @inline(__always) func offset(_ slot: UInt32) -> Int { Int(bytes.u32(8 &+ 4 &* Int(slot))) }

  /// The list of a node, or the one entry of a hub.
  @inline(__always) func entries(_ slot: UInt32) -> AdjacencyEntries {
    let start = offset(slot)
    return AdjacencyEntries(
      bytes: bytes, neighbours: AdjacencyBlock.headerSizeInBytes &+ 4 &* start,
      relationships: AdjacencyBlock.headerSizeInBytes &+ 4 &* (offset(16) &+ start),
      count: offset(slot &+ 1) &- start)
  }

  @inline(__always) func degree(_ slot: UInt32) -> Int {
    let entries = entries(slot)
    return isHub(slot) ? Int(entries.neighbour(0)) : entries.count
  }

  /// What is wrong with the block's structure, or nil. O(1).
  var defect: String? {
    guard bytes.u16(2) == AdjacencyBlock.format else { return "unknown adjacency format" }
    guard offset(0) == 0, bytes.count == AdjacencyBlock.headerSizeInBytes + 8 * offset(16) else {
      return "adjacency of a wrong size"
    }
    for slot in 0..<16 as Range<UInt32> {
      let count = offset(slot + 1) - offset(slot)
      if count < 0 || count > (isHub(slot) ? 1 : AdjacencyBlock.longestList) {
        return "adjacency lists out of order"
      }
    }
    return nil
  }
}

/// A chunk of a hub in the map.
struct HubChunk {
  static let format: UInt16 = 1
  static let headerSizeInBytes = 8
  static let largestCount = 249

  let bytes: Bytes
  init(_ bytes: Bytes) { self.bytes = bytes }

  var entries: AdjacencyEntries {
    let count = Int(bytes.u16(2))
    return AdjacencyEntries(
      bytes: bytes, neighbours: HubChunk.headerSizeInBytes,
      relationships: HubChunk.headerSizeInBytes + 4 * count, count: count)
  }

  var defect: String? {
    let count = Int(bytes.u16(2))
    return bytes.u16(0) == HubChunk.format && count <= HubChunk.largestCount
      && bytes.count == HubChunk.headerSizeInBytes + 8 * count ? nil : "a hub chunk of a wrong size"
  }

  /// A chunk's bytes, with their checksum.
  static func encoded(_ entries: some Collection<AdjacencyEntry>) -> [UInt8] {
    var chunk: [UInt8] = []
    chunk.reserveCapacity(headerSizeInBytes + 8 * entries.count)
    chunk.append(littleEndian: format)
    chunk.append(littleEndian: UInt16(truncatingIfNeeded: entries.count))
    chunk.append(littleEndian: 0 as UInt32)
    for entry in entries { chunk.append(littleEndian: entry.neighbour) }
    for entry in entries { chunk.append(littleEndian: entry.relationship) }
    Checksum.seal(&chunk)
    return chunk
  }
}
