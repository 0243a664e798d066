import Testing

@testable import GraphModel

@Suite struct TemporalDurationTests {
  @Test(arguments: [
    ("P14DT16H12M", "P14DT16H12M"), ("P5M1.5D", "P5M1DT12H"), ("PT0.75M", "PT45S"),
    ("P2.5W", "P17DT12H"), ("P0.75M", "P22DT19H51M49.5S"), ("P13M", "P1Y1M"), ("P1Y-13M", "P-1M"),
    ("PT90M", "PT1H30M"), ("PT-0.5S", "PT-0.5S"), ("PT-61.25S", "PT-1M-1.25S"), ("P0D", "PT0S"),
    ("-P1Y2DT3,5S", "P-1Y-2DT-3.5S"), ("+P1D", "P1D"), ("P1DT-0.001S", "P1DT-0.001S"),
    ("P2019-11-20T07:05:09.25", "P2019Y11M20DT7H5M9.25S"),
    ("P20191120T070509", "P2019Y11M20DT7H5M9S"),
    ("P0000-00-20", "P20D"), ("PT0.0000000009S", "PT0S"),
    ("PT0.9999999999999999999S", "PT0.999999999S"),
    ("PT9223372036854775807S", "PT2562047788015215H30M7S"),
    ("PT-9223372036854775808S", "PT-2562047788015215H-30M-8S"),
    ("P768614336404564650Y7M", "P768614336404564650Y7M"),
  ])
  func `a duration is read in every form and shown in one`(text: String, result: String) throws {
    #expect(try Temporal.Duration(parsing: text).description == result)
  }

  @Test(arguments: [
    "", "P", "PT", "P1", "P1DT", "1D", "P1H", "PT1D", "P1D1Y", "P1Y1Y", "P1.5Y1M", "P1.D", "P.5D",
    "PT1S ", "p1d", "P1D2", "PTT1S", "P--1D", "PT9223372036854775808S", "P768614336404564651Y",
    "P99999999999999999999999999999999999999999999D", "P2019-13-20T07:05", "P2019-11-20T25",
    "P2019-11T07:05",
  ])
  func `other text is an error`(text: String) {
    #expect(throws: KhoError.self) { try Temporal.Duration(parsing: text) }
  }

  @Test(
    arguments: [
      (["days": 1.9], "P1DT21H36M"), (["months": -0.75], "P-22DT-19H-51M-49.5S"),
      (["months": 0.75, "days": -30], "P-7DT-4H-8M-10.5S"),
      (["quarters": 5, "weeks": 2], "P1Y3M14D"),
      (["seconds": 2, "milliseconds": -1], "PT1.999S"),
      (["seconds": -60, "milliseconds": 1], "PT-59.999S"),
      (["milliseconds": 1.5, "microseconds": 1.5, "nanoseconds": 1.9], "PT0.001501501S"),
      (["milliseconds": .integer(.max)], "PT2562047788015H12M55.807S"), ([:], "PT0S"),
      (["days": 1e-300], "PT0S"), (["hours": 0.1], "PT6M"),
    ] as [(ValueMap, String)])
  func `fractions carry into smaller units`(map: ValueMap, result: String) throws {
    #expect(try Temporal.Duration(components: map)?.description == result)
  }

  @Test(
    arguments: [
      ["days": "1"], ["day": 1], ["years": .integer(.max)], ["seconds": 1e19],
      ["hours": .float(.nan)], ["hours": .float(.infinity)], ["months": 1e300],
    ] as [ValueMap])
  func `components that are none are an error`(map: ValueMap) {
    #expect(throws: KhoError.self) { try Temporal.Duration(components: map) }
  }

  @Test func `a null component makes no duration`() throws {
    #expect(try Temporal.Duration(components: ["days": 1, "hours": nil]) == nil)
  }

  @Test(
    arguments: [
      ("P1M", 3, "P10DT3H29M42S"), ("PT1S", 3, "PT0.333333333S"),
      ("P149M14DT58390.000000001S", 2, "P6Y2M22DT13H21M8S"),
      ("P-7D", 2, "P-3DT-12H"), ("P2Y", -2, "P-1Y"), ("P3D", 10.0, "PT7H12M"), ("P1D", 0.1, "P10D"),
    ] as [(String, Value, String)])
  func `a duration is divided by a number`(text: String, divisor: Value, result: String) throws {
    let quotient = try Temporal.divide(.duration(Temporal.Duration(parsing: text)), divisor)
    #expect(quotient?.text == result)
  }

  @Test(
    arguments: [
      ("P1Y2M3DT4H", 2, "P2Y4M6DT8H"), ("P3D", 0.1, "PT7H12M"), ("P1M", 0.5, "P15DT5H14M33S"),
      ("PT1.5S", -1, "PT-1.5S"), ("P1D", 1e-300, "PT0S"), ("PT1S", 0, "PT0S"),
    ] as [(String, Value, String)])
  func `a duration is multiplied by a number in either order`(
    text: String, factor: Value, result: String
  ) throws {
    let duration = Value.duration(try Temporal.Duration(parsing: text))
    #expect(try Temporal.multiply(duration, factor)?.text == result)
    #expect(try Temporal.multiply(factor, duration)?.text == result)
  }

  @Test func `a result out of range is an arithmetic error`() throws {
    let long = Value.duration(.init(months: .max, days: .min, seconds: .max, nanosecond: 0))
    let factors: [Value] = [2, .integer(.min), 1e300, 1.5]
    for factor in factors {
      #expect(throws: KhoError.self) { try Temporal.multiply(long, factor) }
    }
    let divisors: [Value] = [0, 0.0, 1e-300, 0.5, .float(.nan), .float(.infinity)]
    for divisor in divisors {
      #expect(throws: KhoError.self) { try Temporal.divide(long, divisor) }
    }
    #expect(throws: KhoError.self) { try Temporal.add(long, long) }
    #expect(try Temporal.subtract(long, long)?.text == "PT0S")
    #expect(try Temporal.divide(long, .integer(.min)) != nil)
  }

  @Test(arguments: [
    ("years", 1), ("quarters", 5), ("months", 16), ("weeks", 15), ("days", 111), ("hours", 1),
    ("minutes", 61), ("seconds", 3_661), ("milliseconds", 3_661_111),
    ("microseconds", 3_661_111_111),
    ("nanoseconds", 3_661_111_111_111), ("quartersOfYear", 1), ("monthsOfYear", 4),
    ("monthsOfQuarter", 1), ("daysOfWeek", 6), ("minutesOfHour", 1), ("secondsOfMinute", 1),
    ("millisecondsOfSecond", 111), ("microsecondsOfSecond", 111_111),
    ("nanosecondsOfSecond", 111_111_111),
  ])
  func `components count a group in one unit, or what larger units leave`(
    name: String, count: Int64
  ) throws {
    let duration = Temporal.Duration(months: 16, days: 111, seconds: 3_661, nanosecond: 111_111_111)
    #expect(try Temporal.component(of: .duration(duration), named: name)?.text == "\(count)")
    let negative = Temporal.Duration(
      months: -16, days: -111, seconds: -3_662, nanosecond: 888_888_889)
    #expect(try Temporal.component(of: .duration(negative), named: name)?.text == "\(-count)")
    #expect(try Temporal.component(of: .duration(duration), named: name.uppercased()) == nil)
  }

  @Test func `a component beyond 64 bits is an error`() {
    let long = Value.duration(.init(months: 0, days: 0, seconds: .max, nanosecond: 0))
    #expect(throws: KhoError.self) { try Temporal.component(of: long, named: "nanoseconds") }
  }
}
