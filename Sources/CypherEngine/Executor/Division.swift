internal import GraphModel
internal import GraphStorage
internal import Synchronization

/// An aggregation at which several threads work, each at runs of the ids that are scanned.
///
/// The thread that runs the query begins alone, and calls helpers when it has seen that what is
/// left is worth it. Each that comes takes the second half of the longest run that anybody has
/// before him, and reads it in a transaction of its own; so does everybody who is done. Thus nobody
/// waits for a thread that does not come, and every run is aggregated in the order of ids. In that
/// order the runs are merged: groups, lists and errors are those that one thread gives.
final class Division: Sendable {
  /// What a helper needs to do as the query's own thread does.
  struct Setup: Sendable {
    var snapshot: SnapshotAccess
    var query: PreparedQuery
    var parameters: ValueMap
    var limits: Limits
    var deadline: Duration?
    var now: Temporal.DateTime
    /// Which of the tree's divisible aggregations.
    var ordinal: Int
  }

  fileprivate struct Run {
    let start: Int
    /// Ids that nobody has begun with.
    var rest: Range<Int>
    var aggregation: Handover?
  }

  /// What a thread has made and gives away; the one that merges takes it when all are done.
  fileprivate struct Handover: @unchecked Sendable { let aggregation: Aggregation }

  fileprivate struct State {
    var runs: [Run]
    /// What went wrong in the first of the runs in which something did.
    var failure: (start: Int, error: KhoError)?
    /// Nil when no help is wanted any more.
    var setup: Setup?
    /// Helpers called that have not come yet, and those at work.
    var calledCount = 0
    var helperCount = 0
    /// Bytes charged for what helpers made.
    var keptBytes = 0
    /// About how long one id takes.
    var nanosecondsPerID: Double
  }
  private let state: Mutex<State>
  private let chargedBytes: Atomic<Int>
  private let stopped = Atomic<Bool>(false)
  private let settings: Engine.Settings
  private let threadCount: Int

  /// Work worth calling helpers for, in nanoseconds: they come after some ten microseconds.
  static let worthHelp = 100_000.0
  /// What ids handed out at a time take at most, and at least, in nanoseconds.
  static let longPart = 50_000.0
  static let shortPart = 5_000.0
  /// Work worth being taken from who has it.
  private static let worthTaking = 20_000.0

  /// What a group, or a value of DISTINCT, takes that is made in a second run, and merged.
  static let nanosecondsPerMerged = 300.0

  /// - Parameter rest: the ids that are left of the caller's run, the first.
  init(
    _ setup: Setup, rest: Range<Int>, nanosecondsPerID: Double, chargedBytes: Int
  ) {
    settings = setup.query.settings
    threadCount = settings.threadCount
    self.chargedBytes = Atomic(chargedBytes)
    state = Mutex(
      State(
        runs: [Run(start: 0, rest: rest)], setup: setup,
        nanosecondsPerID: max(nanosecondsPerID, 0.01)))
  }

  // MARK: Limits

  /// Whether everybody is to end at once.
  var isStopped: Bool { stopped.load(ordering: .relaxed) }

  /// Adds to the account of memory that all share; returns its sum.
  func charge(_ bytes: Int) -> Int {
    chargedBytes.wrappingAdd(bytes, ordering: .relaxed).newValue
  }

  /// Ends the work of all, whatever they might still find.
  func stop(_ error: KhoError) {
    state.withLock { state in
      if !isStopped { state.failure = (0, error) }
      stopped.store(true, ordering: .relaxed)
    }
  }

  // MARK: Runs

  /// Further ids of a run: what takes a long part's time, less towards the end, so that others can
  /// take of them. Nil at the end, and where something went wrong before.
  /// - Parameter nanosecondsPerID: what the caller's last part took.
  func claim(_ run: Int, _ nanosecondsPerID: Double?) -> Range<Int>? {
    state.withLock { state in
      if let nanosecondsPerID { state.adapt(to: nanosecondsPerID) }
      guard !isStopped, !state.isLost(run) else { return nil }
      let rest = state.runs[run].rest
      let unit = ScanShare.smallest(settings)
      var size = unit
      if settings.idsPerPart == nil {
        let least = state.count(in: Self.shortPart)
        size = min(state.count(in: Self.longPart), max(least, rest.count / 4))
        // Parts of full batches, if of more than one.
        let step = size > settings.batchCapacity ? settings.batchCapacity : unit
        size = max(unit, size / step * step)
      }
      let claimed = rest.prefix(size)
      state.runs[run].rest = claimed.upperBound..<rest.upperBound
      return claimed.isEmpty ? nil : claimed
    }
  }

