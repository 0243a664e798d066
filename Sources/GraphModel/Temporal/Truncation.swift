/// Truncation of instants to a unit (CIP2015-08-06, "Truncating temporal values").
extension Temporal {
  private enum TruncationUnit: String {
    case millennium, century, decade, year, weekyear, quarter, month, week, day
    case hour, minute, second, millisecond, microsecond

    /// Its length if it is shorter than a day.
    var nanoseconds: Int64? {
      switch self {
      case .hour: 3_600 * Temporal.nanosecondsPerSecond
      case .minute: 60 * Temporal.nanosecondsPerSecond
      case .second: Temporal.nanosecondsPerSecond
      case .millisecond: 1_000_000
      case .microsecond: 1_000
      default: nil
      }
    }

    /// The first day of the unit that `date` is in.
    func start(of date: Date) throws(KhoError) -> Date {
      func year(of count: Int64) -> Int64 {
        date.year - date.year.flooredDivision(by: count).remainder
      }
      return switch self {
      case .millennium: try Date(year: year(of: 1_000))
      case .century: try Date(year: year(of: 100))
      case .decade: try Date(year: year(of: 10))
      case .year: try Date(year: date.year)
      case .weekyear: try Date(weekYear: date.weekYear, week: 1, dayOfWeek: 1)
      case .quarter: try Date(year: date.year, quarter: date.quarter, dayOfQuarter: 1)
      case .month: try Date(year: date.year, month: date.month)
      case .week: try Date(checking: date.daysSinceEpoch + 1 - date.dayOfWeek)
      default: date
      }
    }
  }
}

extension Temporal.InstantType {
  /// The start of the unit that `source` is in, as a value of this type, with the components of
  /// `map` set and in the zone that it names, that `source` has, or UTC. Null if a component is
  /// null. Throws `InvalidArgumentValue` if the unit is unknown, or this type or `source` has no
  /// such unit.
  package func truncate(
    _ source: Value, to unitName: String, setting map: ValueMap = ValueMap()
  ) throws(KhoError) -> Value {
    guard let unit = Temporal.TruncationUnit(rawValue: unitName.lowercased()) else {
      throw Temporal.invalid("expected a unit such as 'month', found another text")
    }
    guard var parts = Temporal.Parts(source) else { throw Self.notAnInstant }
    let isWithinDay = unit.nanoseconds != nil
    guard isWithinDay ? hasTime : hasDate || unit == .day,
      !hasDate || parts.date != nil, parts.time != nil || hasDate && !isWithinDay
    else {
      throw Temporal.invalid(
        "expected a unit that the value and a \(name) have, found '\(unit.rawValue)'")
    }
    let nanosecond = parts.time?.nanosecondOfDay ?? 0
    parts.time = Temporal.LocalTime(
      nanosecondOfDay: unit.nanoseconds.map { nanosecond - nanosecond % $0 } ?? 0)
    parts.date = try parts.date.map { (date) throws(KhoError) in try unit.start(of: date) }

    var map = map
    let kept = parts.time?.nanosecond ?? 0
    if unit == .microsecond, map["nanosecond"] != nil, map["microsecond"] == nil {
      map["microsecond"] = .integer(kept / 1_000 % 1_000)
    }
    if unit == .microsecond || unit == .millisecond, map["millisecond"] == nil,
      map["microsecond"] != nil || map["nanosecond"] != nil
    {
      map["millisecond"] = .integer(kept / 1_000_000)
    }
    guard let components = try Temporal.Components(map, of: self) else { return .null }
    guard try components.partsSinceEpoch() == nil else {
      throw Temporal.invalid("expected components within the unit, found the epoch's")
    }
    let selected = try components.selectedParts()
    parts.date = selected.date ?? parts.date
    parts.time = selected.time ?? parts.time
    if let zone = components.zone { (parts.zone, parts.offset) = (zone, nil) }
    try components.apply(to: &parts)
    return try value(of: parts)
  }
}
