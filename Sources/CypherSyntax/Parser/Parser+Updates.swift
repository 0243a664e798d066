internal import GraphModel

/// Updating clauses.
extension Parser {
  /// Create = CREATE Pattern
  func create() throws(SyntaxFailure) -> [PathPattern] {
    advance()
    return try pathPatterns(for: .create)
  }

  /// Merge = MERGE PatternPart { ON (MATCH | CREATE) Set }
  func merge() throws(SyntaxFailure) -> Merge {
    advance()
    var merge = Merge(pattern: try pathPattern(for: .merge), onCreate: [], onMatch: [])
    while skip(.on) {
      let isCreate = skip(.create)
      if !isCreate { try expect(.match) }
      guard at(.set) else { throw unexpected("SET") }
      let items = try set()
      if isCreate { merge.onCreate += items } else { merge.onMatch += items }
    }
    return merge
  }

  /// Set = SET SetItem { , SetItem }
  func set() throws(SyntaxFailure) -> [SetItem] {
    advance()
    var items: [SetItem] = []
    repeat { items.append(try setItem()) } while skip(.comma)
    return items
  }

  /// SetItem = Variable (= | +=) Expression | Variable NodeLabels | PropertyExpression = Expression
  private func setItem() throws(SyntaxFailure) -> SetItem {
    guard current.isName else { return try setProperty() }
    switch peek().kind {
    case .equals:
      let variable = try name("a variable")
      advance()
      return .replaceAll(variable: variable, value: try expression())
    case .plusEquals:
      let variable = try name("a variable")
      advance()
      return .mergeAll(variable: variable, value: try expression())
    case .colon:
      return .labels(variable: try name("a variable"), try labelNames())
    default:
      return try setProperty()
    }
  }

  private func setProperty() throws(SyntaxFailure) -> SetItem {
    let target = try propertyTarget()
    try expect(.equals)
    let value = try expression()
    switch target {
    case .property(let base, let key): return .property(of: base, key: key, value: value)
    case .index(let base, let key): return .dynamicProperty(of: base, key: key, value: value)
    default: throw unexpected("a property")
    }
  }

  /// PropertyExpression = Atom (. PropertyKeyName | [ Expression ]) { … }
  /// - Returns: `.property` or `.index`.
  private func propertyTarget() throws(SyntaxFailure) -> Expression.Kind {
    height = 0
    let target = try postfixExpression()
    switch target.kind {
    case .property, .index: return target.kind
    default:
      throw syntaxError(
        "expected a property such as n.name, found an expression", at: target.span)
    }
  }

  /// Remove = REMOVE RemoveItem { , RemoveItem }
  func remove() throws(SyntaxFailure) -> [RemoveItem] {
    advance()
    var items: [RemoveItem] = []
    repeat { items.append(try removeItem()) } while skip(.comma)
    return items
  }

  /// RemoveItem = Variable NodeLabels | PropertyExpression
  private func removeItem() throws(SyntaxFailure) -> RemoveItem {
    if current.isName, peek().kind == .colon {
      return .labels(variable: try name("a variable"), try labelNames())
    }
    switch try propertyTarget() {
    case .property(let base, let key): return .property(of: base, key: key)
    case .index(let base, let key): return .dynamicProperty(of: base, key: key)
    default: throw unexpected("a property")
    }
  }

  /// Delete = [DETACH] DELETE Expression { , Expression }
  func delete() throws(SyntaxFailure) -> Clause.Kind {
    let isDetaching = skip(.detach)
    try expect(.delete)
    var expressions: [Expression] = []
    repeat { expressions.append(try expression()) } while skip(.comma)
    return .delete(isDetaching: isDetaching, expressions)
  }
}
