/// Index entries against the properties they were made from.
internal import GraphModel
internal import LMDB

extension StoreCheck {
  /// Every entry is compared with its entity; equal numbers then mean that none is missing.
  func checkIndexes() {
    var found: [UInt32: Int] = [:]
    // The key before, for uniqueness.
    var previous: (index: UInt32, value: [UInt8])?
    forEachRecord("idx", tables.index) { key, value in
      let id = IndexKey.index(ofKey: key)
      guard value.isEmpty,
        let index = transaction.indexes.first(where: { $0.id == id && $0.isSeekable })
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
}
