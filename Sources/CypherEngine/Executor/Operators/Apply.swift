internal import GraphModel

/// Correlated plans: for each outer row the rows of an inner plan that reads it.

/// OPTIONAL MATCH and CALL { }.
final class Apply: FlatMap {
  private let plan: ApplyPlan
  private let inner: Operator
  private let argument: ArgumentRows
  /// The inner plan keeps rows apart and in order: it can be run once a batch, not once a row.
  private let isRowwise: Bool
  private var row = 0
  private var isInnerDone = false
  /// Whether there was a row before this batch.
  private var hasRun = false
  /// Whether the inner plan is run once for all rows.
  private var isOnce = false
  /// Its rows, once they are known; nil if there are none.
  private var known: Batch??
  private var knownBytes = 0

  init(
    _ input: Operator, carried: [Slot], plan: ApplyPlan, inner: Operator, argument: ArgumentRows,
    isRowwise: Bool
  ) {
    self.plan = plan
    self.inner = inner
    self.argument = argument
    self.isRowwise = isRowwise
    super.init(input, carried: carried)
  }
  override var name: String { plan.isOptional ? "OptionalApply" : "Apply" }
  override var inputs: [Operator] { [input, inner] }

  override func open(_ context: ExecutionContext) throws(KhoError) {
    context.release(earlierBytes: knownBytes)
    (known, knownBytes, hasRun) = (nil, 0, false)
    try super.open(context)
  }

  override func close() {
    (known, knownBytes, hasRun) = (nil, 0, false)
    super.close()
  }

  override func begin(_ batch: Batch, _ context: ExecutionContext) throws(KhoError) {
    row = 0
    isInnerDone = false
    // Of one row alone, the inner plan's rows need not be kept.
    isOnce =
      plan.outer.isEmpty && plan.returnsRows && context.query.isRepeatable
      && (hasRun || batch.count > 1)
    hasRun = true
    guard isRowwise, !isOnce else { return }
    argument.batch = batch.numbered(plan.rowNumber, keeping: plan.outer)
    try inner.open(context)
  }

  override func fill(_ batch: Batch, _ context: ExecutionContext) throws(KhoError) -> Rows? {
    if isOnce { return try fillByProduct(batch, context) }
    return isRowwise ? try fillByBatch(batch, context) : try fillByRow(batch, context)
  }

  /// Some outer rows, each with all rows of the inner plan.
  private func fillByProduct(
    _ batch: Batch, _ context: ExecutionContext
  ) throws(KhoError) -> Rows? {
    guard row < batch.count else { return nil }
    let first = row
    if known == nil {
      let found = try runInner(batch, context)
      knownBytes = found?.sizeInBytes ?? 0
      try context.charge(beyondBatchBytes: knownBytes)
      known = .some(found)
    }
    guard let found = known ?? nil else {
      row = batch.count
      guard plan.isOptional else { return Rows(origins: [], columns: []) }
      let rows = (first..<row).map { Int32($0) }
      return Rows(origins: rows, columns: plan.made.map { ($0, .constant(.null)) })
    }
    row = min(batch.count, first + max(1, context.batchCapacity / found.count))
    let rows = (first..<row).flatMap { repeatElement(Int32($0), count: found.count) }
    if row == first + 1 {
      return Rows(
        origins: rows, columns: plan.made.map { ($0, found.columns[$0]) }, factors: found.weights)
    }
    let repeated = (first..<row).flatMap { _ in 0..<Int32(found.count) }
    return Rows(
      origins: rows, columns: plan.made.map { ($0, found.columns[$0].gathered(repeated)) },
      factors: found.gatheredWeights(repeated))
  }

