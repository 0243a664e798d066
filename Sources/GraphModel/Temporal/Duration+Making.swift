/// Durations from maps, from ISO 8601 text and from fractions of parts, which carry into smaller
/// units.
extension Temporal.Duration {
  /// Parts as numerators over a common `denominator` above zero. A fraction of a month carries into
  /// days by 30.436875, of a day into seconds by 86,400; what is left below a nanosecond is
  /// dropped. Throws if a number is out of range.
  init(
    months: Int128, days: Int128, seconds: Int128, nanoseconds: Int128, over denominator: Int128
  ) throws(KhoError) {
    // Within these bounds no step below overflows 128 bits.
    let bound = Int128(1) << 93
    guard denominator < bound,
      [months, days, seconds, nanoseconds].allSatisfy({ ($0 / denominator).magnitude < bound })
    else { throw Temporal.outOfRange("the duration") }
    let (wholeMonths, monthRest) = months.quotientAndRemainder(dividingBy: denominator)
    var (wholeDays, dayRest) = days.quotientAndRemainder(dividingBy: denominator)
    let day = Int128(Temporal.secondsPerDay) * denominator
    let rest =
      monthRest * Int128(Self.secondsPerMonth) + dayRest * Int128(Temporal.secondsPerDay)
    wholeDays += rest / day
    dayRest = rest % day
    // Days and what is left of them have one sign, as after rounding their sum towards zero.
    if wholeDays > 0, dayRest < 0 {
      (wholeDays, dayRest) = (wholeDays - 1, dayRest + day)
    } else if wholeDays < 0, dayRest > 0 {
      (wholeDays, dayRest) = (wholeDays + 1, dayRest - day)
    }
    let (wholeSeconds, secondRest) = seconds.quotientAndRemainder(dividingBy: denominator)
    dayRest += secondRest
    let (wholeNanoseconds, nanosecondRest) =
      nanoseconds.quotientAndRemainder(dividingBy: denominator)
    let fraction =
      (dayRest % denominator) * Int128(Temporal.nanosecondsPerSecond) + nanosecondRest
    try self.init(
      months: wholeMonths, days: wholeDays, seconds: wholeSeconds + dayRest / denominator,
      nanoseconds: wholeNanoseconds + fraction / denominator)
  }

  /// From `years` … `nanoseconds`, integers or floats; nil if one is null. Throws
  /// `InvalidArgumentValue` for anything else.
  package init?(components map: ValueMap) throws(KhoError) {
    var sum = Sum()
    for (key, value) in map {
      guard let unit = Unit(rawValue: key) else {
        throw Temporal.invalid(
          "expected units of a duration, found an unknown name",
          hint: "known are \(Unit.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      switch value {
      case .null: return nil
      case .integer(let number): try sum.add(.init(digits: Int128(number), exponent: 0), unit)
      case .float(let number): try sum.add(Temporal.Decimal(number), unit)
      default: throw Temporal.invalid("expected a number as \(key), found another value")
      }
    }
    self = try sum.duration()
  }

  /// `P12Y5M14DT16H12M70.5S`, `P2.5W`, `P2012-02-02T14:37:21.545`, with an optional sign in front.
  /// Of the first form only the last number may have a fraction. Throws `InvalidArgumentValue`
  /// otherwise.
  public init(parsing text: String) throws(KhoError) {
    var scanner = try Temporal.Scanner(text, for: "a duration")
    let sign = scanner.takeSign() ?? 1
    guard scanner.take("P") else { throw scanner.failure(expecting: "'P'") }
    var sum = Sum()
    if scanner.contains(anyOf: "YMWDHS") {
      try sum.addUnits(&scanner, sign)
    } else {
      try sum.addDateAndTime(&scanner, sign)
    }
    try scanner.expectEnd()
    self = try sum.duration()
  }
}

extension Temporal.Duration {
  private enum Unit: String, CaseIterable {
    case years, quarters, months, weeks, days
    case hours, minutes, seconds, milliseconds, microseconds, nanoseconds
  }

  /// Sums of the groups in units of 10⁻¹⁸.
  private struct Sum {
    static let scale: Int128 = 1_000_000_000_000_000_000
    var months: Int128 = 0
    var days: Int128 = 0
    var seconds: Int128 = 0
    var nanoseconds: Int128 = 0

    func duration() throws(KhoError) -> Temporal.Duration {
      try Temporal.Duration(
        months: months, days: days, seconds: seconds, nanoseconds: nanoseconds, over: Self.scale)
    }

