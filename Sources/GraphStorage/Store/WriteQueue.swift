/// Writes in their order. One that finds no other runs on its caller's thread; those that come
/// meanwhile wait for the writer thread, which runs several in one transaction of LMDB: they share
/// its commit, which costs more than most of them do.
internal import GraphModel
internal import LMDB
internal import Synchronization

/// A caller's closure. The caller waits until it is done.
final class WriteJob {
  let caller: UInt
  /// Must not share a transaction: it may take long, or must not run twice.
  let isAlone: Bool
  /// Nil once it is done: nothing holds the closure then, which lives as long as its caller waits.
  private var body: ((GraphTransaction) throws -> Void)?
  private(set) var failure: (any Error)?
  private let done = Atomic<Bool>(false)

  init(isAlone: Bool, _ body: @escaping (GraphTransaction) throws -> Void) {
    caller = ThreadIdentity.current
    self.isAlone = isAlone
    self.body = body
  }

  var isDone: Bool { done.load(ordering: .acquiring) }

  func run(_ transaction: GraphTransaction) throws { try body?(transaction) }

  func finish(_ failure: (any Error)?) {
    body = nil
    self.failure = failure
    done.store(true, ordering: .releasing)
  }
}

/// Those that wait, in their order.
struct WriteQueue {
  var jobs: [WriteJob] = []
  /// Whether a write runs, after which someone looks at them.
  var isServed = false
  /// The caller whose own write runs.
  var runner: UInt?
}

extension SharedStore {
  /// Whether the calling thread is inside a write.
  var isWritingHere: Bool {
    writer.isCurrent || queue.withLock { $0.runner == ThreadIdentity.current }
  }

  /// Runs `body` in a write transaction: here, where no other write runs; or else on the writer
  /// thread, together with closures of other callers that wait for it at the same time. Those run
  /// one after the other, each seeing what those before it did, and all are durable before any
  /// caller returns. If one of them throws, or the map is full, nothing of the transaction remains
  /// and each runs again in one of its own: so a failure is its own closure's alone.
  func write<R>(
    isAlone: Bool = false, _ body: (GraphTransaction) throws -> R
  ) throws -> R {
    guard !configuration.isReadOnly else { throw KhoError.readOnlyDatabase }
    guard isUsable else { throw unusable }
    guard !isWritingHere else {
      throw KhoError(
        .misuse, "NestedWrite", "a write was begun inside a write on the same database")
    }
    let caller = ThreadIdentity.current
    let isFirst = queue.withLock { queue in
      defer { queue.isServed = true }
      if !queue.isServed { queue.runner = caller }
      return !queue.isServed
    }
    if isFirst {
      defer { endOwnWrite() }
      return try writeAlone(for: caller, body)
    }
    var result: R?
    try withoutActuallyEscaping({ result = try body($0) }) { body in
      let job = WriteJob(isAlone: isAlone, body)
      let isServed = queue.withLock { queue in
        defer { queue.isServed = true }
        queue.jobs.append(job)
        return queue.isServed
      }
      if !isServed { writer.post { [self] in serve() } }
      queue.wait(until: { _ in job.isDone }, then: { _ in })
      if let failure = job.failure { throw failure }
    }
    guard let result else { throw KhoError.closed }
    return result
  }

  /// Leaves those that came meanwhile to the writer thread.
  private func endOwnWrite() {
    let isAwaited = queue.withLock { queue in
      queue.runner = nil
      queue.isServed = !queue.jobs.isEmpty
      return queue.isServed
    }
    if isAwaited { writer.post { [self] in serve() } }
  }

  /// The most closures in one transaction, and the time after which it takes no more of them.
  private static let largestGroup = 64
  private static let longestGroup = Duration.milliseconds(2)

  /// Runs jobs until none waits: the one at the head of the queue, with those behind it that may
  /// share its transaction, and so on.
  private func serve() {
    while true {
      let jobs = queue.withLock { queue in
        var count = min(queue.jobs.count, Self.largestGroup)
        if let alone = queue.jobs[..<count].firstIndex(where: \.isAlone) { count = max(alone, 1) }
        count = min(count, queue.jobs.count)
        defer { queue.jobs.removeFirst(count) }
        queue.isServed = count > 0
        return Array(queue.jobs[..<count])
      }
      if jobs.isEmpty { return }
      if jobs.count > 1, let doneCount = runTogether(jobs) {
        queue.update { $0.jobs.insert(contentsOf: jobs[doneCount...], at: 0) }
        continue
      }
      for job in jobs {
        do {
          try writeAlone(for: job.caller, job.run)
          finish(job, nil)
        } catch {
          finish(job, error)
        }
      }
    }
  }

  private func finish(_ job: WriteJob, _ failure: (any Error)?) {
    queue.update { _ in job.finish(failure) }
  }

  /// Runs jobs in one transaction, until it has taken long enough.
  /// - Returns: how many of them are done; nil where each is to run for itself.
  private func runTogether(_ jobs: [WriteJob]) -> Int? {
    var count = 0
    do {
      try whileOpen {
        try attemptWrite(for: jobs[0].caller) { transaction in
          let start = ContinuousClock.now
          for job in jobs {
            try job.run(transaction)
            try transaction.endClosure()
            count += 1
            if ContinuousClock.now - start > Self.longestGroup { break }
          }
        } whereCommitFails: { error in
          for job in jobs[..<count] { job.finish(error) }
        }
      }
    } catch {
      // A closure or the map failed, and nothing was kept; or the commit, which is told already.
      return jobs[0].isDone ? count : nil
    }
    for job in jobs[..<count] { job.finish(nil) }
    return count
  }
}

extension GraphTransaction {
  /// What commits ask of each closure, where several share a transaction.
  func endClosure() throws(KhoError) {
    let pending = try writable()
    if let failure = pending.failure { throw failure }
    try checkMandatoryProperties()
    pending.deleted = [:]
  }
}
