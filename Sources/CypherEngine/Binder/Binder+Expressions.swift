internal import CypherSyntax
internal import GraphModel

/// Expressions: names resolved, types inferred as far as the text shows them.
extension Binder {
  func bind(_ expression: Expression) throws(KhoError) -> BoundExpression {
    let span = expression.span
    if let key = try groupingKey(for: expression) { return key }
    switch expression.kind {
    case .literal(let value): return LiteralExpression(value.nfc, at: span)
    case .parameter(let name): return names.parameter(name, at: span)
    case .variable(let name): return try bindVariable(name, expression)
    case .property(let base, let key):
      let base = try bind(base)
      try require(
        base, [.map, .entity, .temporal], "map, node, relationship or temporal value",
        base.type == .path ? .syntaxError : .typeError)
      // A key of an entity that nothing has is worth a warning; a key of a map is not the store's.
      let warns =
        base is SlotExpression && !base.type.isDisjoint(with: .entity) && base.type != .any
      return PropertyExpression(
        base, key: propertyKey(key, warns: warns), keyName: key.text, at: span)
    case .index(let base, let element):
      let base = try bind(base)
      try require(base, [.list, .map, .entity], "list or map", .typeError)
      return IndexExpression(base, try bind(element), at: span)
    case .slice(let list, let from, let to):
      let list = try bind(list)
      try require(list, .list, "list")
      return SliceExpression(
        list, from: try bindIfPresent(from), to: try bindIfPresent(to), at: span)
    case .unary(let operation, let operand): return try bindUnary(operation, operand, at: span)
    case .arithmetic(let first, let rest): return try bindArithmetic(first, rest, at: span)
    case .concatenation(let operands):
      return ConcatenationExpression(try bind(operands), type: [.string, .list], at: span)
    case .comparison(let first, let rest):
      return ComparisonExpression(
        try bind([first] + rest.map(\.1)), rest.map(\.0), at: span)
    case .predicate(let operation, let left, let right):
      let left = try bind(left)
      let right = try bind(right)
      if operation == .in { try require(right, .list, "list") }
      return PredicateExpression(operation, left, right, at: span)
    case .and(let operands): return try bindLogical(.and, operands, at: span)
    case .or(let operands): return try bindLogical(.or, operands, at: span)
    case .xor(let operands): return try bindLogical(.xor, operands, at: span)
    case .isNull(let operand, let isNegated):
      return NullTestExpression(try bind(operand), isNegated: isNegated, at: span)
    case .isTyped(let operand, let type, let isNegated):
      return TypeTestExpression(try bind(operand), type, isNegated: isNegated, at: span)
    case .isNormalized(let operand, let form, let isNegated):
      return NormalizedTestExpression(try bind(operand), form, isNegated: isNegated, at: span)
    case .hasLabels(let base, let labels):
      let base = try bind(base)
      try require(base, .entity, "node or relationship")
      return bindLabels(labels, of: base, at: span, isNode: nil)
    case .list(let elements):
      let bound = try bind(elements)
      return ListExpression(bound, type: .list, at: span)
    case .map(let entries):
      let keys = entries.map(\.key.text)
      return MapExpression(
        keys, keys.map { names.key($0) }, try bind(entries.map(\.value)), at: span)
    case .mapProjection(let variable, let items):
      return try bindMapProjection(variable, items, at: span)
    case .caseExpression(let operand, let branches, let otherwise):
      return try bindCase(operand, branches, otherwise, at: span)
    case .caseOperand: return caseOperand ?? LiteralExpression(.null, at: span)
    case .function(let name, let isDistinct, let arguments):
      return try bindFunction(name, isDistinct, arguments, at: span)
    case .countAll: return try bindAggregate(nil, arguments: [], isDistinct: false, at: span)
    case .listComprehension, .quantifier, .reduce: return try bindListExpression(expression)
    case .patternComprehension(let pattern, let predicate, let projection):
      return try bindPatternComprehension(pattern, predicate, projection, at: span)
    case .pattern(let pattern): return try bindPatternExpression(pattern, at: span)
    case .subquery(let subquery): return try bindSubquery(subquery, at: span)
    }
  }

