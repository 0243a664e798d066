internal import GraphModel
internal import GraphStorage

/// What the node that an expansion leads to must be, and nothing else of a row is asked for: the
/// expansion tests it itself, and each node once.
final class FarNodes {
  private let slot: Slot
  private var selection: Selection
  /// The predicates as a scan tests them, where it can test them all.
  private let scan: (label: Int?, tests: [ScanTest])?
  /// Whether a node always gets the same answer.
  private let isStable: Bool
  /// How many nodes were asked for.
  private var askedCount = 0
  /// Those whose answer is known, and those of them that pass.
  private var known: NodeSet?
  private var passing: NodeSet?
  /// All answers are known.
  private var isComplete = false
  /// Fewer nodes are asked for one by one.
  private static let smallestCount = 256

  /// - Parameter predicates: read no slot but `slot`.
  init(_ slot: Slot, _ predicates: [BoundExpression]) {
    self.slot = slot
    selection = Selection(predicates)
    var label: Int?
    var tests: [ScanTest] = []
    for predicate in predicates {
      if label == nil, let name = predicate.labelName(of: slot) {
        label = name
      } else if let test = ScanTest(predicate), test.slot == slot {
        tests.append(test)
      }
    }
    scan = tests.count + (label == nil ? 0 : 1) == predicates.count ? (label, tests) : nil
    isStable = predicates.allSatisfy { $0.onlyProperty != nil || $0.labelName(of: slot) != nil }
  }

  /// Those of `predicates` that an expansion to `slot` may test before the others are asked: they
  /// read nothing else, and where an earlier one is left they throw nothing.
  static func testable(_ predicates: [BoundExpression], at slot: Slot) -> [BoundExpression] {
    var result: [BoundExpression] = []
    for (index, predicate) in predicates.enumerated()
    where predicate.slots == [slot] && !predicate.hasSubquery {
      if result.count == index || ScanTest(predicate)?.slot == slot
        || predicate.labelName(of: slot) != nil
      {
        result.append(predicate)
      }
    }
    return result
  }

  /// For EXPLAIN, after what is expanded.
  var text: String { " WHERE " + selection.text }

  /// Forgets all answers: parameters and graph may change.
  func reset() {
    selection.reset()
    askedCount = 0
    known = nil
    passing = nil
    isComplete = false
  }

  /// All nodes that pass, where so many are asked for that finding them costs less; nil else.
  /// - Parameter count: how many are about to be asked for.
  func all(asking count: Int, _ context: ExecutionContext) throws(KhoError) -> NodeSet? {
    if isComplete { return passing }
    let nodeCount = context.transaction.nodeIDCount
    guard let scan, isStable, !context.query.isWriting,
      askedCount + count > max(Self.smallestCount, nodeCount >> 4)
    else { return nil }
    let label = scan.label.flatMap { context.label($0) }
    let tests = try scan.tests.propertyTests(context)
    // Other values than integers take as long in a scan as by themselves.
    if tests?.areOfIntegers == false, askedCount + count < 2 * nodeCount { return nil }
    try context.charge(bytes: nodeCount >> 3)
    known = nil
    if let tests, scan.label == nil || label != nil {
      passing = try context.transaction.nodeSet(label: label, tests: tests)
    } else {
      passing = NodeSet()
    }
    isComplete = true
    return passing
  }

  /// The indexes of those nodes that pass, in order.
  func rows(of nodes: [NodeID], _ context: ExecutionContext) throws(KhoError) -> [Int32] {
    askedCount += nodes.count
    let nodeCount = context.transaction.nodeIDCount
    if !isComplete {
      // What is asked once for each text needs no other memory, until nodes come again.
      guard isStable, !context.query.isWriting,
        known != nil || areRepeated(nodes, nodeCount)
          || askedCount > max(Self.smallestCount, nodeCount >> 8)
            && (selection.hasVaried || askedCount > nodeCount)
      else { return try select(nodes, context) }
      try learn(nodes, context)
    }
    guard let passing else { return [] }
    return [Int32](rows: nodes.count) { passing.contains(id: nodes[$0].rawValue) }
  }

  /// Whether nodes must come again, seen from how close their ids are, and are worth a set of all.
  private func areRepeated(_ nodes: [NodeID], _ nodeCount: Int) -> Bool {
    guard nodes.count > max(64, nodeCount >> 10) else { return false }
    var (least, greatest) = (UInt32.max, UInt32.min)
    for node in nodes {
      (least, greatest) = (min(least, node.rawValue), max(greatest, node.rawValue))
    }
    return nodes.count > 2 * (Int(greatest) - Int(least))
  }

  private func learn(_ nodes: [NodeID], _ context: ExecutionContext) throws(KhoError) {
    if known == nil {
      let nodeCount = context.transaction.nodeIDCount
      try context.charge(bytes: nodeCount >> 2)
      known = NodeSet(nodeIDCount: nodeCount)
      passing = NodeSet(nodeIDCount: nodeCount)
    }
    guard var known, var passing else { return }
    (self.known, self.passing) = (nil, nil)
    var new: [NodeID] = []
    for node in nodes where node != .none && known.insert(id: node.rawValue) { new.append(node) }
    if !new.isEmpty {
      for row in try select(new, context) { passing.insert(id: new[Int(row)].rawValue) }
    }
    (self.known, self.passing) = (known, passing)
  }

  private func select(
    _ nodes: [NodeID], _ context: ExecutionContext
  ) throws(KhoError) -> [Int32] {
    var batch = Batch(count: nodes.count, columns: context.tree.emptyColumns())
    batch.columns[slot] = .nodes(nodes)
    let rows = try selection.rows(of: batch, context) ?? Array(0..<Int32(nodes.count))
    context.tree.recycle(consume batch)
    return rows
  }

  /// Drops the rows of an expansion whose node does not pass.
  func keepPassing(
    _ expansion: inout Expansion, _ context: ExecutionContext
  ) throws(KhoError) {
    let rows = try rows(of: expansion.neighbours, context)
    if rows.count < expansion.neighbours.count { expansion.keep(rows) }
  }
}

extension BoundExpression {
  /// The label that is asked of the slot, where it asks for just one.
  func labelName(of slot: Slot) -> Int? {
    guard let test = self as? HasLabelsExpression, case .name(let index) = test.labels,
      (test.base as? SlotExpression)?.slot == slot
    else { return nil }
    return index
  }
}

/// An expansion that tests the nodes it leads to.
class TestingExpand: FlatMap {
  final let far: FarNodes?

  init(_ input: Operator, carried: [Slot], far: FarNodes?) {
    self.far = far
    super.init(input, carried: carried)
  }

  override func open(_ context: ExecutionContext) throws(KhoError) {
    far?.reset()
    try super.open(context)
  }

  override func close() {
    far?.reset()
    super.close()
  }
}
