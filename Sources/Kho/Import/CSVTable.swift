/// Rows of CSV files with a typed header.
internal import CypherEngine
internal import GraphStorage

/// Reads on one thread at a time.
final class CSVTable: ImportTable, @unchecked Sendable {
  private var files: TableFiles
  private var reader: CSVReader
  private let columns: CSVColumns
  private(set) var names: RowNames
  private var isAtEnd = false

  var space: NodeIDs? { columns.nodeSpace }

  init(
    _ source: GraphImport.Source, isNodes: Bool, _ run: ImportRun
  ) throws(KhoError) {
    let plan = run.plan
    files = try TableFiles(source.files)
    let name = files.file.name
    var reader = try CSVTable.reader(files.file, plan)
    guard try reader.next() else {
      throw KhoError(.argumentError, "InvalidHeader", "\(name): expected a header, found nothing")
    }
    var header: [String] = []
    if let known = source.header {
      header = known.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    } else {
      for index in 0..<reader.fieldCount { header.append(reader.text(index)) }
    }
    self.reader = reader
    var columns: [ImportColumn] = []
    do throws(KhoError) {
      for name in header { columns.append(try ImportColumn(name, idType: plan.idType)) }
      try CSVTable.check(columns, isNodes: isNodes, isTyped: source.names.count == 1)
    } catch {
      var error = error
      error.message = "\(name):1: \(error.message)"
      throw error
    }
    var names = RowNames()
    self.columns = try CSVColumns(columns, isNodes: isNodes, source.names, run, &names)
    self.names = names
  }

  private static func reader(
    _ file: InputFile, _ plan: GraphImport
  ) throws(KhoError) -> CSVReader {
    guard let delimiter = UInt8(exactly: plan.delimiter.value), delimiter < 0x80,
      let quote = UInt8(exactly: plan.quote.value), quote < 0x80
    else {
      throw KhoError(
        .argumentError, "InvalidDelimiter", "expected an ASCII character as delimiter and quote")
    }
    return CSVReader(file, terminator: delimiter, quote: quote)
  }

  private static func check(
    _ columns: [ImportColumn], isNodes: Bool, isTyped: Bool
  ) throws(KhoError) {
    var (ids, starts, ends, types, labels) = (0, 0, 0, 0, 0)
    for column in columns {
      switch column.role {
      case .id: ids += 1
      case .start: starts += 1
      case .end: ends += 1
      case .type: types += 1
      case .labels: labels += 1
      case .property, .ignored: break
      }
    }
    let fault: String?
    if isNodes {
      fault =
        ids > 1 ? "expected one :ID, found \(ids)"
        : starts + ends + types > 0 ? "nodes have no :START_ID, :END_ID or :TYPE" : nil
    } else {
      fault =
        starts != 1 || ends != 1 ? "expected one :START_ID and one :END_ID"
        : ids + labels > 0 ? "relationships have no :ID or :LABEL"
        : types != 1 && !isTyped ? "expected a type, by :TYPE or beside the file's name" : nil
    }
    if let fault { throw KhoError(.argumentError, "InvalidHeader", fault) }
  }

  func read(_ rowCount: Int) -> RowBatch? {
    if isAtEnd { return nil }
    var batch = RowBatch(files.file.name)
    do throws(KhoError) {
      let goesOn = try columns.read(&reader, rowCount, into: &batch, &names)
      batch.bytesRead = files.bytesRead
      if !goesOn {
        isAtEnd = try !files.next()
        if !isAtEnd { reader = try CSVTable.reader(files.file, columns.plan) }
      }
    } catch {
      batch.failure = error
      isAtEnd = true
    }
    batch.names = names
    return batch
  }
}

/// What the columns of a table say of each row.
private struct CSVColumns {
  let plan: GraphImport
  private let isNodes: Bool
  private let columns: [ImportColumn]
  private let roles: [ImportColumn.Role]
  /// Keys of the columns that are properties.
  private let keys: [PropertyKeyID?]
  /// Spaces of IDs.
  private(set) var nodeSpace: NodeIDs?
  private var (startSpace, endSpace): (NodeIDs?, NodeIDs?) = (nil, nil)
  private let isEndFirst: Bool
  /// Labels of all nodes, or the type of all relationships.
  private let common: [String]

  /// A batch is also ended by so many bytes of input, so that long rows take no more memory.
  private static let largestInputInBytes = 1 << 20

  init(
    _ columns: [ImportColumn], isNodes: Bool, _ common: [String], _ run: ImportRun,
    _ names: inout RowNames
  ) throws(KhoError) {
    plan = run.plan
    (self.columns, self.isNodes, self.common) = (columns, isNodes, common)
    roles = columns.map(\.role)
    let end = roles.firstIndex(of: .end) ?? 0
    isEndFirst = end < roles.firstIndex(of: .start) ?? 0
    var keys: [PropertyKeyID?] = []
    for column in columns {
      let isProperty = column.role == .property || column.role == .id && !column.name.isEmpty
      keys.append(isProperty ? try names.key(column.name) : nil)
      switch column.role {
      case .id: nodeSpace = run.space(column.space)
      case .start: startSpace = run.space(column.space)
      case .end: endSpace = run.space(column.space)
      default: break
      }
    }
    self.keys = keys
    if isNodes {
      _ = names.set(common, common)
    } else if let type = common.first {
      _ = names.set([type], [type])
    }
  }

