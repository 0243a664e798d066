internal import CypherSyntax
package import GraphModel
package import GraphStorage

/// Runs openCypher on a store: parse, bind, plan, optimize, execute.
///
/// STUB: signatures are the contract between engine and API; bodies follow. Safe to use from several threads, each
/// with a transaction of its own.
package final class Engine: Sendable {
  package init(store: GraphStore) {}

  /// Parses and plans `text`, or takes the plan from the cache. Names are resolved in `transaction`'s catalog.
  package func prepare(
    _ text: String, in transaction: GraphTransaction
  ) throws(KhoError) -> PreparedQuery {
    throw KhoError(.unsupported, "NotImplemented", "the engine is not there yet")
  }

  /// Starts a prepared query; rows are computed as they are asked for. A prepared query whose catalog version is old is
  /// planned anew. Queries that write run to their end before the first row is handed out.
  package func execute(
    _ query: PreparedQuery, parameters: [String: Value] = [:], in transaction: GraphTransaction,
    limits: Limits = Limits()
  ) throws(KhoError) -> Execution {
    throw KhoError(.unsupported, "NotImplemented", "the engine is not there yet")
  }

  /// Registers a procedure, or replaces the one of that name.
  package func register(_ procedure: Procedure) {}
  package func removeAllProcedures() {}
}

/// A query parsed and planned, to be run any number of times.
package final class PreparedQuery: Sendable {
  package let text: String
  package let columns: [String]
  /// Whether it needs a writable transaction.
  package let isWriting: Bool
  init(text: String, columns: [String], isWriting: Bool) {
    self.text = text
    self.columns = columns
    self.isWriting = isWriting
  }
}

/// A running query.
package final class Execution {
  package let columns: [String]
  init(columns: [String]) { self.columns = columns }
  /// The next row, or nil at the end. Nodes, relationships and paths come with labels and properties.
  package func next() throws(KhoError) -> [Value]? { nil }
  /// What was changed so far.
  package var counters: UpdateCounters { UpdateCounters() }
  /// Warnings: an unknown label, type or property key …
  package var notifications: [Notification] { [] }
  /// The plan, for EXPLAIN and (with rows and times, complete at the end) PROFILE.
  package var plan: PlanDescription? { nil }
}

/// Bounds of one query; nil means none.
package struct Limits: Sendable {
  /// Wall time.
  package var seconds: Double? = 300
  /// Memory for values, sorting and aggregation.
  package var memoryInBytes: Int? = 1 << 30
  package var rows: Int?
  /// Asked at least once a batch, from the query's thread: true ends the query with `.cancelled`.
  package var isCancelled: (@Sendable () -> Bool)?
  package init() {}
}

/// A procedure of the host program, for CALL.
package struct Procedure: Sendable {
  package struct Field: Sendable, Hashable {
    package var name: String
    /// The type's name as in signatures: `STRING?`, `INTEGER?`, `NUMBER?`, `FLOAT?`, `ANY?` …
    package var type: String
    package init(name: String, type: String) {
      self.name = name
      self.type = type
    }
  }
  package var name: String
  package var inputs: [Field]
  package var outputs: [Field]
  /// Arguments, converted to the inputs' types, to rows of the outputs' width.
  package var body: @Sendable ([Value]) throws -> [[Value]]
  package init(
    name: String, inputs: [Field], outputs: [Field],
    body: @escaping @Sendable ([Value]) throws -> [[Value]]
  ) {
    self.name = name
    self.inputs = inputs
    self.outputs = outputs
    self.body = body
  }
}
