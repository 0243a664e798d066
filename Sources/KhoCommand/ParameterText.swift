/// Values of parameters as people type them.
import Kho

enum ParameterText {
  /// `name=value` pairs as parameters. A value that begins as a literal of Cypher does is one; all
  /// else is text.
  static func parameters(_ pairs: [String], in database: Database) throws -> Parameters {
    var parameters = Parameters()
    for pair in pairs {
      guard let mark = pair.firstIndex(of: "="), mark > pair.startIndex else {
        throw Failure("expected name=value, found '\(pair)'", status: .usage)
      }
      let text = String(pair[pair.index(after: mark)...])
      parameters[String(pair[..<mark])] =
        isLiteral(text) ? try value(of: text, in: database) : .string(text)
    }
    return parameters
  }

  /// Whether `text` begins as a number, a string, a list or a map does, or is `true`, `false` or
  /// `null`.
  static func isLiteral(_ text: String) -> Bool {
    guard let first = text.first else { return false }
    return "'\"[{".contains(first) || ["true", "false", "null"].contains(text.lowercased())
      || Int64(text) != nil || (Double(text) != nil && (first.isNumber || "+-.".contains(first)))
  }

  /// The value of an expression of Cypher.
  static func value(
    of expression: String, _ parameters: Parameters = [:], in database: Database
  ) throws -> Value {
    let prefix = "RETURN "
    do {
      return try database.read { tx in
        try tx.query(prefix + expression, parameters).single()[0]
      }
    } catch let error as KhoError {
      throw Failure(error.moved(by: -prefix.utf8.count), in: expression)
    }
  }
}
