/// Signals: Ctrl-C ends the statement that runs, a closed pipe ends nothing by itself, and a
/// damaged file ends the command with words.
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

  private static let faultText: StaticString =
    "kho: memory could not be read: the file is damaged, or kho has a fault; try 'kho check'\n"

  /// From now on a page of the file that is not there, or leads elsewhere, ends the process with
  /// exit code 1. LMDB follows the pages of a file as it finds them.
  static func installFaults() {
    for fault in [SIGBUS, SIGSEGV] {
      signal(fault) { _ in
        // Safe: the text lives forever; `write` and `_exit` are safe in a handler.
        let text = Interruption.faultText
        _ = unsafe write(STDERR_FILENO, text.utf8Start, text.utf8CodeUnitCount)
        _exit(ExitStatus.error.rawValue)
      }
    }
  }

  /// Lets Ctrl-C and such faults end the process by their signals again.
  static func uninstall() {
    for signalled in [SIGINT, SIGBUS, SIGSEGV] { signal(signalled, SIG_DFL) }
  }
}
