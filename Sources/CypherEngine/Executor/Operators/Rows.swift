internal import GraphModel
internal import GraphStorage

/// Operators over rows as such: filter, project, unwind, skip, limit, union.

/// Rows for which every predicate is true.
final class Filter: UnaryOperator {
  private var selection: Selection

  init(_ input: Operator, _ predicates: [BoundExpression]) {
    selection = Selection(predicates)
    super.init(input)
  }
  override var name: String { "Filter" }
  override var distinctSlot: Slot? { input.distinctSlot }
  override var details: String { selection.text }

  override func open(_ context: ExecutionContext) throws(KhoError) {
    selection.reset()
    try super.open(context)
  }

  override func produce(_ context: ExecutionContext) throws(KhoError) -> Batch? {
    while let batch = try input.next(context) {
      guard let rows = try selection.rows(of: batch, context) else { return batch }
      if !rows.isEmpty { return batch.gathered(rows) }
    }
    return nil
  }
}

/// Predicates that rows are chosen by. One over a single property is asked once for each text of
/// it, where these are few; several comparisons of one property read it once.
struct Selection {
  /// Fewer rows are looked at one by one.
  private static let smallestGroupedCount = 64
  let predicates: [BoundExpression]
  /// The one property that a predicate reads, where it reads nothing else of a row.
  private let properties: [PropertyExpression?]
  /// The predicates from an index on that compare one property of nodes with bounds, where they
  /// are several.
  private let bounds: [Bounds?]
  /// Predicates whose property had too many texts, or other values, since the start.
  private var isVaried: [Bool]
  /// Whether all are asked again only where one threw.
  private let areRepeated: Bool

  init(_ predicates: [BoundExpression]) {
    self.predicates = predicates
    properties = predicates.map { $0.readsTexts ? nil : $0.onlyProperty }
    isVaried = predicates.map { _ in false }
    areRepeated = predicates.allSatisfy { $0 is RepeatedTest }
    let tests = predicates.map { ScanTest($0) }
    bounds = tests.indices.map { first in
      guard let test = tests[first], !test.isExclusion else { return nil }
      let others = tests[first...].prefix { other in
        other.map { !$0.isExclusion && $0.property.isSame(as: test.property) } ?? false
      }
      return others.count > 1 ? Bounds(test.property, others.compactMap(\.self)) : nil
    }
  }

  private final class Bounds: Sendable {
    let property: PropertyExpression
    let tests: [ScanTest]
    init(_ property: PropertyExpression, _ tests: [ScanTest]) {
      self.property = property
      self.tests = tests
    }
  }

  var text: String { predicates.map(\.text).joined(separator: " AND ") }

  /// Whether a predicate is asked for each row.
  var hasVaried: Bool { isVaried.contains(true) }

  mutating func reset() {
    for index in isVaried.indices { isVaried[index] = false }
  }

  /// The rows for which every predicate is true, in order; nil where these are all.
  mutating func rows(of batch: Batch, _ context: ExecutionContext) throws(KhoError) -> [Int32]? {
    if predicates.isEmpty || batch.count == 0 { return nil }
    if areRepeated, !context.hasPostponedErrors { return nil }
    var index = 0
    var rows = try next(&index, batch, context)
    if index == predicates.count { return rows.count == batch.count ? nil : rows }
    var left = batch.selected(rows)
    while index < predicates.count, left.count > 0 {
      let passing = try next(&index, left, context)
      if passing.count == left.count { continue }
      for row in passing.indices { rows[row] = rows[Int(passing[row])] }
      rows.removeLast(rows.count - passing.count)
      if index < predicates.count { left = left.gathered(passing) }
    }
    return rows.count == batch.count ? nil : rows
  }

