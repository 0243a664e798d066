package import GraphModel

/// A path pattern: a node pattern, then relationship and node patterns in turn.
package struct PathPattern: Sendable {
  /// How many paths, or lengths of paths.
  package enum Count: Sendable, Equatable {
    case number(Int32)
    case parameter(String)
  }
  package enum Selector: Sendable, Equatable {
    /// Every match, as MATCH without a prefix.
    case all
    /// `shortestPath(…)`, which finds no way from a node to itself
    case shortestPath
    /// `allShortestPaths(…)`
    case allShortestPaths
    /// SHORTEST k, ANY SHORTEST, ANY k: so many of the shortest between each two nodes
    case shortest(Count)
    /// SHORTEST k GROUPS, ALL SHORTEST: all of the so many least lengths
    case shortestGroups(Count)

    package var isFunction: Bool { self == .shortestPath || self == .allShortestPaths }
  }
  package struct Step: Sendable {
    package var relationship: RelationshipPattern
    package var node: NodePattern
    package init(relationship: RelationshipPattern, node: NodePattern) {
      self.relationship = relationship
      self.node = node
    }
  }
  /// `p = …`
  package var variable: Name?
  package var selector: Selector
  package var start: NodePattern
  package var steps: [Step]
  /// WHERE of a whole path in parentheses, which holds before paths are selected; at most one.
  package var predicates: [Expression] = []
  /// `(p = …)`: the name of a path in parentheses, for its WHERE and what follows; at most one.
  package var innerVariables: [Name] = []
  package var span: SourceSpan
  package init(
    variable: Name?, selector: Selector, start: NodePattern, steps: [Step], span: SourceSpan
  ) {
    self.variable = variable
    self.selector = selector
    self.start = start
    self.steps = steps
    self.span = span
  }
}

package struct NodePattern: Sendable {
  package var variable: Name?
  package var labels: LabelExpression?
  /// A map literal or a parameter.
  package var properties: Expression?
  package var predicate: Expression?
  package var span: SourceSpan
  package init(
    variable: Name?, labels: LabelExpression?, properties: Expression?, predicate: Expression?,
    span: SourceSpan
  ) {
    self.variable = variable
    self.labels = labels
    self.properties = properties
    self.predicate = predicate
    self.span = span
  }
}

package struct RelationshipPattern: Sendable {
  package enum Direction: Sendable { case outgoing, incoming, either }
  /// `*`, `*2`, `*1..3`: bounds as written. Nil bounds are open (lower 1, upper without limit).
  package struct Length: Sendable {
    package var lower: Int?
    package var upper: Int?
    package var span: SourceSpan
    package init(lower: Int?, upper: Int?, span: SourceSpan) {
      self.lower = lower
      self.upper = upper
      self.span = span
    }
  }
  /// `( path WHERE … )` with a quantifier: a path that is followed over and over.
  package indirect enum Repetition: Sendable {
    case path(PathPattern, predicate: Expression?)

    package var pattern: PathPattern {
      switch self { case .path(let pattern, _): pattern }
    }
    package var predicate: Expression? {
      switch self { case .path(_, let predicate): predicate }
    }
  }
  package var variable: Name?
  package var types: LabelExpression?
  package var direction: Direction
  package var length: Length?
  package var properties: Expression?
  package var predicate: Expression?
  /// What each step of the length follows, where that is not one relationship.
  package var repetition: Repetition?
  package var span: SourceSpan
  package init(
    variable: Name?, types: LabelExpression?, direction: Direction, length: Length?,
    properties: Expression?, predicate: Expression?, span: SourceSpan
  ) {
    self.variable = variable
    self.types = types
    self.direction = direction
    self.length = length
    self.properties = properties
    self.predicate = predicate
    self.span = span
  }
}

/// `A`, `A:B` and `A&B` (both), `A|B` and `A|:B` (either), `!A`, `%` (any).
package indirect enum LabelExpression: Sendable {
  case name(Name)
  case all([LabelExpression])
  case any([LabelExpression])
  case not(LabelExpression)
  case wildcard
}
