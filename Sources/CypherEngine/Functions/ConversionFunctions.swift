internal import GraphModel

/// toBoolean, toInteger, toFloat and toString; their `OrNull` forms, which take any type; their
/// `List` forms.

extension FunctionLibrary {
  static let conversionFunctions: [ScalarFunction] =
    conversion("Boolean", from: [.boolean, .integer, .string], to: .boolean, toBoolean)
    + conversion("Integer", from: [.boolean, .number, .string], to: .integer, toInteger)
    + conversion("Float", from: [.number, .string], to: .float, toFloat)
    + conversion("String", from: [.boolean, .number, .string, .temporal], to: .string) {
      $0.isScalar ? .string($0.plainText) : nil
    }

  private typealias Conversion = @Sendable (Value) throws(KhoError) -> Value?

  /// The three functions of one conversion, which answers nil for what cannot be converted.
  private static func conversion(
    _ name: String, from types: TypeSet, to result: TypeSet, _ convert: @escaping Conversion
  ) -> [ScalarFunction] {
    @Sendable func orNull(_ value: Value) -> Value { (try? convert(value)) ?? .null }
    return [
      ScalarFunction("to\(name)", [types], returns: result) { _, arguments throws(KhoError) in
        try convert(arguments[0]) ?? .null
      },
      ScalarFunction("to\(name)OrNull", [.any], returns: result) { orNull($1[0]) },
      ScalarFunction("to\(name)List", [.list], returns: .list) {
        guard case .list(let values) = $1[0] else { return .null }
        return .list(values.map(orNull))
      },
    ]
  }

  private static func toBoolean(_ value: Value) -> Value? {
    switch value {
    case .boolean: return value
    case .integer(let number): return .boolean(number != 0)
    case .string(let text):
      switch text.trimmed().lowercased() {
      case "true": return .boolean(true)
      case "false": return .boolean(false)
      default: return nil
      }
    default: return nil
    }
  }

  /// Fractions are cut off. A number beyond 64 bits is an error.
  private static func toInteger(_ value: Value) throws(KhoError) -> Value? {
    switch value {
    case .boolean(let truth): return .integer(truth ? 1 : 0)
    case .integer: return value
    case .float(let number): return try integer(of: number)
    case .string(let text):
      let text = text.trimmed()
      let whole = text.prefix { $0 != "." }
      let fraction = text.dropFirst(whole.count + 1)
      if fraction.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int64(whole) {
        return .integer(number)
      }
      return try number(in: text).map { number throws(KhoError) in try integer(of: number) }
    default: return nil
    }
  }

  private static func integer(of number: Double) throws(KhoError) -> Value {
    guard let integer = Int64(exactly: number.rounded(.towardZero)) else {
      throw KhoError(
        .arithmeticError, "IntegerOverflow",
        "the number is beyond the range of 64-bit integers, toIntegerOrNull() gives null for it")
    }
    return .integer(integer)
  }

  private static func toFloat(_ value: Value) -> Value? {
    if case .string(let text) = value { return number(in: text.trimmed()).map { .float($0) } }
    return value.double.map { .float($0) }
  }

  /// A decimal number, or one of the names that toString() gives.
  private static func number(in text: String) -> Double? {
    switch text {
    case "NaN": return .nan
    case "Infinity": return .infinity
    case "-Infinity": return -.infinity
    default:
      let isDecimal = text.utf8.allSatisfy {
        switch $0 {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "e"),
          UInt8(ascii: "E"), UInt8(ascii: "+"), UInt8(ascii: "-"):
          true
        default: false
        }
      }
      return isDecimal ? Double(text) : nil
    }
  }
}
