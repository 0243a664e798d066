internal import GraphModel

/// Aggregation, DISTINCT and ORDER BY: operators that remember rows.

/// Some columns of a row as a key of equivalence (openCypher: null and NaN equal themselves).
struct GroupKey: Hashable {
  private let values: [EquivalentValue]
  init(_ batch: Batch, _ row: Int, _ slots: [Slot]) {
    values = slots.map { EquivalentValue(batch.columns[$0].value(at: row)) }
  }
}

/// Numbers groups from 0 in the order of their first rows. The commonest keys, one node or one
/// value, cost no allocation per row.
struct GroupTable {
  private let slots: [Slot]
  private(set) var count = 0
  private var byNode = NodeGroups()
  private var byInteger: [Int64: Int32] = [:]
  private var byValue: [EquivalentValue: Int32] = [:]
  private var byKey: [GroupKey: Int32] = [:]

  init(_ slots: [Slot]) { self.slots = slots }

  /// The group of each row.
  mutating func groups(of batch: Batch) -> [Int32] {
    var groups: [Int32] = []
    groups.reserveCapacity(batch.count)
    if slots.isEmpty {
      count = 1
      return Array(repeating: 0, count: batch.count)
    }
    if slots.count > 1 {
      for row in 0..<batch.count {
        groups.append(Self.number(&byKey[GroupKey(batch, row, slots)], &count))
      }
      return groups
    }
    switch batch.columns[slots[0]] {
    case .nodes(let ids):
      for id in ids { groups.append(id == .none ? group(of: .null) : byNode.group(id, &count)) }
    case .values(let values):
      for value in values { groups.append(group(of: value)) }
    case let column:
      for row in 0..<batch.count { groups.append(group(of: column.value(at: row))) }
    }
    return groups
  }

  private mutating func group(of value: Value) -> Int32 {
    switch value {
    case .integer(let integer): return Self.number(&byInteger[integer], &count)
    case .node(let node): return byNode.group(node.id, &count)
    // A float that is an integer is equivalent to it.
    case .float(let float) where Int64(exactly: float) != nil:
      return Self.number(&byInteger[Int64(exactly: float) ?? 0], &count)
    default: return Self.number(&byValue[EquivalentValue(value)], &count)
    }
  }

  @inline(__always)
  private static func number(_ known: inout Int32?, _ count: inout Int) -> Int32 {
    if let known { return known }
    let number = Int32(truncatingIfNeeded: count)
    known = number
    count += 1
    return number
  }
}

/// Groups by node, in pages of an array: ids are dense, and a look-up costs no hash.
private struct NodeGroups {
  private static let pageBits: UInt32 = 12
  private var pages: [[Int32]] = []

  @inline(__always) mutating func group(_ node: NodeID, _ count: inout Int) -> Int32 {
    let page = Int(node.rawValue >> Self.pageBits)
    let index = Int(node.rawValue & (1 << Self.pageBits - 1))
    if page >= pages.count || pages[page].isEmpty { addPage(page) }
    let known = pages[page][index]
    if known >= 0 { return known }
    let number = Int32(truncatingIfNeeded: count)
    pages[page][index] = number
    count += 1
    return number
  }

  private mutating func addPage(_ page: Int) {
    while pages.count <= page { pages.append([]) }
    pages[page] = Array(repeating: -1, count: 1 << Int(Self.pageBits))
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
    var table = GroupTable(keys)
    var keyColumns: [[Value]] = keys.map { _ in [] }
    var states: [AggregateState] = aggregates.map { AggregateState($0) }
    while let batch = try input.next(context) {
      let before = table.count
      let groups = table.groups(of: batch)
      if table.count > before, !keys.isEmpty {
        try context.charge(bytes: (table.count - before) * 64 * (1 + keys.count + aggregates.count))
        var next = before
        for (row, group) in groups.enumerated() where group == next {
          for (index, slot) in keys.enumerated() {
            keyColumns[index].append(batch.columns[slot].value(at: row))
          }
          next += 1
        }
      }
      for index in states.indices {
        do { try states[index].add(batch, groups, groupCount: table.count, context) } catch {
          throw error.located(at: aggregates[index].span)
        }
      }
    }
    let count = keys.isEmpty ? 1 : table.count
    if count == 0 { return nil }
    var result = Batch(count: count, columns: Array(repeating: .absent, count: slotCount))
    for (slot, values) in zip(keys, keyColumns) { result.columns[slot] = .values(values) }
    for (aggregate, state) in zip(aggregates, states) {
      do { result.columns[aggregate.slot] = .values(try state.results(groupCount: count)) } catch {
        throw error.located(at: aggregate.span)
      }
    }
    return result
  }
}

/// One aggregate over all groups: plain counters where it counts, else an accumulator for each
/// group.
private struct AggregateState {
  let aggregate: BoundProjection.Aggregate
  private let isCount: Bool
  private var counts: [Int64] = []
  private var accumulators: [Accumulator] = []

  init(_ aggregate: BoundProjection.Aggregate) {
    self.aggregate = aggregate
    isCount = (aggregate.function?.name ?? "count") == "count" && !aggregate.isDistinct
  }

  mutating func add(
    _ batch: Batch, _ groups: [Int32], groupCount: Int, _ context: ExecutionContext
  ) throws(KhoError) {
    let column = try aggregate.arguments.first?.evaluate(batch, context) ?? .constant(true)
    if isCount {
      while counts.count < groupCount { counts.append(0) }
      var isOverflowing = false
      for (row, group) in groups.enumerated() {
        if !aggregate.arguments.isEmpty, column.value(at: row).isNull { continue }
        let (sum, overflow) = counts[Int(group)].addingReportingOverflow(batch.weights?[row] ?? 1)
        counts[Int(group)] = sum
        isOverflowing = isOverflowing || overflow
      }
      if isOverflowing {
        throw KhoError(
          .arithmeticError, "IntegerOverflow", "there are more rows than can be counted")
      }
      return
    }
    var further: [Column] = []
    for argument in aggregate.arguments.dropFirst() {
      further.append(try argument.evaluate(batch, context))
    }
    for (row, group) in groups.enumerated() {
      while accumulators.count <= Int(group) {
        guard let function = aggregate.function else { break }
        accumulators.append(
          try function.accumulator(
            isDistinct: aggregate.isDistinct, further: further.map { $0.value(at: row) }))
      }
      let accumulator = accumulators[Int(group)]
      let before = accumulator.sizeInBytes
      try accumulator.add(column.value(at: row), weight: Int(batch.weights?[row] ?? 1))
      let taken = accumulator.sizeInBytes - before
      if taken > 0 { try context.charge(bytes: taken) }
    }
  }

  func results(groupCount: Int) throws(KhoError) -> [Value] {
    if isCount {
      return (0..<groupCount).map { .integer($0 < counts.count ? counts[$0] : 0) }
    }
    var values: [Value] = []
    for accumulator in accumulators { values.append(try accumulator.result()) }
    // The one group of no rows.
    if values.isEmpty, let function = aggregate.function {
      values.append(try function.accumulator(isDistinct: aggregate.isDistinct).result())
    }
    return values
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
    let end = min(start + context.batchCapacity, sorted.count)
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
      if let kept, kept < count / 4, count > 4 * context.batchCapacity {
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