  private func fillByBatch(_ batch: Batch, _ context: ExecutionContext) throws(KhoError) -> Rows? {
    if isInnerDone { return nil }
    guard let found = try inner.next(context) else {
      isInnerDone = true
      guard plan.isOptional, row < batch.count else { return nil }
      let missing = (row..<batch.count).map { Int32($0) }
      return Rows(origins: missing, columns: plan.made.map { ($0, .constant(.null)) })
    }
    guard case .indices(let origins) = found.columns[plan.rowNumber] else { return nil }
    var columns = plan.made.map { (slot: $0, column: found.columns[$0]) }
    guard plan.isOptional else {
      return Rows(origins: origins, columns: columns, factors: found.weights)
    }
    // Outer rows that were passed over stand with nulls, in their place.
    var merged: [Int32] = []
    var sources: [Int32] = []
    for (index, origin) in origins.enumerated() {
      while row < Int(origin) {
        merged.append(Int32(row))
        sources.append(-1)
        row += 1
      }
      row = Int(origin) + 1
      merged.append(origin)
      sources.append(Int32(index))
    }
    if merged.count > origins.count {
      for index in columns.indices {
        columns[index].column = columns[index].column.gatheredOrNull(sources)
      }
    }
    return Rows(origins: merged, columns: columns)
  }

  private func fillByRow(_ batch: Batch, _ context: ExecutionContext) throws(KhoError) -> Rows? {
    guard row < batch.count else { return nil }
    defer { row += 1 }
    let found = try runInner(batch, context)
    if !plan.returnsRows { return Rows(origins: [Int32(row)], columns: []) }
    guard let found else {
      if !plan.isOptional { return Rows(origins: [], columns: []) }
      return Rows(origins: [Int32(row)], columns: plan.made.map { ($0, .constant(.null)) })
    }
    return Rows(
      origins: Array(repeating: Int32(row), count: found.count),
      columns: plan.made.map { ($0, found.columns[$0]) }, factors: found.weights)
  }

  /// All that the inner plan gives for the row; nil if that is nothing, or not wanted.
  private func runInner(
    _ batch: Batch, _ context: ExecutionContext
  ) throws(KhoError) -> Batch? {
    argument.batch = batch.gathered([Int32(row)]).numbered(plan.rowNumber, keeping: plan.outer)
    try inner.open(context)
    var batches: [Batch] = []
    while let found = try inner.next(context) {
      if plan.returnsRows {
        try context.charge(bytes: found.sizeInBytes)
        batches.append(found)
      }
    }
    return Batch.concatenated(batches)
  }
}

extension Batch {
  /// These rows for an inner plan: the columns it reads, and the rows' numbers.
  func numbered(_ slot: Slot, keeping slots: [Slot]) -> Batch {
    var result = keeping(slots)
    result.columns[slot] = .indices((0..<Int32(count)).map { $0 })
    return result
  }
}

extension Column {
  /// As `gathered`, with null for -1.
  fileprivate func gatheredOrNull(_ rows: [Int32]) -> Column {
    switch self {
    case .nodes(let ids): .nodes(rows.map { $0 < 0 ? .none : ids[Int($0)] })
    case .relationships(let ids): .relationships(rows.map { $0 < 0 ? .none : ids[Int($0)] })
    default: .values(rows.map { $0 < 0 ? .null : value(at: Int($0)) })
    }
  }
}

/// All rows of the input, before any goes on: keeps reads and writes of different clauses apart.
final class Eager: UnaryOperator {
  private var batches: [Batch]?
  override var name: String { "Eager" }
  override var holdsRows: Bool { true }
  override func open(_ context: ExecutionContext) throws(KhoError) {
    batches = nil
    try super.open(context)
  }
  override func close() {
    batches = nil
    super.close()
  }
  override func produce(_ context: ExecutionContext) throws(KhoError) -> Batch? {
    var waiting: [Batch]
    if let batches { waiting = batches } else { waiting = try drain(context).reversed() }
    let batch = waiting.popLast()
    batches = waiting
    return batch
  }
}

/// A subquery expression at work.
final class SubqueryRunner {
  private let subquery: SubqueryExpression
  private let argument: ArgumentRows
  private let root: Operator
  private let isRowwise: Bool
  /// The value in this run of a subquery that reads no outer row, once it was asked for.
  private var known: Value?

