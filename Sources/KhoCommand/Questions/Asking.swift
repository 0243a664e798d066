/// Asking a saved question: arguments to parameters, and the answer in the format asked for.
import Kho

/// What `kho ask` and the shell's `:ask` share.
struct Asking {
  let database: Database
  let questions: [Question]

  /// Asks `name` with `arguments` and prints the answer; without a name, lists the questions.
  func ask(_ name: String?, _ arguments: [String], as format: ResultFormat, to output: Output)
    throws
  {
    guard let name else {
      Self.list(questions, to: output)
      return
    }
    guard let question = questions.first(where: { $0.name == name }) else {
      try suggest(for: name, arguments, to: output)
      return
    }
    let (parameters, heading) = try bind(arguments, of: question)
    do {
      let result = try database.execute(
        question.text, parameters, cancellation: Interruption.cancellation)
      if format == .table {
        let answer = try Answer(
          columns: result.columns, rows: result.collect().map(\.values),
          documents: { try Answer.Document.all(citing: $0, in: database) })
        for line in heading + [""] + answer.lines(width: Terminal.size?.columns) {
          output.line(line)
        }
      } else {
        _ = try result.print(as: format, to: output, width: nil)
      }
    } catch let error as KhoError {
      throw Failure(error, in: question.text)
    }
  }

  /// The parameters that `arguments` stand for, in order, examples for those not given; and what is
  /// asked, in words.
  private func bind(
    _ arguments: [String], of question: Question
  ) throws -> (Parameters, heading: [String]) {
    guard arguments.count <= question.parameters.count else {
      throw Failure(
        "'\(question.name)' takes \(question.parameters.count) arguments, found \(arguments.count);"
          + " quote names of several words", status: .usage)
    }
    var parameters = Parameters()
    var names: [String] = []
    for (index, parameter) in question.parameters.enumerated() {
      let argument = index < arguments.count ? arguments[index] : nil
      let (value, shown) = try bind(argument, to: parameter)
      parameters[parameter.name] = value
      names.append("\(parameter.name): \(shown)")
    }
    let note = names.isEmpty ? "" : " (\(names.joined(separator: ", ")))"
    return (parameters, [question.english + note, question.vietnamese])
  }

  private func bind(
    _ argument: String?, to parameter: Question.Parameter
  ) throws -> (value: Value, shown: String) {
    guard parameter.isEntity || argument == nil else {
      let text = argument ?? ""
      if parameter.type == "STRING" { return (.string(text), text) }
      guard ParameterText.isLiteral(text) else {
        throw Failure(
          "\(parameter.name): expected a value of type \(parameter.type), found '\(text)'",
          status: .usage)
      }
      return (try ParameterText.value(of: text, in: database), text)
    }
    let example = try ParameterText.value(of: parameter.example, in: database)
    guard parameter.isEntity else { return (example, example.plainText) }
    let entity = try find(argument ?? example.plainText, parameter.type)
    return (.string(entity.id), entity.name)
  }

  /// The one entity that `typed` names.
  private func find(_ typed: String, _ label: String) throws -> Entity {
    let kind = label == "ANY" ? "thing" : label
    switch EntityResolver(try Entity.all(label, in: database)).resolve(typed) {
    case .one(let entity): return entity
    case .several(let entities):
      let lines = entities.prefix(20).map { "  \($0.id)  \($0.name)" }
      let rest = entities.count > 20 ? ["  … and \(entities.count - 20) more"] : []
      throw Failure(
        (["'\(typed)' names several, tell which by the id:"] + lines + rest)
          .joined(separator: "\n"), status: .ambiguous)
    case .none(let near):
      throw Failure(
        "no \(kind) is named '\(typed)'" + Self.didYouMean(near), status: .notFound)
    }
  }

  private static func didYouMean(_ names: [String]) -> String {
    names.isEmpty ? "" : "; did you mean \(names.map { "'\($0)'" }.joined(separator: ", "))?"
  }

  static func list(_ questions: [Question], to output: Output) {
    for question in questions {
      output.line(question.usage)
      output.line("    " + question.english)
      output.line("    " + question.vietnamese)
    }
  }

  /// `name` is no question: if it names an entity, lists what can be asked about it.
  private func suggest(for name: String, _ arguments: [String], to output: Output) throws {
    let labels = Set(questions.flatMap { $0.parameters.filter(\.isEntity).map(\.type) })
    var found: [Entity] = []
    if arguments.isEmpty, labels.contains("ANY") {
      switch EntityResolver(try Entity.all("ANY", in: database)).resolve(name) {
      case .one(let entity): found = [entity]
      case .several(let entities): found = entities
      case .none: break
      }
    }
    guard !found.isEmpty else {
      throw Failure(
        "no question is named '\(name)'"
          + Self.didYouMean(nearest(to: name, in: questions.map(\.name)))
          + "\n'kho ask' lists what can be asked", status: .notFound)
    }
    for entity in found.prefix(20) {
      output.line("\(entity.name) (\(entity.label), \(entity.id))")
    }
    let fitting = questions.filter { question in
      question.parameters.first.map { parameter in
        parameter.type == "ANY" || found.contains { $0.label == parameter.type }
      } ?? false
    }
    output.line("")
    output.line("Ask about it · Hỏi về:")
    let rows = fitting.map { question in
      [
        TextTable.Cell("kho ask \(question.name) '\(found.count == 1 ? name : found[0].id)'"),
        TextTable.Cell(question.english),
      ]
    }
    for line in TextTable(header: ["question", "answers"], rows: rows)
      .lines(within: Terminal.size?.columns, overflow: .wrap)
    { output.line(line) }
  }
}
