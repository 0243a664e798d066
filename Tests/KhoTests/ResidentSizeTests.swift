/// How much of a file stays in the process's memory, by whatever way it was read.
#if os(Linux)
  import Kho
  import TestSupport
  import Testing

  @Suite struct ResidentSizeTests {
    private static let limit = 1 << 20
    private static let count = 6_000
    /// With their answers. The last reads more than the limit at once.
    private static let questions = [
      ("MATCH (p:Person)-[:KNOWS]->(q) RETURN sum(q.number - p.number)", 0),
      ("MATCH (p:Person {number: 5})-[:KNOWS*0..3]->(q) RETURN count(DISTINCT q.note)", 4),
      ("MATCH (p:Person) WHERE p.note ENDS WITH '7' RETURN count(*)", 600),
    ]

    /// Persons with long notes in a ring.
    private func makeDatabase(_ limit: Int?) throws -> Database {
      var configuration = Configuration()
      configuration.residentSizeInBytes = limit
      let database = try Database.temporary(configuration: configuration)
      try database.execute("CREATE CONSTRAINT FOR (p:Person) REQUIRE p.number IS UNIQUE")
      try database.execute(
        """
        UNWIND range(0, $count - 1) AS number
        CREATE (:Person {number: number, note: $note + number})
        """, ["count": Self.count, "note": String(repeating: "x", count: 1_000)])
      try database.execute(
        """
        MATCH (p:Person) MATCH (q:Person {number: (p.number + 1) % $count})
        CREATE (p)-[:KNOWS]->(q)
        """, ["count": Self.count])
      return database
    }

    private func ask(_ tx: Transaction) throws {
      for (question, answer) in Self.questions {
        #expect(try tx.query(question).single(as: Int.self) == answer)
      }
    }

    /// Does something again and again until little of the file is in memory.
    private func expectLetGo(_ database: Database, _ body: () throws -> Void) throws {
      let end = ContinuousClock.now + .seconds(60)
      repeat { try body() } while residentSize(of: database.path) > 2 * Self.limit && .now < end
      #expect(residentSize(of: database.path) <= 2 * Self.limit)
    }

    @Test func `what scans and walks have read does not stay, and answers are the same`() throws {
      let database = try makeDatabase(Self.limit)
      for _ in 0..<3 {
        try database.read(ask)
        try expectLetGo(database) { try database.execute("UNWIND [1, 2] AS x RETURN sum(x)") }
      }
    }

    @Test func `what a scan has read does not stay once it is over`() throws {
      let database = try makeDatabase(Self.limit)
      let (question, answer) = Self.questions[2]
      try expectLetGo(database) {
        let found = try database.execute(question).single(as: Int.self)
        #expect(found == answer)
      }
    }

    @Test func `what one transaction has read does not stay while it lasts`() throws {
      let database = try makeDatabase(Self.limit)
      try database.read { tx in
        try ask(tx)
        try expectLetGo(database) {
          let sum = try tx.query("UNWIND range(1, 3) AS x RETURN sum(x)").single(as: Int.self)
          #expect(sum == 6)
        }
      }
    }

    @Test func `what short reads of one transaction have read does not stay either`() throws {
      let database = try makeDatabase(Self.limit)
      let statement = try database.prepare("MATCH (p:Person {number: $n}) RETURN p.note")
      try database.read { tx in
        try expectLetGo(database) {
          for number in 0..<Self.count {
            let note = try tx.query(statement, ["n": number]).single(as: String.self)
            #expect(note.hasSuffix("x\(number)"))
          }
        }
      }
    }

    @Test func `all of it stays where nothing else was asked for`() throws {
      let database = try makeDatabase(nil)
      for _ in 0..<5 { try database.read(ask) }
      #expect(residentSize(of: database.path) > Self.count * 1_000)
    }

    @Test func `writers and readers of several threads find the same`() async throws {
      let database = try makeDatabase(Self.limit)
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<3 {
          group.addTask {
            for _ in 0..<10 { try await database.read { try self.ask($0) } }
          }
        }
        group.addTask {
          for number in 0..<50 {
            try await database.write { tx in
              try tx.run("MATCH (p:Person {number: $n}) SET p.seen = true", ["n": number])
            }
          }
        }
        try await group.waitForAll()
      }
      let seen = try database.execute("MATCH (p:Person {seen: true}) RETURN count(*)")
      #expect(try seen.single(as: Int.self) == 50)
    }
  }
#endif
