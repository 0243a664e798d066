/// What the shell offers for completing the word before the cursor.
import Kho

/// Completes by where the word stands: labels after `:`, types inside of `[:`, property keys after
/// `.`, and so on.
struct Completer {
  var labels: [String] = []
  var relationshipTypes: [String] = []
  var propertyKeys: [String] = []
  var functions: [String] = []
  var parameters: [String] = []
  var questions: [String] = []
  var commands: [String] = []

  /// What the last word of `text` can become. The word is `currentWord(of: text)`; candidates
  /// replace it.
  func candidates(for text: String) -> [String] {
    let word = Self.currentWord(of: text)
    let before = text.dropLast(word.count)
    return options(after: before, word: word)
      .filter { $0.lowercased().hasPrefix(word.lowercased()) }
      .sorted { ($0.lowercased(), $0) < ($1.lowercased(), $1) }
  }

  /// The letters, digits, `_` and (in names of questions) `-` at the end of `text`.
  static func currentWord(of text: String) -> String {
    let isCommand = text.first { !$0.isWhitespace } == ":"
    var start = text.endIndex
    while start > text.startIndex {
      let character = text[text.index(before: start)]
      guard
        character.isLetter || character.isNumber || character == "_"
          || (isCommand && character == "-")
      else { break }
      start = text.index(before: start)
    }
    return String(text[start...])
  }

  private func options(after before: Substring, word: String) -> [String] {
    let start = before.drop(while: \.isWhitespace)
    if start.first == ":" {
      switch start.dropFirst().prefix(while: { !$0.isWhitespace }) {
      case "", "help": return commands
      case "ask": return start.filter(\.isWhitespace).count == 1 ? questions : []
      case "mode": return ResultFormat.allCases.map(\.rawValue)
      case "timing": return ["on", "off"]
      case "param", "explain": break
      default: return []
      }
    }
    let opener = Self.innermostOpener(of: before)
    switch before.last {
    case ":": return names(opener == "[" ? relationshipTypes : labels)
    case "|": return names(opener == "[" ? relationshipTypes : labels)
    case ".": return names(propertyKeys) + members(of: before.dropLast())
    case "$": return parameters
    default: break
    }
    let previous = before.last { !$0.isWhitespace }
    if opener == "{", previous == "{" || previous == "," { return names(propertyKeys) }
    return word.isEmpty ? [] : Completion.keywords + functions.map { $0 + "(" }
  }

  /// The second parts of functions whose first part ends `text`: `between` after `duration`.
  private func members(of text: Substring) -> [String] {
    let space = Self.currentWord(of: String(text)) + "."
    return functions.filter { $0.hasPrefix(space) }.map { $0.dropFirst(space.count) + "(" }
  }

  /// Names as the language writes them, in backquotes where they need them.
  private func names(_ names: [String]) -> [String] {
    names.map { name in
      let isPlain =
        name.first?.isNumber == false
        && name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
      return isPlain ? name : "`" + name.replacing("`", with: "``") + "`"
    }
  }

  /// The last bracket of `text` that is not closed in it.
  private static func innermostOpener(of text: Substring) -> Character? {
    var openers: [Character] = []
    for character in text {
      switch character {
      case "(", "[", "{": openers.append(character)
      case ")", "]", "}": _ = openers.popLast()
      default: break
      }
    }
    return openers.last
  }
}
