/// Runs the golden files: Tests/Golden and the saved queries.
import Foundation
import Kho
import Testing

@testable import KhoCommand

@Suite struct GoldenTests {
  @Test(arguments: GoldenFile.all(in: "Tests/Golden"))
  func `statements answer as the file says`(file: GoldenFile) throws {
    let database = try file.seed.map(Self.database) ?? Database.temporary()
    try check(file, in: database) { parameter in
      try ParameterText.value(of: parameter.expression, in: database)
    }
  }

  @Test(arguments: GoldenFile.all(in: "queries"))
  func `saved queries answer for their examples as written`(file: GoldenFile) throws {
    let database = try Self.knowledge.get()
    let question = try Question(name: file.path, text: file.text)
    try check(file, in: database) { parameter in
      let name = parameter.name.prefix { $0 != " " }
      let asked = try #require(question.parameters.first { $0.name == name })
      let example = try ParameterText.value(of: parameter.expression, in: database)
      guard asked.isEntity, case .string(let typed) = example else { return example }
      let found = EntityResolver(try Entity.all(asked.type, in: database)).resolve(typed)
      guard case .one(let entity) = found else {
        throw KhoError(.misuse, "Example", "\(parameter.expression) names \(found)")
      }
      return .string(entity.id)
    }
  }

  /// The graph of the saved queries, loaded once.
  static let knowledge = Result { try database(seed: "seeds") }

  static func database(seed: String) throws -> Database {
    let database = try Database.temporary()
    let paths = [GoldenFile.root.appending(path: seed).path]
    try database.load(Files.scripts(at: paths))
    return database
  }

  /// Runs all statements of `file` in order and compares, or writes the file anew.
  func check(
    _ file: GoldenFile, in database: Database,
    value: (_ parameter: (name: String, expression: String)) throws -> Value
  ) throws {
    var blocks: [[String]] = []
    for entry in file.entries {
      var parameters = Parameters()
      for parameter in entry.parameters {
        let name = String(parameter.name.prefix { $0 != " " })
        parameters[name] = try value(parameter)
      }
      let answer = GoldenAnswer(of: entry.text, parameters, in: database)
      blocks.append(answer.block(like: entry.expected))
      if !Self.isUpdating {
        let differences = answer.differences(from: entry.expected)
        #expect(
          differences.isEmpty,
          "\(file.path):\(entry.line)\n\(entry.text)\n\(differences.joined(separator: "\n"))")
      }
    }
    if Self.isUpdating {
      let url = GoldenFile.root.appending(path: file.path)
      try file.replacing(blocks).write(to: url, atomically: true, encoding: .utf8)
    }
  }

  static let isUpdating = ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil
}
