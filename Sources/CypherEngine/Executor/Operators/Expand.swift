internal import GraphModel
internal import GraphStorage

/// Following relationships by one step.

/// Whether a relationship is among those that the clause has already used in this row.
struct UniquenessCheck {
  let slots: [Slot]

  func isNew(_ relationship: RelationshipID, _ batch: Batch, _ row: Int) -> Bool {
    for slot in slots {
      switch batch.columns[slot] {
      case .relationships(let ids): if ids[row] == relationship { return false }
      case let column:
        switch column.value(at: row) {
        case .relationship(let other): if other.id == relationship { return false }
        case .list(let list):
          for case .relationship(let other) in list where other.id == relationship { return false }
        default: break
        }
      }
    }
    return true
  }

  /// Drops the rows of an expansion whose relationship is used already.
  func keepNew(_ expansion: inout Expansion, _ batch: Batch) {
    for slot in slots {
      let isClash: [Bool]
      let (origins, relationships) = (expansion.origins, expansion.relationships)
      if case .relationships(let used) = batch.columns[slot] {
        let hasClash = origins.indices.contains { used[Int(origins[$0])] == relationships[$0] }
        if !hasClash { continue }
        isClash = origins.indices.map { used[Int(origins[$0])] == relationships[$0] }
      } else {
        let check = UniquenessCheck(slots: [slot])
        isClash = origins.indices.map { !check.isNew(relationships[$0], batch, Int(origins[$0])) }
      }
      expansion.keep([Int32](rows: isClash.count) { !isClash[$0] })
    }
  }
}

extension Expansion {
  /// Keeps some rows, given in order.
  mutating func keep(_ rows: [Int32]) {
    func keep<T>(_ column: inout [T]) {
      if column.isEmpty { return }
      for (kept, row) in rows.enumerated() { column[kept] = column[Int(row)] }
      column.removeLast(column.count - rows.count)
    }
    keep(&origins)
    keep(&neighbours)
    keep(&relationships)
  }
}

/// From each node to its neighbours.
final class Expand: TestingExpand {
  fileprivate let plan: ExpandPlan
  private var types: ResolvedTypes
  private let uniqueness: UniquenessCheck
  private let needsRelationship: Bool
  private var position = ExpansionPosition()
  /// Whether rows are given as runs, where that is possible.
  var givesRuns = false

  init(
    _ input: Operator, carried: [Slot], plan: ExpandPlan, far: FarNodes?, needsRelationship: Bool
  ) {
    self.plan = plan
    self.needsRelationship = needsRelationship
    types = ResolvedTypes(plan.types)
    uniqueness = UniquenessCheck(slots: plan.distinctFrom)
    super.init(input, carried: carried, far: far)
  }
  override var name: String { "Expand(All)" }
  override var details: String { plan.text + (far?.text ?? "") }

  override func begin(_ batch: Batch, _ context: ExecutionContext) {
    position = ExpansionPosition()
  }

  override func fill(_ batch: Batch, _ context: ExecutionContext) throws(KhoError) -> Rows? {
    if position.isFinished { return nil }
    let nodes = batch.columns[plan.from].nodeVector(count: batch.count)
    var expansion = Expansion()
    let kept = try far?.all(asking: 0, context)
    let isInRuns =
      givesRuns && batch.weights == nil && uniqueness.slots.isEmpty && (far == nil || kept != nil)
    try context.transaction.expand(
      nodes, types: context.types(&types), direction: plan.direction.storage, keeping: kept,
      needsRelationships: needsRelationship || !uniqueness.slots.isEmpty, inRuns: isInRuns,
      position: &position, limit: context.batchCapacity, to: &expansion)
    uniqueness.keepNew(&expansion, batch)
    if kept == nil { try far?.keepPassing(&expansion, context) }
    var rows = Rows(origins: expansion.origins, slot: plan.to, .nodes(expansion.neighbours))
    if needsRelationship {
      rows.columns = [(plan.relationship, .relationships(expansion.relationships))]
    }
    if isInRuns { rows.lengths = expansion.lengths }
    rows.areLast = position.isFinished
    return rows
  }
}

extension Expand {
  /// Gives its rows as runs to an aggregation that can take them: one that reads of the rows and of
  /// what they were expanded from, but not of both at once.
  func giveRuns(keys: [BoundProjection.Item], _ aggregates: [BoundProjection.Aggregate]) {
    let made: SlotSet = [plan.to, plan.relationship]
    func isOneSided(_ expression: BoundExpression) -> Bool {
      !expression.hasSubquery && !expression.hasRandomness
        && (expression.slots.isDisjoint(with: made) || expression.slots.isSubset(of: made))
    }
    givesRuns =
      keys.allSatisfy { isOneSided($0.expression) && $0.expression.slots.isDisjoint(with: made) }
      && aggregates.allSatisfy { $0.arguments.count < 2 && $0.arguments.allSatisfy(isOneSided) }
  }
}

/// The ends of a relationship that an earlier clause bound, as the pattern names them.
final class ProjectEndpoints: FlatMap {
  private let plan: ExpandPlan
  private let uniqueness: UniquenessCheck
  private var isDone = false

  init(_ input: Operator, carried: [Slot], plan: ExpandPlan) {
    self.plan = plan
    uniqueness = UniquenessCheck(slots: plan.distinctFrom)
    super.init(input, carried: carried)
  }
  override var name: String { "ProjectEndpoints" }
  override var details: String { plan.text }
  override func begin(_ batch: Batch, _ context: ExecutionContext) { isDone = false }

  override func fill(_ batch: Batch, _ context: ExecutionContext) throws(KhoError) -> Rows? {
    if isDone { return nil }
    isDone = true
    var origins: [Int32] = []
    var from: [NodeID] = []
    var to: [NodeID] = []
    for row in 0..<batch.count {
      let relationship = batch.columns[plan.relationship].relationship(at: row)
      guard relationship != .none,
        let ends = try context.transaction.endpoints(of: relationship),
        uniqueness.isNew(relationship, batch, row)
      else { continue }
      func add(_ a: NodeID, _ b: NodeID) {
        if plan.isFromBound, batch.columns[plan.from].node(at: row) != a { return }
        if plan.isInto, plan.from != plan.to, batch.columns[plan.to].node(at: row) != b { return }
        if plan.from == plan.to, a != b { return }
        origins.append(Int32(row))
        from.append(a)
        to.append(b)
      }
      if plan.direction != .incoming { add(ends.source, ends.target) }
      if plan.direction == .incoming || plan.direction == .either && ends.source != ends.target {
        add(ends.target, ends.source)
      }
    }
    return Rows(origins: origins, columns: [(plan.from, .nodes(from)), (plan.to, .nodes(to))])
  }
}

extension BoundDirection {
  var storage: Direction {
    switch self {
    case .outgoing: .outgoing
    case .incoming: .incoming
    case .either: .either
    }
  }
}
