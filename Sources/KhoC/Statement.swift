/// A prepared statement as C has it: parameters, a run, the current row.
internal import Kho
internal import Synchronization

/// Behind a `kho_stmt`. Its state is touched only inside of `use`, by one thread at a time.
@safe final class Statement: @unchecked Sendable {
  /// A value of the current row, with its text once that was asked for.
  struct Cell {
    var value: Value
    var text: CText?
  }

  /// Whose rows are read.
  private enum Source {
    /// Rows are in memory.
    case memory
    /// A snapshot of its own.
    case own(HeldRead)
    case shared(HeldRead)
    case interactive(InteractiveTransaction)
  }

  private struct Run {
    let result: ResultSet
    let source: Source
    let isCancelled: @Sendable () -> Bool
    /// Rows taken over from the thread of the transaction.
    var records: ArraySlice<Record> = []
    /// Whether these are the last ones, and the error met after them.
    var isExhausted = false
    var failure: KhoError?
  }

  let connection: Connection
  let prepared: PreparedStatement
  let columns: [String]
  private let isBusy = Atomic(false)

  private var parameters = Parameters()
  private var run: Run?
  /// The last run's result, for its report.
  private var lastResult: ResultSet?
  /// Values of the current row, then those that were asked for inside of them.
  private(set) var cells: [Cell] = []
  /// The handle of the first cell; handles are never used twice.
  private(set) var firstCell: UInt64 = 1
  /// Texts of the current row; JSON and reports, until the next one.
  let texts = TextArena()
  let reports = TextArena()
  private let columnNames = TextArena()
  private var columnTexts: [CText] = []
  let packed = PackedWriter()

  init(_ connection: Connection, _ prepared: PreparedStatement) {
    self.connection = connection
    self.prepared = prepared
    columns = prepared.columns
  }

  /// Runs `body` alone.
  /// - Throws: `.misuse` where another thread, or a procedure that the statement calls, is inside.
  @inline(__always) func use<R>(
    _ body: (Statement) throws(KhoError) -> R
  ) throws(KhoError) -> R {
    guard !isBusy.exchange(true, ordering: .acquiring) else {
      throw KhoError(.misuse, "StatementBusy", "the statement is in use by another call")
    }
    defer { isBusy.store(false, ordering: .releasing) }
    return try body(self)
  }

  // MARK: Parameters

  func bind(_ name: String, _ value: Value) throws(KhoError) {
    try checkIsIdle()
    parameters[name] = value
  }

  func bind(_ parameters: Parameters) throws(KhoError) {
    try checkIsIdle()
    self.parameters = parameters
  }

  private func checkIsIdle() throws(KhoError) {
    guard run == nil else {
      throw KhoError(
        .misuse, "StatementRuns", "the statement is being read; its parameters must not change",
        hint: "reset it first")
    }
  }

  // MARK: Running

  /// Runs to the next row, which becomes the current one.
  /// - Returns: whether there is one; at the end the statement is reset.
  func step() throws(KhoError) -> Bool {
    do throws(KhoError) {
      if run == nil { try start() }
      guard let record = try next() else {
        reset()
        return false
      }
      clearRow()
      for index in columns.indices { cells.append(Cell(value: record[index])) }
      return true
    } catch {
      reset()
      throw error
    }
  }

  /// Packs rows until `limit` of them, 64 KiB, or the end.
  /// - Returns: their number, and whether there may be more.
  func fetch(limit: Int) throws(KhoError) -> (count: Int, hasMore: Bool) {
    do throws(KhoError) {
      if run == nil { try start() }
      clearRow()
      packed.removeAll()
      var count = 0
      while count < limit, packed.count < 65_536 {
        guard let record = try next() else {
          reset()
          return (count, false)
        }
        for index in columns.indices { try packed.append(record[index]) }
        count += 1
      }
      return (count, true)
    } catch {
      reset()
      throw error
    }
  }

  /// Ends the run and lets its snapshot go.
  func reset() {
    clearRow()
    guard let run else { return }
    self.run = nil
    if case .own(let read) = run.source { _ = try? read.end() }
  }

  private func clearRow() {
    guard !cells.isEmpty else { return }
    firstCell += UInt64(cells.count)
    cells.removeAll(keepingCapacity: true)
    texts.removeAll()
  }

