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
  /// `.equal` with null finds nothing. O(log n + result).
  package func seek(
    _ index: IndexDefinition, _ seek: IndexSeek, to ids: inout [UInt32]
  ) throws(KhoError) {
    try live()
    guard index.isSeekable else { return }
    if case .equal(let values) = seek, index.isUnique, let memo, values.count == 1,
      index.keys.count == 1
    {
      let hash = UniqueSeekMemo.hash(index, values[0])
      if let id = try rememberedSeek(index, values[0], hash) {
        ids.append(id)
        return
      }
      let start = ids.count
      try find(index, seek, to: &ids)
      if ids.count == start + 1 { memo.uniqueSeeks.remember(ids[start], hash) }
    } else {
      try find(index, seek, to: &ids)
    }
  }

  private func find(
    _ index: IndexDefinition, _ seek: IndexSeek, to ids: inout [UInt32]
  ) throws(KhoError) {
    let start: [UInt8]
    let prefix: [UInt8]
    var bounds = Bounds()
    switch seek {
    case .equal(let values):
      guard values.count == index.keys.count, let key = IndexKey.value(values),
        values.allSatisfy({ $0.equals($0) == true })
      else { return }
      (start, prefix) = (key, key)
      bounds.equal = values
    case .prefix(let text):
      var key = [IndexKey.textTag]
      key.append(orderedPrefix: text)
      (start, prefix) = (key, key)
      bounds.prefix = text
    case .range(let lower, let includesLower, let upper, let includesUpper):
      let lowerKey = lower.flatMap { IndexKey.value([$0]) }
      let upperKey = upper.flatMap { IndexKey.value([$0]) }
      if lower != nil && lowerKey == nil || upper != nil && upperKey == nil { return }
      guard let tag = (lowerKey ?? upperKey)?.first else {
        (start, prefix) = ([], [])
        break
      }
      // Bounds of two types are no range, and NaN bounds nothing.
      if let upperKey, upperKey.first != tag { return }
      for bound in [lower, upper] { if let bound, bound.equals(bound) != true { return } }
      (start, prefix) = (lowerKey ?? [tag], [tag])
      bounds.lower = lower.map { ($0, includesLower) }
      bounds.upper = upper.map { ($0, includesUpper) }
      bounds.upperKey = upperKey
    }
    try collect(index, start, prefix, bounds, to: &ids)
  }

  /// What candidates are compared with.
  private struct Bounds {
    var equal: [Value]?
    var prefix: String?
    var lower: (value: Value, isIncluded: Bool)?
    var upper: (value: Value, isIncluded: Bool)?
    /// Entries after all that begin with it are beyond the range.
    var upperKey: [UInt8]?

    /// Whether the values satisfy the bounds, as a filter on the entity would say.
    func admit(_ values: [Value]) -> Bool {
      if let equal { return zip(equal, values).allSatisfy { $0.equals($1) == true } }
      guard let first = values.first else { return false }
      if let prefix {
        guard case .string(let text) = first else { return false }
        return text.utf8.starts(with: prefix.utf8)
      }
      if let (value, isIncluded) = lower {
        let comparison = first.compare(value)
        guard comparison == .greater || isIncluded && comparison == .equal else { return false }
      }
      if let (value, isIncluded) = upper {
        let comparison = first.compare(value)
        guard comparison == .less || isIncluded && comparison == .equal else { return false }
      }
      return true
    }
  }

  private func collect(
    _ index: IndexDefinition, _ start: [UInt8], _ prefix: [UInt8], _ bounds: Bounds,
    to ids: inout [UInt32]
  ) throws(KhoError) {
    // Lists, maps and durations compare otherwise than their bytes where they hold null, NaN or
    // other types.
    let isPlain = (prefix.first ?? 0) >= 0x06 && prefix.first != 0x0B
    let hasBounds =
      bounds.equal != nil || bounds.prefix != nil || bounds.lower != nil || bounds.upper != nil
    // Entries with one cut key stand in the order of ids; their run is put into the order of
    // values.
    var run: [(value: [UInt8], id: UInt32)] = []
    var runKey: [UInt8] = []
    func endRun(_ ids: inout [UInt32]) {
      run.sort {
        $0.value == $1.value ? $0.id < $1.id : $0.value.lexicographicallyPrecedes($1.value)
      }
      ids.append(contentsOf: run.map(\.id))
      run.removeAll()
    }
    try forEachEntry(of: index, from: start, beginningWith: prefix) { entry, id throws(KhoError) in
      if let upperKey = bounds.upperKey, entry.isAfterAll(beginningWith: upperKey) {
        return false
      }
      let isCut = entry.count >= IndexKey.longestValueInBytes
      // A whole entry among plain values satisfies an equality or prefix by its bytes, and a range
      // unless it lies on a bound.
      let isCertain =
        !hasBounds
        || isPlain && !isCut && bounds.lower == nil && bounds.upper == nil
          && start.count < IndexKey.longestValueInBytes
      if isCertain && !isCut {
        if !run.isEmpty { endRun(&ids) }
        ids.append(id)
        return true
      }
      let values = try values(of: index, index.reference(id))
      guard bounds.admit(values) else { return true }
      guard isCut, let value = IndexKey.value(values) else {
        if !run.isEmpty { endRun(&ids) }
        ids.append(id)
        return true
      }
      if !run.isEmpty, !runKey.withBytes({ entry.equals($0) }) { endRun(&ids) }
      if run.isEmpty { runKey = entry.array }
      run.append((value, id))
      return true
    }
    endRun(&ids)
  }

  /// Calls `body` with the value and entity of each entry that is not before `start` and begins
  /// with `prefix`, both cut as keys are, until it returns false.
  func forEachEntry(
    of index: IndexDefinition, from start: [UInt8], beginningWith prefix: [UInt8],
    _ body: (Bytes, UInt32) throws(KhoError) -> Bool
  ) throws(KhoError) {
    let prefix = IndexKey.prefix(index.id, prefix)
    try transaction.withCursor(tables.index, convert: KhoError.init) { (cursor) throws(KhoError) in
      var isFound = try lmdb { () throws(LMDBError) in
        try cursor.seek(IndexKey.prefix(index.id, start))
      }
      while isFound, cursor.key.starts(with: prefix), cursor.key.count >= 8 {
        guard try body(IndexKey.value(ofKey: cursor.key), IndexKey.id(ofKey: cursor.key)) else {
          return
        }
        isFound = try lmdb { () throws(LMDBError) in try cursor.next() }
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
      let id = UInt32(truncatingIfNeeded: end * sample / sampleCount)
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
