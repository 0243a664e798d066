import GraphModel
import Testing

@testable import CypherSyntax

@Suite struct DiagnosticTests {
  func diagnose(_ text: String) -> Diagnostic {
    do {
      _ = try Cypher.parse(text)
      return Diagnostic(KhoError(.misuse, "None", "no error"), in: text)
    } catch {
      return Diagnostic(error, in: text)
    }
  }

  @Test func `an error is shown with its line and carets`() {
    #expect(
      diagnose("MATCH (n RETURN n;").description == """
        1:10 syntax: expected ')' to close the node pattern, found RETURN
          MATCH (n RETURN n;
                   ^^^^^^
        """)
    #expect(
      diagnose("MATCH (n)\r\n  RETRUN n\r\n").description == """
        2:3 syntax: expected a clause or the end of the query, found 'RETRUN'
            RETRUN n
            ^^^^^^
          did you mean RETURN?
        """)
  }

  @Test func `what is missing at the end is shown after the last token`() {
    let diagnostic = diagnose("MATCH (n)\nRETURN\n\n")
    #expect(diagnostic.line == 2)
    #expect(diagnostic.column == 7)
    #expect(diagnostic.excerpt?.source == "RETURN")
    #expect(diagnostic.excerpt?.carets == "      ^")
  }

  @Test func `columns count characters and carets count columns of the terminal`() {
    // Two scalars, one character, one column each; then wide characters of two columns.
    let combining = diagnose("RETURN 'Ca\u{302}\u{300}u' 2")
    #expect(combining.column == 14)
    #expect(combining.excerpt?.carets == String(repeating: " ", count: 13) + "^")
    let wide = diagnose("RETURN '名前' 2")
    #expect(wide.column == 13)
    #expect(wide.excerpt?.carets == String(repeating: " ", count: 14) + "^")
    let marked = diagnose("RETURN 1 AS 名前 名前")
    #expect(marked.excerpt?.carets == String(repeating: " ", count: 17) + "^^^^")
    #expect(diagnose("\tRETURN 1 2").excerpt?.source == " RETURN 1 2")
  }

  @Test func `a long line is cut around the place`() {
    let list = String(repeating: "1, ", count: 1000)
    let excerpt = diagnose("RETURN [\(list)] + [\(list)1]").excerpt
    let source = excerpt?.source ?? ""
    #expect(source.hasPrefix("…") && source.hasSuffix("…") && source.count < 140)
    let marked = source.dropFirst((excerpt?.carets.count ?? 1) - 1)
    #expect(marked.hasPrefix("] + ["))
  }

  @Test func `an error without a place, or past the text, is shown too`() {
    let error = KhoError(.limitExceeded, "Memory", "too much memory")
    #expect(Diagnostic(error, in: "RETURN 1").description == "limit exceeded: too much memory")
    let beyond = error.located(at: SourceSpan(start: 90, end: 99))
    #expect(Diagnostic(beyond, in: "RETURN 1").headline == "1:9 limit exceeded: too much memory")
    #expect(Diagnostic(beyond, in: "").headline == "1:1 limit exceeded: too much memory")
  }

  @Test func `spans of a statement, a clause and an expression cover their text`() throws {
    let text = "  MATCH (n) WHERE (n.x) = 1 + 2 RETURN n . x  AS y ;"
    let statement = try Cypher.parse(text)
    let slice = { (span: SourceSpan) in
      String(decoding: Array(text.utf8)[Int(span.start)..<Int(span.end)], as: UTF8.self)
    }
    #expect(slice(statement.span) == "MATCH (n) WHERE (n.x) = 1 + 2 RETURN n . x  AS y")
    guard case .query(let query) = statement.kind,
      case .match(let match) = query.first.clauses[0].kind,
      case .return(let projection) = query.first.clauses[1].kind,
      case .comparison(let left, let rest)? = match.predicate?.kind
    else {
      Issue.record("another tree")
      return
    }
    #expect(slice(query.first.clauses[0].span) == "MATCH (n) WHERE (n.x) = 1 + 2")
    #expect(slice(match.patterns[0].span) == "(n)")
    #expect(match.predicate.map { slice($0.span) } == "(n.x) = 1 + 2")
    #expect(slice(left.span) == "(n.x)")
    #expect(slice(rest[0].1.span) == "1 + 2")
    #expect(projection.items[0].text == "n . x")
    #expect(projection.items[0].alias.map { slice($0.span) } == "y")
  }
}
