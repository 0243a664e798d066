internal import CypherSyntax
internal import GraphModel
internal import GraphStorage

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
  override func evaluate(_ batch: Batch, _ context: ExecutionContext) throws(KhoError) -> Column {
    if isConstant || batch.count == 1 { return try super.evaluate(batch, context) }
    var result = try operands[0].evaluate(batch, context)
    for (index, operation) in operators.enumerated() {
      let operand = try operands[index + 1].evaluate(batch, context)
      if let numbers = result.computing(operation, operand) {
        result = numbers
        continue
      }
      var values: [Value] = []
      values.reserveCapacity(batch.count)
      for row in 0..<batch.count {
        do {
          values.append(
            try Operations.arithmetic(operation, result.value(at: row), operand.value(at: row)))
        } catch { throw error.located(at: span) }
      }
      result = .values(values)
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

extension Column {
  /// The sums, differences or products of two vectors of numbers of one type (or of one and a
  /// constant); nil for other columns, and where an integer would overflow.
  fileprivate func computing(_ operation: ArithmeticOperator, _ other: Column) -> Column? {
    switch (self, other) {
    case (.integers(let a), .integers(let b)): Self.integers(operation, a) { b[$0] }
    case (.integers(let a), .constant(.integer(let b))): Self.integers(operation, a) { _ in b }
    case (.floats(let a), .floats(let b)): Self.floats(operation, a) { b[$0] }
    case (.floats(let a), .constant(.float(let b))): Self.floats(operation, a) { _ in b }
    default: nil
    }
  }

  @inline(__always)
  private static func integers(
    _ operation: ArithmeticOperator, _ a: [Int64], _ b: (Int) -> Int64
  ) -> Column? {
    var result = a
    var overflows = false
    for index in a.indices {
      let (value, overflow) =
        switch operation {
        case .add: a[index].addingReportingOverflow(b(index))
        case .subtract: a[index].subtractingReportingOverflow(b(index))
        case .multiply: a[index].multipliedReportingOverflow(by: b(index))
        case .divide, .modulo, .power: (0, true)
        }
      result[index] = value
      overflows = overflows || overflow
    }
    return overflows ? nil : .integers(result)
  }

  @inline(__always)
  private static func floats(
    _ operation: ArithmeticOperator, _ a: [Double], _ b: (Int) -> Double
  ) -> Column? {
    switch operation {
    case .add: .floats(a.indices.map { a[$0] + b($0) })
    case .subtract: .floats(a.indices.map { a[$0] - b($0) })
    case .multiply: .floats(a.indices.map { a[$0] * b($0) })
    case .divide, .modulo, .power: nil
    }
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
  /// The property, of `lower(x.key) = constant`.
  private let lowered: PropertyExpression?
  init(_ operands: [BoundExpression], _ operators: [ComparisonOperator], at span: SourceSpan) {
    self.operators = operators
    let call = operands[0] as? FunctionExpression
    let isLowering = operators == [.equal] && ["lower", "tolower"].contains(call?.function.name)
    lowered =
      isLowering && operands[1].isConstant ? call?.operands.first as? PropertyExpression : nil
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
    let operation = operators[0]
    if operation == .equal, operands[1].isConstant,
      let (key, nodes) = (operands[0] as? PropertyExpression)?.stored(in: batch, context),
      case .string(let text) = try operands[1].evaluate(Row(batch: batch, index: 0), context)
    {
      return try context.transaction.rows(of: nodes, where: key, is: text)
    }
    if let (key, nodes) = lowered?.stored(in: batch, context),
      case .string(let text) = try operands[1].evaluate(Row(batch: batch, index: 0), context)
    {
      return try context.transaction.rows(of: nodes, where: key, inLowerCaseIs: text) {
        (row) throws(KhoError) in try truth(Row(batch: batch, index: row), context) == true
      }
    }
    let left = try operands[0].evaluate(batch, context)
    let right = try operands[1].evaluate(batch, context)
    switch (left, right) {
    case (.integers(let a), .integers(let b)): return operation.rows(a) { b[$0] }
    case (.integers(let a), .constant(.integer(let b))): return operation.rows(a) { _ in b }
    case (.floats(let a), .floats(let b)): return operation.rows(a) { b[$0] }
    case (.floats(let a), .constant(.float(let b))): return operation.rows(a) { _ in b }
    default:
      return [Int32](rows: batch.count) {
        Operations.compare(operation, left.value(at: $0), right.value(at: $0)) == true
      }
    }
  }
  override var readsTexts: Bool {
    lowered != nil
      || operators == [.equal] && operands[0] is PropertyExpression && operands[1].isConstant
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
  /// The rows in which it holds between two vectors of numbers of one type.
  @inline(__always)
  fileprivate func rows<T: Comparable>(_ a: [T], _ b: (Int) -> T) -> [Int32] {
    switch self {
    case .equal: [Int32](rows: a.count) { a[$0] == b($0) }
    case .notEqual: [Int32](rows: a.count) { a[$0] != b($0) }
    case .less: [Int32](rows: a.count) { a[$0] < b($0) }
    case .lessOrEqual: [Int32](rows: a.count) { a[$0] <= b($0) }
    case .greater: [Int32](rows: a.count) { a[$0] > b($0) }
    case .greaterOrEqual: [Int32](rows: a.count) { a[$0] >= b($0) }
    }
  }
}

extension [Int32] {
  /// The rows of `0 ..< count` for which `holds` is true.
  @inline(__always) init(rows count: Int, where holds: (Int) -> Bool) {
    self = []
    append(addingCapacity: count) { rows in
      for row in 0..<count {
        // Without a branch, which would have to be guessed.
        rows.append(Int32(truncatingIfNeeded: row))
        rows.removeLast(holds(row) ? 0 : 1)
      }
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
  override func evaluate(_ batch: Batch, _ context: ExecutionContext) throws(KhoError) -> Column {
    if isConstant || batch.count == 1 { return try super.evaluate(batch, context) }
    let left = try operands[0].evaluate(batch, context)
    let right = try operands[1].evaluate(batch, context)
    var values: [Value] = []
    values.reserveCapacity(batch.count)
    if case .texts(let texts) = left, case .constant(.string(let part)) = right, operation != .in {
      try forEachTruth(of: texts, part) { values.append(.boolean($0)) }
      return .values(values)
    }
    let members = operation == .in ? right.members(forRows: batch.count) : nil
    for row in 0..<batch.count {
      let value = left.value(at: row)
      if let members {
        values.append(value.isNull ? .null : .boolean(members.contains(EquivalentValue(value))))
        continue
      }
      do { values.append(try Operations.predicate(operation, value, right.value(at: row))) } catch {
        throw error.located(at: span)
      }
    }
    return .values(values)
  }
  override func select(_ batch: Batch, _ context: ExecutionContext) throws(KhoError) -> [Int32] {
    try selectByValues(batch, context)
  }
  /// Calls `body` with what is true of each text, in comparison with another one.
  private func forEachTruth(
    of texts: TextVector, _ part: String, _ body: (Bool) -> Void
  ) throws(KhoError) {
    if operation == .matches {
      do {
        var matcher = RegularExpressionMatcher(try RegularExpression.cached(part))
        for row in 0..<texts.count {
          body(
            try texts.withUTF8(row) { (text) throws(KhoError) in
              try matcher.matches(text) { texts[row] }
            })
        }
      } catch { throw error.located(at: span) }
      return
    }
    let search = TextSearch(part)
    for row in 0..<texts.count {
      texts.withUTF8(row) { text in
        switch operation {
        case .startsWith: body(search.isPrefix(of: text))
        case .endsWith: body(search.isSuffix(of: text))
        default: body(search.first(in: text, from: 0) != nil)
        }
      }
    }
  }
  override var signature: String { "\(operation)" }
  override var text: String {
    "\(operands[0].text) \(operation.symbol) \(operands[1].text)"
  }
}

extension Column {
  @inline(__always) func isTrue(at row: Int) -> Bool {
    if case .boolean(true) = value(at: row) { true } else { false }
  }

  /// The elements of a constant list, where it is long and `x IN list` is never null for an x that
  /// is not: it holds nothing but numbers and strings.
  fileprivate func members(forRows count: Int) -> Set<EquivalentValue>? {
    guard case .constant(.list(let elements)) = self, elements.count > 8, elements.count < 8 * count
    else { return nil }
    for element in elements {
      switch element {
      case .integer, .string: continue
      case .float(let float) where !float.isNaN: continue
      default: return nil
      }
    }
    return Set(elements.map { EquivalentValue($0) })
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
  override func evaluate(_ batch: Batch, _ context: ExecutionContext) throws(KhoError) -> Column {
    if isConstant || batch.count == 1 || operation == .xor {
      return try super.evaluate(batch, context)
    }
    // Each operand sees the rows that none before it has decided.
    let deciding = operation == .or
    var values = Array(repeating: Value.boolean(!deciding), count: batch.count)
    var left = (0..<Int32(batch.count)).map { $0 }
    for operand in operands where !left.isEmpty {
      let part = batch.selected(left)
      let column = try operand.evaluate(part, context)
      var undecided: [Int32] = []
      for (index, row) in left.enumerated() {
        switch try operand.truth(of: column.value(at: index)) {
        case deciding?: values[Int(row)] = .boolean(deciding)
        case nil:
          values[Int(row)] = .null
          undecided.append(row)
        case _?: undecided.append(row)
        }
      }
      left = undecided
    }
    return .values(values)
  }
  override func select(_ batch: Batch, _ context: ExecutionContext) throws(KhoError) -> [Int32] {
    guard operation == .or, batch.count > 1 else { return try selectByValues(batch, context) }
    // Each operand sees the rows for which none before it was true.
    var isSelected = Array(repeating: false, count: batch.count)
    var left = (0..<Int32(batch.count)).map { $0 }
    for operand in operands where !left.isEmpty {
      let part = batch.selected(left)
      for row in try operand.select(part, context) { isSelected[Int(left[Int(row)])] = true }
      left.removeAll { isSelected[Int($0)] }
    }
    return [Int32](rows: batch.count) { isSelected[$0] }
  }
  override var signature: String { operation.rawValue }
  override var text: String { operands.map(\.text).joined(separator: " \(operation.rawValue) ") }
}

/// `NOT a`
final class NotExpression: CompoundExpression, @unchecked Sendable {
  override func evaluate(_ row: Row, _ context: ExecutionContext) throws(KhoError) -> Value {
    Value(try operands[0].truth(row, context).map { !$0 })
  }
  override func evaluate(_ batch: Batch, _ context: ExecutionContext) throws(KhoError) -> Column {
    if isConstant || batch.count == 1 { return try super.evaluate(batch, context) }
    let column = try operands[0].evaluate(batch, context)
    var values: [Value] = []
    values.reserveCapacity(batch.count)
    for row in 0..<batch.count {
      values.append(Value(try operands[0].truth(of: column.value(at: row)).map { !$0 }))
    }
    return .values(values)
  }
  override func select(_ batch: Batch, _ context: ExecutionContext) throws(KhoError) -> [Int32] {
    try selectByValues(batch, context)
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
  override func select(_ batch: Batch, _ context: ExecutionContext) throws(KhoError) -> [Int32] {
    let column = try operands[0].evaluate(batch, context)
    return [Int32](rows: batch.count) { column.isNull(at: $0) != isNegated }
  }
  override var signature: String { "\(isNegated)" }
  override var text: String { operands[0].text + (isNegated ? " IS NOT NULL" : " IS NULL") }
}
