/// Lines gathered into statements and commands.
import Testing

@testable import KhoCommand

@Suite struct StatementBufferTests {
  /// What the lines complete, and what is left.
  private func gather(_ lines: String...) -> (inputs: [ShellInput], rest: ShellInput?) {
    var buffer = StatementBuffer()
    let inputs = lines.flatMap { buffer.add($0) }
    return (inputs, buffer.finish())
  }

  @Test func `a statement goes on over lines until its semicolon`() {
    let gathered = gather("MATCH (n)", "RETURN n;")
    #expect(gathered.inputs == [.statement("MATCH (n)\nRETURN n")])
    #expect(gathered.rest == nil)
  }

  @Test func `one line may end several statements and begin another`() {
    let gathered = gather("RETURN 1; RETURN 2; RETURN", "3")
    #expect(gathered.inputs == [.statement("RETURN 1"), .statement("RETURN 2")])
    #expect(gathered.rest == .statement("RETURN\n3"))
  }

  @Test(arguments: [
    "RETURN 'a;b'", "RETURN \"a;b\"", "MATCH (`a;b`) RETURN 1", "RETURN 'it\\';s'", "RETURN /* ; */ 1",
    "RETURN 'mở;", "RETURN `mở;", "RETURN /* ;", "RETURN 1 // a; b",
  ])
  func `a semicolon inside of something ends nothing`(line: String) {
    #expect(gather(line).inputs.isEmpty)
    #expect(gather(line).rest == .statement(line.components(before: " // ")))
  }

  @Test func `a comment that goes on hides what is in it`() {
    let gathered = gather("/* RETURN 1;", "RETURN 2; */ RETURN 3;")
    #expect(gathered.inputs == [.statement("RETURN 3")])
  }

  @Test func `comments and empty lines are nothing`() {
    let gathered = gather("", "// RETURN 1;", "  ", ";")
    #expect(gathered.inputs.isEmpty)
    #expect(gathered.rest == nil)
  }

  @Test func `a colon begins a command only between statements`() {
    let gathered = gather(" :param n 5", "MATCH (n", ":Person) RETURN n;", ":quit;")
    #expect(
      gathered.inputs == [
        .command("param n 5"), .statement("MATCH (n\n:Person) RETURN n"), .command("quit"),
      ])
  }
}

extension String {
  fileprivate func components(before mark: String) -> String {
    ranges(of: mark).first.map { String(self[..<$0.lowerBound]) } ?? self
  }
}