    mutating func add(_ number: Temporal.Decimal, _ unit: Unit) throws(KhoError) {
      let scaled = try number.scaled(by: 18)
      switch unit {
      case .years: try Self.add(scaled, 12, to: &months)
      case .quarters: try Self.add(scaled, 3, to: &months)
      case .months: try Self.add(scaled, 1, to: &months)
      case .weeks: try Self.add(scaled, 7, to: &days)
      case .days: try Self.add(scaled, 1, to: &days)
      case .hours: try Self.add(scaled, 3_600, to: &seconds)
      case .minutes: try Self.add(scaled, 60, to: &seconds)
      case .seconds: try Self.add(scaled, 1, to: &seconds)
      case .milliseconds: try addFraction(scaled, perSecond: 1_000)
      case .microseconds: try addFraction(scaled, perSecond: 1_000_000)
      case .nanoseconds: try addFraction(scaled, perSecond: 1_000_000_000)
      }
    }

    private mutating func addFraction(_ scaled: Int128, perSecond: Int128) throws(KhoError) {
      let (whole, rest) = scaled.quotientAndRemainder(dividingBy: perSecond * Self.scale)
      try Self.add(whole, Self.scale, to: &seconds)
      try Self.add(rest, 1_000_000_000 / perSecond, to: &nanoseconds)
    }

    private static func add(
      _ scaled: Int128, _ factor: Int128, to sum: inout Int128
    ) throws(KhoError) {
      let (product, isOverflow) = scaled.multipliedReportingOverflow(by: factor)
      let (total, isBeyond) = sum.addingReportingOverflow(product)
      guard !isOverflow, !isBeyond else { throw Temporal.outOfRange("the duration") }
      sum = total
    }

    /// {number unit} [T {number unit}], units in descending order, each at most once.
    mutating func addUnits(_ scanner: inout Temporal.Scanner, _ sign: Int64) throws(KhoError) {
      let dateUnits: [(Unicode.Scalar, Unit)] = [
        ("Y", .years), ("M", .months), ("W", .weeks), ("D", .days),
      ]
      var units = dateUnits[...]
      var isInTime = false
      var isAfterFraction = false
      repeat {
        if !isInTime, scanner.take("T") {
          units = [("H", .hours), ("M", .minutes), ("S", .seconds)]
          isInTime = true
        }
        let isNegative = (scanner.takeSign() ?? 1) * sign < 0
        var number = try scanner.decimal()
        if isNegative { number.digits.negate() }
        var found: Unit?
        while found == nil, let (letter, unit) = units.popFirst() {
          if scanner.take(letter) { found = unit }
        }
        guard let found, !isAfterFraction else {
          throw scanner.failure(expecting: "a unit in its place, a fraction before the last alone")
        }
        isAfterFraction = number.isFraction
        try add(number, found)
      } while !scanner.isAtEnd
    }

    /// Year, month and day, `T`, hour, minute and second, each as in a date and time, or zero.
    mutating func addDateAndTime(
      _ scanner: inout Temporal.Scanner, _ sign: Int64
    ) throws(KhoError) {
      let year = try scanner.number(of: 4, "a year of four digits")
      _ = scanner.take("-")
      let month = try scanner.number(of: 2, "a month of two digits")
      _ = scanner.take("-")
      let day = try scanner.number(of: 2, "a day of two digits")
      guard month <= 12, day <= 31 else {
        throw Temporal.invalid("expected at most 12 months and 31 days, found more")
      }
      let time = try scanner.take("T") ? scanner.time() : .midnight
      months = Int128(sign * (year * 12 + month)) * Self.scale
      days = Int128(sign * day) * Self.scale
      nanoseconds = Int128(sign * time.nanosecondOfDay) * Self.scale
    }
  }
}

extension Temporal.Decimal {
  /// A float as its shortest decimal text has it, so that 0.1 is a tenth. Throws if it is not
  /// finite.
  init(_ number: Double) throws(KhoError) {
    guard number.isFinite else {
      throw Temporal.invalid("expected a finite number, found another float")
    }
    self.init(digits: 0, exponent: 0)
    let parts = number.magnitude.description.split(separator: "e")
    if parts.count == 2 { exponent = Int(parts[1]) ?? 0 }
    var isFraction = false
    for character in parts[0].utf8 {
      guard character != 0x2e else {
        isFraction = true
        continue
      }
      digits = digits * 10 + Int128(character) - 0x30
      exponent -= isFraction ? 1 : 0
    }
    while exponent < 0, digits % 10 == 0 {
      (digits, exponent) = digits == 0 ? (0, 0) : (digits / 10, exponent + 1)
    }
    if number < 0 { digits.negate() }
  }

  /// The number times ten to the power of `power`, less what is left of an integer. Throws if it
  /// overflows.
  func scaled(by power: Int) throws(KhoError) -> Int128 {
    var result = digits
    for _ in 0..<min(max(0, exponent + power), 40) {
      let (product, isOverflow) = result.multipliedReportingOverflow(by: 10)
      guard !isOverflow else { throw Temporal.outOfRange("the number") }
      result = product
    }
    for _ in 0..<min(max(0, -exponent - power), 40) { result /= 10 }
    return result
  }
}
