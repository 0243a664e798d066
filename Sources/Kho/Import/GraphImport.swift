/// Files of nodes and relationships, loaded in bulk.
internal import CypherEngine
internal import GraphStorage

/// What to import, and how: files of CSV with typed headers, or of JSON objects, one on each line.
///
/// ```swift
/// var plan = GraphImport()
/// plan.nodes = [.init(["Person"], files: ["persons.csv"])]
/// plan.relationships = [.init(["KNOWS"], files: ["knows.csv"])]
/// let report = try plan.create("people.kho")
/// print(report.nodeCount, report.relationshipCount)
/// ```
///
/// The header of a CSV file names each column's property and type, as `neo4j-admin` has it:
///
/// ```
/// personId:ID(Person),name,born:int,nicknames:string[],:LABEL
/// :START_ID(Person),:END_ID(Person),since:date,:TYPE
/// ```
///
/// An ID is known within its space, here `Person`; with a name it is a property too. A line of JSON
/// is `{"id": …, "labels": […], "properties": {…}}` or
/// `{"start": …, "end": …, "type": "…", "properties": {…}}`; JSON has one space of IDs, that
/// without a name.
///
/// Memory grows with the number of nodes (their IDs), not of relationships.
public struct GraphImport: Sendable {
  /// Files that belong together: parts of one table.
  public struct Source: Sendable {
    /// Labels of all its nodes, or the type of all its relationships, beside those in columns.
    public var names: [String]
    /// The first line of the first file is the header. Files that end in `.jsonl`, `.ndjson` or
    /// `.json` are lines of JSON.
    public var files: [String]
    /// The header, for files whose first line says less and is skipped.
    public var header: String?

    public init(_ names: [String], files: [String], header: String? = nil) {
      self.names = names
      self.files = files
      self.header = header
    }
  }

  /// What becomes of a row that cannot be imported: a value of another type, an unknown ID, a
  /// violated constraint …
  public enum BadRows: Sendable, Hashable {
    /// The import fails, and nothing of it remains.
    case fail
    /// The row is left out and reported, unless there are more than so many.
    case skip(limit: Int = .max)
  }

  /// What an ID is as a property, where its header does not say.
  public enum IDType: String, Sendable, Hashable, CaseIterable { case string, integer }

  public var nodes: [Source] = []
  public var relationships: [Source] = []
  public var delimiter: Unicode.Scalar = ","
  public var arrayDelimiter: Unicode.Scalar = ";"
  public var quote: Unicode.Scalar = "\""
  public var idType = IDType.string
  public var badRows = BadRows.fail
  /// Statements that come first, for constraints and indexes: in a new file only.
  public var schema: [Script] = []

  /// Rows that are read at a time, ahead of those being added.
  package var batchSize = 4_096

  public init() {}

  /// A row that was left out.
  public struct BadRow: Sendable, Hashable, CustomStringConvertible {
    public var file: String
    /// From 1, with the header.
    public var line: Int
    public var error: KhoError

    /// `file:line: reason`
    public var description: String { "\(file):\(line): \(error.message)" }
  }

  /// How far an import is.
  public struct Progress: Sendable {
    /// The file being read; nil while adjacency and indexes are written at the end.
    public var file: String?
    public var nodeCount = 0
    public var relationshipCount = 0
    public var propertyCount = 0
    public var badRowCount = 0
    /// Of all files, as far as their sizes are known.
    public var bytesRead = 0
    public var bytesTotal = 0
  }

  /// What is told while the import goes on, and asked.
  public struct Observer {
    /// Every ten thousand rows or so, on the thread of the import.
    public var progress: (Progress) -> Void
    public var badRow: (BadRow) -> Void
    public var cancellation: Cancellation?

    public init(
      cancellation: Cancellation? = nil, progress: @escaping (Progress) -> Void = { _ in },
      badRow: @escaping (BadRow) -> Void = { _ in }
    ) {
      self.progress = progress
      self.badRow = badRow
      self.cancellation = cancellation
    }
  }

  /// Makes a new file: whole, or not at all. Until it is done, what is written lies under another
  /// name beside it.
  /// - Returns: what was imported.
  /// - Throws: `.storageError` with the detail `FileExists` where there is a file; an error whose
  ///   message begins with file and line for a bad row that is not to be skipped; `.cancelled`.
  ///   Nothing remains of it then.
  /// - Complexity: O(rows log rows); memory for the nodes' IDs and less than a hundred megabytes.
  @discardableResult
  public func create(_ path: String, observer: Observer = Observer()) throws -> Progress {
    let run = ImportRun(self, observer)
    defer { run.end() }
    try GraphStore.create(path: path) { store in
      if !schema.isEmpty { try Database(importingInto: store).load(schema) }
    } step: { load in
      try run.step(load, rowCount: ImportRun.partSize)
    } finishing: {
      try run.finishing()
    }
    return run.state
  }
}

extension Database {
  /// Imports files into this database, in one transaction: all of it, or nothing. Indexes and
  /// constraints that there are hold: a row that breaks one is a bad row. IDs are known within one
  /// import only.
  ///
  /// What is imported stays in memory, up to half a gigabyte, until it is committed; for more data
  /// than that `GraphImport.create` is the better way.
  /// - Throws: as `GraphImport.create`; `.misuse` where the plan has a schema.
  @discardableResult public func load(
    _ plan: GraphImport, observer: GraphImport.Observer = GraphImport.Observer()
  ) throws -> GraphImport.Progress {
    guard plan.schema.isEmpty else {
      throw KhoError(
        .misuse, "SchemaInImport", "expected a schema for a new file only",
        hint: "run its statements first")
    }
    return try bulk { load in
      let run = ImportRun(plan, observer)
      defer { run.end() }
      while try !run.step(load, rowCount: .max) {}
      try run.finishing()
      return run.state
    }
  }

  func bulk<R>(_ body: (BulkLoad) throws -> R) throws -> R {
    guard !configuration.isReadOnly else { throw KhoError.readOnlyDatabase }
    return try store.bulkLoad(body)
  }
}
