internal import GraphModel

/// The state of an aggregate function in one group. A value of weight w counts as w rows.
protocol Accumulator: SendableMetatype {
  /// Takes a value that is not null, of a weight of 1 or more. Returns about how many bytes it
  /// keeps of it.
  mutating func add(_ value: Value, weight: Int) throws(KhoError) -> Int
  mutating func add(integer: Int64, weight: Int) throws(KhoError)
  mutating func add(float: Double, weight: Int) throws(KhoError)
  /// Takes some of many integers.
  mutating func add(_ integers: [Int64], _ rows: Range<Int>) throws(KhoError)
  /// Whether only the sum and the number of integers matter.
  static var addsUp: Bool { get }
  /// Whether it matters how many values there are, and not which.
  static var onlyCounts: Bool { get }
  /// Takes so many integers, of which the sum is given. Only asked where they add up.
  mutating func add(sum: Int128, of rows: Int) throws(KhoError)
  func result() throws(KhoError) -> Value
  /// Takes in what was made of the rows that follow, so that nothing tells that they were apart;
  /// nil where that cannot be.
  static var merge: ((inout Self, Self) throws(KhoError) -> Void)? { get }
}

extension Accumulator {
  static var merge: ((inout Self, Self) throws(KhoError) -> Void)? { nil }
  static var addsUp: Bool { false }
  static var onlyCounts: Bool { false }
  mutating func add(sum: Int128, of rows: Int) throws(KhoError) {}
  mutating func add(integer: Int64, weight: Int) throws(KhoError) {
    _ = try add(.integer(integer), weight: weight)
  }
  mutating func add(float: Double, weight: Int) throws(KhoError) {
    _ = try add(.float(float), weight: weight)
  }
  mutating func add(_ integers: [Int64], _ rows: Range<Int>) throws(KhoError) {
    for row in rows { try add(integer: integers[row], weight: 1) }
  }
}

private func typeError(_ name: String, _ value: Value) -> KhoError {
  KhoError(
    .typeError, "InvalidArgumentValue", "\(name)() expected a number, found \(value.typeName)")
}

extension KhoError {
  static var tooManyRows: KhoError {
    KhoError(.arithmeticError, "IntegerOverflow", "there are more rows than can be counted")
  }
}

struct Count: Accumulator {
  private var count: Int64 = 0

  mutating func add(_ value: Value, weight: Int) throws(KhoError) -> Int {
    try add(rows: weight)
    return 0
  }
  mutating func add(integer: Int64, weight: Int) throws(KhoError) { try add(rows: weight) }
  mutating func add(_ integers: [Int64], _ rows: Range<Int>) throws(KhoError) {
    try add(rows: rows.count)
  }
  static var addsUp: Bool { true }
  static var onlyCounts: Bool { true }
  mutating func add(sum: Int128, of rows: Int) throws(KhoError) { try add(rows: rows) }
  mutating func add(float: Double, weight: Int) throws(KhoError) { try add(rows: weight) }
  func result() -> Value { .integer(count) }
  static var merge: ((inout Self, Self) throws(KhoError) -> Void)? {
    { (count, later) throws(KhoError) in try count.add(rows: Int(later.count)) }
  }

  @inline(__always) private mutating func add(rows: Int) throws(KhoError) {
    let (sum, overflow) = count.addingReportingOverflow(Int64(rows))
    count = sum
    if overflow { throw .tooManyRows }
  }
}

/// Sums integers exactly, whatever their order; of the whole only the result must fit 64 bits.
/// Floats are summed with what rounding has lost of them (Neumaier): as good as exact, so that
/// their order does not show either.
struct Sum: Accumulator {
  private let name: String
  private var integers: Int128 = 0
  private var floats: Double?
  private var lost = 0.0
  private var duration: Value?
  fileprivate var count: Int64 = 0

  init(_ name: String) { self.name = name }

  mutating func add(integer: Int64, weight: Int) throws(KhoError) {
    if duration != nil { throw typeError(name, .integer(integer)) }
    count &+= Int64(weight)
    let sum = integers.addingReportingOverflow(
      weight == 1 ? Int128(integer) : Int128(integer) * Int128(weight))
    if sum.overflow { throw overflow }
    integers = sum.partialValue
  }

