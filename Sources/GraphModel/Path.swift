/// A path: n + 1 nodes joined by n relationships, each followed in either direction.
public final class Path: Sendable, Hashable {
  public let nodes: [Node]
  public let relationships: [Relationship]

  /// `nodes` holds one element more than `relationships`; surplus elements are dropped, and a path
  /// has a first node.
  public init(nodes: [Node], relationships: [Relationship]) {
    let length = Swift.max(0, Swift.min(nodes.count - 1, relationships.count))
    self.nodes = Array(nodes.prefix(length + 1))
    self.relationships = Array(relationships.prefix(length))
  }

  /// The number of relationships.
  public var length: Int { relationships.count }

  public static func == (a: Path, b: Path) -> Bool {
    a.nodes == b.nodes && a.relationships == b.relationships
  }
  public func hash(into hasher: inout Hasher) {
    hasher.combine(nodes)
    hasher.combine(relationships)
  }
}
