package import GraphModel

/// Text to tree: the front door of `CypherSyntax`.
package enum Cypher {
  /// Parses one statement, with or without `;` at its end.
  /// - Throws: the first error of syntax, placed; `NestingTooDeep` beyond `Limits.nesting`.
  /// - Complexity: O(n) in the text's size.
  package static func parse(_ text: String) throws(KhoError) -> Statement {
    guard text.utf8.count <= Limits.textSizeInBytes else {
      throw KhoError(
        .limitExceeded, "TextTooLong", "the text is longer than 2 GiB", phase: .compileTime)
    }
    let parser = Parser(Array(text.utf8))
    do {
      return try parser.statement()
    } catch {
      throw error.error
    }
  }

  /// Whether `text` ends with the `;` of a statement: one outside strings, comments and back
  /// quotes.
  package static func isComplete(_ text: String) -> Bool { StatementSplitter(text).isComplete }

  /// The words with a meaning in the grammar, in capitals.
  package static let keywords: [String] = Keyword.allCases.map(\.spelling)
}