  private func bind(_ expressions: [Expression]) throws(KhoError) -> [BoundExpression] {
    var result: [BoundExpression] = []
    for expression in expressions { result.append(try bind(expression)) }
    return result
  }

  private func bindIfPresent(_ expression: Expression?) throws(KhoError) -> BoundExpression? {
    guard let expression else { return nil }
    return try bind(expression)
  }

  /// A predicate of WHERE.
  func bindPredicate(_ expression: Expression) throws(KhoError) -> BoundExpression {
    let bound = try bind(expression, aggregation: .forbidden)
    try require(bound, .boolean, "predicate")
    return bound
  }

  /// Throws where no value of the expression can be what is asked for.
  func require(
    _ expression: BoundExpression, _ accepted: TypeSet, _ what: String,
    _ kind: KhoError.Kind = .syntaxError
  ) throws(KhoError) {
    guard !expression.type.isCompatible(with: accepted) else { return }
    throw KhoError(
      kind, "InvalidArgumentType",
      "expected a \(what), found \(expression.type.names)", phase: .compileTime,
      at: expression.span)
  }

  // MARK: Variables

  private func bindVariable(
    _ name: String, _ expression: Expression
  ) throws(KhoError) -> BoundExpression {
    guard let variable = scope[name] else { throw undefined(name, at: expression.span) }
    switch variable.storage {
    case .local(let index):
      return LocalExpression(index, name: name, type: variable.type, at: expression.span)
    case .slot(let slot):
      try checkIsProjected(slot, expression)
      _ = reference(variable)
      return SlotExpression(
        slot, name: name, type: variable.type, elementType: variable.elementType,
        at: expression.span)
    }
  }

  func undefined(_ name: String, at span: SourceSpan) -> KhoError {
    KhoError(
      .syntaxError, "UndefinedVariable", "the variable '\(name)' is not defined",
      phase: .compileTime, at: span,
      hint: suggestion(for: name, among: scope.variables.map(\.name)))
  }

  /// The slot of a variable; notes the use in every subquery that the variable comes from outside
  /// of.
  func reference(_ variable: Scope.Variable) -> Slot? {
    guard case .slot(let slot) = variable.storage else { return nil }
    for index in frames.indices where frames[index].outer.contains(slot) {
      frames[index].referenced.insert(slot)
    }
    return slot
  }

  // MARK: Operators

  private func bindUnary(
    _ operation: Expression.UnaryOperator, _ operand: Expression, at span: SourceSpan
  ) throws(KhoError) -> BoundExpression {
    let bound = try bind(operand)
    switch operation {
    case .not:
      try require(bound, .boolean, "boolean")
      return NotExpression([bound], type: .boolean, at: span)
    case .plus, .minus:
      try require(bound, [.number, .duration], "number")
      if operation == .plus { return bound }
      return NegationExpression([bound], type: bound.type, at: span)
    }
  }

  private func bindLogical(
    _ operation: LogicalExpression.Operation, _ operands: [Expression], at span: SourceSpan
  ) throws(KhoError) -> BoundExpression {
    let bound = try bind(operands)
    for operand in bound { try require(operand, .boolean, "boolean") }
    return LogicalExpression(operation, bound, at: span)
  }

  private func bindArithmetic(
    _ first: Expression, _ rest: [(Expression.ArithmeticOperator, Expression)],
    at span: SourceSpan
  ) throws(KhoError) -> BoundExpression {
    let operands = try bind([first] + rest.map(\.1))
    var type = operands[0].type
    for (operation, operand) in zip(rest.map(\.0), operands.dropFirst()) {
      if operation != .add {
        let accepted: TypeSet =
          operation == .modulo || operation == .power ? .number : [.number, .temporal]
        try require(operands[0], accepted, "number")
        try require(operand, accepted, "number")
      }
      type = Self.resultType(operation, type, operand.type)
    }
    return ArithmeticExpression(operands, rest.map(\.0), type: type, at: span)
  }

