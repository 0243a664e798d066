/// Threads of our own: with a stack deep enough for every nesting limit, and free to block.
internal import Dispatch
internal import LMDB
internal import Synchronization

/// A thread that runs one job and ends.
enum JobThread {
  /// Deep enough for the nesting limits in a debug build.
  private static let stackSizeInBytes = 16 << 20

  /// - Throws: `.storageError` if the system has no thread to give; then `body` never runs.
  static func start(_ body: @escaping @Sendable () -> Void) throws(KhoError) {
    do throws(LMDBError) {
      try SystemThread.start(stackSizeInBytes: stackSizeInBytes, body).detach()
    } catch {
      throw .noThread
    }
  }
}

/// A few threads for the jobs of `async` callers, started as they are needed; an idle one soon
/// ends.
final class ThreadPool: Sendable {
  fileprivate struct State {
    /// First come, first served: from `next` on.
    var jobs: [@Sendable () -> Void] = []
    var next = 0
    var threadCount = 0
    var idleCount = 0
    var waitingCount: Int { jobs.count - next }
  }
  private let state = Mutex(State())
  private let available = DispatchSemaphore(value: 0)
  private let limit: Int

  /// - Parameter limit: how many jobs may run side by side.
  init(limit: Int) { self.limit = limit }

  /// - Throws: `.storageError` if there is no thread and the system has none to give.
  func submit(_ job: @escaping @Sendable () -> Void) throws(KhoError) {
    let needsThread = state.withLock { state in
      state.jobs.append(job)
      guard state.waitingCount > state.idleCount, state.threadCount < limit else { return false }
      state.threadCount += 1
      return true
    }
    if needsThread {
      do throws(KhoError) {
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
      let isSignalled = available.wait(timeout: .now() + .seconds(1)) == .success
      let (job, isEnding) = state.withLock { state in
        state.idleCount -= 1
        // A job that came with the time-out is still to be signalled.
        if isSignalled { return (state.takeJob() as (@Sendable () -> Void)?, false) }
        guard state.waitingCount == 0 else { return (nil, false) }
        state.threadCount -= 1
        return (nil, true)
      }
      job?()
      if isEnding { return }
    }
  }
}

extension ThreadPool.State {
  fileprivate mutating func takeJob() -> (@Sendable () -> Void)? {
    guard next < jobs.count else { return nil }
    defer {
      next += 1
      if next == jobs.count {
        jobs.removeAll(keepingCapacity: true)
        next = 0
      }
    }
    return jobs[next]
  }
}

extension KhoError {
  static let noThread = KhoError(
    .storageError, "NoThread", "the system has no more threads")
}
