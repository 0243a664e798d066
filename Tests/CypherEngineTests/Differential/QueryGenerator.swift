/// Random queries that are valid and, over graphs of `ReferenceGraph.random`, free of errors.
import TestSupport

/// Writes one query after another. What it writes depends on the seed alone.
struct QueryGenerator {
  enum Kind { case node, nodes, relationship, relationships, path, integer, value, integers }
  struct Variable {
    var name: String
    var kind: Kind
  }

  var random: SeededRandom
  var scope: [Variable] = []
  private var nameCount = 0
  /// How deep subqueries and expressions nest already.
  var depth = 0
  /// Parts of variable length that the current MATCH may still have.
  var varying = 0
  /// Relationships of earlier clauses that the current MATCH may name again, each once.
  var followable: [String] = []
  /// Nodes of earlier clauses.
  private var settled: [String] = []

  init(seed: UInt64) { random = SeededRandom(seed: seed) }

  mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

  mutating func pick<T>(_ first: T, _ others: T...) -> T {
    let index = Int.random(in: 0...others.count, using: &random)
    return index == 0 ? first : others[index - 1]
  }

  mutating func variable(_ kinds: Kind...) -> String? {
    scope.filter { kinds.contains($0.kind) }.randomElement(using: &random)?.name
  }

  mutating func newName(_ prefix: String) -> String {
    nameCount += 1
    return "\(prefix)\(nameCount)"
  }

  // MARK: Queries

  mutating func query() -> String {
    scope = []
    followable = []
    nameCount = 0
    guard chance(10) else { return clauses(imports: []) + final(columns: nil) }
    let columns = chance(50) ? 1 : 2
    let first = clauses(imports: []) + final(columns: columns)
    scope = []
    let second = clauses(imports: []) + final(columns: columns)
    return first + pick("\nUNION\n", "\nUNION ALL\n") + second
  }

  /// A query that changes the graph; the order of rows has no bearing on what it leaves.
  mutating func update() -> (reading: String, text: String) {
    scope = []
    followable = []
    nameCount = 0
    let reading = clauses(imports: [])
    var text = reading
    for _ in 0..<pick(1, 1, 2) {
      text += updateClause()
      if chance(20), !scope.isEmpty, !text.contains("DELETE") {
        text += "WITH *\n" + match(varying: 0)
      }
    }
    return (reading + "RETURN count(*) AS c", text + "RETURN count(*) AS c")
  }

  private mutating func updateClause() -> String {
    let node = variable(.node) ?? ""
    let created = "(:C {k: \(integer())})"
    let known = node.isEmpty ? created : "(\(node))"
    let other = variable(.node).map { "(\($0))" } ?? created
    let text: String
    switch Int.random(in: 0..<10, using: &random) {
    case 0: text = "CREATE \(known)-[:T {k: \(integer())}]->\(created)"
    case 1: text = "CREATE \(known)<-[:S]-\(other)"
    case 2:
      // What MERGE looks for depends on no other row.
      let start = node.isEmpty ? "(:C {k: 1})" : known
      text = "MERGE \(start)-[:S]->\(variable(.node).map { "(\($0))" } ?? "(:C {k: 2})")"
    case 3:
      text = "MERGE (\(newName("x")):A {k: \(pick("1", "2", "3"))})"
    case 4 where chance(30) && !node.isEmpty:
      text = "CALL (\(node)) { \(pick("CREATE \(known)-[:S]->(:F)", "SET \(node):C")) }"
    case 4:
      let name = newName("x")
      text =
        "MERGE (\(name):B {k: \(pick("1", "5"))}) ON CREATE SET \(name).s = 'new' "
        + "ON MATCH SET \(name).m = coalesce(\(name).m + 1, 0)"
    case 5:
      let list = pick("[1, 2]", "[]", "[null, 1]")
      text = "FOREACH (i IN \(list) | CREATE \(known)-[:T]->(:F {k: i}))"
    case 6 where !node.isEmpty: text = "DETACH DELETE \(node)"
    case 7:
      guard let name = variable(.relationship) else { return "CREATE \(created)\n" }
      text = pick("DELETE \(name)", "SET \(name).k = coalesce(\(name).k, 0) + 1")
    default:
      guard !node.isEmpty else { return "CREATE \(created)\n" }
      text = pick(
        "SET \(node).k = coalesce(\(node).k, 0) + 1", "SET \(node):C",
        "SET \(node) += {k: 2, m: null}",
        "SET \(node) = {s: 'b', k: 1}", "REMOVE \(node).k", "REMOVE \(node):A",
        "FOREACH (i IN \(pick("[]", "[1, 2]")) | SET \(node).m = 1)",
        "SET \(node).m = [1, 2], \(node):B",
        "DELETE \(node)")
    }
    return text + "\n"
  }

