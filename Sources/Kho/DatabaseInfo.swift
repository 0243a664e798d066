/// The state of a database's file: its size, its soundness, its backup.
internal import GraphStorage

/// The state of a database's file, as of one snapshot.
public struct DatabaseInfo: Sendable {
  /// One table of the file: nodes, relationships, adjacency, indexes …
  public struct Table: Sendable {
    public var name: String
    public var recordCount: Int
    public var sizeInBytes: Int
  }

  public var path: String
  public var isReadOnly: Bool
  public var nodeCount: Int
  public var relationshipCount: Int
  /// The version of Kho's file format.
  public var formatVersion: Int
  /// The LMDB library in use, with its version.
  public var libraryVersion: String
  /// The number of the last commit.
  public var lastTransaction: UInt64
  public var fileSizeInBytes: Int
  /// Of that, what holds data; the rest is used by later writes.
  public var usedSizeInBytes: Int
  /// Reading transactions under way or kept ready, in all processes.
  public var readerCount: Int
  public var tables: [Table]
}

extension Database {
  /// The state of the file.
  /// - Complexity: O(1), no scan.
  public func info() throws(KhoError) -> DatabaseInfo {
    let information = try store.information()
    let (nodeCount, relationshipCount) = try typed {
      try store.read { ($0.nodeCount, $0.relationshipCount) }
    }
    return DatabaseInfo(
      path: path, isReadOnly: configuration.isReadOnly, nodeCount: nodeCount,
      relationshipCount: relationshipCount, formatVersion: information.formatVersion,
      libraryVersion: information.libraryVersion, lastTransaction: information.lastTransaction,
      fileSizeInBytes: information.fileSizeInBytes, usedSizeInBytes: information.usedSizeInBytes,
      readerCount: information.readerCount,
      tables: information.tables.map {
        DatabaseInfo.Table(
          name: $0.name, recordCount: $0.recordCount, sizeInBytes: $0.sizeInBytes)
      })
  }

  /// Looks for damage: checksums, structure, and whether adjacency, counts and indexes agree with
  /// what is stored. Others go on reading and writing.
  /// - Returns: a sentence for each fault, the first few hundred at most; none for a sound file.
  /// - Throws: `.storageError` where the file cannot be read at all; `.misuse` on a closed
  ///   database.
  /// - Complexity: O(size of the file).
  public func check() throws(KhoError) -> [String] { try store.check() }

  /// Writes the graph as it is now to a new file: whole, or not at all. Others go on reading and
  /// writing. The copy has no free pages, so it is the smaller one.
  ///
  /// ```swift
  /// try database.backup(to: "people-monday.kho")
  /// ```
  /// - Throws: `.storageError` with the detail `FileExists` where there is a file already, or with
  ///   another reason why it cannot be written.
  /// - Complexity: O(size of the data).
  public func backup(to path: String) throws(KhoError) { try store.backup(to: path) }
}
