package import GraphModel

/// Text to tree: the front door of `CypherSyntax`.
package enum Cypher {
  /// Parses one statement, with or without `;` at its end.
  package static func parse(_ text: String) throws(KhoError) -> Statement {
    throw KhoError(.unsupported, "NotImplemented", "the parser is not there yet", phase: .compileTime)
  }
}
