import TestSupport
import Testing

@testable import GraphModel

/// Making, changing, truncating and measuring instants.
@Suite struct TemporalInstantTests {
  static let now = Temporal.DateTime(
    secondsSinceEpoch: 1_574_208_309, nanosecond: 250_000_000, offsetInSeconds: 0)

  /// Text as a value: the type is told by the form.
  private static func instant(_ text: String) throws -> Value {
    let isTime =
      !text.contains("-") || text.firstIndex(of: ":") == text.index(text.startIndex, offsetBy: 2)
    let hasZone = text.contains("Z") || text.contains("+") || text.contains("[")
    return switch (isTime, text.contains("T")) {
    case (true, _): try (hasZone ? Temporal.InstantType.time : .localTime).parse(text)
    case (false, true): try (hasZone ? Temporal.InstantType.dateTime : .localDateTime).parse(text)
    case (false, false): try Temporal.InstantType.date.parse(text)
    }
  }

  private static let aDate = Value.date(Temporal.Date(daysSinceEpoch: 18_220))
  private static let aDateTime = Value.dateTime(
    .init(
      secondsSinceEpoch: 1_574_208_309, nanosecond: 7, offsetInSeconds: 3_600, zone: "Europe/Paris")
  )
  private static let aTime = Value.time(
    .init(nanosecondOfDay: 25_509_000_000_000, offsetInSeconds: 25_200))

  @Test(
    arguments: [
      (.date, ["year": 2019, "month": 11, "day": 20], "2019-11-20"),
      (.date, ["year": 2019, "week": 47, "weekDay": 3], "2019-11-20"),
      (.date, ["year": 2019, "quarter": 4, "dayOfQuarter": 51], "2019-11-20"),
      (.date, ["year": 2019, "ordinalDay": 324], "2019-11-20"),
      (.date, ["year": -44], "-0044-01-01"),
      (.date, ["date": aDate, "year": 2020, "month": 2], "2020-02-20"),
      (.date, ["date": aDateTime, "week": 1], "2019-01-02"),
      (.date, ["date": aDate, "quarter": 1], "2019-02-20"),
      (
        .localTime, ["hour": 7, "minute": 5, "second": 9, "millisecond": 1, "nanosecond": 2],
        "07:05:09.001000002"
      ),
      (.localTime, ["time": aTime, "minute": 6], "07:06:09"),
      (.time, ["hour": 7, "timezone": "+02:00"], "07:00+02:00"),
      (.time, ["time": aTime, "timezone": "+02:00"], "02:05:09+02:00"),
      (.time, ["time": aTime, "timezone": "Asia/Tokyo"], "09:05:09+09:00"),
      (.localDateTime, ["date": aDate, "time": aTime], "2019-11-20T07:05:09"),
      (.localDateTime, ["datetime": aDateTime, "nanosecond": 0], "2019-11-20T01:05:09"),
      (.dateTime, ["date": aDate, "time": aTime], "2019-11-20T07:05:09+07:00"),
      (.dateTime, ["date": aDate, "hour": 1], "2019-11-20T01:00Z"),
      (
        .dateTime, ["date": aDate, "time": aDateTime, "nanosecond": 0, "month": 7],
        "2019-07-20T01:05:09+02:00[Europe/Paris]"
      ),
      // The zone is changed after the components are.
      (
        .dateTime, ["datetime": aDateTime, "hour": 12, "nanosecond": 0, "timezone": "Asia/Tokyo"],
        "2019-11-20T20:05:09+09:00[Asia/Tokyo]"
      ),
      (
        .dateTime, ["epochSeconds": 1_574_208_309, "millisecond": 5, "timezone": "Asia/Tokyo"],
        "2019-11-20T09:05:09.005+09:00[Asia/Tokyo]"
      ),
      (.dateTime, ["epochMillis": -1, "nanosecond": 1], "1969-12-31T23:59:59.999000001Z"),
      // A zone alone asks the clock.
      (.date, ["timezone": "Asia/Tokyo"], "2019-11-20"),
      (.date, ["timezone": "America/Lima"], "2019-11-19"),
      (.localTime, ["timezone": "+05:30"], "05:35:09.25"),
      (.time, ["timezone": "America/Lima"], "19:05:09.25-05:00"),
      (.dateTime, ["timezone": "UTC"], "2019-11-20T00:05:09.25Z[UTC]"),
      (.date, ["year": 2019, "month": nil], "null"),
    ] as [(Temporal.InstantType, ValueMap, String)])
  func `a map makes an instant`(type: Temporal.InstantType, map: ValueMap, text: String) throws {
    #expect(try type.make(from: map, now: Self.now).text == text)
  }

