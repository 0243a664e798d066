internal import GraphModel

/// The states of one aggregation, group by group, fed by columns.
struct Accumulators {
  /// Rows to add, each to its group; groups are numbered in the order of their first rows.
  struct Rows {
    var column: Column
    /// The values of the function's other arguments.
    var further: [Column] = []
    var groups: [Int32]
    var groupCount: Int
    var weights: [Int64]?
  }
  /// Adds rows, nulls excepted. Returns about how many bytes were kept.
  let add: (Rows) throws(KhoError) -> Int
  /// One value per group.
  let results: (_ groupCount: Int) throws(KhoError) -> [Value]

  /// - Parameter make: the state of a new group, by the values of the other arguments.
  ///
  /// Closures rather than a generic class, whose methods would not be specialised for the state.
  @inline(__always)
  static func of<State: Accumulator>(
    _ make: @escaping ([Value]) throws(KhoError) -> State
  ) -> Accumulators {
    var states: [State] = []
    return Accumulators { (rows) throws(KhoError) in
      var local = states
      states = []
      defer { states = local }
      return try add(rows, to: &local, make)
    } results: { (groupCount) throws(KhoError) in
      var values: [Value] = []
      for state in states { values.append(try state.result()) }
      while values.count < groupCount { values.append(try make([]).result()) }
      return values
    }
  }

  @inline(__always)
  private static func add<State: Accumulator>(
    _ rows: Rows, to states: inout [State], _ make: ([Value]) throws(KhoError) -> State
  ) throws(KhoError) -> Int {
    states.reserveCapacity(rows.groupCount)
    if rows.further.isEmpty {
      while states.count < rows.groupCount { states.append(try make([])) }
    } else {
      for (row, group) in rows.groups.enumerated() {
        while states.count <= Int(group) {
          states.append(try make(rows.further.map { $0.value(at: row) }))
        }
      }
    }
    let (groups, weights) = (rows.groups, rows.weights)
    var kept = 0
    switch rows.column {
    case .integers(let integers) where weights == nil:
      for row in groups.indices {
        try states[Int(groups[row])].add(integer: integers[row], weight: 1)
      }
    case .constant(.integer(let integer)) where weights == nil:
      for row in groups.indices {
        try states[Int(groups[row])].add(integer: integer, weight: 1)
      }
    case .integers(let integers):
      for row in groups.indices {
        try states[Int(groups[row])].add(integer: integers[row], weight: Int(weights?[row] ?? 1))
      }
    case .constant(.integer(let integer)):
      for row in groups.indices {
        try states[Int(groups[row])].add(integer: integer, weight: Int(weights?[row] ?? 1))
      }
    case .floats(let floats):
      for row in groups.indices {
        try states[Int(groups[row])].add(float: floats[row], weight: Int(weights?[row] ?? 1))
      }
    case let column:
      for row in groups.indices where !column.isNull(at: row) {
        kept += try states[Int(groups[row])].add(
          column.value(at: row), weight: Int(weights?[row] ?? 1))
      }
    }
    return kept
  }

  /// Passes on to `base` the first of equivalent values of a group, once.
  static func distinct(_ base: Accumulators) -> Accumulators {
    var values = ColumnNumbers()
    var seen = IntegerNumbers()
    return Accumulators { (rows) throws(KhoError) in
      var first: [Int32] = []
      let before = values.count
      let numbers = values.numbers(of: rows.column, count: rows.groups.count)
      for (row, group) in rows.groups.enumerated() where !rows.column.isNull(at: row) {
        let known = seen.count
        _ = seen.number(of: Int64(group) << 32 | Int64(numbers[row]))
        if seen.count > known { first.append(Int32(row)) }
      }
      let kept = (values.count - before) * 48 + first.count * 24
      let passed = Rows(
        column: rows.column.gathered(first), further: rows.further.map { $0.gathered(first) },
        groups: first.map { rows.groups[Int($0)] }, groupCount: rows.groupCount)
      return try kept + base.add(passed)
    } results: { (groupCount) throws(KhoError) in
      try base.results(groupCount)
    }
  }
}
