/// One import under way: file after file, row after row.
internal import CypherEngine
internal import GraphStorage

/// Goes on from call to call, each in a transaction of its own or all in one.
final class ImportRun {
  /// Rows of a part, after which a new file commits.
  static let partSize = 250_000

  let plan: GraphImport
  private let observer: GraphImport.Observer
  private(set) var state = GraphImport.Progress()
  private var spaces: [NodeIDs] = []
  private var tables: [(source: GraphImport.Source, isNodes: Bool)]
  private var table: (any ImportTable)?
  /// Of files that were read to their end.
  private var bytesBefore = 0

  init(_ plan: GraphImport, _ observer: GraphImport.Observer) {
    self.plan = plan
    self.observer = observer
    tables = plan.nodes.map { ($0, true) } + plan.relationships.map { ($0, false) }
  }

  /// Imports about so many rows.
  /// - Returns: whether all are.
  func step(_ load: BulkLoad, rowCount: Int) throws(KhoError) -> Bool {
    if state.bytesTotal == 0 { try begin() }
    var rest = rowCount
    while rest > 0 {
      if table == nil { table = try nextTable(load) }
      guard let table else { return true }
      while rest > 0 {
        guard try readRow(table, load) else {
          bytesBefore += table.file.position
          self.table = try table.nextFile() ? table : nil
          break
        }
        rest -= 1
        if rest % 16_384 == 0 { try report(table) }
      }
    }
    return false
  }

  /// Everything is read.
  func finishing() throws(KhoError) {
    try report(nil)
    observer.progress(state)
  }

  private func begin() throws(KhoError) {
    for source in tables.flatMap(\.source.files) {
      state.bytesTotal += try InputFile(source).sizeInBytes ?? 0
    }
  }

  private func nextTable(_ load: BulkLoad) throws(KhoError) -> (any ImportTable)? {
    guard !tables.isEmpty else { return nil }
    let (source, isNodes) = tables.removeFirst()
    return isJSON(source)
      ? try JSONTable(source, isNodes: isNodes, space: space(""))
      : try CSVTable(source, isNodes: isNodes, self, load)
  }

  private func isJSON(_ source: GraphImport.Source) -> Bool {
    source.files.first.map { file in
      [".jsonl", ".ndjson", ".json"].contains { file.hasSuffix($0) }
    } ?? false
  }

  private func report(_ table: (any ImportTable)?) throws(KhoError) {
    guard observer.cancellation?.isCancelled != true else {
      throw KhoError(.cancelled, "Cancelled", "the import was cancelled")
    }
    state.file = table?.file.name
    state.bytesRead = bytesBefore + (table?.file.position ?? 0)
    observer.progress(state)
  }

  /// Whether there was a row.
  private func readRow(_ table: any ImportTable, _ load: BulkLoad) throws(KhoError) -> Bool {
    do throws(KhoError) {
      return try table.readRow(self, load)
    } catch {
      guard ImportRun.rowErrors.contains(error.kind) else { throw error }
      let row = GraphImport.BadRow(file: table.file.name, line: table.line, error: error)
      state.badRowCount += 1
      guard case .skip(let limit) = plan.badRows, state.badRowCount <= limit else {
        var error = error
        error.message = row.description
        if plan.badRows != .fail {
          error.message += ", and \(state.badRowCount - 1) bad rows before it"
        }
        throw error
      }
      observer.badRow(row)
      return true
    }
  }

  /// Errors that a row may have without the import being wrong as a whole.
  private static let rowErrors: Set<KhoError.Kind> = [
    .argumentError, .typeError, .constraintValidationFailed, .entityNotFound, .protocolError,
    .limitExceeded, .arithmeticError,
  ]

  // MARK: What tables add

  /// The IDs of a space, known or new.
  func space(_ name: String) -> NodeIDs {
    if let known = spaces.first(where: { $0.name == name }) { return known }
    let space = NodeIDs(name)
    spaces.append(space)
    return space
  }

  func addNode(
    _ load: BulkLoad, id: (space: NodeIDs, key: NodeIDs.Key)?, labels: [LabelID],
    properties: [(key: PropertyKeyID, value: Value)]
  ) throws(KhoError) {
    if let id, id.space[id.key] != nil {
      throw KhoError(
        .constraintValidationFailed, "DuplicateID",
        "expected an ID once in its space, found \(id.key.text) again")
    }
    let node = try load.createNode(labels: labels, properties: properties)
    if let id { id.space.insert(node, id.key) }
    state.nodeCount += 1
    state.propertyCount += properties.count
  }

  func addRelationship(
    _ load: BulkLoad, _ type: RelationshipTypeID, from source: NodeID, to target: NodeID,
    properties: [(key: PropertyKeyID, value: Value)]
  ) throws(KhoError) {
    _ = try load.createRelationship(
      type: type, from: source, to: target, properties: properties)
    state.relationshipCount += 1
    state.propertyCount += properties.count
  }
}

/// A table of rows in one format, in one file or several.
protocol ImportTable: AnyObject {
  var file: InputFile { get }
  /// Of the row read last.
  var line: Int { get }
  /// Moves to the next file; false after the last.
  func nextFile() throws(KhoError) -> Bool
  /// Reads a row and adds it; false at the file's end. After an error of the row, the next call
  /// reads the next one.
  func readRow(_ run: ImportRun, _ load: BulkLoad) throws(KhoError) -> Bool
}
