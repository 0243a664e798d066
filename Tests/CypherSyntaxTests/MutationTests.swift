import GraphModel
import TestSupport
import Testing

@testable import CypherSyntax

/// Texts near to right ones: whatever is wrong with them, there is a tree or an error, and never a
/// trap.
@Suite struct MutationTests {

  static let fragments: [String] =
    Cypher.keywords + [
      "(", ")", "[", "]", "{", "}", "'", "\"", "`", "/*", "*/", "//", "\n", ";", ":", "::", "..",
      "|", "||", "-", "->", "<-", "--", "<", ">", "=", "=~", "<>", "+=", "+", "*", "/", "%", "^",
      "!",
      "&", "$", "$x", ".", ",", "\\", "\\u12", "0x", "1e", "9223372036854775808", "1.5", "_", "á",
      "\u{301}", "名", "😀", "\u{0}", "—", "n", "n.x", "(n)", "(a)-->(b)", "[x IN", "CASE WHEN",
    ]

  static func mutate(_ text: String, _ generator: inout SeededRandom) -> String {
    var scalars = Array(text.unicodeScalars)
    for _ in 0..<Int.random(in: 1...4, using: &generator) {
      let start = Int.random(in: 0...scalars.count, using: &generator)
      let end = min(scalars.count, start + Int.random(in: 0...6, using: &generator))
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: scalars.removeSubrange(start..<end)
      case 1:
        let fragment = fragments.randomElement(using: &generator) ?? ""
        scalars.insert(contentsOf: fragment.unicodeScalars, at: start)
      case 2: scalars.insert(contentsOf: Array(scalars[start..<end]), at: start)
      default:
        let other = Corpus.all.randomElement(using: &generator) ?? ""
        scalars.replaceSubrange(start..<end, with: other.unicodeScalars.prefix(end - start + 8))
      }
    }
    return scalars.reduce(into: "") { $0.unicodeScalars.append($1) }
  }

  @Test(arguments: [UInt64(1), 2, 3, 4])
  func `a mutated statement gives a tree that survives printing, or an error in the text`(
    seed: UInt64
  ) {
    print("seed", seed)
    var generator = SeededRandom(seed: seed)
    for round in 0..<2500 {
      let base = Corpus.all.randomElement(using: &generator) ?? ""
      let text = Self.mutate(base, &generator)
      do {
        let statement = try Cypher.parse(text)
        let printed = statement.description
        let again = try? Cypher.parse(printed)
        #expect(
          again.map { structure(of: $0) } == structure(of: statement),
          "seed \(seed), round \(round): \(text) printed as \(printed)")
      } catch {
        let end = error.span.map { Int($0.end) } ?? 0
        #expect(end <= text.utf8.count, "seed \(seed), round \(round): \(text)")
        #expect(Diagnostic(error, in: text).line != nil, "seed \(seed), round \(round): \(text)")
      }
      let pieces = Array(StatementSplitter(text))
      #expect(pieces.allSatisfy { $0.offset + $0.text.utf8.count <= text.utf8.count })
    }
  }
}
