internal import GraphModel
internal import GraphStorage

/// A plan: operations over rows, each drawing from its input. Values, shared by all runs; the
/// physical planner makes operators of them.
struct Plan: Sendable {
  indirect enum Operation: Sendable {
    /// The rows a correlated plan is given; at the root one empty row.
    case argument
    /// Every node, or every node with a label, for each row.
    case nodeScan(Plan, slot: Slot, name: String, label: Int?)
    case indexSeek(Plan, IndexSeekPlan)
    /// The nodes whose property equals a value of each row.
    case hashJoin(Plan, HashJoinPlan)
    /// Every relationship of a type with its ends, for each row: what a scan of all nodes and the
    /// expansion give together.
    case relationshipScan(Plan, ExpandPlan)
    /// The node with an id: `id(n) = …`.
    case nodeByID(Plan, slot: Slot, name: String, id: BoundExpression)
    case expand(Plan, ExpandPlan)
    case variableExpand(Plan, ExpandPlan, VariableLengthPlan)
    /// The ends of a relationship that is there already.
    case endpoints(Plan, ExpandPlan)
    case shortestPath(Plan, ExpandPlan, VariableLengthPlan, path: Slot?, PathSelector)
    /// Following a path over and over.
    case `repeat`(Plan, ExpandPlan, RepetitionPlan)
    /// Of the rows with equal ends those with the shortest paths.
    case select(Plan, SelectionPlan)
    case filter(Plan, [BoundExpression])
    case project(Plan, [BoundProjection.Item])
    case aggregate(Plan, keys: [Slot], [BoundProjection.Aggregate])
    case distinct(Plan, [Slot])
    case sort(Plan, [BoundProjection.SortKey], limit: BoundExpression?, skip: BoundExpression?)
    case skip(Plan, BoundExpression)
    case limit(Plan, BoundExpression)
    case unwind(Plan, slot: Slot, BoundExpression)
    /// Rows of the second for each row of the first; a row without any stands with nulls where
    /// optional.
    case apply(Plan, ApplyPlan)
    case union([UnionPart], columns: [Slot], isDistinct: Bool)
    case create(Plan, BoundCreate)
    case merge(Plan, MergePlan)
    case set(Plan, [BoundSet])
    case remove(Plan, [BoundRemove])
    case delete(Plan, [BoundExpression], isDetaching: Bool)
    case foreach(Plan, list: BoundExpression, slot: Slot, body: Plan)
    case call(Plan, BoundCall)
    case loadCSV(Plan, source: BoundExpression, slot: Slot, hasHeaders: Bool, terminator: String?)
    /// Runs the input to its end and gives no row.
    case empty(Plan)
  }
  var operation: Operation
  /// Rows that the planner expects.
  var rows: Double
  /// How many plans lie on the longest way down from it, itself included.
  let depth: Int

  init(operation: Operation, rows: Double) {
    self.operation = operation
    self.rows = rows
    var deepest = 0
    operation.forEachInput { deepest = max(deepest, $0.depth) }
    depth = 1 + deepest
  }
}

struct UnionPart: Sendable {
  var plan: Plan
  var columns: [Slot]
}

struct IndexSeekPlan: Sendable {
  enum Bound: Sendable {
    /// One value per key of the index.
    case equal([BoundExpression])
    /// Any element of a list.
    case any(BoundExpression)
    case range(
      lower: BoundExpression?, includesLower: Bool, upper: BoundExpression?, includesUpper: Bool)
    case prefix(BoundExpression)
    /// All, in the order of the index or against it, for a sort above that takes the first ones.
    case order(isDescending: Bool)
  }
  var slot: Slot
  var name: String
  var index: IndexDefinition
  /// Label and keys of the index as name indexes, for values that no index holds.
  var label: Int
  var keys: [Int]
  var bound: Bound
  var text: String
}

struct HashJoinPlan: Sendable {
  var slot: Slot
  /// Label and key as name indexes; no label: all nodes.
  var label: Int?
  var key: Int
  var value: BoundExpression
  var text: String
}

/// Following one relationship of a pattern from a node.
struct ExpandPlan: Sendable {
  var from: Slot
  var to: Slot
  var relationship: Slot
  var types: [Int]?
  var direction: BoundDirection
  /// The far node is bound: only relationships that lead to it count.
  var isInto: Bool
  /// The near node is bound; false only where a bound relationship gives both ends.
  var isFromBound: Bool
  /// Relationships (or lists of them) of the same clause, which must be others (openCypher:
  /// relationship uniqueness).
  var distinctFrom: [Slot]
  /// Some of those slots hold lists.
  var distinctFromLists: Bool
  var text: String
}

