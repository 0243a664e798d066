/// Every keyword is found by its letters, and nothing else is.
import Testing

@testable import CypherSyntax

@Suite struct KeywordTests {
  @Test func `a keyword is found in whatever case`() {
    for keyword in Keyword.allCases {
      #expect(Keyword(keyword.rawValue) == keyword)
      #expect(Keyword(keyword.spelling) == keyword)
      #expect(Keyword(keyword.rawValue.lowercased()) == keyword)
    }
  }

  @Test func `what is no keyword is none`() {
    for text in ["", "a", "zz", "matc", "matchx", "mat ch", "all\u{0}", "mátch", "shortestpaths"] {
      #expect(Keyword(text) == nil, "\(text)")
    }
  }
}
