internal import CypherSyntax
package import GraphModel
internal import GraphStorage

/// A running query: rows on demand, and what is known of the run.
package struct Execution {
  /// Nil where all rows are known at the start.
  private let context: ExecutionContext?
  /// What is run, planned anew where the catalog has changed.
  package let query: PreparedQuery
  /// All rows, where they were known at the start and `nextRows` has not given them.
  package private(set) var rows: ResultRows?

  init(_ query: PreparedQuery, rows: ResultRows) {
    context = nil
    self.query = query
    self.rows = rows
  }

  init(
    _ query: PreparedQuery, parameters: ValueMap, in transaction: GraphTransaction,
    limits: Limits
  ) throws(KhoError) {
    let context = ExecutionContext(
      transaction: transaction, parameters: parameters, limits: limits, query: query)
    try context.start()
    self.context = context
    self.query = query
  }

  /// Some more rows: few at first, for who asks for few. Nil at the
  /// end. Nodes, relationships and paths come with labels and properties.
  package mutating func nextRows() throws(KhoError) -> ResultRows? {
    if let context { return try context.nextRows() }
    defer { rows = nil }
    return rows.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// What was changed so far.
  package var counters: UpdateCounters { context?.counters ?? UpdateCounters() }

  /// The plan, for EXPLAIN and (with rows and times, complete at the end) PROFILE.
  package var plan: PlanDescription? {
    switch query.mode {
    case .run: nil
    case .explain: context?.tree.root.description(isProfiling: false)
    case .profile: context?.tree.root.description(isProfiling: true)
    }
  }
}

extension ExecutionContext {
  /// Opens the plan. What changes something, be it graph or schema, is done when this returns.
  fileprivate func start() throws(KhoError) {
    if query.mode == .explain {
      isDone = true
      return
    }
    if case .schema(let command) = query.content {
      try command.run(self)
      isDone = true
      return
    }
    for parameter in tree.names.parameters { try parameter.check(in: self) }
    let root = tree.root
    try root.open(self)
    if query.isWriting || query.columns.isEmpty {
      var batches: [Batch] = []
      while let batch = try root.next(self) {
        guard !query.columns.isEmpty else { continue }
        try charge(bytes: batch.sizeInBytes)
        batches.append(batch)
      }
      finished = batches.reversed()
      isDone = query.columns.isEmpty
    }
  }

  fileprivate func nextRows() throws(KhoError) -> ResultRows? {
    if row >= current.count {
      let batch = current
      current = Batch(count: 0, columns: [])
      tree.recycle(batch)
      guard !isDone, let batch = try nextBatch() else {
        isDone = true
        transaction.boundMemory()
        return nil
      }
      current = batch
      row = 0
    }
    let columns = current.columns
    let start = row
    var end = min(current.count, start + rowsAtOnce)
    if let limit = limits.rows {
      if rowCount >= limit {
        throw KhoError(.limitExceeded, "RowLimit", "the query returns more than \(limit) rows")
      }
      end = min(end, start + limit - rowCount)
    }
    row = end
    rowCount += end - start
    rowsAtOnce = min(2 * rowsAtOnce, batchCapacity)
    return try resultRows(columns, start..<end)
  }

  /// Column by column. Texts of several rows stay UTF-8, until somebody asks for one.
  private func resultRows(
    _ columns: [Column], _ range: Range<Int>
  ) throws(KhoError) -> ResultRows {
    let slots = tree.columns
    let output = ResultRowsWriter(count: range.count * slots.count)
    var failure: KhoError?
    var texts: [(texts: TextVector, rows: Range<Int>)] = []
    for (index, slot) in slots.enumerated() {
      let column = columns[slot]
      var rest = range
      if range.count > 1, case .texts(let column) = column {
        while let row = rest.first, let place = output.reference(toTextOfSize: column.size(row)) {
          output.set(text: place, at: (row - range.lowerBound) * slots.count + index)
          rest.removeFirst()
        }
        texts.append((column, range.lowerBound..<rest.lowerBound))
      }
      for row in rest {
        var value = column.value(at: row)
        do throws(KhoError) { value = try hydrated(value) } catch { failure = error }
        output.set(value, at: (row - range.lowerBound) * slots.count + index)
      }
    }
    let rows = output.finish(query.columns, string: TextVector.string) { output in
      for (texts, rows) in texts {
        for row in rows {
          texts.append(row, to: &output)
          output.append(0)
        }
      }
    }
    if let failure { throw failure }
    return rows
  }

  private func nextBatch() throws(KhoError) -> Batch? {
    guard var batches = finished else { return try tree.root.next(self) }
    finished = nil
    let next = batches.popLast()
    finished = batches
    return next
  }
}
