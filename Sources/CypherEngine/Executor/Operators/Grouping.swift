internal import GraphModel

/// Aggregation, DISTINCT and ORDER BY: operators that remember rows.

/// Some columns of a row as a key of equivalence (openCypher: null and NaN equal themselves). The commonest keys, one
/// node or one value, cost no allocation.
enum GroupKey: Hashable {
  case node(NodeID)
  case value(EquivalentValue)
  case values([EquivalentValue])

  init(_ batch: Batch, _ row: Int, _ slots: [Slot]) {
    guard slots.count == 1 else {
      self = .values(slots.map { EquivalentValue(batch.columns[$0].value(at: row)) })
      return
    }
    let column = batch.columns[slots[0]]
    if case .nodes(let ids) = column, ids[row] != .none {
      self = .node(ids[row])
      return
    }
    let value = column.value(at: row)
    if case .node(let node) = value {
      self = .node(node.id)
    } else {
      self = .value(EquivalentValue(value))
    }
  }
}

/// One row per group of equal keys, with aggregates; without keys one row even of nothing.
final class Aggregate: UnaryOperator {
  private let keys: [Slot]
  private let aggregates: [BoundProjection.Aggregate]
  private let slotCount: Int
  private var isDone = false

  init(
    _ input: Operator, keys: [Slot], aggregates: [BoundProjection.Aggregate], slotCount: Int
  ) {
    self.slotCount = slotCount
    self.keys = keys
    self.aggregates = aggregates
    super.init(input)
  }
  override var name: String { keys.isEmpty ? "Aggregation" : "EagerAggregation" }
  override var details: String { aggregates.map(\.text).joined(separator: ", ") }
  override func open(_ context: ExecutionContext) throws(KhoError) {
    isDone = false
    try super.open(context)
  }

  override func produce(_ context: ExecutionContext) throws(KhoError) -> Batch? {
    if isDone { return nil }
    isDone = true
    /// By group, one per aggregate.
    var groups: [[Accumulator]] = []
    var groupByKey: [GroupKey: Int] = [:]
    var keyColumns: [[Value]] = keys.map { _ in [] }

    func addGroup(_ batch: Batch?, _ row: Int, _ arguments: [[Column]]) throws(KhoError) -> Int {
      var accumulators: [Accumulator] = []
      for (aggregate, columns) in zip(aggregates, arguments) {
        guard let function = aggregate.function ?? FunctionLibrary.aggregate(named: "count") else {
          continue
        }
        let further = columns.dropFirst().map { $0.value(at: row) }
        accumulators.append(
          try function.accumulator(isDistinct: aggregate.isDistinct, further: Array(further)))
      }
      if let batch {
        for (index, slot) in keys.enumerated() {
          keyColumns[index].append(batch.columns[slot].value(at: row))
        }
      }
      try context.charge(bytes: 64 * (1 + keys.count + accumulators.count))
      groups.append(accumulators)
      return groups.count - 1
    }

    while let batch = try input.next(context) {
      var arguments: [[Column]] = []
      for aggregate in aggregates {
        var columns: [Column] = []
        for argument in aggregate.arguments {
          columns.append(try argument.evaluate(batch, context))
        }
        arguments.append(columns)
      }
      for row in 0..<batch.count {
        let index: Int
        if keys.isEmpty {
          index = groups.isEmpty ? try addGroup(nil, row, arguments) : 0
        } else {
          let key = GroupKey(batch, row, keys)
          if let known = groupByKey[key] {
            index = known
          } else {
            index = try addGroup(batch, row, arguments)
            groupByKey[key] = index
          }
        }
        let weight = Int(batch.weights?[row] ?? 1)
        for position in aggregates.indices {
          let accumulator = groups[index][position]
          let before = accumulator.sizeInBytes
          try accumulator.add(arguments[position].first?.value(at: row) ?? true, weight: weight)
          let taken = accumulator.sizeInBytes - before
          if taken > 0 { try context.charge(bytes: taken) }
        }
      }
    }
    if groups.isEmpty {
      if !keys.isEmpty { return nil }
      _ = try addGroup(nil, 0, aggregates.map { _ in [] })
    }
    var result = Batch(
      count: groups.count, columns: Array(repeating: .absent, count: slotCount))
    for (slot, values) in zip(keys, keyColumns) { result.columns[slot] = .values(values) }
    for (index, aggregate) in aggregates.enumerated() {
      var values: [Value] = []
      for group in groups { values.append(try group[index].result()) }
      result.columns[aggregate.slot] = .values(values)
    }
    return result
  }
}

