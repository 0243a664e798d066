/// What a short read asks of the nodes and relationships on its way.
internal import GraphModel
internal import LMDB

extension GraphTransaction {
  /// Of up to 64 entries those with a wanted node and passing all tests, a bit for each: one
  /// question after the other of all of them, so that the processor need not wait for each block.
  func wanted(
    _ entries: AdjacencyEntries, _ range: Range<Int>, leavingOut node: UInt32?,
    _ move: ShortRead.Move, _ read: borrowing ShortRead, _ memo: Memo, _ bounds: [Value],
    _ passes: (Int, Value) -> Bool
  ) throws(KhoError) -> UInt64 {
    var wanted: UInt64 = ~0 &>> UInt64(64 &- range.count)
    if let node {
      for entry in range where entries.neighbour(entry) == node {
        wanted &= ~(1 &<< UInt64(entry &- range.lowerBound))
      }
    }
    if let label = move.label {
      for entry in range where try !has(label, entries.neighbour(entry), memo) {
        wanted &= ~(1 &<< UInt64(entry &- range.lowerBound))
      }
    }
    if move.firstTest < move.testEnd, range.count > 1 {
      let known = memo.view
      let isOfNode = read.tests[Int(move.firstTest)].column.place == Int(move.to)
      for entry in range {
        let id = isOfNode ? entries.neighbour(entry) : entries.relationship(entry)
        known[isOfNode ? .nodes : .relationships, id >> 6]?.prefetch(
          0, count: EntityBlock.usualHeadSizeInBytes)
      }
    }
    for index in Int(move.firstTest)..<Int(move.testEnd) {
      let test = read.tests[index]
      let place = test.column.place
      var rest = wanted
      while rest != 0 {
        let bit = rest & (~rest &+ 1)
        let entry = range.lowerBound &+ rest.trailingZeroBitCount
        rest ^= bit
        let id =
          place == Int(move.to)
          ? entries.neighbour(entry)
          : place == Int(move.relationship) ? entries.relationship(entry) : memo.places[place]
        if try !hasPassed(test, id, index, memo, bounds, passes) { wanted ^= bit }
      }
    }
    return wanted
  }

  @inline(__always)
  func has(_ label: LabelID, _ node: UInt32, _ memo: Memo) throws(KhoError) -> Bool {
    guard UInt64(node) < header.nextNode else { return false }
    return memo.hints.has(label, node & 63, try block(.node, node >> 6))
  }

  /// Whether what is known passes those tests.
  func test(
    _ first: Int, _ end: Int, _ read: borrowing ShortRead, _ memo: Memo, _ bounds: [Value],
    _ passes: (Int, Value) -> Bool
  ) throws(KhoError) -> Bool {
    for index in first..<end {
      let test = read.tests[index]
      let id = memo.places[test.column.place]
      if try !hasPassed(test, id, index, memo, bounds, passes) { return false }
    }
    return true
  }

  /// Whether what has the id, at the test's place, passes it.
  @inline(__always)
  private func hasPassed(
    _ test: ShortRead.Test, _ id: UInt32, _ index: Int, _ memo: Memo, _ bounds: [Value],
    _ passes: (Int, Value) -> Bool
  ) throws(KhoError) -> Bool {
    let table: EntityTable = test.column.place & 1 == 0 ? .node : .relationship
    guard isKnown(table.entity(id)) else { return false }
    let block = try block(table, id >> 6)
    guard let column = memo.hints.column(of: test.column.key, id & 63, block, table) else {
      return false
    }
    switch (column.name.type, bounds[index]) {
    case (.integer, .integer(let bound)):
      let value = Int64(bitPattern: block.word(column, column.rank(id & 63)))
      return test.passing.contains(value < bound ? -1 : value == bound ? 0 : 1)
    case (.string, .string(let bound)):
      let text = block.run(column, column.rank(id & 63))
      return test.passing.contains(bound.withUTF8Bytes { text.order($0) })
    default: return passes(index, try value(block, column, table.entity(id)))
    }
  }
}
