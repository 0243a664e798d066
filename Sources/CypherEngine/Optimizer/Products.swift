internal import GraphModel

extension Optimizer {
  /// The most rows of a part that are kept for all of the others.
  private static let largestProduct = 65_536.0

  /// A part of a pattern that has nothing to do with what comes before it, and of which something
  /// is asked, is looked for once instead of anew for each row.
  mutating func findingOnce(_ plan: Plan) -> Plan {
    switch plan.operation {
    case .filter: break
    case .expand(let input, _):
      guard case .apply = input.operation else { return plan }
    default: return plan
    }
    guard let part = detached(plan), part.outer.rows > 1, part.inner.rows <= Self.largestProduct
    else { return plan }
    let apply = ApplyPlan(
      plan: part.inner, rowNumber: slotCount, isOptional: false, made: part.made, outer: [],
      returnsRows: true, isProduct: true)
    slotCount += 1
    return Plan(operation: .apply(part.outer, apply), rows: plan.rows)
  }

  /// The last steps of a plan that read nothing but what they make, and what they follow.
  private mutating func detached(_ plan: Plan) -> (outer: Plan, inner: Plan, made: [Slot])? {
    switch plan.operation {
    case .nodeScan(let outer, let slot, let name, let label) where !outer.isArgument:
      let argument = Plan(operation: .argument, rows: 1)
      let scan = Plan.Operation.nodeScan(argument, slot: slot, name: name, label: label)
      return (outer, Plan(operation: scan, rows: plan.rows / max(1, outer.rows)), [slot])
    case .apply(let outer, let apply) where apply.isProduct:
      return (outer, apply.plan, apply.made)
    case .filter(let input, let predicates):
      guard var part = detached(input), predicates.areOf(SlotSet(part.made)) else { return nil }
      let filter = Plan.Operation.filter(part.inner, predicates)
      part.inner = droppingImpliedLabels(
        Plan(operation: filter, rows: plan.rows / max(1, part.outer.rows)))
      return part
    case .expand(let input, let expand) where !expand.isInto:
      guard var part = detached(input),
        SlotSet([expand.from] + expand.distinctFrom).isSubset(of: SlotSet(part.made))
      else { return nil }
      part.inner = Plan(
        operation: .expand(part.inner, expand), rows: plan.rows / max(1, part.outer.rows))
      part.made += [expand.to, expand.relationship]
      return part
    default: return nil
    }
  }
}

extension [BoundExpression] {
  /// Whether they read nothing but these slots, and always say the same of them.
  fileprivate func areOf(_ slots: SlotSet) -> Bool {
    allSatisfy { $0.slots.isSubset(of: slots) && $0.isRepeatable }
  }
}