  /// The second half of the longest run, as a run of its own; nil where none is worth it.
  func takeRun(mergedCount: Int) -> Int? {
    state.withLock { state in
      let open = state.runs.indices.filter { !state.isLost($0) }
      guard !isStopped,
        let longest = open.max(by: { state.runs[$0].rest.count < state.runs[$1].rest.count })
      else { return nil }
      let rest = state.runs[longest].rest
      // Each group will have to be merged.
      let worth = max(Self.worthTaking, Double(mergedCount) * Self.nanosecondsPerMerged)
      guard
        settings.idsPerPart != nil
          ? !rest.isEmpty : Double(rest.count) * state.nanosecondsPerID > worth
      else { return nil }
      let middle = rest.lowerBound + rest.count / 2
      let unit = ScanShare.smallest(settings)
      let start = max(rest.lowerBound, middle / unit * unit)
      state.runs[longest].rest = rest.lowerBound..<start
      state.runs.append(Run(start: start, rest: start..<rest.upperBound))
      return state.runs.count - 1
    }
  }

  /// Takes what came of a run, or what went wrong in it.
  func deliver(_ outcome: Result<Aggregation, KhoError>, of run: Int) {
    switch outcome {
    case .success(let aggregation):
      let handover = Handover(aggregation: aggregation)
      state.withLock { $0.runs[run].aggregation = handover }
    case .failure(let error) where error.isOfRow:
      state.withLock { state in
        let start = state.runs[run].start
        if let failure = state.failure, failure.start <= start { return }
        state.failure = (start, error)
      }
    case .failure(let error): stop(error)
    }
  }

  // MARK: Helpers

  /// Calls as many helpers as may still come, where what is left is worth it.
  func callHelpers() {
    let wanted = state.withLock { state in
      let left = state.runs.reduce(0) { $0 + $1.rest.count }
      guard
        settings.idsPerPart != nil || Double(left) * state.nanosecondsPerID > Self.worthHelp
      else { return 0 }
      let wanted = threadCount - 1 - state.calledCount - state.helperCount
      state.calledCount += wanted
      return wanted
    }
    guard wanted > 0 else { return }
    let called = HelperThreads.call(wanted, of: threadCount - 1) { self.help() }
    if called < wanted { state.withLock { $0.calledCount -= wanted - called } }
  }

  private func help() {
    let setup = state.withLock { state in
      state.calledCount -= 1
      return state.setup
    }
    guard let setup, let read = setup.snapshot.open() else { return }
    defer { read.end() }
    let isWanted = state.withLock { state in
      if state.setup != nil { state.helperCount += 1 }
      return state.setup != nil
    }
    guard isWanted else { return }
    let keptBytes = help(setup, in: read.transaction)
    read.end()
    state.withLock { state in
      state.helperCount -= 1
      state.keptBytes += keptBytes
    }
  }

  /// Returns how many bytes are charged for what it leaves behind.
  private func help(_ setup: Setup, in transaction: GraphTransaction) -> Int {
    let context = ExecutionContext(helping: self, setup, transaction: transaction)
    // As after any error, operators are not used again where one of them has thrown.
    context.isDone = context.tree.divisible[setup.ordinal].help(self, context)
    return context.chargedBytes
  }

  /// Waits for the helpers, and merges what all have made. The division is over then.
  func result(_ context: ExecutionContext) throws(KhoError) -> Aggregation {
    state.withLock { $0.setup = nil }
    var attempt = 0
    while state.withLock({ $0.helperCount > 0 }) {
      HelperThreads.pause(attempt)
      attempt += 1
      if attempt & 63 == 0, !isStopped {
        do { try context.checkClock() } catch { stop(error) }
      }
    }
    context.division = nil
    let (runs, failure, keptBytes) = state.withLock { ($0.runs, $0.failure, $0.keptBytes) }
    if let failure { throw failure.error }
    try context.charge(bytes: keptBytes)
    let ordered = runs.sorted { $0.start < $1.start }.compactMap(\.aggregation?.aggregation)
    guard let result = ordered.first else { return Aggregation(GroupKeys([]), [], context) }
    for later in ordered.dropFirst() { try result.merge(later) }
    return result
  }
}

extension Division.State {
  /// Learns how long ids take; where they suddenly take less, as without a row, only by and by.
  fileprivate mutating func adapt(to nanosecondsPerID: Double) {
    self.nanosecondsPerID = max(nanosecondsPerID, self.nanosecondsPerID / 4, 0.01)
  }

  /// How many ids take so long.
  fileprivate func count(in nanoseconds: Double) -> Int {
    Int(nanoseconds / nanosecondsPerID)
  }

  /// Whether something went wrong before a run, so that nobody asks for what is in it.
  fileprivate func isLost(_ run: Int) -> Bool {
    failure.map { $0.start <= runs[run].start } ?? false
  }
}

extension KhoError {
  /// Whether it tells of a row that was computed, rather than of the query's bounds or the file.
  fileprivate var isOfRow: Bool {
    ![.cancelled, .storageError, .misuse].contains(kind)
      && !["TimeLimit", "MemoryLimit"].contains(detail)
  }
}
