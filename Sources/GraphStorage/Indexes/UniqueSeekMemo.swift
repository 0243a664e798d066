/// Entities that seeks of unique indexes have found, remembered by a hash of what was asked for.
///
/// A hint, never an answer: the caller looks whether the entity still has the value, and if it does
/// it is the only one that can (the index is unique). So nothing is ever invalidated, and the memo
/// of a pooled reader outlives snapshots.
internal import GraphModel

struct UniqueSeekMemo {
  /// At most 1,048,576 entries of 8 bytes.
  private static let largestBitCount = 20
  /// Direct-mapped: hash in the upper half, id + 1 in the lower; 0 is empty.
  private var entries: [UInt64] = []
  private var bitCount: UInt64 = 10
  private var count = 0

  static func hash(_ index: IndexDefinition, _ value: Value) -> UInt32 {
    var hasher = Hasher()
    hasher.combine(index.id)
    hasher.combine(EquivalentValue(value))
    return UInt32(truncatingIfNeeded: hasher.finalize())
  }

  func candidate(_ hash: UInt32) -> UInt32? {
    guard !entries.isEmpty else { return nil }
    let entry = entries[slot(hash)]
    return UInt32(entry >> 32) == hash && entry != 0 ? UInt32(truncatingIfNeeded: entry) &- 1 : nil
  }

  mutating func remember(_ id: UInt32, _ hash: UInt32) {
    if entries.isEmpty { entries = Array(repeating: 0, count: 1 << Int(bitCount)) }
    if count > entries.count / 2, bitCount < Self.largestBitCount { grow() }
    let slot = slot(hash)
    if entries[slot] == 0 { count += 1 }
    entries[slot] = UInt64(hash) << 32 | UInt64(id &+ 1)
  }

  private func slot(_ hash: UInt32) -> Int { Int(UInt64(hash) & (1 << bitCount &- 1)) }

  private mutating func grow() {
    let old = entries
    bitCount += 2
    entries = Array(repeating: 0, count: 1 << Int(bitCount))
    for entry in old where entry != 0 { entries[slot(UInt32(entry >> 32))] = entry }
  }
}

extension GraphTransaction {
  /// The entity that a unique index has for the value, if an earlier seek found it. O(1).
  func rememberedSeek(
    _ index: IndexDefinition, _ value: Value, _ hash: UInt32
  ) throws(KhoError) -> UInt32? {
    guard let id = memo?.uniqueSeeks.candidate(hash), let key = index.keys.first else { return nil }
    let reference = index.reference(id)
    guard try property(key, of: reference).equals(value) == true else { return nil }
    switch index.entity {
    case .node(let label): return try hasLabel(NodeID(id), label) ? id : nil
    case .relationship(let type):
      return try endpoints(of: RelationshipID(id))?.type == type ? id : nil
    }
  }
}
