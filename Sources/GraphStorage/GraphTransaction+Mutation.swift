/// Changing the graph: the only place that knows which tables change together.
package import GraphModel
internal import LMDB

// Every call keeps counts, adjacency and indexes; constraint violations throw
// `.constraintValidationFailed` and leave the transaction to be rolled back.

extension GraphTransaction {
  // MARK: Names

  /// Ids of names, made where they are new. Writable transactions only. The name is stored in NFC.
  package func makeLabel(_ name: String) throws(KhoError) -> LabelID {
    if let id = label(named: name) { return id }
    return LabelID(try make(name, .label, \.labels))
  }
  package func makeRelationshipType(_ name: String) throws(KhoError) -> RelationshipTypeID {
    if let id = relationshipType(named: name) { return id }
    return RelationshipTypeID(try make(name, .relationshipType, \.types))
  }
  package func makePropertyKey(_ name: String) throws(KhoError) -> PropertyKeyID {
    if let id = propertyKey(named: name) { return id }
    return PropertyKeyID(try make(name, .propertyKey, \.keys))
  }

  /// Makes a name that there is not.
  private func make(
    _ name: String, _ kind: Catalog.Kind, _ names: ReferenceWritableKeyPath<Catalog, Catalog.Names>
  ) throws(KhoError) -> UInt16 {
    let pending = try writable()
    let name = name.nfc
    guard name.utf8.count <= Catalog.longestNameInBytes else {
      throw KhoError(
        .limitExceeded, "NameTooLong",
        "expected a name of at most \(Catalog.longestNameInBytes) bytes, found \(name.utf8.count)")
    }
    let id = catalog[keyPath: names].all.count
    guard id < Catalog.largestCount else {
      throw KhoError(.limitExceeded, "TooManyNames", "expected at most \(id) names of a kind")
    }
    try lmdb { () throws(LMDBError) in
      try pending.writer.put(tables.token, Catalog.key(kind, id), Array(name.utf8))
    }
    changedCatalog(pending)[keyPath: names].append(name)
    return UInt16(id)
  }

  /// The transaction's own copy of the catalog, under a version no other has: see `commit`.
  func changedCatalog(_ pending: PendingWrites) -> Catalog {
    if !pending.isCatalogChanged {
      catalog = Catalog(copying: catalog)
      pending.isCatalogChanged = true
    }
    catalog.version = UncommittedVersion.next()
    return catalog
  }

  // MARK: Nodes

  package func createNode(
    labels: [LabelID], properties: [(key: PropertyKeyID, value: Value)]
  ) throws(KhoError) -> NodeID {
    let pending = try writable()
    guard header.nextNode < UInt64(NodeID.none.rawValue) else { throw .identifiersExhausted }
    let node = NodeID(UInt32(header.nextNode))
    let properties = try stored(properties)
    if let bulk = pending.bulk {
      try bulk.enter(.node(node), labels, properties)
    } else if !catalog.indexesByLabel.isEmpty {
      let definitions =
        labels.count == 1
        ? catalog.indexesByLabel[labels[0].rawValue]
        : Set(labels).sorted().flatMap { catalog.indexesByLabel[$0.rawValue] }
      try indexCreated(.node(node), definitions, properties)
    }
    let long = try edit(.node(node)) { builder, slot in
      builder.exists |= 1 << UInt64(slot)
      for label in labels where builder.set(.label(label), slot) {
        pending.counts.add(1, to: CountName(.nodes, label: label.rawValue))
      }
      return builder.store(properties, slot)
    }
    for (key, value) in long { try storeLong(key, value, .node(node)) }
    header.nextNode += 1
    header.nodeCount &+= 1
    return node
  }

  @discardableResult package func setProperty(
    _ key: PropertyKeyID, of node: NodeID, to value: Value
  ) throws(KhoError) -> Bool {
    try setProperty(key, of: .node(node), to: value)
  }

  @discardableResult package func addLabel(
    _ label: LabelID, to node: NodeID
  ) throws(KhoError) -> Bool {
    try change(label, of: node, isAdded: true)
  }

  @discardableResult package func removeLabel(
    _ label: LabelID, from node: NodeID
  ) throws(KhoError) -> Bool {
    try change(label, of: node, isAdded: false)
  }

