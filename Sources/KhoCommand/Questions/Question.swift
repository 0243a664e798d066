/// Saved questions: files of one query each, with a header that says what it answers and what it
/// takes.
import Kho

/// A saved question. `queries/README.md` describes the form of its file.
struct Question: Equatable {
  struct Parameter: Equatable {
    var name: String
    /// A value type (`STRING`, `INTEGER` …), a label, or `ANY`.
    var type: String
    /// A literal of Cypher: what the parameter is where no argument is given.
    var example: String

    /// Whether an argument names a node, whose id is passed; else it is the value itself.
    var isEntity: Bool {
      !["STRING", "INTEGER", "FLOAT", "BOOLEAN"].contains(type) && !type.hasPrefix("LIST<")
    }
  }

  /// The file's name without `.cypher`.
  var name: String
  var english = ""
  var vietnamese = ""
  var parameters: [Parameter] = []
  /// The query; comments before and after it are kept, so that places in errors are those in the
  /// file.
  var text: String

  /// - Throws: `Failure` for a parameter line that does not read `name :: type = example`.
  init(name: String, text: String) throws {
    self.name = name
    self.text = text
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      guard line.hasPrefix("//") else { break }
      guard let colon = line.firstIndex(of: ":") else { continue }
      let key = line[..<colon].dropFirst(2).trimmingSpace
      let value = line[line.index(after: colon)...].trimmingSpace
      switch key {
      case "en": english = value
      case "vi": vietnamese = value
      case "param":
        guard let types = value.firstRange(of: "::"), let equals = value.firstIndex(of: "="),
          types.upperBound <= equals
        else {
          throw Failure("\(name): expected 'param: name :: type = example', found '\(value)'")
        }
        parameters.append(
          Parameter(
            name: value[..<types.lowerBound].trimmingSpace,
            type: value[types.upperBound..<equals].trimmingSpace,
            example: value[value.index(after: equals)...].trimmingSpace))
      default: break
      }
    }
  }

  /// `who-runs <campaign>`.
  var usage: String { ([name] + parameters.map { "<\($0.name)>" }).joined(separator: " ") }

  /// The questions of the `.cypher` files in `folder`, by name.
  static func all(in folder: String?) throws -> [Question] {
    guard let folder = folder ?? Installation.queries else {
      throw Failure("the saved questions are not found; name their folder with --questions")
    }
    return try Files.cypherFiles(in: folder).map { path in
      let file = path.split(separator: "/").last ?? ""
      return try Question(name: String(file.dropLast(7)), text: try Files.text(at: path))
    }
  }
}
