/// Blocks of 64 entities: what the builder puts together, the reader finds.
import GraphModel
import LMDB
import TestSupport
import Testing

@testable import GraphStorage

@Suite struct BlockTests {
  private let key = ColumnName(.string, 7)

  private func withBlock<R>(
    _ builder: EntityBlockBuilder, _ body: (EntityBlock) throws -> R
  ) rethrows -> R {
    let bytes = builder.encoded()
    return try bytes.withBytes { bytes in
      #expect(EntityBlock(bytes).defect(isRelationship: false) == nil)
      #expect(Checksum.isIntact(bytes))
      #expect(builder.encodedSizeInBytes == bytes.count)
      return try body(EntityBlock(bytes))
    }
  }

  @Test func `random changes leave the block that a dictionary describes`() {
    var random = SeededRandom(seed: 5)
    var builder = EntityBlockBuilder()
    var model: [UInt32: [UInt16: String]] = [:]
    for step in 0..<3_000 {
      let slot = UInt32.random(in: 0..<64, using: &random)
      let key = UInt16.random(in: 0..<4, using: &random)
      switch Int.random(in: 0..<6, using: &random) {
      case 0:
        builder.remove(slot)
        model[slot] = nil
      case 1:
        builder.clear(ColumnName(.string, key), slot)
        model[slot]?[key] = nil
      default:
        let text = String(repeating: "é", count: Int.random(in: 0..<5, using: &random)) + "\(step)"
        builder.exists |= 1 << UInt64(slot)
        builder.set(ColumnName(.string, key), slot, text: text)
        model[slot, default: [:]][key] = text
      }
      if step % 50 == 0, builder.exists != 0 {
        withBlock(builder) { block in
          builder = EntityBlockBuilder(block)
          for slot in 0..<64 as Range<UInt32> {
            #expect((block.exists >> UInt64(slot) & 1 != 0) == (model[slot] != nil))
            for key in 0..<4 as Range<UInt16> {
              let column = block.column(of: PropertyKeyID(key), slot)
              let text = column.map { block.run($0, $0.rank(slot)).text }
              #expect(text == model[slot]?[key])
            }
          }
        }
      }
    }
  }

  @Test func `columns of one key and several types lie side by side`() {
    var builder = EntityBlockBuilder()
    builder.exists = .max
    for slot in 0..<64 as Range<UInt32> {
      switch slot % 3 {
      case 0: builder.set(ColumnName(.integer, 7), slot, word: UInt64(slot))
      case 1: builder.set(ColumnName(.true, 7), slot)
      default: builder.set(ColumnName(.string, 7), slot, text: "\(slot)")
      }
      builder.set(.label(LabelID(7)), slot)
    }
    withBlock(builder) { block in
      #expect(block.valid(label: LabelID(7)) == .max && block.valid(label: LabelID(6)) == 0)
      for slot in 0..<64 as Range<UInt32> {
        let type = block.column(of: PropertyKeyID(7), slot)?.name.type
        #expect(type == [ColumnType.integer, .true, .string][Int(slot % 3)])
        #expect(block.column(of: PropertyKeyID(8), slot) == nil)
      }
    }
  }

  @Test func `a damaged block is a defect or reads without a trap`() {
    var builder = EntityBlockBuilder()
    for slot in [1, 5, 63] as [UInt32] {
      builder.exists |= 1 << UInt64(slot)
      builder.set(.label(LabelID(0)), slot)
      builder.set(ColumnName(.integer, 1), slot, word: 42)
      builder.set(ColumnName(.string, 2), slot, text: "text")
    }
    let intact = builder.encoded()
    var random = SeededRandom(seed: 9)
    for _ in 0..<20_000 {
      var bytes = intact
      bytes[Int.random(in: bytes.indices, using: &random)] = .random(in: 0...255, using: &random)
      bytes.removeLast(Int.random(in: 0..<8, using: &random))
      #expect(bytes == intact || !bytes.withBytes { Checksum.isIntact($0) })
      bytes.withBytes { bytes in
        let block = EntityBlock(bytes)
        guard block.defect(isRelationship: false) == nil else { return }
        var rebuilt = EntityBlockBuilder(block)
        for slot in 0..<64 as Range<UInt32> {
          for key in 0..<3 as Range<UInt16> {
            guard let column = block.column(of: PropertyKeyID(key), slot) else { continue }
            _ = block.run(column, column.rank(slot)).text
            _ = block.word(column, column.rank(slot))
          }
          rebuilt.remove(slot)
        }
      }
    }
  }

  @Test func `an adjacency block holds its lists in order, and says where it is damaged`() {
    var builder = AdjacencyBlockBuilder()
    for slot in 0..<16 as Range<UInt32> {
      for index in 0..<slot { builder.append(AdjacencyEntry(neighbour: index, relationship: slot)) }
      builder.endList()
    }
    builder.setHub(15, degree: 1_000)
    var bytes: [UInt8] = []
    builder.encode(into: &bytes)
    bytes.withBytes { bytes in
      let block = AdjacencyBlock(bytes)
      #expect(block.defect == nil && Checksum.isIntact(bytes))
      for slot in 0..<15 as Range<UInt32> {
        #expect(block.degree(slot) == Int(slot) && !block.isHub(slot))
        for index in 0..<Int(slot) {
          #expect(
            block.entries(slot)[index]
              == AdjacencyEntry(neighbour: UInt32(index), relationship: slot))
        }
      }
      #expect(block.isHub(15) && block.degree(15) == 1_000)
    }
    for cut in 1..<bytes.count {
      #expect(Array(bytes.dropLast(cut)).withBytes { AdjacencyBlock($0).defect } != nil)
    }
  }

  @Test func `an entry put into a block gives what building it anew gives`() {
    var random = SeededRandom(seed: 8)
    var insertedCount = 0
    for size in 1...300 {
      let bits = UInt32.random(in: 0...29, using: &random)
      let limit: UInt32 = 1 << bits
      var lists = Array(repeating: Set<AdjacencyEntry>(), count: 16)
      let hub = Int.random(in: 0..<32, using: &random)
      func entry() -> (slot: Int, entry: AdjacencyEntry) {
        let entry = AdjacencyEntry(
          neighbour: 9 + UInt32.random(in: 0...limit, using: &random),
          relationship: 7 + UInt32.random(in: 0...2 * limit, using: &random))
        let slot = Int.random(in: 0..<15, using: &random)
        return (slot == hub ? 15 : slot, entry)
      }
      func encoded() -> [UInt8] {
        var builder = AdjacencyBlockBuilder()
        for list in lists {
          for entry in list.sorted() { builder.append(entry) }
          builder.endList()
        }
        if hub < 15 { builder.setHub(hub, degree: 1_000 + hub) }
        var bytes: [UInt8] = []
        builder.encode(into: &bytes)
        return bytes
      }
      for _ in 0..<size {
        let (slot, entry) = entry()
        lists[slot].insert(entry)
      }
      let (slot, entry) = entry()
      let block = encoded()
      func insert(_ slot: Int) -> [UInt8]? {
        block.withBytes { AdjacencyBlock($0).inserting(entry, UInt32(slot)) }
      }
      let inserted = insert(slot)
      #expect(hub >= 15 || insert(hub) == nil)
      let isNew = lists[slot].insert(entry).inserted
      guard let inserted else { continue }
      insertedCount += 1
      #expect(isNew && inserted == encoded())
    }
    #expect(insertedCount > 100)
  }
}
