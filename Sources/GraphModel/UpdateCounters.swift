/// What a statement changed, as counts.
///
/// Counts are of changes made: a property set to the value it already had counts, a label added twice to one node
/// counts once.
public struct UpdateCounters: Sendable, Hashable {
  public var nodesCreated = 0
  public var nodesDeleted = 0
  public var relationshipsCreated = 0
  public var relationshipsDeleted = 0
  public var propertiesSet = 0
  public var labelsAdded = 0
  public var labelsRemoved = 0
  public var indexesAdded = 0
  public var indexesRemoved = 0
  public var constraintsAdded = 0
  public var constraintsRemoved = 0

  public init() {}

  /// Whether anything was changed.
  public var isEmpty: Bool { self == UpdateCounters() }
}
