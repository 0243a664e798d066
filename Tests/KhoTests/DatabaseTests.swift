/// Transactions, their ends, and every way to use them wrongly.
import Foundation
import Synchronization
import Testing

@testable import Kho

@Suite struct DatabaseTests {
  let database: Database

  init() throws { database = try Database.temporary() }

  func count(_ database: Database) throws -> Int {
    try database.read { try $0.query("MATCH (n) RETURN count(n)").single(as: Int.self) }
  }

  func expect(_ detail: String, _ body: () throws -> Void) {
    do {
      try body()
      Issue.record("expected \(detail)")
    } catch {
      #expect((error as? KhoError)?.detail == detail, "\(error)")
    }
  }

  struct Unrelated: Error {}

  @Test func `a returned write is there and counted`() throws {
    let counters = try database.write { tx in
      try tx.run("CREATE (:Person {name: $name})-[:KNOWS]->(:Person)", ["name": "Ada"])
    }
    #expect(counters.nodesCreated == 2)
    #expect(counters.relationshipsCreated == 1)
    #expect(counters.propertiesSet == 1)
    #expect(try count(database) == 2)
  }

  @Test func `a thrown error passes through and rolls back`() throws {
    #expect(throws: Unrelated.self) {
      try database.write { tx in
        try tx.run("CREATE (:A)")
        throw Unrelated()
      }
    }
    #expect(try count(database) == 0)
  }

  @Test func `a snapshot does not see later writes`() throws {
    try database.read { tx in
      #expect(try tx.query("MATCH (n) RETURN count(n)").single(as: Int.self) == 0)
      try database.write { try $0.run("CREATE (:A)") }
      #expect(try tx.query("MATCH (n) RETURN count(n)").single(as: Int.self) == 0)
    }
    #expect(try count(database) == 1)
  }

  @Test func `a statement that fails half-way cannot be committed even if its error is caught`()
    throws
  {
    expect("DivisionByZero") {
      try database.write { tx in
        try tx.run("CREATE (:A)")
        _ = try? tx.run("UNWIND [1, 0] AS x CREATE (:B {y: 1 / x})")
        expect("TransactionFailed") { try tx.run("CREATE (:C)") }
      }
    }
    #expect(try count(database) == 0)
  }

  @Test func `a statement whose rows cannot be handed out is not committed either`() throws {
    expect("RowLimit") {
      try database.write { tx in
        tx.limits.rows = 2
        _ = try? tx.query("UNWIND range(1, 3) AS x CREATE (a:A {x: x}) RETURN a.x").count()
      }
    }
    #expect(try count(database) == 0)
  }

  @Test func `an error found before the statement runs leaves the transaction as it was`() throws {
    try database.write { tx in
      try tx.run("CREATE (:A)")
      expect("UndefinedVariable") { try tx.run("CREATE (:B {x: y})") }
      try tx.run("CREATE (:C)")
    }
    #expect(try count(database) == 2)
  }

  @Test func `writing needs a write transaction`() throws {
    try database.read { tx in
      expect("ReadOnlyTransaction") { _ = try tx.query("CREATE (:A)") }
    }
    #expect(try count(database) == 0)
  }

  @Test func `a transaction that has ended refuses everything`() throws {
    var kept: Transaction?
    var rows: ResultSet?
    try database.read { tx in
      kept = tx
      rows = try tx.query("UNWIND [1, 2] AS x RETURN x")
      #expect(try rows?.next()?[0].text == "1")
    }
    let tx = try #require(kept)
    #expect(tx.isFinished)
    #expect(!tx.isWritable)
    expect("TransactionFinished") { _ = try tx.query("RETURN 1") }
    expect("TransactionFinished") { _ = try tx.explain("RETURN 1") }
    expect("TransactionFinished") { _ = try rows?.next() }
    #expect(rows?.counters.isEmpty == true)
  }

  @Test func `a result read to its end may be asked again after the transaction`() throws {
    let rows = try database.read { tx in
      let rows = try tx.query("RETURN 1 AS x")
      #expect(try rows.count() == 1)
      return rows
    }
    #expect(try rows.count() == 0)
    #expect(rows.columns == ["x"])
  }

  @Test func `a result being read keeps its rows when its transaction writes`() throws {
    try database.write { tx in
      try tx.run("UNWIND range(1, 5) AS x CREATE (:A {x: x})")
      let rows = try tx.query("MATCH (a:A) RETURN a.x AS x ORDER BY x")
      var seen: [Int] = []
      while let row = try rows.next() {
        seen.append(try row.get("x"))
        try tx.run("MATCH (a:A) DELETE a")
      }
      #expect(seen == [1, 2, 3, 4, 5])
    }
    #expect(try count(database) == 0)
  }

  @Test func `a write inside a write is an error, not a deadlock`() throws {
    try database.write { tx in
      #expect(throws: KhoError.self) { try database.write { _ in } }
      try tx.run("CREATE (:A)")
    }
    #expect(try count(database) == 1)
  }

  @Test func `a closed database refuses everything, and closing twice is allowed`() throws {
    let statement = try database.prepare("RETURN 1")
    database.close()
    database.close()
    #expect(throws: KhoError.self) { try database.read { _ in } }
    #expect(throws: KhoError.self) { try database.write { _ in } }
    #expect(throws: KhoError.self) { try database.execute("RETURN 1") }
    #expect(throws: KhoError.self) { try database.begin(.read) }
    #expect(throws: KhoError.self) { try database.begin(.write) }
    #expect(throws: KhoError.self) { try database.schema() }
    #expect(throws: KhoError.self) { try database.execute(statement) { _ in } }
  }

  @Test func `a file keeps what was written, and read-only refuses to write`() throws {
    let path = FileManager.default.temporaryDirectory.path + "/kho-\(UUID().uuidString).kho"
    defer {
      for file in [path, path + "-lock"] { try? FileManager.default.removeItem(atPath: file) }
    }
    var configuration = Configuration()
    configuration.isReadOnly = true
    #expect(throws: KhoError.self) { try Database(path: path, configuration: configuration) }
    do {
      let database = try Database(path: path)
      try database.write { try $0.run("CREATE (:A)") }
      let second = try Database(path: path)
      #expect(try count(second) == 1)
    }
    let database = try Database(path: path, configuration: configuration)
    #expect(try count(database) == 1)
    expect("ReadOnlyDatabase") { try database.write { _ in } }
    expect("ReadOnlyDatabase") { try database.execute("CREATE (:A)") }
    expect("ReadOnlyDatabase") { _ = try database.begin(.write) }
    expect("NotTemporary") { try database.reset() }
  }

  @Test func `a backup is a sound database of its own, and never replaces a file`() throws {
    try database.execute("UNWIND range(1, 100) AS x CREATE (:A {x: x})-[:T]->(:B)")
    let path = FileManager.default.temporaryDirectory.path + "/kho-\(UUID().uuidString).kho"
    defer {
      for file in [path, path + "-lock"] { try? FileManager.default.removeItem(atPath: file) }
    }
    try database.backup(to: path)
    expect("FileExists") { try database.backup(to: path) }
    let copy = try Database(path: path)
    #expect(try copy.check() == [])
    #expect(try database.check() == [])
    let info = try copy.info()
    #expect(info.path == path)
    #expect(info.nodeCount == 200)
    #expect(info.relationshipCount == 100)
    #expect(info.usedSizeInBytes > 0)
    #expect(info.fileSizeInBytes >= info.usedSizeInBytes)
    #expect(info.tables.contains { $0.recordCount > 0 })
  }

  @Test func `statements choose their transaction by what they do`() throws {
    let created = try database.execute("CREATE (a:A {x: 1}) RETURN a.x AS x")
    #expect(created.counters.nodesCreated == 1)
    #expect(try created.single().get("x") == 1)
    #expect(try database.execute("MATCH (a:A) RETURN a.x").single(as: Int.self) == 1)
  }

  @Test func `a prepared statement runs in any transaction of its database only`() throws {
    let create = try database.prepare("CREATE (:A {x: $x})")
    let read = try database.prepare("MATCH (a:A) WHERE a.x > $x RETURN a.x AS x ORDER BY x")
    #expect(create.isWriting)
    #expect(!read.isWriting)
    #expect(read.columns == ["x"])
    try database.write { tx in for x in 1...3 { try tx.run(create, ["x": x]) } }
    for least in 0...2 {
      let found = try database.read { tx in
        try tx.query(read, ["x": least]).map { try $0.get("x", as: Int.self) }
      }
      #expect(found == Array((least + 1)...3))
    }
    let other = try Database.temporary()
    expect("ForeignStatement") { try other.execute(read, ["x": 1]) { _ in } }
    expect("ForeignStatement") { _ = try other.write { try $0.run(create, ["x": 1]) } }
  }

  @Test func `a missing parameter is an error and a surplus one is not`() throws {
    #expect(throws: KhoError.self) { try database.execute("RETURN $x") }
    #expect(try database.execute("RETURN $x", ["x": 1, "y": 2]).single(as: Int.self) == 1)
  }

  @Test func `parameters nested too deeply are refused`() throws {
    var value: Value = []
    for _ in 0..<Value.nestingLimit { value = [value] }
    expect("NestingTooDeep") { _ = try database.execute("RETURN $x", Parameters(["x": value])) }
  }

  @Test func `rows are decoded by the names of their columns`() throws {
    struct Row: Decodable, Equatable {
      var name: String
      var born: Int?
    }
    let rows = try database.read { tx in
      try tx.query("UNWIND [['a', 1], ['b', null]] AS p RETURN p[0] AS name, p[1] AS born")
        .decode(as: Row.self)
    }
    #expect(rows == [Row(name: "a", born: 1), Row(name: "b", born: nil)])
  }

  @Test func `a single row is neither none nor two`() throws {
    expect("NotSingle") { _ = try database.execute("UNWIND [] AS x RETURN x").single() }
    expect("NotSingle") { _ = try database.execute("UNWIND [1, 2] AS x RETURN x").single() }
  }

  @Test func `limits end a statement and not the database`() throws {
    var limits = QueryLimits()
    limits.seconds = 0.2
    let endless = "UNWIND range(1, 1000000) AS x UNWIND range(1, 1000000) AS y RETURN count(*)"
    #expect(throws: KhoError.self) {
      try database.execute(endless + " + sum(x * y)", limits: limits)
    }
    limits = QueryLimits()
    limits.rows = 10
    #expect(throws: KhoError.self) {
      try database.execute("UNWIND range(1, 100) AS x RETURN x", limits: limits)
    }
    #expect(try count(database) == 0)
  }

  @Test func `another thread cancels a statement`() throws {
    let cancellation = Cancellation()
    let canceller = Thread {
      usleep(100_000)
      cancellation.cancel()
    }
    canceller.start()
    do {
      try database.execute(
        "UNWIND range(1, 1000000) AS x UNWIND range(1, 1000000) AS y RETURN sum(x * y % 7)",
        cancellation: cancellation)
      Issue.record("ended")
    } catch {
      #expect(error.kind == .cancelled)
    }
  }

  @Test func `explain gives a plan and places errors in the statement's own text`() throws {
    try database.read { tx in
      let plan = try tx.explain("MATCH (n) RETURN n")
      #expect(!plan.name.isEmpty)
      #expect(!(try tx.explain("CREATE (:A)")).name.isEmpty)
      let error = #expect(throws: KhoError.self) { try tx.explain("MATCH (n RETURN n") }
      #expect(error?.span?.start == 9)
    }
    #expect(try count(database) == 0)
  }

  @Test func `async reads and writes run beside each other`() async throws {
    let database = database
    try await withThrowingTaskGroup(of: Void.self) { group in
      for index in 0..<50 {
        group.addTask {
          try await database.write { _ = try $0.run("CREATE (:A {x: $x})", ["x": index]) }
          let count = try await database.read { tx in
            try tx.query("MATCH (a:A) WHERE a.x = $x RETURN count(a)", ["x": index])
              .single(as: Int.self)
          }
          #expect(count == 1)
        }
      }
      try await group.waitForAll()
    }
    let total = try await database.read { tx in
      try tx.query("MATCH (a:A) RETURN count(a)").single(as: Int.self)
    }
    #expect(total == 50)
  }

  @Test func `a cancelled task ends its statement`() async throws {
    let database = database
    let task = Task {
      try await database.read { tx in
        try tx.query(
          "UNWIND range(1, 1000000) AS x UNWIND range(1, 1000000) AS y RETURN sum(x * y % 7)"
        ).count()
      }
    }
    try await Task.sleep(for: .milliseconds(50))
    task.cancel()
    do {
      _ = try await task.value
      Issue.record("ended")
    } catch {
      #expect((error as? KhoError)?.kind == .cancelled)
    }
  }
}
