/// Foundation's `Date` as an instant: the only use of Foundation in the library.
#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

extension Date: ValueConvertible {
  /// An instant in UTC. A fraction below the nanosecond is cut off; what lies outside the years
  /// ±999,999,999 is moved to that bound, and what is not a number to the epoch.
  public var cypherValue: Value {
    let bound = 31_556_889_864_403_196.0  // The last before it that `Double` has.
    let seconds = timeIntervalSince1970
    let whole = seconds.isNaN ? 0 : min(max(seconds.rounded(.down), -bound), bound)
    let fraction = seconds - whole
    return .dateTime(
      Temporal.DateTime(
        secondsSinceEpoch: Int64(whole),
        nanosecond: fraction > 0 && fraction < 1 ? Int32(fraction * 1e9) : 0,
        offsetInSeconds: 0))
  }

  /// Of an instant, whose zone is dropped.
  public init(cypherValue: Value) throws(KhoError) {
    guard case .dateTime(let value) = cypherValue else {
      throw .unexpected(cypherValue, expected: "ZONED DATETIME")
    }
    self.init(
      timeIntervalSince1970: Double(value.secondsSinceEpoch) + Double(value.nanosecond) / 1e9)
  }
}
