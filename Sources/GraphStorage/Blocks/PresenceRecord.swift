/// The relationship types that 16 nodes have, in one direction: what a hop of any type reads first.
///
/// ```
/// 0  u16 0 | u16 format (2) | u32 checksum | u16 type …      sorted
/// ```
/// Stands in table `types`, apart from the lists, so that those of a new type come last in theirs.
internal import GraphModel
internal import LMDB

struct PresenceRecord {
  static let format: UInt16 = 2
  static let headerSizeInBytes = 8

  let bytes: Bytes
  @inline(__always) init(_ bytes: Bytes) { self.bytes = bytes }

  @inline(__always) var count: Int {
    bytes.isEmpty ? 0 : (bytes.count &- PresenceRecord.headerSizeInBytes) / 2
  }
  @inline(__always) subscript(_ index: Int) -> RelationshipTypeID {
    RelationshipTypeID(bytes.u16(PresenceRecord.headerSizeInBytes &+ 2 &* index))
  }

  static func key(isIncoming: Bool, block: UInt32) -> UInt64 {
    (isIncoming ? 1 << 32 : 0) | UInt64(block)
  }

  var types: [RelationshipTypeID] { (0..<count).map { self[$0] } }

  /// What is wrong with the record's structure, or nil. O(types).
  var defect: String? {
    guard bytes.u16(2) == PresenceRecord.format, bytes.count > PresenceRecord.headerSizeInBytes,
      bytes.count % 2 == 0
    else { return "a list of types of a wrong size" }
    for index in 1..<max(count, 1) where self[index] <= self[index - 1] {
      return "types out of order"
    }
    return nil
  }

  static func encoded(_ types: [RelationshipTypeID]) -> [UInt8] {
    var record: [UInt8] = []
    record.append(littleEndian: 0 as UInt16)
    record.append(littleEndian: format)
    record.append(littleEndian: 0 as UInt32)
    for type in types { record.append(littleEndian: type.rawValue) }
    Checksum.seal(&record)
    return record
  }
}
