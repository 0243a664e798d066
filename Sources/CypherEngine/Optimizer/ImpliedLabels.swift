internal import GraphModel
internal import GraphStorage

extension Optimizer {
  /// A label that the far end of every relationship followed has needs no test.
  mutating func droppingImpliedLabels(_ plan: Plan) -> Plan {
    guard case .filter(let input, let predicates) = plan.operation,
      case .expand(_, let expand) = input.operation, !expand.isInto
    else { return plan }
    let left = predicates.filter { !isImplied($0, by: expand) }
    if left.count == predicates.count { return plan }
    if left.isEmpty { return input }
    return Plan(operation: .filter(input, left), rows: plan.rows)
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
    var needed: [Assumption] = []
    for type in types {
      guard let type = transaction.relationshipType(named: names.types[type]) else { continue }
      for end in ends { needed.append(.end(end, label, of: type)) }
    }
    guard !needed.isEmpty, needed.allSatisfy({ $0.holds(in: transaction) }) else { return false }
    assumptions.formUnion(needed)
    return true
  }
}
