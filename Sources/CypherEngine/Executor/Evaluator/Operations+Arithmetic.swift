internal import GraphModel

/// Arithmetic and concatenation. Integers are checked: an overflow is an error of the language.

extension Operations {
  /// `a + b`: sum of numbers; text followed by the text of a scalar, or after it; lists joined, or
  /// an element put at either end; temporal values and durations.
  static func add(_ a: Value, _ b: Value) throws(KhoError) -> Value {
    switch (a, b) {
    case (.integer(let x), .integer(let y)): return try checked(x.addingReportingOverflow(y), "+")
    case (.null, _), (_, .null): return .null
    case (.list(let x), .list(let y)): return try join(x, y)
    case (.list(let x), _): return try checkedElement(b, x + [b])
    case (_, .list(let y)): return try checkedElement(a, [a] + y)
    case (.string(let x), _) where b.isScalar: return try join(x, b.plainText)
    case (_, .string(let y)) where a.isScalar: return try join(a.plainText, y)
    default:
      if let (x, y) = numbers(a, b) { return .float(x + y) }
      if let result = try Temporal.add(a, b) { return result }
      throw typeError("+", a, b)
    }
  }

  static func subtract(_ a: Value, _ b: Value) throws(KhoError) -> Value {
    switch (a, b) {
    case (.integer(let x), .integer(let y)):
      return try checked(x.subtractingReportingOverflow(y), "-")
    case (.null, _), (_, .null): return .null
    default:
      if let (x, y) = numbers(a, b) { return .float(x - y) }
      if let result = try Temporal.subtract(a, b) { return result }
      throw typeError("-", a, b)
    }
  }

  static func multiply(_ a: Value, _ b: Value) throws(KhoError) -> Value {
    switch (a, b) {
    case (.integer(let x), .integer(let y)):
      return try checked(x.multipliedReportingOverflow(by: y), "*")
    case (.null, _), (_, .null): return .null
    default:
      if let (x, y) = numbers(a, b) { return .float(x * y) }
      if let result = try Temporal.multiply(a, b) { return result }
      throw typeError("*", a, b)
    }
  }

  /// `a / b`: of two integers the quotient towards zero; division of an integer by the integer zero
  /// is an error, by 0.0 an infinity or NaN.
  static func divide(_ a: Value, _ b: Value) throws(KhoError) -> Value {
    switch (a, b) {
    case (.integer(let x), .integer(let y)):
      if y == 0 { throw divisionByZero }
      return try checked(x.dividedReportingOverflow(by: y), "/")
    case (.null, _), (_, .null): return .null
    default:
      if let (x, y) = numbers(a, b) { return .float(x / y) }
      if let result = try Temporal.divide(a, b) { return result }
      throw typeError("/", a, b)
    }
  }

  /// `a % b`: the remainder has the sign of `a`.
  static func modulo(_ a: Value, _ b: Value) throws(KhoError) -> Value {
    switch (a, b) {
    case (.integer(let x), .integer(let y)):
      if y == 0 { throw divisionByZero }
      return .integer(x.remainderReportingOverflow(dividingBy: y).partialValue)
    case (.null, _), (_, .null): return .null
    default:
      if let (x, y) = numbers(a, b) { return .float(x.truncatingRemainder(dividingBy: y)) }
      throw typeError("%", a, b)
    }
  }

  /// `a ^ b`: always a float.
  static func power(_ a: Value, _ b: Value) throws(KhoError) -> Value {
    if a.isNull || b.isNull { return .null }
    guard let (x, y) = numbers(a, b) else { throw typeError("^", a, b) }
    return .float(Elementary.power(x, y))
  }

  /// `-a`
  static func negate(_ a: Value) throws(KhoError) -> Value {
    switch a {
    case .null: return .null
    case .integer(let x): return try checked(Int64(0).subtractingReportingOverflow(x), "-")
    case .float(let x): return .float(-x)
    default: throw typeError("-", a)
    }
  }

  /// `a || b`: of two strings or two lists.
  static func concatenate(_ a: Value, _ b: Value) throws(KhoError) -> Value {
    switch (a, b) {
    case (.null, _), (_, .null): return .null
    case (.string(let x), .string(let y)): return try join(x, y)
    case (.list(let x), .list(let y)): return try join(x, y)
    default: throw typeError("||", a, b)
    }
  }

  private static func join(_ a: String, _ b: String) throws(KhoError) -> Value {
    try checkTextSize(a.utf8.count + b.utf8.count)
    return .string(a + b)
  }

  private static func join(_ a: [Value], _ b: [Value]) throws(KhoError) -> Value {
    try checkCount(a.count + b.count)
    return .list(a + b)
  }

  /// The list `values`, of which only `element` is new.
  private static func checkedElement(
    _ element: Value, _ values: [Value]
  ) throws(KhoError) -> Value {
    _ = try list([element])
    try checkCount(values.count)
    return .list(values)
  }

  private static func numbers(_ a: Value, _ b: Value) -> (Double, Double)? {
    guard let x = a.double, let y = b.double else { return nil }
    return (x, y)
  }

  static func checked(
    _ result: (partialValue: Int64, overflow: Bool), _ symbol: String
  ) throws(KhoError) -> Value {
    if result.overflow {
      throw KhoError(
        .arithmeticError, "IntegerOverflow",
        "the result of \(symbol) is beyond the range of 64-bit integers")
    }
    return .integer(result.partialValue)
  }

  private static var divisionByZero: KhoError {
    KhoError(.arithmeticError, "DivisionByZero", "an integer cannot be divided by zero")
  }
}

extension Value {
  /// A number as a float; nil for other values.
  var double: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .float(let value): value
    default: nil
    }
  }

  /// Whether the value is neither null nor a structure: what text can be joined with.
  var isScalar: Bool {
    switch self {
    case .null, .list, .map, .node, .relationship, .path: false
    case .boolean, .integer, .float, .string, .date, .localTime, .time, .localDateTime, .dateTime,
      .duration:
      true
    }
  }
}
