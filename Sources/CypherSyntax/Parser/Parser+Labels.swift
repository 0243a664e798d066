internal import GraphModel

/// Label expressions, of nodes and relationships alike.
extension Parser {
  /// NodeLabels = : LabelName { : LabelName }
  func labelNames() throws(SyntaxFailure) -> [Name] {
    var names: [Name] = []
    while skip(.colon) { names.append(try name("a label")) }
    return names
  }

  /// IsLabelExpression = (: | IS) LabelExpression, if one stands here.
  func labelsIfPresent() throws(SyntaxFailure) -> LabelExpression? {
    guard skip(.colon) || skip(.is) else { return nil }
    return try labelExpression()
  }

  /// LabelExpression = LabelTerm { | [:] LabelTerm }
  func labelExpression() throws(SyntaxFailure) -> LabelExpression {
    try enterNesting()
    defer { nesting -= 1 }
    let first = try labelTerm()
    guard !endsAtBar, at(.bar) else { return first }
    var terms = [first]
    while skip(.bar) {
      _ = skip(.colon)
      terms.append(try labelTerm())
    }
    return .any(terms)
  }

  /// LabelTerm = LabelFactor { (& | :) LabelFactor }
  private func labelTerm() throws(SyntaxFailure) -> LabelExpression {
    let first = try labelFactor()
    guard at(.ampersand) || at(.colon) else { return first }
    var factors = [first]
    while skip(.ampersand) || skip(.colon) { factors.append(try labelFactor()) }
    return .all(factors)
  }

  /// LabelFactor = [!] (LabelName | % | ( LabelExpression ))
  private func labelFactor() throws(SyntaxFailure) -> LabelExpression {
    if skip(.exclamation) { return .not(try labelPrimary()) }
    return try labelPrimary()
  }

  private func labelPrimary() throws(SyntaxFailure) -> LabelExpression {
    if skip(.percent) { return .wildcard }
    let opening = current
    guard skip(.leftParenthesis) else {
      guard !at(.parameter) else { throw unsupported("a label from a parameter", at: current.span) }
      return .name(try name("a label or relationship type"))
    }
    let outer = endsAtBar
    endsAtBar = false
    let inner = try labelExpression()
    endsAtBar = outer
    try close(opening, .rightParenthesis, "label expression")
    return inner
  }
}
