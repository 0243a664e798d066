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
