/// Whatever a statement does for long, it asks whether it is cancelled.
import CypherEngine
import GraphModel
import GraphStorage
import Testing

@Suite struct CancellationTests {
  @Test(arguments: [
    "UNWIND range(1, 50000) AS x RETURN count(x)",
    "UNWIND range(1, 50000) AS x RETURN x ORDER BY -x",
    "UNWIND range(1, 50000) AS x RETURN x % 7, count(*)",
    "RETURN all(x IN range(1, 2000) WHERE x > 0)",
    "RETURN reduce(sum = 0, x IN range(1, 2000) | sum + x)",
    "RETURN [x IN range(1, 2000) WHERE x > 1 | x]",
    "MATCH (n)-[*]-(m) RETURN count(*)",
    "MATCH (n) ((a)-[r]-(b) WHERE r.x = 1){0,9} (m) RETURN count(*)",
    "MATCH p = shortestPath((a {x: 1})-[*]->(b {x: 3000})) RETURN length(p)",
    "MATCH (a), (b), (c) RETURN count(a.x + b.x + c.x)",
    "MATCH (n) CALL (n) { MATCH (n)--(m) RETURN m ORDER BY m.x LIMIT 1 } RETURN count(m)",
    "MATCH (n) WHERE COUNT { (n)-[*1..3]-() } > 9 RETURN count(n)",
    "UNWIND range(1, 50000) AS x CREATE (:New)",
    "UNWIND range(1, 50000) AS x MATCH (n {x: 1}) SET n.y = x",
    "MATCH (n) MERGE (:New {x: n.x})",
    "MATCH (n) FOREACH (x IN range(1, 1000) | CREATE (:New))",
    "MATCH (n) DETACH DELETE n",
    "MATCH ()-[r]->() DELETE r",
  ]) func `a long statement that is cancelled ends, and changes nothing`(text: String) throws {
    let store = try GraphStore.temporary()
    defer { store.close() }
    let engine = Engine(store: store)
    func run(_ text: String, isCancelled: Bool) throws -> Value? {
      var limits = Limits()
      limits.host = .init(importFolder: nil, isCancelled: { isCancelled })
      return try store.write { tx in
        var execution = try engine.execute(engine.prepare(text, in: tx), in: tx, limits: limits)
        var last: Value?
        while let values = try execution.nextRows() { last = values.last }
        return last
      }
    }
    _ = try run(
      """
      CREATE (hub {x: 0}) WITH hub
      UNWIND range(1, 3000) AS x CREATE (hub)-[:TO {x: 1}]->({x: x})-[:FROM {x: 1}]->(hub)
      """, isCancelled: false)
    let state = "MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN [count(n), count(r), count(n.y)]"
    let before = try run(state, isCancelled: false)
    #expect { try run(text, isCancelled: true) } throws: {
      ($0 as? KhoError)?.kind == .cancelled
    }
    #expect(try run(state, isCancelled: false)?.text == before?.text)
  }
}
