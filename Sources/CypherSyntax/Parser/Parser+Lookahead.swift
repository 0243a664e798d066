internal import GraphModel

/// Which of two readings a place has. Brackets are paired by the lexer, so that each look costs a few tokens, or at
/// most the tokens directly inside one pair of brackets.
extension Parser {
  /// Whether a token can be the first one of an operand, after a word such as NOT, CASE or DISTINCT that is otherwise a
  /// name itself.
  func startsOperand(_ token: Token) -> Bool {
    switch token.kind {
    case .identifier: token.keyword.map { !Keyword.infixWords.contains($0) } ?? true
    case .quotedIdentifier, .number, .string, .parameter, .leftParenthesis, .leftBracket,
      .leftBrace, .plus, .minus:
      true
    default: false
    }
  }

  /// Whether the keyword at `index` is where a pattern's element goes on after its variable: WHERE or IS that is not
  /// itself the variable's name.
  func startsElementRest(at index: Int) -> Bool {
    let keyword = token(at: index).keyword
    guard keyword == .where || keyword == .is else { return false }
    switch token(at: index + 1).kind {
    case .rightParenthesis, .rightBracket, .colon, .leftBrace, .parameter, .asterisk: return false
    case .identifier:
      let next = token(at: index + 1).keyword
      return next != .where && next != .is
    default: return true
    }
  }

  /// Whether a path pattern of at least one relationship starts at the parenthesis at `index`: what is inside may be a
  /// node pattern, and what follows is a relationship's arrow.
  func startsPathPattern(at index: Int) -> Bool {
    let opening = token(at: index)
    guard opening.kind == .leftParenthesis, opening.partner > index else { return false }
    return mayBeNodePattern(at: index + 1) && startsRelationship(at: Int(opening.partner) + 1)
  }

  private func mayBeNodePattern(at first: Int) -> Bool {
    var next = first
    if token(at: next).isName, !startsElementRest(at: next) { next += 1 }
    switch token(at: next).kind {
    case .rightParenthesis, .colon, .leftBrace, .parameter: return true
    default: return startsElementRest(at: next)
    }
  }

  private func startsRelationship(at first: Int) -> Bool {
    let isPointingLeft = token(at: first).kind == .less
    let line = isPointingLeft ? first + 1 : first
    guard token(at: line).kind == .minus else { return false }
    let next = token(at: line + 1)
    if next.kind == .leftBracket {
      return next.partner > line && token(at: Int(next.partner) + 1).kind == .minus
    }
    guard next.kind == .minus else { return false }
    switch token(at: line + 2).kind {
    case .leftParenthesis, .greater, .plus, .asterisk, .leftBrace: return true
    default: return false
    }
  }

  /// Whether the brackets that open at `index` hold `|` or WHERE on their own level; nil with `hasComma` false.
  func contentOfBracket(at index: Int) -> (hasBar: Bool, hasWhere: Bool, hasComma: Bool) {
    var content = (hasBar: false, hasWhere: false, hasComma: false)
    let end = min(Int(token(at: index).partner), tokens.count - 1)
    var next = index + 1
    while next < end {
      let token = tokens[next]
      switch token.kind {
      case .bar: content.hasBar = true
      case .comma: content.hasComma = true
      case .identifier where token.keyword == .where: content.hasWhere = true
      case .leftParenthesis, .leftBracket, .leftBrace: next = max(next, Int(token.partner))
      default: break
      }
      next += 1
    }
    return content
  }

  /// The index of the parenthesis that makes the name here a function's: after a name, or names with periods between.
  var functionParenthesis: Int? {
    var next = index
    while token(at: next).isName {
      if token(at: next + 1).kind == .leftParenthesis { return next + 1 }
      guard token(at: next + 1).kind == .period else { return nil }
      next += 2
    }
    return nil
  }
}
