internal import GraphModel
internal import GraphStorage

/// A function of the language that computes one value from the values of its arguments.
struct ScalarFunction: Sendable {
  /// Lower-case, with its name space: `tointeger`, `date.truncate`. Look-up ignores case.
  var name: String
  /// The name as shown to people: `toInteger`.
  var displayName: String
  /// Accepted types by position; further arguments take the last one's. A static type that is disjoint from it is the
  /// compile-time error `InvalidArgumentType`.
  var parameters: [TypeSet]
  var argumentCount: ClosedRange<Int>
  var result: TypeSet
  /// Whether a null argument makes the result null without calling `body`.
  var isNullPropagating: Bool
  /// Whether equal arguments always give equal results: such calls on constants are computed once.
  var isDeterministic: Bool
  var body: @Sendable (FunctionContext, [Value]) throws(KhoError) -> Value

  init(
    _ displayName: String, _ parameters: [TypeSet], arguments: ClosedRange<Int>? = nil,
    returns result: TypeSet, propagatesNull: Bool = true, isDeterministic: Bool = true,
    body: @escaping @Sendable (FunctionContext, [Value]) throws(KhoError) -> Value
  ) {
    self.name = displayName.lowercased()
    self.displayName = displayName
    self.parameters = parameters
    self.argumentCount = arguments ?? parameters.count...parameters.count
    self.result = result
    self.isNullPropagating = propagatesNull
    self.isDeterministic = isDeterministic
    self.body = body
  }
}

/// What a function may look at beside its arguments.
final class FunctionContext {
  let transaction: GraphTransaction
  /// The statement's clock: one instant for the whole statement (CIP2015-08-06), in UTC.
  let now: Temporal.DateTime
  init(transaction: GraphTransaction, now: Temporal.DateTime) {
    self.transaction = transaction
    self.now = now
  }
}

/// All functions by name.
enum FunctionLibrary {
  static let scalars: [String: ScalarFunction] = {
    var byName: [String: ScalarFunction] = [:]
    for group in [ScalarFunction]() { byName[group.name] = group }
    return byName
  }()

  static func scalar(named name: String) -> ScalarFunction? { scalars[name.lowercased()] }
}
