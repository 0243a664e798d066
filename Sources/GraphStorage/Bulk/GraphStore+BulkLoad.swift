/// The two ways to load much: into a store in one transaction, or into a new file.
internal import GraphModel
internal import LMDB

extension GraphStore {
  /// Runs `body` with a load in one write transaction: all of it is committed when `body` returns,
  /// or nothing. What it changes stays in memory up to LMDB's half gigabyte, then goes to the file
  /// before the commit. Where the file's map has to grow, `body` runs a second time.
  /// - Parameter largestRun: entries of adjacency kept in memory, two for each relationship.
  package func bulkLoad<R>(
    largestRun: Int = 1 << 19, _ body: (BulkLoad) throws -> R
  ) throws -> R {
    try write(isAlone: true) { transaction in
      let load = BulkLoad(beside: path, largestRun: largestRun)
      try load.resume(transaction)
      let result = try body(load)
      while try !load.finish(blockCount: .max) {}
      return result
    }
  }

  /// Makes the file at `path` from one load: whole, or not at all. `step` adds a part each time it
  /// is called, until it returns true; memory holds one part's changes.
  /// - Parameters:
  ///   - prepare: may fill the empty store with a schema.
  ///   - finishing: called when nothing is left to add but to write.
  /// - Throws: `FileExists` where there is a file already.
  package static func create(
    path: String, prepare: (GraphStore) throws -> Void, step: (BulkLoad) throws -> Bool,
    finishing: () throws -> Void
  ) throws {
    guard FileIdentity(path: path) == nil else { throw opening(.fileExists, path) }
    var failure: (any Error)?
    do throws(KhoError) {
      try DatabaseFile.create(path, convert: { opening($0, path) }) {
        (temporary) throws(KhoError) in
        let store = try unsynced(temporary, for: path, isTemporary: false)
        defer { store.close() }
        do {
          try prepare(store)
          let load = BulkLoad(beside: store.path)
          try inParts(store, load) { try step(load) }
          try finishing()
          try inParts(store, load) { try load.finish(blockCount: 1 << 14) }
        } catch {
          failure = error
          throw error as? KhoError ?? KhoError(.storageError, "Import", "\(error)")
        }
      }
    } catch {
      throw failure ?? error
    }
  }

  /// Runs `body` in one transaction after the other, until it returns true.
  private static func inParts(
    _ store: GraphStore, _ load: BulkLoad, _ body: () throws -> Bool
  ) throws {
    var isFinished = false
    while !isFinished {
      var hasRun = false
      isFinished = try store.write(isAlone: true) { transaction in
        // A load cannot take a part back, as a larger map would ask of it.
        if hasRun { throw KhoError(LMDBError.mapFull) }
        hasRun = true
        try load.resume(transaction)
        return try body()
      }
    }
  }
}
