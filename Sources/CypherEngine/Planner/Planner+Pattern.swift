internal import GraphModel
internal import GraphStorage

/// The pattern of a MATCH as the planner follows it.
extension Planner {
  /// A clause's pattern, and what is the same in whichever order it is followed.
  final class Pattern {
    /// A relationship as it is seen from one of its ends.
    struct Step {
      /// How many a node has on average.
      let fanOut: Double
      let text: String
    }
    struct Edge {
      /// Slots that must be bound before it is followed.
      let conditionSlots: SlotSet
      /// From the left node and from the right one.
      let fromLeft: Step
      let fromRight: Step
    }
    let match: BoundMatch
    /// Of each relationship.
    let edges: [Edge]
    /// Nodes that an index may find by something that the pattern asks of them.
    let seekable: [BoundMatch.PatternNode]

    init(_ match: BoundMatch, _ planner: Planner) {
      self.match = match
      edges = match.relationships.map { relationship in
        func step(_ from: Slot, _ to: Slot, isReversed: Bool) -> Step {
          let direction =
            isReversed ? relationship.direction.reversed : relationship.direction
          return Step(
            fanOut: planner.fanOut(relationship, from: from, match, direction),
            text: planner.text(relationship, from: from, to: to, direction, match))
        }
        return Edge(
          conditionSlots: relationship.conditionSlots,
          fromLeft: step(relationship.from, relationship.to, isReversed: false),
          fromRight: step(relationship.to, relationship.from, isReversed: true))
      }
      seekable = match.nodes.filter { node in
        node.labels.contains { label in
          let id = planner.label(label)
          return planner.seekableIndexes.candidates.contains { $0.label == id }
        } && match.predicates.contains { $0.readsMore(of: node.slot) }
      }
    }
  }

  private func text(
    _ relationship: BoundMatch.PatternRelationship, from: Slot, to: Slot,
    _ direction: BoundDirection, _ match: BoundMatch
  ) -> String {
    // Appended piece by piece: it is made for every plan, and interpolation takes longer.
    var text = "("
    func appendName(_ slot: Slot) {
      for node in match.nodes where node.slot == slot {
        text += node.name
        break
      }
    }
    appendName(from)
    text += direction == .incoming ? ")<-[" : ")-["
    text += relationship.name
    for (index, type) in (relationship.types ?? []).enumerated() {
      text += index == 0 ? ":" : "|"
      text += names.types[type]
    }
    if let length = relationship.length {
      text += "*\(length.lower)..\(length.upper.map(String.init) ?? "")"
    }
    text += direction == .outgoing ? "]->(" : "]-("
    appendName(to)
    text += ")"
    return text
  }
}

extension BoundMatch.PatternRelationship {
  /// Whether the two, of one clause, could be one relationship.
  func mustDiffer(from other: Self) -> Bool {
    guard clause == other.clause else { return false }
    guard let types, let others = other.types else { return true }
    return types.contains(where: others.contains)
  }
}

extension BoundExpression {
  /// Whether it depends on the slot by more than a test of a single label.
  func readsMore(of slot: Slot) -> Bool {
    if let test = self as? HasLabelsExpression, case .name = test.labels { return false }
    return slots.contains(slot)
  }
}
