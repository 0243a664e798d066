internal import GraphModel

/// Numeric, logarithmic and trigonometric functions.

extension FunctionLibrary {
  static let mathematicalFunctions: [ScalarFunction] = [
    ScalarFunction("abs", [.number], returns: .number) { _, arguments throws(KhoError) in
      guard case .integer(let value) = arguments[0] else {
        return arguments[0].double.map { .float(abs($0)) } ?? .null
      }
      return value < 0 ? try Operations.negate(arguments[0]) : arguments[0]
    },
    ScalarFunction("sign", [.number], returns: .integer) {
      $1[0].double.map { .integer($0 > 0 ? 1 : $0 < 0 ? -1 : 0) } ?? .null
    },
    ScalarFunction("isNaN", [.number], returns: .boolean) {
      $1[0].double.map { .boolean($0.isNaN) } ?? .null
    },
    ScalarFunction("round", [.number, .integer, .string], arguments: 1...3, returns: .float) {
      _, arguments throws(KhoError) in try round(arguments)
    },
    ScalarFunction("atan2", [.number, .number], returns: .float) {
      guard let y = $1[0].double, let x = $1[1].double else { return .null }
      return .float(Elementary.arcTangent(y, x))
    },
    ScalarFunction("pi", [], returns: .float) { _, _ in .float(.pi) },
    ScalarFunction("e", [], returns: .float) { _, _ in .float(Elementary.exponential(1)) },
    real("ceil") { $0.rounded(.up) },
    real("floor") { $0.rounded(.down) },
    real("sqrt") { $0.squareRoot() },
    real("exp", Elementary.exponential),
    real("log", Elementary.naturalLogarithm),
    real("log10", Elementary.decimalLogarithm),
    real("sin", Elementary.sine),
    real("cos", Elementary.cosine),
    real("tan", Elementary.tangent),
    real("cot") { 1 / Elementary.tangent($0) },
    real("asin", Elementary.arcSine),
    real("acos", Elementary.arcCosine),
    real("atan") { Elementary.arcTangent($0) },
    real("haversin") { (1 - Elementary.cosine($0)) / 2 },
    real("degrees") { $0 * 180 / .pi },
    real("radians") { $0 * .pi / 180 },
  ]

  /// A function from numbers to floats.
  private static func real(
    _ name: String, _ body: @escaping @Sendable (Double) -> Double
  ) -> ScalarFunction {
    ScalarFunction(name, [.number], returns: .float) {
      $1[0].double.map { .float(body($0)) } ?? .null
    }
  }

  /// `round(x)` to the nearest integer, of two the greater; `round(x, precision, mode)` to decimal
  /// places, ties away from zero unless the mode says otherwise.
  private static func round(_ arguments: [Value]) throws(KhoError) -> Value {
    guard let number = arguments[0].double else { return .null }
    guard arguments.count > 1 else {
      let floor = number.rounded(.down)
      return .float(number - floor < 0.5 ? floor : number.rounded(.up))
    }
    guard case .integer(let places) = arguments[1], places >= 0 else {
      throw KhoError(
        .argumentError, "NumberOutOfRange", "round() expected a precision of 0 or more")
    }
    var mode = DecimalRounding.halfUp
    if arguments.count > 2, case .string(let name) = arguments[2] {
      guard let named = DecimalRounding(rawValue: name.uppercased()) else {
        throw KhoError(
          .argumentError, "InvalidArgumentValue",
          "round() expected the mode UP, DOWN, CEILING, FLOOR, HALF_UP, HALF_DOWN or HALF_EVEN")
      }
      mode = named
    }
    return .float(mode.round(number, places: Int(min(places, 400))))
  }
}

/// Ways to round a decimal number, named as in Java's RoundingMode.
enum DecimalRounding: String {
  case up = "UP"
  case down = "DOWN"
  case ceiling = "CEILING"
  case floor = "FLOOR"
  case halfUp = "HALF_UP"
  case halfDown = "HALF_DOWN"
  case halfEven = "HALF_EVEN"

  /// Rounds the shortest decimal that denotes `number`, so that 1.005 is a tie at two places.
  func round(_ number: Double, places: Int) -> Double {
    guard number.isFinite, number != 0 else { return number }
    let (digits, exponent) = Self.decimal(number.magnitude)
    // The number is 0.d₁d₂d₃… × 10^exponent: this many digits stay.
    let kept = exponent + places
    guard kept < digits.count else { return number }
    let rest = kept < 0 ? [0] : digits[kept...]
    var head = kept <= 0 ? [0] : [0] + digits[..<kept]
    let isTie = rest.first == 5 && rest.dropFirst().allSatisfy { $0 == 0 }
    let isAboveHalf = (rest.first ?? 0) >= 5 && !isTie
    let goesUp =
      switch self {
      case .up: true
      case .down: false
      case .ceiling: number > 0
      case .floor: number < 0
      case .halfUp: isAboveHalf || isTie
      case .halfDown: isAboveHalf
      case .halfEven: isAboveHalf || isTie && (head.last ?? 0) % 2 == 1
      }
    if goesUp {
      var index = head.count - 1
      while index > 0, head[index] == 9 {
        head[index] = 0
        index -= 1
      }
      head[index] += 1
    }
    let text = "\(head.map(String.init).joined())e\(-places)"
    return (Double(text) ?? number) * (number < 0 ? -1 : 1)
  }

  /// The shortest decimal of a positive number, as the digits and exponent of 0.d₁d₂d₃… ×
  /// 10^exponent, d₁ ≠ 0.
  private static func decimal(_ number: Double) -> (digits: [Int], exponent: Int) {
    let parts = number.description.split(separator: "e")
    let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    var digits = mantissa.joined().compactMap(\.wholeNumberValue)
    var exponent = mantissa[0].count + (parts.count > 1 ? Int(parts[1]) ?? 0 : 0)
    while digits.count > 1, digits[0] == 0 {
      digits.removeFirst()
      exponent -= 1
    }
    return (digits, exponent)
  }
}
