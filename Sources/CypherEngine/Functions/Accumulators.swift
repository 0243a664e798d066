internal import GraphModel

/// The states of the aggregate functions. Each counts a value of weight w as w rows.

final class CountAccumulator: Accumulator {
  private var count: Int64 = 0

  override func accumulate(_ value: Value, _ weight: Int) throws(KhoError) {
    let sum = count.addingReportingOverflow(Int64(weight))
    _ = try Operations.checked(sum, "count()")
    count = sum.partialValue
  }
  override func result() throws(KhoError) -> Value { .integer(count) }
}

/// Sums integers exactly, whatever their order; of the whole only the result must fit 64 bits.
class SumAccumulator: Accumulator {
  private let name: String
  private var integers: Int128 = 0
  private var floats: Double?
  private var duration: Value?
  fileprivate var count: Int64 = 0

  init(_ name: String) { self.name = name }

  override final func accumulate(_ value: Value, _ weight: Int) throws(KhoError) {
    let isFirst = count == 0
    count &+= Int64(weight)
    switch value {
    case .integer(let number) where duration == nil:
      let product = Int128(number) * Int128(weight)
      let sum = integers.addingReportingOverflow(product)
      if sum.overflow { throw overflow }
      integers = sum.partialValue
    case .float(let number) where duration == nil:
      floats = (floats ?? 0) + number * Double(weight)
    case .duration where isFirst || duration != nil:
      let product = try Temporal.multiply(value, .integer(Int64(weight))) ?? .null
      duration =
        try duration.map { sum throws(KhoError) in try Temporal.add(sum, product) ?? .null }
        ?? product
    default: throw Accumulator.typeError(name, value)
    }
  }

  override func result() throws(KhoError) -> Value {
    if let duration { return duration }
    if let sum = double { return .float(sum) }
    guard let sum = Int64(exactly: integers) else { throw overflow }
    return .integer(sum)
  }

  /// The sum where a float was among the numbers.
  fileprivate var double: Double? { floats.map { $0 + Double(integers) } }

  /// The duration's or the numbers' sum divided by their count.
  fileprivate func mean() throws(KhoError) -> Value {
    if let duration { return try Temporal.divide(duration, .integer(count)) ?? .null }
    return .float((double ?? Double(integers)) / Double(count))
  }

  private var overflow: KhoError {
    KhoError(
      .arithmeticError, "IntegerOverflow",
      "the result of \(name)() is beyond the range of 64-bit integers")
  }
}

final class AverageAccumulator: SumAccumulator {
  override func result() throws(KhoError) -> Value { count == 0 ? .null : try mean() }
}

/// min and max: the first or last value in the order of ORDER BY.
final class ExtremeAccumulator: Accumulator {
  private let sign: Int
  private var extreme: Value = .null

  /// `sign` is 1 for max, -1 for min.
  init(sign: Int) { self.sign = sign }

  override func accumulate(_ value: Value, _ weight: Int) throws(KhoError) {
    if extreme.isNull || Value.order(value, extreme) == sign { extreme = value }
  }
  override func result() throws(KhoError) -> Value { extreme }
}

final class CollectAccumulator: Accumulator {
  private var values: [Value] = []

  override func accumulate(_ value: Value, _ weight: Int) throws(KhoError) {
    try Operations.checkCount(max(weight, values.count &+ weight))
    for _ in 0..<weight { values.append(value) }
    keep(value)
  }
  override func result() throws(KhoError) -> Value { try Operations.list(values) }
}

/// Standard deviation by Welford's method.
final class DeviationAccumulator: Accumulator {
  private let name: String
  private let isSample: Bool
  private var count = 0.0
  private var mean = 0.0
  private var squares = 0.0

  init(_ name: String, isSample: Bool) {
    self.name = name
    self.isSample = isSample
  }

  override func accumulate(_ value: Value, _ weight: Int) throws(KhoError) {
    guard let number = value.double else { throw Accumulator.typeError(name, value) }
    count += Double(weight)
    let distance = number - mean
    mean += distance * Double(weight) / count
    squares += Double(weight) * distance * (number - mean)
  }

  override func result() throws(KhoError) -> Value {
    let degrees = count - (isSample ? 1 : 0)
    return .float(degrees > 0 ? (squares / degrees).squareRoot() : 0)
  }
}

/// A percentile of numbers: interpolated between the two nearest (`percentileCont`), or the nearest
/// at or below which that part of the numbers lies (`percentileDisc`).
final class PercentileAccumulator: Accumulator {
  private let name: String
  private let isContinuous: Bool
  private let part: Double
  private var numbers: [(value: Value, weight: Int)] = []
  private var count = 0

  init(_ name: String, isContinuous: Bool, _ part: Value?) throws(KhoError) {
    self.name = name
    self.isContinuous = isContinuous
    guard let number = (part ?? 0).double else { throw Accumulator.typeError(name, part ?? 0) }
    guard (0...1).contains(number) else {
      throw KhoError(
        .argumentError, "NumberOutOfRange", "\(name)() expected a percentile between 0.0 and 1.0")
    }
    self.part = number
  }

  override func accumulate(_ value: Value, _ weight: Int) throws(KhoError) {
    guard value.double != nil else { throw Accumulator.typeError(name, value) }
    numbers.append((value, weight))
    count &+= weight
    keep(value)
  }

  override func result() throws(KhoError) -> Value {
    if count == 0 { return .null }
    numbers.sort { $0.value.isOrderedBefore($1.value) }
    if !isContinuous {
      return number(at: Int((part * Double(count)).rounded(.up)) - 1)
    }
    let position = part * Double(count - 1)
    let below = position.rounded(.down)
    guard let low = number(at: Int(below)).double, let high = number(at: Int(below) + 1).double
    else { return .null }
    return .float(below == position ? low : low + (high - low) * (position - below))
  }

  /// The number at a place among the sorted rows, the nearest end where there is no such place.
  private func number(at place: Int) -> Value {
    var end = 0
    for (value, weight) in numbers {
      end &+= weight
      if place < end { return value }
    }
    return numbers.last?.value ?? .null
  }
}

/// Passes on the first of equivalent values, once.
final class DistinctAccumulator: Accumulator {
  private let base: Accumulator
  private var seen: Set<EquivalentValue> = []

  init(_ base: Accumulator) { self.base = base }

  override func accumulate(_ value: Value, _ weight: Int) throws(KhoError) {
    guard seen.insert(EquivalentValue(value)).inserted else { return }
    keep(value)
    try base.accumulate(value, 1)
  }
  override func result() throws(KhoError) -> Value { try base.result() }
}
