internal import GraphModel

/// What may follow an operand: level 11 of CIP2021-08-10.
extension Parser {
  /// PostfixExpression = Primary { . PropertyKeyName | Subscript } [NodeLabels]
  ///
  /// The caller sets `height` to zero.
  func postfixExpression() throws(SyntaxFailure) -> Expression {
    let start = current.start
    return try postfixed(try operandRule()(self), from: start)
  }

  private func postfixed(
    _ base: Expression, from start: UInt32
  ) throws(SyntaxFailure) -> Expression {
    var expression = base
    while at(.period) || at(.leftBracket) {
      expression = try node(try selection(from: expression), from: start)
    }
    guard skip(.colon) else { return expression }
    return try node(.hasLabels(expression, try labelExpression()), from: start)
  }

  /// Subscript = [ Expression ] | [ [Expression] .. [Expression] ]
  private func selection(from base: Expression) throws(SyntaxFailure) -> Expression.Kind {
    let opening = advance()
    if opening.kind == .period { return .property(base, try name("a property key")) }
    let lower = at(.doublePeriod) ? nil : try expression()
    let isSlice = skip(.doublePeriod)
    let upper = !isSlice || at(.rightBracket) ? nil : try expression()
    try close(opening, .rightBracket, "index")
    if let lower, !isSlice { return .index(base, lower) }
    return .slice(base, from: lower, to: upper)
  }
}
