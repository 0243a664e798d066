/// Errors as people read them.
import Testing

@testable import Kho

@Suite struct RenderingTests {
  @Test func `the line is shown with a mark below the span`() {
    let error = KhoError(
      .syntaxError, "UnexpectedSyntax", "wrong", at: SourceSpan(start: 9, end: 15), hint: "close it"
    )
    #expect(
      error.rendered(in: "MATCH (n RETURN n")
        == """
        1:10 syntax: wrong
          MATCH (n RETURN n
                   ^^^^^^
          close it
        """)
  }

  @Test func `a moved error stands as much further`() throws {
    let error = KhoError(
      .syntaxError, "UnexpectedSyntax", "wrong", at: SourceSpan(start: 3, end: 4))
    let position = try #require(error.moved(by: 2).position(in: "a\nb\nc"))
    #expect((position.line, position.column, position.offset) == (3, 2, 5))
    #expect(error.moved(by: -100).position(in: "a")?.offset == 0)
    #expect(error.moved(by: .max).position(in: "a")?.column == 2)
  }

  @Test func `an error without a place is its message`() {
    #expect(KhoError(.misuse, "X", "wrong").rendered(in: "text") == "misuse: wrong")
  }
}
