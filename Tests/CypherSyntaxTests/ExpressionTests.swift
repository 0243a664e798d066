import GraphModel
import Testing

@testable import CypherSyntax

/// Precedence, associativity and the two readings of some places.
@Suite struct ExpressionTests {
  func tree(_ expression: String) throws -> String {
    structure(of: try Cypher.parse("RETURN \(expression)"))
  }

  @Test(arguments: [
    ("a OR b XOR c", "a OR (b XOR c)"),
    ("a XOR b AND c", "a XOR (b AND c)"),
    ("NOT a AND b", "(NOT a) AND b"),
    ("NOT a = b", "NOT (a = b)"),
    ("a = b IN c", "a = (b IN c)"),
    ("a IN b + c", "a IN (b + c)"),
    ("a STARTS WITH b + c", "a STARTS WITH (b + c)"),
    ("a = b IS NULL", "a = (b IS NULL)"),
    ("a + b IS NULL", "(a + b) IS NULL"),
    ("a IN b IN c", "(a IN b) IN c"),
    ("a CONTAINS b IN c", "(a CONTAINS b) IN c"),
    ("a || b + c", "a || (b + c)"),
    ("a + b * c", "a + (b * c)"),
    ("a * b ^ c", "a * (b ^ c)"),
    ("-a ^ b", "(-a) ^ b"),
    ("-a.b", "-(a.b)"),
    ("-a[0]", "-(a[0])"),
    ("a ^ -b", "a ^ (-b)"),
    ("a.b:C AND d", "((a.b):C) AND d"),
    ("NOT a:B", "NOT (a:B)"),
    ("a + b IS A", "(a + b):A"),
    ("a < b + 1 <= c", "a < (b + 1) <= c"),
  ])
  func `operators bind as the precedence CIP says`(text: String, grouped: String) throws {
    #expect(try tree(text) == tree(grouped))
  }

  @Test(arguments: [
    ("a - b - c", "a - (b - c)"), ("a / b * c", "a / (b * c)"), ("a ^ b ^ c", "a ^ (b ^ c)"),
    ("a = b = c", "(a = b) = c"), ("a = b = c", "a = (b = c)"), ("a + b + c", "(a + b) + c"),
    ("a AND b AND c", "a AND (b AND c)"), ("-(5)", "-5"), ("a || b || c", "a || (b || c)"),
  ])
  func `parentheses that change a chain are kept`(text: String, other: String) throws {
    #expect(try tree(text) != tree(other))
  }

  @Test func `a minus before a number is part of it unless something binds tighter`() throws {
    func kind(_ text: String) throws -> Expression.Kind? {
      guard case .query(let query) = try Cypher.parse("RETURN \(text)").kind,
        case .return(let projection) = query.first.clauses[0].kind
      else { return nil }
      return projection.items[0].expression.kind
    }
    guard case .literal(.integer(Int64.min))? = try kind("-9223372036854775808"),
      case .literal(.integer(Int64.min))? = try kind("- 0x8000000000000000"),
      case .literal(.float(-1.5))? = try kind("-1.5"),
      case .unary(.minus, _)? = try kind("-1.x"),
      case .unary(.minus, _)? = try kind("-(1)"),
      case .arithmetic? = try kind("1 -1")
    else {
      Issue.record("another tree")
      return
    }
  }

  @Test(arguments: [
    // Text, and what shows the reading.
    ("MATCH (n) WHERE (n)--(m) RETURN 1", "pattern"),
    ("MATCH (n) WHERE (n)-[r]-(m) RETURN 1", "pattern"),
    ("MATCH (n) WHERE (n {x: 1})<--({y: 2}) RETURN 1", "pattern"),
    ("MATCH (n) WHERE (:A)-->(:B) AND (n) RETURN 1", "and"),
    ("MATCH (n) WHERE (a) - (b) RETURN 1", "arithmetic"),
    ("MATCH (n) WHERE (a) - -1 RETURN 1", "arithmetic"),
    ("MATCH (n) WHERE (a) - [b] + (c) RETURN 1", "arithmetic"),
    ("MATCH (n) WHERE (a.x) - [b] - (c) RETURN 1", "arithmetic"),
    ("MATCH (n) WHERE (a) < -b RETURN 1", "comparison"),
    ("MATCH (n) WHERE (a) <- 1 RETURN 1", "comparison"),
    ("MATCH (n) WHERE ((((a)))) RETURN 1", "variable"),
    ("MATCH (n) WHERE (n:A) RETURN 1", "hasLabels"),
    ("MATCH (n) WHERE (n {.x}) RETURN 1", "mapProjection"),
    ("WITH 1 AS n WHERE [x IN xs, 1] RETURN 1", "list"),
    ("WITH 1 AS n WHERE [x IN CASE y WHEN 1, 2 THEN z END | x] RETURN 1", "listComprehension"),
    ("WITH 1 AS n WHERE [(a)-->(b) OR c, d] RETURN 1", "list"),
    ("WITH 1 AS n WHERE [p = (a)-->(b) | 1] RETURN 1", "patternComprehension"),
    ("WITH 1 AS n WHERE [p = (a) - (b) ] RETURN 1", "list"),
    ("WITH 1 AS n WHERE any(x) RETURN 1", "function"),
    ("WITH 1 AS n WHERE any(x IN xs WHERE x) RETURN 1", "quantifier"),
    ("WITH 1 AS n WHERE count {.x} RETURN 1", "mapProjection"),
    ("WITH 1 AS n WHERE count { (a) } RETURN 1", "subquery"),
  ])
  func `look-ahead tells the two readings of a place apart`(text: String, reading: String) throws {
    guard case .query(let query) = try Cypher.parse(text).kind else { return }
    let predicate: Expression? =
      switch query.first.clauses[0].kind {
      case .match(let match): match.predicate
      case .with(let projection): projection.predicate
      default: nil
      }
    let name = Mirror(reflecting: predicate?.kind as Any).children.first.map { child in
      Mirror(reflecting: child.value).children.first?.label ?? ""
    }
    #expect(name == reading)
  }

  @Test func `choices inside each other cost no more than their length`() throws {
    // Trying both readings at every level would take 2^60 steps.
    let depth = 60
    for (opening, closing) in [("[x IN ", ", 1]"), ("(", ")-1"), ("[p = (a) + ", "]")] {
      let text = NestingTests.around("RETURN ", opening, "1", closing, depth)
      #expect(NestingTests.detail(text) == "parsed")
    }
  }
}