  mutating func clauses(imports: [Variable]) -> String {
    scope = imports
    var text = chance(85) ? match() : unwind()
    for _ in 0..<pick(0, 0, 1, 1, 2) {
      switch Int.random(in: 0..<100, using: &random) {
      case ..<25: text += match()
      case ..<50: text += "OPTIONAL " + match()
      case ..<55: text += unwind()
      case ..<62: text += entities()
      case ..<67: text += shortest()
      case ..<69: text += limited()
      case ..<74: text += passing() + match()
      case ..<90: text += with()
      default: text += depth > 0 ? with() : call()
      }
    }
    return text
  }

  private mutating func unwind() -> String {
    let list = integers()
    let name = newName("u")
    scope.append(Variable(name: name, kind: .integer))
    return "UNWIND \(list) AS \(name)\n"
  }

  /// Nodes and relationships that come out of lists.
  private mutating func entities() -> String {
    let kinds: [Kind] = [.node, .nodes, .relationship, .relationships, .path]
    let entities = scope.filter { kinds.contains($0.kind) }
    guard let entity = entities.randomElement(using: &random) else { return unwind() }
    let name = newName("e")
    let areNodes = entity.kind == .path ? chance(60) : [.node, .nodes].contains(entity.kind)
    let made = Variable(name: name, kind: areNodes ? .node : .relationship)
    switch entity.kind {
    case .node, .relationship:
      let keys = scope.filter { $0.name != entity.name && chance(50) }
      scope = keys + [made]
      let list = newName("w")
      let names = keys.map { $0.name + ", " }.joined()
      return "WITH \(names)collect(\(entity.name)) AS \(list)\nUNWIND \(list) AS \(name)\n"
    default:
      scope.append(made)
      let function = entity.kind != .path ? "" : areNodes ? "nodes" : "relationships"
      return "UNWIND \(function)(\(entity.name)) AS \(name)\n"
    }
  }

  /// As many rows as it says, whichever they are.
  private mutating func limited() -> String {
    let name = newName("o")
    scope = [Variable(name: name, kind: .integer)]
    return "WITH 1 AS \(name) \(pick("LIMIT", "SKIP")) \(pick("0", "1", "2", "3"))\n"
  }

  /// Some of the variables, as they are or under other names.
  private mutating func passing() -> String {
    scope = scope.filter { _ in chance(70) }
    if scope.isEmpty { return limited() }
    let items = scope.indices.map { index in
      let old = scope[index].name
      if chance(80) { return old }
      scope[index].name = newName("v")
      return old + " AS " + scope[index].name
    }
    let predicate = chance(30) ? " WHERE " + condition() : ""
    return "WITH " + items.joined(separator: ", ") + predicate + "\n"
  }

  private mutating func call() -> String {
    depth += 1
    let outer = scope
    let imports = scope.filter { _ in chance(60) }
    let isAll = chance(15)
    let inner = isAll ? outer : imports
    var text = clauses(imports: inner) + projection("RETURN", isFinal: false)
    var made = scope
    if chance(20) {
      text += pick("UNION\n", "UNION ALL\n") + clauses(imports: inner)
      text += projection("RETURN", isFinal: false, names: made.map(\.name))
      made = zip(made, scope).map { first, second in
        Variable(name: first.name, kind: first.kind == second.kind ? first.kind : .value)
      }
    }
    scope = outer + made
    depth -= 1
    let names = isAll ? "*" : imports.map(\.name).joined(separator: ", ")
    return pick("", "", "OPTIONAL ") + "CALL (\(names)) {\n\(text)}\n"
  }

  // MARK: Patterns

  /// Shortest paths between nodes that are there.
  private mutating func shortest() -> String {
    guard let a = variable(.node), let b = variable(.node) else { return unwind() }
    let name = newName("q")
    let relationship = pick("-[:T*]->", "-[*..3]-", "<-[:T|S*..2]-", "-[*0..2]->", "-[:S]-")
    let isOptional = chance(30)
    if chance(40) {
      let selector = pick("ALL SHORTEST", "SHORTEST 2 GROUPS", "ALL SHORTEST")
      let (x, r, y) = (newName("g"), newName("h"), newName("g"))
      let inner = pick(
        "-[:T*]->", "-[\(r) WHERE \(r).k > 0]-+", "-[*2..3]->",
        " ((\(x))-->(\(y)) WHERE \(x).k <= \(y).k)+ ",
        "-[*0..2]-", "-[:T]->()-[*..2]-")
      scope.append(Variable(name: name, kind: .path))
      return (isOptional ? "OPTIONAL " : "")
        + "MATCH \(name) = \(selector) (\(a))\(inner)(\(b))\n"
    }
    if chance(50) {
      scope.append(Variable(name: name, kind: .path))
      return (isOptional ? "OPTIONAL " : "")
        + "MATCH \(name) = allShortestPaths((\(a))\(relationship)(\(b)))\n"
    }
    let length = newName("l")
    let others = scope.map { $0.name + ", " }.joined()
    scope.append(Variable(name: length, kind: .integer))
    let ends = (from: "(\(a))", to: "(\(b))")
    let path = pick(
      "shortestPath(\(ends.from)\(relationship)\(ends.to))",
      "shortestPath(\(ends.from)\(relationship)\(ends.to))",
      "SHORTEST \(pick(1, 2, 3)) \(ends.from)-[:T*\(pick("", "0..", "2..4"))]-\(ends.to)",
      "ANY 2 \(ends.from)-[*]->()-[:S]->\(ends.to)")
    return (isOptional ? "OPTIONAL " : "") + "MATCH \(name) = \(path)\n"
      + "WITH \(others)length(\(name)) AS \(length)\n"
  }

