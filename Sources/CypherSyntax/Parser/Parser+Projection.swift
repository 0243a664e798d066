internal import GraphModel

/// WITH, RETURN and the YIELD of SHOW.
extension Parser {
  /// With = WITH ProjectionBody [Where]
  func with() throws(SyntaxFailure) -> Projection {
    var projection = try returnProjection()
    projection.predicate = try whereIfPresent()
    return projection
  }

  /// Return = RETURN ProjectionBody
  ///
  /// ProjectionBody = [DISTINCT | ALL] (* | Item) { , Item } [Order] [Skip] [Limit]
  func returnProjection() throws(SyntaxFailure) -> Projection {
    let keyword = advance()
    let isDistinct = skipSetQuantifier()
    var projection = Projection(isDistinct: isDistinct, includesAll: skip(.asterisk), items: [])
    if !projection.includesAll || skip(.comma) {
      repeat { projection.items.append(try projectionItem(after: keyword)) } while skip(.comma)
    }
    try orderAndPage(of: &projection)
    return projection
  }

  /// Item = Expression [AS Variable]
  private func projectionItem(after clause: Token) throws(SyntaxFailure) -> Projection.Item {
    let start = current.start
    let expression = try expression()
    let text = text(from: start, to: previousEnd)
    return Projection.Item(
      expression: expression, alias: skip(.as) ? try name("an alias") : nil, text: text)
  }

  /// Order = ORDER BY SortItem { , SortItem }, Skip = (SKIP | OFFSET) Expression, Limit = LIMIT
  ///   Expression
  func orderAndPage(of projection: inout Projection) throws(SyntaxFailure) {
    if skip(.order) {
      try expect(.by)
      repeat { projection.order.append(try sortItem()) } while skip(.comma)
    }
    if skip(.skip) || skip(.offset) { projection.skip = try expression() }
    if skip(.limit) { projection.limit = try expression() }
  }

  /// SortItem = Expression [ASC | ASCENDING | DESC | DESCENDING]
  private func sortItem() throws(SyntaxFailure) -> Projection.SortItem {
    let expression = try expression()
    let isDescending = skip(.desc) || skip(.descending)
    if !isDescending, !skip(.asc) { _ = skip(.ascending) }
    return Projection.SortItem(expression: expression, isDescending: isDescending)
  }

  /// Takes DISTINCT, or ALL which says nothing; not where the word is a variable.
  /// - Returns: whether it was DISTINCT.
  func skipSetQuantifier() -> Bool {
    guard at(.distinct) || at(.all) && peek().kind != .leftParenthesis,
      startsOperand(peek()) || peek().kind == .asterisk
    else { return false }
    return advance().keyword == .distinct
  }
}
