import GraphModel
import GraphStorage
import Testing

@testable import CypherEngine

@Suite struct TemporalFunctionsTests {
  /// The values of a statement's first row, as text.
  private func row(_ statement: String, parameters: ValueMap = [:]) throws -> [String] {
    let store = try GraphStore.temporary()
    let engine = Engine(store: store)
    return try store.write { transaction in
      let query = try engine.prepare(statement, in: transaction)
      var run = try engine.execute(query, parameters: parameters, in: transaction)
      return try run.nextRows()?.map(\.text) ?? []
    }
  }

  @Test(arguments: [
    ("date('2019-11-20')", "2019-11-20"), ("DATE({year: 2019})", "2019-01-01"),
    ("date(datetime('2019-11-20T07:05Z'))", "2019-11-20"), ("date(null)", "null"),
    ("time(localtime('07:05'))", "07:05Z"), ("date({year: null})", "null"),
    ("date.truncate('month', date('2019-11-20'))", "2019-11-01"),
    ("date.truncate('week', date('2019-11-20'), {dayOfWeek: 2})", "2019-11-19"),
    ("date.truncate('week', null)", "null"),
    ("datetime.truncate('day', date('2019-11-20'), null)", "null"),
    ("datetime.fromEpoch(1, 2)", "1970-01-01T00:00:01.000000002Z"),
    ("datetime.fromepochmillis(1.0)", "1970-01-01T00:00:00.001Z"),
    ("datetime({epochMillis: timestamp()}).epochMillis = timestamp()", "true"),
    ("duration('P1D') + duration({hours: 1})", "P1DT1H"), ("duration(null)", "null"),
    ("duration.between(date('2019-11-20'), date('2020-01-01'))", "P1M12D"),
    ("duration.inMonths(date('2019-11-20'), date('2020-01-01'))", "P1M"),
    ("duration.inDays(date('2019-11-20'), date('2020-01-01')).weeks", "6"),
    ("duration.inSeconds(null, date('2020-01-01'))", "null"),
    ("date('2019-11-20') + duration('P1M') - duration('P1D')", "2019-12-19"),
    ("duration('P1D') / 2 * 3.0", "PT36H"), ("date('2019-11-20').dayOfWeek", "3"),
    ("date('2019-11-20') < date('2019-11-21')", "true"),
    ("date('2019-11-20') < datetime('2019-11-21')", "null"),
    ("duration('P1D') < duration('P2D')", "null"),
    ("duration('P1D') = duration('PT24H')", "false"),
    (
      "toString(datetime('2019-11-20T07:05[Europe/Paris]'))",
      "'2019-11-20T07:05+01:00[Europe/Paris]'"
    ),
  ])
  func `temporal expressions are computed`(expression: String, text: String) throws {
    #expect(try row("RETURN \(expression)") == [text])
  }

  @Test(arguments: [
    ("date('x')", "InvalidArgumentValue"), ("date('2019-02-30')", "InvalidArgumentValue"),
    ("date(1)", "InvalidArgumentType"), ("date.truncate('x', date())", "InvalidArgumentValue"),
    ("date.truncate(1, date())", "InvalidArgumentType"),
    ("datetime.truncate('day', datetime(), {epochSeconds: 1})", "InvalidArgumentValue"),
    ("date($parameter)", "InvalidArgumentValue"),
    ("duration.between(1, date())", "InvalidArgumentType"),
    ("datetime.fromEpoch(1.5, 0)", "InvalidArgumentType"), ("date().hour", "InvalidArgumentValue"),
    ("date() + date()", "InvalidArgumentType"), ("date() - date()", "InvalidArgumentType"),
    ("duration('P1D') / 0", "DivisionByZero"),
    ("date('+999999999-12-31') + duration('P1D')", "NumberOutOfRange"),
  ])
  func `what cannot be computed is an error`(expression: String, detail: String) throws {
    let error = try #require(throws: KhoError.self) {
      try row("RETURN \(expression)", parameters: ["parameter": .integer(1)])
    }
    #expect(error.detail == detail)
  }

  @Test(arguments: ["date", "localtime", "time", "localdatetime", "datetime"])
  func `the clock stands still within a statement`(type: String) throws {
    let clocks = ["", ".statement", ".transaction"].map { "\(type)\($0)()" }
    let statement = """
      UNWIND range(1, 3000) AS i
      WITH DISTINCT \(clocks.joined(separator: " + '|' + ")) AS now
      RETURN count(now), now
      """
    let values = try row(statement)
    #expect(values[0] == "1")
    #expect(Set(values[1].dropFirst().dropLast().split(separator: "|")).count == 1)
  }

  @Test func `the realtime clock moves, and clocks know zones`() throws {
    let values = try row(
      """
      UNWIND range(1, 3000) AS i
      WITH count(DISTINCT datetime.realtime()) AS instants
      RETURN instants > 1, datetime.transaction('Asia/Tokyo').epochMillis = datetime().epochMillis,
        localtime.statement('+07:00') = localtime({timezone: '+07:00'})
      """)
    #expect(values == ["true", "true", "true"])
  }
}
