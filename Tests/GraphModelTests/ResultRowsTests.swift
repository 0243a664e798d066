/// Rows keep their values, whichever way they are made.
import GraphModel
import Testing

@Suite struct ResultRowsTests {
  private let texts = ["", "a", "tám byte", "nhiều hơn mười lăm byte", "a"]

  /// Rows of a text, as a String or as bytes, and of its index.
  private func rows(
    _ wantsBytes: Bool, of texts: [String]? = nil, using spare: inout SpareRows
  ) -> ResultRows {
    let texts = texts ?? self.texts
    let writer = ResultRowsWriter(count: 2 * texts.count, using: &spare)
    var bytes: [UInt8] = []
    for (row, text) in texts.enumerated().reversed() {
      writer.set(.integer(Int64(row)), at: 2 * row + 1)
      if wantsBytes, let reference = writer.reference(toTextOfSize: text.utf8.count) {
        bytes += text.utf8 + [0]
        writer.set(text: reference, at: 2 * row)
      } else {
        writer.set(.string(text), at: 2 * row)
      }
    }
    let rows = writer.finish(["text", "row"]) { text in
      String(decoding: text.indices.map { text[$0] }, as: UTF8.self)
    } texts: { output in
      for byte in bytes { output.append(byte) }
    }
    spare.keep(rows)
    return rows
  }

  /// In memory of their own.
  private func rows(_ wantsBytes: Bool) -> ResultRows {
    var spare = SpareRows()
    return rows(wantsBytes, using: &spare)
  }

  @Test func `rows that are kept stay as they are when memory is used again`() {
    var spare = SpareRows()
    var (kept, expected): ([ResultRows], [[String]]) = ([], [])
    for number in 0..<200 {
      let texts = (0..<1 + number * 7 % 13).map { String(repeating: "ố\(number)", count: $0 % 5) }
      let made = rows(number % 5 > 0, of: texts, using: &spare)
      let shown = texts.enumerated().flatMap { [Value.string($1).text, "\($0)"] }
      #expect(made.map(\.text) == shown)
      guard number % 3 == 0 else { continue }
      kept.append(number % 2 == 0 ? made : made.selecting([0]))
      expected.append(number % 2 == 0 ? shown : Array(shown.prefix(2)))
    }
    #expect(kept.map { $0.map(\.text) } == expected)
  }

  @Test func `a text that is no String is its bytes with a NUL behind`() {
    let made = rows(true)
    for (row, text) in texts.enumerated() {
      // Safe: the rows are kept meanwhile, and have one byte more.
      let bytes = unsafe made.view.text(2 * row).map {
        unsafe Array(UnsafeBufferPointer(start: $0.baseAddress, count: $0.count + 1))
      }
      #expect(bytes == Array(text.utf8) + [0])
    }
    let (strings, none) = (rows(false), ResultRowsView())
    let areStrings = unsafe strings.view.text(0) == nil && strings.view.text(-1) == nil
    let isNone = unsafe none.text(0) == nil && none[0].isNull
    #expect(areStrings && isNone)
    withExtendedLifetime(made) {}
  }

  @Test func `texts are the same as Strings and as bytes`() {
    let expected = texts.enumerated().flatMap {
      [Value.string($0.element), .integer(Int64($0.offset))]
    }
    for rows in [rows(true), rows(false)] {
      #expect(rows.map(\.text) == expected.map(\.text))
      #expect(rows[-1].isNull && rows[rows.count].isNull)
      for first in texts.indices {
        for second in texts.indices {
          let order = Value.order(expected[2 * first], expected[2 * second])
          #expect(rows.view.order(2 * first, 2 * second).signum() == order.signum())
        }
      }
    }
  }

  @Test func `some of the rows in another order outlive the others`() {
    for wantsBytes in [true, false] {
      var some = rows(wantsBytes).selecting([6, 0, 2, 10, -1])
      #expect(some.map(\.text) == ["'nhiều hơn mười lăm byte'", "3", "''", "0", "'a'", "1"])
      #expect(some.columns == ["text", "row"])
      some = some.selecting([2])
      #expect(some.map(\.text) == ["''", "0"])
    }
  }

  @Test func `a text beyond the bytes that were written is empty`() {
    var spare = SpareRows()
    let writer = ResultRowsWriter(count: 1, using: &spare)
    let reference = writer.reference(toTextOfSize: 9)
    #expect(writer.reference(toTextOfSize: 1 << 32) == nil)
    writer.set(text: reference ?? 0, at: 0)
    let rows = writer.finish(["text"]) { _ in "?" } texts: { $0.append(1) }
    #expect(rows.map(\.text) == ["'?'"])
  }
}
