import CypherSyntax
import GraphModel
import TestSupport
import Testing

@testable import CypherEngine

@Suite struct FunctionOperationsTests {
  typealias Operator = CypherSyntax.Expression.ArithmeticOperator

  @Test(
    arguments: [
      (.add, 1, 2, 3), (.add, 1, 2.5, 3.5), (.add, .null, 1, .null), (.add, "a", "b", "ab"),
      (.add, "a", 1, "a1"), (.add, 1.0, "a", "1.0a"), (.add, "a", true, "atrue"),
      (.add, [1], [2], [1, 2]), (.add, [1], 2, [1, 2]), (.add, 1, [2], [1, 2]),
      (.add, [1], .null, .null), (.subtract, 1, 2, -1), (.subtract, 1.5, 1, 0.5),
      (.multiply, 3, 4, 12), (.multiply, 3, 0.5, 1.5), (.divide, 7, 2, 3), (.divide, -7, 2, -3),
      (.divide, 7, 2.0, 3.5), (.divide, 1, 0.0, .float(.infinity)), (.modulo, 7, 3, 1),
      (.modulo, -7, 3, -1), (.modulo, .integer(.min), -1, 0), (.modulo, 7.5, 2, 1.5),
      (.power, 2, 3, 8.0), (.power, 4, 0.5, 2.0), (.power, .null, 1, .null),
    ] as [(Operator, Value, Value, Value)])
  func `arithmetic gives`(
    operation: Operator, a: Value, b: Value, expected: Value
  ) throws {
    #expect(try Operations.arithmetic(operation, a, b).text == expected.text)
  }

  @Test func `zero divided by zero is not a number`() throws {
    #expect(try Operations.divide(0.0, 0.0).text == "NaN")
  }

  @Test(
    arguments: [
      (.add, .integer(.max), 1, "IntegerOverflow"),
      (.subtract, .integer(.min), 1, "IntegerOverflow"),
      (.multiply, .integer(.max), 2, "IntegerOverflow"),
      (.divide, .integer(.min), -1, "IntegerOverflow"),
      (.divide, 1, 0, "DivisionByZero"), (.modulo, 1, 0, "DivisionByZero"),
      (.add, 1, true, "InvalidArgumentType"), (.add, "a", ["k": 1], "InvalidArgumentType"),
      (.subtract, "a", 1, "InvalidArgumentType"), (.power, "a", 1, "InvalidArgumentType"),
    ] as [(Operator, Value, Value, String)])
  func `arithmetic fails`(operation: Operator, a: Value, b: Value, detail: String) {
    check(detail) { try Operations.arithmetic(operation, a, b) }
  }

  @Test func `negation is checked`() throws {
    #expect(try Operations.negate(5).text == "-5")
    #expect(try Operations.negate(.null).isNull)
    check("IntegerOverflow") { try Operations.negate(.integer(.min)) }
    check("InvalidArgumentType") { try Operations.negate("a") }
  }

  @Test func `concatenation joins strings and lists only`() throws {
    #expect(try Operations.concatenate("a", "b").text == "'ab'")
    #expect(try Operations.concatenate([1], [2]).text == "[1, 2]")
    #expect(try Operations.concatenate("a", .null).isNull)
    check("InvalidArgumentType") { try Operations.concatenate("a", 1) }
  }

  @Test(
    arguments: [
      (.null, [], false), (.null, [1], nil), (1, [1, nil], true), (1, [nil, 1], true),
      (5, [1, nil], nil), (5, [1, 2], false), ([1], [[1]], true), ([1], [[nil]], nil),
      (1, .null, nil),
      (1, [1.0], true),
    ] as [(Value, Value, Bool?)])
  func `IN is null where null may be the element`(element: Value, list: Value, expected: Bool?)
    throws
  {
    #expect(try Operations.contains(list, element) == expected)
  }

  @Test func `IN asks for a list`() {
    check("InvalidArgumentType") { try Operations.predicate(.in, 1, 1) }
  }

  @Test(
    arguments: [
      (.startsWith, "Cầu Ngang", "Cầu", true), (.startsWith, "Cầu", "Câu", false),
      (.startsWith, "a", "", true), (.startsWith, "a", "ab", false), (.endsWith, "abc", "bc", true),
      (.endsWith, "abc", "", true), (.endsWith, "bc", "abc", false),
      (.contains, "abcabd", "abd", true),
      (.contains, "abc", "", true), (.contains, "aab", "ab", true), (.contains, "abc", "ac", false),
      (.contains, 1, "a", nil), (.contains, "a", .null, nil), (.startsWith, [], "a", nil),
      (.endsWith, "a", true, nil), (.matches, "abc", "a.*", true), (.matches, 1, "a", nil),
    ] as [(CypherSyntax.Expression.PredicateOperator, Value, Value, Bool?)])
  func `predicates on text are null for other types`(
    operation: CypherSyntax.Expression.PredicateOperator, a: Value, b: Value, expected: Bool?
  ) throws {
    #expect(try Operations.predicate(operation, a, b).text == Value(expected).text)
  }

