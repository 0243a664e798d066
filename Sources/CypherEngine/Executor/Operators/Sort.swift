internal import GraphModel
internal import GraphStorage

/// ORDER BY, with or without LIMIT.

/// Rows in order; with a limit only the first ones are kept while they come.
final class Sort: UnaryOperator {
  private let keys: [BoundProjection.SortKey]
  private let limit: BoundExpression?
  private let skip: BoundExpression?
  private let late: [BoundProjection.Item]
  /// Where the input begins, if its rows come in the order of the first key.
  private let source: NodeIndexOrder?
  private var sorted: Batch?
  private var next: Int?

  /// - Parameter late: properties other than the first key, read of rows that may be among the
  ///   first ones; none without a limit.
  init(
    _ input: Operator, _ keys: [BoundProjection.SortKey], limit: BoundExpression?,
    skip: BoundExpression?, late: [BoundProjection.Item]
  ) {
    self.late = late
    self.keys = keys
    self.limit = limit
    self.skip = skip
    var source = limit == nil ? nil : input
    while let part = source, !(part is NodeIndexOrder) {
      source = part is Sort ? nil : part.inputs.first
    }
    self.source = source as? NodeIndexOrder
    super.init(input)
  }
  override var name: String { limit == nil ? "Sort" : "Top" }
  override var holdsRows: Bool { true }
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
    guard let limit else { return ordered(try drain(context), first: nil) }
    let sum = try limit.rowCount("LIMIT", context).addingReportingOverflow(
      try skip?.rowCount("SKIP", context) ?? 0)
    let first = sum.overflow ? Int.max : sum.partialValue
    while true {
      var top = Top(keys, first: first)
      while let whole = try input.next(context) {
        try add(whole, to: &top, context)
        if source?.isInOrder == true, top.precedes(whole) { return top.result }
      }
      guard source?.startOver(context) == true else { return top.result }
    }
  }

  /// Adds the rows of a batch that may be among the first by the first key, with their late
  /// properties: some at a time, for the bound that they give spares others those properties.
  private func add(
    _ whole: Batch, to top: inout Top, _ context: ExecutionContext
  ) throws(KhoError) {
    if late.isEmpty, top.hasRoom(forFirst: whole) {
      try context.charge(bytes: whole.sizeInBytes)
      top.append(whole)
      return
    }
    // What was deleted must not be asked for a property, in whichever row it is.
    let isWhole = late.isEmpty || context.query.isWriting
    var next = 0
    while next < whole.count {
      var batch = whole
      if isWhole {
        next = whole.count
      } else {
        batch = whole.gathered(top.rowsByFirstKey(of: whole, from: &next))
        if batch.count == 0 { return }
      }
      for item in late { batch.columns[item.slot] = try item.expression.evaluate(batch, context) }
      var start = 0
      while start < batch.count {
        let rows = top.rows(of: batch, from: &start)
        let part = batch.selected(rows)
        try context.charge(bytes: top.isFull ? 0 : part.sizeInBytes)
        top.append(part)
      }
    }
  }

  /// The rows of all batches in order, stable, cut after the first ones.
  private func ordered(_ batches: [Batch], first: Int?) -> Batch? {
    Batch.concatenated(batches)?.ordered(by: keys, first: first)
  }
}

/// The first rows of an order, while rows come.
private struct Top {
  private let keys: [BoundProjection.SortKey]
  private let first: Int
  /// Rows that are kept before they are cut to the first ones.
  let room: Int
  private var batches: [Batch] = []
  private var count = 0
  /// The keys of the last of the first rows so far: later ones must sort before it.
  private var bound: [Value] = []

  init(_ keys: [BoundProjection.SortKey], first: Int) {
    self.keys = keys
    self.first = first
    let (double, overflow) = first.multipliedReportingOverflow(by: 2)
    room = overflow ? Int.max : max(double, 32)
  }

  /// Whether more rows take no more memory.
  var isFull: Bool { !bound.isEmpty }

  /// Whether these are the first rows to come, and all of them may be kept.
  func hasRoom(forFirst batch: Batch) -> Bool {
    first > 0 && count == 0 && bound.isEmpty && batch.count <= room
  }

  /// Some of the rows from `start` on that may be among the first; `start` moves on.
  func rows(of batch: Batch, from start: inout Int) -> [Int32] {
    if first == 0 { start = batch.count }
    if bound.isEmpty { return nextRows(of: batch, from: &start) }
    var rows: [Int32] = []
    while start < batch.count, rows.count < room {
      if let key = keys.first, let bound = bound.first {
        start = batch.columns[key.slot].firstRow(
          from: start, notAfter: bound, isDescending: key.isDescending, count: batch.count)
        if start == batch.count { break }
      }
      if isBeforeBound(batch, start) { rows.append(Int32(start)) }
      start += 1
    }
    return rows
  }

  /// As many rows from `start` on as there is room for; `start` moves on.
  private func nextRows(of batch: Batch, from start: inout Int) -> [Int32] {
    let end = start + min(room, batch.count - start)
    defer { start = end }
    return Array(Int32(start)..<Int32(end))
  }

