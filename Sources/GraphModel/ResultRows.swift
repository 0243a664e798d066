/// Rows on their way from the engine to who asked for them, in one piece of memory.

/// Values of rows, row after row, with the names of their columns. Never changed, and thus shared
/// by any number of rows and threads. Texts may stand as UTF-8 in memory of the rows: a String of
/// one is made when it is asked for.
package struct ResultRows: @unchecked Sendable, RandomAccessCollection {
  package typealias Decoding = @Sendable (Span<UInt8>) -> String

  private let memory: RowMemory

  init(_ memory: RowMemory) { self.memory = memory }

  package init(columns: [String], values: some Collection<Value>) {
    var builder = ResultRowsBuilder(capacity: values.count)
    for value in values { builder.append(value) }
    self = builder.finish(columns)
  }

  package var columns: [String] { memory.columns }
  package var columnCount: Int { memory.columnCount }
  package var startIndex: Int { 0 }
  package var endIndex: Int { memory.count }
  package var count: Int { memory.count }

  package subscript(position: Int) -> Value { memory.view[position] }

  /// To be read by who keeps the rows meanwhile.
  package var view: ResultRowsView { memory.view }

  /// Its memory, unless that has room for more values or some refer to more memory.
  func spare(below limit: Int) -> RowMemory? {
    // Safe: the header is initialised.
    unsafe memory.head.pointee.hasReferences || memory.head.pointee.capacity > limit ? nil : memory
  }

  /// The rows that begin at `starts`, in this order.
  package func selecting(_ starts: some Collection<Int>) -> ResultRows {
    ResultRows(memory.selecting(starts))
  }
}

/// Makes `ResultRows`.
@usableFromInline package struct ResultRowsBuilder: ~Copyable {
  /// Nil before there is a value.
  @usableFromInline var memory: RowMemory?
  /// How many values it has room for.
  @usableFromInline var free = 0

  package init(capacity: Int = 0) {
    if capacity > 0 { grow(by: capacity) }
  }

  package var count: Int { memory?.count ?? 0 }

  @inlinable @inline(__always) package mutating func append(_ value: consuming Value) {
    if free == 0 { grow(by: 0) }
    free &-= 1
    memory?.append(value)
  }

  /// By as much as is there, at least.
  @usableFromInline mutating func grow(by capacity: Int) {
    free = max(capacity, count, 8)
    let larger = RowMemory.make(capacity: count + free)
    memory?.move(to: larger)
    memory = larger
  }

  /// - Parameter columns: their names.
  package consuming func finish(_ columns: [String]) -> ResultRows {
    guard let memory else {
      return ResultRows(RowMemory.make(capacity: 0).named(columns))
    }
    return ResultRows(memory.named(columns))
  }
}

@safe @usableFromInline struct RowMemoryHeader {
  var columns: [String] = []
  /// Where the names lie: as long as they are kept, no other array lies there.
  var columnsAddress: UnsafeRawPointer?
  var columnCount = 0
  @usableFromInline var count = 0
  /// How many values there is room for.
  var capacity = 0
  /// Whether a value refers to memory of its own, which is to be given back.
  @usableFromInline var hasReferences = false
  /// The size in bytes of the texts that are no Strings, as they are written.
  @usableFromInline var textSize = 0
  /// Those texts, one after the other, a NUL behind each.
  var texts = unsafe UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  /// Where they are written.
  var textRoom = unsafe UnsafeMutableBufferPointer<UInt8>(start: nil, count: 0)
  /// What has that room, where it is another.
  var owner: RowMemory?
  /// Makes a String of UTF-8.
  var string: ResultRows.Decoding = { _ in "" }
}

/// A value, in the 24 bytes that it takes anyway.
@usableFromInline struct RowSlot {
  @usableFromInline var value: Value
  /// Whether the value is an integer that says where a text stands: its first byte in the upper
  /// half, its size in the lower.
  @usableFromInline var isText = false

  @inlinable @inline(__always) init(_ value: consuming Value, isText: Bool = false) {
    self.value = value
    self.isText = isText
  }
}

