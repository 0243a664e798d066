/// A dataset's tables as the arrays that the limit's kernels read.
internal import CLimit

/// Makes columns and lists by the names that `CLimit.h` explains.
struct LimitArrays {
  let dataset: Dataset
  /// The names of all lists: columns among them are grouped by their texts.
  let lists: [String]

  func column(_ name: String) -> limit_column {
    let (tableName, columnName, isByTarget) = parts(name)
    // Safe: what is referred to is kept.
    var column = unsafe limit_column()
    let values: Column
    if let table = dataset.nodes.first(where: { $0.name == tableName }) {
      unsafe column.first_key = Int64(table.firstKey)
      values = table.values(columnName)
    } else {
      let table = relationships(tableName)
      let order = isByTarget ? grouped(table.targets, count: targetCount(table)).rows : nil
      values = order.map(table.values(columnName).reordered) ?? table.values(columnName)
    }
    unsafe column.row_count = Int64(values.count)
    switch values {
    case .integers(let values): unsafe column.integers = unsafe kept(values)
    case .reals(let values): unsafe column.reals = unsafe kept(values)
    case .texts(let values):
      let shared = sharedTexts(values, isGrouped: lists.contains(name))
      unsafe column.integers = unsafe shared.map { unsafe kept($0.numbers) }
      let texts = shared?.texts ?? values
      var bytes: [CChar] = []
      var offsets: [UInt32] = [0]
      for text in texts {
        bytes.append(contentsOf: text.utf8CString)
        offsets.append(UInt32(bytes.count))
      }
      unsafe column.bytes = unsafe kept(bytes)
      unsafe column.offsets = unsafe kept(offsets)
      unsafe column.text_count = UInt32(texts.count)
    }
    return unsafe column
  }

  func lists(_ name: String) -> limit_lists {
    if name == "neighbours" { return unsafe neighbours }
    let (tableName, columnName, isByTarget) = parts(name)
    if !columnName.isEmpty,
      case .texts(let texts) = dataset.nodeTable(tableName).values(columnName),
      let shared = sharedTexts(texts, isGrouped: true)
    {
      return unsafe made(grouped(shared.numbers, count: shared.texts.count))
    }
    let table = relationships(tableName)
    return isByTarget
      ? unsafe made(adjacency(from: table.targets, to: table.sources, count: targetCount(table)))
      : unsafe made(
        adjacency(
          from: table.sources, to: table.targets, count: dataset.nodeTable(table.from).count))
  }

  /// Those that paths between officials may take, in both directions.
  private var neighbours: limit_lists {
    let types = [
      "HOLDS_POST", "COMMITTEE_OF", "PART_OF", "SUPERIOR", "ISSUED_BY", "CONCRETIZES", "IMPLEMENTS",
    ]
    var (from, to): ([Int32], [Int32]) = ([], [])
    for table in dataset.relationships where types.contains(table.type) {
      let (source, target) = (dataset.nodeTable(table.from), dataset.nodeTable(table.to))
      let sources = table.sources.map { Int32(source.key($0) - 1) }
      let targets = table.targets.map { Int32(target.key($0) - 1) }
      from += sources + targets
      to += targets + sources
    }
    let count = dataset.nodes.reduce(0) { $0 + $1.count }
    return unsafe made(adjacency(from: from, to: to, count: count))
  }

  private func parts(_ name: String) -> (table: String, column: String, isByTarget: Bool) {
    let words = name.split(separator: " by ")
    let path = words[0].split(separator: ".").map(String.init)
    return (path[0], path.count > 1 ? path[1] : "", words.count > 1)
  }

  private func relationships(_ name: String) -> RelationshipTable {
    guard let table = dataset.relationships.first(where: { $0.name == name }) else {
      preconditionFailure("no table \(name)")
    }
    return table
  }

  private func targetCount(_ table: RelationshipTable) -> Int { dataset.nodeTable(table.to).count }
}

/// Rows by their group: those of group `i` begin at `offsets[i]` of `rows`, in ascending order.
private typealias Groups = (offsets: [UInt32], rows: [Int32])

private func grouped(_ groups: [Int32], count: Int) -> Groups {
  var offsets = [UInt32](repeating: 0, count: count + 1)
  for group in groups { offsets[Int(group) + 1] += 1 }
  for group in 0..<count { offsets[group + 1] += offsets[group] }
  var (next, rows) = (offsets, [Int32](repeating: 0, count: groups.count))
  for (row, group) in groups.enumerated() {
    rows[Int(next[Int(group)])] = Int32(row)
    next[Int(group)] += 1
  }
  return (offsets, rows)
}

/// For each of `count` ends where others end.
private func adjacency(from: [Int32], to: [Int32], count: Int) -> Groups {
  let (offsets, rows) = grouped(from, count: count)
  return (offsets, rows.map { to[Int($0)] })
}

private func made(_ groups: Groups) -> limit_lists {
  // Safe: what is referred to is kept.
  unsafe limit_lists(
    offsets: kept(groups.offsets), rows: kept(groups.rows), count: UInt32(groups.offsets.count - 1))
}

/// Each text once, sorted by bytes, and which of them each row has; nil where most rows have a text
/// of their own and nobody asks for groups.
private func sharedTexts(
  _ values: [String], isGrouped: Bool
) -> (numbers: [Int32], texts: [String])? {
  let distinct = Set(values)
  guard isGrouped || distinct.count * 2 <= values.count else { return nil }
  let texts = distinct.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  var numbers: [String: Int32] = [:]
  for (number, text) in texts.enumerated() { numbers[text] = Int32(number) }
  return (values.map { numbers[$0] ?? 0 }, texts)
}

/// A copy for C to refer to.
private func kept<T: BitwiseCopyable>(_ values: [T]) -> UnsafePointer<T> {
  // Safe: the copy is as large as the array, and is never freed.
  let copy = UnsafeMutablePointer<T>.allocate(capacity: max(values.count, 1))
  let room = unsafe UnsafeMutableBufferPointer(start: copy, count: values.count)
  _ = unsafe room.initialize(fromContentsOf: values)
  return unsafe UnsafePointer(copy)
}

extension NodeTable {
  fileprivate func values(_ column: String) -> Column { find(column, in: columns) }
}

extension RelationshipTable {
  fileprivate func values(_ column: String) -> Column { find(column, in: columns) }
}

private func find(_ name: String, in columns: [(name: String, values: Column)]) -> Column {
  guard let column = columns.first(where: { $0.name == name }) else {
    preconditionFailure("no column \(name)")
  }
  return column.values
}

extension Column {
  fileprivate var count: Int {
    switch self {
    case .integers(let values): values.count
    case .reals(let values): values.count
    case .texts(let values): values.count
    }
  }

  /// The values of `rows`, one after the other.
  fileprivate func reordered(_ rows: [Int32]) -> Column {
    switch self {
    case .integers(let values): .integers(rows.map { values[Int($0)] })
    case .reals(let values): .reals(rows.map { values[Int($0)] })
    case .texts(let values): .texts(rows.map { values[Int($0)] })
    }
  }
}