  @Test(
    arguments: [
      (.date, [:]), (.date, ["month": 1]), (.date, ["year": 2019, "day": 1]),
      (.date, ["year": 2019, "dayOfWeek": 1]), (.date, ["year": 2019, "dayOfQuarter": 1]),
      (.date, ["year": 2019, "month": 1, "week": 1]),
      (.date, ["year": 2019, "month": 2, "day": 29]),
      (.date, ["year": 2019.0]), (.date, ["year": "2019"]), (.date, ["year": 2019, "hour": 1]),
      (.date, ["year": 2019, "timezone": "UTC"]), (.date, ["Year": 2019]), (.date, ["date": 1]),
      (.date, ["date": aTime]), (.date, ["year": .integer(.max)]), (.date, ["epochSeconds": 1]),
      (.date, ["year": .integer(.max), "week": 1]),
      (.date, ["year": .integer(.min), "quarter": 1]),
      (.localTime, ["minute": 1]), (.localTime, ["hour": 24]), (.localTime, ["time": aDate]),
      (.localTime, ["hour": 1, "second": 1]), (.localTime, ["hour": 1, "nanosecond": 1]),
      (.localTime, ["hour": 1, "minute": 0, "second": 0, "millisecond": 1, "microsecond": 1_000]),
      (.localTime, ["hour": 1, "minute": 0, "second": 0, "nanosecond": 1_000_000_000]),
      (.time, ["hour": 1, "timezone": 1]), (.time, ["hour": 1, "timezone": "+19:00"]),
      (.localDateTime, ["year": 2019, "month": 1, "hour": 1]), (.localDateTime, ["time": aTime]),
      (.localDateTime, ["date": aDate, "timezone": "UTC"]),
      (.dateTime, ["datetime": aDateTime, "date": aDate]),
      (.dateTime, ["epochMillis": 1, "hour": 1]),
      (.dateTime, ["epochSeconds": .integer(.max)]),
      (.dateTime, ["epochMillis": 1, "millisecond": 1]),
    ] as [(Temporal.InstantType, ValueMap)])
  func `a map with unknown, missing, conflicting or impossible components is an error`(
    type: Temporal.InstantType, map: ValueMap
  ) {
    #expect(throws: KhoError.self) { try type.make(from: map, now: Self.now) }
  }

  @Test(
    arguments: [
      ("2019-11-20", ["2019-11-20", nil, nil, "2019-11-20T00:00", "2019-11-20T00:00Z"]),
      ("07:05", [nil, "07:05", "07:05Z", nil, nil]),
      ("07:05+07:00", [nil, "07:05", "07:05+07:00", nil, nil]),
      (
        "2019-11-20T07:05",
        ["2019-11-20", "07:05", "07:05Z", "2019-11-20T07:05", "2019-11-20T07:05Z"]
      ),
      (
        "2019-07-20T07:05[Europe/Paris]",
        [
          "2019-07-20", "07:05", "07:05+02:00", "2019-07-20T07:05",
          "2019-07-20T07:05+02:00[Europe/Paris]",
        ]
      ),
    ] as [(String, [String?])])
  func `an instant gives its parts to the other types`(text: String, results: [String?]) throws {
    let source = try Self.instant(text)
    for (type, result) in zip(Temporal.InstantType.allCases, results) {
      if let result {
        #expect(try type.select(from: source).text == result)
      } else {
        #expect(throws: KhoError.self) { try type.select(from: source) }
      }
    }
  }

