import GraphModel
import Testing

@testable import CypherSyntax

@Suite struct PrinterTests {
  @Test(arguments: Corpus.canonical)
  func `canonical text is printed as it is`(text: String) throws {
    #expect(try Cypher.parse(text).description == text)
  }

  @Test(arguments: Corpus.rewritten)
  func `other text is printed in canonical form`(text: String, printed: String) throws {
    #expect(try Cypher.parse(text).description == printed)
  }

  @Test(arguments: Corpus.all)
  func `printed text parses to the same tree`(text: String) throws {
    let statement = try Cypher.parse(text)
    let again = try Cypher.parse(statement.description)
    #expect(structure(of: again) == structure(of: statement))
  }

  @Test func `the deepest tree is printed on a small stack`() {
    for (name, text) in NestingTests.nested {
      NestingTests.onSmallStack {
        var depth = 1
        while NestingTests.detail(text(depth + 1)) == "parsed" { depth += 1 }
        let printed = (try? Cypher.parse(text(depth)))?.description ?? ""
        #expect(NestingTests.detail(printed) == "parsed", "\(name)")
      }
    }
  }
}
