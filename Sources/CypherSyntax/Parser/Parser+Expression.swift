internal import GraphModel

/// Operators, by the precedence of CIP2021-08-10.
///
/// Operands and operators wait on two stacks until an operator of lower precedence, or the end,
/// shows where a chain ends. So a level of nesting costs one frame whatever operators it holds, and
/// chains are loops that fill the flat lists of the tree.
extension Parser {
  /// An expression and the height of its tree.
  struct Operand {
    var expression: Expression
    var height: Int
  }

  /// An operator and where it stands.
  struct PendingOperator {
    enum Kind {
      case or, xor, and, not, concatenation
      case comparison(Expression.ComparisonOperator)
      case predicate(Expression.PredicateOperator)
      case arithmetic(Expression.ArithmeticOperator)
      case sign(Expression.UnaryOperator)
    }
    var kind: Kind
    var start: UInt32
    var precedence: Precedence
  }

  /// What an expression is wanted for: only a predicate may be a pattern, which stands for its
  /// existence.
  enum ExpressionUse { case value, predicate }

  /// Expression = OrExpression
  ///
  /// - Parameter endingAtBar: whether a `|` ends the expression rather than join labels in it.
  func expression(
    _ use: ExpressionUse = .value, endingAtBar: Bool = false
  ) throws(SyntaxFailure) -> Expression {
    let outer = try beginExpression(endingAtBar: endingAtBar)
    repeat {
      takePrefixOperators(above: outer.operatorCount)
      push(try postfixExpression())
    } while try infixOperator(above: outer.operatorCount)
    return try endExpression(outer, use)
  }

  /// The rest of an expression whose first operand is not written.
  func expression(after operand: Expression) throws(SyntaxFailure) -> Expression {
    let outer = try beginExpression(endingAtBar: false)
    height = 0
    push(operand)
    while try infixOperator(above: outer.operatorCount) {
      takePrefixOperators(above: outer.operatorCount)
      push(try postfixExpression())
    }
    return try endExpression(outer, .value)
  }

  /// What an expression must put back for the one that it is inside of.
  private struct OuterExpression {
    var operatorCount: Int
    var height: Int
    var endsAtBar: Bool
  }

  private func beginExpression(endingAtBar: Bool) throws(SyntaxFailure) -> OuterExpression {
    try enterNesting()
    let outer = OuterExpression(
      operatorCount: operators.count, height: height, endsAtBar: endsAtBar)
    endsAtBar = endingAtBar
    return outer
  }

  private func endExpression(
    _ outer: OuterExpression, _ use: ExpressionUse
  ) throws(SyntaxFailure) -> Expression {
    try fold(above: nil, base: outer.operatorCount)
    guard let result = operands.popLast() else { throw unexpected("an expression") }
    if use == .value { try requireValue(result.expression) }
    nesting -= 1
    endsAtBar = outer.endsAtBar
    height = max(outer.height, result.height)
    return result.expression
  }

  /// Throws if `expression` is a pattern, which only predicates may be.
  private func requireValue(_ expression: Expression) throws(SyntaxFailure) {
    guard case .pattern(let pattern) = expression.kind, case .all = pattern.selector else { return }
    throw syntaxError(
      "a pattern can only be used as a predicate", at: expression.span,
      hint: "use EXISTS { … }, COUNT { … } or [pattern | value]")
  }

  private func takePrefixOperators(above base: Int) {
    while let precedence = prefixPrecedence(above: base) {
      let token = advance()
      let kind: PendingOperator.Kind =
        precedence == .not ? .not : .sign(token.kind == .minus ? .minus : .plus)
      operators.append(PendingOperator(kind: kind, start: token.start, precedence: precedence))
    }
    height = 0
  }

  /// An operand that was just read, with its height.
  private func push(_ expression: Expression) {
    operands.append(Operand(expression: expression, height: height))
  }

  /// NOT and signs; a minus before a number is part of it (see `primary`).
  private func prefixPrecedence(above base: Int) -> Precedence? {
    switch current.kind {
    case .plus: return .sign
    case .minus: return startsNegativeNumber ? nil : .sign
    case .identifier:
      let outer = operators.count > base ? operators[operators.count - 1].precedence : .or
      return at(.not) && outer <= .not && startsOperand(peek()) ? .not : nil
    default: return nil
    }
  }

