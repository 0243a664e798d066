internal import GraphModel
internal import GraphStorage

/// Finding nodes: all of them, by label, by id, by index.

/// All nodes, or those with a label, for each input row.
final class NodeScan: FlatMap {
  private let slot: Slot
  private let variable: String
  private let label: Int?
  private let labelName: String
  private let tests: [ScanTest]
  private let isCounted: Bool
  private let share: ScanShare?
  private var row = 0
  private var position = ScanPosition()

  /// - Parameters:
  ///   - isCounted: whether only the number of nodes matters.
  ///   - share: tells which nodes, where others scan the rest.
  init(
    _ input: Operator, carried: [Slot], slot: Slot, variable: String, label: Int?,
    labelName: String, tests: [ScanTest], isCounted: Bool, share: ScanShare?
  ) {
    self.share = share
    self.tests = tests
    self.isCounted = isCounted
    self.slot = slot
    self.variable = variable
    self.label = label
    self.labelName = labelName
    super.init(input, carried: carried)
  }
  override var name: String { label == nil ? "AllNodesScan" : "NodeByLabelScan" }
  override var details: String {
    (label == nil ? variable : "\(variable):\(labelName)") + tests.text
  }
  /// A plan with an aggregation is given one row at a time.
  override var distinctSlot: Slot? { input is Argument && !isCounted ? slot : nil }

  override func begin(_ batch: Batch, _ context: ExecutionContext) throws(KhoError) {
    row = 0
    position = try start(context)
  }

  private func start(_ context: ExecutionContext) throws(KhoError) -> ScanPosition {
    let transaction = context.transaction
    var ids = 0..<transaction.nodeIDCount
    if let label { ids = try context.label(label).map(transaction.nodeIDs(with:)) ?? 0..<0 }
    return share?.start(of: ids, context) ?? ScanPosition(ids)
  }

  override func fill(_ batch: Batch, _ context: ExecutionContext) throws(KhoError) -> Rows? {
    let id = label.flatMap { context.label($0) }
    guard row < batch.count, label == nil || id != nil,
      let tests = try tests.propertyTests(context)
    else { return nil }
    if isCounted {
      defer { row += 1 }
      var count = 0
      position = try start(context)
      while true {
        if position.isFinished, try share?.extend(&position, context) != true { break }
        count += try context.transaction.countNodes(label: id, tests: tests, position: &position)
      }
      return Rows(count: count, of: row)
    }
    var nodes: [NodeID] = []
    var origins: [Int32] = []
    // An aggregation keeps no rows: larger batches take it less for each.
    let capacity = (share == nil ? 1 : 4) * context.batchCapacity
    while row < batch.count, nodes.count < capacity {
      if position.isFinished {
        // What a share has taken is not held up by what it takes next.
        if share != nil, !nodes.isEmpty { break }
        guard try share?.extend(&position, context) == true else {
          row += 1
          if row < batch.count { position = try start(context) }
          continue
        }
      }
      try context.transaction.scanNodes(
        label: id, tests: tests, position: &position, limit: capacity - nodes.count, to: &nodes)
      origins.append(contentsOf: repeatElement(Int32(row), count: nodes.count - origins.count))
    }
    var rows = Rows(origins: origins, slot: slot, .nodes(nodes))
    rows.areLast = share == nil && row == batch.count
    return rows
  }
}

/// The node whose id an expression gives.
final class NodeByIDSeek: FlatMap {
  private let slot: Slot
  private let variable: String
  private let id: BoundExpression
  private var isDone = false

  init(_ input: Operator, carried: [Slot], slot: Slot, variable: String, id: BoundExpression) {
    self.slot = slot
    self.variable = variable
    self.id = id
    super.init(input, carried: carried)
  }
  override var name: String { "NodeByIdSeek" }
  override var details: String { "id(\(variable)) = \(id.text)" }
  override func begin(_ batch: Batch, _ context: ExecutionContext) { isDone = false }

