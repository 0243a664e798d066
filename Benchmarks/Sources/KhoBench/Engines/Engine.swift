/// What is asked of an engine, and how its answers are compared.
internal import Foundation

/// A question as one engine has prepared it.
struct PreparedQuestion {
  /// Runs it, has every value of its rows made, and returns the number of rows.
  var run: (Arguments) throws -> Int
  /// Runs it and returns its rows as text, values as `Answer` spells them.
  var answer: (Arguments) throws -> [[String]]
}

/// An engine that runs in this process, with its data loaded.
protocol Engine {
  /// - Parameter text: the query in the engine's language.
  func prepare(_ question: String, _ text: String) throws -> PreparedQuestion
}

/// Spelling of values and checksums of answers, the same in all engines' drivers.
enum Answer {
  static func text(_ value: Double) -> String { String(format: "%.6g", value) }

  /// The 64-bit FNV-1a hash of the rows; their order counts only where the query asks for one.
  static func checksum(_ rows: [[String]], isOrdered: Bool) -> String {
    var lines = rows.map { $0.joined(separator: "\u{1F}") }
    if !isOrdered { lines.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) } }
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for line in lines {
      for byte in line.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
      hash = (hash ^ 0x1E) &* 0x100_0000_01B3
    }
    return String(hash, radix: 16)
  }
}

/// Queries by name, from a file in which each is preceded by a comment line that begins with its
/// name.
func questions(in file: URL) throws -> [(name: String, text: String)] {
  var questions: [(name: String, text: String)] = []
  for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
    if let match = line.wholeMatch(of: /(?:\/\/|--) ([a-z0-9_@]+)(:.*)?/) {
      questions.append((String(match.1), ""))
    } else if !questions.isEmpty, !line.hasPrefix("//"), !line.hasPrefix("--") {
      questions[questions.count - 1].text += line + "\n"
    }
  }
  return questions
}
