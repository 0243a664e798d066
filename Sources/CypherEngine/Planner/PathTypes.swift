internal import GraphModel
internal import GraphStorage

/// What the exact counts say of a short pattern of variable length: which types its steps can
/// follow, and how many steps there can be.
///
/// `(:City)-[*1..2]->(:Country)` where only CITY_IN leaves a City, each leads to a State, and only
/// STATE_IN leads to a Country is `(:City)-[:CITY_IN]->(:State)-[:STATE_IN]->(:Country)`, which can
/// be followed from either end.
extension Planner {
  /// Longer patterns are left as they are.
  private static let longestPath = 4

  /// The pattern with relationships of variable length as chains of single ones, where they can
  /// have one length only and no relationship can come twice; else with the types that they can
  /// follow. Notes what is assumed for it.
  mutating func resolvingLengths(_ match: BoundMatch) -> BoundMatch {
    guard assumesCounts, match.relationships.contains(where: \.isResolvable) else { return match }
    let inPaths = SlotSet(match.paths.flatMap { $0.path.slots })
    var result = match
    result.relationships = []
    for var relationship in match.relationships {
      guard relationship.isResolvable, !inPaths.contains(relationship.slot),
        let length = relationship.length, let upper = length.upper,
        length.lower >= 1, length.lower <= upper, upper <= Self.longestPath,
        var types = PathTypes(relationship, match, statistics, names)
      else {
        result.relationships.append(relationship)
        continue
      }
      let possible = (length.lower...upper).compactMap { types.levels(length: $0) }
      let steps = Array(possible.joined())
      let all = Set(steps.joined())
      if possible.count == 1, all.count == steps.reduce(0, { $0 + $1.count }) {
        appendChain(possible[0], &types, for: relationship, to: &result)
        assumptions.formUnion(types.assumptions)
        continue
      }
      if !possible.isEmpty, all.count < types.candidates.count {
        assumptions.formUnion(types.assumptions)
        relationship.types = nameIndexes(all, types)
      }
      result.relationships.append(relationship)
    }
    return result
  }

  private mutating func appendChain(
    _ levels: [[Int]], _ types: inout PathTypes, for relationship: BoundMatch.PatternRelationship,
    to match: inout BoundMatch
  ) {
    var from = relationship.from
    for (index, level) in levels.enumerated() {
      var step = relationship
      step.length = nil
      step.from = from
      if index + 1 < levels.count {
        step.slot = newSlot()
        step.to = newSlot()
        let label = types.label(after: level).map { names.label(statistics.name(of: $0)) }
        match.nodes.append(
          BoundMatch.PatternNode(slot: step.to, name: "", labels: label.map { [$0] } ?? []))
      }
      step.types = nameIndexes(level, types)
      match.relationships.append(step)
      from = step.to
    }
  }

  private mutating func nameIndexes(_ types: some Sequence<Int>, _ all: PathTypes) -> [Int] {
    types.sorted().map { names.type(statistics.name(of: all.candidates[$0])) }
  }
}

/// The types that a pattern of variable length could follow, and what nodes these have at their
/// ends. Types are meant by their index in `candidates`.
private struct PathTypes {
  /// How many of a type's relationships have a label at one end.
  private enum Share { case none, some, all }
  /// More counts than these are not looked up.
  private static let mostCounts = 512

  let candidates: [RelationshipTypeID]
  private let labels: [LabelID]
  /// Labels of the pattern's ends, by their index.
  private let first: [Int]
  private let last: [Int]
  /// By type and label: of the nodes where a step starts, and of those where it leads to.
  private let near: [[Share]]
  private let far: [[Share]]
  private let ends: (near: Direction, far: Direction)
  /// What the answers so far follow from.
  private(set) var assumptions: Set<Assumption> = []

