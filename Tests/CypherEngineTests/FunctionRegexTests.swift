import GraphModel
import TestSupport
import Testing

@testable import CypherEngine

@Suite struct FunctionRegexTests {
  @Test(
    arguments: [
      ("", "", true), ("abc", "abc", true), ("abc", "ab", false), ("abc", "a.c", true),
      ("a\nc", "a.c", false), ("a\nc", "(?s)a.c", true), ("aaa", "a*", true), ("", "a*", true),
      ("", "a+", false), ("ab", "a?b?", true), ("aab", "a{2}b", true), ("aaab", "a{2}b", false),
      ("aaaa", "a{2,}", true), ("aaaa", "a{1,3}", false), ("aaa", "a{1,3}?", true),
      ("cat", "cat|dog", true), ("dog", "cat|dog", true), ("catdog", "(cat|dog)+", true),
      ("cow", "cat|dog", false), ("x", "|x", true), ("b7", "[a-c][0-9]", true), ("-", "[a-]", true),
      ("]", "[]]", true), ("d", "[^a-c]", true), ("a", "[^a-c]", false),
      ("m", "[a-z&&[^aeiou]]", true),
      ("e", "[a-z&&[^aeiou]]", false), ("Z", "[a-c[X-Z]]", true),
      ("2024-01", "\\d{4}-\\d\\d", true),
      ("a_1", "\\w+", true), ("Cầu", "\\w+", true), ("Cầu Ngang", "\\w+\\s\\w+", true),
      (" ", "\\S", false), ("ab cd", ".*\\bcd", true), ("abcd", ".*\\bcd", false),
      ("abcd", ".*\\Bcd", true), ("abc", "^abc$", true), ("a\nb", "a$\\nb", false),
      ("a\nb", "(?m)a$\\n^b", true), ("a\n", "a$\\n", true), ("a\r\n", "a$\\r\\n", true),
      ("ABC", "abc", false), ("ABC", "(?i)abc", true), ("ABC", "(?i)[a-c]+", true),
      ("aB", "a(?i)b", true), ("AB", "a(?i)b", false), ("aBc", "a(?i:b)c", true),
      ("aBC", "a(?i:b)c", false), ("CẦU", "(?i)cầu", true), ("đ", "(?i)Đ", true),
      ("ab", "(?i-i)ab", true), ("a.b", "a\\.b", true), ("a*b", "\\Qa*b\\E", true),
      ("\t", "\\t", true), ("A", "\\x41", true), ("é", "\\u00e9", true), ("🧐", "\\x{1F9D0}", true),
      ("A", "\\0101", true), ("Ω", "\\p{L}", true), ("1", "\\p{L}", false), ("1", "\\P{L}", true),
      ("a", "\\p{Ll}", true), ("A", "\\p{Ll}", false), ("!", "\\p{Punct}", true),
      ("x", "\\pL", true),
      ("f", "\\p{XDigit}", true), ("ab", "(?<name>a)b", true), ("ab", "(?:a)b", true),
      ("Andres", "(?i)AND.*", true), ("x{", "x\\{", true),
    ] as [(String, String, Bool)])
  func `a pattern matches the whole text`(text: String, pattern: String, expected: Bool) throws {
    let expression = try RegularExpression(pattern)
    #expect(try expression.matches(text) == expected)
    var matcher = RegularExpressionMatcher(expression)
    for _ in 0..<2 { #expect(try matcher.matches(text.utf8.span) { text } == expected) }
  }

  @Test(arguments: [
    "(", ")", "[", "[a", "*", "+a", "a**", "a++", "a{", "a{2", "a{3,2}", "a{5000}", "\\", "\\q",
    "\\1",
    "(?=a)", "(?!a)", "(?<=a)", "(?>a)", "(?z)", "\\p{Nope}", "\\xZZ", "[b-a]", "[a-\\d]",
    "\\x{110000}", "((a{100}){100}){100}", "(?<1>a",
  ])
  func `what is wrong or cannot be matched in linear time is an error`(pattern: String) {
    #expect { try RegularExpression(pattern) } throws: {
      ($0 as? KhoError)?.detail == "InvalidRegularExpression"
    }
  }

