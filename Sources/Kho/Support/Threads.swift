/// Threads of our own: with a stack deep enough for every nesting limit, and free to block.
internal import Dispatch
internal import Synchronization

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// A thread that runs one job and ends.
enum JobThread {
  /// Deep enough for the nesting limits in a debug build.
  private static let stackSizeInBytes = 16 << 20

  private final class Job {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  /// - Throws: `.storageError` if the system has no thread to give; then `body` never runs.
  static func start(_ body: @escaping @Sendable () -> Void) throws(KhoError) {
    var attributes = pthread_attr_t()
    // Safe: initialised here and destroyed on every way out; the size is above the system's
    // minimum.
    guard unsafe pthread_attr_init(&attributes) == 0 else { throw .noThread }
    // Safe: initialised above.
    defer { unsafe pthread_attr_destroy(&attributes) }
    // Safe: initialised above.
    unsafe pthread_attr_setstacksize(&attributes, stackSizeInBytes)
    // Safe: initialised above.
    unsafe pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    // Safe: the thread takes back the one reference given here, or we do where there is no thread.
    let job = unsafe Unmanaged.passRetained(Job(body))
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    // Safe: `job` stays alive until the thread has taken it.
    let status = unsafe pthread_create(
      &thread, &attributes, { unsafe JobThread.run($0) }, job.toOpaque())
    guard status == 0 else {
      unsafe job.release()  // Safe: no thread took it.
      throw .noThread
    }
  }

  private static func run(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let argument = unsafe argument else { return nil }
    // Safe: made by `passRetained` in `start`, and taken once.
    unsafe Unmanaged<Job>.fromOpaque(argument).takeRetainedValue().body()
    return nil
  }
}

/// A few threads for the jobs of `async` callers, started as they are needed and kept.
final class ThreadPool: Sendable {
  /// Reads run side by side; writes wait for the one writer anyway, and must not keep reads
  /// waiting.
  static let reading = ThreadPool(limit: 8)
  static let writing = ThreadPool(limit: 4)

  private struct State {
    /// First come, first served: from `next` on.
    var jobs: [@Sendable () -> Void] = []
    var next = 0
    var threadCount = 0
    var idleCount = 0
  }
  private let state = Mutex(State())
  private let available = DispatchSemaphore(value: 0)
  private let limit: Int

  private init(limit: Int) { self.limit = limit }

  /// - Throws: `.storageError` if there is no thread and the system has none to give.
  func submit(_ job: @escaping @Sendable () -> Void) throws(KhoError) {
    let needsThread = state.withLock { state in
      state.jobs.append(job)
      let waiting = state.jobs.count - state.next
      guard waiting > state.idleCount, state.threadCount < limit else { return false }
      state.threadCount += 1
      return true
    }
    if needsThread {
      do {
        try JobThread.start { [self] in serve() }
      } catch {
        let isAlone = state.withLock { state in
          state.threadCount -= 1
          guard state.threadCount == 0 else { return false }
          state.jobs.removeLast()
          return true
        }
        if isAlone { throw error }
      }
    }
    available.signal()
  }

  private func serve() {
    while true {
      state.withLock { $0.idleCount += 1 }
      available.wait()
      let job = state.withLock { state in
        state.idleCount -= 1
        let job = state.jobs[state.next]
        state.next += 1
        if state.next == state.jobs.count {
          state.jobs.removeAll(keepingCapacity: true)
          state.next = 0
        }
        return job
      }
      job()
    }
  }
}

extension KhoError {
  fileprivate static let noThread = KhoError(
    .storageError, "NoThread", "the system has no more threads")
}