  /// Nil where the ends tell nothing, or there is too much to be looked up.
  init?(
    _ relationship: BoundMatch.PatternRelationship, _ match: BoundMatch,
    _ statistics: GraphTransaction, _ names: NameTable
  ) {
    let labels = statistics.labelNames.compactMap { statistics.label(named: $0) }
    func indexes(_ slot: Slot) -> [Int] {
      (match.nodes.first { $0.slot == slot }?.labels ?? []).compactMap { index in
        statistics.label(named: names.labels[index]).flatMap { labels.firstIndex(of: $0) }
      }
    }
    let types = relationship.types.map { $0.map { names.types[$0] } }
      ?? statistics.relationshipTypeNames
    let candidates = types.compactMap { statistics.relationshipType(named: $0) }
    (first, last) = (indexes(relationship.from), indexes(relationship.to))
    guard relationship.direction != .either, !first.isEmpty || !last.isEmpty,
      candidates.count * labels.count <= Self.mostCounts
    else { return nil }
    func shares(_ end: Direction) -> [[Share]] {
      candidates.map { type in
        let all = statistics.relationshipCount(type: type)
        return labels.map { label in
          let count = statistics.relationshipCount(label: label, type: type, direction: end)
          return count == 0 ? .none : count == all ? .all : .some
        }
      }
    }
    ends =
      relationship.direction == .outgoing ? (.outgoing, .incoming) : (.incoming, .outgoing)
    near = shares(ends.near)
    far = shares(ends.far)
    self.labels = labels
    self.candidates = candidates
  }

  /// The types that each step of a path with so many can follow; nil where there is no such path.
  mutating func levels(length: Int) -> [[Int]]? {
    var levels: [[Int]] = []
    for level in 0..<length {
      var types: [Int] = []
      for type in candidates.indices {
        let isReached =
          level == 0 ? canStart(type) : levels[level - 1].contains { canFollow($0, type) }
        if isReached, level < length - 1 || canEnd(type) { types.append(type) }
      }
      levels.append(types)
    }
    for level in (0..<length - 1).reversed() {
      let next = levels[level + 1]
      levels[level].removeAll { type in !next.contains { canFollow(type, $0) } }
    }
    return levels.contains(where: \.isEmpty) ? nil : levels
  }

  private mutating func canStart(_ type: Int) -> Bool {
    guard let label = first.first(where: { near[type][$0] == .none }) else { return true }
    assumptions.insert(.noEnd(ends.near, labels[label], of: candidates[type]))
    return false
  }

  private mutating func canEnd(_ type: Int) -> Bool {
    guard let label = last.first(where: { far[type][$0] == .none }) else { return true }
    assumptions.insert(.noEnd(ends.far, labels[label], of: candidates[type]))
    return false
  }

  /// Whether a node where the first type leads to can be one where the second starts.
  private mutating func canFollow(_ type: Int, _ next: Int) -> Bool {
    let (a, b) = (candidates[type], candidates[next])
    for (index, label) in labels.enumerated() {
      switch (far[type][index], near[next][index]) {
      case (.all, .none):
        assumptions.formUnion([.end(ends.far, label, of: a), .noEnd(ends.near, label, of: b)])
        return false
      case (.none, .all):
        assumptions.formUnion([.noEnd(ends.far, label, of: a), .end(ends.near, label, of: b)])
        return false
      default: continue
      }
    }
    return true
  }

  /// A label that all nodes have where one of the types leads to.
  mutating func label(after types: [Int]) -> LabelID? {
    let index = labels.indices.first { label in types.allSatisfy { far[$0][label] == .all } }
    guard let index else { return nil }
    for type in types { assumptions.insert(.end(ends.far, labels[index], of: candidates[type])) }
    return labels[index]
  }
}

extension BoundMatch.PatternRelationship {
  /// Whether nothing but its ends, its types and its length matters.
  fileprivate var isResolvable: Bool {
    length != nil && name.isEmpty && !isBound && conditions.isEmpty && predicates.isEmpty
      && typeTest == nil && repetition == nil
  }
}