  private mutating func match(varying: Int? = nil) -> String {
    self.varying = varying ?? pick(1, 1, 1, 2)
    followable = scope.filter { $0.kind == .relationship }.map(\.name)
    settled = scope.filter { $0.kind == .node }.map(\.name)
    var patterns = [pattern(variables: true)]
    if chance(20) { patterns.append(pattern(variables: true)) }
    if chance(10), self.varying > 0 { patterns.append(shortPath()) }
    if chance(10), let a = variable(.node), let b = variable(.node) {
      // A second and third way between two nodes: a cycle.
      patterns.append("(\(a))\(relationshipPattern(true))(\(b))")
      if chance(30) { patterns.append("(\(b))\(relationshipPattern(true))(\(a))") }
    }
    let predicate = chance(35) ? " WHERE " + condition() : ""
    return "MATCH " + patterns.joined(separator: ", ") + predicate + "\n"
  }

  /// A path of which only its ends, its length and perhaps its types are asked for.
  private mutating func shortPath() -> String {
    varying -= 1
    let known = variable(.node)
    let (a, b) = (known ?? newName("n"), newName("n"))
    for name in [a, b] where name != known { scope.append(Variable(name: name, kind: .node)) }
    let inner = pick("", "", ":T|S", ":S") + pick("*1..2", "*1..2", "*2", "*1..3", "*2..3", "*1")
    let arrow = pick("-[\(inner)]->", "<-[\(inner)]-")
    return "(\(a)\(pick(":A", ":B", "")))\(arrow)(\(b)\(pick(":A", ":B", ":C")))"
  }

  /// - Parameter variables: whether it may bind new variables.
  mutating func pattern(variables: Bool) -> String {
    let path = variables && chance(15) ? newName("p") : nil
    var text = nodePattern(variables, isFirst: true)
    for _ in 0..<(variables ? pick(0, 1, 1, 1, 2, 2, 3) : pick(1, 1, 2)) {
      text += relationshipPattern(variables) + nodePattern(variables, isFirst: false)
    }
    if let path {
      scope.append(Variable(name: path, kind: .path))
      text = "\(path) = \(text)"
    }
    return text
  }

  private mutating func nodePattern(_ variables: Bool, isFirst: Bool) -> String {
    var name = ""
    if chance(isFirst ? 50 : 25), let known = variable(.node) {
      name = known
    } else if variables, chance(75) {
      name = newName("n")
    }
    let label = chance(25) ? pick(":A", ":A", ":B", ":C", ":A|B", ":!A", ":A&B", ":%", ":A:B") : ""
    let properties = chance(15) ? " {\(pick("k: " + integer(), "s: 'a'", "m: " + anything()))}" : ""
    if !name.isEmpty, !scope.contains(where: { $0.name == name }) {
      scope.append(Variable(name: name, kind: .node))
    }
    let predicate =
      !name.isEmpty && chance(6) ? " WHERE \(name).k \(pick("<", "<>", "=")) \(integer())" : ""
    return "(\(name)\(label)\(properties)\(predicate))"
  }

  private mutating func relationshipPattern(_ variables: Bool) -> String {
    let isVarying = varying > 0 && chance(18)
    if isVarying, chance(35) { return repetition(variables) }
    var name = ""
    if variables, !isVarying, !followable.isEmpty, chance(20) {
      name = followable.removeLast()
    } else if variables, chance(isVarying ? 30 : 50) {
      name = newName("r")
    }
    let types = chance(45) ? pick(":T", ":T", ":S", ":T|S", ":!T", ":!S&!X") : ""
    var length = ""
    if isVarying {
      varying -= 1
      length = pick(
        "*1..2", "*0..1", "*0..2", "*..3", "*2", "*1..3", "*2..3", "*3", "*0", "*0..0", "*2..1", "*"
      )
    }
    let properties = chance(10) ? " {k: \(isVarying ? pick("1", "2", integer()) : integer())}" : ""
    let limit = chance(60) ? "0" : integer()
    if !name.isEmpty, !scope.contains(where: { $0.name == name }) {
      scope.append(Variable(name: name, kind: isVarying ? .relationships : .relationship))
    }
    let predicate =
      !name.isEmpty && chance(isVarying ? 30 : 5) ? " WHERE \(name).k > \(limit)" : ""
    let inner = "\(name)\(types)\(length)\(properties)\(predicate)"
    return pick("-[\(inner)]->", "<-[\(inner)]-", "-[\(inner)]-")
  }

