internal import GraphModel
internal import GraphStorage

/// Following relationships by any number of steps: trails, which use no relationship twice.

/// What every relationship of a variable-length pattern must be.
struct RelationshipConditions {
  /// What the conditions need to know of one row.
  struct Wanted {
    var values: [Value] = []
    /// The row, where predicates look at it.
    var row: Batch?
  }
  private let plan: VariableLengthPlan

  init(_ plan: VariableLengthPlan) { self.plan = plan }

  var isEmpty: Bool {
    plan.conditions.isEmpty && plan.predicates.isEmpty && plan.typeTest == nil
  }

  /// Nil where a value is null, which no relationship equals, and there must be one.
  func wanted(_ row: Row, _ context: ExecutionContext) throws(KhoError) -> Wanted? {
    var wanted = Wanted()
    for condition in plan.conditions {
      let value = try condition.value.evaluate(row, context)
      if value.isNull, plan.length.lower > 0 { return nil }
      wanted.values.append(value)
    }
    if !plan.predicates.isEmpty { wanted.row = row.batch.gathered([Int32(row.index)]) }
    return wanted
  }

  func hold(
    _ relationship: RelationshipID, _ wanted: Wanted, _ context: ExecutionContext
  ) throws(KhoError) -> Bool {
    for (condition, value) in zip(plan.conditions, wanted.values) {
      guard let key = context.key(condition.key),
        try context.transaction.property(key, of: relationship).equals(value) == true
      else { return false }
    }
    if let element = plan.element, var row = wanted.row {
      row.columns[element] = .relationships([relationship])
      for predicate in plan.predicates
      where try predicate.truth(Row(batch: row, index: 0), context) != true {
        return false
      }
    }
    guard let typeTest = plan.typeTest else { return true }
    guard let type = try context.transaction.endpoints(of: relationship)?.type else { return false }
    return try typeTest.matches(isLabelled: true) { context.type($0) == type }
  }
}

/// Depth-first over all trails from each node, within the bounds of length.
final class VariableExpand: FlatMap {
  private struct Level {
    var expansion = Expansion()
    var next = 0
  }
  /// A trail from one node, and its levels, one per relationship of it plus one. Those from `depth`
  /// on are only kept for their memory.
  private struct Trail {
    var relationships: [RelationshipID] = []
    var levels: [Level] = []
    var depth = 0
  }
  private let plan: ExpandPlan
  private let length: VariableLengthPlan
  private let conditions: RelationshipConditions
  private let uniqueness: UniquenessCheck
  private let needsList: Bool
  private let needsCount: Bool
  /// The row being searched.
  private var row = 0
  private var isRowOpen = false
  private var trail = Trail()
  private var wanted = RelationshipConditions.Wanted()
  /// The ends of trails from nodes searched before, where rows differ in nothing else that matters.
  private var ends: KnownEnds?

  init(
    _ input: Operator, carried: [Slot], plan: ExpandPlan, length: VariableLengthPlan,
    needsList: Bool, needsCount: Bool
  ) {
    self.plan = plan
    self.length = length
    self.needsList = needsList
    self.needsCount = needsCount
    conditions = RelationshipConditions(length)
    uniqueness = UniquenessCheck(slots: plan.distinctFrom)
    super.init(input, carried: carried)
  }
  override var name: String { plan.isInto ? "VarLengthExpand(Into)" : "VarLengthExpand(All)" }
  override var details: String { plan.text }

  override func open(_ context: ExecutionContext) throws(KhoError) {
    ends = nil
    try super.open(context)
  }

  override func close() {
    ends = nil
    if trail.levels.count > 16 { trail.levels = [] }
    trail.levels.removeAll { $0.expansion.neighbours.capacity > 1_024 }
    super.close()
  }

  override func begin(_ batch: Batch, _ context: ExecutionContext) throws(KhoError) {
    row = 0
    isRowOpen = false
    let isIndependent =
      !needsList && !needsCount && !plan.isInto && conditions.isEmpty && plan.distinctFrom.isEmpty
      && !context.query.isWriting
    guard isIndependent else { return }
    if ends == nil { ends = KnownEnds() }
    let (lower, upper) = (length.length.lower, length.length.upper ?? .max)
    if lower <= upper, upper <= KnownEnds.largestLength {
      try ends?.learn(
        from: batch.columns[plan.from].nodeVector(count: batch.count), lower...upper,
        context.types(plan.types), plan.direction.storage, context)
    }
  }

