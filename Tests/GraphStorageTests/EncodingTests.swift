/// Bytes and back: values in blocks, keys in indexes, definitions, checksums.
import GraphModel
import LMDB
import TestSupport
import Testing

@testable import GraphStorage

@Suite struct EncodingTests {
  /// -1, 0 or 1 as the bytes of `a` sort before, with or after those of `b`.
  private func order(_ a: [UInt8], _ b: [UInt8]) -> Int {
    a == b ? 0 : a.lexicographicallyPrecedes(b) ? -1 : 1
  }

  private func ordered(_ value: Value) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(ordered: value)
    return bytes
  }

  @Test func `ordered bytes sort as the values do`() {
    for a in SampleValues.all {
      for b in SampleValues.all {
        #expect(order(ordered(a), ordered(b)) == Value.order(a, b), "\(a.text) and \(b.text)")
      }
    }
  }

  @Test func `neighbouring integers and floats keep their order where floats are coarse`() {
    for power in 50...62 {
      for offset in -3...3 as ClosedRange<Int64> {
        let a = Value.integer(1 << Int64(power) + offset)
        for b in [Value.float(Double(1 << Int64(power))), .integer(1 << Int64(power))] {
          #expect(order(ordered(a), ordered(b)) == Value.order(a, b))
          #expect(order(ordered(b), ordered(a)) == Value.order(b, a))
        }
      }
    }
  }

  @Test func `no ordered form is the beginning of another`() {
    let forms = SampleValues.all.map(ordered)
    for a in forms {
      for b in forms where a != b { #expect(!b.starts(with: a)) }
    }
  }

  @Test func `an element decodes to the value it was made of`() throws {
    for value in SampleValues.all {
      var bytes: [UInt8] = []
      bytes.append(payload: value)
      let type = try #require(ColumnType(of: value))
      guard type.layout == .variable else { continue }
      let decoded = try bytes.withBytes { (bytes) throws(KhoError) in
        try ValueDecoder.value(type, bytes)
      }
      #expect(decoded.isStoredAs(value))
    }
  }

  @Test func `truncated and altered bytes are an error or another value, never a trap`() {
    var random = SeededRandom(seed: 1)
    for value in SampleValues.all {
      var bytes: [UInt8] = []
      bytes.append(payload: value)
      guard let type = ColumnType(of: value), type.layout == .variable else { continue }
      for _ in 0..<200 where !bytes.isEmpty {
        var damaged = bytes
        damaged[Int.random(in: damaged.indices, using: &random)] = .random(
          in: 0...255, using: &random)
        damaged.removeLast(Int.random(in: 0..<damaged.count, using: &random))
        let outcome = detail {
          try damaged.withBytes { (bytes) throws(KhoError) in try ValueDecoder.value(type, bytes) }
        }
        #expect(outcome == nil || outcome == "Corrupted")
      }
    }
  }

  @Test func `nesting in bytes is bounded`() {
    var bytes: [UInt8] = []
    for _ in 0..<100_000 { bytes += [1, ColumnType.list.rawValue] }
    let outcome = detail {
      try bytes.withBytes { (bytes) throws(KhoError) in try ValueDecoder.value(.list, bytes) }
    }
    #expect(outcome == "Corrupted")
  }

  @Test func `definitions of indexes decode to themselves`() throws {
    let kinds: [IndexDefinition.Kind] = [.index, .unique, .exists, .key, .type("ZONED DATETIME")]
    for kind in kinds {
      for entity in [EntityKind.node(LabelID(3)), .relationship(RelationshipTypeID(500))] {
        let definition = IndexDefinition(
          id: 9, name: "tên", entity: entity, keys: [PropertyKeyID(1), PropertyKeyID(256)],
          kind: kind)
        let decoded = try definition.encoded.withBytes { (bytes) throws(KhoError) in
          try IndexDefinition(id: 9, decoding: bytes)
        }
        #expect(decoded == definition)
      }
    }
  }

  @Test func `a checksum notices every flipped bit and every cut`() {
    var block = (0..<197).map { UInt8(truncatingIfNeeded: $0 &* 37) }
    Checksum.seal(&block)
    #expect(block.withBytes { Checksum.isIntact($0) })
    for index in block.indices {
      for bit in 0..<8 {
        block[index] ^= 1 << UInt8(bit)
        #expect(!block.withBytes { Checksum.isIntact($0) })
        block[index] ^= 1 << UInt8(bit)
      }
    }
    for count in 8..<block.count {
      #expect(!Array(block.prefix(count)).withBytes { Checksum.isIntact($0) })
    }
  }

  @Test func `checksums are those of the file format`() {
    let sums = [0, 7, 8, 31, 32, 100].map { count in
      (0..<count).map { UInt8($0) }.withBytes { Checksum.of($0) }
    }
    #expect(
      sums == [
        1_418_806_497, 3_974_401_128, 3_988_325_840, 4_172_346_034, 2_405_299_500, 1_227_848_610,
      ])
  }

  @Test func `names of counts are told from other records' keys`() {
    for name in [
      CountName(.nodes, label: 1), CountName(.outgoing, type: 2), CountName(.incoming, label: 3),
      CountName(.outgoing, label: 65_534, type: 258),
    ] {
      #expect(name.key.withBytes { CountName(key: $0) } == name)
    }
    #expect(StoreHeader.key.withBytes { CountName(key: $0) } == nil)
  }
}
