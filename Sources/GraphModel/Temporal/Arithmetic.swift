/// Arithmetic on temporal values (CIP2015-08-06, "Arithmetic").
extension Temporal {
  /// The sum of an instant and a duration in either order, or of two durations; nil if `+` has
  /// another meaning.
  package static func add(_ left: Value, _ right: Value) throws(KhoError) -> Value? {
    switch (left, right) {
    case (.duration(let left), .duration(let right)): .duration(try left.adding(right))
    case (let instant, .duration(let duration)), (.duration(let duration), let instant):
      try add(duration, to: instant, sign: 1)
    default: nil
    }
  }

  /// An instant or duration less a duration; nil if `-` has another meaning.
  package static func subtract(_ left: Value, _ right: Value) throws(KhoError) -> Value? {
    switch (left, right) {
    case (.duration(let left), .duration(let right)): .duration(try left.adding(right, sign: -1))
    case (let instant, .duration(let duration)): try add(duration, to: instant, sign: -1)
    default: nil
    }
  }

  /// A duration times a number, in either order; nil if `*` has another meaning.
  package static func multiply(_ left: Value, _ right: Value) throws(KhoError) -> Value? {
    switch (left, right) {
    case (.duration(let duration), .integer(let factor)),
      (.integer(let factor), .duration(let duration)):
      .duration(try duration.multiplied(by: Int128(factor), over: 1))
    case (.duration(let duration), .float(let factor)),
      (.float(let factor), .duration(let duration)):
      .duration(try duration.multiplied(by: Decimal(factor)))
    default: nil
    }
  }

  /// A duration divided by a number; nil if `/` has another meaning.
  package static func divide(_ left: Value, _ right: Value) throws(KhoError) -> Value? {
    switch (left, right) {
    case (.duration(let duration), .integer(let divisor)):
      .duration(try duration.multiplied(by: 1, over: Int128(divisor)))
    case (.duration(let duration), .float(let divisor)):
      .duration(try duration.divided(by: Decimal(divisor)))
    default: nil
    }
  }

  /// An instant moved by a duration, or back by it; nil if `value` is no instant.
  private static func add(
    _ duration: Duration, to value: Value, sign: Int128
  ) throws(KhoError) -> Value? {
    switch value {
    case .date(let date): .date(try date.adding(duration, sign: sign))
    case .localTime(let time): .localTime(time.adding(duration, sign: sign))
    case .time(let time):
      .time(
        Time(
          nanosecondOfDay: time.localTime.adding(duration, sign: sign).nanosecondOfDay,
          offsetInSeconds: time.offsetInSeconds))
    case .localDateTime(let local): .localDateTime(try local.adding(duration, sign: sign))
    case .dateTime(let instant): .dateTime(try instant.adding(duration, sign: sign))
    default: nil
    }
  }
}

extension Temporal.Duration {
  /// The sum of both, part by part, or with `sign` -1 the difference. Throws if a part overflows.
  func adding(_ other: Self, sign: Int128 = 1) throws(KhoError) -> Self {
    try Self(
      months: Int128(months) + sign * Int128(other.months),
      days: Int128(days) + sign * Int128(other.days),
      nanoseconds: nanosecondsOfTime + sign * other.nanosecondsOfTime)
  }

  /// The duration times a fraction. Throws `ArithmeticError` if it is out of range or the
  /// denominator zero.
  fileprivate func multiplied(
    by numerator: Int128, over denominator: Int128
  ) throws(KhoError) -> Self {
    guard denominator != 0 else {
      throw KhoError(.arithmeticError, "DivisionByZero", "expected a divisor, found zero")
    }
    let numerator = denominator < 0 ? -numerator : numerator
    func product(_ part: Int64) throws(KhoError) -> Int128 {
      let (product, isOverflow) = Int128(part).multipliedReportingOverflow(by: numerator)
      guard !isOverflow else { throw Temporal.outOfRange("the duration") }
      return product
    }
    return try Self(
      months: product(months), days: product(days), seconds: product(seconds),
      nanoseconds: product(Int64(nanosecond)), over: abs(denominator))
  }

