/// The relationship types that nodes have, in one direction: what a hop of any type reads first.
///
/// ```
/// 0  u16 0 | u16 format (2) | u32 checksum
/// 8  n x { u64 blocks | u16 type }      sorted by type
/// ```
/// A record tells of 64 adjacency blocks of every type: bit i of `blocks` stands for the i-th. It
/// is in table `types`, apart from the lists, so that those of a new type come last in theirs.
internal import GraphModel
internal import LMDB

/// The types of one adjacency block's nodes.
struct PresenceRecord {
  static let format: UInt16 = 2
  static let headerSizeInBytes = 8
  static let entrySizeInBytes = 10

  let bytes: Bytes
  /// Which of the record's blocks.
  private let bit: UInt64

  /// - Parameter block: the number of the adjacency block.
  @inline(__always) init(_ bytes: Bytes, block: UInt32) {
    self.bytes = bytes
    bit = UInt64(block & 63)
  }

  /// The types with ids up to 63, a bit each. O(types).
  @inline(__always) var firstTypes: UInt64 {
    var types: UInt64 = 0
    for index in 0..<PresenceRecord.entryCount(bytes) {
      let entry = PresenceRecord.entry(bytes, index)
      if entry.type.rawValue < 64 {
        types |= (entry.blocks &>> bit & 1) &<< UInt64(entry.type.rawValue)
      }
    }
    return types
  }

  /// The types, in the order of their ids.
  var types: [RelationshipTypeID] {
    PresenceRecord.entries(bytes).filter { $0.blocks >> bit & 1 != 0 }.map(\.type)
  }

  // MARK: The whole record

  typealias Entry = (blocks: UInt64, type: RelationshipTypeID)

  /// The number of the record that tells of an adjacency block.
  @inline(__always) static func number(block: UInt32) -> UInt32 { block >> 6 }

  static func key(isIncoming: Bool, number: UInt32) -> UInt64 {
    (isIncoming ? 1 << 32 : 0) | UInt64(number)
  }

  @inline(__always) static func entryCount(_ bytes: Bytes) -> Int {
    max(0, bytes.count &- headerSizeInBytes) / entrySizeInBytes
  }

  @inline(__always) static func entry(_ bytes: Bytes, _ index: Int) -> Entry {
    let start = headerSizeInBytes &+ index &* entrySizeInBytes
    return (bytes.u64(start), RelationshipTypeID(bytes.u16(start &+ 8)))
  }

  static func entries(_ bytes: Bytes) -> [Entry] {
    (0..<entryCount(bytes)).map { entry(bytes, $0) }
  }

  /// What is wrong with a record's structure, or nil. O(types).
  static func defect(_ bytes: Bytes) -> String? {
    guard bytes.u16(2) == format, bytes.count > headerSizeInBytes,
      (bytes.count - headerSizeInBytes) % entrySizeInBytes == 0
    else { return "a list of types of a wrong size" }
    for index in 0..<entryCount(bytes) {
      if entry(bytes, index).blocks == 0 { return "a type of no block" }
      if index > 0, entry(bytes, index).type <= entry(bytes, index - 1).type {
        return "types out of order"
      }
    }
    return nil
  }

  static func encoded(_ entries: [Entry]) -> [UInt8] {
    var record: [UInt8] = []
    record.append(littleEndian: 0 as UInt16)
    record.append(littleEndian: format)
    record.append(littleEndian: 0 as UInt32)
    for entry in entries {
      record.append(littleEndian: entry.blocks)
      record.append(littleEndian: entry.type.rawValue)
    }
    Checksum.seal(&record)
    return record
  }
}
