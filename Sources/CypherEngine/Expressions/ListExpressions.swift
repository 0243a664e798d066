internal import CypherSyntax
internal import GraphModel

/// Expressions that run over a list with a local variable: comprehension, quantifiers, reduce.

extension BoundExpression {
  /// The elements of a list; nil for null.
  fileprivate final func elements(
    _ row: Row, _ context: ExecutionContext
  ) throws(KhoError) -> [Value]? {
    switch try evaluate(row, context) {
    case .list(let elements): return elements
    case .null: return nil
    case let other:
      throw KhoError(
        .typeError, "InvalidArgumentType", "expected a list, found \(other.typeName)", at: span)
    }
  }
}

/// `[x IN list WHERE predicate | projection]`
final class ListComprehensionExpression: BoundExpression, @unchecked Sendable {
  let local: Int
  let list: BoundExpression
  let predicate: BoundExpression?
  let projection: BoundExpression?
  init(
    local: Int, list: BoundExpression, predicate: BoundExpression?, projection: BoundExpression?,
    at span: SourceSpan
  ) {
    self.local = local
    self.list = list
    self.predicate = predicate
    self.projection = projection
    super.init(type: .list, at: span)
  }
  override func evaluate(_ row: Row, _ context: ExecutionContext) throws(KhoError) -> Value {
    guard let elements = try list.elements(row, context) else { return .null }
    var result: [Value] = []
    for element in elements {
      try context.tick()
      context.tree.locals[local] = element
      if let predicate, try predicate.truth(row, context) != true { continue }
      let value = try projection?.evaluate(row, context) ?? element
      try context.charge(bytes: value.footprint)
      result.append(value)
    }
    return .list(result)
  }
  override var children: [BoundExpression] { [list, predicate, projection].compactMap { $0 } }
  override var text: String {
    "[… IN \(list.text)\(predicate.map { " WHERE " + $0.text } ?? "")"
      + "\(projection.map { " | " + $0.text } ?? "")]"
  }
}

/// `all(x IN list WHERE predicate)`, and any, none, single, in three-valued logic.
final class QuantifierExpression: BoundExpression, @unchecked Sendable {
  let quantifier: Expression.Quantifier
  let local: Int
  let list: BoundExpression
  let predicate: BoundExpression
  init(
    _ quantifier: Expression.Quantifier, local: Int, list: BoundExpression,
    predicate: BoundExpression, at span: SourceSpan
  ) {
    self.quantifier = quantifier
    self.local = local
    self.list = list
    self.predicate = predicate
    super.init(type: .boolean, at: span)
  }
  override func evaluate(_ row: Row, _ context: ExecutionContext) throws(KhoError) -> Value {
    guard let elements = try list.elements(row, context) else { return .null }
    var trueCount = 0
    var hasUnknown = false
    for element in elements {
      try context.tick()
      context.tree.locals[local] = element
      switch (quantifier, try predicate.truth(row, context)) {
      case (.all, false): return .boolean(false)
      case (.any, true): return .boolean(true)
      case (.none, true): return .boolean(false)
      case (_, nil): hasUnknown = true
      case (_, true): trueCount += 1
      case (_, false): break
      }
      if quantifier == .single, trueCount > 1 { return .boolean(false) }
    }
    if hasUnknown { return .null }
    return .boolean(quantifier == .single ? trueCount == 1 : quantifier != .any)
  }
  override var children: [BoundExpression] { [list, predicate] }
  override var text: String { "\(quantifier.rawValue)(… IN \(list.text) WHERE \(predicate.text))" }
}

/// `reduce(accumulator = initial, x IN list | step)`
final class ReduceExpression: BoundExpression, @unchecked Sendable {
  let accumulator: Int
  let initial: BoundExpression
  let local: Int
  let list: BoundExpression
  let step: BoundExpression
  init(
    accumulator: Int, initial: BoundExpression, local: Int, list: BoundExpression,
    step: BoundExpression, at span: SourceSpan
  ) {
    self.accumulator = accumulator
    self.initial = initial
    self.local = local
    self.list = list
    self.step = step
    super.init(type: .any, at: span)
  }
  override func evaluate(_ row: Row, _ context: ExecutionContext) throws(KhoError) -> Value {
    guard let elements = try list.elements(row, context) else { return .null }
    var result = try initial.evaluate(row, context)
    for element in elements {
      try context.tick()
      context.tree.locals[accumulator] = result
      context.tree.locals[local] = element
      result = try step.evaluate(row, context)
      try result.checkNesting(at: span)
    }
    return result
  }
  override var children: [BoundExpression] { [initial, list, step] }
  override var text: String { "reduce(… IN \(list.text))" }
}
