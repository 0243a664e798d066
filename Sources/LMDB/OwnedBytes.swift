/// Bytes that lie nowhere in the map but are read like those that do.

/// Holds a copy. Its bytes may be read as long as it lives.
@safe package final class OwnedBytes {
  private let memory: UnsafeMutableRawPointer
  package let bytes: Bytes

  package init(_ array: [UInt8]) {
    // Safe: as much memory as is copied, freed by this object.
    let memory = UnsafeMutableRawPointer.allocate(byteCount: max(array.count, 1), alignment: 8)
    unsafe array.withUnsafeBytes { source in
      guard let base = source.baseAddress else { return }
      unsafe memory.copyMemory(from: base, byteCount: source.count)
    }
    unsafe self.memory = memory
    unsafe bytes = Bytes(base: memory, count: array.count)
  }

  deinit {
    // Safe: allocated above.
    unsafe memory.deallocate()
  }
}
