/// What Tab offers.
import Testing

@testable import KhoCommand

@Suite struct CompleterTests {
  private let completer = Completer(
    labels: ["District", "Directive", "Huyện cũ"], relationshipTypes: ["IMPLEMENTS", "ISSUED_BY"],
    propertyKeys: ["name", "nameKey"], functions: ["toInteger", "date.truncate", "collect"],
    parameters: ["number"], questions: ["who-leads", "who-runs"],
    commands: ["begin", "help", "mode"])

  @Test(arguments: [
    ("MATCH (n:Di", ["Directive", "District"]),
    ("MATCH (n:", ["`Huyện cũ`", "Directive", "District"]),
    ("MATCH ()-[:I", ["IMPLEMENTS", "ISSUED_BY"]),
    ("MATCH ()-[r:IMPLEMENTS|IS", ["ISSUED_BY"]),
    ("MATCH ()-[]-(:District {na", ["name", "nameKey"]),
    ("MATCH (n) RETURN n.namek", ["nameKey"]),
    ("RETURN date.tr", ["truncate("]),
    ("mat", ["MATCH"]),
    ("RETURN toI", ["toInteger("]),
    ("RETURN $", ["number"]),
    ("RETURN x", ["XOR"]),
    (":", ["begin", "help", "mode"]),
    (":he", ["help"]),
    (":ask who-", ["who-leads", "who-runs"]),
    (":ask who-leads x", []),
    (":mode j", ["json", "jsonl"]),
    ("RETURN ", []),
    ("", []),
  ])
  func `candidates depend on what stands before the word`(text: String, expected: [String]) {
    #expect(completer.candidates(for: text) == expected)
  }

  @Test func `earlier lines of a statement count`() {
    #expect(completer.candidates(for: "MATCH (a)-[\n:IM") == ["IMPLEMENTS"])
    #expect(completer.candidates(for: "MATCH (a)\nret") == ["RETURN"])
  }
}
