internal import GraphModel
internal import GraphStorage

/// One step of a running plan: gives batches of rows when asked (the Volcano model, by batches).
///
/// Operators are made anew for each run and opened again for each outer row or batch of a
/// correlated plan.
class Operator {
  /// What EXPLAIN and PROFILE show.
  var name: String { "" }
  var details: String { "" }
  var inputs: [Operator] { [] }
  var estimatedRows = 0.0
  private(set) var rowCount = 0
  /// Time in this operator and those below it, in seconds; measured when profiling.
  private(set) var seconds = 0.0
  /// What it is charged with for its state and its last batch.
  fileprivate final var chargedBytes = 0
  /// Whether it holds more than its last batch, so that nothing is taken back until it starts over.
  var holdsRows: Bool { false }
  /// A slot that holds another node in each of its rows.
  var distinctSlot: Slot? { nil }

  /// Starts over.
  func open(_ context: ExecutionContext) throws(KhoError) {
    release(context)
    for input in inputs { try input.open(context) }
  }

  /// Lets go of the rows it holds, until it is opened again.
  func close() {
    chargedBytes = 0
    for input in inputs { input.close() }
  }

  fileprivate final func release(_ context: ExecutionContext) {
    if chargedBytes == 0 { return }
    context.release(earlierBytes: chargedBytes)
    chargedBytes = 0
  }

  /// The next batch, never empty; nil at the end. The one before is no longer charged for: who
  /// keeps it pays.
  final func next(_ context: ExecutionContext) throws(KhoError) -> Batch? {
    try context.checkLimits()
    let pending = context.pendingBytes
    if !holdsRows { release(context) }
    context.pendingBytes = 0
    defer {
      chargedBytes &+= context.pendingBytes
      context.pendingBytes = pending
    }
    guard context.isProfiling else { return try produce(context) }
    let start = ContinuousClock.now
    let batch = try produce(context)
    let elapsed = ContinuousClock.now - start
    seconds += Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18
    rowCount += batch?.count ?? 0
    return batch
  }

  func produce(_ context: ExecutionContext) throws(KhoError) -> Batch? { nil }

  /// The aggregations over shared scans, itself included, in an order that is the same in all trees
  /// of a plan.
  final var divisible: [Aggregate] {
    let own = self as? Aggregate
    return (own?.share == nil ? [] : [own].compactMap(\.self)) + inputs.flatMap(\.divisible)
  }

  final func description(isProfiling: Bool) -> PlanDescription {
    PlanDescription(
      name: name, details: details, estimatedRows: estimatedRows,
      rows: isProfiling ? rowCount : nil,
      seconds: isProfiling ? max(0, seconds - inputs.reduce(0) { $0 + $1.seconds }) : nil,
      children: inputs.map { $0.description(isProfiling: isProfiling) })
  }
}

/// An operator with one input.
class UnaryOperator: Operator {
  final let input: Operator
  init(_ input: Operator) { self.input = input }
  override var inputs: [Operator] { [input] }

  override func open(_ context: ExecutionContext) throws(KhoError) {
    release(context)
    try input.open(context)
  }

  override func close() {
    chargedBytes = 0
    input.close()
  }

  /// All batches of the input: for operators that must see the last row before they give the first.
  final func drain(_ context: ExecutionContext) throws(KhoError) -> [Batch] {
    var batches: [Batch] = []
    while let batch = try input.next(context) {
      try context.charge(bytes: batch.sizeInBytes)
      batches.append(batch)
    }
    return batches
  }
}

/// The rows that a plan is given from outside before it is opened.
final class ArgumentRows {
  var batch = Batch(count: 0, columns: [])
  /// Whether they are the one empty row that a statement starts from, in a run whose scans may be
  /// shared among threads.
  let isDivisible: Bool
  /// The share in the scan that starts from them, where it is shared.
  let share: ScanShare?

  init(isDivisible: Bool = false, share: ScanShare? = nil) {
    self.isDivisible = isDivisible
    self.share = share
  }
}

/// Gives the rows that the plan was given, once; again for each further run of a shared scan.
final class Argument: Operator {
  private let rows: ArgumentRows
  private var isGiven = true
  init(_ rows: ArgumentRows) { self.rows = rows }
  override var name: String { "Argument" }
  override func open(_ context: ExecutionContext) { isGiven = rows.batch.count == 0 }
  override func produce(_ context: ExecutionContext) -> Batch? {
    defer { isGiven = true }
    return isGiven && rows.share?.beginsAgain() != true ? nil : rows.batch
  }
}

