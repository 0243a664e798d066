internal import GraphModel
internal import GraphStorage

/// All relationships of a type with their ends, for each input row.
final class RelationshipScan: FlatMap {
  private let plan: ExpandPlan
  private let tests: [ScanTest]
  private let needsEnds: Bool
  private let isCounted: Bool
  private let share: ScanShare?
  private var row = 0
  private var position = ScanPosition()

  /// - Parameters:
  ///   - needed: those of the pattern's three slots that are read.
  ///   - isCounted: whether only the number of relationships matters.
  ///   - share: tells which relationships, where others scan the rest.
  init(
    _ input: Operator, carried: [Slot], plan: ExpandPlan, tests: [ScanTest], needed: SlotSet,
    isCounted: Bool, share: ScanShare?
  ) {
    self.share = share
    self.plan = plan
    self.tests = tests
    self.isCounted = isCounted
    needsEnds = !needed.isDisjoint(with: [plan.from, plan.to])
    super.init(input, carried: carried)
  }
  override var name: String { "DirectedRelationshipTypeScan" }
  override var details: String { plan.text + tests.text }

  override func begin(_ batch: Batch, _ context: ExecutionContext) {
    row = 0
    position = start(context)
  }

  private func start(_ context: ExecutionContext) -> ScanPosition {
    share?.start(of: 0..<context.transaction.relationshipIDCount, context) ?? ScanPosition()
  }

  override func fill(_ batch: Batch, _ context: ExecutionContext) throws(KhoError) -> Rows? {
    guard row < batch.count, let type = context.types(plan.types)?.first,
      let tests = try tests.propertyTests(context)
    else { return nil }
    if isCounted {
      defer { row += 1 }
      var count = 0
      position = start(context)
      while true {
        if position.isFinished, try share?.extend(&position, context) != true { break }
        count += try context.transaction.countRelationships(
          type: type, tests: tests, position: &position)
      }
      return Rows(count: count, of: row)
    }
    var relationships: [RelationshipID] = []
    if position.isFinished, try share?.extend(&position, context) != true {
      row += 1
      position = ScanPosition()
      return Rows(origins: [], columns: [])
    }
    try context.transaction.scanRelationships(
      type: type, tests: tests, position: &position, limit: context.batchCapacity,
      to: &relationships)
    let origins = Array(repeating: Int32(row), count: relationships.count)
    guard needsEnds else {
      return Rows(origins: origins, slot: plan.relationship, .relationships(relationships))
    }
    var sources: [NodeID] = []
    var targets: [NodeID] = []
    for relationship in relationships {
      let ends = try context.transaction.endpoints(of: relationship)
      sources.append(ends?.source ?? .none)
      targets.append(ends?.target ?? .none)
    }
    let isReversed = plan.direction == .incoming
    return Rows(
      origins: origins,
      columns: [
        (plan.relationship, .relationships(relationships)),
        (plan.from, .nodes(isReversed ? targets : sources)),
        (plan.to, .nodes(isReversed ? sources : targets)),
      ])
  }
}
