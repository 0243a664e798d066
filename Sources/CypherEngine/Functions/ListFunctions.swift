internal import GraphModel

/// Functions of lists.

extension FunctionLibrary {
  static let listFunctions: [ScalarFunction] = [
    list("head") { $0.first ?? .null },
    list("last") { $0.last ?? .null },
    list("tail") { .list(Array($0.dropFirst())) },
    ScalarFunction("size", [[.string, .list]], returns: .integer) {
      switch $1[0] {
      case .string(let text): .integer(Int64(text.unicodeScalars.count))
      case .list(let values): .integer(Int64(values.count))
      default: .null
      }
    },
    ScalarFunction("reverse", [[.string, .list]], returns: [.string, .list]) {
      switch $1[0] {
      case .string(let text):
        .string(String(String.UnicodeScalarView(text.unicodeScalars.reversed())))
      case .list(let values): .list(values.reversed())
      default: .null
      }
    },
    ScalarFunction("range", [.any, .any, .any], arguments: 2...3, returns: .list) {
      context, arguments throws(KhoError) in try range(arguments, context)
    },
  ]

  private static func list(
    _ name: String, _ body: @escaping @Sendable ([Value]) -> Value
  ) -> ScalarFunction {
    ScalarFunction(name, [.list], returns: .any) {
      guard case .list(let values) = $1[0] else { return .null }
      return body(values)
    }
  }

  private static func range(
    _ arguments: [Value], _ context: FunctionContext
  ) throws(KhoError) -> Value {
    var range = try IntegerRange(arguments)
    try Operations.checkCount(range.count)
    try context.charge(bytes: range.count * MemoryLayout<Value>.stride)
    return .list(range.take(range.count))
  }
}

/// The integers of `range()` that are still to come.
struct IntegerRange {
  private var next: Int64 = 0
  private var step: Int64 = 1
  private(set) var count = 0

  init() {}

  /// From the first to the second argument, both included, in steps of the third.
  init(_ arguments: [Value]) throws(KhoError) {
    var bounds: [Int64] = []
    for argument in arguments {
      guard case .integer(let bound) = argument else {
        throw KhoError(
          .argumentError, "InvalidArgumentType",
          "range() expected INTEGER, found \(argument.typeName)")
      }
      bounds.append(bound)
    }
    step = bounds.count > 2 ? bounds[2] : 1
    if step == 0 {
      throw KhoError(
        .argumentError, "NumberOutOfRange", "range() expected a step other than zero")
    }
    let isEmpty = step > 0 ? bounds[0] > bounds[1] : bounds[0] < bounds[1]
    if isEmpty { return }
    next = bounds[0]
    let steps = (Int128(bounds[1]) - Int128(bounds[0])) / Int128(step)
    count = Int(exactly: steps + 1) ?? .max
  }

  /// The next `number` integers, of which there must be as many.
  mutating func take(_ number: Int) -> [Value] {
    let first = next
    next &+= step &* Int64(number)
    count -= number
    return (0..<Int64(number)).map { .integer(first &+ $0 &* step) }
  }
}
