internal import CypherSyntax

extension Optimizer {
  /// What rows are grouped by need not be read where an earlier predicate tells it: after
  /// `WHERE s.country = $country`, `s.country` is the parameter.
  func knowingKeys(_ plan: Plan) -> Plan {
    guard case .aggregate(var input, let keys, let aggregates) = plan.operation,
      case .project(let source, var items) = input.operation
    else { return plan }
    for index in items.indices where keys.contains(items[index].slot) {
      guard let property = items[index].expression as? PropertyExpression,
        let constant = source.constant(equalTo: property)
      else { continue }
      items[index].expression = KnownPropertyExpression(property, equalTo: constant)
    }
    input.operation = .project(source, items)
    return Plan(operation: .aggregate(input, keys: keys, aggregates), rows: plan.rows)
  }
}

extension Plan {
  /// The constant that a property of a variable equals in all rows, by what they were filtered by.
  fileprivate func constant(equalTo property: PropertyExpression) -> BoundExpression? {
    switch operation {
    case .filter(let input, let predicates):
      let constants = predicates.lazy.compactMap { predicate -> BoundExpression? in
        guard let comparison = predicate as? ComparisonExpression,
          comparison.operators == [.equal], comparison.operands[1].isConstant,
          comparison.operands[0].isSame(as: property)
        else { return nil }
        return comparison.operands[1]
      }
      return constants.first ?? input.constant(equalTo: property)
    case .nodeScan(let input, _, _, _), .indexSeek(let input, _), .expand(let input, _),
      .variableExpand(let input, _, _), .project(let input, _):
      return input.constant(equalTo: property)
    case .apply(let input, let apply) where apply.isProduct:
      return input.constant(equalTo: property) ?? apply.plan.constant(equalTo: property)
    default: return nil
    }
  }
}
