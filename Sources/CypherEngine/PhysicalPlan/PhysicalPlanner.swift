internal import GraphModel

/// Plans to operators. From the result downwards it knows which slots are still needed, so that no
/// operator carries a column that nobody reads.
struct PhysicalPlanner {
  let slotCount: Int
  let names: NameTable
  /// Whether rows that are only counted are not enumerated, and correlated plans run once a batch.
  let optimizes: Bool

  /// What becomes of equal rows.
  enum Multiplicity {
    /// Each is a row of its own.
    case each
    /// They are only counted or aggregated, and may come as one row with a weight.
    case weighted
    /// More than one makes no difference (DISTINCT, min, max).
    case ignored
  }

  func build(
    _ plan: Plan, needed: SlotSet, argument: ArgumentRows, _ multiplicity: Multiplicity = .each
  ) -> Operator {
    let result = make(plan, needed, argument, optimizes ? multiplicity : .each)
    result.estimatedRows = plan.rows
    return result
  }

  private func make(
    _ plan: Plan, _ needed: SlotSet, _ argument: ArgumentRows, _ multiplicity: Multiplicity
  ) -> Operator {
    switch plan.operation {
    case .argument: return Argument(argument)
    case .nodeScan, .relationshipScan: return makeScan(plan, [], needed, argument, multiplicity)
    case .nodeByID(let input, let slot, let name, let id):
      let carried = needed.subtracting([slot])
      return NodeByIDSeek(
        build(input, needed: carried.union(id.slots), argument: argument, multiplicity),
        carried: carried.sorted(), slot: slot, variable: name, id: id)
    case .indexSeek(let input, let seek):
      let carried = needed.subtracting([seek.slot])
      if case .order(let isDescending) = seek.bound {
        return NodeIndexOrder(
          build(input, needed: carried, argument: argument), carried: carried.sorted(),
          plan: seek, isDescending: isDescending)
      }
      return NodeIndexSeek(
        build(
          input, needed: carried.union(seek.bound.slots), argument: argument, multiplicity),
        carried: carried.sorted(), plan: seek)
    case .hashJoin(let input, let join):
      let carried = needed.subtracting([join.slot])
      return ValueHashJoin(
        build(input, needed: carried.union(join.value.slots), argument: argument, multiplicity),
        carried: carried.sorted(), plan: join)
    case .expand(let input, let expand):
      return makeExpand(input, expand, far: [], needed, argument, multiplicity)
    case .variableExpand(let input, let expand, let length):
      let made = SlotSet(
        (expand.isInto ? [] : [expand.to]) + [expand.relationship]
          + [length.count].compactMap(\.self))
      let carried = needed.subtracting(made).union(expand.isInto ? [expand.to] : [])
      let read = carried.union([expand.from]).union(expand.distinctFrom)
        .union(length.slots)
      let source = build(input, needed: read, argument: argument, multiplicity)
      let copied = carried.subtracting(expand.isInto ? [expand.to] : []).sorted()
      let needsList = needed.contains(expand.relationship)
      let needsCount = length.count.map(needed.contains) ?? false
      if multiplicity == .ignored, !needsList, !needsCount,
        ReachableExpand.isApplicable(expand, length.length)
      {
        return ReachableExpand(source, carried: copied, plan: expand, length: length)
      }
      return VariableExpand(
        source, carried: copied, plan: expand, length: length, needsList: needsList,
        needsCount: needsCount)
    case .endpoints(let input, let expand):
      let carried = needed.subtracting([expand.from, expand.to])
      return ProjectEndpoints(
        build(
          input,
          needed: carried.union([expand.relationship]).union(expand.distinctFrom)
            .union(expand.isFromBound ? [expand.from] : []).union(expand.isInto ? [expand.to] : []),
          argument: argument), carried: carried.sorted(), plan: expand)
    case .repeat(let input, let expand, let repetition):
      return makeRepeat(input, expand, repetition, needed, argument)
    case .select(let input, let selection):
      return SelectPaths(
        build(input, needed: needed.union(selection.path.slots), argument: argument), selection)
    case .shortestPath(let input, let expand, let length, let path, let selector):
      let made = [expand.relationship] + [path, length.count].compactMap(\.self)
      let carried = needed.subtracting(made)
      return ShortestPath(
        build(
          input,
          needed: carried.union([expand.from, expand.to]).union(length.slots),
          argument: argument),
        carried: carried.sorted(), plan: expand, length: length, path: path, selector: selector,
        needed: needed)
    case .filter(let input, let predicates):
      if optimizes, input.scannedSlot != nil {
        return makeScan(input, predicates, needed, argument, multiplicity)
      }
      if optimizes, case .expand(let origin, let expand) = input.operation, !expand.isInto {
        let far = FarNodes.testable(predicates, at: expand.to)
        let rest = predicates.filter { predicate in !far.contains { $0 === predicate } }
        let read = rest.reduce(into: needed) { $0.formUnion($1.slots) }
        let expansion = makeExpand(origin, expand, far: far, read, argument, multiplicity)
        if rest.isEmpty { return expansion }
        expansion.estimatedRows = input.rows
        return Filter(expansion, rest)
      }
      let read = predicates.reduce(into: needed) { $0.formUnion($1.slots) }
      return Filter(build(input, needed: read, argument: argument, multiplicity), predicates)
    case .project(let input, let items):
      let live = items.filter { needed.contains($0.slot) }
      let read = live.reduce(into: needed.subtracting(live.map(\.slot))) {
        $0.formUnion($1.expression.slots)
      }
      return Project(build(input, needed: read, argument: argument, multiplicity), live)
    case .aggregate(let input, let keys, let aggregates):
      if optimizes, let subject = StoreCount.Subject(input, keys: keys, aggregates) {
        return CountFromStore(subject, slots: aggregates.map(\.slot), slotCount: slotCount)
      }
      if let rows = groupedRows(input, keys, aggregates, argument) { return rows }
      let arguments = SlotSet(aggregates.flatMap { $0.arguments.flatMap(\.slots) })
      let multiplicity: Multiplicity =
        aggregates.allSatisfy(\.ignoresDuplicates) ? .ignored : .weighted
      var (source, items) = groupingItems(input, keys, arguments)
      var argument = argument
      if argument.isDivisible, source.isDivisible, items.allSatisfy({ $0.expression.isDivisible }),
        aggregates.allSatisfy(\.isDivisible)
      {
        source = source.unshared
        argument = ArgumentRows(share: ScanShare())
        argument.batch = Batch.unit(slotCount: slotCount)
      }
      let rows = build(
        source, needed: arguments.union(items.flatMap(\.expression.slots)), argument: argument,
        multiplicity)
      if optimizes, let expand = rows as? Expand { expand.giveRuns(keys: items, aggregates) }
      return Aggregate(
        rows, keys: items, aggregates: aggregates, slotCount: slotCount, share: argument.share)
    case .distinct(let input, let slots):
      return Distinct(
        build(input, needed: needed.union(slots), argument: argument, .ignored), slots)
    case .sort(let input, let keys, let limit, let skip):
      return makeSort(input, keys, limit: limit, skip: skip, needed, argument)
    case .skip(let input, let count):
      return Skip(build(input, needed: needed, argument: argument), count)
    case .limit(let input, let count):
      return Limit(build(input, needed: needed, argument: argument), count)
    case .unwind(let input, let slot, let list):
      let carried = needed.subtracting([slot])
      return Unwind(
        build(input, needed: carried.union(list.slots), argument: argument),
        carried: carried.sorted(), slot: slot, list: list)
    case .apply(let input, let apply):
      return makeApply(input, apply, needed, argument, multiplicity)
    case .union(let parts, let columns, let isDistinct):
      let union = Union(
        parts.map { part in
          (
            build(part.plan, needed: SlotSet(part.columns).union(needed), argument: argument),
            part.columns
          )
        }, columns: columns)
      return isDistinct ? Distinct(union, columns) : union
    case .create(let input, let create):
      return CreatePattern(
        build(input, needed: needed.union(create.readSlots), argument: argument), create)
    case .merge(let input, let merge):
      let inner = ArgumentRows()
      let read = needed.union(merge.create.readSlots).union(
        (merge.onCreate + merge.onMatch).flatMap(\.slots))
      let match = build(
        merge.match, needed: read.intersection(merge.made).union(merge.made), argument: inner)
      return MergePattern(
        build(input, needed: read.union(merge.match.readSlots), argument: argument), merge,
        inner: match, argument: inner)
    case .set(let input, let items):
      return SetProperties(
        build(input, needed: needed.union(items.flatMap(\.slots)), argument: argument), items)
    case .remove(let input, let items):
      return RemoveProperties(
        build(input, needed: needed.union(items.flatMap(\.slots)), argument: argument), items)
    case .delete(let input, let expressions, let isDetaching):
      return Delete(
        build(input, needed: needed.union(expressions.flatMap(\.slots)), argument: argument),
        expressions, isDetaching: isDetaching)
    case .foreach(let input, let list, let slot, let body):
      let inner = ArgumentRows()
      let read = needed.union(list.slots).union(body.readSlots).subtracting([slot])
      return Foreach(
        build(input, needed: read, argument: argument), list: list, slot: slot,
        body: build(body, needed: [], argument: inner), argument: inner)
    case .call(let input, let call):
      let carried = needed.subtracting(call.outputs.map(\.slot))
      return CallProcedure(
        build(
          input, needed: carried.union(call.arguments.flatMap(\.slots)), argument: argument),
        carried: carried.sorted(), call: call)
    case .loadCSV(let input, let source, let slot, let hasHeaders, let terminator):
      let carried = needed.subtracting([slot])
      return LoadCSVRows(
        build(input, needed: carried.union(source.slots), argument: argument),
        carried: carried.sorted(), source: source, slot: slot, hasHeaders: hasHeaders,
        terminator: terminator)
    case .empty(let input): return EmptyResult(build(input, needed: [], argument: argument))
    }
  }

