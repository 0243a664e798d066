internal import GraphModel

/// Path patterns.
extension Parser {
  /// What a pattern is for: updates take fewer forms than MATCH.
  enum PatternUse { case match, create, merge }

  /// Pattern = PatternPart { , PatternPart }
  func pathPatterns(for use: PatternUse) throws(SyntaxFailure) -> [PathPattern] {
    var patterns: [PathPattern] = []
    repeat { patterns.append(try pathPattern(for: use)) } while skip(.comma)
    return patterns
  }

  /// PatternPart = [Variable =] [Selector] (ShortestPath | PatternElement)
  func pathPattern(for use: PatternUse) throws(SyntaxFailure) -> PathPattern {
    let start = current.start
    let variable = try pathVariableIfPresent()
    if startsShortestPath { return try shortestPath(variable, from: start) }
    return try patternElement(for: use, variable, try selectorIfPresent(), from: start)
  }

  private func pathVariableIfPresent() throws(SyntaxFailure) -> Name? {
    guard current.isName, peek().kind == .equals else { return nil }
    defer { index += 1 }
    return try name("a variable")
  }

  /// Selector = ALL [SHORTEST] [PATHS] | ANY [SHORTEST | Count] [PATHS]
  ///   | SHORTEST [Count] [PATHS] [GROUPS]
  private func selectorIfPresent() throws(SyntaxFailure) -> PathPattern.Selector {
    let isAll = skip(.all)
    let isAny = !isAll && skip(.any)
    let isShortest = skip(.shortest)
    guard isAll || isAny || isShortest else { return .all }
    let count = isAll || isAny && isShortest ? nil : try pathCountIfPresent()
    skipPathKeyword()
    if isAll { return isShortest ? .shortestGroups(.number(1)) : .all }
    let isGrouped = !isAny && (skip(.group) || skip(.groups))
    if isShortest, !isAny, !isGrouped, count == nil { throw unexpected("a number of paths") }
    return isGrouped ? .shortestGroups(count ?? .number(1)) : .shortest(count ?? .number(1))
  }

  /// Count = Integer | Parameter
  private func pathCountIfPresent() throws(SyntaxFailure) -> PathPattern.Count? {
    let token = current
    if at(.parameter), case .parameter(let name) = try parameter().kind { return .parameter(name) }
    guard let count = try boundIfPresent() else { return nil }
    guard count > 0 else {
      throw syntaxError("a number of paths must be positive", at: token.span)
    }
    return .number(Int32(clamping: count))
  }

  private func skipPathKeyword() {
    if !skip(.path) { _ = skip(.paths) }
  }

  /// ShortestPath = (SHORTESTPATH | ALLSHORTESTPATHS) ( NodePattern RelationshipPattern NodePattern
  ///   )
  func shortestPath(
    _ variable: Name? = nil, from start: UInt32
  ) throws(SyntaxFailure) -> PathPattern {
    let word = advance()
    let opening = advance()
    var pattern = try patternElement(
      for: .match, variable, word.keyword == .shortestPath ? .shortestPath : .allShortestPaths,
      from: start)
    guard pattern.steps.count == 1, pattern.steps[0].relationship.repetition == nil else {
      throw syntaxError(
        "\(text(of: word)) takes two nodes and one relationship between them", at: pattern.span)
    }
    try close(opening, .rightParenthesis, text(of: word))
    pattern.span = span(from: start)
    return pattern
  }

  /// PatternElement = NodePattern { RelationshipPattern NodePattern | Repetition [NodePattern] }
  ///   | Repetition [NodePattern] { … } | ( [Variable =] PatternElement [Where] )
  ///
  /// - Parameter start: where the path pattern starts, with what was read of it before.
  func patternElement(
    for use: PatternUse, _ variable: Name? = nil, _ selector: PathPattern.Selector = .all,
    from start: UInt32
  ) throws(SyntaxFailure) -> PathPattern {
    try enterNesting()
    defer { nesting -= 1 }
    if startsPathInParentheses {
      return try elementInParentheses(for: use, variable, selector, from: start)
    }
    let node = try nodePattern(for: use)
    let steps = try patternSteps(for: use)
    return PathPattern(
      variable: variable, selector: selector, start: node, steps: steps, span: span(from: start))
  }

  private func patternSteps(for use: PatternUse) throws(SyntaxFailure) -> [PathPattern.Step] {
    var steps: [PathPattern.Step] = []
    while at(.minus) || at(.less) || startsPathInParentheses {
      if startsPathInParentheses {
        try appendRepetition(to: &steps, for: use)
        continue
      }
      let relationship = try relationshipPattern(for: use)
      steps.append(PathPattern.Step(relationship: relationship, node: try nodePattern(for: use)))
    }
    return steps
  }

  // MARK: Paths in parentheses

