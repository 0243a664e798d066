internal import GraphModel

extension Optimizer {
  /// `length(p)` of a path that a pattern names is told by its parts, and a part of variable length
  /// by how many relationships it has: neither the path is made nor the list of them, unless
  /// something else asks for it. So is that of a shortest path.
  mutating func countingLengths(_ plan: Plan) -> Plan {
    guard case .project(let input, let items) = plan.operation else { return plan }
    var inner = input
    var changed = items
    for (index, item) in items.enumerated() {
      guard let call = item.expression as? FunctionExpression, call.function.name == "length",
        let slot = (call.operands.first as? SlotExpression)?.slot
      else { continue }
      if let counting = counting({ $1 == slot }, in: inner) {
        inner = counting.plan
        changed[index].expression = SlotExpression(
          counting.slot, name: call.text, type: .integer, at: call.span)
        continue
      }
      guard case .project(var source, let made) = inner.operation,
        let path = made.first(where: { $0.slot == slot })?.expression as? PathExpression
      else { continue }
      let steps = path.steps.map { step in
        guard step.isList, let counting = counting({ of, _ in of == step.relationship }, in: source)
        else { return PathLengthExpression.Step.one(step) }
        source = counting.plan
        return .count(counting.slot)
      }
      inner.operation = .project(source, made)
      changed[index].expression = PathLengthExpression(call, of: path, steps)
    }
    return Plan(operation: .project(inner, changed), rows: plan.rows)
  }

  /// The plan with a slot for the number of relationships that it finds row by row, where it makes
  /// the list of them and perhaps the path that `isWanted`.
  private mutating func counting(
    _ isWanted: (Slot, _ path: Slot?) -> Bool, in plan: Plan
  ) -> (plan: Plan, slot: Slot)? {
    var result = plan
    switch plan.operation {
    case .variableExpand(let input, let expand, var length)
    where isWanted(expand.relationship, nil):
      let slot = slot(counting: &length)
      result.operation = .variableExpand(input, expand, length)
      return (result, slot)
    case .shortestPath(let input, let expand, var length, let path, let selector)
    where isWanted(expand.relationship, path):
      let slot = slot(counting: &length)
      result.operation = .shortestPath(input, expand, length, path: path, selector)
      return (result, slot)
    case .filter, .expand, .variableExpand, .shortestPath:
      guard let input = plan.inputs.first, let counting = counting(isWanted, in: input) else {
        return nil
      }
      result.operation = plan.operation.mapInputs { _ in counting.plan }
      return (result, counting.slot)
    default: return nil
    }
  }

  private mutating func slot(counting length: inout VariableLengthPlan) -> Slot {
    if let slot = length.count { return slot }
    length.count = slotCount
    slotCount += 1
    return slotCount - 1
  }
}
