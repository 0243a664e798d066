internal import CypherSyntax
internal import GraphModel
internal import GraphStorage

/// A predicate that scans and short reads test by themselves: a property of what is met against a
/// literal or a parameter.
struct ScanTest: Sendable {
  let property: PropertyExpression
  /// What has the property.
  let slot: Slot
  let operation: ComparisonOperator
  let bound: BoundExpression
  fileprivate let text: String

  var keyName: String { property.keyName }
  /// Whether it asks for all but one value.
  var isExclusion: Bool { operation == .notEqual }

  /// Nil for a predicate of another form.
  init?(_ predicate: BoundExpression) {
    guard let comparison = predicate as? ComparisonExpression, comparison.operators.count == 1
    else { return nil }
    func isSimple(_ operand: BoundExpression) -> Bool {
      operand is LiteralExpression || operand is ParameterExpression
    }
    let (left, right) = (comparison.operands[0], comparison.operands[1])
    if let property = left as? PropertyExpression, isSimple(right) {
      (self.property, bound, operation) = (property, right, comparison.operators[0])
    } else if let property = right as? PropertyExpression, isSimple(left) {
      (self.property, bound, operation) = (property, left, comparison.operators[0].mirrored)
    } else {
      return nil
    }
    guard let variable = property.base as? SlotExpression else { return nil }
    slot = variable.slot
    text = predicate.text
  }

  /// The test for one run, and what is compared with; nil where nothing passes it.
  fileprivate func propertyTest(
    _ context: ExecutionContext
  ) throws(KhoError) -> (PropertyTest, Value)? {
    let value = try bound.evaluate(Row(batch: Batch(count: 1, columns: []), index: 0), context)
    guard let key = context.key(property.key), !value.isNull else { return nil }
    return (propertyTest(key, value), value)
  }

  /// The test against a value that is not null.
  func propertyTest(_ key: PropertyKeyID, _ value: Value) -> PropertyTest {
    PropertyTest(key, integers: integers(value), isInside: operation != .notEqual)
  }

  /// The integers that pass, or for `<>` those that do not; nil where no such range says it.
  private func integers(_ bound: Value) -> ClosedRange<Int64>? {
    guard case .integer(let bound) = bound else { return nil }
    switch operation {
    case .equal, .notEqual: return bound...bound
    case .lessOrEqual: return .min...bound
    case .greaterOrEqual: return bound ... .max
    case .less: return bound == .min ? nil : .min...(bound - 1)
    case .greater: return bound == .max ? nil : (bound + 1) ... .max
    }
  }
}

extension [ScanTest] {
  /// For EXPLAIN, after what is scanned.
  var text: String { isEmpty ? "" : " WHERE " + map(\.text).joined(separator: " AND ") }

  /// The tests for one run; nil where one lets nothing pass.
  func propertyTests(_ context: ExecutionContext) throws(KhoError) -> PropertyTests? {
    if isEmpty { return PropertyTests.none }
    var tests: [PropertyTest] = []
    var bounds: [Value] = []
    tests.reserveCapacity(count)
    bounds.reserveCapacity(count)
    for test in self {
      guard let (test, bound) = try test.propertyTest(context) else { return nil }
      tests.append(test)
      bounds.append(bound)
    }
    return PropertyTests(tests) { index, value in
      Operations.compare(self[index].operation, value, bounds[index]) == true
    }
  }
}

extension Plan {
  /// What a scan at the top of the plan makes whose predicates it can take over.
  var scannedSlot: Slot? {
    switch operation {
    case .nodeScan(_, let slot, _, _): slot
    case .relationshipScan(_, let expand): expand.relationship
    default: nil
    }
  }
}

extension ComparisonOperator {
  /// The operator of `b op a` for `a op b`.
  fileprivate var mirrored: ComparisonOperator {
    switch self {
    case .equal: .equal
    case .notEqual: .notEqual
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    }
  }
}
