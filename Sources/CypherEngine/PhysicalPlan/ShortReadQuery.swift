internal import GraphModel
internal import GraphStorage

/// A plan that is nothing but a short read: nodes with a value or prefix in an index, steps from
/// them, properties of what is met, and perhaps an order of these and a limit. Most look-ups
/// are, and are answered without operators.
final class ShortReadQuery: Sendable {
  /// Rows answered at once; operators give more of them piece by piece.
  private static let rowLimit = 256

  private let read: ShortRead
  private let key: Constant
  /// Whether all that begin with the key are wanted.
  private let isPrefix: Bool
  private let columnCount: Int
  private let order: [(column: Int, isDescending: Bool)]
  /// How many of the rows in order are wanted.
  private let limit: Int?
  /// Whether the rows found are not yet those wanted.
  private let isRearranged: Bool

  /// All rows, one after the other; nil where operators have to compute them.
  func rows(
    _ parameters: ValueMap, in transaction: GraphTransaction, rowLimit: Int?
  ) throws(KhoError) -> [Value]? {
    guard let value = key.value(parameters) else { return nil }
    var start = ShortRead.Start.value(value)
    if isPrefix {
      guard case .string(let prefix) = value else { return [] }
      start = .seek(.prefix(prefix))
    }
    let rows = try transaction.rows(
      of: read, from: start, rowLimit: min(rowLimit ?? Self.rowLimit, Self.rowLimit))
    guard isRearranged, let rows else { return rows }
    return limited(order.isEmpty ? rows : ordered(rows))
  }

  /// The rows in order, stable.
  private func ordered(_ values: [Value]) -> [Value] {
    let rows = stride(from: 0, to: values.count, by: columnCount).sorted { a, b in
      for (column, isDescending) in order {
        let order = Value.order(values[a + column], values[b + column])
        if order != 0 { return (order < 0) != isDescending }
      }
      return a < b
    }
    var result: [Value] = []
    result.reserveCapacity(values.count)
    for row in rows { result += values[row..<row + columnCount] }
    return result
  }

  private func limited(_ values: [Value]) -> [Value] {
    guard let limit, limit < values.count / columnCount else { return values }
    return Array(values.prefix(limit * columnCount))
  }

  /// Nil for a plan of another form, or with names that `transaction` does not know.
  init?(
    _ plan: Plan, columns: [Slot], names: NameTable, in transaction: GraphTransaction
  ) {
    var (plan, limit, order) = (plan, nil as Int?, [] as [(column: Int, isDescending: Bool)])
    var late: [BoundProjection.Item] = []
    if case .project(let input, let items) = plan.operation, case .limit = input.operation {
      (plan, late) = (input, items)
    }
    if case .limit(let input, let count) = plan.operation {
      guard case .integer(let count) = (count as? LiteralExpression)?.value, count >= 0 else {
        return nil
      }
      (plan, limit) = (input, Int(clamping: count))
    }
    if case .sort(let input, let keys, let most, _) = plan.operation {
      guard most == nil || limit != nil else { return nil }
      for key in keys {
        guard let column = columns.firstIndex(of: key.slot) else { return nil }
        order.append((column, key.isDescending))
      }
      plan = input
    }
    guard case .project(let input, let computed) = plan.operation, !columns.isEmpty else {
      return nil
    }
    let items = computed + late
    // From the last step back to the seek.
    var steps: [(expand: ExpandPlan, label: LabelID?)] = []
    var (rest, label): (Plan, LabelID?) = (input, nil)
    var seek: IndexSeekPlan?
    while seek == nil {
      switch rest.operation {
      case .filter(let input, let predicates):
        guard label == nil, predicates.count == 1, case .expand(_, let expand) = input.operation,
          let test = predicates[0] as? HasLabelsExpression, case .name(let name) = test.labels,
          (test.base as? SlotExpression)?.slot == expand.to,
          let id = transaction.label(named: names.labels[name])
        else { return nil }
        (rest, label) = (input, id)
      case .expand(let input, let expand):
        guard !expand.isInto, expand.isFromBound, !expand.distinctFromLists,
          steps.count < ShortRead.largestStepCount
        else { return nil }
        steps.append((expand, label))
        (rest, label) = (input, nil)
      case .indexSeek(let input, let plan):
        guard input.isArgument else { return nil }
        seek = plan
      default: return nil
      }
    }
    guard let seek, seek.index.keys.count == 1 else { return nil }
    let (key, isPrefix): (Constant?, Bool)
    switch seek.bound {
    case .equal(let keys) where keys.count == 1: (key, isPrefix) = (Constant(keys[0]), false)
    case .prefix(let text): (key, isPrefix) = (Constant(text), true)
    case .equal, .range, .any: return nil
    }
    guard let key, names.parameters.count == (key.parameter == nil ? 0 : 1) else { return nil }

    self.key = key
    self.isPrefix = isPrefix

    // The slots of the places, in their order.
    var places = [seek.slot]
    var made: [ShortRead.Step] = []
    for (expand, label) in steps.reversed() {
      var types: [RelationshipTypeID]?
      if let indices = expand.types {
        var known: [RelationshipTypeID] = []
        for index in indices {
          guard let type = transaction.relationshipType(named: names.types[index]) else {
            return nil
          }
          known.append(type)
        }
        types = known
      }
      guard let from = places.firstIndex(of: expand.from) else { return nil }
      var distinctFrom: [Int] = []
      for slot in expand.distinctFrom {
        guard let place = places.firstIndex(of: slot) else { return nil }
        distinctFrom.append(place)
      }
      made.append(
        ShortRead.Step(
          from: from, types: types, direction: expand.direction.storage,
          distinctFrom: distinctFrom, label: label))
      places += [expand.relationship, expand.to]
    }

    var properties: [ShortRead.Column] = []
    for slot in columns {
      guard let property = items.first(where: { $0.slot == slot })?.expression,
        let property = property as? PropertyExpression,
        let base = property.base as? SlotExpression, let place = places.firstIndex(of: base.slot),
        let key = transaction.propertyKey(named: property.keyName)
      else { return nil }
      properties.append(ShortRead.Column(place: place, key: key))
    }
    read = ShortRead(index: seek.index, steps: made, columns: properties)
    columnCount = columns.count
    self.order = order
    self.limit = limit
    isRearranged = !order.isEmpty || limit != nil
  }
}

/// A literal or a parameter.
private struct Constant {
  /// The name of the parameter; nil for a literal.
  let parameter: String?
  private let literal: Value

  init?(_ expression: BoundExpression) {
    switch expression {
    case let expression as ParameterExpression: (parameter, literal) = (expression.name, .null)
    case let expression as LiteralExpression: (parameter, literal) = (nil, expression.value)
    default: return nil
    }
  }

  /// Nil where the parameter is missing.
  func value(_ parameters: ValueMap) -> Value? {
    guard let parameter else { return literal }
    return parameters[parameter].map { $0.isASCII ? $0 : $0.nfc }
  }
}
