internal import GraphModel

/// A text of many statements with `;` between them, read one at a time. A `;` inside a string, a
/// comment or back quotes separates nothing.
package struct StatementSplitter: Sequence, Sendable {
  package struct Piece: Sendable {
    /// The statement from its first token to before its `;`.
    package var text: String
    /// Where it starts in the script, in UTF-8 bytes: add it to a span in `text`.
    package var offset: Int
    /// Whether a `;` ends it; false only for the last one of a script.
    package var isTerminated: Bool
  }

  private let bytes: [UInt8]
  package init(_ text: String) { bytes = Array(text.utf8) }

  package func makeIterator() -> Iterator { Iterator(scanner: Scanner(bytes)) }

  /// Whether the text ends with a `;` that ends a statement, and only space and comments after it.
  package var isComplete: Bool {
    var scanner = Scanner(bytes)
    var last: UInt8 = 0
    while scanner.skipTrivia() == nil {
      if scanner.isAtEnd { return last == UInt8(ascii: ";") }
      last = scanner.byte()
      scanner.skipToken()
    }
    return false
  }

  package struct Iterator: IteratorProtocol {
    var scanner: Scanner

    /// The next statement; empty ones are passed over.
    package mutating func next() -> Piece? {
      var start: Int?
      while true {
        let comment = scanner.skipTrivia()
        if comment == nil, scanner.isAtEnd {
          return start.map { piece($0..<scanner.offset, isTerminated: false) }
        }
        let offset = comment ?? scanner.offset
        if scanner.byte() == UInt8(ascii: ";") {
          scanner.offset += 1
          if let start { return piece(start..<offset, isTerminated: true) }
          continue
        }
        start = start ?? offset
        scanner.skipToken()
      }
    }

    private func piece(_ range: Range<Int>, isTerminated: Bool) -> Piece {
      Piece(
        text: String(decoding: scanner.bytes[range], as: UTF8.self), offset: range.lowerBound,
        isTerminated: isTerminated)
    }
  }
}
