internal import CypherSyntax
internal import GraphModel
internal import GraphStorage

/// What the planner expects of rows: by the graph's exact counts, and by rules of thumb for values.
extension Planner {
  /// Relationships of the pattern that a node has on average, by the counts of its most selective
  /// label.
  func fanOut(
    _ relationship: BoundMatch.PatternRelationship, from slot: Slot, _ match: BoundMatch,
    _ direction: BoundDirection
  ) -> Double {
    var least: Double?
    for node in match.nodes where node.slot == slot {
      for index in node.labels {
        guard let label = label(index) else { continue }
        let average =
          ends(of: relationship.types, direction, label)
          / max(1, Double(statistics.nodeCount(label: label)))
        least = min(least ?? average, average)
      }
      break
    }
    return least
      ?? ends(of: relationship.types, direction, nil) / max(1, Double(statistics.nodeCount))
  }

  /// Relationships of the types by where they start as seen along `direction`: at any node, or at
  /// those with a label.
  private func ends(of types: [Int]?, _ direction: BoundDirection, _ label: LabelID?) -> Double {
    func count(_ type: RelationshipTypeID?, _ start: Direction) -> Double {
      Double(
        label.map { statistics.relationshipCount(label: $0, type: type, direction: start) }
          ?? type.map { statistics.relationshipCount(type: $0) } ?? statistics.relationshipCount)
    }
    func count(_ type: RelationshipTypeID?) -> Double {
      switch direction {
      case .outgoing: count(type, .outgoing)
      case .incoming: count(type, .incoming)
      case .either: count(type, .outgoing) + count(type, .incoming)
      }
    }
    guard let types else { return count(nil) }
    var sum = 0.0
    for index in types { if let type = type(index) { sum += count(type) } }
    return sum
  }

  /// The share of the label among nodes: those that the step leads to, or all.
  private func share(
    ofLabel index: Int, at node: BoundExpression, _ step: ExpandPlan?
  ) -> Double {
    guard let label = label(index) else { return 0 }
    guard let step, step.to == (node as? SlotExpression)?.slot else {
      return Double(statistics.nodeCount(label: label)) / max(1, Double(statistics.nodeCount))
    }
    let arriving = step.direction.reversed
    return ends(of: step.types, arriving, label) / max(1, ends(of: step.types, arriving, nil))
  }

  /// Nodes that a slot can hold, by the rarest of the labels that patterns ask of it.
  func nodeCount(of slot: Slot) -> Int {
    var count = statistics.nodeCount
    for node in labelsOfNodes where node.slot == slot {
      guard let label = label(node.label) else { return 0 }
      count = min(count, statistics.nodeCount(label: label))
    }
    return count
  }

  /// Ends of the paths with so many relationships, as far as eight, where a node has `fanOut`.
  func nodesReached(_ fanOut: Double, _ length: BoundLength) -> Double {
    var (sum, ends) = (length.lower == 0 ? 1.0 : 0, 1.0)
    for step in 1...max(1, min(length.upper ?? 8, 8)) {
      ends *= fanOut
      if step >= min(length.lower, 8) { sum += ends }
    }
    return min(sum, 1e12)
  }

  /// The share of rows that a predicate is expected to leave.
  /// - Parameter step: the expansion whose rows they are, if it made them.
  func selectivity(of predicate: BoundExpression, after step: ExpandPlan? = nil) -> Double {
    switch predicate {
    case let test as LenientTest: return selectivity(of: test.operands[0], after: step)
    case is RepeatedTest: return 1
    case let comparison as ComparisonExpression:
      return comparison.operators == [.equal]
        ? shareOfOneValue(comparison) : comparison.operators == [.notEqual] ? 0.9 : 0.3
    case let labels as HasLabelsExpression:
      return labels.labels.required.reduce(1) { min($0, share(ofLabel: $1, at: labels.base, step)) }
    case let test as PredicateExpression:
      return test.operation == .startsWith ? 0.05 : 0.25
    default: return 0.5
    }
  }

  /// Of a label with few nodes each is expected to have a value of its own.
  private static let fewNodes = 64

  /// The share of rows in which a property, or what is computed from it, has the value asked for.
  private func shareOfOneValue(_ comparison: ComparisonExpression) -> Double {
    guard let slot = comparison.onlyProperty?.slots.sorted().first else { return 0.1 }
    let count = labelsOfNodes.contains { $0.slot == slot } ? nodeCount(of: slot) : .max
    guard (1...Self.fewNodes).contains(count) else { return 0.1 }
    return 1 / Double(count)
  }
}
