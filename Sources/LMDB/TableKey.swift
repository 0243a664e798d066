/// Keys of records, as LMDB takes them.
internal import CLMDB

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
