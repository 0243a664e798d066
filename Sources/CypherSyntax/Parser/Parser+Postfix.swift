internal import GraphModel

/// What may follow an operand: level 11 of CIP2021-08-10.
extension Parser {
  /// PostfixExpression = Primary { . PropertyKeyName | [ Expression ] | [ [Expression] .. [Expression] ] } [NodeLabels]
  ///
  /// The caller sets `height` to zero.
  mutating func postfixExpression() throws(KhoError) -> Expression {
    let start = current.start
    var expression = try primary()
    while true {
      switch current.kind {
      case .period:
        index += 1
        let key = try name("a property key")
        expression = try node(.property(expression, key), from: start)
      case .leftBracket:
        expression = try subscripted(expression, from: start)
      case .colon:
        index += 1
        return try node(.hasLabels(expression, try labelExpression()), from: start)
      case .doubleColon:
        throw unsupported("a type predicate", at: current.span)
      default:
        return expression
      }
    }
  }

  private mutating func subscripted(
    _ base: Expression, from start: UInt32
  ) throws(KhoError) -> Expression {
    let opening = advance()
    var lower: Expression?
    if !at(.doublePeriod) { lower = try expression() }
    let kind: Expression.Kind
    if skip(.doublePeriod) {
      let upper = at(.rightBracket) ? nil : try expression()
      kind = .slice(base, from: lower, to: upper)
    } else if let lower {
      kind = .index(base, lower)
    } else {
      throw unexpected("an index")
    }
    try close(opening, .rightBracket, "index")
    return try node(kind, from: start)
  }
}
