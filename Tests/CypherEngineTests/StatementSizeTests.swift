/// Statements too large for a stack are refused; large ones are planned in a time that grows with
/// their size.
import Foundation
import GraphModel
import GraphStorage
import Testing

@testable import CypherEngine

@Suite struct StatementSizeTests {
  private func run(_ text: String) throws -> Int {
    let store = try GraphStore.temporary()
    defer { store.close() }
    let engine = Engine(store: store)
    return try store.read { tx in
      var execution = try engine.execute(engine.prepare(text, in: tx), in: tx)
      var count = 0
      while let values = try execution.nextRows() { count += values.count }
      return count
    }
  }

  private func repeated(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: count)
  }

  @Test func `more steps one upon the other than a stack has room for are an error`() {
    for text in [
      repeated("WITH 1 AS x ", 50_000) + "RETURN x",
      "MATCH (a)" + repeated("-->()", 5_000) + " RETURN count(*)",
      "MATCH " + repeated("(), ", 5_000) + "(a) RETURN count(*)",
      repeated("WITH 1 AS x ", 700) + "RETURN EXISTS { " + repeated("WITH 1 AS y ", 700)
        + "RETURN y }",
    ] {
      #expect {
        try run(text)
      } throws: {
        ($0 as? KhoError)?.detail == "StatementLimit"
      }
    }
  }

  @Test func `many steps side by side or within the limit are run`() throws {
    #expect(try run(repeated("WITH 1 AS x ", 250) + "RETURN x") == 1)
    #expect(try run(repeated("RETURN 1 AS x UNION ", 2_000) + "RETURN 1 AS x") == 1)
    #expect(try run("MATCH (a)" + repeated("-->()", 120) + " RETURN count(*)") == 1)
    #expect(
      try run(
        repeated("CALL { WITH 1 AS z ", 25) + "RETURN 1 AS y" + repeated(" } RETURN 1 AS y", 25))
        == 1)
  }
}
