/// Transactions driven statement by statement.
import Testing

@testable import Kho

@Suite struct InteractiveTransactionTests {
  let database: Database

  init() throws { database = try Database.temporary() }

  func count() throws -> Int {
    try database.execute("MATCH (n) RETURN count(n)").single(as: Int.self)
  }

  func detail(_ body: () throws -> Void) -> String {
    do {
      try body()
      return "none"
    } catch {
      return (error as? KhoError)?.detail ?? "\(error)"
    }
  }

  @Test func `what is committed is there, and seen inside before`() throws {
    let transaction = try database.begin()
    try transaction.execute("CREATE (:A)")
    #expect(try transaction.execute("MATCH (n) RETURN count(n)").single(as: Int.self) == 1)
    #expect(try count() == 0)
    #expect(!transaction.isFinished)
    try transaction.commit()
    #expect(transaction.isFinished)
    #expect(try count() == 1)
  }

  @Test func `what is rolled back or forgotten is gone and lets the next one write`() throws {
    let first = try database.begin()
    try first.execute("CREATE (:A)")
    first.rollback()
    first.rollback()
    do { try database.begin().execute("CREATE (:A)") }
    let last = try database.begin()
    #expect(try last.execute("MATCH (n) RETURN count(n)").single(as: Int.self) == 0)
    try last.commit()
  }

  @Test func `a transaction that has ended refuses everything`() throws {
    let transaction = try database.begin()
    try transaction.commit()
    #expect(detail { try transaction.execute("RETURN 1") } == "TransactionFinished")
    #expect(detail { try transaction.commit() } == "TransactionFinished")
    #expect(detail { try transaction.perform { _ in } } == "TransactionFinished")
  }

  @Test func `a call from inside of another is an error, not a deadlock`() throws {
    let transaction = try database.begin()
    try transaction.perform { _ in
      #expect(detail { try transaction.execute("RETURN 1") } == "TransactionBusy")
      #expect(detail { try transaction.commit() } == "TransactionBusy")
    }
    try transaction.commit()
  }

  @Test func `a reading one refuses to write and goes on`() throws {
    let transaction = try database.begin(.read)
    #expect(detail { try transaction.execute("CREATE (:A)") } == "ReadOnlyTransaction")
    #expect(try transaction.execute("RETURN 1").single(as: Int.self) == 1)
    try transaction.commit()
  }

  @Test func `after a statement that failed half-way nothing can be committed`() throws {
    let transaction = try database.begin()
    try transaction.execute("CREATE (:A)")
    let failing = "UNWIND [1, 0] AS x CREATE (:B {y: 1 / x})"
    #expect(detail { try transaction.execute(failing) } == "DivisionByZero")
    #expect(detail { try transaction.execute("RETURN 1") } == "TransactionFailed")
    #expect(detail { try transaction.commit() } == "DivisionByZero")
    #expect(transaction.isFinished)
    #expect(try count() == 0)
  }

  @Test func `errors of the caller's closure pass through and do not end it`() throws {
    struct Unrelated: Error {}
    let transaction = try database.begin()
    #expect(throws: Unrelated.self) { try transaction.perform { _ in throw Unrelated() } }
    try transaction.execute("CREATE (:A)")
    try transaction.commit()
    #expect(try count() == 1)
  }
}
