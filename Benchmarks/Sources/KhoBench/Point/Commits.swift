/// Durable transactions of one relationship each, by one thread and by several at once.
internal import Foundation
internal import Kho

enum Commits {
  /// Prints a table: threads, transactions a second, microseconds of a call.
  static func report(directory: URL) throws {
    let path = directory.appending(path: "commits.kho").path
    for file in [path, path + "-lock"] { try? FileManager.default.removeItem(atPath: file) }
    let database = try Database(path: path)
    try database.execute("CREATE CONSTRAINT k FOR (n:N) REQUIRE n.k IS UNIQUE")
    try database.execute("UNWIND range(0, 9999) AS k CREATE (:N {k: k})")
    let statement = try database.prepare(
      "MATCH (a:N {k: $a}), (b:N {k: $b}) CREATE (a)-[:R]->(b)")
    print("| threads | transactions/s | µs of a call |\n|---:|---:|---:|")
    for threadCount in [1, 2, 4, 8, 16] {
      let count = 2_000 / threadCount
      let group = DispatchGroup()
      let time = ContinuousClock().measure {
        for index in 0..<threadCount {
          let thread = Thread {
            for step in 0..<count {
              let ends: Parameters = [
                "a": step % 10_000, "b": index * 7 % 10_000,
              ]
              _ = try? database.write { try $0.run(statement, ends) }
            }
            group.leave()
          }
          group.enter()
          thread.start()
        }
        group.wait()
      }
      let seconds = time / .seconds(1)
      let rate = Double(count * threadCount) / seconds
      print("| \(threadCount) | \(Int(rate)) | \(Int(1e6 * Double(threadCount) / rate)) |")
    }
  }
}