  /// Whether a minus and a number stand here, with nothing after them that binds tighter than the
  /// sign.
  var startsNegativeNumber: Bool {
    guard at(.minus), peek().kind == .number else { return false }
    switch peek(2).kind {
    case .period, .leftBracket, .colon: return false
    default: return true
    }
  }

  /// Takes an infix operator, and the null and label predicates before it that have no right-hand
  /// side.
  /// - Returns: false at the end of the expression.
  private func infixOperator(above base: Int) throws(SyntaxFailure) -> Bool {
    while at(.is) || at(.doubleColon) { try isPredicate(above: base) }
    let start = current.start
    guard let (kind, precedence) = infixKind else { return false }
    index += 1
    if case .predicate(let predicate) = kind, predicate == .startsWith || predicate == .endsWith {
      try expect(.with)
    }
    // Predicates associate to the left, one by one; all other levels gather chains.
    try fold(above: precedence == .predicate ? .comparison : precedence, base: base)
    operators.append(PendingOperator(kind: kind, start: start, precedence: precedence))
    return true
  }

  private var infixKind: (PendingOperator.Kind, Precedence)? {
    switch current.kind {
    case .equals: (.comparison(.equal), .comparison)
    case .notEquals: (.comparison(.notEqual), .comparison)
    case .less: (.comparison(.less), .comparison)
    case .lessOrEqual: (.comparison(.lessOrEqual), .comparison)
    case .greater: (.comparison(.greater), .comparison)
    case .greaterOrEqual: (.comparison(.greaterOrEqual), .comparison)
    case .matches: (.predicate(.matches), .predicate)
    case .doubleBar: (.concatenation, .concatenation)
    case .plus: (.arithmetic(.add), .additive)
    case .minus: (.arithmetic(.subtract), .additive)
    case .asterisk: (.arithmetic(.multiply), .multiplicative)
    case .slash: (.arithmetic(.divide), .multiplicative)
    case .percent: (.arithmetic(.modulo), .multiplicative)
    case .circumflex: (.arithmetic(.power), .power)
    case .identifier: infixWord
    default: nil
    }
  }

  private var infixWord: (PendingOperator.Kind, Precedence)? {
    switch current.keyword {
    case .or: (.or, .or)
    case .xor: (.xor, .xor)
    case .and: (.and, .and)
    case .in: (.predicate(.in), .predicate)
    case .starts: (.predicate(.startsWith), .predicate)
    case .ends: (.predicate(.endsWith), .predicate)
    case .contains: (.predicate(.contains), .predicate)
    default: nil
    }
  }

  /// NullPredicate, TypePredicate, NormalizedPredicate, LabelPredicate = IS LabelExpression
  private func isPredicate(above base: Int) throws(SyntaxFailure) {
    try fold(above: .comparison, base: base)
    guard let operand = operands.popLast() else { return }
    try requireValue(operand.expression)
    height = operand.height
    let kind: Expression.Kind
    if let test = try isTestIfPresent(of: operand.expression) {
      kind = test
    } else {
      advance()
      if at(.not) {
        advance()
        throw unexpected("NULL, '::', TYPED or NORMALIZED")
      }
      kind = .hasLabels(operand.expression, try labelExpression())
    }
    push(try node(kind, from: operand.expression.span.start))
  }

  /// NullPredicate = IS [NOT] NULL, TypePredicate = (IS [NOT] (:: | TYPED) | ::) ValueType,
  /// NormalizedPredicate = IS [NOT] [NormalForm] NORMALIZED
  private func isTestIfPresent(of operand: Expression) throws(SyntaxFailure) -> Expression.Kind? {
    guard startsIsTest else { return nil }
    if skip(.doubleColon) { return .isTyped(operand, try valueType(), isNegated: false) }
    advance()
    let isNegated = skip(.not)
    if skip(.null) { return .isNull(operand, isNegated: isNegated) }
    if skip(.doubleColon) || skip(.typed) {
      return .isTyped(operand, try valueType(), isNegated: isNegated)
    }
    let form = at(.normalized) ? .nfc : normalForm(advance()) ?? .nfc
    try expect(.normalized)
    return .isNormalized(operand, form, isNegated: isNegated)
  }

