/// Rows on their way from the engine to who asked for them, in one piece of memory.

/// Values of rows, row after row, with the names of their columns. Never changed, and thus shared
/// by any number of rows and threads. Texts may stand as UTF-8 in memory of the rows: a String of
/// one is made when it is asked for.
package struct ResultRows: @unchecked Sendable, RandomAccessCollection {
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

  package subscript(position: Int) -> Value { memory[position] }

  /// `Value.order` of two values.
  package func order(_ a: Int, _ b: Int) -> Int { memory.order(a, b) }

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

@usableFromInline struct RowMemoryHeader {
  var columns: [String] = []
  var columnCount = 0
  @usableFromInline var count = 0
  /// Whether a value refers to memory of its own, which is to be given back.
  @usableFromInline var hasReferences = false
  /// The size in bytes of the texts that are no Strings.
  @usableFromInline var textSize = 0
  /// Nil where all texts are Strings.
  var texts: RowTexts?
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
    }
  }

  static func make(capacity: Int) -> RowMemory {
    let memory = RowMemory.create(minimumCapacity: capacity) { _ in RowMemoryHeader() }
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
    // Safe: the header is initialised.
    unsafe head.pointee.columns = columns
    unsafe head.pointee.columnCount = columns.count
    return self
  }

  /// Null where there is no such value.
  subscript(position: Int) -> Value {
    guard position >= 0, position < count else { return .null }
    // Safe: so many values are there.
    return unsafe withUnsafeMutablePointerToElements { slots in
      guard unsafe slots[position].isText else { return unsafe slots[position].value }
      return unsafe .string(head.pointee.texts?.string(slots[position].value) ?? "")
    }
  }

  func order(_ a: Int, _ b: Int) -> Int {
    guard min(a, b) >= 0, max(a, b) < count else { return 0 }
    // Safe: so many values are there.
    return unsafe withUnsafeMutablePointerToElements { slots in
      guard unsafe slots[a].isText || slots[b].isText else {
        return Value.order(unsafe slots[a].value, unsafe slots[b].value)
      }
      guard unsafe slots[a].isText && slots[b].isText, let texts = unsafe head.pointee.texts else {
        return Value.order(self[a], self[b])
      }
      return texts.order(unsafe slots[a].value, unsafe slots[b].value)
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
    unsafe selected.head.pointee.texts = head.pointee.texts
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
