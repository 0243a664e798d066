internal import GraphModel

/// Expressions without parts: literals, parameters, variables.

final class LiteralExpression: BoundExpression, @unchecked Sendable {
  let value: Value
  init(_ value: Value, at span: SourceSpan) {
    self.value = value
    super.init(type: TypeSet(of: value), at: span)
  }
  override var elementType: TypeSet {
    guard case .list(let elements) = value else { return .any }
    return elements.reduce(into: TypeSet.none) { $0.formUnion(TypeSet(of: $1)) }
  }
  override func evaluate(_ row: Row, _ context: ExecutionContext) throws(KhoError) -> Value {
    value
  }
  override var isLiteral: Bool { true }
  override func isSame(as other: BoundExpression) -> Bool {
    guard let other = other as? LiteralExpression else { return false }
    return EquivalentValue(value) == EquivalentValue(other.value) && type == other.type
  }
  override var text: String { value.text }
}

final class ParameterExpression: BoundExpression, @unchecked Sendable {
  let name: String
  init(_ name: String, at span: SourceSpan) {
    self.name = name
    super.init(type: .any, at: span)
  }
  override func evaluate(_ row: Row, _ context: ExecutionContext) throws(KhoError) -> Value {
    try value(in: context)
  }

  func value(in context: ExecutionContext) throws(KhoError) -> Value {
    guard let value = context.parameters[name] else { throw missing }
    return value
  }

  /// Throws where the parameter is not given.
  func check(in context: ExecutionContext) throws(KhoError) {
    if !context.parameters.contains(key: name) { throw missing }
  }

  private var missing: KhoError {
    KhoError(
      .parameterMissing, "MissingParameter", "expected a value for the parameter $\(name)",
      phase: .compileTime, at: span)
  }
  override var isConstant: Bool { true }
  override func isSame(as other: BoundExpression) -> Bool {
    (other as? ParameterExpression)?.name == name
  }
  override var text: String { "$" + name }
}

/// A variable of the row.
final class SlotExpression: BoundExpression, @unchecked Sendable {
  let slot: Slot
  let name: String
  private let elements: TypeSet
  init(
    _ slot: Slot, name: String, type: TypeSet, elementType: TypeSet = .any, at span: SourceSpan
  ) {
    self.slot = slot
    self.name = name
    elements = elementType
    super.init(type: type, at: span)
  }
  override var elementType: TypeSet { elements }
  override func evaluate(_ row: Row, _ context: ExecutionContext) throws(KhoError) -> Value {
    row.batch.columns[slot].value(at: row.index)
  }
  override func evaluate(_ batch: Batch, _ context: ExecutionContext) throws(KhoError) -> Column {
    if case .absent = batch.columns[slot] { return .constant(.null) }
    return batch.columns[slot]
  }
  override var ownSlots: [Slot] { [slot] }
  override func isSame(as other: BoundExpression) -> Bool {
    (other as? SlotExpression)?.slot == slot
  }
  override var text: String { name }
}

/// A variable of a list expression: `x` in `[x IN list | x + 1]`.
final class LocalExpression: BoundExpression, @unchecked Sendable {
  let index: Int
  let name: String
  init(_ index: Int, name: String, type: TypeSet, at span: SourceSpan) {
    self.index = index
    self.name = name
    super.init(type: type, at: span)
  }
  override func evaluate(_ row: Row, _ context: ExecutionContext) throws(KhoError) -> Value {
    context.tree.locals[index]
  }
  override func isSame(as other: BoundExpression) -> Bool {
    (other as? LocalExpression)?.index == index
  }
  override var text: String { name }
}
