/// What a read gives, now and again after each commit.
internal import GraphStorage

/// The results of a read of the graph: one at once, and a new one after each commit.
///
/// ```swift
/// let counts = database.observe { tx in
///   try tx.query("MATCH (p:Person) RETURN count(p)").single(as: Int.self)
/// }
/// for try await count in counts.removeDuplicates() { print(count) }
/// ```
/// Each result is read from one snapshot, when it is asked for: a consumer that is slow gets the
/// newest state and none of those between. After a commit of this process the next result comes at
/// once; commits of other processes are noticed within a tenth of a second.
///
/// The sequence ends when its task is cancelled or the database closed, and throws what the read
/// throws. Any number of tasks may iterate over it, each for itself. While it waits, it holds no
/// snapshot and no thread. It keeps the database open, save for `Database.close()`.
public struct ValueObservation<Element: Sendable>: AsyncSequence, Sendable {
  let database: Database
  let fetch: @Sendable (Transaction) throws -> Element
  var isDuplicate: (@Sendable (Element, Element) -> Bool)?

  public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(self) }

  /// Waits for the commits of one loop.
  public struct AsyncIterator: AsyncIteratorProtocol {
    private let observation: ValueObservation
    private let signal: CommitSignal
    private var lastTransaction: UInt64?
    private var lastElement: Element?
    private var isFinished = false

    init(_ observation: ValueObservation) {
      self.observation = observation
      signal = CommitSignal(observation.database)
    }

    /// The next result; nil once the task is cancelled or the database closed, and after an error.
    /// - Throws: what the read throws.
    public mutating func next() async throws -> Element? {
      let database = observation.database
      let fetch = observation.fetch
      while !isFinished, !Task.isCancelled, !database.store.hasClosed {
        let count = signal.count
        do {
          let seen = lastTransaction
          let fetched = try await database.read { tx -> (UInt64, Element)? in
            let transaction = try tx.snapshotID()
            return transaction == seen ? nil : (transaction, try fetch(tx))
          }
          if let (transaction, element) = fetched {
            lastTransaction = transaction
            if let last = lastElement, observation.isDuplicate?(last, element) == true { continue }
            if observation.isDuplicate != nil { lastElement = element }
            return element
          }
        } catch {
          isFinished = true
          if Task.isCancelled || database.store.hasClosed { return nil }
          throw error
        }
        await signal.wait(after: count)
      }
      isFinished = true
      return nil
    }
  }
}

extension ValueObservation where Element: Equatable {
  /// The same without results that are equal to the one before.
  public func removeDuplicates() -> ValueObservation {
    var copy = self
    copy.isDuplicate = { $0 == $1 }
    return copy
  }
}

extension Database {
  /// What `fetch` reads, now and again after each commit.
  /// - Parameter fetch: what to read, as in `read`; it runs on a thread of Kho's own.
  /// - Complexity: one `read` for each result; nothing for a commit while nobody waits.
  public func observe<Element: Sendable>(
    _ fetch: @escaping @Sendable (Transaction) throws -> Element
  ) -> ValueObservation<Element> {
    ValueObservation(database: self, fetch: fetch)
  }

  /// All rows of a statement that reads, now and again after each commit.
  ///
  /// ```swift
  /// for try await rows in database.observe("MATCH (p:Person) RETURN p.name AS name") {
  ///   print(rows.map { $0["name"] })
  /// }
  /// ```
  public func observe(
    _ text: String, _ parameters: Parameters = [:]
  ) -> ValueObservation<[Record]> {
    observe { try $0.query(text, parameters).collect() }
  }
}
