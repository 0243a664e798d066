import GraphModel
import Testing

@testable import CypherSyntax

/// The first error is the one reported, at its place. `1️⃣` marks it in the text.
@Suite struct ErrorTests {
  func check(
    _ marked: String, _ message: String, _ detail: String = "UnexpectedSyntax",
    kind: KhoError.Kind = .syntaxError, hint: String? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let parts = marked.split(separator: "1️⃣", omittingEmptySubsequences: false)
    #expect(parts.count == 2, "one marker", sourceLocation: sourceLocation)
    do {
      _ = try Cypher.parse(parts.joined())
      Issue.record("no error", sourceLocation: sourceLocation)
    } catch {
      #expect(error.message == message, sourceLocation: sourceLocation)
      #expect(error.detail == detail, sourceLocation: sourceLocation)
      #expect(error.kind == kind, sourceLocation: sourceLocation)
      #expect(error.phase == .compileTime, sourceLocation: sourceLocation)
      #expect(
        error.span.map { Int($0.start) } == parts[0].utf8.count, sourceLocation: sourceLocation)
      if let hint { #expect(error.hint == hint, sourceLocation: sourceLocation) }
    }
  }

  @Test func `what is missing is named with what is found`() {
    check("1️⃣", "expected a statement, found the end of the query")
    check("MATCH (n 1️⃣RETURN n", "expected ')' to close the node pattern, found RETURN")
    check("MATCH (n)-[r 1️⃣n", "expected ']' to close the relationship pattern, found 'n'")
    check("MATCH (n)-[r]1️⃣", "expected '-' of a relationship pattern, found the end of the query")
    check("MATCH 1️⃣RETURN n", "expected '(' to open a node pattern, found RETURN")
    check("MATCH (n) WHERE 1️⃣RETURN n", "expected an expression, found RETURN")
    check("MATCH (n) RETURN n,1️⃣", "expected an expression, found the end of the query")
    check("MATCH (n) RETURN n, 1️⃣ORDER BY n", "expected an expression, found ORDER")
    check("RETURN 1 1️⃣2", "expected a clause or the end of the query, found '2'")
    check("RETURN 1; 1️⃣RETURN 2", "expected the end of the query, found RETURN")
    check("UNWIND [1] 1️⃣RETURN 1", "expected AS, found RETURN")
    check("RETURN [1, 1️⃣]", "expected an expression, found ']'")
    check("RETURN {a 1️⃣1}", "expected ':' after a map's key, found '1'")
    check("RETURN CASE x 1️⃣1 END", "expected WHEN, found '1'")
    check("RETURN CASE WHEN a THEN 1 1️⃣b", "expected WHEN, ELSE or END, found 'b'")
    check("RETURN all(x IN xs1️⃣)", "expected WHERE, found ')'")
    check("RETURN a STARTS 1️⃣'b'", "expected WITH, found a string")
    check("RETURN a IS 1️⃣1", "expected a label or relationship type, found '1'")
    check("RETURN a = 1️⃣NOT b", "expected an operand, found 'NOT'")
    check("MERGE (a) ON 1️⃣SET a.x = 1", "expected MATCH, found SET")
    check("MATCH (n) SET 1️⃣n RETURN n", "expected a property such as n.name, found an expression")
    check("DELETE1️⃣ ", "expected an expression, found the end of the query")
    check("FOREACH (x IN xs | 1️⃣)", "expected an updating clause such as SET or CREATE, found ')'")
    check("RETURN n 1️⃣) ORDER BY n", "expected a clause or the end of the query, found ')'")
  }