  /// NormalForm = NFC | NFD | NFKC | NFKD
  private func normalForm(_ token: Token) -> Expression.NormalForm? {
    token.keyword.flatMap { Expression.NormalForm(rawValue: $0.spelling) }
  }

  /// Whether `::` or an IS that tests no label stands here.
  var startsIsTest: Bool {
    if at(.doubleColon) { return true }
    guard at(.is) else { return false }
    let next = peek().keyword == .not ? 2 : 1
    switch peek(next).keyword {
    case .null, .normalized: return true
    case .typed: return peek(next + 1).isName
    case .nfc, .nfd, .nfkc, .nfkd: return peek(next + 1).keyword == .normalized
    default: return peek(next).kind == .doubleColon
    }
  }

  /// ValueType, whose grammar is in `TypeReader`.
  func valueType() throws(SyntaxFailure) -> ValueType {
    let words = tokens[index...].prefix(TypeReader.wordLimit).prefix {
      switch $0.kind {
      case .identifier, .less, .greater, .bar, .exclamation: true
      default: false
      }
    }
    var reader = TypeReader(words.map { text(of: $0).uppercased() })
    let type = reader.valueType(endingAtBar: endsAtBar)
    index += reader.offset
    guard let type else { throw unexpected(reader.expected) }
    return type
  }

  // MARK: Folding

  /// Makes nodes of the waiting operators that bind tighter than `precedence`; of all of them for
  /// nil.
  private func fold(above precedence: Precedence?, base: Int) throws(SyntaxFailure) {
    while operators.count > base, let top = operators.last {
      if let precedence, top.precedence <= precedence { return }
      try foldChain(of: top, base: base)
    }
  }

  /// Makes one node of the operators of one precedence on top of the stack.
  private func foldChain(of top: PendingOperator, base: Int) throws(SyntaxFailure) {
    let isUnary = top.precedence == .not || top.precedence == .sign
    var first = operators.count - 1
    if !isUnary {
      while first > base, operators[first - 1].precedence == top.precedence { first -= 1 }
    }
    // Copies, since a slice that is alive would make `removeLast` copy all that is waiting.
    let chain = Array(operators[first...])
    let parts = Array(operands.suffix(isUnary ? 1 : chain.count + 1))
    operators.removeLast(chain.count)
    operands.removeLast(parts.count)
    height = 0
    for part in parts {
      height = max(height, part.height)
      if top.precedence > .not { try requireValue(part.expression) }
    }
    let expressions = parts.map(\.expression)
    let start = isUnary ? top.start : expressions.first?.span.start ?? top.start
    var folded = try node(kind(of: top.kind, expressions, chain), from: start)
    folded.span.end = max(start, expressions.last?.span.end ?? start)
    push(folded)
  }

  private func kind(
    of top: PendingOperator.Kind, _ operands: [Expression], _ chain: [PendingOperator]
  ) -> Expression.Kind {
    switch top {
    case .or: .or(operands)
    case .xor: .xor(operands)
    case .and: .and(operands)
    case .not: .unary(.not, operands[0])
    case .sign(let sign): .unary(sign, operands[0])
    case .concatenation: .concatenation(operands)
    case .predicate(let predicate): .predicate(predicate, operands[0], operands[1])
    case .comparison: .comparison(first: operands[0], links(chain, operands, \.comparison))
    case .arithmetic: .arithmetic(first: operands[0], links(chain, operands, \.arithmetic))
    }
  }

  /// Each operator of a chain with its right-hand operand.
  private func links<Operator>(
    _ chain: [PendingOperator], _ operands: [Expression],
    _ choose: (PendingOperator.Kind) -> Operator?
  ) -> [(Operator, Expression)] {
    zip(chain, operands.dropFirst()).compactMap { link, operand in
      choose(link.kind).map { ($0, operand) }
    }
  }
}

extension Parser.PendingOperator.Kind {
  fileprivate var comparison: Expression.ComparisonOperator? {
    if case .comparison(let comparison) = self { comparison } else { nil }
  }

  fileprivate var arithmetic: Expression.ArithmeticOperator? {
    if case .arithmetic(let arithmetic) = self { arithmetic } else { nil }
  }
}
