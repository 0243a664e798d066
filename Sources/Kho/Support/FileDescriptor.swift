/// Reading and writing of open files and pipes by their descriptor.

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// A file descriptor that somebody else opened and closes.
struct FileDescriptor: Sendable {
  let number: Int32

  /// Appends up to `count` bytes, waiting for the first.
  /// - Returns: how many; 0 at the end.
  func receive(upTo count: Int, into bytes: inout [UInt8]) throws(KhoError) -> Int {
    var result = 0
    // Safe: `read` writes at most the buffer's size, and exactly `result` bytes count as filled.
    let chunk = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      repeat {
        result = unsafe read(number, buffer.baseAddress, buffer.count)
      } while result < 0 && errno == EINTR
      filled = max(0, result)
    }
    guard result >= 0 else { throw .input }
    bytes.append(contentsOf: chunk)
    return result
  }

  /// Whether `receive` would return at once, with bytes or at the end.
  var isReadable: Bool {
    var entry = pollfd(fd: number, events: Int16(POLLIN), revents: 0)
    // Safe: one entry, as the count says.
    return unsafe poll(&entry, 1, 0) > 0
  }

  /// Writes all of `bytes`.
  func send(_ bytes: [UInt8]) throws(KhoError) {
    var written = 0
    while written < bytes.count {
      // Safe: from `written` to the end of the buffer.
      let result = unsafe bytes.withUnsafeBytes { buffer in
        unsafe write(number, buffer.baseAddress?.advanced(by: written), buffer.count - written)
      }
      if result > 0 { written += result } else if errno != EINTR { throw .output }
    }
  }
}

extension KhoError {
  fileprivate static let input = KhoError(.storageError, "InputFailed", "cannot read the input")
  fileprivate static let output = KhoError(.storageError, "OutputFailed", "cannot write the output")
}
