/// Which adjacency lists an expansion reads, and reading them: of the types asked for, or of those
/// present.
internal import GraphModel
internal import LMDB

/// Moved from node to node. One or two lists of named types are the same for every node; of more
/// types, or any, they are those present among the node's 16 (FileFormat.md, "Presence").
///
/// Types are bits of a word, so that asking for a list counts no references.
package struct AdjacencyLists {
  private let direction: Direction
  /// Types asked for; all where any will do.
  private let wanted: UInt64
  /// Whether the lists are the same for every node.
  private let isFixed: Bool
  /// The types whose lists are read.
  private var outgoing: UInt64 = 0
  private var incoming: UInt64 = 0
  private var outgoingCount = 0
  private(set) var count = 0
  /// The block of the node moved to last.
  private var number = UInt32.max
  /// The one list that is read of every node, where there is only one.
  let only: AdjacencyList?
  /// The lists instead, where a word has not enough bits for the types, and those asked for.
  private var many: [AdjacencyList]?
  private let types: [RelationshipTypeID]?

  init(
    _ types: [RelationshipTypeID]?, _ direction: Direction, in transaction: GraphTransaction
  ) {
    self.direction = direction
    let named = types ?? []
    let first = named.first
    var wanted: UInt64 = types == nil ? .max : 0
    var isFixed = types != nil
    for index in named.indices {
      wanted |= 1 &<< UInt64(named[index].rawValue & 63)
      isFixed = isFixed && named[index] == first
    }
    self.wanted = wanted
    self.isFixed = isFixed
    guard isFixed else {
      many = transaction.catalog.types.all.count > 64 ? [] : nil
      self.types = many == nil ? nil : types
      only = nil
      return
    }
    self.types = nil
    guard let first else {
      only = nil
      return
    }
    outgoing = direction == .incoming ? 0 : wanted
    incoming = direction == .outgoing ? 0 : wanted
    outgoingCount = direction == .incoming ? 0 : 1
    count = direction == .either ? 2 : 1
    only = count == 1 ? AdjacencyList(first, isIncoming: direction == .incoming) : nil
    if count == 2, first.rawValue > 63 {
      many = [AdjacencyList(first, isIncoming: false), AdjacencyList(first, isIncoming: true)]
    }
  }

  @inline(__always)
  mutating func move(to node: NodeID, _ transaction: GraphTransaction) throws(KhoError) {
    if isFixed || node.rawValue >> 4 == number { return }
    try moveOn(to: node.rawValue >> 4, transaction)
  }

  private mutating func moveOn(
    to number: UInt32, _ transaction: GraphTransaction
  ) throws(KhoError) {
    self.number = number
    if many == nil {
      if direction != .incoming {
        outgoing = try transaction.presence(isIncoming: false, number).firstTypes & wanted
      }
      if direction != .outgoing {
        incoming = try transaction.presence(isIncoming: true, number).firstTypes & wanted
      }
      outgoingCount = outgoing.nonzeroBitCount
      count = outgoingCount &+ incoming.nonzeroBitCount
      return
    }
    var lists: [AdjacencyList] = []
    for isIncoming in [false, true] where direction != (isIncoming ? .outgoing : .incoming) {
      for type in try transaction.presence(isIncoming: isIncoming, number).types
      where types?.contains(type) ?? true {
        lists.append(AdjacencyList(type, isIncoming: isIncoming))
      }
      if !isIncoming { outgoingCount = lists.count }
    }
    count = lists.count
    many = lists
  }

  @inline(__always) subscript(_ index: Int) -> AdjacencyList {
    if let only { return only }
    if let many { return many[index] }
    let isIncoming = index >= outgoingCount
    var rest = isIncoming ? incoming : outgoing
    for _ in 0..<(isIncoming ? index &- outgoingCount : index) { rest &= rest &- 1 }
    return AdjacencyList(
      RelationshipTypeID(UInt16(truncatingIfNeeded: rest.trailingZeroBitCount)),
      isIncoming: isIncoming)
  }

  /// A loop is in both lists of its node, and followed once.
  @inline(__always) func skipsLoops(_ index: Int) -> Bool {
    direction == .either && index >= outgoingCount
  }
}

extension AdjacencyLists {
  /// The lists of the types asked for, whether a node has them or not.
  func all(of types: [RelationshipTypeID]) -> [AdjacencyList] {
    var lists: [AdjacencyList] = []
    for (index, type) in types.enumerated() where !types[..<index].contains(type) {
      if direction != .incoming { lists.append(AdjacencyList(type, isIncoming: false)) }
      if direction != .outgoing { lists.append(AdjacencyList(type, isIncoming: true)) }
    }
    return lists
  }
}

/// Reads adjacency blocks without counting references, in loops over many nodes.
struct AdjacencyReader {
  private var known: Memo.View?

  init(_ transaction: GraphTransaction) { known = transaction.memo?.view }

  /// The block of 16 lists; an absent one is empty. O(1) with a memo, else O(log n).
  @inline(__always)
  mutating func block(
    _ list: AdjacencyList, _ number: UInt32, _ transaction: GraphTransaction
  ) throws(KhoError) -> AdjacencyBlock {
    if let bytes = known?[.adjacency(list), number] { return AdjacencyBlock(bytes) }
    return try load(list, number, transaction)
  }

  /// Has the processor fetch the neighbours in a block that comes soon after another, and the head
  /// of a later one.
  @inline(__always)
  func prefetchNeighbours(_ list: AdjacencyList, after number: UInt32) {
    prefetch(list, after: number)
    guard let next = known?[.adjacency(list), number &+ 2] else { return }
    AdjacencyBlock(next).prefetchNeighbours()
  }

  /// Has the processor fetch the head of a block that comes some way after another.
  @inline(__always)
  func prefetch(_ list: AdjacencyList, after number: UInt32) {
    known?[.adjacency(list), number &+ 8]?.prefetch(0, count: AdjacencyBlock.headerSizeInBytes)
  }

  @inline(never)
  private mutating func load(
    _ list: AdjacencyList, _ number: UInt32, _ transaction: GraphTransaction
  ) throws(KhoError) -> AdjacencyBlock {
    defer { known = transaction.memo?.view }
    return try transaction.adjacencyBlock(list, number)
  }
}
