internal import CypherSyntax
internal import GraphModel
internal import GraphStorage

/// A plan that is nothing but a short read: nodes with a value, prefix or range in an index, steps
/// from them, comparisons of what is met with constants, its properties or their number, and
/// perhaps an order of these and a limit. Most look-ups are, and are answered without operators.
final class ShortReadQuery: Sendable {
  /// Rows answered at once; operators give more of them piece by piece.
  private static let rowLimit = 1_024

  private let read: ShortRead
  /// What is looked up; nil where it is a range.
  private let key: Constant?
  /// Whether all that begin with the key are wanted.
  private let isPrefix: Bool
  private let range: (lower: Constant?, includesLower: Bool, upper: Constant?, includesUpper: Bool)?
  /// The values of other nodes that are looked up.
  private let known: [Constant]
  /// What rows must pass, by the indexes that `read` has.
  private let tests: [(operation: ComparisonOperator, bound: Constant)]
  private let isCounting: Bool
  private let columnCount: Int
  private let order: [(column: Int, isDescending: Bool)]
  /// How many of the rows in order are wanted.
  private let limit: Int?
  /// Whether the rows found are not yet those wanted.
  private let isRearranged: Bool

  /// All rows; nil where operators have to compute them.
  /// - Parameter columns: their names.
  func rows(
    _ parameters: borrowing NamedValues, in transaction: GraphTransaction, rowLimit: Int?,
    columns: [String]
  ) throws(KhoError) -> ResultRows? {
    let start: ShortRead.Start
    if let range {
      let (lower, upper) = (range.lower?.value(parameters), range.upper?.value(parameters))
      guard range.lower == nil || lower?.isNull == false,
        range.upper == nil || upper?.isNull == false
      else { return nil }
      start = .seek(
        .range(
          lower: lower, includesLower: range.includesLower, upper: upper,
          includesUpper: range.includesUpper))
    } else if let value = key?.value(parameters) {
      if !isPrefix {
        start = .value(value)
      } else if case .string(let prefix) = value {
        start = .seek(.prefix(prefix))
      } else {
        return ResultRows(columns: columns, values: isCounting ? [0] : [])
      }
    } else {
      return nil
    }
    var (knownValues, bounds): ([Value], [Value]) = ([], [])
    for known in known {
      guard let value = known.value(parameters) else { return nil }
      knownValues.append(value)
    }
    if !tests.isEmpty { bounds.reserveCapacity(tests.count) }
    for test in tests {
      guard let bound = test.bound.value(parameters), !bound.isNull else { return nil }
      bounds.append(bound)
    }
    let rows = try transaction.rows(
      of: read, from: start, known: knownValues, bounds: bounds,
      rowLimit: min(rowLimit ?? Self.rowLimit, Self.rowLimit), columns: columns
    ) { index, value in
      Operations.compare(tests[index].operation, value, bounds[index]) == true
    }
    guard isRearranged, let rows else { return rows }
    return rearranged(rows)
  }

  /// Whether the row at `a` comes before the one at `b`, which is after it in `rows`.
  private func isOrdered(_ rows: ResultRowsView, _ a: Int, _ b: Int) -> Bool {
    for (column, isDescending) in order {
      let order = rows.order(a + column, b + column)
      if order != 0 { return (order < 0) != isDescending }
    }
    return a < b
  }

