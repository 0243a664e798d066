/// Writing a dataset for engines in other processes: tables as CSV, what they are as JSON.
internal import Foundation

extension Dataset {
  /// What `schema.json` says: enough for an engine to make its tables and fill them.
  struct Schema: Codable {
    struct Column: Codable {
      var name: String
      var type: String
    }
    struct Nodes: Codable {
      var name: String
      var label: String
      var key: String
      var lookup: String?
      var columns: [Column]
      var indexes: [[String]]
    }
    struct Relationships: Codable {
      var name: String
      var type: String
      var from: String
      var to: String
      var columns: [Column]
    }
    var nodes: [Nodes]
    var relationships: [Relationships]
  }

  /// Writes `schema.json`, `arguments.json` and one CSV file for each table.
  func write(to directory: URL) throws {
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    func columns(_ columns: [(name: String, values: Column)]) -> [Schema.Column] {
      columns.map { Schema.Column(name: $0.name, type: $0.values.typeName) }
    }
    let schema = Schema(
      nodes: nodes.map {
        Schema.Nodes(
          name: $0.name, label: $0.label, key: $0.keyName, lookup: $0.lookup,
          columns: columns($0.columns), indexes: $0.indexes)
      },
      relationships: relationships.map {
        Schema.Relationships(
          name: $0.name, type: $0.type, from: $0.from, to: $0.to, columns: columns($0.columns))
      })
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    try encoder.encode(schema).write(to: directory.appending(path: "schema.json"))
    try encoder.encode(arguments).write(to: directory.appending(path: "arguments.json"))
    for table in nodes {
      try writeTable(
        directory.appending(path: table.name + ".csv"), header: [table.keyName],
        columns: table.columns, rowCount: table.count
      ) { index, line in
        line.append(contentsOf: String(table.key(index)).utf8)
      }
    }
    for table in relationships {
      let (from, to) = (nodeTable(table.from), nodeTable(table.to))
      try writeTable(
        directory.appending(path: table.name + ".csv"), header: ["src", "dst"],
        columns: table.columns, rowCount: table.sources.count
      ) { index, line in
        line.append(contentsOf: String(from.key(table.sources[index])).utf8)
        line.append(UInt8(ascii: ","))
        line.append(contentsOf: String(to.key(table.targets[index])).utf8)
      }
    }
  }

  /// The parameters of a question's runs, from a folder that `write` has made; those of one run
  /// without any if the question has none. Only their part of the file is decoded, which no `]` of a
  /// value ends: all of them would take more memory than some engines.
  static func arguments(of question: String, in directory: URL) throws -> [Arguments] {
    let file = try Data(contentsOf: directory.appending(path: "arguments.json"))
    guard let name = file.range(of: Data("\"\(question.prefix { $0 != "@" })\":[".utf8)),
      let end = file[name.upperBound...].firstIndex(of: UInt8(ascii: "]"))
    else { return [[:]] }
    return try JSONDecoder().decode([Arguments].self, from: file[(name.upperBound - 1)...end])
  }

  /// Writes rows whose texts have neither commas nor quotation marks.
  private func writeTable(
    _ file: URL, header: [String], columns: [(name: String, values: Column)], rowCount: Int,
    keys: (Int, inout [UInt8]) -> Void
  ) throws {
    let head = (header + columns.map(\.name)).joined(separator: ",") + "\n"
    guard FileManager.default.createFile(atPath: file.path, contents: Data(head.utf8)) else {
      throw CocoaError(.fileWriteUnknown)
    }
    let handle = try FileHandle(forWritingTo: file)
    try handle.seekToEnd()
    var lines: [UInt8] = []
    for index in 0..<rowCount {
      keys(index, &lines)
      for column in columns {
        lines.append(UInt8(ascii: ","))
        switch column.values {
        case .integers(let values): lines.append(contentsOf: String(values[index]).utf8)
        case .reals(let values): lines.append(contentsOf: String(values[index]).utf8)
        case .texts(let values): lines.append(contentsOf: values[index].utf8)
        }
      }
      lines.append(UInt8(ascii: "\n"))
      if lines.count > 1 << 20 || index == rowCount - 1 {
        try handle.write(contentsOf: lines)
        lines.removeAll(keepingCapacity: true)
      }
    }
    try handle.close()
  }
}
