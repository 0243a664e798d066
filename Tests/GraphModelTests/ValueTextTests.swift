import Testing

@testable import GraphModel

@Suite struct ValueTextTests {
  @Test(
    arguments: [
      (.null, "null"), (true, "true"), (-42, "-42"), (1.0, "1.0"), (0.1, "0.1"), (-0.0, "-0.0"),
      (1e15, "1000000000000000.0"), (1e300, "1.0E300"), (1.5e-9, "1.5E-9"), (.float(.nan), "NaN"),
      (.float(-.infinity), "-Infinity"), ("it's \\ a\nb\u{1}", "'it\\'s \\\\ a\\nb\\u0001'"),
      ("Cầu Ngang", "'Cầu Ngang'"), ([1, [], "a"], "[1, [], 'a']"),
      (["b": 1, "a b": nil, "": 2], "{``: 2, `a b`: null, b: 1}"), ([:], "{}"),
      (.node(Node(NodeID(7))), "()"),
    ] as [(Value, String)])
  func `values are written as literals of the language`(value: Value, expected: String) {
    #expect(value.text == expected)
  }

  @Test func `nodes, relationships and paths are written as in the TCK`() {
    let a = Node(id: NodeID(0), labels: ["A", "B C"], properties: ["x": 1])
    let b = Node(id: NodeID(1), labels: [], properties: ["y": 2])
    let out = Relationship(
      id: RelationshipID(0), type: "T", start: a.id, end: b.id, properties: [:])
    let back = Relationship(
      id: RelationshipID(1), type: "U", start: a.id, end: b.id, properties: ["z": "s"])
    let path = Path(nodes: [a, b, a], relationships: [out, back])
    #expect(
      Value.path(path).text
        == "<(:A:`B C` {x: 1})-[:T]->({y: 2})<-[:U {z: 's'}]-(:A:`B C` {x: 1})>")
  }

  @Test func `plain text leaves a string as it is`() {
    #expect(Value.string("it's").plainText == "it's")
    #expect(Value.integer(1).plainText == "1")
  }

  @Test(
    arguments: [
      (.null, "NULL"), (1, "INTEGER NOT NULL"), ([], "LIST<NOTHING> NOT NULL"),
      ([nil], "LIST<NULL> NOT NULL"), ([1, 2], "LIST<INTEGER NOT NULL> NOT NULL"),
      (["a", 1, nil], "LIST<STRING | INTEGER> NOT NULL"),
      (
        [[1], [2.0]],
        "LIST<LIST<INTEGER NOT NULL> NOT NULL | LIST<FLOAT NOT NULL> NOT NULL> NOT NULL"
      ),
    ] as [(Value, String)])
  func `the most specific type is a union of what a list holds`(value: Value, expected: String) {
    let type = ValueType(of: value)
    #expect(type.description == expected)
    #expect(ValueType(expected) == type)
  }

  @Test func `nesting is measured without walking deeper than asked`() {
    var value: Value = 1
    for _ in 0..<Value.nestingLimit { value = [value] }
    #expect(value.isNested(within: Value.nestingLimit))
    #expect(!value.isNested(within: Value.nestingLimit - 1))
    #expect(!Value.map(["k": value]).isNested(within: Value.nestingLimit))
  }
}
