/// 64 nodes or relationships as one record, column-wise: the reading side.
///
/// ```
///  0  u16 format (2) | u16 columnCount | u32 checksum | u64 exists
/// 16  columnCount x { u16 key | u8 type | u8 width | u32 start | u64 valid }  sorted by ColumnName
///     per column, at its start, by type and for the bits of `valid` in order:
///       bare       nothing
///       number     u64 base, then what each exceeds it by: PackedIntegers of `width` bits
///       variable   the end of each, in `width` bits: 8, 16 or 32; then the bytes of all
///     u64 0
/// ```
/// A label is a column with only its validity word; so are true and false. Values of different
/// types under one key are different columns.
internal import GraphModel
internal import LMDB

/// A block in the map. An absent block reads as an empty one.
struct EntityBlock {
  static let format: UInt16 = 2
  static let headerSizeInBytes = 16
  static let entrySizeInBytes = 16
  /// Of the header and the entries of a few columns.
  static let usualHeadSizeInBytes = 128

  let bytes: Bytes
  @inline(__always) init(_ bytes: Bytes) { self.bytes = bytes }

  @inline(__always) var exists: UInt64 { bytes.u64(8) }
  @inline(__always) var columnCount: Int { Int(bytes.u16(2)) }

  struct Column {
    let name: ColumnName
    /// Bits of a packed number or of an end.
    let width: Int
    let start: Int
    let valid: UInt64

    @inline(__always) var count: Int { valid.nonzeroBitCount }
    @inline(__always) func contains(_ slot: UInt32) -> Bool { valid >> UInt64(slot & 63) & 1 != 0 }
    /// The index of the slot's value among the column's.
    @inline(__always) func rank(_ slot: UInt32) -> Int {
      valid == ~0 ? Int(slot & 63) : sparseRank(slot)
    }
    /// Bits are counted by a dozen instructions, which are not to be done in vain.
    @inline(never) private func sparseRank(_ slot: UInt32) -> Int {
      (valid & (1 << UInt64(slot & 63) &- 1)).nonzeroBitCount
    }
  }

  @inline(__always) func column(at index: Int) -> Column {
    let entry = EntityBlock.headerSizeInBytes &+ index &* EntityBlock.entrySizeInBytes
    let head = bytes.u64(entry)
    return Column(
      name: EntityBlock.name(UInt32(truncatingIfNeeded: head)), width: Int(head >> 24 & 0xFF),
      start: Int(head >> 32), valid: bytes.u64(entry &+ 8))
  }

  /// Has the processor fetch the number of rank `rank`, or where its variable-size value ends.
  @inline(__always) func prefetch(_ column: Column, upTo rank: Int) {
    bytes.prefetch(column.start, count: 16 &+ (column.width &* rank) &>> 3)
  }

  /// Has the processor fetch a column of numbers, if there is one.
  @inline(__always) func prefetchColumn(at index: Int) {
    let head = bytes.u64(EntityBlock.headerSizeInBytes &+ index &* EntityBlock.entrySizeInBytes)
    bytes.prefetch(Int(head >> 32), count: 16 &+ Int(head >> 24 & 0xFF) &<< 3)
  }

  /// The name at the beginning of an entry.
  @inline(__always) private static func name(_ head: UInt32) -> ColumnName {
    ColumnName(
      ColumnType(rawValue: UInt8(truncatingIfNeeded: head >> 16)), UInt16(truncatingIfNeeded: head))
  }

  /// The index of the first column not before `order`. O(log columns).
  @inline(__always) func firstIndex(from order: UInt32) -> Int {
    var low = 0
    var high = columnCount
    while low < high {
      let middle = (low &+ high) / 2
      let head = bytes.u32(
        EntityBlock.headerSizeInBytes &+ middle &* EntityBlock.entrySizeInBytes)
      if EntityBlock.name(head).order < order { low = middle &+ 1 } else { high = middle }
    }
    return low
  }

  /// The nodes with the label.
  @inline(__always) func valid(label: LabelID) -> UInt64 {
    let name = ColumnName.label(label)
    let index = firstIndex(from: name.order)
    guard index < columnCount else { return 0 }
    let column = column(at: index)
    return column.name == name ? column.valid : 0
  }

