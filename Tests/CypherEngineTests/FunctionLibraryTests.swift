import GraphModel
import GraphStorage
import TestSupport
import Testing

@testable import CypherEngine

@Suite struct FunctionLibraryTests {
  @Test(
    arguments: [
      ("toUpper", ["đường"], "ĐƯỜNG"), ("toLower", ["ĐƯỜNG"], "đường"),
      ("fold", ["Cầu Ngang"], "cau ngang"),
      ("nameKey", ["Chỉ thị 05-CT/TW"], "chi thi 05 ct tw"), ("trim", [" a b\n"], "a b"),
      ("lTrim", [" a "], "a "), ("rTrim", [" a "], " a"), ("bTrim", ["xxaxx", "x"], "a"),
      ("lTrim", ["xyaxy", "yx"], "axy"), ("trim", [""], ""), ("left", ["Cầu", 2], "Cầ"),
      ("left", ["a", 5], "a"), ("right", ["Cầu", 2], "ầu"), ("right", ["a", 0], ""),
      ("substring", ["0123456789", 1], "123456789"), ("substring", ["abc", 1, 1], "b"),
      ("substring", ["abc", 9], ""), ("substring", ["abc", 0, .integer(.max)], "abc"),
      ("replace", ["hello", "l", "LL"], "heLLLLo"), ("replace", ["aaa", "aa", "b"], "ba"),
      ("replace", ["abc", "", "x"], "abc"), ("split", ["one1two", "1"], ["one", "two"]),
      ("split", ["a,b;c", [",", ";"]], ["a", "b", "c"]), ("split", ["abc", ""], ["a", "b", "c"]),
      ("split", ["", ","], [""]), ("split", ["a--b", ["-", "--"]], ["a", "b"]),
      ("reverse", ["raksO"], "Oskar"), ("reverse", [[1, 2]], [2, 1]), ("size", ["Cầu"], 3),
      ("size", [[1, nil]], 2), ("char_length", ["🧐"], 1), ("isEmpty", [""], true),
      ("isEmpty", [[:]], true), ("isEmpty", [[1]], false), ("normalize", ["e\u{301}"], "\u{E9}"),
      ("size", ["\u{E9}"], 1),
    ] as [(String, [Value], Value)])
  func `functions of text give`(name: String, arguments: [Value], expected: Value) throws {
    #expect(try call(name, arguments).text == expected.text)
  }

  @Test(
    arguments: [
      ("head", [[1, 2]], 1), ("head", [[]], .null), ("last", [[1, 2]], 2), ("tail", [[1, 2]], [2]),
      ("tail", [[]], []), ("range", [1, 3], [1, 2, 3]), ("range", [0, 10, 5], [0, 5, 10]),
      ("range", [3, 1, -1], [3, 2, 1]), ("range", [3, 1], []), ("range", [0, -1], []),
      ("range", [0, 9, 4], [0, 4, 8]),
      ("range", [.integer(.max), .integer(.max)], [.integer(.max)]),
      (
        "range", [.integer(.min), .integer(.max), .integer(.max)],
        [.integer(.min), -1, 9_223_372_036_854_775_806]
      ),
      ("keys", [["a": 1, "b": nil]], ["a", "b"]), ("properties", [["a": 1]], ["a": 1]),
      ("coalesce", [.null, 1, 2], 1), ("coalesce", [.null], .null), ("nullIf", [1, 1.0], .null),
      ("nullIf", [1, .null], 1), ("exists", [.null], false), ("exists", [1], true),
      ("valueType", [1], "INTEGER NOT NULL"), ("valueType", [.null], "NULL"),
    ] as [(String, [Value], Value)])
  func `functions of lists, maps and any value give`(
    name: String, arguments: [Value], expected: Value
  ) throws {
    #expect(try call(name, arguments).text == expected.text)
  }

