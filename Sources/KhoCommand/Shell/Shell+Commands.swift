/// The shell's own commands, which begin with a colon.
import Kho

/// Commands with what they take and do, in the order of `:help`.
enum ShellCommandName {
  static let descriptions: [(usage: String, meaning: String)] = [
    ("help", "what can be typed"),
    ("schema", "labels, relationship types, keys, indexes and constraints"),
    ("ask [name] [argument …]", "ask a saved question; without a name, list them"),
    ("param name expression", "set the parameter $name"),
    ("params", "the parameters that are set"),
    ("source file", "run a file of statements and commands"),
    ("mode [format]", "how results are printed: \(ResultFormat.names)"),
    ("timing [on|off]", "print how long statements take"),
    ("begin", "begin a transaction"),
    ("commit", "make its changes lasting"),
    ("rollback", "drop its changes"),
    ("explain statement", "how a statement would be run"),
    ("quit", "end the shell, as Ctrl-D does"),
  ]

  static let all = descriptions.map { String($0.usage.prefix { $0 != " " }) }
}

extension Shell {
  /// - Throws: `Quit`; `Failure` and `KhoError` for what is wrong.
  func run(command text: String) throws {
    let name = String(text.prefix { !$0.isWhitespace })
    let rest = text.dropFirst(name.count).trimmingSpace
    switch name {
    case "help": help()
    case "schema": for line in SchemaText.lines(try database.schema()) { output.line(line) }
    case "ask": try ask(rest)
    case "param": try setParameter(rest)
    case "params":
      for (name, value) in parameters.values.sorted(by: { $0.key < $1.key }) {
        output.line("$\(name) = \(value)")
      }
    case "source": try source(rest)
    case "mode":
      if let format = ResultFormat(rawValue: rest) {
        self.format = format
      } else if rest.isEmpty {
        output.line(format.rawValue)
      } else {
        throw Failure("no format '\(rest)'; there are \(ResultFormat.names)")
      }
    case "timing": isTiming = rest.isEmpty ? !isTiming : rest == "on"
    case "begin":
      guard transaction == nil else { throw Failure("a transaction is open already") }
      transaction = try database.begin(
        database.configuration.isReadOnly ? .read : .write,
        cancellation: Interruption.cancellation)
    case "commit": try openTransaction().commit()
    case "rollback": try openTransaction().rollback()
    case "explain":
      do {
        let plan = try database.read { try $0.explain(rest) }
        for line in plan.lines(within: Terminal.size?.columns) { output.line(line) }
      } catch let error as KhoError {
        throw Failure(error, in: rest)
      }
    case "quit", "exit": throw Quit()
    default:
      let near = nearest(to: name, in: ShellCommandName.all, count: 1).first
      throw Failure(
        "no command ':\(name)'" + (near.map { "; did you mean ':\($0)'?" } ?? "")
          + " (:help lists them)")
    }
  }

  private func help() {
    let rows = ShellCommandName.descriptions.map { command in
      [TextTable.Cell(":" + command.usage), TextTable.Cell(command.meaning)]
    }
    output.line("Statements end with a semicolon and may go over several lines.")
    output.line("Tab completes, Ctrl-C ends what runs or drops what is typed.")
    for line in TextTable(header: ["command", "meaning"], rows: rows).lines() { output.line(line) }
  }

  private func ask(_ text: String) throws {
    let words = Self.words(of: text)
    try Asking(database: database, questions: questions.get())
      .ask(words.first, Array(words.dropFirst()), as: format, to: output)
  }

  private func setParameter(_ text: String) throws {
    let name = text.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
    var expression = text.dropFirst(name.count).trimmingSpace
    if expression.hasPrefix("=") { expression = expression.dropFirst().trimmingSpace }
    guard !name.isEmpty, !expression.isEmpty else {
      throw Failure("expected ':param name expression', as in ':param year 2019'")
    }
    parameters[String(name)] = try ParameterText.value(of: expression, parameters, in: database)
  }

  private func source(_ path: String) throws {
    guard sourceDepth < 10 else { throw Failure("'\(path)': files are nested too deep") }
    var lines = try Files.text(at: path).split(
      separator: "\n", omittingEmptySubsequences: false)[...]
    sourceDepth += 1
    defer { sourceDepth -= 1 }
    try run(path) { lines.popFirst().map(String.init) }
  }

  private func openTransaction() throws -> InteractiveTransaction {
    guard let transaction else { throw Failure("no transaction is open; :begin begins one") }
    self.transaction = nil
    return transaction
  }

  /// Words parted by spaces; quotes hold words together.
  static func words(of text: String) -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    for character in text {
      switch (character, quote) {
      case (_, let mark?) where character == mark: quote = nil
      case (_, _?): word?.append(character)
      case ("'", nil), ("\"", nil):
        quote = character
        word = word ?? ""
      case (_, nil) where character.isWhitespace:
        if let finished = word { words.append(finished) }
        word = nil
      default: word = (word ?? "") + String(character)
      }
    }
    return words + (word.map { [$0] } ?? [])
  }
}
