/// Standard input, output and error.

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Standard output or a file, written in large pieces.
///
/// When the reader has gone (`kho … | head -1`), the process ends quietly: the reader has what it
/// wanted.
final class Output {
  private var buffer: [UInt8] = []
  /// Whether all is kept until `flush`, which shows in a pager what is longer than the screen.
  private let isPage: Bool

  private let descriptor: Int32

  init(isPage: Bool = false) {
    self.isPage = isPage
    descriptor = STDOUT_FILENO
  }

  /// Writes to a new file, in place of one that is there.
  init(creating path: String) throws {
    isPage = false
    // Safe: the system copies the path.
    descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw Failure("'\(path)' cannot be written") }
  }

  deinit { if descriptor != STDOUT_FILENO, descriptor >= 0 { close(descriptor) } }

  func write(_ text: String) {
    buffer += text.utf8
    if !isPage, buffer.count >= 1 << 16 { flush() }
  }

  /// What is written and not flushed.
  var text: String { String(decoding: buffer, as: UTF8.self) }

  func line(_ text: String) { write(text + "\n") }

  func flush() {
    let rows = isPage ? Terminal.size?.rows ?? .max : .max
    let lineCount = isPage ? buffer.reduce(0) { $0 + ($1 == UInt8(ascii: "\n") ? 1 : 0) } : 0
    if lineCount < rows || !Pager.show(buffer) { Self.write(buffer, to: descriptor) }
    buffer.removeAll(keepingCapacity: true)
  }

  /// Writes to standard error at once.
  static func error(_ text: String) { write(Array(text.utf8), to: STDERR_FILENO) }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      // Safe: the pointer and the count are those of the buffer, which outlives the call.
      let count = unsafe rest.withUnsafeBytes {
        unsafe systemWrite(descriptor, $0.baseAddress, $0.count)
      }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        let reason = errno
        if descriptor == STDOUT_FILENO, reason != EPIPE {
          // Safe: strerror's text is copied before anything else can overwrite it.
          let text = unsafe String(cString: strerror(reason))
          error("kho: standard output cannot be written: \(text)\n")
          endProcess(.error)
        }
        if reason == EPIPE { endProcess(.success) }
        return
      }
    }
  }
}

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  // Safe: the caller's buffer holds `count` bytes.
  unsafe write(descriptor, bytes, count)
}

enum StandardInput {
  /// All bytes until the end.
  static func bytes() -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      // Safe: the pointer and the count are those of the chunk, which outlives the call.
      let count = unsafe chunk.withUnsafeMutableBytes {
        unsafe read(STDIN_FILENO, $0.baseAddress, $0.count)
      }
      if count > 0 {
        bytes += chunk[..<count]
      } else if count == 0 || errno != EINTR {
        return bytes
      }
    }
  }
}

/// Opens `/dev/null` for each standard stream that the parent closed, lest a database's file become
/// standard output.
func openClosedStandardStreams() {
  for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) == -1 {
    // Safe: the path is a literal. The lowest free descriptor is taken, which is this one.
    _ = unsafe open("/dev/null", O_RDWR)
  }
}
