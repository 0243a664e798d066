/// Rows of JSON: one object on each line.
internal import CypherEngine
internal import GraphStorage

/// Reads on one thread at a time.
final class JSONTable: ImportTable, @unchecked Sendable {
  private var files: TableFiles
  private let isNodes: Bool
  private let common: [String]
  private let ids: NodeIDs
  private(set) var names = RowNames()
  private var buffer: [UInt8] = []
  private var position = 0
  private var line = 0
  private var isAtEnd = false

  var space: NodeIDs? { isNodes ? ids : nil }

  private static let longestLineInBytes = 1 << 28
  /// As of CSV's.
  private static let largestInputInBytes = 1 << 20

  init(_ source: GraphImport.Source, isNodes: Bool, space: NodeIDs) throws(KhoError) {
    (self.isNodes, common, ids) = (isNodes, source.names, space)
    files = try TableFiles(source.files)
  }

  func read(_ rowCount: Int) -> RowBatch? {
    if isAtEnd { return nil }
    var batch = RowBatch(files.file.name)
    do throws(KhoError) {
      var size = 0
      var goesOn = true
      while goesOn, batch.lines.count < rowCount, size < JSONTable.largestInputInBytes {
        let text = try nextLine()
        goesOn = text != nil
        guard let text, !text.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) else {
          continue
        }
        size += text.count
        do throws(KhoError) {
          try readRow(text, into: &batch)
        } catch {
          batch.append(line: line, fault: error)
        }
      }
      batch.bytesRead = files.bytesRead
      if !goesOn {
        isAtEnd = try !files.next()
        (buffer, position, line) = ([], 0, 0)
      }
    } catch {
      batch.failure = error
      isAtEnd = true
    }
    batch.names = names
    return batch
  }

  private func readRow(_ text: [UInt8], into batch: inout RowBatch) throws(KhoError) {
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
    let firstProperty = batch.rows.properties.count
    for (name, value) in row.properties where !value.isNull {
      batch.rows.properties.append((try names.key(name), value))
    }
    let properties = firstProperty..<batch.rows.properties.count
    if isNodes {
      let set = names.set(row.labels, common + row.labels)
      batch.append(line: line, set: set, id: row.id, properties: properties)
      return
    }
    guard let start = row.start, let end = row.end, let name = row.type ?? common.first else {
      throw KhoError(
        .argumentError, "IncompleteRelationship",
        "expected \"start\", \"end\" and \"type\", found one of them missing")
    }
    if let fault = ids.fault(start) ?? ids.fault(end) { throw fault }
    let set = names.set([name], [name])
    batch.append(
      line: line, set: set, from: ids[start] ?? .none, to: ids[end] ?? .none,
      properties: properties)
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
          "\(files.file.name): line \(line + 1) is longer than "
            + "\(JSONTable.longestLineInBytes) bytes")
      }
      buffer.removeSubrange(..<position)
      position = 0
      if try !files.file.receive(into: &buffer) {
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
