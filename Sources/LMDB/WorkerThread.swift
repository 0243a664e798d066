/// A thread that runs closures one at a time while their callers wait: LMDB's write transactions
/// belong to a thread.

/// Starts with its first job and ends with its last reference.
package final class WorkerThread: Sendable {
  /// Enough for evaluation at the nesting limits.
  static let stackSizeInBytes = 64 << 20

  /// What the thread and its callers share; the thread holds this and not the `WorkerThread`, so
  /// that it can end.
  fileprivate struct State {
    var thread: SystemThread?
    /// Who runs the job, while one runs.
    var runner: UInt?
    var job: (() -> Void)?
    var isBusy = false
    var isDone = false
    var isEnding = false
  }
  private let monitor = Monitor(State())

  private let processGeneration = ForkedProcess.generation

  package init() {}

  deinit { end() }

  /// Whether the caller runs on this thread, that is, inside a job.
  package var isCurrent: Bool {
    monitor.withLock { $0.runner == ThreadIdentity.current }
  }

  /// Runs `body` on the thread when it is free, and returns what it gives. Not to be called from a
  /// job.
  package func run<R>(_ body: () throws -> R) throws -> R {
    guard let result = try run(unless: { false }, body) else { throw LMDBError.outOfMemory }
    return result
  }

  /// As `run`, but returns nil where `isDone` holds when its turn comes, or before: then another
  /// job has done what this one was to do.
  package func run<R>(unless isDone: () -> Bool, _ body: () throws -> R) throws -> R? {
    let outcome = Outcome<R>()
    var isNeeded = true
    withoutActuallyEscaping(body) { body in
      // Safe: the caller waits for the job's end, so the closure and the box are never used by two
      // threads at once.
      nonisolated(unsafe) let job = { outcome.result = Result { try body() } }
      monitor.wait(until: { !$0.isBusy || isDone() }) { state in
        isNeeded = !isDone()
        if isNeeded { state.isBusy = true }
      }
      guard isNeeded else { return }
      let hasThread = monitor.update { state in
        if state.thread == nil { state.thread = WorkerThread.start(monitor) }
        state.isDone = false
        // Without memory for a thread the caller's own serves: it waits, and so nothing runs beside
        // it.
        if state.thread == nil {
          state.runner = ThreadIdentity.current
        } else {
          unsafe state.job = job
        }
        return state.thread != nil
      }
      if hasThread {
        monitor.wait(until: { $0.isDone }, then: { _ in })
      } else {
        unsafe job()
      }
      monitor.update { state in
        state.runner = nil
        state.isBusy = false
      }
    }
    guard isNeeded else { return nil }
    guard let result = outcome.result else { throw LMDBError.outOfMemory }
    return try result.get()
  }

  private final class Outcome<R> { var result: Result<R, any Error>? }

  /// Ends the thread after the running job.
  private func end() {
    // In a forked child the thread does not exist.
    guard ForkedProcess.generation == processGeneration else { return }
    let thread = monitor.update { state in
      state.isEnding = true
      return state.thread
    }
    thread?.end()
  }

  private static func start(_ monitor: Monitor<State>) -> SystemThread? {
    try? SystemThread.start(stackSizeInBytes: stackSizeInBytes) { serve(monitor) }
  }

  private static func serve(_ monitor: Monitor<State>) {
    while true {
      var job = monitor.wait(until: { $0.job != nil || $0.isEnding }) { state in
        defer { state.job = nil }
        state.runner = ThreadIdentity.current
        return state.job
      }
      guard job != nil else { return }
      job?()
      // The caller may go on only when nobody holds its closure any more.
      job = nil
      monitor.update { $0.isDone = true }
    }
  }
}