  /// A scan that takes over those predicates that it can test block by block.
  private func makeScan(
    _ plan: Plan, _ predicates: [BoundExpression], _ needed: SlotSet, _ argument: ArgumentRows,
    _ multiplicity: Multiplicity
  ) -> Operator {
    var tests: [ScanTest] = []
    let rest = predicates.filter { predicate in
      guard let test = ScanTest(predicate), test.slot == plan.scannedSlot else { return true }
      tests.append(test)
      return false
    }
    let read = rest.reduce(into: needed) { $0.formUnion($1.slots) }
    let scan: Operator
    switch plan.operation {
    case .nodeScan(let input, let slot, let name, let label):
      let carried = read.subtracting([slot])
      scan = NodeScan(
        build(input, needed: carried, argument: argument, multiplicity),
        carried: carried.sorted(), slot: slot, variable: name, label: label,
        labelName: label.map { names.labels[$0] } ?? "", tests: tests,
        isCounted: multiplicity != .each && !read.contains(slot),
        share: input.isArgument ? argument.share : nil)
    case .relationshipScan(let input, let expand):
      let made: SlotSet = [expand.from, expand.to, expand.relationship]
      let carried = read.subtracting(made)
      scan = RelationshipScan(
        build(input, needed: carried, argument: argument, multiplicity),
        carried: carried.sorted(), plan: expand, tests: tests,
        needed: read.intersection(made),
        isCounted: multiplicity != .each && read.isDisjoint(with: made),
        share: input.isArgument ? argument.share : nil)
    default: return Operator()
    }
    scan.estimatedRows = plan.rows
    return rest.isEmpty ? scan : Filter(scan, rest)
  }

