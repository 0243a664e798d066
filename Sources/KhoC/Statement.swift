/// A prepared statement as C has it: parameters, a run, the current row.
internal import Kho
internal import LMDB

/// Behind a `kho_stmt`. Used by one call at a time: see `HandleTable.use`.
@safe final class Statement: @unchecked Sendable {
  /// Whose rows are read.
  private enum Source {
    /// Rows are in memory.
    case memory
    /// A snapshot of its own.
    case own(HeldRead)
    case shared(HeldRead)
    case interactive(InteractiveTransaction)
  }

  let connection: Connection
  let prepared: PreparedStatement
  let columns: [String]
  let columnCount: Int
  private var parameters = NamedValues()
  /// The connection's as this statement last saw it.
  private var situation = Connection.Situation()
  /// Its read transaction, if there is one.
  private var shared: Unmanaged<HeldRead>?
  private var isRunning = false
  private var source = Source.memory
  /// What computes more rows; nil for a short read, whose rows are all there.
  private var result: ResultSet?
  /// The error met after the rows that are there.
  private var failure: KhoError?
  /// The connection's count at the run's beginning.
  private var interrupts = 0
  /// Rows that are computed, and what reads them.
  private var rows: ResultRows?
  private var view = ResultRowsView()
  /// Whether texts of these rows may be given as they are.
  private var areWellFormed = true
  /// Rows to be read after them, the first at the end.
  private var waiting: [ResultRows] = []
  /// Where among the values the next row begins, and the current one, if there is one.
  private var position = 0
  private var current: Int?
  /// The last run's result, for its report.
  private var lastResult: ResultSet?
  /// Values that were asked for inside of those of the current row.
  private var inner: [Value] = []
  /// The handle of the first column's value, and then of the others; never used twice.
  private(set) var firstCell: UInt64 = 1
  /// Texts of the current row that were made for C, by their values' cells.
  private var known: [CText?] = []
  let texts = TextArena()
  /// Reports, until the next one.
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
    for index in 0..<min(parameters.others.count, 8) {
      if unsafe parameters.others[index].key.equals(name) {
        return parameters.others.setValue(value, at: index)
      }
    }
    parameters.others[try unsafe String(lent: name, as: "a parameter's name")] = value
  }

  /// All at once.
  func bind(_ body: (inout ValueMap) throws(KhoError) -> Void) throws(KhoError) {
    try checkIsIdle()
    try body(&parameters.others)
  }

  private func checkIsIdle() throws(KhoError) {
    guard !isRunning else {
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
      clearRow()
      guard try hasNext() else {
        reset()
        return false
      }
      current = position
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
        guard try hasNext() else {
          reset()
          return (count, false)
        }
        for index in position..<position + columnCount {
          if areWellFormed, let text = unsafe view.text(index) {
            try unsafe packed.append(text)
            continue
          }
          let value = view[index]
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
    guard isRunning else { return }
    isRunning = false
    forgetRows()
    guard result != nil else { return }
    if case .own(let read) = source { _ = try? read.end() }
    (result, source, failure, waiting) = (nil, .memory, nil, [])
  }

  private func clearRow() {
    guard current != nil else { return }
    current = nil
    firstCell += UInt64(columnCount + inner.count)
    if !inner.isEmpty { inner.removeAll(keepingCapacity: true) }
    if !known.isEmpty { known.removeAll(keepingCapacity: true) }
    texts.removeAll()
  }

  private func take(_ rows: consuming ResultRows) {
    view = rows.view
    areWellFormed = unsafe Bytes.isWellFormed(view.allTexts)
    self.rows = rows
    position = 0
  }

  private func forgetRows() { (rows, view, position) = (nil, ResultRowsView(), 0) }

  /// Whether there is another row at `position`, where the run begins or computes more if it must.
  private func hasNext() throws(KhoError) -> Bool {
    if position < view.count, connection.isCurrent(situation),
      !connection.isInterrupted(since: interrupts)
    {
      return true
    }
    if !isRunning { try start() }
    if connection.isInterrupted(since: interrupts) {
      throw KhoError(.cancelled, "QueryCancelled", "the query was cancelled")
    }
    let isOver =
      switch source {
      case .shared(let read): read.isFinished
      case .interactive(let transaction): transaction.isFinished
      case .memory, .own: false
      }
    guard !isOver else { throw .transactionFinished }
    return try position < view.count ? true : compute()
  }

  private func start() throws(KhoError) {
    if !connection.isCurrent(situation) { try update() }
    interrupts = connection.interruptCount
    lastResult = nil
    if prepared.isShortRead, let rows = try shortRows() {
      take(rows)
    } else {
      try start(situation)
    }
    isRunning = true
  }

  private func update() throws(KhoError) {
    situation = try connection.situation()
    unsafe shared = nil
    // Safe: the situation keeps it.
    if case .read(let read)? = situation.transaction { unsafe shared = .passUnretained(read) }
  }

  private func start(_ situation: Connection.Situation) throws(KhoError) {
    let body = { [self] (tx: Transaction) throws -> ResultSet in
      connection.prepare(tx, situation, interrupts)
      let result = try tx.query(prepared, Parameters(parameters.others))
      // What is complete, and what a write gives, no longer needs the transaction.
      if result.isComplete || prepared.isWriting { try result.buffer() }
      return result
    }
    let result: ResultSet
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
    (self.result, lastResult) = (result, result)
  }

  /// All rows of a short read; nil where it has to be run as other statements are.
  private func shortRows() throws(KhoError) -> ResultRows? {
    let limit = situation.limits.rows
    if let shared = unsafe shared {
      // Safe: the situation keeps the transaction.
      return try unsafe shared._withUnsafeGuaranteedRef { read in
        Result { () throws(KhoError) in
          try read.shortRows(prepared, parameters, rowLimit: limit)
        }
      }.get()
    }
    if case .write? = situation.transaction { return nil }
    return try connection.database.shortRows(prepared, parameters, rowLimit: limit)
  }

  /// Has more rows computed.
  /// - Returns: whether there are some.
  private func compute() throws(KhoError) -> Bool {
    forgetRows()
    if let rows = waiting.popLast() {
      take(rows)
      return true
    }
    guard let result else { return false }
    var rows: ResultRows?
    switch source {
    case .memory:
      if let failure { throw failure }
      rows = try result.nextRows()
    case .own(let read), .shared(let read):
      rows = try typed { try read.perform { _ in try result.nextRows() } }
    case .interactive(let transaction):
      try typed { try transaction.perform { _ in takeRows(of: result) } }
      return try compute()
    }
    guard let rows else { return false }
    take(rows)
    return true
  }

  /// Takes many rows at once from a transaction on a thread of its own; at their end, or after an
  /// error, the transaction is needed no more.
  private func takeRows(of result: ResultSet) {
    var taken: [ResultRows] = []
    var count = 0
    do throws(KhoError) {
      while count < 1_024 * columnCount {
        guard let more = try result.nextRows() else {
          source = .memory
          break
        }
        taken.append(more)
        count += more.count
      }
    } catch {
      (failure, source) = (error, .memory)
    }
    waiting = taken.reversed()
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
    guard current != nil else {
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
    guard current != nil, handle >= firstCell,
      handle - firstCell < UInt64(columnCount + inner.count)
    else {
      throw KhoError(
        .misuse, "ValueGone", "the value is none of the current row",
        hint: "values live until the next step")
    }
    return Int(handle - firstCell)
  }

  /// A handle for a value inside of another.
  func handle(for value: Value) -> UInt64 {
    inner.append(value)
    return firstCell + UInt64(columnCount + inner.count - 1)
  }

  /// A value of the current row, or one inside of such.
  func value(ofCell index: Int) -> Value {
    index < columnCount ? view[(current ?? 0) + index] : inner[index - columnCount]
  }

  /// The text that the rows have as UTF-8 for the cell, if they do.
  func storedText(ofCell index: Int) -> CText? {
    guard areWellFormed, index < columnCount, let current,
      let text = unsafe view.text(current + index), let base = text.baseAddress
    else { return nil }
    // Safe: bytes of a text, a NUL behind them, which stay as long as the rows.
    return unsafe CText(
      pointer: UnsafeRawPointer(base).assumingMemoryBound(to: CChar.self), count: text.count)
  }

  private func knownText(ofCell index: Int) -> CText? { index < known.count ? known[index] : nil }

  /// The cell's value as text, made once.
  func text(ofCell index: Int) throws(KhoError) -> CText? {
    if let text = storedText(ofCell: index) ?? knownText(ofCell: index) { return text }
    let value = value(ofCell: index)
    guard !value.isNull else { return nil }
    let text = texts.keep(
      value.nests ? try DeepStack.run(value: { value.plainText }) : value.plainText)
    while known.count <= index { known.append(nil) }
    known[index] = text
    return text
  }
}
