internal import GraphModel

/// The error of a parse, boxed: an error's size is in the frame of every rule that can throw it.
indirect enum SyntaxFailure: Error {
  case failed(KhoError)

  var error: KhoError {
    switch self {
    case .failed(let error): error
    }
  }
}

/// What the parser says when it cannot go on.
extension Parser {
  func syntaxError(
    _ message: String, _ detail: String = "UnexpectedSyntax", at span: SourceSpan,
    hint: String? = nil
  ) -> SyntaxFailure {
    .failed(KhoError(.syntaxError, detail, message, phase: .compileTime, at: span, hint: hint))
  }

  /// "expected X, found Y" at the current token; the lexer's error where the tokens end too early.
  func unexpected(
    _ expected: String, _ detail: String = "UnexpectedSyntax", hint: String? = nil
  ) -> SyntaxFailure {
    if at(.endOfText), let lexicalError { return .failed(lexicalError) }
    return syntaxError(
      "expected \(expected), found \(foundText)", detail, at: current.span,
      hint: hint ?? hintForCurrent)
  }

  func unsupported(_ what: String, at span: SourceSpan, hint: String? = nil) -> SyntaxFailure {
    .failed(
      KhoError(
        .unsupported, "UnsupportedSyntax", "\(what) is not supported", phase: .compileTime,
        at: span, hint: hint))
  }

  var nestingTooDeep: SyntaxFailure {
    .failed(
      KhoError(
        .limitExceeded, "NestingTooDeep",
        "the query is nested more than \(Limits.nesting) levels deep", phase: .compileTime,
        at: current.span))
  }

  /// The current token, cut where it is long.
  private var foundText: String {
    let token = current
    switch token.kind {
    case .endOfText: return Token.Kind.endOfText.rawValue
    case .string: return "a string"
    case .identifier where token.keyword.map(Keyword.continuations.contains) ?? false:
      return text(of: token).uppercased()
    default:
      let text = text(of: token)
      return text.count <= 30 ? "'\(text)'" : "'\(text.prefix(30))…'"
    }
  }

  private var hintForCurrent: String? {
    switch current.kind {
    case .exclamation where peek().kind == .equals: return "did you mean '<>'?"
    case .equals where index > 0 && tokens[index - 1].kind == .equals: return "did you mean '='?"
    case .identifier where current.keyword == nil:
      return nearestKeyword(to: text(of: current)).map { "did you mean \($0)?" }
    default: return nil
    }
  }

  /// The keyword that goes on with a query and is at most two edits away from `word`, one for short
  /// words.
  private func nearestKeyword(to word: String) -> String? {
    let letters = Array(word.uppercased().utf8)
    guard letters.count >= 2, letters.count <= 16 else { return nil }
    var nearest: (spelling: String, distance: Int)?
    for keyword in Keyword.allCases where Keyword.continuations.contains(keyword) {
      let distance = editDistance(letters, Array(keyword.spelling.utf8))
      guard distance <= (letters.count <= 4 ? 1 : 2), distance < nearest?.distance ?? 3 else {
        continue
      }
      nearest = (keyword.spelling, distance)
    }
    return nearest?.spelling
  }

  /// Insertions, deletions, replacements and swaps of neighbours between two short words.
  private func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var cost = min(last[j + 1], row[j]) + 1
        cost = min(cost, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          cost = min(cost, beforeLast[j - 1] + 1)
        }
        row.append(cost)
      }
      (beforeLast, last) = (last, row)
    }
    return last[b.count]
  }
}
