internal import GraphModel
internal import GraphStorage

/// Bound statements to plans: clause after clause, each drawing from the one before.
struct Planner {
  let statistics: GraphTransaction
  /// Those of the statement, and of types that the plan finds out.
  var names: NameTable
  let seekableIndexes: SeekableIndexes
  /// The ids of those of the statement.
  private let labelIDs: [LabelID?]
  private let typeIDs: [RelationshipTypeID?]
  var slotCount: Int
  /// Whether patterns are entered and followed where that costs least; else as they are written.
  let optimizes: Bool
  /// Whether to look for properties that no node of a label lacks: that costs a look at each block
  /// of nodes for each state of the graph, and pays for statements over many rows.
  var assumesProperties = false
  /// Whether the plan may depend on what the graph's exact counts say.
  var assumesCounts = false
  var assumptions: Set<Assumption> = []
  /// As many rows as there are blocks of nodes, unless they are very few or many.
  var rowsWorthAssumptions: Double { min(max(Double(statistics.nodeIDCount / 64), 256), 10_000) }
  /// Labels that patterns ask for.
  var labelsOfNodes: [(slot: Slot, label: Int)] = []
  /// The depth of the deepest subquery expression, with those inside it.
  private var subqueryDepth = 0
  /// The statement takes more steps one upon the other than a stack has room for.
  var isTooDeep = false
  static let depthLimit = 1_200
  /// A pattern was left with relationships or predicates that no step of the plan has.
  var isIncomplete = false

  init(statistics: GraphTransaction, names: NameTable, slotCount: Int, optimizes: Bool) {
    self.statistics = statistics
    self.names = names
    seekableIndexes = SeekableIndexes(statistics, keys: names.keys)
    labelIDs = names.labels.map { statistics.label(named: $0) }
    typeIDs = names.types.map { statistics.relationshipType(named: $0) }
    self.slotCount = slotCount
    self.optimizes = optimizes
  }

  /// The label of a name, nil where the graph does not know it.
  func label(_ index: Int) -> LabelID? {
    index < labelIDs.count ? labelIDs[index] : statistics.label(named: names.labels[index])
  }
  func type(_ index: Int) -> RelationshipTypeID? {
    index < typeIDs.count
      ? typeIDs[index] : statistics.relationshipType(named: names.types[index])
  }

  mutating func newSlot() -> Slot {
    defer { slotCount += 1 }
    return slotCount
  }

  /// - Parameter bound: slots that the rows of `.argument` carry.
  mutating func plan(_ query: BoundQuery, bound: SlotSet = []) -> Plan {
    var parts: [UnionPart] = []
    for part in query.parts {
      var available = bound
      var plan = Plan(operation: .argument, rows: 1)
      var certain = CertainVariables()
      let clauses = optimizes ? mergingMatches(part.clauses) : part.clauses
      for (index, clause) in clauses.enumerated() where hasRoom(above: plan) {
        var clause = clause
        if optimizes, case .projection(let projection) = clause {
          clause = .projection(countingRows(projection, where: certain))
        }
        if case .match(let match) = clause, !match.isOptional {
          for node in match.nodes { certain.add(node.slot, node.labels) }
          for relationship in match.relationships { certain.add(relationship.slot, []) }
        }
        var uncounted: SlotSet?
        if optimizes, index + 1 < clauses.count,
          case .projection(let next) = clauses[index + 1],
          next.isAggregating
        {
          uncounted = countingRows(next, where: certain).readSlots
        }
        self.plan(clause, after: &plan, &available, uncounted, certain)
      }
      // The columns of a UNION are matched by name.
      let columns = query.columns.compactMap { column in
        part.columns.first { $0.name == column.name }?.slot
      }
      parts.append(UnionPart(plan: plan, columns: columns))
    }
    if parts.count == 1 { return parts[0].plan }
    return Plan(
      operation: .union(
        parts, columns: query.columns.map(\.slot), isDistinct: query.isDistinct),
      rows: parts.reduce(0) { $0 + $1.plan.rows })
  }

