/// What a database file is like: for `kho info`. And its backup.
package import GraphModel
internal import LMDB

package struct StoreInformation: Sendable {
  package struct Table: Sendable {
    package var name: String
    package var recordCount: Int
    package var sizeInBytes: Int
  }

  package var path: String
  package var formatVersion: Int
  package var libraryVersion: String
  /// The number of the last commit.
  package var lastTransaction: UInt64
  package var fileSizeInBytes: Int
  /// Of pages that hold data; the rest of the file is used by later writes.
  package var usedSizeInBytes: Int
  package var mapSizeInBytes: Int
  package var pageSizeInBytes: Int
  /// Slots of reading transactions in use or kept ready, in all processes.
  package var readerCount: Int
  package var tables: [Table]
}

extension GraphStore {
  /// The file's state, from one snapshot. O(tables).
  package func information() throws(KhoError) -> StoreInformation {
    do {
      return try read { transaction in
        let environment = try shared.information()
        let pageSize = environment.pageSizeInBytes
        var tables: [StoreInformation.Table] = []
        // Two pages of LMDB's own. A damaged file may tell any numbers.
        var usedPages = 2
        let namedCount = transaction.tables.named.count
        for (name, table) in transaction.tables.all {
          let statistics = try storage { () throws(LMDBError) in
            try transaction.transaction.statistics(of: table)
          }
          usedPages &+= statistics.pageCount
          tables.append(
            StoreInformation.Table(
              name: name,
              recordCount: statistics.recordCount &- (name == "meta" ? namedCount : 0),
              sizeInBytes: statistics.pageCount &* pageSize))
        }
        return StoreInformation(
          path: path, formatVersion: Int(StoreFormat.number),
          libraryVersion: Environment.libraryVersion.name,
          lastTransaction: environment.lastTransaction,
          fileSizeInBytes: environment.pageCount &* pageSize,
          usedSizeInBytes: usedPages &* pageSize,
          mapSizeInBytes: environment.mapSizeInBytes, pageSizeInBytes: pageSize,
          readerCount: environment.readerCount, tables: tables)
      }
    } catch let error as KhoError {
      throw error
    } catch {
      throw KhoError(.storageError, "LMDB", "\(error)")
    }
  }

  /// Writes the newest snapshot, without free pages, to a new file: whole or not at all. Others go
  /// on reading and writing. O(size of the data).
  /// - Throws: `FileExists` where there is a file at `path` already.
  package func backup(to path: String) throws(KhoError) {
    guard FileIdentity(path: path) == nil else { throw GraphStore.opening(.fileExists, path) }
    try DatabaseFile.create(path, convert: { GraphStore.opening($0, path) }) {
      (temporary) throws(KhoError) in
      try shared.copy(to: temporary, for: path)
    }
  }
}
