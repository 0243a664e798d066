/// A time zone as openCypher has it, an offset or a name, and its meeting of local time and
/// instant.
extension Temporal {
  package enum Zone: Sendable, Hashable {
    /// Seconds east of UTC.
    case offset(Int32)
    /// A tz database name that `TimeZones` knows.
    case named(String)
  }
}

extension Temporal.Zone {
  package static let utc = Self.offset(0)

  /// `+01:00` or `Europe/Stockholm`. Throws if the zone is unknown.
  package init(parsing text: String) throws(KhoError) {
    var scanner = try Temporal.Scanner(text, for: "a time zone")
    if let offset = try scanner.offsetIfPresent(), scanner.isAtEnd {
      self = .offset(offset)
    } else {
      self = .named(try Temporal.TimeZones.canonical(text))
    }
  }

  /// The offset in force at an instant, in seconds.
  func offset(atSecond second: Int64) throws(KhoError) -> Int32 {
    switch self {
    case .offset(let offset): offset
    case .named(let name): try Temporal.TimeZones.rules(of: name).offset(at: second)
    }
  }

  /// The instant at which clocks of the zone show `local`. A time that clocks skip is moved on by
  /// the length of the gap; of a time that they show twice it is the earlier, unless `offset` is
  /// that of the later.
  package func dateTime(
    at local: Temporal.LocalDateTime, preferring offset: Int32? = nil
  ) throws(KhoError) -> Temporal.DateTime {
    let chosen: Int32 =
      switch self {
      case .offset(let offset): offset
      case .named(let name):
        try Temporal.TimeZones.rules(of: name)
          .offset(atLocal: local.secondsSinceEpoch, preferring: offset)
      }
    return try dateTime(
      atSecond: Int128(local.secondsSinceEpoch) - Int128(chosen), nanosecond: local.nanosecond)
  }

  /// An instant given in seconds since the epoch. Throws if its year is out of range.
  package func dateTime(
    atSecond second: Int128, nanosecond: Int32
  ) throws(KhoError) -> Temporal.DateTime {
    let utc = try Temporal.LocalDateTime(checking: second, nanosecond: nanosecond)
    let offset = try offset(atSecond: utc.secondsSinceEpoch)
    _ = try Temporal.LocalDateTime(checking: second + Int128(offset), nanosecond: nanosecond)
    var name: String?
    if case .named(let text) = self { name = text }
    return Temporal.DateTime(
      secondsSinceEpoch: utc.secondsSinceEpoch, nanosecond: nanosecond, offsetInSeconds: offset,
      zone: name)
  }
}
