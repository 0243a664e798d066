/// One statement in a transaction of its own.
internal import CypherEngine
internal import GraphStorage

extension Database {
  /// Runs one statement in a transaction of its own, reading or writing as the statement needs, and
  /// keeps its rows in memory.
  ///
  /// ```swift
  /// let result = try database.execute("MATCH (p:Person) SET p.seen = true RETURN p.name AS name")
  /// print(result.counters.propertiesSet)
  /// while let row = try result.next() { print(row["name"]) }
  /// ```
  /// - Parameters:
  ///   - limits: bounds of this statement instead of the configured ones.
  ///   - cancellation: ends the statement from another thread.
  /// - Returns: the result, no longer bound to a transaction; changes are committed.
  /// - Throws: errors of the language with their place in `text`, and then nothing was changed;
  ///   `.storageError` where the commit fails; `.misuse` if it writes and the database is
  ///   read-only.
  @discardableResult public func execute(
    _ text: String, _ parameters: Parameters = [:], limits: QueryLimits? = nil,
    cancellation: Cancellation? = nil
  ) throws(KhoError) -> ResultSet {
    try typed {
      try execute(text, parameters, limits: limits, cancellation: cancellation) { result in
        try result.buffer()
        return result
      }
    }
  }

  /// Runs one statement in a transaction of its own and hands its result to `body` to read as it
  /// comes.
  ///
  /// A statement that writes is committed first, and `body` reads its rows from memory. One that
  /// only reads computes them as `body` asks, on the calling thread, so a result of any size takes
  /// little memory.
  /// - Returns: what `body` returns.
  /// - Throws: as above, and what `body` throws.
  public func execute<R>(
    _ text: String, _ parameters: Parameters = [:], limits: QueryLimits? = nil,
    cancellation: Cancellation? = nil, body: (ResultSet) throws -> R
  ) throws -> R {
    try execute(
      parameters, limits: limits, isCancelled: cancellation?.test,
      prepare: { tx throws(KhoError) -> PreparedQuery in try tx.prepare(text) }, body: body)
  }

  /// Runs a prepared statement in a transaction of its own: as with text.
  public func execute<R>(
    _ statement: PreparedStatement, _ parameters: Parameters = [:], limits: QueryLimits? = nil,
    cancellation: Cancellation? = nil, body: (ResultSet) throws -> R
  ) throws -> R {
    try execute(
      parameters, limits: limits, isCancelled: cancellation?.test,
      prepare: { tx throws(KhoError) -> PreparedQuery in try tx.query(of: statement) }, body: body)
  }

  func execute<R>(
    _ parameters: Parameters, limits: QueryLimits?, isCancelled: (@Sendable () -> Bool)?,
    prepare: (Transaction) throws(KhoError) -> PreparedQuery, body: (ResultSet) throws -> R
  ) throws -> R {
    var writing: PreparedQuery?
    let result: R? = try read(isCancelled: isCancelled) { tx in
      let query = try prepare(tx)
      guard !query.isWriting else {
        writing = query
        return nil
      }
      if let limits { tx.limits = limits }
      return try body(tx.start(query, parameters))
    }
    if let result { return result }
    let query = writing
    return try body(
      write(isCancelled: isCancelled) { tx in
        guard let query else { throw KhoError.transactionFinished }
        if let limits { tx.limits = limits }
        let result = try tx.start(query, parameters)
        try result.buffer()
        return result
      })
  }
}