  /// A path that is repeated, between two nodes.
  private mutating func repetition(_ variables: Bool) -> String {
    varying -= 1
    let (a, r, b) = (newName("g"), newName("h"), newName("g"))
    var inner = "(\(a)\(pick("", "", ":A")))"
    let types = pick("", ":T", ":S", ":!T")
    inner += pick("-[\(r)\(types)]->", "<-[\(r)\(types)]-", "-[\(r)\(types)]-") + "(\(b))"
    if chance(30) { inner += pick("-->", "<-[:T]-", "--") + "(\(pick("", ":B", a)))" }
    let node = settled.filter { name in scope.contains { $0.name == name } }
      .randomElement(using: &random)
    let predicate = pick(
      "", "", " WHERE \(a).k <= \(b).k", " WHERE \(r).k > 0", " WHERE \(b).k < \(node ?? a).k")
    let length = pick("{1,2}", "{2}", "{0,2}", "+", "{,2}", "{0}", "*", "{1,3}")
    if variables {
      scope.append(Variable(name: r, kind: .relationships))
      for name in [a, b] { scope.append(Variable(name: name, kind: .nodes)) }
    }
    return " (\(inner)\(predicate))\(length) "
  }

  // MARK: Projections

  private mutating func with() -> String { projection("WITH", isFinal: false) }

  private mutating func final(columns: Int?) -> String {
    projection("RETURN", isFinal: true, columns: columns)
  }

  mutating func projection(
    _ keyword: String, isFinal: Bool, columns: Int? = nil, names: [String]? = nil
  ) -> String {
    followable = []
    let isAggregating = chance(30)
    var items: [(text: String, variable: Variable)] = []
    let isCollecting = isFinal && columns == nil && chance(15)
    let count = names?.count ?? columns ?? pick(1, 2, 2, 3)
    for index in 0..<count {
      let name = names?[index] ?? (isFinal ? "c\(index)" : newName("v"))
      if isAggregating, index == count - 1 || chance(40) {
        let (text, kind) = aggregate(isCollecting: isCollecting)
        items.append((text, Variable(name: name, kind: kind)))
      } else if chance(60), let known = scope.randomElement(using: &random) {
        items.append((known.name, Variable(name: name, kind: known.kind)))
      } else if isCollecting {
        let list = chance(50) ? patternList() : subquery("COLLECT")
        items.append((list, Variable(name: name, kind: .value)))
      } else {
        let (text, kind) = item()
        items.append((text, Variable(name: name, kind: kind)))
      }
    }
    let passesAll = keyword == "WITH" && !isAggregating && chance(15)
    scope = (passesAll ? scope : []) + items.map(\.variable)
    let isDistinct = !isCollecting && chance(20)
    var text = "\(keyword) \(isDistinct ? "DISTINCT " : "")\(passesAll ? "*, " : "")"
    text += items.map { "\($0.text) AS \($0.variable.name)" }.joined(separator: ", ")
    if !isCollecting, !passesAll, columns == nil, chance(30) {
      var order = scope.map { $0.name + pick("", "", " DESC") }
      if chance(30) { order.insert(item().0 + pick("", " DESC"), at: 0) }
      text += " ORDER BY " + order.joined(separator: ", ")
      if chance(30) { text += " SKIP \(pick(1, 2))" }
      if chance(60) { text += " LIMIT \(pick(1, 2, 3, 5))" }
    }
    if keyword == "WITH", chance(30) { text += " WHERE " + condition() }
    return text + "\n"
  }

  private mutating func aggregate(isCollecting: Bool) -> (String, Kind) {
    let distinct = pick("", "", "DISTINCT ")
    if isCollecting { return ("collect(\(distinct)\(item().0))", .value) }
    switch Int.random(in: 0..<7, using: &random) {
    case 0, 1: return ("count(*)", .integer)
    case 2: return ("count(\(distinct)\(item().0))", .integer)
    case 3: return ("sum(\(distinct)\(integer()))", .integer)
    case 4: return ("avg(\(distinct)\(integer()))", .value)
    case 5: return ("\(pick("min", "max"))(\(distinct)\(item().0))", .value)
    default: return ("count(*) + \(pick(1, 2))", .integer)
    }
  }
}
