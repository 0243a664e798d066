internal import GraphModel
internal import GraphStorage

/// Nodes by a property that no index holds, for each input row: a hash join that is built of all
/// nodes, or those with a label, and probed with a value of each row.
///
/// The first few rows scan the nodes; only more are worth a table, which then stays for all rows
/// of a run.
final class ValueHashJoin: FlatMap {
  private static let scannedRows = 8

  private let plan: HashJoinPlan
  private var table: ValueTable?
  /// What of the table is charged for since it was opened.
  private var chargedBytes = 0
  private var rowsSeen = 0
  private var probes = Probes()

  init(_ input: Operator, carried: [Slot], plan: HashJoinPlan) {
    self.plan = plan
    super.init(input, carried: carried)
  }
  override var name: String { "ValueHashJoin" }
  override var details: String { plan.text }
  override var holdsRows: Bool { true }

  override func open(_ context: ExecutionContext) throws(KhoError) {
    // What a statement itself has written is not in the table.
    if context.query.isWriting { forget() }
    chargedBytes = 0
    try super.open(context)
  }

  override func close() {
    forget()
    super.close()
  }

  private func forget() {
    table = nil
    rowsSeen = 0
  }

  override func begin(_ batch: Batch, _ context: ExecutionContext) {
    probes = Probes()
    rowsSeen += batch.count
  }

  override func fill(_ batch: Batch, _ context: ExecutionContext) throws(KhoError) -> Rows? {
    guard probes.row < batch.count, let key = context.key(plan.key) else { return nil }
    let label = plan.label.flatMap { context.label($0) }
    if plan.label != nil, label == nil { return nil }
    // Values of the rows pass by; only the table is kept.
    let pending = context.pendingBytes
    let values: Column
    if let known = probes.values {
      values = known
    } else {
      values = try plan.value.evaluate(batch, context)
      probes.values = values
    }
    context.release(bytes: context.pendingBytes - pending)
    if table == nil {
      if rowsSeen <= Self.scannedRows { return try scan(batch, values, key, label, context) }
      let made = try ValueTable(key, label, context)
      chargedBytes = made.sizeInBytes
      table = made
    }
    guard var table else { return nil }
    self.table = nil
    defer { self.table = table }
    let numbers = probes.numbers ?? table.numbers(of: values, count: batch.count)
    probes.numbers = numbers
    try context.charge(bytes: table.sizeInBytes - chargedBytes)
    chargedBytes = table.sizeInBytes
    var nodes: [NodeID] = []
    var origins: [Int32] = []
    while probes.row < batch.count, nodes.count < context.batchCapacity {
      var found = values.equalsItself(at: probes.row) ? table.nodes(of: numbers[probes.row]) : []
      found = found.dropFirst(probes.offset).prefix(context.batchCapacity - nodes.count)
      nodes.append(contentsOf: found)
      origins.append(contentsOf: repeatElement(Int32(probes.row), count: found.count))
      if nodes.count < context.batchCapacity {
        probes.row += 1
        probes.offset = 0
      } else {
        probes.offset += found.count
      }
      try context.tick()
    }
    return Rows(origins: origins, slot: plan.slot, .nodes(nodes))
  }

  private func scan(
    _ batch: Batch, _ values: Column, _ key: PropertyKeyID, _ label: LabelID?,
    _ context: ExecutionContext
  ) throws(KhoError) -> Rows {
    var nodes: [NodeID] = []
    var origins: [Int32] = []
    while probes.row < batch.count, nodes.count < context.batchCapacity {
      if values.equalsItself(at: probes.row) {
        let value = values.value(at: probes.row)
        var range: ClosedRange<Int64>?
        if case .integer(let integer) = value { range = integer...integer }
        try context.transaction.scanNodes(
          label: label,
          tests: PropertyTests([PropertyTest(key, integers: range)]) { $1.equals(value) == true },
          position: &probes.position, limit: context.batchCapacity - nodes.count, to: &nodes)
        origins.append(
          contentsOf: repeatElement(Int32(probes.row), count: nodes.count - origins.count))
      } else {
        probes.position.isFinished = true
      }
      if probes.position.isFinished {
        probes.row += 1
        probes.position = ScanPosition()
      }
      try context.checkLimits()
    }
    return Rows(origins: origins, slot: plan.slot, .nodes(nodes))
  }
}

/// How far the rows of a batch have been looked up.
private struct Probes {
  var row = 0
  /// Of the row's nodes those that were given already: from a table, and by a scan.
  var offset = 0
  var position = ScanPosition()
  var values: Column?
  var numbers: [Int32]?
}

/// Nodes by the value of a property: those of equal values lie together.
private struct ValueTable {
  private var numbers = ColumnNumbers()
  /// By number where its nodes begin, and the end.
  private var starts: [Int]
  private var nodes: [NodeID]

  /// Charges for itself while it grows. O(nodes).
  init(
    _ key: PropertyKeyID, _ label: LabelID?, _ context: ExecutionContext
  ) throws(KhoError) {
    var scanned: [NodeID] = []
    var numberOfNode: [Int32] = []
    var position = ScanPosition()
    while !position.isFinished {
      var some: [NodeID] = []
      try context.transaction.scanNodes(
        label: label, position: &position, limit: context.batchCapacity, to: &some)
      let values = Column(try context.transaction.properties(key, of: some))
      numberOfNode += numbers.numbers(of: values, count: some.count)
      scanned += some
      try context.charge(bytes: Self.bytes(some.count, 0))
      try context.checkLimits()
    }
    try context.charge(bytes: Self.bytes(0, numbers.count))
    starts = Array(repeating: 0, count: numbers.count + 1)
    for number in numberOfNode { starts[Int(number) + 1] += 1 }
    for number in 0..<numbers.count { starts[number + 1] += starts[number] }
    nodes = scanned
    var ends = starts
    for (node, number) in zip(scanned, numberOfNode) {
      nodes[ends[Int(number)]] = node
      ends[Int(number)] += 1
    }
  }

  /// Of the table's values the numbers in it; others get numbers of their own.
  mutating func numbers(of values: Column, count: Int) -> [Int32] {
    numbers.numbers(of: values, count: count)
  }

  /// In the order of the scan.
  func nodes(of number: Int32) -> ArraySlice<NodeID> {
    let number = Int(number)
    return number + 1 < starts.count ? nodes[starts[number]..<starts[number + 1]] : []
  }

  var sizeInBytes: Int { Self.bytes(nodes.count, numbers.count) }

  private static func bytes(_ nodes: Int, _ values: Int) -> Int { 4 * nodes + 40 * values }
}

extension Column {
  /// Whether the value is equal to itself: what null and NaN, and lists and maps with them, are
  /// not.
  fileprivate func equalsItself(at row: Int) -> Bool {
    if case .integers = self { return true }
    let value = value(at: row)
    return value.equals(value) == true
  }
}
