import TestSupport
import Testing

@testable import GraphModel

@Suite struct TemporalZoneTests {
  private func instant(_ text: String) throws -> Temporal.DateTime {
    try Temporal.DateTime(parsing: text)
  }

  @Test(arguments: [
    // A gap moves the time on by its length.
    ("2017-03-26T02:30[Europe/Stockholm]", "2017-03-26T03:30+02:00[Europe/Stockholm]"),
    ("2019-10-06T02:10[Australia/Lord_Howe]", "2019-10-06T02:40+11:00[Australia/Lord_Howe]"),
    ("2011-12-30T12:00[Pacific/Apia]", "2011-12-31T12:00+14:00[Pacific/Apia]"),
    // Of a time that clocks show twice it is the earlier, unless the offset says the later.
    ("2017-10-29T02:30[Europe/Stockholm]", "2017-10-29T02:30+02:00[Europe/Stockholm]"),
    ("2017-10-29T02:30+02:00[Europe/Stockholm]", "2017-10-29T02:30+02:00[Europe/Stockholm]"),
    ("2017-10-29T02:30+01:00[Europe/Stockholm]", "2017-10-29T02:30+01:00[Europe/Stockholm]"),
    // Local mean time, before zones.
    (
      "1818-07-21T21:40:32.142[Europe/Stockholm]",
      "1818-07-21T21:40:32.142+00:53:28[Europe/Stockholm]"
    ),
    ("1800-01-01T00:00[Asia/Ho_Chi_Minh]", "1800-01-01T00:00+07:06:30[Asia/Ho_Chi_Minh]"),
    // Half an hour ahead in Saigon for a while in 1943: an offset of its own time.
    ("1944-01-01T00:00[Asia/Ho_Chi_Minh]", "1944-01-01T00:00+08:00[Asia/Ho_Chi_Minh]"),
    // Rules for the years to come.
    ("2999-07-01T12:00[Europe/Stockholm]", "2999-07-01T12:00+02:00[Europe/Stockholm]"),
    ("2999-01-01T12:00[Australia/Sydney]", "2999-01-01T12:00+11:00[Australia/Sydney]"),
    ("2999-07-01T12:00[Europe/Dublin]", "2999-07-01T12:00+01:00[Europe/Dublin]"),
    ("2999-07-01T12:00[Asia/Ho_Chi_Minh]", "2999-07-01T12:00+07:00[Asia/Ho_Chi_Minh]"),
    ("2019-01-01T00:00[America/Los Angeles]", "2019-01-01T00:00-08:00[America/Los_Angeles]"),
    ("2019-01-01T00:00[UTC]", "2019-01-01T00:00Z[UTC]"),
  ])
  func `a local time is resolved by the rules of its zone`(text: String, result: String) throws {
    #expect(try instant(text).description == result)
  }

  @Test(arguments: [
    "Europe", "europe/stockholm", "../../../etc/passwd", "Europe/../Europe/Stockholm",
    "/Europe/Stockholm", "Europe//Stockholm", "posix/Europe/Stockholm", "right/UTC", "tzdata.zi",
    "Zürich", "", "Z/", "Europe/Stockholm\0", String(repeating: "A", count: 500),
  ])
  func `other names are no zones`(name: String) {
    #expect(throws: KhoError.self) { try Temporal.TimeZones.canonical(name) }
    #expect(throws: KhoError.self) { try Temporal.Zone(parsing: name) }
  }

  @Test func `local time and instant agree in every half hour of years with changes`() throws {
    for name in ["Europe/Stockholm", "America/St_Johns", "Pacific/Apia", "Africa/Casablanca"] {
      let zone = Temporal.Zone.named(name)
      var second: Int64 = 1_293_840_000
      while second < 1_356_998_400 {
        let instant = try zone.dateTime(atSecond: Int128(second), nanosecond: 0)
        let back = try zone.dateTime(at: instant.local, preferring: instant.offsetInSeconds)
        #expect(back == instant)
        second += 1_800
      }
    }
  }

