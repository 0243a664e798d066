/// A read transaction that lasts until it is ended by hand.
internal import GraphModel
internal import LMDB

/// Made by `GraphStore.beginRead`. Used by one thread at a time, which may be another each time; a
/// file in use by one does not close.
package final class OpenRead {
  package let transaction: GraphTransaction
  private let store: SharedStore
  private let snapshot: Snapshot
  private let thread = ThreadIdentity.current
  private var isEnded = false

  init(_ store: SharedStore) throws(KhoError) {
    self.store = store
    snapshot = try store.acquire()
    transaction = GraphTransaction(store, snapshot)
  }

  deinit { end() }

  /// Gives the snapshot back; later use of the transaction throws.
  package func end() {
    guard !isEnded else { return }
    isEnded = true
    transaction.end()
    store.release(snapshot, of: thread)
  }
}

/// The way to a snapshot that some thread reads, for another thread, which needs a transaction of
/// its own: LMDB's belong to one thread at a time.
package struct SnapshotAccess: Sendable {
  private let store: SharedStore
  private let id: UInt64

  /// Nil for a transaction that writes, and on a file that may be damaged.
  package init?(_ transaction: GraphTransaction) {
    guard transaction.memo != nil, !transaction.isEnded,
      !transaction.store.configuration.isUntrusted
    else { return nil }
    store = transaction.store
    id = transaction.snapshotID
  }

  /// A transaction of the calling thread on the same snapshot; nil where there has been a commit
  /// since, or no reader is left.
  package func open() -> OpenRead? {
    guard let read = try? OpenRead(store) else { return nil }
    return read.transaction.snapshotID == id ? read : nil
  }
}