  /// What is grouped by. Keys that the input only computes are left to the aggregation.
  private func groupingItems(
    _ input: Plan, _ keys: [Slot], _ arguments: SlotSet
  ) -> (source: Plan, items: [BoundProjection.Item]) {
    let nowhere = SourceSpan(start: 0, end: 0)
    let items = keys.map { slot in
      BoundProjection.Item(
        slot: slot, expression: SlotExpression(slot, name: "", type: .any, at: nowhere))
    }
    guard case .project(let source, let computed) = input.operation,
      computed.allSatisfy({ keys.contains($0.slot) && !arguments.contains($0.slot) })
    else { return (input, items) }
    return (
      source, items.map { item in computed.first { $0.slot == item.slot } ?? item }
    )
  }

  /// - Parameter far: predicates on the node that the expansion leads to, which it tests itself.
  private func makeExpand(
    _ input: Plan, _ expand: ExpandPlan, far: [BoundExpression], _ needed: SlotSet,
    _ argument: ArgumentRows, _ multiplicity: Multiplicity
  ) -> Operator {
    let farNodes = far.isEmpty ? nil : FarNodes(expand.to, far)
    if expand.isInto {
      let carried = needed.subtracting([expand.relationship])
      if multiplicity != .each, !needed.contains(expand.relationship),
        let meeting = makeMeeting(input, expand, carried, argument, multiplicity)
      {
        return meeting
      }
      return ExpandInto(
        build(
          input, needed: carried.union([expand.from, expand.to]).union(expand.distinctFrom),
          argument: argument, multiplicity), carried: carried.sorted(), plan: expand,
        needsRelationship: needed.contains(expand.relationship))
    }
    let carried = needed.subtracting([expand.to, expand.relationship])
    if multiplicity != .each, expand.isCountable,
      case .expand(let source, let other) = input.operation, expand.isPair(with: other),
      needed.isDisjoint(with: [expand.to, expand.relationship, other.to, other.relationship])
    {
      return DegreeExpand(
        build(source, needed: carried.union([expand.from]), argument: argument, multiplicity),
        carried: carried.sorted(), plan: expand, far: farNodes, other: other)
    }
    let origin = build(
      input, needed: carried.union([expand.from]).union(expand.distinctFrom), argument: argument,
      multiplicity)
    if multiplicity != .each, expand.isCountable, far.isEmpty || expand.distinctFrom.isEmpty,
      needed.isDisjoint(with: [expand.to, expand.relationship])
    {
      return DegreeExpand(origin, carried: carried.sorted(), plan: expand, far: farNodes)
    }
    return Expand(
      origin, carried: carried.sorted(), plan: expand, far: farNodes,
      needsRelationship: needed.contains(expand.relationship))
  }