/// Rows whose columns no earlier row has.
final class Distinct: UnaryOperator {
  private let slots: [Slot]
  private var seen: Set<GroupKey> = []
  init(_ input: Operator, _ slots: [Slot]) {
    self.slots = slots
    super.init(input)
  }
  override var name: String { "Distinct" }
  override func open(_ context: ExecutionContext) throws(KhoError) {
    seen = []
    try super.open(context)
  }
  override func close() {
    seen = []
    super.close()
  }

  override func produce(_ context: ExecutionContext) throws(KhoError) -> Batch? {
    while let batch = try input.next(context) {
      var rows: [Int32] = []
      for row in 0..<batch.count where seen.insert(GroupKey(batch, row, slots)).inserted {
        rows.append(Int32(row))
      }
      try context.charge(bytes: rows.count * 48 * max(1, slots.count))
      if !rows.isEmpty { return rows.count == batch.count ? batch : batch.gathered(rows) }
    }
    return nil
  }
}

/// Rows in order; with a limit only the first ones are kept while they come.
final class Sort: UnaryOperator {
  private let keys: [BoundProjection.SortKey]
  private let limit: BoundExpression?
  private let skip: BoundExpression?
  private var sorted: Batch?
  private var next: Int?

  init(
    _ input: Operator, _ keys: [BoundProjection.SortKey], limit: BoundExpression?,
    skip: BoundExpression?
  ) {
    self.keys = keys
    self.limit = limit
    self.skip = skip
    super.init(input)
  }
  override var name: String { limit == nil ? "Sort" : "Top" }
  override var details: String { limit.map { "limit \($0.text)" } ?? "" }
  override func open(_ context: ExecutionContext) throws(KhoError) {
    sorted = nil
    next = nil
    try super.open(context)
  }
  override func close() {
    sorted = nil
    super.close()
  }

  override func produce(_ context: ExecutionContext) throws(KhoError) -> Batch? {
    if next == nil {
      sorted = try sort(context)
      next = 0
    }
    guard let sorted, let start = next, start < sorted.count else { return nil }
    let end = min(start + Batch.capacity, sorted.count)
    next = end
    return sorted.slice(start..<end)
  }

  private func sort(_ context: ExecutionContext) throws(KhoError) -> Batch? {
    var kept: Int?
    if let limit {
      let sum = try limit.rowCount("LIMIT", context).addingReportingOverflow(
        try skip?.rowCount("SKIP", context) ?? 0)
      kept = sum.overflow ? nil : sum.partialValue
    }
    var batches: [Batch] = []
    var count = 0
    while let batch = try input.next(context) {
      try context.charge(bytes: kept == nil ? batch.sizeInBytes : 0)
      batches.append(batch)
      count += batch.count
      if let kept, kept < count / 4, count > 4 * Batch.capacity {
        batches = [ordered(batches, first: kept)].compactMap { $0 }
        count = batches.first?.count ?? 0
      }
    }
    return ordered(batches, first: kept)
  }

  /// The rows of all batches in order, stable, cut after the first ones.
  private func ordered(_ batches: [Batch], first: Int?) -> Batch? {
    guard let all = Batch.concatenated(batches) else { return nil }
    let columns = keys.map { key in (0..<all.count).map { all.columns[key.slot].value(at: $0) } }
    let rows = (0..<Int32(all.count)).sorted { a, b in
      for (key, column) in zip(keys, columns) {
        let order = Value.order(column[Int(a)], column[Int(b)])
        if order != 0 { return (order < 0) != key.isDescending }
      }
      return a < b
    }
    return all.gathered(first.map { Array(rows.prefix($0)) } ?? rows)
  }
}