  @Test func `what is never closed is shown where it opens`() {
    check("RETURN 1️⃣(1 + 2", "this '(' is not closed")
    check("RETURN f1️⃣(1", "this '(' is not closed")
    check("RETURN [1, 1️⃣[2", "this '[' is not closed")
    check("RETURN 1️⃣{a: [1]", "this '{' is not closed")
    check("MATCH 1️⃣(n", "this '(' is not closed")
    check("MATCH (n)-1️⃣[r", "this '[' is not closed")
    check("MATCH (n) WHERE EXISTS 1️⃣{ MATCH (n) RETURN n", "this '{' is not closed")
    check("CALL 1️⃣{ RETURN 1 AS x", "this '{' is not closed")
    check("RETURN 1️⃣CASE WHEN a THEN 1", "this CASE is not closed with END")
    check("RETURN 1️⃣'abc", "this string is not closed")
    check("RETURN 1️⃣\"abc\\\"", "this string is not closed")
    check("RETURN 1️⃣`abc", "this quoted name is not closed")
    check("RETURN 1 1️⃣/* abc *", "this comment is not closed")
    check("RETURN (1 + 1️⃣'abc", "this string is not closed")
  }

  @Test func `a near miss of a keyword is suggested`() {
    let end = "expected a clause or the end of the query, found"
    check("MATCH (n) 1️⃣RETRUN n", "\(end) 'RETRUN'", hint: "did you mean RETURN?")
    check("MATCH (n) 1️⃣wehre n.x RETURN n", "\(end) 'wehre'", hint: "did you mean WHERE?")
    check("RETURN n 1️⃣LIMT 1", "\(end) 'LIMT'", hint: "did you mean LIMIT?")
    check(
      "1️⃣MTCH (n) RETURN n", "expected a clause such as MATCH, CREATE or RETURN, found 'MTCH'",
      hint: "did you mean MATCH?")
    check("RETURN a 1️⃣!= b", "\(end) '!'", hint: "did you mean '<>'?")
    check("RETURN a =1️⃣= b", "expected an expression, found '='", hint: "did you mean '='?")
    check(
      "RETURN {name1️⃣}", "expected ':' after a map's key, found '}'",
      hint: "a parameter is written $name")
  }

  @Test func `literals out of range or out of form are errors of their own`() {
    let overflow = "IntegerOverflow"
    let number = "InvalidNumberLiteral"
    check(
      "RETURN 1️⃣9223372036854775808", "the integer 9223372036854775808 is out of range", overflow)
    check(
      "RETURN -1️⃣9223372036854775809", "the integer -9223372036854775809 is out of range",
      overflow)
    check(
      "RETURN 1️⃣0x8000000000000000", "the integer 0x8000000000000000 is out of range", overflow)
    check("RETURN 1️⃣1e999", "the number 1e999 is too large for a float", "FloatingPointOverflow")
    for text in ["12ab", "0x", "0xG", "0o8", "1__0", "1_", "1e", "1.5e", "1.5ff", "1.2_", "0x1_"] {
      check("RETURN 1️⃣\(text)", "'\(text)' is not a number", number)
    }
    check(
      "RETURN 'a1️⃣\\u12G4'", "'\\u' must be followed by four hexadecimal digits",
      "InvalidUnicodeLiteral")
    check(
      "RETURN '1️⃣\\U0011'",
      "'\\U' must be followed by the eight hexadecimal digits of a character",
      "InvalidUnicodeLiteral")
    check("RETURN '1️⃣\\uD83D'", "half a surrogate pair is no character", "InvalidUnicodeLiteral")
    check(
      "RETURN '1️⃣\\d+'", "unknown escape in a string", hint: "write '\\\\' for a backslash")
  }

  @Test func `characters that Cypher has no use for are named`() {
    check(
      "RETURN 42 1️⃣— 41", "the character '—' (U+2014) has no meaning here",
      "InvalidUnicodeCharacter", hint: "did you mean '-'?")
    check(
      "MATCH (a)1️⃣−−(b) RETURN 1", "the character '−' (U+2212) has no meaning here",
      "InvalidUnicodeCharacter", hint: "did you mean '-'?")
    check(
      "RETURN 1️⃣\u{200B}1", "the character (U+200B) has no meaning here",
      "InvalidUnicodeCharacter")
    check("RETURN 1 1️⃣# 2", "unexpected '#'")
    check("RETURN 1️⃣\u{1}", "unexpected a control character")
    check("RETURN 1️⃣$", "expected a parameter's name after '$'")
  }