@safe @usableFromInline final class RowMemory: ManagedBuffer<RowMemoryHeader, RowSlot> {
  deinit {
    // Safe: the header and so many values were initialised; those left out refer to nothing.
    unsafe withUnsafeMutablePointers { header, values in
      if unsafe header.pointee.hasReferences {
        unsafe values.deinitialize(count: header.pointee.count)
      }
      unsafe header.pointee.textRoom.deallocate()
    }
  }

  static func make(capacity: Int) -> RowMemory {
    // Safe: there are no texts yet.
    let memory = RowMemory.create(minimumCapacity: capacity) { _ in
      unsafe RowMemoryHeader(capacity: capacity)
    }
    // Safe: `create` makes an object of the class that is asked.
    return unsafe unsafeDowncast(memory, to: RowMemory.self)
  }

  // Not `header`, whose every access is checked at run time.
  @inlinable @inline(__always) var head: UnsafeMutablePointer<RowMemoryHeader> {
    unsafe withUnsafeMutablePointerToHeader { unsafe $0 }
  }
  // Safe: the header is initialised as long as the object lives.
  @inlinable @inline(__always) var count: Int { unsafe head.pointee.count }
  var columnCount: Int { unsafe head.pointee.columnCount }
  var columns: [String] { unsafe head.pointee.columns }

  func named(_ columns: [String]) -> RowMemory {
    // Memory that is used again has the same array, most often.
    let address = unsafe columns.withUnsafeBufferPointer { unsafe UnsafeRawPointer($0.baseAddress) }
    // Safe: the header is initialised.
    if unsafe head.pointee.columnsAddress != address {
      unsafe (head.pointee.columns, head.pointee.columnsAddress) = (columns, address)
      unsafe head.pointee.columnCount = columns.count
    }
    return self
  }

  var view: ResultRowsView {
    // Safe: so many values are there, as long as this object.
    unsafe withUnsafeMutablePointerToElements { slots in
      unsafe ResultRowsView(slots: UnsafePointer(slots), header: UnsafePointer(head))
    }
  }

  /// The rows that begin at `starts`, in this order.
  func selecting(_ starts: some Collection<Int>) -> RowMemory {
    let width = columnCount
    let selected = RowMemory.make(capacity: starts.count * width).named(columns)
    // Safe: places are inside of both memories, and initialised once.
    unsafe withUnsafeMutablePointerToElements { slots in
      unsafe selected.withUnsafeMutablePointerToElements { others in
        var end = 0
        for start in starts where start >= 0 && start <= count - width {
          unsafe (others + end).initialize(from: slots + start, count: width)
          end += width
        }
        unsafe selected.head.pointee.count = end
      }
    }
    unsafe selected.head.pointee.hasReferences = head.pointee.hasReferences
    unsafe (selected.head.pointee.texts, selected.head.pointee.string) =
      (head.pointee.texts, head.pointee.string)
    unsafe selected.head.pointee.owner = head.pointee.owner ?? self
    return selected
  }

  /// The caller knows that there is room.
  @inlinable @inline(__always) func append(_ value: consuming Value) {
    // Safe: the place is inside of the memory, and not initialised; nothing else has the object.
    let place = unsafe withUnsafeMutablePointerToElements { unsafe $0 + count }
    if value.hasReferences { unsafe head.pointee.hasReferences = true }
    unsafe place.initialize(to: RowSlot(value))
    unsafe head.pointee.count &+= 1
  }

  /// Moves the values to memory that has none, and room for them.
  func move(to other: RowMemory) {
    // Safe: the values leave this object, which has none then.
    unsafe withUnsafeMutablePointerToElements { values in
      unsafe other.withUnsafeMutablePointerToElements {
        unsafe $0.moveInitialize(from: values, count: count)
      }
    }
    unsafe other.head.pointee.count = count
    unsafe other.head.pointee.hasReferences = head.pointee.hasReferences
    unsafe head.pointee.count = 0
  }
}

extension Value {
  /// Whether it may refer to memory of its own.
  @inlinable @inline(__always) var hasReferences: Bool {
    switch self {
    case .null, .boolean, .integer, .float, .date, .localTime: false
    default: true
    }
  }
}
