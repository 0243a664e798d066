internal import GraphModel
internal import GraphStorage

extension Optimizer {
  /// A label that the far end of every relationship followed has needs no test.
  mutating func droppingImpliedLabels(_ plan: Plan) -> Plan {
    guard case .filter(let input, let predicates) = plan.operation else { return plan }
    let end: Slot
    switch input.operation {
    case .expand(_, let expand) where !expand.isInto: end = expand.to
    case .variableExpand(_, let expand, _) where !expand.isInto: end = expand.to
    default: return plan
    }
    let left = predicates.filter { predicate in
      guard let label = predicate.labelName(of: end) else { return true }
      return !isSure(label, of: end, in: input)
    }
    if left.count == predicates.count { return plan }
    if left.isEmpty { return input }
    return Plan(operation: .filter(input, left), rows: plan.rows)
  }

  /// Whether the node in a slot, which is not null, always has a label; the rows' plan then takes
  /// for granted what this stands on.
  mutating func isSure(_ label: Int, of slot: Slot, in plan: Plan) -> Bool {
    switch plan.operation {
    case .nodeScan(_, slot, _, let scanned): return scanned == label
    case .indexSeek(_, let seek) where seek.slot == slot: return seek.label == label
    case .filter(let input, let predicates):
      return predicates.contains { $0.labelName(of: slot) == label }
        || isSure(label, of: slot, in: input)
    case .expand(_, let expand) where expand.to == slot && !expand.isInto:
      return isImplied(label, by: expand)
    case .variableExpand(let input, let expand, let length)
    where expand.to == slot && !expand.isInto:
      return (length.length.lower > 0 || isSure(label, of: expand.from, in: input))
        && isImplied(label, by: expand)
    case .nodeScan(let input, _, _, _), .indexSeek(let input, _), .expand(let input, _),
      .variableExpand(let input, _, _):
      return isSure(label, of: slot, in: input)
    case .apply(let input, let apply) where apply.isProduct:
      return isSure(label, of: slot, in: input) || isSure(label, of: slot, in: apply.plan)
    default: return false
    }
  }

  private mutating func isImplied(_ label: Int, by expand: ExpandPlan) -> Bool {
    guard let label = transaction.label(named: names.labels[label]), let types = expand.types
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
