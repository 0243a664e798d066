/// An amount of time in months, days and seconds, and its text.
extension Temporal {
  /// An amount of time in four parts which do not carry into each other, except nanoseconds into
  /// seconds. `nanosecond` is 0 ..< 1,000,000,000; the sign of a fraction is in `seconds`.
  public struct Duration: Sendable, Hashable {
    public var months: Int64
    public var days: Int64
    public var seconds: Int64
    public var nanosecond: Int32
    public init(months: Int64, days: Int64, seconds: Int64, nanosecond: Int32) {
      self.months = months
      self.days = days
      self.seconds = seconds
      self.nanosecond = nanosecond
    }
  }
}

extension Temporal.Duration {
  static let zero = Self(months: 0, days: 0, seconds: 0, nanosecond: 0)
  /// A twelfth of a year of 365.2425 days: 30.436875 days.
  static let secondsPerMonth: Int64 = 2_629_746

  /// Parts as they are computed, before their range is known; nanoseconds of any size carry into
  /// seconds.
  init(
    months: Int128 = 0, days: Int128 = 0, seconds: Int128 = 0, nanoseconds: Int128 = 0
  ) throws(KhoError) {
    let (carry, nanosecond) =
      nanoseconds.flooredDivision(by: Int128(Temporal.nanosecondsPerSecond))
    let (total, isOverflow) = seconds.addingReportingOverflow(carry)
    guard !isOverflow, let months = Int64(exactly: months), let days = Int64(exactly: days),
      let seconds = Int64(exactly: total)
    else { throw Temporal.outOfRange("the duration") }
    self.init(months: months, days: days, seconds: seconds, nanosecond: Int32(nanosecond))
  }

  /// Nanoseconds of the seconds group alone.
  var nanosecondsOfTime: Int128 {
    Int128(seconds) * Int128(Temporal.nanosecondsPerSecond) + Int128(nanosecond)
  }

  /// Length as if all months had 30.436875 days and all days 24 hours (CIP2015-08-06, ORDER BY).
  private var averageNanoseconds: Int128 {
    let seconds =
      Int128(months) * Int128(Self.secondsPerMonth) + Int128(days) * Int128(Temporal.secondsPerDay)
    return seconds * Int128(Temporal.nanosecondsPerSecond) + nanosecondsOfTime
  }

  /// The order of ORDER BY: by average length, then by months and days. `<` between durations is
  /// null instead.
  public static func isOrdered(_ left: Self, before right: Self) -> Bool {
    (left.averageNanoseconds, left.months, left.days)
      < (right.averageNanoseconds, right.months, right.days)
  }
}

extension Temporal.Duration: CustomStringConvertible {
  /// `P12Y5M-14DT16H13M10.5S`; parts that are zero are left out, `PT0S` is nothing.
  public var description: String {
    func part(_ count: Int64, _ unit: String) -> String { count == 0 ? "" : "\(count)\(unit)" }
    let total = nanosecondsOfTime
    let (wholeSeconds, nanosecond) =
      total.quotientAndRemainder(dividingBy: Int128(Temporal.nanosecondsPerSecond))
    // Whole seconds are nearer to zero than `seconds`, so they fit.
    let whole = Int64(truncatingIfNeeded: wholeSeconds)
    var time = part(whole / 3_600, "H") + part(whole / 60 % 60, "M")
    if whole % 60 != 0 || nanosecond != 0 {
      let fraction = Temporal.fraction(Int64(nanosecond.magnitude))
      time += "\(total < 0 ? "-" : "")\((whole % 60).magnitude)\(fraction)S"
    }
    let date = part(months / 12, "Y") + part(months % 12, "M") + part(days, "D")
    if time.isEmpty { return date.isEmpty ? "PT0S" : "P\(date)" }
    return "P\(date)T\(time)"
  }
}
