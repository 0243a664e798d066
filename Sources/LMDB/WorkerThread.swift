/// A thread that runs closures one after the other: LMDB's write transactions belong to a thread.

/// Starts with its first job and ends with its last reference.
package final class WorkerThread: Sendable {
  /// Enough for evaluation at the nesting limits.
  package static let stackSizeInBytes = 64 << 20

  /// What the thread and those who post share; the thread holds this and not the `WorkerThread`, so
  /// that it can end.
  fileprivate struct State {
    var thread: SystemThread?
    /// Who runs a job, while one runs.
    var runner: UInt?
    var jobs: [@Sendable () -> Void] = []
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

  /// Has `job` run on the thread after those posted before, and does not wait for it. Without
  /// memory for a thread it runs here, at once: then nothing else may be running.
  package func post(_ job: @escaping @Sendable () -> Void) {
    let hasThread = monitor.update { state in
      if state.thread == nil { state.thread = WorkerThread.start(monitor) }
      let hasThread = state.thread != nil
      if hasThread { state.jobs.append(job) } else { state.runner = ThreadIdentity.current }
      return hasThread
    }
    if hasThread { return }
    job()
    monitor.withLock { $0.runner = nil }
  }

  /// Ends the thread after the jobs posted.
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
      var job = monitor.wait(until: { !$0.jobs.isEmpty || $0.isEnding }) { state in
        state.runner = state.jobs.isEmpty ? nil : ThreadIdentity.current
        return state.jobs.isEmpty ? nil : state.jobs.removeFirst()
      }
      guard job != nil else { return }
      job?()
      // What the job holds may be the last reference to the thread itself.
      job = nil
      monitor.withLock { $0.runner = nil }
    }
  }
}
