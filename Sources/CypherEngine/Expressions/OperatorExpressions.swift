internal import CypherSyntax
internal import GraphModel

/// Expressions of operators: arithmetic, comparison, logic, predicates on text and lists.

typealias ArithmeticOperator = Expression.ArithmeticOperator
typealias ComparisonOperator = Expression.ComparisonOperator
typealias PredicateOperator = Expression.PredicateOperator

/// An expression of several operands whose value depends on nothing but theirs.
class CompoundExpression: BoundExpression, @unchecked Sendable {
  let operands: [BoundExpression]
  init(_ operands: [BoundExpression], type: TypeSet, at span: SourceSpan) {
    self.operands = operands
    super.init(type: type, at: span)
  }
  override final var children: [BoundExpression] { operands }
  override var isLiteral: Bool { operands.allSatisfy(\.isLiteral) }
  override var isConstant: Bool { operands.allSatisfy(\.isConstant) }
  /// What distinguishes two expressions of one class and the same operands.
  var signature: String { "" }
  override func isSame(as other: BoundExpression) -> Bool {
    guard let other = other as? CompoundExpression, Swift.type(of: self) == Swift.type(of: other),
      signature == other.signature, operands.count == other.operands.count
    else { return false }
    return zip(operands, other.operands).allSatisfy { $0.isSame(as: $1) }
  }
}

/// `a + b - c` and `a * b / c`: operands and the operators between them, left to right.
final class ArithmeticExpression: CompoundExpression, @unchecked Sendable {
  let operators: [ArithmeticOperator]
  init(
    _ operands: [BoundExpression], _ operators: [ArithmeticOperator], type: TypeSet,
    at span: SourceSpan
  ) {
    self.operators = operators
    super.init(operands, type: type, at: span)
  }
  override func evaluate(_ row: Row, _ context: ExecutionContext) throws(KhoError) -> Value {
    var result = try operands[0].evaluate(row, context)
    for (index, operation) in operators.enumerated() {
      let operand = try operands[index + 1].evaluate(row, context)
      do { result = try Operations.arithmetic(operation, result, operand) } catch {
        throw error.located(at: span)
      }
    }
    return result
  }
  override var signature: String { operators.map { "\($0)" }.joined(separator: ",") }
  override var text: String {
    var result = operands[0].text
    for (operation, operand) in zip(operators, operands.dropFirst()) {
      result += " \(operation.symbol) \(operand.text)"
    }
    return result
  }
}

/// `-a`
final class NegationExpression: CompoundExpression, @unchecked Sendable {
  override func evaluate(_ row: Row, _ context: ExecutionContext) throws(KhoError) -> Value {
    do { return try Operations.negate(try operands[0].evaluate(row, context)) } catch {
      throw error.located(at: span)
    }
  }
  override var text: String { "-" + operands[0].text }
}

/// `a || b`
final class ConcatenationExpression: CompoundExpression, @unchecked Sendable {
  override func evaluate(_ row: Row, _ context: ExecutionContext) throws(KhoError) -> Value {
    var result = try operands[0].evaluate(row, context)
    for operand in operands.dropFirst() {
      do { result = try Operations.concatenate(result, try operand.evaluate(row, context)) } catch {
        throw error.located(at: span)
      }
    }
    return result
  }
  override var text: String { operands.map(\.text).joined(separator: " || ") }
}

/// `a < b <= c`, which is `a < b AND b <= c` with `b` evaluated once.
final class ComparisonExpression: CompoundExpression, @unchecked Sendable {
  let operators: [ComparisonOperator]
  init(_ operands: [BoundExpression], _ operators: [ComparisonOperator], at span: SourceSpan) {
    self.operators = operators
    super.init(operands, type: .boolean, at: span)
  }
  override func evaluate(_ row: Row, _ context: ExecutionContext) throws(KhoError) -> Value {
    var left = try operands[0].evaluate(row, context)
    var isUnknown = false
    for (index, operation) in operators.enumerated() {
      let right = try operands[index + 1].evaluate(row, context)
      switch Operations.compare(operation, left, right) {
      case true: break
      case false: return .boolean(false)
      case nil: isUnknown = true
      }
      left = right
    }
    return isUnknown ? .null : .boolean(true)
  }
  override func select(_ batch: Batch, _ context: ExecutionContext) throws(KhoError) -> [Int32] {
    guard operators.count == 1 else { return try super.select(batch, context) }
    let left = try operands[0].evaluate(batch, context)
    let right = try operands[1].evaluate(batch, context)
    let operation = operators[0]
    var rows: [Int32] = []
    rows.reserveCapacity(batch.count)
    if case .values(let values) = left, case .constant(let bound) = right {
      for (row, value) in values.enumerated() {
        if case .integer(let a) = value, case .integer(let b) = bound {
          if operation.holds(a, b) { rows.append(Int32(row)) }
        } else if Operations.compare(operation, value, bound) == true {
          rows.append(Int32(row))
        }
      }
      return rows
    }
    for row in 0..<batch.count
    where Operations.compare(operation, left.value(at: row), right.value(at: row)) == true {
      rows.append(Int32(row))
    }
    return rows
  }
  override var signature: String { operators.map { "\($0)" }.joined(separator: ",") }
  override var text: String {
    var result = operands[0].text
    for (operation, operand) in zip(operators, operands.dropFirst()) {
      result += " \(operation.symbol) \(operand.text)"
    }
    return result
  }
}

