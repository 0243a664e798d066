/// Arrays as bytes, and integers and bytes appended to arrays.

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
