/// Errors about how the API is used, and how errors of any type become `KhoError`.

extension KhoError {
  package static let transactionFinished = KhoError(
    .misuse, "TransactionFinished", "the transaction has ended",
    hint: "use a transaction and its results inside the closure, or collect the rows")
  static let transactionFailed = KhoError(
    .misuse, "TransactionFailed", "an earlier statement of this transaction failed half-way",
    hint: "roll back and begin again")
  package static let transactionBusy = KhoError(
    .misuse, "TransactionBusy", "the transaction is already running a statement")
  static let readOnlyDatabase = KhoError(
    .misuse, "ReadOnlyDatabase", "the database is open for reading only")
  static let foreignStatement = KhoError(
    .misuse, "ForeignStatement", "the statement was prepared by another database")
  static let nestedTooDeeply = KhoError(
    .limitExceeded, "NestingTooDeep",
    "a parameter's lists and maps nest deeper than \(Value.nestingLimit) levels")
  static let notTemporary = KhoError(
    .misuse, "NotTemporary", "only a temporary database can be reset")

  /// `error` itself if it is Kho's, or one that carries its text.
  package init(wrapping error: any Error) {
    self = error as? KhoError ?? KhoError(.procedureError, "HostError", "\(error)")
  }
}

/// Runs `body`, whose errors are Kho's although its signature cannot say so.
package func typed<R>(_ body: () throws -> R) throws(KhoError) -> R {
  do { return try body() } catch { throw KhoError(wrapping: error) }
}
