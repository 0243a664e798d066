package import GraphModel

/// An error and its place in a text, as people read it:
///
///     1:10 syntax: expected ')' to close the node pattern, found RETURN
///       MATCH (n RETURN n;
///                ^^^^^^
///       did you mean …?
package struct Diagnostic: Sendable, CustomStringConvertible {
  package var error: KhoError
  /// Counted from 1; nil for an error that has no place.
  package var line: Int?
  /// Counted from 1, in characters.
  package var column: Int?
  /// The line of the text, cut where it is long, and below it carets under what the error is about.
  package var excerpt: (source: String, carets: String)?

  /// - Complexity: O(n) in the text's size.
  package init(_ error: KhoError, in text: String) {
    self.error = error
    guard let span = error.span else { return }
    let utf8 = text.utf8
    let start =
      utf8.index(
        utf8.startIndex, offsetBy: Int(span.start), limitedBy: utf8.endIndex) ?? utf8.endIndex
    let end =
      utf8.index(
        utf8.startIndex, offsetBy: Int(span.end), limitedBy: utf8.endIndex) ?? utf8.endIndex
    var number = 1
    var lineStart = utf8.startIndex
    for index in utf8[..<start].indices where utf8[index] == UInt8(ascii: "\n") {
      number += 1
      lineStart = utf8.index(after: index)
    }
    let isLineEnd = { (byte: UInt8) in byte == 0x0A || byte == 0x0D }
    let lineEnd = utf8[start...].firstIndex(where: isLineEnd) ?? utf8.endIndex
    let before = String(decoding: utf8[lineStart..<start], as: UTF8.self)
    let marked = String(decoding: utf8[start..<max(start, min(end, lineEnd))], as: UTF8.self)
    let after = String(decoding: utf8[max(start, min(end, lineEnd))..<lineEnd], as: UTF8.self)
    line = number
    column = before.count + 1
    excerpt = Diagnostic.excerpt(before: before, marked: marked, after: after)
  }

  /// The error in one line: place, kind and message.
  package var headline: String {
    let place = line.flatMap { line in column.map { "\(line):\($0) " } } ?? ""
    return "\(place)\(Diagnostic.word(for: error.kind)): \(error.message)"
  }

  package var description: String {
    var lines = [headline]
    if let excerpt { lines += ["  " + excerpt.source, "  " + excerpt.carets] }
    if let hint = error.hint { lines.append("  " + hint) }
    return lines.joined(separator: "\n")
  }

  // MARK: Parts

  /// Columns of a line that are shown on either side of the place.
  private static let context = 60

  private static func excerpt(
    before: String, marked: String, after: String
  ) -> (source: String, carets: String) {
    let isCutBefore = before.count > context
    let head = (isCutBefore ? "…" : "") + plain(before.suffix(context))
    let middle = plain(marked.prefix(context))
    let isCutAfter = marked.count > context || after.count > context
    let tail = marked.count > context ? "" : plain(after.prefix(context))
    return (
      head + middle + tail + (isCutAfter ? "…" : ""),
      String(repeating: " ", count: width(head))
        + String(repeating: "^", count: max(1, width(middle)))
    )
  }

  /// The text with a space for each control character, so that it stays on its line.
  private static func plain(_ text: Substring) -> String {
    String(
      text.map { $0.unicodeScalars.allSatisfy { $0.value < 0x20 || $0.value == 0x7F } ? " " : $0 })
  }

  private static func width(_ text: String) -> Int { text.reduce(0) { $0 + $1.displayWidth } }

  /// `SyntaxError` as `syntax`, `LimitExceeded` as `limit exceeded`.
  private static func word(for kind: KhoError.Kind) -> String {
    var name = kind.rawValue[...]
    if name.hasSuffix("Error"), name.count > 5 { name.removeLast(5) }
    return name.reduce(into: "") { word, letter in
      if letter.isUppercase, !word.isEmpty { word += " " }
      word += letter.lowercased()
    }
  }
}
