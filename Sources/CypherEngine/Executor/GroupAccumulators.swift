internal import GraphModel

/// The states of one aggregation, group by group, fed by columns.
struct Accumulators {
  /// The `States` behind the closures.
  private let states: AnyObject
  /// Rows to add, each to its group; groups are numbered in the order of their first rows.
  struct Rows {
    var column: Column
    /// The values of the function's other arguments.
    var further: [Column] = []
    var groups: [Int32]
    var groupCount: Int
    var weights: [Int64]?
    /// Where given, `groups` has one for each run of so many rows.
    var lengths: [Int32]?
    /// How many rows each group has, where that was counted.
    var counts: [Int]?

    /// With a group for each row.
    var flattened: Rows {
      guard let lengths else { return self }
      var result = self
      result.lengths = nil
      result.groups = []
      for (group, length) in zip(groups, lengths) {
        result.groups.append(contentsOf: repeatElement(group, count: Int(length)))
      }
      return result
    }

    /// How many rows each group has, where it pays to find what its rows come to before that is
    /// added; nil where groups are many, or change but seldom.
    static func counts(of groups: [Int32], _ groupCount: Int) -> [Int]? {
      let first = groups.prefix(64)
      guard 4 * groupCount <= groups.count,
        2 * zip(first, first.dropFirst()).count(where: { $0 != $1 }) > first.count
      else { return nil }
      var counts = Array(repeating: 0, count: groupCount)
      for group in groups { counts[Int(group)] &+= 1 }
      return counts
    }

    /// What the integers of each group's rows add up to.
    fileprivate func sums(of integers: [Int64]) -> [Int128] {
      var sums: [Int128] = Array(repeating: 0, count: groupCount)
      // The sum of fewer than 2^63 integers fits.
      for row in groups.indices { sums[Int(groups[row])] &+= Int128(integers[row]) }
      return sums
    }
  }
  /// Adds rows, nulls excepted. Returns about how many bytes were kept.
  let add: (Rows) throws(KhoError) -> Int
  /// One value per group.
  let results: (_ groupCount: Int) throws(KhoError) -> Column
  /// Takes in the states of the same aggregation over rows that follow, by the numbers that their
  /// groups have here: known ones, or the next.
  let merge: (_ later: Accumulators, _ numbers: [Int32]) throws(KhoError) -> Void

  private final class States<State: Accumulator> {
    var states: [State] = []
  }

  /// - Parameter make: the state of a new group, by the values of the other arguments.
  ///
  /// Closures rather than a generic class, whose methods would not be specialised for the state.
  @inline(__always)
  static func of<State: Accumulator>(
    _ make: @escaping ([Value]) throws(KhoError) -> State
  ) -> Accumulators {
    let box = States<State>()
    return Accumulators(states: box) { (rows) throws(KhoError) in
      var local = box.states
      box.states = []
      defer { box.states = local }
      return try add(rows, to: &local, make)
    } results: { (groupCount) throws(KhoError) in
      var states = box.states
      while states.count < groupCount { states.append(try make([])) }
      var integers: [Int64] = []
      integers.reserveCapacity(states.count)
      for index in states.indices {
        guard case .integer(let integer) = try states[index].result() else { break }
        integers.append(integer)
      }
      if integers.count == states.count { return .integers(integers) }
      var values: [Value] = []
      for index in states.indices { values.append(try states[index].result()) }
      return .values(values)
    } merge: { (later, numbers) throws(KhoError) in
      guard let later = later.states as? States<State>, let merge = State.merge else { return }
      var local = box.states
      box.states = []
      defer { box.states = local }
      for (number, state) in zip(numbers, later.states) {
        if Int(number) < local.count {
          try merge(&local[Int(number)], state)
        } else {
          local.append(state)
        }
      }
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
    if case .integers(let integers) = rows.column, let lengths = rows.lengths {
      var start = 0
      for (group, length) in zip(rows.groups, lengths) {
        try states[Int(group)].add(integers, start..<start &+ Int(length))
        start &+= Int(length)
      }
      return 0
    }
    if rows.lengths != nil { return try add(rows.flattened, to: &states, make) }
    var rows = rows
    if State.onlyCounts, case .texts = rows.column { rows.column = .constant(1) }
    switch (rows.counts, rows.column) {
    case (let counts?, .integers(let integers)) where State.addsUp:
      for (group, sum) in rows.sums(of: integers).enumerated() where counts[group] > 0 {
        try states[group].add(sum: sum, of: counts[group])
      }
      return 0
    case (let counts?, .constant(.integer(let integer))):
      for (group, count) in counts.enumerated() where count > 0 {
        try states[group].add(integer: integer, weight: count)
      }
      return 0
    default: break
    }
    let (groups, weights) = (rows.groups, rows.weights)
    var kept = 0
    switch rows.column {
    case .integers(let integers) where weights == nil:
      try forEachRun(of: groups) { (group, rows) throws(KhoError) in
        if rows.count == 1 {
          try states[group].add(integer: integers[rows.lowerBound], weight: 1)
        } else {
          try states[group].add(integers, rows)
        }
      }
    case .constant(.integer(let integer)) where weights == nil:
      try forEachRun(of: groups) { (group, rows) throws(KhoError) in
        try states[group].add(integer: integer, weight: rows.count)
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

  /// Calls `body` with each run of rows of one group.
  @inline(__always)
  private static func forEachRun(
    of groups: [Int32], _ body: (Int, Range<Int>) throws(KhoError) -> Void
  ) throws(KhoError) {
    var start = 0
    while start < groups.count {
      let group = groups[start]
      var end = start &+ 1
      while end < groups.count, groups[end] == group { end &+= 1 }
      try body(Int(group), start..<end)
      start = end
    }
  }

  /// The values of a DISTINCT.
  private final class Distinct {
    var seen = SeenValues()
    var count = 0
    /// The rows passed on, where they are to be merged into earlier ones.
    var passed: [Rows] = []
  }

  /// How many values of groups it has told apart.
  var distinctCount: Int { (states as? Distinct)?.count ?? 0 }

  /// Passes on to `base` the first of equivalent values of a group, once.
  /// - Parameters:
  ///   - isCounting: `base` asks only how many there are.
  ///   - isLater: it will be merged into another.
  static func distinct(
    _ base: Accumulators, isCounting: Bool, isLater: Bool
  ) -> Accumulators {
    let box = Distinct()
    func add(_ rows: Rows) throws(KhoError) -> Int {
      let rows = rows.flattened
      let before = box.seen.sizeInBytes
      let first = box.seen.firstRows(of: rows)
      box.count += first.count
      let kept = box.seen.sizeInBytes - before + first.count * (isLater ? 48 : 24)
      let needsColumn = isLater || !isCounting
      let passed = Rows(
        column: needsColumn ? rows.column.gathered(first) : .constant(1),
        further: rows.further.map { $0.gathered(first) },
        groups: first.map { rows.groups[Int($0)] }, groupCount: rows.groupCount)
      if isLater { box.passed.append(passed) }
      return try kept + base.add(passed)
    }
    return Accumulators(states: box, add: add) { (groupCount) throws(KhoError) in
      try base.results(groupCount)
    } merge: { (later, numbers) throws(KhoError) in
      guard let later = later.states as? Distinct else { return }
      for var rows in later.passed {
        rows.groups = rows.groups.map { numbers[Int($0)] }
        rows.groupCount = 1 + Int(rows.groups.max() ?? 0)
        _ = try add(rows)
      }
    }
  }
}
