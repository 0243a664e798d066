/// What runs statements: a snapshot for reading, and the one transaction that writes.
internal import CypherEngine
internal import GraphStorage

/// A snapshot of the graph to run statements on, handed to the closure of `Database.read`.
///
/// Belongs to the closure it was handed to: used later, every method throws `.misuse`.
public class Transaction {
  /// Bounds of the statements started from now on.
  public var limits: QueryLimits {
    get {
      QueryLimits(
        seconds: bounds.seconds, memoryInBytes: bounds.memoryInBytes, rows: bounds.rows)
    }
    set {
      bounds.seconds = newValue.seconds
      bounds.memoryInBytes = newValue.memoryInBytes
      bounds.rows = newValue.rows
    }
  }
  /// The limits, and what is asked while a statement runs: true ends it.
  private var bounds = Limits()
  let database: Database
  /// Nil once the transaction has ended.
  private var storage: GraphTransaction?
  /// The error of a statement that failed while writing: its changes must not be committed.
  private(set) var failure: KhoError?
  /// Results whose rows are still to be computed; the writable transaction completes them before it
  /// writes.
  private var openResults: [WeakResultSet] = []

  init(
    _ database: Database, _ storage: GraphTransaction, isCancelled: (@Sendable () -> Bool)?
  ) {
    self.database = database
    self.storage = storage
    limits = database.configuration.limits
    bounds.host = database.host
    if isCancelled != nil { self.isCancelled = isCancelled }
  }

  /// Asked while a statement runs: true ends it.
  package var isCancelled: (@Sendable () -> Bool)? {
    get { bounds.host?.isCancelled }
    set { bounds.host = Limits.Host(importFolder: importFolder, isCancelled: newValue) }
  }

  /// The folder that LOAD CSV may read from; nil: none.
  package var importFolder: String? {
    get { bounds.host?.importFolder }
    set { bounds.host = Limits.Host(importFolder: newValue, isCancelled: isCancelled) }
  }

  /// Whether statements that write may run.
  public var isWritable: Bool { storage?.isWritable ?? false }

  /// Whether the closure it was handed to has returned.
  public var isFinished: Bool { storage == nil }

  /// Starts one statement; its rows are computed as they are asked for.
  ///
  /// ```swift
  /// let rows = try tx.query("MATCH (p:Person) WHERE p.born < $year RETURN p.name", ["year": 1900])
  /// while let row = try rows.next() { print(row[0]) }
  /// ```
  /// A statement that writes has made all its changes when this returns. Later writes of the same
  /// transaction do not change the rows of a result still being read: those are first completed in
  /// memory.
  /// - Parameters:
  ///   - text: one statement of openCypher, with or without `;` at its end.
  ///   - parameters: values for `$name`; surplus ones are ignored.
  /// - Throws: errors of the language with their place in `text`; `.misuse` if it writes and the
  ///   transaction does not.
  /// - Complexity: parsing and planning are skipped for a text seen lately.
  public func query(
    _ text: String, _ parameters: Parameters = [:]
  ) throws(KhoError) -> ResultSet {
    try start(prepare(text), parameters)
  }

  /// Starts a prepared statement: as `query` with text, without looking the text up.
  /// - Throws: also `.misuse` if another database prepared it.
  public func query(
    _ statement: PreparedStatement, _ parameters: Parameters = [:]
  ) throws(KhoError) -> ResultSet {
    guard statement.engine === database.engine else { throw .foreignStatement }
    return try start(statement.query, parameters)
  }

  /// The plan of `text`, which is not run. With `PROFILE` before a statement given to `query`,
  /// `ResultSet.plan` has the plan with the rows and times of a real run.
  public func explain(_ text: String) throws(KhoError) -> PlanDescription {
    let prefix = "EXPLAIN "
    do throws(KhoError) {
      let result = try query(prefix + text)
      _ = try result.next()
      guard let plan = result.plan else {
        throw KhoError(.unsupported, "NoPlan", "this statement has no plan")
      }
      return plan
    } catch {
      throw error.moved(by: -prefix.utf8.count)
    }
  }