  private static func resultType(
    _ operation: Expression.ArithmeticOperator, _ a: TypeSet, _ b: TypeSet
  ) -> TypeSet {
    if a.isEmpty || b.isEmpty { return .none }
    if a.isSubset(of: .number), b.isSubset(of: .number) {
      if operation == .power || a == .float || b == .float { return .float }
      return a == .integer && b == .integer ? .integer : .number
    }
    if operation == .add, a == .list || b == .list { return .list }
    if operation == .add, a == .string || b == .string { return [.string, .list] }
    return .any
  }

  // MARK: Maps, CASE, functions

  private func bindMapProjection(
    _ variable: Name, _ items: [Expression.ProjectionItem], at span: SourceSpan
  ) throws(KhoError) -> BoundExpression {
    let base = try bind(Expression(.variable(variable.text), at: variable.span))
    try require(base, [.map, .entity], "map, node or relationship")
    var includesAll = false
    var keys: [String] = []
    var values: [BoundExpression] = []
    for item in items {
      switch item {
      case .all: includesAll = true
      case .literal(let entry):
        keys.append(entry.key.text)
        values.append(try bind(entry.value))
      case .property(let key):
        keys.append(key.text)
        values.append(
          PropertyExpression(
            base, key: propertyKey(key, warns: false), keyName: key.text, at: key.span))
      case .variable(let name):
        keys.append(name.text)
        values.append(try bind(Expression(.variable(name.text), at: name.span)))
      }
    }
    return MapProjectionExpression(
      base, includesAll: includesAll, keys: keys, values: values, at: span)
  }

  private func bindCase(
    _ operand: Expression?, _ branches: [Expression.CaseBranch], _ otherwise: Expression?,
    at span: SourceSpan
  ) throws(KhoError) -> BoundExpression {
    let operand = try bindIfPresent(operand)
    let outer = caseOperand
    defer { caseOperand = outer }
    var local: Int?
    if let operand, branches.contains(where: { $0.conditions.contains(where: \.isPartial) }) {
      let index = newLocal()
      local = index
      caseOperand = LocalExpression(
        index, name: operand.text, type: operand.type, at: operand.span)
    }
    var bound: [CaseExpression.Branch] = []
    for branch in branches {
      var conditions: [CaseExpression.Condition] = []
      for condition in branch.conditions {
        let isPredicate = operand == nil || condition.isPartial
        let expression = try bind(condition)
        if isPredicate { try require(expression, .boolean, "boolean") }
        conditions.append(
          CaseExpression.Condition(expression: expression, isPredicate: isPredicate))
      }
      bound.append(
        CaseExpression.Branch(conditions: conditions, result: try bind(branch.result)))
    }
    return CaseExpression(
      operand: operand, local: local, branches: bound, otherwise: try bindIfPresent(otherwise),
      at: span)
  }

  private func bindFunction(
    _ name: Name, _ isDistinct: Bool, _ arguments: [Expression], at span: SourceSpan
  ) throws(KhoError) -> BoundExpression {
    func checkCount(_ allowed: ClosedRange<Int>, _ name: String) throws(KhoError) {
      guard !allowed.contains(arguments.count) else { return }
      let expected =
        switch allowed.upperBound {
        case allowed.lowerBound: "\(allowed.lowerBound)"
        case .max: "\(allowed.lowerBound) or more"
        default: "\(allowed.lowerBound) to \(allowed.upperBound)"
        }
      throw KhoError(
        .syntaxError, "InvalidNumberOfArguments",
        "expected \(expected) arguments for \(name), found \(arguments.count)",
        phase: .compileTime, at: span)
    }
    if let aggregate = FunctionLibrary.aggregate(named: name.text) {
      try checkCount(aggregate.parameters.count...aggregate.parameters.count, aggregate.displayName)
      return try bindAggregate(aggregate, arguments: arguments, isDistinct: isDistinct, at: span)
    }
    guard
      let function = FunctionLibrary.scalar(named: name.text) ?? functions[name.text.lowercased()]
    else {
      if let special = try bindSpecialFunction(name, arguments, at: span) { return special }
      throw KhoError(
        .syntaxError, "UnknownFunction", "no function '\(name.text)' is known",
        phase: .compileTime, at: name.span,
        hint: suggestion(
          for: name.text,
          among: (FunctionLibrary.scalars.map(\.value) + functions.values).map(\.displayName)))
    }
    try checkCount(function.argumentCount, function.displayName)
    var arguments = arguments
    if function.name == "normalize", arguments.count == 2,
      case .variable(let form) = arguments[1].kind, scope[form] == nil,
      Expression.NormalForm(rawValue: form.uppercased()) != nil
    {
      // The form's bare name.
      arguments[1].kind = .literal(.string(form))
    }
    let bound = try bind(arguments)
    for (index, argument) in bound.enumerated() {
      guard
        let accepted = function.parameters.isEmpty
          ? nil : function.parameters[min(index, function.parameters.count - 1)]
      else { continue }
      try require(argument, accepted, "\(accepted.names) as argument of \(function.displayName)")
    }
    if !function.isDeterministic { isRepeatable = false }
    return FunctionExpression(function, bound, at: span)
  }

