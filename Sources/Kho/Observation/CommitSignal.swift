/// Waiting for the next commit.
internal import GraphStorage
internal import Synchronization

/// Counts the commits of this process, and lets tasks wait for the next.
final class CommitSignal: Sendable {
  private final class Waiters: Sendable {
    struct State {
      var count = 0
      var waiters: [CheckedContinuation<Void, Never>] = []
    }
    let state = Mutex(State())

    func signal() {
      let waiters = state.withLock { state in
        defer { state.waiters = [] }
        state.count &+= 1
        return state.waiters
      }
      for waiter in waiters { waiter.resume() }
    }
  }
  private let waiters: Waiters
  private let observer: CommitObserver
  private let isShared: Bool

  /// How long a commit of another process may stay unnoticed.
  private static let timeBetweenLooks = Duration.milliseconds(100)

  init(_ database: Database) {
    let waiters = Waiters()
    self.waiters = waiters
    observer = database.store.observeCommits { waiters.signal() }
    isShared = !database.isTemporary
  }

  /// Grows with each commit.
  var count: Int { waiters.state.withLock { $0.count } }

  /// Returns when `count` is another one, the task is cancelled, the database was closed, or it is
  /// time to look for commits of other processes.
  func wait(after count: Int) async {
    let waiters = waiters
    // Nobody else can write to a temporary database.
    let timer =
      isShared
      ? Task {
        if (try? await Task.sleep(for: Self.timeBetweenLooks)) != nil { waiters.signal() }
      } : nil
    defer { timer?.cancel() }
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let isOver = waiters.state.withLock { state in
          guard state.count == count else { return true }
          state.waiters.append(continuation)
          return false
        }
        if isOver { continuation.resume() }
      }
    } onCancel: {
      waiters.signal()
    }
  }
}
