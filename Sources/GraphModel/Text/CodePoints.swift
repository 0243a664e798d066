/// Strings as openCypher sees them: sequences of code points. (Swift's own `==`, `<` and hash see
/// through normal forms, at a cost.) The order of UTF-8 bytes is the order of code points.

extension String {
  /// Whether both have the same code points. O(n).
  package func isIdentical(to other: String) -> Bool { utf8.span.isIdentical(to: other.utf8.span) }

  /// -1, 0 or 1 as `a` sorts before, with or after `b` by code points. O(n).
  package static func codePointOrder(_ a: String, _ b: String) -> Int {
    codePointOrder(a.utf8.span, b.utf8.span)
  }

  /// The same of UTF-8.
  static func codePointOrder(_ first: Span<UInt8>, _ second: Span<UInt8>) -> Int {
    for index in 0..<Swift.min(first.count, second.count) where first[index] != second[index] {
      return first[index] < second[index] ? -1 : 1
    }
    return threeWayOrder(first.count, second.count)
  }

  /// A hash of the code points, another one in each process. O(n), eight bytes at a time.
  package var codePointHash: UInt64 { utf8.span.codePointHash }

  func hashCodePoints(into hasher: inout Hasher) {
    var copy = self
    // Safe: the bytes are read while the closure runs.
    copy.withUTF8 { unsafe hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    hasher.combine(0xFF as UInt8)
  }
}

private let hashSeed = UInt64.random(in: .min ... .max)

/// The same of UTF-8.
extension Span<UInt8> {
  @inlinable package func isIdentical(to other: Span<UInt8>) -> Bool {
    guard count == other.count else { return false }
    // Safe: all loads lie inside.
    return unsafe withUnsafeBytes { a in
      unsafe other.withUnsafeBytes { b in
        var offset = 0
        while offset &+ 8 <= a.count {
          let (x, y) = unsafe (
            a.loadUnaligned(fromByteOffset: offset, as: UInt64.self),
            b.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
          )
          if x != y { return false }
          offset &+= 8
        }
        while offset < a.count {
          if unsafe a[offset] != b[offset] { return false }
          offset &+= 1
        }
        return true
      }
    }
  }

  package var codePointHash: UInt64 {
    // Safe: all loads lie inside.
    unsafe withUnsafeBytes { bytes in
      var hash = hashSeed ^ UInt64(bytes.count)
      func mix(_ word: UInt64) {
        let product = (hash ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
        hash = product.high ^ product.low
      }
      var offset = 0
      while offset &+ 8 <= bytes.count {
        mix(unsafe bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        offset &+= 8
      }
      var last: UInt64 = 0
      while offset < bytes.count {
        last = last << 8 | UInt64(unsafe bytes[offset])
        offset &+= 1
      }
      mix(last)
      return hash
    }
  }
}

/// -1, 0 or 1 as `a` is less than, equal to or greater than `b`.
@inlinable package func threeWayOrder<T: Comparable>(_ a: T, _ b: T) -> Int {
  a < b ? -1 : a == b ? 0 : 1
}
