/// A relationship: its identity and, once it leaves the engine, its type, end nodes and properties.
///
/// As with `Node`, only `id` is set inside the engine, and equality is identity.
public struct Relationship: Sendable, Hashable {
  public var id: RelationshipID
  package var content: Content?

  package init(_ id: RelationshipID, content: Content? = nil) {
    self.id = id
    self.content = content
  }

  public init(id: RelationshipID, type: String, start: NodeID, end: NodeID, properties: ValueMap) {
    self.id = id
    content = Content(type: type, start: start, end: end, properties: properties)
  }

  public var type: String { content?.type ?? "" }
  /// The node the relationship goes out from.
  public var start: NodeID { content?.start ?? NodeID(0) }
  /// The node the relationship goes to.
  public var end: NodeID { content?.end ?? NodeID(0) }
  public var properties: ValueMap { content?.properties ?? ValueMap() }
  /// The property's value; null where the relationship has no such property.
  public subscript(key: String) -> Value { properties[key] ?? .null }

  package final class Content: Sendable {
    package let type: String
    package let start: NodeID
    package let end: NodeID
    package let properties: ValueMap
    package init(type: String, start: NodeID, end: NodeID, properties: ValueMap) {
      self.type = type
      self.start = start
      self.end = end
      self.properties = properties
    }
  }

  public static func == (a: Relationship, b: Relationship) -> Bool { a.id == b.id }
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
