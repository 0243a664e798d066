/// The way of a short read: from what its index finds along its steps to the ids of its rows.
package import GraphModel
internal import LMDB

extension GraphTransaction {
  /// The values of all rows, in the order in which an expansion step by step would give them, or
  /// their number; nil where that is left to scans and expansions: for changes not yet written,
  /// hubs, values that no index holds, more rows than the limit, and long ways.
  /// - Parameters:
  ///   - known: values of the nodes that are known, in the order of `ShortRead.known`.
  ///   - bounds: what the tests compare with, none of them null.
  ///   - columns: the names of columns.
  ///   - passes: whether a value that has no order with what the test of that index compares with
  ///     passes it.
  package func rows(
    of read: borrowing ShortRead, from start: borrowing ShortRead.Start, known: [Value],
    bounds: [Value], rowLimit: Int, columns: [String], passes: (_ test: Int, Value) -> Bool
  ) throws(KhoError) -> ResultRows? {
    try live()
    guard pending == nil, memo != nil else { return nil }
    // Safe: it is there, and its reference is not counted.
    let memo = unsafe memo.unsafelyUnwrapped
    boundMemory()
    var walk = ShortReadWalk(left: min(rowLimit, FoundRows.capacity))
    guard try go(read, memo, from: start, known, bounds, passes, &walk) else { return nil }
    if read.isCounting { return ResultRows(columns: columns, values: [.integer(walk.count)]) }
    return try values(of: read, rowCount: walk.rowCount, memo, columns)
  }

  /// False where it gives up.
  private func go(
    _ read: borrowing ShortRead, _ memo: Memo, from start: borrowing ShortRead.Start,
    _ known: [Value], _ bounds: [Value], _ passes: (Int, Value) -> Bool,
    _ walk: inout ShortReadWalk
  ) throws(KhoError) -> Bool {
    for number in read.known.indices {
      switch try seek(unique: read.known[number].index, known[number], memo) {
      case .one(let id): memo.places[read.known[number].place] = id
      case .none: return true
      case .unknown: return false
      }
    }
    var ids: [UInt32] = []
    switch start {
    case .value(let value):
      if let id = try self.known(read.index, value, memo) {
        return try begin(id, read, memo, bounds, passes, &walk)
      }
      switch try search(unique: read.index, value, memo) {
      case .none: return true
      case .one(let id): return try begin(id, read, memo, bounds, passes, &walk)
      case .unknown:
        guard value.isIndexable else { return false }
        if try !find(read.index, value, limit: walk.left + 1, to: &ids) {
          try seek(read.index, .equal([value]), limit: walk.left + 1, to: &ids)
        }
      }
    case .seek(let seek):
      try self.seek(
        read.index, seek, limit: walk.left + 1, enough: read.enough ?? .max, to: &ids)
    }
    guard ids.count <= walk.left else { return false }
    for id in ids {
      guard try begin(id, read, memo, bounds, passes, &walk) else { return false }
    }
    return true
  }

  private func begin(
    _ id: UInt32, _ read: borrowing ShortRead, _ memo: Memo, _ bounds: [Value],
    _ passes: (Int, Value) -> Bool, _ walk: inout ShortReadWalk
  ) throws(KhoError) -> Bool {
    memo.places[0] = id
    if read.startTestCount > 0,
      try !test(0, read.startTestCount, read, memo, bounds, passes)
    {
      return true
    }
    return try read.moves.isEmpty
      ? append(read, memo, &walk) : visit(0, read, memo, bounds, passes, &walk)
  }

  /// Takes the steps from `number` on; false where it gives up.
  private func visit(
    _ number: Int, _ read: borrowing ShortRead, _ memo: Memo, _ bounds: [Value],
    _ passes: (Int, Value) -> Bool, _ walk: inout ShortReadWalk
  ) throws(KhoError) -> Bool {
    let move = read.moves[number]
    let node = memo.places[move.from]
    if move.isTrail {
      return try arrive(
        at: node, ShortReadTrail(), move, number, read, memo, bounds, passes, &walk)
    }
    guard UInt64(node) < header.nextNode else { return true }
    if let list = move.list {
      if move.isInto {
        return try meet(list, of: node, move, number, read, memo, bounds, passes, &walk)
      }
      return try follow(
        list, of: node, skipsLoops: false, move, number, read, memo, bounds, passes, &walk)
    }
    var lists = AdjacencyLists(
      read.steps[number].types, read.steps[number].direction, in: self)
    try lists.move(to: NodeID(node), self)
    for index in 0..<lists.count {
      let isGoingOn = try follow(
        lists[index], of: node, skipsLoops: lists.skipsLoops(index), move, number, read, memo,
        bounds, passes, &walk)
      if !isGoingOn { return false }
    }
    return true
  }

