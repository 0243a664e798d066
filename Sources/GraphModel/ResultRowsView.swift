/// Values of rows, read without counting references to the rows.

/// Reads values of rows that the reader keeps meanwhile. A trivial value.
@safe package struct ResultRowsView {
  @usableFromInline let slots: UnsafePointer<RowSlot>?
  package let count: Int
  /// The UTF-8 of the texts that are no Strings.
  @usableFromInline let bytes: UnsafeBufferPointer<UInt8>
  private let header: UnsafePointer<RowMemoryHeader>?

  /// No values.
  package init() {
    unsafe (slots, bytes, header) = (nil, UnsafeBufferPointer(start: nil, count: 0), nil)
    count = 0
  }

  init(slots: UnsafePointer<RowSlot>, header: UnsafePointer<RowMemoryHeader>) {
    // Safe: the header is initialised, and all lives as long as the rows.
    unsafe (self.slots, self.header) = (slots, header)
    unsafe (count, bytes) = unsafe (header.pointee.count, header.pointee.texts)
  }

  /// All texts that are no Strings, a NUL behind each.
  package var allTexts: UnsafeBufferPointer<UInt8> { unsafe bytes }

  /// The UTF-8 of a text that is no String, with a NUL behind it, as it was stored: ill-formed, it
  /// may be, in a damaged file. Nil for all other values.
  @inlinable @inline(__always)
  package func text(_ position: Int) -> UnsafeBufferPointer<UInt8>? {
    guard position >= 0, position < count, let slots = unsafe slots else { return nil }
    // Safe: so many values are there.
    let slot = unsafe slots + position
    guard unsafe slot.pointee.isText, case .integer(let place) = unsafe slot.pointee.value else {
      return nil
    }
    let start = Int(truncatingIfNeeded: UInt64(bitPattern: place) >> 32)
    let size = Int(truncatingIfNeeded: place & 0xFFFF_FFFF)
    guard unsafe start &+ size < bytes.count, let base = unsafe bytes.baseAddress else {
      return unsafe UnsafeBufferPointer(start: nil, count: 0)
    }
    // Safe: so many bytes are initialised.
    return unsafe UnsafeBufferPointer(start: base + start, count: size)
  }

  /// Null where there is no such value. Ill-formed texts are repaired.
  package subscript(position: Int) -> Value {
    guard position >= 0, position < count, let slots = unsafe slots else { return .null }
    if let text = unsafe text(position) {
      // Safe: the header is initialised; the text lives as long as the rows.
      return .string(unsafe header?.pointee.string(text.span) ?? "")
    }
    // Safe: so many values are there.
    return unsafe slots[position].value
  }

  /// `Value.order` of two values; well-formed UTF-8 has the order of its code points.
  package func order(_ a: Int, _ b: Int) -> Int {
    guard min(a, b) >= 0, max(a, b) < count, let slots = unsafe slots else { return 0 }
    if let first = unsafe text(a), let second = unsafe text(b) {
      // Safe: the texts live as long as the rows.
      return unsafe String.codePointOrder(first.span, second.span)
    }
    // Safe: so many values are there.
    return unsafe slots[a].isText || slots[b].isText
      ? Value.order(self[a], self[b]) : Value.order(slots[a].value, slots[b].value)
  }
}
