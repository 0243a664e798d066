internal import GraphModel

/// `count(*)` of rows that are groups already: each has a node of its own as its only key, and its
/// weight is what is counted.
final class GroupedRows: UnaryOperator {
  private let aggregates: [BoundProjection.Aggregate]

  /// - Parameters:
  ///   - input: with a `distinctSlot`, which is the key.
  ///   - aggregates: all of them `count(*)`.
  init(_ input: Operator, _ aggregates: [BoundProjection.Aggregate]) {
    self.aggregates = aggregates
    super.init(input)
  }
  override var name: String { "Aggregation(Rows)" }
  override var details: String { aggregates.map(\.text).joined(separator: ", ") }

  override func produce(_ context: ExecutionContext) throws(KhoError) -> Batch? {
    guard var batch = try input.next(context) else { return nil }
    let counts = batch.weights ?? Array(repeating: 1, count: batch.count)
    for aggregate in aggregates { batch.columns[aggregate.slot] = .integers(counts) }
    batch.weights = nil
    return batch
  }
}
