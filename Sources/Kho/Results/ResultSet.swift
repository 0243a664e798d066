/// The rows of one running statement, and what it reports at its end.
internal import CypherEngine

/// The result of a statement: a cursor over its rows.
///
/// Rows are computed as they are asked for, so a result of any size takes little memory. A result
/// set lives as long as its transaction; used later it throws `.misuse`, unless all its rows were
/// read. One pass: each row comes once.
public final class ResultSet {
  private let query: PreparedQuery
  /// Nil once the end was reached or all rows are in `computed`.
  private var execution: Execution?
  /// Whether rows may be handed out only while the transaction lives.
  private var isBound = true
  private let transaction: Transaction
  /// Values of rows computed before they were asked for, row after row.
  private var computed: [Value]
  /// Where in `computed` the next row begins.
  private var position = 0
  /// What is kept of the execution, where it had anything to report.
  private var outcome: Outcome?

  private final class Outcome {
    let counters: UpdateCounters
    let plan: PlanDescription?
    init(_ counters: UpdateCounters, _ plan: PlanDescription?) {
      self.counters = counters
      self.plan = plan
    }
  }

  /// The result of a short read.
  init(_ query: PreparedQuery, rows: [Value], in transaction: Transaction) {
    self.query = query
    self.transaction = transaction
    computed = rows
  }

  init(_ execution: consuming Execution, in transaction: Transaction) {
    query = execution.query
    self.transaction = transaction
    if let rows = execution.rows {
      computed = rows
    } else {
      computed = []
      self.execution = execution
    }
  }

  /// Names of the columns, in order; empty for a statement without a result.
  public var columns: [String] { query.columns }

  /// The next row, or nil at the end and ever after.
  /// - Throws: errors of the language that show only on data, `.limitExceeded`, `.cancelled`;
  ///   `.misuse` after the transaction's end. After an error the result is at its end.
  public func next() throws(KhoError) -> Record? {
    guard try hasNext() else { return nil }
    let start = position
    position = start + query.columns.count
    return Record(columns: query.columns, values: computed, start: start)
  }

  /// The values of the next rows, row after row: those that are computed, else some more; nil at
  /// the end.
  /// - Throws: as `next`.
  package func nextValues() throws(KhoError) -> [Value]? {
    guard try hasNext() else { return nil }
    defer { (computed, position) = ([], 0) }
    return position == 0 ? computed : Array(computed[position...])
  }

  /// What the statement changed. Complete as soon as the result set is there: statements that write
  /// do so first.
  public var counters: UpdateCounters {
    execution?.counters ?? outcome?.counters ?? UpdateCounters()
  }
  /// Warnings about the statement, such as a label that nothing in the graph has.
  public var notifications: [Notification] { query.notifications }
  /// The plan, after `EXPLAIN` and `PROFILE`; the figures of `PROFILE` are complete after the last
  /// row.
  public var plan: PlanDescription? { execution.map(\.plan) ?? outcome?.plan }

  /// Whether no more rows have to be computed.
  package var isComplete: Bool { execution == nil }

  /// Whether there is another row, which is then computed.
  private func hasNext() throws(KhoError) -> Bool {
    let isThere = position < computed.count
    if !isThere, execution == nil { return false }
    if isBound, transaction.isFinished { throw .transactionFinished }
    return try isThere ? true : compute()
  }

  /// Has the execution compute more rows, if there are more.
  private func compute() throws(KhoError) -> Bool {
    computed = []
    position = 0
    do throws(KhoError) {
      let values = try DeepStack.run(statement: query.text) { () throws(KhoError) in
        try execution?.nextRows()
      }
      if let values {
        computed = values
        return true
      }
      end()
      return false
    } catch {
      end()
      if query.isWriting { transaction.fail(error) }
      throw error
    }
  }

  /// Computes the rows that remain and keeps them, so that the result no longer depends on its
  /// transaction.
  package func buffer() throws(KhoError) {
    defer { isBound = false }
    guard !isComplete else { return }
    var values: [Value] = []
    while try hasNext() {
      values += computed[position...]
      position = computed.count
    }
    computed = values
    position = 0
  }

  /// Drops the rows that remain.
  /// - Returns: their number.
  private func skip() throws(KhoError) -> Int {
    var count = 0
    while try hasNext() {
      count += (computed.count - position) / query.columns.count
      position = computed.count
    }
    return count
  }

  /// Runs to the end without keeping rows.
  func finish() throws(KhoError) -> UpdateCounters {
    _ = try skip()
    return counters
  }

  private func end() {
    guard let execution else { return }
    if query.isWriting || query.showsPlan {
      outcome = Outcome(execution.counters, execution.plan)
    }
    self.execution = nil
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