  /// The rows for which the next predicates are true, as many as are asked together; `index` moves
  /// on.
  private mutating func next(
    _ index: inout Int, _ batch: Batch, _ context: ExecutionContext
  ) throws(KhoError) -> [Int32] {
    guard let several = bounds[index],
      let (key, nodes) = several.property.stored(in: batch, context)
    else {
      defer { index += 1 }
      return try select(index, batch, context)
    }
    index += several.tests.count
    guard let tests = try several.tests.propertyTests(context) else { return [] }
    return try context.transaction.rows(of: nodes, where: key, passes: tests)
  }

  private mutating func select(
    _ index: Int, _ batch: Batch, _ context: ExecutionContext
  ) throws(KhoError) -> [Int32] {
    let predicate = predicates[index]
    if batch.count >= Self.smallestGroupedCount, !isVaried[index],
      let (key, nodes) = properties[index]?.stored(in: batch, context)
    {
      let rows = try context.transaction.rows(of: nodes, byTextOf: key) { (row) throws(KhoError) in
        try predicate.truth(Row(batch: batch, index: row), context) == true
      }
      if let rows { return rows }
      isVaried[index] = true
    }
    return try predicate.select(batch, context)
  }
}

/// Computes expressions into slots.
final class Project: UnaryOperator {
  private let items: [BoundProjection.Item]
  init(_ input: Operator, _ items: [BoundProjection.Item]) {
    self.items = items
    super.init(input)
  }
  override var name: String { "Projection" }
  override var details: String { items.map(\.expression.text).joined(separator: ", ") }

  override func produce(_ context: ExecutionContext) throws(KhoError) -> Batch? {
    guard var batch = try input.next(context) else { return nil }
    for item in items {
      let column = try item.expression.evaluate(batch, context)
      batch.columns[item.slot] = column
    }
    return batch
  }
}

/// One row per element of a list; null and the empty list give none, another value gives itself.
final class Unwind: FlatMap {
  private let slot: Slot
  private let list: BoundExpression
  private var row = 0
  private var elements: [Value] = []
  /// What the list is charged for.
  private var listBytes = 0
  private var next = 0
  /// The list is made by `range()`: its integers are made as they are asked for.
  private let range: FunctionExpression?
  private var integers = IntegerRange()

  init(_ input: Operator, carried: [Slot], slot: Slot, list: BoundExpression) {
    self.slot = slot
    self.list = list
    let call = list as? FunctionExpression
    range = call?.function.name == "range" ? call : nil
    super.init(input, carried: carried)
  }
  override var name: String { "Unwind" }
  override var details: String { list.text }
  override var holdsRows: Bool { true }
  override func open(_ context: ExecutionContext) throws(KhoError) {
    listBytes = 0
    try super.open(context)
  }
  override func begin(_ batch: Batch, _ context: ExecutionContext) {
    row = -1
    elements = []
    next = 0
    integers = IntegerRange()
  }

  override func fill(_ batch: Batch, _ context: ExecutionContext) throws(KhoError) -> Rows? {
    var origins: [Int32] = []
    var values: [Value] = []
    while values.count < context.batchCapacity {
      if next >= elements.count, integers.count == 0 {
        guard row + 1 < batch.count else { break }
        row += 1
        try unwind(Row(batch: batch, index: row), context)
      }
      let room = context.batchCapacity - values.count
      let count = min(integers.count + elements.count - next, room)
      if integers.count > 0 {
        values += integers.take(count)
      } else {
        values += elements[next..<next + count]
        next += count
      }
      origins += repeatElement(Int32(row), count: count)
    }
    if values.isEmpty { return nil }
    return Rows(origins: origins, columns: [(slot, .values(values))])
  }

  private func unwind(_ row: Row, _ context: ExecutionContext) throws(KhoError) {
    next = 0
    elements = []
    context.release(bytes: listBytes)
    let before = context.chargedBytes
    defer { listBytes = context.chargedBytes - before }
    if let range {
      var arguments: [Value] = []
      for operand in range.operands { arguments.append(try operand.evaluate(row, context)) }
      if arguments.contains(where: \.isNull) { return }
      do { integers = try IntegerRange(arguments) } catch { throw error.located(at: list.span) }
      return
    }
    switch try list.evaluate(row, context) {
    case .null: break
    case .list(let list): elements = list
    case let single: elements = [single]
    }
  }
}