/// An operator that makes any number of rows of each row of its input, in order.
class FlatMap: UnaryOperator {
  /// New rows: which input row each stems from, and their new columns.
  struct Rows: ~Copyable {
    var origins: [Int32]
    var columns: [(slot: Slot, column: Column)]
    /// By how much each row counts for more than the row it stems from.
    var factors: [Int64]?
    /// How many rows stem from each of `origins`, where that is not one.
    var lengths: [Int32]?
    /// The column of an operator that makes only one.
    private(set) var only: (slot: Slot, column: Column)?
    /// Every row of the input is there once, in order; `origins` are not.
    private(set) var isEach = false
    /// Whether the batch has no more.
    var areLast = false

    init(
      origins: [Int32], columns: [(slot: Slot, column: Column)], factors: [Int64]? = nil
    ) {
      self.origins = origins
      self.columns = columns
      self.factors = factors
    }

    init(origins: [Int32], slot: Slot, _ column: Column) {
      self.origins = origins
      columns = []
      only = (slot, column)
    }

    /// Each row of the input, as one that counts for more.
    init(each factors: [Int64]) {
      self.init(origins: [], columns: [], factors: factors)
      isEach = !factors.isEmpty
    }

    /// One row of the first row.
    init(slot: Slot, _ value: Value) {
      self.init(origins: Rows.first, slot: slot, .constant(value))
    }
    private static let first: [Int32] = [0]

    /// A row that stands for `count` rows made of row `row`; none for 0.
    init(count: Int, of row: Int) {
      let isEmpty = count == 0
      self.init(
        origins: isEmpty ? [] : [Int32(row)], columns: [],
        factors: isEmpty ? [] : [Int64(count)])
    }

    /// The rows with their own columns and `carried` ones of the batch they stem from.
    fileprivate borrowing func batch(
      carrying carried: [Slot], of batch: Batch, _ context: ExecutionContext
    ) throws(KhoError) -> Batch {
      var result = carry(carried, of: batch, context)
      if let lengths {
        let count = lengths.reduce(0) { $0 + Int($1) }
        let runs = Batch.Runs(result, lengths)
        result = Batch(count: count, columns: context.tree.emptyColumns())
        result.runs = runs
      }
      if let (slot, column) = only { result.columns[slot] = column }
      for (slot, column) in columns { result.columns[slot] = column }
      if let factors { try result.multiplyWeights(by: factors) }
      return result
    }

    /// The rows of a batch, from `carried` columns without copies where all are there.
    private func carry(
      _ carried: [Slot], of batch: Batch, _ context: ExecutionContext
    ) -> Batch {
      // As many as there were are most often one of each.
      let isEach =
        isEach || origins.count == batch.count && origins.indices.allSatisfy { origins[$0] == $0 }
      var result = Batch(
        count: isEach ? batch.count : origins.count, columns: context.tree.emptyColumns())
      for slot in carried {
        result.columns[slot] = isEach ? batch.columns[slot] : batch.columns[slot].gathered(origins)
      }
      result.weights = isEach ? batch.weights : batch.gatheredWeights(origins)
      return result
    }
  }
  /// Slots of the input that rows above still need.
  final let carried: [Slot]
  /// The batch of the input that has more rows to give.
  private final var current: Batch?
  /// Whether nobody else holds the batches of the input.
  private final let ownsInput: Bool

  init(_ input: Operator, carried: [Slot]) {
    self.carried = carried
    ownsInput = !(input is Argument)
    super.init(input)
  }

  override func open(_ context: ExecutionContext) throws(KhoError) {
    current = nil
    try super.open(context)
  }

  override func close() {
    current = nil
    super.close()
  }

  /// A new input batch is there.
  func begin(_ batch: Batch, _ context: ExecutionContext) throws(KhoError) {}
  /// Some more rows of the batch, about a batch full; nil when it is used up.
  func fill(_ batch: Batch, _ context: ExecutionContext) throws(KhoError) -> Rows? { nil }

