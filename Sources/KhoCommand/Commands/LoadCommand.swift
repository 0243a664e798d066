/// `kho load`: scripts of Cypher, all or nothing.
import ArgumentParser
import Kho

struct LoadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "load",
    abstract: "Run scripts of Cypher in one transaction: all of them, or nothing.",
    discussion: """
      A folder stands for its .cypher files in the order of their names. The file of the database is
      made where there is none. An error is shown with its file, line and column, and then nothing
      was changed.

      EXAMPLES
        kho load people.kho schema.cypher people.cypher
        kho load knowledge.kho seeds/
        generate | kho load people.kho -
      """)

  @Argument(help: "The database's file.")
  var database: String
  @Argument(help: "Scripts or folders of scripts; - reads one from standard input.")
  var files: [String]
  @Option(help: "The folder whose files LOAD CSV may read; without it LOAD CSV is off.")
  var importFolder: String?

  func run() throws {
    let scripts = try Files.scripts(at: files)
    let bar = ProgressBar(total: scripts.reduce(0) { $0 + $1.statements.count })
    let counters: UpdateCounters
    do {
      counters = try Databases.open(database, createsFile: true, importFolder: importFolder).load(
        scripts, cancellation: Interruption.cancellation
      ) { bar.show($0) }
    } catch {
      bar.clear()
      throw error
    }
    bar.clear()
    if Terminal.isError {
      Output.error(
        "\(bar.total) statements: \(counters.nodesCreated) nodes and "
          + "\(counters.relationshipsCreated) relationships created, "
          + "\(counters.propertiesSet) properties set\n")
    }
  }
}

/// How far loading is, on standard error if that is a terminal.
struct ProgressBar {
  let total: Int
  private let isShown = Terminal.isError
  private static let width = 30

  init(total: Int) { self.total = total }

  func show(_ progress: Script.Progress) {
    guard isShown, total > 0 else { return }
    let filled = Self.width * progress.statementCount / total
    let bar =
      String(repeating: "█", count: filled) + String(repeating: "░", count: Self.width - filled)
    Output.error("\r\(bar) \(progress.statementCount)/\(total) \(progress.script)\u{1B}[K")
  }

  func clear() {
    if isShown { Output.error("\r\u{1B}[K") }
  }
}