  private func follow(
    _ list: AdjacencyList, of node: UInt32, skipsLoops: Bool, _ move: ShortRead.Move,
    _ number: Int, _ read: borrowing ShortRead, _ memo: Memo, _ bounds: [Value],
    _ passes: (Int, Value) -> Bool, _ walk: inout ShortReadWalk
  ) throws(KhoError) -> Bool {
    let block = try adjacencyBlock(list, node >> 4)
    if move.isDegree, !skipsLoops {
      walk.count += Int64(block.degree(node & 15))
      if move.distinctFrom != 0 {
        walk.count -= takenCount(list, of: node, move, number, read, memo)
      }
      return true
    }
    if block.isHub(node & 15) { return false }
    let entries = block.entries(node & 15)
    var first = 0
    while first < entries.count {
      let count = min(entries.count &- first, 64)
      walk.budget -= count
      if walk.budget < 0 { return false }
      var rest = try wanted(
        entries, first..<first &+ count, leavingOut: skipsLoops ? node : nil, move, read, memo,
        bounds, passes)
      if !move.isLast { prefetch(rest, of: entries, first, read.moves[number &+ 1], move, memo) }
      while rest != 0 {
        let entry = first &+ rest.trailingZeroBitCount
        rest &= rest &- 1
        memo.places[move.to] = entries.neighbour(entry)
        guard take(entry, entries, move, memo) else { continue }
        let isGoingOn =
          try move.isLast
          ? append(read, memo, &walk) : visit(number &+ 1, read, memo, bounds, passes, &walk)
        if !isGoingOn { return false }
      }
      first &+= count
    }
    return true
  }

  /// Has the processor fetch the blocks that the next step reads, if there are several.
  @inline(__always)
  private func prefetch(
    _ wanted: UInt64, of entries: AdjacencyEntries, _ first: Int, _ next: ShortRead.Move,
    _ move: ShortRead.Move, _ memo: Memo
  ) {
    guard wanted & (wanted &- 1) != 0, let list = next.list, next.from == move.to else { return }
    let known = memo.view
    var rest = wanted
    while rest != 0 {
      let neighbour = entries.neighbour(first &+ rest.trailingZeroBitCount)
      rest &= rest &- 1
      known[.adjacency(list), neighbour >> 4]?.prefetch(
        0, count: AdjacencyBlock.headerSizeInBytes)
    }
  }

  /// How many relationships of the list earlier steps have taken that this one must not take again.
  /// Their ends tell: each was read from one list, too.
  private func takenCount(
    _ list: AdjacencyList, of node: UInt32, _ move: ShortRead.Move, _ number: Int,
    _ read: borrowing ShortRead, _ memo: Memo
  ) -> Int64 {
    var count: Int64 = 0
    for index in 0..<number {
      let earlier = read.moves[index]
      guard move.distinctFrom >> UInt16(earlier.relationship) & 1 != 0,
        let other = earlier.list, other.type == list.type
      else { continue }
      let end = other.isIncoming == list.isIncoming ? earlier.from : earlier.to
      if memo.places[end] == node { count += 1 }
    }
    return count
  }

  /// Takes a step to a node that is known, whose list is looked through: the nodes that come in the
  /// order of their ids are found by going on.
  private func meet(
    _ list: AdjacencyList, of node: UInt32, _ move: ShortRead.Move, _ number: Int,
    _ read: borrowing ShortRead, _ memo: Memo, _ bounds: [Value],
    _ passes: (Int, Value) -> Bool, _ walk: inout ShortReadWalk
  ) throws(KhoError) -> Bool {
    let known = memo.places[move.to]
    guard UInt64(known) < header.nextNode else { return true }
    var block = try adjacencyBlock(list.reversed, known >> 4)
    var entries = block.entries(known & 15)
    var entry: Int
    var sought = node
    if block.isHub(known & 15) {
      block = try adjacencyBlock(list, node >> 4)
      if block.isHub(node & 15) { return false }
      entries = block.entries(node & 15)
      sought = known
      entry = entries.firstIndex(ofNeighbour: sought)
    } else if let last = walk.meeting, last.step == number, last.known == known,
      last.node <= node
    {
      entry = last.entry
      while entry < entries.count, entries.neighbour(entry) < node { entry += 1 }
    } else {
      entry = entries.firstIndex(ofNeighbour: sought)
    }
    if sought == node {
      walk.meeting = ShortReadWalk.Meeting(step: number, known: known, node: node, entry: entry)
    }
    while entry < entries.count, entries.neighbour(entry) == sought {
      let isGoingOn = try pass(entry, entries, move, number, read, memo, bounds, passes, &walk)
      if !isGoingOn { return false }
      entry += 1
    }
    return true
  }

  /// Goes on from an entry that leads to the node at the step's place; false where it gives up.
  @inline(__always)
  private func pass(
    _ entry: Int, _ entries: AdjacencyEntries, _ move: ShortRead.Move, _ number: Int,
    _ read: borrowing ShortRead, _ memo: Memo, _ bounds: [Value],
    _ passes: (Int, Value) -> Bool, _ walk: inout ShortReadWalk
  ) throws(KhoError) -> Bool {
    walk.budget -= 1
    if walk.budget < 0 { return false }
    return take(entry, entries, move, memo)
      ? try goOn(move, number, read, memo, bounds, passes, &walk) : true
  }

