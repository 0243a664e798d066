/// `kho info`, `kho check` and `kho backup`: what a file holds, whether it is sound, and its copy.
import ArgumentParser
import Kho

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

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
    output.line(
      "size           \(info.fileSizeInBytes) bytes, \(info.usedSizeInBytes) of them used")
    output.line("format         version \(info.formatVersion), \(info.libraryVersion)")
    for line in SchemaText.lines(try database.schema()) { output.line(line) }
    output.line("")
    let rows = info.tables.map { table in
      [TextTable.Cell(table.name)]
        + [table.recordCount, table.sizeInBytes].map {
          TextTable.Cell(String($0), isNumber: true)
        }
    }
    for line in TextTable(header: ["table", "records", "bytes"], rows: rows).lines() {
      output.line(line)
    }
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

  /// Damage can end the process that meets it (a file that was cut off does), so a child looks.
  @Flag(help: .hidden)
  var inProcess = false

  func run() throws {
    guard inProcess else {
      switch Child.run(["check", "--in-process", "--", database]) {
      case .exited(let status): throw ExitCode(status)
      case .signalled(SIGINT): throw ExitCode(ExitStatus.interrupted.rawValue)
      case .signalled(let signal):
        throw Failure("'\(database)' is damaged: reading it ends in signal \(signal)")
      case nil: return try check()
      }
    }
    try check()
  }

  private func check() throws {
    Interruption.uninstall()
    let faults = try Databases.open(database, isReadOnly: true, isUntrusted: true).check()
    let output = Output()
    for fault in faults { output.line(fault) }
    output.flush()
    if !faults.isEmpty { throw Failure("'\(database)' is damaged") }
    if Terminal.isError { Output.error("'\(database)' is sound\n") }
  }
}

struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Copy a database to a new file, whole or not at all.",
    discussion: "Others may read and write meanwhile. A file that is there is not replaced.")

  @Argument(help: "The database's file.")
  var database: String
  @Argument(help: "The new file.")
  var copy: String

  func run() throws {
    try Databases.open(database, isReadOnly: true).backup(to: copy)
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
