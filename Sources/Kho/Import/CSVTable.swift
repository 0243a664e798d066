/// Rows of CSV files with a typed header.
internal import CypherEngine
internal import GraphStorage

final class CSVTable: ImportTable {
  private(set) var file: InputFile
  private var reader: CSVReader
  private var rest: ArraySlice<String>
  private let plan: GraphImport
  private let isNodes: Bool
  private let columns: [ImportColumn]
  private let roles: [ImportColumn.Role]
  /// Keys of the columns that are properties.
  private let keys: [PropertyKeyID?]
  /// Spaces of the columns that are IDs.
  private let spaces: [NodeIDs?]
  private let labels: [LabelID]
  private let type: RelationshipTypeID?
  /// What texts in columns of labels and types stand for.
  private var labelSets: [String: [LabelID]] = [:]
  private var types: [String: RelationshipTypeID] = [:]
  /// Kept from row to row for its memory.
  private var properties: [(key: PropertyKeyID, value: Value)] = []

  var line: Int { reader.line }

  init(
    _ source: GraphImport.Source, isNodes: Bool, _ run: ImportRun, _ load: BulkLoad
  ) throws(KhoError) {
    let plan = run.plan
    guard let first = source.files.first else {
      throw KhoError(.argumentError, "NoFiles", "expected a file to import, found none")
    }
    self.plan = plan
    self.isNodes = isNodes
    file = try InputFile(first)
    var reader = try CSVTable.reader(file, plan)
    rest = source.files.dropFirst()
    guard try reader.next() else {
      throw KhoError(.argumentError, "InvalidHeader", "\(first): expected a header, found nothing")
    }
    var names: [String] = []
    if let header = source.header {
      names = header.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    } else {
      for index in 0..<reader.fieldCount { names.append(reader.text(index)) }
    }
    self.reader = reader
    var columns: [ImportColumn] = []
    do throws(KhoError) {
      for name in names { columns.append(try ImportColumn(name, idType: plan.idType)) }
      try CSVTable.check(columns, isNodes: isNodes, isTyped: source.names.count == 1)
    } catch {
      var error = error
      error.message = "\(first):1: \(error.message)"
      throw error
    }
    var keys: [PropertyKeyID?] = []
    for column in columns {
      let isProperty = column.role == .property || column.role == .id && !column.name.isEmpty
      keys.append(isProperty ? try load.makePropertyKey(column.name) : nil)
    }
    (self.columns, self.keys) = (columns, keys)
    roles = columns.map(\.role)
    spaces = columns.map { column in
      switch column.role {
      case .id, .start, .end: run.space(column.space)
      default: nil
      }
    }
    var labels: [LabelID] = []
    if isNodes { for name in source.names { labels.append(try load.makeLabel(name)) } }
    self.labels = labels
    type = isNodes ? nil : try source.names.first.map { (name) throws(KhoError) in
      try load.makeRelationshipType(name)
    }
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

  func nextFile() throws(KhoError) -> Bool {
    guard let next = rest.popFirst() else { return false }
    file = try InputFile(next)
    reader = try CSVTable.reader(file, plan)
    return true
  }

  func readRow(_ run: ImportRun, _ load: BulkLoad) throws(KhoError) -> Bool {
    repeat {
      guard try reader.next() else { return false }
    } while reader.fieldCount == 1 && columns.count > 1 && reader.isNull(0)
    guard reader.fieldCount == columns.count else {
      throw KhoError(
        .argumentError, "WrongFieldCount",
        "expected \(columns.count) fields, found \(reader.fieldCount)")
    }
    properties.removeAll(keepingCapacity: true)
    var labels = labels
    var type = type
    var id: (space: NodeIDs, key: NodeIDs.Key)?
    var source: NodeID?
    var target: NodeID?
    for index in roles.indices where !reader.isNull(index) {
      switch roles[index] {
      case .property:
        guard let key = keys[index] else { continue }
        properties.append((key, try value(index)))
      case .id:
        id = spaces[index].map { ($0, key(index)) }
        if let key = keys[index] { properties.append((key, try value(index))) }
      case .start: source = try spaces[index]?.node(key(index))
      case .end: target = try spaces[index]?.node(key(index))
      case .labels:
        for label in try self.labels(reader.text(index), load) where !labels.contains(label) {
          labels.append(label)
        }
      case .type: type = try self.type(reader.text(index), load)
      case .ignored: continue
      }
    }
    if isNodes {
      try run.addNode(load, id: id, labels: labels, properties: properties)
      return true
    }
    guard let source, let target, let type else {
      throw KhoError(
        .argumentError, "IncompleteRelationship",
        "expected a start, an end and a type, found one of them empty")
    }
    try run.addRelationship(load, type, from: source, to: target, properties: properties)
    return true
  }

  private func value(_ index: Int) throws(KhoError) -> Value {
    do throws(KhoError) {
      return try columns[index].value(reader, index, arrayDelimiter: plan.arrayDelimiter)
    } catch {
      var error = error
      error.message = "column '\(columns[index].name)': \(error.message)"
      throw error
    }
  }

  private func key(_ index: Int) -> NodeIDs.Key {
    if reader.isPlainInteger(index), let value = reader.integer(index) { return .integer(value) }
    return .text(reader.text(index))
  }

  private func labels(_ text: String, _ load: BulkLoad) throws(KhoError) -> [LabelID] {
    if let known = labelSets[text] { return known }
    var labels: [LabelID] = []
    for part in text.unicodeScalars.split(separator: plan.arrayDelimiter) {
      labels.append(try load.makeLabel(String(part)))
    }
    labelSets[text] = labels
    return labels
  }

  private func type(_ text: String, _ load: BulkLoad) throws(KhoError) -> RelationshipTypeID {
    if let known = types[text] { return known }
    let type = try load.makeRelationshipType(text)
    types[text] = type
    return type
  }
}
