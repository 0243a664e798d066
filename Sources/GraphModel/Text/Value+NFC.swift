extension Value {
  /// Whether all its text is ASCII, which is in NFC as it is. O(size), without allocation.
  package var isASCII: Bool {
    switch self {
    case .string(let text): text.isASCII
    case .list(let elements): elements.allSatisfy(\.isASCII)
    case .map(let map): map.allSatisfy { $0.key.isASCII && $0.value.isASCII }
    default: true
    }
  }

  /// The value with all its text in NFC: what the store keeps, so that text from outside is
  /// compared in one form. O(size).
  package var nfc: Value {
    switch self {
    case .string(let text): .string(text.nfc)
    case .list(let elements): .list(elements.map(\.nfc))
    case .map(let map): .map(ValueMap(map.map { (key: $0.key.nfc, value: $0.value.nfc) }))
    default: self
    }
  }
}

extension String {
  /// O(n), eight bytes at once.
  fileprivate var isASCII: Bool {
    // Safe: bytes have no padding.
    let bytes = unsafe utf8.span.bytes
    var (bits, offset) = (0 as UInt64, 0)
    while offset &+ 8 <= bytes.byteCount {
      // Safe: eight bytes are there.
      bits |= unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
      offset &+= 8
    }
    while offset < bytes.byteCount {
      // Safe: a byte is there.
      bits |= unsafe UInt64(bytes.unsafeLoad(fromByteOffset: offset, as: UInt8.self))
      offset &+= 1
    }
    return bits & 0x8080_8080_8080_8080 == 0
  }
}
