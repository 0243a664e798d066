/// A snapshot that is kept from call to call: for faces without closures.
internal import CypherEngine
internal import GraphStorage
internal import Synchronization

/// A read transaction that lasts until `end`, on the thread of whoever calls. Costs no thread and
/// no hand-over, unlike `InteractiveTransaction`.
package final class HeldRead: @unchecked Sendable {
  private let reading: OpenRead
  private let transaction: Transaction
  private let storage: GraphTransaction
  private let engine: Engine
  /// Guards both: they are used by one thread at a time.
  private let isBusy = Atomic(false)
  private let hasEnded = Atomic(false)

  package init(
    _ database: Database, isCancelled: (@Sendable () -> Bool)? = nil
  ) throws(KhoError) {
    reading = try database.store.beginRead()
    (storage, engine) = (reading.transaction, database.engine)
    transaction = Transaction(database, storage, isCancelled: isCancelled)
  }

  deinit { finish() }

  /// Runs `body` with the transaction, beside this thread where that has a small stack.
  /// - Throws: what `body` throws; `.misuse` while another call still runs.
  package func perform<R>(_ body: (Transaction) throws -> R) throws -> R {
    try enter()
    defer { isBusy.store(false, ordering: .releasing) }
    return try DeepStack.run { try body(transaction) }
  }

  /// All rows of a short read; nil where `perform` has to run it.
  /// - Throws: `.misuse` while another call still runs, or after the end.
  package func shortRows(
    _ statement: PreparedStatement, _ parameters: borrowing NamedValues, rowLimit: Int?
  ) throws(KhoError) -> ResultRows? {
    try enter()
    defer { isBusy.store(false, ordering: .releasing) }
    guard !isFinished else { throw .transactionFinished }
    guard statement.engine === engine else { throw .foreignStatement }
    return try statement.query.shortRows(parameters, in: storage, rowLimit: rowLimit)
  }

  /// Whether it was ended.
  package var isFinished: Bool { hasEnded.load(ordering: .acquiring) }

  /// Lets go of the snapshot. Ending twice does nothing.
  /// - Throws: `.misuse` while another call still runs.
  package func end() throws(KhoError) {
    try enter()
    defer { isBusy.store(false, ordering: .releasing) }
    finish()
  }

  private func enter() throws(KhoError) {
    guard !isBusy.exchange(true, ordering: .acquiring) else { throw .transactionBusy }
  }

  private func finish() {
    hasEnded.store(true, ordering: .releasing)
    transaction.finish()
    reading.end()
  }
}
