/// 64 nodes or relationships being changed: a block taken apart into columns, and put together
/// again in one pass.
internal import GraphModel
internal import LMDB

/// Columns stay sorted and hold values packed by rank, as in the block.
struct EntityBlockBuilder {
  struct Column {
    let name: ColumnName
    let order: UInt32
    var valid: UInt64 = 0
    /// Numbers.
    var words: [UInt64] = []
    /// Variable-size values: where each ends in `bytes`.
    var ends: [UInt32] = []
    var bytes: [UInt8] = []

    init(_ name: ColumnName) {
      self.name = name
      order = name.order
    }

    func contains(_ slot: UInt32) -> Bool { valid >> UInt64(slot) & 1 != 0 }
    func rank(_ slot: UInt32) -> Int { (valid & (1 << UInt64(slot) &- 1)).nonzeroBitCount }
    func range(_ rank: Int) -> Range<Int> {
      let start = rank == 0 ? 0 : Int(ends[rank - 1])
      return start..<max(start, Int(ends[rank]))
    }
  }

  var exists: UInt64 = 0
  private(set) var columns: [Column] = []
  /// The column used last.
  private var last = 0

  init() {}

  init(_ block: EntityBlock) {
    exists = block.exists
    columns.reserveCapacity(block.columnCount)
    for index in 0..<block.columnCount {
      let source = block.column(at: index)
      var column = Column(source.name)
      column.valid = source.valid
      let count = source.count
      switch source.name.type.layout {
      case .number: block.numbers(source).append(0..<count, to: &column.words)
      case .variable:
        // Ends of a damaged block may fall; here they must not, for they become ranges.
        var end = 0
        for rank in 0..<count {
          let run = block.run(source, rank)
          column.bytes.append(run)
          end += run.count
          column.ends.append(UInt32(truncatingIfNeeded: end))
        }
      case .bare, nil: break
      }
      columns.append(column)
    }
  }

  // MARK: Reading

  func index(_ name: ColumnName) -> Int? {
    let index = position(name.order)
    return index < columns.count && columns[index].name == name ? index : nil
  }

  /// The index of the first column not before `order`.
  private func position(_ order: UInt32) -> Int {
    var low = 0
    var high = columns.count
    while low < high {
      let middle = (low + high) / 2
      if columns[middle].order < order { low = middle + 1 } else { high = middle }
    }
    return low
  }

  func contains(_ slot: UInt32) -> Bool { exists >> UInt64(slot) & 1 != 0 }

  func forEachLabel(_ slot: UInt32, _ body: (LabelID) -> Void) {
    for column in columns {
      if column.name.isProperty { return }
      if column.name.type == .label, column.contains(slot) { body(LabelID(column.name.key)) }
    }
  }

  // MARK: Changing

  /// Makes a relationship, without properties.
  mutating func add(
    _ slot: UInt32, _ type: RelationshipTypeID, from source: NodeID, to target: NodeID
  ) {
    exists |= 1 << UInt64(slot)
    set(ColumnName(.source), slot, word: UInt64(source.rawValue))
    set(ColumnName(.target), slot, word: UInt64(target.rawValue))
    set(ColumnName(.relationshipType), slot, word: UInt64(type.rawValue))
  }

  /// Stores values in stored form, of keys that the slot has none of. Returns those that are too
  /// long for the block.
  mutating func store(
    _ properties: [(key: PropertyKeyID, value: Value)], _ slot: UInt32
  ) -> [(key: PropertyKeyID, value: Value)] {
    var long: [(key: PropertyKeyID, value: Value)] = []
    for (key, value) in properties where !store(key, value, slot) { long.append((key, value)) }
    return long
  }

  /// Whether the value was stored, or is too long for the block.
  @discardableResult
  mutating func store(_ key: PropertyKeyID, _ value: Value, _ slot: UInt32) -> Bool {
    guard let type = ColumnType(of: value) else { return true }
    let name = ColumnName(type, key.rawValue)
    switch value {
    case .boolean: set(name, slot)
    case .integer(let value): set(name, slot, word: UInt64(bitPattern: value))
    case .float(let value): set(name, slot, word: value.bitPattern)
    case .date(let date): set(name, slot, word: UInt64(bitPattern: date.daysSinceEpoch))
    case .localTime(let time): set(name, slot, word: UInt64(bitPattern: time.nanosecondOfDay))
    case .string(let text):
      if text.utf8.count > LongValue.threshold { return false }
      set(name, slot, text: text)
    default:
      var payload: [UInt8] = []
      payload.append(payload: value)
      if payload.count > LongValue.threshold, type.long.layout != nil { return false }
      payload.withBytes { set(name, slot, bytes: $0) }
    }
    return true
  }

