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
    var only: AdjacencyList? {
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

    /// Whether the index has what is read where the short read begins in this order.
    fileprivate func isKey(of index: IndexDefinition) -> Bool {
      place == 0 && added == nil && key == index.keys.first
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

    @inline(__always) func contains(_ order: Int) -> Bool {
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
  struct Move {
    /// One bit for each place of a relationship that this one must differ from. Beside what is
    /// always set: looked at together with a label that is nil, it alarms memory checkers.
    let distinctFrom: UInt16
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
    let firstTest: Int32
    let testEnd: Int32
  }

  package static let longestTrail = 8
  /// More would have no place.
  package static let largestStepCount = (Places.count - 2) / 2

  let index: IndexDefinition
  /// Nodes that are known beside the one where it begins: by unique indexes.
  let known: [(index: IndexDefinition, place: Int)]
  let tests: [Test]
  /// How many of them are of what is known at the start.
  let startTestCount: Int
  let steps: [Step]
  let moves: [Move]
  /// With their indexes in rows, those of one place together.
  let columns: [(index: Int, column: Column)]
  /// Where columns are read from, each place once.
  let columnPlaces: [Int]
  /// Whether the number of rows is wanted instead of them.
  let isCounting: Bool
  /// How many rows in the order of the index are enough, with all that are level with the last;
  /// nil for all.
  let enough: Int?

  /// - Parameters:
  ///   - index: of nodes, by one key.
  ///   - known: at other places; they and the steps are at most `largestStepCount`.
  ///   - startTestCount: how many tests come before all steps.
  ///   - columns: not looked at where rows are counted.
  ///   - limit: how many rows are wanted; nil for all, and where their order begins downwards.
  ///   - order: the column that their order begins with, if any.
  package init(
    index: IndexDefinition, known: [(index: IndexDefinition, place: Int)], tests: [Test],
    startTestCount: Int, steps: [Step], columns: [Column], isCounting: Bool, limit: Int?,
    order: Int?
  ) {
    self.index = index
    self.known = known
    self.tests = tests
    self.startTestCount = startTestCount
    self.steps = steps
    self.isCounting = isCounting
    let isInOrder = order.map { columns[$0].isKey(of: index) } ?? true
    enough = isInOrder && steps.isEmpty && tests.isEmpty && !isCounting ? limit : nil
    var places: [Int] = []
    for column in columns where !places.contains(column.place) { places.append(column.place) }
    columnPlaces = places
    self.columns = places.flatMap { place in
      columns.enumerated().filter { $0.element.place == place }
        .map { (index: $0.offset, column: $0.element) }
    }
    let read = Set(
      places + tests.map(\.column.place)
        + steps.flatMap { $0.distinctFrom + ($0.distinctFrom.isEmpty ? [] : [$0.relationship]) })
    moves = steps.enumerated().map { number, step in
      let isLast = number == steps.count - 1
      return Move(
        distinctFrom: step.distinctFrom.reduce(0) { $0 | 1 << UInt16($1) },
        from: UInt8(step.from), relationship: UInt8(step.relationship), to: UInt8(step.to),
        isInto: step.isInto, isTrail: step.lengths != nil,
        shortest: UInt8(clamping: step.lengths?.lowerBound ?? 1),
        longest: UInt8(clamping: min(step.lengths?.upperBound ?? 1, Self.longestTrail)),
        needsRelationship: read.contains(step.relationship), isLast: isLast,
        isDegree: isCounting && isLast && !step.isInto && step.lengths == nil
          && step.label == nil && step.tests.isEmpty
          && (step.distinctFrom.isEmpty || steps.allSatisfy { $0.only != nil }),
        list: step.only, label: step.label, firstTest: Int32(step.tests.lowerBound),
        testEnd: Int32(step.tests.upperBound))
    }
  }
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
