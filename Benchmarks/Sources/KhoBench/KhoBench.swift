/// The command: makes data, loads engines, and answers the coordinator's questions.
internal import Foundation
internal import Kho

@main struct KhoBench {
  static func main() {
    do {
      try run(Array(CommandLine.arguments.dropFirst()))
    } catch {
      FileHandle.standardError.write(Data("kho-bench: \(error)\n".utf8))
      exit(1)
    }
  }

  private static let usage = """
    usage: kho-bench point DIRECTORY [word …]            look-ups and hops beside SQLite
           kho-bench commits DIRECTORY                   durable transactions of several threads
           kho-bench generate WORKLOAD SIZE DIRECTORY    tables and arguments for all engines
           kho-bench load ENGINE WORKLOAD SIZE FILE      beside the tables; prints the seconds
           kho-bench serve ENGINE FILE DIRECTORY QUERIES…   answers requests line by line
           kho-bench insert ENGINE FILE COUNT            the same of durable transactions
           kho-bench prepare FILE QUERIES                microseconds of parsing and planning
           kho-bench explain FILE DIRECTORY QUERIES [question …]   plans with rows and times
    engines: kho, sqlite; limit for insert; served also in one transaction: kho-transaction,
      kho-strings, where each value of each row is read, sqlite-transaction; and limit, which has
      WORKLOAD.SIZE in the place of a file
    workloads: social, administration, micro; sizes: S, M; micro also L
    """

  private static func run(_ words: [String]) throws {
    let argument = { (index: Int) throws -> String in
      guard index < words.count else { throw Misuse(description: usage) }
      return words[index]
    }
    let url = { (index: Int) throws in URL(filePath: try argument(index)) }
    func choice<T: RawRepresentable<String>>(_ word: some StringProtocol) throws -> T {
      guard let value = T(rawValue: String(word)) else { throw Misuse(description: usage) }
      return value
    }
    switch words.first {
    case "point":
      try PointQueries(directory: url(1)).report(words: Array(words.dropFirst(2)))
    case "commits":
      try Commits.report(directory: url(1))
    case "generate":
      try Dataset.generate(choice(argument(1)), choice(argument(2))).write(to: url(3))
    case "load":
      let path = try argument(4)
      let load: () throws -> Void
      switch try argument(1) {
      case "kho":
        let directory = URL(filePath: path).deletingLastPathComponent()
        load = { try KhoEngine.load(directory, path: path) }
      case "sqlite":
        let dataset = try Dataset.generate(choice(argument(2)), choice(argument(3)))
        load = { try SQLiteEngine.load(dataset, path: path) }
      default: throw Misuse(description: usage)
      }
      let time = try ContinuousClock().measure(load)
      print(time / .seconds(1))
    case "serve":
      let serve = { (engine: any Engine) throws in
        try Server(
          queries: words.dropFirst(4).map { URL(filePath: $0) }, data: url(3), engine: engine
        )
        .run()
      }
      let path = try argument(2)
      switch try argument(1) {
      case "kho":
        try serve(KhoEngine(database: Database(path: path)))
      case "kho-transaction", "kho-strings":
        let database = try Database(path: path)
        let readsValues = words[1] == "kho-strings"
        try database.read {
          try serve(KhoEngine(database: database, transaction: $0, readsValues: readsValues))
        }
      case "sqlite":
        try serve(SQLiteEngine(database: SQLite(path: path)))
      case "sqlite-transaction":
        let database = try SQLite(path: path)
        try database.run("BEGIN")
        try serve(SQLiteEngine(database: database))
      case "limit":
        let names = path.split(separator: ".")
        guard names.count == 2 else { throw Misuse(description: usage) }
        try serve(LimitEngine(choice(names[0]), choice(names[1])))
      default: throw Misuse(description: usage)
      }
    case "insert":
      let path = try argument(2)
      guard let oldCount = Int(try argument(3)) else { throw Misuse(description: usage) }
      switch try argument(1) {
      case "kho": try Inserts.serve(KhoInserter.self, path: path, oldCount: oldCount)
      case "sqlite": try Inserts.serve(SQLiteInserter.self, path: path, oldCount: oldCount)
      case "limit": try Inserts.serve(LimitInserter.self, path: path, oldCount: oldCount)
      default: throw Misuse(description: usage)
      }
    case "prepare":
      try prepare(path: argument(1), queries: url(2))
    case "explain":
      try explain(path: argument(1), data: url(2), queries: url(3), only: words.dropFirst(4))
    default:
      throw Misuse(description: usage)
    }
  }

  private struct Misuse: Error, CustomStringConvertible { var description: String }
}
