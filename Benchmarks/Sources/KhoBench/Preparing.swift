/// What it takes to parse and plan a question whose text was never met before.
internal import Foundation
internal import Kho

/// Prints, for each question, the median time of preparing it under 500 texts that only a remark at
/// the end tells apart, so that no plan is kept for them.
func prepare(path: String, queries: URL) throws {
  let database = try Database(path: path)
  let clock = ContinuousClock()
  var medians: [(name: String, microseconds: Double)] = []
  for question in try questions(in: queries) {
    var times: [Double] = []
    for number in 0..<500 {
      let text = "\(question.text) // \(number)"
      let time = try clock.measure { _ = try database.prepare(text) }
      times.append(time / .microseconds(1))
    }
    medians.append((question.name, median(times)))
  }
  for (name, time) in medians.sorted(by: { $0.microseconds < $1.microseconds }) {
    print(name, String(format: "%.1f", time))
  }
}