/// Leaves out the first rows.
final class Skip: UnaryOperator {
  private let count: BoundExpression
  private var left: Int?
  init(_ input: Operator, _ count: BoundExpression) {
    self.count = count
    super.init(input)
  }
  override var name: String { "Skip" }
  override var details: String { count.text }
  override func open(_ context: ExecutionContext) throws(KhoError) {
    left = try count.rowCount("SKIP", context)
    try super.open(context)
  }

  override func produce(_ context: ExecutionContext) throws(KhoError) -> Batch? {
    while let batch = try input.next(context) {
      let skipped = min(left ?? 0, batch.count)
      left = (left ?? 0) - skipped
      if skipped < batch.count { return batch.slice(skipped..<batch.count) }
    }
    return nil
  }
}

/// Only the first rows; asks for no more than those, unless its input updates, which then runs to
/// its end.
final class Limit: UnaryOperator {
  private let count: BoundExpression
  private let isUpdated: Bool
  private var left = 0
  init(_ input: Operator, _ count: BoundExpression) {
    self.count = count
    isUpdated = input.isUpdating
    super.init(input)
  }
  override var name: String { "Limit" }
  override var details: String { count.text }
  override func open(_ context: ExecutionContext) throws(KhoError) {
    left = try count.rowCount("LIMIT", context)
    try super.open(context)
  }

  override func produce(_ context: ExecutionContext) throws(KhoError) -> Batch? {
    guard left > 0 else {
      if isUpdated { while try input.next(context) != nil {} }
      return nil
    }
    guard let batch = try input.next(context) else { return nil }
    let result = batch.count > left ? batch.slice(0..<left) : batch
    left -= result.count
    return result
  }
}

extension Operator {
  /// Whether it or an operator below it changes the graph.
  var isUpdating: Bool { self is UpdateOperator || inputs.contains { $0.isUpdating } }
}

extension BoundExpression {
  /// The number of rows of SKIP or LIMIT.
  func rowCount(_ clause: String, _ context: ExecutionContext) throws(KhoError) -> Int {
    let row = Row(batch: Batch(count: 1, columns: []), index: 0)
    return try Binder.count(try evaluate(row, context), clause, phase: .runtime, at: span)
  }

  /// The number of paths of SHORTEST.
  func pathCount(_ context: ExecutionContext) throws(KhoError) -> Int {
    let count = try rowCount("SHORTEST", context)
    guard count > 0 else {
      throw KhoError(
        .syntaxError, "InvalidArgumentValue", "a number of paths must be positive", at: span)
    }
    return count
  }
}

/// The rows of several plans, one after the other, under common slots.
final class Union: Operator {
  private let parts: [(root: Operator, columns: [Slot])]
  private let columns: [Slot]
  private var current = 0
  init(_ parts: [(root: Operator, columns: [Slot])], columns: [Slot]) {
    self.parts = parts
    self.columns = columns
  }
  override var name: String { "Union" }
  override var inputs: [Operator] { parts.map(\.root) }
  override func open(_ context: ExecutionContext) throws(KhoError) {
    current = 0
    try super.open(context)
  }

  override func produce(_ context: ExecutionContext) throws(KhoError) -> Batch? {
    while current < parts.count {
      let part = parts[current]
      if let batch = try part.root.next(context) {
        var result = batch
        for (column, slot) in zip(columns, part.columns) {
          result.columns[column] = batch.columns[slot]
        }
        return result
      }
      current += 1
    }
    return nil
  }
}

/// Runs its input to the end and gives nothing: the last step of a statement that returns no rows.
final class EmptyResult: UnaryOperator {
  override var name: String { "EmptyResult" }
  override func produce(_ context: ExecutionContext) throws(KhoError) -> Batch? {
    while try input.next(context) != nil {}
    return nil
  }
}
