internal import GraphModel

/// Which plans several threads may work at: each at some of the ids of the scan they start from.

extension Plan {
  /// Whether the rows of consecutive parts of its first scan's ids are, one after the other, its
  /// rows, whichever thread computes them.
  var isDivisible: Bool { isDivisible(from: false) }

  /// - Parameter isArgument: whether it may start from rows that it is given.
  fileprivate func isDivisible(from isArgument: Bool) -> Bool {
    switch operation {
    case .argument: isArgument
    case .nodeScan(let input, _, _, _), .relationshipScan(let input, _):
      input.isDivisible(from: true)
    case .expand(let input, _), .endpoints(let input, _): input.isDivisible(from: isArgument)
    case .nodeByID(let input, _, _, let id):
      input.isDivisible(from: isArgument) && id.isDivisible
    case .hashJoin(let input, let join):
      input.isDivisible(from: isArgument) && join.value.isDivisible
    case .variableExpand(let input, _, let length), .shortestPath(let input, _, let length, _, _):
      input.isDivisible(from: isArgument) && length.predicates.allSatisfy(\.isDivisible)
        && length.conditions.allSatisfy(\.value.isDivisible)
    case .filter(let input, let predicates):
      input.isDivisible(from: isArgument) && predicates.allSatisfy(\.isDivisible)
    case .project(let input, let items):
      input.isDivisible(from: isArgument) && items.allSatisfy(\.expression.isDivisible)
    case .unwind(let input, _, let list):
      input.isDivisible(from: isArgument) && list.isDivisible
    case .apply(let input, let apply):
      input.isDivisible(from: isArgument) && apply.plan.isDivisible(from: true)
        && apply.returnsRows
    case .indexSeek, .repeat, .select, .aggregate, .distinct, .sort, .skip, .limit, .union,
      .create, .merge, .set, .remove, .delete, .foreach, .call, .loadCSV, .empty:
      false
    }
  }
}

extension Plan {
  /// The same plan with memory of its own for what operators look at for each row: threads that
  /// count references to the same arrays wait for one another.
  var unshared: Plan {
    let operation: Operation =
      switch operation.mapInputs(\.unshared) {
      case .relationshipScan(let input, let expand): .relationshipScan(input, expand.unshared)
      case .expand(let input, let expand): .expand(input, expand.unshared)
      case .endpoints(let input, let expand): .endpoints(input, expand.unshared)
      case .variableExpand(let input, let expand, let length):
        .variableExpand(input, expand.unshared, length)
      case .shortestPath(let input, let expand, let length, let path, let selector):
        .shortestPath(input, expand.unshared, length, path: path, selector)
      case let other: other
      }
    return Plan(operation: operation, rows: rows)
  }
}

extension ExpandPlan {
  fileprivate var unshared: ExpandPlan {
    var copy = self
    copy.types = types.map { $0.map(\.self) }
    copy.distinctFrom = distinctFrom.map(\.self)
    copy.text = String(decoding: Array(text.utf8), as: UTF8.self)
    return copy
  }
}

extension BoundExpression {
  /// Whether it gives the same on any thread, in whatever order it is asked.
  final var isDivisible: Bool {
    switch self {
    case let call as FunctionExpression where call.function.isHosts: return false
    case let subquery as SubqueryExpression:
      guard subquery.plan?.isDivisible(from: true) == true else { return false }
    default: break
    }
    return !hasRandomness && children.allSatisfy(\.isDivisible)
  }
}

extension BoundProjection.Aggregate {
  /// Whether its states over rows that follow one another can be merged. What comes after the first
  /// argument is asked once for each group, in its first row.
  var isDivisible: Bool {
    function?.isMergeable ?? true && arguments.allSatisfy(\.isDivisible)
      && arguments.dropFirst().allSatisfy(\.isConstant)
  }
}
