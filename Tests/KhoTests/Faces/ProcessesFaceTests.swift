/// Many processes on one file: group X of `Tests/Faces/README.md`.
///
/// A few seconds long; `KHO_SOAK=60` makes each test take a minute.
import Foundation
import Kho
import Testing

@Suite(.serialized) struct ProcessesFaceTests {
  /// How long each test goes on.
  static let seconds = ProcessInfo.processInfo.environment["KHO_SOAK"].flatMap { Double($0) } ?? 3
  static let accountCount = 100
  static let total = 100_000

  /// Moves amounts between accounts and notes each move by a pair of relationships.
  static func move(_ path: String, until end: Date) throws -> Int {
    let database = try Database(path: path)
    let move = try database.prepare(
      """
      MATCH (a:Account {id: $a}), (b:Account {id: $b})
      SET a.amount = a.amount - $n, b.amount = b.amount + $n
      CREATE (a)-[:PAID {n: $n}]->(b), (b)-[:GOT {n: $n}]->(a)
      """)
    var count = 0
    while Date() < end {
      let a = Int.random(in: 0..<accountCount)
      let b = (a + Int.random(in: 1..<accountCount)) % accountCount
      let n = Int.random(in: 1...50)
      let isKept = Int.random(in: 0..<10) > 0
      struct Rollback: Error {}
      do {
        try database.write { tx in
          try tx.run(move, ["a": a, "b": b, "n": n])
          if !isKept { throw Rollback() }
        }
        count += 1
      } catch is Rollback {}
      // Relationships are also taken away, in pairs, so that pages are used again.
      if count % 50 == 0 {
        try database.execute(
          "MATCH (a:Account {id: 0})-[p:PAID]->(b)-[g:GOT]->(a) WITH p, g LIMIT 1 DELETE p, g")
      }
    }
    return count
  }

  /// What is wrong with a snapshot; nil for a sound one.
  static func fault(_ tx: Transaction) throws -> String? {
    func number(_ text: String) throws -> Int { try tx.query(text).single(as: Int.self) }
    let sum = "MATCH (a:Account) RETURN sum(a.amount)"
    let first = try number(sum)
    let paid = try number("MATCH ()-[p:PAID]->() RETURN sum(p.n)")
    let got = try number("MATCH (:Account)<-[g:GOT]-(:Account) RETURN sum(g.n)")
    let pairs = try number("MATCH ()-[p:PAID]->() RETURN count(p)")
    let halves = try number("MATCH ()-[g:GOT]->() RETURN count(g)")
    let second = try number(sum)
    if first != total || second != total { return "the sum is \(first), then \(second)" }
    return paid == got && pairs == halves
      ? nil : "\(pairs) and \(halves) halves, of \(paid) and \(got)"
  }

  static func fault(in database: Database) throws -> String? { try database.read(fault) }

  /// Looks at snapshots; every few opens the file anew.
  static func look(_ path: String, until end: Date) throws -> String? {
    var snapshotCount = 0
    while Date() < end {
      let database = try Database(path: path)
      for _ in 0..<20 where Date() < end {
        if let fault = try fault(in: database) { return fault }
        snapshotCount += 1
      }
      database.close()
    }
    return snapshotCount > 0 ? nil : "no snapshot was read"
  }

  static func makeAccounts(_ path: String) throws {
    let database = try Database(path: path)
    try database.write { tx in
      try tx.run("CREATE INDEX FOR (a:Account) ON (a.id)")
      try tx.run(
        "UNWIND range(0, $n - 1) AS id CREATE (:Account {id: id, amount: $total / $n})",
        ["n": accountCount, "total": total])
    }
  }

