/// Errors as people read them: line and column, the source line, carets.
internal import CypherSyntax

extension KhoError {
  /// Where an error stands in a text: line and column count from 1, columns in characters.
  public struct Position: Sendable, Hashable {
    public var line: Int
    public var column: Int
    /// UTF-8 offset from the text's start.
    public var offset: Int
  }

  /// Where in `text`, the statement that was run, the error stands; nil if it has no place.
  public func position(in text: String) -> Position? {
    let diagnostic = Diagnostic(self, in: text)
    guard let span, let line = diagnostic.line, let column = diagnostic.column else { return nil }
    return Position(line: line, column: column, offset: Int(span.start))
  }

  /// The error as people read it.
  ///
  /// ```
  /// 1:10 syntax: expected ')' to close the node pattern, found RETURN
  ///   MATCH (n RETURN n
  ///            ^^^^^^
  ///   did you mean …?
  /// ```
  /// An error without a place is its message and hint alone.
  /// - Parameter text: the statement that was run.
  public func rendered(in text: String) -> String { Diagnostic(self, in: text).description }

  /// The same error in a text that has `offset` bytes more before it, or fewer where it is
  /// negative.
  public func moved(by offset: Int) -> KhoError {
    var copy = self
    let offset = Int64(Int32(clamping: offset))
    copy.span = span.map {
      SourceSpan(
        start: UInt32(clamping: Int64($0.start) + offset),
        end: UInt32(clamping: Int64($0.end) + offset))
    }
    return copy
  }
}
