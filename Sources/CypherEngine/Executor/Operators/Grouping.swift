internal import GraphModel

/// Aggregation and DISTINCT.

/// One row per group of equal keys, with aggregates; without keys one row even of nothing.
final class Aggregate: UnaryOperator {
  private let keys: GroupKeys
  private let aggregates: [BoundProjection.Aggregate]
  private let slotCount: Int
  /// The share in its scan, which several threads may work at.
  let share: ScanShare?
  private var isDone = false

  /// - Parameter keys: slots of the result, and what is grouped by.
  init(
    _ input: Operator, keys: [BoundProjection.Item], aggregates: [BoundProjection.Aggregate],
    slotCount: Int, share: ScanShare?
  ) {
    self.share = share
    self.slotCount = slotCount
    self.keys = GroupKeys(keys)
    self.aggregates = aggregates
    super.init(input)
  }
  override var name: String { keys.items.isEmpty ? "Aggregation" : "EagerAggregation" }
  override var holdsRows: Bool { true }
  override var details: String {
    (keys.items.map(\.expression.text) + aggregates.map(\.text)).filter { !$0.isEmpty }
      .joined(separator: ", ")
  }
  override func open(_ context: ExecutionContext) throws(KhoError) {
    isDone = false
    try super.open(context)
  }

  override func produce(_ context: ExecutionContext) throws(KhoError) -> Batch? {
    if isDone { return nil }
    isDone = true
    let first: Result<Aggregation, KhoError>
    do {
      let whole = try aggregated(context)
      if share?.division == nil { return try whole.result(slotCount: slotCount) }
      first = .success(whole)
    } catch { first = .failure(error) }
    guard let share, let division = share.division else {
      _ = try first.get()
      return nil
    }
    defer { share.leave() }
    _ = work(at: division, share, first, context)
    return try division.result(context).result(slotCount: slotCount)
  }

  private func aggregated(_ context: ExecutionContext) throws(KhoError) -> Aggregation {
    let aggregation = Aggregation(
      keys, aggregates, isLater: share?.isLater == true, context)
    share?.mergedCount = 0
    while let batch = try input.next(context) {
      try aggregation.add(batch, context)
      share?.mergedCount = aggregation.mergedCount
    }
    return aggregation
  }

  /// Aggregates run after run of a divided scan, as long as one is to be had. Returns whether
  /// nothing went wrong.
  private func work(
    at division: Division, _ share: ScanShare, _ first: Result<Aggregation, KhoError>?,
    _ context: ExecutionContext
  ) -> Bool {
    var outcome = first
    var isClean = true
    var mergedCount = 0
    while true {
      if let outcome {
        division.deliver(outcome, of: share.run)
        switch outcome {
        case .success(let aggregation): mergedCount = aggregation.mergedCount
        case .failure:
          isClean = false
          do { try input.open(context) } catch {
            division.stop(error)
            return false
          }
        }
      }
      guard share.takeRun(mergedCount: mergedCount) else { return isClean }
      outcome = Result { () throws(KhoError) in try aggregated(context) }
    }
  }

  /// Works at a division that another thread has made. Returns whether nothing went wrong.
  func help(_ division: Division, _ context: ExecutionContext) -> Bool {
    guard let share else { return true }
    share.join(division)
    defer { share.leave() }
    do { try open(context) } catch {
      division.stop(error)
      return false
    }
    return work(at: division, share, nil, context)
  }
}

/// What some rows come to: their groups, and the states of the aggregates.
final class Aggregation {
  private let aggregates: [BoundProjection.Aggregate]
  /// Those of each aggregate: threads that share a plan count few references to its parts.
  private let arguments: [[BoundExpression]]
  private var groups: Groups
  private let states: [Accumulators]

  /// - Parameter isLater: it will be merged into that of earlier rows.
  init(
    _ keys: GroupKeys, _ aggregates: [BoundProjection.Aggregate], isLater: Bool = false,
    _ context: ExecutionContext
  ) {
    self.aggregates = aggregates
    arguments = aggregates.map(\.arguments)
    groups = Groups(keys, context)
    states = aggregates.map { $0.accumulators(isLater: isLater) }
  }

