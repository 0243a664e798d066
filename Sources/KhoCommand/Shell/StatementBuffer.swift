/// Lines typed or read, gathered into statements and commands.
import Kho

/// What the shell was told to do, and where that began in what it reads: line and column count from
/// 1.
struct ShellInput: Equatable {
  enum Kind { case statement, command }
  var kind: Kind
  /// A statement without its semicolon, or a command without its colon: `param n 5`.
  var text: String
  var line: Int
  var column: Int

  /// The statement with line ends and spaces before it, so that places in it are those in all that
  /// is read.
  var padded: String {
    String(repeating: "\n", count: line - 1) + String(repeating: " ", count: column - 1) + text
  }
}

/// Gathers lines until a semicolon ends a statement. A line that begins with a colon between
/// statements is a command.
struct StatementBuffer {
  /// What was read since the last semicolon, and where it begins.
  private(set) var pending = ""
  private var line = 1
  private var column = 1
  private var lineCount = 0

  var isEmpty: Bool { pending.allSatisfy(\.isWhitespace) }

  /// What `text`, the next line, completes, in order.
  mutating func add(_ text: String) -> [ShellInput] {
    lineCount += 1
    if isEmpty {
      pending = text
      (line, column) = (lineCount, 1)
      if let first = text.firstIndex(where: { !$0.isWhitespace }), text[first] == ":" {
        clear()
        let command = text[text.index(after: first)...].trimmingSpace
        return [
          ShellInput(
            kind: .command, text: command.hasSuffix(";") ? String(command.dropLast()) : command,
            line: lineCount, column: 1)
        ]
      }
    } else {
      pending += "\n" + text
    }
    let statements = Script.split(pending)
    let inputs = statements.filter(\.isEnded).map(input)
    if let rest = statements.last, !rest.isEnded {
      (line, column) = place(of: rest.offset)
      pending = String(decoding: Array(pending.utf8)[rest.offset...], as: UTF8.self)
    } else {
      clear()
    }
    return inputs
  }

  /// What was read last without a semicolon, at the end of the input.
  mutating func finish() -> ShellInput? {
    defer { clear() }
    return Script.split(pending).first.map(input)
  }

  mutating func clear() { pending = "" }

  private func input(_ statement: Script.Statement) -> ShellInput {
    let place = place(of: statement.offset)
    return ShellInput(
      kind: .statement, text: statement.text, line: place.line, column: place.column)
  }

  /// Where the byte at `offset` of what is pending stands.
  private func place(of offset: Int) -> (line: Int, column: Int) {
    let before = String(decoding: pending.utf8.prefix(offset), as: UTF8.self)
    guard let lineEnd = before.lastIndex(of: "\n") else { return (line, column + before.count) }
    let lineEnds = before.utf8.reduce(0) { $0 + ($1 == UInt8(ascii: "\n") ? 1 : 0) }
    return (line + lineEnds, before[lineEnd...].count)
  }
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
