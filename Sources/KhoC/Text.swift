/// Text that crosses to C and back.
internal import GraphModel

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Text in memory of ours, ended by NUL.
@safe struct CText {
  let pointer: UnsafePointer<CChar>
  let count: Int
}

/// Keeps texts at addresses that stay until all are removed together.
@safe final class TextArena {
  private var chunks: [UnsafeMutableBufferPointer<CChar>] = unsafe []
  private var used = 0
  private static let chunkSizeInBytes = 1_024

  deinit {
    // Safe: each was allocated below and is freed once.
    for unsafe chunk in unsafe chunks { unsafe chunk.deallocate() }
  }

  /// A copy of `text`.
  func keep(_ text: String) -> CText {
    var text = text
    return text.withUTF8 { bytes in
      let count = bytes.count
      let base = unsafe reserve(count + 1)
      // Safe: `count + 1` bytes were reserved; the source is lent for the call.
      if let source = bytes.baseAddress { unsafe memcpy(base, source, count) }
      unsafe base[count] = 0
      return unsafe CText(pointer: UnsafePointer(base), count: count)
    }
  }

  /// Ends the life of all texts; keeps one chunk for the next.
  func removeAll() {
    guard used > 0 else { return }
    used = 0
    guard unsafe chunks.count > 1 || (chunks.first?.count ?? 0) > 65_536 else { return }
    // Safe: each was allocated below and is freed once.
    for unsafe chunk in unsafe chunks { unsafe chunk.deallocate() }
    unsafe chunks = []
  }

  private func reserve(_ count: Int) -> UnsafeMutablePointer<CChar> {
    if let last = unsafe chunks.last, let base = last.baseAddress, last.count - used >= count {
      defer { used += count }
      // Safe: within the chunk, by the line above.
      return unsafe base + used
    }
    let capacity = max(count, Self.chunkSizeInBytes)
    let base = UnsafeMutablePointer<CChar>.allocate(capacity: capacity)
    unsafe chunks.append(UnsafeMutableBufferPointer(start: base, count: capacity))
    used = count
    return unsafe base
  }
}

extension String {
  /// Text of the caller, copied.
  /// - Parameters:
  ///   - length: in bytes, or negative for up to a NUL.
  ///   - what: what errors call it.
  /// - Throws: `.misuse` for a null pointer, `.typeError` for what is not UTF-8, `.limitExceeded`
  ///   for a length that no text has.
  init(
    lent pointer: UnsafePointer<CChar>?, _ length: Int64 = -1, as what: String
  ) throws(KhoError) {
    guard let pointer = unsafe pointer else {
      throw KhoError(.misuse, "NullPointer", "expected \(what), found a null pointer")
    }
    guard length <= Int32.max else {
      throw KhoError(.limitExceeded, "TextTooLong", "expected \(what), found \(length) bytes")
    }
    // Safe: the caller lends so many bytes, or a text with NUL, for the call.
    let count = unsafe length < 0 ? strlen(pointer) : Int(length)
    try unsafe self.init(checking: UnsafeRawBufferPointer(start: pointer, count: count), as: what)
  }

  /// Whether it is the text up to the NUL of `other`; false for a null pointer.
  func equals(_ other: UnsafePointer<CChar>?) -> Bool {
    // Safe: the caller lends a text with NUL.
    guard let other = unsafe other else { return false }
    return unsafe equals(UnsafeRawBufferPointer(start: other, count: strlen(other)))
  }

  /// Whether it has these bytes, which are lent for the call.
  func equals(_ other: UnsafeRawBufferPointer) -> Bool {
    unsafe utf8.withContiguousStorageIfAvailable { bytes in
      guard bytes.count == other.count, let start = bytes.baseAddress,
        let otherStart = other.baseAddress
      else { return bytes.count == other.count }
      // Safe: as many bytes are compared as both have.
      return unsafe memcmp(start, otherStart, bytes.count) == 0
    } ?? false
  }

  /// Text of bytes that are lent for the call, copied.
  init(checking bytes: UnsafeRawBufferPointer, as what: String) throws(KhoError) {
    // Safe: the caller lends the bytes.
    guard
      let text = unsafe String(validating: bytes.bindMemory(to: UInt8.self), as: UTF8.self)
    else {
      throw KhoError(.typeError, "InvalidText", "expected \(what) in UTF-8, found other bytes")
    }
    self = text
  }
}

/// The text that was last given to this thread by kho_info or kho_check.
enum ThreadTexts {
  private static let key: pthread_key_t = {
    var key = pthread_key_t()
    // Safe: the destructor takes back the slot's reference when its thread ends.
    #if canImport(Darwin)
      unsafe pthread_key_create(&key) { unsafe Unmanaged<TextArena>.fromOpaque($0).release() }
    #else
      unsafe pthread_key_create(&key) { pointer in
        guard let pointer = unsafe pointer else { return }
        unsafe Unmanaged<TextArena>.fromOpaque(pointer).release()
      }
    #endif
    return key
  }()

  static func keep(_ text: String) -> CText {
    let arena: TextArena
    // Safe: the slot holds one reference to an arena of this thread.
    if let known = unsafe pthread_getspecific(key) {
      arena = unsafe Unmanaged<TextArena>.fromOpaque(known).takeUnretainedValue()
    } else {
      arena = TextArena()
      _ = unsafe pthread_setspecific(key, Unmanaged.passRetained(arena).toOpaque())
    }
    arena.removeAll()
    return arena.keep(text)
  }
}
