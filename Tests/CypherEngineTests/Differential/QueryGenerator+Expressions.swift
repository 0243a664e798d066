/// Expressions of random queries, by the kind of value they give.

extension QueryGenerator {
  /// An expression whose value is null or of the kind named.
  mutating func item() -> (String, Kind) {
    switch Int.random(in: 0..<10, using: &random) {
    case 0, 1, 2: return (integer(), .integer)
    case 3: return (anything(), .value)
    case 4: return (string(), .value)
    case 5: return (condition(), .value)
    case 6: return (integers(), .integers)
    case 7:
      if let name = variable(.path) {
        if chance(30) { return ("\(pick("head", "last"))(nodes(\(name)))", .node) }
        return (pick("length(\(name))", "size(nodes(\(name)))"), .integer)
      }
      return (anything(), .value)
    case 8:
      if let name = variable(.relationship) {
        if chance(50) { return ("\(pick("startNode", "endNode"))(\(name))", .node) }
        return (pick("type(\(name))", "endNode(\(name)).k", "\(name)['k']"), .value)
      }
      return (integer(), .integer)
    default:
      if let name = variable(.node) {
        let maps = pick("\(name) {.k, .m, x: \(integer())}", "\(name) {.*, k: 0}")
        return (pick("labels(\(name))", maps), .value)
      }
      return (integer(), .integer)
    }
  }

  /// An integer or null.
  mutating func integer() -> String {
    depth += 1
    defer { depth -= 1 }
    if depth < 4, chance(25) {
      switch Int.random(in: 0..<10, using: &random) {
      case 0: return "(\(integer()) \(pick("+", "-", "*")) \(integer()))"
      case 1: return "coalesce(\(integer()), \(integer()))"
      case 2: return "CASE WHEN \(condition()) THEN \(integer()) ELSE \(integer()) END"
      case 3: return "CASE \(integer()) WHEN 1 THEN \(integer()) WHEN null THEN 7 END"
      case 4: return "size(\(integers()))"
      case 5: return "size(\(patternList()))"
      case 6: return subquery("COUNT")
      case 7:
        return pick(
          "head(\(integers()))", "last(\(integers()))", "\(integers())[\(integer())]",
          "abs(\(integer()))", "sign(\(integer()))")
      case 8:
        return pick(
          "{a: \(integer()), b: \(integer())}.a", "[\(integer()), null][0]", "-(\(integer()))")
      default: return "reduce(a = 0, x IN \(integers()) | a + coalesce(x, 5))"
      }
    }
    if chance(20), let name = variable(.integer) { return name }
    if chance(60), let name = variable(.node, .relationship) { return "\(name).k" }
    if chance(20), let name = variable(.relationships) { return "size(\(name))" }
    return pick("0", "1", "2", "3", "-1", "null")
  }

  /// A list of integers and nulls.
  mutating func integers() -> String {
    depth += 1
    defer { depth -= 1 }
    if depth < 4, chance(30) {
      let list = integers()
      return pick(
        "[x IN \(list) WHERE x > \(integer())]", "[x IN \(list) | x + 1]",
        "[x IN \(list) WHERE x <> 1 | x * \(integer())]", "(\(list) + [\(integer())])",
        "\(list)[\(integer())..]", "\(list)[..\(integer())]", "\(list)[\(integer())..\(integer())]",
        "tail(\(list))", "reverse(\(list))", "(\(list) || \(integers()))",
        "CASE WHEN \(condition()) THEN \(list) ELSE [\(integer())] END")
    }
    if chance(30), let name = variable(.integers) { return name }
    if chance(25), let name = variable(.relationships, .nodes) { return "[x IN \(name) | x.k]" }
    if chance(15), let name = variable(.path) { return "[x IN nodes(\(name)) | x.k]" }
    return "[" + (0..<pick(0, 1, 2, 2, 3)).map { _ in integer() }.joined(separator: ", ") + "]"
  }

  /// A string or null.
  mutating func string() -> String {
    depth += 1
    defer { depth -= 1 }
    if depth < 4, chance(40) {
      let text = string()
      return pick(
        "toUpper(\(text))", "toLower(\(text))", "(\(text) + \(string()))", "substring(\(text), 1)",
        "left(\(text), 1)", "replace(\(text), 'a', 'bb')", "reverse(\(text))",
        "toString(\(integer()))", "coalesce(\(text), 'a')",
        "CASE \(text) WHEN 'a' THEN 'b' ELSE \(text) END")
    }
    if chance(70), let name = variable(.node, .relationship) { return "\(name).s" }
    return pick("'a'", "'ab'", "''", "'B'", "null")
  }

  /// A value of any type that can be stored, or null.
  mutating func anything() -> String {
    if chance(60), let name = variable(.node, .relationship) {
      return "\(name).\(pick("k", "s", "m", "m"))"
    }
    if chance(20), let name = variable(.value) { return name }
    return pick("1", "0.5", "'a'", "'ab'", "true", "[1]", "['a']", "[]", "null", "2",
      "date('2020-02-29')", "duration('P1M')")
  }

