/// Bytes in LMDB's map (or in a buffer of the caller), read without copying: the one place where
/// memory is addressed.
internal import CLMDB

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A borrowed run of bytes. What LMDB hands out is valid until its transaction ends or, in a write
/// transaction, until its next write; the holder keeps to that. Reading is total: an offset outside
/// reads zero or nothing, so that a damaged record can give wrong answers but never reach other
/// memory.
@safe @usableFromInline package struct Bytes {
  @usableFromInline let base: UnsafeRawPointer
  @usableFromInline package let count: Int

  @inlinable init(base: UnsafeRawPointer, count: Int) {
    // Safe: stored, not read; the callers in this target vouch for the pointer.
    unsafe self.base = base
    self.count = count
  }

  init(_ value: MDB_val) {
    // Safe: LMDB answers with a pointer into its map and the length of the record.
    if let data = unsafe value.mv_data {
      unsafe self.init(base: UnsafeRawPointer(data), count: value.mv_size)
    } else {
      self = .empty
    }
  }

  /// No bytes.
  @inlinable package static var empty: Bytes {
    // Safe: never read, for the count is zero.
    unsafe Bytes(base: UnsafeRawPointer(bitPattern: 1).unsafelyUnwrapped, count: 0)
  }

  @inlinable package var isEmpty: Bool { count == 0 }

  /// The little-endian integer at `offset`; zero where it does not lie inside.
  @inlinable @inline(__always)
  package func load<I: FixedWidthInteger & BitwiseCopyable>(_ offset: Int, as: I.Type) -> I {
    guard offset >= 0, offset <= count &- MemoryLayout<I>.size else { return 0 }
    // Safe: the line above keeps the load inside.
    return I(littleEndian: unsafe base.loadUnaligned(fromByteOffset: offset, as: I.self))
  }
  @inlinable @inline(__always) package func u8(_ offset: Int) -> UInt8 {
    load(offset, as: UInt8.self)
  }
  @inlinable @inline(__always) package func u16(_ offset: Int) -> UInt16 {
    load(offset, as: UInt16.self)
  }
  @inlinable @inline(__always) package func u32(_ offset: Int) -> UInt32 {
    load(offset, as: UInt32.self)
  }
  @inlinable @inline(__always) package func u64(_ offset: Int) -> UInt64 {
    load(offset, as: UInt64.self)
  }

  /// The first eight bytes as a little-endian integer, with zeros for those that are not there.
  @inlinable @inline(__always) package var word: UInt64 {
    if count >= 8 { return u64(0) }
    if count >= 4 { return UInt64(u32(0)) | UInt64(u32(count &- 4)) << UInt64(8 &* (count &- 4)) }
    if count >= 2 { return UInt64(u16(0)) | UInt64(u16(count &- 2)) << UInt64(8 &* (count &- 2)) }
    return UInt64(u8(0))
  }

  /// The part of `start ..< end` that lies inside.
  @inlinable @inline(__always) package subscript(start: Int, end: Int) -> Bytes {
    let low = min(max(start, 0), count)
    let high = min(max(end, low), count)
    // Safe: 0 <= low <= high <= count.
    return unsafe Bytes(base: base + low, count: high - low)
  }

  /// Appends `count` elements stored from `start` on as the (little-endian) machine holds them, if
  /// they lie inside and `output` has room for them.
  @inlinable @inline(__always)
  package func append<T: BitwiseCopyable>(
    _ start: Int, count: Int, to output: inout OutputSpan<T>
  ) {
    let size = MemoryLayout<T>.stride
    guard start >= 0, count > 0, count <= output.freeCapacity, start <= self.count - count * size
    else { return }
    // Safe: the source lies inside; the target has room, and all that is counted is written.
    unsafe output.withUnsafeMutableBufferPointer { buffer, initialized in
      unsafe UnsafeMutableRawPointer(buffer.baseAddress.unsafelyUnwrapped + initialized)
        .copyMemory(from: base + start, byteCount: count * size)
      initialized += count
    }
  }

  @inlinable @inline(__always)
  package func append<T: BitwiseCopyable>(_ start: Int, count: Int, to array: inout [T]) {
    array.append(addingCapacity: max(count, 0)) { append(start, count: count, to: &$0) }
  }

  /// Appends integers packed from `start` on at `width` bits each, little-endian, each plus `base`:
  /// `count` of them from that of index `first` on. Appends none where they, or the eight bytes
  /// from the last one's first on, do not lie inside, or where `output` has no room for them.
  /// - Parameter width: at most 56, or 64.
  @inlinable @inline(__always)
  package func append<T: BitwiseCopyable>(
    packed start: Int, width: Int, base: UInt64, _ first: Int, count: Int,
    to output: inout OutputSpan<T>
  ) {
    let size = MemoryLayout<T>.stride
    guard start >= 0, first >= 0, count > 0, count <= output.freeCapacity, size <= 8,
      size.nonzeroBitCount == 1, start <= self.count - 8 - ((first + count - 1) * width) >> 3
    else { return }
    // Safe: all loads lie inside by the guard; the target has room, and all that is counted is
    // written.
    unsafe output.withUnsafeMutableBufferPointer { buffer, initialized in
      let target = unsafe UnsafeMutableRawPointer(
        buffer.baseAddress.unsafelyUnwrapped + initialized)
      let source = unsafe self.base + start
      @inline(__always) func store(_ index: Int, _ value: UInt64) {
        switch size {
        case 1:
          let value = UInt8(truncatingIfNeeded: value)
          unsafe target.storeBytes(of: value, toByteOffset: index, as: UInt8.self)
        case 2:
          let value = UInt16(truncatingIfNeeded: value)
          unsafe target.storeBytes(of: value, toByteOffset: 2 &* index, as: UInt16.self)
        case 4:
          let value = UInt32(truncatingIfNeeded: value)
          unsafe target.storeBytes(of: value, toByteOffset: 4 &* index, as: UInt32.self)
        default: unsafe target.storeBytes(of: value, toByteOffset: 8 &* index, as: UInt64.self)
        }
      }
      @inline(__always) func fill(_ value: (Int) -> UInt64) {
        for index in 0..<count { store(index, base &+ value(first &+ index)) }
      }
      // Widths of machine words have loops of their own, which the compiler makes parallel.
      switch width {
      case 8: fill { UInt64(unsafe source.load(fromByteOffset: $0, as: UInt8.self)) }
      case 16:
        fill { UInt64(unsafe source.loadUnaligned(fromByteOffset: 2 &* $0, as: UInt16.self)) }
      case 32:
        fill { UInt64(unsafe source.loadUnaligned(fromByteOffset: 4 &* $0, as: UInt32.self)) }
      case 64: fill { unsafe source.loadUnaligned(fromByteOffset: 8 &* $0, as: UInt64.self) }
      default: forEach(packed: start, width: width, base: base, first, count: count, store)
      }
      initialized += count
    }
  }

  /// Calls `body` with each of the integers that `append(packed:…)` would append, and its number
  /// from 0 on.
  /// - Parameter width: at most 56.
  @inlinable @inline(__always)
  package func forEach(
    packed start: Int, width: Int, base: UInt64, _ first: Int, count: Int,
    _ body: (Int, UInt64) -> Void
  ) {
    guard start >= 0, first >= 0, count > 0,
      start <= self.count - 8 - ((first + count - 1) * width) >> 3
    else { return }
    let mask = width == 0 ? 0 : ~0 &>> UInt64(64 &- width)
    // Safe: all loads lie inside by the guard.
    let source = unsafe self.base + start
    var bit = first &* width
    var index = 0
    @inline(__always) func word() -> UInt64 {
      unsafe source.loadUnaligned(fromByteOffset: bit &>> 3, as: UInt64.self)
        &>> UInt64(bit & 7)
    }
    // Three of up to 19 bits lie in eight bytes, whatever bit they begin at.
    if width <= 19 {
      while index &+ 3 <= count {
        let three = word()
        body(index, base &+ (three & mask))
        body(index &+ 1, base &+ (three &>> UInt64(width) & mask))
        body(index &+ 2, base &+ (three &>> UInt64(2 &* width) & mask))
        bit &+= 3 &* width
        index &+= 3
      }
    }
    while index < count {
      body(index, base &+ (word() & mask))
      bit &+= width
      index &+= 1
    }
  }

  /// How many of the integers that `append(packed:…)` would append, which are in order, are less
  /// than `value`: in `steps` steps, whatever they are.
  /// - Parameters:
  ///   - width: at most 56.
  ///   - steps: so that 2 to their power is more than `count`.
  @inlinable @inline(__always)
  package func countLess(
    than value: UInt64, packed start: Int, width: Int, base: UInt64, _ first: Int, count: Int,
    steps: Int
  ) -> Int {
    let last = first &+ 1 &<< steps &- 2
    guard start >= 0, first >= 0, count > 0, start <= self.count - 8 - (last * width) >> 3 else {
      var less = 0
      forEach(packed: start, width: width, base: base, first, count: count) { _, integer in
        if integer < value { less &+= 1 }
      }
      return less
    }
    let mask = width == 0 ? 0 : ~0 &>> UInt64(64 &- width)
    // Safe: none of the loads goes beyond `last`, which lies inside by the guard.
    let source = unsafe self.base + start
    var less = 0
    var step = steps
    while step > 0 {
      step &-= 1
      let next = less &+ 1 &<< step
      let bit = (first &+ next &- 1) &* width
      let word = unsafe source.loadUnaligned(fromByteOffset: bit &>> 3, as: UInt64.self)
      let integer = base &+ (word &>> UInt64(bit & 7) & mask)
      // One bit says whether it is less, and one whether it is among them. It is shifted to be
      // added, for a branch would have to be guessed.
      let isLess = (integer &- value) &>> 63 & UInt64(bitPattern: Int64(next &- count &- 1)) &>> 63
      less &+= Int(isLess) &<< step
    }
    return less
  }

  /// Appends by how much each of `count` integers of two bytes, stored one after the other from
  /// `start` on, is exceeded by the next; zeros where they do not lie inside. None where `output`
  /// has no room for them.
  @inlinable @inline(__always)
  package func append(differences start: Int, count: Int, to output: inout OutputSpan<Int64>) {
    guard count > 0, count <= output.freeCapacity else { return }
    guard start >= 0, start <= self.count &- 2 &* (count &+ 1) else {
      output.append(repeating: 0, count: count)
      return
    }
    // Safe: all loads lie inside by the guard; the target has room, and all that is counted is
    // written.
    unsafe output.withUnsafeMutableBufferPointer { buffer, initialized in
      let source = unsafe base + start
      let target = unsafe buffer.baseAddress.unsafelyUnwrapped + initialized
      for index in 0..<count {
        let some = unsafe source.loadUnaligned(fromByteOffset: 2 &* index, as: UInt16.self)
        let next = unsafe source.loadUnaligned(fromByteOffset: 2 &* index &+ 2, as: UInt16.self)
        unsafe (target + index).initialize(to: Int64(next) &- Int64(some))
      }
      initialized += count
    }
  }

  /// Whether `count` integers of four bytes stored from `start` on lie inside and count upwards.
  @inlinable @inline(__always) package func isCounting(_ start: Int, count: Int) -> Bool {
    guard start >= 0, count > 0, start <= self.count &- 4 &* count else { return false }
    // Safe: all loads lie inside by the guard.
    let source = unsafe base + start
    let first = unsafe source.loadUnaligned(as: UInt32.self)
    var differences: UInt32 = 0
    for index in 0..<count {
      let next = unsafe source.loadUnaligned(fromByteOffset: 4 &* index, as: UInt32.self)
      differences |= next ^ (first &+ UInt32(truncatingIfNeeded: index))
    }
    return differences == 0
  }

  /// Of up to 64 integers of `width` bytes stored from `start` on: bit i is set where the i-th
  /// exceeds `low` by at most `span`, in wrapping arithmetic of 64 bits; `low + span` is an integer
  /// of so many bytes. No bit is where they do not lie inside together with the eight bytes that
  /// follow.
  /// - Parameter width: 0, 1, 2, 3, 4 or 8.
  @inlinable @inline(__always)
  package func mask(_ start: Int, width: Int, count: Int, low: UInt64, span: UInt64) -> UInt64 {
    guard start >= 0, count > 0, count <= 64, start <= self.count - count * width - 8 else {
      return 0
    }
    // Safe: all loads lie inside by the guard, and there is a byte for each of the answers: loops
    // that the compiler makes parallel.
    let source = unsafe base + start
    @inline(__always) func mask<I: FixedWidthInteger & UnsignedInteger>(
      _ load: (Int) -> I
    ) -> UInt64 {
      let (low, span) = (I(truncatingIfNeeded: low), I(truncatingIfNeeded: span))
      return unsafe withUnsafeTemporaryAllocation(byteCount: 64, alignment: 16) { buffer in
        guard let answers = buffer.baseAddress else { return 0 }
        if count < 64 { unsafe answers.initializeMemory(as: UInt8.self, repeating: 0, count: 64) }
        for index in 0..<count {
          let answer: UInt8 = load(index) &- low <= span ? 1 : 0
          unsafe answers.storeBytes(of: answer, toByteOffset: index, as: UInt8.self)
        }
        var mask: UInt64 = 0
        for part in 0..<8 {
          // The lowest bits of eight bytes come together in the highest byte.
          let eight = unsafe answers.load(fromByteOffset: 8 &* part, as: UInt64.self)
          mask |= ((eight &* 0x0102_0408_1020_4080) &>> 56) &<< UInt64(8 &* part)
        }
        return mask
      }
    }
    switch width {
    case 0: return low == 0 ? ~0 &>> UInt64(64 &- count) : 0
    case 1: return mask { unsafe source.load(fromByteOffset: $0, as: UInt8.self) }
    case 2: return mask { unsafe source.loadUnaligned(fromByteOffset: 2 &* $0, as: UInt16.self) }
    case 4: return mask { unsafe source.loadUnaligned(fromByteOffset: 4 &* $0, as: UInt32.self) }
    case 8: return mask { unsafe source.loadUnaligned(fromByteOffset: 8 &* $0, as: UInt64.self) }
    default:
      return mask {
        unsafe source.loadUnaligned(fromByteOffset: 3 &* $0, as: UInt32.self) & 0xFF_FFFF
      }
    }
  }

  /// A copy.
  package var array: [UInt8] {
    // Safe: base points to count readable bytes.
    unsafe Array(UnsafeRawBufferPointer(start: base, count: count))
  }

  /// Appends the bytes, eight at once: `output` has room for as many, and for eight more.
  package func append(to output: inout OutputSpan<UInt8>) {
    guard count &+ 8 <= output.freeCapacity else { return }
    // Safe: there is room for all that is written, and all that is counted is written.
    unsafe output.withUnsafeMutableBufferPointer { buffer, initialized in
      let target = unsafe UnsafeMutableRawPointer(
        buffer.baseAddress.unsafelyUnwrapped + initialized)
      var offset = 0
      while offset &+ 8 <= count {
        let word = unsafe base.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        unsafe target.storeBytes(of: word, toByteOffset: offset, as: UInt64.self)
        offset &+= 8
      }
      if offset < count {
        unsafe target.storeBytes(of: word(at: offset), toByteOffset: offset, as: UInt64.self)
      }
      initialized &+= count
    }
  }

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
  @inline(__always) private func word(at offset: Int) -> UInt64 {
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

  package func contains(_ byte: UInt8) -> Bool {
    // Safe: base points to count readable bytes.
    unsafe memchr(base, Int32(byte), count) != nil
  }

  /// Whether all bytes equal those of `other`.
  package func equals(_ other: Bytes) -> Bool {
    // Safe: both pointers lead to count readable bytes.
    unsafe count == other.count && memcmp(base, other.base, count) == 0
  }

  /// Less than, equal to or more than zero as the bytes sort before, with or after `other`.
  package func order(_ other: Bytes) -> Int {
    // Safe: both pointers lead to so many readable bytes.
    let order = unsafe memcmp(base, other.base, min(count, other.count))
    return order == 0 ? count - other.count : Int(order)
  }

  package func starts(with prefix: [UInt8]) -> Bool {
    prefix.withBytes { self[0, $0.count].equals($0) }
  }
}

/// Appends an element if it is wanted and there is room for it, without a branch that would have to
/// be guessed.
@inlinable @inline(__always)
package func offer<T: BitwiseCopyable>(
  _ element: T, if isWanted: Bool, to output: inout OutputSpan<T>
) {
  guard output.freeCapacity > 0 else { return }
  // Safe: there is room for one more, which counts only where it is wanted.
  unsafe output.withUnsafeMutableBufferPointer { buffer, initialized in
    unsafe (buffer.baseAddress.unsafelyUnwrapped + initialized).initialize(to: element)
    initialized &+= isWanted ? 1 : 0
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

extension Array where Element: BitwiseCopyable {
  /// Lends the array's memory as bytes while `body` runs.
  @inlinable package func withBytes<R, E: Error>(_ body: (Bytes) throws(E) -> R) throws(E) -> R {
    // Safe: the bytes are lent for the duration of the call.
    try unsafe span.bytes.withUnsafeBytes { (buffer) throws(E) -> R in
      guard let base = buffer.baseAddress else { return try body(.empty) }
      return try unsafe body(Bytes(base: base, count: buffer.count))
    }
  }
}

extension OutputSpan where Element == UInt8 {
  /// Appends the little-endian bytes of an integer, if there is room for them.
  @inlinable @inline(__always)
  package mutating func append<I: FixedWidthInteger & BitwiseCopyable>(littleEndian value: I) {
    guard MemoryLayout<I>.size <= freeCapacity else { return }
    // Safe: there is room for all that is written, and all that is counted is written.
    unsafe withUnsafeMutableBufferPointer { buffer, initialized in
      unsafe UnsafeMutableRawPointer(buffer.baseAddress.unsafelyUnwrapped + initialized)
        .storeBytes(of: value.littleEndian, as: I.self)
      initialized &+= MemoryLayout<I>.size
    }
  }

  /// Appends all bytes, if there is room for them.
  package mutating func append(_ bytes: [UInt8]) {
    guard bytes.count <= freeCapacity else { return }
    // Safe: there is room for all that is written, and all that is counted is written.
    unsafe withUnsafeMutableBufferPointer { buffer, initialized in
      unsafe bytes.withUnsafeBytes { source in
        guard let base = source.baseAddress else { return }
        unsafe UnsafeMutableRawPointer(buffer.baseAddress.unsafelyUnwrapped + initialized)
          .copyMemory(from: base, byteCount: source.count)
      }
      initialized &+= bytes.count
    }
  }
}

extension Array where Element == UInt8 {
  /// Appends the little-endian bytes of an integer.
  @inlinable @inline(__always)
  package mutating func append<I: FixedWidthInteger & BitwiseCopyable>(littleEndian value: I) {
    // Safe: the integer's own bytes.
    unsafe Swift.withUnsafeBytes(of: value.littleEndian) { unsafe append(contentsOf: $0) }
  }

  /// Appends the big-endian bytes of an integer: the form in which bytes sort as numbers.
  @inlinable package mutating func append<I: FixedWidthInteger & BitwiseCopyable>(
    bigEndian value: I
  ) {
    append(littleEndian: value.byteSwapped)
  }

  /// Appends the elements' bytes, which are little-endian as are the machines Kho runs on.
  @inlinable package mutating func append<I: FixedWidthInteger & BitwiseCopyable>(integers: [I]) {
    // Safe: the bytes of the array's elements.
    unsafe integers.withUnsafeBytes { unsafe append(contentsOf: $0) }
  }

  package mutating func append(_ bytes: Bytes) {
    // Safe: base points to count readable bytes.
    unsafe append(contentsOf: UnsafeRawBufferPointer(start: bytes.base, count: bytes.count))
  }
}

/// The key of a record: an unsigned integer in native order (tables made with `integerKeys`) or
/// bytes.
package protocol TableKey {
  func withValue<R, E: Error>(_ body: (inout MDBValue) throws(E) -> R) throws(E) -> R
}

extension TableKey {
  /// Lends the key's bytes while `body` runs.
  package func lend<R>(_ body: (Bytes) -> R) -> R {
    // Safe: the bytes are lent for the call.
    withValue { unsafe body(Bytes($0.value)) }
  }
}

/// An `MDB_val` to give to LMDB, opaque outside this target.
@safe package struct MDBValue {
  var value: MDB_val
  @usableFromInline init(base: UnsafeRawPointer?, count: Int) {
    // Safe: LMDB only reads through the pointer, and only during the call it is passed to.
    unsafe value = MDB_val(mv_size: count, mv_data: UnsafeMutableRawPointer(mutating: base))
  }
}

/// A key of at most 16 bytes, which needs no memory of its own.
package struct ShortKey: TableKey {
  private let words: (UInt64, UInt64)
  private let count: Int

  /// The first `count` bytes of two big-endian words.
  package init(_ first: UInt64, _ second: UInt64, count: Int) {
    words = (first.bigEndian, second.bigEndian)
    self.count = min(max(count, 0), 16)
  }

  package func withValue<R, E: Error>(_ body: (inout MDBValue) throws(E) -> R) throws(E) -> R {
    // Safe: the key's own bytes, of which there are `count`, lent for the call.
    try unsafe Swift.withUnsafeBytes(of: words) { (buffer) throws(E) -> R in
      var value = unsafe MDBValue(base: buffer.baseAddress, count: count)
      return try body(&value)
    }
  }

  /// Lends its bytes while `body` runs.
  package func withBytes<R>(_ body: (Bytes) -> R) -> R {
    // Safe: the key's own bytes, of which there are `count`, lent for the call.
    unsafe Swift.withUnsafeBytes(of: words) { buffer in
      guard let base = buffer.baseAddress else { return body(.empty) }
      return body(unsafe Bytes(base: base, count: count))
    }
  }

  /// Whether `bytes` begin with the key.
  package func isPrefix(of bytes: Bytes) -> Bool {
    withBytes { bytes[0, count].equals($0) }
  }
}

extension UInt64: TableKey {
  package func withValue<R, E: Error>(_ body: (inout MDBValue) throws(E) -> R) throws(E) -> R {
    // Safe: the integer's own eight bytes, lent for the call.
    try unsafe Swift.withUnsafeBytes(of: self) { (buffer) throws(E) -> R in
      var value = unsafe MDBValue(base: buffer.baseAddress, count: buffer.count)
      return try body(&value)
    }
  }
}

extension Array: TableKey where Element == UInt8 {
  package func withValue<R, E: Error>(_ body: (inout MDBValue) throws(E) -> R) throws(E) -> R {
    // Safe: the array's bytes, lent for the call.
    try unsafe span.bytes.withUnsafeBytes { (buffer) throws(E) -> R in
      var value = unsafe MDBValue(base: buffer.baseAddress, count: buffer.count)
      return try body(&value)
    }
  }
}