  /// Two steps that meet in a node which nothing else reads, as one operator; nil for others.
  private func makeMeeting(
    _ input: Plan, _ closing: ExpandPlan, _ carried: SlotSet, _ argument: ArgumentRows,
    _ multiplicity: Multiplicity
  ) -> Operator? {
    var input = input
    var predicates: [BoundExpression] = []
    if case .filter(let filtered, let all) = input.operation {
      (input, predicates) = (filtered, all)
    }
    guard case .expand(let source, let step) = input.operation,
      MeetingExpand.isApplicable(step, closing),
      FarNodes.testable(predicates, at: step.to).count == predicates.count,
      carried.isDisjoint(with: [step.to, step.relationship])
    else { return nil }
    return MeetingExpand(
      build(
        source, needed: carried.union(MeetingExpand.readSlots(step, closing)), argument: argument,
        multiplicity),
      carried: carried.sorted(), step: step, closing: closing,
      far: predicates.isEmpty ? nil : FarNodes(step.to, predicates))
  }

  private func makeRepeat(
    _ input: Plan, _ expand: ExpandPlan, _ repetition: RepetitionPlan, _ needed: SlotSet,
    _ argument: ArgumentRows
  ) -> Operator {
    let made = SlotSet([expand.to, expand.relationship] + repetition.groups.map(\.outer))
    let carried = needed.subtracting(made)
    var plan = repetition
    plan.groups = repetition.groups.filter { needed.contains($0.outer) }
    plan.outer = repetition.plan.readSlots.intersection(repetition.outer).sorted()
    let inner = ArgumentRows()
    let root = build(
      plan.plan, needed: SlotSet([plan.target] + plan.relationships + plan.groups.map(\.inner)),
      argument: inner)
    let read = carried.union([expand.from]).union(expand.distinctFrom).union(plan.outer)
      .union(expand.isInto ? [expand.to] : [])
    return Repeat(
      build(input, needed: read, argument: argument), carried: carried.sorted(), expand: expand,
      plan: plan, needsList: needed.contains(expand.relationship), inner: root, argument: inner)
  }

