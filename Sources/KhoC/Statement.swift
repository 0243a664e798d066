/// A prepared statement as C has it: parameters, a run, the current row.
internal import Kho

/// Behind a `kho_stmt`. Used by one call at a time: see `HandleTable.use`.
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
    /// Nil for a short read, whose rows are all there.
    var result: ResultSet?
    var source = Source.memory
    /// The error met after the rows that are there.
    var failure: KhoError?
  }

  let connection: Connection
  let prepared: PreparedStatement
  let columns: [String]
  let columnCount: Int
  private var parameters = ValueMap()
  /// The connection's as this statement last saw it.
  private var situation = Connection.Situation()
  private var run: Run?
  /// The connection's count at the run's beginning.
  private var interrupts = 0
  /// Rows that are computed.
  private var rows: ResultRows?
  /// Where among their values the next row begins.
  private var position = 0
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
    columnCount = columns.count
  }

  // MARK: Parameters

  /// - Parameter name: ends with NUL.
  func bind(_ name: UnsafePointer<CChar>?, _ value: Value) throws(KhoError) {
    try checkIsIdle()
    // Safe: the caller's text; both take null as well. A name that was bound before, most often, is
    // no text to be made and looked up.
    for index in 0..<min(parameters.count, 8) {
      if unsafe parameters[index].key.equals(name) {
        return parameters.setValue(value, at: index)
      }
    }
    parameters[try unsafe String(lent: name, as: "a parameter's name")] = value
  }

  /// All at once.
  func bind(_ body: (inout ValueMap) throws(KhoError) -> Void) throws(KhoError) {
    try checkIsIdle()
    try body(&parameters)
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
      guard try hasNext(), let rows else {
        reset()
        return false
      }
      clearRow()
      for index in position..<position + columnCount { cells.append(Cell(value: rows[index])) }
      position += columnCount
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
      clearRow()
      packed.removeAll()
      var count = 0
      while count < limit, packed.count < 65_536 {
        guard try hasNext(), let rows else {
          reset()
          return (count, false)
        }
        for value in rows[position..<position + columnCount] {
          if value.nests {
            try DeepStack.run(value: { () throws(KhoError) in try packed.append(value) })
          } else {
            try packed.append(value)
          }
        }
        position += columnCount
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
    guard case .some = run else { return }
    if case .own(let read)? = run?.source { _ = try? read.end() }
    run = nil
    rows = nil
  }

  private func clearRow() {
    guard !cells.isEmpty else { return }
    firstCell += UInt64(cells.count)
    cells.removeAll(keepingCapacity: true)
    texts.removeAll()
  }

  private var hasRows: Bool { position < rows?.count ?? 0 }

  /// Whether there is another row at `position`, where the run begins or computes more if it must.
  private func hasNext() throws(KhoError) -> Bool {
    if run == nil { try start() }
    if connection.isInterrupted(since: interrupts) {
      throw KhoError(.cancelled, "QueryCancelled", "the query was cancelled")
    }
    let isOver =
      switch run?.source {
      case .shared(let read): read.isFinished
      case .interactive(let transaction): transaction.isFinished
      case .memory, .own, nil: false
      }
    guard !isOver else { throw .transactionFinished }
    if hasRows { return true }
    return try compute()
  }

  private func start() throws(KhoError) {
    if !connection.isCurrent(situation) { situation = try connection.situation() }
    interrupts = connection.interruptCount
    (lastResult, position) = (nil, 0)
    if prepared.isShortRead, let rows = try shortRows() {
      self.rows = rows
      run = Run()
    } else {
      try start(situation)
    }
  }

  private func start(_ situation: Connection.Situation) throws(KhoError) {
    let body = { [self] (tx: Transaction) throws -> ResultSet in
      connection.prepare(tx, situation, interrupts)
      let result = try tx.query(prepared, Parameters(parameters))
      // What is complete, and what a write gives, no longer needs the transaction.
      if result.isComplete || prepared.isWriting { try result.buffer() }
      return result
    }
    let (result, source): (ResultSet, Source)
    do {
      switch situation.transaction {
      case .read(let read)?:
        result = try read.perform(body)
        source = result.isComplete ? .memory : .shared(read)
      case .write(let write)?:
        result = try write.perform(body)
        source = result.isComplete ? .memory : .interactive(write)
      case nil where prepared.isWriting:
        result = try connection.write(interrupts: interrupts, body)
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
    run = Run(result: result, source: source)
  }

  /// All rows of a short read; nil where it has to be run as other statements are.
  private func shortRows() throws(KhoError) -> ResultRows? {
    let limit = situation.limits.rows
    let parameters = NamedValues(parameters)
    switch situation.transaction {
    case .read(let read)?: return try read.shortRows(prepared, parameters, rowLimit: limit)
    case .write?: return nil
    case nil: return try connection.database.shortRows(prepared, parameters, rowLimit: limit)
    }
  }

  /// Has more rows computed.
  /// - Returns: whether there are some.
  private func compute() throws(KhoError) -> Bool {
    (rows, position) = (nil, 0)
    guard let result = run?.result, let source = run?.source else { return false }
    switch source {
    case .memory:
      if let failure = run?.failure { throw failure }
      rows = try result.nextRows()
    case .own(let read), .shared(let read):
      rows = try typed { try read.perform { _ in try result.nextRows() } }
    case .interactive(let transaction):
      try typed { try transaction.perform { _ in takeRows(of: result) } }
      if !hasRows { return try compute() }
    }
    return hasRows
  }

  /// Takes many rows at once from a transaction on a thread of its own; at their end, or after an
  /// error, the transaction is needed no more.
  private func takeRows(of result: ResultSet) {
    var taken = ResultRowsBuilder()
    do throws(KhoError) {
      while taken.count < 1_024 * columnCount {
        guard let more = try result.nextRows() else {
          run?.source = .memory
          break
        }
        for value in more { taken.append(value) }
      }
    } catch {
      run?.failure = error
      run?.source = .memory
    }
    rows = taken.finish(columns)
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
    guard column >= 0, column < columnCount else {
      throw KhoError(
        .misuse, "UnknownColumn", "no column \(column)",
        hint: "columns are 0 to \(columnCount - 1)")
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
  func text(ofCell index: Int) throws(KhoError) -> CText? {
    if let known = cells[index].text { return known }
    let value = cells[index].value
    guard !value.isNull else { return nil }
    let text = texts.keep(
      value.nests ? try DeepStack.run(value: { value.plainText }) : value.plainText)
    cells[index].text = text
    return text
  }
}
