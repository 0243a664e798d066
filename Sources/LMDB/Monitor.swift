/// Mutual exclusion and waiting, on POSIX threads.

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A lock with a condition. `State` is reached only while the lock is held.
@safe package final class Monitor<State>: @unchecked Sendable {
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var state: State
  /// Threads asleep in `wait`.
  private var sleeperCount = 0

  package init(_ state: sending State) {
    self.state = state
    // Safe: allocated above, at addresses that stay; initialised once.
    unsafe pthread_mutex_init(mutex, nil)
    unsafe pthread_cond_init(condition, nil)
  }

  deinit {
    // Safe: nobody holds the lock, for nobody holds the object.
    unsafe pthread_mutex_destroy(mutex)
    unsafe pthread_cond_destroy(condition)
    unsafe mutex.deallocate()
    unsafe condition.deallocate()
  }

  /// Runs `body` with the lock held. Must not be entered again from within.
  package func withLock<R, E: Error>(_ body: (inout State) throws(E) -> R) throws(E) -> R {
    // Safe: an initialised mutex.
    unsafe pthread_mutex_lock(mutex)
    defer { unsafe pthread_mutex_unlock(mutex) }
    return try body(&state)
  }

  /// Waits until `isReady` holds, then runs `body`, with the lock held all the while but in sleep.
  package func wait<R, E: Error>(
    until isReady: (State) -> Bool, then body: (inout State) throws(E) -> R
  ) throws(E) -> R {
    // Safe: an initialised mutex and condition.
    unsafe pthread_mutex_lock(mutex)
    defer { unsafe pthread_mutex_unlock(mutex) }
    while !isReady(state) {
      sleeperCount += 1
      unsafe pthread_cond_wait(condition, mutex)
      sleeperCount -= 1
    }
    return try body(&state)
  }

  /// Changes the state and wakes all who wait.
  package func update<R>(_ body: (inout State) -> R) -> R {
    withLock { state in
      defer {
        // Safe: an initialised condition.
        if sleeperCount > 0 { unsafe pthread_cond_broadcast(condition) }
      }
      return body(&state)
    }
  }
}