extension ExpandPlan {
  /// Whether a degree tells the number of its rows: of the relationships it must not use again each
  /// is a single one.
  var isCountable: Bool { !isInto && !distinctFromLists }

  /// Whether both are single steps from one node, of which only the one must not repeat the other.
  func isPair(with other: ExpandPlan) -> Bool {
    from == other.from && distinctFrom == [other.relationship] && other.distinctFrom.isEmpty
      && other.isCountable
  }
}

struct VariableLengthPlan: Sendable {
  var length: BoundLength
  var conditions: [(key: Int, keyName: String, value: BoundExpression)]
  var typeTest: LabelTest?
  /// What holds for every relationship, while it is in the slot.
  var predicates: [BoundExpression]
  var element: Slot?
  /// The list of relationships runs from the pattern's right end to its left.
  var isReversed: Bool
  /// The slot of the list's length, where that is asked for.
  var count: Slot?
}

extension VariableLengthPlan {
  init(
    _ relationship: BoundMatch.PatternRelationship, _ length: BoundLength, isReversed: Bool
  ) {
    self.init(
      length: length, conditions: relationship.conditions, typeTest: relationship.typeTest,
      predicates: relationship.predicates, element: relationship.element, isReversed: isReversed)
  }

  /// Slots that its conditions read.
  var slots: SlotSet {
    SlotSet(conditions.flatMap { $0.value.slots } + predicates.flatMap(\.slots))
      .subtracting([element].compactMap(\.self))
  }
}

/// A path that is followed over and over.
struct RepetitionPlan: Sendable {
  /// One repetition, from a bound node.
  var plan: Plan
  var length: BoundLength
  /// The slots in which one repetition starts and ends.
  var origin: Slot
  var target: Slot
  /// Its relationships, as written.
  var relationships: [Slot]
  /// Slots of one repetition, and of the lists of their values.
  var groups: [(inner: Slot, outer: Slot)]
  /// Repetitions are followed from the last to the first.
  var isReversed: Bool
  /// Outer slots that a repetition reads.
  var outer: [Slot]
}

struct SelectionPlan: Sendable {
  var path: PathExpression
  var selector: PathSelector
}

struct ApplyPlan: Sendable {
  var plan: Plan
  /// The slot in which rows of the inner plan carry the number of their outer row.
  var rowNumber: Slot
  var isOptional: Bool
  /// Slots that the inner plan makes: null where an optional row has none.
  var made: [Slot]
  /// Outer slots that the inner plan reads.
  var outer: [Slot]
  /// A unit subquery is run for its effects and leaves the outer row as it was.
  var returnsRows: Bool
  /// Each row of the inner plan stands with each outer row, and equal ones may come as one with a
  /// weight, for it is a part of a pattern that reads no outer row and changes nothing.
  var isProduct = false
}

struct MergePlan: Sendable {
  var match: Plan
  var rowNumber: Slot
  var create: BoundCreate
  var onCreate: [BoundSet]
  var onMatch: [BoundSet]
  var made: [Slot]
}

