internal import GraphModel
internal import GraphStorage

/// The nodes of a label in the order of an index, for a sort that stops when it has enough.
///
/// Where the index has no more of them, those without an entry may be left: the sort then starts
/// over, with all nodes in no order.
final class NodeIndexOrder: UnaryOperator {
  private let plan: IndexSeekPlan
  private let isDescending: Bool
  private let carried: [Slot]
  /// The one row that all rows stem from.
  private var outer: Batch?
  private var position = IndexPosition()
  private var scan = ScanPosition()
  private var count = 0
  private(set) var isInOrder = true

  init(_ input: Operator, carried: [Slot], plan: IndexSeekPlan, isDescending: Bool) {
    self.plan = plan
    self.isDescending = isDescending
    self.carried = carried
    super.init(input)
  }
  override var name: String { "NodeIndexScan" }
  override var details: String { plan.text + (isDescending ? " DESC" : "") }

  override func open(_ context: ExecutionContext) throws(KhoError) {
    outer = nil
    position = IndexPosition()
    scan = ScanPosition()
    count = 0
    isInOrder = true
    try super.open(context)
  }

  override func produce(_ context: ExecutionContext) throws(KhoError) -> Batch? {
    if outer == nil { outer = try input.next(context) }
    guard let outer, let label = context.label(plan.label) else { return nil }
    var nodes: [NodeID] = []
    if isInOrder {
      // Few rows are wanted as a rule.
      var ids: [UInt32] = []
      try context.transaction.entities(
        of: plan.index, isDescending: isDescending, position: &position,
        limit: min(context.batchCapacity, max(64, count)), to: &ids)
      nodes = ids.map { NodeID($0) }
    } else if !scan.isFinished {
      try context.transaction.scanNodes(
        label: label, position: &scan, limit: context.batchCapacity, to: &nodes)
    }
    if nodes.isEmpty { return nil }
    count += nodes.count
    let origins = Array(repeating: 0 as Int32, count: nodes.count)
    var batch = Batch(count: nodes.count, columns: context.tree.emptyColumns())
    for slot in carried { batch.columns[slot] = outer.columns[slot].gathered(origins) }
    batch.columns[plan.slot] = .nodes(nodes)
    return batch
  }

  /// Begins anew with all nodes, in no order; false where they have all been given.
  func startOver(_ context: ExecutionContext) -> Bool {
    guard isInOrder, let label = context.label(plan.label),
      count < context.transaction.nodeCount(label: label)
    else { return false }
    isInOrder = false
    return true
  }
}
