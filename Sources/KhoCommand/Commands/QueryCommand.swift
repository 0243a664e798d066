/// `kho query`: statements from the command line or standard input.
import ArgumentParser
import Kho

struct QueryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query",
    abstract: "Run statements of Cypher and print their results.",
    usage: "kho query [<database>] <cypher>|- [-p <name>=<value>] … [--format <format>]",
    discussion: """
      Several statements are parted by semicolons; each is a transaction of its own, and the first
      error ends the run. A statement that writes makes the file where there is none.

      EXAMPLES
        kho query people.kho 'MATCH (p:Person) RETURN p.name AS name, p.born AS born'
        kho query people.kho 'MATCH (p {name: $name}) RETURN p' -p name=Ada
        kho query people.kho - --format jsonl < report.cypher
      """)

  @Argument(help: "The database's file, and Cypher; - reads it from standard input.")
  var words: [String]
  @OptionGroup var options: QueryOptions
  @Flag(help: "Refuse every statement that writes.")
  var readOnly = false
  @Option(help: "The folder whose files LOAD CSV may read; without it LOAD CSV is off.")
  var importFolder: String?

  func validate() throws {
    guard importFolder == nil || words.count == 2 else {
      throw ValidationError("expected a database for --import-folder")
    }
    guard words.count <= 2 else {
      throw ValidationError(
        "expected a database and a statement, found \(words.count) words; quote the statement")
    }
  }

  func run() throws {
    try QueryRun(
      words: words, parameters: options.parameters, format: options.format, isReadOnly: readOnly,
      importFolder: importFolder
    ).run()
  }
}

/// What `kho query` does, once its arguments are known.
struct QueryRun {
  var words: [String]
  var parameters: [String] = []
  var format = ResultFormat.table
  var isReadOnly = false
  var importFolder: String?

  /// The plainest form of the command, `kho query <database> <cypher>`, which takes less time than
  /// the parser of arguments would; nil for every other form.
  init?(plain arguments: [String]) {
    guard arguments.count == 4, arguments[1] == "query",
      !arguments[2...].contains(where: { $0.utf8.first == UInt8(ascii: "-") })
    else { return nil }
    words = Array(arguments[2...])
  }

  init(
    words: [String], parameters: [String], format: ResultFormat, isReadOnly: Bool,
    importFolder: String?
  ) {
    self.words = words
    self.parameters = parameters
    self.format = format
    self.isReadOnly = isReadOnly
    self.importFolder = importFolder
  }

  func run() throws {
    let cypher = words[words.count - 1]
    let text = cypher == "-" ? try Files.text(at: cypher) : cypher
    let statements = Script.split(text)
    guard !statements.isEmpty else { throw Failure("expected a statement", status: .usage) }
    let database =
      words.count == 2
      ? try Databases.open(
        words[0], isReadOnly: isReadOnly,
        createsFile: try !Files.exists(words[0]) && Databases.isWriting(statements),
        importFolder: importFolder)
      : try DefaultDatabase.open(isReadOnly: isReadOnly)
    let parameters = try ParameterText.parameters(parameters, in: database)
    let output = Output()
    for statement in statements {
      do {
        try database.execute(
          statement.text, parameters, cancellation: Interruption.cancellation
        ) { try format.print($0, to: output) }
      } catch let error as KhoError {
        output.flush()
        throw Failure(error.moved(by: statement.offset), in: text)
      }
    }
    output.flush()
  }
}

/// What commands that print results have in common.
struct QueryOptions: ParsableArguments {
  @Option(
    name: [.customShort("p"), .customLong("parameter")],
    help: ArgumentHelp(
      "A value for $name: a number, true, false, null, 'string', [list] or {map}; else text.",
      valueName: "name=value"))
  var parameters: [String] = []
  @Option(help: "The result's format: \(ResultFormat.names).")
  var format = ResultFormat.table
}

extension ResultFormat {
  /// Prints the rows, and says on a terminal what else there is to say.
  fileprivate func print(_ result: ResultSet, to output: Output) throws {
    _ = try result.print(as: self, to: output, width: Terminal.size?.columns)
    output.flush()
    if Terminal.isError, let report = result.report { Output.error(report + "\n") }
  }
}
