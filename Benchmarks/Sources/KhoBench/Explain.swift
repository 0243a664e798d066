/// Plans of the questions with the rows and times of a real run: why a query is slow.
internal import Foundation
internal import Kho

/// Prints the profile of each question, or of those named, run with its first arguments.
func explain(path: String, data: URL, queries: URL, only: ArraySlice<String>) throws {
  let database = try Database(path: path)
  for question in try questions(in: queries) where only.isEmpty || only.contains(question.name) {
    print("\(question.name): \(question.text)", terminator: "")
    do {
      try database.read { tx in
        tx.limits.seconds = 60
        let arguments = try Dataset.arguments(of: question.name, in: data)
        let parameters = KhoEngine.parameters(arguments.first ?? [:])
        let rows = try tx.query("PROFILE " + question.text, parameters)
        print("  \(try rows.count()) rows")
        if let plan = rows.plan { show(plan, depth: 1) }
      }
    } catch {
      print("  \(error)")
    }
    print()
  }
}

private func show(_ plan: PlanDescription, depth: Int) {
  let time = plan.seconds.map { String(format: "%.3f ms", $0 * 1000) } ?? ""
  print(
    String(repeating: "  ", count: depth)
      + "\(plan.name) \(plan.details)  [estimated \(Int(plan.estimatedRows)), "
      + "rows \(plan.rows ?? -1), \(time)]")
  for child in plan.children { show(child, depth: depth + 1) }
}
