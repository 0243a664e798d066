/// Random queries over random graphs: the engine, in several settings, and the reference evaluator
/// must answer alike.
import CypherSyntax
import Foundation
import GraphModel
import GraphStorage
import TestSupport
import Testing

@testable import CypherEngine

@Suite struct DifferentialTests {
  /// `DIFFERENTIAL_QUERIES` and `DIFFERENTIAL_SEED` ask for more queries and for those of one run.
  static let queryCount = setting("DIFFERENTIAL_QUERIES").map { Int($0) } ?? 1_000
  static let seed = setting("DIFFERENTIAL_SEED") ?? UInt64.random(in: 0..<1_000_000_000)
  static let queriesPerGraph = 50

  static func setting(_ name: String) -> UInt64? {
    ProcessInfo.processInfo.environment[name].flatMap { UInt64($0) }
  }

  /// Runs `body` for one seed after another; a failure says which of them makes it happen again.
  static func forEachSeed(_ body: (UInt64) throws -> Void) throws {
    print("DIFFERENTIAL_SEED=\(seed) DIFFERENTIAL_QUERIES=\(queryCount)")
    for number in 0..<queryCount / queriesPerGraph {
      let seed = seed &+ UInt64(number)
      do { try body(seed) } catch {
        Issue.record("DIFFERENTIAL_SEED=\(seed) DIFFERENTIAL_QUERIES=50 ends with \(error)")
        throw error
      }
    }
  }

  /// The random graph of a seed, in a store of its own.
  static func makeGraph(_ seed: UInt64) throws -> (ReferenceGraph, GraphStore) {
    var random = SeededRandom(seed: seed &* 0x1_0001)
    var graph = ReferenceGraph.random(using: &random)
    let store = try GraphStore.temporary()
    try store.write { tx in
      var copy = graph
      try copy.write(to: tx)
      graph = copy
    }
    return (graph, store)
  }

  @Test func `the engine answers random queries as the reference does`() throws {
    var failures = 0
    var compared = 0
    var withRows = 0
    try Self.forEachSeed { seed in
      guard failures < 10 else { return }
      let (graph, store) = try Self.makeGraph(seed)
      defer { store.close() }
      var generator = QueryGenerator(seed: seed)
      let queries = (0..<Self.queriesPerGraph).map { _ in generator.query() }
      let reference = ReferenceEvaluator(graph: graph)
      let expected = queries.map { query in Answer { try reference.answer(to: query) } }
      func compare(_ setting: String, _ settings: Engine.Settings = .init()) throws {
        let engine = Engine(store: store, settings: settings)
        for (query, expected) in zip(queries, expected) where !expected.isSkipped {
          let found = try store.read { tx in
            Answer { try engine.answer(to: query, in: tx) }
          }
          compared += 1
          if expected.hasRows { withRows += 1 }
          if found.isSkipped { continue }
          guard !expected.agrees(with: found, in: query) else { continue }
          failures += 1
          Issue.record(
            """
            DIFFERENTIAL_SEED=\(seed), \(setting)
            \(graph.text);
            \(query);
            expected \(expected.text)
            found    \(found.text)
            """)
        }
      }
      var plain = Engine.Settings()
      plain.optimizes = false
      try compare("without the optimizer", plain)
      try compare("without indexes")
      try store.write { tx in try Self.makeIndexes(tx) }
      try compare("with indexes")
      var single = Engine.Settings()
      single.batchCapacity = 1
      single.readsShort = false
      try compare("with indexes, a row at a time", single)
      var divided = Engine.Settings()
      divided.threads = 3
      divided.idsPerPart = 1
      try compare("divided among threads", divided)
    }
    print("\(compared) answers compared, \(withRows) of them with rows")
    #expect(withRows > Self.queryCount / 2, "DIFFERENTIAL_SEED=\(Self.seed)")
  }

  static func makeIndexes(_ tx: GraphTransaction) throws {
    let label = try tx.makeLabel("A")
    for key in ["k", "s", "m"] {
      _ = try tx.createIndex(
        name: key, entity: .node(label), keys: [tx.makePropertyKey(key)], kind: .index)
    }
    _ = try tx.createIndex(
      name: "both", entity: .node(tx.makeLabel("B")),
      keys: [tx.makePropertyKey("k"), tx.makePropertyKey("s")], kind: .index)
  }

