/// All nodes, or those with a label; all relationships, or those of a type.
package import GraphModel

/// Where a scan stands; made at its start, advanced by each call.
package struct ScanPosition: Sendable {
  package var next: UInt32 = 0
  /// The scan finishes before this id.
  package private(set) var end = UInt64.max
  package var isFinished = false
  package init() {}

  /// The scan of some ids alone.
  package init(_ ids: Range<Int>) {
    next = UInt32(truncatingIfNeeded: ids.lowerBound)
    end = UInt64(clamping: ids.upperBound)
    isFinished = ids.isEmpty
  }
}

extension GraphTransaction {
  /// Appends up to `limit` node ids in ascending order: of those with `label`, or of all, the ones
  /// that pass the tests. O(blocks + result).
  package func scanNodes(
    label: LabelID?, tests: PropertyTests = .none, position: inout ScanPosition, limit: Int,
    to nodes: inout [NodeID]
  ) throws(KhoError) {
    let target = nodes.count + max(limit, 0)
    nodes.reserveCapacity(min(target, nodeIDCount))
    try scanNodes(label: label, tests, position: &position) { (first, slots) -> UInt64 in
      Self.append(slots, from: first, to: &nodes, upTo: target) { NodeID($0) }
    }
  }

  /// How many nodes `scanNodes` would give from `position` on.
  package func countNodes(
    label: LabelID?, tests: PropertyTests, position: inout ScanPosition
  ) throws(KhoError) -> Int {
    var count = 0
    try scanNodes(label: label, tests, position: &position) { (_, slots) -> UInt64 in
      count &+= slots.nonzeroBitCount
      return 0
    }
    return count
  }

  /// The ids from the first to the last node with the label. O(blocks), once in a snapshot.
  package func nodeIDs(with label: LabelID) throws(KhoError) -> Range<Int> {
    try live()
    guard let memo else { return 0..<nodeIDCount }
    if let known = memo.labelRanges[label.rawValue] { return known }
    var reader = EntityReader(.node, self)
    func firstBlock(of numbers: some Sequence<Int>) throws(KhoError) -> Int? {
      for number in numbers
      where try reader.block(UInt32(number), self).valid(label: label) != 0 { return number }
      return nil
    }
    let numbers = 0..<(nodeIDCount + 63) / 64
    var ids = 0..<0
    if let first = try firstBlock(of: numbers),
      let last = try firstBlock(of: numbers.reversed())
    {
      ids = 64 * first..<min(64 * (last + 1), nodeIDCount)
    }
    memo.labelRanges[label.rawValue] = ids
    return ids
  }

  /// The nodes that `scanNodes` would give. O(blocks).
  package func nodeSet(label: LabelID?, tests: PropertyTests) throws(KhoError) -> NodeSet {
    var set = NodeSet(nodeIDCount: nodeIDCount)
    var position = ScanPosition(try label.map(nodeIDs(with:)) ?? 0..<nodeIDCount)
    try scanNodes(label: label, tests, position: &position) { (first, slots) -> UInt64 in
      set.set(slots, from: first)
      return 0
    }
    return set
  }

  /// Whether every node with the label has an integer or a text as the property. O(blocks).
  package func everyNode(
    with label: LabelID, hasExact key: PropertyKeyID
  ) throws(KhoError) -> Bool {
    try !hasNode(with: label) { $0.validExact(key: key) }
  }

  /// Whether no node with the label lacks the property. O(blocks).
  package func everyNode(
    with label: LabelID, has key: PropertyKeyID
  ) throws(KhoError) -> Bool {
    try !hasNode(with: label) { $0.valid(key: key) }
  }

  /// Whether what nodes with the label have as the property stands in the order of an index.
  /// O(blocks).
  package func everyNode(
    with label: LabelID, hasOrdered key: PropertyKeyID
  ) throws(KhoError) -> Bool {
    try !hasNode(with: label) { ~$0.validUnordered(key: key) }
  }

  /// Whether a node with the label is not among those that `valid` gives of its block.
  @inline(__always)
  private func hasNode(
    with label: LabelID, outside valid: (EntityBlock) -> UInt64
  ) throws(KhoError) -> Bool {
    var position = ScanPosition()
    var isFound = false
    try scan(.node, end: header.nextNode, .none, position: &position) { (block) -> UInt64 in
      block.valid(label: label) & ~valid(block)
    } emit: { (_, slots) -> UInt64 in
      isFound = true
      return slots
    }
    return isFound
  }

