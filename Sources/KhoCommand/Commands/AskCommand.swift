/// `kho ask`: saved questions, answered with their sources.
import ArgumentParser
import Kho

struct AskCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ask", abstract: "Ask a saved question; without a name, list them all.")

  @Argument(help: "The question's name.")
  var name: String?

  func run() throws {
  }
}