  @Test(arguments: [
    ("millennium", "2000-01-01T00:00Z"), ("century", "2000-01-01T00:00Z"),
    ("decade", "2010-01-01T00:00Z"), ("year", "2019-01-01T00:00Z"),
    ("weekYear", "2018-12-31T00:00Z"), ("quarter", "2019-10-01T00:00Z"),
    ("month", "2019-11-01T00:00Z"), ("week", "2019-11-18T00:00Z"), ("day", "2019-11-20T00:00Z"),
    ("hour", "2019-11-20T07:00Z"), ("minute", "2019-11-20T07:05Z"),
    ("second", "2019-11-20T07:05:09Z"), ("millisecond", "2019-11-20T07:05:09.123Z"),
    ("microsecond", "2019-11-20T07:05:09.123456Z"), ("WEEK", "2019-11-18T00:00Z"),
  ])
  func `truncation goes back to the start of the unit`(unit: String, text: String) throws {
    let source = try Self.instant("2019-11-20T07:05:09.123456789Z")
    #expect(try Temporal.InstantType.dateTime.truncate(source, to: unit).text == text)
  }

  @Test(
    arguments: [
      (.date, "2019-11-20", "week", ["dayOfWeek": 5], "2019-11-22"),
      (.date, "2019-11-20", "year", ["day": 5], "2019-01-05"),
      (.date, "-0001-11-20", "century", [:], "-0100-01-01"),
      (.localTime, "07:05:09.123456789", "millisecond", ["nanosecond": 2], "07:05:09.123000002"),
      (.localTime, "07:05:09.123456789", "microsecond", ["nanosecond": 2], "07:05:09.123456002"),
      (.localTime, "07:05:09.123456789", "second", ["nanosecond": 2], "07:05:09.000000002"),
      (.time, "07:05+07:00", "day", [:], "00:00+07:00"),
      (.time, "07:05+07:00", "hour", ["timezone": "-01:00"], "07:00-01:00"),
      (.localDateTime, "2019-11-20", "month", ["hour": 1], "2019-11-01T01:00"),
      (.dateTime, "2019-11-20", "day", ["time": aTime], "2019-11-20T07:05:09Z"),
      (
        .dateTime, "2019-11-20T07:05Z", "year", ["timezone": "Europe/Paris"],
        "2019-01-01T00:00+01:00[Europe/Paris]"
      ),
      // The later of the two hours from two to three stays the later.
      (
        .dateTime, "2019-10-27T02:30+01:00[Europe/Paris]", "hour", [:],
        "2019-10-27T02:00+01:00[Europe/Paris]"
      ),
    ] as [(Temporal.InstantType, String, String, ValueMap, String)])
  func `truncation sets the components of a map`(
    type: Temporal.InstantType, source: String, unit: String, map: ValueMap, text: String
  ) throws {
    #expect(try type.truncate(Self.instant(source), to: unit, setting: map).text == text)
  }

  @Test(
    arguments: [
      (.date, "2019-11-20T07:05", "hour"), (.date, "07:05", "day"), (.time, "07:05", "month"),
      (.time, "2019-11-20", "day"), (.localDateTime, "2019-11-20", "hour"),
      (.date, "2019-11-20", "fortnight"), (.date, "-999999999-01-01", "millennium"),
    ] as [(Temporal.InstantType, String, String)])
  func `a unit that the value or the type lacks is an error`(
    type: Temporal.InstantType, source: String, unit: String
  ) {
    #expect(throws: KhoError.self) { try type.truncate(Self.instant(source), to: unit) }
  }

  @Test(arguments: [
    ("2019-01-31", "P1M", "2019-02-28", "2018-12-31"),
    ("2020-02-29", "P1Y", "2021-02-28", "2019-02-28"),
    ("2019-11-20", "P1DT23H59M", "2019-11-21", "2019-11-19"),
    ("2019-11-20", "PT48H", "2019-11-22", "2019-11-18"),
    ("07:05", "P1DT25H", "08:05", "06:05"),
    ("00:00Z", "PT0.000000001S", "00:00:00.000000001Z", "23:59:59.999999999Z"),
    ("2019-11-20T23:00", "P1M1DT2H", "2019-12-22T01:00", "2019-10-19T21:00"),
  ])
  func `an instant is moved by a duration`(
    text: String, duration: String, sum: String, difference: String
  ) throws {
    let instant = try Self.instant(text)
    let duration = Value.duration(try Temporal.Duration(parsing: duration))
    #expect(try Temporal.add(instant, duration)?.text == sum)
    #expect(try Temporal.add(duration, instant)?.text == sum)
    #expect(try Temporal.subtract(instant, duration)?.text == difference)
    #expect(try Temporal.subtract(duration, instant) == nil)
    #expect(try Temporal.add(instant, instant) == nil)
    #expect(try Temporal.subtract(instant, instant) == nil)
    #expect(try Temporal.multiply(instant, 2) == nil)
  }

