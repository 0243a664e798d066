internal import GraphModel

/// A function that computes one value from the values of a group of rows.
struct AggregateFunction: Sendable {
  /// Lower-case; look-up ignores case.
  var name: String
  /// The name as shown to people: `percentileCont`.
  var displayName: String
  /// Accepted types by position, as in `ScalarFunction`.
  var parameters: [TypeSet]
  var result: TypeSet
  /// Whether states of rows that follow one another can be merged.
  let isMergeable: Bool
  private let make: @Sendable () -> Accumulators

  /// - Parameter accumulator: the state of a new group. It is given the values of the arguments
  ///   after the first in the group's first row; none for the group of no rows.
  @inline(__always) init<State: Accumulator>(
    _ displayName: String, _ parameters: [TypeSet], returns result: TypeSet,
    accumulator: @escaping @Sendable ([Value]) throws(KhoError) -> State
  ) {
    name = displayName.lowercased()
    self.displayName = displayName
    self.parameters = parameters
    self.result = result
    isMergeable = State.merge != nil
    make = { Accumulators.of(accumulator) }
  }

  /// The states of all groups of one aggregation. Adding rows throws `NumberOutOfRange` for a
  /// percentile outside 0 ... 1.
  /// - Parameter isLater: they will be merged into those of earlier rows.
  func accumulators(isDistinct: Bool = false, isLater: Bool = false) -> Accumulators {
    isDistinct ? .distinct(make(), isCounting: name == "count", isLater: isLater) : make()
  }

  /// `count(*)` is `count` of any constant.
  static let all: [AggregateFunction] = [
    AggregateFunction("count", [.any], returns: .integer) { _ in Count() },
    AggregateFunction("sum", [[.number, .duration]], returns: [.number, .duration]) { _ in
      Sum("sum")
    },
    AggregateFunction("avg", [[.number, .duration]], returns: [.float, .duration]) { _ in
      Average("avg")
    },
    AggregateFunction("min", [.any], returns: .any) { _ in Extreme(sign: -1) },
    AggregateFunction("max", [.any], returns: .any) { _ in Extreme(sign: 1) },
    AggregateFunction("collect", [.any], returns: .list) { _ in Collect() },
    AggregateFunction("stDev", [.number], returns: .float) { _ in
      Deviation("stDev", isSample: true)
    },
    AggregateFunction("stDevP", [.number], returns: .float) { _ in
      Deviation("stDevP", isSample: false)
    },
    AggregateFunction("percentileCont", [.number, .number], returns: .float) {
      further throws(KhoError) in
      try Percentile("percentileCont", isContinuous: true, further.first)
    },
    AggregateFunction("percentileDisc", [.number, .number], returns: .number) {
      further throws(KhoError) in
      try Percentile("percentileDisc", isContinuous: false, further.first)
    },
  ]
}

extension Value {
  /// About the bytes of memory of this value, not counting what is in the elements of a list or
  /// map.
  var footprint: Int {
    let own = MemoryLayout<Value>.stride
    switch self {
    case .string(let text): return own + (text.utf8.count > 15 ? text.utf8.count + 32 : 0)
    case .list(let values): return own + values.count * own + 32
    case .map(let map): return own + map.count * (own + MemoryLayout<String>.stride) + 32
    case .path(let path): return own + path.nodes.count * 32 + 64
    default: return own
    }
  }
}