  @Test func `text is found where a slow search finds it`() {
    var random = SeededRandom()
    for _ in 0..<2_000 {
      let text = (0..<12).map { _ in UInt8.random(in: 97...98, using: &random) }
      let length = Int.random(in: 0...4, using: &random)
      let part = (0..<length).map { _ in UInt8.random(in: 97...98, using: &random) }
      let expected = (0...(text.count - part.count)).first { text[$0...].starts(with: part) }
      let found = TextSearch(String(decoding: part, as: UTF8.self))
        .first(in: text.span, from: 0)
      #expect(found == expected, "seed \(random.seed): \(part) in \(text)")
    }
  }

  @Test func `logic is three-valued`() throws {
    let truths: [Bool?] = [true, false, nil]
    for a in truths {
      for b in truths {
        #expect(
          Operations.and(a, b)
            == Operations.not(Operations.or(Operations.not(a), Operations.not(b))))
        let xor = Operations.or(
          Operations.and(a, Operations.not(b)), Operations.and(Operations.not(a), b))
        #expect(Operations.xor(a, b) == xor)
      }
    }
    #expect(Operations.and(nil, false) == false)
    #expect(Operations.and(nil, true) == nil)
    #expect(try Operations.truth(of: .null) == nil)
    check("InvalidArgumentType") { Value(try Operations.truth(of: 1)) }
  }

  @Test func `comparison operators follow equality and order`() {
    #expect(Operations.compare(.notEqual, .float(.nan), .float(.nan)) == true)
    #expect(Operations.compare(.notEqual, .null, 1) == nil)
    #expect(Operations.compare(.greaterOrEqual, [1, 2], [1, nil]) == nil)
    #expect(Operations.compare(.greaterOrEqual, [1, 2], [3, nil]) == false)
    #expect(Operations.compare(.lessOrEqual, 1, 1.0) == true)
    #expect(Operations.compare(.greater, .float(.nan), 1) == false)
  }

  @Test(
    arguments: [
      ([1, 2, 3], 0, 1), ([1, 2, 3], -1, 3), ([1, 2, 3], 3, .null), ([1, 2, 3], -4, .null),
      ([1], .integer(.min), .null), ([1], .integer(.max), .null), ([1], .null, .null),
      (.null, 0, .null),
      (["k": 1], "k", 1), (["k": 1], "K", .null), (["k": 1], .null, .null), (.null, "k", .null),
    ] as [(Value, Value, Value)])
  func `elements are taken by index or key`(container: Value, key: Value, expected: Value) throws {
    #expect(try Operations.element(of: container, at: key).text == expected.text)
  }

  @Test(
    arguments: [
      ([1], "a", "ListElementAccessByNonInteger"), ([1], 1.0, "ListElementAccessByNonInteger"),
      (["k": 1], 0, "MapElementAccessByNonString"), (100, 0, "InvalidArgumentType"),
      ("a", 0, "InvalidArgumentType"),
    ] as [(Value, Value, String)])
  func `elements of other values are errors`(container: Value, key: Value, detail: String) {
    check(detail) { try Operations.element(of: container, at: key) }
  }

  @Test(
    arguments: [
      (1, 3, [2, 3]), (1, nil, [2, 3, 4, 5]), (nil, 2, [1, 2]), (0, 0, []), (-3, -1, [3, 4]),
      (3, 1, []),
      (-9, 9, [1, 2, 3, 4, 5]), (.some(.null), 1, .null), (nil, .some(.null), .null),
      (.some(.integer(.min)), .some(.integer(.max)), [1, 2, 3, 4, 5]),
    ] as [(Value?, Value?, Value)])
  func `slices are cut to the list`(lower: Value?, upper: Value?, expected: Value) throws {
    #expect(try Operations.slice([1, 2, 3, 4, 5], from: lower, to: upper).text == expected.text)
  }

  @Test func `properties are those of maps and null`() throws {
    #expect(try Operations.property(of: ["a": 1], named: "a").text == "1")
    #expect(try Operations.property(of: ["a": 1], named: "b").isNull)
    #expect(try Operations.property(of: .null, named: "b").isNull)
    check("InvalidArgumentType") { try Operations.property(of: 1, named: "a") }
    check("InvalidArgumentType") { try Operations.property(of: [1], named: "a") }
  }

  @Test func `values cannot grow or nest without end`() throws {
    var text = Value.string(String(repeating: "a", count: 1 << 20))
    check("TextTooLong") {
      while true { text = try Operations.add(text, text) }
    }
    var list: Value = []
    check("NestingTooDeep") {
      while true { list = try Operations.add([], try Operations.list([list])) }
    }
    var map: Value = 1
    check("NestingTooDeep") {
      while true { map = try Operations.add([], try Operations.map(["k": map])) }
    }
    check("NestingTooDeep") {
      while true { map = try Operations.element(of: Operations.add([], .map(["k": map])), at: 0) }
    }
  }

  private func check(_ detail: String, _ body: () throws -> Value) {
    #expect(throws: KhoError.self) {
      do { _ = try body() } catch let error as KhoError {
        #expect(error.detail == detail)
        throw error
      }
    }
  }
}
