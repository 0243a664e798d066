/// ISO 8601 dates, times, offsets and zones, in all forms of CIP2015-08-06 "Parsing temporal
/// values".
extension Temporal.Date {
  /// `2015-07-21`, `20150721`, `2015-07`, `2015-W30-2`, `2015-Q2-60`, `2015-202`, `2015` …;
  /// separators are optional and parts left out have their lowest value. Throws
  /// `InvalidArgumentValue` otherwise.
  public init(parsing text: String) throws(KhoError) {
    var scanner = try Temporal.Scanner(text, for: "a date")
    self = try scanner.date()
    try scanner.expectEnd()
  }
}

extension Temporal.LocalTime {
  /// `21:40:32.142`, `214032,142`, `21:40`, `21`, with or without `T` in front.
  public init(parsing text: String) throws(KhoError) {
    var scanner = try Temporal.Scanner(text, for: "a local time")
    _ = scanner.take("T")
    self = try scanner.time()
    try scanner.expectEnd()
  }
}

extension Temporal.Time {
  /// A local time and an offset: `Z`, `+01:00`, `+0100`, `+01`. Without offset it is in UTC.
  public init(parsing text: String) throws(KhoError) {
    var scanner = try Temporal.Scanner(text, for: "a time")
    _ = scanner.take("T")
    let time = try scanner.time()
    let offset = try scanner.offsetIfPresent() ?? 0
    self.init(nanosecondOfDay: time.nanosecondOfDay, offsetInSeconds: offset)
    try scanner.expectEnd()
  }
}

extension Temporal.LocalDateTime {
  /// A date, and `T` with a local time if not midnight.
  public init(parsing text: String) throws(KhoError) {
    var scanner = try Temporal.Scanner(text, for: "a local date and time")
    self = try scanner.localDateTime()
    try scanner.expectEnd()
  }
}

extension Temporal.DateTime {
  /// A local date and time with offset, `[zone]` or both, which then have to agree. Without either
  /// it is in UTC.
  public init(parsing text: String) throws(KhoError) {
    var scanner = try Temporal.Scanner(text, for: "a date and time")
    let local = try scanner.localDateTime()
    let offset = try scanner.offsetIfPresent()
    if scanner.take("[") {
      let zone = Temporal.Zone.named(try Temporal.TimeZones.canonical(try scanner.take(upTo: "]")))
      self = try zone.dateTime(at: local, preferring: offset)
      if let offset, offset != offsetInSeconds {
        throw Temporal.invalid("expected the offset of the time zone, found another one")
      }
    } else {
      self = try Temporal.Zone.offset(offset ?? 0).dateTime(at: local)
    }
    try scanner.expectEnd()
  }
}

extension Temporal.Scanner {
  mutating func date() throws(KhoError) -> Temporal.Date {
    let sign = takeSign()
    let year = try number(of: sign == nil ? 4 : max(4, digitCount), "a year") * (sign ?? 1)
    let isSeparated = take("-")
    if take("W") {
      let week = try number(of: 2, "a week of two digits")
      let day = try take("-") || digitCount > 0 ? number(of: 1, "a day of the week") : 1
      return try Temporal.Date(weekYear: year, week: week, dayOfWeek: day)
    }
    if take("Q") {
      let quarter = try number(of: 1, "a quarter")
      let day = try take("-") || digitCount > 0 ? number(of: 2, "a day of the quarter") : 1
      return try Temporal.Date(year: year, quarter: quarter, dayOfQuarter: day)
    }
    if !isSeparated && digitCount == 0 { return try Temporal.Date(year: year) }
    if digitCount == 3 {
      return try Temporal.Date(year: year, ordinalDay: number(of: 3, "a day of the year"))
    }
    let month = try number(of: 2, "a month of two digits")
    let day = try take("-") || digitCount > 0 ? number(of: 2, "a day of two digits") : 1
    return try Temporal.Date(year: year, month: month, day: day)
  }

  mutating func time() throws(KhoError) -> Temporal.LocalTime {
    let hour = try number(of: 2, "an hour of two digits")
    guard take(":") || digitCount > 0 else { return try Temporal.LocalTime(hour: hour) }
    let minute = try number(of: 2, "a minute of two digits")
    guard take(":") || digitCount > 0 else {
      return try Temporal.LocalTime(hour: hour, minute: minute)
    }
    let second = try number(of: 2, "a second of two digits")
    var nanosecond: Int64 = 0
    if take(".") || take(",") {
      let count = digitCount
      guard count <= 9 else { throw failure(expecting: "at most nine digits") }
      nanosecond = try number(of: count, "a fraction of the second")
      for _ in count..<9 { nanosecond *= 10 }
    }
    return try Temporal.LocalTime(
      hour: hour, minute: minute, second: second, nanosecond: nanosecond)
  }

  mutating func localDateTime() throws(KhoError) -> Temporal.LocalDateTime {
    let date = try date()
    return Temporal.LocalDateTime(date, take("T") ? try time() : .midnight)
  }

  /// `Z`, `±HH`, `±HH:MM` or `±HH:MM:SS`, with or without colons, in seconds east of UTC; nil if
  /// none is next.
  mutating func offsetIfPresent() throws(KhoError) -> Int32? {
    if take("Z") { return 0 }
    guard let sign = takeSign() else { return nil }
    let hour = try number(of: 2, "an hour of two digits")
    let minute = try take(":") || digitCount > 0 ? number(of: 2, "a minute of two digits") : 0
    let second = try take(":") || digitCount > 0 ? number(of: 2, "a second of two digits") : 0
    let offset = hour * 3_600 + minute * 60 + second
    guard minute < 60, second < 60, offset <= Temporal.greatestOffset else {
      throw Temporal.invalid("expected an offset of at most 18 hours, found another one")
    }
    return Int32(sign * offset)
  }
}