  override func fill(_ batch: Batch, _ context: ExecutionContext) throws(KhoError) -> Rows? {
    if isDone { return nil }
    isDone = true
    let ids = try id.evaluate(batch, context)
    var rows = Rows(origins: [], columns: [])
    var nodes: [NodeID] = []
    for row in 0..<batch.count {
      guard case .integer(let raw) = ids.value(at: row), let id = UInt32(exactly: raw),
        id != NodeID.none.rawValue, try context.transaction.exists(NodeID(id))
      else { continue }
      rows.origins.append(Int32(row))
      nodes.append(NodeID(id))
    }
    rows.columns = [(slot, .nodes(nodes))]
    return rows
  }
}

/// Nodes by an index, for each input row.
final class NodeIndexSeek: FlatMap {
  private let plan: IndexSeekPlan
  private var row = 0

  init(_ input: Operator, carried: [Slot], plan: IndexSeekPlan) {
    self.plan = plan
    super.init(input, carried: carried)
  }
  override var name: String {
    plan.index.kind == .unique || plan.index.kind == .key ? "NodeUniqueIndexSeek" : "NodeIndexSeek"
  }
  override var details: String { plan.text }
  override func begin(_ batch: Batch, _ context: ExecutionContext) { row = 0 }

  override func fill(_ batch: Batch, _ context: ExecutionContext) throws(KhoError) -> Rows? {
    if row >= batch.count { return nil }
    if batch.count == 1, case .equal(let expressions) = plan.bound, let only = expressions.first,
      expressions.count == 1
    {
      row = 1
      let value = try only.evaluate(Row(batch: batch, index: 0), context)
      switch try context.transaction.seek(unique: plan.index, value) {
      case .one(let id): return Rows(slot: plan.slot, .node(Node(NodeID(id))))
      case .none: return nil
      case .unknown: row = 0
      }
    }
    var ids: [UInt32] = []
    var origins: [Int32] = []
    while row < batch.count, ids.count < context.batchCapacity {
      try seek(Row(batch: batch, index: row), context, to: &ids)
      origins.append(contentsOf: repeatElement(Int32(row), count: ids.count - origins.count))
      row += 1
      try context.tick()
    }
    return Rows(origins: origins, slot: plan.slot, .nodes(ids.map { NodeID($0) }))
  }

  private func seek(
    _ row: Row, _ context: ExecutionContext, to ids: inout [UInt32]
  ) throws(KhoError) {
    switch plan.bound {
    case .equal(let expressions):
      var values: [Value] = []
      for expression in expressions { values.append(try expression.evaluate(row, context)) }
      try seek(equal: values, context, to: &ids)
    case .any(let expression):
      guard case .list(let elements) = try expression.evaluate(row, context) else { return }
      var seen: Set<EquivalentValue> = []
      for element in elements where seen.insert(EquivalentValue(element)).inserted {
        try seek(equal: [element], context, to: &ids)
      }
    case .range(let lower, let includesLower, let upper, let includesUpper):
      let low = try lower?.evaluate(row, context)
      let high = try upper?.evaluate(row, context)
      if low?.isNull == true || high?.isNull == true { return }
      try context.transaction.seek(
        plan.index,
        .range(
          lower: low, includesLower: includesLower, upper: high, includesUpper: includesUpper),
        to: &ids)
    case .prefix(let expression):
      guard case .string(let prefix) = try expression.evaluate(row, context) else { return }
      try context.transaction.seek(plan.index, .prefix(prefix), to: &ids)
    case .order: break
    }
  }

  private func seek(
    equal values: [Value], _ context: ExecutionContext, to ids: inout [UInt32]
  ) throws(KhoError) {
    if values.allSatisfy(\.isIndexable) {
      try context.transaction.seek(plan.index, .equal(values), to: &ids)
      return
    }
    // No index holds lists and maps: look at every node of the label.
    guard let label = context.label(plan.label) else { return }
    var position = ScanPosition()
    while !position.isFinished {
      var nodes: [NodeID] = []
      try context.transaction.scanNodes(
        label: label, position: &position, limit: context.batchCapacity, to: &nodes)
      for node in nodes {
        var isMatch = true
        for (key, value) in zip(plan.index.keys, values) where isMatch {
          isMatch = try context.transaction.property(key, of: node).equals(value) == true
        }
        if isMatch { ids.append(node.rawValue) }
      }
      try context.checkLimits()
    }
  }
}
