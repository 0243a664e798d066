/// Errors as people read them.
import Testing

@testable import Kho

@Suite struct RenderingTests {
  /// `marked` holds the span between `‹` and `›`.
  func rendered(_ marked: String, hint: String? = nil) -> String {
    let parts = marked.split(separator: /[‹›]/, omittingEmptySubsequences: false)
    let start = UInt32(parts[0].utf8.count)
    let span = SourceSpan(start: start, end: start + UInt32(parts[1].utf8.count))
    return KhoError(.syntaxError, "UnexpectedSyntax", "wrong", at: span, hint: hint)
      .rendered(in: parts.joined())
  }

  @Test func `the line is shown with a mark below the span`() {
    #expect(
      rendered("MATCH (n ‹RETURN› n", hint: "close it")
        == """
        1:10 wrong
          MATCH (n RETURN n
                   ^~~~~~
          close it
        """)
  }

  @Test(arguments: ["\n", "\r\n", "\r"]) func `lines may end in any way`(end: String) {
    #expect(rendered("a\(end)bc ‹d›\(end)e") == "2:4 wrong\n  bc d\n     ^")
  }

  @Test func `columns are characters, and tabs stay tabs below`() {
    #expect(
      rendered("\t'Cầu Ngang' ‹ngã›")
        == "1:14 wrong\n  \t'Cầu Ngang' ngã\n  \t            ^~~")
  }

  @Test func `a span over lines is marked on its first`() {
    #expect(rendered("a ‹b\nc› d") == "1:3 wrong\n  a b\n    ^")
  }

  @Test func `the end of the text has a place`() {
    #expect(rendered("a‹›") == "1:2 wrong\n  a\n   ^")
    #expect(rendered("‹›") == "1:1 wrong\n  \n  ^")
    #expect(rendered("a\n‹›") == "2:1 wrong\n  \n  ^")
  }

  @Test func `of a long line the part around the span is shown`() {
    let x = String(repeating: "x", count: 1_000)
    let lines = rendered("\(x)‹yy›\(x)").split(separator: "\n")
    #expect(lines[0] == "1:1001 wrong")
    #expect(lines[1].count == 2 + 122)
    #expect(lines[1].hasPrefix("  …x"))
    #expect(lines[1].hasSuffix("x…"))
    #expect(lines[2].count == 2 + 1 + 60 + 2)
  }

  @Test func `a span beyond the text stands at its end`() {
    let error = KhoError(
      .syntaxError, "UnexpectedSyntax", "wrong", at: SourceSpan(start: 90, end: .max))
    #expect(error.rendered(in: "ab") == "1:3 wrong\n  ab\n    ^")
    #expect(error.moved(by: -100).rendered(in: "ab") == "1:1 wrong\n  ab\n  ^~")
  }

  @Test func `an error without a place is its message`() {
    #expect(KhoError(.misuse, "X", "wrong").rendered(in: "text") == "wrong")
  }
}
