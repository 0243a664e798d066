/// Short reads: from the entities of an index along relationships, with the properties met on the
/// way, row by row and without batches between the steps.
package import GraphModel
internal import LMDB

/// What a short read asks for, all by ids. Nodes and relationships along the way have places: even
/// ones are of nodes, 0 is where it begins. Where a step is a trail of any number of relationships,
/// that number stands at its place.
package struct ShortRead: Sendable {
  package struct Step: Sendable {
    /// The place of the node it leaves.
    let from: Int
    /// The places of the relationship and of the node it leads to.
    let relationship: Int
    let to: Int
    /// Whether that node is known already.
    let isInto: Bool
    /// How many relationships it follows, where it is a trail; at most `longestTrail`.
    let lengths: ClosedRange<Int>?
    let types: [RelationshipTypeID]?
    let direction: Direction
    /// Places of relationships that this one must differ from.
    let distinctFrom: [Int]
    /// What the node it leads to must have.
    let label: LabelID?
    /// Of the places that are known after it.
    let tests: Range<Int>

    package init(
      from: Int, relationship: Int, to: Int, isInto: Bool, lengths: ClosedRange<Int>?,
      types: [RelationshipTypeID]?, direction: Direction, distinctFrom: [Int], label: LabelID?,
      tests: Range<Int>
    ) {
      self.from = from
      self.relationship = relationship
      self.to = to
      self.isInto = isInto
      self.lengths = lengths
      self.types = types
      self.direction = direction
      self.distinctFrom = distinctFrom
      self.label = label
      self.tests = tests
    }

    /// The one list that it reads of every node, where there is only one.
    fileprivate var only: AdjacencyList? {
      guard let type = types?.first, types?.count == 1, direction != .either else { return nil }
      return AdjacencyList(type, isIncoming: direction == .incoming)
    }
  }

  package struct Column: Sendable {
    let place: Int
    let key: PropertyKeyID
    /// What the trail's length at the place is added to; nil for a property.
    let added: Int64?

    package init(place: Int, key: PropertyKeyID) {
      self.place = place
      self.key = key
      added = nil
    }

    package init(lengthAt place: Int, added: Int64) {
      self.place = place
      key = PropertyKeyID(0)
      self.added = added
    }
  }

  /// A property of what is at a place, compared with a value of the run.
  package struct Test: Sendable {
    let column: Column
    let passing: Orders

    package init(_ column: Column, passing: Orders) {
      self.column = column
      self.passing = passing
    }
  }

  /// How values may stand to another one.
  package struct Orders: OptionSet, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }
    package static let less = Orders(rawValue: 1)
    package static let equal = Orders(rawValue: 2)
    package static let greater = Orders(rawValue: 4)

    @inline(__always) fileprivate func contains(_ order: Int) -> Bool {
      contains(order < 0 ? .less : order == 0 ? .equal : .greater)
    }
  }

  /// What it looks for in its index.
  package enum Start: Sendable {
    /// One value of the one key.
    case value(Value)
    case seek(IndexSeek)
  }

  /// A step without references, so that looking at it counts none.
  fileprivate struct Move {
    let from: UInt8
    let relationship: UInt8
    let to: UInt8
    let isInto: Bool
    let isTrail: Bool
    let shortest: UInt8
    let longest: UInt8
    /// Whether the relationship is read or compared, here or later.
    let needsRelationship: Bool
    let isLast: Bool
    /// Whether only the number of its relationships counts.
    let isDegree: Bool
    /// The one list that is read of every node, where there is only one.
    let list: AdjacencyList?
    let label: LabelID?
    /// One bit for each place of a relationship that this one must differ from.
    let distinctFrom: UInt16
    let firstTest: Int32
    let testEnd: Int32
  }

  package static let longestTrail = 8
  /// More would have no place.
  package static let largestStepCount = (Places.count - 2) / 2

  fileprivate let index: IndexDefinition
  /// Nodes that are known beside the one where it begins: by unique indexes.
  fileprivate let known: [(index: IndexDefinition, place: Int)]
  fileprivate let tests: [Test]
  /// How many of them are of what is known at the start.
  fileprivate let startTestCount: Int
  fileprivate let steps: [Step]
  fileprivate let moves: [Move]
  fileprivate let columns: [Column]
  /// Where columns are read from, each place once.
  fileprivate let columnPlaces: [Int]
  /// Whether the number of rows is wanted instead of them.
  fileprivate let isCounting: Bool

  /// - Parameters:
  ///   - index: of nodes, by one key.
  ///   - known: at other places; they and the steps are at most `largestStepCount`.
  ///   - startTestCount: how many tests come before all steps.
  ///   - columns: not looked at where rows are counted.
  package init(
    index: IndexDefinition, known: [(index: IndexDefinition, place: Int)], tests: [Test],
    startTestCount: Int, steps: [Step], columns: [Column], isCounting: Bool
  ) {
    self.index = index
    self.known = known
    self.tests = tests
    self.startTestCount = startTestCount
    self.steps = steps
    self.columns = columns
    self.isCounting = isCounting
    var places: [Int] = []
    for column in columns where !places.contains(column.place) { places.append(column.place) }
    columnPlaces = places
    let read = Set(
      places + tests.map(\.column.place)
        + steps.flatMap { $0.distinctFrom + ($0.distinctFrom.isEmpty ? [] : [$0.relationship]) })
    moves = steps.enumerated().map { number, step in
      let isLast = number == steps.count - 1
      return Move(
        from: UInt8(step.from), relationship: UInt8(step.relationship), to: UInt8(step.to),
        isInto: step.isInto, isTrail: step.lengths != nil,
        shortest: UInt8(clamping: step.lengths?.lowerBound ?? 1),
        longest: UInt8(clamping: min(step.lengths?.upperBound ?? 1, Self.longestTrail)),
        needsRelationship: read.contains(step.relationship), isLast: isLast,
        isDegree: isCounting && isLast && !step.isInto && step.lengths == nil
          && step.label == nil && step.tests.isEmpty
          && (step.distinctFrom.isEmpty || steps.allSatisfy { $0.only != nil }),
        list: step.only, label: step.label,
        distinctFrom: step.distinctFrom.reduce(0) { $0 | 1 << UInt16($1) },
        firstTest: Int32(step.tests.lowerBound), testEnd: Int32(step.tests.upperBound))
    }
  }
}

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
    guard pending == nil, let memo else { return nil }
    var walk = ShortReadWalk(left: rowLimit)
    guard try go(read, memo, from: start, known, bounds, passes, &walk) else { return nil }
    if read.isCounting { walk.values.append(.integer(walk.count)) }
    return walk.values.finish(columns)
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
      switch try seek(unique: read.index, value, memo) {
      case .none: return true
      case .one(let id): return try begin(id, read, memo, bounds, passes, &walk)
      case .unknown:
        guard value.isIndexable else { return false }
        if try !find(read.index, value, limit: walk.left + 1, to: &ids) {
          try seek(read.index, .equal([value]), limit: walk.left + 1, to: &ids)
        }
      }
    case .seek(let seek): try self.seek(read.index, seek, limit: walk.left + 1, to: &ids)
    }
    guard ids.count <= walk.left else { return false }
    if read.moves.isEmpty, !read.isCounting {
      walk.values.reserve(ids.count * read.columns.count)
    }
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
    if move.isLast, !read.isCounting {
      walk.values.reserve(min(entries.count, walk.left) * read.columns.count)
    }
    for entry in 0..<max(entries.count, 0) {
      let neighbour = entries.neighbour(entry)
      if skipsLoops, neighbour == node { continue }
      memo.places[move.to] = neighbour
      let isGoingOn = try pass(entry, entries, move, number, read, memo, bounds, passes, &walk)
      if !isGoingOn { return false }
    }
    return true
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
    if move.needsRelationship {
      let relationship = entries.relationship(entry)
      if move.distinctFrom != 0, memo.places.contain(relationship, among: move.distinctFrom) {
        return true
      }
      memo.places[move.relationship] = relationship
    }
    return try goOn(move, number, read, memo, bounds, passes, &walk)
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

  @inline(__always)
  private func has(_ label: LabelID, _ node: UInt32, _ memo: Memo) throws(KhoError) -> Bool {
    guard UInt64(node) < header.nextNode else { return false }
    return memo.hints.has(label, node & 63, try block(.node, node >> 6))
  }

  /// Whether what is known passes those tests.
  private func test(
    _ first: Int, _ end: Int, _ read: borrowing ShortRead, _ memo: Memo, _ bounds: [Value],
    _ passes: (Int, Value) -> Bool
  ) throws(KhoError) -> Bool {
    for index in first..<end {
      let test = read.tests[index]
      let id = memo.places[test.column.place]
      let table: EntityTable = test.column.place & 1 == 0 ? .node : .relationship
      guard isKnown(table.entity(id)) else { return false }
      let block = try block(table, id >> 6)
      guard let column = memo.hints.column(of: test.column.key, id & 63, block, table) else {
        return false
      }
      let isPassed: Bool
      switch (column.name.type, bounds[index]) {
      case (.integer, .integer(let bound)):
        let value = Int64(bitPattern: block.word(column, column.rank(id & 63)))
        isPassed = test.passing.contains(value < bound ? -1 : value == bound ? 0 : 1)
      case (.string, .string(let bound)):
        let text = block.run(column, column.rank(id & 63))
        isPassed = test.passing.contains(bound.withUTF8Bytes { text.order($0) })
      default: isPassed = passes(index, try value(block, column, table.entity(id)))
      }
      if !isPassed { return false }
    }
    return true
  }

  /// Appends or counts the row of the places; false where it is one too many. What is at a place
  /// where the row before had it is not read again.
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
    var place = -1
    var isRepeated = false
    var block = EntityBlock(.empty)
    for column in read.columns {
      let id = memo.places[column.place]
      if let added = column.added {
        walk.values.append(.integer(Int64(id) &+ added))
        continue
      }
      let table: EntityTable = column.place & 1 == 0 ? .node : .relationship
      if column.place != place {
        place = column.place
        isRepeated = walk.hasRow && memo.places.isKept(place)
        if !isRepeated {
          block =
            isKnown(table.entity(id)) ? try self.block(table, id >> 6) : EntityBlock(.empty)
        }
      }
      if isRepeated {
        walk.values.repeat(back: read.columns.count)
      } else if let found = memo.hints.column(of: column.key, id & 63, block, table) {
        switch found.name.type {
        case .integer:
          let word = block.word(found, found.rank(id & 63))
          walk.values.append(.integer(Int64(bitPattern: word)))
        case .string:
          let text = block.run(found, found.rank(id & 63))
          walk.values.append(
            .string(memo.texts.areKnown(id, table, block) ? text.wellFormedText : text.text))
        default: walk.values.append(try value(block, found, table.entity(id)))
        }
      } else {
        walk.values.append(.null)
      }
    }
    for place in read.columnPlaces { memo.places.keep(place) }
    walk.hasRow = true
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

/// A short read on its way: what there is of its rows.
private struct ShortReadWalk: ~Copyable {
  var count: Int64 = 0
  /// How many more rows there may be.
  var left: Int
  /// How many more entries of lists may be looked at: nothing ends a short read from outside.
  var budget = 4_096
  var values = ResultRowsBuilder()
  /// Whether there is a row before the one that is being made.
  var hasRow = false
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

extension Value {
  /// Whether indexes have entries for such values.
  package var isIndexable: Bool {
    switch self {
    case .list, .map, .node, .relationship, .path: false
    default: true
    }
  }
}
