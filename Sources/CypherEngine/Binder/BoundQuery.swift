internal import GraphModel

/// A statement after the binder: names are gone, variables are slots, patterns are graphs.

/// A column of a result, or a variable that a clause makes.
struct BoundColumn: Sendable {
  var name: String
  var slot: Slot
}

/// Linear queries joined by UNION; each fills the same output slots.
struct BoundQuery: Sendable {
  struct Part: Sendable {
    var clauses: [BoundClause]
    /// The columns it returns; empty where it has no RETURN.
    var columns: [BoundColumn]
  }
  var parts: [Part]
  /// UNION, without ALL.
  var isDistinct: Bool
  /// The columns of the whole, by name. Of a single part its own.
  var columns: [BoundColumn]
  var isWriting: Bool
}

indirect enum BoundClause: Sendable {
  case match(BoundMatch)
  case unwind(list: BoundExpression, slot: Slot)
  case projection(BoundProjection)
  case create(BoundCreate)
  case merge(BoundMerge)
  case set([BoundSet])
  case remove([BoundRemove])
  case delete([BoundExpression], isDetaching: Bool)
  case call(BoundCall)
  /// `CALL { … }`; `returnsRows` false for a unit subquery, after which each row stands as it was.
  case subquery(BoundQuery, outerSlots: [Slot], returnsRows: Bool, isOptional: Bool)
  case foreach(list: BoundExpression, slot: Slot, [BoundClause])
  case loadCSV(source: BoundExpression, slot: Slot, hasHeaders: Bool, fieldTerminator: String?)
}

/// The pattern of one MATCH clause as a graph, with every condition as a predicate over slots.
struct BoundMatch: Sendable {
  struct PatternNode: Sendable {
    var slot: Slot
    var name: String
    /// Label name indexes that the node must have (also among `predicates`).
    var labels: [Int]
  }
  struct PatternRelationship: Sendable {
    var slot: Slot
    var name: String
    var from: Slot
    var to: Slot
    /// Type name indexes; nil for any.
    var types: [Int]?
    var direction: BoundDirection
    /// Variable length: the slot holds a list.
    var length: BoundLength?
    /// Bound by an earlier clause.
    var isBound: Bool
    /// Conditions on every relationship of a variable-length pattern: property equals value.
    var conditions: [(key: Int, keyName: String, value: BoundExpression)]
    /// What each type of a variable-length pattern must be, where `types` cannot say it.
    var typeTest: LabelTest?
    /// Predicates on every relationship of a variable-length pattern, which is in the slot then.
    var predicates: [BoundExpression] = []
    var element: Slot?
    /// What each step of the length follows, where that is not one relationship.
    var repetition: Repetition?
    /// Relationships differ from those of the same clause.
    var clause = 0
    var span: SourceSpan
  }
  /// A path that is followed over and over, and the lists of what its variables were.
  struct Repetition: Sendable {
    var match: BoundMatch
    var start: Slot
    var end: Slot
    var groups: [(inner: Slot, outer: Slot)]
  }
  /// A path pattern of which only the shortest matches between each two nodes count.
  struct Selection: Sendable {
    var match: BoundMatch
    var path: PathExpression
    var selector: PathSelector
  }
  struct NamedPath: Sendable {
    var slot: Slot
    var path: PathExpression
  }
  struct ShortestPath: Sendable {
    var relationship: PatternRelationship
    var path: Slot?
    var selector: PathSelector
  }
  var isOptional = false
  var nodes: [PatternNode] = []
  var relationships: [PatternRelationship] = []
  var shortestPaths: [ShortestPath] = []
  var selections: [Selection] = []
  var paths: [NamedPath] = []
  /// Conjuncts of WHERE, inline predicates, labels and property maps.
  var predicates: [BoundExpression] = []
  /// Slots bound before the clause.
  var boundSlots: SlotSet
}

