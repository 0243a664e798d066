/// The rule of a time zone for all years to come, as the last line of a TZif file gives it:
/// `CET-1CEST,M3.5.0,M10.5.0/3`.
extension Temporal {
  struct PosixRule: Sendable {
    private var standardOffset: Int32
    private var summer: (offset: Int32, start: Change, end: Change)?

    /// Rule = name offset [name [offset] , change , change]; offsets are west of UTC. Returns nil
    /// for other text.
    init?(_ text: ArraySlice<UInt8>) {
      var scanner = RuleScanner(text)
      guard scanner.name(), let west = scanner.offset() else { return nil }
      standardOffset = Int32(-west)
      if scanner.isAtEnd { return }
      guard scanner.name() else { return nil }
      let hasDefault = scanner.next(is: ",")
      let offset = hasDefault ? standardOffset + 3_600 : scanner.offset().map { Int32(-$0) }
      guard let offset, scanner.take(","), let start = scanner.change(), scanner.take(","),
        let end = scanner.change(), scanner.isAtEnd
      else { return nil }
      summer = (offset, start, end)
    }

    /// The offset in force at an instant, in seconds.
    func offset(at second: Int64) -> Int32 {
      guard let summer else { return standardOffset }
      let second = second.clamped(to: Temporal.LocalDateTime.seconds)
      let local = second + Int64(standardOffset)
      let year = Temporal.Date(
        daysSinceEpoch: local.flooredDivision(by: Temporal.secondsPerDay).quotient
      ).year
      let start = summer.start.second(inYear: year) - Int64(standardOffset)
      let end = summer.end.second(inYear: year) - Int64(summer.offset)
      let isSummer =
        start < end ? start <= second && second < end : second < end || start <= second
      return isSummer ? summer.offset : standardOffset
    }
  }
}

extension Temporal.PosixRule {
  /// A day of every year and a time on it, in seconds, which may lie outside that day.
  struct Change: Sendable {
    enum Day: Sendable {
      /// Day of the week (0 is Sunday), the `week`th in the month; 5 is the last.
      case weekday(month: Int64, week: Int64, day: Int64)
      /// 1 to 365, never 29 February.
      case withoutLeapDay(Int64)
      /// 0 to 365.
      case ordinal(Int64)
    }
    var day: Day
    var time: Int64

    /// Local seconds since the epoch.
    func second(inYear year: Int64) -> Int64 {
      func first(_ month: Int64) -> Int64 { Temporal.Date.day(year: year, month: month, day: 1) }
      let date: Int64
      switch day {
      case .weekday(let month, let week, let day):
        let start = first(month)
        let offset = (day - (start + 4).flooredDivision(by: 7).remainder + 7) % 7
        let found = start + offset + (week - 1) * 7
        date = found < first(month + 1) ? found : found - 7
      case .withoutLeapDay(let day):
        date = first(1) + day - (Temporal.Date.isLeapYear(year) && day >= 60 ? 0 : 1)
      case .ordinal(let day):
        date = first(1) + day
      }
      return date * Temporal.secondsPerDay + time
    }
  }

  private struct RuleScanner {
    private var rest: ArraySlice<UInt8>
    init(_ text: ArraySlice<UInt8>) { rest = text }

    var isAtEnd: Bool { rest.isEmpty }

    func next(is character: Unicode.Scalar) -> Bool {
      rest.first.map(UInt32.init) == character.value
    }

    mutating func take(_ character: Unicode.Scalar) -> Bool {
      let isNext = next(is: character)
      if isNext { rest.removeFirst() }
      return isNext
    }

    /// Passes letters, or anything in `<>`.
    mutating func name() -> Bool {
      if take("<") {
        guard let end = rest.firstIndex(of: 0x3e) else { return false }
        rest = rest[(end + 1)...]
        return true
      }
      let letters = rest.prefix { (0x41...0x5a).contains($0) || (0x61...0x7a).contains($0) }
      rest = rest[letters.endIndex...]
      return !letters.isEmpty
    }

    mutating func number(in range: ClosedRange<Int64>) -> Int64? {
      let digits = rest.prefix(3).prefix { (0x30...0x39).contains($0) }
      rest = rest[digits.endIndex...]
      let number = digits.reduce(Int64(0)) { $0 * 10 + Int64($1 - 0x30) }
      return digits.isEmpty || !range.contains(number) ? nil : number
    }

    /// [+-] hours [: minutes [: seconds]], in seconds.
    mutating func time() -> Int64? {
      let isNegative = take("-")
      if !isNegative { _ = take("+") }
      var seconds: Int64 = 0
      for unit: Int64 in [3_600, 60, 1] {
        if unit < 3_600, !take(":") { break }
        guard let number = number(in: 0...167) else { return nil }
        seconds += number * unit
      }
      return isNegative ? -seconds : seconds
    }

    /// A time of less than a day, west of UTC.
    mutating func offset() -> Int64? {
      time().flatMap { $0.magnitude < Temporal.secondsPerDay ? $0 : nil }
    }

    /// (M month . week . day | J day | day) [/ time]; the time is 02:00 if not given.
    mutating func change() -> Change? {
      let day: Change.Day
      if take("M") {
        guard let month = number(in: 1...12), take("."), let week = number(in: 1...5), take("."),
          let weekday = number(in: 0...6)
        else { return nil }
        day = .weekday(month: month, week: week, day: weekday)
      } else if take("J") {
        guard let number = number(in: 1...365) else { return nil }
        day = .withoutLeapDay(number)
      } else {
        guard let number = number(in: 0...365) else { return nil }
        day = .ordinal(number)
      }
      guard take("/") else { return Change(day: day, time: 7_200) }
      return time().map { Change(day: day, time: $0) }
    }
  }
}