  override final func produce(_ context: ExecutionContext) throws(KhoError) -> Batch? {
    while true {
      let batch: Batch
      if let current {
        batch = current
      } else {
        guard let next = try input.next(context) else { return nil }
        batch = next
        try begin(batch, context)
      }
      guard let rows = try fill(batch, context) else {
        current = nil
        if ownsInput { context.tree.recycle(batch) }
        continue
      }
      if rows.areLast {
        if case .some = current { current = nil }
      } else if current == nil {
        current = batch
      }
      if rows.origins.isEmpty, !rows.isEach {
        try context.checkLimits()
        continue
      }
      let result = try rows.batch(carrying: carried, of: batch, context)
      if rows.areLast, ownsInput { context.tree.recycle(consume batch) }
      return result
    }
  }
}

extension Batch {
  fileprivate mutating func multiplyWeights(by factors: [Int64]) throws(KhoError) {
    guard let old = weights else {
      weights = factors
      return
    }
    var products: [Int64] = []
    products.reserveCapacity(old.count)
    for (weight, factor) in zip(old, factors) {
      let (product, overflow) = weight.multipliedReportingOverflow(by: factor)
      if overflow {
        throw .tooManyRows
      }
      products.append(product)
    }
    weights = products
  }

  /// About the memory the rows take, for the account of memory.
  var sizeInBytes: Int {
    columns.reduce(0) { sum, column in
      switch column {
      case .absent, .constant: sum
      case .nodes(let ids): sum + ids.count * 4
      case .relationships(let ids): sum + ids.count * 4
      case .indices(let indices): sum + indices.count * 4
      case .integers(let integers): sum + integers.count * 8
      case .floats(let floats): sum + floats.count * 8
      case .texts(let texts): sum + texts.sizeInBytes
      case .values(let values): sum + values.reduce(0) { $0 + $1.footprint }
      }
    }
  }

  /// Batches one after the other as one.
  static func concatenated(_ batches: [Batch]) -> Batch? {
    guard let first = batches.first else { return nil }
    if batches.count == 1 { return first }
    let count = batches.reduce(0) { $0 + $1.count }
    var columns: [Column] = []
    for slot in first.columns.indices {
      columns.append(Column.concatenated(batches.map { ($0.columns[slot], $0.count) }, count))
    }
    var result = Batch(count: count, columns: columns)
    if batches.contains(where: { $0.weights != nil }) {
      result.weights = batches.flatMap { $0.weights ?? Array(repeating: 1, count: $0.count) }
    }
    return result
  }
}

extension Column {
  fileprivate static func concatenated(_ parts: [(Column, Int)], _ count: Int) -> Column {
    if let first = parts.first?.0, parts.count == 1 { return first }
    switch parts.first?.0 {
    case .absent where parts.allSatisfy({ if case .absent = $0.0 { true } else { false } }):
      return .absent
    case .nodes:
      let nodes = parts.flatMap { if case .nodes(let ids) = $0.0 { ids } else { [NodeID]() } }
      if nodes.count == count { return .nodes(nodes) }
    case .relationships:
      let relationships = parts.flatMap {
        if case .relationships(let ids) = $0.0 { ids } else { [RelationshipID]() }
      }
      if relationships.count == count { return .relationships(relationships) }
    case .integers:
      let integers = parts.flatMap {
        if case .integers(let part) = $0.0 { part } else { [Int64]() }
      }
      if integers.count == count { return .integers(integers) }
    case .floats:
      let floats = parts.flatMap { if case .floats(let part) = $0.0 { part } else { [Double]() } }
      if floats.count == count { return .floats(floats) }
    case .texts:
      var texts = TextVector()
      for case (.texts(let part), _) in parts {
        for row in 0..<part.count where !part.withUTF8(row, { texts.append($0) }) { break }
      }
      if texts.count == count { return .texts(texts) }
    default: break
    }
    var values: [Value] = []
    values.reserveCapacity(count)
    for (part, count) in parts {
      for row in 0..<count { values.append(part.value(at: row)) }
    }
    return .values(values)
  }

  /// `count` nulls, in the form of this column.
  func nulls(_ count: Int) -> Column {
    switch self {
    case .nodes: .nodes(Array(repeating: .none, count: count))
    case .relationships: .relationships(Array(repeating: .none, count: count))
    default: .constant(.null)
    }
  }
}