  @Test(arguments: ["2019-11-20", "2019-11-20T07:05", "2019-11-20T07:05Z"])
  func `a sum out of range is an error`(text: String) throws {
    for (months, days, seconds) in [
      (Int64.max, 0, 0), (0, Int64.min, 0), (0, 0, Int64.max), (.min, .min, .min),
    ]
      as [(Int64, Int64, Int64)]
    {
      let duration = Temporal.Duration(
        months: months, days: days, seconds: seconds, nanosecond: 999_999_999)
      #expect(throws: KhoError.self) {
        try Temporal.add(Self.instant(text), .duration(duration))
      }
      #expect(throws: KhoError.self) {
        try Temporal.subtract(Self.instant(text), .duration(duration))
      }
    }
  }

  @Test(arguments: [
    ("1984-10-11", "2015-06-24", "P30Y8M13D", "P30Y8M", "P11213D", "PT269112H"),
    ("2019-03-31", "2019-02-28", "P-1M", "P-1M", "P-31D", "PT-744H"),
    ("2019-01-31T12:00", "2019-03-01T11:00", "P28DT23H", "PT0S", "P28D", "PT695H"),
    ("2019-11-20", "2019-11-20T07:05:00.5", "PT7H5M0.5S", "PT0S", "PT0S", "PT7H5M0.5S"),
    ("07:05", "2019-11-20", "PT-7H-5M", "PT0S", "PT0S", "PT-7H-5M"),
    ("07:05", "07:05+02:00", "PT0S", "PT0S", "PT0S", "PT0S"),
    ("07:05Z", "07:05+02:00", "PT-2H", "PT0S", "PT0S", "PT-2H"),
    ("2019-11-20T07:05+02:00", "2019-11-21T07:05Z", "P1DT2H", "PT0S", "P1D", "PT26H"),
    ("2017-10-29T00:00[Europe/Paris]", "2017-10-29T04:00", "PT5H", "PT0S", "PT0S", "PT5H"),
    ("2017-10-29T00:00[Europe/Paris]", "04:00", "PT5H", "PT0S", "PT0S", "PT5H"),
    ("2017-10-29T00:00[Europe/Paris]", "2017-10-30", "P1D", "PT0S", "P1D", "PT25H"),
    (
      "-999999999-01-01T00:00", "+999999999-12-31T23:59:59", "P1999999998Y11M30DT23H59M59S",
      "P1999999998Y11M", "P730484999633D", "PT17531639991215H59M59S"
    ),
  ])
  func `the duration between two instants is counted in months, days and seconds`(
    start: String, end: String, all: String, months: String, days: String, seconds: String
  ) throws {
    let (start, end) = (try Self.instant(start), try Self.instant(end))
    let groups: [(Temporal.Duration.Group, String)] = [
      (.all, all), (.months, months), (.days, days), (.seconds, seconds),
    ]
    for (group, text) in groups {
      #expect(try Temporal.Duration(from: start, to: end, in: group).description == text)
    }
  }

  @Test func `the duration between two local times leads from one to the other`() throws {
    var random = SeededRandom()
    print("TemporalInstantTests: seed \(random.seed)")
    for _ in 0..<2_000 {
      let times = (0..<2).map { _ in
        Value.localDateTime(
          .init(
            secondsSinceEpoch: .random(in: -9_000_000_000...9_000_000_000, using: &random),
            nanosecond: .random(in: 0..<1_000_000_000, using: &random)))
      }
      let duration = try Temporal.Duration(from: times[0], to: times[1])
      #expect(try Temporal.add(times[0], .duration(duration))?.text == times[1].text)
      #expect(duration.months.magnitude < 12 * 600 && duration.days.magnitude < 31)
    }
  }

  @Test(arguments: [
    ("year", "2019"), ("quarter", "4"), ("month", "11"), ("week", "47"), ("weekYear", "2019"),
    ("dayOfQuarter", "51"), ("quarterDay", "51"), ("day", "20"), ("ordinalDay", "324"),
    ("dayOfWeek", "3"), ("weekDay", "3"), ("hour", "7"), ("minute", "5"), ("second", "9"),
    ("millisecond", "123"), ("microsecond", "123456"), ("nanosecond", "123456789"),
    ("timezone", "'Europe/Paris'"), ("offset", "'+01:00'"), ("offsetMinutes", "60"),
    ("offsetSeconds", "3600"), ("epochSeconds", "1574229909"), ("epochMillis", "1574229909123"),
  ])
  func `components are read by name, of the types that have them`(
    name: String, text: String
  ) throws {
    let instant = try Self.instant("2019-11-20T07:05:09.123456789[Europe/Paris]")
    #expect(try Temporal.component(of: instant, named: name)?.text == text)
    let isOfDate = try Temporal.component(of: Self.aDate, named: name) != nil
    let isOfTime = try Temporal.component(of: Self.aTime, named: name) != nil
    #expect(!isOfDate || !isOfTime)
    #expect(isOfDate || isOfTime == !name.hasPrefix("epoch"))
    #expect(try Temporal.component(of: .integer(1), named: name) == nil)
  }

  @Test func `fields that no value has, as of a damaged file, make no operation trap`() {
    var random = SeededRandom()
    print("TemporalInstantTests: seed \(random.seed)")
    let extremes: [Int64] = [.min, .min + 1, -1, 0, 1, .max - 1, .max]
    func number() -> Int64 {
      extremes.randomElement(using: &random) ?? 0
    }
    func small() -> Int32 { Int32(truncatingIfNeeded: number()) ^ Int32(number() & 1) << 31 }
    func value() -> Value {
      switch Int.random(in: 0..<6, using: &random) {
      case 0: .date(.init(daysSinceEpoch: number()))
      case 1: .localTime(.init(nanosecondOfDay: number()))
      case 2: .time(.init(nanosecondOfDay: number(), offsetInSeconds: small()))
      case 3: .localDateTime(.init(secondsSinceEpoch: number(), nanosecond: small()))
      case 4:
        .dateTime(
          .init(
            secondsSinceEpoch: number(), nanosecond: small(), offsetInSeconds: small(),
            zone: ["Europe/Paris", "Asia/Tokyo", "?", nil].randomElement(using: &random) ?? nil))
      default:
        .duration(
          .init(months: number(), days: number(), seconds: number(), nanosecond: small()))
      }
    }
    let components = [
      "year", "week", "dayOfQuarter", "hour", "nanosecond", "epochMillis", "months",
    ]
    let units = ["millennium", "weekYear", "week", "day", "hour", "microsecond"]
    for _ in 0..<5_000 {
      let (left, right) = (value(), value())
      #expect(!left.text.isEmpty)
      _ = try? Temporal.add(left, right)
      _ = try? Temporal.subtract(left, right)
      _ = try? Temporal.multiply(left, .integer(number()))
      _ = try? Temporal.divide(left, .float(0.3))
      _ = try? Temporal.Duration(from: left, to: right)
      for name in components { _ = try? Temporal.component(of: left, named: name) }
      for type in Temporal.InstantType.allCases {
        _ = try? type.select(from: left)
        for unit in units { _ = try? type.truncate(left, to: unit) }
        _ = try? type.make(
          from: ["date": left, "time": right, "timezone": "+01:00"], now: Self.now)
        _ = try? type.make(from: ["date": left, "week": 1], now: Self.now)
      }
    }
  }

  @Test func `instants are ordered in time, then from west to east`() throws {
    func ordered<T: Comparable>(_ type: T.Type, _ values: [T]) {
      for (index, value) in values.enumerated() {
        for (other, later) in values.enumerated() { #expect((value < later) == (index < other)) }
      }
    }
    ordered(
      Temporal.Time.self,
      try ["00:30+02:00", "07:05-01:00", "08:05Z", "09:05+01:00", "08:05:01Z"].map {
        try Temporal.Time(parsing: $0)
      })
    ordered(
      Temporal.DateTime.self,
      try [
        "2019-11-20T00:00+02:00", "2019-11-20T07:05-01:00", "2019-11-20T09:05+01:00",
        "2019-11-20T09:05[Europe/Berlin]", "2019-11-20T09:05[Europe/Paris]",
      ].map { try Temporal.DateTime(parsing: $0) })
  }
}
