/// Results as text: the formats of `--format` and `:mode`.
import ArgumentParser
import Kho

enum ResultFormat: String, CaseIterable, ExpressibleByArgument {
  case table, json, jsonl, csv, tsv, markdown, line

  static let names = allCases.map(\.rawValue).joined(separator: ", ")
}

/// Writes the rows of one result, each as it comes where the format allows; a table waits for the
/// last.
struct ResultWriter {
  private let format: ResultFormat
  private let columns: [String]
  private let output: Output
  private var table: TextTable
  private(set) var rowCount = 0

  init(_ format: ResultFormat, columns: [String], to output: Output) {
    self.format = format
    self.columns = columns
    self.output = output
    table = TextTable(header: columns)
    switch format {
    case .csv: output.write(columns.map(Self.csvField).joined(separator: ",") + "\r\n")
    case .tsv: output.line(columns.map(Self.tsvField).joined(separator: "\t"))
    case .json: output.write("[")
    case .table, .jsonl, .markdown, .line: break
    }
  }

  /// - Parameter values: one for each column.
  mutating func write(_ values: [Value]) {
    switch format {
    case .table, .markdown: table.rows.append(values.map { TextTable.Cell($0) })
    case .json: output.write((rowCount == 0 ? "\n  " : ",\n  ") + object(values))
    case .jsonl: output.line(object(values))
    case .csv:
      let fields = values.map { $0.isNull ? "" : Self.csvField($0.flatText) }
      output.write(fields.joined(separator: ",") + "\r\n")
    case .tsv:
      let fields = values.map { $0.isNull ? "" : Self.tsvField($0.flatText) }
      output.line(fields.joined(separator: "\t"))
    case .line:
      if rowCount > 0 { output.line("") }
      let width = columns.map { $0.visible.displayWidth }.max() ?? 0
      for (column, value) in zip(columns, values) {
        output.line("\(column.visible.padded(toWidth: width, isRight: true)) = \(value.cellText)")
      }
    }
    rowCount += 1
  }

  /// Writes what the format has after the last row.
  /// - Parameter width: the columns a table has room for; nil for as many as it needs.
  func finish(width: Int? = nil) {
    switch format {
    case .table:
      let lines = table.lines(within: width, isStyled: width != nil && Terminal.showsColor())
      for line in lines { output.line(line) }
    case .markdown: for line in table.markdownLines { output.line(line) }
    case .json: output.write(rowCount == 0 ? "]\n" : "\n]\n")
    case .jsonl, .csv, .tsv, .line: break
    }
  }

  /// A JSON object with the columns as keys, in their order.
  private func object(_ values: [Value]) -> String {
    let members = zip(columns, values).map { "\(Value.string($0).json):\($1.json)" }
    return "{\(members.joined(separator: ","))}"
  }

  /// RFC 4180: in quotes where it holds a comma, a quote or a line end; `""` is empty text, nothing
  /// is null.
  private static func csvField(_ text: String) -> String {
    guard text.isEmpty || text.hasByte(of: "\",\r\n") else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }

  /// Tabs, line ends and backslashes as `\t`, `\n`, `\r`, `\\`.
  private static func tsvField(_ text: String) -> String {
    guard text.hasByte(of: "\\\t\r\n") else { return text }
    var field = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": field += "\\\\"
      case "\t": field += "\\t"
      case "\n": field += "\\n"
      case "\r": field += "\\r"
      default: field.unicodeScalars.append(scalar)
      }
    }
    return field
  }
}

extension String {
  /// Whether one of the ASCII characters of `marks` is in it.
  fileprivate func hasByte(of marks: String) -> Bool {
    utf8.contains { marks.utf8.contains($0) }
  }
}

extension TextTable {
  fileprivate var markdownLines: [String] {
    let cells = [header.map { $0.visible }] + rows.map { $0.map(\.text) }
    let escaped = cells.map { $0.map { $0.replacing("|", with: "\\|") } }
    let widths = header.indices.map { column in
      max(3, escaped.map { column < $0.count ? $0[column].displayWidth : 0 }.max() ?? 0)
    }
    let numeric = isNumeric
    func line(_ cells: [String]) -> String {
      "| "
        + cells.indices.map {
          cells[$0].padded(toWidth: widths[$0], isRight: numeric[$0])
        }.joined(separator: " | ") + " |"
    }
    let rule = widths.indices.map {
      String(repeating: "-", count: widths[$0] - (numeric[$0] ? 1 : 0)) + (numeric[$0] ? ":" : "")
    }
    return [line(escaped[0]), line(rule)] + escaped.dropFirst().map(line)
  }
}

extension TextTable.Cell {
  init(_ value: Value) {
    switch value {
    case .integer, .float: self.init(value.description, isNumber: true)
    case .null: self.init("", isNumber: nil)
    default: self.init(value.plainText)
    }
  }
}

extension Value {
  /// A string stands for itself, null for nothing, all else as the language writes it.
  var plainText: String {
    switch self {
    case .string(let text): text
    case .null: ""
    default: description
    }
  }

  /// `plainText` on one line.
  fileprivate var cellText: String { plainText.visible }

  /// `plainText`, but lists, maps, nodes, relationships and paths as JSON, which programs can read.
  fileprivate var flatText: String {
    switch self {
    case .list, .map, .node, .relationship, .path: json
    default: plainText
    }
  }

  fileprivate var json: String {
    var bytes: [UInt8] = []
    appendJSON(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
