/// Blocks of nodes and relationships, and their long values.
internal import GraphModel
internal import LMDB

extension StoreCheck {
  /// Every block for itself, and its entities' names and ends with the catalog and the nodes.
  func checkEntities(_ table: EntityTable) {
    let isRelationship = table == .relationship
    let end = isRelationship ? transaction.header.nextRelationship : transaction.header.nextNode
    forEachBlock(isRelationship ? "rel" : "node", table) { number, value in
      let block = EntityBlock(value)
      let what = "\(isRelationship ? "relationship" : "node") block \(number)"
      if let defect = block.defect(isRelationship: isRelationship) {
        return report("\(what): \(defect)")
      }
      guard Checksum.isIntact(value) else {
        return report("\(what) does not match its checksum")
      }
      guard number <= UInt64(UInt32.max >> 6) else { return report("\(what) is beyond all ids") }
      let first = number << 6
      let highest = first + 63 - UInt64(block.exists.leadingZeroBitCount)
      expect(highest < end, "\(what) holds id \(highest), which was never given out")
      checkNames(block, what)
      var rest = block.exists
      while rest != 0 {
        let slot = UInt32(rest.trailingZeroBitCount)
        let id = UInt32(first) | slot
        if isRelationship {
          checkRelationship(RelationshipID(id), block)
        } else {
          checkNode(NodeID(id), block)
        }
        rest &= rest &- 1
      }
    }
  }

  private func checkNames(_ block: EntityBlock, _ what: String) {
    for index in 0..<block.columnCount {
      let name = block.column(at: index).name
      if name.isProperty {
        expect(
          Int(name.key) < transaction.catalog.keys.all.count,
          "\(what) uses property key \(name.key), which has no name")
      } else if name.type == .label {
        expect(
          Int(name.key) < transaction.catalog.labels.all.count,
          "\(what) uses label \(name.key), which has no name")
      }
    }
  }

  private func checkNode(_ node: NodeID, _ block: EntityBlock) {
    nodeCount += 1
    var labels: [LabelID] = []
    block.forEachLabel(node.rawValue & 63) { labels.append($0) }
    for label in labels { counts.add(1, to: CountName(.nodes, label: label.rawValue)) }
    checkValues(
      .node(node), block, labels.flatMap { transaction.catalog.indexesByLabel[$0.rawValue] })
  }

  private func checkRelationship(_ relationship: RelationshipID, _ block: EntityBlock) {
    relationshipCount += 1
    let (source, target, type) = block.endpoints(relationship.rawValue & 63)
    expect(
      Int(type.rawValue) < transaction.catalog.types.all.count,
      "relationship \(relationship.rawValue) has type \(type.rawValue), which has no name")
    counts.add(1, to: CountName(.outgoing, type: type.rawValue))
    if source == target { counts.add(1, to: CountName(.loops, type: type.rawValue)) }
    attempt("relationship \(relationship.rawValue)") { () throws(KhoError) in
      for (role, node) in [(CountName.Role.outgoing, source), (.incoming, target)] {
        guard try transaction.exists(node) else {
          report(
            "relationship \(relationship.rawValue) ends at node \(node.rawValue), "
              + "which does not exist"
          )
          continue
        }
        for label in try transaction.labels(of: node) {
          counts.add(1, to: CountName(role, label: label.rawValue, type: type.rawValue))
          counts.add(1, to: CountName(role, label: label.rawValue))
        }
      }
    }
    checkValues(
      .relationship(relationship), block, transaction.catalog.indexesByType[type.rawValue])
  }

  /// Decodes all values, counts pieces and the index entries there must be.
  private func checkValues(
    _ entity: EntityReference, _ block: EntityBlock, _ definitions: [IndexDefinition]
  ) {
    let what = "\(entity.isRelationship ? "relationship" : "node") \(entity.id)"
    attempt(what) { () throws(KhoError) in
      var keys: Set<UInt16> = []
      for index in block.firstIndex(from: 1 << 24)..<block.columnCount {
        let column = block.column(at: index)
        guard column.contains(entity.id & 63) else { continue }
        if !keys.insert(column.name.key).inserted {
          report("\(what) has property \(column.name.key) twice")
        }
        if column.name.type.isLong {
          let word = block.word(column, column.rank(entity.id & 63))
          pieceCount += LongValue.pieceCount(word)
        }
        _ = try transaction.value(block, column, entity)
      }
      for definition in definitions {
        let values = try transaction.values(of: definition, entity)
        let isComplete = !values.contains(where: \.isNull)
        if definition.isSeekable, isComplete { entryCounts[definition.id, default: 0] += 1 }
        expect(
          !definition.isMandatory || isComplete,
          "\(what) lacks a property that '\(definition.name)' requires")
        expect(
          values.allSatisfy { definition.expectedType(insteadOf: $0) == nil },
          "\(what) has a property of another type than '\(definition.name)' requires")
      }
    }
  }

  /// Every piece belongs to a value; how many there are was counted from the values.
  func checkLongValues() {
    var found = 0
    forEachRecord("long", tables.long) { key, _ in
      found += 1
      let key = key.u64(0)
      let id = UInt32(truncatingIfNeeded: key >> 31)
      let entity: EntityReference =
        key >> 63 != 0 ? .relationship(RelationshipID(id)) : .node(NodeID(id))
      attempt("a long value") { () throws(KhoError) in
        let block = try transaction.block(entity.table, id >> 6)
        let column = block.column(
          of: PropertyKeyID(UInt16(truncatingIfNeeded: key >> 15)), id & 63)
        let pieceCount = column.flatMap {
          $0.name.type.isLong ? LongValue.pieceCount(block.word($0, $0.rank(id & 63))) : nil
        }
        expect(
          Int(key & 0x7FFF) < pieceCount ?? 0,
          "a piece of a long value of \(entity.isRelationship ? "relationship" : "node") \(id) "
            + "belongs to no value")
      }
    }
    expect(found == pieceCount, "\(found) pieces of long values are stored, \(pieceCount) are used")
  }
}
