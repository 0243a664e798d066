/// One reply of the session protocol, written as its line.

/// A reply under construction; every way ends with the finished line.
struct SessionReply {
  private var writer = JSONWriter()
  private let id: Int64?
  private var rowCount = 0

  /// - Parameter id: the request's; nil for a line that has none.
  init(id: Int64?) {
    self.id = id
    begin()
  }

  /// The line, ended.
  var line: [UInt8] { writer.bytes }

  private mutating func begin() {
    writer.raw("{\"id\":\(id.map(String.init) ?? "null")")
    rowCount = 0
  }

  private mutating func end() { writer.raw("}\n") }

  private mutating func key(_ name: String) {
    writer.raw(",")
    writer.key(name)
  }

  consuming func ok() -> [UInt8] {
    writer.raw(",\"ok\":true")
    end()
    return line
  }

  consuming func hello(version: String, isTemporary: Bool) -> [UInt8] {
    writer.raw(",\"protocol\":1,\"engine\":\"kho\",\"version\":")
    writer.string(version)
    let capabilities =
      (isTemporary ? ["procedures"] : [])
      + ["transactions", "statements", "limits", "chunks", "cancel"]
    writer.sequence(",\"capabilities\":[", capabilities) { $0.string($1) }
    end()
    return line
  }

  consuming func prepared(_ statement: PreparedStatement, handle: Int64) -> [UInt8] {
    writer.raw(",\"statement\":\(handle)")
    writer.sequence(",\"columns\":[", statement.columns) { $0.string($1) }
    writer.raw(",\"writing\":\(statement.isWriting)")
    end()
    return line
  }

  /// - Parameter text: the statement the error is placed in.
  consuming func failed(_ error: KhoError, in text: String?) -> [UInt8] {
    writer.raw(",\"error\":{\"type\":")
    writer.string(error.kind.rawValue)
    key("phase")
    writer.string(error.phase.rawValue)
    key("detail")
    writer.string(error.detail)
    key("message")
    writer.string(error.message)
    if let hint = error.hint {
      key("hint")
      writer.string(hint)
    }
    if let text, let position = error.position(in: text) { write(position) }
    writer.raw("}")
    end()
    return line
  }

  private mutating func write(_ position: KhoError.Position) {
    writer.raw(",\"position\":{\"line\":\(position.line),\"column\":\(position.column)")
    writer.raw(",\"offset\":\(position.offset)}")
  }

  /// Appends a whole result and ends the line.
  /// - Parameters:
  ///   - chunkSize: rows of a line, for a result in several; all but the last go to `write`.
  ///   - write: writes one line.
  mutating func append(
    _ result: ResultSet, chunkSize: Int?, write: ([UInt8]) throws(KhoError) -> Void
  ) throws(KhoError) {
    writer.sequence(",\"columns\":[", result.columns) { $0.string($1) }
    writer.raw(",\"rows\":[")
    while let record = try result.next() {
      if rowCount == chunkSize {
        writer.raw("],\"more\":true")
        end()
        try write(line)
        writer.bytes.removeAll(keepingCapacity: true)
        begin()
        writer.sequence(",\"columns\":[", result.columns) { $0.string($1) }
        writer.raw(",\"rows\":[")
      }
      if rowCount > 0 { writer.raw(",") }
      // A statement without RETURN has no columns, and so no rows to show.
      writer.sequence("[", record.slice) { $0.typed($1) }
      rowCount += 1
    }
    writer.raw("]")
    writer.report(on: result)
    end()
  }
}
