/// Closures run elsewhere.
import LMDB
import Synchronization
import Testing

@Suite struct WorkerThreadTests {
  /// Waits for what a job on the worker's thread gives.
  private func result<R: Sendable>(
    _ worker: WorkerThread, _ body: @escaping @Sendable () -> R
  ) -> R? {
    let box = Monitor<R?>(nil)
    worker.post {
      let result = body()
      box.update { $0 = result }
    }
    return box.wait(until: { $0 != nil }, then: { $0 })
  }

  @Test func `jobs run on one other thread`() {
    let worker = WorkerThread()
    let here = ThreadIdentity.current
    let first = result(worker) { ThreadIdentity.current }
    let second = result(worker) { ThreadIdentity.current }
    #expect(first == second && first != here)
    #expect(!worker.isCurrent)
    #expect(result(worker) { worker.isCurrent } == true)
  }

  @Test func `jobs of many callers run one at a time`() async {
    let worker = WorkerThread()
    // Only the worker's thread touches it.
    nonisolated(unsafe) var (running, total) = (0, 0)
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<4 {
        group.addTask {
          for _ in 0..<100 {
            worker.post {
              unsafe running += 1
              unsafe total += running
              unsafe running -= 1
            }
          }
        }
      }
    }
    #expect(result(worker) { unsafe total } == 400)
  }

  @Test func `what was posted runs before the thread ends`() {
    let count = Mutex(0)
    var worker: WorkerThread? = WorkerThread()
    for _ in 0..<50 { worker?.post { count.withLock { $0 += 1 } } }
    worker = nil
    #expect(count.withLock { $0 } == 50)
  }

  @Test func `the last reference may go inside of a job`() {
    final class Holder: @unchecked Sendable { var worker: WorkerThread? = WorkerThread() }
    let done = Monitor(false)
    let holder = Holder()
    holder.worker?.post {
      holder.worker = nil
      done.update { $0 = true }
    }
    done.wait(until: { $0 }, then: { _ in })
    #expect(holder.worker == nil)
  }
}