  private func start() throws(KhoError) {
    let (transaction, limits) = try connection.situation()
    let isCancelled = connection.cancellation()
    lastResult = nil
    let body = { [self] (tx: Transaction) throws -> ResultSet in
      tx.limits = limits
      tx.isCancelled = isCancelled
      let result = try tx.query(prepared, parameters)
      // What is complete, and what a write gives, no longer needs the transaction.
      if result.isComplete || prepared.isWriting { try result.buffer() }
      return result
    }
    let (result, source): (ResultSet, Source)
    do {
      switch transaction {
      case .read(let read)?:
        result = try read.perform(body)
        source = result.isComplete ? .memory : .shared(read)
      case .write(let write)?:
        result = try write.perform(body)
        source = result.isComplete ? .memory : .interactive(write)
      case nil where prepared.isWriting:
        result = try connection.write(isCancelled: isCancelled, body)
        source = .memory
      case nil:
        let read = try HeldRead(connection.database)
        result = try read.perform(body)
        if result.isComplete {
          try read.end()
          source = .memory
        } else {
          source = .own(read)
        }
      }
    } catch {
      throw KhoError(wrapping: error)
    }
    lastResult = result
    run = Run(result: result, source: source, isCancelled: isCancelled)
  }

  private func next() throws(KhoError) -> Record? {
    guard let run else { return nil }
    if run.isCancelled() {
      throw KhoError(.cancelled, "QueryCancelled", "the query was cancelled")
    }
    switch run.source {
    case .memory: return try run.result.next()
    case .own(let read), .shared(let read):
      return try typed { try read.perform { _ in try run.result.next() } }
    case .interactive(let transaction): return try nextRecord(of: transaction)
    }
  }

  /// The next row of a transaction on a thread of its own, of which many are taken at once.
  private func nextRecord(of transaction: InteractiveTransaction) throws(KhoError) -> Record? {
    guard var run else { return nil }
    guard run.isExhausted || !transaction.isFinished else { throw .transactionFinished }
    defer { self.run = run }
    if run.records.isEmpty, !run.isExhausted {
      let result = run.result
      run.records = try typed {
        try transaction.perform { _ in
          var records: [Record] = []
          do throws(KhoError) {
            while records.count < 1_024 {
              guard let record = try result.next() else {
                run.isExhausted = true
                break
              }
              records.append(record)
            }
          } catch {
            (run.isExhausted, run.failure) = (true, error)
          }
          return records[...]
        }
      }
    }
    if let record = run.records.popFirst() { return record }
    if let failure = run.failure { throw failure }
    return nil
  }

  // MARK: What a run tells

  /// The last run's counters, notifications and plan as a JSON object.
  func report() -> CText {
    var writer = JSONWriter()
    if let lastResult { writer.report(on: lastResult) }
    if writer.bytes.isEmpty { writer.raw("{") } else { writer.bytes[0] = UInt8(ascii: "{") }
    writer.raw("}")
    reports.removeAll()
    return reports.keep(String(decoding: writer.bytes, as: UTF8.self))
  }

  /// Nil where there is no such column.
  func columnName(_ column: Int) -> CText? {
    if columnTexts.isEmpty { columnTexts = columns.map { columnNames.keep($0) } }
    return columnTexts.indices.contains(column) ? columnTexts[column] : nil
  }

  // MARK: Values

  /// The index of a column's cell.
  func cell(ofColumn column: Int) throws(KhoError) -> Int {
    guard !cells.isEmpty else {
      throw KhoError(.misuse, "NoRow", "there is no current row", hint: "step to a row first")
    }
    guard columns.indices.contains(column) else {
      throw KhoError(
        .misuse, "UnknownColumn", "no column \(column)",
        hint: "columns are 0 to \(columns.count - 1)")
    }
    return column
  }

  /// The index of the cell of a `kho_value`.
  func cell(_ handle: UInt64) throws(KhoError) -> Int {
    guard handle >= firstCell, handle - firstCell < UInt64(cells.count) else {
      throw KhoError(
        .misuse, "ValueGone", "the value is none of the current row",
        hint: "values live until the next step")
    }
    return Int(handle - firstCell)
  }

  /// A handle for a value inside of another.
  func handle(for value: Value) -> UInt64 {
    cells.append(Cell(value: value))
    return firstCell + UInt64(cells.count - 1)
  }

  /// The cell's value as text, made once.
  func text(ofCell index: Int) -> CText? {
    if let known = cells[index].text { return known }
    guard !cells[index].value.isNull else { return nil }
    let text = texts.keep(cells[index].value.plainText)
    cells[index].text = text
    return text
  }
}
