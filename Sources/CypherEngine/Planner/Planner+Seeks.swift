internal import CypherSyntax
internal import GraphModel
internal import GraphStorage

/// What finds a node of a pattern by a value: its id, an index, or a hash join with earlier rows.
extension Planner {
  /// The predicates that a scan of the label makes true.
  func labelTests(
    of node: BoundMatch.PatternNode, _ label: Int, _ state: State
  ) -> [BoundExpression] {
    state.predicates.filter {
      guard let test = $0 as? HasLabelsExpression, case .name(label) = test.labels,
        (test.base as? SlotExpression)?.slot == node.slot
      else { return false }
      return true
    }
  }

  func idLookup(
    of node: BoundMatch.PatternNode, _ state: State
  ) -> (BoundExpression, BoundExpression)? {
    for predicate in state.predicates {
      for (left, right) in predicate.equalities {
        if let call = left as? FunctionExpression, call.function.name == "id",
          (call.operands.first as? SlotExpression)?.slot == node.slot,
          right.slots.isSubset(of: state.bound)
        {
          return (right, predicate)
        }
      }
    }
    return nil
  }

  /// For a property of the node that equals a value of the rows before it.
  func hashJoin(
    of node: BoundMatch.PatternNode, _ label: Int?, _ state: State
  ) -> (HashJoinPlan, BoundExpression)? {
    for predicate in state.predicates {
      for (left, right) in predicate.equalities {
        guard let property = left as? PropertyExpression,
          (property.base as? SlotExpression)?.slot == node.slot, !right.slots.isEmpty,
          right.slots.isSubset(of: state.bound), !right.hasRandomness
        else { continue }
        let name = label.map { node.name + ":" + names.labels[$0] } ?? node.name
        let plan = HashJoinPlan(
          slot: node.slot, label: label, key: property.key, value: right,
          text: "\(name), \(predicate.text)")
        return (plan, predicate)
      }
    }
    return nil
  }

  /// The index seek with the fewest expected rows, and the predicates it makes true.
  func indexSeek(
    of node: BoundMatch.PatternNode, _ state: State
  ) -> (IndexSeekPlan, Double, [BoundExpression])? {
    var best: (IndexSeekPlan, Double, [BoundExpression])?
    for index in statistics.indexes where index.isSeekable {
      guard case .node(let id) = index.entity,
        let label = node.labels.first(where: { self.label($0) == id })
      else { continue }
      let keyNames = index.keys.map { statistics.name(of: $0) }
      guard
        let (bound, used, text) = seekBound(keyNames, of: node.slot, state)
      else { continue }
      let entries = Double(statistics.nodeCount(label: id))
      let estimate: Double =
        switch bound {
        case .equal: statistics.estimate(index)
        case .any(let list):
          statistics.estimate(index) * Double((list as? ListExpression)?.operands.count ?? 10)
        case .prefix: max(1, entries * 0.05)
        case .range: max(1, entries * 0.3)
        case .order: entries
        }
      let keys = keyNames.compactMap { names.keys.firstIndex(of: $0) }
      if estimate < best?.1 ?? .infinity, keys.count == keyNames.count {
        best = (
          IndexSeekPlan(
            slot: node.slot, name: node.name, index: index, label: label, keys: keys,
            bound: bound, text: "\(node.name):\(names.labels[label]) \(text)"),
          estimate, used
        )
      }
    }
    return best
  }

  private func seekBound(
    _ keys: [String], of slot: Slot, _ state: State
  ) -> (IndexSeekPlan.Bound, [BoundExpression], String)? {
    func isKey(_ expression: BoundExpression, _ key: String) -> Bool {
      guard let property = expression as? PropertyExpression else { return false }
      return property.keyName == key && (property.base as? SlotExpression)?.slot == slot
    }
    func isReady(_ expression: BoundExpression) -> Bool {
      expression.slots.isSubset(of: state.bound)
    }
    var values: [BoundExpression] = []
    var used: [BoundExpression] = []
    for key in keys {
      for predicate in state.predicates {
        if let match = predicate.equalities.first(where: { isKey($0.0, key) && isReady($0.1) }) {
          values.append(match.1)
          used.append(predicate)
          break
        }
      }
    }
    if values.count == keys.count {
      return (.equal(values), used, used.map(\.text).parted(by: " AND "))
    }
    guard keys.count == 1 else { return nil }
    for predicate in state.predicates {
      // a = 1 OR a = 2 is a IN [1, 2].
      guard let choice = predicate as? LogicalExpression, choice.operation == .or else { continue }
      let values = choice.operands.compactMap { operand in
        operand.equalities.first { isKey($0.0, keys[0]) && isReady($0.1) }?.1
      }
      if values.count == choice.operands.count {
        let list = ListExpression(values, type: .list, at: choice.span)
        return (.any(list), [predicate], predicate.text)
      }
    }
    for predicate in state.predicates {
      guard let test = predicate as? PredicateExpression, isKey(test.operands[0], keys[0]),
        isReady(test.operands[1])
      else { continue }
      switch test.operation {
      case .in: return (.any(test.operands[1]), [predicate], predicate.text)
      case .startsWith: return (.prefix(test.operands[1]), [predicate], predicate.text)
      case .endsWith, .contains, .matches: continue
      }
    }
    var lower: (BoundExpression, Bool)?
    var upper: (BoundExpression, Bool)?
    for predicate in state.predicates {
      guard let comparison = predicate as? ComparisonExpression, comparison.operators.count == 1
      else { continue }
      let (left, right) = (comparison.operands[0], comparison.operands[1])
      let isLeft = isKey(left, keys[0]) && isReady(right)
      guard isLeft || (isKey(right, keys[0]) && isReady(left)) else { continue }
      let value = isLeft ? right : left
      switch (comparison.operators[0], isLeft) {
      case (.less, true), (.greater, false): upper = upper ?? (value, false)
      case (.lessOrEqual, true), (.greaterOrEqual, false): upper = upper ?? (value, true)
      case (.greater, true), (.less, false): lower = lower ?? (value, false)
      case (.greaterOrEqual, true), (.lessOrEqual, false): lower = lower ?? (value, true)
      case (.equal, _), (.notEqual, _): continue
      }
      used.append(predicate)
    }
    if lower == nil, upper == nil { return nil }
    // Ranges keep their predicates: several may have been given for one side.
    return (
      .range(
        lower: lower?.0, includesLower: lower?.1 ?? false, upper: upper?.0,
        includesUpper: upper?.1 ?? false), [], used.map(\.text).parted(by: " AND ")
    )
  }
}

extension BoundExpression {
  /// For `a = b`: (a, b) and (b, a).
  var equalities: [(BoundExpression, BoundExpression)] {
    guard let comparison = self as? ComparisonExpression, comparison.operators == [.equal] else {
      return []
    }
    let (a, b) = (comparison.operands[0], comparison.operands[1])
    return [(a, b), (b, a)]
  }
}

extension [String] {
  /// The texts with `separator` between them. `joined` asks the runtime for types, which takes
  /// longer than to plan a look-up.
  func parted(by separator: String) -> String {
    var result = ""
    for (index, text) in enumerated() { result += index == 0 ? text : separator + text }
    return result
  }
}
