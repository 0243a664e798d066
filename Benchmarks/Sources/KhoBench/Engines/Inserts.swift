/// Serves an engine to inserts.py: small transactions that are on the disk when they return.
internal import CLimit
internal import CSQLite
internal import Foundation
internal import Kho

/// An engine that adds persons who know one that was there: each is a node with six properties and
/// a relationship with one.
protocol Inserter {
  /// Opens the file and looks one node up.
  init(path: String) throws
  /// One durable transaction. The node `id` knows is `Inserts.target(of: id, …)`.
  mutating func insert(_ ids: Range<Int>, among oldCount: Int) throws
  /// One durable transaction of one relationship between nodes that are there.
  mutating func connect(_ source: Int, to target: Int) throws
  /// Of nodes and relationships.
  mutating func counts() throws -> [Int]
}

enum Inserts {
  /// Prints the milliseconds that opening took, then answers lines until the end of input:
  ///
  /// ```
  /// insert 1000 20   → [812.5, …]        microseconds of 20 transactions of 1,000 insertions each
  /// connect 20       → [81.5, …]         of 20 transactions of a relationship each
  /// count            → [101000, 2001000]   nodes and relationships
  /// ```
  /// - Parameter oldCount: nodes of the file, whose keys are those below it.
  static func serve<I: Inserter>(_ type: I.Type, path: String, oldCount: Int) throws {
    let clock = ContinuousClock()
    let start = clock.now
    var inserter = try I(path: path)
    reply([(clock.now - start) / .milliseconds(1)])
    var next = oldCount
    var connected = 0
    while let line = readLine() {
      let words = line.split(separator: " ")
      if words.count == 3, let size = Int(words[1]), let count = Int(words[2]) {
        var times: [Double] = []
        for _ in 0..<count {
          let time = try clock.measure { try inserter.insert(next..<next + size, among: oldCount) }
          times.append(time / .microseconds(1))
          next += size
        }
        reply(times)
      } else if words.count == 2, let count = Int(words[1]) {
        var times: [Double] = []
        for number in connected..<connected + count {
          let (source, target) = ends(of: number, among: oldCount)
          let time = try clock.measure { try inserter.connect(source, to: target) }
          times.append(time / .microseconds(1))
        }
        connected += count
        reply(times)
      } else {
        reply(try inserter.counts())
      }
    }
  }

  static func target(of id: Int, among oldCount: Int) -> Int { id * 7_919 % oldCount }

  /// Pairs that the data has not.
  private static func ends(of number: Int, among oldCount: Int) -> (source: Int, target: Int) {
    ((number * 7_919 + 13) % oldCount, (number * 104_729 + 2) % oldCount)
  }

  private static func reply(_ numbers: [some Any]) {
    print(numbers)
    fflush(nil)
  }
}

struct KhoInserter: Inserter {
  private let database: Database
  private let statement: PreparedStatement
  private let connection: PreparedStatement

  init(path: String) throws {
    database = try Database(path: path)
    try database.execute("MATCH (n:Node {id: 0}) RETURN n.name")
    statement = try database.prepare(
      """
      MATCH (b:Node {id: $to})
      CREATE (:Node {id: $id, key: $key, age: 30, score: 1.5, grp: 7, name: 'New Person'})
        -[:KNOWS {since: 2020}]->(b)
      """)
    connection = try database.prepare(
      "MATCH (a:Node {id: $from}), (b:Node {id: $to}) CREATE (a)-[:KNOWS {since: 2020}]->(b)")
  }

  func connect(_ source: Int, to target: Int) throws {
    try database.write { _ = try $0.run(connection, ["from": source, "to": target]) }
  }

  func insert(_ ids: Range<Int>, among oldCount: Int) throws {
    try database.write { tx in
      for id in ids {
        let parameters: Parameters = [
          "id": id, "key": "new\(id)", "to": Inserts.target(of: id, among: oldCount),
        ]
        _ = try tx.run(statement, parameters)
      }
    }
  }

  func counts() throws -> [Int] {
    var counts: [Int] = []
    for pattern in ["(n:Node)", "()-[r:KNOWS]->()"] {
      let row = try database.execute("MATCH \(pattern) RETURN count(*)").next()
      counts.append(try row?.get(0) ?? 0)
    }
    return counts
  }
}

struct SQLiteInserter: Inserter {
  private let database: SQLite
  private let person: SQLite.Statement
  private let knows: SQLite.Statement

  init(path: String) throws {
    database = try SQLite(path: path)
    // With less a transaction may be lost when the machine stops.
    try database.run("PRAGMA synchronous=FULL")
    let look = try database.prepare("SELECT name FROM node WHERE id = 0")
    while try look.step() { look.readColumns() }
    person = try database.prepare("INSERT INTO node VALUES (?, ?, 30, 1.5, 7, 'New Person')")
    knows = try database.prepare("INSERT INTO knows VALUES (?, ?, 2020)")
  }

  func insert(_ ids: Range<Int>, among oldCount: Int) throws {
    try database.run("BEGIN")
    for id in ids {
      person.bind(Int64(id), at: 1)
      person.bind("new\(id)", at: 2)
      _ = try person.step()
      knows.bind(Int64(id), at: 1)
      knows.bind(Int64(Inserts.target(of: id, among: oldCount)), at: 2)
      _ = try knows.step()
    }
    try database.run("COMMIT")
  }

  func connect(_ source: Int, to target: Int) throws {
    try database.run("BEGIN")
    knows.bind(Int64(source), at: 1)
    knows.bind(Int64(target), at: 2)
    _ = try knows.step()
    try database.run("COMMIT")
  }

  func counts() throws -> [Int] {
    var counts: [Int] = []
    for table in ["node", "knows"] {
      let count = try database.prepare("SELECT count(*) FROM \(table)")
      while try count.step() { counts.append(Int(count.integer(0))) }
    }
    return counts
  }
}

/// LMDB's own commit: one record of 100 bytes for each insertion, and no graph.
struct LimitInserter: Inserter {
  /// Records are appended.
  private var next: UInt64 = 0

  init(path: String) throws {
    // Safe: LMDB copies the path.
    guard unsafe limit_commits_open(path) == 0 else { throw Failed() }
  }

  mutating func insert(_ ids: Range<Int>, among oldCount: Int) throws {
    guard limit_commit(next, UInt64(ids.count)) == 0 else { throw Failed() }
    next += UInt64(ids.count)
  }

  mutating func connect(_ source: Int, to target: Int) throws {
    try insert(0..<1, among: 0)
  }

  func counts() -> [Int] { [] }

  private struct Failed: Error {}
}
