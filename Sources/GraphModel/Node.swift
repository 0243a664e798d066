/// A node: its identity and, once it leaves the engine, its labels and properties.
///
/// Inside the engine only `id` is set, so that a node in a row costs no allocation; results are
/// hydrated. Two nodes are equal when their ids are (openCypher: identity).
public struct Node: Sendable, Hashable {
  public var id: NodeID
  package var content: Content?

  package init(_ id: NodeID, content: Content? = nil) {
    self.id = id
    self.content = content
  }

  public init(id: NodeID, labels: [String], properties: ValueMap) {
    self.id = id
    content = Content(labels: labels, properties: properties)
  }

  /// Label names, sorted.
  public var labels: [String] { content?.labels ?? [] }
  public var properties: ValueMap { content?.properties ?? ValueMap() }
  /// The property's value; null where the node has no such property.
  public subscript(key: String) -> Value { properties[key] ?? .null }

  package final class Content: Sendable {
    package let labels: [String]
    package let properties: ValueMap
    package init(labels: [String], properties: ValueMap) {
      self.labels = labels
      self.properties = properties
    }
  }

  public static func == (a: Node, b: Node) -> Bool { a.id == b.id }
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