  /// The number of the state it sees: equal numbers, equal graphs.
  func snapshotID() throws(KhoError) -> UInt64 { try active().snapshotID }

  func prepare(_ text: String) throws(KhoError) -> PreparedQuery {
    let storage = try active()
    return try DeepStack.run(statement: text) { () throws(KhoError) in
      try database.engine.prepare(text, in: storage)
    }
  }

  func query(of statement: PreparedStatement) throws(KhoError) -> PreparedQuery {
    guard statement.engine === database.engine else { throw .foreignStatement }
    return statement.query
  }

  func start(
    _ query: PreparedQuery, _ parameters: Parameters
  ) throws(KhoError) -> ResultSet {
    guard !isFinished else { throw .transactionFinished }
    if case .some = failure { throw .transactionFailed }
    guard parameters.isNestedWithinLimit else { throw .nestedTooDeeply }
    if query.isShortRead, let rows = try shortRows(query, parameters.named) {
      return ResultSet(rows, in: self)
    }
    let storage = try active()
    if query.isWriting {
      for result in openResults { try result.value?.buffer() }
      openResults = []
    }
    do throws(KhoError) {
      let execution = try DeepStack.run(statement: query.text) { () throws(KhoError) in
        try database.engine.execute(
          query, parameters: parameters.named.map, in: storage, limits: bounds,
          readsShort: !query.isShortRead)
      }
      let result = ResultSet(execution, in: self)
      if storage.isWritable, !query.isWriting { remember(result) }
      return result
    } catch {
      if query.isWriting, error.phase == .runtime { fail(error) }
      throw error
    }
  }

  /// What the snapshot is asked is moved out and back: counting a reference costs more.
  private func shortRows(
    _ query: PreparedQuery, _ parameters: borrowing NamedValues
  ) throws(KhoError) -> ResultRows? {
    guard let storage = self.storage.take() else { throw .transactionFinished }
    let rows: ResultRows?
    do throws(KhoError) {
      rows = try query.shortRows(parameters, in: storage, rowLimit: bounds.rows)
    } catch {
      self.storage = consume storage
      throw error
    }
    self.storage = consume storage
    return rows
  }

  /// Takes note that a statement that writes did not come to its end.
  func fail(_ error: KhoError) {
    if isWritable { failure = error }
  }

  /// Keeps track of a result that a later write of this transaction has to complete first.
  private func remember(_ result: ResultSet) {
    if openResults.count >= 64 { openResults.removeAll { $0.value?.isComplete ?? true } }
    openResults.append(WeakResultSet(value: result))
  }

  private func active() throws(KhoError) -> GraphTransaction {
    guard let storage else { throw .transactionFinished }
    return storage
  }

  /// Ends it: from now on every use throws.
  func finish() { storage = nil }

  private struct WeakResultSet {
    weak var value: ResultSet?
  }
}

/// The one transaction that writes, handed to the closure of `Database.write`. Sees its own changes
/// at once.
public final class WriteTransaction: Transaction {
  /// Runs one statement to its end and drops its rows.
  ///
  /// ```swift
  /// let counters = try tx.run("MATCH (p:Person {name: $name}) SET p.died = 1852", ["name": "Ada"])
  /// print(counters.propertiesSet)
  /// ```
  /// - Returns: what it changed.
  /// - Throws: as `query`. After an error at run time the transaction cannot commit.
  @discardableResult public func run(
    _ text: String, _ parameters: Parameters = [:]
  ) throws(KhoError) -> UpdateCounters {
    try query(text, parameters).finish()
  }

  /// Runs a prepared statement to its end and drops its rows.
  @discardableResult public func run(
    _ statement: PreparedStatement, _ parameters: Parameters = [:]
  ) throws(KhoError) -> UpdateCounters {
    try query(statement, parameters).finish()
  }
}
