/// `kho import`: files of nodes and relationships, in bulk.
import ArgumentParser
import Kho

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Import nodes and relationships from files of CSV or JSON lines.",
    discussion: """
      A database that does not exist is made whole or not at all; into one that does, everything is
      imported in one transaction, or nothing is. Constraints and indexes that are there hold.

      The header of a CSV file names each column's property and type, as neo4j-admin has it:
        personId:ID(Person),name,born:int,nicknames:string[],:LABEL
        :START_ID(Person),:END_ID(Person),since:date,:TYPE
      Types: string, int, float, boolean, date, localtime, time, localdatetime, datetime, duration;
      [] for arrays, whose elements ';' separates; :IGNORE leaves a column out. Several files of one
      table are separated by ','; the first begins with the header.

      Lines of JSON (.jsonl):
        {"id": 1, "labels": ["Person"], "properties": {"name": "Ada"}}
        {"start": 1, "end": 2, "type": "KNOWS", "properties": {"since": {"date": "1840-01-01"}}}

      EXAMPLES
        kho import people.kho --nodes=Person=persons.csv --relationships=KNOWS=knows.csv
        kho import people.kho --nodes=persons.jsonl --bad-rows skip --report bad-rows.txt
        kho import people.kho --schema schema.cypher --nodes=Person=header.csv,1.csv,2.csv
      """)

  @Argument(help: "The database's file.")
  var database: String
  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "Files of nodes, with labels for all of them.", valueName: "[label:…=]file,…"))
  var nodes: [String] = []
  @Option(
    parsing: .singleValue,
    help: ArgumentHelp("Files of relationships, with a type for all.", valueName: "[type=]file,…"))
  var relationships: [String] = []
  @Option(help: "What separates fields: one character, or 'TAB'.")
  var delimiter = ","
  @Option(help: "What separates the elements of arrays and labels.")
  var arrayDelimiter = ";"
  @Option(help: "What quotes fields.")
  var quote = "\""
  @Option(help: "What IDs are as properties: string or integer.")
  var idType = IDType.string
  @Option(help: "A bad row ends the import (fail), or is left out (skip).")
  var badRows = Handling.fail
  @Option(help: "With --bad-rows skip: how many bad rows end the import all the same.")
  var badRowLimit: Int?
  @Option(help: "A file for the reasons of bad rows; without it the first ten are shown.")
  var report: String?
  @Option(help: "A script of constraints and indexes for a new database.")
  var schema: String?

  enum Handling: String, ExpressibleByArgument { case fail, skip }
  enum IDType: String, ExpressibleByArgument { case string, integer }

  func run() throws {
    let plan = try plan()
    let report = try BadRowReport(report)
    let line = ImportLine()
    let start = ContinuousClock.now
    let done: GraphImport.Progress
    do {
      let observer = GraphImport.Observer(
        cancellation: Interruption.cancellation, progress: line.show, badRow: report.add)
      done =
        try Files.exists(database)
        ? Databases.open(database).load(plan, observer: observer)
        : plan.create(database, observer: observer)
    } catch {
      line.clear()
      report.end()
      throw error
    }
    line.clear()
    report.end()
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    let rows = done.nodeCount + done.relationshipCount
    Output.error(
      "\(done.nodeCount) nodes, \(done.relationshipCount) relationships and "
        + "\(done.propertyCount) properties imported in \(ImportLine.seconds(seconds)) s, "
        + "\(Int(Double(rows) / max(seconds, 0.001))) rows/s"
        + (done.badRowCount > 0 ? "; \(done.badRowCount) bad rows left out" : "") + "\n")
  }

  private func plan() throws -> GraphImport {
    guard !nodes.isEmpty || !relationships.isEmpty else {
      throw ValidationError("expected --nodes or --relationships")
    }
    var plan = GraphImport()
    plan.nodes = nodes.map { source($0, separator: ":") }
    plan.relationships = relationships.map { source($0, separator: nil) }
    plan.delimiter = try character(delimiter, "--delimiter")
    plan.arrayDelimiter = try character(arrayDelimiter, "--array-delimiter")
    plan.quote = try character(quote, "--quote")
    plan.idType = idType == .string ? .string : .integer
    plan.badRows = badRows == .fail ? .fail : .skip(limit: badRowLimit ?? .max)
    if let schema {
      guard !Files.exists(database) else {
        throw Failure("--schema is for a new database, and '\(database)' exists")
      }
      plan.schema = try Files.scripts(at: [schema])
    }
    return plan
  }

  private func source(_ text: String, separator: Character?) -> GraphImport.Source {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let names = parts.count == 2 ? String(parts[0]) : ""
    return GraphImport.Source(
      separator.map { names.split(separator: $0).map(String.init) }
        ?? (names.isEmpty ? [] : [names]),
      files: (parts.last ?? "").split(separator: ",").map(String.init))
  }

  private func character(_ text: String, _ option: String) throws -> Unicode.Scalar {
    if text.uppercased() == "TAB" || text == "\\t" { return "\t" }
    guard let scalar = text.unicodeScalars.first, text.unicodeScalars.count == 1 else {
      throw ValidationError("expected one character for \(option), found '\(text)'")
    }
    return scalar
  }
}

/// How far an import is, on standard error if that is a terminal.
private struct ImportLine {
  private let isShown = Terminal.isError
  private let start = ContinuousClock.now
  private static let width = 24

  func show(_ progress: GraphImport.Progress) {
    guard isShown else { return }
    let share = Double(progress.bytesRead) / Double(max(progress.bytesTotal, 1))
    let filled = min(Self.width, Int(share * Double(Self.width)))
    let bar =
      String(repeating: "█", count: filled) + String(repeating: "░", count: Self.width - filled)
    let rows = progress.nodeCount + progress.relationshipCount
    let seconds = max((ContinuousClock.now - start) / .seconds(1), 0.001)
    Output.error(
      "\r\(bar) \(rows) rows, \(Int(Double(rows) / seconds))/s "
        + "\(progress.file ?? "writing adjacency and indexes")\u{1B}[K")
  }

  func clear() {
    if isShown { Output.error("\r\u{1B}[K") }
  }

  /// With one decimal place.
  static func seconds(_ seconds: Double) -> String {
    let tenths = Int((seconds * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}

/// Where bad rows are told: a file, or the first few on standard error.
private final class BadRowReport {
  private let output: Output?
  private var count = 0
  private static let shownCount = 10

  init(_ path: String?) throws { output = try path.map { try Output(creating: $0) } }

  func add(_ row: GraphImport.BadRow) {
    count += 1
    if let output {
      output.line(row.description)
    } else if count <= Self.shownCount {
      Output.error("\(Terminal.isError ? "\r\u{1B}[K" : "")\(row.description)\n")
    }
  }

  func end() {
    output?.flush()
    if output == nil, count > Self.shownCount {
      Output.error("and \(count - Self.shownCount) more bad rows\n")
    }
  }
}
