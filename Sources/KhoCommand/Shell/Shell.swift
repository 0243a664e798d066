/// The shell: reads statements and commands, runs them, prints what they give.
import Kho

/// One run of the shell over a database.
final class Shell {
  let database: Database
  let output = Output()
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
  }

  /// Reads from the terminal until `:quit` or Ctrl-D.
  func runInteractively() {
    Interruption.install(isRepeatable: true)
    let editor = LineEditor(historyPath: historyPath) { [unowned self] in completions(of: $0) }
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
      try show(try transaction.execute(text, parameters))
    } else {
      try database.execute(
        text, parameters, cancellation: Interruption.cancellation, body: show)
    }
    if isTiming {
      let time = (ContinuousClock.now - start) / .milliseconds(1)
      Output.error("\((time * 1_000).rounded() / 1_000) ms\n")
    }
  }

  /// Prints a result: for a person in pages, and no more rows than anybody reads.
  private func show(_ result: ResultSet) throws {
    if !result.columns.isEmpty {
      let page = Output(isPage: isInteractive && Terminal.isOutput)
      var writer = ResultWriter(format, columns: result.columns, to: page)
      var surplus = 0
      while let record = try result.next() {
        if isInteractive, writer.rowCount == Self.shownRowLimit {
          surplus += 1
        } else {
          writer.write(record.values)
        }
      }
      writer.finish(width: isInteractive ? Terminal.size?.columns : nil)
      page.flush()
      if isInteractive {
        let count = writer.rowCount + surplus
        let note = surplus > 0 ? ", \(surplus) of them not shown" : ""
        Output.error("\(count) \(count == 1 ? "row" : "rows")\(note)\n")
      }
    }
    if let plan = result.plan { for line in plan.lines { output.line(line) } }
    output.flush()
    if isInteractive, let report = result.report { Output.error(report + "\n") }
  }

  private static let shownRowLimit = 10_000

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

extension PlanDescription {
  /// The operators, each below the one it hands its rows to.
  var lines: [String] {
    var rows: [[TextTable.Cell]] = []
    var rest = [(plan: self, depth: 0)]
    while let (plan, depth) = rest.popLast() {
      rows.append([
        TextTable.Cell(String(repeating: "  ", count: depth) + plan.name),
        TextTable.Cell(plan.details),
        TextTable.Cell(Self.rounded(plan.estimatedRows), isNumber: true),
        TextTable.Cell(plan.rows.map { "\($0)" } ?? "", isNumber: true),
        TextTable.Cell(plan.seconds.map { Self.rounded($0 * 1_000) } ?? "", isNumber: true),
      ])
      rest += plan.children.reversed().map { ($0, depth + 1) }
    }
    let header = ["operator", "details", "estimated rows", "rows", "ms"]
    let shown = self.rows == nil ? 3 : 5
    let table = TextTable(
      header: Array(header.prefix(shown)), rows: rows.map { Array($0.prefix(shown)) })
    return table.lines(within: Terminal.size?.columns)
  }

  private static func rounded(_ number: Double) -> String {
    number.isFinite && abs(number) < 1e12
      ? "\((number * 10).rounded() / 10)" : "\(number)"
  }
}
