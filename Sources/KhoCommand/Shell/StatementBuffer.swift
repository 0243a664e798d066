/// Lines typed or read, gathered into statements and commands.
import Kho

/// What the shell was told to do.
enum ShellInput: Equatable {
  /// A statement of Cypher, without its semicolon.
  case statement(String)
  /// A command of the shell, without its colon: `param n 5`.
  case command(String)
}

/// Gathers lines until a semicolon ends a statement. A line that begins with a colon between statements is a command.
struct StatementBuffer {
  /// What was typed since the last semicolon.
  private(set) var pending = ""

  var isEmpty: Bool { pending.allSatisfy(\.isWhitespace) }

  /// What `line` completes, in order.
  mutating func add(_ line: String) -> [ShellInput] {
    if isEmpty, let first = line.firstIndex(where: { !$0.isWhitespace }), line[first] == ":" {
      pending = ""
      let command = line[line.index(after: first)...].trimmingSpace
      return [.command(command.hasSuffix(";") ? String(command.dropLast()) : command)]
    }
    pending += pending.isEmpty ? line : "\n" + line
    let statements = Script.split(pending)
    pending = statements.last.map { $0.isEnded ? "" : $0.text } ?? ""
    return statements.filter(\.isEnded).map { .statement($0.text) }
  }

  /// What was typed last without a semicolon, at the end of the input.
  mutating func finish() -> ShellInput? {
    defer { pending = "" }
    return isEmpty ? nil : .statement(pending)
  }

  mutating func clear() { pending = "" }
}

extension StringProtocol {
  /// Without white space at both ends.
  var trimmingSpace: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
