/// `kho-bench point`: look-ups by an indexed key and single hops, in Kho and SQLite side by side.
internal import Foundation
internal import Kho

/// A graph of persons who know ten others each, held in both stores.
final class PointQueries {
  private static let relationshipsPerPerson = 10
  private let personCount = 200_000
  private let kho: Database
  private let sqlite: SQLite
  /// Ids asked for, in turn.
  private let ids: [Int]

  init(directory: URL) throws {
    let paths = (
      kho: directory.appending(path: "point.kho").path,
      sqlite: directory.appending(path: "point.sqlite").path
    )
    let isLoaded =
      FileManager.default.fileExists(atPath: paths.kho)
      && FileManager.default.fileExists(atPath: paths.sqlite)
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    kho = try Database(path: paths.kho)
    sqlite = try SQLite(path: paths.sqlite)
    var random = Random(seed: 2)
    ids = random.integers(65_536, 0..<personCount)
    if !isLoaded { try load() }
  }

  private static func key(_ id: Int) -> String {
    "K" + String(UInt64(id) &* 0x9E37_79B9_7F4A_7C15, radix: 16)
  }

  private func load() throws {
    var random = Random(seed: 1)
    var neighbours: [Int] = []
    for id in 0..<personCount {
      var others: Set<Int> = []
      while others.count < Self.relationshipsPerPerson {
        let other = random.below(personCount)
        if other != id { others.insert(other) }
      }
      neighbours += others.sorted()
    }
    let clock = ContinuousClock()
    let khoTime = try clock.measure { try loadKho(neighbours) }
    let sqliteTime = try clock.measure { try loadSQLite(neighbours) }
    print("loaded in \(khoTime) (Kho), \(sqliteTime) (SQLite)")
  }

  private func loadKho(_ neighbours: [Int]) throws {
    try kho.execute("CREATE CONSTRAINT person_id FOR (p:Person) REQUIRE p.id IS UNIQUE")
    try kho.execute("CREATE CONSTRAINT person_key FOR (p:Person) REQUIRE p.key IS UNIQUE")
    try kho.write { tx in
      for start in stride(from: 0, to: personCount, by: 10_000) {
        let rows = (start..<min(start + 10_000, personCount)).map { id -> Value in
          [.integer(Int64(id)), .string(Self.key(id)), .integer(Int64(id % 100))]
        }
        try tx.run(
          "UNWIND $rows AS row CREATE (:Person {id: row[0], key: row[1], age: row[2]})",
          Parameters(["rows": .list(rows)]))
      }
    }
    try kho.write { tx in
      for start in stride(from: 0, to: neighbours.count, by: 50_000) {
        let rows = (start..<min(start + 50_000, neighbours.count)).map { index -> Value in
          [
            .integer(Int64(index / Self.relationshipsPerPerson)),
            .integer(Int64(neighbours[index])),
          ]
        }
        try tx.run(
          """
          UNWIND $rows AS row MATCH (a:Person {id: row[0]}), (b:Person {id: row[1]})
          CREATE (a)-[:KNOWS]->(b)
          """, Parameters(["rows": .list(rows)]))
      }
    }
  }

  private func loadSQLite(_ neighbours: [Int]) throws {
    try sqlite.run(
      """
      BEGIN;
      CREATE TABLE person(id INTEGER PRIMARY KEY, key TEXT, age INT);
      CREATE TABLE knows(src INT, dst INT, PRIMARY KEY(src, dst)) WITHOUT ROWID;
      """)
    let person = try sqlite.prepare("INSERT INTO person VALUES (?, ?, ?)")
    for id in 0..<personCount {
      person.bind(Int64(id), at: 1)
      person.bind(Self.key(id), at: 2)
      person.bind(Int64(id % 100), at: 3)
      _ = try person.step()
    }
    let knows = try sqlite.prepare("INSERT INTO knows VALUES (?, ?)")
    for (index, neighbour) in neighbours.enumerated() {
      knows.bind(Int64(index / Self.relationshipsPerPerson), at: 1)
      knows.bind(Int64(neighbour), at: 2)
      _ = try knows.step()
    }
    try sqlite.run(
      """
      CREATE UNIQUE INDEX person_key ON person(key);
      CREATE INDEX knows_dst ON knows(dst, src);
      COMMIT; ANALYZE; PRAGMA wal_checkpoint(TRUNCATE);
      """)
  }

  /// One kind of question, in both languages; its answer is one column.
  private struct Question {
    var name: String
    var cypher: String
    var sql: String
    var isKeyText: Bool
    var isAnswerText: Bool
  }

