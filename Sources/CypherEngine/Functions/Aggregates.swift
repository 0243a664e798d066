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
  private let make: @Sendable ([Value]) throws(KhoError) -> Accumulator

  init(
    _ displayName: String, _ parameters: [TypeSet], returns result: TypeSet,
    make: @escaping @Sendable ([Value]) throws(KhoError) -> Accumulator
  ) {
    name = displayName.lowercased()
    self.displayName = displayName
    self.parameters = parameters
    self.result = result
    self.make = make
  }

  /// The state of a new group. `further` holds the values of the arguments after the first in the
  /// group's first row; empty for the group of no rows. Throws `NumberOutOfRange` for a percentile
  /// outside 0 ... 1.
  func accumulator(
    isDistinct: Bool = false, further: [Value] = []
  ) throws(KhoError) -> Accumulator {
    let accumulator = try make(further)
    return isDistinct ? DistinctAccumulator(accumulator) : accumulator
  }

  /// `count(*)` is `count` of any constant.
  static let all: [AggregateFunction] = [
    AggregateFunction("count", [.any], returns: .integer) { _ in CountAccumulator() },
    AggregateFunction("sum", [[.number, .duration]], returns: [.number, .duration]) { _ in
      SumAccumulator("sum")
    },
    AggregateFunction("avg", [[.number, .duration]], returns: [.float, .duration]) { _ in
      AverageAccumulator("avg")
    },
    AggregateFunction("min", [.any], returns: .any) { _ in ExtremeAccumulator(sign: -1) },
    AggregateFunction("max", [.any], returns: .any) { _ in ExtremeAccumulator(sign: 1) },
    AggregateFunction("collect", [.any], returns: .list) { _ in CollectAccumulator() },
    AggregateFunction("stDev", [.number], returns: .float) { _ in
      DeviationAccumulator("stDev", isSample: true)
    },
    AggregateFunction("stDevP", [.number], returns: .float) { _ in
      DeviationAccumulator("stDevP", isSample: false)
    },
    AggregateFunction("percentileCont", [.number, .number], returns: .float) {
      further throws(KhoError) in
      try PercentileAccumulator("percentileCont", isContinuous: true, further.first)
    },
    AggregateFunction("percentileDisc", [.number, .number], returns: .number) {
      further throws(KhoError) in
      try PercentileAccumulator("percentileDisc", isContinuous: false, further.first)
    },
  ]
}

/// The state of an aggregate function in one group.
class Accumulator {
  /// About what the values kept take, for the account of memory.
  private(set) var sizeInBytes = 0

  /// Takes the value of `weight` equal rows, 1 or more. Null is ignored.
  final func add(_ value: Value, weight: Int = 1) throws(KhoError) {
    if !value.isNull { try accumulate(value, weight) }
  }

  /// Takes a value that is not null.
  func accumulate(_ value: Value, _ weight: Int) throws(KhoError) {}
  func result() throws(KhoError) -> Value { .null }

  final func keep(_ value: Value) { sizeInBytes += value.footprint }

  static func typeError(_ name: String, _ value: Value) -> KhoError {
    KhoError(
      .typeError, "InvalidArgumentValue",
      "\(name)() expected a number, found \(value.typeName)")
  }
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
