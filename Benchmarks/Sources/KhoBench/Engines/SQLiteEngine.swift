/// SQLite with a table for each label and type, as its users would design it.

/// SQLite through its C interface and prepared statements.
struct SQLiteEngine: Engine {
  let database: SQLite

  func prepare(_ question: String, _ text: String) throws -> PreparedQuestion {
    let statement = try database.prepare(text)
    if question == "spath" { return Self.shortestPath(statement) }
    return PreparedQuestion(
      run: { arguments in
        statement.bind(arguments)
        var count = 0
        while try statement.step() {
          statement.readColumns()
          count += 1
        }
        return count
      },
      answer: { arguments in
        statement.bind(arguments)
        var rows: [[String]] = []
        while try statement.step() { rows.append(statement.texts) }
        return rows
      })
  }

  /// SQL has no shortest paths: the application searches from both ends, one statement a node.
  private static func shortestPath(_ neighbours: SQLite.Statement) -> PreparedQuestion {
    func distance(_ arguments: Arguments) throws -> Int? {
      guard case .integer(let a)? = arguments["a"], case .integer(let b)? = arguments["b"] else {
        return nil
      }
      var (near, far): (Set<Int>, Set<Int>) = ([a], [b])
      var (frontier, otherFrontier) = ([a], [b])
      for length in 1...8 {
        if frontier.count > otherFrontier.count {
          swap(&near, &far)
          swap(&frontier, &otherFrontier)
        }
        var next: [Int] = []
        for node in frontier {
          neighbours.bind(["id": .integer(node)])
          while try neighbours.step() {
            let neighbour = Int(neighbours.integer(0))
            if far.contains(neighbour) {
              neighbours.reset()
              return length
            }
            if near.insert(neighbour).inserted { next.append(neighbour) }
          }
        }
        frontier = next
      }
      return nil
    }
    return PreparedQuestion(
      run: { try distance($0) == nil ? 0 : 1 },
      answer: { try distance($0).map { [[String($0)]] } ?? [] })
  }

  /// Makes a database of `dataset`: rows clustered by key, an index for the other direction.
  static func load(_ dataset: Dataset, path: String) throws {
    let database = try SQLite(path: path)
    try database.run("BEGIN")
    for table in dataset.nodes {
      let columns = table.columns.map { ", \"\($0.name)\" \($0.values.sqlType)" }
      try database.run(
        "CREATE TABLE \(table.name)(\(table.keyName) INTEGER PRIMARY KEY\(columns.joined()))")
      try insert(into: table.name, database, table.columns, count: table.count, keyCount: 1) {
        $0.bind(Int64(table.key($1)), at: 1)
      }
      if let lookup = table.lookup {
        try database.run(
          "CREATE UNIQUE INDEX \(table.name)_\(lookup) ON \(table.name)(\(lookup))")
      }
      for keys in table.indexes {
        let list = keys.map { "\"\($0)\"" }.joined(separator: ", ")
        try database.run(
          "CREATE INDEX \(table.name)_\(keys.joined(separator: "_")) ON \(table.name)(\(list))")
      }
    }
    for table in dataset.relationships {
      let name = table.type.lowercased()
      let columns = table.columns.map { ", \"\($0.name)\" \($0.values.sqlType)" }
      try database.run(
        """
        CREATE TABLE IF NOT EXISTS \(name)(src INT, dst INT\(columns.joined()),
          PRIMARY KEY(src, dst)) WITHOUT ROWID
        """)
      let (from, to) = (dataset.nodeTable(table.from), dataset.nodeTable(table.to))
      try insert(
        into: name, database, table.columns, count: table.sources.count, keyCount: 2
      ) {
        $0.bind(Int64(from.key(table.sources[$1])), at: 1)
        $0.bind(Int64(to.key(table.targets[$1])), at: 2)
      }
    }
    for name in Set(dataset.relationships.map { $0.type.lowercased() }) {
      try database.run("CREATE INDEX \(name)_dst ON \(name)(dst, src)")
    }
    if let adjacency = dataset.adjacencySQL {
      try database.run("CREATE TABLE adjacency(a INT, b INT, PRIMARY KEY(a, b)) WITHOUT ROWID")
      try database.run("INSERT OR IGNORE INTO adjacency \(adjacency) ORDER BY 1, 2")
    }
    try database.run("COMMIT; ANALYZE; PRAGMA wal_checkpoint(TRUNCATE);")
  }

  private static func insert(
    into table: String, _ database: SQLite, _ columns: [(name: String, values: Column)], count: Int,
    keyCount: Int, bindKeys: (SQLite.Statement, Int) -> Void
  ) throws {
    let marks = Array(repeating: "?", count: keyCount + columns.count).joined(separator: ", ")
    let statement = try database.prepare("INSERT INTO \(table) VALUES (\(marks))")
    for row in 0..<count {
      bindKeys(statement, row)
      for (index, column) in columns.enumerated() {
        let position = Int32(keyCount + index + 1)
        switch column.values {
        case .integers(let values): statement.bind(Int64(values[row]), at: position)
        case .reals(let values): statement.bind(values[row], at: position)
        case .texts(let values): statement.bind(values[row], at: position)
        }
      }
      _ = try statement.step()
    }
  }
}

extension Dataset {
  /// The types that paths between officials may take: all neighbours, in both directions.
  fileprivate var adjacencySQL: String? {
    let tables = [
      "holds_post", "committee_of", "part_of", "superior", "issued_by", "concretizes", "implements",
    ].filter { name in relationships.contains { $0.name == name } }
    guard !tables.isEmpty else { return nil }
    return "SELECT a, b FROM ("
      + tables.map {
        "SELECT src AS a, dst AS b FROM \($0) UNION ALL SELECT dst, src FROM \($0)"
      }.joined(separator: " UNION ALL ") + ")"
  }
}

extension SQLite.Statement {
  fileprivate func bind(_ arguments: Arguments) {
    for (index, name) in parameterNames.enumerated() {
      switch arguments[name] {
      case .integer(let value): bind(Int64(value), at: Int32(index + 1))
      case .text(let value): bind(value, at: Int32(index + 1))
      case nil: break
      }
    }
  }
}

extension Column {
  fileprivate var sqlType: String {
    switch self {
    case .integers: "INT"
    case .reals: "REAL"
    case .texts: "TEXT"
    }
  }
}
