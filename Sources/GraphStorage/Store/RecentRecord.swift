/// How a record of recent entries is stored beside the header: always with a page of its own.
///
/// LMDB keeps a record of less than half a page among others, and the page of the header, which
/// every transaction writes, would have to be split for it.
internal import GraphModel
internal import LMDB

protocol RecentRecord {
  /// In table `meta`.
  static var key: [UInt8] { get }
  static var description: String { get }
  /// - Parameter stored: the record, and what may follow it.
  init(_ stored: Bytes)
  /// Without what follows.
  var bytes: Bytes { get }
  /// What is wrong with the structure, or nil.
  var defect: String? { get }
}

extension RecentRecord {
  /// As it is stored: with LMDB's header it fills a page.
  static var storedSizeInBytes: Int { 4_072 }
}

extension GraphTransaction {
  /// The record as it is stored, looked through for damage; empty where there is none.
  func storedRecent<Record: RecentRecord>(_: Record.Type) throws(KhoError) -> Bytes {
    let bytes = try lmdb { () throws(LMDBError) in
      try transaction.get(tables.meta, Record.key) ?? .empty
    }
    if bytes.isEmpty { return bytes }
    let record = Record(bytes)
    if let defect = record.defect { throw .corrupted("\(Record.description) \(defect)") }
    if store.configuration.isUntrusted, !Checksum.isIntact(record.bytes) {
      throw .corrupted("\(Record.description) not matching their checksum")
    }
    return bytes
  }

  /// Stores the record, with zeros behind it; removes it where it has no bytes.
  func putRecent<Record: RecentRecord>(
    _: Record.Type, _ record: [UInt8]
  ) throws(KhoError) {
    let writer = try writable().writer
    try lmdb { () throws(LMDBError) in
      if record.isEmpty {
        try writer.delete(tables.meta, Record.key)
      } else {
        let rest = max(0, Record.storedSizeInBytes - record.count)
        try writer.put(tables.meta, Record.key, record + [UInt8](repeating: 0, count: rest))
      }
    }
  }
}