  /// The entities that have the property, in one of the types wanted.
  @inline(__always) func valid(
    key: PropertyKeyID, where isWanted: (ColumnType) -> Bool = { _ in true }
  ) -> UInt64 {
    var valid: UInt64 = 0
    var index = firstIndex(from: ColumnName(.false, key.rawValue).order)
    while index < columnCount {
      let column = column(at: index)
      guard column.name.key == key.rawValue else { break }
      if isWanted(column.name.type) { valid |= column.valid }
      index &+= 1
    }
    return valid
  }

  /// The entities that have an integer or a text as the property.
  @inline(__always) func validExact(key: PropertyKeyID) -> UInt64 {
    valid(key: key) { $0 == .integer || $0 == .string }
  }

  /// The entities that have a list, map or duration as the property, which no index has in order.
  @inline(__always) func validUnordered(key: PropertyKeyID) -> UInt64 {
    valid(key: key) { [.duration, .list, .map].contains($0.short) }
  }

  /// Calls `body` with each label of the slot, in id order.
  @inline(__always) func forEachLabel(_ slot: UInt32, _ body: (LabelID) -> Void) {
    for index in 0..<columnCount {
      let column = column(at: index)
      if column.name.isProperty { return }
      if column.name.type == .label, column.contains(slot) { body(LabelID(column.name.key)) }
    }
  }

  /// The column that holds the slot's value of `key`, if it has one.
  @inline(__always) func column(of key: PropertyKeyID, _ slot: UInt32) -> Column? {
    index(of: key, slot).map { column(at: $0) }
  }

  /// The same, looked for at the index `hint` first: blocks of the same kinds of entities have it
  /// at the same. `hint` becomes where it is found.
  @inline(__always) func column(
    of key: PropertyKeyID, _ slot: UInt32, hint: inout Int
  ) -> Column? {
    if hint < columnCount {
      let column = column(at: hint)
      if column.name.key == key.rawValue, column.name.isProperty, column.contains(slot) {
        return column
      }
    }
    guard let index = index(of: key, slot) else { return nil }
    hint = index
    return column(at: index)
  }

  /// The index of that column.
  @inline(__always) func index(of key: PropertyKeyID, _ slot: UInt32) -> Int? {
    var index = firstIndex(from: 1 << 24 | UInt32(key.rawValue) << 8)
    while index < columnCount {
      let column = column(at: index)
      guard column.name.key == key.rawValue else { return nil }
      if column.contains(slot) { return index }
      index &+= 1
    }
    return nil
  }

  /// The index of the column of the key's integers, or of its floats where it has only them; of
  /// `type` where that is given.
  @inline(__always) func indexOfNumbers(of key: PropertyKeyID, _ type: ColumnType?) -> Int? {
    var index = firstIndex(
      from: ColumnName(type ?? .integer, key.rawValue).order)
    while index < columnCount {
      let column = column(at: index)
      guard column.name.key == key.rawValue, column.name.type.rawValue <= ColumnType.float.rawValue
      else { return nil }
      if type == nil || column.name.type == type { return index }
      index &+= 1
    }
    return nil
  }

  /// The numbers of a column, by rank; or by how much they exceed one.
  @inline(__always) func numbers(_ column: Column, from origin: Int64 = 0) -> PackedIntegers {
    PackedIntegers(
      bytes: bytes, start: column.start &+ 8, width: column.width,
      base: bytes.u64(column.start) &- UInt64(bitPattern: origin))
  }

  /// The number of rank `rank`, or the bits of a float.
  @inline(__always) func word(_ column: Column, _ rank: Int) -> UInt64 { numbers(column)[rank] }

  /// The variable-size value of rank `rank`.
  @inline(__always) func run(_ column: Column, _ rank: Int) -> Bytes {
    let (start, end) = bounds(column, rank)
    return bytes[start, end]
  }

  @inline(__always) private func bounds(_ column: Column, _ rank: Int) -> (start: Int, end: Int) {
    let ends = PackedIntegers(bytes: bytes, start: column.start, width: column.width, base: 0)
    let base = column.start &+ (column.width &* column.count) &>> 3
    let start = rank == 0 ? 0 : Int(truncatingIfNeeded: ends[rank &- 1])
    return (base &+ start, base &+ Int(truncatingIfNeeded: ends[rank]))
  }

