@_spi(_Unicode) import Swift
import TestSupport
import Testing

@testable import GraphModel

@Suite struct ValueFoldTests {
  @Test(arguments: [
    ("", ""), ("Abc 1", "abc 1"), ("Cầu Ngang", "cau ngang"), ("ĐẢNG bộ", "dang bo"),
    ("Straße", "straße"), ("İ", "i"), ("한글", "한글"), ("Ơ Ư ợ", "o u o"),
  ])
  func `folding lowers case and removes marks, from either normal form`(
    text: String, expected: String
  ) {
    #expect(text.nfc.folded.isIdentical(to: expected))
    #expect(text.nfd.folded.isIdentical(to: expected))
  }

  @Test func `every text comes to Swift's own composed form`() {
    var random = SeededRandom()
    let marks = (0x300...0x36F).compactMap { Unicode.Scalar($0 as UInt32) }
    for value in (0...0x33FF) as ClosedRange<UInt32> {
      guard let scalar = Unicode.Scalar(value), let mark = marks.randomElement(using: &random),
        let other = Unicode.Scalar(UInt32.random(in: 0...0x33FF, using: &random))
      else { continue }
      for scalars in [[scalar], [scalar, other], [other, scalar], ["a", scalar, mark]] {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        let expected = String(String.UnicodeScalarView(String(view)._nfc))
        #expect(String(view).nfc.isIdentical(to: expected), "\(scalars), seed \(random.seed)")
      }
    }
  }

  @Test(arguments: [
    ("Chỉ thị 05-CT/TW", "chi thi 05 ct tw"), ("  (Kế hoạch 76-KH/HU) ", "ke hoach 76 kh hu"),
    ("---", ""), ("a", "a"),
  ])
  func `a name's key has single spaces for everything but letters and digits`(
    name: String, expected: String
  ) {
    #expect(name.nameKey == expected)
  }

  @Test func `normal forms compose and decompose`() {
    #expect("e\u{301}".nfc.unicodeScalars.count == 1)
    #expect("\u{E9}".nfd.unicodeScalars.count == 2)
    #expect(!"e\u{301}".isIdentical(to: "\u{E9}"))
  }
}
