/// Texts of a snapshot are looked through once, and not each time they are read.
internal import LMDB

/// Entities all texts of which were found to be well-formed UTF-8, in the blocks read of late.
@safe final class KnownTexts {
  private struct Entry {
    /// The block's number with the table's bit; the largest for none.
    var block: UInt32 = .max
    /// A bit for each of its entities.
    var slots: UInt64 = 0
  }
  private static let count = 4_096
  /// Nil before the first.
  private var entries: UnsafeMutablePointer<Entry>?

  init() {}

  deinit { removeAll() }

  func removeAll() {
    // Safe: allocated by this object; its elements are trivial.
    unsafe entries?.deallocate()
    unsafe entries = nil
  }

  /// Whether they are, which is found out where it is not known.
  @inline(__always) func areKnown(
    _ id: UInt32, _ table: EntityTable, _ block: EntityBlock
  ) -> Bool {
    let number = id >> 6 | (table == .node ? 0 : 1 << 31)
    // Safe: the index is below the count.
    if let entries = unsafe entries {
      let entry = unsafe entries[Int(number) & (KnownTexts.count &- 1)]
      if entry.block == number, entry.slots >> UInt64(id & 63) & 1 != 0 { return true }
    }
    return look(id & 63, number, block)
  }

  @inline(never) private func look(_ slot: UInt32, _ number: UInt32, _ block: EntityBlock) -> Bool {
    for index in block.firstIndex(from: 1 << 24)..<block.columnCount {
      let column = block.column(at: index)
      if column.name.type == .string, column.contains(slot),
        !block.run(column, column.rank(slot)).isText
      {
        return false
      }
    }
    // Safe: as many as are initialised, and the index is below the count.
    let entries = unsafe entries ?? .allocate(capacity: KnownTexts.count)
    if unsafe self.entries == nil {
      unsafe entries.initialize(repeating: Entry(), count: KnownTexts.count)
      unsafe self.entries = unsafe entries
    }
    let place = Int(number) & (KnownTexts.count - 1)
    if unsafe entries[place].block != number {
      unsafe entries[place] = Entry(block: number, slots: 0)
    }
    unsafe entries[place].slots |= 1 << UInt64(slot)
    return true
  }
}
