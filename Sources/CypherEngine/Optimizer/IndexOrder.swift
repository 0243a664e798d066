internal import GraphModel
internal import GraphStorage

extension Optimizer {
  /// Rows for each one wanted, below which a scan and a sort take no longer.
  private static let rowsForEachOne = 8.0

  /// The first rows in the order of a property that an index has: its nodes come in the order of
  /// the index, and no more of them than are needed.
  mutating func scanningInOrder(_ plan: Plan) -> Plan {
    guard case .sort(let input, let keys, let limit?, let skip) = plan.operation,
      let key = keys.first, let scan = OrderedScan(input),
      let property = scan.items.first(where: { $0.slot == key.slot })?.expression
        as? PropertyExpression, (property.base as? SlotExpression)?.slot == scan.slot,
      let label = transaction.label(named: names.labels[scan.label]),
      let propertyKey = transaction.propertyKey(named: property.keyName),
      let index = transaction.indexes.first(where: {
        $0.isSeekable && $0.entity == .node(label) && $0.keys == [propertyKey]
      }), input.rows >= Self.rowsForEachOne * (limit.expectedCount + (skip?.expectedCount ?? 0))
    else { return plan }
    // Nulls come last, and are not in the index.
    let needed: [Assumption] =
      [.orderedProperty(propertyKey, of: label)]
      + (key.isDescending ? [.property(propertyKey, of: label)] : [])
    guard needed.allSatisfy({ $0.holds(in: transaction) }) else { return plan }
    assumptions.formUnion(needed)
    let seek = IndexSeekPlan(
      slot: scan.slot, name: scan.name, index: index, label: scan.label, keys: [property.key],
      bound: .order(isDescending: key.isDescending),
      text: "\(scan.name):\(names.labels[scan.label]) ORDER BY \(property.text)")
    var result = plan
    result.operation = .sort(input.scanning(seek), keys, limit: limit, skip: skip)
    return result
  }
}

/// A scan of a label, and what is made of its nodes in their order and without errors.
private struct OrderedScan {
  private(set) var slot = 0
  private(set) var name = ""
  private(set) var label = 0
  private(set) var items: [BoundProjection.Item] = []

  /// Nil for another plan.
  init?(_ plan: Plan) {
    var expressions: [BoundExpression] = []
    var entities: SlotSet = []
    var plan = plan
    while true {
      switch plan.operation {
      case .project(let input, let made):
        items += made
        expressions += made.map(\.expression)
        plan = input
      case .filter(let input, let predicates):
        guard predicates.allSatisfy({ $0.type == .boolean }) else { return nil }
        expressions += predicates
        plan = input
      case .expand(let input, let expand):
        entities.formUnion([expand.to, expand.relationship])
        plan = input
      case .nodeScan(let input, let slot, let name, let label?) where input.isArgument:
        (self.slot, self.name, self.label) = (slot, name, label)
        entities.insert(slot)
        guard expressions.allSatisfy({ $0.neverThrows(of: entities) }) else { return nil }
        return
      default: return nil
      }
    }
  }
}

extension Plan {
  /// The same with nodes from an index instead of the scan at its bottom.
  fileprivate func scanning(_ seek: IndexSeekPlan) -> Plan {
    if case .nodeScan(let input, _, _, _) = operation {
      return Plan(operation: .indexSeek(input, seek), rows: rows)
    }
    return Plan(operation: operation.mapInputs { $0.scanning(seek) }, rows: rows)
  }
}

extension BoundExpression {
  /// How many rows LIMIT or SKIP is expected to mean.
  fileprivate var expectedCount: Double {
    if case .integer(let count)? = (self as? LiteralExpression)?.value { return Double(count) }
    return 100
  }
}
