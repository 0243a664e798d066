/// Ends a running statement from another thread.
internal import Synchronization

/// A switch that ends the statements it was given to, from any thread or signal handler.
///
/// ```swift
/// let cancellation = Cancellation()
/// onInterrupt { cancellation.cancel() }
/// let result = try database.execute(text, cancellation: cancellation)
/// ```
/// A cancelled statement throws `.cancelled` within a batch of rows, some milliseconds as a rule; a
/// write rolls back.
public final class Cancellation: Sendable {
  private let flag = Atomic(false)

  public init() {}

  public var isCancelled: Bool { flag.load(ordering: .relaxed) }
  /// Safe in a signal handler: one atomic store.
  public func cancel() { flag.store(true, ordering: .relaxed) }
  /// Makes it fit for the next statement.
  public func reset() { flag.store(false, ordering: .relaxed) }

  var test: @Sendable () -> Bool { { self.isCancelled } }
}
