/// A day of the proleptic Gregorian calendar, in its four forms: calendar, week, quarter and
/// ordinal date.
extension Temporal {
  /// A day: days since 1970-01-01.
  public struct Date: Sendable, Hashable {
    public var daysSinceEpoch: Int64
    public init(daysSinceEpoch: Int64) { self.daysSinceEpoch = daysSinceEpoch }
  }
}

extension Temporal.Date {
  /// Days since the epoch of the first and last day that the type can hold.
  static let days: ClosedRange<Int64> =
    day(
      year: Temporal.years.lowerBound, month: 1, day: 1)...day(
      year: Temporal.years.upperBound, month: 12, day: 31)

  /// The day `days` after the epoch. Throws if its year is out of range.
  init(checking days: Int64) throws(KhoError) {
    guard Self.days.contains(days) else { throw Temporal.outOfRange("the date") }
    self.init(daysSinceEpoch: days)
  }

  /// A calendar date. Throws `InvalidArgumentValue` if there is no such day.
  public init(year: Int64, month: Int64 = 1, day: Int64 = 1) throws(KhoError) {
    try Self.check(year, in: Temporal.years, "a year")
    try Self.check(month, in: 1...12, "a month")
    try Self.check(day, in: 1...Self.dayCount(ofMonth: month, year: year), "a day of the month")
    self.init(daysSinceEpoch: Self.day(year: year, month: month, day: day))
  }

  /// An ISO 8601 week date; week 1 has the year's first Thursday. Throws if there is no such day.
  init(weekYear: Int64, week: Int64, dayOfWeek: Int64) throws(KhoError) {
    try Self.check(weekYear, in: Temporal.years, "a year")
    try Self.check(week, in: 1...Self.weekCount(ofYear: weekYear), "a week of the year")
    try Self.check(dayOfWeek, in: 1...7, "a day of the week")
    let firstMonday = Self.firstMonday(ofWeekYear: weekYear)
    try self.init(checking: firstMonday + (week - 1) * 7 + dayOfWeek - 1)
  }

  /// A quarter date. Throws if there is no such day.
  init(year: Int64, quarter: Int64, dayOfQuarter: Int64) throws(KhoError) {
    try Self.check(quarter, in: 1...4, "a quarter")
    let first = try Self(year: year, month: quarter * 3 - 2)
    let dayCount = Self.day(year: year, month: quarter * 3 + 1, day: 1) - first.daysSinceEpoch
    try Self.check(dayOfQuarter, in: 1...dayCount, "a day of the quarter")
    self.init(daysSinceEpoch: first.daysSinceEpoch + dayOfQuarter - 1)
  }

  /// An ordinal date. Throws if there is no such day.
  init(year: Int64, ordinalDay: Int64) throws(KhoError) {
    let first = try Self(year: year)
    try Self.check(ordinalDay, in: 1...(Self.isLeapYear(year) ? 366 : 365), "a day of the year")
    self.init(daysSinceEpoch: first.daysSinceEpoch + ordinalDay - 1)
  }

  private static func check(
    _ number: Int64, in range: ClosedRange<Int64>, _ name: String
  ) throws(KhoError) {
    guard range.contains(number) else {
      throw Temporal.invalid(
        "expected \(name) from \(range.lowerBound) to \(range.upperBound), found another number")
    }
  }
}

extension Temporal.Date {
  /// Year, month and day; of a day beyond the range, those of the nearest one within.
  var civil: (year: Int64, month: Int64, day: Int64) {
    Self.civil(ofDay: daysSinceEpoch.clamped(to: Self.days))
  }
  public var year: Int64 { civil.year }
  public var month: Int64 { civil.month }
  public var day: Int64 { civil.day }
  public var quarter: Int64 { (month + 2) / 3 }

  /// 1 for Monday to 7 for Sunday.
  public var dayOfWeek: Int64 {
    (daysSinceEpoch.clamped(to: Self.days) + 3).flooredDivision(by: 7).remainder + 1
  }

  public var ordinalDay: Int64 { dayCount(sinceMonth: 1) }
  public var dayOfQuarter: Int64 { dayCount(sinceMonth: quarter * 3 - 2) }

  /// The year that the ISO week belongs to, and the week in it.
  var isoWeek: (year: Int64, week: Int64) {
    let thursday = daysSinceEpoch.clamped(to: Self.days) + 4 - dayOfWeek
    let year = Self.civil(ofDay: thursday).year
    return (year, (thursday - Self.day(year: year, month: 1, day: 1)) / 7 + 1)
  }
  public var weekYear: Int64 { isoWeek.year }
  public var week: Int64 { isoWeek.week }

  private func dayCount(sinceMonth month: Int64) -> Int64 {
    daysSinceEpoch.clamped(to: Self.days) - Self.day(year: year, month: month, day: 1) + 1
  }
}

extension Temporal.Date {
  /// Days since the epoch. Months beyond 12 and days beyond the month's end run on. The year is
  /// counted from March, so that the leap day is its last; 400 years have 146,097 days, and 719,468
  /// lie between 0000-03-01 and 1970-01-01.
  static func day(year: Int64, month: Int64, day: Int64) -> Int64 {
    let (era, yearOfEra) = (month <= 2 ? year - 1 : year).flooredDivision(by: 400)
    let dayOfYear = (153 * (month <= 2 ? month + 9 : month - 3) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The inverse of `day(year:month:day:)`.
  static func civil(ofDay day: Int64) -> (year: Int64, month: Int64, day: Int64) {
    let (era, dayOfEra) = (day + 719_468).flooredDivision(by: 146_097)
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let year = era * 400 + yearOfEra + (month < 10 ? 0 : 1)
    return (year, month < 10 ? month + 3 : month - 9, dayOfYear - (153 * month + 2) / 5 + 1)
  }

  static func isLeapYear(_ year: Int64) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  static func dayCount(ofMonth month: Int64, year: Int64) -> Int64 {
    switch month {
    case 2: isLeapYear(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// 52 or 53.
  static func weekCount(ofYear year: Int64) -> Int64 {
    (firstMonday(ofWeekYear: year + 1) - firstMonday(ofWeekYear: year)) / 7
  }

  /// Days since the epoch of the Monday of week 1, which is the week of 4 January.
  private static func firstMonday(ofWeekYear year: Int64) -> Int64 {
    let day = day(year: year, month: 1, day: 4)
    return day - (day + 3).flooredDivision(by: 7).remainder
  }
}

extension Temporal.Date: Comparable, CustomStringConvertible {
  public static func < (left: Self, right: Self) -> Bool {
    left.daysSinceEpoch < right.daysSinceEpoch
  }

  /// `1984-10-11`; years before 0 and after 9999 have a sign.
  public var description: String {
    let (year, month, day) = civil
    let sign = year < 0 ? "-" : year > 9_999 ? "+" : ""
    return "\(sign)\(year.padded(4))-\(month.padded(2))-\(day.padded(2))"
  }
}