  /// A text in a column.
  struct Text {
    fileprivate let block: Bytes
    fileprivate let start: Int
    let count: Int

    @inline(__always) var bytes: Bytes { block[start, start &+ count] }
    /// The first eight bytes, with zeros for those that are not there.
    @inline(__always) var word: UInt64 {
      let word = block.u64(start)
      return count >= 8 ? word : word & ~(~0 &<< UInt64(truncatingIfNeeded: 8 &* count))
    }

    /// Whether it is `wanted`, whose first and last eight bytes are these.
    @inline(__always)
    func equals(_ wanted: Bytes, first: UInt64, last: UInt64) -> Bool {
      guard count == wanted.count, word == first else { return false }
      guard count > 8 else { return true }
      return block.u64(start &+ count &- 8) == last && (count <= 16 || bytes.equals(wanted))
    }
  }

  /// The slot's text in a column of texts that has one.
  @inline(__always) func text(_ column: Column, _ slot: UInt32) -> Text {
    column.valid == ~0 ? text(column, rank: Int(slot & 63), of: 64) : sparseText(column, slot)
  }

  @inline(never) private func sparseText(_ column: Column, _ slot: UInt32) -> Text {
    text(column, rank: column.rank(slot), of: column.count)
  }

  /// The ends of the text before and of this one lie side by side, in up to eight bytes.
  @inline(__always)
  private func text(_ column: Column, rank: Int, of count: Int) -> Text {
    let size = column.width &>> 3
    let ends = bytes.u64(column.start &+ size &* (rank &- 1))
    let mask: UInt64 = 1 &<< UInt64(truncatingIfNeeded: column.width) &- 1
    let start = rank == 0 ? 0 : Int(truncatingIfNeeded: ends & mask)
    let end = Int(truncatingIfNeeded: ends &>> UInt64(truncatingIfNeeded: column.width) & mask)
    return Text(
      block: bytes, start: column.start &+ count &* size &+ start, count: max(0, end &- start))
  }

  /// The ends of a relationship and its type. The three system columns come first and are full.
  @inline(__always) func endpoints(
    _ slot: UInt32
  ) -> (source: NodeID, target: NodeID, type: RelationshipTypeID) {
    let (source, target, type) = (column(at: 0), column(at: 1), column(at: 2))
    let rank = source.rank(slot)
    return (
      NodeID(UInt32(truncatingIfNeeded: word(source, rank))),
      NodeID(UInt32(truncatingIfNeeded: word(target, rank))),
      RelationshipTypeID(UInt16(truncatingIfNeeded: word(type, rank)))
    )
  }

  /// What is wrong with the block's structure, or nil. Everything that readers rely on beyond total
  /// loads is checked here. O(columns).
  func defect(isRelationship: Bool) -> String? {
    guard bytes.u16(0) == EntityBlock.format else { return "unknown block format \(bytes.u16(0))" }
    guard exists != 0 else { return "a block without entities" }
    var previous: UInt32?
    for index in 0..<columnCount {
      let column = column(at: index)
      guard let layout = column.name.type.layout else { return "an unknown column type" }
      if let previous, previous >= column.name.order { return "columns out of order" }
      previous = column.name.order
      if column.valid & ~exists != 0 || column.valid == 0 { return "values of absent entities" }
      var size = 0
      switch layout {
      case .bare: break
      case .number:
        guard column.width <= 32 || column.width == 64,
          column.name.type.isEnd || column.width % 8 == 0
        else { return "a column of a wrong width" }
        size = 8 + PackedIntegers.sizeInBytes(count: column.count, width: column.width)
      case .variable:
        guard [8, 16, 32].contains(column.width) else { return "a column of a wrong width" }
        let ends = PackedIntegers(bytes: bytes, start: column.start, width: column.width, base: 0)
        size = column.width / 8 * column.count + Int(ends[column.count - 1])
      }
      if column.start + size + PackedIntegers.paddingSizeInBytes > bytes.count {
        return "a column beyond the block's end"
      }
    }
    if isRelationship {
      let system: [ColumnType] = [.source, .target, .relationshipType]
      for (index, type) in system.enumerated() {
        let column = column(at: index)
        if column.name.type != type || column.valid != exists {
          return "a relationship without ends"
        }
      }
    }
    return nil
  }
}
