/// Reading bytes is total: nothing outside is ever reached.
import LMDB
import TestSupport
import Testing

@Suite struct BytesTests {
  private let sample: [UInt8] = [1, 2, 3, 4, 5, 6, 7, 8, 9]

  @Test func `integers are little-endian, and zero where they do not lie inside`() {
    sample.withBytes { bytes in
      #expect(bytes.u16(0) == 0x0201)
      #expect(bytes.u32(5) == 0x0908_0706)
      #expect(bytes.u64(1) == 0x0908_0706_0504_0302)
      #expect(bytes.u64(2) == 0)
      #expect(bytes.u8(9) == 0)
      #expect(bytes.u32(-1) == 0)
      #expect(bytes.u32(.max) == 0)
      #expect(bytes.u32(.min) == 0)
    }
  }

  @Test func `text is what the standard library decodes, well-formed or not`() {
    let edges: [UInt8] = [
      0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1,
      0xEC, 0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF,
    ]
    func check(_ bytes: [UInt8]) {
      let expected = String(decoding: bytes, as: UTF8.self)
      let found = bytes.withBytes { $0.text }
      if !found.utf8.elementsEqual(expected.utf8) { Issue.record("\(bytes)") }
    }
    for a in edges {
      for b in edges {
        for c in edges {
          for d in edges { check([a, b, c, d]) }
        }
      }
    }
    let text = "Đặng Văn Tuyền, huyện Cao Lãnh 🇻🇳 𐀀 \u{FFFF}\u{D7FF}\u{E000}\u{10FFFF}"
    for start in 0...9 {
      for end in 0...9 {
        let before = String(repeating: "a", count: start)
        let padded = before + text + String(repeating: "b", count: end)
        check(Array(padded.utf8))
        check(Array(padded.utf8.dropFirst(start + 1)))
        check(Array(padded.utf8.dropLast(end + 1)))
      }
    }
    check([])
  }

  @Test func `a part is cut to what lies inside`() {
    sample.withBytes { bytes in
      #expect(bytes[2, 4].array == [3, 4])
      #expect(bytes[-5, 2].array == [1, 2])
      #expect(bytes[8, 100].array == [9])
      #expect(bytes[5, 3].isEmpty)
      #expect(bytes[.max, .min].isEmpty)
    }
  }

  @Test func `elements are appended whole or not at all`() {
    sample.withBytes { bytes in
      var words: [UInt32] = [0]
      bytes.append(1, count: 2, to: &words)
      #expect(words == [0, 0x0504_0302, 0x0908_0706])
      bytes.append(2, count: 2, to: &words)
      bytes.append(-1, count: 1, to: &words)
      bytes.append(0, count: -1, to: &words)
      #expect(words.count == 3)
    }
  }

  @Test func `packed integers are searched, and compared 64 at once`() {
    var random = SeededRandom()
    for _ in 0..<300 {
      let width = [1, 2, 4].randomElement(using: &random) ?? 1
      let limit: UInt64 = 1 << UInt64(8 * width) - 1
      let count = Int.random(in: 1...64, using: &random)
      let integers = (0..<count).map { _ in UInt64.random(in: 0...limit, using: &random) }.sorted()
      var stored: [UInt8] = []
      for integer in integers {
        for byte in 0..<width { stored.append(UInt8(truncatingIfNeeded: integer >> (8 * byte))) }
      }
      stored.append(littleEndian: 0 as UInt64)
      let low = UInt64.random(in: 0...limit, using: &random)
      let span = UInt64.random(in: 0...limit - low, using: &random)
      let first = Int.random(in: 0..<count, using: &random)
      let value = integers[Int.random(in: 0..<count, using: &random)] + 1
      stored.withBytes { bytes in
        var mask: UInt64 = 0
        for (index, integer) in integers.enumerated() where (low...low + span).contains(integer) {
          mask |= 1 << UInt64(index)
        }
        let found = bytes.mask(0, width: width, count: count, low: low, span: span)
        #expect(found == mask, "seed \(random.seed)")
        for steps in (Int.bitWidth - (count - first).leadingZeroBitCount)...7 {
          let less = bytes.countLess(
            than: value + 5, packed: 0, width: 8 * width, base: 5, first, count: count - first,
            steps: steps)
          #expect(less == integers[first...].count { $0 < value }, "seed \(random.seed)")
        }
      }
    }
  }

  @Test func `integers that count upwards are known`() {
    let integers = (0..<64).map { UInt32(7 + $0) }
    integers.withBytes { bytes in
      #expect(bytes.isCounting(0, count: 64))
      #expect(bytes.isCounting(8, count: 62))
      #expect(!bytes.isCounting(8, count: 63))
      #expect(!bytes.isCounting(-4, count: 3))
    }
    for index in integers.indices.dropFirst() {
      var other = integers
      other[index] += 1
      #expect(other.withBytes { !$0.isCounting(0, count: 64) })
    }
  }

  @Test func `bytes compare as keys do`() {
    sample.withBytes { bytes in
      #expect(bytes.starts(with: [1, 2]) && !bytes.starts(with: [2]))
      for (other, order) in [([0, 9], 1), ([1, 2], 0), ([2], -1)] as [([UInt8], Int)] {
        #expect(other.withBytes { bytes[0, $0.count].order($0) }.signum() == order)
      }
    }
  }

  @Test func `integers are appended in either order of bytes`() {
    var bytes: [UInt8] = []
    bytes.append(littleEndian: 0x0102 as UInt16)
    bytes.append(bigEndian: 0x0102 as UInt16)
    #expect(bytes == [2, 1, 1, 2])
  }
}