  /// Removes the slot's value of `key`. Returns the word of one that lies out of line.
  mutating func clear(_ key: PropertyKeyID, _ slot: UInt32) -> UInt64? {
    guard let name = property(key, slot) else { return nil }
    defer { clear(name, slot) }
    return name.type.isLong ? word(name, slot) : nil
  }

  /// Whether the slot did not have the column.
  @discardableResult mutating func set(_ name: ColumnName, _ slot: UInt32) -> Bool {
    let index = column(name)
    let isNew = !columns[index].contains(slot)
    columns[index].valid |= 1 << UInt64(slot)
    return isNew
  }

  mutating func set(_ name: ColumnName, _ slot: UInt32, word: UInt64) {
    let index = column(name)
    if columns[index].valid >> UInt64(slot) == 0 {
      // The entity is the last of the block, as new ones are.
      columns[index].words.append(word)
      columns[index].valid |= 1 << UInt64(slot)
      return
    }
    let rank = columns[index].rank(slot)
    if columns[index].contains(slot) {
      columns[index].words[rank] = word
    } else if rank == columns[index].words.count {
      columns[index].words.append(word)
    } else {
      columns[index].words.insert(word, at: rank)
    }
    columns[index].valid |= 1 << UInt64(slot)
  }

  mutating func set(_ name: ColumnName, _ slot: UInt32, bytes: Bytes) {
    let index = column(name)
    let rank = columns[index].rank(slot)
    if columns[index].contains(slot) { clear(slot, inColumn: index, keepsColumn: true) }
    if rank == columns[index].ends.count {
      columns[index].bytes.append(bytes)
      columns[index].ends.append(UInt32(columns[index].bytes.count))
    } else {
      let start = columns[index].range(rank).lowerBound
      columns[index].bytes.insert(contentsOf: bytes.array, at: start)
      columns[index].ends.insert(UInt32(start), at: rank)
      for next in rank..<columns[index].ends.count {
        columns[index].ends[next] &+= UInt32(bytes.count)
      }
    }
    columns[index].valid |= 1 << UInt64(slot)
  }

  mutating func set(_ name: ColumnName, _ slot: UInt32, text: String) {
    let index = column(name)
    if columns[index].valid >> UInt64(slot) == 0 {
      // As in a column of numbers: its text goes to the end.
      columns[index].bytes.append(contentsOf: text.utf8)
      columns[index].ends.append(UInt32(columns[index].bytes.count))
      columns[index].valid |= 1 << UInt64(slot)
    } else {
      Array(text.utf8).withBytes { set(name, slot, bytes: $0) }
    }
  }

  /// Removes the slot's value from a column; nothing where it has none.
  mutating func clear(_ name: ColumnName, _ slot: UInt32) {
    if let index = index(name), columns[index].contains(slot) { clear(slot, inColumn: index) }
  }

  /// Removes the slot with all its values.
  mutating func remove(_ slot: UInt32) {
    exists &= ~(1 << UInt64(slot))
    for index in columns.indices.reversed() where columns[index].contains(slot) {
      clear(slot, inColumn: index)
    }
  }

  private mutating func clear(_ slot: UInt32, inColumn index: Int, keepsColumn: Bool = false) {
    let rank = columns[index].rank(slot)
    switch columns[index].name.type.layout {
    case .number: columns[index].words.remove(at: rank)
    case .variable:
      let range = columns[index].range(rank)
      columns[index].bytes.removeSubrange(range)
      columns[index].ends.remove(at: rank)
      for next in rank..<columns[index].ends.count {
        columns[index].ends[next] &-= UInt32(range.count)
      }
    case .bare, nil: break
    }
    columns[index].valid &= ~(1 << UInt64(slot))
    if columns[index].valid == 0, !keepsColumn { columns.remove(at: index) }
  }

  /// The column in which the slot has a value of `key`.
  func property(_ key: PropertyKeyID, _ slot: UInt32) -> ColumnName? {
    var index = position(1 << 24 | UInt32(key.rawValue) << 8)
    while index < columns.count, columns[index].name.key == key.rawValue {
      if columns[index].contains(slot) { return columns[index].name }
      index += 1
    }
    return nil
  }

  /// The number of the slot; zero where it has none.
  func word(_ name: ColumnName, _ slot: UInt32) -> UInt64 {
    guard let index = index(name), columns[index].contains(slot) else { return 0 }
    return columns[index].words[columns[index].rank(slot)]
  }

