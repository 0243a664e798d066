/// Lines gathered into statements and commands.
import Testing

@testable import KhoCommand

@Suite struct StatementBufferTests {
  /// What the lines complete, and what is left, each with its place.
  private func gather(_ lines: String...) -> [String] {
    var buffer = StatementBuffer()
    let inputs = lines.flatMap { buffer.add($0) }
    let rest = buffer.finish().map { ["rest " + Self.text($0)] } ?? []
    return inputs.map(Self.text) + rest
  }

  private static func text(_ input: ShellInput) -> String {
    "\(input.line):\(input.column) \(input.kind == .command ? ":" : "")\(input.text)"
  }

  @Test func `a statement goes on over lines until its semicolon`() {
    #expect(gather("MATCH (n)", "RETURN n;") == ["1:1 MATCH (n)\nRETURN n"])
  }

  @Test func `one line may end several statements and begin another`() {
    #expect(
      gather("RETURN 1; RETURN 2; RETURN", "3")
        == ["1:1 RETURN 1", "1:11 RETURN 2", "rest 1:21 RETURN\n3"])
  }

  @Test func `a statement's place is that of its first word`() {
    #expect(
      gather("RETURN 1;", "", "  RETURN 'Cầu'; MATCH", " (n) RETURN n; RETURN 4;")
        == ["1:1 RETURN 1", "3:3 RETURN 'Cầu'", "3:17 MATCH\n (n) RETURN n", "4:16 RETURN 4"])
  }

  @Test func `a padded statement has the places of all that is read`() {
    var buffer = StatementBuffer()
    _ = buffer.add("RETURN 1;")
    let input = buffer.add("RETURN 2; RETURN x;").last
    #expect(input?.padded == "\n          RETURN x")
  }

  @Test(arguments: [
    "RETURN 'a;b'", "RETURN \"a;b\"", "MATCH (`a;b`) RETURN 1", "RETURN 'it\\';s'",
    "RETURN /* ; */ 1", "RETURN 'mở;", "RETURN `mở;",
  ])
  func `a semicolon inside of something ends nothing`(line: String) {
    #expect(gather(line) == ["rest 1:1 " + line])
  }

  @Test func `comments and empty lines are nothing`() {
    #expect(gather("", "// RETURN 1;", "  ", ";") == [])
  }

  @Test func `a comment that goes on hides what is in it`() {
    #expect(gather("/* RETURN 1;", "RETURN 2; */ RETURN 3;").last?.hasSuffix("RETURN 3") == true)
    #expect(gather("/* RETURN 1;", "RETURN 2; */ RETURN 3;").count == 1)
  }

  @Test func `a colon begins a command only between statements`() {
    #expect(
      gather(" :param n 5", "MATCH (n", ":Person) RETURN n;", ":quit;")
        == ["1:1 :param n 5", "2:1 MATCH (n\n:Person) RETURN n", "4:1 :quit"])
  }
}
