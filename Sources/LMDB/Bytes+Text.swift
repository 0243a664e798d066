/// Bytes as UTF-8.

extension Bytes {
  /// Whether bytes that are not in the map are well-formed UTF-8.
  package static func isWellFormed(_ buffer: UnsafeBufferPointer<UInt8>) -> Bool {
    // Safe: the bytes are lent for the call.
    guard let base = buffer.baseAddress else { return true }
    return unsafe Bytes(base: base, count: buffer.count).wellFormed != nil
  }

  /// The text of bytes that are not in the map.
  @Sendable package static func text(_ span: Span<UInt8>) -> String {
    // Safe: the bytes are lent for the call.
    unsafe span.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return "" }
      return unsafe Bytes(base: base, count: buffer.count).text
    }
  }

  /// The bytes as text; ill-formed UTF-8 is repaired.
  package var text: String {
    // Safe: base points to count readable bytes.
    let buffer = unsafe UnsafeRawBufferPointer(start: base, count: count)
    if #available(macOS 26, iOS 26, tvOS 26, watchOS 26, *), let isASCII = wellFormed {
      return unsafe buffer.withMemoryRebound(to: UInt8.self) { bytes in
        // Safe: just found to be well-formed.
        String(copying: unsafe UTF8Span(unchecked: bytes.span, isKnownASCII: isASCII))
      }
    }
    return unsafe String(decoding: buffer, as: UTF8.self)
  }

  /// Whether the bytes are ASCII, if they are well-formed UTF-8 (Unicode, table 3-7). Eight at
  /// once, each a lane whose highest bit answers; sequences of four bytes, and those whose second
  /// byte is restricted, are looked at one by one.
  private var wellFormed: Bool? {
    let high: UInt64 = 0x8080_8080_8080_8080
    var isASCII = true
    // Lanes of the next word that have to go on with a sequence of the last.
    var expected: UInt64 = 0
    var offset = 0
    while offset < count {
      let word = word(at: offset)
      offset &+= 8
      let upper = word & high
      if upper | expected == 0 { continue }
      isASCII = false
      let lead = upper & word << 1
      let long = lead & word << 2
      guard upper & ~lead == lead << 8 | long << 16 | expected,
        // F0 and above.
        long & word << 3 == 0,
        // C0 and C1.
        lead & ~long & ~(word & 0x1E1E_1E1E_1E1E_1E1E &+ 0x7E7E_7E7E_7E7E_7E7E) == 0,
        // E0 and ED.
        long & ~(word & 0x0F0F_0F0F_0F0F_0F0F &+ 0x7F7F_7F7F_7F7F_7F7F) == 0,
        long
          & ~((word ^ 0x0D0D_0D0D_0D0D_0D0D) & 0x0F0F_0F0F_0F0F_0F0F &+ 0x7F7F_7F7F_7F7F_7F7F)
          == 0
      else { return isWellFormed ? false : nil }
      expected = lead >> 56 | long >> 48
    }
    return expected == 0 ? isASCII : nil
  }

  /// The eight bytes from `offset` on; zeros follow the last ones.
  @inline(__always) func word(at offset: Int) -> UInt64 {
    let rest = count &- offset
    return rest >= 8
      ? u64(offset)
      : count >= 8 ? u64(count &- 8) >> UInt64(8 &* (8 &- rest)) : self[offset, count].word
  }

  /// Whether the bytes are well-formed UTF-8, sequence by sequence.
  private var isWellFormed: Bool {
    var offset = 0
    while offset < count {
      let word = word(at: offset)
      let upper = word & 0x8080_8080_8080_8080
      if upper == 0 {
        offset &+= 8
        continue
      }
      let skipped = upper.trailingZeroBitCount >> 3
      offset &+= skipped
      // A sequence has up to four bytes; zeros continue none.
      if skipped > 4, count &- offset &+ skipped > 8 { continue }
      guard let size = Bytes.sizeOfScalar(word >> UInt64(8 &* skipped)) else { return false }
      offset &+= size
    }
    return true
  }

  /// The size of the well-formed sequence of several bytes that a word begins with.
  @inline(__always)
  private static func sizeOfScalar(_ word: UInt64) -> Int? {
    let second = word >> 8 & 0xFF
    switch word & 0xFF {
    case 0xC2...0xDF: return second & 0xC0 == 0x80 ? 2 : nil
    case 0xE0...0xEF:
      guard word & 0xC0_C000 == 0x80_8000 else { return nil }
      if word & 0xFF == 0xE0 { return second >= 0xA0 ? 3 : nil }
      return word & 0xFF == 0xED && second >= 0xA0 ? nil : 3
    case 0xF0...0xF4:
      guard word & 0xC0C0_C000 == 0x8080_8000 else { return nil }
      if word & 0xFF == 0xF0 { return second >= 0x90 ? 4 : nil }
      return word & 0xFF == 0xF4 && second >= 0x90 ? nil : 4
    default: return nil
    }
  }
}

extension String {
  /// Lends the text's UTF-8 while `body` runs.
  @inlinable package func withUTF8Bytes<R, E: Error>(
    _ body: (Bytes) throws(E) -> R
  ) throws(E) -> R {
    // Safe: the bytes are lent for the duration of the call.
    try unsafe utf8.span.withUnsafeBytes { (buffer) throws(E) -> R in
      guard let base = buffer.baseAddress else { return try body(.empty) }
      return try unsafe body(Bytes(base: base, count: buffer.count))
    }
  }
}
