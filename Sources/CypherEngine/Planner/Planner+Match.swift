internal import CypherSyntax
internal import GraphModel
internal import GraphStorage

/// MATCH: the query graph to scans and expansions, in the order that costs least by exact counts.
///
/// Greedy: from what is bound, always the step that leaves the fewest rows. Where nothing is bound
/// every node is tried as the start, so that a pattern may be entered in its middle or from its
/// cheaper end.
extension Planner {
  struct State {
    var plan: Plan
    var bound: SlotSet
    /// Rows made so far, by all steps.
    var cost: Double = 0
    /// Rows that the plan makes, where expansions that are only counted make none.
    var rows: Double
    var relationships: [Int]
    var predicates: [BoundExpression]
    /// Relationship slots of the clause that are bound.
    var followed: [Int] = []
    /// Slots that nothing after the clause reads: an expansion to such a node is only counted.
    var counted: SlotSet = []
  }

  private static let largestPatternFollowed = 16

  mutating func planMatch(
    _ match: BoundMatch, after input: Plan, _ available: inout SlotSet,
    uncounted: SlotSet? = nil
  ) -> Plan {
    let pattern = Pattern(resolvingLengths(match), self)
    let match = pattern.match
    for predicate in match.predicates { prepare(predicate) }
    for node in match.nodes {
      for label in node.labels { labelsOfNodes.append((node.slot, label)) }
    }
    for relationship in match.relationships + match.shortestPaths.map(\.relationship) {
      (relationship.conditions.map(\.value) + relationship.predicates).forEach { prepare($0) }
    }
    var state = State(
      plan: input, bound: available, rows: input.rows,
      relationships: Array(match.relationships.indices), predicates: match.predicates)
    if let uncounted {
      state.counted = SlotSet(match.nodes.map(\.slot) + match.relationships.map(\.slot))
        .subtracting(uncounted).subtracting(match.paths.flatMap { $0.path.slots })
    }
    state.applyPredicates(&self)
    if match.relationships.count > Self.depthLimit { isTooDeep = true }
    while hasRoom(above: state.plan) {
      while hasRoom(above: state.plan), let next = cheapestStep(from: state, pattern) {
        state = next
      }
      let starts = match.nodes.filter { !state.bound.contains($0.slot) }
      if starts.isEmpty { break }
      state = cheapestWhole(
        of: (optimizes ? starts : Array(starts.prefix(1))).map { start(at: $0, from: state) },
        pattern)
    }
    if !match.paths.isEmpty {
      let items = match.paths.map { BoundProjection.Item(slot: $0.slot, expression: $0.path) }
      state.plan = Plan(operation: .project(state.plan, items), rows: state.plan.rows)
      state.bound.formUnion(items.map(\.slot))
    }
    for shortest in match.shortestPaths { addShortestPath(shortest, to: &state) }
    for selection in match.selections { addSelection(selection, to: &state) }
    state.applyPredicates(&self)
    if !isTooDeep, !state.relationships.isEmpty || !state.predicates.isEmpty {
      isIncomplete = true
    }
    available.formUnion(state.bound)
    return state.plan
  }

  /// Each start is followed to the end of its component; the cheapest whole wins, the first of
  /// equal ones. Of a large pattern only the starts are compared. There must be one.
  private mutating func cheapestWhole(of starts: [State], _ pattern: Pattern) -> State {
    var best: (whole: State, index: Int)?
    // What costs more than a whole is followed no further: the cheapest start is the first.
    for (index, start) in starts.enumerated().sorted(by: { $0.element.cost < $1.element.cost }) {
      func isBeaten(_ state: State) -> Bool {
        best.map { (state.cost, index) >= ($0.whole.cost, $0.index) } ?? false
      }
      var whole = start
      while pattern.edges.count <= Self.largestPatternFollowed, !isBeaten(whole),
        hasRoom(above: whole.plan), let next = cheapestStep(from: whole, pattern)
      {
        whole = next
      }
      if !isBeaten(whole) { best = (whole, index) }
    }
    return best?.whole ?? starts[0]
  }

  /// The step that leaves the fewest rows: an expansion from a bound node or, for a node that an
  /// expansion could reach, a seek of its own key. Nil where nothing can be expanded.
  private mutating func cheapestStep(from state: State, _ pattern: Pattern) -> State? {
    var best: State?
    for index in state.relationships {
      let relationship = pattern.match.relationships[index]
      let ends = (
        state.bound.contains(relationship.from), state.bound.contains(relationship.to)
      )
      guard relationship.isBound || ends.0 || ends.1,
        pattern.edges[index].conditionSlots.isSubset(of: state.bound)
      else { continue }
      let next = step(along: index, from: state, pattern, ends: ends)
      if !optimizes { return next }
      if best.map({ next.cost < $0.cost }) ?? true { best = next }
    }
    guard optimizes, let expansion = best else { return best }
    for node in pattern.seekable where !state.bound.contains(node.slot) {
      guard let (_, estimate, _) = indexSeek(of: node, state), estimate <= 1 else { continue }
      let next = start(at: node, from: state)
      if next.cost < (best ?? expansion).cost { best = next }
    }
    return best
  }

