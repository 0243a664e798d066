internal import GraphModel
internal import GraphStorage

/// SET and REMOVE, of properties and labels.

/// SET
final class SetProperties: UpdateOperator {
  private let items: [BoundSet]
  init(_ input: Operator, _ items: [BoundSet]) {
    self.items = items
    super.init(input)
  }
  override var name: String { "SetProperties" }
  override func update(_ batch: inout Batch, _ context: ExecutionContext) throws(KhoError) {
    try items.run(on: batch, context)
  }
}

extension [BoundSet] {
  func run(on batch: Batch, _ context: ExecutionContext) throws(KhoError) {
    for index in 0..<batch.count {
      let row = Row(batch: batch, index: index)
      for item in self {
        switch item {
        case .property(let base, let key, _, let value):
          let entity = try base.evaluate(row, context)
          if entity.isNull { continue }
          let value = try value.evaluate(row, context)
          try context.set(try context.makeKey(key), of: entity, to: value, at: base.span)
        case .dynamicProperty(let base, let key, let value):
          let entity = try base.evaluate(row, context)
          if entity.isNull { continue }
          try context.set(
            try context.dynamicKey(key, row), of: entity, to: try value.evaluate(row, context),
            at: base.span)
        case .properties(let base, let value, let replaces):
          let entity = try base.evaluate(row, context)
          if entity.isNull { continue }
          try context.setAll(
            of: entity, to: try value.evaluate(row, context), replaces: replaces, at: value.span)
        case .labels(let base, let labels):
          guard case .node(let node) = try base.evaluate(row, context) else { continue }
          for label in labels {
            if try context.transaction.addLabel(try context.makeLabel(label), to: node.id) {
              context.counters.labelsAdded += 1
            }
          }
        }
      }
    }
  }
}

extension ExecutionContext {
  func dynamicKey(_ key: BoundExpression, _ row: Row) throws(KhoError) -> PropertyKeyID {
    guard case .string(let name) = try key.evaluate(row, self) else {
      throw KhoError(
        .typeError, "MapElementAccessByNonString", "expected a string as property key",
        at: key.span)
    }
    return try transaction.makePropertyKey(name)
  }

  func set(
    _ key: PropertyKeyID, of entity: Value, to value: Value, at span: SourceSpan
  ) throws(KhoError) {
    try value.checkNesting(at: span)
    let isChanged: Bool
    do throws(KhoError) {
      switch entity {
      case .node(let node):
        isChanged = try transaction.setProperty(key, of: node.id, to: value)
      case .relationship(let relationship):
        isChanged = try transaction.setProperty(key, of: relationship.id, to: value)
      default:
        throw KhoError(
          .typeError, "InvalidArgumentType",
          "expected a node or relationship, found \(entity.typeName)")
      }
    } catch { throw error.located(at: span) }
    if isChanged { counters.propertiesSet += 1 }
  }

  func setAll(
    of entity: Value, to value: Value, replaces: Bool, at span: SourceSpan
  ) throws(KhoError) {
    if value.isNull, !replaces { return }
    guard let map = value.isNull ? ValueMap() : try storedProperties(of: value) else {
      throw KhoError(
        .typeError, "InvalidArgumentType", "expected a map of properties, found \(value.typeName)",
        at: span)
    }
    if replaces, let old = try storedProperties(of: entity) {
      for (key, _) in old where map[key] == nil {
        try set(try transaction.makePropertyKey(key), of: entity, to: .null, at: span)
      }
    }
    for (key, value) in map {
      // A null for a property that was never there makes no key.
      if value.isNull, transaction.propertyKey(named: key) == nil { continue }
      try set(try transaction.makePropertyKey(key), of: entity, to: value, at: span)
    }
  }
}

/// REMOVE
final class RemoveProperties: UpdateOperator {
  private let items: [BoundRemove]
  init(_ input: Operator, _ items: [BoundRemove]) {
    self.items = items
    super.init(input)
  }
  override var name: String { "Remove" }
  override func update(_ batch: inout Batch, _ context: ExecutionContext) throws(KhoError) {
    for index in 0..<batch.count {
      let row = Row(batch: batch, index: index)
      for item in items {
        switch item {
        case .property(let base, let key):
          let entity = try base.evaluate(row, context)
          guard !entity.isNull, let key = context.key(key) else { continue }
          try context.set(key, of: entity, to: .null, at: base.span)
        case .dynamicProperty(let base, let key):
          let entity = try base.evaluate(row, context)
          if entity.isNull { continue }
          try context.set(
            try context.dynamicKey(key, row), of: entity, to: .null, at: base.span)
        case .labels(let base, let labels):
          guard case .node(let node) = try base.evaluate(row, context) else { continue }
          for label in labels {
            if let label = context.label(label),
              try context.transaction.removeLabel(label, from: node.id)
            {
              context.counters.labelsRemoved += 1
            }
          }
        }
      }
    }
  }
}
