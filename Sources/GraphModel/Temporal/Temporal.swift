/// openCypher's temporal types (CIP2015-08-06), on the proleptic Gregorian calendar, with nanoseconds.
///
/// A name space, so that `Temporal.Date` and `Temporal.Duration` do not meet Foundation's and Swift's own.
public enum Temporal {
  /// A day: days since 1970-01-01.
  public struct Date: Sendable, Hashable {
    public var daysSinceEpoch: Int64
    public init(daysSinceEpoch: Int64) { self.daysSinceEpoch = daysSinceEpoch }
  }

  /// A time of day without offset: nanoseconds since midnight, 0 ..< 86,400,000,000,000.
  public struct LocalTime: Sendable, Hashable {
    public var nanosecondOfDay: Int64
    public init(nanosecondOfDay: Int64) { self.nanosecondOfDay = nanosecondOfDay }
  }

  /// A time of day at an offset from UTC, in seconds east of it.
  public struct Time: Sendable, Hashable {
    public var nanosecondOfDay: Int64
    public var offsetInSeconds: Int32
    public init(nanosecondOfDay: Int64, offsetInSeconds: Int32) {
      self.nanosecondOfDay = nanosecondOfDay
      self.offsetInSeconds = offsetInSeconds
    }
  }

  /// A date and time of day without offset, as seconds since 1970-01-01T00:00 and nanoseconds, 0 ..< 1,000,000,000.
  public struct LocalDateTime: Sendable, Hashable {
    public var secondsSinceEpoch: Int64
    public var nanosecond: Int32
    public init(secondsSinceEpoch: Int64, nanosecond: Int32) {
      self.secondsSinceEpoch = secondsSinceEpoch
      self.nanosecond = nanosecond
    }
  }

  /// An instant: seconds since the epoch in UTC, with the offset and, if named, the zone it was written in.
  public struct DateTime: Sendable, Hashable {
    public var secondsSinceEpoch: Int64
    public var nanosecond: Int32
    public var offsetInSeconds: Int32
    /// A tz database name, `Europe/Stockholm`.
    public var zone: String?
    public init(
      secondsSinceEpoch: Int64, nanosecond: Int32, offsetInSeconds: Int32, zone: String? = nil
    ) {
      self.secondsSinceEpoch = secondsSinceEpoch
      self.nanosecond = nanosecond
      self.offsetInSeconds = offsetInSeconds
      self.zone = zone
    }
  }

  /// An amount of time in four parts which do not carry into each other, except nanoseconds into seconds.
  /// `nanosecond` is 0 ..< 1,000,000,000; the sign of a fraction is in `seconds`.
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
