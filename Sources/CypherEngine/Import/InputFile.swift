/// Files that are read from their start to their end.
package import GraphModel

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// An open file; closes with its last reference.
package final class InputFile {
  /// What errors call it.
  package let name: String
  private let descriptor: Int32
  /// Bytes read so far.
  package private(set) var position = 0

  static let pieceSizeInBytes = 1 << 20

  package init(_ path: String, name: String? = nil) throws(KhoError) {
    self.name = name ?? path
    // Safe: the string is passed as a C string that lives during the call.
    descriptor = path.utf8.contains(0) ? -1 : unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw unreadable }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  private var unreadable: KhoError {
    KhoError(.argumentError, "FileUnreadable", "'\(name)' cannot be read")
  }

  /// The file's size; nil for what has none, such as a pipe.
  package var sizeInBytes: Int? {
    var status = stat()
    // Safe: the system fills the record.
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      return nil
    }
    return Int(status.st_size)
  }

  /// Appends the next piece, which is as long as what the buffer has already where that is more;
  /// false at the end.
  package func receive(into buffer: inout [UInt8]) throws(KhoError) -> Bool {
    let start = buffer.count
    let size = max(InputFile.pieceSizeInBytes, start)
    buffer += [UInt8](repeating: 0, count: size)
    while true {
      // Safe: at most the bytes just appended are written.
      let count = unsafe buffer.withUnsafeMutableBytes { bytes in
        unsafe read(descriptor, bytes.baseAddress.map { unsafe $0 + start }, size)
      }
      if count < 0, errno == EINTR { continue }
      buffer.removeLast(size - max(count, 0))
      guard count >= 0 else { throw unreadable }
      position += count
      return count > 0
    }
  }
}
