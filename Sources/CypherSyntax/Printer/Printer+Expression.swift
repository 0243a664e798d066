internal import GraphModel

/// Expressions, in parentheses where they bind less tightly than their place asks.
extension Printer {
  /// The parts of `expression`, in parentheses if it binds less tightly than `precedence`.
  mutating func writeParts(of expression: Expression, atLeast precedence: Precedence) {
    guard expression.kind.precedence < precedence else { return write(expression.kind) }
    write("(")
    write(expression.kind)
    write(")")
  }

  private mutating func write(_ kind: Expression.Kind) {
    switch kind {
    case .or(let operands): write(operands, " OR ", .or)
    case .xor(let operands): write(operands, " XOR ", .xor)
    case .and(let operands): write(operands, " AND ", .and)
    case .concatenation(let operands): write(operands, " || ", .concatenation)
    case .unary(let sign, let operand): write(sign, operand)
    case .comparison(let first, let rest): write(first, rest, .comparison) { $0.symbol }
    case .arithmetic(let first, let rest): write(first, rest, kind.precedence) { $0.symbol }
    case .predicate(let predicate, let left, let right):
      write(left, atLeast: .predicate)
      write(" \(predicate.symbol) ")
      write(right, atLeast: .concatenation)
    case .isNull(let operand, let isNegated):
      write(operand, atLeast: .predicate)
      write(isNegated ? " IS NOT NULL" : " IS NULL")
    case .isTyped(let operand, let type, let isNegated):
      write(operand, atLeast: .predicate)
      write(isNegated ? " IS NOT :: " : " IS :: ")
      // Elsewhere a bar may end the expression.
      if case .union = type { write("ANY<\(type)>") } else { write("\(type)") }
    case .isNormalized(let operand, let form, let isNegated):
      write(operand, atLeast: .predicate)
      write((isNegated ? " IS NOT " : " IS ") + (form == .nfc ? "" : form.rawValue + " "))
      write("NORMALIZED")
    case .hasLabels(let operand, let labels):
      write(operand, atLeast: .selection)
      write(":")
      write(labels, isInExpression: true)
    case .property(let base, let key): writeProperty(key, of: base)
    case .index(let base, let index): writeIndex(index, of: base)
    case .slice(let base, let lower, let upper):
      write(base, atLeast: .selection)
      write("[", lower)
      write(lower == nil ? "[.." : "..")
      write("", upper)
      write("]")
    default: writeAtom(kind)
    }
  }

  private mutating func writeAtom(_ kind: Expression.Kind) {
    switch kind {
    case .literal(let value): write(value.text)
    case .parameter(let name): writeParameter(name)
    case .variable(let name): write(variable: name)
    case .list(let elements): writeList(elements)
    case .map(let entries): writeMap(entries)
    case .mapProjection(let variable, let items): write(variable, items)
    case .caseExpression(let operand, let branches, let otherwise):
      writeCase(operand, branches, otherwise)
    case .function(let name, let isDistinct, let arguments): write(name, isDistinct, arguments)
    case .countAll: write("count(*)")
    case .caseOperand: break
    case .listComprehension(let variable, let list, let predicate, let projection):
      write("[")
      write(variable, in: list)
      write(" WHERE ", predicate)
      write(" | ", projection)
      write("]")
    case .patternComprehension(let pattern, let predicate, let projection):
      write("[")
      write(pattern)
      write(" WHERE ", predicate)
      write(" | ", projection)
      write("]")
    case .quantifier(let quantifier, let variable, let list, let predicate):
      write("\(quantifier.rawValue)(")
      write(variable, in: list)
      write(" WHERE ", predicate)
      write(")")
    case .reduce(let accumulator, let initial, let variable, let list, let step):
      write("reduce(")
      write(variable: accumulator)
      write(" = ", initial)
      write(", ")
      write(variable, in: list)
      write(" | ", step)
      write(")")
    case .pattern(let pattern): write(pattern)
    case .subquery(let subquery): write(subquery)
    default: break
    }
  }

  // MARK: Operators

  private mutating func write(
    _ operands: [Expression], _ symbol: String, _ precedence: Precedence
  ) {
    write(each: operands, separator: symbol) { $0.write($1, atLeast: precedence.next) }
  }

  private mutating func write<Operator>(
    _ first: Expression, _ rest: [(Operator, Expression)], _ precedence: Precedence,
    _ symbol: (Operator) -> String
  ) {
    write(first, atLeast: precedence.next)
    for (link, operand) in rest {
      write(" \(symbol(link)) ")
      write(operand, atLeast: precedence.next)
    }
  }

  private mutating func write(_ sign: Expression.UnaryOperator, _ operand: Expression) {
    switch sign {
    case .not:
      write("NOT ")
      return write(operand, atLeast: .not)
    case .plus: write("+")
    case .minus: write("-")
    }
    // `-5` is a literal, `-(5)` the sign of one; and `--` may begin an arrow.
    if case .literal(let value) = operand.kind { return write("(\(value.text))") }
    if operand.kind.precedence == .sign { write(" ") }
    write(operand, atLeast: .sign)
  }