  init(_ subquery: SubqueryExpression, _ planner: PhysicalPlanner) {
    self.subquery = subquery
    argument = ArgumentRows()
    let plan = subquery.plan ?? Plan(operation: .argument, rows: 1)
    isRowwise = planner.optimizes && plan.isRowwise
    var needed: SlotSet = [subquery.rowNumber]
    switch subquery.kind {
    case .collect(let slot), .first(let slot): needed.insert(slot)
    case .exists, .count: break
    }
    root = planner.build(plan, needed: needed, argument: argument)
  }

  private var read: [Slot] { subquery.outerSlots + subquery.imports.map(\.slot) }

  /// The value for one row. A subquery that asks only whether there is a row stops at the first.
  func evaluate(_ row: Row, _ context: ExecutionContext) throws(KhoError) -> Value {
    guard isTheSame(context) else { return try run(row, context) }
    if let known { return known }
    let value = try run(row, context)
    try context.charge(beyondBatchBytes: value.footprint)
    known = value
    return value
  }

  /// Whether it has one value in the whole run.
  private func isTheSame(_ context: ExecutionContext) -> Bool {
    context.query.isRepeatable && subquery.outerSlots.isEmpty && subquery.imports.isEmpty
  }

  private func run(_ row: Row, _ context: ExecutionContext) throws(KhoError) -> Value {
    var batch = row.batch.gathered([Int32(row.index)])
    for item in subquery.imports {
      batch.columns[item.slot] = .constant(try item.local.evaluate(row, context))
    }
    try start(batch, context)
    var count: Int64 = 0
    var values: [Value] = []
    while let found = try root.next(context) {
      switch subquery.kind {
      case .exists: return .boolean(true)
      case .count: count += Int64(found.count)
      case .first(let slot): return found.columns[slot].value(at: 0)
      case .collect(let slot):
        for row in 0..<found.count { values.append(found.columns[slot].value(at: row)) }
        try context.charge(bytes: found.sizeInBytes)
      }
    }
    switch subquery.kind {
    case .exists: return .boolean(false)
    case .count: return .integer(count)
    case .first: return .null
    case .collect: return .list(values)
    }
  }

  /// The values for all rows: in one run of the plan where it keeps rows apart.
  func evaluate(_ batch: Batch, _ context: ExecutionContext) throws(KhoError) -> Column {
    if isTheSame(context), batch.count > 0 {
      return .constant(try evaluate(Row(batch: batch, index: 0), context))
    }
    guard isRowwise, subquery.imports.isEmpty, batch.count > 1 else {
      var values: [Value] = []
      for index in 0..<batch.count {
        values.append(try evaluate(Row(batch: batch, index: index), context))
      }
      return .values(values)
    }
    try start(batch, context)
    var counts = Array(repeating: Int64(0), count: batch.count)
    var lists: [[Value]] = []
    if case .collect = subquery.kind { lists = Array(repeating: [], count: batch.count) }
    var firsts: [Value] = []
    if case .first = subquery.kind { firsts = Array(repeating: .null, count: batch.count) }
    while let found = try root.next(context) {
      guard case .indices(let origins) = found.columns[subquery.rowNumber] else { break }
      for (row, origin) in origins.enumerated() {
        let origin = Int(origin)
        counts[origin] += 1
        switch subquery.kind {
        case .exists, .count: break
        case .first(let slot):
          if counts[origin] == 1 { firsts[origin] = found.columns[slot].value(at: row) }
        case .collect(let slot):
          lists[origin].append(found.columns[slot].value(at: row))
        }
      }
      if case .collect = subquery.kind { try context.charge(bytes: found.sizeInBytes) }
    }
    switch subquery.kind {
    case .exists: return .values(counts.map { .boolean($0 > 0) })
    case .count: return .values(counts.map { .integer($0) })
    case .first: return .values(firsts)
    case .collect: return .values(lists.map { .list($0) })
    }
  }

  func close() {
    known = nil
    root.close()
  }

  private func start(_ batch: Batch, _ context: ExecutionContext) throws(KhoError) {
    argument.batch = batch.numbered(subquery.rowNumber, keeping: read)
    try root.open(context)
  }
}
