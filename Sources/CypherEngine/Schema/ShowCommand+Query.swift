internal import CypherSyntax
internal import GraphModel
internal import GraphStorage

/// SHOW as a query: a call of a procedure that lists what the catalog holds, and the clauses
/// written after it.
extension ShowCommand {
  /// The name cannot be written in a query.
  private static let procedureName = " show"

  func query(calling procedure: Procedure, at span: SourceSpan) -> Query {
    let call = ProcedureCall(
      name: Name(Self.procedureName, at: span), arguments: [], yield: nil, yieldsAll: true,
      predicate: nil)
    var clauses = [Clause(.call(call), at: span)] + tail
    if case .with(let projection)? = tail.last?.kind {
      // RETURN * would sort the columns by name.
      let names =
        (projection.includesAll ? procedure.outputs.map(\.name) : [])
        + projection.items.map { $0.alias?.text ?? $0.text }
      let items = names.map {
        Projection.Item(expression: Expression(.variable($0), at: span), alias: nil, text: $0)
      }
      clauses.append(
        Clause(.return(Projection(isDistinct: false, includesAll: false, items: items)), at: span))
    }
    return Query(first: SingleQuery(clauses: clauses, span: span), unions: [])
  }

  func procedure(
    in transaction: GraphTransaction, _ procedures: [String: Procedure],
    _ functions: [String: ScalarFunction]
  ) -> Procedure {
    let (fields, rows) = listing(transaction, procedures, functions)
    return Procedure(
      name: Self.procedureName, inputs: [],
      outputs: fields.map { Procedure.Field(name: $0, type: "ANY?") }, body: { _ in rows })
  }

  private func listing(
    _ transaction: GraphTransaction, _ procedures: [String: Procedure],
    _ functions: [String: ScalarFunction]
  ) -> ([String], [[Value]]) {
    switch subject {
    case .labels:
      let rows = transaction.labelNames.sorted().map { name -> [Value] in
        let count = transaction.label(named: name).map { transaction.nodeCount(label: $0) } ?? 0
        return [.string(name), .integer(Int64(count))]
      }
      return (["label", "nodes"], rows)
    case .relationshipTypes:
      let rows = transaction.relationshipTypeNames.sorted().map { name -> [Value] in
        let count =
          transaction.relationshipType(named: name).map {
            transaction.relationshipCount(type: $0)
          } ?? 0
        return [.string(name), .integer(Int64(count))]
      }
      return (["relationshipType", "relationships"], rows)
    case .propertyKeys:
      return (["propertyKey"], transaction.propertyKeyNames.sorted().map { [.string($0)] })
    case .functions:
      return (
        ["name", "isAggregating"],
        (FunctionLibrary.scalars.map(\.value) + functions.values)
          .map { [.string($0.displayName), .boolean(false)] }
          .sorted { $0[0].isOrderedBefore($1[0]) }
          + FunctionLibrary.aggregates.values.map { [.string($0.displayName), .boolean(true)] }
          .sorted { $0[0].isOrderedBefore($1[0]) }
      )
    case .procedures:
      return (
        ["name", "signature"],
        (procedures.values
          + Procedure.catalogNames.compactMap { .ofCatalog(named: $0, in: transaction) })
          .sorted { $0.name < $1.name }.map { [.string($0.name), .string($0.signature)] }
      )
    case .indexes:
      return (Self.definitionFields, definitions(transaction) { $0.isSeekable })
    case .constraints:
      return (Self.definitionFields, definitions(transaction) { $0.kind != .index })
    }
  }

  private static let definitionFields = [
    "name", "type", "entityType", "labelsOrTypes", "properties",
  ]

  private func definitions(
    _ transaction: GraphTransaction, _ isWanted: (IndexDefinition) -> Bool
  ) -> [[Value]] {
    transaction.indexes.filter(isWanted).sorted { $0.name < $1.name }.map { definition in
      let (entity, owner) =
        switch definition.entity {
        case .node(let label): ("NODE", transaction.name(of: label))
        case .relationship(let type): ("RELATIONSHIP", transaction.name(of: type))
        }
      return [
        .string(definition.name), .string(definition.kind.word.uppercased()), .string(entity),
        .list([.string(owner)]),
        .list(definition.keys.map { .string(transaction.name(of: $0)) }),
      ]
    }
  }
}

extension Procedure {
  /// The procedures that are always there; tools written for Neo4j call them.
  static let catalogNames = ["db.labels", "db.propertyKeys", "db.relationshipTypes"]

  static func ofCatalog(named name: String, in transaction: GraphTransaction) -> Procedure? {
    let (field, names): (String, [String])
    switch name {
    case "db.labels": (field, names) = ("label", transaction.labelNames)
    case "db.propertyKeys": (field, names) = ("propertyKey", transaction.propertyKeyNames)
    case "db.relationshipTypes":
      (field, names) = ("relationshipType", transaction.relationshipTypeNames)
    default: return nil
    }
    let rows = names.sorted().map { [Value.string($0)] }
    return Procedure(
      name: name, inputs: [], outputs: [Field(name: field, type: "STRING")], body: { _ in rows })
  }

  /// `name(field :: TYPE, …) :: (field :: TYPE, …)`
  fileprivate var signature: String {
    func text(_ fields: [Field]) -> String {
      "(" + fields.map { "\($0.name) :: \($0.type)" }.joined(separator: ", ") + ")"
    }
    return "\(name)\(text(inputs)) :: \(text(outputs))"
  }
}
