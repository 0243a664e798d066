/// What depends on no row is run once for all rows, and only where it gives the same each time.
import CypherEngine
import GraphModel
import GraphStorage
import Testing

@Suite struct ProductTests {
  /// How many rows the operators of that name gave in a run.
  private func rowCount(_ name: String, _ text: String) throws -> Int {
    let store = try GraphStore.temporary()
    defer { store.close() }
    let engine = Engine(store: store)
    try store.write { tx in
      let text = "UNWIND range(0, 99) AS i CREATE (:A {i: i})-[:R]->(:B {i: i})"
      _ = try engine.execute(engine.prepare(text, in: tx), in: tx)
    }
    return try store.read { tx in
      var execution = try engine.execute(engine.prepare("PROFILE " + text, in: tx), in: tx)
      while try execution.nextRows() != nil {}
      var operators = try [#require(execution.plan)]
      var count = 0
      while let operation = operators.popLast() {
        if operation.name == name { count += operation.rows ?? 0 }
        operators += operation.children
      }
      return count
    }
  }

  @Test(arguments: [
    ("MATCH (a:A), (b:B) WHERE a.i < 50 AND b.i % 7 = 1 RETURN a.i + b.i", 150),
    ("MATCH (a:A) WHERE a.i < 50 MATCH (x)-[:R]->(b:B) WHERE b.i % 7 = 1 RETURN a.i + b.i", 150),
    ("MATCH (a:A) WHERE a.i < 50 OPTIONAL MATCH (b:B) WHERE b.i > 500 RETURN a.i, b.i", 50),
    ("MATCH (a:A) WHERE a.i < 50 CALL { MATCH (b:B) RETURN sum(b.i) AS s } RETURN a.i, s", 150),
    ("UNWIND [1, 2, 3] AS x CALL { MATCH (b:B) RETURN b.i + rand() AS r } RETURN x, r", 300),
    ("UNWIND [1, 2, 3] AS x CALL (x) { MATCH (b:B) RETURN max(b.i + x) AS m } RETURN m", 300),
  ]) func `independent parts are looked through once`(text: String, count: Int) throws {
    #expect(try rowCount("NodeByLabelScan", text) == count)
  }
}
