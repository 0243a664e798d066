internal import CypherSyntax
internal import GraphModel

/// What the operators of the language compute. All are null-aware, never trap, and throw errors
/// without a place, which the caller adds (`KhoError.located(at:)`).
///
///     arithmetic(op, a, b)      + - * / % ^          add subtract multiply divide modulo power
///     negate(a)                 -a                   concatenate(a, b)   a || b
///     compare(op, a, b)         = <> < <= > >=       as Bool? (nil is null)
///     predicate(op, a, b)       IN STARTS WITH ENDS WITH CONTAINS =~
///     truth(of: a)              a as an operand of AND, OR, XOR, NOT, WHERE; and, or, xor, not
///     element(of: a, at: b)     a[b] of lists, maps
///     slice(a, from: b, to: c)  a[b..c]
///     property(of: a, named: k) a.k of maps, temporal values
///     list(values), map(entries) values made by the language, checked for depth and length
enum Operations {
  /// The longest string an expression may make, in UTF-8 bytes.
  static let textSizeLimit = 1 << 28
  /// The longest list an expression may make.
  static let listCountLimit = 1 << 25

  static func arithmetic(
    _ operation: Expression.ArithmeticOperator, _ a: Value, _ b: Value
  ) throws(KhoError) -> Value {
    switch operation {
    case .add: try add(a, b)
    case .subtract: try subtract(a, b)
    case .multiply: try multiply(a, b)
    case .divide: try divide(a, b)
    case .modulo: try modulo(a, b)
    case .power: try power(a, b)
    }
  }

  static func compare(
    _ operation: Expression.ComparisonOperator, _ a: Value, _ b: Value
  ) -> Bool? {
    switch operation {
    case .equal: a.equals(b)
    case .notEqual: not(a.equals(b))
    case .less: a.isLess(than: b)
    case .lessOrEqual: a.isLessOrEqual(to: b)
    case .greater: b.isLess(than: a)
    case .greaterOrEqual: b.isLessOrEqual(to: a)
    }
  }

  static func predicate(
    _ operation: Expression.PredicateOperator, _ a: Value, _ b: Value
  ) throws(KhoError) -> Value {
    switch operation {
    case .in: Value(try contains(b, a))
    case .startsWith: Value(startsWith(a, b))
    case .endsWith: Value(endsWith(a, b))
    case .contains: Value(containsText(a, b))
    case .matches: Value(try matches(a, b))
    }
  }

  /// A list, unless it is too long or nests too deep. O(size of the lists and maps in it).
  static func list(_ values: [Value]) throws(KhoError) -> Value {
    try checkCount(values.count)
    return try checkNesting(.list(values))
  }

  /// A map, unless it nests too deep. O(size of the lists and maps in it).
  static func map(_ map: ValueMap) throws(KhoError) -> Value { try checkNesting(.map(map)) }

  private static func checkNesting(_ value: Value) throws(KhoError) -> Value {
    guard value.isNested(within: Value.nestingLimit) else {
      throw KhoError(
        .limitExceeded, "NestingTooDeep",
        "lists and maps may nest \(Value.nestingLimit) deep, this value nests deeper")
    }
    return value
  }

  static func checkCount(_ count: Int) throws(KhoError) {
    if count > listCountLimit {
      throw KhoError(
        .limitExceeded, "ListTooLong",
        "a list may have \(listCountLimit) elements, this one would have \(count)")
    }
  }

  static func checkTextSize(_ size: Int) throws(KhoError) {
    if size > textSizeLimit {
      throw KhoError(
        .limitExceeded, "TextTooLong",
        "a string may have \(textSizeLimit) bytes, this one would have \(size)")
    }
  }

  /// The error of an operator whose operands are not of its types.
  static func typeError(_ symbol: String, _ operands: Value...) -> KhoError {
    let types = operands.map(\.typeName).joined(separator: " and ")
    return KhoError(
      .typeError, "InvalidArgumentType",
      "expected operands that \(symbol) is defined for, found \(types)")
  }
}

extension Value {
  /// A truth value of three-valued logic: nil is null.
  init(_ truth: Bool?) { self = truth.map { .boolean($0) } ?? .null }
}
