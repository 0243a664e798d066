/// The shell: reads statements and commands, runs them, prints what they give.
import Kho

/// One run of the shell over a database.
final class Shell {
  let database: Database
  /// For a person, each result is shown by the page.
  let output: Output
  /// Whether a person types: then there are prompts, and errors end nothing.
  let isInteractive: Bool
  var parameters = Parameters()
  var format = ResultFormat.table
  var isTiming = false
  /// Between `:begin` and `:commit` or `:rollback`.
  var transaction: InteractiveTransaction?
  /// How many files deep `:source` is.
  var sourceDepth = 0
  private(set) lazy var questions = Result { try Question.all(in: nil) }

  /// Ends the shell from within a command.
  struct Quit: Error {}

  init(_ database: Database, isInteractive: Bool) {
    self.database = database
    self.isInteractive = isInteractive
    output = Output(isPage: isInteractive)
  }

  /// Reads from the terminal until `:quit` or Ctrl-D.
  func runInteractively() {
    Interruption.install(isRepeatable: true)
    let editor = LineEditor(historyPath: historyPath) { [weak self] in
      self?.completions(of: $0) ?? []
    }
    var buffer = StatementBuffer()
    pendingText = { buffer.pending }
    while true {
      let mark = transaction == nil ? "" : "*"
      switch editor.readLine(prompt: (buffer.isEmpty ? "kho" : "...") + mark + "> ") {
      case .end:
        Output.error("\n")
        return end()
      case .interrupted:
        Output.error("^C\n")
        buffer.clear()
      case .text(let line):
        if !line.trimmingSpace.isEmpty { editor.remember(line) }
        for input in buffer.add(line) {
          do {
            try perform(input, shown: input.text)
          } catch is Quit {
            return end()
          } catch {
            output.flush()
            KhoCommand.report(error)
          }
          output.flush()
        }
      }
    }
  }

  /// Runs what `nextLine` gives, to its end or the first error.
  func run(_ name: String, _ nextLine: () -> String?) throws {
    var buffer = StatementBuffer()
    while let line = nextLine() {
      for input in buffer.add(line) { try perform(input, in: name) }
    }
    if let input = buffer.finish() { try perform(input, in: name) }
  }

  private func perform(_ input: ShellInput, in name: String) throws {
    do {
      try perform(input, shown: input.padded)
    } catch var failure as Failure {
      if !name.isEmpty { failure.message = "\(name):\(failure.message)" }
      throw failure
    }
    output.flush()
  }

  /// - Parameter shown: the statement as errors show it: its places are those of the error.
  private func perform(_ input: ShellInput, shown: String) throws {
    Interruption.cancellation.reset()
    switch input.kind {
    case .command: try run(command: input.text)
    case .statement:
      do {
        try run(statement: input.text)
      } catch let error as KhoError {
        throw Failure(
          error.moved(by: shown.utf8.count - input.text.utf8.count), in: shown)
      }
    }
  }

  func run(statement text: String) throws {
    let start = ContinuousClock.now
    if let transaction {
      try show(try transaction.execute(text, parameters), since: start)
    } else {
      try database.execute(text, parameters, cancellation: Interruption.cancellation) {
        try show($0, since: start)
      }
    }
  }

  /// Prints a result; for a person no more rows than anybody reads, and what else there is to say.
  private func show(_ result: ResultSet, since start: ContinuousClock.Instant) throws {
    let counts = try result.print(
      as: format, to: output, limit: isInteractive ? 10_000 : nil,
      width: isInteractive ? Terminal.size?.columns : nil)
    let time = (ContinuousClock.now - start) / .milliseconds(1)
    output.flush()
    var notes: [String] = []
    if isInteractive {
      if !result.columns.isEmpty { notes.append(counts) }
      if let report = result.report { notes.append(report) }
    }
    if isTiming { notes.append("\((time * 1_000).rounded() / 1_000) ms") }
    for note in notes { Output.error(note + "\n") }
  }

  /// Rolls an open transaction back, and says so.
  func end() {
    guard let transaction else { return }
    transaction.rollback()
    Output.error("the open transaction was rolled back\n")
  }

  // MARK: Completion and history

  /// The lines before the one being typed.
  private var pendingText: () -> String = { "" }

  private func completions(of line: String) -> [String] {
    let schema = try? database.schema()
    let completer = Completer(
      labels: schema?.labels.map(\.name) ?? [],
      relationshipTypes: schema?.relationshipTypes.map(\.name) ?? [],
      propertyKeys: schema?.propertyKeys ?? [],
      functions: Completion.functions, parameters: Array(parameters.values.keys),
      questions: (try? questions.get().map(\.name)) ?? [], commands: ShellCommandName.all)
    let pending = pendingText()
    return completer.candidates(for: pending.isEmpty ? line : pending + "\n" + line)
  }

  private var historyPath: String? {
    let folder = (environment("XDG_STATE_HOME") ?? DefaultDatabase.home + "/.local/state") + "/kho"
    do {
      try Files.makeFolder(folder)
      return folder + "/history"
    } catch {
      return nil
    }
  }
}