  func add(_ batch: Batch, _ context: ExecutionContext) throws(KhoError) {
    let before = (bytes: context.chargedBytes, groups: groups.count)
    let origins = batch.runs?.origins ?? batch
    let numbers = try groups.numbers(of: origins, context)
    let isPlain = batch.runs == nil && batch.weights == nil
    let counts = isPlain ? Accumulators.Rows.counts(of: numbers, groups.count) : nil
    var kept = (groups.count - before.groups) * 64 * (1 + groups.keyCount)
    for (index, arguments) in arguments.enumerated() {
      do {
        // What reads nothing of the rows in runs is asked once for each run.
        let isOfRows = batch.runs == nil || arguments.contains { $0.readsColumn(of: batch) }
        let source = isOfRows ? batch : origins
        let column = try arguments.first?.evaluate(source, context) ?? .constant(1)
        var further: [Column] = []
        for argument in arguments.dropFirst() {
          further.append(try argument.evaluate(source, context))
        }
        kept += try states[index].add(
          Accumulators.Rows(
            column: column, further: further, groups: numbers, groupCount: groups.count,
            weights: isOfRows ? batch.weights : batch.runs?.lengths.map { Int64($0) },
            lengths: isOfRows ? batch.runs?.lengths : nil, counts: counts))
      } catch { throw error.located(at: aggregates[index].span) }
    }
    // The columns that were computed go, what groups keep of them stays.
    context.release(bytes: context.chargedBytes - before.bytes)
    try context.charge(bytes: kept)
  }

  /// Takes in what the rows that follow come to.
  func merge(_ later: Aggregation) throws(KhoError) {
    let numbers = groups.numbers(of: later.groups)
    for (index, aggregate) in aggregates.enumerated() {
      do { try states[index].merge(later.states[index], numbers) } catch {
        throw error.located(at: aggregate.span)
      }
    }
  }

  /// How many things would have to be merged into another: groups, and values of DISTINCT.
  var mergedCount: Int { states.reduce(groups.count) { $0 + $1.distinctCount } }

  /// One row per group; nil where there is none.
  func result(slotCount: Int) throws(KhoError) -> Batch? {
    if groups.count == 0 { return nil }
    // By its one field: to call a method would copy all of them.
    var result =
      Batch.concatenated(groups.parts)
      ?? Batch(count: groups.count, columns: Array(repeating: .absent, count: slotCount))
    for (aggregate, state) in zip(aggregates, states) {
      do {
        result.columns[aggregate.slot] = try state.results(groups.count)
      } catch { throw error.located(at: aggregate.span) }
    }
    return result
  }
}

extension BoundExpression {
  fileprivate func readsColumn(of batch: Batch) -> Bool {
    slots.sorted().contains { if case .absent = batch.columns[$0] { false } else { true } }
  }
}

extension BoundProjection.Aggregate {
  /// Whether equal rows change nothing.
  var ignoresDuplicates: Bool {
    isDistinct || ["min", "max"].contains(function?.name)
  }

  fileprivate func accumulators(isLater: Bool) -> Accumulators {
    function?.accumulators(isDistinct: isDistinct, isLater: isLater) ?? .of { _ in Count() }
  }
}

/// What rows are grouped by. Passed on by reference: it has three arrays.
final class GroupKeys: Sendable {
  let items: [BoundProjection.Item]
  fileprivate let slots: [Slot]
  /// The slot of the node that tells all of them, if there is one.
  fileprivate let node: Slot?

  init(_ items: [BoundProjection.Item]) {
    self.items = items
    slots = items.map(\.slot)
    let read = items.reduce(into: SlotSet()) { $0.formUnion($1.expression.slots) }.sorted()
    let isOfOne = read.count == 1 && !items.contains(where: \.expression.hasRandomness)
    // A variable by itself is found in the table of groups as fast.
    node = isOfOne && !items.allSatisfy { $0.expression is SlotExpression } ? read.first : nil
  }
}

/// The groups of an aggregation: their numbers and keys.
///
/// Where all keys are computed from one node of the row, as in `RETURN p.name, p.age, count(*)`,
/// they are computed once for each node: the group is then known by the node.
private struct Groups {
  private let keys: GroupKeys
  private var table: RowNumbers
  /// The slot of that node, as long as nodes come again and again.
  private var node: Slot?
  private var byNode = NodeNumbers()
  /// Key values of groups in their order, batch after batch.
  private(set) var parts: [Batch] = []

  init(_ keys: GroupKeys, _ context: ExecutionContext) {
    self.keys = keys
    table = RowNumbers(keys.slots)
    node = context.query.isWriting ? nil : keys.node
  }