  private mutating func step(
    along index: Int, from state: State, _ pattern: Pattern, ends: (from: Bool, to: Bool)
  ) -> State {
    var next = state
    let match = pattern.match
    let relationship = match.relationships[index]
    next.relationships.removeAll { $0 == index }
    // From the right end where only that is bound, else from the end with the smaller fan-out.
    let edge = pattern.edges[index]
    let isReversed =
      ends.from && ends.to
      ? optimizes && edge.fromRight.fanOut < edge.fromLeft.fanOut : !ends.from
    let seen = isReversed ? edge.fromRight : edge.fromLeft
    let origin = isReversed ? relationship.to : relationship.from
    let target = isReversed ? relationship.from : relationship.to
    let isInto = next.bound.contains(target) || origin == target
    let others = state.followed.map { match.relationships[$0] }.filter {
      $0.mustDiffer(from: relationship)
    }
    let expand = ExpandPlan(
      from: origin, to: target, relationship: relationship.slot, types: relationship.types,
      direction: isReversed ? relationship.direction.reversed : relationship.direction,
      isInto: isInto, isFromBound: next.bound.contains(origin),
      distinctFrom: others.map(\.slot),
      distinctFromLists: others.contains { $0.length != nil },
      text: seen.text)
    let rows = state.plan.rows
    let perRow = seen.fanOut
    let targetCount = Double(max(1, nodeCount(of: target)))
    if relationship.isBound {
      next.plan = Plan(operation: .endpoints(state.plan, expand), rows: rows)
    } else if let repetition = relationship.repetition, let length = relationship.length {
      next.plan = Plan(
        operation: .repeat(
          state.plan, expand, plan(repetition, length, isReversed, after: state.bound)),
        rows: rows * 4)
      next.bound.formUnion(repetition.groups.map(\.outer))
    } else if let length = relationship.length {
      let reached = nodesReached(perRow, length)
      next.plan = Plan(
        operation: .variableExpand(
          state.plan, expand, VariableLengthPlan(relationship, length, isReversed: isReversed)),
        rows: rows * (isInto ? reached / targetCount : reached))
    } else {
      next.plan = Plan(
        operation: .expand(state.plan, expand),
        rows: rows * (isInto ? perRow / targetCount : perRow))
    }
    next.bound.formUnion([origin, target, relationship.slot])
    next.followed.append(index)
    let isCounted =
      relationship.length == nil && expand.isCountable
      && SlotSet([target, relationship.slot]).isSubset(of: state.counted)
      && !next.predicates.contains { $0.readsLater(than: target, next.bound) }
      && !next.relationships.contains {
        match.relationships[$0].from == target || match.relationships[$0].to == target
      }
    // Relationships that are only counted are not even looked at, unless their ends are tested.
    let isTested = next.predicates.contains { $0.readsMore(of: target) }
    let made = state.rows * (rows > 0 ? next.plan.rows / rows : 0)
    next.cost +=
      isCounted ? max(isTested ? 0.1 * made : 0, 0.1 * state.rows) : max(made, 0.1 * state.rows)
    if !isCounted { next.rows = made }
    next.applyPredicates(&self, after: expand)
    if isCounted { next.rows = state.rows }
    return next
  }

  // MARK: Starting points

