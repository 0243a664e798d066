/// `kho info` and `kho check`: what a file holds, and whether it is sound.
import ArgumentParser
import Kho

struct InfoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "info", abstract: "Show what a database holds: counts, labels, types, indexes.")

  @Argument(help: "The database's file; without it, the default one.")
  var database: String?

  func run() throws {
    let database =
      try database.map { try Databases.open($0, isReadOnly: true) }
      ?? DefaultDatabase.open(isReadOnly: true)
    let info = try database.info()
    let output = Output()
    output.line("file           \(info.path)")
    output.line("nodes          \(info.nodeCount)")
    output.line("relationships  \(info.relationshipCount)")
    for line in SchemaText.lines(try database.schema()) { output.line(line) }
    output.flush()
  }
}

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Look for damage in a database's file.",
    discussion:
      "Prints one sentence for each fault and then exits with 1; a sound file prints nothing.")

  @Argument(help: "The database's file.")
  var database: String

  func run() throws {
    var configuration = Configuration()
    configuration.isReadOnly = true
    configuration.createsFile = false
    configuration.isUntrusted = true
    let faults = try Database(path: database, configuration: configuration).check()
    let output = Output()
    for fault in faults { output.line(fault) }
    output.flush()
    if !faults.isEmpty { throw Failure("'\(database)' is damaged") }
    if Terminal.isError { Output.error("'\(database)' is sound\n") }
  }
}

enum SchemaText {
  /// Labels and types with their counts, then keys, indexes and constraints; a heading above each.
  static func lines(_ schema: Schema) -> [String] {
    func counted(_ title: String, _ names: [Schema.Name]) -> [String] {
      guard !names.isEmpty else { return [] }
      let rows = names.sorted { $0.name < $1.name }.map { name in
        [TextTable.Cell(name.name), TextTable.Cell(String(name.count), isNumber: true)]
      }
      return [""] + TextTable(header: [title, "count"], rows: rows).lines()
    }
    func rules(_ title: String, _ rules: [Schema.Rule]) -> [String] {
      guard !rules.isEmpty else { return [] }
      let rows = rules.map { rule in
        [
          TextTable.Cell(rule.name), TextTable.Cell(rule.kind),
          TextTable.Cell(
            (rule.isOnRelationships ? "[:\(rule.entity)]" : "(:\(rule.entity))")
              + " " + rule.propertyKeys.joined(separator: ", ")),
        ]
      }
      return [""] + TextTable(header: [title, "kind", "on"], rows: rows).lines()
    }
    let keys =
      schema.propertyKeys.isEmpty
      ? [] : ["", "property keys: " + schema.propertyKeys.sorted().joined(separator: ", ")]
    return counted("label", schema.labels) + counted("relationship type", schema.relationshipTypes)
      + keys + rules("index", schema.indexes) + rules("constraint", schema.constraints)
  }
}
