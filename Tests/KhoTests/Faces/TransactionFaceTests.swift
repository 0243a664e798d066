/// Transactions, errors, limits and cancelling through Swift: groups T, E, L and C of
/// `Tests/Faces/README.md`, and their misuse.
import Foundation
import Kho
import Testing

@Suite struct TransactionFaceTests {
  let database: Database

  init() throws { database = try Database.temporary() }

  struct Unrelated: Error {}

  @Test func `T01 a statement is a transaction of its own`() throws {
    let result = try database.execute("CREATE (:A {x: 1})-[:T]->(:B)")
    #expect(result.counters.nodesCreated == 2)
    #expect(result.counters.relationshipsCreated == 1)
    #expect(result.counters.labelsAdded == 2)
    #expect(result.counters.propertiesSet == 1)
    #expect(try count(database) == 2)
  }

  @Test func `T02 T05 several statements are one, and see their own changes`() throws {
    try database.write { tx in
      try tx.run("CREATE (:A)")
      try tx.run("CREATE (:A)")
      let seen = try tx.query("MATCH (a:A) RETURN count(a)").single(as: Int.self)
      #expect(seen == 2)
    }
    #expect(try count(database) == 2)
  }

  @Test func `T03 T04 an error rolls back and passes through`() throws {
    #expect(throws: Unrelated.self) {
      try database.write { tx in
        try tx.run("CREATE (:A)")
        throw Unrelated()
      }
    }
    let transaction = try database.begin(.write)
    try transaction.execute("CREATE (:A)")
    transaction.rollback()
    #expect(try count(database) == 0)
  }

  @Test func `T06 T10 X05 a snapshot stays as it was, and the next sees what is new`() throws {
    let reader = try database.begin(.read)
    let writer = try database.begin(.write)
    try writer.execute("CREATE (:A)")
    #expect(try reader.execute("MATCH (n) RETURN count(n)").single(as: Int.self) == 0)
    #expect(try count(database) == 0)
    try writer.commit()
    #expect(try reader.execute("MATCH (n) RETURN count(n)").single(as: Int.self) == 0)
    try reader.commit()
    #expect(try count(database) == 1)
  }

  @Test func `T07 T08 T09 a prepared statement runs again, after schema changes too`() throws {
    let create = try database.prepare("CREATE (:A {x: $x})")
    let find = try database.prepare("MATCH (a:A {x: $x}) RETURN a.x AS x, labels(a) AS l")
    #expect(create.isWriting && !find.isWriting)
    #expect(create.columns == [] && find.columns == ["x", "l"])
    for x in 1...3 { try database.write { _ = try $0.run(create, ["x": x]) } }
    func found(_ x: Int) throws -> Int {
      try database.read { try $0.query(find, ["x": x]).count() }
    }
    #expect(try found(2) == 1)
    for change in ["CREATE INDEX FOR (a:A) ON (a.x)", "MATCH (a:A {x: 2}) SET a:B", "CREATE (:C)"] {
      try database.execute(change)
      #expect(try found(2) == 1 && found(9) == 0)
    }
  }

  @Test func `T11 after a failure half-way nothing is kept`() throws {
    let word = failure {
      try database.write { tx in
        try tx.run("CREATE (:A)")
        let failing = failure { try tx.run("UNWIND [1, 0] AS x CREATE ({y: 1 / x})") }
        #expect(failing == "ArithmeticError/DivisionByZero")
        #expect(failure { try tx.run("CREATE (:B)") } == "Misuse/TransactionFailed")
      }
    }
    #expect(word == "ArithmeticError/DivisionByZero")
    #expect(try count(database) == 0)
  }

  @Test func `T12 an error before a statement runs leaves the transaction good`() throws {
    try database.write { tx in
      try tx.run("CREATE (:A)")
      #expect(failure { try tx.run("CREATE (") }?.hasPrefix("SyntaxError/") == true)
      try tx.run("CREATE (:B)")
    }
    #expect(try count(database) == 2)
  }

  @Test func `T13 a script loads whole or not at all`() throws {
    let text = "CREATE (:A); CREATE (:B); RETURN missing;"
    #expect(throws: Script.Failure.self) {
      try database.load([Script(name: "broken.cypher", text: text)])
    }
    #expect(try count(database) == 0)
  }

  @Test func `T14 plans are shown, with rows after PROFILE`() throws {
    let plan = try database.execute("EXPLAIN MATCH (n:A) RETURN n") { $0.plan }
    #expect(plan?.name.isEmpty == false && plan?.rows == nil)
    let profile = try database.execute("PROFILE UNWIND [1, 2] AS x RETURN x")
    #expect(profile.plan?.rows == 2)
  }

  // MARK: Errors

  @Test func `E01 E02 an error has its place, in characters and in bytes`() throws {
    let text = "MATCH (n)\nRETURN 'Cầu', m.x"
    let error = #expect(throws: KhoError.self) { try database.execute(text) }
    #expect(error.map(word) == "SyntaxError/UndefinedVariable")
    #expect(error?.phase == .compileTime)
    let position = error?.position(in: text)
    #expect(position?.line == 2 && position?.column == 15)
    #expect(position?.offset == 26)
  }

  @Test func `E03 E04 an error at run time has its place, and there are hints`() throws {
    let text = "UNWIND [0] AS x RETURN 1 / x"
    let error = #expect(throws: KhoError.self) { try database.execute(text) }
    #expect(error.map(word) == "ArithmeticError/DivisionByZero")
    #expect(error?.phase == .runtime)
    #expect(error?.position(in: text)?.column ?? 0 >= 24)
    let misspelt = #expect(throws: KhoError.self) { try database.execute("RETURN toUper('a')") }
    #expect(misspelt?.hint?.contains("toUpper") == true)
  }

  @Test func `E05 a violated constraint changes nothing`() throws {
    try database.execute("CREATE CONSTRAINT FOR (a:A) REQUIRE a.x IS UNIQUE")
    try database.execute("CREATE (:A {x: 1})")
    let word = failure { try database.execute("CREATE (:A {x: 2}), (:A {x: 1})") }
    #expect(word?.hasPrefix("ConstraintValidationFailed/") == true)
    #expect(try count(database) == 1)
  }

  @Test func `E06 no error tells a parameter's value`() throws {
    try database.execute("CREATE CONSTRAINT FOR (a:A) REQUIRE a.x IS UNIQUE")
    try database.execute("CREATE (:A {x: 'secret-4711'})")
    let texts = [
      "CREATE (:A {x: $x})", "RETURN $x + 1 / 0", "RETURN toInteger($x) % 0", "RETURN date($x)",
      "RETURN $x.y", "RETURN $x[0]", "RETURN duration($x)", "MATCH (n) RETURN n LIMIT $x",
      "RETURN range(1, $x)", "MATCH (a:A) SET a = $x",
    ]
    for text in texts {
      do {
        try database.execute(text, ["x": "secret-4711"])
      } catch {
        #expect(!"\(error) \(error.hint ?? "")".contains("4711"), "\(text): \(error)")
      }
    }
  }

  // MARK: Limits

  @Test func `L01 L02 L03 L05 limits end a statement and not the database`() throws {
    func limited(_ text: String, _ change: (inout QueryLimits) -> Void) -> String? {
      var limits = QueryLimits()
      change(&limits)
      return failure { try database.execute(text, limits: limits) }
    }
    #expect(limited(endless) { $0.seconds = 0.1 } == "LimitExceeded/TimeLimit")
    let memory = ["RETURN range(1, 5000000)", "UNWIND range(1, 10000000) AS x RETURN collect(x)"]
    for text in memory {
      #expect(limited(text) { $0.memoryInBytes = 8 << 20 } == "LimitExceeded/MemoryLimit")
    }
    #expect(limited("UNWIND range(1, 5) AS x RETURN x") { $0.rows = 4 } == "LimitExceeded/RowLimit")
    #expect(limited("UNWIND range(1, 5) AS x RETURN x") { $0.rows = 5 } == nil)
    #expect(try count(database) == 0)
  }

  @Test func `L04 a write that reaches a limit is rolled back`() throws {
    var limits = QueryLimits()
    limits.seconds = 0.1
    let word = failure {
      try database.execute(endlessWrite, limits: limits)
    }
    #expect(word == "LimitExceeded/TimeLimit")
    #expect(try count(database) == 0)
  }

  // MARK: Cancelling

  @Test func `C01 C03 cancelled before it starts, or after its end`() throws {
    let cancellation = Cancellation()
    try database.execute("RETURN 1", cancellation: cancellation)
    cancellation.cancel()
    #expect(try database.execute("RETURN 1").single(as: Int.self) == 1)
    let word = failure { try database.execute(endless, cancellation: cancellation) }
    #expect(word?.hasPrefix("Cancelled/") == true)
    cancellation.reset()
    #expect(failure { try database.execute("RETURN 1", cancellation: cancellation) } == nil)
  }

  @Test func `C02 C04 cancelled from another thread, also a write`() throws {
    for text in [endless, endlessWrite] {
      let cancellation = Cancellation()
      let thread = Thread {
        usleep(50_000)
        cancellation.cancel()
      }
      thread.start()
      let word = failure { try database.execute(text, cancellation: cancellation) }
      #expect(word?.hasPrefix("Cancelled/") == true)
    }
    #expect(try count(database) == 0)
  }

  @Test func `C05 a cancelled task ends its statement`() async throws {
    let database = database
    let task = Task {
      await asyncFailure { try await database.read { try $0.query(endless).count() } }
    }
    try await Task.sleep(for: .milliseconds(50))
    task.cancel()
    #expect(await task.value?.hasPrefix("Cancelled/") == true)
  }

  @Test func `C06 cancelled while it waits for another writer`() async throws {
    let database = database
    let writer = try database.begin(.write)
    func write() -> Task<String?, Never> {
      Task { await asyncFailure { try await database.write { _ = try $0.run("CREATE (:A)") } } }
    }
    // The first has the thread of asynchronous writers and waits for the lock; the others queue.
    let first = write()
    try await Task.sleep(for: .milliseconds(50))
    let queued = (0..<5).map { _ in write() }
    try await Task.sleep(for: .milliseconds(50))
    for task in queued { task.cancel() }
    for task in queued { #expect(await task.value == "Cancelled/Cancelled") }
    first.cancel()
    try writer.commit()
    let word = await first.value
    #expect(try count(database) == (word == nil ? 1 : 0))
    #expect(await write().value == nil)
  }

  // MARK: Misuse

  @Test func `M09 M14 M15 M16 what has ended throws, and never crashes`() throws {
    var kept: Transaction?
    var rows: ResultSet?
    try database.read { tx in
      kept = tx
      rows = try tx.query("UNWIND range(1, 5000) AS x RETURN x")
      _ = try rows?.next()
    }
    let ended = "Misuse/TransactionFinished"
    #expect(failure { try kept?.query("RETURN 1") } == ended)
    #expect(failure { while try rows?.next() != nil {} } == ended)
    #expect(failure { try rows?.collect() } == ended)
    let other = try Database.temporary()
    let transaction = try other.begin(.read)
    let result = try transaction.perform { try $0.query("UNWIND range(1, 5000) AS x RETURN x") }
    try transaction.commit()
    other.close()
    #expect(failure { try result.collect() }?.hasPrefix("Misuse/") == true)
  }

  @Test func `M10 a transaction is ended once`() throws {
    let transaction = try database.begin(.write)
    try transaction.commit()
    #expect(failure { try transaction.commit() } == "Misuse/TransactionFinished")
    transaction.rollback()
    #expect(failure { try transaction.execute("RETURN 1") } == "Misuse/TransactionFinished")
  }

  @Test func `M11 two threads in one transaction are told or wait`() async throws {
    let transaction = try database.begin(.write)
    let words = await withTaskGroup(of: String?.self) { group in
      for _ in 0..<8 {
        group.addTask {
          failure { for _ in 0..<50 { try transaction.execute("CREATE (:A)") } }
        }
      }
      return await group.reduce(into: Set<String?>()) { $0.insert($1) }
    }
    #expect(words.isSubset(of: [nil, "Misuse/TransactionBusy"]))
    let made = try transaction.execute("MATCH (a:A) RETURN count(a)").single(as: Int.self)
    try transaction.commit()
    #expect(try count(database) == made)
  }

  @Test func `M12 a write inside of a write is told`() throws {
    try database.write { tx in
      #expect(failure { try database.write { _ in } } == "Misuse/NestedWrite")
      #expect(failure { try database.execute("CREATE (:A)") } == "Misuse/NestedWrite")
      try tx.run("CREATE (:A)")
    }
    #expect(try count(database) == 1)
  }

  @Test func `M17 M18 a prepared statement belongs to its open database`() throws {
    let other = try Database.temporary()
    let statement = try other.prepare("CREATE (:A)")
    #expect(failure { try database.execute(statement) { _ in } } == "Misuse/ForeignStatement")
    let word = failure { try database.write { _ = try $0.run(statement) } }
    #expect(word == "Misuse/ForeignStatement")
    other.close()
    #expect(failure { try other.execute(statement) { _ in } } == "Misuse/DatabaseClosed")
  }

  @Test func `M20 M21 M22 reading transactions and databases write nothing`() throws {
    let texts = [
      "CREATE (:A)", "MATCH (n) DELETE n", "MERGE (:A)", "MATCH (n) SET n.x = 1",
      "CREATE INDEX FOR (a:A) ON (a.x)", "CREATE CONSTRAINT FOR (a:A) REQUIRE a.x IS UNIQUE",
    ]
    let file = TemporaryFile()
    try file.open().close()
    let reader = try file.open { $0.isReadOnly = true }
    for text in texts {
      let word = failure { try database.read { _ = try $0.query(text).collect() } }
      #expect(word == "Misuse/ReadOnlyTransaction", "\(text)")
      #expect(failure { try reader.execute(text) } == "Misuse/ReadOnlyDatabase", "\(text)")
    }
    #expect(failure { try reader.begin(.write) } == "Misuse/ReadOnlyDatabase")
    #expect(try database.schema().indexes.isEmpty)
  }

  @Test func `M24 M25 parameters of a wrong type are errors of the language`() throws {
    try database.execute("CREATE (:A)")
    let cases: [(String, Value)] = [
      ("MATCH (n) RETURN n LIMIT $x", "text"), ("MATCH (n) RETURN n SKIP $x", -1),
      ("MATCH (n) SET n = $x", 1), ("MATCH (n) SET n.x = date($x)", "no date"),
      ("RETURN range(1, $x)", "a"), ("MATCH (n) RETURN n LIMIT $x", 1.5),
    ]
    for (text, value) in cases {
      let word = failure { try database.execute(text, Parameters(["x": value])) }
      let kinds = ["TypeError/", "ArgumentError/", "SyntaxError/"]
      #expect(kinds.contains { word?.hasPrefix($0) == true }, "\(text): \(word ?? "none")")
    }
    let word = failure { try Parameters(encoding: ["x": UInt64.max]) }
    #expect(word == "TypeError/InvalidConversion")
    #expect(try count(database) == 1)
  }

  @Test func `M26 a parameter nested too deeply is refused`() throws {
    var deep: Value = 1
    for _ in 0..<10_000 { deep = [deep] }
    let word = failure { try database.execute("RETURN $x", Parameters(["x": deep])) }
    #expect(word == "LimitExceeded/NestingTooDeep")
    // Freed one by one, as a host program that makes such values has to.
    while case .list(let inner) = deep { deep = inner.first ?? .null }
  }

  @Test func `M28 a column that is not there, or of another type`() throws {
    let row = try database.execute("RETURN 1 AS x").single()
    #expect(failure { try row.get("y", as: Int.self) } == "Misuse/UnknownColumn")
    #expect(failure { try row.get(1, as: Int.self) } == "Misuse/UnknownColumn")
    #expect(failure { try row.get(-1, as: Int.self) } == "Misuse/UnknownColumn")
    #expect(failure { try row.get("x", as: String.self) } == "TypeError/InvalidConversion")
    #expect(row["y"].isNull && row[7].isNull && row[.min].isNull)
  }

  @Test func `M38 M39 no statement, or more than one`() throws {
    for text in ["", "  ", "// nothing", "/* nothing */", ";", "RETURN 1; RETURN 2"] {
      let word = failure { try database.execute(text) }
      #expect(word?.hasPrefix("SyntaxError/") == true, "\(text): \(word ?? "none")")
    }
  }

  @Test func `M40 M41 M42 texts that are long or deep end in a result or an error`() throws {
    let deep = 100_000
    let texts = [
      "RETURN '" + String(repeating: "x", count: 4 << 20) + "' AS x",
      "RETURN " + String(repeating: "(", count: deep) + "1" + String(repeating: ")", count: deep),
      "RETURN " + String(repeating: "[", count: deep) + String(repeating: "]", count: deep),
      "RETURN " + String(repeating: "NOT ", count: deep) + "true",
      "RETURN 1" + String(repeating: " + 1", count: deep),
      String(repeating: "CREATE () ", count: 20_000),
      String(repeating: "CALL { ", count: deep),
    ]
    for text in texts {
      let word = failure { _ = try database.read { _ = try $0.query(text).count() } }
      #expect(
        word == nil || word?.hasPrefix("LimitExceeded/") == true
          || word?.hasPrefix("SyntaxError/") == true || word == "Misuse/ReadOnlyTransaction",
        "\(text.prefix(20)): \(word ?? "")")
    }
    #expect(try count(database) == 0)
  }

  @Test func `M48 a result being read keeps its rows while they are deleted`() throws {
    try database.execute("UNWIND range(1, 5000) AS x CREATE (:A {x: x})")
    try database.write { tx in
      let rows = try tx.query("MATCH (a:A) RETURN a.x AS x ORDER BY x")
      var sum = 0
      while let row = try rows.next() {
        sum += try row.get("x")
        if sum == 1 { try tx.run("MATCH (a:A) DELETE a") }
      }
      #expect(sum == 12_502_500)
    }
    #expect(try count(database) == 0)
  }
}