  /// Keys and words of the slot's values that lie out of line.
  func longValues(_ slot: UInt32) -> [(key: UInt16, word: UInt64)] {
    columns.filter { $0.name.type.isLong && $0.contains(slot) }
      .map { ($0.name.key, $0.words[$0.rank(slot)]) }
  }

  /// The longest value that can be moved out of line, if one is longer than `minimum` bytes.
  func longestRun(over minimum: Int) -> (name: ColumnName, slot: UInt32, bytes: [UInt8])? {
    var longest: (index: Int, slot: UInt32, range: Range<Int>)?
    for (index, column) in columns.enumerated() where column.name.type.long.layout != nil {
      guard column.name.type.layout == .variable else { continue }
      for slot in 0..<64 as Range<UInt32> where column.contains(slot) {
        let range = column.range(column.rank(slot))
        if range.count > max(longest?.range.count ?? 0, minimum) { longest = (index, slot, range) }
      }
    }
    return longest.map {
      (columns[$0.index].name, $0.slot, Array(columns[$0.index].bytes[$0.range]))
    }
  }

  /// The index of the column, made where it is new.
  private mutating func column(_ name: ColumnName) -> Int {
    // Entities that are alike name their columns in one order.
    let next = last + 1 < columns.count ? last + 1 : 0
    if next < columns.count, columns[next].name == name {
      last = next
      return next
    }
    let index = position(name.order)
    if index == columns.count || columns[index].name != name {
      columns.insert(Column(name), at: index)
      if name.type.layout == .number { columns[index].words.reserveCapacity(64) }
    }
    last = index
    return index
  }

  // MARK: Encoding

  var encodedSizeInBytes: Int {
    columns.reduce(EntityBlock.headerSizeInBytes + PackedIntegers.paddingSizeInBytes) {
      $0 + EntityBlock.entrySizeInBytes + Packing($1).sizeInBytes
    }
  }

  /// How a column is packed.
  private struct Packing {
    var width = 0
    var base: UInt64 = 0
    var sizeInBytes = 0

    init(_ column: Column) {
      switch column.name.type.layout {
      case .number:
        var (least, greatest) = (Int64.max, Int64.min)
        for word in column.words {
          least = min(least, Int64(bitPattern: word))
          greatest = max(greatest, Int64(bitPattern: word))
        }
        let range = UInt64(bitPattern: greatest &- least)
        width = 64 - range.leadingZeroBitCount
        if !column.name.type.isEnd { width = (width + 7) / 8 * 8 }
        if width > 32 { width = 64 }
        base = width == 64 ? 0 : UInt64(bitPattern: least)
        sizeInBytes = 8 + PackedIntegers.sizeInBytes(count: column.words.count, width: width)
      case .variable:
        width = column.bytes.count <= 0xFF ? 8 : column.bytes.count <= 0xFFFF ? 16 : 32
        sizeInBytes = width / 8 * column.ends.count + column.bytes.count
      case .bare, nil: break
      }
    }
  }

  /// The block, with its checksum.
  func encoded() -> [UInt8] {
    let packings = columns.map { Packing($0) }
    let start = EntityBlock.headerSizeInBytes + columns.count * EntityBlock.entrySizeInBytes
    let size = packings.reduce(start) { $0 + $1.sizeInBytes } + PackedIntegers.paddingSizeInBytes
    var block: [UInt8] = []
    block.append(addingCapacity: size) { encode(packings, start, to: &$0) }
    Checksum.seal(&block)
    return block
  }

  private func encode(_ packings: [Packing], _ start: Int, to block: inout OutputSpan<UInt8>) {
    block.append(littleEndian: EntityBlock.format)
    block.append(littleEndian: UInt16(truncatingIfNeeded: columns.count))
    block.append(littleEndian: 0 as UInt32)
    block.append(littleEndian: exists)
    var start = start
    for index in columns.indices {
      block.append(littleEndian: columns[index].name.key)
      block.append(littleEndian: columns[index].name.type.rawValue)
      block.append(littleEndian: UInt8(packings[index].width))
      block.append(littleEndian: UInt32(truncatingIfNeeded: start))
      block.append(littleEndian: columns[index].valid)
      start += packings[index].sizeInBytes
    }
    for index in columns.indices {
      let packing = packings[index]
      switch columns[index].name.type.layout {
      case .number:
        block.append(littleEndian: packing.base)
        block.append(packed: columns[index].words, width: packing.width, base: packing.base)
      case .variable:
        block.append(packed: columns[index].ends, width: packing.width, base: 0)
        block.append(columns[index].bytes)
      case .bare, nil: break
      }
    }
    block.append(littleEndian: 0 as UInt64)
  }
}
