/// Small memories that one thread reads and writes without counting references or checking ranges.
internal import GraphModel
internal import LMDB

/// What stands at the places of a short read's way.
@safe final class Places {
  static let count = 16
  private let ids: UnsafeMutablePointer<UInt32>

  init() {
    // Safe: as many as are initialised.
    unsafe ids = .allocate(capacity: Places.count)
    unsafe ids.initialize(repeating: 0, count: Places.count)
  }

  deinit {
    // Safe: allocated by this object; its elements are trivial.
    unsafe ids.deallocate()
  }

  @inline(__always) subscript(_ place: Int) -> UInt32 {
    // Safe: the index is below the count.
    get { unsafe ids[place & (Places.count &- 1)] }
    set { unsafe ids[place & (Places.count &- 1)] = newValue }
  }

  @inline(__always) subscript(_ place: UInt8) -> UInt32 {
    get { self[Int(place)] }
    set { self[Int(place)] = newValue }
  }
}

extension Places {
  /// Whether the id stands at a place whose bit is set.
  func contain(_ id: UInt32, among places: UInt16) -> Bool {
    var rest = places
    while rest != 0 {
      if self[rest.trailingZeroBitCount] == id { return true }
      rest &= rest &- 1
    }
    return false
  }
}

/// The rows that a short read has found, and where in the map their values lie.
@safe final class FoundRows {
  static let capacity = 1_024
  private let ids: UnsafeMutablePointer<UInt32>
  private let blocks: UnsafeMutablePointer<Bytes>
  private var texts: UnsafeMutablePointer<Bytes>
  private var textCapacity = 16
  private(set) var textCount = 0
  /// Memory of rows that were given.
  var spare = SpareRows()

  init() {
    // Safe: trivial elements, each written before it is read; what no row needs is never touched.
    unsafe ids = .allocate(capacity: Places.count * FoundRows.capacity)
    unsafe blocks = .allocate(capacity: FoundRows.capacity)
    unsafe texts = .allocate(capacity: textCapacity)
  }

  deinit {
    // Safe: allocated by this object; their elements are trivial.
    unsafe ids.deallocate()
    unsafe blocks.deallocate()
    unsafe texts.deallocate()
  }

  /// What stands at the place in a row.
  @inline(__always) subscript(_ place: Int, _ row: Int) -> UInt32 {
    get {
      let index = (place & (Places.count &- 1)) &* FoundRows.capacity
      // Safe: the index is below the count.
      return unsafe ids[index &+ row & (FoundRows.capacity &- 1)]
    }
    set {
      let index = (place & (Places.count &- 1)) &* FoundRows.capacity
      // Safe: the index is below the count.
      unsafe ids[index &+ row & (FoundRows.capacity &- 1)] = newValue
    }
  }

  // Safe: the indexes are below the count.
  @inline(__always) func block(_ row: Int) -> Bytes {
    unsafe blocks[row & (FoundRows.capacity &- 1)]
  }
  @inline(__always) func setBlock(_ block: Bytes, _ row: Int) {
    unsafe blocks[row & (FoundRows.capacity &- 1)] = block
  }

  func removeTexts() { textCount = 0 }

  @inline(__always) func append(text: Bytes) {
    if textCount == textCapacity { grow() }
    // Safe: there is room.
    unsafe (texts + textCount).initialize(to: text)
    textCount &+= 1
  }

  @inline(__always) func text(_ index: Int) -> Bytes {
    // Safe: so many are initialised.
    index < textCount ? unsafe texts[index] : .empty
  }

  private func grow() {
    // Safe: the old elements are copied, for they are trivial.
    let larger = UnsafeMutablePointer<Bytes>.allocate(capacity: 2 * textCapacity)
    unsafe larger.initialize(from: texts, count: textCount)
    unsafe texts.deallocate()
    unsafe texts = unsafe larger
    textCapacity *= 2
  }
}

/// Where blocks had a column of late: blocks of the same kinds of entities have it at the same
/// index, and one look replaces a search. A trivial value: `Memo` owns the memory.
@safe struct ColumnHints {
  private static let count = 128
  /// Of properties of nodes, of relationships, and of labels.
  private let indexes: UnsafeMutablePointer<UInt8>

  init() {
    // Safe: as many as are initialised.
    unsafe indexes = .allocate(capacity: 3 * ColumnHints.count)
    unsafe indexes.initialize(repeating: 0, count: 3 * ColumnHints.count)
  }

  func deallocate() {
    // Safe: called once, by the owner; the elements are trivial.
    unsafe indexes.deallocate()
  }

  private subscript(_ kind: Int, _ name: UInt16) -> Int {
    // Safe: kinds are below 3, what is masked below the count.
    @inline(__always) get {
      Int(unsafe indexes[kind &* ColumnHints.count &+ Int(name) & (ColumnHints.count &- 1)])
    }
    nonmutating set {
      unsafe indexes[kind &* ColumnHints.count &+ Int(name) & (ColumnHints.count &- 1)] =
        UInt8(truncatingIfNeeded: newValue)
    }
  }

  /// As `EntityBlock.column(of:_:)`.
  @inline(__always) func column(
    of key: PropertyKeyID, _ slot: UInt32, _ block: EntityBlock, _ table: EntityTable
  ) -> EntityBlock.Column? {
    let kind = table == .node ? 0 : 1
    let hint = self[kind, key.rawValue]
    if hint < block.columnCount {
      let column = block.column(at: hint)
      if column.name.key == key.rawValue, column.name.isProperty, column.contains(slot) {
        return column
      }
    }
    return search(key, slot, block, kind)
  }

  @inline(never) private func search(
    _ key: PropertyKeyID, _ slot: UInt32, _ block: EntityBlock, _ kind: Int
  ) -> EntityBlock.Column? {
    guard let index = block.index(of: key, slot) else { return nil }
    self[kind, key.rawValue] = index
    return block.column(at: index)
  }

  /// Whether the node has the label.
  @inline(__always) func has(_ label: LabelID, _ slot: UInt32, _ block: EntityBlock) -> Bool {
    let hint = self[2, label.rawValue]
    if hint < block.columnCount {
      let column = block.column(at: hint)
      if column.name == .label(label) { return column.contains(slot) }
    }
    return search(label, slot, block)
  }

  @inline(never) private func search(
    _ label: LabelID, _ slot: UInt32, _ block: EntityBlock
  ) -> Bool {
    let index = block.firstIndex(from: ColumnName.label(label).order)
    guard index < block.columnCount, block.column(at: index).name == .label(label) else {
      return false
    }
    self[2, label.rawValue] = index
    return block.column(at: index).contains(slot)
  }
}
