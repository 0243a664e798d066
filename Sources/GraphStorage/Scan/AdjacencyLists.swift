/// Which adjacency lists an expansion reads: of the types asked for, or of those present.
internal import GraphModel
internal import LMDB

/// Moved from node to node. Of named types the lists are the same for every node; of any type they
/// are those present among the node's 16 (FileFormat.md, "Presence").
struct AdjacencyLists {
  private let types: [RelationshipTypeID]?
  private let direction: Direction
  private var outgoing = PresenceRecord(.empty, block: 0)
  private var incoming = PresenceRecord(.empty, block: 0)
  private(set) var count = 0
  /// The one list that is read of every node, where there is only one. Asking it counts no
  /// references.
  let only: AdjacencyList?

  init(_ types: [RelationshipTypeID]?, _ direction: Direction) {
    self.direction = direction
    guard let types else {
      self.types = nil
      only = nil
      return
    }
    var distinct = types
    if types.count > 1 {
      distinct = []
      for type in types where !distinct.contains(type) { distinct.append(type) }
    }
    self.types = distinct
    count = direction == .either ? 2 * distinct.count : distinct.count
    only =
      count == 1 ? AdjacencyList(distinct[0], isIncoming: direction == .incoming) : nil
  }

  @inline(__always)
  mutating func move(to node: NodeID, _ transaction: GraphTransaction) throws(KhoError) {
    if types != nil { return }
    if direction != .incoming {
      outgoing = try transaction.presence(isIncoming: false, node.rawValue >> 4)
    }
    if direction != .outgoing {
      incoming = try transaction.presence(isIncoming: true, node.rawValue >> 4)
    }
    count = outgoing.count + incoming.count
  }

  @inline(__always) subscript(_ index: Int) -> AdjacencyList {
    if let only { return only }
    if let types {
      return direction == .either
        ? AdjacencyList(types[index >> 1], isIncoming: index & 1 != 0)
        : AdjacencyList(types[index], isIncoming: direction == .incoming)
    }
    return index < outgoing.count
      ? AdjacencyList(outgoing[index], isIncoming: false)
      : AdjacencyList(incoming[index - outgoing.count], isIncoming: true)
  }

  /// A loop is in both lists of its node, and followed once.
  @inline(__always) func skipsLoops(_ index: Int) -> Bool {
    direction == .either && self[index].isIncoming
  }
}
