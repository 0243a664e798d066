internal import GraphModel

/// Which slots the parts of a plan read.
extension Plan {
  /// Slots that it reads from what its argument gives, and some that it makes itself.
  var readSlots: SlotSet {
    var result: SlotSet = []
    switch operation {
    case .argument, .nodeScan, .limit, .skip, .empty, .apply: break
    case .nodeByID(_, _, _, let id): result = id.slots
    case .indexSeek(_, let seek): result = seek.bound.slots
    case .hashJoin(_, let join): result = join.value.slots
    case .relationshipScan(_, let expand):
      result = [expand.from, expand.to, expand.relationship]
    case .expand(_, let expand), .endpoints(_, let expand):
      result = SlotSet([expand.from, expand.to, expand.relationship] + expand.distinctFrom)
    case .variableExpand(_, let expand, let length),
      .shortestPath(_, let expand, let length, _, _):
      result = SlotSet([expand.from, expand.to] + expand.distinctFrom).union(length.slots)
    case .repeat(_, let expand, _): result = SlotSet([expand.from, expand.to] + expand.distinctFrom)
    case .select(_, let selection): result = selection.path.slots
    case .filter(_, let predicates): result = SlotSet(predicates.flatMap(\.slots))
    case .project(_, let items): result = SlotSet(items.flatMap(\.expression.slots))
    case .aggregate(_, let keys, let aggregates):
      result = SlotSet(keys + aggregates.flatMap { $0.arguments.flatMap(\.slots) })
    case .distinct(_, let slots): result = SlotSet(slots)
    case .sort(_, let keys, _, _): result = SlotSet(keys.map(\.slot))
    case .unwind(_, _, let list): result = list.slots
    case .union(let parts, _, _): result = SlotSet(parts.flatMap(\.columns))
    case .create(_, let create): result = create.readSlots
    case .merge(_, let merge):
      result = merge.create.readSlots.union((merge.onCreate + merge.onMatch).flatMap(\.slots))
    case .set(_, let items): result = SlotSet(items.flatMap(\.slots))
    case .remove(_, let items): result = SlotSet(items.flatMap(\.slots))
    case .delete(_, let expressions, _): result = SlotSet(expressions.flatMap(\.slots))
    case .foreach(_, let list, _, _): result = list.slots
    case .call(_, let call): result = SlotSet(call.arguments.flatMap(\.slots))
    case .loadCSV(_, let source, _, _, _): result = source.slots
    }
    return inputs.reduce(into: result) { $0.formUnion($1.readSlots) }
  }
}

extension IndexSeekPlan.Bound {
  var slots: SlotSet {
    switch self {
    case .equal(let expressions): SlotSet(expressions.flatMap(\.slots))
    case .any(let expression), .prefix(let expression): expression.slots
    case .range(let lower, _, let upper, _):
      (lower?.slots ?? []).union(upper?.slots ?? [])
    case .order: []
    }
  }
}

extension BoundSet {
  var slots: SlotSet {
    switch self {
    case .property(let base, _, _, let value), .properties(let base, let value, _):
      base.slots.union(value.slots)
    case .dynamicProperty(let base, let key, let value):
      base.slots.union(key.slots).union(value.slots)
    case .labels(let base, _): base.slots
    }
  }
}

extension BoundRemove {
  var slots: SlotSet {
    switch self {
    case .property(let base, _), .labels(let base, _): base.slots
    case .dynamicProperty(let base, let key): base.slots.union(key.slots)
    }
  }
}
