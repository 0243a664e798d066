internal import GraphModel
internal import GraphStorage

/// Properties of nodes met in no order, as at the ends of an expansion: after as many look-ups as
/// a table of all nodes costs to make, one answers the rest.
struct NodeProperties {
  private struct Entry {
    let key: PropertyKeyID
    var readCount = 0
    var table: IntegerTable?
    /// The table did not know some node.
    var isTableless = false
  }
  /// Smaller graphs lie in the cache as they are.
  private static let smallestNodeCount = 4_096
  /// Of the few keys of a query.
  private var entries: [Entry] = []

  mutating func column(
    _ key: PropertyKeyID, of nodes: [NodeID], _ context: ExecutionContext
  ) throws(KhoError) -> Column {
    let transaction = context.transaction
    let nodeCount = transaction.nodeIDCount
    guard let first = nodes.first, let last = nodes.last, nodeCount >= Self.smallestNodeCount,
      Int(last.rawValue) - Int(first.rawValue) != nodes.count - 1
    else { return Column(try transaction.properties(key, of: nodes)) }
    let index = entries.firstIndex { $0.key == key } ?? entries.count
    if index == entries.count { entries.append(Entry(key: key)) }
    var entry = entries[index]
    entry.readCount += nodes.count
    if entry.table == nil, !entry.isTableless, entry.readCount > nodeCount / 16 {
      try context.charge(bytes: 8 * nodeCount)
      entry.table = try transaction.integerTable(key)
    }
    let integers = entry.table?.integers(of: nodes)
    if entry.table != nil, integers == nil {
      entry.table = nil
      entry.isTableless = true
    }
    entries[index] = entry
    if let integers { return .integers(integers) }
    return Column(try transaction.properties(key, of: nodes))
  }
}
