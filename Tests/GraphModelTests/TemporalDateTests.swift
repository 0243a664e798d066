import Testing

@testable import GraphModel

@Suite struct TemporalDateTests {
  /// A calendar that knows only how to take one step from day to day.
  private struct SteppingCalendar {
    var year: Int64
    var month: Int64 = 1
    var day: Int64 = 1
    var ordinalDay: Int64 = 1
    var dayOfQuarter: Int64 = 1

    mutating func step() {
      let isLeap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
      let lengths: [Int64] = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      day += 1
      ordinalDay += 1
      dayOfQuarter += 1
      guard day > lengths[Int(month) - 1] else { return }
      day = 1
      month += 1
      if month % 3 == 1 { dayOfQuarter = 1 }
      guard month > 12 else { return }
      (year, month, ordinalDay) = (year + 1, 1, 1)
    }
  }

  @Test(arguments: [-401, -1, 1599, 1899, 1969, 9_998] as [Int64])
  func `stepping day by day through five years meets every component`(first: Int64) throws {
    var calendar = SteppingCalendar(year: first)
    var date = try Temporal.Date(year: first)
    var dayOfWeek = date.dayOfWeek
    while calendar.year < first + 5 {
      #expect(date.civil == (calendar.year, calendar.month, calendar.day))
      #expect(date.ordinalDay == calendar.ordinalDay)
      #expect(date.dayOfQuarter == calendar.dayOfQuarter)
      #expect(date.quarter == (calendar.month - 1) / 3 + 1)
      #expect(date.dayOfWeek == dayOfWeek)
      #expect(try Temporal.Date(year: date.year, month: date.month, day: date.day) == date)
      #expect(try Temporal.Date(year: date.year, ordinalDay: date.ordinalDay) == date)
      #expect(
        try Temporal.Date(
          year: date.year, quarter: date.quarter, dayOfQuarter: date.dayOfQuarter) == date)
      #expect(
        try Temporal.Date(weekYear: date.weekYear, week: date.week, dayOfWeek: date.dayOfWeek)
          == date)
      calendar.step()
      date.daysSinceEpoch += 1
      dayOfWeek = dayOfWeek % 7 + 1
    }
  }

  @Test func `a week has the year of its Thursday and starts on Monday`() throws {
    for year in 1_890...2_110 as ClosedRange<Int64> {
      let first = try Temporal.Date(weekYear: year, week: 1, dayOfWeek: 1)
      #expect(first.dayOfWeek == 1)
      #expect(Temporal.Date(daysSinceEpoch: first.daysSinceEpoch + 3).year == year)
      #expect(Temporal.Date(daysSinceEpoch: first.daysSinceEpoch - 4).year == year - 1)
    }
  }

  @Test(arguments: [
    ("1970-01-01", 0, 4), ("2000-02-29", 11_016, 2), ("1969-12-31", -1, 3),
    ("0000-03-01", -719_468, 3), ("-999999999-01-01", -365_243_219_162, 1),
    ("+999999999-12-31", 365_241_780_471, 5),
  ])
  func `known days have their number and weekday`(
    text: String, days: Int64, dayOfWeek: Int64
  ) throws {
    let date = try Temporal.Date(parsing: text)
    #expect(date.daysSinceEpoch == days)
    #expect(date.dayOfWeek == dayOfWeek)
    #expect(date.description == text)
  }

  @Test(arguments: [
    (2_015, 2, 29), (2_015, 0, 1), (2_015, 13, 1), (2_015, 1, 0), (2_015, 4, 31),
    (1_000_000_000, 1, 1), (-1_000_000_000, 1, 1), (.max, .max, .max), (.min, .min, .min),
  ])
  func `a day that does not exist is an error`(year: Int64, month: Int64, day: Int64) {
    #expect(throws: KhoError.self) { try Temporal.Date(year: year, month: month, day: day) }
    #expect(throws: KhoError.self) { try Temporal.Date(year: year, ordinalDay: 367) }
    #expect(throws: KhoError.self) {
      try Temporal.Date(weekYear: year, week: day, dayOfWeek: 8)
    }
    #expect(throws: KhoError.self) {
      try Temporal.Date(year: year, quarter: month, dayOfQuarter: 93)
    }
  }

  @Test(arguments: [Int64.min, .max, -365_243_219_163, 365_241_780_472])
  func `a number no date has is shown as the nearest date and does not trap`(days: Int64) {
    let date = Temporal.Date(daysSinceEpoch: days)
    #expect(date.year.magnitude == 999_999_999)
    #expect((1...53).contains(date.week))
    #expect((1...92).contains(date.dayOfQuarter))
    let dateTime = Temporal.DateTime(
      secondsSinceEpoch: days, nanosecond: .max, offsetInSeconds: .min, zone: "X")
    #expect(!dateTime.description.isEmpty)
    let time = Temporal.Time(nanosecondOfDay: days, offsetInSeconds: .min)
    #expect(!time.description.isEmpty)
    #expect(!(time < time))
    let duration = Temporal.Duration(months: days, days: days, seconds: days, nanosecond: .max)
    #expect(!duration.description.isEmpty)
  }
}
