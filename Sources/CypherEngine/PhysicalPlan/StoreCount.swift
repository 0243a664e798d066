internal import GraphModel
internal import GraphStorage

/// A count that the store keeps, and no scan is needed for: the nodes of a label, or the
/// relationships of some types.
enum StoreCount: Sendable {
  /// Of names, by their index.
  enum Subject: Sendable {
    /// With a label, or all.
    case nodes(label: Int?)
    /// Of some types, or any, that leave or reach nodes with a label, or any.
    case relationships(types: [Int]?, label: Int?, direction: BoundDirection)

    /// What `count(*)` of the plan's rows counts; nil where the store does not know it.
    init?(_ input: Plan, keys: [Slot], _ aggregates: [BoundProjection.Aggregate]) {
      guard keys.isEmpty, !aggregates.isEmpty, aggregates.allSatisfy({ $0.function == nil }) else {
        return nil
      }
      switch input.operation {
      case .nodeScan(let start, _, _, let label) where start.isArgument:
        self = .nodes(label: label)
      case .expand(let scan, let expand) where !expand.isInto && expand.distinctFrom.isEmpty:
        // A relationship followed either way is found from both its ends, a loop from its one.
        guard case .nodeScan(let start, _, _, let label) = scan.operation, start.isArgument,
          expand.direction != .either
        else { return nil }
        self = .relationships(types: expand.types, label: label, direction: expand.direction)
      default: return nil
      }
    }
  }

  case nodes(LabelID?)
  case relationships([RelationshipTypeID]?, LabelID?, Direction)
  /// Of what nothing is called.
  case nothing

  /// - Parameters:
  ///   - label, types: find the ids of names; types that nothing has are left out.
  init(
    _ subject: Subject, label: (Int) -> LabelID?, types: ([Int]?) -> [RelationshipTypeID]?
  ) {
    switch subject {
    case .nodes(nil): self = .nodes(nil)
    case .nodes(let name?): self = label(name).map { .nodes($0) } ?? .nothing
    case .relationships(let names, let name, let direction):
      guard let name else {
        self = .relationships(types(names), nil, direction.storage)
        return
      }
      self = label(name).map { .relationships(types(names), $0, direction.storage) } ?? .nothing
    }
  }

  /// The whole plan as a count; nil for a plan of another form, or with names that `transaction`
  /// does not know.
  init?(_ plan: Plan, columns: [Slot], names: NameTable, in transaction: GraphTransaction) {
    guard case .aggregate(let input, let keys, let aggregates) = plan.operation,
      let subject = Subject(input, keys: keys, aggregates), names.parameters.isEmpty,
      columns.allSatisfy({ slot in aggregates.contains { $0.slot == slot } })
    else { return nil }
    self.init(subject, label: { transaction.label(named: names.labels[$0]) }) { types in
      types.map { $0.compactMap { transaction.relationshipType(named: names.types[$0]) } }
    }
  }

  /// O(types) look-ups of a record.
  func count(in transaction: GraphTransaction) -> Int {
    switch self {
    case .nothing: 0
    case .nodes(let label): label.map(transaction.nodeCount(label:)) ?? transaction.nodeCount
    case .relationships(let types?, let label?, let direction):
      types.reduce(0) {
        $0 + transaction.relationshipCount(label: label, type: $1, direction: direction)
      }
    case .relationships(nil, let label?, let direction):
      transaction.relationshipCount(label: label, type: nil, direction: direction)
    case .relationships(let types?, nil, _):
      types.reduce(0) { $0 + transaction.relationshipCount(type: $1) }
    case .relationships(nil, nil, _): transaction.relationshipCount
    }
  }
}
