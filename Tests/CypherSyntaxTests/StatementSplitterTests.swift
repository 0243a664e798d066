import GraphModel
import Testing

@testable import CypherSyntax

@Suite struct StatementSplitterTests {
  @Test func `statements are split at semicolons and keep their offsets`() {
    let text = "RETURN 1;\n\n// note; well\nRETURN 'á;b' ; ;; RETURN `c;` /* ; */ + 2"
    let pieces = Array(StatementSplitter(text))
    #expect(pieces.map(\.text) == ["RETURN 1", "RETURN 'á;b' ", "RETURN `c;` /* ; */ + 2"])
    #expect(pieces.map(\.isTerminated) == [true, true, false])
    for piece in pieces {
      let rest = Array(text.utf8)[piece.offset...]
      #expect(rest.starts(with: piece.text.utf8))
    }
  }

  @Test(arguments: [
    "RETURN 'a'';b'", "RETURN 'a\\';b'", "RETURN \"a;\\\\\"", "RETURN `a``;b`", "RETURN 1 /* ; ",
    "RETURN 'a;", "RETURN 1 // ;",
  ])
  func `a semicolon in quotes or comments splits nothing`(text: String) {
    #expect(StatementSplitter(text).map(\.text).count == 1)
    #expect(!Cypher.isComplete(text))
  }

  @Test func `there is nothing in an empty script`() {
    for text in ["", " \n", ";", " ; ; ", "// only a comment", "/* ; */", "\u{FEFF}"] {
      #expect(Array(StatementSplitter(text)).isEmpty, "\(text)")
    }
  }

  @Test func `a text is complete when a semicolon ends it`() {
    for text in ["RETURN 1;", "RETURN ';' ; ", "RETURN 1; // so\n", ";", "RETURN 1; /* so */"] {
      #expect(Cypher.isComplete(text), "\(text)")
    }
    for text in ["", "RETURN 1", "RETURN 1; RETURN 2", "RETURN 1; /* so"] {
      #expect(!Cypher.isComplete(text), "\(text)")
    }
  }

  @Test func `the splitter and the parser agree where a statement ends`() throws {
    let script = Corpus.all.map { $0.hasSuffix(";") ? $0 : $0 + "\n;" }.joined(separator: "\n")
    let pieces = Array(StatementSplitter(script))
    #expect(pieces.count == Corpus.all.count)
    for (piece, text) in zip(pieces, Corpus.all) {
      #expect(try Cypher.parse(piece.text).description == Cypher.parse(text).description)
    }
  }
}
