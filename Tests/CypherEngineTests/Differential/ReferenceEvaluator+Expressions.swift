/// Expressions of the reference evaluator.
import CypherSyntax
import GraphModel

extension ReferenceEvaluator {
  static let aggregates: Set<String> = ["count", "sum", "min", "max", "avg", "collect"]

  func hasAggregate(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .countAll: true
    case .function(let name, _, let arguments):
      Self.aggregates.contains(name.text.lowercased()) || arguments.contains(where: hasAggregate)
    case .arithmetic(let first, let rest): ([first] + rest.map(\.1)).contains(where: hasAggregate)
    case .comparison(let first, let rest): ([first] + rest.map(\.1)).contains(where: hasAggregate)
    case .list(let elements): elements.contains(where: hasAggregate)
    case .unary(_, let operand): hasAggregate(operand)
    default: false
    }
  }

  func truth(_ expression: Expression, _ row: ReferenceRow) throws -> Bool? {
    switch try evaluate(expression, row) {
    case .boolean(let truth): return truth
    case .null: return nil
    case let value: throw Failure(reason: "expected a boolean, found \(value.text)")
    }
  }

  func property(_ key: String, of value: Value) throws -> Value {
    switch value {
    case .node(let node): try vertex(node.id).properties[key] ?? .null
    case .relationship(let relationship): try edge(relationship.id).properties[key] ?? .null
    case .map(let map): map[key] ?? .null
    default: .null
    }
  }

  /// What was deleted is left to other tests.
  private func vertex(_ id: NodeID) throws -> ReferenceGraph.Vertex {
    guard let vertex = graph.vertex(id) else { throw Exhausted() }
    return vertex
  }

  private func edge(_ id: RelationshipID) throws -> ReferenceGraph.Edge {
    guard let edge = graph.edge(id) else { throw Exhausted() }
    return edge
  }

  private func properties(of value: Value) -> [(key: String, value: Value)] {
    let all: [String: Value]? =
      switch value {
      case .node(let node): graph.vertex(node.id)?.properties
      case .relationship(let relationship): graph.edge(relationship.id)?.properties
      default: nil
      }
    return all?.map { ($0.key, $0.value) } ?? []
  }

  /// - Parameter group: the rows that aggregates run over, where the expression stands in an
  ///   aggregating projection.
  func evaluate(
    _ expression: Expression, _ row: ReferenceRow, group: [ReferenceRow]? = nil
  ) throws -> Value {
    func value(_ expression: Expression) throws -> Value {
      try evaluate(expression, row, group: group)
    }
    func boolean(_ truth: Bool?) -> Value { truth.map { .boolean($0) } ?? .null }
    switch expression.kind {
    case .literal(let literal): return literal
    case .variable(let name):
      guard let value = row[name] else { throw Failure(reason: "no variable \(name)") }
      return value
    case .property(let base, let key): return try property(key.text, of: try value(base))
    case .index(let base, let position):
      switch (try value(base), try value(position)) {
      case (.null, _), (_, .null): return .null
      case (.list(let list), .integer(let index)):
        let index = Int(index) < 0 ? list.count + Int(index) : Int(index)
        return list.indices.contains(index) ? list[index] : .null
      case (let entity, .string(let key)): return try property(key, of: entity)
      default: throw Failure(reason: "subscript")
      }
    case .unary(.not, let operand): return boolean(try truth(operand, row).map { !$0 })
    case .unary(.plus, let operand): return try value(operand)
    case .unary(.minus, let operand): return try arithmetic(.subtract, 0, value(operand))
    case .arithmetic(let first, let rest):
      var result = try value(first)
      for (operation, operand) in rest {
        result = try arithmetic(operation, result, value(operand))
      }
      return result
    case .comparison(let first, let rest):
      var left = try value(first)
      var result: Bool? = true
      for (operation, operand) in rest {
        let right = try value(operand)
        result = and(result, compare(operation, left, right))
        left = right
      }
      return boolean(result)
    case .and(let operands):
      return boolean(try operands.reduce(true as Bool?) { and($0, try truth($1, row)) })
    case .or(let operands):
      let negated = try operands.reduce(true as Bool?) { result, operand in
        and(result, try truth(operand, row).map { !$0 })
      }
      return boolean(negated.map { !$0 })
    case .xor(let operands):
      let truths = try operands.map { try truth($0, row) }
      if truths.contains(nil) { return .null }
      return .boolean(truths.count { $0 == true } % 2 == 1)
    case .isNull(let operand, let isNegated):
      return .boolean(try value(operand).isNull != isNegated)
    case .predicate(let operation, let left, let right):
      return boolean(try predicate(operation, value(left), value(right)))
    case .hasLabels(let base, let labels):
      switch try value(base) {
      case .node(let node): return .boolean(holds(labels, try vertex(node.id).labels))
      case .relationship(let relationship):
        return .boolean(holds(labels, [try edge(relationship.id).type]))
      default: return .null
      }
    case .list(let elements): return .list(try elements.map(value))
    case .map(let entries):
      return .map(ValueMap(try entries.map { (key: $0.key.text, value: try value($0.value)) }))
    case .caseExpression(let operand, let branches, let otherwise):
      for branch in branches {
        for condition in branch.conditions {
          let holds =
            try operand.map { try value($0).equals(try value(condition)) == true }
            ?? (try truth(condition, row) == true)
          if holds { return try value(branch.result) }
        }
      }
      return try otherwise.map(value) ?? .null
    case .countAll: return .integer(Int64(group?.count ?? 0))
    case .function(let name, let isDistinct, let arguments):
      let name = name.text.lowercased()
      if Self.aggregates.contains(name), let group, let argument = arguments.first {
        return try aggregate(name, isDistinct, group.map { try evaluate(argument, $0) })
      }
      return try function(name, arguments.map(value))
    case .listComprehension(let variable, let list, let predicate, let projection):
      guard case .list(let elements) = try value(list) else { return .null }
      return .list(
        try elements.compactMap { element in
          let inner = row.merging([variable.text: element]) { $1 }
          if let predicate, try truth(predicate, inner) != true { return nil }
          return try projection.map { try evaluate($0, inner) } ?? element
        })
    case .quantifier(let quantifier, let variable, let list, let predicate):
      guard case .list(let elements) = try value(list) else { return .null }
      let truths = try elements.map { element in
        try truth(predicate, row.merging([variable.text: element]) { $1 })
      }
      return boolean(hold(quantifier, truths))
    case .reduce(let accumulator, let initial, let variable, let list, let step):
      guard case .list(let elements) = try value(list) else { return .null }
      return try elements.reduce(value(initial)) { result, element in
        try evaluate(
          step, row.merging([accumulator.text: result, variable.text: element]) { $1 })
      }
    case .pattern(let pattern):
      return .boolean(try !assignments(of: [pattern], from: row).isEmpty)
    case .patternComprehension(let pattern, let predicate, let projection):
      return .list(
        try assignments(of: [pattern], from: row).compactMap { inner in
          if let predicate, try truth(predicate, inner) != true { return nil }
          return try evaluate(projection, inner)
        })
    case .subquery(let subquery):
      let found = try evaluate(subquery.query, from: row)
      switch subquery.kind {
      case .exists: return .boolean(!found.rows.isEmpty)
      case .count: return .integer(Int64(found.rows.count))
      case .collect:
        return .list(found.rows.map { inner in found.columns.first.flatMap { inner[$0] } ?? .null })
      }
    case .slice(let base, let from, let to):
      let (list, from, to) = (try value(base), try from.map(value), try to.map(value))
      guard case .list(let elements) = list, from?.isNull != true, to?.isNull != true else {
        return .null
      }
      func place(_ bound: Value?, _ open: Int) throws -> Int {
        guard let bound else { return open }
        guard case .integer(let index) = bound else { throw Failure(reason: "slice") }
        return min(max(0, index < 0 ? elements.count + Int(index) : Int(index)), elements.count)
      }
      let (start, end) = (try place(from, 0), try place(to, elements.count))
      return .list(start < end ? Array(elements[start..<end]) : [])
    case .concatenation(let operands):
      return try operands.dropFirst().reduce(value(operands[0])) { result, operand in
        try arithmetic(.add, result, value(operand))
      }
    case .mapProjection(let name, let items):
      guard let base = row[name.text] else { throw Failure(reason: "no variable") }
      if base.isNull { return .null }
      var entries: [(key: String, value: Value)] = []
      for item in items {
        switch item {
        case .literal(let entry): entries.append((entry.key.text, try value(entry.value)))
        case .property(let key): entries.append((key.text, try property(key.text, of: base)))
        case .variable(let name): entries.append((name.text, row[name.text] ?? .null))
        case .all: entries += properties(of: base)
        }
      }
      return .map(ValueMap(entries))
    case .parameter, .isTyped, .isNormalized, .caseOperand:
      throw Failure(reason: "an expression that the reference does not know")
    }
  }

  private func and(_ a: Bool?, _ b: Bool?) -> Bool? {
    if a == false || b == false { return false }
    return a == nil || b == nil ? nil : true
  }

  private func compare(
    _ operation: Expression.ComparisonOperator, _ a: Value, _ b: Value
  ) -> Bool? {
    switch operation {
    case .equal: a.equals(b)
    case .notEqual: a.equals(b).map { !$0 }
    case .less: a.isLess(than: b)
    case .lessOrEqual: a.isLessOrEqual(to: b)
    case .greater: b.isLess(than: a)
    case .greaterOrEqual: b.isLessOrEqual(to: a)
    }
  }

  private func predicate(
    _ operation: Expression.PredicateOperator, _ a: Value, _ b: Value
  ) throws -> Bool? {
    switch (operation, a, b) {
    case (.in, _, .null): return nil
    case (.in, _, .list(let elements)):
      let equalities = elements.map { a.equals($0) }
      return equalities.contains(true) ? true : equalities.contains(nil) ? nil : false
    case (.startsWith, .string(let a), .string(let b)): return a.hasPrefix(b)
    case (.endsWith, .string(let a), .string(let b)): return a.hasSuffix(b)
    case (.contains, .string(let a), .string(let b)): return b.isEmpty || a.contains(b)
    case (.matches, .string(let a), .string(let b)): return try Regex(b).wholeMatch(in: a) != nil
    case (.startsWith, _, _), (.endsWith, _, _), (.contains, _, _), (.matches, _, _): return nil
    default: throw Failure(reason: "an operator on a wrong type")
    }
  }

  private func arithmetic(
    _ operation: Expression.ArithmeticOperator, _ a: Value, _ b: Value
  ) throws -> Value {
    switch (operation, a, b) {
    case (_, .null, _), (_, _, .null): return .null
    case (.add, .integer(let a), .integer(let b)): return .integer(a + b)
    case (.divide, .float(let a), .float(let b)): return .float(a / b)
    case (.subtract, .integer(let a), .integer(let b)): return .integer(a - b)
    case (.multiply, .integer(let a), .integer(let b)): return .integer(a * b)
    case (.add, .string(let a), .string(let b)): return .string(a + b)
    case (.add, .list(let a), .list(let b)): return .list(a + b)
    case (.add, .list(let a), .integer): return .list(a + [b])
    case (.add, .string(let a), .integer(let b)): return .string(a + String(b))
    case (.add, .float(let a), .integer(let b)): return .float(a + Double(b))
    default: throw Failure(reason: "arithmetic on \(a.text) and \(b.text)")
    }
  }

  private func hold(_ quantifier: Expression.Quantifier, _ truths: [Bool?]) -> Bool? {
    let hasUnknown = truths.contains(nil)
    let trueCount = truths.count { $0 == true }
    switch quantifier {
    case .all: return truths.contains(false) ? false : hasUnknown ? nil : true
    case .any: return trueCount > 0 ? true : hasUnknown ? nil : false
    case .none: return trueCount > 0 ? false : hasUnknown ? nil : true
    case .single: return trueCount > 1 ? false : hasUnknown ? nil : trueCount == 1
    }
  }

  private func aggregate(_ name: String, _ isDistinct: Bool, _ values: [Value]) throws -> Value {
    var values = values.filter { !$0.isNull }
    if isDistinct {
      var seen: Set<EquivalentValue> = []
      values = values.filter { seen.insert(EquivalentValue($0)).inserted }
    }
    switch name {
    case "count": return .integer(Int64(values.count))
    case "collect": return .list(values)
    case "min": return values.min { Value.order($0, $1) < 0 } ?? .null
    case "max": return values.max { Value.order($0, $1) < 0 } ?? .null
    default:
      let sum = try values.reduce(into: 0 as Int64) { sum, value in
        guard case .integer(let integer) = value else { throw Failure(reason: "sum of no integer") }
        sum += integer
      }
      if name == "sum" { return .integer(sum) }
      return values.isEmpty ? .null : .float(Double(sum) / Double(values.count))
    }
  }

  private func function(_ name: String, _ arguments: [Value]) throws -> Value {
    switch (name, arguments.first ?? .null) {
    case ("coalesce", _): return arguments.first { !$0.isNull } ?? .null
    case (_, .null): return .null
    case ("size", .list(let list)): return .integer(Int64(list.count))
    case ("size", .string(let text)): return .integer(Int64(text.unicodeScalars.count))
    case ("length", .path(let path)): return .integer(Int64(path.length))
    case ("nodes", .path(let path)): return .list(path.nodes.map { .node($0) })
    case ("relationships", .path(let path)):
      return .list(path.relationships.map { .relationship($0) })
    case ("id", .node(let node)): return .integer(Int64(node.id.rawValue))
    case ("id", .relationship(let relationship)):
      return .integer(Int64(relationship.id.rawValue))
    case ("type", .relationship(let relationship)):
      return .string(try edge(relationship.id).type)
    case ("labels", .node(let node)):
      return .list(try vertex(node.id).labels.sorted().map { .string($0) })
    case ("startnode", .relationship(let relationship)):
      return .node(Node(try edge(relationship.id).source))
    case ("endnode", .relationship(let relationship)):
      return .node(Node(try edge(relationship.id).target))
    case ("tail", .list(let list)): return .list(Array(list.dropFirst()))
    case ("reverse", .list(let list)): return .list(list.reversed())
    case ("sign", .integer(let number)): return .integer(number.signum())
    case ("isempty", .list(let list)): return .boolean(list.isEmpty)
    case ("head", .list(let list)): return list.first ?? .null
    case ("last", .list(let list)): return list.last ?? .null
    case ("abs", .integer(let number)): return .integer(abs(number))
    case ("tostring", .integer(let number)): return .string(String(number))
    case ("toupper", .string(let text)): return .string(text.uppercased())
    case ("tolower", .string(let text)): return .string(text.lowercased())
    case ("reverse", .string(let text)): return .string(String(text.reversed()))
    case ("substring", .string(let text)): return .string(String(text.dropFirst()))
    case ("left", .string(let text)): return .string(String(text.prefix(1)))
    case ("replace", .string(let text)):
      return .string(text.map { $0 == "a" ? "bb" : String($0) }.joined())
    case ("date", .string(let text)): return .date(try Temporal.Date(parsing: text))
    case ("duration", .string(let text)): return .duration(try Temporal.Duration(parsing: text))
    default: throw Failure(reason: "function \(name)")
    }
  }
}