  private func makeApply(
    _ input: Plan, _ apply: ApplyPlan, _ needed: SlotSet, _ argument: ArgumentRows,
    _ multiplicity: Multiplicity
  ) -> Operator {
    let inner = ArgumentRows()
    let read = apply.plan.readSlots.intersection(apply.outer)
    var plan = apply
    plan.outer = read.sorted()
    // Both sides of a product may give rows with weights.
    let multiplicity = plan.isProduct ? multiplicity : .each
    if plan.isProduct { plan.made = needed.intersection(SlotSet(apply.made)).sorted() }
    let root = build(
      apply.plan, needed: SlotSet(plan.made).union([apply.rowNumber]), argument: inner,
      multiplicity)
    let carried = needed.subtracting(SlotSet(apply.made))
    let outer = build(input, needed: carried.union(read), argument: argument, multiplicity)
    let isRowwise = optimizes && apply.plan.isRowwise && apply.returnsRows
    let result = Apply(
      root.isUpdating ? Eager(outer) : outer, carried: carried.sorted(), plan: plan, inner: root,
      argument: inner, isRowwise: isRowwise)
    return root.isUpdating ? Eager(result) : result
  }

  private func groupedRows(
    _ input: Plan, _ keys: [Slot], _ aggregates: [BoundProjection.Aggregate],
    _ argument: ArgumentRows
  ) -> Operator? {
    guard optimizes, keys.count == 1, input.isScan(of: keys[0]),
      aggregates.allSatisfy({ $0.function == nil })
    else { return nil }
    let rows = build(input, needed: SlotSet(keys), argument: argument, .weighted)
    return rows.distinctSlot == keys[0] ? GroupedRows(rows, aggregates) : nil
  }

  /// A sort, which computes properties itself that only rows with equal first keys are told apart
  /// by, where it has a limit.
  private func makeSort(
    _ input: Plan, _ keys: [BoundProjection.SortKey], limit: BoundExpression?,
    skip: BoundExpression?, _ needed: SlotSet, _ argument: ArgumentRows
  ) -> Operator {
    var read = needed.union(keys.map(\.slot))
    var source = input
    var late: [BoundProjection.Item] = []
    if optimizes, limit != nil, case .project(let below, let items) = input.operation,
      items.allSatisfy({ $0.entity != nil && $0.slot != keys.first?.slot })
    {
      source = below
      late = items.filter { read.contains($0.slot) }
      read = read.subtracting(late.map(\.slot)).union(late.flatMap(\.expression.slots))
    }
    return Sort(
      build(source, needed: read, argument: argument), keys, limit: limit, skip: skip, late: late)
  }

}

extension Plan {
  /// Whether its rows are those of a scan of the slot, with what is found from its nodes.
  fileprivate func isScan(of slot: Slot) -> Bool {
    switch operation {
    case .nodeScan(let input, slot, _, _): input.isArgument
    case .filter(let input, _), .expand(let input, _): input.isScan(of: slot)
    default: false
    }
  }
}
