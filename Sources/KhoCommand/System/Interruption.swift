/// Signals: Ctrl-C ends the statement that runs, a closed pipe ends nothing by itself.
import Kho

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

enum Interruption {
  /// Given to every statement; cancelled by Ctrl-C.
  static let cancellation = Cancellation()

  /// From now on Ctrl-C cancels. Unless `isRepeatable`, a second one ends the process at once.
  static func install(isRepeatable: Bool = false) {
    _ = cancellation
    signal(SIGPIPE, SIG_IGN)
    // A parent may have handed down a mask without knowing it: worker threads block signals.
    var signals = sigset_t()
    // Safe: the set lives across the calls.
    unsafe sigemptyset(&signals)
    unsafe sigaddset(&signals, SIGINT)
    unsafe pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    // The handlers do nothing but one atomic store and `signal`, which are safe in a handler.
    if isRepeatable {
      signal(SIGINT) { _ in Interruption.cancellation.cancel() }
    } else {
      signal(SIGINT) { _ in
        Interruption.cancellation.cancel()
        signal(SIGINT, SIG_DFL)
      }
    }
  }
}
