/// The rows of one running statement, and what it reports at its end.
internal import CypherEngine

/// The result of a statement: a cursor over its rows.
///
/// Rows are computed as they are asked for, so a result of any size takes little memory. A result
/// set lives as long as its transaction; used later it throws `.misuse`, unless all its rows were
/// read. One pass: each row comes once.
public final class ResultSet {
  /// Nil for a short read, which has nothing to tell but its rows.
  private let running: Running?
  /// Whether rows may be handed out only while the transaction lives.
  private var isBound = true
  private let transaction: Transaction
  /// Rows computed before they were asked for.
  private var computed: ResultRows?
  /// The number of their values, and where among them the next row begins.
  private var end: Int
  private var position = 0
  private var columnCount: Int

  /// What is computed row by row, and what that has to report.
  private final class Running {
    let query: PreparedQuery
    /// Nil once the end was reached or all rows are in `computed`.
    var execution: Execution?
    var counters = UpdateCounters()
    var plan: PlanDescription?

    init(_ execution: consuming Execution) {
      query = execution.query
      self.execution = execution.rows == nil ? execution : nil
      if query.columns.isEmpty { end() }
    }

    func end() {
      guard let execution else { return }
      if query.isWriting || query.showsPlan {
        (counters, plan) = (execution.counters, execution.plan)
      }
      self.execution = nil
    }
  }

  /// The result of a short read.
  init(_ rows: consuming ResultRows, in transaction: consuming Transaction) {
    self.transaction = consume transaction
    running = nil
    end = rows.count
    columnCount = rows.columnCount
    computed = consume rows
  }

  init(_ execution: consuming Execution, in transaction: Transaction) {
    self.transaction = transaction
    let rows = execution.rows
    running = Running(execution)
    (end, columnCount) = (rows?.count ?? 0, rows?.columnCount ?? 0)
    computed = rows
  }

  private func take(_ rows: ResultRows?) {
    (end, position, columnCount) = (rows?.count ?? 0, 0, rows?.columnCount ?? 0)
    computed = rows
  }

  /// Names of the columns, in order; empty for a statement without a result.
  public var columns: [String] { running?.query.columns ?? computed?.columns ?? [] }

  /// The next row, or nil at the end and ever after.
  /// - Throws: errors of the language that show only on data, `.limitExceeded`, `.cancelled`;
  ///   `.misuse` after the transaction's end. After an error the result is at its end.
  public func next() throws(KhoError) -> Record? {
    guard try hasNext(), let computed else { return nil }
    let start = position
    position = start &+ columnCount
    return Record(computed, start: start)
  }

  /// The next rows: those that are computed, else some more; nil at the end.
  /// - Throws: as `next`.
  package func nextRows() throws(KhoError) -> ResultRows? {
    guard try hasNext(), let rows = computed else { return nil }
    defer { position = end }
    return position == 0 ? rows : ResultRows(columns: columns, values: rows[position...])
  }

  /// What the statement changed. Complete as soon as the result set is there: statements that write
  /// do so first.
  public var counters: UpdateCounters {
    running?.execution?.counters ?? running?.counters ?? UpdateCounters()
  }
  /// Warnings about the statement, such as a label that nothing in the graph has.
  public var notifications: [Notification] { running?.query.notifications ?? [] }
  /// The plan, after `EXPLAIN` and `PROFILE`; the figures of `PROFILE` are complete after the last
  /// row.
  public var plan: PlanDescription? { running?.execution.map(\.plan) ?? running?.plan }

  /// Whether no more rows have to be computed.
  package var isComplete: Bool { running?.execution == nil }

  /// Whether there is another row, which is then computed.
  private func hasNext() throws(KhoError) -> Bool {
    let isThere = position < end
    guard isThere || running != nil else { return false }
    if !isThere, isComplete { return false }
    if isBound, transaction.isFinished { throw .transactionFinished }
    return try isThere ? true : compute()
  }

  /// Has the execution compute more rows, if there are more.
  private func compute() throws(KhoError) -> Bool {
    take(nil)
    guard let running else { return false }
    do throws(KhoError) {
      take(
        try DeepStack.run(statement: running.query.text) { () throws(KhoError) in
          try running.execution?.nextRows()
        })
      if computed == nil { running.end() }
      return computed != nil
    } catch {
      running.end()
      if running.query.isWriting { transaction.fail(error) }
      throw error
    }
  }

  /// Computes the rows that remain and keeps them, so that the result no longer depends on its
  /// transaction.
  package func buffer() throws(KhoError) {
    defer { isBound = false }
    guard !isComplete else { return }
    var rows = ResultRowsBuilder()
    while try hasNext(), let computed {
      for value in computed[position...] { rows.append(value) }
      position = end
    }
    take(rows.finish(columns))
  }

  /// Drops the rows that remain.
  /// - Returns: their number.
  private func skip() throws(KhoError) -> Int {
    var count = 0
    while try hasNext() {
      count += (end - position) / columnCount
      position = end
    }
    return count
  }

  /// Runs to the end without keeping rows.
  func finish() throws(KhoError) -> UpdateCounters {
    _ = try skip()
    return counters
  }
}

extension ResultSet {
  /// Calls `body` with each row that remains.
  public func forEach(_ body: (Record) throws -> Void) throws {
    while let record = try next() { try body(record) }
  }

  /// What `transform` makes of each row that remains.
  ///
  /// ```swift
  /// let names = try tx.query("MATCH (p:Person) RETURN p.name")
  ///   .map { try $0.get(0, as: String.self) }
  /// ```
  public func map<T>(_ transform: (Record) throws -> T) throws -> [T] {
    var results: [T] = []
    while let record = try next() { results.append(try transform(record)) }
    return results
  }

  /// All rows that remain. They may outlive the transaction.
  public func collect() throws(KhoError) -> [Record] {
    var records: [Record] = []
    while let record = try next() { records.append(record) }
    return records
  }

  /// The number of rows that remain, which are read and dropped. `RETURN count(*)` is faster.
  public func count() throws(KhoError) -> Int {
    try skip()
  }

  /// The only row.
  /// - Throws: `.misuse` if there is none or more than one.
  public func single() throws(KhoError) -> Record {
    guard let record = try next() else {
      throw KhoError(.misuse, "NotSingle", "expected one row, found none")
    }
    guard try !hasNext() else {
      throw KhoError(.misuse, "NotSingle", "expected one row, found more")
    }
    return record
  }

  /// The first column of the only row.
  ///
  /// ```swift
  /// let total = try tx.query("MATCH (n) RETURN count(n)").single(as: Int.self)
  /// ```
  /// - Throws: as `single()`; `.typeError` if the value is of another type.
  public func single<T: ValueConvertible>(as type: T.Type = T.self) throws(KhoError) -> T {
    try single().get(0, as: type)
  }

  /// Each row that remains, decoded from its columns by name.
  ///
  /// ```swift
  /// struct Person: Codable { var name: String; var born: Int? }
  /// let people = try tx.query("MATCH (p:Person) RETURN p.name AS name, p.born AS born")
  ///   .decode(as: Person.self)
  /// ```
  /// - Throws: as `next`; `.typeError` for a row that does not fit.
  public func decode<T: Decodable>(as type: T.Type = T.self) throws(KhoError) -> [T] {
    var results: [T] = []
    while let record = try next() { results.append(try record.decode(type)) }
    return results
  }
}
