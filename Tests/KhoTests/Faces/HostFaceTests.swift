/// Procedures, functions and observation: group H of `Tests/Faces/README.md`.
import Foundation
import Kho
import Synchronization
import Testing

@Suite struct HostFaceTests {
  let database: Database

  init() throws { database = try Database.temporary() }

  struct Unrelated: Error {}

  func value<T: ValueConvertible>(_ text: String, as type: T.Type = T.self) throws -> T {
    try database.execute(text).single(as: type)
  }

  @Test func `H01 a procedure of the host gives rows`() throws {
    try database.register("app.upTo(n :: INTEGER?) :: (x :: INTEGER?)") { arguments in
      (1...(try Int64(cypherValue: arguments[0]))).map { [.integer($0)] }
    }
    #expect(try value("CALL app.upTo(4) YIELD x RETURN sum(x)") == 10)
  }

  @Test func `H02 a function of the host is part of expressions`() throws {
    try database.registerFunction("app.Double(x :: FLOAT?) :: FLOAT?") { arguments in
      arguments[0].isNull ? .null : .float(try Double(cypherValue: arguments[0]) * 2)
    }
    #expect(try value("RETURN app.double(3)", as: Double.self) == 6)
    #expect(try value("RETURN app.DOUBLE(null)", as: Double?.self) == nil)
    let sum = "UNWIND range(1, 3) AS x WITH x WHERE app.double(x) > 3 RETURN sum(app.double(x))"
    #expect(try value(sum, as: Double.self) == 10)
    for text in ["RETURN app.double('x')", "RETURN app.double()"] {
      #expect(failure { try database.execute(text) }?.hasPrefix("SyntaxError/") == true)
    }
    let text = Parameters(["x": "text"])
    #expect(failure { try database.execute("RETURN app.double($x)", text) } != nil)
    #expect(try value("SHOW FUNCTIONS YIELD name WHERE name = 'app.Double' RETURN count(*)") == 1)
  }