  private mutating func plan(
    _ clause: BoundClause, after plan: inout Plan, _ available: inout SlotSet,
    _ uncounted: SlotSet? = nil, _ certain: CertainVariables = CertainVariables()
  ) {
    let rows = plan.rows
    switch clause {
    case .match(let match):
      if match.isOptional {
        var inner = available
        let optional = planMatch(match, after: Plan(operation: .argument, rows: 1), &inner)
        let apply = ApplyPlan(
          plan: optional, rowNumber: newSlot(), isOptional: true,
          made: inner.subtracting(available).sorted(), outer: available.sorted(),
          returnsRows: true)
        plan = Plan(operation: .apply(plan, apply), rows: rows * max(1, optional.rows))
        available = inner
      } else {
        plan = planMatch(match, after: plan, &available, uncounted: uncounted)
      }
    case .unwind(let list, let slot):
      prepare(list)
      plan = Plan(operation: .unwind(plan, slot: slot, list), rows: rows * 10)
      available.insert(slot)
    case .projection(let projection):
      self.plan(projection, after: &plan, where: certain)
      available = SlotSet(projection.columns.map(\.slot))
    case .create(var create):
      prepare(create)
      let asked = create.takeSubqueries(newSlot: { newSlot() })
      if !asked.isEmpty { plan = Plan(operation: .project(plan, asked), rows: rows) }
      plan = Plan(operation: .create(plan, create), rows: rows)
      available.formUnion(create.madeSlots)
    case .merge(let merge):
      var inner = available
      let match = planMatch(merge.match, after: Plan(operation: .argument, rows: 1), &inner)
      prepare(merge.create)
      prepare(merge.onCreate + merge.onMatch)
      let made = inner.union(merge.create.madeSlots).subtracting(available)
      plan = Plan(
        operation: .merge(
          plan,
          MergePlan(
            match: match, rowNumber: newSlot(), create: merge.create, onCreate: merge.onCreate,
            onMatch: merge.onMatch, made: made.sorted())), rows: rows * max(1, match.rows))
      available.formUnion(made)
    case .set(let items):
      prepare(items)
      plan = Plan(operation: .set(plan, items), rows: rows)
    case .remove(let items): plan = Plan(operation: .remove(plan, items), rows: rows)
    case .delete(let expressions, let isDetaching):
      expressions.forEach { prepare($0) }
      plan = Plan(operation: .delete(plan, expressions, isDetaching: isDetaching), rows: rows)
    case .call(let call):
      (call.arguments + call.predicates).forEach { prepare($0) }
      plan = Plan(operation: .call(plan, call), rows: rows * 10)
      if !call.predicates.isEmpty { plan = filter(plan, call.predicates) }
      available.formUnion(call.outputs.map(\.slot))
    case .subquery(let query, let outer, let returnsRows, let isOptional):
      let inner = self.plan(query, bound: SlotSet(outer))
      let made = query.columns.map(\.slot)
      let apply = ApplyPlan(
        plan: inner, rowNumber: newSlot(), isOptional: isOptional, made: made, outer: outer,
        returnsRows: returnsRows)
      plan = Plan(operation: .apply(plan, apply), rows: rows * max(1, inner.rows))
      available.formUnion(made)
    case .foreach(let list, let slot, let clauses):
      prepare(list)
      var body = Plan(operation: .argument, rows: 1)
      var inner = available.union([slot])
      for clause in clauses { self.plan(clause, after: &body, &inner) }
      plan = Plan(operation: .foreach(plan, list: list, slot: slot, body: body), rows: rows)
    case .loadCSV(let source, let slot, let hasHeaders, let terminator):
      prepare(source)
      plan = Plan(
        operation: .loadCSV(
          plan, source: source, slot: slot, hasHeaders: hasHeaders, terminator: terminator),
        rows: rows * 1_000)
      available.insert(slot)
    }
  }

  private mutating func plan(
    _ projection: BoundProjection, after plan: inout Plan, where certain: CertainVariables
  ) {
    (projection.items + projection.finalItems + projection.sortItems)
      .forEach { prepare($0.expression) }
    var computed = projection.items.filter { !$0.isPassedThrough }
    if projection.isAggregating {
      projection.aggregates.flatMap(\.arguments).forEach { prepare($0) }
      let (entities, determined) = determinedItems(of: projection, where: certain)
      let keys =
        projection.items.map(\.slot).filter { slot in
          !determined.contains { $0.slot == slot } && !entities.contains(slot)
        } + entities
      computed.removeAll { item in determined.contains { $0.slot == item.slot } }
      project(computed, &plan)
      plan = Plan(
        operation: .aggregate(plan, keys: keys, projection.aggregates),
        rows: groupCount(of: plan.rows, by: keys))
      computed = determined
    }
    // What the first rows alone are asked for waits until they are known.
    let late = lateItems(among: computed, of: projection)
    project(computed.filter { item in !late.contains { $0.slot == item.slot } }, &plan)
    if projection.isAggregating { project(projection.finalItems, &plan) }
    if projection.isDistinct {
      plan = Plan(
        operation: .distinct(plan, projection.columns.map(\.slot)), rows: plan.rows)
    }
    if !projection.sortItems.isEmpty {
      plan = Plan(operation: .project(plan, projection.sortItems), rows: plan.rows)
    }
    if !projection.order.isEmpty {
      plan = Plan(
        operation: .sort(
          plan, projection.order, limit: projection.limit, skip: projection.skip),
        rows: plan.rows)
    }
    if let skip = projection.skip {
      plan = Plan(operation: .skip(plan, skip), rows: plan.rows)
    }
    if let limit = projection.limit {
      var rows = plan.rows
      if case .integer(let count)? = (limit as? LiteralExpression)?.value {
        rows = min(rows, Double(count))
      }
      plan = Plan(operation: .limit(plan, limit), rows: rows)
    }
    project(late, &plan)
    if !projection.predicates.isEmpty { plan = filter(plan, projection.predicates) }
  }

