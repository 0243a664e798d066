/// All nodes, or those with a label; all relationships, or those of a type.
package import GraphModel

/// Where a scan stands; made at its start, advanced by each call.
package struct ScanPosition: Sendable {
  package var next: UInt32 = 0
  package var isFinished = false
  package init() {}
}

extension GraphTransaction {
  /// Appends up to `limit` node ids in ascending order, those with `label` or all. O(blocks +
  /// result).
  package func scanNodes(
    label: LabelID?, position: inout ScanPosition, limit: Int, to nodes: inout [NodeID]
  ) throws(KhoError) {
    let target = nodes.count + max(limit, 0)
    try scan(.node, end: header.nextNode, position: &position) { (block) -> UInt64 in
      if let label { return block.valid(label: label) }
      return block.exists
    } emit: { (id) -> Bool in
      guard nodes.count < target else { return false }
      nodes.append(NodeID(id))
      return true
    }
  }

  /// Appends up to `limit` relationship ids in ascending order, those of `type` or all. O(blocks +
  /// relationships).
  package func scanRelationships(
    type: RelationshipTypeID?, position: inout ScanPosition, limit: Int,
    to relationships: inout [RelationshipID]
  ) throws(KhoError) {
    let target = relationships.count + max(limit, 0)
    try scan(.relationship, end: header.nextRelationship, position: &position) {
      (block) -> UInt64 in
      guard let type else { return block.exists }
      var matching: UInt64 = 0
      var rest = block.exists
      while rest != 0 {
        let slot = UInt32(rest.trailingZeroBitCount)
        if block.endpoints(slot).type == type { matching |= 1 << UInt64(slot) }
        rest &= rest &- 1
      }
      return matching
    } emit: { (id) -> Bool in
      guard relationships.count < target else { return false }
      relationships.append(RelationshipID(id))
      return true
    }
  }

  /// Walks the blocks from `position`; `select` gives the slots wanted, `emit` takes an id or
  /// refuses, which ends the call before that id.
  @inline(__always)
  private func scan(
    _ table: EntityTable, end: UInt64, position: inout ScanPosition,
    select: (EntityBlock) -> UInt64, emit: (UInt32) -> Bool
  ) throws(KhoError) {
    while UInt64(position.next) < end {
      let number = position.next >> 6
      var rest = select(try block(table, number)) & (~0 << UInt64(position.next & 63))
      while rest != 0 {
        let id = number << 6 | UInt32(rest.trailingZeroBitCount)
        guard emit(id) else {
          position.next = id
          return
        }
        rest &= rest &- 1
      }
      // The last block ends at 2^32, which an id cannot say.
      guard number < UInt32.max >> 6 else { break }
      position.next = (number + 1) << 6
    }
    position.isFinished = true
  }
}
