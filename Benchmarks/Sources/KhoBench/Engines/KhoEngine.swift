/// Kho through its public interface: prepared statements, rows one by one.
internal import Foundation
internal import Kho

/// Kho, with a transaction for each query or one for all.
struct KhoEngine: Engine {
  let database: Database
  /// The one transaction of all queries; nil where each has its own.
  var transaction: Transaction?

  func prepare(_ question: String, _ text: String) throws -> PreparedQuestion {
    let statement = try database.prepare(text)
    func read<R>(_ body: (Transaction) throws -> R) throws -> R {
      try transaction.map(body) ?? database.read(body)
    }
    return PreparedQuestion(
      run: { arguments in
        try read { tx in
          let rows = try tx.query(statement, Self.parameters(arguments))
          var count = 0
          while try rows.next() != nil { count += 1 }
          return count
        }
      },
      answer: { arguments in
        try read { tx in
          try tx.query(statement, Self.parameters(arguments)).map { $0.values.map(Self.text) }
        }
      })
  }

  static func parameters(_ arguments: Arguments) -> Parameters {
    Parameters(arguments.mapValues(\.value))
  }

  private static func text(_ value: Value) -> String {
    switch value {
    case .null: ""
    case .boolean(let value): value ? "1" : "0"
    case .integer(let value): String(value)
    case .float(let value): Answer.text(value)
    case .string(let value): value
    default: value.description
    }
  }

  /// Makes a database of `dataset` by statements that any application could run.
  static func load(_ dataset: Dataset, path: String) throws {
    let database = try Database(path: path)
    for table in dataset.nodes {
      for key in [table.keyName] + [table.lookup].compactMap(\.self) {
        try database.execute(
          "CREATE CONSTRAINT \(table.name)_\(key) FOR (n:\(table.label)) REQUIRE n.\(key) IS UNIQUE"
        )
      }
      let names = [table.keyName] + table.columns.map(\.name)
      let properties = names.enumerated().map { "\($0.element): row[\($0.offset)]" }
      try load(
        database, rowCount: table.count,
        "UNWIND $rows AS row CREATE (:\(table.label) {\(properties.joined(separator: ", "))})"
      ) { row in
        [.integer(Int64(table.key(row)))] + table.columns.map { $0.values.value(row) }
      }
      for keys in table.indexes {
        let name = "\(table.name)_by_\(keys.joined(separator: "_"))"
        let list = keys.map { "n.\($0)" }.joined(separator: ", ")
        try database.execute("CREATE INDEX \(name) FOR (n:\(table.label)) ON (\(list))")
      }
    }
    for table in dataset.relationships {
      let (from, to) = (dataset.nodeTable(table.from), dataset.nodeTable(table.to))
      let properties = table.columns.enumerated().map {
        "\($0.element.name): row[\($0.offset + 2)]"
      }
      try load(
        database, rowCount: table.sources.count,
        """
        UNWIND $rows AS row
        MATCH (a:\(from.label) {\(from.keyName): row[0]}), (b:\(to.label) {\(to.keyName): row[1]})
        CREATE (a)-[:\(table.type) {\(properties.joined(separator: ", "))}]->(b)
        """
      ) { row in
        [
          .integer(Int64(from.key(table.sources[row]))),
          .integer(Int64(to.key(table.targets[row]))),
        ] + table.columns.map { $0.values.value(row) }
      }
    }
  }

  /// Runs `text` on batches of rows, up to a million in one transaction.
  private static func load(
    _ database: Database, rowCount: Int, _ text: String, row: (Int) -> [Value]
  ) throws {
    for part in stride(from: 0, to: rowCount, by: 1_000_000) {
      try database.write { tx in
        let end = min(part + 1_000_000, rowCount)
        for start in stride(from: part, to: end, by: 10_000) {
          let rows = (start..<min(start + 10_000, end)).map { Value.list(row($0)) }
          try tx.run(text, Parameters(["rows": .list(rows)]))
        }
      }
    }
  }
}

extension Scalar {
  fileprivate var value: Value {
    switch self {
    case .integer(let value): .integer(Int64(value))
    case .text(let value): .string(value)
    }
  }
}

extension Column {
  fileprivate func value(_ row: Int) -> Value {
    switch self {
    case .integers(let values): .integer(Int64(values[row]))
    case .reals(let values): .float(values[row])
    case .texts(let values): .string(values[row])
    }
  }
}