  fileprivate func multiplied(by factor: Temporal.Decimal) throws(KhoError) -> Self {
    let places = factor.placesKept
    return try multiplied(by: factor.scaled(by: places), over: Self.powerOfTen(places))
  }

  fileprivate func divided(by divisor: Temporal.Decimal) throws(KhoError) -> Self {
    let places = divisor.placesKept
    return try multiplied(by: Self.powerOfTen(places), over: divisor.scaled(by: places))
  }

  private static func powerOfTen(_ exponent: Int) -> Int128 {
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }
}

extension Temporal.Decimal {
  /// Places after the point, but at most 22: more would only move what is below a nanosecond.
  fileprivate var placesKept: Int { min(max(0, -exponent), 22) }
}

extension Temporal.Date {
  /// The day moved by months, then by days; the last of the month if it is shorter. Throws if it is
  /// out of range.
  fileprivate func adding(months: Int128, days: Int128) throws(KhoError) -> Self {
    let (year, month, day) = civil
    let (newYear, newMonth) = (Int128(year) * 12 + Int128(month - 1) + months)
      .flooredDivision(by: 12)
    guard let newYear = Int64(exactly: newYear), Temporal.years.contains(newYear) else {
      throw Temporal.outOfRange("the date")
    }
    let dayCount = Self.dayCount(ofMonth: Int64(newMonth) + 1, year: newYear)
    let start = Self.day(year: newYear, month: Int64(newMonth) + 1, day: min(day, dayCount))
    guard let moved = Int64(exactly: Int128(start) + days) else {
      throw Temporal.outOfRange("the date")
    }
    return try Self(checking: moved)
  }

  /// The day moved by a duration; of its hours only those count that make whole days.
  fileprivate func adding(_ duration: Temporal.Duration, sign: Int128) throws(KhoError) -> Self {
    let days =
      Int128(duration.days) + duration.nanosecondsOfTime / Int128(Temporal.nanosecondsPerDay)
    return try adding(months: sign * Int128(duration.months), days: sign * days)
  }
}

extension Temporal.LocalTime {
  /// The time moved by the seconds of a duration, around the clock.
  fileprivate func adding(_ duration: Temporal.Duration, sign: Int128) -> Self {
    Self(wrapping: Int128(nanosecondOfDay) + sign * duration.nanosecondsOfTime)
  }
}

extension Temporal.LocalDateTime {
  fileprivate func adding(months: Int128, days: Int128) throws(KhoError) -> Self {
    Self(try date.adding(months: months, days: days), time)
  }

  fileprivate func adding(_ duration: Temporal.Duration, sign: Int128) throws(KhoError) -> Self {
    let moved = try adding(
      months: sign * Int128(duration.months), days: sign * Int128(duration.days))
    let (carry, rest) = (Int128(moved.nanosecond) + sign * duration.nanosecondsOfTime)
      .flooredDivision(by: Int128(Temporal.nanosecondsPerSecond))
    return try Self(checking: Int128(moved.secondsSinceEpoch) + carry, nanosecond: Int32(rest))
  }
}

extension Temporal.DateTime {
  /// The instant at which the zone's clocks are moved on by months and days. Throws if it is out of
  /// range.
  func adding(months: Int128, days: Int128) throws(KhoError) -> Self {
    guard months != 0 || days != 0 else { return self }
    return try timeZone.dateTime(
      at: local.adding(months: months, days: days), preferring: offsetInSeconds)
  }

  /// Months, then days move the zone's clocks, seconds the instant.
  fileprivate func adding(_ duration: Temporal.Duration, sign: Int128) throws(KhoError) -> Self {
    let moved = try adding(months: sign * Int128(duration.months), days: 0)
      .adding(months: 0, days: sign * Int128(duration.days))
    let (carry, rest) = (Int128(moved.nanosecond) + sign * duration.nanosecondsOfTime)
      .flooredDivision(by: Int128(Temporal.nanosecondsPerSecond))
    return try timeZone.dateTime(
      atSecond: Int128(moved.secondsSinceEpoch) + carry, nanosecond: Int32(rest))
  }
}
