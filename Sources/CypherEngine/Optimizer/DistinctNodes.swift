internal import GraphModel
internal import GraphStorage

extension Optimizer {
  /// Where a unique property tells nodes from each other, the number of its values is that of the
  /// nodes: `count(DISTINCT n.id)` reads no property.
  mutating func countingNodes(_ plan: Plan) -> Plan {
    guard case .aggregate(let input, let keys, var aggregates) = plan.operation else { return plan }
    for (index, aggregate) in aggregates.enumerated() {
      guard aggregate.isDistinct, aggregate.function?.name == "count",
        let property = aggregate.arguments.first as? PropertyExpression,
        let node = property.base as? SlotExpression,
        isUnique(property.keyName, ofNodeIn: node.slot, input)
      else { continue }
      aggregates[index].arguments = [node]
    }
    return Plan(operation: .aggregate(input, keys: keys, aggregates), rows: plan.rows)
  }

  private mutating func isUnique(
    _ keyName: String, ofNodeIn slot: Slot, _ plan: Plan
  ) -> Bool {
    guard let key = transaction.propertyKey(named: keyName) else { return false }
    for (index, name) in names.labels.enumerated() {
      // To look whether all nodes have the property must be worth it.
      guard let label = transaction.label(named: name),
        Double(transaction.nodeCount(label: label)) < 2_048 * plan.rows,
        transaction.indexes.contains(where: {
          ($0.kind == .unique || $0.kind == .key) && $0.entity == .node(label) && $0.keys == [key]
        }), isSure(index, of: slot, in: plan)
      else { continue }
      let assumption = Assumption.exactProperty(key, of: label)
      guard assumption.holds(in: transaction) else { continue }
      assumptions.insert(assumption)
      return true
    }
    return false
  }
}
