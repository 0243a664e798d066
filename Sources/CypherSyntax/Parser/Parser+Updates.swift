internal import GraphModel

/// Updating clauses.
extension Parser {
  /// Create = CREATE Pattern
  mutating func create() throws(KhoError) -> [PathPattern] {
    advance()
    return try pathPatterns(for: .create)
  }

  /// Merge = MERGE PatternPart { ON (MATCH | CREATE) Set }
  mutating func merge() throws(KhoError) -> Merge {
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
  mutating func set() throws(KhoError) -> [SetItem] {
    advance()
    var items: [SetItem] = []
    repeat { items.append(try setItem()) } while skip(.comma)
    return items
  }

  /// SetItem = Variable (= | +=) Expression | Variable NodeLabels | PropertyExpression = Expression
  private mutating func setItem() throws(KhoError) -> SetItem {
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

  private mutating func setProperty() throws(KhoError) -> SetItem {
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
  private mutating func propertyTarget() throws(KhoError) -> Expression.Kind {
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
  mutating func remove() throws(KhoError) -> [RemoveItem] {
    advance()
    var items: [RemoveItem] = []
    repeat { items.append(try removeItem()) } while skip(.comma)
    return items
  }

  /// RemoveItem = Variable NodeLabels | PropertyExpression
  private mutating func removeItem() throws(KhoError) -> RemoveItem {
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
  mutating func delete() throws(KhoError) -> Clause.Kind {
    let isDetaching = skip(.detach)
    try expect(.delete)
    var expressions: [Expression] = []
    repeat { expressions.append(try expression()) } while skip(.comma)
    return .delete(isDetaching: isDetaching, expressions)
  }
}
