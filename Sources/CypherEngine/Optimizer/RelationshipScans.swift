internal import GraphModel
internal import GraphStorage

extension Optimizer {
  /// Where all relationships of a type are followed from a scan, and a property of theirs is
  /// compared with a constant, the relationships are scanned themselves.
  mutating func scanningRelationships(_ plan: Plan) -> Plan {
    guard case .filter(let input, let predicates) = plan.operation,
      case .expand(let scan, let expand) = input.operation,
      case .nodeScan(let argument, expand.from, _, let label) = scan.operation,
      !expand.isInto, expand.from != expand.to, expand.direction != .either,
      expand.distinctFrom.isEmpty, let types = expand.types, types.count == 1,
      predicates.contains(where: { ScanTest($0)?.slot == expand.relationship }),
      isImplied(label, types[0], expand.direction.storage)
    else { return plan }
    let scanned = Plan(operation: .relationshipScan(argument, expand), rows: input.rows)
    return Plan(operation: .filter(scanned, predicates), rows: plan.rows)
  }

  /// Whether the nodes scanned are all that have relationships of the type.
  private mutating func isImplied(_ label: Int?, _ type: Int, _ end: Direction) -> Bool {
    guard let label else { return true }
    guard let label = transaction.label(named: names.labels[label]),
      let type = transaction.relationshipType(named: names.types[type])
    else { return false }
    let assumption = Assumption.end(end, label, of: type)
    guard assumption.holds(in: transaction) else { return false }
    assumptions.insert(assumption)
    return true
  }
}
