import Foundation
import GraphModel
import Testing

@testable import CypherSyntax

/// No text may exhaust the stack: nesting is bounded, and chains are loops.
@Suite struct NestingTests {
  /// Texts that nest `depth` levels of one construct.
  static let nested: [(name: String, text: @Sendable (Int) -> String)] = [
    ("parentheses", { around("RETURN ", "(", "1", ")", $0) }),
    ("lists", { around("RETURN ", "[", "", "]", $0) }),
    ("maps", { around("RETURN ", "{a: ", "1", "}", $0) }),
    ("map projections", { around("RETURN ", "n {a: ", "1", "}", $0) }),
    ("indexes", { around("RETURN ", "a[", "1", "]", $0) }),
    ("slices", { around("RETURN ", "a[1..", "1", "]", $0) }),
    ("functions", { around("RETURN ", "f(", "1", ")", $0) }),
    ("case", { around("RETURN ", "CASE WHEN true THEN ", "1", " END", $0) }),
    ("case operands", { around("RETURN ", "CASE ", "1", " WHEN 1 THEN 1 END", $0) }),
    ("case conditions", { around("RETURN ", "CASE 1 WHEN > ", "1", " THEN 1 END", $0) }),
    ("case values", { around("RETURN ", "CASE 1 WHEN ", "1", " THEN 1 END", $0) }),
    ("trim", { around("RETURN ", "trim(BOTH ", "a", " FROM b)", $0) }),
    ("trimmed texts", { around("RETURN ", "trim(a FROM ", "b", ")", $0) }),
    ("type tests", { around("RETURN ", "", "a", " IS :: MAP", $0) }),
    ("negations", { around("RETURN ", "NOT ", "a", "", $0) }),
    ("signs", { around("RETURN ", "- ", "a", "", $0) }),
    ("exponents", { around("RETURN ", "1 ^ (", "1", ")", $0) }),
    (
      "all precedences",
      {
        around(
          "RETURN ", "a OR b XOR c AND NOT d = e IN f || g + h * i ^ - (", "1", ")", $0)
      }
    ),
    ("list comprehensions", { around("RETURN ", "[x IN ", "a", " | x]", $0) }),
    ("projections of comprehensions", { around("RETURN ", "[x IN a | ", "a", "]", $0) }),
    ("pattern comprehensions", { around("RETURN ", "[(a)-->(b) | ", "a", "]", $0) }),
    ("quantifiers", { around("RETURN ", "all(x IN a WHERE ", "a", ")", $0) }),
    ("reduce", { around("RETURN ", "reduce(x = 1, y IN a | ", "a", ")", $0) }),
    ("subqueries in EXISTS", { around("RETURN ", "EXISTS {MATCH (n) WHERE ", "a", "}", $0) }),
    ("patterns in EXISTS", { around("RETURN ", "EXISTS {(n WHERE ", "a", ")}", $0) }),
    ("patterns in COUNT", { around("RETURN ", "COUNT {(n)-[WHERE ", "a", "]-()}", $0) }),
    ("node patterns", { around("MATCH ", "(n {a: EXISTS {", "(n)", "}})", $0) + "RETURN 1" }),
    ("relationships", { around("RETURN ", "EXISTS {()-[{a: ", "1", "}]-()}", $0) }),
    ("paths in parentheses", { around("RETURN ", "EXISTS {((n WHERE ", "a", ")-->()){2}}", $0) }),
    ("label expressions", { around("MATCH (n:", "!(", "A", ")", $0) + ") RETURN n" }),
    ("call", { around("", "CALL {", "RETURN 1 AS x", "}", $0) }),
    ("scoped call", { around("", "CALL (*) {", "RETURN 1 AS x", "} RETURN *", $0) }),
    ("foreach", { around("", "FOREACH (x IN a | ", "SET n.x = 1", ")", $0) }),
    ("properties", { around("RETURN ", "", "a", ".a", $0) }),
    ("subscripts", { around("RETURN ", "", "a", "[0]", $0) }),
    ("null checks", { around("RETURN ", "", "a", " IS NULL", $0) }),
    ("membership", { around("RETURN ", "", "a", " IN a", $0) }),
  ]

  static func around(
    _ start: String, _ opening: String, _ core: String, _ closing: String, _ depth: Int
  ) -> String {
    start + String(repeating: opening, count: depth) + core
      + String(repeating: closing, count: depth)
  }

  /// Runs `body` on a thread with a small stack.
  static func onSmallStack(_ body: @escaping @Sendable () -> Void) {
    let done = DispatchSemaphore(value: 0)
    let thread = Thread {
      body()
      done.signal()
    }
    thread.stackSize = 512 * 1024
    thread.start()
    done.wait()
  }

  static func detail(_ text: String) -> String {
    do {
      _ = try Cypher.parse(text)
      return "parsed"
    } catch {
      return error.detail
    }
  }

  @Test(arguments: nested.indices)
  func `ten thousand levels are an error`(index: Int) {
    let (name, text) = Self.nested[index]
    Self.onSmallStack {
      #expect(Self.detail(text(10_000)) == "NestingTooDeep", "\(name)")
    }
  }

  @Test func `a million parentheses are an error`() {
    Self.onSmallStack {
      #expect(Self.detail("RETURN " + String(repeating: "(", count: 1_000_000)) == "NestingTooDeep")
    }
  }

  @Test(arguments: nested.indices)
  func `the deepest nesting that is allowed fits a small stack`(index: Int) {
    let (name, text) = Self.nested[index]
    Self.onSmallStack {
      var depth = 1
      while Self.detail(text(depth)) == "parsed" { depth += 1 }
      #expect(Self.detail(text(depth)) == "NestingTooDeep", "\(name)")
      #expect(depth > 15, "\(name)")
    }
  }

  @Test func `nesting is bounded at exactly its limit`() {
    let limit = Limits.nesting
    // The query and its outermost expression are two levels.
    Self.checkBound(limit - 2) { Self.around("RETURN ", "(", "1", ")", $0) }
    Self.checkBound(limit - 1) { Self.around("RETURN ", "[", "", "]", $0) }
    Self.checkBound(limit) { Self.around("RETURN ", "NOT ", "a", "", $0) }
    Self.checkBound(limit) { Self.around("RETURN ", "", "a", ".b", $0) }
  }

  static func checkBound(_ bound: Int, _ text: (Int) -> String) {
    #expect(detail(text(bound)) == "parsed", "\(text(1))")
    #expect(detail(text(bound + 1)) == "NestingTooDeep", "\(text(1))")
  }

  @Test(arguments: [" AND a", " + 1", " + 1 * 2 - 3", " OR a AND NOT b", " AND (a)-->(b)", ", [1]"])
  func `a chain of a hundred thousand terms is one flat node`(term: String) {
    let text = "WITH 1 AS x WHERE f(a" + String(repeating: term, count: 100_000) + ") RETURN 1"
    Self.onSmallStack { #expect(Self.detail(text) == "parsed") }
  }

  @Test(arguments: ["CREATE (:A {b: 1}) ", "WITH * ", "RETURN 1 UNION ", "CALL { RETURN 1 AS a } "])
  func `a hundred thousand clauses are one list`(clause: String) {
    let text = String(repeating: clause, count: 100_000) + " RETURN 1"
    Self.onSmallStack { #expect(Self.detail(text) == "parsed") }
  }
}
