/// The account of memory: what flows by is charged for while it lives, what is kept until it goes.
import GraphModel
import GraphStorage
import Testing

@testable import CypherEngine

@Suite struct MemoryTests {
  /// Runs a query within a megabyte and returns the first value of its last row.
  private func run(_ text: String) throws -> Value? {
    let store = try GraphStore.temporary()
    defer { store.close() }
    let engine = Engine(store: store)
    var limits = Limits()
    limits.memoryInBytes = 1 << 20
    return try store.read { tx in
      var execution = try engine.execute(engine.prepare(text, in: tx), in: tx, limits: limits)
      var last: Value?
      while let values = try execution.nextRows() { last = values.last }
      return last
    }
  }

  @Test(arguments: [
    "UNWIND range(1, 200000) AS x RETURN count(*)",
    "UNWIND range(1, 20) AS x UNWIND range(1, 10000) AS y RETURN sum(1)",
    "UNWIND range(1, 2000) AS x UNWIND [y IN range(1, 100) | y] AS z RETURN count(z)",
    "UNWIND range(1, 2000) AS x RETURN sum(size(range(1, 100))) / 1",
    "UNWIND range(1, 2000) AS x WITH x WHERE size(range(1, 100)) = 100 RETURN count(x) * 100",
    """
    UNWIND range(1, 2000) AS x
    CALL (x) { UNWIND range(1, 100) AS y RETURN collect(y) AS all ORDER BY size(all) }
    RETURN sum(size(all))
    """,
    """
    UNWIND range(1, 20000) AS x
    RETURN sum(size(COLLECT { UNWIND range(1, 10) AS y RETURN y ORDER BY y DESC }))
    """,
  ]) func `a long stream of small values passes`(query: String) throws {
    #expect(try run(query)?.text == "200000")
  }

  @Test(arguments: [
    "UNWIND range(1, 200000) AS x RETURN collect(x)",
    "UNWIND range(1, 2000) AS x RETURN collect(range(1, 100))",
    "UNWIND range(1, 200000) AS x RETURN x ORDER BY -x",
    "UNWIND range(1, 200000) AS x RETURN DISTINCT x",
    "UNWIND range(1, 200000) AS x RETURN x, count(*)",
    "RETURN range(1, 200000)",
    "RETURN size([x IN range(1, 1000) | range(1, 1000)])",
    "UNWIND [x IN range(1, 200000) | x] AS x RETURN count(*)",
  ]) func `what is kept is refused at the limit`(query: String) {
    #expect(throws: KhoError.self) { _ = try run(query) }
  }
}
