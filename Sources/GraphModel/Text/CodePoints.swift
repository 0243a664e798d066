/// Strings as openCypher sees them: sequences of code points. (Swift's own `==`, `<` and hash see
/// through normal forms, at a cost.) The order of UTF-8 bytes is the order of code points.

extension String {
  /// Whether both have the same code points. O(n).
  package func isIdentical(to other: String) -> Bool {
    // Swift's comparison is quick to say no, and of ASCII also to say yes.
    self == other && utf8.elementsEqual(other.utf8)
  }

  /// -1, 0 or 1 as `a` sorts before, with or after `b` by code points. O(n).
  package static func codePointOrder(_ a: String, _ b: String) -> Int {
    let first = a.utf8.span
    let second = b.utf8.span
    for index in 0..<Swift.min(first.count, second.count) where first[index] != second[index] {
      return first[index] < second[index] ? -1 : 1
    }
    return threeWayOrder(first.count, second.count)
  }

  func hashCodePoints(into hasher: inout Hasher) {
    var copy = self
    // Safe: the bytes are read while the closure runs.
    copy.withUTF8 { unsafe hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    hasher.combine(0xFF as UInt8)
  }
}

/// -1, 0 or 1 as `a` is less than, equal to or greater than `b`.
@inlinable package func threeWayOrder<T: Comparable>(_ a: T, _ b: T) -> Int {
  a < b ? -1 : a == b ? 0 : 1
}
