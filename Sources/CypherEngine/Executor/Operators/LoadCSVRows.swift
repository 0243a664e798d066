internal import GraphModel

/// LOAD CSV: off, since reading files is the host program's to allow and no folder is allowed yet.
final class LoadCSVRows: FlatMap {
  private let source: BoundExpression
  init(
    _ input: Operator, carried: [Slot], source: BoundExpression, slot: Slot, hasHeaders: Bool,
    terminator: String?
  ) {
    self.source = source
    super.init(input, carried: carried)
  }
  override var name: String { "LoadCSV" }
  override func fill(_ batch: Batch, _ context: ExecutionContext) throws(KhoError) -> Rows? {
    throw KhoError(
      .unsupported, "LoadCSVNotAllowed", "LOAD CSV is off: no folder is allowed to be read",
      at: source.span)
  }
}
