/// Index entries against the properties they were made from.
internal import GraphModel
internal import LMDB

extension StoreCheck {
  /// Every entry is compared with its entity; equal numbers then mean that none is missing.
  func checkIndexes() {
    var found: [UInt32: Int] = [:]
    // The key before, for uniqueness.
    var previous: (index: UInt32, value: [UInt8])?
    forEachRecord("idx", tables.index) { _, value in
      expect(value.isEmpty, "an entry of an index has a value")
    }
    forEachEntry { key in
      let id = IndexKey.index(ofKey: key)
      guard let index = transaction.indexes.first(where: { $0.id == id && $0.isSeekable })
      else { return report("an entry of index \(id), which there is not") }
      found[id, default: 0] += 1
      let entity = index.reference(IndexKey.id(ofKey: key))
      attempt("an entry of index '\(index.name)'") { () throws(KhoError) in
        let what = "an entry of index '\(index.name)' for entity \(entity.id)"
        guard try transaction.exists(entity) else {
          return report("\(what), which does not exist")
        }
        let definitions = try transaction.definitions(of: entity)
        expect(definitions.contains { $0.id == id }, "\(what), which the index is not about")
        let full = IndexKey.value(try transaction.values(of: index, entity))
        let isExpected = full.map { IndexKey.key(id, $0, entity.id) == key.array } ?? false
        expect(isExpected, "\(what) does not match its properties")
        if index.isUnique, let full {
          expect(
            previous.map { $0.index != id || $0.value != full } ?? true,
            "'\(index.name)' is to be unique, but holds a value twice")
          previous = (id, full)
        }
      }
    }
    for index in transaction.indexes where index.isSeekable {
      let (count, expected) = (found[index.id] ?? 0, entryCounts[index.id] ?? 0)
      expect(count == expected, "index '\(index.name)' has \(count) entries, expected \(expected)")
    }
  }

  /// Calls `body` with every entry's key, whether in the tree or recent, in order.
  private func forEachEntry(_ body: (Bytes) -> Void) {
    attempt("the entries of indexes") { () throws(KhoError) in
      try transaction.withRecentEntries { (recent) throws(KhoError) in
        expect(
          recent.count == 0 || Checksum.isIntact(recent.bytes),
          "the recent index entries do not match their checksum")
      }
      var previous: [UInt8] = []
      try transaction.withIndexWalk { (walk, cursor) throws(KhoError) in
        var isFound = try storage { () throws(LMDBError) in
          try walk.seek(IndexKey.prefix(0), &cursor)
        }
        while isFound, problems.count < StoreCheck.longestReport {
          let key = walk.key.array
          expect(
            previous.lexicographicallyPrecedes(key), "entries of indexes are out of order")
          previous = key
          body(walk.key)
          isFound = try storage { () throws(LMDBError) in try walk.next(&cursor) }
        }
      }
    }
  }
}
