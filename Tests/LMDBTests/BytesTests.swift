/// Reading bytes is total: nothing outside is ever reached.
import LMDB
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

  @Test func `bytes compare as keys do`() {
    sample.withBytes { bytes in
      #expect(bytes.starts(with: [1, 2]) && !bytes.starts(with: [2]))
      #expect(bytes.isAfterAll(beginningWith: [0, 9]))
      #expect(!bytes.isAfterAll(beginningWith: [1, 2]))
      #expect(!bytes.isAfterAll(beginningWith: [2]))
    }
  }

  @Test func `integers are appended in either order of bytes`() {
    var bytes: [UInt8] = []
    bytes.append(littleEndian: 0x0102 as UInt16)
    bytes.append(bigEndian: 0x0102 as UInt16)
    #expect(bytes == [2, 1, 1, 2])
  }
}
