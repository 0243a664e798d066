import TestSupport
import Testing

@testable import GraphModel

@Suite struct TemporalParsingTests {
  @Test(arguments: [
    ("2019-11-20", "2019-11-20"), ("20191120", "2019-11-20"), ("2019-11", "2019-11-01"),
    ("201911", "2019-11-01"), ("2019", "2019-01-01"), ("2019-W47-3", "2019-11-20"),
    ("2019W473", "2019-11-20"), ("2019-W47", "2019-11-18"), ("2019W47", "2019-11-18"),
    ("2019-Q4-51", "2019-11-20"), ("2019Q451", "2019-11-20"), ("2019-Q4", "2019-10-01"),
    ("2019Q4", "2019-10-01"), ("2019-324", "2019-11-20"), ("2019324", "2019-11-20"),
    ("+2019-11-20", "2019-11-20"), ("-0044-03-15", "-0044-03-15"), ("+12019-W01", "+12018-12-31"),
    ("0000-02-29", "0000-02-29"),
  ])
  func `a date is read in every form`(text: String, date: String) throws {
    #expect(try Temporal.Date(parsing: text).description == date)
  }

  @Test(arguments: [
    ("07", "07:00"), ("0705", "07:05"), ("07:05", "07:05"), ("070509", "07:05:09"),
    ("07:05:09", "07:05:09"), ("07:05:09.25", "07:05:09.25"),
    ("070509,000000001", "07:05:09.000000001"),
    ("T07:05", "07:05"), ("23:59:59.999999999", "23:59:59.999999999"), ("00:00:00.000", "00:00"),
  ])
  func `a time is read in every form`(text: String, time: String) throws {
    #expect(try Temporal.LocalTime(parsing: text).description == time)
    #expect(
      try Temporal.LocalDateTime(parsing: "2019-11-20T" + text.trimmingPrefix("T")).description
        == "2019-11-20T\(time)")
  }

  @Test(arguments: [
    ("Z", "Z"), ("", "Z"), ("+07", "+07:00"), ("+0730", "+07:30"), ("-07:30", "-07:30"),
    ("+07:30:15", "+07:30:15"), ("-00:00", "Z"), ("-00:00:01", "-00:00:01"), ("+18:00", "+18:00"),
  ])
  func `an offset is read in every form`(text: String, offset: String) throws {
    #expect(try Temporal.Time(parsing: "07:05\(text)").description == "07:05\(offset)")
    #expect(
      try Temporal.DateTime(parsing: "2019-W47T0705\(text)").description
        == "2019-11-18T07:05\(offset)")
  }

  @Test(arguments: [
    (Temporal.InstantType.date, "2019-11-20T07:05"), (.date, "2019-11-31"), (.date, "2019-1-1"),
    (.date, "19-11-20"), (.date, "2019-W54"), (.date, "2018-W53"), (.date, "2019-Q5"),
    (.date, "2019-Q1-91"), (.date, "2019-366"), (.date, "2019-"), (.date, "2019-11-"), (.date, ""),
    (.date, " 2019-11-20"), (.date, "+1000000000-01-01"), (.date, "+20191120123456789012345"),
    (.date, "２０１９-11-20"), (.localTime, "24:00"), (.localTime, "07:60"), (.localTime, "07:05:60"),
    (.localTime, "7:05"), (.localTime, "07:05:09."), (.localTime, "07:05:09.1234567890"),
    (.localTime, "07.5"), (.localTime, "07:05Z"), (.localTime, "07:"), (.time, "07:05+18:01"),
    (.time, "07:05+7"), (.time, "07:05+07:60"), (.time, "07:05+07:00[Asia/Bangkok]"),
    (.localDateTime, "2019-11-20 07:05"), (.localDateTime, "2019-11-20T"),
    (.localDateTime, "2019-11-20T07:05Z"), (.dateTime, "2019-11-20T07:05[Asia/Bangkok"),
    (.dateTime, "2019-11-20T07:05[Asia/Nowhere]"), (.dateTime, "2019-11-20T07:05[]"),
    (.dateTime, "2019-11-20T07:05+08:00[Asia/Bangkok]"),
    (.dateTime, "+999999999-12-31T23:00-02:00"),
  ])
  func `other text is an error that says what was expected`(
    type: Temporal.InstantType, text: String
  ) throws {
    let error = try #require(throws: KhoError.self) { try type.parse(text) }
    #expect(error.detail == "InvalidArgumentValue" || error.detail == "NumberOutOfRange")
    #expect(!error.message.contains(text) || text.isEmpty)
  }

  @Test func `a long text is refused`() {
    #expect(throws: KhoError.self) {
      try Temporal.Date(parsing: String(repeating: "1", count: 100_000))
    }
  }

  @Test func `printing and reading gives the value back`() throws {
    var random = SeededRandom()
    print("TemporalParsingTests: seed \(random.seed)")
    let zones = ["Asia/Ho_Chi_Minh", "Europe/London", "America/St_Johns", "Australia/Lord_Howe"]
    for _ in 0..<2_000 {
      let date = Temporal.Date(daysSinceEpoch: .random(in: Temporal.Date.days, using: &random))
      #expect(try Temporal.Date(parsing: date.description) == date)
      let grain: Int64 = [1, 1_000, 1_000_000, 1_000_000_000, 60_000_000_000][
        Int.random(in: 0..<5, using: &random)]
      let time = Temporal.LocalTime(
        nanosecondOfDay: .random(in: 0..<Temporal.nanosecondsPerDay / grain, using: &random) * grain
      )
      #expect(try Temporal.LocalTime(parsing: time.description) == time)
      let offset = Int32.random(in: -64_800...64_800, using: &random)
      let zoned = Temporal.Time(nanosecondOfDay: time.nanosecondOfDay, offsetInSeconds: offset)
      #expect(try Temporal.Time(parsing: zoned.description) == zoned)
      let local = Temporal.LocalDateTime(date, time)
      #expect(try Temporal.LocalDateTime(parsing: local.description) == local)
      let second = Int128(Int64.random(in: -6_000_000_000...20_000_000_000, using: &random))
      let zone = Temporal.Zone.named(zones[Int.random(in: 0..<4, using: &random)])
      for zone in [zone, .offset(offset)] {
        let instant = try zone.dateTime(atSecond: second, nanosecond: local.nanosecond)
        #expect(try Temporal.DateTime(parsing: instant.description) == instant)
      }
      let duration = Temporal.Duration(
        months: .random(in: -100...100, using: &random) * .random(in: 0...1, using: &random),
        days: .random(in: .min ... .max, using: &random) * .random(in: 0...1, using: &random),
        seconds: .random(in: -5_000...5_000, using: &random),
        nanosecond: Int32(time.nanosecond))
      #expect(try Temporal.Duration(parsing: duration.description) == duration)
    }
  }
}