extension BoundMatch.PatternRelationship {
  /// Slots that must be bound before a relationship of variable length is followed.
  var conditionSlots: SlotSet {
    guard length != nil else { return [] }
    var read = SlotSet(conditions.flatMap { $0.value.slots } + predicates.flatMap(\.slots))
    if let element { read.subtract([element]) }
    if let match = repetition?.match {
      read.formUnion(match.predicates.flatMap(\.slots))
      read.subtract(match.nodes.map(\.slot) + match.relationships.map(\.slot))
    }
    return read
  }
}

/// How many of the shortest paths between two nodes count.
struct PathSelector: Sendable {
  /// A literal or a parameter.
  var count: BoundExpression
  /// The count is one of lengths, each with all its paths.
  var isGrouped: Bool
  /// Whether a way from a node to itself counts.
  var allowsCycles: Bool
}

/// Which way a pattern's relationship points, seen from its left node.
enum BoundDirection: Sendable, Equatable {
  case outgoing, incoming, either

  var reversed: BoundDirection {
    switch self {
    case .outgoing: .incoming
    case .incoming: .outgoing
    case .either: .either
    }
  }
}

struct BoundLength: Sendable, Equatable {
  var lower: Int
  /// Nil: without limit.
  var upper: Int?
}

struct BoundProjection: Sendable {
  struct Item: Sendable {
    var slot: Slot
    var expression: BoundExpression
  }
  struct Aggregate: Sendable {
    var slot: Slot
    /// Nil: `count(*)`.
    var function: AggregateFunction?
    var arguments: [BoundExpression]
    var isDistinct: Bool
    var text: String
    var span: SourceSpan
  }
  struct SortKey: Sendable {
    var slot: Slot
    var isDescending: Bool
  }
  /// Computed before aggregation: grouping keys, or all items where there is none.
  var items: [Item] = []
  var isAggregating = false
  var aggregates: [Aggregate] = []
  /// Computed after aggregation, over keys and aggregates.
  var finalItems: [Item] = []
  var isDistinct = false
  /// Sort keys that are not columns, computed after DISTINCT.
  var sortItems: [Item] = []
  var order: [SortKey] = []
  var skip: BoundExpression?
  var limit: BoundExpression?
  var predicates: [BoundExpression] = []
  var columns: [BoundColumn] = []
}

struct BoundCreate: Sendable {
  struct Node: Sendable {
    var slot: Slot
    var labels: [Int]
    var properties: BoundExpression?
  }
  struct Relationship: Sendable {
    var slot: Slot
    var type: Int
    var from: Slot
    var to: Slot
    var properties: BoundExpression?
  }
  enum Element: Sendable {
    case node(Node)
    case relationship(Relationship)
  }
  /// In the order of creation: a relationship after its ends.
  var elements: [Element]
  var paths: [BoundMatch.NamedPath]
}

struct BoundMerge: Sendable {
  /// What is looked for.
  var match: BoundMatch
  /// What is made where nothing is found.
  var create: BoundCreate
  var onCreate: [BoundSet]
  var onMatch: [BoundSet]
}

enum BoundSet: Sendable {
  case property(of: BoundExpression, key: Int, keyName: String, value: BoundExpression)
  case dynamicProperty(of: BoundExpression, key: BoundExpression, value: BoundExpression)
  case properties(of: BoundExpression, value: BoundExpression, replaces: Bool)
  case labels(of: BoundExpression, [Int])
}

enum BoundRemove: Sendable {
  case property(of: BoundExpression, key: Int)
  case dynamicProperty(of: BoundExpression, key: BoundExpression)
  case labels(of: BoundExpression, [Int])
}

struct BoundCall: Sendable {
  var procedure: Procedure
  var arguments: [BoundExpression]
  /// Output field index and the slot it goes to.
  var outputs: [(field: Int, slot: Slot)]
  /// Standalone CALL of a procedure without outputs in a query that goes on: rows pass unchanged.
  var predicates: [BoundExpression]
  var span: SourceSpan
}
