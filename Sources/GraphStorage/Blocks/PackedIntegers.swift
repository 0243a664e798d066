/// Integers in as many bits as their range needs: the least one, and what each exceeds it by.
internal import LMDB

/// Packed integers in the map: `width` bits each, little-endian, without gaps. Reading is total,
/// and reads eight bytes for each: blocks end in eight zero bytes.
struct PackedIntegers {
  static let paddingSizeInBytes = 8

  let bytes: Bytes
  let start: Int
  /// At most 56 bits, or 64.
  let width: Int
  let base: UInt64
  /// As many ones as the width.
  private let mask: UInt64

  @inline(__always) init(bytes: Bytes, start: Int, width: Int, base: UInt64) {
    self.bytes = bytes
    self.start = start
    self.width = width
    self.base = base
    mask = width == 0 ? 0 : ~0 &>> UInt64(truncatingIfNeeded: 64 &- width)
  }

  static var none: PackedIntegers { PackedIntegers(bytes: .empty, start: 0, width: 0, base: 0) }

  @inline(__always) subscript(_ index: Int) -> UInt64 {
    let bit = index &* width
    return base &+ (bytes.u64(start &+ bit &>> 3) &>> UInt64(bit & 7) & mask)
  }

  /// None is greater, as a signed one.
  var bound: Int64 {
    let base = Int64(bitPattern: base)
    let (bound, isBeyond) = base.addingReportingOverflow(width < 63 ? 1 << Int64(width) - 1 : .max)
    return isBeyond ? .max : bound
  }

  /// Appends those of `range`, if they lie inside.
  @inline(__always)
  func append<T: BitwiseCopyable>(_ range: Range<Int>, to output: inout OutputSpan<T>) {
    bytes.append(
      packed: start, width: width, base: base, range.lowerBound, count: range.count, to: &output)
  }

  func append<T: BitwiseCopyable>(_ range: Range<Int>, to array: inout [T]) {
    array.append(addingCapacity: range.count) { append(range, to: &$0) }
  }

  /// Without traps, so that it is not computed where nobody asks.
  @inline(__always) static func sizeInBytes(count: Int, width: Int) -> Int {
    (count &* width &+ 7) &>> 3
  }
}

extension OutputSpan where Element == UInt8 {
  /// Appends what each integer exceeds `base` by, at `width` bits each, as `PackedIntegers` reads
  /// it: `PackedIntegers.sizeInBytes` bytes.
  mutating func append<T: UnsignedInteger & FixedWidthInteger>(
    packed integers: [T], width: Int, base: UInt64
  ) {
    if width == 0 { return }
    var word: UInt64 = 0
    var filled = 0
    for integer in integers {
      let value = UInt64(truncatingIfNeeded: integer) &- base
      word |= value &<< UInt64(filled)
      filled &+= width
      if filled >= 64 {
        append(littleEndian: word)
        filled &-= 64
        word = filled == 0 ? 0 : value &>> UInt64(width &- filled)
      }
    }
    while filled > 0 {
      append(littleEndian: UInt8(truncatingIfNeeded: word))
      word &>>= 8
      filled &-= 8
    }
  }
}
