/// A date and time of day, without offset and as an instant in a time zone.
extension Temporal {
  /// A date and time of day without offset, as seconds since 1970-01-01T00:00 and nanoseconds, 0
  /// ..< 1,000,000,000.
  public struct LocalDateTime: Sendable, Hashable {
    public var secondsSinceEpoch: Int64
    public var nanosecond: Int32
    public init(secondsSinceEpoch: Int64, nanosecond: Int32) {
      self.secondsSinceEpoch = secondsSinceEpoch
      self.nanosecond = nanosecond
    }
  }

  /// An instant: seconds since the epoch in UTC, with the offset and, if named, the zone it was
  /// written in.
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
}

extension Temporal.LocalDateTime {
  /// Seconds since the epoch of the first and last second that the type can hold.
  static let seconds: ClosedRange<Int64> =
    Temporal.Date.days.lowerBound * Temporal.secondsPerDay...(Temporal.Date.days.upperBound + 1)
    * Temporal.secondsPerDay - 1

  public init(_ date: Temporal.Date, _ time: Temporal.LocalTime) {
    self.init(
      secondsSinceEpoch: date.daysSinceEpoch.clamped(to: Temporal.Date.days)
        * Temporal.secondsPerDay + time.secondOfDay,
      nanosecond: Int32(time.nanosecond))
  }

  /// The second `seconds` after the epoch. Throws if its year is out of range.
  init(checking seconds: Int128, nanosecond: Int32) throws(KhoError) {
    guard let seconds = Int64(exactly: seconds), Self.seconds.contains(seconds) else {
      throw Temporal.outOfRange("the date and time")
    }
    self.init(secondsSinceEpoch: seconds, nanosecond: nanosecond)
  }

  private var split: (day: Int64, second: Int64) {
    let (day, second) = secondsSinceEpoch.clamped(to: Self.seconds)
      .flooredDivision(by: Temporal.secondsPerDay)
    return (day, second)
  }
  public var date: Temporal.Date { .init(daysSinceEpoch: split.day) }
  public var time: Temporal.LocalTime {
    .init(nanosecondOfDay: split.second * Temporal.nanosecondsPerSecond + Int64(nanosecond))
  }
}

extension Temporal.DateTime {
  /// What a clock on the wall shows.
  public var local: Temporal.LocalDateTime {
    .init(
      secondsSinceEpoch: secondsSinceEpoch.clamped(to: Temporal.LocalDateTime.seconds)
        + Int64(offsetInSeconds), nanosecond: nanosecond)
  }

  package var timeZone: Temporal.Zone {
    if let zone { .named(zone) } else { .offset(offsetInSeconds) }
  }

  /// The same instant in another time zone. Throws if the zone is unknown.
  package func converted(to zone: Temporal.Zone) throws(KhoError) -> Self {
    try zone.dateTime(atSecond: Int128(secondsSinceEpoch), nanosecond: nanosecond)
  }
}

extension Temporal.LocalDateTime: Comparable, CustomStringConvertible {
  public static func < (left: Self, right: Self) -> Bool {
    (left.secondsSinceEpoch, left.nanosecond) < (right.secondsSinceEpoch, right.nanosecond)
  }

  /// `1984-10-11T12:31:14.645`.
  public var description: String { "\(date)T\(time)" }
}

extension Temporal.DateTime: Comparable, CustomStringConvertible {
  /// By instant, then from west to east, then by the zone's name.
  public static func < (left: Self, right: Self) -> Bool {
    (left.secondsSinceEpoch, left.nanosecond, left.offsetInSeconds, left.zone ?? "")
      < (right.secondsSinceEpoch, right.nanosecond, right.offsetInSeconds, right.zone ?? "")
  }

  /// `1984-10-11T12:31+01:00[Europe/Stockholm]`.
  public var description: String {
    let zone = zone.map { "[\($0)]" } ?? ""
    return "\(local)\(Temporal.text(ofOffset: offsetInSeconds))\(zone)"
  }
}
