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
    span.map { SourceExcerpt($0, in: text).position }
  }

  /// The error as people read it.
  ///
  /// ```
  /// 1:10 expected ')', found 'RETURN'
  ///   MATCH (n RETURN n
  ///            ^~~~~~
  ///   hint
  /// ```
  /// An error without a place is its message and hint alone.
  /// - Parameter text: the statement that was run.
  public func rendered(in text: String) -> String {
    var lines = [message]
    if let span {
      let excerpt = SourceExcerpt(span, in: text)
      lines = ["\(excerpt.position.line):\(excerpt.position.column) \(message)"]
      lines += [excerpt.line, excerpt.marker].map { "  " + $0 }
    }
    if let hint { lines.append("  " + hint) }
    return lines.joined(separator: "\n")
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

/// The line of a text that a span begins in, and where in it.
private struct SourceExcerpt {
  let position: KhoError.Position
  /// The line, or of a long one the part around the span.
  let line: String
  /// Carets and tildes below the span's characters.
  let marker: String

  /// A part of this many characters is shown of longer lines, the span's start in its middle.
  private static let width = 120

  init(_ span: SourceSpan, in text: String) {
    func index(_ offset: UInt32) -> String.Index {
      text.utf8.index(text.startIndex, offsetBy: Int(offset), limitedBy: text.endIndex)
        ?? text.endIndex
    }
    let before = text[..<index(span.start)]
    let from = text[before.endIndex...]
    let lineStart = before.lastIndex(where: \.isNewline).map { before.index(after: $0) }
    let head = before[(lineStart ?? before.startIndex)...]
    let tail = from.prefix { !$0.isNewline }
    position = KhoError.Position(
      line: before.count(where: \.isNewline) + 1, column: head.count + 1, offset: Int(span.start))

    let hidden = max(0, head.count - Self.width / 2)
    let shownHead = head.dropFirst(hidden)
    let shownTail = tail.prefix(Self.width - shownHead.count)
    line =
      (hidden > 0 ? "…" : "") + shownHead + shownTail
      + (shownTail.endIndex < tail.endIndex ? "…" : "")
    let end = max(before.endIndex, min(index(span.end), shownTail.endIndex))
    marker =
      (hidden > 0 ? " " : "") + String(shownHead.map { $0 == "\t" ? "\t" : " " }) + "^"
      + String(repeating: "~", count: max(0, from[..<end].count - 1))
  }
}
