internal import GraphModel

/// Indexes and constraints, in Neo4j 5's forms and the older ones, and SHOW. openCypher has no
/// schema commands.
extension Parser {
  /// SchemaCommand = (CREATE | DROP) (INDEX | CONSTRAINT) …, if one stands here.
  func schemaCommandIfPresent() throws(SyntaxFailure) -> SchemaCommand? {
    guard at(.create) || at(.drop) else { return nil }
    let start = current.span
    let isCreating = at(.create)
    let what = peek()
    if isCreating, !what.isName || peek(2).kind == .equals || startsShortestPath(what) {
      return nil
    }
    advance()
    if isCreating, at(.or) { throw unsupported("CREATE OR REPLACE", at: start.union(current.span)) }
    if isCreating { _ = skip(.range) }
    if skip(.index) { return isCreating ? try createIndex() : try dropIndex() }
    if skip(.constraint) { return isCreating ? try createConstraint() : try dropConstraint() }
    if peek().keyword == .index {
      throw unsupported(
        "\(text(of: start)) \(text(of: current)) INDEX".uppercased(), at: current.span)
    }
    throw unexpected(isCreating ? "a pattern, INDEX or CONSTRAINT" : "INDEX or CONSTRAINT")
  }

  private func startsShortestPath(_ token: Token) -> Bool {
    token.keyword == .shortestPath || token.keyword == .allShortestPaths
  }

  private func text(of span: SourceSpan) -> String { text(from: span.start, to: span.end) }

  // MARK: Indexes

  /// CREATE INDEX ([Name] [IF NOT EXISTS] FOR Entity ON Keys | ON : Label ( Key { , Key } ))
  private func createIndex() throws(SyntaxFailure) -> SchemaCommand {
    if at(.on), peek().kind == .colon {
      let (entity, keys) = try oldIndexTarget()
      return SchemaCommand(
        action: .createIndex(entity: entity, keys: keys), name: nil, isConditional: false)
    }
    let name = try schemaNameIfPresent()
    let isConditional = try ifIfPresent(isNegated: true)
    try expect(.for)
    let (entity, variable) = try schemaEntity()
    try expect(.on)
    let keys = try schemaKeys(of: variable)
    return SchemaCommand(
      action: .createIndex(entity: entity, keys: keys), name: name, isConditional: isConditional)
  }

  /// DROP INDEX (Name [IF EXISTS] | ON : Label ( Key { , Key } ))
  private func dropIndex() throws(SyntaxFailure) -> SchemaCommand {
    if at(.on), peek().kind == .colon {
      let (entity, keys) = try oldIndexTarget()
      return SchemaCommand(
        action: .dropIndex(entity: entity, keys: keys), name: nil, isConditional: false)
    }
    let name = try name("the index's name")
    return SchemaCommand(
      action: .dropIndex(entity: nil, keys: []), name: name,
      isConditional: try ifIfPresent(isNegated: false))
  }

  /// ON : Label ( Key { , Key } )
  private func oldIndexTarget() throws(SyntaxFailure) -> (SchemaCommand.Entity, [Name]) {
    index += 2
    let label = try name("a label")
    let opening = current
    try expect(.leftParenthesis)
    var keys: [Name] = []
    repeat { keys.append(try name("a property key")) } while skip(.comma)
    try close(opening, .rightParenthesis, "property keys")
    return (.node(label: label), keys)
  }

  // MARK: Constraints

  /// CREATE CONSTRAINT [Name] [IF NOT EXISTS] (FOR Entity REQUIRE | ON Entity ASSERT) Keys IS
  /// ConstraintKind
  private func createConstraint() throws(SyntaxFailure) -> SchemaCommand {
    let name = try schemaNameIfPresent()
    let isConditional = try ifIfPresent(isNegated: true)
    let isOld = at(.on)
    if !isOld { try expect(.for) } else { advance() }
    let (entity, variable) = try schemaEntity()
    try expect(isOld ? .assert : .require)
    let keys: [Name]
    let kind: SchemaCommand.ConstraintKind
    if isOld, at(.exists), peek().kind == .leftParenthesis {
      advance()
      keys = try schemaKeys(of: variable)
      kind = .exists
    } else {
      keys = try schemaKeys(of: variable)
      kind = try constraintKind()
    }
    return SchemaCommand(
      action: .createConstraint(entity: entity, keys: keys, kind: kind), name: name,
      isConditional: isConditional)
  }

  /// IS ([NODE | RELATIONSHIP] (UNIQUE | KEY) | NOT NULL | (:: | TYPED) ValueType)
  private func constraintKind() throws(SyntaxFailure) -> SchemaCommand.ConstraintKind {
    if skip(.doubleColon) { return .type(try valueType()) }
    try expect(.is)
    if skip(.not) {
      try expect(.null)
      return .exists
    }
    if skip(.doubleColon) || skip(.typed) { return .type(try valueType()) }
    if !skip(.node) { _ = skip(.relationship) }
    if skip(.unique) { return .unique }
    guard skip(.key) else { throw unexpected("UNIQUE, KEY, NOT NULL or a type") }
    return .key
  }

