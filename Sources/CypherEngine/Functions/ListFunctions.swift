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

  /// The integers from the first to the second argument, both included, in steps of the third.
  private static func range(
    _ arguments: [Value], _ context: FunctionContext
  ) throws(KhoError) -> Value {
    var bounds: [Int64] = []
    for argument in arguments {
      guard case .integer(let bound) = argument else {
        throw KhoError(
          .argumentError, "InvalidArgumentType",
          "range() expected INTEGER, found \(argument.typeName)")
      }
      bounds.append(bound)
    }
    let step = bounds.count > 2 ? bounds[2] : 1
    if step == 0 {
      throw KhoError(
        .argumentError, "NumberOutOfRange", "range() expected a step other than zero")
    }
    let steps = (Int128(bounds[1]) - Int128(bounds[0])) / Int128(step)
    let isEmpty = step > 0 ? bounds[0] > bounds[1] : bounds[0] < bounds[1]
    if isEmpty { return .list([]) }
    let count = Int(exactly: steps + 1) ?? .max
    try Operations.checkCount(count)
    try context.charge(bytes: count * MemoryLayout<Value>.stride)
    return .list((0..<Int64(count)).map { .integer(bounds[0] &+ $0 &* step) })
  }
}
