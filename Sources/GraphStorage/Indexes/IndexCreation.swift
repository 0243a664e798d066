/// Making and dropping indexes and constraints.
package import GraphModel
internal import LMDB

extension GraphTransaction {
  /// Builds the index from what is there. Throws `ConstraintValidationFailed` where existing data
  /// breaks it. O(entities log entities).
  package func createIndex(
    name: String, entity: EntityKind, keys: [PropertyKeyID], kind: IndexDefinition.Kind
  ) throws(KhoError) -> IndexDefinition {
    let pending = try writable()
    let name = name.nfc
    guard !catalog.indexes.contains(where: { $0.name == name }) else {
      throw KhoError(
        .argumentError, "IndexAlreadyExists", "there is an index or constraint '\(name)' already")
    }
    guard !keys.isEmpty, keys.count <= 32, name.utf8.count <= Catalog.longestNameInBytes,
      header.nextIndex < UInt64(UInt32.max)
    else {
      throw KhoError(
        .argumentError, "InvalidIndex", "expected 1 to 32 keys and a shorter name of the index")
    }
    let definition = IndexDefinition(
      id: UInt32(header.nextIndex), name: name, entity: entity, keys: keys, kind: kind)
    header.nextIndex += 1
    try lmdb { () throws(LMDBError) in
      try pending.writer.put(tables.token, Catalog.key(.index, definition.id), definition.encoded)
    }
    try fill(definition)
    let catalog = changedCatalog(pending)
    catalog.setIndexes(catalog.indexes + [definition])
    return definition
  }

  package func dropIndex(_ index: IndexDefinition) throws(KhoError) {
    let pending = try writable()
    guard catalog.indexes.contains(where: { $0.id == index.id }) else { return }
    let batchSize = 4_096
    var keys: [[UInt8]]
    repeat {
      keys = []
      try forEachEntry(of: index, from: [], beginningWith: []) { value, id throws(KhoError) in
        keys.append(IndexKey.key(index.id, value.array, id))
        return keys.count < batchSize
      }
      for key in keys { try removeIndexEntry(key) }
    } while keys.count == batchSize
    try lmdb { () throws(LMDBError) in
      try pending.writer.delete(tables.token, Catalog.key(.index, index.id))
    }
    let catalog = changedCatalog(pending)
    catalog.setIndexes(catalog.indexes.filter { $0.id != index.id })
  }

  /// Enters all entities that there are.
  private func fill(_ definition: IndexDefinition) throws(KhoError) {
    var position = ScanPosition()
    while !position.isFinished {
      var entities: [EntityReference] = []
      switch definition.entity {
      case .node(let label):
        var nodes: [NodeID] = []
        try scanNodes(label: label, position: &position, limit: 65_536, to: &nodes)
        entities = nodes.map { .node($0) }
      case .relationship(let type):
        var relationships: [RelationshipID] = []
        try scanRelationships(type: type, position: &position, limit: 65_536, to: &relationships)
        entities = relationships.map { .relationship($0) }
      }
      for entity in entities {
        try indexCreated(entity, [definition], try properties(of: entity))
        try checkMandatoryProperties(of: entity, definition)
      }
    }
  }
}
