internal import GraphModel
internal import GraphStorage

/// Counting without enumerating: degrees as weights, and the exact counts of the store.

/// An expansion of which only the number of rows matters: each row is weighted by its node's
/// degree.
final class DegreeExpand: FlatMap {
  private let plan: ExpandPlan
  private var isDone = false

  init(_ input: Operator, carried: [Slot], plan: ExpandPlan) {
    self.plan = plan
    super.init(input, carried: carried)
  }
  override var name: String { "Expand(Degree)" }
  override var details: String { plan.text }
  override func begin(_ batch: Batch, _ context: ExecutionContext) { isDone = false }

  override func fill(_ batch: Batch, _ context: ExecutionContext) throws(KhoError) -> Rows? {
    if isDone { return nil }
    isDone = true
    let types = context.types(plan.types)
    let nodes = batch.columns[plan.from].nodeVector(count: batch.count)
    var degrees: [Int64] = []
    try context.transaction.appendDegrees(
      of: nodes, types: types, direction: plan.direction.storage, to: &degrees)
    for slot in plan.distinctFrom {
      for row in 0..<batch.count where degrees[row] > 0 {
        let used = batch.columns[slot].relationship(at: row)
        if try isCounted(used, at: nodes[row], types, context) { degrees[row] -= 1 }
      }
    }
    var origins: [Int32] = []
    var factors: [Int64] = []
    for (row, degree) in degrees.enumerated() where degree > 0 {
      origins.append(Int32(row))
      factors.append(degree)
    }
    return Rows(origins: origins, columns: [], factors: factors)
  }

  /// Whether a relationship is among those that the degree of a node counts.
  private func isCounted(
    _ relationship: RelationshipID, at node: NodeID, _ types: [RelationshipTypeID]?,
    _ context: ExecutionContext
  ) throws(KhoError) -> Bool {
    guard relationship != .none, let ends = try context.transaction.endpoints(of: relationship),
      types?.contains(ends.type) ?? true
    else { return false }
    switch plan.direction {
    case .outgoing: return ends.source == node
    case .incoming: return ends.target == node
    case .either: return ends.source == node || ends.target == node
    }
  }
}

/// How many nodes or relationships there are, read from the store's counts.
final class CountFromStore: Operator {
  enum Subject: Sendable {
    /// With a label, or all.
    case nodes(label: Int?)
    /// Of some types, or any, that leave or reach nodes with a label, or any.
    case relationships(types: [Int]?, label: Int?, direction: BoundDirection)
  }
  private let subject: Subject
  private let slots: [Slot]
  private let slotCount: Int
  private var isDone = false

  init(_ subject: Subject, slots: [Slot], slotCount: Int) {
    self.subject = subject
    self.slots = slots
    self.slotCount = slotCount
  }
  override var name: String {
    if case .nodes = subject { return "NodeCountFromCountStore" }
    return "RelationshipCountFromCountStore"
  }
  override func open(_ context: ExecutionContext) { isDone = false }

  override func produce(_ context: ExecutionContext) -> Batch? {
    if isDone { return nil }
    isDone = true
    var batch = Batch.unit(slotCount: slotCount)
    for slot in slots { batch.columns[slot] = .constant(.integer(Int64(count(context)))) }
    return batch
  }

  private func count(_ context: ExecutionContext) -> Int {
    let transaction = context.transaction
    switch subject {
    case .nodes(nil): return transaction.nodeCount
    case .nodes(let label?):
      return context.label(label).map { transaction.nodeCount(label: $0) } ?? 0
    case .relationships(let types, let label, let direction):
      let known = context.types(types)
      guard let label else {
        return known.map { $0.reduce(0) { $0 + transaction.relationshipCount(type: $1) } }
          ?? transaction.relationshipCount
      }
      guard let label = context.label(label) else { return 0 }
      guard let known else {
        return transaction.relationshipCount(
          label: label, type: nil, direction: direction.storage)
      }
      return known.reduce(0) {
        $0 + transaction.relationshipCount(label: label, type: $1, direction: direction.storage)
      }
    }
  }
}