  mutating func writeProperty(_ key: Name, of base: Expression) {
    write(base, atLeast: .selection)
    write(".")
    write(key)
  }

  mutating func writeIndex(_ index: Expression, of base: Expression) {
    write(base, atLeast: .selection)
    write("[", index)
    write("]")
  }

  // MARK: Atoms

  mutating func writeParameter(_ name: String) {
    write("$")
    let isPlain = name.unicodeScalars.allSatisfy { $0.properties.isXIDContinue }
    if isPlain, !name.isEmpty { write(name) } else { write(name: name) }
  }

  /// The first element in parentheses if it is an operator: `[x IN xs]` would be a comprehension.
  private mutating func writeList(_ elements: [Expression]) {
    write("[")
    write(each: elements.enumerated()) { printer, element in
      printer.write(element.element, atLeast: element.offset == 0 ? .concatenation : .or)
    }
    write("]")
  }

  private mutating func writeMap(_ entries: [Expression.MapEntry]) {
    write("{")
    write(each: entries) { $0.write($1) }
    write("}")
  }

  private mutating func write(_ entry: Expression.MapEntry) {
    write(entry.key)
    write(": ", entry.value)
  }

  private mutating func write(_ variable: Name, _ items: [Expression.ProjectionItem]) {
    write(variable: variable)
    write(" {")
    write(each: items) { printer, item in
      switch item {
      case .literal(let entry): printer.write(entry)
      case .property(let key):
        printer.write(".")
        printer.write(key)
      case .variable(let name): printer.write(variable: name)
      case .all: printer.write(".*")
      }
    }
    write("}")
  }

  private mutating func writeCase(
    _ operand: Expression?, _ branches: [Expression.CaseBranch], _ otherwise: Expression?
  ) {
    write("CASE")
    write(" ", operand)
    for branch in branches {
      write(" WHEN")
      write(each: branch.conditions, separator: ",") { printer, condition in
        if !condition.isPartial { printer.write(" ") }
        printer.write(condition)
      }
      write(" THEN ", branch.result)
    }
    write(" ELSE ", otherwise)
    write(" END")
  }

  private mutating func write(_ name: Name, _ isDistinct: Bool, _ arguments: [Expression]) {
    write(dotted: name)
    write(isDistinct ? "(DISTINCT " : "(")
    write(each: arguments) { $0.write($1) }
    write(")")
  }

  /// A function's or procedure's name, in back quotes if it is a keyword that opens something else
  /// than a call.
  mutating func write(dotted name: Name) {
    let parts = name.text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    if parts.count == 1, let keyword = Keyword(parts[0]) {
      return write(Keyword.ambiguousFunctions.contains(keyword) ? "`\(parts[0])`" : parts[0])
    }
    write(each: parts, separator: ".") { $0.write(name: $1) }
  }

  private mutating func write(_ variable: Name, in list: Expression) {
    write(variable: variable)
    write(" IN ", list)
  }

  private mutating func write(_ subquery: Expression.Subquery) {
    switch subquery.kind {
    case .exists: write("EXISTS { ")
    case .count: write("COUNT { ")
    case .collect: write("COLLECT { ")
    }
    write(subquery.query)
    write(" }")
  }
}

extension Expression.Kind {
  /// The precedence of the outermost operator.
  fileprivate var precedence: Precedence {
    switch self {
    case .or: .or
    case .xor: .xor
    case .and: .and
    case .unary(.not, _): .not
    case .comparison: .comparison
    // In parentheses where `<` may follow, which would go on with the type.
    case .isTyped(_, .simple(.any, isNullable: true), _): .comparison
    case .predicate, .isNull, .isTyped, .isNormalized: .predicate
    case .concatenation: .concatenation
    case .arithmetic(_, let rest): rest.first?.0.precedence ?? .atom
    case .unary: .sign
    case .literal(let value): value.text.hasPrefix("-") ? .sign : .atom
    case .hasLabels: .label
    case .property, .index, .slice: .selection
    default: .atom
    }
  }
}

extension Expression.ArithmeticOperator {
  fileprivate var precedence: Precedence {
    switch self {
    case .add, .subtract: .additive
    case .multiply, .divide, .modulo: .multiplicative
    case .power: .power
    }
  }

  /// The operator as written in a query.
  package var symbol: String {
    switch self {
    case .add: "+"
    case .subtract: "-"
    case .multiply: "*"
    case .divide: "/"
    case .modulo: "%"
    case .power: "^"
    }
  }
}

extension Expression.ComparisonOperator {
  /// The operator as written in a query.
  package var symbol: String {
    switch self {
    case .equal: "="
    case .notEqual: "<>"
    case .less: "<"
    case .lessOrEqual: "<="
    case .greater: ">"
    case .greaterOrEqual: ">="
    }
  }
}

extension Expression.PredicateOperator {
  /// The operator as written in a query.
  package var symbol: String {
    switch self {
    case .in: "IN"
    case .startsWith: "STARTS WITH"
    case .endsWith: "ENDS WITH"
    case .contains: "CONTAINS"
    case .matches: "=~"
    }
  }
}