  private func change(
    _ label: LabelID, of node: NodeID, isAdded: Bool
  ) throws(KhoError) -> Bool {
    let pending = try writable()
    guard let block = try existing(.node(node)),
      (block.valid(label: label) >> UInt64(node.rawValue & 63) & 1 != 0) != isAdded
    else { return false }
    let definitions = catalog.indexesByLabel[label.rawValue]
    if !definitions.isEmpty {
      if isAdded {
        try indexCreated(.node(node), definitions, try properties(of: node))
      } else {
        try indexDeleted(.node(node), definitions)
      }
    }
    let change = isAdded ? 1 : -1
    var lists = try adjacencyLists(nil, .either)
    try lists.move(to: node, self)
    for index in 0..<lists.count {
      let degree = try adjacencyBlock(lists[index], node.rawValue >> 4).degree(node.rawValue & 15)
      let role = lists[index].isIncoming ? CountName.Role.incoming : .outgoing
      if degree > 0 { noteCount(role, label, lists[index].type, change * degree) }
    }
    pending.counts.add(change, to: CountName(.nodes, label: label.rawValue))
    try edit(.node(node)) { builder, slot in
      if isAdded { builder.set(.label(label), slot) } else { builder.clear(.label(label), slot) }
    }
    return true
  }

  /// The node must have no relationships: throws `DeleteConnectedNode` otherwise. An absent node is
  /// left absent.
  package func delete(_ node: NodeID) throws(KhoError) {
    let pending = try writable()
    guard try exists(node) else { return }
    guard try degree(of: node, types: nil, direction: .either) == 0 else {
      throw KhoError(
        .constraintVerificationFailed, "DeleteConnectedNode",
        "expected a node without relationships, found one with some",
        hint: "delete its relationships first, or use DETACH DELETE")
    }
    for label in try labels(of: node) {
      pending.counts.add(-1, to: CountName(.nodes, label: label.rawValue))
    }
    try remove(.node(node))
    header.nodeCount &-= 1
  }

  // MARK: Relationships

  package func createRelationship(
    type: RelationshipTypeID, from source: NodeID, to target: NodeID,
    properties: [(key: PropertyKeyID, value: Value)]
  ) throws(KhoError) -> RelationshipID {
    let pending = try writable()
    guard header.nextRelationship < UInt64(RelationshipID.none.rawValue) else {
      throw .identifiersExhausted
    }
    let relationship = RelationshipID(UInt32(header.nextRelationship))
    let properties = try stored(properties)
    let bulk = pending.bulk
    let tally = bulk?.tally(type, from: source, to: target)
    if tally == nil { try readEndLabels(source, target) }
    if !catalog.indexesByType.isEmpty {
      if let bulk {
        try bulk.enter(.relationship(relationship), type, properties)
      } else {
        let definitions = catalog.indexesByType[type.rawValue]
        try indexCreated(.relationship(relationship), definitions, properties)
      }
    }
    let long = try edit(.relationship(relationship)) { builder, slot in
      builder.add(slot, type, from: source, to: target)
      return builder.store(properties, slot)
    }
    for (key, value) in long { try storeLong(key, value, .relationship(relationship)) }
    if let tally { bulk?.count(tally) } else { countEnds(type, 1) }
    if source == target { countLoop(type, 1) }
    try noteAdjacency(relationship, type, from: source, to: target, isRemoval: false)
    header.nextRelationship += 1
    header.relationshipCount &+= 1
    return relationship
  }

  @discardableResult package func setProperty(
    _ key: PropertyKeyID, of relationship: RelationshipID, to value: Value
  ) throws(KhoError) -> Bool {
    try setProperty(key, of: .relationship(relationship), to: value)
  }

  package func delete(_ relationship: RelationshipID) throws(KhoError) {
    let pending = try writable()
    guard let block = try existing(.relationship(relationship)) else { return }
    let ends = block.endpoints(relationship.rawValue & 63)
    try readEndLabels(ends.source, ends.target)
    try remove(.relationship(relationship))
    countEnds(ends.type, -1)
    if ends.source == ends.target { countLoop(ends.type, -1) }
    header.relationshipCount &-= 1
    pending.deleted[relationship] = ends
    try noteAdjacency(
      relationship, ends.type, from: ends.source, to: ends.target, isRemoval: true)
  }

