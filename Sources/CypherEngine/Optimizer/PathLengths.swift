internal import GraphModel

extension Optimizer {
  /// `length(p)` of a path that a pattern names is told by its parts, and a part of variable length
  /// by how many relationships it has: neither the path is made nor the list of them, unless
  /// something else asks for it.
  mutating func countingLengths(_ plan: Plan) -> Plan {
    guard case .project(let input, let items) = plan.operation,
      case .project(var source, let made) = input.operation
    else { return plan }
    var changed = items
    for (index, item) in items.enumerated() {
      guard let call = item.expression as? FunctionExpression, call.function.name == "length",
        let slot = (call.operands.first as? SlotExpression)?.slot,
        let path = made.first(where: { $0.slot == slot })?.expression as? PathExpression
      else { continue }
      let steps = path.steps.map { step in
        guard step.isList, let counting = counting(step.relationship, in: source) else {
          return PathLengthExpression.Step.one(step)
        }
        source = counting.plan
        return .count(counting.slot)
      }
      changed[index].expression = PathLengthExpression(call, of: path, steps)
    }
    var inner = input
    inner.operation = .project(source, made)
    return Plan(operation: .project(inner, changed), rows: plan.rows)
  }

  /// The plan with a slot for the number of relationships in the list `relationships`, where it
  /// makes that list row by row.
  private mutating func counting(
    _ relationships: Slot, in plan: Plan
  ) -> (plan: Plan, slot: Slot)? {
    var result = plan
    switch plan.operation {
    case .variableExpand(let input, let expand, var length)
    where expand.relationship == relationships:
      let slot = length.count ?? slotCount
      if length.count == nil { slotCount += 1 }
      length.count = slot
      result.operation = .variableExpand(input, expand, length)
      return (result, slot)
    case .filter, .expand, .variableExpand:
      guard let input = plan.inputs.first, let counting = counting(relationships, in: input) else {
        return nil
      }
      result.operation = plan.operation.mapInputs { _ in counting.plan }
      return (result, counting.slot)
    default: return nil
    }
  }
}