  /// A pattern that starts with a repetition, or that as a whole stands in parentheses.
  ///
  /// - Parameter isInner: whether this stands in parentheses already.
  private func elementInParentheses(
    for use: PatternUse, _ variable: Name?, _ selector: PathPattern.Selector, from start: UInt32,
    isInner: Bool = false
  ) throws(SyntaxFailure) -> PathPattern {
    var pattern = PathPattern(
      variable: variable, selector: selector, start: anonymousNode, steps: [], span: current.span)
    let part = try pathInParentheses(for: use, isInner: isInner)
    if part.length == nil, let whole = part.repetition, !isInner {
      (pattern.start, pattern.steps) = (whole.pattern.start, whole.pattern.steps)
      pattern.predicates = [whole.predicate].compactMap(\.self)
      try setName(whole.pattern.variable, inside: &pattern)
    } else {
      pattern.steps = [try step(along: part, for: use)]
      pattern.steps += try patternSteps(for: use)
    }
    pattern.span = span(from: start)
    return pattern
  }

  /// The name in parentheses is that of the whole where this has no other and no condition.
  private func setName(_ name: Name?, inside pattern: inout PathPattern) throws(SyntaxFailure) {
    guard let name else { return }
    guard pattern.selector != .all, !pattern.selector.isFunction else {
      throw syntaxError(
        "a path in parentheses can have a name only after SHORTEST or ANY", at: name.span,
        hint: "name the whole path: \(name.text) = (…)")
    }
    if pattern.variable == nil, pattern.predicates.isEmpty {
      pattern.variable = name
    } else {
      pattern.innerVariables = [name]
    }
  }

  private func appendRepetition(
    to steps: inout [PathPattern.Step], for use: PatternUse
  ) throws(SyntaxFailure) {
    steps.append(try step(along: try pathInParentheses(for: use), for: use))
  }

  private var startsPathInParentheses: Bool {
    guard at(.leftParenthesis) else { return false }
    return peek().kind == .leftParenthesis || peek().isName && peek(2).kind == .equals
  }

  /// The node between two parts that name none.
  private var anonymousNode: NodePattern {
    NodePattern(
      variable: nil, labels: nil, properties: nil, predicate: nil,
      span: SourceSpan(start: current.start, end: current.start))
  }

  /// A repetition and the node after it, which may be left out.
  private func step(
    along part: RelationshipPattern, for use: PatternUse
  ) throws(SyntaxFailure) -> PathPattern.Step {
    guard part.length != nil else { throw unexpected("a quantifier such as '+' or '{1,5}'") }
    let isNamed = at(.leftParenthesis) && !startsPathInParentheses
    return PathPattern.Step(
      relationship: part, node: isNamed ? try nodePattern(for: use) : anonymousNode)
  }

  /// Repetition = ( [Variable =] PatternElement [Where] ) [Quantifier]
  private func pathInParentheses(
    for use: PatternUse, isInner: Bool = false
  ) throws(SyntaxFailure) -> RelationshipPattern {
    try enterNesting()
    defer { nesting -= 1 }
    let opening = advance()
    guard use == .match else {
      throw syntaxError("a path in parentheses can stand only in MATCH", at: opening.span)
    }
    let variable = try pathVariableIfPresent()
    if startsPathInParentheses, isInner { throw nestedRepetition(at: current.span) }
    let pattern: PathPattern
    if startsPathInParentheses {
      pattern = try elementInParentheses(
        for: use, variable, .all, from: current.start, isInner: true)
    } else {
      pattern = try patternElement(for: use, variable, from: current.start)
    }
    let predicate = try whereIfPresent()
    try close(opening, .rightParenthesis, "path")
    var part = RelationshipPattern(
      variable: nil, types: nil, direction: .either, length: nil, properties: nil, predicate: nil,
      span: opening.span)
    part.repetition = .path(pattern, predicate: predicate)
    try quantifier(of: &part)
    part.span = span(from: opening.start)
    if part.length != nil { try checkRepeated(pattern) }
    return part
  }

  private func checkRepeated(_ pattern: PathPattern) throws(SyntaxFailure) {
    if let variable = pattern.variable {
      throw syntaxError(
        "a path that is repeated cannot have a name in its parentheses", at: variable.span,
        hint: "name the whole path: \(variable.text) = ((a)-->(b)){2}")
    }
    if pattern.steps.isEmpty {
      throw syntaxError("a path that is repeated needs a relationship", at: pattern.span)
    }
    for step in pattern.steps where step.relationship.length != nil {
      throw nestedRepetition(at: step.relationship.span)
    }
  }

  private func nestedRepetition(at span: SourceSpan) -> SyntaxFailure {
    syntaxError(
      "a path that is repeated cannot have repeated parts", at: span,
      hint: "ask for the inner repetition in its WHERE: EXISTS { (a)-->+(b) }")
  }

  /// NodePattern = ( [Variable] [Labels] [Properties] [Where] )
  private func nodePattern(for use: PatternUse) throws(SyntaxFailure) -> NodePattern {
    let opening = current
    try expect(.leftParenthesis, " to open a node pattern")
    var node = NodePattern(
      variable: try elementVariableIfPresent(), labels: try elementLabelsIfPresent(),
      properties: try elementPropertiesIfPresent(for: use), predicate: nil, span: opening.span)
    node.predicate = try elementPredicateIfPresent(for: use)
    try close(opening, .rightParenthesis, "node pattern")
    node.span = span(from: opening.start)
    return node
  }

