/// The checksum of blocks and long values: quick, and certain to notice any change within eight
/// neighbouring bytes.
internal import LMDB

/// Four lanes of multiply and rotate over 32-byte stripes (FileFormat.md, "Checksum").
enum Checksum {
  private static let prime: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// Of all bytes; of a block with those at 4 ..< 8 as zero, where it keeps its own checksum. O(n).
  static func of(_ bytes: Bytes, isBlock: Bool = false) -> UInt32 {
    var (a, b, c, d): (UInt64, UInt64, UInt64, UInt64) = (1, 2, 3, 4)
    var offset = 0
    if isBlock {
      a = mix(a, bytes.u64(0) & 0xFFFF_FFFF)
      offset = 8
    }
    while offset &+ 32 <= bytes.count {
      a = mix(a, bytes.u64(offset))
      b = mix(b, bytes.u64(offset &+ 8))
      c = mix(c, bytes.u64(offset &+ 16))
      d = mix(d, bytes.u64(offset &+ 24))
      offset &+= 32
    }
    while offset &+ 8 <= bytes.count {
      b = mix(b, bytes.u64(offset))
      offset &+= 8
    }
    var tail: UInt64 = 0
    while offset < bytes.count {
      tail = tail << 8 | UInt64(bytes.u8(offset))
      offset &+= 1
    }
    c = mix(c, tail)
    d = mix(d, UInt64(bytes.count))
    let sum = (a ^ rotated(b, 17) ^ rotated(c, 29) ^ rotated(d, 43)) &* prime
    return UInt32(truncatingIfNeeded: sum ^ sum >> 32)
  }

  /// Writes the checksum of an encoded block into its header.
  static func seal(_ block: inout [UInt8]) {
    let sum = block.withBytes { of($0, isBlock: true) }
    for index in 0..<4 { block[4 + index] = UInt8(truncatingIfNeeded: sum >> UInt32(8 * index)) }
  }

  /// Whether an encoded block is as it was written.
  static func isIntact(_ block: Bytes) -> Bool { of(block, isBlock: true) == block.u32(4) }

  @inline(__always) private static func mix(_ lane: UInt64, _ word: UInt64) -> UInt64 {
    rotated((lane ^ word) &* prime, 31)
  }

  @inline(__always) private static func rotated(_ word: UInt64, _ count: UInt64) -> UInt64 {
    word << count | word >> (64 &- count)
  }
}