extension ComparisonOperator {
  @inline(__always) fileprivate func holds(_ a: Int64, _ b: Int64) -> Bool {
    switch self {
    case .equal: a == b
    case .notEqual: a != b
    case .less: a < b
    case .lessOrEqual: a <= b
    case .greater: a > b
    case .greaterOrEqual: a >= b
    }
  }
}

/// `a IN b`, `a STARTS WITH b`, `a =~ b` …
final class PredicateExpression: CompoundExpression, @unchecked Sendable {
  let operation: PredicateOperator
  init(
    _ operation: PredicateOperator, _ left: BoundExpression, _ right: BoundExpression,
    at span: SourceSpan
  ) {
    self.operation = operation
    super.init([left, right], type: .boolean, at: span)
  }
  override func evaluate(_ row: Row, _ context: ExecutionContext) throws(KhoError) -> Value {
    let left = try operands[0].evaluate(row, context)
    let right = try operands[1].evaluate(row, context)
    do { return try Operations.predicate(operation, left, right) } catch {
      throw error.located(at: span)
    }
  }
  override var signature: String { "\(operation)" }
  override var text: String {
    "\(operands[0].text) \(operation.symbol) \(operands[1].text)"
  }
}

/// AND, OR, XOR over any number of operands, in three-valued logic.
final class LogicalExpression: CompoundExpression, @unchecked Sendable {
  enum Operation: String, Sendable { case and = "AND", or = "OR", xor = "XOR" }
  let operation: Operation
  init(_ operation: Operation, _ operands: [BoundExpression], at span: SourceSpan) {
    self.operation = operation
    super.init(operands, type: .boolean, at: span)
  }
  override func evaluate(_ row: Row, _ context: ExecutionContext) throws(KhoError) -> Value {
    var isUnknown = false
    var parity = false
    for operand in operands {
      switch (operation, try operand.truth(row, context)) {
      case (.and, false): return .boolean(false)
      case (.or, true): return .boolean(true)
      case (.xor, nil): return .null
      case (.xor, let truth?): parity = parity != truth
      case (_, nil): isUnknown = true
      case (_, _?): break
      }
    }
    if operation == .xor { return .boolean(parity) }
    return isUnknown ? .null : .boolean(operation == .and)
  }
  override var signature: String { operation.rawValue }
  override var text: String { operands.map(\.text).joined(separator: " \(operation.rawValue) ") }
}

/// `NOT a`
final class NotExpression: CompoundExpression, @unchecked Sendable {
  override func evaluate(_ row: Row, _ context: ExecutionContext) throws(KhoError) -> Value {
    try operands[0].truth(row, context).map { .boolean(!$0) } ?? .null
  }
  override var text: String { "NOT " + operands[0].text }
}

/// `a IS NULL`, `a IS NOT NULL`
final class NullTestExpression: CompoundExpression, @unchecked Sendable {
  let isNegated: Bool
  init(_ operand: BoundExpression, isNegated: Bool, at span: SourceSpan) {
    self.isNegated = isNegated
    super.init([operand], type: .boolean, at: span)
  }
  override func evaluate(_ row: Row, _ context: ExecutionContext) throws(KhoError) -> Value {
    .boolean(try operands[0].evaluate(row, context).isNull != isNegated)
  }
  override var signature: String { "\(isNegated)" }
  override var text: String { operands[0].text + (isNegated ? " IS NOT NULL" : " IS NULL") }
}
