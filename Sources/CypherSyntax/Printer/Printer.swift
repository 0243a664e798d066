internal import GraphModel

/// Tree to text: Cypher on one line, in one form for each tree, which parses to the same tree
/// again.
///
/// Parentheses stand only where precedence asks for them. The methods `write` put down the parts of
/// one node; expressions and clauses inside it wait for their turn, so that no depth of the tree is
/// one of the stack. `Printer+Expression` and `Printer+Pattern` hold the rest.
struct Printer {
  private enum Part {
    case text(String)
    case expression(Expression, atLeast: Precedence)
    case clauses([Clause])
  }

  /// The parts of the node that is being taken apart.
  private var parts: [Part] = []

  /// What `write` puts down, as text.
  static func text(_ write: (inout Printer) -> Void) -> String {
    var printer = Printer()
    write(&printer)
    var text = ""
    var waiting: [Part] = printer.parts.reversed()
    while let part = waiting.popLast() {
      printer.parts = []
      switch part {
      case .text(let piece): text += piece
      case .expression(let expression, let precedence):
        printer.writeParts(of: expression, atLeast: precedence)
      case .clauses(let clauses): printer.write(each: clauses, separator: " ") { $0.write($1) }
      }
      waiting += printer.parts.reversed()
    }
    return text
  }

  mutating func write(_ text: String) { parts.append(.text(text)) }

  mutating func write(_ clauses: [Clause]) { parts.append(.clauses(clauses)) }

  /// - Parameter precedence: the lowest one that stands here without parentheses.
  mutating func write(_ expression: Expression, atLeast precedence: Precedence = .or) {
    parts.append(.expression(expression, atLeast: precedence))
  }

  /// Writes each of `items`, with `separator` between them.
  mutating func write<Items: Sequence>(
    each items: Items, separator: String = ", ", _ write: (inout Printer, Items.Element) -> Void
  ) {
    var isFirst = true
    for item in items {
      if !isFirst { self.write(separator) }
      isFirst = false
      write(&self, item)
    }
  }

  /// A label, type, property key or other name that cannot be taken for a keyword where it stands.
  mutating func write(_ name: Name) { write(name: name.text) }
  mutating func write(name: String) {
    var text = ""
    Value.write(name: name, to: &text)
    write(text)
  }

  /// A name where a keyword may stand too.
  mutating func write(variable name: String) {
    if let keyword = Keyword(name), Keyword.ambiguousNames.contains(keyword) {
      write("`\(name)`")
    } else {
      write(name: name)
    }
  }

  mutating func write(variable name: Name) { write(variable: name.text) }

  // MARK: Statements

  mutating func write(_ statement: Statement) {
    switch statement.mode {
    case .run: break
    case .explain: write("EXPLAIN ")
    case .profile: write("PROFILE ")
    }
    switch statement.kind {
    case .query(let query): write(query)
    case .schema(let command): write(command)
    case .show(let command): write(command)
    }
  }

  mutating func write(_ query: Query) {
    write(query.first.clauses)
    for union in query.unions {
      write(union.isAll ? " UNION ALL " : " UNION ")
      write(union.query.clauses)
    }
  }

  private mutating func write(_ clause: Clause) {
    switch clause.kind {
    case .match(let match): write(match)
    case .unwind(let list, let variable): write("UNWIND ", list, as: variable)
    case .with(let projection): write("WITH", projection)
    case .return(let projection): write("RETURN", projection)
    case .create(let patterns):
      write("CREATE ")
      write(each: patterns) { $0.write($1) }
    case .merge(let merge): write(merge)
    case .set(let items): write("SET ", items)
    case .remove(let items):
      write("REMOVE ")
      write(each: items) { $0.write($1) }
    case .delete(let isDetaching, let expressions):
      write(isDetaching ? "DETACH DELETE " : "DELETE ")
      write(each: expressions) { $0.write($1) }
    case .call(let call): write(call)
    case .callSubquery(let call): write(call)
    case .foreach(let variable, let list, let clauses):
      write("FOREACH (")
      write(variable: variable)
      write(" IN ")
      write(list)
      write(" | ")
      write(clauses)
      write(")")
    case .loadCSV(let load): write(load)
    }
  }

  private mutating func write(_ word: String, _ expression: Expression, as variable: Name) {
    write(word)
    write(expression)
    write(" AS ")
    write(variable: variable)
  }

  private mutating func write(_ match: Match) {
    write(match.isOptional ? "OPTIONAL MATCH " : "MATCH ")
    write(each: match.patterns) { $0.write($1) }
    write(" WHERE ", match.predicate)
  }

  /// A word and an expression after it, if there is one.
  mutating func write(_ word: String, _ expression: Expression?) {
    guard let expression else { return }
    write(word)
    write(expression)
  }

  private mutating func write(_ word: String, _ projection: Projection) {
    write(word)
    write(projection.isDistinct ? " DISTINCT " : " ")
    if projection.includesAll { write(projection.items.isEmpty ? "*" : "*, ") }
    write(each: projection.items) { printer, item in
      printer.write(item.expression)
      guard let alias = item.alias else { return }
      printer.write(" AS ")
      printer.write(variable: alias)
    }
    if !projection.order.isEmpty { write(" ORDER BY ") }
    write(each: projection.order) { printer, item in
      printer.write(item.expression)
      if item.isDescending { printer.write(" DESC") }
    }
    write(" SKIP ", projection.skip)
    write(" LIMIT ", projection.limit)
    write(" WHERE ", projection.predicate)
  }

