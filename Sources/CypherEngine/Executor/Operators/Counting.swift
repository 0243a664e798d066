internal import GraphModel
internal import GraphStorage

/// Counting without enumerating: degrees as weights, and the exact counts of the store.

/// An expansion of which only the number of rows matters: each row is weighted by its node's
/// degree.
///
/// Of two steps from the same node, as in `(a)-[r]->(b)-[s]->(c)` seen from b, the rows are the
/// product of the degrees, less those in which both are the same relationship.
final class DegreeExpand: TestingExpand {
  private let plan: ExpandPlan
  private let other: ExpandPlan?
  private var isDone = false

  /// - Parameters:
  ///   - far: what the node must be that `plan` leads to; then its relationship must be new among
  ///     those of `other` at most.
  init(
    _ input: Operator, carried: [Slot], plan: ExpandPlan, far: FarNodes?, other: ExpandPlan? = nil
  ) {
    self.plan = plan
    self.other = other
    super.init(input, carried: carried, far: far)
  }
  override var name: String { "Expand(Degree)" }
  override var distinctSlot: Slot? { input.distinctSlot }
  override var details: String {
    (other.map { $0.text + ", " } ?? "") + plan.text + (far?.text ?? "")
  }
  override func begin(_ batch: Batch, _ context: ExecutionContext) { isDone = false }

  override func fill(_ batch: Batch, _ context: ExecutionContext) throws(KhoError) -> Rows? {
    if isDone { return nil }
    isDone = true
    let types = context.types(plan.types)
    let nodes = batch.columns[plan.from].nodeVector(count: batch.count)
    var degrees = try degrees(nodes, types, plan.direction, context)
    if let other {
      try multiply(&degrees, nodes, types, by: other, context)
    } else {
      for slot in plan.distinctFrom {
        for row in 0..<batch.count where degrees[row] > 0 {
          let used = batch.columns[slot].relationship(at: row)
          if try isCounted(used, at: nodes[row], types, context) { degrees[row] -= 1 }
        }
      }
    }
    // Nothing tells the rows from each other where nothing is carried.
    if carried.isEmpty, batch.weights == nil, let sum = degrees.quickSum {
      return Rows(count: Int(sum), of: 0)
    }
    if !degrees.contains(where: { $0 <= 0 }) { return Rows(each: degrees) }
    let origins = [Int32](rows: degrees.count) { degrees[$0] > 0 }
    return Rows(origins: origins, columns: [], factors: origins.map { degrees[Int($0)] })
  }

  /// How many relationships lead from each node to one that passes.
  private func degrees(
    _ nodes: [NodeID], _ types: [RelationshipTypeID]?, _ direction: BoundDirection,
    _ context: ExecutionContext
  ) throws(KhoError) -> [Int64] {
    var degrees: [Int64] = []
    try context.transaction.appendDegrees(
      of: nodes, types: types, direction: direction.storage, to: &degrees)
    guard let far else { return degrees }
    if let kept = try far.all(asking: degrees.reduce(0) { $0 + Int($1) }, context) {
      degrees.removeAll(keepingCapacity: true)
      try context.transaction.appendDegrees(
        of: nodes, types: types, direction: direction.storage, keeping: kept, to: &degrees)
      return degrees
    }
    for row in degrees.indices { degrees[row] = 0 }
    var position = ExpansionPosition()
    while !position.isFinished {
      try context.checkLimits()
      var expansion = Expansion()
      try context.transaction.expand(
        nodes, types: types, direction: direction.storage, needsRelationships: false,
        position: &position, limit: context.batchCapacity, to: &expansion)
      for index in try far.rows(of: expansion.neighbours, context) {
        degrees[Int(expansion.origins[Int(index)])] += 1
      }
    }
    return degrees
  }

  private func multiply(
    _ degrees: inout [Int64], _ nodes: [NodeID], _ types: [RelationshipTypeID]?,
    by other: ExpandPlan, _ context: ExecutionContext
  ) throws(KhoError) {
    let otherTypes = context.types(other.types)
    var others: [Int64] = []
    try context.transaction.appendDegrees(
      of: nodes, types: otherTypes, direction: other.direction.storage, to: &others)
    // The relationships in both lists: loops where the directions are opposite.
    let common = types.map { types in
      types.filter { otherTypes?.contains($0) ?? true }
    } ?? otherTypes
    let direction = plan.direction == .either ? other.direction : plan.direction
    let areOpposite = other.direction != .either && other.direction != direction
    var shared: [Int64]?
    if areOpposite {
      shared = try context.transaction.loopCounts(of: nodes, types: common)
      if let far, let counts = shared, counts.contains(where: { $0 > 0 }) {
        let passing = Set(try far.rows(of: nodes, context))
        for row in counts.indices where !passing.contains(Int32(row)) { shared?[row] = 0 }
      }
    } else {
      shared = try self.degrees(nodes, common, direction, context)
    }
    for row in nodes.indices {
      let (product, overflow) = degrees[row].multipliedReportingOverflow(by: others[row])
      if overflow { throw .tooManyRows }
      degrees[row] = product
    }
    guard let shared else { return }
    for row in nodes.indices where degrees[row] > 0 { degrees[row] &-= shared[row] }
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
  private let subject: StoreCount.Subject
  private let slots: [Slot]
  private let slotCount: Int
  private var isDone = false

  init(_ subject: StoreCount.Subject, slots: [Slot], slotCount: Int) {
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
    let count = StoreCount(subject, label: context.label, types: context.types)
      .count(in: context.transaction)
    for slot in slots { batch.columns[slot] = .constant(.integer(Int64(count))) }
    return batch
  }
}

extension [Int64] {
  /// The sum, where it can be told without a check for each: of up to 2^15 below 2^48.
  fileprivate var quickSum: Int64? {
    var (sum, bits) = (0 as Int64, 0 as Int64)
    for integer in self {
      sum &+= integer
      bits |= integer
    }
    return bits >> 48 == 0 && count <= 1 << 15 ? sum : nil
  }
}
