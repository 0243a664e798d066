internal import GraphModel

/// Path patterns and label expressions.
extension Printer {
  mutating func write(_ pattern: PathPattern) {
    if let variable = pattern.variable {
      write(variable: variable)
      write(" = ")
    }
    write(opening: pattern.selector)
    let isInParentheses = !pattern.predicates.isEmpty || !pattern.innerVariables.isEmpty
    if isInParentheses { write("(") }
    for variable in pattern.innerVariables {
      write(variable: variable)
      write(" = ")
    }
    write(pattern.start)
    for step in pattern.steps { write(step) }
    write(" WHERE ", pattern.predicates.first)
    if isInParentheses { write(")") }
    if pattern.selector.isFunction { write(")") }
  }

  private mutating func write(opening selector: PathPattern.Selector) {
    switch selector {
    case .all: break
    case .shortestPath: write("shortestPath(")
    case .allShortestPaths: write("allShortestPaths(")
    case .shortest(.number(1)): write("ANY SHORTEST ")
    case .shortestGroups(.number(1)): write("ALL SHORTEST ")
    case .shortest(let count): write(count, " ")
    case .shortestGroups(let count): write(count, " GROUPS ")
    }
  }

  private mutating func write(_ count: PathPattern.Count, _ end: String) {
    write("SHORTEST ")
    switch count {
    case .number(let number): write("\(number)")
    case .parameter(let name): writeParameter(name)
    }
    write(end)
  }

  private mutating func write(_ step: PathPattern.Step) {
    if step.relationship.repetition == nil {
      write(step.relationship)
    } else {
      write(repetition: step.relationship)
    }
    write(step.node)
  }

  private mutating func write(repetition relationship: RelationshipPattern) {
    guard let repetition = relationship.repetition, let length = relationship.length else { return }
    write("(")
    write(repetition.pattern)
    write(" WHERE ", repetition.predicate)
    write(")")
    write(quantifier: length)
  }

  private mutating func write(quantifier length: RelationshipPattern.Length) {
    write("{\(length.lower.map(String.init) ?? ""),\(length.upper.map(String.init) ?? "")}")
  }

  private mutating func write(_ node: NodePattern) {
    write("(")
    writeElement(node.variable, node.labels, nil, node.properties, node.predicate)
    write(")")
  }

  private mutating func write(_ relationship: RelationshipPattern) {
    write(relationship.direction == .incoming ? "<-" : "-")
    let isPlain =
      relationship.variable == nil && relationship.types == nil && relationship.length == nil
      && relationship.properties == nil && relationship.predicate == nil
    if !isPlain {
      write("[")
      writeElement(
        relationship.variable, relationship.types, relationship.length, relationship.properties,
        relationship.predicate)
      write("]")
    }
    write(relationship.direction == .outgoing ? "->" : "-")
  }

  /// What stands inside a node's parentheses or a relationship's brackets, with spaces only between
  /// its parts.
  private mutating func writeElement(
    _ variable: Name?, _ labels: LabelExpression?, _ length: RelationshipPattern.Length?,
    _ properties: Expression?, _ predicate: Expression?
  ) {
    let isNamed = variable != nil || labels != nil || length != nil
    if let variable { write(variable: variable) }
    if let labels {
      write(":")
      write(labels, isInExpression: false)
    }
    if let length { write(length) }
    write(isNamed ? " " : "", properties)
    write(isNamed || properties != nil ? " WHERE " : "WHERE ", predicate)
  }

  private mutating func write(_ length: RelationshipPattern.Length) {
    let lower = length.lower.map(String.init) ?? ""
    let upper = length.upper.map(String.init) ?? ""
    write(length.lower == length.upper ? "*\(lower)" : "*\(lower)..\(upper)")
  }

  // MARK: Labels

  /// - Parameter isInExpression: whether `|` may be taken for the bar of a comprehension, and so
  ///   needs parentheses.
  mutating func write(_ labels: LabelExpression, isInExpression: Bool) {
    switch labels {
    case .any(let terms) where !isInExpression:
      write(each: terms, separator: "|") { printer, term in
        if case .all(let factors) = term {
          printer.write(each: factors, separator: "&") { $0.write(factor: $1) }
        } else {
          printer.write(factor: term)
        }
      }
    case .all(let factors):
      let isPlain = factors.allSatisfy { if case .name = $0 { true } else { false } }
      write(each: factors, separator: isPlain ? ":" : "&") { $0.write(factor: $1) }
    default: write(factor: labels)
    }
  }

  private mutating func write(factor: LabelExpression) {
    switch factor {
    case .name(let name): write(name)
    case .wildcard: write("%")
    case .not(let inner):
      let isNegation = if case .not = inner { true } else { false }
      write(isNegation ? "!(" : "!")
      write(factor: inner)
      if isNegation { write(")") }
    case .all, .any:
      write("(")
      write(factor, isInExpression: false)
      write(")")
    }
  }
}
