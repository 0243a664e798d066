internal import GraphModel
internal import GraphStorage

/// A plan that is nothing but a short read: nodes with one value in an index, steps from them, and
/// properties of what is met. Most look-ups are, and are answered without operators.
final class ShortReadQuery: Sendable {
  /// Rows answered at once; operators give more of them piece by piece.
  private static let rowLimit = 256

  private let read: ShortRead
  /// The name of the parameter that holds the value; nil where it is `literal`.
  private let parameter: String?
  private let literal: Value

  /// All rows, one after the other; nil where operators have to compute them.
  func rows(
    _ parameters: ValueMap, in transaction: GraphTransaction, rowLimit: Int?
  ) throws(KhoError) -> [Value]? {
    var value = literal
    if let parameter {
      guard let given = parameters[parameter] else { return nil }
      value = given.isASCII ? given : given.nfc
    }
    return try transaction.rows(
      of: read, from: value, rowLimit: min(rowLimit ?? Self.rowLimit, Self.rowLimit))
  }

  /// Nil for a plan of another form, or with names that `transaction` does not know.
  init?(
    _ plan: Plan, columns: [Slot], names: NameTable, in transaction: GraphTransaction
  ) {
    guard case .project(let input, let items) = plan.operation, !columns.isEmpty else { return nil }
    // From the last step back to the seek.
    var steps: [(expand: ExpandPlan, label: LabelID?)] = []
    var (rest, label): (Plan, LabelID?) = (input, nil)
    var seek: IndexSeekPlan?
    while seek == nil {
      switch rest.operation {
      case .filter(let input, let predicates):
        guard label == nil, predicates.count == 1, case .expand(_, let expand) = input.operation,
          let test = predicates[0] as? HasLabelsExpression, case .name(let name) = test.labels,
          (test.base as? SlotExpression)?.slot == expand.to,
          let id = transaction.label(named: names.labels[name])
        else { return nil }
        (rest, label) = (input, id)
      case .expand(let input, let expand):
        guard !expand.isInto, expand.isFromBound, !expand.distinctFromLists,
          steps.count < ShortRead.largestStepCount
        else { return nil }
        steps.append((expand, label))
        (rest, label) = (input, nil)
      case .indexSeek(let input, let plan):
        guard input.isArgument else { return nil }
        seek = plan
      default: return nil
      }
    }
    guard let seek, seek.index.keys.count == 1, case .equal(let keys) = seek.bound, keys.count == 1,
      names.parameters.count == (keys[0] is ParameterExpression ? 1 : 0)
    else { return nil }
    switch keys[0] {
    case let key as ParameterExpression: (parameter, literal) = (key.name, .null)
    case let key as LiteralExpression: (parameter, literal) = (nil, key.value)
    default: return nil
    }

    var places = [seek.slot: 0]
    var made: [ShortRead.Step] = []
    for (expand, label) in steps.reversed() {
      var types: [RelationshipTypeID]?
      if let indices = expand.types {
        var known: [RelationshipTypeID] = []
        for index in indices {
          guard let type = transaction.relationshipType(named: names.types[index]) else {
            return nil
          }
          known.append(type)
        }
        types = known
      }
      guard let from = places[expand.from] else { return nil }
      var distinctFrom: [Int] = []
      for slot in expand.distinctFrom {
        guard let place = places[slot] else { return nil }
        distinctFrom.append(place)
      }
      made.append(
        ShortRead.Step(
          from: from, types: types, direction: expand.direction.storage,
          distinctFrom: distinctFrom, label: label))
      places[expand.relationship] = 2 * made.count - 1
      places[expand.to] = 2 * made.count
    }

    var properties: [ShortRead.Column] = []
    for slot in columns {
      guard let property = items.first(where: { $0.slot == slot })?.expression,
        let property = property as? PropertyExpression,
        let base = property.base as? SlotExpression, let place = places[base.slot],
        let key = transaction.propertyKey(named: property.keyName)
      else { return nil }
      properties.append(ShortRead.Column(place: place, key: key))
    }
    read = ShortRead(index: seek.index, steps: made, columns: properties)
  }
}
