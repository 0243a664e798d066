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
    memory = RowMemory.make(capacity: count)
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

  /// Where the next text of so many bytes is to stand; nil where that has no place.
  @inlinable @inline(__always) package func reference(toTextOfSize size: Int) -> Int64? {
    // Safe: the header is initialised.
    let start = unsafe memory.head.pointee.textSize
    guard size <= Self.largestTextSize &- start else { return nil }
    unsafe memory.head.pointee.textSize = start &+ size
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
  ///   - texts: appends the texts in the order of their references. There are eight bytes more to
  ///     be written to.
  package consuming func finish(
    _ columns: [String], string: @escaping RowTexts.Decoding,
    texts: (inout OutputSpan<UInt8>) -> Void
  ) -> ResultRows {
    // Safe: all values are set by now.
    unsafe memory.head.pointee.count = count
    let textSize = unsafe memory.head.pointee.textSize
    if textSize > 0 {
      unsafe memory.head.pointee.texts = RowTexts.make(size: textSize, string, texts)
    }
    return ResultRows(memory.named(columns))
  }
}

package struct RowTextsHeader {
  var size = 0
  var string: RowTexts.Decoding = { _ in "" }
}

/// The UTF-8 of texts of rows, one after the other.
@safe package final class RowTexts: ManagedBuffer<RowTextsHeader, UInt8> {
  package typealias Decoding = @Sendable (Span<UInt8>) -> String

  static func make(
    size: Int, _ string: @escaping Decoding, _ fill: (inout OutputSpan<UInt8>) -> Void
  ) -> RowTexts {
    let memory = RowTexts.create(minimumCapacity: size + 8) { _ in RowTextsHeader() }
    // Safe: `create` makes an object of the class that is asked.
    let texts = unsafe unsafeDowncast(memory, to: RowTexts.self)
    // Safe: there is so much room, and what the span counts is initialised.
    unsafe texts.withUnsafeMutablePointers { header, bytes in
      let room = unsafe UnsafeMutableBufferPointer(start: bytes, count: size + 8)
      var output = unsafe OutputSpan(buffer: room, initializedCount: 0)
      fill(&output)
      unsafe header.pointee.size = output.finalize(for: room)
      unsafe header.pointee.string = string
    }
    return texts
  }

  /// Lends the bytes that a reference tells.
  private func withBytes<R>(_ reference: Value, _ body: (Span<UInt8>) -> R) -> R {
    var (start, size) = (0, 0)
    if case .integer(let reference) = reference {
      start = Int(UInt64(bitPattern: reference) >> 32)
      size = Int(reference & 0xFFFF_FFFF)
    }
    // Safe: what is lent lies among the bytes that are initialised.
    return unsafe withUnsafeMutablePointers { header, bytes in
      if unsafe start + size > header.pointee.size { (start, size) = (0, 0) }
      return body(unsafe UnsafeBufferPointer(start: bytes + start, count: size).span)
    }
  }

  func string(_ reference: Value) -> String {
    // Safe: the header is initialised.
    let string = unsafe withUnsafeMutablePointerToHeader { unsafe $0.pointee.string }
    return withBytes(reference) { string($0) }
  }

  /// As of the Strings: well-formed UTF-8 has the order of its code points.
  func order(_ a: Value, _ b: Value) -> Int {
    withBytes(a) { first in withBytes(b) { String.codePointOrder(first, $0) } }
  }
}