  mutating func add(_ integers: [Int64], _ rows: Range<Int>) throws(KhoError) {
    // The sum of fewer than 2^63 integers fits.
    var sum: Int128 = 0
    for row in rows { sum &+= Int128(integers[row]) }
    if duration != nil, let first = rows.first { throw typeError(name, .integer(integers[first])) }
    try add(sum: sum, of: rows.count)
  }

  static var addsUp: Bool { true }
  mutating func add(sum: Int128, of rows: Int) throws(KhoError) {
    if duration != nil, rows > 0 { throw typeError(name, 0) }
    count &+= Int64(rows)
    let total = integers.addingReportingOverflow(sum)
    if total.overflow { throw overflow }
    integers = total.partialValue
  }

  mutating func add(float: Double, weight: Int) throws(KhoError) {
    if duration != nil { throw typeError(name, .float(float)) }
    count &+= Int64(weight)
    add(float * Double(weight))
  }

  private mutating func add(_ float: Double) {
    let before = floats ?? 0
    let sum = before + float
    let taken = sum - before
    lost += (before - (sum - taken)) + (float - taken)
    floats = sum
  }

  static var merge: ((inout Self, Self) throws(KhoError) -> Void)? {
    { (sum, later) throws(KhoError) in
      if later.count == 0 { return }
      if let duration = later.duration {
        let count = sum.count
        _ = try sum.add(duration, weight: 1)
        sum.count = count &+ later.count
        return
      }
      if sum.duration != nil { throw typeError(sum.name, later.floats.map { .float($0) } ?? 0) }
      sum.count &+= later.count
      let total = sum.integers.addingReportingOverflow(later.integers)
      if total.overflow { throw sum.overflow }
      sum.integers = total.partialValue
      guard let floats = later.floats else { return }
      sum.add(floats)
      sum.lost += later.lost
    }
  }

  mutating func add(_ value: Value, weight: Int) throws(KhoError) -> Int {
    switch value {
    case .integer(let number): try add(integer: number, weight: weight)
    case .float(let number): try add(float: number, weight: weight)
    case .duration where count == 0 || duration != nil:
      count &+= Int64(weight)
      let product = try Temporal.multiply(value, .integer(Int64(weight))) ?? .null
      duration =
        try duration.map { sum throws(KhoError) in try Temporal.add(sum, product) ?? .null }
        ?? product
    default: throw typeError(name, value)
    }
    return 0
  }

  func result() throws(KhoError) -> Value {
    if let duration { return duration }
    if let sum = double { return .float(sum) }
    guard let sum = Int64(exactly: integers) else { throw overflow }
    return .integer(sum)
  }

  /// The sum where a float was among the numbers.
  fileprivate var double: Double? {
    // Of infinity nothing tells what was lost.
    floats.map { ($0 + Double(integers)) + (lost.isFinite ? lost : 0) }
  }

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

struct Average: Accumulator {
  private var sum: Sum
  init(_ name: String) { sum = Sum(name) }

  mutating func add(_ value: Value, weight: Int) throws(KhoError) -> Int {
    try sum.add(value, weight: weight)
  }
  mutating func add(integer: Int64, weight: Int) throws(KhoError) {
    try sum.add(integer: integer, weight: weight)
  }
  mutating func add(_ integers: [Int64], _ rows: Range<Int>) throws(KhoError) {
    try sum.add(integers, rows)
  }
  static var addsUp: Bool { true }
  mutating func add(sum: Int128, of rows: Int) throws(KhoError) {
    try self.sum.add(sum: sum, of: rows)
  }
  mutating func add(float: Double, weight: Int) throws(KhoError) {
    try sum.add(float: float, weight: weight)
  }
  func result() throws(KhoError) -> Value { sum.count == 0 ? .null : try sum.mean() }
  static var merge: ((inout Self, Self) throws(KhoError) -> Void)? {
    { (average, later) throws(KhoError) in try Sum.merge?(&average.sum, later.sum) }
  }
}

/// min and max: the first or last value in the order of ORDER BY.
struct Extreme: Accumulator {
  private let sign: Int
  private var extreme: Value = .null