  @Test func `random updates leave the same graph in every setting`() throws {
    struct Rollback: Error { var text: String }
    var changed = 0
    try Self.forEachSeed { seed in
      let (graph, store) = try Self.makeGraph(seed)
      defer { store.close() }
      try store.write { tx in try Self.makeIndexes(tx) }
      var generator = QueryGenerator(seed: seed)
      let reference = ReferenceEvaluator(graph: graph)
      var (plain, single) = (Engine.Settings(), Engine.Settings())
      plain.optimizes = false
      single.batchCapacity = 1
      let engines = [plain, single, Engine.Settings()].map {
        Engine(store: store, settings: $0)
      }
      for _ in 0..<Self.queriesPerGraph / 5 {
        let (reading, query) = generator.update()
        // The reference counts the rows: too many of them are left out.
        guard case .integer(let rows)? = try? reference.answer(to: reading).first?.first,
          rows < 200
        else { continue }
        var graphs: [String] = []
        for engine in engines {
          do {
            try store.write { tx in
              let rows = try engine.answer(to: query, in: tx)
              throw try Rollback(text: "\(rows.map { $0.map(\.text) })\n" + engine.dump(in: tx))
            }
          } catch let error as KhoError {
            graphs.append(error.detail)
          } catch let rollback as Rollback {
            graphs.append(rollback.text)
          }
        }
        if graphs.allSatisfy({ $0.contains("\n") }) { changed += 1 }
        // How long a setting takes tells nothing of what it answers.
        if graphs.contains("TimeLimit") { continue }
        if let expected = ReferenceEvaluator(graph: graph).outcome(of: query) {
          let isFailure = !graphs[0].contains("\n")
          graphs.append(isFailure && expected.isEmpty ? graphs[0] : expected)
        }
        if Set(graphs).count > 1 {
          Issue.record(
            """
            DIFFERENTIAL_SEED=\(seed)
            \(graph.text);
            \(query);
            \(graphs.joined(separator: "\n---\n"))
            """)
        }
      }
    }
    print("\(changed) updates compared")
    #expect(changed > Self.queryCount / 20, "DIFFERENTIAL_SEED=\(Self.seed)")
  }
}

/// Rows, or that there was an error.
private enum Answer {
  case rows([[Value]])
  case failure(String)
  case skipped

  init(_ body: () throws -> [[Value]]) {
    do {
      self = .rows(try body())
    } catch is ReferenceEvaluator.Exhausted {
      self = .skipped
    } catch let error as KhoError where error.detail == "TimeLimit" {
      self = .skipped
    } catch {
      self = .failure("\(error)")
    }
  }

  var isSkipped: Bool {
    if case .skipped = self { return true }
    return false
  }

  var hasRows: Bool {
    if case .rows(let rows) = self { return !rows.isEmpty }
    return false
  }

  var text: String {
    switch self {
    case .rows(let rows): rows.map { "\($0.map { Self.text($0, isBag: false) })" }.description
    case .failure(let reason): reason
    case .skipped: "skipped"
    }
  }

  /// Rows are compared in order where the last clause orders them, else as bags; lists as bags
  /// where the query makes some in no particular order.
  func agrees(with other: Answer, in query: String) -> Bool {
    switch (self, other) {
    case (.failure, .failure): return true
    case (.rows(let a), .rows(let b)):
      let isOrdered = query.split(separator: "\n").last?.contains("ORDER BY") ?? false
      let isBag =
        query.contains("collect(") || query.contains("COLLECT {") || query.contains(" | y]")
        || query.contains(" | 1]")
        || query.contains(" | y.k]") || query.contains(" | length(z)]")
      let texts = [a, b].map { rows in rows.map { $0.map { Self.text($0, isBag: isBag) } } }
      func sorted(_ rows: [[String]]) -> [[String]] {
        isOrdered ? rows : rows.sorted { $0.lexicographicallyPrecedes($1) }
      }
      return sorted(texts[0]) == sorted(texts[1])
    default: return false
    }
  }

  /// Entities by their ids; numbers to nine digits.
  private static func text(_ value: Value, isBag: Bool) -> String {
    switch value {
    case .node(let node): return "(\(node.id.rawValue))"
    case .relationship(let relationship): return "[\(relationship.id.rawValue)]"
    case .path(let path):
      return "<\(path.nodes.map(\.id.rawValue)) \(path.relationships.map(\.id.rawValue))>"
    case .list(let values):
      let texts = values.map { text($0, isBag: isBag) }
      return "[\((isBag ? texts.sorted() : texts).joined(separator: ", "))]"
    case .float(let number): return String(format: "%.9g", number)
    default: return value.text
    }
  }
}

extension ReferenceEvaluator {
  fileprivate func answer(to text: String) throws -> [[Value]] {
    guard case .query(let query) = try Cypher.parse(text).kind else { return [] }
    state.stepsLeft = 20_000
    let (columns, rows) = try evaluate(query)
    return rows.map { row in columns.map { row[$0] ?? .null } }
  }
}

extension ReferenceEvaluator {
  /// What an update answers and leaves; empty for an error, nil where that is not known.
  fileprivate func outcome(of text: String) -> String? {
    do {
      return try "\(answer(to: text).map { $0.map(\.text) })\n" + graph.dump
    } catch is Exhausted {
      return nil
    } catch {
      return ""
    }
  }
}

extension Engine {
  /// Nodes and relationships as text, sorted, without ids.
  fileprivate func dump(in transaction: GraphTransaction) throws -> String {
    let nodes = "MATCH (n) RETURN labels(n), properties(n)"
    let relationships = """
      MATCH (a)-[r]->(b)
      RETURN type(r), properties(r), labels(a), properties(a), labels(b), properties(b)
      """
    return try [nodes, relationships].flatMap { query in
      try answer(to: query, in: transaction).map { "\($0.map(\.text))" }.sorted()
    }.joined(separator: "\n")
  }

  fileprivate func answer(to text: String, in transaction: GraphTransaction) throws -> [[Value]] {
    var limits = Limits()
    limits.seconds = 20
    var execution = try execute(
      prepare(text, in: transaction), in: transaction, limits: limits)
    var rows: [[Value]] = []
    let width = execution.query.columns.count
    while let values = try execution.nextRows() {
      rows += stride(from: 0, to: values.count, by: width).map { Array(values[$0..<$0 + width]) }
    }
    return rows
  }
}
