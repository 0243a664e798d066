internal import GraphModel
internal import GraphStorage

/// The relationships between two nodes that are both there.
///
/// Of a node that stays the same for many rows, as in a search for triangles, the neighbours are
/// put into a hash table once; other pairs are searched for in the sorted list of one of them.
final class ExpandInto: FlatMap {
  private let plan: ExpandPlan
  private let uniqueness: UniquenessCheck
  private let needsRelationship: Bool
  private var row = 0
  /// The pattern's right end is the one that stays the same longer.
  private var isReversed = false
  private var table = NeighbourTable()

  init(_ input: Operator, carried: [Slot], plan: ExpandPlan, needsRelationship: Bool) {
    self.plan = plan
    self.needsRelationship = needsRelationship
    uniqueness = UniquenessCheck(slots: plan.distinctFrom)
    super.init(input, carried: carried)
  }
  override var name: String { "Expand(Into)" }
  override var details: String { plan.text }

  override func begin(_ batch: Batch, _ context: ExecutionContext) {
    row = 0
    table = NeighbourTable()
    func changes(_ slot: Slot) -> Int {
      guard case .nodes(let nodes) = batch.columns[slot] else { return 0 }
      return zip(nodes, nodes.dropFirst()).reduce(0) { $0 + ($1.0 == $1.1 ? 0 : 1) }
    }
    isReversed = batch.count > 1 && changes(plan.to) < changes(plan.from)
  }

  override func fill(_ batch: Batch, _ context: ExecutionContext) throws(KhoError) -> Rows? {
    if row >= batch.count { return nil }
    let types = context.types(plan.types)
    let direction = (isReversed ? plan.direction.reversed : plan.direction).storage
    let bases = batch.columns[isReversed ? plan.to : plan.from].nodeVector(count: batch.count)
    let others = batch.columns[isReversed ? plan.from : plan.to].nodeVector(count: batch.count)
    var table = table
    self.table = NeighbourTable()
    var origins: [Int32] = []
    var relationships: [RelationshipID] = []
    var found: [RelationshipID] = []
    var row = row
    while row < batch.count, origins.count < context.batchCapacity {
      let (base, other) = (bases[row], others[row])
      if base != .none, other != .none {
        if table.node != base {
          var end = row + 1
          while end < batch.count, bases[end] == base { end += 1 }
          let degree = try context.transaction.degree(
            of: base, types: types, direction: direction)
          table = NeighbourTable()
          if degree < 4 * (end - row) {
            try table.fill(base, types, direction, context)
          }
        }
        found.removeAll(keepingCapacity: true)
        if table.node == base {
          table.appendRelationships(to: other, &found)
        } else {
          try context.transaction.relationships(
            from: base, to: other, types: types, direction: direction, into: &found)
        }
        for relationship in found where uniqueness.isNew(relationship, batch, row) {
          origins.append(Int32(row))
          if needsRelationship { relationships.append(relationship) }
        }
      }
      row += 1
      try context.tick()
    }
    self.row = row
    self.table = table
    guard needsRelationship else { return Rows(origins: origins, columns: []) }
    return Rows(origins: origins, slot: plan.relationship, .relationships(relationships))
  }
}

/// The relationships of one node by the node at their other end.
private struct NeighbourTable {
  private(set) var node = NodeID.none
  private var expansion = Expansion()
  /// By hash the first entry of a chain, and after each entry the next one; -1 ends it.
  private var heads: [Int32] = []
  private var next: [Int32] = []

  mutating func fill(
    _ node: NodeID, _ types: [RelationshipTypeID]?, _ direction: Direction,
    _ context: ExecutionContext
  ) throws(KhoError) {
    try context.transaction.expand(node, types: types, direction: direction, to: &expansion)
    let count = expansion.neighbours.count
    var size = 8
    while size < 2 * count { size *= 2 }
    heads = Array(repeating: -1, count: size)
    next = Array(repeating: -1, count: count)
    for index in stride(from: count - 1, through: 0, by: -1) {
      let place = place(of: expansion.neighbours[index])
      next[index] = heads[place]
      heads[place] = Int32(truncatingIfNeeded: index)
    }
    self.node = node
  }

  @inline(__always) private func place(of node: NodeID) -> Int {
    Int(truncatingIfNeeded: node.rawValue &* 0x9E37_79B1 &>> 8) & (heads.count &- 1)
  }

  @inline(__always)
  func appendRelationships(to other: NodeID, _ relationships: inout [RelationshipID]) {
    var index = Int(heads[place(of: other)])
    while index >= 0 {
      if expansion.neighbours[index] == other {
        relationships.append(expansion.relationships[index])
      }
      index = Int(next[index])
    }
  }
}
