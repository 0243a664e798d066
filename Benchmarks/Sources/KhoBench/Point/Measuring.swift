/// Measuring: rounds of several contestants in turn, so that noise of the machine hits all of them.
internal import Foundation

/// A contestant: what to measure, and what it is called.
struct Contestant {
  var name: String
  /// Contestants of one rivalry run the same queries and must agree.
  var rivalry = 0
  /// Runs `count` queries, the first of them at `start`, and returns a checksum of the answers.
  var run: (_ start: Int, _ count: Int) throws -> Int
}

/// The median of `values`; 0 for none.
func median(_ values: [Double]) -> Double {
  values.isEmpty ? 0 : values.sorted()[values.count / 2]
}

/// Median times of one contestant, in microseconds per query.
struct Times {
  /// By the clock on the wall.
  var elapsed: Double
  /// Of the calling thread's processor: what a machine busy with other things does not change.
  var processor: Double
}

/// Runs the contestants in turn, `rounds` times, each on the same queries.
/// - Throws: `Disagreement` where answers differ.
func measure(
  _ contestants: [Contestant], rounds: Int, queriesPerRound: Int
) throws -> [Times] {
  var elapsed = [[Double]](repeating: [], count: contestants.count)
  var processor = elapsed
  for round in 0...rounds {
    var answers: [Int: Int] = [:]
    for (index, contestant) in contestants.enumerated() {
      let start = (microseconds(CLOCK_MONOTONIC), microseconds(CLOCK_THREAD_CPUTIME_ID))
      let checksum = try contestant.run(round * queriesPerRound, queriesPerRound)
      let end = (microseconds(CLOCK_MONOTONIC), microseconds(CLOCK_THREAD_CPUTIME_ID))
      guard checksum == answers[contestant.rivalry] ?? checksum else {
        throw Disagreement(name: contestant.name)
      }
      answers[contestant.rivalry] = checksum
      // Round 0 warms up.
      guard round > 0 else { continue }
      elapsed[index].append((end.0 - start.0) / Double(queriesPerRound))
      processor[index].append((end.1 - start.1) / Double(queriesPerRound))
    }
  }
  return zip(elapsed, processor).map { Times(elapsed: median($0), processor: median($1)) }
}

private func microseconds(_ clock: clockid_t) -> Double {
  var time = timespec()
  // Safe: the call fills the structure and keeps no reference to it.
  unsafe clock_gettime(clock, &time)
  return Double(time.tv_sec) * 1e6 + Double(time.tv_nsec) / 1e3
}

struct Disagreement: Error, CustomStringConvertible {
  var name: String
  var description: String { "\(name) answers differently" }
}
