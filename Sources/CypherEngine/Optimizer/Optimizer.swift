internal import GraphModel
internal import GraphStorage

/// What a plan takes for granted of the graph: that by the exact counts all relationships of a type
/// have a label at one end. It is looked at anew for each state of the graph.
struct LabelAssumption: Sendable, Hashable {
  var label: LabelID
  var type: RelationshipTypeID
  /// The label's end: where relationships come from (`.outgoing`) or go to (`.incoming`).
  var end: Direction

  func holds(in transaction: GraphTransaction) -> Bool {
    transaction.relationshipCount(label: label, type: type, direction: end)
      == transaction.relationshipCount(type: type)
  }
}

/// Rewrites plans, from their inputs upwards, by rules that each have a file here.
struct Optimizer {
  let transaction: GraphTransaction
  let names: NameTable
  /// What the rewritten plan takes for granted.
  var assumptions: Set<LabelAssumption> = []

  /// Slots of the statement; rules may add some.
  var slotCount: Int

  init(_ transaction: GraphTransaction, _ names: NameTable, slotCount: Int) {
    self.transaction = transaction
    self.names = names
    self.slotCount = slotCount
  }

  mutating func apply(to plan: Plan) -> Plan {
    var result = plan
    result.operation = plan.operation.mapInputs { apply(to: $0) }
    return countingLengths(scanningRelationships(droppingImpliedLabels(result)))
  }
}
