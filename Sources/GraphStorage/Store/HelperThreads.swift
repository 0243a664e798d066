/// Threads of the process that help others with their work, asleep while there is none.
internal import LMDB

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Started as they are needed; they live as long as the process.
package enum HelperThreads {
  private struct State {
    var generation = ForkedProcess.generation
    var jobs: [@Sendable () -> Void] = []
    var threadCount = 0
    /// Those that have no job, or are about to take one of `jobs`.
    var idleCount = 0
  }
  private static let monitor = Monitor(State())
  private static let largestCount = 256

  /// How many threads may work at one query, unless a database says otherwise: as many as the
  /// environment's KHO_THREADS says, else as there are processors.
  package static let defaultCount: Int = {
    // Safe: a string that ends with NUL, read at once.
    let setting = unsafe getenv("KHO_THREADS").flatMap { unsafe Int(String(cString: $0)) }
    return max(1, setting ?? Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
  }()

  /// Has up to `count` threads run `job` at once, and does not wait for them.
  /// - Parameter limit: as many threads as there may be.
  /// - Returns: how many will: those that are idle, or could be started.
  package static func call(
    _ count: Int, of limit: Int, to job: @escaping @Sendable () -> Void
  ) -> Int {
    monitor.update { state in
      // In a forked child the threads do not exist.
      if state.generation != ForkedProcess.generation { state = State() }
      var called = 0
      while called < count {
        if state.idleCount == state.jobs.count {
          guard state.threadCount < min(limit, largestCount), start() else { break }
          state.threadCount += 1
          state.idleCount += 1
        }
        state.jobs.append(job)
        called += 1
      }
      return called
    }
  }

  /// Lets others run, in a wait that may be over at any time: longer from the 500th attempt on.
  package static func pause(_ attempt: Int) {
    if attempt < 500 { sched_yield() } else { usleep(100) }
  }

  private static func start() -> Bool {
    let thread = try? SystemThread.start(stackSizeInBytes: WorkerThread.stackSizeInBytes) {
      while true {
        next()()
        monitor.withLock { $0.idleCount += 1 }
      }
    }
    thread?.detach()
    return thread != nil
  }

  private static func next() -> @Sendable () -> Void {
    monitor.wait(until: { !$0.jobs.isEmpty }) { state in
      state.idleCount -= 1
      return state.jobs.removeFirst()
    }
  }
}
