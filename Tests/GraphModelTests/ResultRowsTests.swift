/// Rows keep their values, whichever way they are made.
import GraphModel
import Testing

@Suite struct ResultRowsTests {
  private let texts = ["", "a", "tám byte", "nhiều hơn mười lăm byte", "a"]

  /// Rows of a text, as a String or as bytes, and of its index.
  private func rows(_ wantsBytes: Bool) -> ResultRows {
    let writer = ResultRowsWriter(count: 2 * texts.count)
    var bytes: [UInt8] = []
    for (row, text) in texts.enumerated().reversed() {
      writer.set(.integer(Int64(row)), at: 2 * row + 1)
      if wantsBytes, let reference = writer.reference(toTextOfSize: text.utf8.count) {
        bytes += text.utf8
        writer.set(text: reference, at: 2 * row)
      } else {
        writer.set(.string(text), at: 2 * row)
      }
    }
    return writer.finish(["text", "row"]) { text in
      String(decoding: text.indices.map { text[$0] }, as: UTF8.self)
    } texts: { output in
      for byte in bytes { output.append(byte) }
    }
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
          #expect(rows.order(2 * first, 2 * second).signum() == order.signum())
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
    let writer = ResultRowsWriter(count: 1)
    let reference = writer.reference(toTextOfSize: 9)
    #expect(writer.reference(toTextOfSize: 1 << 32) == nil)
    writer.set(text: reference ?? 0, at: 0)
    let rows = writer.finish(["text"]) { _ in "?" } texts: { $0.append(1) }
    #expect(rows.map(\.text) == ["'?'"])
  }
}
