/// The database that is built from the seeds.
import Foundation
import Kho
import Testing

@testable import KhoCommand

@Suite struct DefaultDatabaseTests {
  private let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  private func open(seed: String) throws -> Database {
    try sandbox.write(seed, to: "seed.cypher")
    return try DefaultDatabase.open(
      path: sandbox.path("data/kho.kho"), seeds: sandbox.folder, isReadOnly: false)
  }

  private func labels(_ database: Database) throws -> [String] {
    try database.execute("MATCH (n) RETURN labels(n)[0] AS l ORDER BY l").map { try $0.get("l") }
  }

  @Test func `it is built once, and anew when the seeds have changed`() throws {
    #expect(try labels(open(seed: "CREATE (:A);")) == ["A"])
    #expect(try labels(open(seed: "CREATE (:A);")) == ["A"])
    #expect(try labels(open(seed: "CREATE (:B);")) == ["B"])
  }

  @Test func `what somebody wrote is never lost`() throws {
    do {
      let database = try open(seed: "CREATE (:A);")
      try database.execute("CREATE (:Mine)")
      database.close()
    }
    #expect(try labels(open(seed: "CREATE (:B);")) == ["A", "Mine"])
  }

  @Test func `a file of an older format is kept aside`() throws {
    try open(seed: "CREATE (:A);").close()
    let file = URL(filePath: sandbox.path("data/kho.kho"))
    var bytes = try Data(contentsOf: file)
    let records = bytes.ranges(of: Data("kho graph".utf8))
    #expect(!records.isEmpty)
    for record in records { bytes[record.upperBound] = 1 }
    try bytes.write(to: file)
    #expect(try labels(open(seed: "CREATE (:A);")) == ["A"])
    let kept = try Data(contentsOf: URL(filePath: sandbox.path("data/kho.kho.old")))
    #expect(kept == bytes)
  }

  @Test func `seeds that fail leave nothing`() throws {
    #expect(throws: (any Error).self) { try open(seed: "CREATE (:A); RETURN x;") }
    #expect(try labels(open(seed: "CREATE (:B);")) == ["B"])
  }
}