  @Test func `clauses stand in their order`() {
    let composition = "InvalidClauseComposition"
    check(
      "RETURN 1 1️⃣MATCH (n)", "MATCH cannot follow RETURN", composition,
      hint: "RETURN is the last clause; use WITH in the middle of a query")
    check("1️⃣MATCH (n)", "a query must end with RETURN, an update or a call", composition)
    check(
      "MATCH (n) 1️⃣WITH n; ", "a query must end with RETURN, an update or a call", composition)
    check(
      "RETURN 1 AS x UNION 1️⃣UNWIND [1] AS x",
      "a query must end with RETURN, an update or a call", composition)
    check(
      "RETURN 1 UNION RETURN 2 1️⃣UNION ALL RETURN 3",
      "UNION and UNION ALL cannot be mixed in one query", composition)
    check(
      "RETURN COUNT { MATCH (n) 1️⃣DELETE n }",
      "DELETE cannot be used inside EXISTS, COUNT or COLLECT", composition)
    check(
      "RETURN EXISTS { CALL { 1️⃣CREATE (n) } }",
      "CREATE cannot be used inside EXISTS, COUNT or COLLECT", composition)
    check("FOREACH (x IN xs | 1️⃣MATCH (n))", "MATCH cannot be used inside FOREACH", composition)
    check("1️⃣CALL a.b() YIELD * RETURN x", "YIELD * is only for a CALL that is the whole query")
  }

  @Test func `patterns stand where they are tests`() {
    let message = "a pattern can only be used as a predicate"
    check("MATCH (n) RETURN 1️⃣(n)-->()", message)
    check("MATCH (n) WITH 1️⃣(n)-->() AS x RETURN x", message)
    check("MATCH (n) SET n.x = size(1️⃣(n)-->())", message)
    check("MATCH (n) WHERE 1️⃣(n)-->() = true RETURN n", message)
    check("RETURN [1️⃣(n)-->()]", message)
    check("RETURN CASE 1️⃣(n)-->() WHEN true THEN 1 END", message)
  }

  @Test func `relationship patterns have one form of length`() {
    let pattern = "InvalidRelationshipPattern"
    let close = "expected ']' to close the relationship pattern, found"
    check("MATCH (a)-[:T1️⃣..]->(b) RETURN 1", "\(close) '..'", pattern)
    check("MATCH (a)-[:T*1️⃣-2]->(b) RETURN 1", "\(close) '-'", pattern)
    check("MATCH (a)-[:T 1️⃣2]->(b) RETURN 1", "\(close) '2'", pattern)
    check("MATCH (a)-[:T*1️⃣1.5]->(b) RETURN 1", "a length must be a whole number", pattern)
    check("MATCH (a)-[*2]->1️⃣+(b) RETURN 1", "a relationship pattern can have one length only")
    check(
      "MATCH 1️⃣shortestPath((a)) RETURN 1",
      "shortestPath takes two nodes and one relationship between them")
    check(
      "MATCH (n 1️⃣$p) RETURN n", "a parameter can stand for all properties only in CREATE",
      "InvalidParameterUse")
    check("CREATE (n 1️⃣WHERE n.x)", "WHERE cannot stand in a pattern of CREATE or MERGE")
  }

  @Test func `what is not supported is said so`() {
    let detail = "UnsupportedSyntax"
    let unsupported = KhoError.Kind.unsupported
    check("1️⃣CYPHER 25 RETURN 1", "a CYPHER prefix is not supported", detail, kind: unsupported)
    check(
      "CREATE 1️⃣TEXT INDEX FOR (n:A) ON (n.k)", "CREATE TEXT INDEX is not supported", detail,
      kind: unsupported)
    check(
      "MATCH (n) CALL { WITH n DELETE n } 1️⃣IN TRANSACTIONS",
      "CALL … IN TRANSACTIONS is not supported", detail, kind: unsupported,
      hint: "a statement is one transaction: run it for some rows at a time, with LIMIT")
  }

