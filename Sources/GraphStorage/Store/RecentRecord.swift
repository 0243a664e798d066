/// How a record of recent entries is stored beside the header: always with a page of its own.
internal import GraphModel
internal import LMDB

/// LMDB keeps a record of less than half a page among others, and the page of the header, which
/// every transaction writes, would have to be split for it.
enum RecentRecord {
  /// Of every such record: with LMDB's header it fills a page.
  static let sizeInBytes = 4_072
}

extension GraphTransaction {
  /// Stores a record, with zeros behind it; removes it where it has no bytes.
  func putRecent(_ key: [UInt8], _ record: [UInt8]) throws(KhoError) {
    let writer = try writable().writer
    try lmdb { () throws(LMDBError) in
      if record.isEmpty {
        try writer.delete(tables.meta, key)
      } else {
        let padding = [UInt8](repeating: 0, count: max(0, RecentRecord.sizeInBytes - record.count))
        try writer.put(tables.meta, key, record + padding)
      }
    }
  }
}
