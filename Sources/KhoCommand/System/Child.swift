/// A second process of this command, for work that may end in a signal.

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

enum Child {
  enum End { case exited(Int32), signalled(Int32) }

  /// Runs this executable with `arguments`, on the same standard streams, to its end.
  /// - Returns: how it ended; nil where it cannot be started.
  static func run(_ arguments: [String]) -> End? {
    guard let path = Installation.executable else { return nil }
    // No report of a crash: the signal says what there is to say.
    unsafe setenv("SWIFT_BACKTRACE", "enable=no", 1)
    // Safe: the texts are copies that live until the child has begun, and null ends their list.
    var texts = unsafe ([path] + arguments).map { unsafe strdup($0) } + [nil]
    defer { unsafe texts.forEach { unsafe free($0) } }
    var child = pid_t()
    guard unsafe posix_spawn(&child, path, nil, nil, &texts, environ) == 0 else { return nil }
    var status: Int32 = 0
    // Safe: the status lives across the call.
    while unsafe waitpid(child, &status, 0) == -1 {
      guard errno == EINTR else { return nil }
    }
    let signal = status & 0x7F
    return signal == 0 ? .exited((status >> 8) & 0xFF) : .signalled(signal)
  }
}