  @inline(__always)
  private func scanNodes(
    label: LabelID?, _ tests: PropertyTests, position: inout ScanPosition,
    emit: (UInt32, UInt64) -> UInt64
  ) throws(KhoError) {
    try scan(.node, end: header.nextNode, tests, position: &position) { (block) -> UInt64 in
      if let label { return block.valid(label: label) }
      return block.exists
    } emit: { emit($0, $1) }
  }

  /// Appends up to `limit` relationship ids in ascending order: of those of `type`, or of all, the
  /// ones that pass the tests. O(blocks + relationships).
  package func scanRelationships(
    type: RelationshipTypeID?, tests: PropertyTests = .none, position: inout ScanPosition,
    limit: Int, to relationships: inout [RelationshipID]
  ) throws(KhoError) {
    let target = relationships.count + max(limit, 0)
    relationships.reserveCapacity(min(target, Int(clamping: header.nextRelationship)))
    try scanRelationships(type: type, tests, position: &position) { (first, slots) -> UInt64 in
      Self.append(slots, from: first, to: &relationships, upTo: target) { RelationshipID($0) }
    }
  }

  /// How many relationships `scanRelationships` would give from `position` on.
  package func countRelationships(
    type: RelationshipTypeID?, tests: PropertyTests, position: inout ScanPosition
  ) throws(KhoError) -> Int {
    var count = 0
    try scanRelationships(type: type, tests, position: &position) { (_, slots) -> UInt64 in
      count &+= slots.nonzeroBitCount
      return 0
    }
    return count
  }

  @inline(__always)
  private func scanRelationships(
    type: RelationshipTypeID?, _ tests: PropertyTests, position: inout ScanPosition,
    emit: (UInt32, UInt64) -> UInt64
  ) throws(KhoError) {
    let type = type.flatMap { relationshipCount(type: $0) == relationshipCount ? nil : $0 }
    try scan(.relationship, end: header.nextRelationship, tests, position: &position) {
      (block) -> UInt64 in
      if let type { return block.valid(type: type) }
      return block.exists
    } emit: { emit($0, $1) }
  }

  /// Appends the ids of a block's slots until `target` are there; returns the slots left.
  @inline(__always)
  private static func append<ID>(
    _ slots: UInt64, from first: UInt32, to ids: inout [ID], upTo target: Int,
    _ make: (UInt32) -> ID
  ) -> UInt64 {
    let count = min(slots.nonzeroBitCount, max(target - ids.count, 0))
    if count == 64 {
      ids.append(count: 64) { make(first &+ UInt32(truncatingIfNeeded: $0)) }
      return 0
    }
    var rest = slots
    ids.append(count: count) { _ in
      defer { rest &= rest &- 1 }
      return make(first &+ UInt32(truncatingIfNeeded: rest.trailingZeroBitCount))
    }
    return rest
  }

  /// Walks the blocks from `position`; `select` gives the slots wanted, `emit` takes those that
  /// pass the tests, with the block's first id. What it gives back is left for the next call, and
  /// ends this one.
  @inline(__always)
  private func scan(
    _ table: EntityTable, end: UInt64, _ tests: PropertyTests, position: inout ScanPosition,
    select: (EntityBlock) -> UInt64, emit: (UInt32, UInt64) -> UInt64
  ) throws(KhoError) {
    let end = min(end, position.end)
    var reader = EntityReader(table, self)
    while UInt64(position.next) < end {
      let number = position.next >> 6
      let block = try reader.block(number, self)
      reader.prefetchHead(after: number)
      var slots = select(block) & (~0 << UInt64(position.next & 63))
      if end >> 6 == UInt64(number) { slots &= ~(~0 << (end & 63)) }
      var index = 0
      while index < tests.tests.count, slots != 0 {
        slots = try passing(tests, index, slots, block, reader, number)
        index &+= 1
      }
      if slots != 0 {
        let left = emit(number << 6, slots)
        if left != 0 {
          position.next = number << 6 | UInt32(left.trailingZeroBitCount)
          return
        }
      }
      // The last block ends at 2^32, which an id cannot say.
      guard number < UInt32.max >> 6 else { break }
      position.next = (number + 1) << 6
    }
    position.isFinished = true
  }
}