  /// `sign` is 1 for max, -1 for min.
  init(sign: Int) { self.sign = sign }

  mutating func add(_ value: Value, weight: Int) throws(KhoError) -> Int {
    if extreme.isNull || Value.order(value, extreme) == sign { extreme = value }
    return 0
  }
  func result() throws(KhoError) -> Value { extreme }
  static var merge: ((inout Self, Self) throws(KhoError) -> Void)? {
    { (extreme, later) throws(KhoError) in
      if !later.extreme.isNull { _ = try extreme.add(later.extreme, weight: 1) }
    }
  }
}

struct Collect: Accumulator {
  private var values: [Value] = []

  mutating func add(_ value: Value, weight: Int) throws(KhoError) -> Int {
    try Operations.checkCount(max(weight, values.count &+ weight))
    for _ in 0..<weight { values.append(value) }
    return value.footprint
  }
  func result() throws(KhoError) -> Value { try Operations.list(values) }
  static var merge: ((inout Self, Self) throws(KhoError) -> Void)? {
    { (list, later) throws(KhoError) in
      try Operations.checkCount(list.values.count &+ later.values.count)
      list.values += later.values
    }
  }
}

/// Standard deviation by Welford's method.
struct Deviation: Accumulator {
  private let name: String
  private let isSample: Bool
  private var count = 0.0
  private var mean = 0.0
  private var squares = 0.0

  init(_ name: String, isSample: Bool) {
    self.name = name
    self.isSample = isSample
  }

  mutating func add(_ value: Value, weight: Int) throws(KhoError) -> Int {
    guard let number = value.double else { throw typeError(name, value) }
    count += Double(weight)
    let distance = number - mean
    mean += distance * Double(weight) / count
    squares += Double(weight) * distance * (number - mean)
    return 0
  }

  func result() throws(KhoError) -> Value {
    let degrees = count - (isSample ? 1 : 0)
    return .float(degrees > 0 ? (squares / degrees).squareRoot() : 0)
  }
}

/// A percentile of numbers: interpolated between the two nearest (`percentileCont`), or the nearest
/// at or below which that part of the numbers lies (`percentileDisc`).
struct Percentile: Accumulator {
  private let name: String
  private let isContinuous: Bool
  private let part: Double
  private var numbers: [(value: Value, weight: Int)] = []
  private var count = 0

  init(_ name: String, isContinuous: Bool, _ part: Value?) throws(KhoError) {
    self.name = name
    self.isContinuous = isContinuous
    guard let number = (part ?? 0).double else { throw typeError(name, part ?? 0) }
    guard (0...1).contains(number) else {
      throw KhoError(
        .argumentError, "NumberOutOfRange", "\(name)() expected a percentile between 0.0 and 1.0")
    }
    self.part = number
  }

  mutating func add(_ value: Value, weight: Int) throws(KhoError) -> Int {
    guard value.double != nil else { throw typeError(name, value) }
    numbers.append((value, weight))
    count &+= weight
    return value.footprint
  }

  static var merge: ((inout Self, Self) throws(KhoError) -> Void)? {
    { (percentile, later) throws(KhoError) in
      percentile.numbers += later.numbers
      percentile.count &+= later.count
    }
  }

  func result() throws(KhoError) -> Value {
    if count == 0 { return .null }
    let numbers = numbers.sorted { $0.value.isOrderedBefore($1.value) }
    if !isContinuous {
      return Self.number(in: numbers, at: Int((part * Double(count)).rounded(.up)) - 1)
    }
    let position = part * Double(count - 1)
    let below = position.rounded(.down)
    guard let low = Self.number(in: numbers, at: Int(below)).double,
      let high = Self.number(in: numbers, at: Int(below) + 1).double
    else { return .null }
    return .float(below == position ? low : low + (high - low) * (position - below))
  }

  /// The number at a place among the sorted rows, the nearest end where there is no such place.
  private static func number(in numbers: [(value: Value, weight: Int)], at place: Int) -> Value {
    var end = 0
    for (value, weight) in numbers {
      end &+= weight
      if place < end { return value }
    }
    return numbers.last?.value ?? .null
  }
}
