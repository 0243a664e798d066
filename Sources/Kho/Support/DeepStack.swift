/// Room for recursion: values, texts and plans nest up to the limits on every thread that calls us.
internal import Dispatch
internal import LMDB

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

package enum DeepStack {
  /// More than the nesting limits take in a debug build, by a third.
  private static let neededInBytes: UInt = 4 << 20
  /// More than a statement of as many steps as there may be takes: only a long text has so many.
  #if DEBUG
    private static let neededForStepsInBytes: UInt = 14 << 20
  #else
    private static let neededForStepsInBytes: UInt = 4 << 20
  #endif
  private static let shortText = 1_024

  /// Runs `body` here if the stack has room enough, and otherwise on a thread of our own while the
  /// caller waits: secondary threads may have half a megabyte.
  static func run<R>(_ body: () throws -> R) throws -> R {
    remainingInBytes < neededInBytes ? try runElsewhere(body) : try body()
  }

  /// Runs what walks a statement's plan: in place if the statement is short or there is room for
  /// the longest, and otherwise as `run` does.
  static func run<R>(
    statement text: String, _ body: () throws(KhoError) -> R
  ) throws(KhoError) -> R {
    if text.utf8.count < shortText || remainingInBytes >= neededForStepsInBytes {
      return try body()
    }
    return try typed { try runElsewhere(body) }
  }

  /// Runs what walks a value, in place if there is room for one that nests as deep as any may.
  package static func run<R>(
    value body: () throws(KhoError) -> R
  ) throws(KhoError) -> R {
    if remainingInBytes >= neededInBytes { return try body() }
    return try typed { try runElsewhere(body) }
  }

  /// Apart from `run`, which would otherwise look up the types of its variables each time.
  @inline(never) private static func runElsewhere<R>(_ body: () throws -> R) throws -> R {
    var result: Result<R, any Error>?
    try withoutActuallyEscaping({ result = Result { try body() } }) { body in
      // The closure runs while this thread waits for its end.
      let handover = Handover<Void>(body)
      let done = DispatchSemaphore(value: 0)
      // What this thread holds, the other one may use and has to respect.
      let caller = ThreadIdentity.current
      try JobThread.start {
        ThreadIdentity.assume(caller)
        handover.run(())
        done.signal()
      }
      done.wait()
    }
    guard let result else { throw KhoError.noThread }
    return try result.get()
  }

  private static var remainingInBytes: UInt {
    var marker: UInt8 = 0
    // Safe: the address is not followed.
    let here = unsafe withUnsafePointer(to: &marker) { UInt(bitPattern: $0) }
    return here - min(here, bound)
  }

  /// The lowest address of this thread's stack; 0 if the system does not tell. Asked once for each
  /// thread, since the answer takes long for the main one.
  private static var bound: UInt {
    let known = knownBound.value
    if known != 0 { return known }
    let bound = systemBound
    knownBound.value = bound
    return bound
  }

  private static let knownBound = ThreadWord()

  #if canImport(Darwin)
    private static var systemBound: UInt {
      // Safe: asks about the calling thread.
      let top = unsafe UInt(bitPattern: pthread_get_stackaddr_np(pthread_self()))
      return top - UInt(pthread_get_stacksize_np(pthread_self()))
    }
  #else
    private typealias GetAttributes =
      @convention(c) (pthread_t, UnsafeMutablePointer<pthread_attr_t>) -> Int32

    /// `pthread_getattr_np`, which the C library has and Swift's view of its headers lacks.
    private static let getAttributes: GetAttributes? = {
      // Safe: the symbol, where it is there, has this type.
      unsafe dlsym(nil, "pthread_getattr_np").map {
        unsafe unsafeBitCast($0, to: GetAttributes.self)
      }
    }()

    private static var systemBound: UInt {
      var attributes = pthread_attr_t()
      // Safe: fills in the attributes of the calling thread, which are destroyed below.
      guard let get = unsafe getAttributes, unsafe get(pthread_self(), &attributes) == 0 else {
        return 0
      }
      // Safe: initialised above.
      defer { unsafe pthread_attr_destroy(&attributes) }
      var address: UnsafeMutableRawPointer?
      var size = 0
      // Safe: initialised above; the address is not followed.
      guard unsafe pthread_attr_getstack(&attributes, &address, &size) == 0 else { return 0 }
      return UInt(bitPattern: address)
    }
  #endif
}

/// A closure for another thread that its sender waits for. Nothing refers to the closure any more
/// once it has run, so that it does not outlive the sender's wait.
final class Handover<Input>: @unchecked Sendable {
  private var body: ((Input) -> Void)?
  init(_ body: @escaping (Input) -> Void) { self.body = body }

  func run(_ input: Input) {
    body?(input)
    body = nil
  }
}
