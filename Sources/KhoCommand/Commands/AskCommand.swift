/// `kho ask`: saved questions, answered with their sources.
import ArgumentParser
import Kho

struct AskCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ask",
    abstract: "Ask a saved question; without a name, list them all.",
    discussion: """
      Names of documents, places, people and bodies are found however they are typed: 05-CT/TW,
      'Chỉ thị 05', 'chi thi so 05' and 'CT 05' are one directive; 'cau ngang' and 'huyện Cầu Ngang'
      one district. Accents that are typed must agree. What is not given is taken from the
      question's example. A name instead of a question lists what can be asked about it.

      EXAMPLES
        kho ask districts-implementing 'chi thi so 05'
        kho ask directives-of-district 'Cầu Ngang' --format json
        kho ask 05-CT/TW
      """)

  @Argument(help: "The question's name, or a name to ask about.")
  var name: String?
  @Argument(help: "What its parameters are, in order.")
  var arguments: [String] = []
  @Option(name: .shortAndLong, help: "A database's file instead of the default one.")
  var database: String?
  @Option(help: "A folder of questions instead of the built-in ones.")
  var questions: String?
  @Option(
    help: "The answer's format: \(ResultFormat.names). Sources are listed below a table only.")
  var format = ResultFormat.table

  func run() throws {
    let output = Output()
    let questions = try Question.all(in: self.questions)
    guard name != nil else {
      Asking.list(questions, to: output)
      output.flush()
      return
    }
    let database =
      try database.map { try Databases.open($0, isReadOnly: true) }
      ?? DefaultDatabase.open(isReadOnly: true)
    try Asking(database: database, questions: questions)
      .ask(name, arguments, as: format, to: output)
    output.flush()
  }
}
