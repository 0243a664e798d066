/// What a statement changed, as counts.
///
/// Counts are of changes made: a property set to the value it already had, or a label added to a
/// node that has it, counts nothing.
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

  /// The counts that are not 0, with their names as above, in that order.
  public var changes: [(name: String, count: Int)] {
    Self.fields.map { (name: $0.name, count: self[keyPath: $0.path]) }.filter { $0.count != 0 }
  }

  public static func += (sum: inout UpdateCounters, other: UpdateCounters) {
    for field in fields { sum[keyPath: field.path] += other[keyPath: field.path] }
  }

  private static let fields:
    [(name: String, path: any WritableKeyPath<UpdateCounters, Int> & Sendable)] = [
      ("nodesCreated", \.nodesCreated), ("nodesDeleted", \.nodesDeleted),
      ("relationshipsCreated", \.relationshipsCreated),
      ("relationshipsDeleted", \.relationshipsDeleted), ("propertiesSet", \.propertiesSet),
      ("labelsAdded", \.labelsAdded), ("labelsRemoved", \.labelsRemoved),
      ("indexesAdded", \.indexesAdded), ("indexesRemoved", \.indexesRemoved),
      ("constraintsAdded", \.constraintsAdded), ("constraintsRemoved", \.constraintsRemoved),
    ]
}
