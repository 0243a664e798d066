internal import GraphModel

/// An expression after the binder: no names but slots, locals and name indexes; typed as far as can
/// be known.
///
/// The planner asks which slots it needs, the executor evaluates it. Immutable and shared by all
/// runs of a plan; what a run needs is in its `ExecutionContext`.
class BoundExpression: @unchecked Sendable {
  let span: SourceSpan
  /// The types its values may have.
  let type: TypeSet
  /// The types its elements may have, where it is a list.
  var elementType: TypeSet { .any }
  /// Direct parts, for walks over the tree.
  var children: [BoundExpression] { [] }
  /// All slots whose values the expression depends on.
  private(set) final var slots = SlotSet()
  /// Whether it asks the graph by a subquery.
  private(set) final var hasSubquery = false

  init(type: TypeSet, at span: SourceSpan) {
    self.type = type
    self.span = span
    slots.formUnion(ownSlots)
    hasSubquery = self is SubqueryExpression
    for child in children {
      slots.formUnion(child.slots)
      hasSubquery = hasSubquery || child.hasSubquery
    }
  }

  /// The value for one row: the general path that every expression has.
  func evaluate(_ row: Row, _ context: ExecutionContext) throws(KhoError) -> Value { .null }

  /// The values for all rows of a batch. Overridden where a batch is cheaper than its rows.
  func evaluate(_ batch: Batch, _ context: ExecutionContext) throws(KhoError) -> Column {
    if isConstant || batch.count == 1 {
      return .constant(try evaluate(Row(batch: batch, index: 0), context))
    }
    var values: [Value] = []
    values.reserveCapacity(batch.count)
    for index in 0..<batch.count {
      values.append(try evaluate(Row(batch: batch, index: index), context))
    }
    return .values(values)
  }

  /// The rows for which it is true, as a predicate. Overridden where a batch is cheaper than its
  /// rows.
  func select(_ batch: Batch, _ context: ExecutionContext) throws(KhoError) -> [Int32] {
    var rows: [Int32] = []
    rows.reserveCapacity(batch.count)
    let before = context.chargedBytes
    for index in 0..<batch.count {
      if try truth(Row(batch: batch, index: index), context) == true { rows.append(Int32(index)) }
      context.release(bytes: context.chargedBytes - before)
    }
    return rows
  }

  /// The same by its values, where these are computed for all rows at once.
  final func selectByValues(
    _ batch: Batch, _ context: ExecutionContext
  ) throws(KhoError) -> [Int32] {
    let column = try evaluate(batch, context)
    return [Int32](rows: batch.count) { column.isTrue(at: $0) }
  }

  /// Whether as a predicate it reads texts where they are stored, and takes little for each.
  var readsTexts: Bool { false }

  /// Slots read by this node alone.
  var ownSlots: [Slot] { [] }

  /// Whether the value is the same in every row and run (literals and what is computed from them).
  var isLiteral: Bool { false }
  /// Whether the value is the same in every row of one run.
  var isConstant: Bool { isLiteral }

  /// Whether the two always give the same value, judged by their form.
  func isSame(as other: BoundExpression) -> Bool { self === other }

  /// Text for EXPLAIN.
  var text: String { "…" }
}

extension BoundExpression {
  /// True, false or null (also for a missing value) of a predicate.
  final func truth(_ row: Row, _ context: ExecutionContext) throws(KhoError) -> Bool? {
    try truth(of: try evaluate(row, context))
  }

  /// The same of its value.
  final func truth(of value: Value) throws(KhoError) -> Bool? {
    switch value {
    case .boolean(let truth): return truth
    case .null: return nil
    case let other:
      throw KhoError(
        .typeError, "InvalidArgumentType",
        "expected a boolean as predicate, found \(other.typeName)", at: span)
    }
  }
}

extension BoundExpression {
  /// Whether a function of chance is called in it.
  final var hasRandomness: Bool {
    if let call = self as? FunctionExpression, ["rand", "randomuuid"].contains(call.function.name) {
      return true
    }
    return children.contains { $0.hasRandomness }
  }
}

extension Value {
  /// Throws where lists and maps nest too deep.
  func checkNesting(at span: SourceSpan) throws(KhoError) {
    if !isNested(within: Self.nestingLimit) {
      throw KhoError(
        .limitExceeded, "NestingLimit",
        "lists and maps nest deeper than \(Self.nestingLimit) levels", at: span)
    }
  }
}
