package import GraphModel

/// One database file, open: the door of `GraphStorage`.
///
/// STUB: signatures are the contract between storage and engine; bodies follow.
package final class GraphStore: Sendable {
  package struct Configuration: Sendable {
    package var isReadOnly = false
    /// Creates the file where there is none.
    package var createsFile = true
    /// Verifies block checksums on every first touch.
    package var isUntrusted = false
    /// `.relaxed` may lose the last commit on power failure, never corrupts (LMDB: MDB_NOMETASYNC).
    package enum Durability: Sendable { case full, relaxed }
    package var durability = Durability.full
    package init() {}
  }

  package let path: String
  private init(path: String) { self.path = path }

  /// Opens or creates the file at `path`. Two opens of one file in a process give one environment.
  package static func open(
    path: String, configuration: Configuration = Configuration()
  ) throws(KhoError) -> GraphStore {
    throw KhoError(.storageError, "NotImplemented", "storage is not there yet")
  }

  /// An empty store that nobody else sees, in the temporary directory; its files go when it is closed. Not synced.
  package static func temporary() throws(KhoError) -> GraphStore {
    throw KhoError(.storageError, "NotImplemented", "storage is not there yet")
  }

  /// Runs `body` on a snapshot, on the calling thread. The transaction must not be used after `body` returns.
  package func read<R>(_ body: (GraphTransaction) throws -> R) throws -> R {
    throw KhoError(.storageError, "NotImplemented", "storage is not there yet")
  }

  /// Runs `body` alone on the writer thread while the caller waits; commits on return, rolls back on a throw.
  /// Where the map is full, grows it and runs `body` again.
  package func write<R>(_ body: (GraphTransaction) throws -> R) throws -> R {
    throw KhoError(.storageError, "NotImplemented", "storage is not there yet")
  }

  /// Removes everything: nodes, relationships, names, indexes, constraints. For scratch databases.
  package func reset() throws(KhoError) {}

  /// Waits for running transactions and closes. Later calls throw `.misuse`.
  package func close() {}
}
