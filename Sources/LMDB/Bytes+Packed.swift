/// Integers packed at as many bits as the largest needs: decoding, searching and comparing many of
/// them in loops that the compiler can make parallel.

extension Bytes {
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
