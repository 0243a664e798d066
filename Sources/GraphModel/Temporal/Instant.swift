/// What the five instant types have in common: which parts each has, and taking parts from a value
/// of any of them.
extension Temporal {
  package enum InstantType: Sendable, CaseIterable {
    case date, localTime, time, localDateTime, dateTime

    /// The name of the function that makes it.
    package var name: String {
      switch self {
      case .date: "date"
      case .localTime: "localtime"
      case .time: "time"
      case .localDateTime: "localdatetime"
      case .dateTime: "datetime"
      }
    }
    var hasDate: Bool { self != .localTime && self != .time }
    var hasTime: Bool { self != .date }
    var hasZone: Bool { self == .time || self == .dateTime }

    /// Reads the text form of this type.
    package func parse(_ text: String) throws(KhoError) -> Value {
      switch self {
      case .date: .date(try Date(parsing: text))
      case .localTime: .localTime(try LocalTime(parsing: text))
      case .time: .time(try Time(parsing: text))
      case .localDateTime: .localDateTime(try LocalDateTime(parsing: text))
      case .dateTime: .dateTime(try DateTime(parsing: text))
      }
    }

    /// The value of this type with the parts of `source`: a missing time is midnight, a missing
    /// zone is UTC. Throws if `source` is no instant or lacks a part that cannot be supplied.
    package func select(from source: Value) throws(KhoError) -> Value {
      guard let parts = Parts(source) else { throw Self.notAnInstant }
      guard hasDate ? parts.date != nil : parts.time != nil else {
        throw Temporal.invalid("expected a value with what a \(name) needs, found one without")
      }
      return try value(of: parts)
    }

    /// Puts parts together: a time in a named zone has the zone's offset at `parts.second`.
    func value(of parts: Parts) throws(KhoError) -> Value {
      let date = parts.date ?? Date(daysSinceEpoch: 0)
      let time = parts.time ?? .midnight
      switch self {
      case .date: return .date(date)
      case .localTime: return .localTime(time)
      case .time:
        let offset: Int32 =
          if let offset = parts.offset { offset } else {
            try (parts.zone ?? .utc).offset(atSecond: parts.second ?? 0)
          }
        return .time(Time(nanosecondOfDay: time.nanosecondOfDay, offsetInSeconds: offset))
      case .localDateTime: return .localDateTime(LocalDateTime(date, time))
      case .dateTime:
        return .dateTime(
          try (parts.zone ?? .utc)
            .dateTime(at: LocalDateTime(date, time), preferring: parts.offset))
      }
    }

    static let notAnInstant = KhoError(
      .typeError, "InvalidArgumentType", "expected a temporal instant, found another value")
  }

  /// The parts of an instant, each as far as it has them.
  struct Parts {
    var date: Date?
    var time: LocalTime?
    var zone: Zone?
    /// The offset in force, which a named zone may have changed since.
    var offset: Int32?
    /// An instant to ask a named zone for its offset at.
    var second: Int64?

    init() {}

    /// Nil if `value` is no instant.
    init?(_ value: Value) {
      switch value {
      case .date(let value):
        date = Date(daysSinceEpoch: value.daysSinceEpoch.clamped(to: Date.days))
      case .localTime(let value): time = value
      case .time(let value):
        (time, zone, offset) =
          (value.localTime, .offset(value.offsetInSeconds), value.offsetInSeconds)
      case .localDateTime(let value): (date, time) = (value.date, value.time)
      case .dateTime(let value):
        (date, time) = (value.local.date, value.local.time)
        (zone, offset, second) = (value.timeZone, value.offsetInSeconds, value.secondsSinceEpoch)
      default: return nil
      }
    }
  }
}
