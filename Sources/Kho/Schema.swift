/// What a database holds, for people and shells: names with their counts, indexes, constraints.
internal import GraphStorage

/// Names in use, with counts, indexes and constraints, as of one snapshot.
public struct Schema: Sendable {
  /// A label or relationship type and how many nodes or relationships have it.
  public struct Name: Sendable, Hashable {
    public var name: String
    public var count: Int
  }

  /// An index or a constraint.
  public struct Rule: Sendable, Hashable {
    public var name: String
    /// `index`, `unique`, `exists`, `key`, or `type` with the type's name.
    public var kind: String
    /// The label, or the relationship type.
    public var entity: String
    public var isOnRelationships: Bool
    public var propertyKeys: [String]
  }

  public var nodeCount: Int
  public var relationshipCount: Int
  /// Labels that were ever used, in the order of their first use; a count may be 0.
  public var labels: [Name]
  public var relationshipTypes: [Name]
  public var propertyKeys: [String]
  public var indexes: [Rule]
  public var constraints: [Rule]
}

extension Database {
  /// Names, counts, indexes and constraints.
  /// - Complexity: O(names), no scan: counts are kept.
  public func schema() throws(KhoError) -> Schema {
    try typed { try store.read { storage in Schema(storage) } }
  }
}

extension Schema {
  fileprivate init(_ tx: GraphTransaction) {
    nodeCount = tx.nodeCount
    relationshipCount = tx.relationshipCount
    labels = tx.labelNames.map { name in
      Name(name: name, count: tx.label(named: name).map { tx.nodeCount(label: $0) } ?? 0)
    }
    relationshipTypes = tx.relationshipTypeNames.map { name in
      let type = tx.relationshipType(named: name)
      return Name(name: name, count: type.map { tx.relationshipCount(type: $0) } ?? 0)
    }
    propertyKeys = tx.propertyKeyNames
    let rules = tx.indexes.map { (isIndex: $0.kind == .index, rule: Rule($0, in: tx)) }
    indexes = rules.filter(\.isIndex).map(\.rule)
    constraints = rules.filter { !$0.isIndex }.map(\.rule)
  }
}

extension Schema.Rule {
  fileprivate init(_ definition: IndexDefinition, in tx: GraphTransaction) {
    name = definition.name
    propertyKeys = definition.keys.map { tx.name(of: $0) }
    switch definition.entity {
    case .node(let label):
      entity = tx.name(of: label)
      isOnRelationships = false
    case .relationship(let type):
      entity = tx.name(of: type)
      isOnRelationships = true
    }
    kind =
      switch definition.kind {
      case .index: "index"
      case .unique: "unique"
      case .exists: "exists"
      case .key: "key"
      case .type(let name): "type \(name)"
      }
  }
}
