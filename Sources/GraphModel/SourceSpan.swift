/// A range of a query's text, as UTF-8 offsets. Line and column are computed only when an error is
/// shown.
public struct SourceSpan: Sendable, Hashable {
  /// Offset of the first byte, from 0.
  public var start: UInt32
  /// Offset after the last byte.
  public var end: UInt32

  public init(start: UInt32, end: UInt32) {
    self.start = start
    self.end = max(start, end)
  }

  /// The smallest span that covers this one and `other`.
  public func union(_ other: SourceSpan) -> SourceSpan {
    SourceSpan(start: min(start, other.start), end: max(end, other.end))
  }
}
