/// `kho session`: Kho behind a pipe.
import ArgumentParser
import Kho

struct SessionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "session",
    abstract: "Answer requests, one JSON object per line, until standard input ends.",
    discussion:
      "For programs in any language that embed Kho by a pipe. No value is ambiguous: all are typed."
  )

  @Argument(help: "The database's file, made where there is none; without it, the default one.")
  var database: String?
  @Flag(help: "Use a new, empty database that goes away at the end.")
  var scratch = false
  @Flag(help: "Refuse every statement that writes.")
  var readOnly = false
  @Option(help: "The folder whose files LOAD CSV may read; without it LOAD CSV is off.")
  var importFolder: String?

  func validate() throws {
    guard database == nil || !scratch else {
      throw ValidationError("expected either a database or --scratch")
    }
    guard importFolder == nil || database != nil || scratch else {
      throw ValidationError("expected a database for --import-folder")
    }
  }

  func run() throws {
    let database =
      try database.map {
        try Databases.open(
          $0, isReadOnly: readOnly, createsFile: true, importFolder: importFolder)
      } ?? (scratch ? scratchDatabase() : DefaultDatabase.open(isReadOnly: readOnly))
    try Session(database: database, version: KhoCommand.version).run(input: 0, output: 1)
  }

  private func scratchDatabase() throws -> Database {
    var configuration = Configuration()
    configuration.isReadOnly = readOnly
    configuration.importFolder = importFolder
    return try Database.temporary(configuration: configuration)
  }
}
