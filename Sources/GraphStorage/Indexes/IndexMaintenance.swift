/// Keeping indexes and constraints true through every change of the graph.
internal import GraphModel
internal import LMDB

extension GraphTransaction {
  /// The definitions that concern an entity that exists.
  func definitions(of entity: EntityReference) throws(KhoError) -> [IndexDefinition] {
    switch entity {
    case .node(let node):
      if catalog.indexesByLabel.isEmpty { return [] }
      var definitions: [IndexDefinition] = []
      try forEachLabelForWriting(node) { definitions += catalog.indexesByLabel[$0.rawValue] }
      return definitions
    case .relationship(let relationship):
      if catalog.indexesByType.isEmpty { return [] }
      guard let ends = try endpoints(of: relationship) else { return [] }
      return catalog.indexesByType[ends.type.rawValue]
    }
  }

  /// Enters an entity, new or newly labelled, with these properties.
  func indexCreated(
    _ entity: EntityReference, _ definitions: [IndexDefinition],
    _ properties: [(key: PropertyKeyID, value: Value)]
  ) throws(KhoError) {
    if definitions.isEmpty { return }
    var changes: [IndexChange] = []
    for definition in definitions {
      let values = definition.keys.map { key in
        properties.first { $0.key == key }?.value ?? .null
      }
      changes.append(IndexChange(definition, from: nil, to: values))
    }
    try apply(changes, entity)
  }

  /// Removes an entity that still has its properties.
  func indexDeleted(
    _ entity: EntityReference, _ definitions: [IndexDefinition]
  ) throws(KhoError) {
    var changes: [IndexChange] = []
    for definition in definitions {
      changes.append(
        IndexChange(definition, from: try values(of: definition, entity), to: nil))
    }
    try apply(changes, entity)
  }

  /// Moves the entries of an entity whose property is about to change.
  func indexChanged(
    _ entity: EntityReference, _ key: PropertyKeyID, to new: Value
  ) throws(KhoError) {
    var changes: [IndexChange] = []
    for definition in try definitions(of: entity) where definition.keys.contains(key) {
      let values = try values(of: definition, entity)
      var changed = values
      for index in definition.keys.indices where definition.keys[index] == key {
        changed[index] = new
      }
      changes.append(IndexChange(definition, from: values, to: changed))
    }
    try apply(changes, entity)
  }

  func values(
    of definition: IndexDefinition, _ entity: EntityReference
  ) throws(KhoError) -> [Value] {
    var values: [Value] = []
    for key in definition.keys { values.append(try property(key, of: entity)) }
    return values
  }

  /// Checks all changes and then makes them, so that a violation leaves nothing half done.
  private func apply(_ changes: [IndexChange], _ entity: EntityReference) throws(KhoError) {
    let pending = try writable()
    for change in changes { try check(change, entity, pending) }
    for change in changes where change.oldKey != change.newKey {
      let id = change.definition.id
      if let key = change.oldKey { try removeIndexEntry(IndexKey.key(id, key, entity.id)) }
      if let key = change.newKey { try addIndexEntry(IndexKey.key(id, key, entity.id)) }
    }
  }

  private func check(
    _ change: IndexChange, _ entity: EntityReference, _ pending: PendingWrites
  ) throws(KhoError) {
    guard let values = change.values else { return }
    let definition = change.definition
    if definition.isMandatory, values.contains(where: \.isNull) {
      pending.unchecked.insert(entity)
    }
    for value in values { try definition.checkType(of: value, in: self) }
    if definition.isUnique, let key = change.newKey, key != change.oldKey,
      try isTaken(key, definition)
    {
      throw definition.duplicate(in: self)
    }
  }

  /// Whether an entity has these values.
  func isTaken(_ key: [UInt8], _ definition: IndexDefinition) throws(KhoError) -> Bool {
    var isTaken = false
    try forEachEntry(of: definition, from: key, beginningWith: key) { entry, id throws(KhoError) in
      if IndexKey.isCut(key) {
        let other = try self.values(of: definition, definition.reference(id))
        isTaken = IndexKey.value(other) == key
      } else {
        isTaken = true
      }
      return !isTaken
    }
    return isTaken
  }

  /// Throws where an entity changed in this transaction lacks a property it must have.
  func checkMandatoryProperties() throws(KhoError) {
    guard let pending else { return }
    for entity in pending.unchecked where try exists(entity) {
      for definition in try definitions(of: entity) {
        try checkMandatoryProperties(of: entity, definition)
      }
    }
    pending.unchecked.removeAll()
  }

  func checkMandatoryProperties(
    of entity: EntityReference, _ definition: IndexDefinition
  ) throws(KhoError) {
    if definition.isMandatory, try values(of: definition, entity).contains(where: \.isNull) {
      throw definition.missing(in: self)
    }
  }
}

/// An entity's values for an index, before and after; nil where it is not in the index. A class: a
/// definition takes long to copy.
private final class IndexChange {
  let definition: IndexDefinition
  let values: [Value]?
  /// The keys of the entries; nil where there is none.
  let oldKey: [UInt8]?
  let newKey: [UInt8]?

  init(_ definition: IndexDefinition, from old: [Value]?, to new: [Value]?) {
    self.definition = definition
    values = new
    oldKey = definition.isSeekable ? old.flatMap(IndexKey.value) : nil
    newKey = definition.isSeekable ? new.flatMap(IndexKey.value) : nil
  }
}

extension IndexDefinition {
  func reference(_ id: UInt32) -> EntityReference {
    switch entity {
    case .node: .node(NodeID(id))
    case .relationship: .relationship(RelationshipID(id))
    }
  }

  func missing(in transaction: GraphTransaction) -> KhoError {
    violation(in: transaction, "PropertyExistenceViolation", "present, found it missing")
  }

  func duplicate(in transaction: GraphTransaction) -> KhoError {
    violation(in: transaction, "UniquenessViolation", "unique, found the value twice")
  }

  func checkType(of value: Value, in transaction: GraphTransaction) throws(KhoError) {
    guard let type = expectedType(insteadOf: value) else { return }
    throw violation(
      in: transaction, "PropertyTypeViolation", "of type \(type), found \(value.typeName)")
  }

  /// "expected `Label(key)` to be `expectation`": names, never the value.
  func violation(
    in transaction: GraphTransaction, _ detail: String, _ expectation: String
  ) -> KhoError {
    let name =
      switch entity {
      case .node(let label): transaction.name(of: label)
      case .relationship(let type): transaction.name(of: type)
      }
    let keys = keys.map { transaction.name(of: $0) }.joined(separator: ", ")
    return KhoError(
      .constraintValidationFailed, detail, "expected \(name)(\(keys)) to be \(expectation)")
  }
}
