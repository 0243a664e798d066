/// Threads of the system, with stacks as deep as their jobs need.
internal import CLMDB

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A thread that runs one closure and ends. Joined or detached exactly once.
package struct SystemThread: @unchecked Sendable {
  private let handle: pthread_t

  private final class Job {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  /// Starts a thread that runs `body`.
  /// - Throws: the system's reason where it has no thread to give; then `body` never runs.
  package static func start(
    stackSizeInBytes: Int, _ body: @escaping @Sendable () -> Void
  ) throws(LMDBError) -> SystemThread {
    var attributes = pthread_attr_t()
    // Safe: initialised here and destroyed on every way out.
    try LMDBError.check(unsafe pthread_attr_init(&attributes))
    defer { unsafe pthread_attr_destroy(&attributes) }
    try LMDBError.check(unsafe pthread_attr_setstacksize(&attributes, stackSizeInBytes))
    // Safe: the thread takes back the one reference given here, or we do where there is no thread.
    let job = unsafe Unmanaged.passRetained(Job(body))
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    let code = unsafe pthread_create(
      &thread, &attributes, { unsafe SystemThread.run($0) }, job.toOpaque())
    #if canImport(Darwin)
      if code == 0, let thread { return SystemThread(handle: thread) }
    #else
      if code == 0 { return SystemThread(handle: thread) }
    #endif
    unsafe job.release()
    throw LMDBError(code: code)
  }

  private static func run(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let argument = unsafe argument else { return nil }
    // Safe: made by `passRetained` in `start`, and taken once.
    unsafe Unmanaged<Job>.fromOpaque(argument).takeRetainedValue().body()
    return nil
  }

  /// Lets it end by itself.
  package func detach() { pthread_detach(handle) }

  /// Waits for its end; the thread itself is detached instead.
  package func end() {
    if pthread_equal(handle, pthread_self()) != 0 {
      detach()
    } else {
      pthread_join(handle, nil)
    }
  }
}

/// A word that every thread has for itself; 0 until it is set.
package struct ThreadWord: Sendable {
  private let key: pthread_key_t

  package init() {
    var key = pthread_key_t()
    // Safe: makes a key without a destructor.
    unsafe pthread_key_create(&key, nil)
    self.key = key
  }

  /// The calling thread's.
  package var value: UInt {
    // Safe: the key was made above, and its values are words that nobody follows.
    get { UInt(bitPattern: unsafe pthread_getspecific(key)) }
    nonmutating set {
      // Safe: as above.
      _ = unsafe pthread_setspecific(key, UnsafeRawPointer(bitPattern: newValue))
    }
  }
}

/// The calling thread's identity, while it lives; of a thread that works for another, which waits
/// for it, the other's.
package enum ThreadIdentity {
  package static var current: UInt {
    let other = assumed.value
    if other != 0 { return other }
    // Safe: the identifier is only compared.
    #if canImport(Darwin)
      return UInt(bitPattern: unsafe pthread_self())
    #else
      return UInt(pthread_self())
    #endif
  }

  /// Makes the calling thread one that works for another, for the rest of its life.
  package static func assume(_ identity: UInt) { assumed.value = identity }

  private static let assumed = ThreadWord()
}
