/// Finding entities by the values of an index.
package import GraphModel
internal import LMDB

/// What an index is asked for. Bounds compare as openCypher does, within one comparable type. A
/// range without bounds is all that the index holds; ranges and prefixes concern the first key.
package enum IndexSeek: Sendable {
  /// The values of all keys of the index.
  case equal([Value])
  case range(lower: Value?, includesLower: Bool, upper: Value?, includesUpper: Bool)
  case prefix(String)
}

extension GraphTransaction {
  package var indexes: [IndexDefinition] { catalog.indexes }

  /// Entities in the order of the index's values, rechecked against the stored property where the
  /// index does not hold all of it. Ids are node or relationship ids as the index's entity says.
  /// `.equal` with null finds nothing. About `limit` of them, or all where there are fewer; it may
  /// end after `enough` of them, too, where the next has another value.
  /// O(log n + result).
  package func seek(
    _ index: IndexDefinition, _ seek: IndexSeek, limit: Int = .max, enough: Int = .max,
    to ids: inout [UInt32]
  ) throws(KhoError) {
    try live()
    guard index.isSeekable else { return }
    if case .equal(let values) = seek, values.count == 1 {
      switch try self.seek(unique: index, values[0]) {
      case .one(let id):
        ids.append(id)
        return
      case .none: return
      case .unknown: if try find(index, values[0], limit: limit, to: &ids) { return }
      }
    }
    if case .prefix(let text) = seek {
      let key = IndexKey.prefix(index.id, text: text)
      if !IndexKey.isCut(key), try find(key, limit: limit, enough: enough, to: &ids) {
        return
      }
    }
    try find(index, seek, limit: limit, to: &ids)
  }

  /// The entities of one value of the index's one key; false, and nothing is found, where entries
  /// do not tell.
  func find(
    _ index: IndexDefinition, _ value: Value, limit: Int, to ids: inout [UInt32]
  ) throws(KhoError) -> Bool {
    guard index.isSeekable, index.keys.count == 1,
      let key = IndexKey.certainKey(index.id, value)
    else { return false }
    return try find(key, limit: limit, to: &ids)
  }

  /// The entities of all entries that begin with `key`, which is not cut.
  /// - Returns: false, and nothing is found, where an entry is cut: such do not stand in order.
  @discardableResult
  private func find(
    _ key: [UInt8], limit: Int, enough: Int = .max, to ids: inout [UInt32]
  ) throws(KhoError) -> Bool {
    try withIndexWalk { (walk, cursor) throws(KhoError) -> Bool in
      let earlierCount = ids.count
      var last = Bytes.empty
      var isFound = try lmdb { () throws(LMDBError) in try walk.seek(key, &cursor) }
      while isFound, ids.count < limit, walk.key.starts(with: key) {
        let value = IndexKey.value(ofKey: walk.key)
        if value.count >= IndexKey.longestValueInBytes {
          ids.removeSubrange(earlierCount...)
          return false
        }
        if ids.count &- earlierCount >= enough, !value.equals(last) { break }
        last = value
        ids.append(IndexKey.id(ofKey: walk.key))
        isFound = try lmdb { () throws(LMDBError) in try walk.next(&cursor) }
      }
      return true
    }
  }

  private func find(
    _ index: IndexDefinition, _ seek: IndexSeek, limit: Int, to ids: inout [UInt32]
  ) throws(KhoError) {
    guard let bounds = SeekBounds(seek, keyCount: index.keys.count) else { return }
    var run = CutRun()
    try forEachEntry(of: index, from: bounds.start, beginningWith: bounds.prefix) {
      (entry, id) throws(KhoError) in
      let verdict = bounds.verdict(entry)
      if verdict == .beyond || verdict == .outside { return verdict != .beyond }
      let isCut = entry.count >= IndexKey.longestValueInBytes
      if verdict == .unknown || isCut {
        let values = try values(of: index, index.reference(id))
        guard bounds.admit(values) else { return true }
        if isCut, let value = IndexKey.value(values) {
          run.append(value, id, entry, to: &ids)
          return true
        }
      }
      run.end(&ids)
      ids.append(id)
      return ids.count < limit
    }
    run.end(&ids)
  }

  /// Calls `body` with the value and entity of each entry that is not before `start` and begins
  /// with `prefix`, both cut as keys are, until it returns false.
  func forEachEntry(
    of index: IndexDefinition, from start: [UInt8], beginningWith prefix: [UInt8],
    _ body: (Bytes, UInt32) throws(KhoError) -> Bool
  ) throws(KhoError) {
    let prefix = IndexKey.prefix(index.id, prefix)
    try withIndexWalk { (walk, cursor) throws(KhoError) in
      var isFound = try lmdb { () throws(LMDBError) in
        try walk.seek(IndexKey.prefix(index.id, start), &cursor)
      }
      while isFound, walk.key.starts(with: prefix) {
        guard try body(IndexKey.value(ofKey: walk.key), IndexKey.id(ofKey: walk.key)) else {
          return
        }
        isFound = try lmdb { () throws(LMDBError) in try walk.next(&cursor) }
      }
    }
  }

  /// Estimated number of entries an equality seek returns, from a sample: for the planner. O(log
  /// n).
  package func estimate(_ index: IndexDefinition) -> Double {
    if index.isUnique || !index.isSeekable { return 1 }
    return (try? sampledRunLength(index)) ?? 1
  }

  /// The mean number of entries with the value that a sampled entity has.
  private func sampledRunLength(_ index: IndexDefinition) throws(KhoError) -> Double {
    let end =
      switch index.entity {
      case .node: header.nextNode
      case .relationship: header.nextRelationship
      }
    let sampleCount: UInt64 = 16
    let longestRun = 256
    var (total, sampled) = (0, 0)
    for sample in 0..<sampleCount {
      let id = UInt32(min(end, UInt64(UInt32.max)) * sample / sampleCount)
      guard let key = IndexKey.value(try values(of: index, index.reference(id))) else { continue }
      var length = 0
      try forEachEntry(of: index, from: key, beginningWith: key) { _, _ throws(KhoError) in
        length += 1
        return length < longestRun
      }
      // An entity without the label has the value but perhaps no entry.
      if length > 0 {
        total += length
        sampled += 1
      }
    }
    return sampled == 0 ? 1 : Double(total) / Double(sampled)
  }
}