  private mutating func write(_ merge: Merge) {
    write("MERGE ")
    write(merge.pattern)
    if !merge.onCreate.isEmpty { write(" ON CREATE SET ", merge.onCreate) }
    if !merge.onMatch.isEmpty { write(" ON MATCH SET ", merge.onMatch) }
  }

  private mutating func write(_ word: String, _ items: [SetItem]) {
    write(word)
    write(each: items) { $0.write($1) }
  }

  private mutating func write(_ item: SetItem) {
    switch item {
    case .property(let base, let key, let value):
      writeProperty(key, of: base)
      write(" = ", value)
    case .dynamicProperty(let base, let key, let value):
      writeIndex(key, of: base)
      write(" = ", value)
    case .replaceAll(let variable, let value):
      write(variable: variable)
      write(" = ", value)
    case .mergeAll(let variable, let value):
      write(variable: variable)
      write(" += ", value)
    case .labels(let variable, let labels): write(variable, labels)
    }
  }

  private mutating func write(_ item: RemoveItem) {
    switch item {
    case .property(let base, let key): writeProperty(key, of: base)
    case .dynamicProperty(let base, let key): writeIndex(key, of: base)
    case .labels(let variable, let labels): write(variable, labels)
    }
  }

  private mutating func write(_ variable: Name, _ labels: [Name]) {
    write(variable: variable)
    for label in labels {
      write(":")
      write(label)
    }
  }

  private mutating func write(_ call: ProcedureCall) {
    write("CALL ")
    write(dotted: call.name)
    if let arguments = call.arguments {
      write("(")
      write(each: arguments) { $0.write($1) }
      write(")")
    }
    if call.yieldsAll { write(" YIELD *") }
    if let items = call.yield {
      write(" YIELD ")
      write(each: items) { printer, item in
        printer.write(variable: item.field)
        guard let alias = item.alias else { return }
        printer.write(" AS ")
        printer.write(variable: alias)
      }
    }
    write(" WHERE ", call.predicate)
  }

  private mutating func write(_ call: CallSubquery) {
    write(call.isOptional ? "OPTIONAL CALL " : "CALL ")
    if call.importsAll {
      write("(*) ")
    } else if let imports = call.imports {
      write("(")
      write(each: imports) { $0.write(variable: $1) }
      write(") ")
    }
    write("{ ")
    write(call.query)
    write(" }")
  }

  private mutating func write(_ load: LoadCSV) {
    let words = load.hasHeaders ? "LOAD CSV WITH HEADERS FROM " : "LOAD CSV FROM "
    write(words, load.source, as: load.variable)
    guard let terminator = load.fieldTerminator else { return }
    write(" FIELDTERMINATOR \(Value.string(terminator).text)")
  }

  // MARK: Schema

  private mutating func write(_ command: SchemaCommand) {
    switch command.action {
    case .createIndex(let entity, let keys):
      write("CREATE INDEX", command.name, command.isConditional ? " IF NOT EXISTS" : "")
      write(" FOR ", entity)
      write(" ON ", keys)
    case .createConstraint(let entity, let keys, let kind):
      write("CREATE CONSTRAINT", command.name, command.isConditional ? " IF NOT EXISTS" : "")
      write(" FOR ", entity)
      write(" REQUIRE ", keys)
      write(kind)
    case .dropIndex(.node(let label)?, let keys):
      write("DROP INDEX ON :")
      write(label)
      write("(")
      write(each: keys) { $0.write($1) }
      write(")")
    case .dropIndex: write("DROP INDEX", command.name, command.isConditional ? " IF EXISTS" : "")
    case .dropConstraint:
      write("DROP CONSTRAINT", command.name, command.isConditional ? " IF EXISTS" : "")
    }
  }

  private mutating func write(_ words: String, _ name: Name?, _ condition: String) {
    write(words)
    if let name {
      write(" ")
      write(variable: name)
    }
    write(condition)
  }

  private mutating func write(_ word: String, _ entity: SchemaCommand.Entity) {
    write(word)
    switch entity {
    case .node(let label):
      write("(x:")
      write(label)
      write(")")
    case .relationship(let type):
      write("()-[x:")
      write(type)
      write("]-()")
    }
  }

  private mutating func write(_ word: String, _ keys: [Name]) {
    write(word)
    write("(")
    write(each: keys) { printer, key in
      printer.write("x.")
      printer.write(key)
    }
    write(")")
  }

  private mutating func write(_ kind: SchemaCommand.ConstraintKind) {
    switch kind {
    case .unique: write(" IS UNIQUE")
    case .exists: write(" IS NOT NULL")
    case .key: write(" IS KEY")
    case .type(let type): write(" IS :: \(type)")
    }
  }

  private mutating func write(_ command: ShowCommand) {
    write("SHOW ")
    switch command.subject {
    case .indexes: write("INDEXES")
    case .constraints: write("CONSTRAINTS")
    case .labels: write("LABELS")
    case .relationshipTypes: write("RELATIONSHIP TYPES")
    case .propertyKeys: write("PROPERTY KEYS")
    case .functions: write("FUNCTIONS")
    case .procedures: write("PROCEDURES")
    }
    for clause in command.tail {
      write(" ")
      if case .with(let projection) = clause.kind {
        write("YIELD", projection)
      } else {
        write(clause)
      }
    }
  }
}

extension Statement: CustomStringConvertible {
  /// The statement as canonical Cypher.
  package var description: String { Printer.text { $0.write(self) } }
}

extension Expression: CustomStringConvertible {
  /// The expression as canonical Cypher.
  package var description: String { Printer.text { $0.write(self) } }
}

extension PathPattern: CustomStringConvertible {
  /// The pattern as canonical Cypher.
  package var description: String { Printer.text { $0.write(self) } }
}