  /// The first of the rows in order, stable. Those of an index often are in order already.
  private func rearranged(_ rows: ResultRows) -> ResultRows {
    let rowCount = rows.count / columnCount
    let wantedCount = min(limit ?? rowCount, rowCount)
    var starts = Array(stride(from: 0, to: rows.count, by: columnCount))
    let view = rows.view
    let isSorted =
      order.isEmpty
      || starts.indices.dropFirst().allSatisfy { isOrdered(view, starts[$0 - 1], starts[$0]) }
    if isSorted, wantedCount == rowCount { return rows }
    if !isSorted { starts.sort { isOrdered(view, $0, $1) } }
    return rows.selecting(starts.prefix(wantedCount))
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
    let (input, items, isCounting): (Plan, [BoundProjection.Item], Bool)
    switch plan.operation {
    case .project(let source, let made) where !columns.isEmpty:
      (input, items, isCounting) = (source, made + late, false)
    case .aggregate(let source, keys: [], let aggregates)
    where aggregates.count == 1 && aggregates[0].function == nil && late.isEmpty
      && columns == [aggregates[0].slot]:
      (input, items, isCounting) = (source, [], true)
    default: return nil
    }
    // From the last step back to the seeks, with what is to be tested after each.
    typealias Step = (
      expand: ExpandPlan, length: VariableLengthPlan?, label: LabelID?, tests: [ScanTest]
    )
    var steps: [Step] = []
    var (rest, label, tests): (Plan, (slot: Slot, id: LabelID)?, [ScanTest]) = (input, nil, [])
    var seeks: [IndexSeekPlan] = []
    while !rest.isArgument {
      switch rest.operation {
      case .filter(let input, let predicates):
        for predicate in predicates {
          if let test = ScanTest(predicate) {
            tests.append(test)
          } else if label == nil, let test = predicate as? HasLabelsExpression,
            case .name(let name) = test.labels, let node = test.base as? SlotExpression,
            let id = transaction.label(named: names.labels[name])
          {
            label = (node.slot, id)
          } else {
            return nil
          }
        }
        rest = input
      case .expand(let input, let expand):
        guard expand.isFromBound, !expand.distinctFromLists,
          label == nil || label?.slot == expand.to,
          !expand.isInto || expand.types?.count == 1 && expand.direction != .either
        else { return nil }
        steps.append((expand, nil, label?.id, tests))
        (rest, label, tests) = (input, nil, [])
      case .variableExpand(let input, let expand, let length):
        guard !expand.isInto, expand.isFromBound, expand.distinctFrom.isEmpty,
          label == nil || label?.slot == expand.to, RelationshipConditions(length).isEmpty,
          length.length.lower <= length.length.upper ?? .max,
          length.length.upper ?? .max <= ShortRead.longestTrail
        else { return nil }
        steps.append((expand, length, label?.id, tests))
        (rest, label, tests) = (input, nil, [])
      // What it computes has no place: nothing that reads it is a short read.
      case .project(let input, _): rest = input
      case .indexSeek(let input, let plan):
        guard label == nil, plan.index.keys.count == 1 else { return nil }
        seeks.append(plan)
        rest = input
      default: return nil
      }
    }
    guard let seek = seeks.popLast(), label == nil,
      steps.count + seeks.count <= ShortRead.largestStepCount
    else { return nil }
    var startConstants: [Constant]
    switch seek.bound {
    case .equal(let keys) where keys.count == 1:
      guard let value = Constant(keys[0]) else { return nil }
      (key, isPrefix, range, startConstants) = (value, false, nil, [value])
    case .prefix(let text):
      guard let prefix = Constant(text) else { return nil }
      (key, isPrefix, range, startConstants) = (prefix, true, nil, [prefix])
    case .range(let lower, let includesLower, let upper, let includesUpper):
      let (low, high) = (lower.flatMap { Constant($0) }, upper.flatMap { Constant($0) })
      startConstants = [low, high].compactMap(\.self)
      guard (lower == nil) == (low == nil), (upper == nil) == (high == nil) else { return nil }
      (key, isPrefix) = (nil, false)
      range = (low, includesLower, high, includesUpper)
      // What the index has compared is not compared again.
      tests.removeAll { test in
        test.slot == seek.slot
          && transaction.propertyKey(named: test.keyName) == seek.index.keys.first
          && (test.bound === lower && test.operation == (includesLower ? .greaterOrEqual : .greater)
            || test.bound === upper && test.operation == (includesUpper ? .lessOrEqual : .less))
      }
    case .equal, .any, .order: return nil
    }

    // The slots of the places, in their order: nodes at the even ones.
    var places: [Slot?] = [seek.slot]
    var known: [(index: IndexDefinition, place: Int)] = []
    var knownValues: [Constant] = []
    for seek in seeks {
      guard case .equal(let keys) = seek.bound, keys.count == 1, let value = Constant(keys[0])
      else { return nil }
      places += [nil, seek.slot]
      known.append((seek.index, places.count - 1))
      knownValues.append(value)
    }
    self.known = knownValues
    var allTests: [ShortRead.Test] = []
    var bounds: [(operation: ComparisonOperator, bound: Constant)] = []
    func placed(_ tests: [ScanTest]) -> Range<Int>? {
      let first = allTests.count
      for test in tests {
        guard let place = places.firstIndex(of: test.slot), let bound = Constant(test.bound),
          let key = transaction.propertyKey(named: test.keyName)
        else { return nil }
        allTests.append(
          ShortRead.Test(
            ShortRead.Column(place: place, key: key), passing: test.operation.passingOrders))
        bounds.append((test.operation, bound))
      }
      return first..<allTests.count
    }
    guard let startTests = placed(tests) else { return nil }
    var made: [ShortRead.Step] = []
    for (expand, length, label, tests) in steps.reversed() {
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
      let to: Int
      if expand.isInto {
        guard let place = places.firstIndex(of: expand.to) else { return nil }
        to = place
        places += [expand.relationship, nil]
      } else {
        places += [length.map(\.count) ?? expand.relationship, expand.to]
        to = places.count - 1
      }
      guard let tests = placed(tests) else { return nil }
      made.append(
        ShortRead.Step(
          from: from, relationship: places.count - 2, to: to, isInto: expand.isInto,
          lengths: length.map { $0.length.lower...($0.length.upper ?? $0.length.lower) },
          types: types, direction: expand.direction.storage, distinctFrom: distinctFrom,
          label: label, tests: tests))
    }
    // A parameter that is missing is for operators to tell, be it read or not.
    var read: [String] = []
    for constant in startConstants + knownValues + bounds.map(\.bound) {
      if let name = constant.parameter, !read.contains(name) { read.append(name) }
    }
    guard read.count == names.parameters.count else { return nil }
    self.tests = bounds

    var properties: [ShortRead.Column] = []
    for slot in columns where !isCounting {
      let item = items.first { $0.slot == slot }?.expression
      if let (added, count) = (item as? PathLengthExpression)?.sum,
        let place = places.firstIndex(of: count)
      {
        properties.append(ShortRead.Column(lengthAt: place, added: added))
        continue
      }
      guard let property = item as? PropertyExpression,
        let base = property.base as? SlotExpression, let place = places.firstIndex(of: base.slot),
        let key = transaction.propertyKey(named: property.keyName)
      else { return nil }
      properties.append(ShortRead.Column(place: place, key: key))
    }
    self.read = ShortRead(
      index: seek.index, known: known, tests: allTests, startTestCount: startTests.count,
      steps: made, columns: properties, isCounting: isCounting,
      limit: order.first?.isDescending == true ? nil : limit, order: order.first?.column)
    self.isCounting = isCounting
    columnCount = columns.count
    self.order = order
    self.limit = limit
    isRearranged = !order.isEmpty || limit != nil
  }
}

/// A literal or a parameter.
private struct Constant: Sendable {
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
  func value(_ parameters: borrowing NamedValues) -> Value? {
    guard let parameter else { return literal }
    return parameters[parameter].map { $0.isASCII ? $0 : $0.nfc }
  }
}

extension ComparisonOperator {
  /// How the left side stands to the right where it is true.
  fileprivate var passingOrders: ShortRead.Orders {
    switch self {
    case .equal: .equal
    case .notEqual: [.less, .greater]
    case .less: .less
    case .lessOrEqual: [.less, .equal]
    case .greater: .greater
    case .greaterOrEqual: [.greater, .equal]
    }
  }
}
