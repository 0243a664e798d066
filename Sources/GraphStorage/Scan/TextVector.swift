/// A column of texts as they are stored: a String takes memory of its own, and counting references
/// to many costs more than most of what is done with them.
package import GraphModel
internal import LMDB

/// Texts as UTF-8 in one piece of memory. A String of one is made when it is asked for, and
/// repaired where it is ill-formed.
package struct TextVector: Sendable {
  private var bytes: [UInt8] = []
  /// Of each text where it begins, in the upper half, and its size in bytes.
  private var places: [UInt64] = []

  package init() {}

  package var count: Int { places.count }
  package var sizeInBytes: Int { bytes.count + 8 * places.count }

  /// Makes room for so many more texts of a usual size.
  package mutating func reserve(_ count: Int) {
    places.reserveCapacity(places.count + count)
    bytes.reserveCapacity(bytes.count + 24 * min(count, 2_048))
  }

  /// False, and nothing, where it has no place: all texts have less than 4 GB.
  mutating func append(_ text: Bytes) -> Bool {
    guard makeRoom(for: text.count) else { return false }
    bytes.append(addingCapacity: text.count + 8) { text.append(to: &$0) }
    return true
  }

  package mutating func append(_ text: Span<UInt8>) -> Bool {
    guard makeRoom(for: text.count) else { return false }
    bytes.append(count: text.count) { text[$0] }
    return true
  }

  /// Notes where the next text will stand, and how long it is.
  private mutating func makeRoom(for size: Int) -> Bool {
    guard size <= Int(UInt32.max) - bytes.count else { return false }
    if bytes.count + size + 8 > bytes.capacity {
      bytes.reserveCapacity(max(2 * bytes.count, bytes.count + size + 8))
    }
    places.append(UInt64(bytes.count) << 32 | UInt64(size))
    return true
  }

  @inline(__always) private func bounds(_ row: Int) -> (start: Int, end: Int) {
    let place = places[row]
    let start = Int(truncatingIfNeeded: place >> 32)
    return (start, start &+ Int(truncatingIfNeeded: place & 0xFFFF_FFFF))
  }

  package subscript(row: Int) -> String {
    let (start, end) = bounds(row)
    return bytes.withBytes { $0[start, end].text }
  }

  /// The size of a text in bytes.
  package func size(_ row: Int) -> Int { Int(truncatingIfNeeded: places[row] & 0xFFFF_FFFF) }

  /// Appends a text's bytes, if there is room for eight more.
  package func append(_ row: Int, to output: inout OutputSpan<UInt8>) {
    let (start, end) = bounds(row)
    bytes.withBytes { $0[start, end].append(to: &output) }
  }

  /// What makes a String of UTF-8, and repairs it where it is ill-formed.
  package static var string: ResultRows.Decoding { Bytes.text }

  /// Lends a text's bytes while `body` runs.
  @inline(__always)
  package func withUTF8<R, E: Error>(
    _ row: Int, _ body: (Span<UInt8>) throws(E) -> R
  ) throws(E) -> R {
    let (start, end) = bounds(row)
    return try body(bytes.span.extracting(start..<end))
  }

  /// The first eight bytes of each text as a number that has their order.
  package var ranks: [Int64] {
    bytes.withBytes { bytes in
      (0..<count).map { row in
        let (start, end) = bounds(row)
        return Int64(bitPattern: bytes[start, end].word.byteSwapped ^ 1 << 63)
      }
    }
  }

  /// -1, 0 or 1 as one text sorts before, with or after the other.
  package func order(_ a: Int, _ b: Int) -> Int {
    let ((start, end), (otherStart, otherEnd)) = (bounds(a), bounds(b))
    return bytes.withBytes { $0[start, end].order($0[otherStart, otherEnd]) }.signum()
  }

  /// The same of a text and another one.
  package func order(_ row: Int, _ other: String) -> Int {
    let (start, end) = bounds(row)
    return bytes.withBytes { bytes in
      other.withUTF8Bytes { bytes[start, end].order($0) }
    }.signum()
  }

  /// The texts of some rows. Few of many do not keep the memory of all.
  package func gathered(_ rows: [Int32]) -> TextVector {
    var result = TextVector()
    if 4 * rows.count >= count {
      result.bytes = bytes
      result.places.append(count: rows.count) { places[Int(rows[$0])] }
    } else {
      result.reserve(rows.count)
      for row in rows { _ = withUTF8(Int(row)) { result.append($0) } }
    }
    return result
  }
}
