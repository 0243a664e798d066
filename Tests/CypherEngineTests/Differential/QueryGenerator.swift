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
  /// Whether the current MATCH may still have a part of variable length.
  private var mayVary = true
  /// Relationships of earlier clauses that the current MATCH may name again, each once.
  private var followable: [String] = []

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
    for _ in 0..<pick(1, 1, 2) { text += updateClause() }
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

  private mutating func clauses(imports: [Variable]) -> String {
    scope = imports
    var text = chance(85) ? match() : unwind()
    for _ in 0..<pick(0, 0, 1, 1, 2) {
      let choice = Int.random(in: 0..<100, using: &random)
      switch choice {
      case ..<25: text += match()
      case ..<55: text += "OPTIONAL " + match()
      case ..<62: text += unwind()
      case ..<67: text += shortest()
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

  private mutating func call() -> String {
    depth += 1
    let outer = scope
    let imports = scope.filter { _ in chance(60) }
    let isAll = chance(15)
    let text = clauses(imports: isAll ? outer : imports) + projection("RETURN", isFinal: false)
    let made = scope
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
    return (isOptional ? "OPTIONAL " : "")
      + "MATCH \(name) = shortestPath((\(a))\(relationship)(\(b)))\n"
      + "WITH \(others)length(\(name)) AS \(length)\n"
  }

  private mutating func match() -> String {
    mayVary = true
    followable = scope.filter { $0.kind == .relationship }.map(\.name)
    var patterns = [pattern(variables: true)]
    if chance(20) { patterns.append(pattern(variables: true)) }
    if chance(10), let a = variable(.node), let b = variable(.node) {
      // A second and third way between two nodes: a cycle.
      patterns.append("(\(a))\(relationshipPattern(true))(\(b))")
      if chance(30) { patterns.append("(\(b))\(relationshipPattern(true))(\(a))") }
    }
    let predicate = chance(35) ? " WHERE " + condition() : ""
    return "MATCH " + patterns.joined(separator: ", ") + predicate + "\n"
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
    let isVarying = mayVary && chance(18)
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
      mayVary = false
      length = pick(
        "*1..2", "*0..1", "*0..2", "*..3", "*2", "*1..3", "*2..3", "*3", "*0", "*0..0", "*2..1", "*"
      )
    }
    let properties = chance(10) ? " {k: \(isVarying ? pick("1", "2") : integer())}" : ""
    if !name.isEmpty, !scope.contains(where: { $0.name == name }) {
      scope.append(Variable(name: name, kind: isVarying ? .relationships : .relationship))
    }
    let predicate =
      !name.isEmpty && chance(isVarying ? 30 : 5) ? " WHERE \(name).k > 0" : ""
    let inner = "\(name)\(types)\(length)\(properties)\(predicate)"
    return pick("-[\(inner)]->", "<-[\(inner)]-", "-[\(inner)]-")
  }

  /// A path that is repeated, between two nodes.
  private mutating func repetition(_ variables: Bool) -> String {
    mayVary = false
    let (a, r, b) = (newName("g"), newName("h"), newName("g"))
    var inner = "(\(a)\(pick("", "", ":A")))"
    let types = pick("", ":T", ":S", ":!T")
    inner += pick("-[\(r)\(types)]->", "<-[\(r)\(types)]-", "-[\(r)\(types)]-") + "(\(b))"
    if chance(30) { inner += pick("-->", "<-[:T]-", "--") + "(\(pick("", ":B", a)))" }
    let predicate = pick("", "", " WHERE \(a).k <= \(b).k", " WHERE \(r).k > 0")
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

  private mutating func projection(
    _ keyword: String, isFinal: Bool, columns: Int? = nil
  ) -> String {
    followable = []
    let isAggregating = chance(30)
    var items: [(text: String, variable: Variable)] = []
    let isCollecting = isFinal && columns == nil && chance(15)
    let count = columns ?? pick(1, 2, 2, 3)
    for index in 0..<count {
      let name = isFinal ? "c\(index)" : newName("v")
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
