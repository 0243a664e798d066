internal import GraphModel

/// Predicates that may throw, of a MATCH clause that is planned together with an earlier one.
///
/// Each throws for just those rows that the earlier clause leaves. Asked sooner, it drops the rows
/// for which it is not true; where it would throw it lets the row pass, and is asked again when
/// the earlier clause is done.

/// Such a predicate while its pattern is planned.
final class LaterTest: BoundExpression, @unchecked Sendable {
  private let test: BoundExpression
  /// What is bound when the earlier clause is done.
  private let earlier: SlotSet
  /// It has been asked, too soon.
  private let isAsked: Bool

  init(_ test: BoundExpression, after earlier: SlotSet, isAsked: Bool = false) {
    self.test = test
    self.earlier = earlier
    self.isAsked = isAsked
    super.init(type: .boolean, at: test.span)
  }
  override var children: [BoundExpression] { [test] }
  override var text: String { test.text }

  /// What is asked of rows with the slots `bound`, which has all that it reads, and what of it is
  /// left for later.
  func asked(of bound: SlotSet) -> (now: BoundExpression?, later: LaterTest?) {
    if earlier.isSubset(of: bound) { return (isAsked ? RepeatedTest(test) : test, nil) }
    if isAsked { return (nil, self) }
    return (LenientTest(test), LaterTest(test, after: earlier, isAsked: true))
  }
}

/// True as well where the predicate throws, which is noted.
final class LenientTest: CompoundExpression, @unchecked Sendable {
  init(_ test: BoundExpression) { super.init([test], type: .boolean, at: test.span) }

  override func evaluate(_ row: Row, _ context: ExecutionContext) throws(KhoError) -> Value {
    do { return try operands[0].evaluate(row, context) } catch {
      try context.postpone(error)
      return .boolean(true)
    }
  }
  override func select(_ batch: Batch, _ context: ExecutionContext) throws(KhoError) -> [Int32] {
    do { return try operands[0].select(batch, context) } catch {
      try context.postpone(error)
      return (0..<Int32(batch.count)).map { $0 }
    }
  }
  override var readsTexts: Bool { operands[0].readsTexts }
  override var text: String { operands[0].text }
}

/// The predicate again, if there was a row for which it threw.
final class RepeatedTest: BoundExpression, @unchecked Sendable {
  private let test: BoundExpression
  init(_ test: BoundExpression) {
    self.test = test
    super.init(type: .boolean, at: test.span)
  }
  override func evaluate(_ row: Row, _ context: ExecutionContext) throws(KhoError) -> Value {
    context.hasPostponedErrors ? try test.evaluate(row, context) : .boolean(true)
  }
  override func select(_ batch: Batch, _ context: ExecutionContext) throws(KhoError) -> [Int32] {
    if context.hasPostponedErrors { return try test.select(batch, context) }
    return (0..<Int32(batch.count)).map { $0 }
  }
  override var readsTexts: Bool { true }
  override var children: [BoundExpression] { [test] }
  override var text: String { test.text }
}
