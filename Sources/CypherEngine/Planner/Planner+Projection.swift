internal import CypherSyntax
internal import GraphModel
internal import GraphStorage

/// What a projection need not compute: values that are only counted, keys that a variable tells,
/// properties that a limited order does not depend on.

/// Pattern variables that are never null, and the labels they have.
struct CertainVariables {
  private(set) var slots = SlotSet()
  private var labels: [(slot: Slot, label: Int)] = []

  func labels(of slot: Slot) -> [Int] { labels.compactMap { $0.slot == slot ? $0.label : nil } }

  mutating func add(_ slot: Slot, _ labels: [Int]) {
    slots.insert(slot)
    for label in labels { self.labels.append((slot, label)) }
  }
}

extension Planner {
  /// `count(x)` of what is never null counts rows: as `count(*)` it needs no value of x.
  mutating func countingRows(
    _ projection: BoundProjection, where certain: CertainVariables
  ) -> BoundProjection {
    var result = projection
    for index in projection.aggregates.indices
    where projection.aggregates[index].function?.name == "count"
      && !projection.aggregates[index].isDistinct
    {
      let isCertain =
        switch projection.aggregates[index].arguments.first {
        case let variable as SlotExpression: certain.slots.contains(variable.slot)
        case let property as PropertyExpression: isPresent(property, certain)
        default: false
        }
      guard isCertain else { continue }
      result.aggregates[index].function = nil
      result.aggregates[index].arguments = []
    }
    return result
  }

  /// Whether all nodes that the property is asked of have it, because all of a label have it.
  private mutating func isPresent(
    _ property: PropertyExpression, _ certain: CertainVariables
  ) -> Bool {
    guard assumesProperties, let slot = (property.base as? SlotExpression)?.slot,
      let key = statistics.propertyKey(named: property.keyName)
    else { return false }
    for label in certain.labels(of: slot) {
      guard let label = self.label(label) else { continue }
      let assumption = Assumption.property(key, of: label)
      if assumptions.contains(assumption) || assumption.holds(in: statistics) {
        assumptions.insert(assumption)
        return true
      }
    }
    return false
  }
}

extension Planner {
  /// Keys of a grouping that need not be compared, because a variable tells them: properties of a
  /// node or relationship that is a key itself, or that a unique property among the keys stands
  /// for. Those variables are what is grouped by instead.
  mutating func determinedItems(
    of projection: BoundProjection, where certain: CertainVariables
  ) -> (entities: [Slot], items: [BoundProjection.Item]) {
    guard optimizes else { return ([], []) }
    var entities: [Slot] = []
    var determined: [BoundProjection.Item] = []
    let items = projection.items.filter { $0.entity != nil }
    for slot in SlotSet(items.compactMap(\.entity)).sorted() {
      let properties = items.filter { $0.entity == slot }
      let isKey = projection.items.contains { $0.isPassedThrough && $0.slot == slot }
      guard isKey || properties.contains(where: { isUnique($0, certain.labels(of: slot)) }) else {
        continue
      }
      entities.append(slot)
      determined += properties
    }
    return (entities, determined)
  }

  /// Whether all nodes with one of the labels have different values of the property, which are
  /// compared as grouping compares them.
  private mutating func isUnique(_ item: BoundProjection.Item, _ labels: [Int]) -> Bool {
    guard assumesProperties, let property = item.expression as? PropertyExpression,
      let key = statistics.propertyKey(named: property.keyName)
    else { return false }
    for label in labels {
      guard let label = self.label(label),
        statistics.indexes.contains(where: {
          ($0.kind == .unique || $0.kind == .key) && $0.entity == .node(label) && $0.keys == [key]
        })
      else { continue }
      let assumption = Assumption.exactProperty(key, of: label)
      if assumptions.contains(assumption) || assumption.holds(in: statistics) {
        assumptions.insert(assumption)
        return true
      }
    }
    return false
  }

  /// Properties that a limited order does not depend on.
  func lateItems(
    among items: [BoundProjection.Item], of projection: BoundProjection
  ) -> [BoundProjection.Item] {
    guard optimizes, projection.limit != nil, !projection.order.isEmpty, !projection.isDistinct
    else { return [] }
    let read = (projection.finalItems + projection.sortItems)
      .reduce(into: SlotSet(projection.order.map(\.slot))) { $0.formUnion($1.expression.slots) }
    return items.filter { !read.contains($0.slot) && $0.entity != nil }
  }
}

extension BoundProjection {
  /// Slots that grouping keys and aggregates read.
  var readSlots: SlotSet {
    SlotSet(items.flatMap(\.expression.slots))
      .union(aggregates.flatMap { $0.arguments.flatMap(\.slots) })
  }
}
