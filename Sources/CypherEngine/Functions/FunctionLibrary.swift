internal import GraphModel
internal import GraphStorage

/// A function of the language that computes one value from the values of its arguments.
struct ScalarFunction: Sendable {
  typealias Body = @Sendable (FunctionContext, [Value]) throws(KhoError) -> Value

  /// Lower-case, with its name space: `tointeger`, `date.truncate`. Look-up ignores case.
  var name: String
  /// The name as shown to people: `toInteger`.
  var displayName: String
  /// Accepted types by position; further arguments take the last one's. A static type that is
  /// disjoint from it is the compile-time error `InvalidArgumentType`.
  var parameters: [TypeSet]
  var argumentCount: ClosedRange<Int>
  var result: TypeSet
  /// Whether a null argument makes the result null without calling `body`.
  var isNullPropagating: Bool
  /// Whether equal arguments give equal results within a statement, whose clock stands still: such
  /// calls on constants are computed once in a run.
  var isDeterministic: Bool
  /// Whether it is the host's, which expects to be called on the query's thread.
  var isHosts = false
  /// Throws the runtime error `InvalidArgumentValue` for arguments of other types than
  /// `parameters`.
  var body: Body

  init(
    _ displayName: String, _ parameters: [TypeSet], arguments: ClosedRange<Int>? = nil,
    returns result: TypeSet, propagatesNull: Bool = true, isDeterministic: Bool = true,
    body: @escaping Body
  ) {
    self.name = displayName.lowercased()
    self.displayName = displayName
    self.parameters = parameters
    self.argumentCount = arguments ?? parameters.count...parameters.count
    self.result = result
    self.isNullPropagating = propagatesNull
    self.isDeterministic = isDeterministic
    self.body = { context, arguments throws(KhoError) in
      for (index, argument) in arguments.enumerated() {
        guard let accepted = index < parameters.count ? parameters[index] : parameters.last,
          !TypeSet(of: argument).isCompatible(with: accepted)
        else { continue }
        throw KhoError(
          .typeError, "InvalidArgumentValue",
          "\(displayName)() expected \(accepted.names), found \(argument.typeName)")
      }
      return try body(context, arguments)
    }
  }
}

/// What a function may look at beside its arguments.
class FunctionContext {
  final let transaction: GraphTransaction
  /// The statement's clock: one instant for the whole statement (CIP2015-08-06), in UTC.
  final lazy var now = Temporal.DateTime.current

  init(transaction: GraphTransaction) {
    self.transaction = transaction
  }

  /// Accounts for memory before it is taken.
  func charge(bytes: Int) throws(KhoError) {}
}

/// All functions by name.
package enum FunctionLibrary {
  /// The names as shown to people, in alphabetical order.
  package static let names =
    (scalars.values.map(\.displayName) + aggregates.values.map(\.displayName))
    .sorted()

  static let scalars: [String: ScalarFunction] = {
    let groups = [
      stringFunctions, listFunctions, conversionFunctions, mathematicalFunctions, graphFunctions,
      generalFunctions, temporalFunctions,
    ]
    var byName: [String: ScalarFunction] = [:]
    for function in groups.joined() { byName[function.name] = function }
    return byName
  }()

  static let aggregates: [String: AggregateFunction] = {
    var byName: [String: AggregateFunction] = [:]
    for function in AggregateFunction.all { byName[function.name] = function }
    return byName
  }()

  static func scalar(named name: String) -> ScalarFunction? { scalars[name.lowercased()] }
  static func aggregate(named name: String) -> AggregateFunction? { aggregates[name.lowercased()] }
}

extension TypeSet {
  /// The type of one value; none for null.
  init(of value: Value) {
    self =
      switch value {
      case .null: .none
      case .boolean: .boolean
      case .integer: .integer
      case .float: .float
      case .string: .string
      case .list: .list
      case .map: .map
      case .node: .node
      case .relationship: .relationship
      case .path: .path
      case .date: .date
      case .localTime: .localTime
      case .time: .time
      case .localDateTime: .localDateTime
      case .dateTime: .dateTime
      case .duration: .duration
      }
  }

  /// The types for people: `INTEGER or FLOAT`.
  var names: String {
    let all = [
      "BOOLEAN", "INTEGER", "FLOAT", "STRING", "LIST", "MAP", "NODE", "RELATIONSHIP", "PATH",
      "DATE", "LOCAL TIME", "ZONED TIME", "LOCAL DATETIME", "ZONED DATETIME", "DURATION",
    ]
    if self == .any { return "any value" }
    return all.indices.filter { rawValue & 1 << $0 != 0 }.map { all[$0] }
      .joined(separator: " or ")
  }
}