  /// Puts the relationship at its place; false where an earlier step has taken it.
  @inline(__always)
  private func take(
    _ entry: Int, _ entries: AdjacencyEntries, _ move: ShortRead.Move, _ memo: Memo
  ) -> Bool {
    guard move.needsRelationship else { return true }
    let relationship = entries.relationship(entry)
    if move.distinctFrom != 0, memo.places.contain(relationship, among: move.distinctFrom) {
      return false
    }
    memo.places[move.relationship] = relationship
    return true
  }

  /// Goes on from the node that a step leads to, if that passes; false where it gives up.
  @inline(__always)
  private func goOn(
    _ move: ShortRead.Move, _ number: Int, _ read: borrowing ShortRead, _ memo: Memo,
    _ bounds: [Value], _ passes: (Int, Value) -> Bool, _ walk: inout ShortReadWalk
  ) throws(KhoError) -> Bool {
    if let label = move.label, try !has(label, memo.places[move.to], memo) { return true }
    if move.firstTest < move.testEnd,
      try !test(Int(move.firstTest), Int(move.testEnd), read, memo, bounds, passes)
    {
      return true
    }
    return try move.isLast
      ? append(read, memo, &walk) : visit(number + 1, read, memo, bounds, passes, &walk)
  }

  /// Goes on from the node that a trail has come to, and makes the trail longer.
  private func arrive(
    at node: UInt32, _ trail: ShortReadTrail, _ move: ShortRead.Move, _ number: Int,
    _ read: borrowing ShortRead, _ memo: Memo, _ bounds: [Value],
    _ passes: (Int, Value) -> Bool, _ walk: inout ShortReadWalk
  ) throws(KhoError) -> Bool {
    if trail.length >= move.shortest {
      memo.places[move.relationship] = UInt32(truncatingIfNeeded: trail.length)
      memo.places[move.to] = node
      guard try goOn(move, number, read, memo, bounds, passes, &walk) else {
        return false
      }
    }
    if trail.length >= move.longest { return true }
    guard UInt64(node) < header.nextNode else { return true }
    if let list = move.list {
      return try extend(
        trail, by: list, of: node, skipsLoops: false, move, number, read, memo, bounds, passes,
        &walk)
    }
    var lists = AdjacencyLists(
      read.steps[number].types, read.steps[number].direction, in: self)
    try lists.move(to: NodeID(node), self)
    for index in 0..<lists.count {
      let isGoingOn = try extend(
        trail, by: lists[index], of: node, skipsLoops: lists.skipsLoops(index), move, number,
        read, memo, bounds, passes, &walk)
      if !isGoingOn { return false }
    }
    return true
  }

  private func extend(
    _ trail: ShortReadTrail, by list: AdjacencyList, of node: UInt32, skipsLoops: Bool,
    _ move: ShortRead.Move, _ number: Int, _ read: borrowing ShortRead, _ memo: Memo,
    _ bounds: [Value], _ passes: (Int, Value) -> Bool, _ walk: inout ShortReadWalk
  ) throws(KhoError) -> Bool {
    let block = try adjacencyBlock(list, node >> 4)
    if block.isHub(node & 15) { return false }
    let entries = block.entries(node & 15)
    for entry in 0..<max(entries.count, 0) {
      walk.budget -= 1
      if walk.budget < 0 { return false }
      let neighbour = entries.neighbour(entry)
      if skipsLoops, neighbour == node { continue }
      guard let longer = trail.adding(entries.relationship(entry)) else { continue }
      let isGoingOn = try arrive(
        at: neighbour, longer, move, number, read, memo, bounds, passes, &walk)
      if !isGoingOn { return false }
    }
    return true
  }

  /// Takes or counts the row of the places; false where it is one too many.
  @inline(__always)
  private func append(
    _ read: borrowing ShortRead, _ memo: Memo, _ walk: inout ShortReadWalk
  ) throws(KhoError) -> Bool {
    if read.isCounting {
      walk.count += 1
      return true
    }
    guard walk.left > 0 else { return false }
    walk.left -= 1
    for place in read.columnPlaces { memo.rows[place, walk.rowCount] = memo.places[place] }
    walk.rowCount += 1
    return true
  }
}

/// The relationships that a step of any number of them has followed.
private struct ShortReadTrail {
  private var relationships = SIMD8<UInt32>()
  private(set) var length = 0

  /// Nil where it has been followed already, or there is no room.
  func adding(_ relationship: UInt32) -> ShortReadTrail? {
    for index in 0..<length where relationships[index] == relationship { return nil }
    guard length < ShortRead.longestTrail else { return nil }
    var longer = self
    longer.relationships[length] = relationship
    longer.length += 1
    return longer
  }
}

/// A short read on its way.
private struct ShortReadWalk: ~Copyable {
  var count: Int64 = 0
  /// How many more rows there may be.
  var left: Int
  /// How many more entries of lists may be looked at: nothing ends a short read from outside.
  var budget = 4_096
  var rowCount = 0
  /// Where the last step to a known node was found.
  var meeting: Meeting?

  struct Meeting {
    let step: Int
    let known: UInt32
    let node: UInt32
    let entry: Int
  }

  init(left: Int) { self.left = left }
}