  override func fill(_ batch: Batch, _ context: ExecutionContext) throws(KhoError) -> Rows? {
    if row >= batch.count { return nil }
    var read = try context.transaction.adjacencyLists(
      context.types(plan.types), plan.direction.storage)
    // Here it costs no checks of access at every step.
    var (row, trail, ends) = (row, trail, ends)
    (self.trail, self.ends) = (Trail(), nil)
    defer { (self.row, self.trail, self.ends) = (row, trail, ends) }
    var origins: [Int32] = []
    var nodes: [NodeID] = []
    var lists: [Value] = []
    var counts: [Int64] = []

    func emit(_ node: NodeID, _ trail: [RelationshipID]) {
      if plan.isInto, batch.columns[plan.to].node(at: row) != node { return }
      origins.append(Int32(row))
      nodes.append(node)
      if needsCount { counts.append(Int64(trail.count)) }
      if needsList {
        let ordered = length.isReversed ? trail.reversed() : trail
        lists.append(.list(ordered.map { .relationship(Relationship($0)) }))
      }
    }

    while row < batch.count, origins.count < context.batchCapacity {
      let before = nodes.count
      if !isRowOpen {
        let start = batch.columns[plan.from].node(at: row)
        guard start != .none,
          let wanted = try conditions.wanted(Row(batch: batch, index: row), context)
        else {
          row += 1
          continue
        }
        if let known = ends?[start] {
          origins.append(contentsOf: repeatElement(Int32(row), count: known.count))
          nodes.append(contentsOf: known)
          row += 1
          continue
        }
        self.wanted = wanted
        trail.relationships.removeAll(keepingCapacity: true)
        trail.depth = 0
        isRowOpen = true
        if length.length.lower == 0 { emit(start, []) }
        try descend(&trail, from: start, &read, context)
      }
      try search(&trail, batch, row, &read, context, emit)
      ends?.record(nodes[before...])
      if trail.depth == 0 {
        ends?.keep(from: batch.columns[plan.from].node(at: row))
        isRowOpen = false
        row += 1
      }
    }
    var columns = [(slot: plan.to, column: Column.nodes(nodes))]
    if needsList { columns.append((plan.relationship, .values(lists))) }
    if needsCount, let slot = length.count { columns.append((slot, .integers(counts))) }
    return Rows(origins: origins, columns: columns)
  }

  private func descend(
    _ trail: inout Trail, from node: NodeID, _ lists: inout AdjacencyLists,
    _ context: ExecutionContext
  ) throws(KhoError) {
    if let upper = length.length.upper, trail.relationships.count >= upper { return }
    let depth = trail.depth
    if depth == trail.levels.count { trail.levels.append(Level()) }
    trail.levels[depth].next = 0
    trail.levels[depth].expansion.removeAll()
    try context.transaction.expand(node, &lists, to: &trail.levels[depth].expansion)
    trail.depth += 1
  }

  /// Goes on with the row's search until about a batch of rows is there.
  private func search(
    _ trail: inout Trail, _ batch: Batch, _ row: Int, _ lists: inout AdjacencyLists,
    _ context: ExecutionContext, _ emit: (NodeID, [RelationshipID]) -> Void
  ) throws(KhoError) {
    let (checksOthers, isUnconditional) = (!uniqueness.slots.isEmpty, conditions.isEmpty)
    var steps = 0
    while trail.depth > 0, steps < context.batchCapacity {
      steps += 1
      try context.tick()
      let level = trail.depth - 1
      let index = trail.levels[level].next
      guard index < trail.levels[level].expansion.neighbours.count else {
        trail.depth = level
        if !trail.relationships.isEmpty { trail.relationships.removeLast() }
        continue
      }
      trail.levels[level].next += 1
      let relationship = trail.levels[level].expansion.relationships[index]
      if trail.relationships.contains(relationship) { continue }
      if checksOthers, !uniqueness.isNew(relationship, batch, row) { continue }
      if !isUnconditional, try !conditions.hold(relationship, wanted, context) { continue }
      let node = trail.levels[level].expansion.neighbours[index]
      trail.relationships.append(relationship)
      if trail.relationships.count >= length.length.lower { emit(node, trail.relationships) }
      try descend(&trail, from: node, &lists, context)
      if trail.depth == level + 1 { trail.relationships.removeLast() }
    }
  }
}