  /// Reads the labels of a relationship's ends, which must exist, for `countEnds`.
  private func readEndLabels(_ source: NodeID, _ target: NodeID) throws(KhoError) {
    guard let pending else { throw .readOnly }
    pending.sourceLabels.removeAll(keepingCapacity: true)
    pending.targetLabels.removeAll(keepingCapacity: true)
    try forEachLabelForWriting(source) { pending.sourceLabels.append($0) }
    try forEachLabelForWriting(target) { pending.targetLabels.append($0) }
  }

  /// Adds to the counts that a relationship enters by its type and its ends' labels.
  private func countEnds(_ type: RelationshipTypeID, _ change: Int) {
    guard let pending else { return }
    for label in pending.sourceLabels { noteCount(.outgoing, label, type, change) }
    for label in pending.targetLabels { noteCount(.incoming, label, type, change) }
    pending.counts.add(change, to: CountName(.outgoing, type: type.rawValue))
  }

  func countLoop(_ type: RelationshipTypeID, _ change: Int) {
    pending?.counts.add(change, to: CountName(.loops, type: type.rawValue))
  }

  private func noteCount(
    _ role: CountName.Role, _ label: LabelID, _ type: RelationshipTypeID, _ change: Int
  ) {
    pending?.counts.add(change, to: CountName(role, label: label.rawValue, type: type.rawValue))
    pending?.counts.add(change, to: CountName(role, label: label.rawValue))
  }

  // MARK: Both

  func writable() throws(KhoError) -> PendingWrites {
    try live()
    guard let pending else { throw .readOnly }
    return pending
  }

  /// Null removes. Values that a property cannot hold (maps with entities, nodes …) throw
  /// `InvalidPropertyType`. Returns whether something changed.
  private func setProperty(
    _ key: PropertyKeyID, of entity: EntityReference, to value: Value
  ) throws(KhoError) -> Bool {
    _ = try writable()
    let value: Value = value.isNull ? .null : try value.stored()
    guard let block = try existing(entity) else { return false }
    if let column = block.column(of: key, entity.id & 63) {
      if try self.value(block, column, entity).isStoredAs(value) { return false }
    } else if value.isNull {
      return false
    }
    try indexChanged(entity, key, to: value)
    let (oldWord, long) = try edit(entity) { builder, slot in
      (builder.clear(key, slot), value.isNull ? [] : builder.store([(key, value)], slot))
    }
    if let oldWord { try deleteLongValue(oldWord, entity, key.rawValue) }
    for (key, value) in long { try storeLong(key, value, entity) }
    return true
  }

  /// Properties in stored form, without nulls; of several with one key the last counts.
  private func stored(
    _ properties: [(key: PropertyKeyID, value: Value)]
  ) throws(KhoError) -> [(key: PropertyKeyID, value: Value)] {
    if properties.indices.allSatisfy({ index in
      properties[index].value.isInStoredForm
        && !properties[..<index].contains { $0.key == properties[index].key }
    }) {
      return properties
    }
    var stored: [(key: PropertyKeyID, value: Value)] = []
    stored.reserveCapacity(properties.count)
    for (key, value) in properties {
      if let index = stored.firstIndex(where: { $0.key == key }) { stored.remove(at: index) }
      if !value.isNull { stored.append((key, try value.stored())) }
    }
    return stored
  }

  /// Removes an entity's record, with its index entries and long values.
  private func remove(_ entity: EntityReference) throws(KhoError) {
    try indexDeleted(entity, try definitions(of: entity))
    let longValues = try edit(entity) { builder, slot in
      defer { builder.remove(slot) }
      return builder.longValues(slot)
    }
    for (key, word) in longValues { try deleteLongValue(word, entity, key) }
  }
}

extension KhoError {
  static let identifiersExhausted = KhoError(
    .limitExceeded, "IdentifiersExhausted", "no identifier is left in this file",
    hint: "export the database and import it into a new file, which numbers anew")
}