  @Test func `a path in parentheses is checked for its form`() {
    let nested = "a path that is repeated cannot have repeated parts"
    check("MATCH (1️⃣((a)-->(b)){2}){3} RETURN 1", nested)
    check("MATCH ((a)1️⃣-[*2]->(b)){3} RETURN 1", nested)
    check("MATCH ((a)1️⃣((b)-->(c))+(d)){3} RETURN 1", nested)
    check("MATCH ((1️⃣((a)-->(b)))) RETURN 1", nested)
    check("MATCH (1️⃣(a)){3} RETURN 1", "a path that is repeated needs a relationship")
    check(
      "MATCH (1️⃣p = (a)-->(b)){2} RETURN 1",
      "a path that is repeated cannot have a name in its parentheses",
      hint: "name the whole path: p = ((a)-->(b)){2}")
    check(
      "MATCH (1️⃣p = (a)-->(b)) RETURN 1",
      "a path in parentheses can have a name only after SHORTEST or ANY",
      hint: "name the whole path: p = (…)")
    check("CREATE 1️⃣(p = (a)-->(b))", "a path in parentheses can stand only in MATCH")
  }

  @Test func `types are checked for their form`() {
    check("RETURN x :: 1️⃣NUMBER", "expected a type, found 'NUMBER'")
    check("RETURN x IS :: LIST1️⃣", "expected '<', found the end of the query")
    check("RETURN x IS TYPED LIST<INTEGER 1️⃣STRING>", "expected '>', found 'STRING'")
    check(
      "RETURN x IS :: INTEGER NOT NULL | FLOAT1️⃣",
      "expected NOT NULL after each type of a union or after none, found the end of the query")
    check("RETURN x IS NOT 1️⃣A", "expected NULL, '::', TYPED or NORMALIZED, found 'A'")
    check("RETURN x IS NOT 1️⃣NFC", "expected NULL, '::', TYPED or NORMALIZED, found 'NFC'")
    check("CREATE CONSTRAINT FOR (n:A) REQUIRE n.k IS :: 1️⃣BIG", "expected a type, found 'BIG'")
    let lists = String(repeating: "LIST<", count: TypeReader.wordLimit / 2)
    check("RETURN x :: \(lists)1️⃣\(lists)", "expected a type, found 'LIST'")
  }

  @Test func `a trim and a condition of CASE are checked for their form`() {
    check("RETURN trim(BOTH 'x'1️⃣, y FROM z)", "expected FROM, found ','")
    check("RETURN CASE x WHEN > 1️⃣THEN 1 END", "expected an expression, found THEN")
    check("RETURN CASE WHEN 1️⃣> 3 THEN 1 END", "expected an expression, found '>'")
  }

  @Test func `schema commands are checked for their form`() {
    check("CREATE INDEX FOR 1️⃣(n) ON (n.k)", "expected (n:Label) or ()-[r:TYPE]-()")
    check("CREATE INDEX FOR (n:A) ON (1️⃣m.k)", "expected a property of 'n', found 'm'")
    check(
      "CREATE CONSTRAINT FOR (n:A) REQUIRE n.k IS 1️⃣BIG",
      "expected UNIQUE, KEY, NOT NULL or a type, found 'BIG'")
    check("DROP 1️⃣n", "expected INDEX or CONSTRAINT, found 'n'")
    check("CREATE 1️⃣n", "expected a pattern, INDEX or CONSTRAINT, found 'n'")
    check(
      "SHOW 1️⃣DATABASES",
      "expected INDEXES, CONSTRAINTS, LABELS, RELATIONSHIP TYPES, PROPERTY KEYS, FUNCTIONS or "
        + "PROCEDURES, found 'DATABASES'")
  }
}
