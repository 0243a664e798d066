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
    for predicate in state.predicates where predicate.slots.contains(node.slot) {
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
    for predicate in state.predicates where predicate.slots.contains(node.slot) {
      for (left, right) in predicate.equalities {
        guard let property = left as? PropertyExpression, property.baseSlot == node.slot,
          !right.slots.isEmpty,
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
    var best: (candidate: SeekableIndexes.Candidate, seek: Seek, estimate: Double, label: Int)?
    for candidate in seekableIndexes.candidates {
      guard let label = node.labels.first(where: { self.label($0) == candidate.label }),
        let seek = seek(candidate.keys, of: node.slot, state)
      else { continue }
      let estimate: Double =
        switch seek.bound {
        case .equal: seekableIndexes.rowsOfOneValue(candidate)
        case .any(let list):
          seekableIndexes.rowsOfOneValue(candidate)
            * Double((list as? ListExpression)?.operands.count ?? 10)
        case .prefix: max(1, candidate.entries * 0.05)
        case .range: max(1, candidate.entries * 0.3)
        case .order: candidate.entries
        }
      if estimate < best?.estimate ?? .infinity { best = (candidate, seek, estimate, label) }
    }
    guard let (candidate, seek, estimate, label) = best else { return nil }
    let text = seek.read.map(\.text).parted(by: " AND ")
    return (
      IndexSeekPlan(
        slot: node.slot, name: node.name, index: candidate.index, label: label,
        keys: candidate.keys, bound: seek.bound,
        text: "\(node.name):\(names.labels[label]) \(text)"),
      estimate, seek.made
    )
  }

  /// What an index is asked for, by the predicates that say so, and those it makes true.
  private struct Seek {
    let bound: IndexSeekPlan.Bound
    let read: [BoundExpression]
    let made: [BoundExpression]
  }

  private func seek(_ keys: [Int], of slot: Slot, _ state: State) -> Seek? {
    let predicates = state.predicates.filter { $0.slots.contains(slot) }
    if predicates.isEmpty { return nil }
    func isKey(_ expression: BoundExpression, _ key: Int) -> Bool {
      guard let property = expression as? PropertyExpression else { return false }
      return property.key == key && property.baseSlot == slot
    }
    func isReady(_ expression: BoundExpression) -> Bool {
      expression.slots.isSubset(of: state.bound)
    }
    var values: [BoundExpression] = []
    var used: [BoundExpression] = []
    for key in keys {
      for predicate in predicates {
        if let match = predicate.equalities.first(where: { isKey($0.0, key) && isReady($0.1) }) {
          values.append(match.1)
          used.append(predicate)
          break
        }
      }
    }
    if values.count == keys.count {
      return Seek(bound: .equal(values), read: used, made: used)
    }
    guard keys.count == 1 else { return nil }
    for predicate in predicates {
      // a = 1 OR a = 2 is a IN [1, 2].
      guard let choice = predicate as? LogicalExpression, choice.operation == .or else { continue }
      let values = choice.operands.compactMap { operand in
        operand.equalities.first { isKey($0.0, keys[0]) && isReady($0.1) }?.1
      }
      if values.count == choice.operands.count {
        let list = ListExpression(values, type: .list, at: choice.span)
        return Seek(bound: .any(list), read: [predicate], made: [predicate])
      }
    }
    for predicate in predicates {
      guard let test = predicate as? PredicateExpression, isKey(test.operands[0], keys[0]),
        isReady(test.operands[1])
      else { continue }
      switch test.operation {
      case .in: return Seek(bound: .any(test.operands[1]), read: [predicate], made: [predicate])
      case .startsWith:
        return Seek(bound: .prefix(test.operands[1]), read: [predicate], made: [predicate])
      case .endsWith, .contains, .matches: continue
      }
    }
    var lower: (BoundExpression, Bool)?
    var upper: (BoundExpression, Bool)?
    for predicate in predicates {
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
    return Seek(
      bound: .range(
        lower: lower?.0, includesLower: lower?.1 ?? false, upper: upper?.0,
        includesUpper: upper?.1 ?? false),
      read: used, made: [])
  }
}

/// The indexes of nodes all of whose keys the statement names, found when they are first asked for.
final class SeekableIndexes {
  struct Candidate {
    let index: IndexDefinition
    let label: LabelID
    /// As name indexes.
    let keys: [Int]
    /// Nodes with the label.
    let entries: Double
  }
  private let statistics: GraphTransaction
  private let keys: [String]
  private var rowsByIndex: [UInt32: Double] = [:]

  init(_ statistics: GraphTransaction, keys: [String]) {
    self.statistics = statistics
    self.keys = keys
  }

  private(set) lazy var candidates: [Candidate] = statistics.indexes.compactMap { index in
    guard index.isSeekable, case .node(let label) = index.entity else { return nil }
    var named: [Int] = []
    for key in index.keys {
      guard let name = keys.firstIndex(of: statistics.name(of: key)) else { return nil }
      named.append(name)
    }
    return Candidate(
      index: index, label: label, keys: named,
      entries: Double(statistics.nodeCount(label: label)))
  }

  /// Rows expected of one value of each key; found by samples, once.
  func rowsOfOneValue(_ candidate: Candidate) -> Double {
    let id = candidate.index.id
    if let known = rowsByIndex[id] { return known }
    let rows = statistics.estimate(candidate.index)
    rowsByIndex[id] = rows
    return rows
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
