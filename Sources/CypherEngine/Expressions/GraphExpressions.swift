internal import GraphModel
internal import GraphStorage

/// Expressions over the graph: paths from matched parts, and subqueries in braces.

/// A named path, put together from the nodes and relationships matched.
final class PathExpression: BoundExpression, @unchecked Sendable {
  struct Step: Sendable {
    var relationship: Slot
    /// Of variable length: the slot holds a list of relationships.
    var isList: Bool
    var node: Slot
  }
  let start: Slot
  let steps: [Step]
  init(start: Slot, steps: [Step], at span: SourceSpan) {
    self.start = start
    self.steps = steps
    super.init(type: .path, at: span)
  }
  override func evaluate(_ row: Row, _ context: ExecutionContext) throws(KhoError) -> Value {
    let columns = row.batch.columns
    var node = columns[start].node(at: row.index)
    if node == .none { return .null }
    var nodes = [Node(node)]
    var relationships: [Relationship] = []
    for step in steps {
      if step.isList {
        guard case .list(let list) = columns[step.relationship].value(at: row.index) else {
          return .null
        }
        for case .relationship(let relationship) in list {
          guard let ends = try context.transaction.endpoints(of: relationship.id) else {
            return .null
          }
          node = ends.source == node ? ends.target : ends.source
          nodes.append(Node(node))
          relationships.append(relationship)
        }
      } else {
        let relationship = columns[step.relationship].relationship(at: row.index)
        node = columns[step.node].node(at: row.index)
        if relationship == .none || node == .none { return .null }
        nodes.append(Node(node))
        relationships.append(Relationship(relationship))
      }
    }
    return .path(Path(nodes: nodes, relationships: relationships))
  }
  override var ownSlots: [Slot] { [start] + steps.flatMap { [$0.relationship, $0.node] } }
  override var text: String { "path" }
}

/// The length of a named path, without the path.
final class PathLengthExpression: BoundExpression, @unchecked Sendable {
  enum Step: Sendable {
    case one(PathExpression.Step)
    /// Of variable length: the slot holds how many relationships it has.
    case count(Slot)
  }
  private let call: FunctionExpression
  private let path: PathExpression
  private let steps: [Step]
  init(_ call: FunctionExpression, of path: PathExpression, _ steps: [Step]) {
    self.call = call
    self.path = path
    self.steps = steps
    super.init(type: .integer, at: call.span)
  }

  /// The only part of variable length, and how many others there are; nil for other paths.
  var sum: (others: Int64, count: Slot)? {
    var (others, count): (Int64, Slot?) = (0, nil)
    for step in steps {
      switch step {
      case .count(let slot) where count == nil: count = slot
      case .one(let step) where !step.isList: others += 1
      case .count, .one: return nil
      }
    }
    return count.map { (others, $0) }
  }

  override func evaluate(_ row: Row, _ context: ExecutionContext) throws(KhoError) -> Value {
    let columns = row.batch.columns
    if columns[path.start].node(at: row.index) == .none { return .null }
    var length: Int64 = 0
    for step in steps {
      switch step {
      case .count(let slot):
        guard case .integer(let count) = columns[slot].value(at: row.index) else { return .null }
        length &+= count
      case .one(let step) where step.isList:
        guard case .list(let list) = columns[step.relationship].value(at: row.index) else {
          return .null
        }
        length &+= Int64(list.count)
      case .one(let step):
        if columns[step.relationship].isNull(at: row.index)
          || columns[step.node].isNull(at: row.index)
        {
          return .null
        }
        length &+= 1
      }
    }
    return .integer(length)
  }
  override var ownSlots: [Slot] {
    [path.start]
      + steps.flatMap { step in
        switch step {
        case .count(let slot): [slot]
        case .one(let step): step.isList ? [step.relationship] : [step.relationship, step.node]
        }
      }
  }
  override var text: String { call.text }
}

/// EXISTS, COUNT and COLLECT in braces; pattern predicates and pattern comprehensions are such
/// subqueries, too.
final class SubqueryExpression: BoundExpression, @unchecked Sendable {
  enum Kind: Sendable, Equatable {
    case exists
    case count
    /// The values of one column.
    case collect(Slot)
    /// The first value of one column, or null.
    case first(Slot)
  }
  /// A local variable of an outer list expression, which the subquery reads from a slot.
  struct Import: Sendable {
    var local: LocalExpression
    var slot: Slot
  }
  let index: Int
  let kind: Kind
  let query: BoundQuery
  let imports: [Import]
  /// Slots of the outer row that the subquery reads.
  let outerSlots: [Slot]
  /// Set by the planner, once, before the expression is shared.
  var plan: Plan?
  /// The slot in which rows of the plan carry the number of their outer row.
  var rowNumber: Slot = 0

  init(
    index: Int, kind: Kind, query: BoundQuery, imports: [Import], outerSlots: [Slot],
    at span: SourceSpan
  ) {
    self.index = index
    self.kind = kind
    self.query = query
    self.imports = imports
    self.outerSlots = outerSlots
    let type: TypeSet =
      switch kind {
      case .exists: .boolean
      case .count: .integer
      case .collect: .list
      case .first: .any
      }
    super.init(type: type, at: span)
  }

  override func evaluate(_ row: Row, _ context: ExecutionContext) throws(KhoError) -> Value {
    try context.runner(for: self).evaluate(row, context)
  }
  override func evaluate(_ batch: Batch, _ context: ExecutionContext) throws(KhoError) -> Column {
    try context.runner(for: self).evaluate(batch, context)
  }
  override func select(_ batch: Batch, _ context: ExecutionContext) throws(KhoError) -> [Int32] {
    try selectByValues(batch, context)
  }
  override var ownSlots: [Slot] { outerSlots }
  override var children: [BoundExpression] { imports.map(\.local) }
  override var text: String {
    switch kind {
    case .exists: "EXISTS {…}"
    case .count: "COUNT {…}"
    case .collect, .first: "COLLECT {…}"
    }
  }
}
