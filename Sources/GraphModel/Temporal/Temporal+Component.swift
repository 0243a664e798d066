/// Components of temporal values, which queries read as properties (CIP2015-08-06, "Accessing
/// components").
extension Temporal {
  /// The component `name` of a temporal value, or nil if its type has none of that name.
  ///
  /// Throws `NumberOutOfRange` if the number does not fit 64 bits, as the milliseconds since the
  /// epoch of a far year.
  package static func component(of value: Value, named name: String) throws(KhoError) -> Value? {
    if case .duration(let duration) = value { return try duration.component(named: name) }
    guard let parts = Parts(value) else { return nil }
    if let number = parts.date?.component(named: name) ?? parts.time?.component(named: name) {
      return .integer(number)
    }
    if let offset = parts.offset {
      switch name {
      case "timezone":
        if case .named(let zone) = parts.zone { return .string(zone) }
        return .string(text(ofOffset: offset))
      case "offset": return .string(text(ofOffset: offset))
      case "offsetMinutes": return .integer(Int64(offset) / 60)
      case "offsetSeconds": return .integer(Int64(offset))
      default: break
      }
    }
    guard case .dateTime(let instant) = value else { return nil }
    switch name {
    case "epochSeconds": return .integer(instant.secondsSinceEpoch)
    case "epochMillis": return .integer(try instant.millisecondsSinceEpoch())
    default: return nil
    }
  }
}

extension Temporal.DateTime {
  /// Whole milliseconds since 1970-01-01T00:00Z. Throws if they do not fit 64 bits.
  package func millisecondsSinceEpoch() throws(KhoError) -> Int64 {
    let total = Int128(secondsSinceEpoch) * 1_000 + Int128(nanosecond / 1_000_000)
    guard let milliseconds = Int64(exactly: total) else {
      throw Temporal.outOfRange("the number of milliseconds")
    }
    return milliseconds
  }
}

extension Temporal.Date {
  fileprivate func component(named name: String) -> Int64? {
    switch name {
    case "year": year
    case "quarter": quarter
    case "month": month
    case "week": week
    case "weekYear": weekYear
    case "day": day
    case "ordinalDay": ordinalDay
    case "dayOfWeek", "weekDay": dayOfWeek
    case "dayOfQuarter", "quarterDay": dayOfQuarter
    default: nil
    }
  }
}

extension Temporal.LocalTime {
  fileprivate func component(named name: String) -> Int64? {
    switch name {
    case "hour": hour
    case "minute": minute
    case "second": second
    case "millisecond": nanosecond / 1_000_000
    case "microsecond": nanosecond / 1_000
    case "nanosecond": nanosecond
    default: nil
    }
  }
}

extension Temporal.Duration {
  /// Totals of a group in one unit, and what is left of a smaller unit beside whole larger ones;
  /// all towards zero.
  fileprivate func component(named name: String) throws(KhoError) -> Value? {
    let seconds = nanosecondsOfTime / 1_000_000_000
    let number: Int128? =
      switch name {
      case "years": Int128(months / 12)
      case "quarters": Int128(months / 3)
      case "months": Int128(months)
      case "weeks": Int128(days / 7)
      case "days": Int128(days)
      case "hours": seconds / 3_600
      case "minutes": seconds / 60
      case "seconds": seconds
      case "milliseconds": nanosecondsOfTime / 1_000_000
      case "microseconds": nanosecondsOfTime / 1_000
      case "nanoseconds": nanosecondsOfTime
      case "quartersOfYear": Int128(months / 3 % 4)
      case "monthsOfYear": Int128(months % 12)
      case "monthsOfQuarter": Int128(months % 3)
      case "daysOfWeek": Int128(days % 7)
      case "minutesOfHour": seconds / 60 % 60
      case "secondsOfMinute": seconds % 60
      case "millisecondsOfSecond": nanosecondsOfTime / 1_000_000 % 1_000
      case "microsecondsOfSecond": nanosecondsOfTime / 1_000 % 1_000_000
      case "nanosecondsOfSecond": nanosecondsOfTime % 1_000_000_000
      default: nil
      }
    guard let number else { return nil }
    guard let number = Int64(exactly: number) else { throw Temporal.outOfRange("the number") }
    return .integer(number)
  }
}
