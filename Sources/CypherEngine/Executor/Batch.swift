internal import GraphModel
internal import GraphStorage

/// Rows on their way through the operators, column by column: the unit of work of the executor.

/// The place of a variable in every row of a statement; the binder numbers them.
typealias Slot = Int

/// One variable's values in a batch. Id vectors carry pattern variables at 4 bytes a row; `.none`
/// ids are null.
enum Column {
  /// The slot holds nothing here.
  case absent
  case nodes([NodeID])
  case relationships([RelationshipID])
  case values([Value])
  /// Values of which each is an integer.
  case integers([Int64])
  /// Values of which each is a float.
  case floats([Double])
  /// Values of which each is a text.
  case texts(TextVector)
  /// The same value in every row.
  case constant(Value)
  /// Row numbers of an outer batch (the hidden slot of correlated plans).
  case indices([Int32])

  func value(at row: Int) -> Value {
    switch self {
    case .absent: .null
    case .nodes(let ids): ids[row] == .none ? .null : .node(Node(ids[row]))
    case .relationships(let ids):
      ids[row] == .none ? .null : .relationship(Relationship(ids[row]))
    case .values(let values): values[row]
    case .integers(let integers): .integer(integers[row])
    case .floats(let floats): .float(floats[row])
    case .texts(let texts): .string(texts[row])
    case .constant(let value): value
    case .indices(let indices): .integer(Int64(indices[row]))
    }
  }

  @inline(__always) func isNull(at row: Int) -> Bool {
    switch self {
    case .absent: true
    case .nodes(let ids): ids[row] == .none
    case .relationships(let ids): ids[row] == .none
    case .values(let values): values[row].isNull
    case .constant(let value): value.isNull
    case .integers, .floats, .texts, .indices: false
    }
  }

  /// The node of a row; `.none` where there is null or something else.
  func node(at row: Int) -> NodeID {
    if case .nodes(let ids) = self { return ids[row] }
    if case .node(let node) = value(at: row) { return node.id }
    return .none
  }

  /// The relationship of a row; `.none` where there is null or something else.
  func relationship(at row: Int) -> RelationshipID {
    if case .relationships(let ids) = self { return ids[row] }
    if case .relationship(let relationship) = value(at: row) { return relationship.id }
    return .none
  }

  /// The nodes of `count` rows as an id vector.
  func nodeVector(count: Int) -> [NodeID] {
    if case .nodes(let ids) = self { return ids }
    return (0..<count).map { node(at: $0) }
  }

  /// The rows named by `rows`, in their order.
  func gathered(_ rows: [Int32]) -> Column {
    switch self {
    case .absent, .constant: self
    case .nodes(let ids): .nodes(Self.gather(ids, rows))
    case .relationships(let ids): .relationships(Self.gather(ids, rows))
    case .values(let values): .values(Self.gather(values, rows))
    case .integers(let integers): .integers(Self.gather(integers, rows))
    case .floats(let floats): .floats(Self.gather(floats, rows))
    case .texts(let texts): .texts(texts.gathered(rows))
    case .indices(let indices): .indices(Self.gather(indices, rows))
    }
  }

  private static func gather<T>(_ source: [T], _ rows: [Int32]) -> [T] {
    var result: [T] = []
    result.append(addingCapacity: rows.count) { result in
      for row in rows { result.append(source[Int(row)]) }
    }
    return result
  }
}

/// Up to about `ExecutionContext.batchCapacity` rows.
struct Batch {
  var count: Int
  /// By slot.
  var columns: [Column]
  /// How many equal rows each row stands for; nil where each is one. Only below an aggregation.
  var weights: [Int64]?
  /// Where given, the rows are runs. Only between an expansion and the aggregation above it.
  var runs: Runs?

  /// The rows that those of a batch were expanded from: one for each run of rows, which are as many
  /// as `lengths` says. What they carry is not copied to each of the rows.
  final class Runs {
    let origins: Batch
    let lengths: [Int32]
    init(_ origins: Batch, _ lengths: [Int32]) {
      self.origins = origins
      self.lengths = lengths
    }
  }

  /// One row without values: what a query starts from.
  static func unit(slotCount: Int) -> Batch {
    Batch(count: 1, columns: Array(repeating: .absent, count: slotCount))
  }

  /// The given rows, with all columns.
  func gathered(_ rows: [Int32]) -> Batch {
    var gathered: [Column] = []
    gathered.reserveCapacity(columns.count)
    for index in columns.indices { gathered.append(columns[index].gathered(rows)) }
    return Batch(count: rows.count, columns: gathered, weights: gatheredWeights(rows))
  }

  /// Some rows, each once and in order; no copy where these are all.
  func selected(_ rows: [Int32]) -> Batch { rows.count == count ? self : gathered(rows) }

  func gatheredWeights(_ rows: [Int32]) -> [Int64]? {
    guard let weights else { return nil }
    return rows.map { weights[Int($0)] }
  }

  /// Rows `range`, all columns.
  func slice(_ range: Range<Int>) -> Batch {
    range == 0..<count ? self : gathered(range.map { Int32($0) })
  }

  /// This batch without the columns of other slots than `slots`.
  func keeping(_ slots: [Slot]) -> Batch {
    var result = Batch(count: count, columns: Array(repeating: .absent, count: columns.count))
    for slot in slots { result.columns[slot] = columns[slot] }
    return result
  }
}

/// One row of a batch.
struct Row {
  let batch: Batch
  let index: Int
}
