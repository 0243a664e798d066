/// Closures run elsewhere while their callers wait.
import LMDB
import Testing

@Suite struct WorkerThreadTests {
  private struct Failure: Error, Equatable {}

  @Test func `a job returns what it gives, and throws what it throws, on one other thread`() throws
  {
    let worker = WorkerThread()
    let here = ThreadIdentity.current
    let first = try worker.run { ThreadIdentity.current }
    let second = try worker.run { ThreadIdentity.current }
    #expect(first == second && first != here)
    #expect(throws: Failure()) { try worker.run { throw Failure() } }
    #expect(!worker.isCurrent)
    #expect(try worker.run { worker.isCurrent })
  }

  @Test func `jobs of many callers run one at a time`() async throws {
    let worker = WorkerThread()
    // Only the worker's thread touches it.
    nonisolated(unsafe) var (running, total) = (0, 0)
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<4 {
        group.addTask {
          for _ in 0..<100 {
            try? worker.run {
              unsafe running += 1
              unsafe total += running
              unsafe running -= 1
            }
          }
        }
      }
    }
    #expect(try worker.run { unsafe total } == 400)
  }

  @Test func `a job sees and changes what its caller lends`() throws {
    let worker = WorkerThread()
    var values = [1]
    try worker.run { values.append(2) }
    #expect(values == [1, 2])
  }

  @Test func `the last reference may go inside of a job`() throws {
    var worker: WorkerThread? = WorkerThread()
    try worker?.run { worker = nil }
    #expect(worker == nil)
  }
}