extension Plan.Operation {
  /// The same operation over other inputs.
  func mapInputs(_ change: (Plan) -> Plan) -> Plan.Operation {
    switch self {
    case .argument: return self
    case .nodeScan(let input, let slot, let name, let label):
      return .nodeScan(change(input), slot: slot, name: name, label: label)
    case .indexSeek(let input, let seek): return .indexSeek(change(input), seek)
    case .hashJoin(let input, let join): return .hashJoin(change(input), join)
    case .relationshipScan(let input, let expand):
      return .relationshipScan(change(input), expand)
    case .nodeByID(let input, let slot, let name, let id):
      return .nodeByID(change(input), slot: slot, name: name, id: id)
    case .expand(let input, let expand): return .expand(change(input), expand)
    case .variableExpand(let input, let expand, let length):
      return .variableExpand(change(input), expand, length)
    case .endpoints(let input, let expand): return .endpoints(change(input), expand)
    case .shortestPath(let input, let expand, let length, let path, let selector):
      return .shortestPath(change(input), expand, length, path: path, selector)
    case .repeat(let input, let expand, var repetition):
      repetition.plan = change(repetition.plan)
      return .repeat(change(input), expand, repetition)
    case .select(let input, let selection): return .select(change(input), selection)
    case .filter(let input, let predicates): return .filter(change(input), predicates)
    case .project(let input, let items): return .project(change(input), items)
    case .aggregate(let input, let keys, let aggregates):
      return .aggregate(change(input), keys: keys, aggregates)
    case .distinct(let input, let slots): return .distinct(change(input), slots)
    case .sort(let input, let keys, let limit, let skip):
      return .sort(change(input), keys, limit: limit, skip: skip)
    case .skip(let input, let count): return .skip(change(input), count)
    case .limit(let input, let count): return .limit(change(input), count)
    case .unwind(let input, let slot, let list): return .unwind(change(input), slot: slot, list)
    case .apply(let input, var apply):
      apply.plan = change(apply.plan)
      return .apply(change(input), apply)
    case .union(let parts, let columns, let isDistinct):
      return .union(
        parts.map { UnionPart(plan: change($0.plan), columns: $0.columns) }, columns: columns,
        isDistinct: isDistinct)
    case .create(let input, let create): return .create(change(input), create)
    case .merge(let input, var merge):
      merge.match = change(merge.match)
      return .merge(change(input), merge)
    case .set(let input, let items): return .set(change(input), items)
    case .remove(let input, let items): return .remove(change(input), items)
    case .delete(let input, let expressions, let isDetaching):
      return .delete(change(input), expressions, isDetaching: isDetaching)
    case .foreach(let input, let list, let slot, let body):
      return .foreach(change(input), list: list, slot: slot, body: change(body))
    case .call(let input, let call): return .call(change(input), call)
    case .loadCSV(let input, let source, let slot, let hasHeaders, let terminator):
      return .loadCSV(
        change(input), source: source, slot: slot, hasHeaders: hasHeaders, terminator: terminator)
    case .empty(let input): return .empty(change(input))
    }
  }
}

extension Plan.Operation {
  /// Calls `body` with the plans that rows are drawn from, outermost first.
  fileprivate func forEachInput(_ body: (Plan) -> Void) {
    switch self {
    case .argument: break
    case .nodeScan(let input, _, _, _), .indexSeek(let input, _), .nodeByID(let input, _, _, _),
      .hashJoin(let input, _), .relationshipScan(let input, _),
      .expand(let input, _), .variableExpand(let input, _, _), .endpoints(let input, _),
      .shortestPath(let input, _, _, _, _), .filter(let input, _), .project(let input, _),
      .aggregate(let input, _, _), .distinct(let input, _), .sort(let input, _, _, _),
      .skip(let input, _), .limit(let input, _), .unwind(let input, _, _), .create(let input, _),
      .set(let input, _), .remove(let input, _), .delete(let input, _, _), .call(let input, _),
      .loadCSV(let input, _, _, _, _), .empty(let input), .select(let input, _):
      body(input)
    case .apply(let input, let apply):
      body(input)
      body(apply.plan)
    case .repeat(let input, _, let repetition):
      body(input)
      body(repetition.plan)
    case .merge(let input, let merge):
      body(input)
      body(merge.match)
    case .foreach(let input, _, _, let inner):
      body(input)
      body(inner)
    case .union(let parts, _, _): for part in parts { body(part.plan) }
    }
  }
}

extension Plan {
  /// Plans that rows are drawn from, outermost first.
  var inputs: [Plan] {
    var inputs: [Plan] = []
    operation.forEachInput { inputs.append($0) }
    return inputs
  }

  /// The most rows expected of it or a plan below it.
  var largestRows: Double {
    var largest = rows
    operation.forEachInput { largest = max(largest, $0.largestRows) }
    return largest
  }

  var isArgument: Bool {
    if case .argument = operation { return true }
    return false
  }

  /// Whether rows come out in the order of the rows they stem from, each by itself: such a plan can
  /// be run on a batch of outer rows at once.
  var isRowwise: Bool {
    switch operation {
    case .aggregate, .distinct, .sort, .skip, .limit, .union, .create, .merge, .set, .remove,
      .delete, .foreach, .empty, .call, .loadCSV, .select:
      false
    default: inputs.allSatisfy(\.isRowwise)
    }
  }
}
