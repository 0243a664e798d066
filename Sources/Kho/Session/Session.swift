/// Kho behind a pipe: one JSON object per line in and out, so that any language can embed it.

/// A session over two file descriptors.
///
/// ```swift
/// try Session(database: database, version: "0.1.0").run(input: 0, output: 1)
/// ```
public final class Session {
  private let database: Database
  private let version: String

  /// - Parameter version: what `hello` answers.
  public init(database: Database, version: String) {
    self.database = database
    self.version = version
  }

  /// Answers requests until the input ends; an open transaction is then rolled back.
  /// - Throws: `.storageError` if the input cannot be read or the output not be written.
  public func run(input: Int32, output: Int32) throws(KhoError) {
    throw KhoError(.unsupported, "NotImplemented", "sessions are not there yet")
  }
}
