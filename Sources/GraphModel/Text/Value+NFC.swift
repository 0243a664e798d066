extension Value {
  /// Whether all its text is ASCII, which is in NFC as it is. O(size), without allocation.
  package var isASCII: Bool {
    switch self {
    case .string(let text): text.utf8.allSatisfy { $0 < 0x80 }
    case .list(let elements): elements.allSatisfy(\.isASCII)
    case .map(let map): map.allSatisfy { $0.key.utf8.allSatisfy { $0 < 0x80 } && $0.value.isASCII }
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
