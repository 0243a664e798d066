internal import GraphModel

/// The functions that make temporal values: constructors, clocks, truncation, durations
/// (CIP2015-08-06).
extension FunctionLibrary {
  static let temporalFunctions: [ScalarFunction] =
    Temporal.InstantType.allCases.flatMap(instantFunctions) + epochFunctions + durationFunctions

  /// `date(…)`, `date.statement(…)` …, `date.truncate(…)` for one type.
  private static func instantFunctions(_ type: Temporal.InstantType) -> [ScalarFunction] {
    let clocks = ["statement", "transaction", "realtime"].map { clock in
      ScalarFunction(
        "\(type.name).\(clock)", [.string], arguments: 0...1, returns: type.resultType,
        isDeterministic: clock != "realtime"
      ) { (context, arguments) throws(KhoError) in
        let now = clock == "realtime" ? Temporal.DateTime.current : context.now
        return try type.current(now, in: arguments.first)
      }
    }
    let constructor = ScalarFunction(
      type.name, [TypeSet([.string, .map]).union(type.sources)], arguments: 0...1,
      returns: type.resultType
    ) { (context, arguments) throws(KhoError) in
      switch arguments.first {
      case .none: try type.current(context.now, in: nil)
      case .string(let text): try type.parse(text)
      case .map(let map): try type.make(from: map, now: context.now)
      case let source?: try type.select(from: source)
      }
    }
    let truncation = ScalarFunction(
      "\(type.name).truncate", [.string, .instant, .map], arguments: 1...3,
      returns: type.resultType
    ) { (context, arguments) throws(KhoError) in
      guard case .string(let unit)? = arguments.first else { throw unexpected("a unit") }
      let source = arguments.count > 1 ? arguments[1] : .dateTime(context.now)
      guard arguments.count > 2 else { return try type.truncate(source, to: unit) }
      guard case .map(let map) = arguments[2] else { throw unexpected("a map") }
      return try type.truncate(source, to: unit, setting: map)
    }
    return [constructor, truncation] + clocks
  }

  private static let epochFunctions = [
    ScalarFunction("datetime.fromEpoch", [.number, .number], returns: .dateTime) {
      (_, arguments) throws(KhoError) in
      try Temporal.InstantType.dateTime.make(
        from: ["epochSeconds": integer(arguments[0]), "nanosecond": integer(arguments[1])],
        now: .epoch)
    },
    ScalarFunction("datetime.fromEpochMillis", [.number], returns: .dateTime) {
      (_, arguments) throws(KhoError) in
      try Temporal.InstantType.dateTime.make(
        from: ["epochMillis": integer(arguments[0])], now: .epoch)
    },
  ]

  private static let durationFunctions =
    [
      ScalarFunction("duration", [[.string, .map, .duration]], returns: .duration) {
        (_, arguments) throws(KhoError) in
        switch arguments[0] {
        case .string(let text): .duration(try Temporal.Duration(parsing: text))
        case .map(let map): try Temporal.Duration(components: map).map(Value.duration) ?? .null
        case .duration: arguments[0]
        default: throw unexpected("a string or a map")
        }
      }
    ]
    + [
      ("between", .all), ("inMonths", .months), ("inDays", .days), ("inSeconds", .seconds),
    ].map { (name: String, group: Temporal.Duration.Group) in
      ScalarFunction("duration.\(name)", [.instant, .instant], returns: .duration) {
        (_, arguments) throws(KhoError) in
        .duration(try Temporal.Duration(from: arguments[0], to: arguments[1], in: group))
      }
    }

  /// An integer, or a float that is one.
  private static func integer(_ value: Value) throws(KhoError) -> Value {
    switch value {
    case .integer: return value
    case .float(let number):
      if let number = Int64(exactly: number) { return .integer(number) }
    default: break
    }
    throw unexpected("an integer")
  }

  private static func unexpected(_ expected: String) -> KhoError {
    KhoError(.typeError, "InvalidArgumentType", "expected \(expected), found another value")
  }
}

extension Temporal.InstantType {
  fileprivate var resultType: TypeSet {
    switch self {
    case .date: .date
    case .localTime: .localTime
    case .time: .time
    case .localDateTime: .localDateTime
    case .dateTime: .dateTime
    }
  }

  /// The types that the constructor takes its parts from.
  fileprivate var sources: TypeSet {
    switch self {
    case .date, .localDateTime, .dateTime: [.date, .localDateTime, .dateTime]
    case .localTime, .time: [.localTime, .time, .localDateTime, .dateTime]
    }
  }

  /// The clock's time in the zone that `zone` names, or in UTC.
  fileprivate func current(
    _ now: Temporal.DateTime, in zone: Value?
  ) throws(KhoError) -> Value {
    guard let zone else { return try select(from: .dateTime(now)) }
    return try make(from: ["timezone": zone], now: now)
  }
}

extension Temporal.DateTime {
  fileprivate static let epoch = Self(secondsSinceEpoch: 0, nanosecond: 0, offsetInSeconds: 0)
}