  /// A list in no particular order.
  mutating func patternList() -> String {
    guard let name = variable(.node) else { return "[]" }
    let direction = pick("-->", "<--", "--", "-[:T]->", "-[:S]-")
    let predicate = pick("", " WHERE y.k > \(integer())", " WHERE y:A")
    if chance(15) { return "[z = (\(name))-[:T*\(pick("", "0..1", "2"))]-() | length(z)]" }
    return
      "[(\(name))\(direction)(y\(pick("", ":A", ":B")))\(predicate) | \(pick("y.k", "y", "1"))]"
  }

  mutating func subquery(_ keyword: String) -> String {
    depth += 1
    let (outer, before) = (scope, (varying, followable))
    defer {
      depth -= 1
      scope = outer
      (varying, followable) = before
    }
    if depth < 3, chance(20) {
      var text = clauses(imports: outer)
      if keyword == "COLLECT" { return "COLLECT { \(text)RETURN \(item().0) AS x }" }
      text += projection("RETURN", isFinal: false, names: ["x"])
      if chance(30) {
        text += pick("UNION\n", "UNION ALL\n") + clauses(imports: outer)
        text += projection("RETURN", isFinal: false, names: ["x"])
      }
      return "\(keyword) { \(text)}"
    }
    let isWhole = chance(20)
    let inner = pattern(variables: true)
    let predicate = chance(40) ? " WHERE " + condition() : ""
    var end = isWhole && keyword != "EXISTS" ? " RETURN 1 AS one" : ""
    if keyword == "COLLECT" { end = " RETURN \(pick("", "DISTINCT "))\(item().0) AS x" }
    return "\(keyword) { MATCH \(inner)\(predicate)\(end) }"
  }

  /// A boolean or null.
  mutating func condition() -> String {
    depth += 1
    defer { depth -= 1 }
    if depth < 4, chance(40) {
      let (a, b) = (condition(), condition())
      return pick(
        "(\(a) AND \(b))", "(\(a) AND \(b))", "(\(a) OR \(b))", "(\(a) XOR \(b))", "NOT (\(a))",
        "(\(a) OR \(b)) AND \(condition())")
    }
    switch Int.random(in: 0..<17, using: &random) {
    case 0, 1, 2: return "\(integer()) \(comparison()) \(integer())"
    case 3: return "\(integer()) <= \(integer()) < \(integer())"
    case 4: return "\(anything()) \(comparison()) \(anything())"
    case 5: return "\(integer()) IN \(integers())"
    case 6: return "\(anything()) IN [\(anything()), \(anything())]"
    case 7: return "\(anything()) IS \(pick("", "NOT "))NULL"
    case 8:
      guard let name = variable(.node, .relationship) else { return "true" }
      if chance(15) { return "\(string()) =~ \(pick("'a.*'", "'.?b'", "''"))" }
      return (chance(30) ? string() : "\(name).s")
        + " \(pick("STARTS WITH", "ENDS WITH", "CONTAINS")) " + pick("'a'", "'b'", "''", "null")
    case 9:
      guard let name = variable(.node) else { return "false" }
      if chance(30), let name = variable(.relationship) {
        return "\(name)\(pick(":T", ":!S", " IS T|S", ":%"))"
      }
      return "\(name)\(pick(":A", ":B", ":A|C", ":!B", ":A&B", " IS A|!B", ":%"))"
    case 10:
      guard let name = variable(.node) else { return "null" }
      let end = chance(30) ? variable(.node) ?? "" : ""
      return
        "(\(name))\(pick("-->", "<--", "--", "-[:T]->", "-[:S*1..2]-"))(\(end)\(pick("", ":A")))"
    case 11: return depth < 3 ? subquery("EXISTS") : "true"
    case 15:
      return "\(anything()) \(comparison()) "
        + pick("1.0", "2.0", "9007199254740993", "0.0 / 0.0", "[1, null]", "{k: 1}", "'a'", "[1.0]")
    case 16:
      guard let name = variable(.relationships) else { return "isEmpty(\(integers()))" }
      return pick("all", "any", "none") + "(e IN \(name) WHERE e.k > \(integer()))"
    case 12:
      return pick("any", "all", "none", "single")
        + "(x IN \(integers()) WHERE x \(comparison()) \(integer()))"
    case 13:
      guard let a = variable(.node), let b = variable(.node) else { return "true" }
      return "\(a) \(pick("=", "<>")) \(b)"
    default:
      guard let a = variable(.relationship), let b = variable(.relationship) else { return "true" }
      return "\(a) \(pick("=", "<>")) \(b)"
    }
  }

  private mutating func comparison() -> String { pick("=", "<>", "<", "<=", ">", ">=") }
}
