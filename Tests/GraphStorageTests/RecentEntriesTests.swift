/// Index entries in the record of recent ones, and walks through them and the tree together.
import GraphModel
import LMDB
import TestSupport
import Testing

@testable import GraphStorage

@Suite struct RecentEntriesTests {
  @Test func `keys come and go, and stay sorted`() {
    var random = SeededRandom(seed: 11)
    var builder = RecentEntriesBuilder()
    var model: Set<[UInt8]> = []
    var refusedCount = 0
    for step in 0..<4_000 {
      let size = Int.random(in: 1...40, using: &random)
      let key = (0..<size).map { _ in UInt8.random(in: 0...3, using: &random) }
      if Int.random(in: 0..<(step % 1_000 < 500 ? 4 : 2), using: &random) > 0 {
        if builder.insert(key) { model.insert(key) } else { refusedCount += 1 }
      } else {
        let gone = model.randomElement(using: &random) ?? key
        let isGone = builder.remove(gone)
        #expect(isGone == (model.remove(gone) != nil))
      }
      let sorted = model.sorted { $0.lexicographicallyPrecedes($1) }
      builder.read { recent in
        #expect((sorted.isEmpty || recent.defect == nil) && recent.count == sorted.count)
        #expect((0..<recent.count).allSatisfy { recent[$0].array == sorted[$0] })
        #expect(recent[-1].isEmpty && recent[sorted.count].isEmpty)
      }
      #expect(builder.bytes.count <= RecentEntries.largestSizeInBytes)
      #expect(model.isEmpty || !builder.bytes.isEmpty)
    }
    #expect(refusedCount > 10)
  }

  @Test func `any bytes are read without a trap, and damage shows`() {
    var random = SeededRandom(seed: 12)
    var builder = RecentEntriesBuilder()
    for key in 0..<100 as Range<UInt8> { _ = builder.insert([key, 7, key]) }
    builder.seal()
    for _ in 0..<2_000 {
      builder.bytes.damaged(using: &random).withBytes { bytes in
        let recent = RecentEntries(bytes)
        for index in -1...recent.count { _ = recent[index].array }
        for key in builder.bytes.indices.prefix(9) {
          #expect(0...recent.count ~= [UInt8(key)].withBytes { recent.firstIndex(from: $0) })
        }
        let isSame = builder.bytes.withBytes { $0.equals(recent.bytes) }
        #expect(isSame || recent.defect != nil || !Checksum.isIntact(recent.bytes))
      }
    }
  }

  /// Small transactions that create, change and delete nodes with an indexed property, against a
  /// model; with all seeks, in both directions.
  @Test(arguments: [1, 2, 3]) func `indexes hold what they should through small writes`(
    seed: UInt64
  ) throws {
    let path = temporaryDatabasePath()
    defer { removeDatabase(path) }
    var random = SeededRandom(seed: seed)
    var store = try GraphStore.open(path: path)
    let (label, key, index) = try store.write { tx in
      let (label, key) = (try tx.makeLabel("A"), try tx.makePropertyKey("k"))
      let index = try tx.createIndex(
        name: "i", entity: .node(label), keys: [key], kind: .index)
      return (label, key, index)
    }
    var model: [UInt32: Int64] = [:]
    for step in 0..<600 {
      try store.write { tx in
        for _ in 0..<Int.random(in: 1...(step % 100 == 99 ? 300 : 3), using: &random) {
          let value = Int64.random(in: 0..<200, using: &random)
          let old = model.keys.sorted().randomElement(using: &random)
          switch (Int.random(in: 0..<6, using: &random), old) {
          case (0, let old?):
            try tx.delete(NodeID(old))
            model[old] = nil
          case (1, let old?):
            try tx.setProperty(key, of: NodeID(old), to: .integer(value))
            model[old] = value
          default:
            let node = try tx.createNode(
              labels: [label, label], properties: [(key, .integer(value))])
            model[node.rawValue] = value
          }
        }
        if step % 10 == 0 { try expect(model, tx, index) }
      }
      if step % 20 == 0 { try store.read { try expect(model, $0, index) } }
      if step % 150 == 149 {
        #expect(try store.check() == [])
        store.close()
        store = try GraphStore.open(path: path)
      }
    }
    try store.write { tx in try tx.dropIndex(index) }
    #expect(try store.check() == [])
    store.close()
  }

  private func expect(
    _ model: [UInt32: Int64], _ tx: GraphTransaction, _ index: IndexDefinition
  ) throws {
    let sorted = model.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
    for isDescending in [false, true] {
      var ids: [UInt32] = []
      var position = IndexPosition()
      while !position.isFinished {
        try tx.entities(
          of: index, isDescending: isDescending, position: &position, limit: 7, to: &ids)
      }
      #expect(ids == (isDescending ? sorted.reversed() : sorted).map(\.key))
    }
    for value in [0, 57, 199] as [Int64] {
      var (equal, above): ([UInt32], [UInt32]) = ([], [])
      try tx.seek(index, .equal([.integer(value)]), to: &equal)
      #expect(equal == sorted.filter { $0.value == value }.map(\.key))
      let range = IndexSeek.range(
        lower: .integer(value), includesLower: false, upper: nil, includesUpper: false)
      try tx.seek(index, range, to: &above)
      #expect(above == sorted.filter { $0.value > value }.map(\.key))
    }
  }
}