  @Test func `nesting is bounded`() {
    for opening in ["(", "[", "(?:a|"] {
      #expect(throws: KhoError.self) {
        try RegularExpression(String(repeating: opening, count: 50_000))
      }
    }
  }

  @Test func `patterns that take others exponential time take linear time`() throws {
    let text = String(repeating: "a", count: 5_000)
    #expect(try !RegularExpression("(a*)*b").matches(text))
    #expect(try !RegularExpression("(a|aa)+b").matches(text))
    #expect(try RegularExpression("((((){1000}){1000}){1000}){1000}").matches(""))
    #expect(try RegularExpression("a?{0}|(a?){500}a{500}").matches(String(text.prefix(500))))
  }

  @Test func `a text too long for the pattern is refused`() throws {
    let pattern = try RegularExpression("(.{1,1000}){1,4}x")
    #expect { try pattern.matches(String(repeating: "a", count: 1 << 21)) } throws: {
      ($0 as? KhoError)?.kind == .limitExceeded
    }
  }

  @Test func `random patterns agree with backtracking`() throws {
    var random = SeededRandom()
    for _ in 0..<3_000 {
      let node = Self.randomNode(depth: 3, using: &random)
      let length = Int.random(in: 0...6, using: &random)
      let text = String((0..<length).map { _ in "ab".randomElement(using: &random) ?? "a" })
      let expected = Self.ends(of: node, in: Array(text), from: 0).contains(text.count)
      #expect(
        try RegularExpression(Self.pattern(node)).matches(text) == expected,
        "seed \(random.seed): \(Self.pattern(node)) on \(text)")
    }
  }

  @Test func `many texts matched one after the other agree with each by itself`() throws {
    var random = SeededRandom()
    // The last one has more sets of states than are remembered.
    for pattern in [".*ab.*", "(a|ầ)*b?", "[^b]+", "(a|b|ầ)*a(a|b|ầ){12}"] {
      let expression = try RegularExpression(pattern)
      var matcher = RegularExpressionMatcher(expression)
      for _ in 0..<500 {
        let length = Int.random(in: 0...24, using: &random)
        let letters = Bool.random(using: &random) ? "ab" : "abầ"
        let text = String((0..<length).map { _ in letters.randomElement(using: &random) ?? "a" })
        #expect(
          try matcher.matches(text.utf8.span) { text } == expression.matches(text),
          "seed \(random.seed): \(pattern) on \(text)")
      }
    }
  }

  /// A pattern over a and b.
  private indirect enum Sample {
    case letter(Character)
    case sequence(Sample, Sample)
    case choice(Sample, Sample)
    case star(Sample)
    case option(Sample)
  }

  private static func randomNode(depth: Int, using random: inout some RandomNumberGenerator)
    -> Sample
  {
    if depth == 0 { return .letter(Bool.random(using: &random) ? "a" : "b") }
    let one = randomNode(depth: depth - 1, using: &random)
    switch Int.random(in: 0..<4, using: &random) {
    case 0: return .sequence(one, randomNode(depth: depth - 1, using: &random))
    case 1: return .choice(one, randomNode(depth: depth - 1, using: &random))
    case 2: return .star(one)
    default: return .option(one)
    }
  }

  private static func pattern(_ node: Sample) -> String {
    switch node {
    case .letter(let letter): String(letter)
    case .sequence(let a, let b): pattern(a) + pattern(b)
    case .choice(let a, let b): "(\(pattern(a))|\(pattern(b)))"
    case .star(let a): "(\(pattern(a)))*"
    case .option(let a): "(?:\(pattern(a)))?"
    }
  }

  private static func ends(of node: Sample, in text: [Character], from start: Int) -> Set<Int> {
    switch node {
    case .letter(let letter):
      return start < text.count && text[start] == letter ? [start + 1] : []
    case .sequence(let a, let b):
      return Set(ends(of: a, in: text, from: start).flatMap { ends(of: b, in: text, from: $0) })
    case .choice(let a, let b):
      return ends(of: a, in: text, from: start).union(ends(of: b, in: text, from: start))
    case .option(let a): return ends(of: a, in: text, from: start).union([start])
    case .star(let a):
      var reached: Set<Int> = [start]
      var frontier = reached
      while !frontier.isEmpty {
        frontier = Set(frontier.flatMap { ends(of: a, in: text, from: $0) }).subtracting(reached)
        reached.formUnion(frontier)
      }
      return reached
    }
  }
}
