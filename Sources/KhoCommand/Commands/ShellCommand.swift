/// `kho shell`: statements typed one after another.
import ArgumentParser
import Kho

struct ShellCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shell", abstract: "Type statements, with history and completion.")

  @Argument(help: "The database's file, made where there is none; without it, the default one.")
  var database: String?
  @Flag(help: "Refuse every statement that writes.")
  var readOnly = false

  func run() throws {
  }
}