  /// RelationshipPattern = [<] - [RelationshipDetail] - [>] [Quantifier]
  private func relationshipPattern(
    for use: PatternUse
  ) throws(SyntaxFailure) -> RelationshipPattern {
    let start = current.start
    let pointsLeft = skip(.less)
    try expect(.minus, " of a relationship pattern")
    var relationship = RelationshipPattern(
      variable: nil, types: nil, direction: .either, length: nil, properties: nil, predicate: nil,
      span: current.span)
    if at(.leftBracket) { try relationshipDetail(of: &relationship, for: use) }
    try expect(.minus, " of a relationship pattern")
    let pointsRight = skip(.greater)
    if pointsLeft != pointsRight { relationship.direction = pointsLeft ? .incoming : .outgoing }
    try quantifier(of: &relationship)
    relationship.span = span(from: start)
    return relationship
  }

  /// RelationshipDetail = [ [Variable] [Types] [Length] [Properties] [Where] ]
  private func relationshipDetail(
    of relationship: inout RelationshipPattern, for use: PatternUse
  ) throws(SyntaxFailure) {
    try enterNesting()
    defer { nesting -= 1 }
    let opening = advance()
    relationship.variable = try elementVariableIfPresent()
    relationship.types = try elementLabelsIfPresent()
    relationship.length = try lengthIfPresent()
    relationship.properties = try elementPropertiesIfPresent(for: use)
    relationship.predicate = try elementPredicateIfPresent(for: use)
    if at(.doublePeriod) || at(.minus) || at(.number) {
      throw unexpected(
        "']' to close the relationship pattern", "InvalidRelationshipPattern",
        hint: "a length is written '*', '*2' or '*1..3'")
    }
    try close(opening, .rightBracket, "relationship pattern")
  }

  /// The variable of a node or relationship pattern; WHERE and IS are names only where nothing
  /// follows that they would introduce.
  private func elementVariableIfPresent() throws(SyntaxFailure) -> Name? {
    guard current.isName, !startsElementRest(at: index) else { return nil }
    return try name("a variable")
  }

  private func elementLabelsIfPresent() throws(SyntaxFailure) -> LabelExpression? {
    let outer = endsAtBar
    endsAtBar = false
    defer { endsAtBar = outer }
    return try labelsIfPresent()
  }

  /// Properties = MapLiteral | Parameter
  private func elementPropertiesIfPresent(
    for use: PatternUse
  ) throws(SyntaxFailure) -> Expression? {
    if at(.leftBrace) {
      let outer = height
      height = 0
      defer { height = max(outer, height) }
      return try mapLiteral()
    }
    guard at(.parameter) else { return nil }
    let parameter = try parameter()
    guard use == .create else {
      throw syntaxError(
        "a parameter can stand for all properties only in CREATE", "InvalidParameterUse",
        at: parameter.span, hint: "name each property: {name: $parameter.name}")
    }
    return parameter
  }

  private func elementPredicateIfPresent(
    for use: PatternUse
  ) throws(SyntaxFailure) -> Expression? {
    guard use == .match || !at(.where) else {
      throw syntaxError("WHERE cannot stand in a pattern of CREATE or MERGE", at: current.span)
    }
    return try whereIfPresent()
  }

  /// Length = * [Integer] [.. [Integer]]
  private func lengthIfPresent() throws(SyntaxFailure) -> RelationshipPattern.Length? {
    let start = current.start
    guard skip(.asterisk) else { return nil }
    let lower = try boundIfPresent()
    var upper = lower
    if skip(.doublePeriod) { upper = try boundIfPresent() }
    return RelationshipPattern.Length(lower: lower, upper: upper, span: span(from: start))
  }

  /// Quantifier = + | * | { Integer } | { [Integer] , [Integer] }
  private func quantifier(
    of relationship: inout RelationshipPattern
  ) throws(SyntaxFailure) {
    let opening = current
    var length = RelationshipPattern.Length(lower: 0, upper: nil, span: opening.span)
    if skip(.plus) {
      length.lower = 1
    } else if skip(.leftBrace) {
      let lower = try boundIfPresent()
      length.lower = lower ?? 0
      length.upper = skip(.comma) ? try boundIfPresent() : lower
      if lower == nil, length.upper == nil, tokens[index - 1].kind != .comma {
        throw unexpected("a number of repetitions")
      }
      try close(opening, .rightBrace, "quantifier")
    } else if !skip(.asterisk) {
      return
    }
    length.span = span(from: opening.start)
    guard relationship.length == nil else {
      throw syntaxError("a relationship pattern can have one length only", at: length.span)
    }
    relationship.length = length
  }

  private func boundIfPresent() throws(SyntaxFailure) -> Int? {
    guard at(.number) else { return nil }
    let token = current
    guard case .integer(let bound) = try numberLiteral(isNegative: false) else {
      throw syntaxError(
        "a length must be a whole number", "InvalidRelationshipPattern", at: token.span)
    }
    return Int(clamping: bound)
  }
}
