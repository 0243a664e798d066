/// Builds an instant from a map of its components (CIP2015-08-06, "Constructing" and "Converting
/// and composing").
extension Temporal.InstantType {
  /// The value that `map` describes, or null if a component is null. `timezone` alone asks for the
  /// time of the clock, whose time is `now`. Throws `InvalidArgumentValue` for components that are
  /// unknown, out of range, in conflict, or that lack one of higher significance.
  package func make(from map: ValueMap, now: Temporal.DateTime) throws(KhoError) -> Value {
    guard let components = try Temporal.Components(map, of: self) else { return .null }
    if components.isTimeZoneAlone {
      return try select(from: .dateTime(try now.converted(to: components.zone ?? .utc)))
    }
    guard !map.isEmpty else {
      throw Temporal.invalid("expected components of a \(name), found none")
    }
    if let parts = try components.partsSinceEpoch() { return try value(of: parts) }
    var parts = try components.selectedParts()
    parts.second = parts.second ?? now.secondsSinceEpoch
    let zone = components.zone
    // A zone given for a value that has one converts it, after its components are set; else it is
    // assigned.
    let isConverted = parts.zone != nil && zone != nil
    if let zone, !isConverted { (parts.zone, parts.offset) = (zone, nil) }
    try components.apply(to: &parts)
    let result = try value(of: parts)
    guard isConverted, let zone else { return result }
    switch result {
    case .dateTime(let value): return .dateTime(try value.converted(to: zone))
    case .time(let value):
      return .time(value.converted(toOffset: try zone.offset(atSecond: parts.second ?? 0)))
    default: return result
    }
  }
}

extension Temporal {
  /// A map's entries under the names of CIP2015-08-06, known to be allowed for the type that is
  /// built.
  struct Components {
    private var map: ValueMap
    private let type: InstantType
    /// The zone named by `timezone`.
    let zone: Zone?

    /// Returns nil if an entry is null.
    init?(_ map: ValueMap, of type: InstantType) throws(KhoError) {
      self.type = type
      self.map = ValueMap()
      for (key, value) in map {
        guard let name = Self.canonicalNames[key] else {
          throw Temporal.invalid(
            "expected a component of a \(type.name), found an unknown name",
            hint: "known are \(Self.canonicalNames.keys.sorted().joined(separator: ", "))")
        }
        if case .null = value { return nil }
        self.map[name] = value
      }
      switch self.map["timezone"] {
      case .none: zone = nil
      case .string(let text): zone = try Zone(parsing: text)
      default: throw Temporal.invalid("expected a string as timezone, found another value")
      }
      let unfit =
        (type.hasDate ? [] : Self.dateNames + ["date", "datetime"])
        + (type.hasTime ? [] : Self.timeNames + ["time", "datetime"])
        + (type.hasZone || isTimeZoneAlone ? [] : ["timezone"])
        + (type == .dateTime ? [] : Self.epochNames)
      if let name = unfit.first(where: has) {
        throw Temporal.invalid("expected components of a \(type.name), found \(name)")
      }
    }

    var isTimeZoneAlone: Bool { map.count == 1 && has("timezone") }

    func has(_ name: String) -> Bool { map[name] != nil }

    private func integer(_ name: String) throws(KhoError) -> Int64? {
      switch map[name] {
      case .none: return nil
      case .integer(let number): return number
      default: throw Temporal.invalid("expected an integer as \(name), found another value")
      }
    }
  }
}

extension Temporal.Components {
  private static let epochNames = ["epochSeconds", "epochMillis"]
  private static let subsecondNames = ["millisecond", "microsecond", "nanosecond"]
  private static let timeNames = ["hour", "minute", "second"] + subsecondNames
  /// The ways to say which day of a year it is, each by descending significance.
  private static let dayNames = [
    ["month", "day"], ["week", "dayOfWeek"], ["quarter", "dayOfQuarter"], ["ordinalDay"],
  ]
  private static let dateNames = ["year"] + dayNames.flatMap(\.self)

  private static let canonicalNames: [String: String] = {
    var names = ["weekDay": "dayOfWeek", "quarterDay": "dayOfQuarter"]
    for name in dateNames + timeNames + epochNames + ["date", "time", "datetime", "timezone"] {
      names[name] = name
    }
    return names
  }()

  /// Throws if one of `names` is given without the one before it.
  private func checkSignificance(of names: [String]) throws(KhoError) {
    for (higher, lower) in zip(names, names.dropFirst()) where has(lower) && !has(higher) {
      throw Temporal.invalid("expected \(higher) beside \(lower), found none")
    }
  }

  /// The parts since 1970-01-01T00:00Z that `epochSeconds` or `epochMillis` give, or nil if there
  /// are none. Beside them only a zone and what is smaller may be given.
  func partsSinceEpoch() throws(KhoError) -> Temporal.Parts? {
    let seconds: Int64
    let nanoseconds: Int64
    var smaller = Self.subsecondNames
    if let count = try integer("epochSeconds") {
      (seconds, nanoseconds) = (count, 0)
      smaller.append("epochSeconds")
    } else if let count = try integer("epochMillis") {
      let (quotient, remainder) = count.flooredDivision(by: 1_000)
      (seconds, nanoseconds) = (quotient, remainder * 1_000_000)
      smaller = ["microsecond", "nanosecond", "epochMillis"]
    } else {
      return nil
    }
    guard map.keys.allSatisfy({ $0 == "timezone" || smaller.contains($0) }) else {
      throw Temporal.invalid("expected smaller components beside the epoch's, found others")
    }
    let rest =
      try subsecond(
        below: has("epochMillis") ? 1_000_000 : Temporal.nanosecondsPerSecond) ?? 0
    let value = try (zone ?? .utc)
      .dateTime(atSecond: Int128(seconds), nanosecond: Int32(nanoseconds + rest))
    return Temporal.Parts(.dateTime(value))
  }