  /// IDs of relationships' ends, row by row.
  private struct Ends {
    var starts: [NodeIDs.Key] = []
    var ends: [NodeIDs.Key] = []
  }

  /// Reads rows until there are so many, or the file ends.
  /// - Returns: whether the file goes on.
  func read(
    _ reader: inout CSVReader, _ rowCount: Int, into batch: inout RowBatch,
    _ names: inout RowNames
  ) throws(KhoError) -> Bool {
    var ends = Ends()
    var goesOn = true
    let start = reader.bytesTaken
    while goesOn, batch.lines.count < rowCount,
      reader.bytesTaken - start < CSVColumns.largestInputInBytes
    {
      do throws(KhoError) {
        goesOn = try reader.next()
        let isBlank = reader.fieldCount == 1 && columns.count > 1 && reader.isNull(0)
        if goesOn, !isBlank { try readRow(reader, into: &batch, &ends, &names) }
      } catch {
        if reader.isBroken { throw error }
        batch.append(line: reader.line, fault: error)
      }
      while !isNodes, ends.starts.count < batch.lines.count {
        ends.starts.append(.integer(0))
        ends.ends.append(.integer(0))
      }
    }
    if !isNodes { resolve(ends, &batch) }
    return goesOn
  }

  private func readRow(
    _ reader: borrowing CSVReader, into batch: inout RowBatch, _ ends: inout Ends,
    _ names: inout RowNames
  ) throws(KhoError) {
    guard reader.fieldCount == columns.count else {
      throw KhoError(
        .argumentError, "WrongFieldCount",
        "expected \(columns.count) fields, found \(reader.fieldCount)")
    }
    let firstProperty = batch.rows.properties.count
    var set: Int?
    if isNodes || !common.isEmpty { set = 0 }
    var (id, start, end): (NodeIDs.Key?, NodeIDs.Key?, NodeIDs.Key?) = (nil, nil, nil)
    do throws(KhoError) {
      for index in roles.indices where !reader.isNull(index) {
        switch roles[index] {
        case .property:
          guard let key = keys[index] else { continue }
          batch.rows.properties.append((key, try value(reader, index)))
        case .id:
          id = key(reader, index)
          guard let key = keys[index] else { continue }
          batch.rows.properties.append((key, try value(reader, index)))
        case .start: start = key(reader, index)
        case .end: end = key(reader, index)
        case .labels:
          let text = reader.text(index)
          set = names.set(
            [text],
            common + text.unicodeScalars.split(separator: plan.arrayDelimiter).map { String($0) })
        case .type:
          let text = reader.text(index)
          set = names.set([text], [text])
        case .ignored: continue
        }
      }
      guard isNodes || start != nil && end != nil && set != nil else {
        throw KhoError(
          .argumentError, "IncompleteRelationship",
          "expected a start, an end and a type, found one of them empty")
      }
    } catch {
      // An ID that stands before what is wrong here may be wrong itself.
      if let fault = unknown(start, end) { throw fault }
      throw error
    }
    batch.append(
      line: reader.line, set: set ?? 0, id: id,
      properties: firstProperty..<batch.rows.properties.count)
    if let start, let end {
      ends.starts.append(start)
      ends.ends.append(end)
    }
  }

  /// What is wrong with the IDs of a relationship's ends, that in the first column first.
  private func unknown(_ start: NodeIDs.Key?, _ end: NodeIDs.Key?) -> KhoError? {
    let atStart = start.flatMap { startSpace?.fault($0) }
    let atEnd = end.flatMap { endSpace?.fault($0) }
    return isEndFirst ? atEnd ?? atStart : atStart ?? atEnd
  }

  /// Finds the nodes that relationships begin and end at: side by side, so that the misses of the
  /// caches do not wait for each other.
  private func resolve(_ ends: Ends, _ batch: inout RowBatch) {
    guard let startSpace, let endSpace else { return }
    let (sources, targets) = (startSpace.nodes(ends.starts), endSpace.nodes(ends.ends))
    let faulty = Set(batch.faults.map(\.row))
    for row in batch.lines.indices {
      batch.rows.rows[row].source = sources[row]
      batch.rows.rows[row].target = targets[row]
      if sources[row] == .none || targets[row] == .none, !faulty.contains(row),
        let fault = unknown(ends.starts[row], ends.ends[row])
      {
        batch.faults.append((row, fault))
      }
    }
    if batch.faults.count > faulty.count { batch.faults.sort { $0.row < $1.row } }
  }

  private func value(_ reader: borrowing CSVReader, _ index: Int) throws(KhoError) -> Value {
    do throws(KhoError) {
      return try columns[index].value(reader, index, arrayDelimiter: plan.arrayDelimiter)
    } catch {
      var error = error
      error.message = "column '\(columns[index].name)': \(error.message)"
      throw error
    }
  }

  private func key(_ reader: borrowing CSVReader, _ index: Int) -> NodeIDs.Key {
    if reader.isPlainInteger(index), let value = reader.integer(index) { return .integer(value) }
    return .text(reader.text(index))
  }
}
