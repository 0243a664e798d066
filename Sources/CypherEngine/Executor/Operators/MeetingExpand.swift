internal import GraphModel
internal import GraphStorage

/// Two steps that start at two bound nodes and meet in a third, of which only the number of ways
/// matters: the last corner of a triangle.
///
/// Of the node that stays the same for more rows the neighbours are marked in a set of bits; what
/// the other nodes' lists have in common with it are the ways. So every entry of those lists costs
/// a look at a bit, and the relationships are looked at only where there is a way. Where each node
/// has one list to be read and it is no hub's, the storage does so for many rows at once.
final class MeetingExpand: TestingExpand {
  /// From one node to the third.
  private let step: ExpandPlan
  /// From the other node to the third; `reversed` where the plan has it the other way.
  private let closing: ExpandPlan
  private let stepUniqueness: UniquenessCheck
  private let closingUniqueness: UniquenessCheck
  private let areDifferent: Bool
  private var isDone = false
  private var marked = NodeSet()
  private var meetings = Meetings()
  private var markedEntries = Expansion()
  private var common = Expansion()

  init(
    _ input: Operator, carried: [Slot], step: ExpandPlan, closing: ExpandPlan, far: FarNodes?
  ) {
    self.step = step
    var closing = closing
    if closing.from == step.to {
      (closing.from, closing.to) = (closing.to, closing.from)
      closing.direction = closing.direction.reversed
    }
    self.closing = closing
    stepUniqueness = UniquenessCheck(slots: step.distinctFrom)
    closingUniqueness = UniquenessCheck(
      slots: closing.distinctFrom.filter { $0 != step.relationship })
    areDifferent = closing.distinctFrom.contains(step.relationship)
    super.init(input, carried: carried, far: far)
  }
  override var name: String { "Expand(Meeting)" }
  override var details: String { "\(step.text), \(closing.text)\(far?.text ?? "")" }

  /// Whether `closing` leads from a bound node to the one that `step` leads to.
  static func isApplicable(_ step: ExpandPlan, _ closing: ExpandPlan) -> Bool {
    !step.isInto && closing.isInto && closing.from != closing.to && step.from != step.to
      && (closing.from == step.to || closing.to == step.to)
  }

  /// The slots that are read of each row.
  static func readSlots(_ step: ExpandPlan, _ closing: ExpandPlan) -> SlotSet {
    SlotSet([step.from, closing.from, closing.to] + step.distinctFrom + closing.distinctFrom)
      .subtracting([step.to, step.relationship])
  }

  override func close() {
    marked = NodeSet()
    meetings = Meetings()
    markedEntries = Expansion()
    common = Expansion()
    super.close()
  }

  override func begin(_ batch: Batch, _ context: ExecutionContext) { isDone = false }

  override func fill(_ batch: Batch, _ context: ExecutionContext) throws(KhoError) -> Rows? {
    if isDone { return nil }
    isDone = true
    let starts = batch.columns[step.from].nodeVector(count: batch.count)
    let ends = batch.columns[closing.from].nodeVector(count: batch.count)
    let marksStarts = Self.changes(starts) < Self.changes(ends)
    let (bases, others) = marksStarts ? (starts, ends) : (ends, starts)
    let (basePlan, otherPlan) = marksStarts ? (step, closing) : (closing, step)
    var ways = Array(repeating: 0 as Int64, count: batch.count)
    let left = try countMeetings(bases, basePlan, others, otherPlan, batch, context, &ways)
    var index = 0
    while index < left.count {
      let start = index
      let base = bases[Int(left[start])]
      while index < left.count, bases[Int(left[index])] == base { index += 1 }
      if base != .none {
        let rows = Array(left[start..<index])
        try count(
          from: base, basePlan, to: rows.map { others[Int($0)] }, otherPlan, rows: rows, batch,
          context, &ways)
      }
    }
    var origins: [Int32] = []
    var factors: [Int64] = []
    for (row, count) in ways.enumerated() where count > 0 {
      origins.append(Int32(row))
      factors.append(count)
    }
    return Rows(origins: origins, columns: [], factors: factors)
  }

  private static func changes(_ nodes: [NodeID]) -> Int {
    var changes = 0
    for index in nodes.indices.dropFirst() where nodes[index] != nodes[index - 1] { changes += 1 }
    return changes
  }

