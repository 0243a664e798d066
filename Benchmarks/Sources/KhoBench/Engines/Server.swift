/// Serves an engine to the coordinator: one JSON object a line in, one out.
internal import Foundation

/// Answers requests for one engine until the end of input.
///
/// ```
/// {"question": "q1", "seconds": 0.5, "check": true}
///   → {"checksums": ["9f…", …]}               of up to 20 runs, as many as fit in the seconds
/// {"question": "q1", "seconds": 0.5, "check": false}
///   → {"median": 12.5, "count": 900, "rows": 3}          microseconds and mean rows of a run
///   → {"error": "…"}                                     instead of either
/// ```
struct Server {
  private struct Request: Decodable {
    var question: String
    var seconds: Double
    var check: Bool
  }

  private struct Reply: Encodable {
    var checksums: [String]?
    var median: Double?
    var count: Int?
    var rows: Double?
    var error: String?
  }

  private static let checkedRuns = 20
  private static let runLimit = 100_000

  let texts: [String: String]
  let data: URL
  let engine: any Engine

  init(queries: [URL], data: URL, engine: any Engine) throws {
    var texts: [String: String] = [:]
    for file in queries {
      for question in try questions(in: file) { texts[question.name] = question.text }
    }
    self.texts = texts
    self.engine = engine
    self.data = data
  }

  func run() throws {
    var prepared: [String: PreparedQuestion] = [:]
    let encoder = JSONEncoder()
    while let line = readLine() {
      var reply = Reply()
      do {
        let request = try JSONDecoder().decode(Request.self, from: Data(line.utf8))
        let name = request.question
        let question = try prepared[name] ?? engine.prepare(name, texts[name] ?? "")
        prepared[name] = question
        reply = try request.check ? check(question, request) : measure(question, request)
      } catch {
        reply.error = "\(error)"
      }
      FileHandle.standardOutput.write(try encoder.encode(reply) + Data("\n".utf8))
    }
  }

  private func check(_ question: PreparedQuestion, _ request: Request) throws -> Reply {
    let isOrdered = texts[request.question]?.contains("ORDER BY") ?? false
    let arguments = try Dataset.arguments(of: request.question, in: data)
    let end = ContinuousClock.now + .seconds(request.seconds)
    var checksums: [String] = []
    for arguments in arguments.prefix(Self.checkedRuns) {
      checksums.append(
        Answer.checksum(try question.answer(arguments), isOrdered: isOrdered))
      if ContinuousClock.now > end { break }
    }
    return Reply(checksums: checksums)
  }

  private func measure(_ question: PreparedQuestion, _ request: Request) throws -> Reply {
    let arguments = try Dataset.arguments(of: request.question, in: data)
    let clock = ContinuousClock()
    let end = clock.now + .seconds(request.seconds)
    var times: [Double] = []
    var rowCount = 0
    while times.count < Self.runLimit, times.count < 3 || clock.now < end {
      let start = clock.now
      rowCount += try question.run(arguments[times.count % arguments.count])
      let time = clock.now - start
      times.append(time / .microseconds(1))
      if time > .seconds(5) { break }
    }
    return Reply(
      median: median(times), count: times.count, rows: Double(rowCount) / Double(times.count))
  }
}
