/// The command: which benchmark to run, and on how much data.
internal import Foundation

@main struct KhoBench {
  static func main() {
    do {
      try run(Array(CommandLine.arguments.dropFirst()))
    } catch {
      FileHandle.standardError.write(Data("kho-bench: \(error)\n".utf8))
      exit(1)
    }
  }

  private static func run(_ arguments: [String]) throws {
    let options = ProcessInfo.processInfo.environment
    let directory = URL(filePath: options["KHO_BENCH_DATA"] ?? ".build/bench-data")
    func number(_ name: String, _ standard: Int) -> Int {
      options[name].flatMap { Int($0) } ?? standard
    }
    switch arguments.first {
    case "point":
      let point = try PointQueries(
        directory: directory, personCount: number("KHO_BENCH_PERSONS", 200_000))
      try point.report(
        rounds: number("KHO_BENCH_ROUNDS", 101), queriesPerRound: number("KHO_BENCH_QUERIES", 200),
        words: Array(arguments.dropFirst()))
    default:
      print("usage: kho-bench point [word …]")
    }
  }
}
