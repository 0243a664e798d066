package import GraphModel

/// What one statement is: the root of the tree the parser returns.
package struct Statement: Sendable {
  package enum Mode: Sendable { case run, explain, profile }
  package indirect enum Kind: Sendable {
    case query(Query)
    case schema(SchemaCommand)
    case show(ShowCommand)
  }
  package var mode: Mode
  package var kind: Kind
  package var span: SourceSpan

  package init(mode: Mode, kind: Kind, span: SourceSpan) {
    self.mode = mode
    self.kind = kind
    self.span = span
  }
}

/// A name as written, without back quotes, and where.
package struct Name: Sendable {
  package var text: String
  package var span: SourceSpan
  package init(_ text: String, at span: SourceSpan) {
    self.text = text
    self.span = span
  }
}

/// Linear queries joined by UNION [ALL].
package struct Query: Sendable {
  package struct Union: Sendable {
    package var isAll: Bool
    package var query: SingleQuery
    package var span: SourceSpan
    package init(isAll: Bool, query: SingleQuery, span: SourceSpan) {
      self.isAll = isAll
      self.query = query
      self.span = span
    }
  }
  package var first: SingleQuery
  package var unions: [Union]
  package init(first: SingleQuery, unions: [Union]) {
    self.first = first
    self.unions = unions
  }
}

/// Clauses in a row.
package struct SingleQuery: Sendable {
  package var clauses: [Clause]
  package var span: SourceSpan
  package init(clauses: [Clause], span: SourceSpan) {
    self.clauses = clauses
    self.span = span
  }
}

/// `CREATE INDEX …`, `DROP CONSTRAINT …`
package struct SchemaCommand: Sendable {
  package enum Entity: Sendable {
    case node(label: Name)
    case relationship(type: Name)
  }
  package enum ConstraintKind: Sendable {
    case unique
    case exists
    /// Unique and existing: `IS NODE KEY`.
    case key
    /// `IS :: TYPE`
    case type(ValueType)
  }
  package enum Action: Sendable {
    case createIndex(entity: Entity, keys: [Name])
    case createConstraint(entity: Entity, keys: [Name], kind: ConstraintKind)
    /// By name, or (old form, `DROP INDEX ON :L(k)`) by what it covers.
    case dropIndex(entity: Entity?, keys: [Name])
    case dropConstraint
  }
  package var action: Action
  package var name: Name?
  /// IF NOT EXISTS, or IF EXISTS for a drop.
  package var isConditional: Bool
  package init(action: Action, name: Name?, isConditional: Bool) {
    self.action = action
    self.name = name
    self.isConditional = isConditional
  }
}

/// `SHOW INDEXES` …
package struct ShowCommand: Sendable {
  package enum Subject: Sendable {
    case indexes, constraints, labels, relationshipTypes, propertyKeys, functions, procedures
  }
  package var subject: Subject
  /// `YIELD …`, `WHERE …` and `RETURN …` after it, as clauses.
  package var tail: [Clause]
  package init(subject: Subject, tail: [Clause]) {
    self.subject = subject
    self.tail = tail
  }
}
