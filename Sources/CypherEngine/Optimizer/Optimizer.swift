internal import GraphModel
internal import GraphStorage

/// What a plan takes for granted of the graph. It is looked at anew for each state of the graph.
enum Assumption: Sendable, Hashable {
  /// By the exact counts all relationships of a type have a label at one end: where they come from
  /// (`.outgoing`) or go to (`.incoming`).
  case end(Direction, LabelID, of: RelationshipTypeID)
  /// None of them has it.
  case noEnd(Direction, LabelID, of: RelationshipTypeID)
  /// All nodes with a label have a property.
  case property(PropertyKeyID, of: LabelID)
  /// They have an integer or a text as the property.
  case exactProperty(PropertyKeyID, of: LabelID)
  /// What they have as the property, if anything, stands in the order of an index.
  case orderedProperty(PropertyKeyID, of: LabelID)

  func holds(in transaction: GraphTransaction) -> Bool {
    switch self {
    case .end(let end, let label, let type):
      transaction.relationshipCount(label: label, type: type, direction: end)
        == transaction.relationshipCount(type: type)
    case .noEnd(let end, let label, let type):
      transaction.relationshipCount(label: label, type: type, direction: end) == 0
    case .property(let key, let label):
      (try? transaction.everyNode(with: label, has: key)) ?? false
    case .exactProperty(let key, let label):
      (try? transaction.everyNode(with: label, hasExact: key)) ?? false
    case .orderedProperty(let key, let label):
      (try? transaction.everyNode(with: label, hasOrdered: key)) ?? false
    }
  }
}

/// Rewrites plans, from their inputs upwards, by rules that each have a file here.
struct Optimizer {
  let transaction: GraphTransaction
  let names: NameTable
  /// What the rewritten plan takes for granted.
  var assumptions: Set<Assumption> = []

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
    return scanningInOrder(
      knowingKeys(
        countingNodes(
          countingLengths(scanningRelationships(findingOnce(droppingImpliedLabels(result)))))))
  }
}
