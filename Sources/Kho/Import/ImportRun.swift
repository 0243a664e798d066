/// One import under way: file after file, row after row.
internal import CypherEngine
internal import GraphStorage
internal import LMDB

/// Goes on from call to call, each in a transaction of its own or all in one.
final class ImportRun {
  /// Rows of a part, after which a new file commits.
  static let partSize = 250_000

  let plan: GraphImport
  private let observer: GraphImport.Observer
  private(set) var state = GraphImport.Progress()
  private var spaces: [NodeIDs] = []
  private var tables: [(source: GraphImport.Source, isNodes: Bool)]
  private var table: OpenTable?
  /// Of tables that were read to their end.
  private var bytesBefore = 0
  /// Since progress was told.
  private var rowCount = 0

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
      guard var batch = table.batches.next() else {
        bytesBefore = state.bytesRead
        self.table = nil
        continue
      }
      try add(&batch, to: table, load)
      rest -= batch.lines.count
    }
    return false
  }

  /// Everything is read.
  func finishing() throws(KhoError) {
    state.file = nil
    try report()
  }

  /// Ends reading, where something failed.
  func end() {
    table?.batches.end()
    table = nil
  }

  private func begin() throws(KhoError) {
    for source in tables.flatMap(\.source.files) {
      state.bytesTotal += try InputFile(source).sizeInBytes ?? 0
    }
  }

  private func nextTable(_ load: BulkLoad) throws(KhoError) -> OpenTable? {
    guard !tables.isEmpty else { return nil }
    let (source, isNodes) = tables.removeFirst()
    let table: any ImportTable =
      isJSON(source)
      ? try JSONTable(source, isNodes: isNodes, space: space(""))
      : try CSVTable(source, isNodes: isNodes, self)
    return try OpenTable(table, isNodes: isNodes, batchSize: plan.batchSize, load)
  }

  private func isJSON(_ source: GraphImport.Source) -> Bool {
    source.files.first.map { file in
      [".jsonl", ".ndjson", ".json"].contains { file.hasSuffix($0) }
    } ?? false
  }

  private func report() throws(KhoError) {
    guard observer.cancellation?.isCancelled != true else {
      throw KhoError(.cancelled, "Cancelled", "the import was cancelled")
    }
    observer.progress(state)
    rowCount = 0
  }

  // MARK: Rows

  private func add(
    _ batch: inout RowBatch, to table: OpenTable, _ load: BulkLoad
  ) throws(KhoError) {
    table.translate(&batch, load)
    var row = 0
    for fault in batch.faults {
      try add(row..<fault.row, of: batch, to: table, load)
      try reject(fault.error, batch, fault.row)
      row = fault.row + 1
    }
    try add(row..<batch.lines.count, of: batch, to: table, load)
    if let failure = batch.failure { throw failure }
    state.file = batch.file
    state.bytesRead = bytesBefore + batch.bytesRead
    rowCount += batch.lines.count
    if rowCount >= 10_000 || observer.cancellation?.isCancelled == true { try report() }
  }

  private func add(
    _ range: Range<Int>, of batch: RowBatch, to table: OpenTable, _ load: BulkLoad
  ) throws(KhoError) {
    if table.isNodes { return try addNodes(range, of: batch, table, load) }
    let propertyCount = range.reduce(0) { $0 + batch.rows.rows[$1].properties.count }
    var rejectedCount = 0
    try load.createRelationships(batch.rows, range) { index, error throws(KhoError) in
      rejectedCount += 1
      state.propertyCount -= batch.rows.rows[index].properties.count
      try reject(error, batch, index)
    }
    state.relationshipCount += range.count - rejectedCount
    state.propertyCount += propertyCount
  }

  private func addNodes(
    _ range: Range<Int>, of batch: RowBatch, _ table: OpenTable, _ load: BulkLoad
  ) throws(KhoError) {
    var properties: [(key: PropertyKeyID, value: Value)] = []
    for index in range {
      properties.removeAll(keepingCapacity: true)
      properties += batch.rows.properties[batch.rows.rows[index].properties]
      let id = batch.ids[index]
      do throws(KhoError) {
        if let id, let space = table.space, space[id] != nil {
          throw KhoError(
            .constraintValidationFailed, "DuplicateID",
            "expected an ID once in its space, found \(id.text) again")
        }
        let labels = table.labels[batch.sets[index]]
        let node = try load.createNode(labels: labels, properties: properties)
        if let id { table.space?.insert(node, id) }
      } catch {
        try reject(error, batch, index)
        continue
      }
      state.nodeCount += 1
      state.propertyCount += properties.count
    }
  }

  /// A row is left out; throws where none may be.
  private func reject(_ error: KhoError, _ batch: RowBatch, _ index: Int) throws(KhoError) {
    guard ImportRun.rowErrors.contains(error.kind) else { throw error }
    let row = GraphImport.BadRow(file: batch.file, line: batch.lines[index], error: error)
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
  }

  /// Errors that a row may have without the import being wrong as a whole.
  private static let rowErrors: Set<KhoError.Kind> = [
    .argumentError, .typeError, .constraintValidationFailed, .entityNotFound, .protocolError,
    .limitExceeded, .arithmeticError,
  ]

  /// The IDs of a space, known or new.
  func space(_ name: String) -> NodeIDs {
    if let known = spaces.first(where: { $0.name == name }) { return known }
    let space = NodeIDs(name)
    spaces.append(space)
    return space
  }
}

