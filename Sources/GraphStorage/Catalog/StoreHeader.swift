/// Records of table `meta`: format, header and counts.
internal import GraphModel
internal import LMDB

/// What every transaction needs to know, in one record.
///
/// `u64 nextNode | u64 nextRelationship | u64 nodeCount | u64 relationshipCount | u64
/// catalogVersion | u64 nextIndex | u64 tail of nodes | u64 tail of relationships`
struct StoreHeader: Equatable {
  static let key = Array("header".utf8)

  var nextNode: UInt64 = 0
  var nextRelationship: UInt64 = 0
  var nodeCount: UInt64 = 0
  var relationshipCount: UInt64 = 0
  var catalogVersion: UInt64 = 0
  var nextIndex: UInt64 = 0
  /// The numbers of the entity blocks that the tail is of: see `Tail.swift`.
  private var tailOfNodes = noTail
  private var tailOfRelationships = noTail
  static let noTail = UInt64.max

  init() {}

  init(_ bytes: Bytes) {
    nextNode = bytes.u64(0)
    nextRelationship = bytes.u64(8)
    nodeCount = bytes.u64(16)
    relationshipCount = bytes.u64(24)
    catalogVersion = bytes.u64(32)
    nextIndex = bytes.u64(40)
    tailOfNodes = bytes.u64(48)
    tailOfRelationships = bytes.u64(56)
  }

  /// Whether the numbers may be those of a store: identifiers have 32 bits, and there are no more
  /// entities than identifiers were given.
  var isPlausible: Bool {
    nextNode <= UInt64(UInt32.max) && nextRelationship <= UInt64(UInt32.max)
      && nextIndex <= UInt64(UInt32.max) && catalogVersion <= UInt64(Int64.max)
      && nodeCount <= nextNode && relationshipCount <= nextRelationship
  }

  @inline(__always) func tail(_ table: EntityTable) -> UInt64 {
    table == .node ? tailOfNodes : tailOfRelationships
  }

  mutating func setTail(_ table: EntityTable, _ number: UInt64) {
    if table == .node { tailOfNodes = number } else { tailOfRelationships = number }
  }

  var encoded: [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(
      integers: [
        nextNode, nextRelationship, nodeCount, relationshipCount, catalogVersion, nextIndex,
        tailOfNodes, tailOfRelationships,
      ])
    return bytes
  }
}

/// The format's name and number, so that other files and newer ones are told apart: `"kho graph" |
/// u32 number`.
enum StoreFormat {
  static let key = Array("format".utf8)
  static let magic = Array("kho graph".utf8)
  static let number: UInt32 = 8

  static var record: [UInt8] {
    var bytes = magic
    bytes.append(littleEndian: number)
    return bytes
  }
}

/// Names a count of the statistics: how many nodes have a label, how many relationships have a
/// type, how many of a type leave or reach a node with a label, or how many of a type are loops.
struct CountName: Hashable {
  static let any: UInt16 = .max
  enum Role: UInt8 {
    case nodes = 0
    case outgoing, incoming, loops
  }

  let rawValue: UInt64
  init(_ role: Role, label: UInt16 = any, type: UInt16 = any) {
    rawValue = UInt64(role.rawValue) << 32 | UInt64(label) << 16 | UInt64(type)
  }
  init(rawValue: UInt64) { self.rawValue = rawValue }

  /// `"count" | u8 role | u16 label | u16 type`, big-endian.
  var key: ShortKey {
    ShortKey(
      CountName.prefixWord | (rawValue >> 16) & 0xFF_FFFF, rawValue << 48, count: 10)
  }
  static let prefix = Array("count".utf8)
  private static let prefixWord: UInt64 = 0x636F_756E_7400_0000

  /// The name that `key` stands for; nil for another record's key.
  init?(key: Bytes) {
    guard key.count == 10, key.starts(with: CountName.prefix) else { return nil }
    rawValue = UInt64(key.u8(5)) << 32 | UInt64(key.u32(6).byteSwapped)
  }

  var role: Role? { Role(rawValue: UInt8(truncatingIfNeeded: rawValue >> 32)) }
  var label: UInt16 { UInt16(truncatingIfNeeded: rawValue >> 16) }
  var type: UInt16 { UInt16(truncatingIfNeeded: rawValue) }
}