  @Test func `a function takes no name of the language, and replaces its own`() throws {
    #expect(
      failure { try database.registerFunction("toUpper(x :: ANY?) :: ANY?") { $0[0] } }
        == "Misuse/FunctionExists")
    #expect(failure { try database.registerFunction("broken(") { $0[0] } } != nil)
    for number in 1...2 as ClosedRange<Int64> {
      try database.registerFunction("app.n() :: INTEGER?") { _ in .integer(number) }
      #expect(try value("RETURN app.n()") == number)
    }
    database.removeAllProcedures()
    #expect(failure { try database.execute("RETURN app.n()") } == "SyntaxError/UnknownFunction")
  }

  @Test func `H03 M49 what the host throws or gives wrongly ends the statement`() throws {
    try database.register("app.fail() :: (x :: ANY?)") { _ in throw Unrelated() }
    try database.register("app.wide() :: (x :: ANY?)") { _ in [[1, 2]] }
    try database.register("app.deep() :: (x :: ANY?)") { _ in
      [[(0..<300).reduce(Value.null) { value, _ in .list([value]) }]]
    }
    try database.registerFunction("app.failing() :: ANY?") { _ in throw Unrelated() }
    try database.registerFunction("app.text() :: STRING?") { _ in 1 }
    let cases = [
      ("CALL app.fail()", "ProcedureError/ProcedureFailed"),
      ("CALL app.wide()", "ProcedureError/ProcedureFailed"),
      ("CALL app.deep()", "LimitExceeded/NestingTooDeep"),
      ("RETURN app.failing()", "ProcedureError/FunctionFailed"),
      ("RETURN app.text()", "ProcedureError/FunctionFailed"),
    ]
    for (text, word) in cases { #expect(failure { try database.execute(text) } == word, "\(text)") }
    let error = #expect(throws: KhoError.self) { try database.execute("RETURN  app.failing()") }
    #expect(error?.message.contains("Unrelated") == true)
    #expect(error?.position(in: "RETURN  app.failing()")?.column == 9)
    #expect(failure { try database.execute("CREATE (:A {x: app.failing()})") } != nil)
    #expect(try count(database) == 0)
  }

  @Test func `H04 a host function may read, and not write inside of a write`() throws {
    let database = database
    let words = Mutex<[String?]>([])
    try database.registerFunction("app.count() :: INTEGER?", isDeterministic: false) { _ in
      words.withLock { $0.append(failure { try database.write { _ in } }) }
      return .integer(Int64(try count(database)))
    }
    #expect(try value("RETURN app.count()") == 0)
    try database.execute("CREATE (:A) WITH app.count() AS n CREATE (:B {n: n})")
    #expect(try value("MATCH (b:B) RETURN b.n") == 0)
    #expect(words.withLock { $0 } == [nil, "Misuse/NestedWrite"])
    database.removeAllProcedures()
  }

  // MARK: Observation

  @Test func `H05 observation gives the state now and after each commit`() async throws {
    var counts: [Int] = []
    let observation = database.observe { tx in
      try tx.query("MATCH (n:A) RETURN count(n)").single(as: Int.self)
    }
    for try await count in observation {
      counts.append(count)
      if count == 5 { break }
      try await database.write { _ = try $0.run("CREATE (:A)") }
    }
    #expect(counts == [0, 1, 2, 3, 4, 5])
    var texts: [String] = []
    for try await rows in database.observe("MATCH (a:A) RETURN count(a) AS n") {
      texts.append(rows.map { $0["n"].text }.joined())
      if texts.count == 2 { break }
      let database = database
      Task {
        try await Task.sleep(for: .milliseconds(50))
        try await database.write { _ = try $0.run("CREATE (:A)") }
      }
    }
    #expect(texts == ["5", "6"])
  }

  @Test func `H06 a slow consumer gets the newest state, and equal ones once`() async throws {
    let observation = database.observe { tx in
      try tx.query("MATCH (a:A) RETURN count(a)").single(as: Int.self)
    }.removeDuplicates()
    var counts: [Int] = []
    for try await count in observation {
      counts.append(count)
      if count == 0 {
        for _ in 0..<10 { try await database.write { _ = try $0.run("CREATE (:A)") } }
      } else if count == 10 {
        for _ in 0..<10 { try await database.write { _ = try $0.run("CREATE (:B)") } }
        let database = database
        Task {
          try await Task.sleep(for: .milliseconds(50))
          try await database.write { _ = try $0.run("CREATE (:A)") }
        }
      } else {
        break
      }
    }
    #expect(counts == [0, 10, 11])
  }

  @Test func `H07 observation ends with its task, its database or an error`() async throws {
    let database = database
    let observation = database.observe { try $0.query("RETURN 1").single(as: Int.self) }
    let task = Task {
      var count = 0
      for try await _ in observation { count += 1 }
      return count
    }
    try await Task.sleep(for: .milliseconds(50))
    task.cancel()
    #expect(try await task.value <= 1)

    let failing = database.observe { tx in
      guard try tx.query("MATCH (n) RETURN count(n)").single(as: Int.self) == 0 else {
        throw Unrelated()
      }
    }
    var iterator = failing.makeAsyncIterator()
    #expect(try await iterator.next() != nil)
    try database.execute("CREATE (:A)")
    await #expect(throws: Unrelated.self) { try await iterator.next() }
    #expect(try await iterator.next() == nil)

    let closing = Task {
      var count = 0
      for try await _ in observation { count += 1 }
      return count
    }
    try await Task.sleep(for: .milliseconds(50))
    database.close()
    #expect(try await closing.value <= 1)
    var late = observation.makeAsyncIterator()
    #expect(try await late.next() == nil)
  }

  @Test func `H08 commits of another process are noticed`() async throws {
    let file = TemporaryFile()
    let database = try file.open()
    var counts: [Int] = []
    let observation = database.observe { tx in
      try tx.query("MATCH (a:A) RETURN count(a)").single(as: Int.self)
    }
    for try await count in observation.removeDuplicates() {
      counts.append(count)
      if count == 1 { break }
      let path = file.path
      Task {
        await #expect(processExitsWith: .success) { [path = path as String] in
          try Database(path: path).execute("CREATE (:A)")
        }
      }
    }
    #expect(counts == [0, 1])
  }
}
