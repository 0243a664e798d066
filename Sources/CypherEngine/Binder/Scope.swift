internal import CypherSyntax
internal import GraphModel

/// The variables that a clause sees, by name.
struct Scope {
  struct Variable {
    enum Storage: Equatable {
      case slot(Slot)
      case local(Int)
    }
    var name: String
    var storage: Storage
    var type: TypeSet
    /// The types of its elements, where it is a list.
    var elementType: TypeSet = .any
  }
  private(set) var variables: [Variable] = []

  subscript(name: String) -> Variable? { variables.last { $0.name == name } }

  /// Adds a variable, hiding one of the same name.
  mutating func add(_ variable: Variable) {
    variables.removeAll { $0.name == variable.name }
    variables.append(variable)
  }

  mutating func remove(_ name: String) { variables.removeAll { $0.name == name } }

  /// This scope with the variables of `other` over its own.
  func overlaid(by other: Scope) -> Scope {
    var result = self
    for variable in other.variables { result.add(variable) }
    return result
  }

  var slots: SlotSet {
    var result: SlotSet = []
    for case .slot(let slot) in variables.map(\.storage) { result.insert(slot) }
    return result
  }
}

extension Expression {
  /// Direct parts that are evaluated in the expression's own scope or in that of its local
  /// variables; subqueries and patterns, which have scopes of their own, are not entered.
  var parts: [Expression] {
    switch kind {
    case .literal, .parameter, .variable, .countAll, .caseOperand, .pattern, .subquery,
      .patternComprehension:
      return []
    case .property(let base, _): return [base]
    case .index(let base, let element): return [base, element]
    case .slice(let list, let from, let to): return [list, from, to].compactMap { $0 }
    case .unary(_, let operand): return [operand]
    case .arithmetic(let first, let rest): return [first] + rest.map(\.1)
    case .comparison(let first, let rest): return [first] + rest.map(\.1)
    case .concatenation(let operands), .and(let operands), .or(let operands), .xor(let operands),
      .list(let operands):
      return operands
    case .predicate(_, let left, let right): return [left, right]
    case .isNull(let operand, _), .isTyped(let operand, _, _), .isNormalized(let operand, _, _):
      return [operand]
    case .hasLabels(let base, _): return [base]
    case .map(let entries): return entries.map(\.value)
    case .mapProjection(_, let items):
      return items.compactMap { item -> Expression? in
        if case .literal(let entry) = item { return entry.value }
        return nil
      }
    case .caseExpression(let operand, let branches, let otherwise):
      return [operand, otherwise].compactMap { $0 }
        + branches.flatMap { $0.conditions + [$0.result] }
    case .function(_, _, let arguments): return arguments
    case .listComprehension(_, let list, let predicate, let projection):
      return [list, predicate, projection].compactMap { $0 }
    case .quantifier(_, _, let list, let predicate): return [list, predicate]
    case .reduce(_, let initial, _, let list, let step): return [initial, list, step]
    }
  }

  /// Whether an aggregate function is called in it, outside of subqueries.
  var containsAggregate: Bool {
    switch kind {
    case .countAll: true
    case .function(let name, _, _) where FunctionLibrary.aggregate(named: name.text) != nil: true
    default: parts.contains { $0.containsAggregate }
    }
  }

  /// Conjuncts of an AND or of a chain of comparisons, or the expression itself.
  var conjuncts: [Expression] {
    switch kind {
    case .and(let operands): return operands.flatMap(\.conjuncts)
    case .comparison(var left, let rest)
    where rest.count > 1 && rest.dropLast().allSatisfy({ $0.1.isSimple }):
      var comparisons: [Expression] = []
      for (operation, right) in rest {
        comparisons.append(
          Expression(
            .comparison(first: left, [(operation, right)]), at: left.span.union(right.span)))
        left = right
      }
      return comparisons
    default: return [self]
    }
  }

  /// Whether it may as well be evaluated twice.
  private var isSimple: Bool {
    switch kind {
    case .literal, .parameter, .variable: true
    case .property(let base, _): base.isSimple
    default: false
    }
  }
}
