/// The README's Swift example is code that compiles and runs.
import Foundation
import Kho
import Testing

@Suite struct ReadmeExampleTests {
  /// The README's code, word for word, save for the path of the file.
  func example(path: String) throws -> [String] {
    // The README's example begins here.
    let database = try Database(path: path)
    try database.write { tx in
      try tx.run(
        "CREATE (:Person {name: $name})-[:KNOWS]->(:Person {name: $friend})",
        ["name": "Ada", "friend": "Charles"])
    }
    let friends = try database.read { tx in
      try tx.query("MATCH ({name: $name})-[:KNOWS]->(f) RETURN f.name AS friend", ["name": "Ada"])
        .map { try $0.get("friend", as: String.self) }
    }
    print(friends)
    // The README's example ends here.
    return friends
  }

  @Test func `the example finds Ada's friend`() throws {
    let path = FileManager.default.temporaryDirectory.path + "/kho-\(UUID().uuidString).kho"
    defer {
      for file in [path, path + "-lock"] { try? FileManager.default.removeItem(atPath: file) }
    }
    #expect(try example(path: path) == ["Charles"])
  }

  @Test func `the README shows the code that was compiled`() throws {
    let test = URL(fileURLWithPath: #filePath)
    let root = test.deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let readme = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
    let source = try String(contentsOf: test, encoding: .utf8)
    let shown = lines(of: readme, from: "<!-- example: Swift -->", to: "<!-- end of example -->")
    let compiled = lines(
      of: source, from: "// The README's example begins here.",
      to: "// The README's example ends here.")
    let fence = "```"
    let expected =
      ["\(fence)swift", "import Kho", ""]
      + compiled.map {
        String($0.dropFirst(4)).replacing("(path: path)", with: #"(path: "people.kho")"#)
      } + [fence]
    #expect(shown == expected)
  }

  /// The lines between the first line that is `start` and the next that is `end`.
  func lines(of text: String, from start: String, to end: String) -> [String] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let after = lines.drop { $0.trimmingCharacters(in: .whitespaces) != start }.dropFirst()
    return Array(after.prefix { $0.trimmingCharacters(in: .whitespaces) != end })
  }
}
