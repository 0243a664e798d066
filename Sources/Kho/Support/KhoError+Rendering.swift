/// Errors as people read them: line and column, the source line, a caret.

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
    span.map { Position(offset: Int($0.start), in: text) }
  }

  /// The error as people read it.
  ///
  /// ```
  /// 1:10 syntax error: expected ')', found 'RETURN'
  ///   MATCH (n RETURN n
  ///            ^~~~~~
  ///   hint
  /// ```
  /// - Parameter text: the statement that was run.
  public func rendered(in text: String) -> String {
    guard let span, let position = position(in: text) else {
      return [message, hint.map { "  " + $0 }].compactMap(\.self).joined(separator: "\n")
    }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let line = position.line <= lines.count ? lines[position.line - 1] : ""
    let width = max(1, min(Int(span.end - span.start), line.count - position.column + 1))
    let marker =
      String(repeating: " ", count: position.column - 1) + "^"
      + String(repeating: "~", count: width - 1)
    return [
      "\(position.line):\(position.column) \(message)", "  " + line, "  " + marker,
      hint.map { "  " + $0 },
    ].compactMap(\.self).joined(separator: "\n")
  }

  /// The same error in a text that has `offset` bytes more before it, or fewer where it is
  /// negative.
  public func moved(by offset: Int) -> KhoError {
    var copy = self
    copy.span = span.map {
      SourceSpan(
        start: UInt32(clamping: Int($0.start) + offset),
        end: UInt32(clamping: Int($0.end) + offset))
    }
    return copy
  }
}

extension KhoError.Position {
  init(offset: Int, in text: String) {
    line = 1
    column = 1
    self.offset = offset
    var index = text.startIndex
    while index < text.endIndex, text.utf8.distance(from: text.startIndex, to: index) < offset {
      if text[index].isNewline {
        line += 1
        column = 1
      } else {
        column += 1
      }
      index = text.index(after: index)
    }
  }
}
