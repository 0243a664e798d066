package import GraphModel

/// One clause and where it stands, its keyword included.
package struct Clause: Sendable {
  package indirect enum Kind: Sendable {
    case match(Match)
    case unwind(list: Expression, variable: Name)
    case with(Projection)
    case `return`(Projection)
    case create([PathPattern])
    case merge(Merge)
    case set([SetItem])
    case remove([RemoveItem])
    case delete(isDetaching: Bool, [Expression])
    case call(ProcedureCall)
    case callSubquery(CallSubquery)
    case foreach(variable: Name, list: Expression, [Clause])
    case loadCSV(LoadCSV)
  }
  package var kind: Kind
  package var span: SourceSpan
  package init(_ kind: Kind, at span: SourceSpan) {
    self.kind = kind
    self.span = span
  }
}

package struct Match: Sendable {
  package var isOptional: Bool
  package var patterns: [PathPattern]
  package var predicate: Expression?
  package init(isOptional: Bool, patterns: [PathPattern], predicate: Expression?) {
    self.isOptional = isOptional
    self.patterns = patterns
    self.predicate = predicate
  }
}

/// The body of WITH or RETURN.
package struct Projection: Sendable {
  package struct Item: Sendable {
    package var expression: Expression
    package var alias: Name?
    /// The item's text as written: the column's name where there is no alias.
    package var text: String
    package init(expression: Expression, alias: Name?, text: String) {
      self.expression = expression
      self.alias = alias
      self.text = text
    }
  }
  package struct SortItem: Sendable {
    package var expression: Expression
    package var isDescending: Bool
    package init(expression: Expression, isDescending: Bool) {
      self.expression = expression
      self.isDescending = isDescending
    }
  }
  package var isDistinct: Bool
  /// `*`, first among the items.
  package var includesAll: Bool
  package var items: [Item]
  package var order: [SortItem]
  package var skip: Expression?
  package var limit: Expression?
  /// WHERE, of WITH (and YIELD) only.
  package var predicate: Expression?
  package init(
    isDistinct: Bool, includesAll: Bool, items: [Item], order: [SortItem] = [],
    skip: Expression? = nil, limit: Expression? = nil, predicate: Expression? = nil
  ) {
    self.isDistinct = isDistinct
    self.includesAll = includesAll
    self.items = items
    self.order = order
    self.skip = skip
    self.limit = limit
    self.predicate = predicate
  }
}

package struct Merge: Sendable {
  package var pattern: PathPattern
  package var onCreate: [SetItem]
  package var onMatch: [SetItem]
  package init(pattern: PathPattern, onCreate: [SetItem], onMatch: [SetItem]) {
    self.pattern = pattern
    self.onCreate = onCreate
    self.onMatch = onMatch
  }
}

package enum SetItem: Sendable {
  /// `n.key = value`; `(expression).key = value`.
  case property(of: Expression, key: Name, value: Expression)
  /// `n[expression] = value`.
  case dynamicProperty(of: Expression, key: Expression, value: Expression)
  /// `n = map`
  case replaceAll(variable: Name, value: Expression)
  /// `n += map`
  case mergeAll(variable: Name, value: Expression)
  case labels(variable: Name, [Name])
}

package enum RemoveItem: Sendable {
  case property(of: Expression, key: Name)
  case dynamicProperty(of: Expression, key: Expression)
  case labels(variable: Name, [Name])
}

package struct ProcedureCall: Sendable {
  package struct YieldItem: Sendable {
    package var field: Name
    package var alias: Name?
    package init(field: Name, alias: Name?) {
      self.field = field
      self.alias = alias
    }
  }
  /// The dotted name, as written.
  package var name: Name
  /// Nil where the parentheses are left out: arguments are then parameters of the arguments' names.
  package var arguments: [Expression]?
  /// Nil without YIELD.
  package var yield: [YieldItem]?
  package var yieldsAll: Bool
  package var predicate: Expression?
  package init(
    name: Name, arguments: [Expression]?, yield: [YieldItem]?, yieldsAll: Bool,
    predicate: Expression?
  ) {
    self.name = name
    self.arguments = arguments
    self.yield = yield
    self.yieldsAll = yieldsAll
    self.predicate = predicate
  }
}

/// `CALL { … }`, `CALL (x, y) { … }`, `CALL (*) { … }`
package struct CallSubquery: Sendable {
  package var query: Query
  /// The scope clause's variables; nil without one (a leading WITH in the query imports then).
  package var imports: [Name]?
  package var importsAll: Bool
  package var isOptional: Bool
  package init(query: Query, imports: [Name]?, importsAll: Bool, isOptional: Bool) {
    self.query = query
    self.imports = imports
    self.importsAll = importsAll
    self.isOptional = isOptional
  }
}

package struct LoadCSV: Sendable {
  package var hasHeaders: Bool
  package var source: Expression
  package var variable: Name
  package var fieldTerminator: String?
  package init(hasHeaders: Bool, source: Expression, variable: Name, fieldTerminator: String?) {
    self.hasHeaders = hasHeaders
    self.source = source
    self.variable = variable
    self.fieldTerminator = fieldTerminator
  }
}
