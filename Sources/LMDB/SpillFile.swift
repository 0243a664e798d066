/// A file without a name for what does not fit into memory; it vanishes with its last reference.
#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Written at its end, read anywhere. One thread at a time, which its users see to.
package final class SpillFile: @unchecked Sendable {
  private let descriptor: Int32
  package private(set) var sizeInBytes = 0

  /// Makes the file beside `path`, where there is room for a database as well.
  package init(beside path: String) throws(LMDBError) {
    let name = "\(path).spill-\(getpid())-\(UInt64.random(in: 0 ... .max))"
    // Safe: the system copies the name.
    descriptor = unsafe open(name, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .system }
    DatabaseFile.remove(name)
  }

  deinit { if descriptor >= 0 { _ = close(descriptor) } }

  /// Appends the elements' bytes.
  package func append<T: BitwiseCopyable>(_ elements: [T]) throws(LMDBError) {
    let size = elements.count * MemoryLayout<T>.stride
    // Safe: the bytes from `done` on lie inside the array.
    try transfer(size) { done in
      unsafe elements.withUnsafeBytes { buffer in
        unsafe pwrite(
          descriptor, buffer.baseAddress.map { unsafe $0 + done }, size - done,
          off_t(sizeInBytes + done))
      }
    }
    sizeInBytes += size
  }

  /// Reads elements from `offset` on in place of those of `elements`, as many as it has.
  package func read<T: BitwiseCopyable>(
    _ offset: Int, into elements: inout [T]
  ) throws(LMDBError) {
    let size = elements.count * MemoryLayout<T>.stride
    // Safe: what is read from `done` on lies inside the array.
    try transfer(size) { done in
      unsafe elements.withUnsafeMutableBytes { buffer in
        unsafe pread(
          descriptor, buffer.baseAddress.map { unsafe $0 + done }, size - done,
          off_t(offset + done))
      }
    }
  }

  /// Calls the system from `done` bytes on until all of `size` went through.
  private func transfer(_ size: Int, _ call: (_ done: Int) -> Int) throws(LMDBError) {
    var done = 0
    while done < size {
      let count = call(done)
      guard count > 0 else {
        if count < 0, errno == EINTR { continue }
        throw .system
      }
      done += count
    }
  }
}
