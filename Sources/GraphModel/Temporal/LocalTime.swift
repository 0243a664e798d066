/// A time of day, without and with an offset from UTC.
extension Temporal {
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
}

extension Temporal.LocalTime {
  static let midnight = Self(nanosecondOfDay: 0)

  /// A time of day. Throws `InvalidArgumentValue` if a part is out of its range.
  public init(
    hour: Int64, minute: Int64 = 0, second: Int64 = 0, nanosecond: Int64 = 0
  ) throws(KhoError) {
    guard (0..<24).contains(hour), (0..<60).contains(minute), (0..<60).contains(second),
      (0..<Temporal.nanosecondsPerSecond).contains(nanosecond)
    else {
      throw Temporal.invalid("expected a time from 00:00 to 23:59:59.999999999, found another")
    }
    self.init(
      nanosecondOfDay: (hour * 3_600 + minute * 60 + second) * Temporal.nanosecondsPerSecond
        + nanosecond)
  }

  /// The time `nanoseconds` after midnight, of any day.
  init(wrapping nanoseconds: Int128) {
    self.init(
      nanosecondOfDay: Int64(
        nanoseconds.flooredDivision(by: Int128(Temporal.nanosecondsPerDay)).remainder))
  }

  var secondOfDay: Int64 { nanosecondOfDay / Temporal.nanosecondsPerSecond }
  public var hour: Int64 { secondOfDay / 3_600 }
  public var minute: Int64 { secondOfDay / 60 % 60 }
  public var second: Int64 { secondOfDay % 60 }
  public var nanosecond: Int64 { nanosecondOfDay % Temporal.nanosecondsPerSecond }
}

extension Temporal.Time {
  public var localTime: Temporal.LocalTime { .init(nanosecondOfDay: nanosecondOfDay) }

  /// Nanoseconds since midnight UTC; before it or a day after it for times near midnight.
  var nanosecondInUTC: Int64 {
    nanosecondOfDay &- Int64(offsetInSeconds) * Temporal.nanosecondsPerSecond
  }

  /// The same instant of the day at another offset.
  func converted(toOffset offset: Int32) -> Self {
    let nanoseconds =
      Int128(nanosecondInUTC) + Int128(offset) * Int128(Temporal.nanosecondsPerSecond)
    return Self(
      nanosecondOfDay: Temporal.LocalTime(wrapping: nanoseconds).nanosecondOfDay,
      offsetInSeconds: offset)
  }
}

extension Temporal.LocalTime: Comparable, CustomStringConvertible {
  public static func < (left: Self, right: Self) -> Bool {
    left.nanosecondOfDay < right.nanosecondOfDay
  }

  /// `12:31`, `12:31:14`, `12:31:14.645`.
  public var description: String {
    var text = "\(hour.padded(2)):\(minute.padded(2))"
    if second != 0 || nanosecond != 0 { text += ":\(second.padded(2))" }
    return text + Temporal.fraction(nanosecond)
  }
}

extension Temporal.Time: Comparable, CustomStringConvertible {
  /// By instant, then from west to east.
  public static func < (left: Self, right: Self) -> Bool {
    (left.nanosecondInUTC, left.offsetInSeconds)
      < (right.nanosecondInUTC, right.offsetInSeconds)
  }

  /// `12:31:14+01:00`, `12:31Z`.
  public var description: String {
    localTime.description + Temporal.text(ofOffset: offsetInSeconds)
  }
}

extension Temporal {
  /// `.645` for 645,000,000 nanoseconds, nothing for none.
  static func fraction(_ nanosecond: Int64) -> String {
    guard nanosecond != 0 else { return "" }
    var digits = Substring(nanosecond.padded(9))
    while digits.last == "0" { digits.removeLast() }
    return "." + digits
  }

  /// `Z`, `+01:00`, `-02:05:07`.
  static func text(ofOffset offset: Int32) -> String {
    guard offset != 0 else { return "Z" }
    let seconds = offset.magnitude
    let text =
      "\(offset < 0 ? "-" : "+")\((seconds / 3_600).padded(2)):\((seconds / 60 % 60).padded(2))"
    return seconds % 60 == 0 ? text : "\(text):\((seconds % 60).padded(2))"
  }
}
