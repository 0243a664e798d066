/// The `kho` command: its table of contents, and how it ends.
import ArgumentParser
import Kho

@main
struct KhoCommand: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "kho",
    abstract: "Keep a graph in one file and ask it in openCypher.",
    discussion: """
      EXAMPLES
        kho ask                                  what can be asked
        kho ask districts-implementing 'CT 05'   one answer, with its sources
        kho shell                                look around in what is built in
        kho query people.kho "CREATE (:Person {name: 'Ada'})"
        kho query people.kho 'MATCH (p:Person) RETURN p.name' --format csv
        kho load people.kho people.cypher        run a script, all of it or nothing

      Results go to standard output, everything else to standard error.
      Without a database, commands use $KHO_DB, else the built-in knowledge in
      $XDG_DATA_HOME/kho/kho.kho (~/.local/share/kho/kho.kho).

      EXIT CODES
        0    done
        1    an error in a query, a script, data or a file
        2    an error in the command's arguments
        3    nothing has the name
        4    several things have the name; they are listed
        130  interrupted by Ctrl-C
      """,
    version: version,
    subcommands: [
      AskCommand.self, QueryCommand.self, ShellCommand.self, LoadCommand.self, ImportCommand.self,
      InfoCommand.self, CheckCommand.self, BackupCommand.self, SessionCommand.self,
    ])

  static func main() {
    openClosedStandardStreams()
    Interruption.install()
    Interruption.installFaults()
    do {
      if let query = QueryRun(plain: CommandLine.arguments) { return try query.run() }
      var command = try parseAsRoot()
      try command.run()
    } catch {
      end(with: error)
    }
  }
}