  @Test func `X01 eight reading processes beside one that writes see whole commits`() async throws {
    let file = TemporaryFile()
    try Self.makeAccounts(file.path)
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<8 {
        group.addTask { [path = file.path] in
          await #expect(processExitsWith: .success) { [path = path as String] in
            if let fault = try Self.look(path, until: Date(timeIntervalSinceNow: Self.seconds)) {
              print(fault)
              exit(EXIT_FAILURE)
            }
          }
        }
      }
      group.addTask { [path = file.path] in
        await #expect(processExitsWith: .success) { [path = path as String] in
          let count = try Self.move(path, until: Date(timeIntervalSinceNow: Self.seconds))
          print("\(count) commits")
          exit(count > 0 ? EXIT_SUCCESS : EXIT_FAILURE)
        }
      }
    }
    let database = try file.open { $0.isUntrusted = true }
    #expect(try Self.fault(in: database) == nil)
    #expect(try database.check() == [])
  }

  @Test func `X02 a killed reader keeps no pages`() async throws {
    let file = TemporaryFile()
    let database = try file.open()
    try database.execute("UNWIND range(1, 500) AS x CREATE (:A {x: x, text: toString(x)})")
    for _ in 0..<3 {
      await #expect(processExitsWith: .signal(SIGKILL)) { [path = file.path as String] in
        let database = try Database(path: path)
        let transaction = try database.begin(.read)
        try transaction.execute("MATCH (n) RETURN count(n)")
        kill(getpid(), SIGKILL)
      }
    }
    func write(_ count: Int) throws -> Int {
      for round in 0..<count {
        try database.execute("MATCH (a:A) SET a.text = toString(a.x + $r)", ["r": round])
      }
      return try database.info().fileSizeInBytes
    }
    // Dead readers are looked for every few commits; from then on pages are used again.
    let early = try write(64)
    let late = try write(200)
    #expect(late <= early + early / 10, "\(early) bytes, then \(late)")
  }

  /// Commits numbered nodes, each with two relationships, and notes what was committed.
  static func writeForEver(_ path: String) throws {
    let database = try Database(path: path)
    let progress = path + "-acknowledged"
    if !FileManager.default.fileExists(atPath: progress) {
      try Data().write(to: URL(fileURLWithPath: progress))
    }
    let file = try FileHandle(forUpdating: URL(fileURLWithPath: progress))
    while true {
      let number = try database.write { tx in
        let number = try tx.query("MATCH (a:A) RETURN count(a)").single(as: Int.self)
        try tx.run(
          "CREATE (a:A {n: $n, text: $text})-[:LEFT]->(:B {n: $n}), (a)-[:RIGHT]->(:B {n: $n})",
          ["n": number, "text": String(repeating: "x", count: .random(in: 0..<5_000))])
        return number + 1
      }
      try file.seek(toOffset: 0)
      try file.write(contentsOf: Data("\(number)\n".utf8))
    }
  }

  @Test func `X03 a writer killed at any moment leaves the last commit`() async throws {
    let file = TemporaryFile()
    let progress = file.path + "-acknowledged"
    defer { try? FileManager.default.removeItem(atPath: progress) }
    try file.open().execute("CREATE INDEX FOR (a:A) ON (a.n)")
    let end = Date().addingTimeInterval(Self.seconds)
    var before = 0
    var killCount = 0
    while Date() < end || killCount < 5 {
      await #expect(processExitsWith: .signal(SIGKILL)) { [path = file.path as String] in
        let thread = Thread {
          usleep(.random(in: 1_000..<150_000))
          kill(getpid(), SIGKILL)
        }
        thread.start()
        try Self.writeForEver(path)
      }
      killCount += 1
      let text = try? String(contentsOfFile: progress, encoding: .utf8)
      let acknowledged = text?.split(separator: "\n").first.flatMap { Int($0) } ?? 0
      let database = try file.open { $0.isUntrusted = true }
      let found = try database.execute(
        """
        MATCH (a:A) OPTIONAL MATCH (a)-[:LEFT]->(l), (a)-[:RIGHT]->(r)
        RETURN count(a) AS a, count(l) AS l, count(r) AS r
        """
      ).single()
      let count = try found.get("a", as: Int.self)
      #expect(try found.get("l") == count && found.get("r") == count)
      #expect(count == max(before, acknowledged) || count == max(before, acknowledged) + 1)
      before = count
      #expect(try database.check() == [])
      try database.execute("MATCH (a:A {n: -1}) SET a.n = -1")
      database.close()
    }
    #expect(before > 0)
    print("\(killCount) killed writers, \(before) commits")
  }

  @Test func `X04 X05 two writing processes wait for each other and see each other`() async throws {
    let file = TemporaryFile()
    let database = try file.open()
    try database.execute("CREATE (:Counter {n: 0})")
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<2 {
        group.addTask { [path = file.path] in
          await #expect(processExitsWith: .success) { [path = path as String] in
            let database = try Database(path: path)
            for _ in 0..<50 { try database.execute("MATCH (c:Counter) SET c.n = c.n + 1") }
          }
        }
      }
    }
    #expect(try database.execute("MATCH (c:Counter) RETURN c.n").single(as: Int.self) == 100)
  }
}