  /// Some of the rows from `start` on that the first key does not exclude; `start` moves on.
  func rowsByFirstKey(of batch: Batch, from start: inout Int) -> [Int32] {
    guard let key = keys.first, let bound = bound.first else {
      return nextRows(of: batch, from: &start)
    }
    let column = batch.columns[key.slot]
    var rows: [Int32] = []
    while rows.count < max(room, 256) {
      start = column.firstRow(
        from: start, notAfter: bound, isDescending: key.isDescending, count: batch.count)
      if start == batch.count { break }
      let order = column.order(at: start, bound)
      if order == 0 || (order < 0) != key.isDescending { rows.append(Int32(start)) }
      start += 1
    }
    return rows
  }

  private func isBeforeBound(_ batch: Batch, _ row: Int) -> Bool {
    for (key, value) in zip(keys, bound) {
      let order = batch.columns[key.slot].order(at: row, value)
      if order != 0 { return (order < 0) != key.isDescending }
    }
    return false
  }

  mutating func append(_ batch: Batch) {
    if batch.count == 0 { return }
    batches.append(batch)
    count += batch.count
    if count >= room { cut() }
  }

  private mutating func cut() {
    guard let rows = Batch.concatenated(batches)?.ordered(by: keys, first: first) else { return }
    batches = [rows]
    count = rows.count
    if count == first, count > 0 {
      bound = keys.map { rows.columns[$0.slot].value(at: count - 1) }
    }
  }

  /// Whether the first rows all come before the last row of the batch by the first key.
  mutating func precedes(_ batch: Batch) -> Bool {
    guard let key = keys.first, count >= first else { return first == 0 }
    cut()
    guard let bound = bound.first else { return false }
    let order = batch.columns[key.slot].order(at: batch.count - 1, bound)
    return order != 0 && (order > 0) != key.isDescending
  }

  var result: Batch? { Batch.concatenated(batches)?.ordered(by: keys, first: first) }
}

extension Batch {
  /// The rows in order, stable, cut after the first ones.
  fileprivate func ordered(by keys: [BoundProjection.SortKey], first: Int?) -> Batch {
    let keyed = keys.map { (column: columns[$0.slot], isDescending: $0.isDescending) }
    let (ranks, isDescending) = (keyed.first?.column.ranks, keyed.first?.isDescending == true)
    var rows = candidates(by: keys, first: first).map { row in
      let rank = ranks?[Int(row)] ?? 0
      return (rank: isDescending ? ~rank : rank, row: row)
    }
    func precedes(_ a: (rank: Int64, row: Int32), _ b: (rank: Int64, row: Int32)) -> Bool {
      if a.rank != b.rank { return a.rank < b.rank }
      // By index, which counts no references.
      for index in keyed.indices {
        let order = keyed[index].column.order(Int(a.row), Int(b.row))
        if order != 0 { return (order < 0) != keyed[index].isDescending }
      }
      return a.row < b.row
    }
    if first == 1 { return gathered(rows.min(by: precedes).map { [$0.row] } ?? []) }
    rows.sort(by: precedes)
    return gathered(rows.prefix(first ?? rows.count).map(\.row))
  }

  /// Rows among which the first ones of an order are: fewer than all where few are wanted, and the
  /// first key is an integer that tells.
  private func candidates(by keys: [BoundProjection.SortKey], first: Int?) -> [Int32] {
    guard let first, (1...8).contains(first), first < count, let key = keys.first,
      case .integers(let integers) = columns[key.slot]
    else { return Array(0..<Int32(count)) }
    // The integers of the first rows so far, in order.
    var best: [Int64] = []
    for integer in integers {
      let value = key.isDescending ? ~integer : integer
      if best.count == first, best[first - 1] <= value { continue }
      if best.count == first { best.removeLast() }
      best.insert(value, at: best.firstIndex { value < $0 } ?? best.count)
    }
    let last = best[first - 1]
    return [Int32](rows: count) { (key.isDescending ? ~integers[$0] : integers[$0]) <= last }
  }
}

extension Column {
  /// -1, 0 or 1 as one row's value sorts before, with or after the other's.
  fileprivate func order(_ a: Int, _ b: Int) -> Int {
    switch self {
    case .integers(let integers): threeWayOrder(integers[a], integers[b])
    case .texts(let texts): texts.order(a, b)
    case .values(let values): Value.order(values[a], values[b])
    default: Value.order(value(at: a), value(at: b))
    }
  }

  /// Numbers in whose order the rows are, as far as they differ; nil where there are none.
  fileprivate var ranks: [Int64]? {
    switch self {
    case .integers(let integers): integers
    case .texts(let texts): texts.ranks
    default: nil
    }
  }

  /// The first row from `row` on that may sort before `bound`: passes over integers that do not.
  fileprivate func firstRow(
    from row: Int, notAfter bound: Value, isDescending: Bool, count: Int
  ) -> Int {
    guard case .integers(let integers) = self, case .integer(let bound) = bound else { return row }
    var row = row
    if isDescending {
      while row < count, integers[row] < bound { row &+= 1 }
    } else {
      while row < count, integers[row] > bound { row &+= 1 }
    }
    return row
  }

  fileprivate func order(at row: Int, _ other: Value) -> Int {
    if case .integers(let integers) = self, case .integer(let integer) = other {
      return threeWayOrder(integers[row], integer)
    }
    if case .texts(let texts) = self, case .string(let text) = other {
      return texts.order(row, text)
    }
    return Value.order(value(at: row), other)
  }
}