  /// Counts the ways of those rows whose lists the storage compares; returns the others.
  private func countMeetings(
    _ bases: [NodeID], _ basePlan: ExpandPlan, _ others: [NodeID], _ otherPlan: ExpandPlan,
    _ batch: Batch, _ context: ExecutionContext, _ ways: inout [Int64]
  ) throws(KhoError) -> [Int32] {
    let (types, otherTypes) = (context.types(basePlan.types), context.types(otherPlan.types))
    let isStep = otherPlan.relationship == step.relationship
    var (marked, meetings) = (marked, meetings)
    (self.marked, self.meetings) = (NodeSet(), Meetings())
    defer { (self.marked, self.meetings) = (marked, meetings) }
    meetings.left.removeAll(keepingCapacity: true)
    var next = 0
    while next < batch.count {
      try context.checkLimits()
      meetings.removePairs()
      let isDone = try context.transaction.meet(
        bases, types, basePlan.direction.storage, others, otherTypes, otherPlan.direction.storage,
        from: &next, marked: &marked, limit: context.batchCapacity, to: &meetings)
      if !isDone { return Array(0..<Int32(batch.count)) }
      for index in try far?.rows(of: meetings.nodes, context).map(Int.init)
        ?? Array(meetings.nodes.indices)
      {
        let row = Int(meetings.rows[index])
        let (a, b) = (meetings.first[index], meetings.second[index])
        if isNew(isStep ? b : a, isStep ? a : b, batch, row) { ways[row] += 1 }
      }
    }
    return meetings.left
  }

  /// Whether the relationships of a way are others than those used in the row, and not the same
  /// where they must not be.
  private func isNew(
    _ a: RelationshipID, _ b: RelationshipID, _ batch: Batch, _ row: Int
  ) -> Bool {
    !(areDifferent && a == b) && stepUniqueness.isNew(a, batch, row)
      && closingUniqueness.isNew(b, batch, row)
  }

  /// Counts the ways between `base` and each of `others`, which are those of `rows`.
  private func count(
    from base: NodeID, _ basePlan: ExpandPlan, to others: [NodeID], _ otherPlan: ExpandPlan,
    rows: [Int32], _ batch: Batch, _ context: ExecutionContext, _ ways: inout [Int64]
  ) throws(KhoError) {
    let types = context.types(basePlan.types)
    let otherTypes = context.types(otherPlan.types)
    let direction = basePlan.direction.storage
    let degree = try context.transaction.degree(of: base, types: types, direction: direction)
    if degree == 0 { return }
    // A hub that few lists are compared with is searched for each of their entries.
    var marks = true
    if degree > 64 * others.count {
      var degrees: [Int64] = []
      try context.transaction.appendDegrees(
        of: others, types: otherTypes, direction: otherPlan.direction.storage, to: &degrees)
      marks = degree / 4 <= degrees.reduce(0) { $0 + Int($1) }
    }
    markedEntries.removeAll()
    try context.charge(bytes: marks ? 16 * degree : 0)
    defer { context.release(bytes: marks ? 16 * degree : 0) }
    if marks {
      try context.transaction.expand(base, types: types, direction: direction, to: &markedEntries)
      markedEntries.sort()
      marked.insert(contentsOf: markedEntries.neighbours)
    }
    defer { marked.remove(contentsOf: markedEntries.neighbours) }
    var position = ExpansionPosition()
    var found: [RelationshipID] = []
    while !position.isFinished {
      try context.tick()
      common.removeAll()
      try context.transaction.expand(
        others, types: otherTypes, direction: otherPlan.direction.storage,
        keeping: marks ? marked : nil, position: &position, limit: context.batchCapacity,
        to: &common)
      if common.neighbours.isEmpty { continue }
      try far?.keepPassing(&common, context)
      for index in common.neighbours.indices {
        found.removeAll(keepingCapacity: true)
        if marks {
          markedEntries.appendRelationships(to: common.neighbours[index], &found)
        } else {
          try context.transaction.relationships(
            from: base, to: common.neighbours[index], types: types, direction: direction,
            into: &found)
          try context.tick()
        }
        let row = Int(rows[Int(common.origins[index])])
        let other = common.relationships[index]
        let isStep = otherPlan.relationship == step.relationship
        for relationship in found {
          let isNew = isNew(
            isStep ? other : relationship, isStep ? relationship : other, batch, row)
          if isNew { ways[row] += 1 }
        }
      }
    }
  }
}

extension Expansion {
  /// Sorts by neighbour, where they are not yet.
  fileprivate mutating func sort() {
    if neighbours.indices.dropFirst().allSatisfy({ neighbours[$0 - 1] <= neighbours[$0] }) {
      return
    }
    let order = neighbours.indices.sorted { neighbours[$0] < neighbours[$1] }
    relationships = order.map { relationships[$0] }
    neighbours = order.map { neighbours[$0] }
  }

  /// Appends the relationships to a node, of neighbours in order. O(log count + result).
  fileprivate func appendRelationships(to node: NodeID, _ found: inout [RelationshipID]) {
    var low = 0
    var high = neighbours.count
    while low < high {
      let middle = (low + high) / 2
      if neighbours[middle] < node { low = middle + 1 } else { high = middle }
    }
    while low < neighbours.count, neighbours[low] == node {
      found.append(relationships[low])
      low += 1
    }
  }
}
