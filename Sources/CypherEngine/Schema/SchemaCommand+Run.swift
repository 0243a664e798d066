internal import CypherSyntax
internal import GraphModel
internal import GraphStorage

/// CREATE and DROP of indexes and constraints.
extension SchemaCommand {
  func run(_ context: ExecutionContext) throws(KhoError) {
    let transaction = context.transaction
    switch action {
    case .createIndex(let entity, let keys):
      if try create(entity, keys, .index, transaction) { context.counters.indexesAdded += 1 }
    case .createConstraint(let entity, let keys, let kind):
      if try create(entity, keys, kind.storage, transaction) {
        context.counters.constraintsAdded += 1
      }
    case .dropIndex(let entity, let keys):
      let isDropped = try drop(transaction) { definition in
        guard definition.kind == .index else { return false }
        guard let entity else { return definition.name == name?.text }
        return definition.entity == entity.known(in: transaction)
          && definition.keys.map { transaction.name(of: $0) } == keys.map(\.text)
      }
      if isDropped { context.counters.indexesRemoved += 1 }
    case .dropConstraint:
      let isDropped = try drop(transaction) {
        $0.kind != .index && $0.name == name?.text
      }
      if isDropped { context.counters.constraintsRemoved += 1 }
    }
  }

  private func create(
    _ entity: Entity, _ keys: [Name], _ kind: IndexDefinition.Kind,
    _ transaction: GraphTransaction
  ) throws(KhoError) -> Bool {
    let kindOfEntity = try entity.made(in: transaction)
    var ids: [PropertyKeyID] = []
    for key in keys { ids.append(try transaction.makePropertyKey(key.text)) }
    let name = self.name?.text ?? defaultName(entity, keys, kind)
    let existing = transaction.indexes.first {
      $0.name == name || ($0.entity == kindOfEntity && $0.keys == ids && $0.kind == kind)
    }
    if let existing {
      if isConditional { return false }
      throw KhoError(
        .constraintValidationFailed, "SchemaRuleAlreadyExists",
        "there is already an index or constraint like it: '\(existing.name)'",
        at: self.name?.span, hint: "add IF NOT EXISTS to leave it as it is")
    }
    _ = try transaction.createIndex(name: name, entity: kindOfEntity, keys: ids, kind: kind)
    return true
  }

  private func defaultName(
    _ entity: Entity, _ keys: [Name], _ kind: IndexDefinition.Kind
  ) -> String {
    let owner =
      switch entity {
      case .node(let label): label.text
      case .relationship(let type): type.text
      }
    return ([owner] + keys.map(\.text) + [kind.word]).joined(separator: "_")
  }

  private func drop(
    _ transaction: GraphTransaction, _ isWanted: (IndexDefinition) -> Bool
  ) throws(KhoError) -> Bool {
    guard let definition = transaction.indexes.first(where: isWanted) else {
      if isConditional { return false }
      throw KhoError(
        .constraintValidationFailed, "SchemaRuleNotFound",
        "there is no such index or constraint\(name.map { ": '\($0.text)'" } ?? "")",
        at: name?.span,
        hint: name.flatMap { suggestion(for: $0.text, among: transaction.indexes.map(\.name)) })
    }
    try transaction.dropIndex(definition)
    return true
  }
}

extension SchemaCommand.Entity {
  fileprivate func made(in transaction: GraphTransaction) throws(KhoError) -> EntityKind {
    switch self {
    case .node(let label): .node(try transaction.makeLabel(label.text))
    case .relationship(let type): .relationship(try transaction.makeRelationshipType(type.text))
    }
  }

  fileprivate func known(in transaction: GraphTransaction) -> EntityKind? {
    switch self {
    case .node(let label): transaction.label(named: label.text).map { .node($0) }
    case .relationship(let type):
      transaction.relationshipType(named: type.text).map { .relationship($0) }
    }
  }
}

extension SchemaCommand.ConstraintKind {
  fileprivate var storage: IndexDefinition.Kind {
    switch self {
    case .unique: .unique
    case .exists: .exists
    case .key: .key
    case .type(let type): .type(type.description)
    }
  }
}

extension IndexDefinition.Kind {
  /// The kind in default names and in SHOW.
  var word: String {
    switch self {
    case .index: "index"
    case .unique: "unique"
    case .exists: "exists"
    case .key: "key"
    case .type(let name): "type_" + name.lowercased()
    }
  }
}
