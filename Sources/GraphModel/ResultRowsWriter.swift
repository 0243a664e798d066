/// Rows whose texts become Strings when somebody asks for them: a String takes memory of its own,
/// and has its UTF-8 looked through.

/// Makes `ResultRows` of a known number, whose values come in any order. What changes on the way
/// stands in their memory: to copy it soon after would wait for it to be written.
@safe package struct ResultRowsWriter: ~Copyable {
  @usableFromInline let memory: RowMemory
  @usableFromInline let slots: UnsafeMutablePointer<RowSlot>
  @usableFromInline let count: Int
  /// More would have no place.
  @usableFromInline static var largestTextSize: Int { Int(UInt32.max) }

  /// - Parameter count: each of so many values is set once, before `finish`.
  package init(count: Int) {
    var spare = SpareRows()
    self.init(count: count, using: &spare)
  }

  /// - Parameter spare: memory to be used again, where it fits.
  package init(count: Int, using spare: inout SpareRows) {
    memory = spare.take(capacity: count)
    // Safe: the memory is this object's as long as it lives.
    unsafe slots = memory.withUnsafeMutablePointerToElements { unsafe $0 }
    self.count = count
  }

  @inlinable @inline(__always) package func set(_ value: consuming Value, at position: Int)
  {
    guard position >= 0, position < count else { return }
    // Safe: the place is inside of the memory, and not initialised.
    if value.hasReferences { unsafe memory.head.pointee.hasReferences = true }
    unsafe (slots + position).initialize(to: RowSlot(value))
  }

  /// Where the next text of so many bytes is to stand, and a NUL; nil where they have no place.
  @inlinable @inline(__always) package func reference(toTextOfSize size: Int) -> Int64? {
    // Safe: the header is initialised.
    let start = unsafe memory.head.pointee.textSize
    guard size < Self.largestTextSize &- start else { return nil }
    unsafe memory.head.pointee.textSize = start &+ size &+ 1
    return Int64(truncatingIfNeeded: start &<< 32 | size)
  }

  @inlinable @inline(__always) package func set(text reference: Int64, at position: Int) {
    guard position >= 0, position < count else { return }
    // Safe: as above.
    unsafe (slots + position).initialize(to: RowSlot(.integer(reference), isText: true))
  }

  /// - Parameters:
  ///   - columns: their names.
  ///   - string: what makes a String of UTF-8, and repairs it where it is ill-formed.
  ///   - texts: appends the texts in the order of their references, a NUL behind each. There are
  ///     eight bytes more to be written to.
  package consuming func finish(
    _ columns: [String], string: @escaping ResultRows.Decoding,
    texts: (inout OutputSpan<UInt8>) -> Void
  ) -> ResultRows {
    // Safe: all values are set by now.
    unsafe memory.head.pointee.count = count
    if unsafe memory.head.pointee.textSize > 0 { memory.fillTexts(string, texts) }
    return ResultRows(memory.named(columns))
  }
}

/// The memory of rows that were given, to be used again once nobody has them: asking the allocator
/// is a good part of what a row costs.
package struct SpareRows {
  /// What is larger is given back.
  private static let capacityLimit = 1_024
  private var memory: RowMemory?

  package init() {}

  /// Keeps the memory of `rows`, unless values in it refer to more.
  package mutating func keep(_ rows: borrowing ResultRows) {
    memory = rows.spare(below: Self.capacityLimit)
  }

  fileprivate mutating func take(capacity: Int) -> RowMemory {
    if isKnownUniquelyReferenced(&memory), let spare = memory.take(), spare.empty(for: capacity) {
      return spare
    }
    return RowMemory.make(capacity: capacity)
  }

  /// Whether something of `size` may have so much room: few rows that are kept must not keep the
  /// memory of many.
  fileprivate static func fits(_ room: Int, _ size: Int) -> Bool {
    room >= size && room / 8 <= max(size, 8)
  }
}

extension RowMemory {
  /// Makes it one without values, if so many of them fit.
  fileprivate func empty(for capacity: Int) -> Bool {
    // Safe: the header is initialised; the values refer to nothing, and nobody else has them.
    guard unsafe SpareRows.fits(head.pointee.capacity, capacity) else { return false }
    unsafe (head.pointee.count, head.pointee.textSize) = (0, 0)
    return true
  }

  /// Has the texts written, for which `reference` has made room.
  fileprivate func fillTexts(
    _ string: @escaping ResultRows.Decoding, _ fill: (inout OutputSpan<UInt8>) -> Void
  ) {
    // Safe: the header is initialised, there is so much room, and what the span counts is written.
    let size = unsafe head.pointee.textSize
    if unsafe !SpareRows.fits(head.pointee.textRoom.count, size + 8) {
      unsafe head.pointee.textRoom.deallocate()
      unsafe head.pointee.textRoom = UnsafeMutableBufferPointer.allocate(capacity: size + 8)
      unsafe head.pointee.string = string
    }
    let room = unsafe head.pointee.textRoom
    var output = unsafe OutputSpan(buffer: room, initializedCount: 0)
    fill(&output)
    unsafe head.pointee.texts = UnsafeBufferPointer(rebasing: room[..<output.finalize(for: room)])
  }
}
