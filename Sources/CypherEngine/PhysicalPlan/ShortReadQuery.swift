internal import GraphModel
internal import GraphStorage

/// A plan that is nothing but a short read: nodes with a value or prefix in an index, steps from
/// them, comparisons of what is met with constants, its properties or their number, and perhaps an
/// order of these and a limit. Most look-ups are, and are answered without operators.
final class ShortReadQuery: Sendable {
  /// Rows answered at once; operators give more of them piece by piece.
  private static let rowLimit = 256

  private let read: ShortRead
  private let key: Constant
  /// Whether all that begin with the key are wanted.
  private let isPrefix: Bool
  /// What rows must pass, by the indexes that `read` has.
  private let tests: [(test: ScanTest, key: PropertyKeyID, bound: Constant)]
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
      guard case .string(let prefix) = value else { return read.isCounting ? [0] : [] }
      start = .seek(.prefix(prefix))
    }
    let limit = min(rowLimit ?? Self.rowLimit, Self.rowLimit)
    var rows: [Value]?
    if tests.isEmpty {
      rows = try transaction.rows(of: read, from: start, passing: .none, rowLimit: limit)
    } else {
      guard let tests = propertyTests(parameters) else { return nil }
      rows = try transaction.rows(of: read, from: start, passing: tests, rowLimit: limit)
    }
    guard isRearranged, let rows else { return rows }
    return limited(order.isEmpty ? rows : ordered(rows))
  }

  /// The tests of one run; nil where what they compare with is missing or null.
  private func propertyTests(_ parameters: ValueMap) -> PropertyTests? {
    var made: [PropertyTest] = []
    var bounds: [Value] = []
    for (test, key, bound) in tests {
      guard let value = bound.value(parameters), !value.isNull else { return nil }
      made.append(test.propertyTest(key, value))
      bounds.append(value)
    }
    return PropertyTests(made) { [tests] index, value in
      Operations.compare(tests[index].test.operation, value, bounds[index]) == true
    }
  }

  /// Whether the row at `a` comes before the one at `b`, which is after it in `values`.
  private func isOrdered(_ values: [Value], _ a: Int, _ b: Int) -> Bool {
    for (column, isDescending) in order {
      let order = Value.order(values[a + column], values[b + column])
      if order != 0 { return (order < 0) != isDescending }
    }
    return a < b
  }

  /// The rows in order, stable. Those of an index often are already.
  private func ordered(_ values: [Value]) -> [Value] {
    let isSorted = stride(from: columnCount, to: values.count, by: columnCount).allSatisfy {
      isOrdered(values, $0 - columnCount, $0)
    }
    if isSorted { return values }
    let rows = stride(from: 0, to: values.count, by: columnCount).sorted {
      isOrdered(values, $0, $1)
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
    // From the last step back to the seek, with what is to be tested after each.
    var steps: [(expand: ExpandPlan, label: LabelID?, tests: [ScanTest])] = []
    var (rest, label, tests): (Plan, (slot: Slot, id: LabelID)?, [ScanTest]) = (input, nil, [])
    var seek: IndexSeekPlan?
    while seek == nil {
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
        guard !expand.isInto, expand.isFromBound, !expand.distinctFromLists,
          steps.count < ShortRead.largestStepCount, label == nil || label?.slot == expand.to
        else { return nil }
        steps.append((expand, label?.id, tests))
        (rest, label, tests) = (input, nil, [])
      case .indexSeek(let input, let plan):
        guard input.isArgument, label == nil else { return nil }
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
    guard let key else { return nil }

    self.key = key
    self.isPrefix = isPrefix

    var allTests: [(test: ScanTest, key: PropertyKeyID, bound: Constant)] = []
    // The slots of the places, in their order.
    var places = [seek.slot]
    func placed(_ tests: [ScanTest]) -> [ShortRead.Test]? {
      var result: [ShortRead.Test] = []
      for test in tests {
        guard let place = places.firstIndex(of: test.slot), let bound = Constant(test.bound),
          let key = transaction.propertyKey(named: test.keyName)
        else { return nil }
        result.append(ShortRead.Test(place: place, index: allTests.count))
        allTests.append((test, key, bound))
      }
      return result
    }
    guard let startTests = placed(tests) else { return nil }
    var made: [ShortRead.Step] = []
    for (expand, label, tests) in steps.reversed() {
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
      places += [expand.relationship, expand.to]
      guard let tests = placed(tests) else { return nil }
      made.append(
        ShortRead.Step(
          from: from, types: types, direction: expand.direction.storage,
          distinctFrom: distinctFrom, label: label, tests: tests))
    }
    // A parameter that is missing is for operators to tell, be it read or not.
    var read: [String] = []
    for constant in [key] + allTests.map(\.bound) {
      if let name = constant.parameter, !read.contains(name) { read.append(name) }
    }
    guard read.count == names.parameters.count else { return nil }
    self.tests = allTests

    var properties: [ShortRead.Column] = []
    for slot in columns where !isCounting {
      guard let property = items.first(where: { $0.slot == slot })?.expression,
        let property = property as? PropertyExpression,
        let base = property.base as? SlotExpression, let place = places.firstIndex(of: base.slot),
        let key = transaction.propertyKey(named: property.keyName)
      else { return nil }
      properties.append(ShortRead.Column(place: place, key: key))
    }
    self.read = ShortRead(
      index: seek.index, tests: startTests, steps: made, columns: properties,
      isCounting: isCounting)
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
  func value(_ parameters: ValueMap) -> Value? {
    guard let parameter else { return literal }
    return parameters[parameter].map { $0.isASCII ? $0 : $0.nfc }
  }
}
