internal import GraphModel
internal import GraphStorage

/// Path patterns that are repeated, and path patterns of which the shortest matches are selected
/// (GQL: quantified path patterns, path selectors).

/// Depth-first over all trails that repeat an inner pattern, each time from where it ended before.
final class Repeat: FlatMap {
  /// One match of the inner pattern.
  private struct Hop {
    var node: NodeID
    var relationships: [RelationshipID]
    /// By group.
    var values: [Value]
  }
  private struct Level {
    var hops: [Hop]
    var next = 0
  }
  private let expand: ExpandPlan
  private let plan: RepetitionPlan
  private let uniqueness: UniquenessCheck
  private let needsList: Bool
  private let inner: Operator
  private let argument: ArgumentRows
  /// The row being searched; its levels, one per hop of the trail so far plus one.
  private var row = 0
  private var isRowOpen = false
  private var levels: [Level] = []
  private var trail: [Hop] = []
  /// What was found and not yet handed out.
  private var found = Rows(origins: [], columns: [])
  private var nodes: [NodeID] = []
  private var lists: [[Value]] = []

  init(
    _ input: Operator, carried: [Slot], expand: ExpandPlan, plan: RepetitionPlan, needsList: Bool,
    inner: Operator, argument: ArgumentRows
  ) {
    self.expand = expand
    self.plan = plan
    self.needsList = needsList
    self.inner = inner
    self.argument = argument
    uniqueness = UniquenessCheck(slots: expand.distinctFrom)
    super.init(input, carried: carried)
  }
  override var name: String { "Repeat" }
  override var details: String { expand.text }
  override var inputs: [Operator] { [input, inner] }

  override func begin(_ batch: Batch, _ context: ExecutionContext) {
    row = 0
    isRowOpen = false
  }

  override func fill(_ batch: Batch, _ context: ExecutionContext) throws(KhoError) -> Rows? {
    if row >= batch.count { return nil }
    found.origins = []
    nodes = []
    lists = Array(repeating: [], count: plan.groups.count + 1)
    while row < batch.count, found.origins.count < context.batchCapacity {
      if !isRowOpen {
        let start = batch.columns[expand.from].node(at: row)
        if start == .none {
          row += 1
          continue
        }
        isRowOpen = true
        trail = []
        levels = []
        if plan.length.lower == 0 { emit(start, batch) }
        try descend(from: start, batch, context)
      }
      try search(batch, context)
      if levels.isEmpty {
        isRowOpen = false
        row += 1
      }
    }
    var columns: [(slot: Slot, column: Column)] = [(expand.to, .nodes(nodes))]
    if needsList { columns.append((expand.relationship, .values(lists[plan.groups.count]))) }
    for (group, list) in zip(plan.groups, lists) { columns.append((group.outer, .values(list))) }
    return Rows(origins: found.origins, columns: columns)
  }

  private func emit(_ node: NodeID, _ batch: Batch) {
    if expand.isInto, batch.columns[expand.to].node(at: row) != node { return }
    found.origins.append(Int32(row))
    nodes.append(node)
    let hops = plan.isReversed ? trail.reversed() : trail
    for index in plan.groups.indices {
      lists[index].append(.list(hops.map { $0.values[index] }))
    }
    guard needsList else { return }
    let all = hops.flatMap { $0.relationships.map { Value.relationship(Relationship($0)) } }
    lists[plan.groups.count].append(.list(all))
  }

  /// Finds the hops from a node, unless the trail is as long as it may be.
  private func descend(
    from node: NodeID, _ batch: Batch, _ context: ExecutionContext
  ) throws(KhoError) {
    if let upper = plan.length.upper, trail.count >= upper { return }
    var outer = batch.gathered([Int32(row)]).keeping(plan.outer)
    outer.columns[plan.origin] = .nodes([node])
    argument.batch = outer
    try inner.open(context)
    var hops: [Hop] = []
    while let matches = try inner.next(context) {
      for index in 0..<matches.count {
        let relationships = plan.relationships.map {
          matches.columns[$0].relationship(at: index)
        }
        guard relationships.allSatisfy({ isNew($0, batch) }) else { continue }
        hops.append(
          Hop(
            node: matches.columns[plan.target].node(at: index), relationships: relationships,
            values: plan.groups.map { matches.columns[$0.inner].value(at: index) }))
      }
      try context.charge(bytes: matches.sizeInBytes)
    }
    levels.append(Level(hops: hops))
  }

  private func isNew(_ relationship: RelationshipID, _ batch: Batch) -> Bool {
    !trail.contains { $0.relationships.contains(relationship) }
      && uniqueness.isNew(relationship, batch, row)
  }

  /// Goes on with the row's search until about a batch of rows is there.
  private func search(_ batch: Batch, _ context: ExecutionContext) throws(KhoError) {
    var steps = 0
    while let level = levels.last, steps < context.batchCapacity {
      steps += 1
      try context.tick()
      guard level.next < level.hops.count else {
        levels.removeLast()
        if !trail.isEmpty { trail.removeLast() }
        continue
      }
      levels[levels.count - 1].next += 1
      let hop = level.hops[level.next]
      trail.append(hop)
      if trail.count >= plan.length.lower { emit(hop.node, batch) }
      let depth = levels.count
      try descend(from: hop.node, batch, context)
      if levels.count == depth { trail.removeLast() }
    }
  }
}

/// Of the rows whose paths have equal ends those with the shortest paths.
final class SelectPaths: UnaryOperator {
  private let plan: SelectionPlan
  private var count = 1
  private var isDone = false
  init(_ input: Operator, _ plan: SelectionPlan) {
    self.plan = plan
    super.init(input)
  }
  override var name: String { "SelectPaths" }
  override var holdsRows: Bool { true }
  override func open(_ context: ExecutionContext) throws(KhoError) {
    isDone = false
    count = try plan.selector.count.pathCount(context)
    try super.open(context)
  }

  override func produce(_ context: ExecutionContext) throws(KhoError) -> Batch? {
    if isDone { return nil }
    isDone = true
    guard let all = Batch.concatenated(try drain(context)) else { return nil }
    let end = plan.path.steps.last?.node ?? plan.path.start
    let lengths = (0..<all.count).map { length(of: all, $0) }
    var rows: [Int32] = []
    /// By the nodes at both ends: how many paths, or lengths, there are so far; the last length.
    var taken: [[NodeID]: (count: Int, length: Int)] = [:]
    for row in (0..<all.count).sorted(by: { (lengths[$0], $0) < (lengths[$1], $1) }) {
      let ends = [plan.path.start, end].map { all.columns[$0].node(at: row) }
      var state = taken[ends] ?? (0, -1)
      if !plan.selector.isGrouped || state.length != lengths[row] { state.count += 1 }
      if state.count > count { continue }
      taken[ends] = (state.count, lengths[row])
      rows.append(Int32(row))
    }
    return all.gathered(rows)
  }

  private func length(of batch: Batch, _ row: Int) -> Int {
    plan.path.steps.reduce(0) { sum, step in
      guard step.isList, case .list(let list) = batch.columns[step.relationship].value(at: row)
      else { return sum + 1 }
      return sum + list.count
    }
  }
}