  private static let questions = [
    Question(
      name: "look-up by integer, integer back", cypher: "MATCH (p:Person {id: $key}) RETURN p.age",
      sql: "SELECT age FROM person WHERE id = ?", isKeyText: false, isAnswerText: false),
    Question(
      name: "look-up by text, integer back", cypher: "MATCH (p:Person {key: $key}) RETURN p.age",
      sql: "SELECT age FROM person WHERE key = ?", isKeyText: true, isAnswerText: false),
    Question(
      name: "look-up by integer, text back", cypher: "MATCH (p:Person {id: $key}) RETURN p.key",
      sql: "SELECT key FROM person WHERE id = ?", isKeyText: false, isAnswerText: true),
    Question(
      name: "one hop, 10 integers back",
      cypher: "MATCH (:Person {id: $key})-[:KNOWS]->(f:Person) RETURN f.id",
      sql: "SELECT p.id FROM knows k JOIN person p ON p.id = k.dst WHERE k.src = ?",
      isKeyText: false, isAnswerText: false),
    Question(
      name: "one hop, 10 texts back",
      cypher: "MATCH (:Person {id: $key})-[:KNOWS]->(f:Person) RETURN f.key",
      sql: "SELECT p.key FROM knows k JOIN person p ON p.id = k.dst WHERE k.src = ?",
      isKeyText: false, isAnswerText: true),
  ]

  /// Measures and prints the questions and contestants whose names contain all of `words`.
  func report(words: [String], rounds: Int = 101, queriesPerRound: Int = 2_000) throws {
    for question in Self.questions {
      let contestants = try contestants(for: question).filter { contestant in
        words.allSatisfy { "\(question.name): \(contestant.name)".contains($0) }
      }
      guard !contestants.isEmpty else { continue }
      let times = try measure(contestants, rounds: rounds, queriesPerRound: queriesPerRound)
      print("\(question.name)   \(question.cypher)")
      for (contestant, time) in zip(contestants, times) {
        let isInOneTransaction = contestant.name.hasSuffix("one transaction")
        let rival = contestants.firstIndex {
          $0.name.hasPrefix("SQLite")
            && $0.name.hasSuffix("one transaction") == isInOneTransaction
        }
        let ratio = rival.map { times[$0].processor / time.processor } ?? 1
        print(
          "  " + contestant.name.padding(toLength: 34, withPad: " ", startingAt: 0)
            + String(
              format: "%9.3f µs, processor %9.3f µs, %6.2f × SQLite's speed", time.elapsed,
              time.processor, ratio))
      }
    }
  }

  private func contestants(for question: Question) throws -> [Contestant] {
    let statement = try kho.prepare(question.cypher)
    let sql = try sqlite.prepare(question.sql)
    func key(_ index: Int) -> Value {
      let id = ids[index % ids.count]
      return question.isKeyText ? .string(Self.key(id)) : .integer(Int64(id))
    }
    func askKho(_ tx: Transaction, _ index: Int) throws -> Int {
      var checksum = 0
      let rows = try tx.query(statement, ["key": key(index)])
      while let row = try rows.next() {
        switch row[0] {
        case .integer(let value): checksum &+= Int(value)
        case .string(let value): checksum &+= value.utf8.count
        default: break
        }
      }
      return checksum
    }
    func askSQLite(_ index: Int) throws -> Int {
      var checksum = 0
      switch key(index) {
      case .string(let text): sql.bind(text, at: 1)
      case .integer(let value): sql.bind(value, at: 1)
      default: break
      }
      while try sql.step() {
        checksum &+= question.isAnswerText ? sql.textSizeInBytes(0) : Int(sql.integer(0))
      }
      return checksum
    }
    func sum(_ start: Int, _ count: Int, _ ask: (Int) throws -> Int) rethrows -> Int {
      var checksum = 0
      for index in start..<start + count { checksum &+= try ask(index) }
      return checksum
    }
    // Other queries, so that neither way finds in the processor's caches what the other has read.
    let apart = ids.count / 2
    return [
      Contestant(name: "Kho, a transaction each") { [kho] start, count in
        try sum(start, count) { index in try kho.read { try askKho($0, index) } }
      },
      Contestant(name: "Kho, one transaction", rivalry: 1) { [kho] start, count in
        try kho.read { tx in try sum(start + apart, count) { try askKho(tx, $0) } }
      },
      Contestant(name: "SQLite, a transaction each") { start, count in
        try sum(start, count, askSQLite)
      },
      Contestant(name: "SQLite, one transaction", rivalry: 1) { [sqlite] start, count in
        try sqlite.run("BEGIN")
        let checksum = try sum(start + apart, count, askSQLite)
        try sqlite.run("COMMIT")
        return checksum
      },
    ]
  }
}
