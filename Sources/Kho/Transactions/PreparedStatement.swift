/// A statement parsed and planned once.
internal import CypherEngine
internal import GraphStorage

/// A statement that is parsed and planned, made by `Database.prepare`, to be run any number of
/// times in any transaction of that database, from any thread. It is planned anew where the schema
/// or the size of the graph has changed.
public struct PreparedStatement: Sendable {
  let query: PreparedQuery
  let engine: Engine

  public var text: String { query.text }
  /// Names of the result's columns, in order; empty for a statement without a result.
  public var columns: [String] { query.columns }
  /// Whether it can run only in a write transaction.
  public var isWriting: Bool { query.isWriting }
  /// Whether `shortRows` may answer it.
  package var isShortRead: Bool { query.isShortRead }
}

extension Database {
  /// All rows of a short read in a transaction of its own; nil where `Transaction.query` has to run
  /// it.
  package func shortRows(
    _ statement: PreparedStatement, _ parameters: borrowing NamedValues, rowLimit: Int?
  ) throws(KhoError) -> ResultRows? {
    guard statement.isShortRead, statement.engine === engine else { return nil }
    return try typed {
      try store.read { storage in
        try statement.query.shortRows(parameters, in: storage, rowLimit: rowLimit)
      }
    }
  }

  /// Parses and plans `text`.
  ///
  /// ```swift
  /// let older = try database.prepare("MATCH (p:Person) WHERE p.born < $year RETURN p.name")
  /// let names = try database.read { tx in
  ///   try tx.query(older, ["year": 1900]).map { try $0.get(0, as: String.self) }
  /// }
  /// ```
  /// - Throws: errors of the language that do not depend on parameters and data, with their place
  ///   in `text`.
  public func prepare(_ text: String) throws(KhoError) -> PreparedStatement {
    let query = try typed {
      try DeepStack.run {
        try store.read { storage in
          try DeepStack.run(statement: text) { () throws(KhoError) in
            try engine.prepare(text, in: storage)
          }
        }
      }
    }
    return PreparedStatement(query: query, engine: engine)
  }
}
