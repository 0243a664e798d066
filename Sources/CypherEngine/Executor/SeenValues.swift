internal import GraphModel
internal import GraphStorage

/// Which values each group of an aggregation has had: what DISTINCT in it stands on.
struct SeenValues {
  /// The nodes of the only group, while it has had nothing else.
  private var nodes: NodeSet? = NodeSet()
  private var values = ColumnNumbers()
  /// Pairs of a group and the number of a value; none while there is one group.
  private var pairs = IntegerNumbers()
  private var isOneGroup = true

  /// About how many bytes it takes.
  var sizeInBytes: Int { (nodes?.sizeInBytes ?? 0) + 48 * values.count }

  /// The rows with a value, not null, that their group has not had.
  mutating func firstRows(of rows: Accumulators.Rows) -> [Int32] {
    if rows.groupCount > 1 { separate() }
    if isOneGroup, nodes != nil, case .nodes(let column) = rows.column {
      return nodes?.firstRows(of: column) ?? []
    }
    numberNodes()
    let before = values.count
    let numbers = values.numbers(of: rows.column, count: rows.groups.count)
    var first: [Int32] = []
    if isOneGroup {
      var next = before
      for (row, number) in numbers.enumerated() where Int(number) == next {
        next += 1
        if !rows.column.isNull(at: row) { first.append(Int32(row)) }
      }
      return first
    }
    for (row, group) in rows.groups.enumerated() where !rows.column.isNull(at: row) {
      let known = pairs.count
      _ = pairs.number(of: Int64(group) << 32 | Int64(numbers[row]))
      if pairs.count > known { first.append(Int32(row)) }
    }
    return first
  }

  /// From now on there are several groups.
  private mutating func separate() {
    guard isOneGroup else { return }
    numberNodes()
    isOneGroup = false
    for number in 0..<values.count { _ = pairs.number(of: Int64(number)) }
  }

  private mutating func numberNodes() {
    guard let known = nodes?.nodes else { return }
    nodes = nil
    _ = values.numbers(of: .nodes(known), count: known.count)
  }
}
