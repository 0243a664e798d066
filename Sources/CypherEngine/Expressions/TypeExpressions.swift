internal import CypherSyntax
internal import GraphModel
internal import GraphStorage

/// Tests of a value's type and form.

/// `x IS :: TYPE`
final class TypeTestExpression: CompoundExpression, @unchecked Sendable {
  private let tested: ValueType
  private let isNegated: Bool
  init(
    _ operand: BoundExpression, _ tested: ValueType, isNegated: Bool, at span: SourceSpan
  ) {
    self.tested = tested
    self.isNegated = isNegated
    super.init([operand], type: .boolean, at: span)
  }
  override func evaluate(_ row: Row, _ context: ExecutionContext) throws(KhoError) -> Value {
    .boolean(tested.contains(try operands[0].evaluate(row, context)) != isNegated)
  }
  override var signature: String { "\(isNegated) \(tested)" }
  override var text: String {
    "\(operands[0].text) IS \(isNegated ? "NOT " : ""):: \(tested)"
  }
}

/// `x IS NFC NORMALIZED`; null of what is no string.
final class NormalizedTestExpression: CompoundExpression, @unchecked Sendable {
  private let form: Expression.NormalForm
  private let isNegated: Bool
  init(
    _ operand: BoundExpression, _ form: Expression.NormalForm, isNegated: Bool,
    at span: SourceSpan
  ) {
    self.form = form
    self.isNegated = isNegated
    super.init([operand], type: .boolean, at: span)
  }
  override func evaluate(_ row: Row, _ context: ExecutionContext) throws(KhoError) -> Value {
    guard case .string(let text) = try operands[0].evaluate(row, context) else { return .null }
    return .boolean(text.isIdentical(to: text.normalized(form)) != isNegated)
  }
  override var signature: String { "\(isNegated) \(form)" }
  override var text: String {
    operands[0].text + (isNegated ? " IS NOT " : " IS ") + form.rawValue + " NORMALIZED"
  }
}

extension String {
  func normalized(_ form: Expression.NormalForm) -> String {
    switch form {
    case .nfc: nfc
    case .nfd: nfd
    case .nfkc: nfkc
    case .nfkd: nfkd
    }
  }
}