  @Test(
    arguments: [
      ("toInteger", ["42"], 42), ("toInteger", ["1.7"], 1), ("toInteger", ["-2.9"], -2),
      ("toInteger", ["1e3"], 1_000), ("toInteger", [" 7 "], 7), ("toInteger", ["foo"], .null),
      ("toInteger", [""], .null), ("toInteger", ["0x10"], .null), ("toInteger", [82.9], 82),
      ("toInteger", [true], 1), ("toInteger", ["9223372036854775807.9"], .integer(.max)),
      ("toInteger", ["-.5"], 0), ("toInteger", ["inf"], .null), ("toInteger", ["+3"], 3),
      ("toFloat", ["1.5"], 1.5), ("toFloat", [1], 1.0), ("toFloat", ["-1e-3"], -0.001),
      ("toFloat", ["nan"], .null), ("toFloat", ["Infinity"], .float(.infinity)),
      ("toFloat", ["."], .null),
      ("toFloat", ["1_0"], .null), ("toBoolean", ["TRUE"], true), ("toBoolean", [" false "], false),
      ("toBoolean", ["f alse"], .null), ("toBoolean", [0], false), ("toBoolean", [true], true),
      ("toString", [42], "42"), ("toString", [2.3], "2.3"), ("toString", [1.0], "1.0"),
      ("toString", [true], "true"), ("toString", ["apa"], "apa"),
      ("toString", [.date(.init(daysSinceEpoch: 0))], "1970-01-01"),
      ("toIntegerOrNull", [[1]], .null), ("toIntegerOrNull", [1e300], .null),
      ("toIntegerOrNull", ["9223372036854775808"], .null), ("toStringOrNull", [[1]], .null),
      ("toBooleanOrNull", [1.5], .null), ("toFloatOrNull", [true], .null),
      ("toStringList", [[1, "a", nil, [1]]], ["1", "a", nil, nil]),
      ("toIntegerList", [["1", 2.5, "x"]], [1, 2, nil]),
      ("toFloatList", [["1.5", nil]], [1.5, nil]),
      ("toBooleanList", [["true", 0, 1.5]], [true, false, nil]),
    ] as [(String, [Value], Value)])
  func `conversions give`(name: String, arguments: [Value], expected: Value) throws {
    #expect(try call(name, arguments).text == expected.text)
  }

  @Test(
    arguments: [
      ("abs", [-1], 1), ("abs", [-1.5], 1.5), ("sign", [-2.5], -1), ("sign", [0], 0),
      ("ceil", [1.2], 2.0),
      ("floor", [-1.2], -2.0), ("sqrt", [12.96], 3.6), ("sqrt", [-1], .float(.nan)),
      ("round", [1.5], 2.0),
      ("round", [-1.5], -1.0), ("round", [3], 3.0), ("round", [0.49999999999999994], 0.0),
      ("round", [1.005, 2], 1.01), ("round", [-1.55, 1], -1.6), ("round", [1.249, 1], 1.2),
      ("round", [9.99, 1], 10.0), ("round", [0.001, 2], 0.0), ("round", [0.009, 2], 0.01),
      ("round", [1.25, 1, "HALF_EVEN"], 1.2), ("round", [1.35, 1, "half_even"], 1.4),
      ("round", [1.25, 1, "HALF_DOWN"], 1.2), ("round", [1.21, 1, "UP"], 1.3),
      ("round", [1.29, 1, "DOWN"], 1.2), ("round", [-1.21, 1, "CEILING"], -1.2),
      ("round", [-1.21, 1, "FLOOR"], -1.3), ("round", [0.001, 2, "UP"], 0.01),
      ("round", [1e300, 2], 1e300), ("round", [1.5, 400], 1.5), ("round", [123.456, 0], 123.0),
      ("round", [.float(.infinity), 1], .float(.infinity)), ("exp", [0], 1.0), ("log", [1], 0.0),
      ("log10", [1000], 3.0), ("log", [0], .float(-.infinity)), ("sin", [0], 0.0),
      ("cos", [0], 1.0),
      ("atan2", [0.0, 1], 0.0), ("haversin", [0], 0.0), ("degrees", [.float(.pi)], 180.0),
      ("radians", [180], .float(.pi)), ("isNaN", [.float(.nan)], true), ("isNaN", [1], false),
      ("cot", [0], .float(.infinity)), ("pi", [], .float(.pi)),
    ] as [(String, [Value], Value)])
  func `functions of numbers give`(name: String, arguments: [Value], expected: Value) throws {
    #expect(try call(name, arguments).text == expected.text)
  }

