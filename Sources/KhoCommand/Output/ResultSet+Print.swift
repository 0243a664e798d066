/// Results, what they report, and plans, as they are printed.
import Kho

extension ResultSet {
  /// Writes the rows that remain, the first `limit` of them, and the plan of `EXPLAIN` and
  /// `PROFILE`.
  /// - Parameter width: the columns a table has room for; nil for as many as it needs.
  /// - Returns: how many rows there were, in words.
  func print(
    as format: ResultFormat, to output: Output, limit: Int? = nil, width: Int?
  ) throws -> String {
    var rowCount = 0
    if !columns.isEmpty, plan == nil || plan?.rows != nil {
      var writer = ResultWriter(format, columns: columns, to: output)
      while let record = try next() {
        if rowCount < limit ?? .max { writer.write(record.values) }
        rowCount += 1
      }
      writer.finish(width: width)
    }
    for line in plan?.lines(within: width) ?? [] {
      format == .table ? output.line(line) : Output.error(line + "\n")
    }
    let surplus = rowCount - min(rowCount, limit ?? .max)
    return "\(rowCount) \(rowCount == 1 ? "row" : "rows")"
      + (surplus > 0 ? ", \(surplus) not shown" : "")
  }

  /// What the statement changed and what it warns of, as lines for people; nil where there is
  /// nothing to say.
  var report: String? {
    let counts = [
      (counters.nodesCreated, "node created", "nodes created"),
      (counters.nodesDeleted, "node deleted", "nodes deleted"),
      (counters.relationshipsCreated, "relationship created", "relationships created"),
      (counters.relationshipsDeleted, "relationship deleted", "relationships deleted"),
      (counters.propertiesSet, "property set", "properties set"),
      (counters.labelsAdded, "label added", "labels added"),
      (counters.labelsRemoved, "label removed", "labels removed"),
      (counters.indexesAdded, "index added", "indexes added"),
      (counters.indexesRemoved, "index removed", "indexes removed"),
      (counters.constraintsAdded, "constraint added", "constraints added"),
      (counters.constraintsRemoved, "constraint removed", "constraints removed"),
    ]
    let changes = counts.filter { $0.0 != 0 }.map { "\($0.0) \($0.0 == 1 ? $0.1 : $0.2)" }
    let warnings = notifications.map { warning in
      "note: \(warning.message)" + (warning.hint.map { " (\($0))" } ?? "")
    }
    let lines = warnings + (changes.isEmpty ? [] : [changes.joined(separator: ", ")])
    return lines.isEmpty ? nil : lines.joined(separator: "\n")
  }
}

extension PlanDescription {
  /// The operators, each below the one it hands its rows to.
  func lines(within width: Int?) -> [String] {
    var rows: [[TextTable.Cell]] = []
    var rest = [(plan: self, depth: 0)]
    while let (plan, depth) = rest.popLast() {
      rows.append([
        TextTable.Cell(String(repeating: "  ", count: depth) + plan.name),
        TextTable.Cell(plan.details),
        TextTable.Cell(Self.rounded(plan.estimatedRows), isNumber: true),
        TextTable.Cell(plan.rows.map { "\($0)" } ?? "", isNumber: true),
        TextTable.Cell(
          plan.seconds.map { "\(($0 * 1_000_000).rounded() / 1_000)" } ?? "", isNumber: true),
      ])
      rest += plan.children.reversed().map { ($0, depth + 1) }
    }
    let header = ["operator", "details", "estimated rows", "rows", "ms"]
    let shown = self.rows == nil ? 3 : 5
    let table = TextTable(
      header: Array(header.prefix(shown)), rows: rows.map { Array($0.prefix(shown)) })
    return table.lines(within: width)
  }

  private static func rounded(_ number: Double) -> String {
    number.isFinite && abs(number) < 1e12
      ? "\((number * 10).rounded() / 10)" : "\(number)"
  }
}
