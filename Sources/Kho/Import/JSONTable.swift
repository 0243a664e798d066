/// Rows of JSON: one object on each line.
internal import CypherEngine
internal import GraphStorage

final class JSONTable: ImportTable {
  private(set) var file: InputFile
  private var rest: ArraySlice<String>
  private let isNodes: Bool
  private let names: [String]
  private let space: NodeIDs
  private var buffer: [UInt8] = []
  private var position = 0
  private(set) var line = 0
  private var labels: [String: LabelID] = [:]
  private var types: [String: RelationshipTypeID] = [:]
  private var keys: [String: PropertyKeyID] = [:]

  private static let longestLineInBytes = 1 << 28

  init(_ source: GraphImport.Source, isNodes: Bool, space: NodeIDs) throws(KhoError) {
    self.isNodes = isNodes
    self.space = space
    names = source.names
    file = try InputFile(source.files.first ?? "")
    rest = source.files.dropFirst()
  }

  func nextFile() throws(KhoError) -> Bool {
    guard let next = rest.popFirst() else { return false }
    file = try InputFile(next)
    (buffer, position, line) = ([], 0, 0)
    return true
  }

  func readRow(_ run: ImportRun, _ load: BulkLoad) throws(KhoError) -> Bool {
    var text: [UInt8] = []
    repeat {
      guard let next = try nextLine() else { return false }
      text = next
    } while text.allSatisfy { $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }
    var row = Row()
    do throws(KhoError) {
      var reader = JSONReader(text)
      try row.read(&reader)
      try reader.end()
    } catch {
      var error = error
      // The place is that in the line, which is not at hand any more.
      if let span = error.span { error.message += " at column \(span.start + 1)" }
      error.span = nil
      throw error
    }
    var properties: [(key: PropertyKeyID, value: Value)] = []
    for (name, value) in row.properties where !value.isNull {
      let key = try known(name, &keys) { (name) throws(KhoError) in
        try load.makePropertyKey(name)
      }
      properties.append((key, value))
    }
    if isNodes {
      var labels: [LabelID] = []
      for name in names + row.labels {
        let label = try known(name, &self.labels) { (name) throws(KhoError) in
          try load.makeLabel(name)
        }
        if !labels.contains(label) { labels.append(label) }
      }
      try run.addNode(load, id: row.id.map { (space, $0) }, labels: labels, properties: properties)
      return true
    }
    guard let start = row.start, let end = row.end, let name = row.type ?? names.first else {
      throw KhoError(
        .argumentError, "IncompleteRelationship",
        "expected \"start\", \"end\" and \"type\", found one of them missing")
    }
    let (source, target) = (try space.node(start), try space.node(end))
    let type = try known(name, &types) { (name) throws(KhoError) in
      try load.makeRelationshipType(name)
    }
    try run.addRelationship(load, type, from: source, to: target, properties: properties)
    return true
  }

  private func known<ID>(
    _ name: String, _ ids: inout [String: ID], _ make: (String) throws(KhoError) -> ID
  ) throws(KhoError) -> ID {
    if let id = ids[name] { return id }
    let id = try make(name)
    ids[name] = id
    return id
  }

  /// The bytes of the next line; nil at the end.
  private func nextLine() throws(KhoError) -> [UInt8]? {
    while true {
      if let end = buffer[position...].firstIndex(of: UInt8(ascii: "\n")) {
        defer { position = end + 1 }
        line += 1
        return Array(buffer[position..<end])
      }
      guard buffer.count - position <= JSONTable.longestLineInBytes else {
        throw KhoError(
          .storageError, "LineTooLong",
          "\(file.name): line \(line + 1) is longer than \(JSONTable.longestLineInBytes) bytes")
      }
      buffer.removeSubrange(..<position)
      position = 0
      if try !file.receive(into: &buffer) {
        defer { buffer = [] }
        line += 1
        return buffer.isEmpty ? nil : buffer
      }
    }
  }

  /// The members of a line's object.
  private struct Row {
    var id: NodeIDs.Key?
    var start: NodeIDs.Key?
    var end: NodeIDs.Key?
    var type: String?
    var labels: [String] = []
    var properties: [(name: String, value: Value)] = []

    mutating func read(_ reader: inout JSONReader) throws(KhoError) {
      var row = Row()
      try reader.object { reader, key throws(KhoError) in
        switch key {
        case "id": row.id = try reader.importedID()
        case "start": row.start = try reader.importedID()
        case "end": row.end = try reader.importedID()
        case "type": row.type = try reader.string()
        case "labels":
          try reader.array { reader throws(KhoError) in row.labels.append(try reader.string()) }
        case "properties":
          try reader.object { reader, name throws(KhoError) in
            row.properties.append((name, try reader.importedValue()))
          }
        default: throw reader.invalid("expected a member of a row, found '\(key)'")
        }
      }
      self = row
    }
  }
}

extension JSONReader {
  /// Reads a string or an integer.
  fileprivate mutating func importedID() throws(KhoError) -> NodeIDs.Key {
    if peek() == UInt8(ascii: "\"") { return .text(try string()) }
    return .integer(try integer())
  }
}
