/// All entities of an index in the order of its values, some at a time.
package import GraphModel
internal import LMDB

/// How far a walk through an index has come.
package struct IndexPosition: Sendable {
  /// The key of the last entry met; empty at the start.
  fileprivate var last: [UInt8] = []
  /// No more entries follow, or none of which the key tells the order.
  package fileprivate(set) var isFinished = false
  package init() {}
}

extension GraphTransaction {
  /// Appends up to `limit` further entities in the order of their values, or against it; those with
  /// equal values in the order of their ids, or against it. O(log n + limit).
  ///
  /// Ends early before a value so long that its key is cut.
  package func entities(
    of index: IndexDefinition, isDescending: Bool, position: inout IndexPosition, limit: Int,
    to ids: inout [UInt32]
  ) throws(KhoError) {
    try live()
    guard index.isSeekable, !position.isFinished, limit > 0 else { return }
    let prefix = IndexKey.prefix(index.id)
    let end = IndexKey.prefix(index.id &+ 1)
    var last = position.last
    var isFinished = false
    var found: [UInt32] = []
    try withIndexWalk { (walk, cursor) throws(KhoError) in
      let start = last.isEmpty ? (isDescending ? end : prefix) : last
      // Forwards the first entry counts; backwards, and after the last one met, its neighbour.
      var isFound = try lmdb { () throws(LMDBError) in
        let isFound = try walk.seek(start, &cursor)
        if isDescending { return try walk.previous(&cursor) }
        return isFound && !last.isEmpty ? try walk.next(&cursor) : isFound
      }
      while isFound, walk.key.starts(with: prefix) {
        if found.count == limit { return }
        if IndexKey.value(ofKey: walk.key).count >= IndexKey.longestValueInBytes { break }
        last = walk.key.array
        found.append(IndexKey.id(ofKey: walk.key))
        isFound = try lmdb { () throws(LMDBError) in
          isDescending ? try walk.previous(&cursor) : try walk.next(&cursor)
        }
      }
      isFinished = true
    }
    ids += found
    position.last = last
    position.isFinished = isFinished
  }
}
