/// What seeks of unique indexes have found, so that a repeated one costs no descent of the tree.
internal import GraphModel
internal import LMDB

/// Entities that seeks of unique indexes have found, remembered by a hash of what was asked for.
///
/// A hint, never an answer: the caller looks whether the entity still has the value, and if it does
/// it is the only one that can (the index is unique). So nothing is ever invalidated, and the memo
/// of a pooled reader outlives snapshots.
@safe final class UniqueSeekMemo {
  /// At most 1,048,576 entries of 8 bytes.
  private static let largestBitCount: UInt32 = 20
  /// In sets of two: hash in the upper half, id + 1 in the lower; 0 is empty. Nil before the first.
  private var entries: UnsafeMutablePointer<UInt64>?
  private var bitCount: UInt32 = 8
  private var count = 0

  init() {}

  deinit {
    // Safe: allocated by this object; its elements are trivial.
    unsafe entries?.deallocate()
  }

  /// Nil for values that are seldom keys. Not seeded: what collides is only not remembered.
  static func hash(_ index: IndexDefinition, _ value: Value) -> UInt32? {
    switch value {
    case .integer(let integer):
      mixed(UInt64(bitPattern: integer) ^ UInt64(index.id) << 48)
    case .string(let text):
      text.withUTF8Bytes { bytes in
        var hash = UInt64(index.id)
        for offset in stride(from: 0, to: bytes.count, by: 8) {
          hash = (hash ^ bytes[offset, offset + 8].word) &* 0x9E37_79B9_7F4A_7C15
          hash ^= hash >> 29
        }
        return mixed(hash ^ UInt64(truncatingIfNeeded: bytes.count))
      }
    default: nil
    }
  }

  private static func mixed(_ value: UInt64) -> UInt32 {
    let product = (value ^ value >> 32) &* 0x9E37_79B9_7F4A_7C15
    return UInt32(truncatingIfNeeded: product >> 32)
  }

  /// What is remembered now, to be read without counting references.
  var view: View { unsafe View(entries: entries, bitCount: bitCount) }

  @safe struct View {
    fileprivate let entries: UnsafeMutablePointer<UInt64>?
    fileprivate let bitCount: UInt32

    @inline(__always) func candidate(_ hash: UInt32) -> UInt32? {
      // Safe: slots are below the number of entries.
      guard let entries = unsafe entries else { return nil }
      let slot = UniqueSeekMemo.slot(hash, bitCount)
      var entry = unsafe entries[slot]
      if UInt32(truncatingIfNeeded: entry >> 32) != hash { entry = unsafe entries[slot ^ 1] }
      guard UInt32(truncatingIfNeeded: entry >> 32) == hash, entry != 0 else { return nil }
      return UInt32(truncatingIfNeeded: entry) &- 1
    }
  }

  func remember(_ id: UInt32, _ hash: UInt32) {
    // Safe: only compared with nil.
    if unsafe entries == nil || count > 1 << Int(bitCount - 1) && bitCount < Self.largestBitCount {
      grow()
    }
    insert(UInt64(hash) << 32 | UInt64(id &+ 1))
  }

  /// The newer of a set comes first.
  private func insert(_ entry: UInt64) {
    // Safe: slots are below the number of entries.
    guard let entries = unsafe entries else { return }
    let slot = Self.slot(UInt32(truncatingIfNeeded: entry >> 32), bitCount)
    let old = unsafe entries[slot]
    if old == 0 {
      count += 1
    } else if old >> 32 != entry >> 32 {
      if unsafe entries[slot ^ 1] == 0 { count += 1 }
      unsafe entries[slot ^ 1] = old
    }
    unsafe entries[slot] = entry
  }

  /// A hash by multiplication is best in its upper bits.
  @inline(__always) private static func slot(_ hash: UInt32, _ bitCount: UInt32) -> Int {
    Int(hash &>> (32 &- bitCount))
  }

  private func grow() {
    let (old, oldCount) = unsafe (entries, 1 << Int(bitCount))
    bitCount += 2
    count = 0
    let capacity = 1 << Int(bitCount)
    // Safe: allocated and initialised for `capacity` elements; the old ones are read, then freed.
    let larger = UnsafeMutablePointer<UInt64>.allocate(capacity: capacity)
    unsafe larger.initialize(repeating: 0, count: capacity)
    unsafe entries = unsafe larger
    guard let old = unsafe old else { return }
    for index in 0..<oldCount where unsafe old[index] != 0 { insert(unsafe old[index]) }
    unsafe old.deallocate()
  }
}
