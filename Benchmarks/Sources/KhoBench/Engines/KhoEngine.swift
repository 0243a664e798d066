/// Kho through its public interface: prepared statements, rows one by one.
internal import Foundation
internal import Kho

/// Kho, with a transaction for each query or one for all.
struct KhoEngine: Engine {
  let database: Database
  /// The one transaction of all queries; nil where each has its own.
  var transaction: Transaction?
  /// Whether every value of every row is asked for, so that texts become Strings.
  var readsValues = false

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
          let columns = readsValues ? rows.columns.indices : 0..<0
          while let row = try rows.next() {
            for column in columns { _ = row[column] }
            count += 1
          }
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
    var parameters = Parameters()
    for (name, value) in arguments { parameters[name] = value.value }
    return parameters
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

  /// Makes a database from the files of `directory`, by `kho import`'s way.
  static func load(_ directory: URL, path: String) throws {
    let data = try Data(contentsOf: directory.appending(path: "schema.json"))
    let schema = try JSONDecoder().decode(Dataset.Schema.self, from: data)
    func header(_ columns: [Dataset.Schema.Column]) -> [String] {
      let types = ["integer": "int", "real": "float", "text": "string"]
      return columns.map { "\($0.name):\(types[$0.type] ?? "string")" }
    }
    func source(_ name: String, _ table: String, _ header: [String]) -> GraphImport.Source {
      GraphImport.Source(
        [name], files: [directory.appending(path: table + ".csv").path],
        header: header.joined(separator: ","))
    }
    var plan = GraphImport()
    var statements: [String] = []
    for table in schema.nodes {
      plan.nodes.append(
        source(
          table.label, table.name,
          ["\(table.key):ID(\(table.name)){id-type:int}"] + header(table.columns)))
      for key in [table.key] + [table.lookup].compactMap(\.self) {
        statements.append(
          "CREATE CONSTRAINT \(table.name)_\(key) FOR (n:\(table.label)) REQUIRE n.\(key) IS UNIQUE"
        )
      }
      for keys in table.indexes {
        let name = "\(table.name)_by_\(keys.joined(separator: "_"))"
        let list = keys.map { "n.\($0)" }.joined(separator: ", ")
        statements.append("CREATE INDEX \(name) FOR (n:\(table.label)) ON (\(list))")
      }
    }
    for table in schema.relationships {
      plan.relationships.append(
        source(
          table.type, table.name,
          [":START_ID(\(table.from))", ":END_ID(\(table.to))"] + header(table.columns)))
    }
    plan.schema = [Script(name: "schema", text: statements.map { $0 + ";" }.joined())]
    try plan.create(path)
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