  @Test(
    arguments: [
      ("range", [1, 2, 0], .argumentError, "NumberOutOfRange"),
      ("range", [true, 2], .argumentError, "InvalidArgumentType"),
      ("range", [1, 2.0], .argumentError, "InvalidArgumentType"),
      ("range", [0, .integer(.max)], .limitExceeded, "ListTooLong"),
      ("range", [.integer(.min), .integer(.max)], .limitExceeded, "ListTooLong"),
      ("toInteger", [[1]], .typeError, "InvalidArgumentValue"),
      ("toInteger", [1e300], .arithmeticError, "IntegerOverflow"),
      ("toInteger", [.float(.nan)], .arithmeticError, "IntegerOverflow"),
      ("toInteger", ["9223372036854775808"], .arithmeticError, "IntegerOverflow"),
      ("toFloat", [true], .typeError, "InvalidArgumentValue"),
      ("toBoolean", [1.0], .typeError, "InvalidArgumentValue"),
      ("toString", [["k": 1]], .typeError, "InvalidArgumentValue"),
      ("toString", [[]], .typeError, "InvalidArgumentValue"),
      ("labels", [1], .typeError, "InvalidArgumentValue"),
      ("type", [""], .typeError, "InvalidArgumentValue"),
      ("properties", [1], .typeError, "InvalidArgumentValue"),
      ("size", [1], .typeError, "InvalidArgumentValue"),
      ("left", ["a", -1], .argumentError, "NumberOutOfRange"),
      ("substring", ["a", 0, -1], .argumentError, "NumberOutOfRange"),
      ("abs", [.integer(.min)], .arithmeticError, "IntegerOverflow"),
      ("round", [1.5, -1], .argumentError, "NumberOutOfRange"),
      ("round", [1.5, 1, "SIDEWAYS"], .argumentError, "InvalidArgumentValue"),
      ("normalize", ["a", "NFX"], .argumentError, "InvalidArgumentValue"),
      ("split", ["a", [1]], .typeError, "InvalidArgumentValue"),
    ] as [(String, [Value], KhoError.Kind, String)])
  func `functions fail`(name: String, arguments: [Value], kind: KhoError.Kind, detail: String) {
    #expect { try call(name, arguments) } throws: {
      ($0 as? KhoError)?.kind == kind && ($0 as? KhoError)?.detail == detail
    }
  }

  @Test func `chance stays in its range`() throws {
    for _ in 0..<1_000 {
      guard case .float(let number) = try call("rand", []) else { throw Unexpected() }
      #expect((0..<1).contains(number))
    }
    guard case .string(let id) = try call("randomUUID", []) else { throw Unexpected() }
    let pattern = "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"
    #expect(try RegularExpression(pattern).matches(id))
    #expect(try call("randomUUID", []).text != "'\(id)'")
  }

  @Test func `the statement's clock stands still and gives milliseconds`() throws {
    try withContext { context in
      let timestamp = try call("timestamp", [], context)
      #expect(timestamp.text == String(try context.now.millisecondsSinceEpoch()))
      #expect(try call("timestamp", [], context).text == timestamp.text)
    }
  }

  @Test func `memory is asked for before a long list is made`() throws {
    final class Bounded: FunctionContext {
      override func charge(bytes: Int) throws(KhoError) {
        if bytes > 1_000 { throw KhoError(.limitExceeded, "MemoryLimit", "no") }
      }
    }
    try withContext { unbounded in
      let context = Bounded(transaction: unbounded.transaction)
      let range = try #require(FunctionLibrary.scalar(named: "RANGE"))
      #expect(throws: KhoError.self) { try range.body(context, [1, 1_000_000]) }
      #expect(try range.body(context, [1, 2]).text == "[1, 2]")
    }
  }

  @Test func `nodes and relationships are read through the transaction`() throws {
    try withContext { context in
      let tx = context.transaction
      let a = try tx.createNode(
        labels: [tx.makeLabel("A")], properties: [(tx.makePropertyKey("name"), "x")])
      let b = try tx.createNode(labels: [], properties: [])
      let relationship = try tx.createRelationship(
        type: tx.makeRelationshipType("T"), from: a, to: b, properties: [])
      let node = Value.node(Node(a))
      let edge = Value.relationship(Relationship(relationship))
      let path = Value.path(
        Path(nodes: [Node(a), Node(b)], relationships: [Relationship(relationship)]))
      func text(_ name: String, _ argument: Value) throws -> String {
        let function = try #require(FunctionLibrary.scalar(named: name))
        return try function.body(context, [argument]).text
      }
      #expect(try text("labels", node) == "['A']")
      #expect(try text("labels", .node(Node(b))) == "[]")
      #expect(try text("keys", node) == "['name']")
      #expect(try text("properties", node) == "{name: 'x'}")
      #expect(try text("properties", edge) == "{}")
      #expect(try text("type", edge) == "'T'")
      #expect(try call("startNode", [edge], context).equals(node) == true)
      #expect(try call("endNode", [edge], context).equals(.node(Node(b))) == true)
      #expect(try text("id", node) == String(a.rawValue))
      #expect(try text("elementId", edge) == "'\(relationship.rawValue)'")
      #expect(try text("length", path) == "1")
      #expect(try call("nodes", [path], context).equals([node, .node(Node(b))]) == true)
      #expect(try call("relationships", [path], context).equals([edge]) == true)

      try tx.delete(relationship)
      try tx.delete(a)
      #expect(try text("type", edge) == "'T'")
      for name in ["labels", "properties", "keys"] {
        #expect { try text(name, node) } throws: {
          ($0 as? KhoError)?.detail == "DeletedEntityAccess"
        }
      }
      #expect { try text("properties", edge) } throws: {
        ($0 as? KhoError)?.kind == .entityNotFound
      }
    }
  }

  @Test func `every function can be called with any values of its types`() throws {
    let samples: [Value] = [
      true, -1, 0, .integer(.max), .integer(.min), 0.5, .float(.nan), .float(-.infinity), "", "Cầu",
      "é",
      "1", [], [1, nil, "a"], ["k": 1], .date(.init(daysSinceEpoch: 19_000)),
      .duration(.init(months: 1, days: 1, seconds: 1, nanosecond: 1)),
    ]
    var random = SeededRandom()
    try withContext { context in
      for function in FunctionLibrary.scalars.values where function.name != "range" {
        for count in function.argumentCount.lowerBound...min(3, function.argumentCount.upperBound) {
          for _ in 0..<300 {
            let arguments = (0..<count).map { _ in
              samples.randomElement(using: &random) ?? .null
            }
            do {
              let result = try function.body(context, arguments)
              #expect(
                TypeSet(of: result).isCompatible(with: function.result),
                "seed \(random.seed): \(function.displayName) of \(arguments) is \(result)")
            } catch {
              #expect(error is KhoError)
            }
          }
        }
      }
    }
  }

  private struct Unexpected: Error {}

  private func call(
    _ name: String, _ arguments: [Value], _ context: FunctionContext? = nil
  ) throws -> Value {
    let function = try #require(FunctionLibrary.scalar(named: name))
    #expect(function.argumentCount.contains(arguments.count))
    if function.isNullPropagating, arguments.contains(where: \.isNull) { return .null }
    if let context { return try function.body(context, arguments) }
    return try withContext { try function.body($0, arguments) }
  }

  /// A context in a new store's writable transaction.
  private func withContext<R>(_ body: (FunctionContext) throws -> R) throws -> R {
    try GraphStore.temporary().write { try body(FunctionContext(transaction: $0)) }
  }
}