  @Test func `calculation with days keeps the clock and with hours the length`() throws {
    let start = Value.dateTime(try instant("2017-10-28T12:00[Europe/Stockholm]"))
    func later(_ text: String) throws -> String? {
      try Temporal.add(start, .duration(Temporal.Duration(parsing: text)))?.text
    }
    #expect(try later("P1D") == "2017-10-29T12:00+01:00[Europe/Stockholm]")
    #expect(try later("PT24H") == "2017-10-29T11:00+01:00[Europe/Stockholm]")
    #expect(try later("-P7M2DT10H") == "2017-03-26T01:00+01:00[Europe/Stockholm]")
  }

  // MARK: The file format

  /// A file with one change: from 1:00 to 2:00 at the instant 1000, then the rule.
  private func file(rule: String) -> [UInt8] {
    func bytes(_ number: Int64, _ count: Int) -> [UInt8] {
      (0..<count).reversed().map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
    }
    func header(_ counts: [Int64]) -> [UInt8] {
      Array("TZif2".utf8) + bytes(0, 15) + counts.flatMap { bytes($0, 4) }
    }
    let types = bytes(3_600, 4) + [0, 0] + bytes(7_200, 4) + [1, 2]
    return header([0, 0, 0, 0, 0, 0]) + header([0, 0, 0, 1, 2, 4]) + bytes(1_000, 8) + [1] + types
      + Array("A\0B\0".utf8) + Array("\n\(rule)\n".utf8)
  }

  @Test(arguments: [
    ("CET-1CEST,M3.5.0,M10.5.0/3", "2050-03-27T00:59:59Z", 3_600),
    ("CET-1CEST,M3.5.0,M10.5.0/3", "2050-03-27T01:00:00Z", 7_200),
    ("CET-1CEST,M3.5.0,M10.5.0/3", "2050-10-30T00:59:59Z", 7_200),
    ("CET-1CEST,M3.5.0,M10.5.0/3", "2050-10-30T01:00:00Z", 3_600),
    ("IST-1GMT0,M10.5.0,M3.5.0/1", "2050-01-01T00:00Z", 0),
    ("IST-1GMT0,M10.5.0,M3.5.0/1", "2050-07-01T00:00Z", 3_600),
    ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2050-03-27T00:59:59Z", -7_200),
    ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2050-03-27T01:00:00Z", -3_600),
    ("AAA3BBB,J60/0,J300/0", "2052-03-01T02:59:59Z", -10_800),
    ("AAA3BBB,J60/0,J300/0", "2052-03-01T03:00:00Z", -7_200),
    ("AAA3BBB,59/0,300/0", "2052-02-29T03:00:00Z", -7_200),
    ("AAA-3:30:15", "2050-07-01T00:00Z", 12_615),
    ("", "2050-07-01T00:00Z", 7_200), ("nonsense,", "2050-07-01T00:00Z", 7_200),
    ("CET-1CEST,M13.5.0,M10.5.0/3", "2050-07-01T00:00Z", 7_200),
  ])
  func `the last line of a zone's file rules the future`(
    rule: String, at text: String, offset: Int32
  ) throws {
    let rules = try #require(Temporal.TimeZoneRules(file: file(rule: rule)))
    #expect(rules.offset(at: try instant(text).secondsSinceEpoch) == offset)
    #expect(rules.offset(at: 999) == 3_600)
  }

  @Test func `a damaged file is refused or read, never a trap`() throws {
    let good = file(rule: "CET-1CEST,M3.5.0,M10.5.0/3")
    for count in 0..<good.count - 28 {
      #expect(Temporal.TimeZoneRules(file: Array(good.prefix(count))) == nil)
    }
    var random = SeededRandom()
    print("TemporalZoneTests: seed \(random.seed)")
    for _ in 0..<20_000 {
      var bytes = good
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = .random(
          in: 0...255, using: &random)
      }
      guard let rules = Temporal.TimeZoneRules(file: bytes) else { continue }
      for second in [
        Temporal.LocalDateTime.seconds.lowerBound, 0, 5_000_000_000,
        Temporal.LocalDateTime.seconds.upperBound,
      ] {
        #expect(rules.offset(at: second).magnitude < 700_000)
        _ = rules.offset(atLocal: second, preferring: nil)
      }
    }
  }
}
