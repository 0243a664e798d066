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