  /// `exists(…)`: of a pattern a subquery, of a property the test for null. Points are refused.
  private func bindSpecialFunction(
    _ name: Name, _ arguments: [Expression], at span: SourceSpan
  ) throws(KhoError) -> BoundExpression? {
    let word = name.text.lowercased()
    if word == "point" || word.hasPrefix("point.") {
      throw KhoError(
        .unsupported, "UnsupportedType", "points are not supported", phase: .compileTime,
        at: name.span, hint: "keep coordinates as numbers, such as n.latitude and n.longitude")
    }
    guard word == "exists", arguments.count == 1 else { return nil }
    if case .pattern = arguments[0].kind { return try bind(arguments[0]) }
    return NullTestExpression(try bind(arguments[0]), isNegated: true, at: span)
  }

  // MARK: Lists with a local variable

  private func bindListExpression(_ expression: Expression) throws(KhoError) -> BoundExpression {
    let span = expression.span
    let saved = scope
    defer { scope = saved }
    switch expression.kind {
    case .listComprehension(let variable, let list, let predicate, let projection):
      let list = try bindList(list)
      let local = declareLocal(variable, list.elementType)
      if expression.containsAggregate,
        let inner = [predicate, projection].compactMap({ $0 }).first(
          where: { $0.containsAggregate })
      {
        throw misplacedAggregate(inner.span)
      }
      let bound = try bindIfPresent(predicate)
      if let bound { try require(bound, .boolean, "predicate") }
      return ListComprehensionExpression(
        local: local, list: list, predicate: bound, projection: try bindIfPresent(projection),
        at: span)
    case .quantifier(let quantifier, let variable, let list, let predicate):
      let list = try bindList(list)
      let local = declareLocal(variable, list.elementType)
      return QuantifierExpression(
        quantifier, local: local, list: list, predicate: try bindCondition(predicate), at: span)
    case .reduce(let accumulator, let initial, let variable, let list, let step):
      let initial = try bind(initial)
      let list = try bindList(list)
      let accumulator = declareLocal(accumulator, .any)
      let local = declareLocal(variable, list.elementType)
      return ReduceExpression(
        accumulator: accumulator, initial: initial, local: local, list: list,
        step: try bind(step), at: span)
    default: return LiteralExpression(.null, at: span)
    }
  }

  private func bindList(_ expression: Expression) throws(KhoError) -> BoundExpression {
    let bound = try bind(expression)
    try require(bound, .list, "list")
    return bound
  }

  private func bindCondition(_ expression: Expression) throws(KhoError) -> BoundExpression {
    let bound = try bind(expression)
    try require(bound, .boolean, "predicate")
    return bound
  }

  private func declareLocal(_ name: Name, _ type: TypeSet) -> Int {
    let index = newLocal()
    scope.add(Scope.Variable(name: name.text, storage: .local(index), type: type))
    return index
  }
}