  /// The state after finding `node` by the cheapest means: id, index, label scan, scan of all.
  private mutating func start(at node: BoundMatch.PatternNode, from state: State) -> State {
    var next = state
    let rows = state.plan.rows
    let labels = node.labels.map { index in
      (
        index: index,
        count: label(index).map { Double(statistics.nodeCount(label: $0)) } ?? 0
      )
    }
    let smallest = optimizes ? labels.min { $0.count < $1.count } : nil
    let scanned = smallest?.count ?? Double(statistics.nodeCount)
    var used: [BoundExpression] = []
    let join = optimizes ? hashJoin(of: node, smallest?.index, state) : nil
    let joined = max(1, scanned * (join.map { selectivity(of: $0.1) } ?? 1))
    if optimizes, let (id, predicate) = idLookup(of: node, state) {
      next.plan = Plan(
        operation: .nodeByID(state.plan, slot: node.slot, name: node.name, id: id), rows: rows)
      used = [predicate]
    } else if optimizes, let (seek, estimate, predicates) = indexSeek(of: node, state),
      estimate < scanned, join == nil || rows * estimate <= rows * joined + scanned
    {
      next.plan = Plan(operation: .indexSeek(state.plan, seek), rows: rows * estimate)
      used = predicates + labelTests(of: node, seek.label, state)
    } else if let (join, predicate) = join {
      next.plan = Plan(operation: .hashJoin(state.plan, join), rows: rows * joined)
      next.cost += scanned / 2
      used = [predicate] + (smallest.map { labelTests(of: node, $0.index, state) } ?? [])
    } else {
      next.plan = Plan(
        operation: .nodeScan(
          state.plan, slot: node.slot, name: node.name, label: smallest?.index),
        rows: rows * scanned)
      used = smallest.map { labelTests(of: node, $0.index, state) } ?? []
    }
    next.predicates.removeAll { predicate in used.contains { $0 === predicate } }
    next.bound.insert(node.slot)
    next.rows = state.rows * (rows > 0 ? next.plan.rows / rows : 0)
    next.cost += next.rows + 1
    next.applyPredicates(&self)
    return next
  }

  private mutating func addShortestPath(_ shortest: BoundMatch.ShortestPath, to state: inout State)
  {
    let relationship = shortest.relationship
    let expand = ExpandPlan(
      from: relationship.from, to: relationship.to, relationship: relationship.slot,
      types: relationship.types, direction: relationship.direction, isInto: true,
      isFromBound: true, distinctFrom: [], distinctFromLists: false,
      text: shortest.selector.isGrouped ? "all" : shortest.selector.count.text)
    let length = VariableLengthPlan(
      relationship, relationship.length ?? BoundLength(lower: 1, upper: 1), isReversed: false)
    state.plan = Plan(
      operation: .shortestPath(
        state.plan, expand, length, path: shortest.path, shortest.selector),
      rows: state.plan.rows)
    state.bound.insert(relationship.slot)
    if let path = shortest.path { state.bound.insert(path) }
    state.applyPredicates(&self)
  }

  /// Pattern parts whose matches are selected: planned by themselves, run for each row.
  private mutating func addSelection(_ selection: BoundMatch.Selection, to state: inout State) {
    var inner = state.bound
    var plan = planMatch(
      selection.match, after: Plan(operation: .argument, rows: 1), &inner)
    plan = Plan(
      operation: .select(
        plan, SelectionPlan(path: selection.path, selector: selection.selector)), rows: plan.rows)
    let apply = ApplyPlan(
      plan: plan, rowNumber: newSlot(), isOptional: false,
      made: inner.subtracting(state.bound).sorted(), outer: state.bound.sorted(),
      returnsRows: true)
    state.plan = Plan(operation: .apply(state.plan, apply), rows: state.plan.rows * plan.rows)
    state.bound = inner
    state.applyPredicates(&self)
  }

  private mutating func plan(
    _ repetition: BoundMatch.Repetition, _ length: BoundLength, _ isReversed: Bool,
    after bound: SlotSet
  ) -> RepetitionPlan {
    let origin = isReversed ? repetition.end : repetition.start
    var inner = bound.union([origin])
    let plan = planMatch(repetition.match, after: Plan(operation: .argument, rows: 1), &inner)
    return RepetitionPlan(
      plan: plan, length: length, origin: origin,
      target: isReversed ? repetition.start : repetition.end,
      relationships: repetition.match.relationships.map(\.slot), groups: repetition.groups,
      isReversed: isReversed, outer: bound.sorted())
  }
}

extension Planner.State {
  /// Filters by every predicate whose slots are all there.
  /// - Parameter step: the expansion that was made last.
  fileprivate mutating func applyPredicates(_ planner: inout Planner, after step: ExpandPlan? = nil)
  {
    guard predicates.contains(where: { $0.slots.isSubset(of: bound) }) else { return }
    var ready: [BoundExpression] = []
    predicates = predicates.compactMap { predicate in
      guard predicate.slots.isSubset(of: bound) else { return predicate }
      let (now, later) = (predicate as? LaterTest)?.asked(of: bound) ?? (predicate, nil)
      if let now { ready.append(now) }
      return later
    }
    guard !ready.isEmpty else { return }
    let filtered = planner.filter(plan, ready, after: step)
    if plan.rows > 0 { rows *= filtered.rows / plan.rows }
    plan = filtered
  }
}

extension BoundExpression {
  /// Whether the slot, which has just been bound, is read with others or again.
  fileprivate func readsLater(than slot: Slot, _ bound: SlotSet) -> Bool {
    slots.contains(slot) && (slots != [slot] || (self as? LaterTest)?.asked(of: bound).later != nil)
  }
}
