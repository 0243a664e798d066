internal import GraphModel

/// LOAD CSV: one row per record of a file, as a list of its fields or, with headers, as a map.
final class LoadCSVRows: FlatMap {
  private let source: BoundExpression
  private let slot: Slot
  private let hasHeaders: Bool
  private let terminator: UInt8
  private var row = 0
  private var reader: CSVReader?
  private var headers: [String] = []

  init(
    _ input: Operator, carried: [Slot], source: BoundExpression, slot: Slot, hasHeaders: Bool,
    terminator: String?
  ) {
    self.source = source
    self.slot = slot
    self.hasHeaders = hasHeaders
    self.terminator = terminator?.utf8.first ?? UInt8(ascii: ",")
    super.init(input, carried: carried)
  }
  override var name: String { "LoadCSV" }
  override var details: String { source.text }
  override func begin(_ batch: Batch, _ context: ExecutionContext) {
    row = 0
    reader = nil
  }
  override func close() {
    reader = nil
    super.close()
  }

  override func fill(_ batch: Batch, _ context: ExecutionContext) throws(KhoError) -> Rows? {
    do throws(KhoError) {
      guard row < batch.count else { return nil }
      if reader == nil { reader = try open(Row(batch: batch, index: row), context) }
      guard var reader = self.reader.take() else { return nil }
      var values: [Value] = []
      while values.count < context.batchCapacity, try reader.next() {
        try context.tick()
        let fields = reader.values
        values.append(hasHeaders ? record(fields) : .list(fields))
      }
      let origins = Array(repeating: Int32(row), count: values.count)
      if values.count < context.batchCapacity { row += 1 } else { self.reader = consume reader }
      return Rows(origins: origins, columns: [(slot, .values(values))])
    } catch { throw error.located(at: source.span) }
  }

  private func open(_ row: Row, _ context: ExecutionContext) throws(KhoError) -> CSVReader {
    guard case .string(let url) = try source.evaluate(row, context) else {
      throw KhoError(.typeError, "InvalidArgumentType", "expected a string as the file's name")
    }
    let file = try ImportFile.open(url, in: context.limits.host?.importFolder)
    var reader = CSVReader(file, terminator: terminator)
    if hasHeaders {
      headers = (try reader.next() ? reader.values : []).map { field in
        if case .string(let name) = field { name.nfc } else { "" }
      }
    }
    return reader
  }

  private func record(_ fields: [Value]) -> Value {
    .map(
      ValueMap(
        headers.enumerated().map { index, name in
          (key: name, value: index < fields.count ? fields[index].nfc : .null)
        }))
  }
}