  /// Groups of nodes are as many as there are such nodes, where there are rows enough.
  private func groupCount(of rows: Double, by keys: [Slot]) -> Double {
    if keys.isEmpty { return 1 }
    guard keys.count == 1, labelsOfNodes.contains(where: { $0.slot == keys[0] }) else {
      return rows.squareRoot().rounded(.up)
    }
    return min(rows, Double(nodeCount(of: keys[0])))
  }

  private func project(_ items: [BoundProjection.Item], _ plan: inout Plan) {
    if !items.isEmpty { plan = Plan(operation: .project(plan, items), rows: plan.rows) }
  }

  /// Whether more may be put upon a plan; notes where not.
  mutating func hasRoom(above plan: Plan) -> Bool {
    if plan.depth + subqueryDepth > Self.depthLimit { isTooDeep = true }
    return !isTooDeep
  }

  /// - Parameter step: the expansion that `plan` ends with, if it does.
  mutating func filter(
    _ plan: Plan, _ predicates: [BoundExpression], after step: ExpandPlan? = nil
  ) -> Plan {
    predicates.forEach { prepare($0) }
    return Plan(
      operation: .filter(plan, predicates),
      rows: predicates.reduce(plan.rows) { $0 * selectivity(of: $1, after: step) })
  }

  /// Plans the subqueries inside an expression.
  mutating func prepare(_ expression: BoundExpression) {
    guard expression.hasSubquery else { return }
    if let subquery = expression as? SubqueryExpression, subquery.plan == nil {
      let imported = subquery.imports.map(\.slot)
      let outerDepth = subqueryDepth
      subqueryDepth = 0
      let inner = plan(subquery.query, bound: SlotSet(subquery.outerSlots + imported))
      subqueryDepth = max(outerDepth, inner.depth + subqueryDepth)
      subquery.plan = inner
      subquery.rowNumber = newSlot()
    }
    for child in expression.children { prepare(child) }
  }

  private mutating func prepare(_ create: BoundCreate) {
    for case let properties? in create.elements.map(\.properties) { prepare(properties) }
  }

  private mutating func prepare(_ items: [BoundSet]) {
    for item in items {
      switch item {
      case .property(let base, _, _, let value), .properties(let base, let value, _):
        prepare(base)
        prepare(value)
      case .dynamicProperty(let base, let key, let value):
        [base, key, value].forEach { prepare($0) }
      case .labels(let base, _): prepare(base)
      }
    }
  }
}

extension BoundProjection.Item {
  /// The item is a variable under its own slot: nothing is to be computed.
  var isPassedThrough: Bool { (expression as? SlotExpression)?.slot == slot }

  /// The node or relationship of which the item is a property.
  var entity: Slot? {
    guard let property = expression as? PropertyExpression,
      let variable = property.base as? SlotExpression, !variable.type.isEmpty,
      TypeSet.entity.isSuperset(of: variable.type), variable.slot != slot
    else { return nil }
    return variable.slot
  }
}

extension BoundCreate {
  var madeSlots: [Slot] { elements.map(\.slot) + paths.map(\.slot) }

  /// Slots of nodes that are joined to, and of property values.
  var readSlots: SlotSet {
    var result = SlotSet(elements.flatMap { $0.properties?.slots ?? [] })
    for case .relationship(let relationship) in elements {
      result.formUnion([relationship.from, relationship.to])
    }
    for path in paths { result.formUnion(path.path.slots) }
    return result.subtracting(elements.map(\.slot))
  }

  /// Takes out the properties that ask the graph: they are computed for all rows before the first
  /// row creates something.
  fileprivate mutating func takeSubqueries(newSlot: () -> Slot) -> [BoundProjection.Item] {
    var items: [BoundProjection.Item] = []
    let made = SlotSet(elements.map(\.slot))
    for index in elements.indices {
      guard let properties = elements[index].properties, properties.hasSubquery,
        properties.slots.isDisjoint(with: made)
      else { continue }
      let slot = newSlot()
      items.append(BoundProjection.Item(slot: slot, expression: properties))
      elements[index].properties = SlotExpression(
        slot, name: "", type: .any, at: properties.span)
    }
    return items
  }

  /// Whether values depend on what the same clause creates.
  var readsItself: Bool {
    let made = SlotSet(elements.map(\.slot))
    return elements.contains { !($0.properties?.slots ?? []).isDisjoint(with: made) }
  }
}

extension BoundCreate.Element {
  var slot: Slot {
    switch self {
    case .node(let node): node.slot
    case .relationship(let relationship): relationship.slot
    }
  }

  var properties: BoundExpression? {
    get {
      switch self {
      case .node(let node): node.properties
      case .relationship(let relationship): relationship.properties
      }
    }
    set {
      switch self {
      case .node(var node):
        node.properties = newValue
        self = .node(node)
      case .relationship(var relationship):
        relationship.properties = newValue
        self = .relationship(relationship)
      }
    }
  }
}
