/// openCypher's temporal types (CIP2015-08-06), on the proleptic Gregorian calendar, with
/// nanoseconds.
///
/// A name space, so that `Temporal.Date` and `Temporal.Duration` do not meet Foundation's and
/// Swift's own. `Date` … `Duration` hold the six types with their text forms; `Scanner` and
/// `*+Parsing` read ISO 8601; `Components` builds an instant from a map; `TimeZones` reads the tz
/// database; arithmetic, truncation, `between` and access to components have a file each. Fields
/// read from a file may hold any number: nothing here traps on them.
public enum Temporal {
  static let secondsPerDay: Int64 = 86_400
  static let nanosecondsPerSecond: Int64 = 1_000_000_000
  static let nanosecondsPerDay: Int64 = 86_400_000_000_000
  /// Years that the types can hold, in astronomical numbering: year 0 is 1 BCE.
  static let years: ClosedRange<Int64> = -999_999_999...999_999_999
  /// The greatest offset from UTC in seconds: 18 hours, as in java.time.
  static let greatestOffset: Int64 = 64_800

  /// The error for a value that no temporal type accepts.
  static func invalid(_ message: String, hint: String? = nil) -> KhoError {
    KhoError(.argumentError, "InvalidArgumentValue", message, hint: hint)
  }

  /// The error for a result that leaves the range of its type.
  static func outOfRange(_ what: String) -> KhoError {
    KhoError(.arithmeticError, "NumberOutOfRange", "\(what) is out of range")
  }
}

extension SignedInteger where Self: FixedWidthInteger {
  /// Division that rounds towards negative infinity, by a positive divisor: the remainder is never
  /// negative.
  func flooredDivision(by divisor: Self) -> (quotient: Self, remainder: Self) {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}

extension BinaryInteger {
  /// The digits without sign, with zeros in front up to `width`.
  func padded(_ width: Int) -> String {
    let digits = String(magnitude)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

extension Comparable {
  func clamped(to range: ClosedRange<Self>) -> Self {
    min(max(self, range.lowerBound), range.upperBound)
  }
}
