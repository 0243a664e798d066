/// A read transaction that is used again and again, with what is known of its snapshot.
internal import GraphModel
internal import LMDB

/// Pooled by `SharedStore`; one thread at a time.
final class Snapshot {
  let transaction: ReadTransaction
  let memo = Memo()
  private(set) var header = StoreHeader()
  private(set) var catalog = Catalog()
  /// Whether the file is larger than what of it may stay in memory.
  private(set) var exceedsMemory = false
  private var id: UInt64?

  init(_ transaction: ReadTransaction) { self.transaction = transaction }

  /// Adopts the snapshot the transaction now stands on: forgets what belonged to another.
  func adopt(_ store: SharedStore) throws(KhoError) {
    let id = transaction.id
    guard id != self.id else { return }
    self.id = nil
    memo.removeAll()
    header = try store.header(in: transaction)
    exceedsMemory = try store.exceedsMemory
    if catalog.version != header.catalogVersion {
      catalog = try store.catalog(version: header.catalogVersion, in: transaction)
    }
    self.id = id
  }
}
