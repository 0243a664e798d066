/// What a statement answered, as the lines that golden files hold, and their comparison.
import Foundation
import Kho

/// The answer of one statement.
struct GoldenAnswer {
  var columns: [String] = []
  var rows: [[String]] = []
  var counters: [String] = []
  var notifications: [String] = []
  var plan: [String] = []
  var error: String?

  /// Runs `statement` in a transaction of its own.
  init(of statement: String, _ parameters: Parameters, in database: Database) {
    do throws(KhoError) {
      let result = try database.execute(statement, parameters)
      columns = result.columns
      rows = try result.collect().map { $0.values.map(Self.cell) }
      counters = result.counters.changes.map {
        "\(Self.counterNames[$0.name] ?? $0.name) \($0.count)"
      }
      notifications = result.notifications.map {
        Self.line($0.span, "\($0.code): \($0.message)", $0.hint, in: statement)
      }
      plan = result.plan.map { Self.lines(of: $0, depth: 0) } ?? []
    } catch {
      self.error = Self.line(
        error.span,
        "\(error.kind.rawValue) \(error.phase.rawValue) \(error.detail): \(error.message)",
        error.hint, in: statement)
    }
  }

  private static let counterNames = [
    "nodesCreated": "+nodes", "nodesDeleted": "-nodes", "relationshipsCreated": "+relationships",
    "relationshipsDeleted": "-relationships", "propertiesSet": "+properties",
    "labelsAdded": "+labels", "labelsRemoved": "-labels", "indexesAdded": "+indexes",
    "indexesRemoved": "-indexes", "constraintsAdded": "+constraints",
    "constraintsRemoved": "-constraints",
  ]

  private static func cell(_ value: Value) -> String { value.text.replacing("|", with: "\\|") }

  /// `line:column text; hint`, or `- text` for what has no place.
  private static func line(
    _ span: SourceSpan?, _ text: String, _ hint: String?, in statement: String
  ) -> String {
    let error = KhoError(.misuse, "", "", at: span)
    let place = error.position(in: statement).map { "\($0.line):\($0.column)" } ?? "-"
    return "\(place) \(text)\(hint.map { "; \($0)" } ?? "")".replacing("\n", with: "\\n")
  }

  /// Operators from the result down, children two columns further in.
  private static func lines(of plan: PlanDescription, depth: Int) -> [String] {
    [String(repeating: "  ", count: depth) + plan.name]
      + plan.children.flatMap { lines(of: $0, depth: depth + 1) }
  }
}

extension GoldenAnswer {
  /// The lines of a golden file that say this. Of `expected`, the order of rows and messages of
  /// which only the beginning is written are kept where they agree.
  func block(like expected: [String]) -> [String] {
    var block: [String] = []
    if let error { block += messages("//!", [error], like: expected) }
    if !plan.isEmpty {
      block += ["//# plan"] + plan.map { "//# \($0)" }
    } else if !columns.isEmpty, error == nil {
      block += table(isOrdered: expected.contains("//= in order"))
    }
    if !counters.isEmpty { block.append("//~ " + counters.joined(separator: ", ")) }
    return block + messages("//?", notifications, like: expected)
  }

  /// What differs between `expected` and this answer; empty where they agree. Blanks around cells
  /// do not count.
  func differences(from expected: [String]) -> [String] {
    var wanted = expected.filter { $0 != "//= any order" }.map(Self.squeezed)
    var found = block(like: expected).filter { $0 != "//= any order" }.map(Self.squeezed)
    if !expected.contains("//= in order") {
      let heading = wanted.firstIndex { $0.hasPrefix("//=") }
      if wanted.prefix(heading.map { $0 + 1 } ?? 0) == found.prefix(heading.map { $0 + 1 } ?? 0) {
        wanted.sort()
        found.sort()
      }
    }
    return found.difference(from: wanted).map { change in
      switch change {
      case .insert(_, let line, _): "found    \(line)"
      case .remove(_, let line, _): "expected \(line)"
      }
    }
  }

  private func messages(_ mark: String, _ found: [String], like expected: [String]) -> [String] {
    let written = expected.filter { $0.hasPrefix(mark) }
    return found.enumerated().map { index, message in
      let line = "\(mark) \(message)"
      return index < written.count && line.hasPrefix(written[index]) ? written[index] : line
    }
  }

  private func table(isOrdered: Bool) -> [String] {
    guard !rows.isEmpty else { return ["//= no rows"] }
    let names = columns.map { $0.replacing("|", with: "\\|").replacing("\n", with: " ") }
    let lines = [names] + (isOrdered ? rows : rows.sorted { $0.lexicographicallyPrecedes($1) })
    let widths = columns.indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
    return ["//= \(isOrdered ? "in" : "any") order"]
      + lines.map { cells in
        let padded = zip(cells, widths).map { cell, width in
          cell + String(repeating: " ", count: max(0, width - cell.count))
        }
        return "//= " + padded.joined(separator: " | ").trimmingSuffix()
      }
  }

  /// A line whose cells have no blanks around them.
  private static func squeezed(_ line: String) -> String {
    guard line.hasPrefix("//=") else { return line.trimmingSuffix() }
    let cells = line.dropFirst(3).split(separator: " | ", omittingEmptySubsequences: false)
    return "//=" + cells.map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: " | ")
  }
}

extension String {
  /// Without blanks at its end.
  fileprivate func trimmingSuffix() -> String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