/// A table being read, on a thread of its own, and what its rows' numbers stand for in the store.
private final class OpenTable {
  let isNodes: Bool
  let space: NodeIDs?
  let batches: Producer<RowBatch>
  /// By the numbers of sets and keys; of those that cannot be made, anything.
  private(set) var labels: [[LabelID]] = []
  private var types: [RelationshipTypeID] = []
  private var keys: [PropertyKeyID] = []
  /// Why they cannot be made.
  private var faults: (sets: [Int: KhoError], keys: [Int: KhoError]) = ([:], [:])

  /// Batches that wait to be added.
  private static let waitingCount = 4

  init(
    _ table: any ImportTable, isNodes: Bool, batchSize: Int, _ load: BulkLoad
  ) throws(KhoError) {
    (self.isNodes, space) = (isNodes, table.space)
    let names = table.names
    batches = Producer(ahead: OpenTable.waitingCount) { table.read(batchSize) }
    learn(names, load)
    if let fault = faults.keys.first?.value ?? faults.sets.first?.value { throw fault }
  }

  /// Puts the store's numbers in the place of the table's.
  func translate(_ batch: inout RowBatch, _ load: BulkLoad) {
    learn(batch.names, load)
    if !faults.keys.isEmpty || !faults.sets.isEmpty { addFaults(to: &batch) }
    for index in batch.rows.properties.indices {
      batch.rows.properties[index].key = keys[Int(batch.rows.properties[index].key.rawValue)]
    }
    if isNodes { return }
    for row in batch.sets.indices where batch.sets[row] < types.count {
      batch.rows.rows[row].type = types[batch.sets[row]]
    }
  }

  /// Makes names that were not met before.
  private func learn(_ names: RowNames, _ load: BulkLoad) {
    for name in names.keys[keys.count...] {
      do throws(KhoError) {
        keys.append(try load.makePropertyKey(name))
      } catch {
        faults.keys[keys.count] = error
        keys.append(PropertyKeyID(0))
      }
    }
    for set in names.sets[max(labels.count, types.count)...] {
      let number = max(labels.count, types.count)
      do throws(KhoError) {
        if isNodes {
          labels.append([])
          for name in set {
            let label = try load.makeLabel(name)
            if !labels[number].contains(label) { labels[number].append(label) }
          }
        } else {
          types.append(RelationshipTypeID(0))
          if let name = set.first { types[number] = try load.makeRelationshipType(name) }
        }
      } catch {
        faults.sets[number] = error
      }
    }
  }

  private func addFaults(to batch: inout RowBatch) {
    let faulty = Set(batch.faults.map(\.row))
    for row in batch.lines.indices where !faulty.contains(row) {
      let ofKeys = batch.rows.properties[batch.rows.rows[row].properties].lazy.compactMap {
        self.faults.keys[Int($0.key.rawValue)]
      }
      if let fault = ofKeys.first ?? faults.sets[batch.sets[row]] {
        batch.faults.append((row, fault))
      }
    }
    batch.faults.sort { $0.row < $1.row }
  }
}