  var count: Int { table.count }
  var keyCount: Int { keys.slots.count }

  /// The group of each row.
  mutating func numbers(
    of batch: Batch, _ context: ExecutionContext
  ) throws(KhoError) -> [Int32] {
    guard let slot = node, case .nodes(let nodes) = batch.columns[slot] else {
      return try numbers(ofKeysIn: batch, context)
    }
    // Nodes not seen before have numbers beyond all others at first, by their places in `new`. The
    // same node often comes many times in a row.
    let firstNew = Int32.max - Int32(truncatingIfNeeded: nodes.count)
    var new: [Int32] = []
    new.reserveCapacity(min(nodes.count, 128))
    var numbers: [Int32] = []
    numbers.append(addingCapacity: nodes.count) { numbers in
      var last: (node: NodeID, number: Int32)?
      for (row, node) in nodes.enumerated() {
        if node != last?.node {
          let known = node == .none ? nil : byNode[node]
          let number = known ?? firstNew + Int32(truncatingIfNeeded: new.count)
          if known == nil {
            new.append(Int32(truncatingIfNeeded: row))
            if node != .none { byNode[node] = number }
          }
          last = (node, number)
        }
        numbers.append(last?.number ?? 0)
      }
    }
    if new.isEmpty { return numbers }
    if new.count == nodes.count, nodes.count > 64 {
      node = nil
      return try self.numbers(ofKeysIn: batch, context)
    }
    var first = Batch(count: new.count, columns: context.tree.emptyColumns())
    first.columns[slot] = batch.columns[slot].gathered(new)
    let found = try self.numbers(ofKeysIn: first, context)
    context.tree.recycle(consume first)
    for (row, number) in zip(new, found) where nodes[Int(row)] != .none {
      byNode[nodes[Int(row)]] = number
    }
    for row in numbers.indices where numbers[row] >= firstNew {
      numbers[row] = found[Int(numbers[row] - firstNew)]
    }
    return numbers
  }

  private mutating func numbers(
    ofKeysIn batch: Batch, _ context: ExecutionContext
  ) throws(KhoError) -> [Int32] {
    var batch = batch
    for key in keys.items { batch.columns[key.slot] = try key.expression.evaluate(batch, context) }
    return self.numbers(ofComputed: batch)
  }

  /// The numbers here of other groups, in their order.
  mutating func numbers(of others: Groups) -> [Int32] {
    if keys.slots.isEmpty { return [0] }
    guard let rows = Batch.concatenated(others.parts) else { return [] }
    return numbers(ofComputed: rows)
  }

  /// The group of each row, by the keys in its slots.
  private mutating func numbers(ofComputed batch: Batch) -> [Int32] {
    let before = table.count
    let numbers = table.numbers(of: batch)
    if table.count > before, !keys.slots.isEmpty {
      var firsts: [Int32] = []
      firsts.reserveCapacity(table.count - before)
      for (row, number) in numbers.enumerated() where Int(number) == before + firsts.count {
        firsts.append(Int32(row))
      }
      parts.append(batch.keeping(keys.slots).selected(firsts))
    }
    return numbers
  }
}

/// Rows whose columns no earlier row has.
final class Distinct: UnaryOperator {
  private let slots: [Slot]
  private var seen = RowNumbers([])
  private var isEmpty = true
  init(_ input: Operator, _ slots: [Slot]) {
    self.slots = slots
    super.init(input)
  }
  override var name: String { "Distinct" }
  override var holdsRows: Bool { true }
  override func open(_ context: ExecutionContext) throws(KhoError) {
    seen = RowNumbers(slots)
    isEmpty = true
    try super.open(context)
  }
  override func close() {
    seen = RowNumbers(slots)
    super.close()
  }

  override func produce(_ context: ExecutionContext) throws(KhoError) -> Batch? {
    while let batch = try input.next(context) {
      let before = isEmpty ? 0 : seen.count
      isEmpty = false
      var rows: [Int32] = []
      for (row, number) in seen.numbers(of: batch).enumerated()
      where Int(number) == before + rows.count {
        rows.append(Int32(row))
      }
      try context.charge(bytes: rows.count * 48 * max(1, slots.count))
      if rows.isEmpty { continue }
      var result = batch.selected(rows)
      result.weights = nil
      return result
    }
    return nil
  }
}
