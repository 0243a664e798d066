/// The duration between two instants (CIP2015-08-06, "Computing the Duration between two temporal
/// instants").
extension Temporal.Duration {
  /// Which units the difference is expressed in.
  package enum Group: Sendable { case all, months, days, seconds }

  /// What has to be added to `start` to reach `end`, in whole units of `group`; in all of them it
  /// is months, then days, then seconds. What one instant lacks is as in the other, except a time,
  /// which is midnight: without a date in both there are no months and days. Throws if one is no
  /// instant or a number is out of range.
  package init(
    from start: Value, to end: Value, in group: Group = .all
  ) throws(KhoError) {
    guard let start = Temporal.Parts(start), let end = Temporal.Parts(end) else {
      throw Temporal.InstantType.notAnInstant
    }
    let hasDates = start.date != nil && end.date != nil
    let (first, last) = try Self.aligned(start, end)
    switch group {
    case .all:
      let months = hasDates ? first.months(to: last) : 0
      var moved = try first.adding(months: Int128(months), days: 0)
      let days = hasDates ? moved.days(to: last) : 0
      moved = try moved.adding(months: 0, days: Int128(days))
      try self.init(
        months: Int128(months), days: Int128(days), nanoseconds: moved.nanoseconds(to: last))
    case .months: try self.init(months: hasDates ? Int128(first.months(to: last)) : 0)
    case .days: try self.init(days: hasDates ? Int128(first.days(to: last)) : 0)
    case .seconds: try self.init(nanoseconds: first.nanoseconds(to: last))
    }
  }

  /// Both as date and time of the first one's zone, or of UTC if neither has a zone.
  private static func aligned(
    _ start: Temporal.Parts, _ end: Temporal.Parts
  ) throws(KhoError) -> (Temporal.DateTime, Temporal.DateTime) {
    func instant(
      _ parts: Temporal.Parts, with other: Temporal.Parts
    ) throws(KhoError) -> Temporal.DateTime {
      let date = parts.date ?? other.date ?? Temporal.Date(daysSinceEpoch: 0)
      return try (parts.zone ?? other.zone ?? .utc).dateTime(
        at: Temporal.LocalDateTime(date, parts.time ?? .midnight),
        preferring: parts.offset ?? other.offset)
    }
    let first = try instant(start, with: end)
    return (first, try instant(end, with: start).converted(to: first.timeZone))
  }
}

extension Temporal.DateTime {
  /// Whole days by the clocks of the zone that both have, towards zero.
  fileprivate func days(to end: Self) -> Int64 {
    let (start, end) = (local, end.local)
    let days = end.date.daysSinceEpoch - start.date.daysSinceEpoch
    if days > 0, end.time < start.time { return days - 1 }
    if days < 0, end.time > start.time { return days + 1 }
    return days
  }

  /// Whole months within those days, towards zero: 31 January is one month before 1 March, but none
  /// before 28 February.
  fileprivate func months(to end: Self) -> Int64 {
    let start = local.date
    let from = start.civil
    let to = Temporal.Date(daysSinceEpoch: start.daysSinceEpoch + days(to: end)).civil
    let months = (to.year - from.year) * 12 + to.month - from.month
    if months > 0, to.day < from.day { return months - 1 }
    if months < 0, to.day > from.day { return months + 1 }
    return months
  }

  fileprivate func nanoseconds(to end: Self) -> Int128 {
    (Int128(end.secondsSinceEpoch) - Int128(secondsSinceEpoch))
      * Int128(Temporal.nanosecondsPerSecond) + Int128(end.nanosecond) - Int128(nanosecond)
  }
}