  /// DROP CONSTRAINT Name [IF EXISTS]
  private func dropConstraint() throws(SyntaxFailure) -> SchemaCommand {
    if at(.on), peek().kind == .leftParenthesis {
      throw unsupported(
        "DROP CONSTRAINT ON", at: current.span, hint: "drop it by its name: see SHOW CONSTRAINTS")
    }
    let name = try name("the constraint's name")
    return SchemaCommand(
      action: .dropConstraint, name: name, isConditional: try ifIfPresent(isNegated: false))
  }

  // MARK: Parts

  /// The name of an index or constraint: a word before FOR, ON or IF may be one too.
  private func schemaNameIfPresent() throws(SyntaxFailure) -> Name? {
    switch current.keyword {
    case .for, .on: return peek().kind == .leftParenthesis ? nil : try name("a name")
    case .if: return peek().keyword == .not ? nil : try name("a name")
    default: return try nameIfPresent()
    }
  }

  /// IF [NOT] EXISTS
  private func ifIfPresent(isNegated: Bool) throws(SyntaxFailure) -> Bool {
    guard skip(.if) else { return false }
    if isNegated { try expect(.not) }
    try expect(.exists)
    return true
  }

  /// ( Variable : Label ) | () [<] - [ Variable : Type ] - [>] ()
  private func schemaEntity() throws(SyntaxFailure) -> (SchemaCommand.Entity, variable: Name) {
    let start = current.start
    let pattern = try patternElement(for: .match, from: start)
    if pattern.steps.isEmpty, let variable = pattern.start.variable,
      case .name(let label)? = pattern.start.labels
    {
      return (.node(label: label), variable)
    }
    if pattern.steps.count == 1, let variable = pattern.steps[0].relationship.variable,
      case .name(let type)? = pattern.steps[0].relationship.types
    {
      return (.relationship(type: type), variable)
    }
    throw syntaxError("expected (n:Label) or ()-[r:TYPE]-()", at: span(from: start))
  }

  /// Variable . Key | ( Variable . Key { , Variable . Key } )
  private func schemaKeys(of variable: Name) throws(SyntaxFailure) -> [Name] {
    let opening = current
    guard skip(.leftParenthesis) else { return [try schemaKey(of: variable)] }
    var keys: [Name] = []
    repeat { keys.append(try schemaKey(of: variable)) } while skip(.comma)
    try close(opening, .rightParenthesis, "properties")
    return keys
  }

  private func schemaKey(of variable: Name) throws(SyntaxFailure) -> Name {
    guard current.isName, try text(ofName: current) == variable.text else {
      throw unexpected("a property of '\(variable.text)'")
    }
    advance()
    try expect(.period)
    return try name("a property key")
  }

  // MARK: SHOW

  /// ShowCommand = SHOW Subject [YIELD …] [Where] [Return]
  func showCommand() throws(SyntaxFailure) -> ShowCommand {
    advance()
    var command = ShowCommand(subject: try showSubject(), tail: [])
    let start = current.start
    if at(.yield) || at(.where) {
      // YIELD has the form of WITH; WHERE alone is that of WITH *.
      let projection =
        at(.yield)
        ? try with()
        : Projection(
          isDistinct: false, includesAll: true, items: [], predicate: try whereIfPresent())
      command.tail.append(Clause(.with(projection), at: span(from: start)))
    }
    if at(.return), let clause = try clauseIfPresent() { command.tail.append(clause) }
    return command
  }

  /// Subject = INDEX[ES] | CONSTRAINT[S] | LABELS | RELATIONSHIP TYPES | PROPERTY KEYS | FUNCTIONS
  ///   | PROCEDURES
  private func showSubject() throws(SyntaxFailure) -> ShowCommand.Subject {
    if at(.all), let next = peek().keyword, next != .yield { advance() }
    if skip(.index) || skip(.indexes) { return .indexes }
    if skip(.constraint) || skip(.constraints) { return .constraints }
    if skip(.labels) { return .labels }
    if skip(.relationship) {
      try expect(.types)
      return .relationshipTypes
    }
    if skip(.property) {
      try expect(.keys)
      return .propertyKeys
    }
    if skip(.functions) { return .functions }
    if skip(.procedures) { return .procedures }
    throw unexpected(
      "INDEXES, CONSTRAINTS, LABELS, RELATIONSHIP TYPES, PROPERTY KEYS, FUNCTIONS or PROCEDURES")
  }
}
