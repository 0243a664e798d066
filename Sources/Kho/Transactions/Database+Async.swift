/// `read` and `write` for `async` callers.
internal import Synchronization

extension Database {
  /// Runs `body` on a snapshot, on a thread of Kho's own, while the task is suspended.
  ///
  /// ```swift
  /// let total = try await database.read { tx in
  ///   try tx.query("MATCH (n) RETURN count(n)").single(as: Int.self)
  /// }
  /// ```
  /// Nothing can be awaited inside: a transaction belongs to one thread. Cancelling the task ends
  /// its wait for a thread, or the statement that runs, with `.cancelled`.
  /// - Throws: what `body` throws; `.cancelled`; `.misuse` on a closed database.
  public func read<R: Sendable>(
    _ body: @escaping @Sendable (Transaction) throws -> R
  ) async throws -> R {
    try await run(on: readers) { isCancelled in
      try self.read(isCancelled: isCancelled, body)
    }
  }

  /// Runs `body` in the one write transaction while the task is suspended: as the synchronous
  /// `write`.
  ///
  /// Cancelling the task ends the statement that runs with `.cancelled`, and rolls back; a commit
  /// that has begun is completed.
  @discardableResult public func write<R: Sendable>(
    _ body: @escaping @Sendable (WriteTransaction) throws -> R
  ) async throws -> R {
    try await run(on: writers) { isCancelled in
      try self.write(isCancelled: isCancelled, body)
    }
  }

  private func run<R: Sendable>(
    on pool: ThreadPool,
    _ body: @escaping @Sendable (_ isCancelled: @escaping @Sendable () -> Bool) throws -> R
  ) async throws -> R {
    let cancellation = Cancellation()
    let waiting = WaitingTask<R>()
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        waiting.begin(continuation)
        guard !cancellation.isCancelled else { return waiting.cancel() }
        do {
          try pool.submit {
            // Nil: cancelled before its turn came.
            guard let continuation = waiting.take() else { return }
            continuation.resume(with: Result { try body(cancellation.test) })
          }
        } catch {
          waiting.take()?.resume(throwing: error)
        }
      }
    } onCancel: {
      cancellation.cancel()
      waiting.cancel()
    }
  }
}

/// A task until a thread takes its job, or it is cancelled: whichever comes first resumes it.
private final class WaitingTask<R: Sendable>: Sendable {
  private let continuation = Mutex<CheckedContinuation<R, any Error>?>(nil)

  func begin(_ continuation: CheckedContinuation<R, any Error>) {
    self.continuation.withLock { $0 = continuation }
  }

  func take() -> CheckedContinuation<R, any Error>? { continuation.withLock { $0.take() } }

  func cancel() { take()?.resume(throwing: KhoError.cancelledByTask) }
}

extension KhoError {
  fileprivate static let cancelledByTask = KhoError(
    .cancelled, "Cancelled", "the task was cancelled")
}
