internal import GraphModel
internal import GraphStorage

/// What a plan takes for granted of the graph: that by the exact counts all relationships of a type
/// have a label at one end. It is looked at anew for each state of the graph.
struct LabelAssumption: Sendable, Hashable {
  var label: LabelID
  var type: RelationshipTypeID
  /// The label's end: where relationships come from (`.outgoing`) or go to (`.incoming`).
  var end: Direction

  func holds(in transaction: GraphTransaction) -> Bool {
    transaction.relationshipCount(label: label, type: type, direction: end)
      == transaction.relationshipCount(type: type)
  }
}

/// Rule: a label that the far end of every relationship followed has needs no test.
struct ImpliedLabels {
  let transaction: GraphTransaction
  let names: NameTable
  private(set) var assumptions: Set<LabelAssumption> = []

  init(_ transaction: GraphTransaction, _ names: NameTable) {
    self.transaction = transaction
    self.names = names
  }

  mutating func apply(to plan: Plan) -> Plan {
    var result = plan
    result.operation = plan.operation.mapInputs { apply(to: $0) }
    guard case .filter(let input, let predicates) = result.operation,
      case .expand(_, let expand) = input.operation, !expand.isInto
    else { return result }
    let left = predicates.filter { !isImplied($0, by: expand) }
    if left.count == predicates.count { return result }
    if left.isEmpty { return input }
    result.operation = .filter(input, left)
    return result
  }

  private mutating func isImplied(_ predicate: BoundExpression, by expand: ExpandPlan) -> Bool {
    guard let test = predicate as? HasLabelsExpression, case .name(let index) = test.labels,
      (test.base as? SlotExpression)?.slot == expand.to,
      let label = transaction.label(named: names.labels[index]), let types = expand.types
    else { return false }
    let ends: [Direction] =
      switch expand.direction {
      case .outgoing: [.incoming]
      case .incoming: [.outgoing]
      case .either: [.incoming, .outgoing]
      }
    var needed: [LabelAssumption] = []
    for type in types {
      guard let type = transaction.relationshipType(named: names.types[type]) else { continue }
      for end in ends { needed.append(LabelAssumption(label: label, type: type, end: end)) }
    }
    guard !needed.isEmpty, needed.allSatisfy({ $0.holds(in: transaction) }) else { return false }
    assumptions.formUnion(needed)
    return true
  }
}
