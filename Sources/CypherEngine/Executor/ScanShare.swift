internal import GraphModel
internal import GraphStorage

/// What one thread scans of the ids that an aggregation starts from: stands between the scan, which
/// asks for more, and the aggregation, which is divided when that is worth it.
///
/// Belongs to one thread, like the operators around it. A scan that is over soon costs a look at
/// the clock now and then.
final class ScanShare {
  private(set) var division: Division?
  /// The division's run at which this thread works.
  private(set) var run = 0
  private var isHelping = false
  /// Whether ids are handed out in parts; else the scan takes all of them.
  private var isActive = false
  /// Nobody may help.
  private var isAlone = false
  /// The scan is to start once more, for another run.
  private var startsAgain = false
  /// What is left before there is a division.
  private var rest: Range<Int> = 0..<0
  /// How many ids are handed out at a time before there is a division.
  private var size: Int = 0
  /// When the last ids were handed out, how many, and what there was to merge.
  private var last: (time: ContinuousClock.Instant, count: Int, mergedCount: Int)?
  /// What of an id's time a helper would have saved in the part before.
  private var savedBefore = 0.0
  /// How many groups and such the run has so far, which have to be merged if it is not the first.
  var mergedCount = 0

  private static let smallestIDCount = 1_024
  private static let firstSize = 64
  private static let largestSize = 1 << 16

  /// Ids are handed out by as many or more: those of a block.
  static func smallest(_ settings: Engine.Settings) -> Int {
    max(1, settings.idsPerPart ?? 64)
  }

  // MARK: For the scan

  /// Where the scan of `ids` begins.
  func start(of ids: Range<Int>, _ context: ExecutionContext) -> ScanPosition {
    let idsPerPart = context.query.settings.idsPerPart
    isActive = division != nil || ids.count >= idsPerPart ?? Self.smallestIDCount
    guard isActive else { return ScanPosition(ids) }
    last = nil
    savedBefore = 0
    size = idsPerPart ?? Self.firstSize
    if division == nil { isAlone = false }
    rest = ids
    return ScanPosition(0..<0)
  }

  /// Goes on with further ids; false where there are none.
  func extend(
    _ position: inout ScanPosition, _ context: ExecutionContext
  ) throws(KhoError) -> Bool {
    guard isActive else { return false }
    try context.checkLimits()
    let dividesAlways = context.query.settings.idsPerPart != nil
    if dividesAlways, last != nil, !isAlone { return false }
    let now = ContinuousClock.now
    let pace = measure(until: now, context)
    if division == nil, !isAlone,
      dividesAlways || Double(rest.count) * (pace?.gain ?? 0) > Division.worthHelp
    {
      divide(pace?.nanosecondsPerID ?? 0, context)
    }
    let ids: Range<Int>
    if let division {
      guard let claimed = division.claim(run, pace?.nanosecondsPerID) else { return false }
      if !isHelping { division.callHelpers() }
      ids = claimed
    } else {
      ids = rest.prefix(size)
      rest = ids.upperBound..<rest.upperBound
    }
    last = (now, ids.count, mergedCount)
    position = ScanPosition(ids)
    return !ids.isEmpty
  }

  /// What the last part took for each id, and what of it, or of the part before if that is less, a
  /// helper would save. Adapts the size of the next part. The gain is 0 as long as the parts are so
  /// short that handing them out is most of what is measured.
  private func measure(
    until now: ContinuousClock.Instant, _ context: ExecutionContext
  ) -> (nanosecondsPerID: Double, gain: Double)? {
    guard let last, last.count > 0 else { return nil }
    let (seconds, attoseconds) = last.time.duration(to: now).components
    let nanoseconds = Double(seconds) * 1e9 + Double(attoseconds) * 1e-9
    if nanoseconds < Division.longPart / 2 {
      size = min((nanoseconds < Division.shortPart ? 4 : 2) * size, Self.largestSize)
    } else if nanoseconds > 2 * Division.longPart {
      size = max(size / 2, Self.smallest(context.query.settings))
    }
    let again = Division.nanosecondsPerMerged * Double(mergedCount - last.mergedCount)
    let saved = max(0, nanoseconds - again) / Double(last.count)
    defer { savedBefore = saved }
    return (
      nanoseconds / Double(last.count),
      nanoseconds < Division.shortPart ? 0 : min(saved, savedBefore)
    )
  }

  private func divide(_ nanosecondsPerID: Double, _ context: ExecutionContext) {
    guard context.query.settings.threadCount > 1,
      let ordinal = context.tree.divisible.firstIndex(where: { $0.share === self }),
      let setup = context.setup(of: ordinal)
    else {
      isAlone = true
      return
    }
    let division = Division(
      setup, rest: rest, nanosecondsPerID: nanosecondsPerID, chargedBytes: context.chargedBytes)
    self.division = division
    context.division = division
    run = 0
    division.callHelpers()
  }

  /// Whether the row that the scan starts from is to be given again.
  func beginsAgain() -> Bool {
    defer { startsAgain = false }
    return startsAgain
  }

  // MARK: For the aggregation

  /// Whether the run is to be merged into earlier ones.
  var isLater: Bool { division != nil && run > 0 }

  /// Takes a further run of the division for the scan to start again with.
  func takeRun(mergedCount: Int) -> Bool {
    guard let taken = division?.takeRun(mergedCount: mergedCount) else { return false }
    run = taken
    startsAgain = true
    return true
  }

  /// Begins to help at a division of another thread's.
  func join(_ division: Division) {
    self.division = division
    isHelping = true
  }

  /// Makes ready for another run of the query.
  func leave() {
    division = nil
    isHelping = false
    startsAgain = false
  }
}
