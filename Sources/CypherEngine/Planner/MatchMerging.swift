internal import CypherSyntax
internal import GraphModel

/// MATCH clauses that follow one another, or with nothing but a choice of variables between them,
/// as one pattern: it may then be entered wherever that costs least.
///
/// Rows and their number stay the same, for a variable that WITH drops still has a row for each of
/// its values, and relationships need to differ within their own clause only. Predicates of a
/// later clause that may throw are a `LaterTest`.
extension Planner {
  /// Beyond so many relationships clauses are planned one after the other.
  private static let largestMergedPattern = 8

  func mergingMatches(_ clauses: [BoundClause]) -> [BoundClause] {
    var result: [BoundClause] = []
    for clause in clauses {
      guard case .match(let next) = clause else {
        result.append(clause)
        continue
      }
      var between: [BoundExpression] = []
      var first = result.count - 1
      if first > 0, case .projection(let projection) = result[first], projection.onlyPasses {
        between = projection.predicates
        first -= 1
      }
      guard first >= 0, case .match(let earlier) = result[first],
        earlier.relationships.count + next.relationships.count <= Self.largestMergedPattern,
        let merged = earlier.merged(with: next, where: between)
      else {
        result.append(clause)
        continue
      }
      result.removeSubrange(first...)
      result.append(.match(merged))
    }
    return result
  }
}

extension BoundProjection {
  /// Whether it does nothing to rows but drop variables, and some rows by its predicates.
  fileprivate var onlyPasses: Bool {
    items.allSatisfy(\.isPassedThrough) && !isAggregating && !isDistinct && sortItems.isEmpty
      && order.isEmpty && skip == nil && limit == nil
  }
}

extension BoundMatch {
  /// This pattern and that of a later clause as one; nil where they have no node in common, or
  /// hold what has to be done clause by clause.
  /// - Parameter predicates: what rows must pass before the later clause.
  fileprivate func merged(
    with next: BoundMatch, where predicates: [BoundExpression]
  ) -> BoundMatch? {
    guard isMergeable, next.isMergeable, next.relationships.allSatisfy(\.isMergeable),
      next.nodes.contains(where: { node in nodes.contains { $0.slot == node.slot } })
    else { return nil }
    var result = self
    for node in next.nodes {
      if let index = nodes.firstIndex(where: { $0.slot == node.slot }) {
        result.nodes[index].labels += node.labels
      } else {
        result.nodes.append(node)
      }
    }
    let clause = 1 + (relationships.map(\.clause).max() ?? 0)
    for var relationship in next.relationships {
      relationship.clause = clause
      result.relationships.append(relationship)
    }
    result.paths += next.paths
    let entities = SlotSet(
      result.nodes.map(\.slot)
        + result.relationships.filter { $0.length == nil && !$0.isBound }.map(\.slot)
    ).subtracting(boundSlots)
    let earlier = SlotSet(nodes.map(\.slot) + relationships.map(\.slot))
      .union(self.predicates.flatMap(\.slots))
    for predicate in predicates + next.predicates {
      if predicate.type == .boolean, predicate.neverThrows(of: entities) {
        result.predicates.append(predicate)
      } else if predicate.isRepeatable, !predicate.isKeyTest {
        result.predicates.append(LaterTest(predicate, after: earlier))
      } else {
        return nil
      }
    }
    return result
  }

  private var isMergeable: Bool { !isOptional && shortestPaths.isEmpty && selections.isEmpty }
}

extension BoundMatch.PatternRelationship {
  /// Whether following it reads nothing of an earlier clause but its ends, and throws nothing.
  fileprivate var isMergeable: Bool {
    !isBound && conditions.isEmpty && predicates.isEmpty && repetition == nil
  }
}

extension BoundExpression {
  /// Whether no row makes it throw.
  /// - Parameter entities: slots that hold nodes and relationships found by a pattern, or null.
  func neverThrows(of entities: SlotSet) -> Bool {
    func isEntity(_ base: BoundExpression) -> Bool {
      (base as? SlotExpression).map { entities.contains($0.slot) } ?? false
    }
    switch self {
    case is LiteralExpression, is ParameterExpression, is SlotExpression: return true
    case let property as PropertyExpression: return isEntity(property.base)
    case let test as HasLabelsExpression: return isEntity(test.base)
    case let call as FunctionExpression:
      return call.function.name == "id" && call.operands.allSatisfy(isEntity)
    case is LogicalExpression, is NotExpression:
      return children.allSatisfy { $0.type == .boolean && $0.neverThrows(of: entities) }
    case is ComparisonExpression, is NullTestExpression:
      return children.allSatisfy { $0.neverThrows(of: entities) }
    case let test as PredicateExpression:
      let isTotal =
        switch test.operation {
        case .in: test.operands[1] is ListExpression
        case .startsWith, .endsWith, .contains: true
        case .matches: false
        }
      return isTotal && children.allSatisfy { $0.neverThrows(of: entities) }
    case is ListExpression: return children.allSatisfy { $0.neverThrows(of: entities) }
    default: return false
    }
  }

  /// Whether it may be asked twice, and of other rows: it gives the same answer each time, and
  /// takes little for it.
  var isRepeatable: Bool {
    if let call = self as? FunctionExpression, !call.function.isDeterministic { return false }
    return !(self is SubqueryExpression) && children.allSatisfy(\.isRepeatable)
  }

  /// Whether it could be answered by a look-up, which is made only of what never throws.
  fileprivate var isKeyTest: Bool {
    if self is LogicalExpression { return children.contains(where: \.isKeyTest) }
    guard self is ComparisonExpression || self is PredicateExpression else { return false }
    return children.contains {
      $0 is PropertyExpression || ($0 as? FunctionExpression)?.function.name == "id"
    }
  }
}
