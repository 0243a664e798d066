package import GraphModel

/// An expression and where it stands. Chains of one precedence are flat lists, so that the depth of
/// the tree is the depth of the text's nesting, which the parser bounds.
package struct Expression: Sendable {
  package enum UnaryOperator: Sendable { case plus, minus, not }
  package enum ArithmeticOperator: Sendable { case add, subtract, multiply, divide, modulo, power }
  package enum ComparisonOperator: Sendable {
    case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
  }
  /// Operators between two operands that are neither arithmetic nor chained comparison.
  package enum PredicateOperator: Sendable { case `in`, startsWith, endsWith, contains, matches }
  /// A normalization form of Unicode.
  package enum NormalForm: String, Sendable {
    case nfc = "NFC"
    case nfd = "NFD"
    case nfkc = "NFKC"
    case nfkd = "NFKD"
  }
  package enum Quantifier: String, Sendable { case all, any, none, single }

  package struct MapEntry: Sendable {
    package var key: Name
    package var value: Expression
    package init(key: Name, value: Expression) {
      self.key = key
      self.value = value
    }
  }
  package enum ProjectionItem: Sendable {
    /// `key: expression`
    case literal(MapEntry)
    /// `.key`
    case property(Name)
    /// `variable`
    case variable(Name)
    /// `.*`
    case all
  }
  package struct CaseBranch: Sendable {
    /// Several only in the simple form: `WHEN 1, > 2 THEN …`.
    package var conditions: [Expression]
    package var result: Expression
    package init(conditions: [Expression], result: Expression) {
      self.conditions = conditions
      self.result = result
    }
  }
  /// The braces of EXISTS, COUNT and COLLECT: a whole query, or a pattern with WHERE (which is one
  /// MATCH clause without RETURN in `query`).
  package struct Subquery: Sendable {
    package enum Kind: Sendable { case exists, count, collect }
    package var kind: Kind
    package var query: Query
    package init(kind: Kind, query: Query) {
      self.kind = kind
      self.query = query
    }
  }

  package indirect enum Kind: Sendable {
    case literal(Value)
    case parameter(String)
    case variable(String)
    case property(Expression, Name)
    /// `list[i]`, `map['k']`, `node['k']`
    case index(Expression, Expression)
    case slice(Expression, from: Expression?, to: Expression?)
    case unary(UnaryOperator, Expression)
    /// `a + b - c`, `a * b / c`, `a ^ b ^ c`: left to right, one precedence.
    case arithmetic(first: Expression, [(ArithmeticOperator, Expression)])
    /// `a || b || c`
    case concatenation([Expression])
    /// `a < b <= c` means `a < b AND b <= c`.
    case comparison(first: Expression, [(ComparisonOperator, Expression)])
    case predicate(PredicateOperator, Expression, Expression)
    case and([Expression])
    case or([Expression])
    case xor([Expression])
    case isNull(Expression, isNegated: Bool)
    /// `x IS :: TYPE`, `x IS NOT TYPED TYPE`
    case isTyped(Expression, ValueType, isNegated: Bool)
    case isNormalized(Expression, NormalForm, isNegated: Bool)
    /// `n:A:B`, also as `n IS A`
    case hasLabels(Expression, LabelExpression)
    case list([Expression])
    case map([MapEntry])
    case mapProjection(Name, [ProjectionItem])
    case caseExpression(operand: Expression?, [CaseBranch], otherwise: Expression?)
    /// The operand of the CASE around, where a condition goes on from it: `WHEN > 3`.
    case caseOperand
    /// The name dotted as written; `isDistinct` for `count(DISTINCT x)`.
    case function(Name, isDistinct: Bool, [Expression])
    case countAll
    case listComprehension(
      variable: Name, list: Expression, predicate: Expression?, projection: Expression?)
    case patternComprehension(PathPattern, predicate: Expression?, projection: Expression)
    case quantifier(Quantifier, variable: Name, list: Expression, predicate: Expression)
    case reduce(
      accumulator: Name, initial: Expression, variable: Name, list: Expression, step: Expression)
    /// A pattern as a predicate, and `shortestPath(…)` as a value.
    case pattern(PathPattern)
    case subquery(Subquery)
  }

  package var kind: Kind
  package var span: SourceSpan
  package init(_ kind: Kind, at span: SourceSpan) {
    self.kind = kind
    self.span = span
  }
}

extension Expression {
  /// Whether it goes on from the operand of the CASE around.
  package var isPartial: Bool {
    switch kind {
    case .caseOperand: true
    case .comparison(let first, _), .predicate(_, let first, _), .isNull(let first, _),
      .isTyped(let first, _, _), .isNormalized(let first, _, _):
      first.isPartial
    case .and(let operands), .or(let operands), .xor(let operands):
      operands.first?.isPartial ?? false
    default: false
    }
  }
}
