/// `kho shell`: statements typed one after another.
import ArgumentParser
import Kho

struct ShellCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shell", abstract: "Type statements, with history and completion.",
    discussion: """
      Statements end with a semicolon; :help lists the shell's own commands. From a pipe or a file
      it reads without prompts, prints results only, and stops at the first error with exit code 1.

      EXAMPLES
        kho shell people.kho
        kho shell people.kho < script.cypher
      """)

  @Argument(help: "The database's file, made where there is none; without it, the default one.")
  var database: String?
  @Flag(help: "Refuse every statement that writes.")
  var readOnly = false

  func run() throws {
    let database =
      try database.map { try Databases.open($0, isReadOnly: readOnly, createsFile: true) }
      ?? DefaultDatabase.open(isReadOnly: readOnly)
    let isInteractive = Terminal.isInput && Terminal.isOutput
    let shell = Shell(database, isInteractive: isInteractive)
    if isInteractive {
      let info = try database.info()
      Output.error(
        "kho \(KhoCommand.version): \(info.nodeCount) nodes, "
          + "\(info.relationshipCount) relationships in \(info.path)\n"
          + ":help lists commands, Ctrl-D ends.\n")
      shell.runInteractively()
    } else {
      do {
        try shell.run("") { readLine() }
      } catch is Shell.Quit {
      }
      shell.output.flush()
      shell.end()
    }
  }
}
