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
  /// Behind pointers, since exclusive access is the lock's work and need not be checked again.
  private let state = UnsafeMutablePointer<State>.allocate(capacity: 1)
  /// Threads asleep in `wait`.
  private let sleeperCount = UnsafeMutablePointer<Int>.allocate(capacity: 1)

  package init(_ state: sending State) {
    // Safe: allocated above, at addresses that stay; initialised once.
    unsafe self.state.initialize(to: state)
    unsafe sleeperCount.initialize(to: 0)
    unsafe pthread_mutex_init(mutex, nil)
    unsafe pthread_cond_init(condition, nil)
  }

  deinit {
    // Safe: nobody holds the lock, for nobody holds the object.
    unsafe pthread_mutex_destroy(mutex)
    unsafe pthread_cond_destroy(condition)
    unsafe state.deinitialize(count: 1)
    unsafe mutex.deallocate()
    unsafe condition.deallocate()
    unsafe state.deallocate()
    unsafe sleeperCount.deallocate()
  }

  /// Runs `body` with the lock held. Must not be entered again from within.
  package func withLock<R, E: Error>(_ body: (inout State) throws(E) -> R) throws(E) -> R {
    // Safe: an initialised mutex; what it guards is reached with the lock held.
    unsafe pthread_mutex_lock(mutex)
    defer { unsafe pthread_mutex_unlock(mutex) }
    return try unsafe body(&state.pointee)
  }

  /// Waits until `isReady` holds, then runs `body`, with the lock held all the while but in sleep.
  /// - Parameter isReady: leaves the state as it is.
  package func wait<R, E: Error>(
    until isReady: (inout State) -> Bool, then body: (inout State) throws(E) -> R
  ) throws(E) -> R {
    // Safe: an initialised mutex and condition; what is guarded is reached with the lock held.
    unsafe pthread_mutex_lock(mutex)
    defer { unsafe pthread_mutex_unlock(mutex) }
    while unsafe !isReady(&state.pointee) {
      unsafe sleeperCount.pointee += 1
      unsafe pthread_cond_wait(condition, mutex)
      unsafe sleeperCount.pointee -= 1
    }
    return try unsafe body(&state.pointee)
  }

  /// Changes the state and wakes all who wait.
  package func update<R>(_ body: (inout State) -> R) -> R {
    withLock { state in
      defer {
        // Safe: an initialised condition; the lock is held.
        if unsafe sleeperCount.pointee > 0 { unsafe pthread_cond_broadcast(condition) }
      }
      return body(&state)
    }
  }
}