  /// The parts selected by `date`, `time` and `datetime`.
  func selectedParts() throws(KhoError) -> Temporal.Parts {
    guard !has("datetime") || !has("date") && !has("time") else {
      throw Temporal.invalid("expected datetime alone, found date or time beside it")
    }
    var result = Temporal.Parts()
    for name in ["date", "time", "datetime"] {
      guard let source = map[name] else { continue }
      guard let parts = Temporal.Parts(source) else { throw Temporal.InstantType.notAnInstant }
      if name != "time" {
        guard let date = parts.date else {
          throw Temporal.invalid("expected a value with a date as \(name), found one without")
        }
        result.date = date
      }
      if name != "date" {
        guard let time = parts.time ?? (name == "datetime" ? .midnight : nil) else {
          throw Temporal.invalid("expected a value with a time as \(name), found one without")
        }
        (result.time, result.zone) = (time, parts.zone)
        (result.offset, result.second) = (parts.offset, parts.second)
      }
    }
    return result
  }

  /// Sets the given components in parts that are selected or truncated.
  func apply(to parts: inout Temporal.Parts) throws(KhoError) {
    let isDateWhole =
      !type.hasDate || parts.date != nil
      || Self.dayNames.contains { $0.last.map(has) ?? false }
    guard isDateWhole || parts.time == nil && !Self.timeNames.contains(where: has) else {
      throw Temporal.invalid("expected a whole date before the time, found a part of one")
    }
    if type.hasDate { parts.date = try date(changing: parts.date) }
    if type.hasTime { parts.time = try time(changing: parts.time) }
  }

  private func date(changing base: Temporal.Date?) throws(KhoError) -> Temporal.Date {
    let given = Self.dayNames.filter { $0.contains(where: has) }
    guard given.count <= 1 else {
      throw Temporal.invalid("expected one way to give the day, found several")
    }
    let names = given.first ?? []
    if base == nil { try checkSignificance(of: ["year"] + names) }
    guard let year = try integer("year") ?? (names.first == "week" ? base?.weekYear : base?.year)
    else { throw Temporal.invalid("expected a year, found none") }
    switch names.first {
    case "week":
      // The weeks of a year out of range are not asked for: the initializer throws.
      let weekCount = Temporal.Date.weekCount(ofYear: year.clamped(to: Temporal.years))
      return try Temporal.Date(
        weekYear: year, week: integer("week") ?? base.map { min($0.week, weekCount) } ?? 1,
        dayOfWeek: integer("dayOfWeek") ?? base?.dayOfWeek ?? 1)
    case "quarter":
      let quarter = try integer("quarter") ?? base?.quarter ?? 1
      if let day = try integer("dayOfQuarter") {
        return try Temporal.Date(year: year, quarter: quarter, dayOfQuarter: day)
      }
      let first = try Temporal.Date(year: year, quarter: quarter, dayOfQuarter: 1)
      let month = first.month + (base.map { ($0.month - 1) % 3 } ?? 0)
      return try date(year: year, month: month, changing: base)
    case "ordinalDay":
      return try Temporal.Date(year: year, ordinalDay: integer("ordinalDay") ?? 1)
    default:
      let month = try integer("month") ?? base?.month ?? 1
      if let day = try integer("day") {
        return try Temporal.Date(year: year, month: month, day: day)
      }
      return try date(year: year, month: month, changing: base)
    }
  }

  /// The day of `base` in another month, or that month's last: dates that do not exist become the
  /// nearest before.
  private func date(
    year: Int64, month: Int64, changing base: Temporal.Date?
  ) throws(KhoError) -> Temporal.Date {
    let first = try Temporal.Date(year: year, month: month)
    let dayCount = Temporal.Date.dayCount(ofMonth: month, year: year)
    return Temporal.Date(
      daysSinceEpoch: first.daysSinceEpoch + min(base?.day ?? 1, dayCount) - 1)
  }

  private func time(changing base: Temporal.LocalTime?) throws(KhoError) -> Temporal.LocalTime {
    if base == nil {
      if !type.hasDate, !has("hour") { throw Temporal.invalid("expected an hour, found none") }
      try checkSignificance(of: ["hour", "minute", "second"])
      if !has("second"), let name = Self.subsecondNames.first(where: has) {
        throw Temporal.invalid("expected second beside \(name), found none")
      }
    }
    return try Temporal.LocalTime(
      hour: integer("hour") ?? base?.hour ?? 0, minute: integer("minute") ?? base?.minute ?? 0,
      second: integer("second") ?? base?.second ?? 0,
      nanosecond: subsecond(below: Temporal.nanosecondsPerSecond) ?? base?.nanosecond ?? 0)
  }

  /// The nanoseconds, below `limit`, that the parts of a second add up to, or nil if there are
  /// none. Beside a larger part each counts within that part's unit.
  private func subsecond(below limit: Int64) throws(KhoError) -> Int64? {
    var limit = limit
    var total: Int64?
    for (name, unit) in zip(Self.subsecondNames, [1_000_000, 1_000, 1] as [Int64]) {
      guard let count = try integer(name) else { continue }
      guard (0..<limit / unit).contains(count) else {
        throw Temporal.invalid(
          "expected a \(name) from 0 to \(limit / unit - 1), found another number")
      }
      total = (total ?? 0) + count * unit
      limit = unit
    }
    return total
  }
}
