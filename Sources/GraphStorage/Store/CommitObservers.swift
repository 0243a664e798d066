/// Who is told of commits.
internal import Synchronization

/// What is called after each commit of this process, and when a handle on the store closes.
final class CommitObservers: Sendable {
  private struct State {
    var handlers: [UInt64: @Sendable () -> Void] = [:]
    var last: UInt64 = 0
  }
  private let state = Mutex(State())

  func add(_ handler: @escaping @Sendable () -> Void) -> UInt64 {
    state.withLock { state in
      state.last &+= 1
      state.handlers[state.last] = handler
      return state.last
    }
  }

  func remove(_ id: UInt64) { state.withLock { $0.handlers[id] = nil } }

  func notify() {
    for handler in state.withLock({ Array($0.handlers.values) }) { handler() }
  }
}

/// Has its handler called until its last reference goes. Does not keep the store open.
package final class CommitObserver: Sendable {
  private let observers: CommitObservers
  private let id: UInt64

  init(_ observers: CommitObservers, _ handler: @escaping @Sendable () -> Void) {
    self.observers = observers
    id = observers.add(handler)
  }

  deinit { observers.remove(id) }
}

extension GraphStore {
  /// Calls `handler` after each commit of this process, on the thread that wrote, and when this or
  /// another handle on the file closes. Commits of other processes show in `snapshotID` only. The
  /// handler must be quick, and must not use the store.
  package func observeCommits(_ handler: @escaping @Sendable () -> Void) -> CommitObserver {
    CommitObserver(shared.observers, handler)
  }
}
