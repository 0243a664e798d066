/// Finds a string in others by code points, in linear time (Knuth, Morris and Pratt).
struct TextSearch {
  private let part: [UInt8]
  /// Of every prefix of `part`: the length of its longest proper prefix that is also its suffix.
  private let borders: [Int]

  /// O(length of `part`).
  init(_ part: String) {
    self.part = Array(part.utf8)
    var borders = Array(repeating: 0, count: self.part.count)
    var border = 0
    for index in self.part.indices.dropFirst() {
      while border > 0, self.part[index] != self.part[border] { border = borders[border - 1] }
      if self.part[index] == self.part[border] { border += 1 }
      borders[index] = border
    }
    self.borders = borders
  }

  /// The offset of the first occurrence in the UTF-8 text at or after `start`. The empty string is
  /// found at `start`.
  func first(in text: Span<UInt8>, from start: Int) -> Int? {
    if part.isEmpty { return start <= text.count ? start : nil }
    var matched = 0
    for index in Swift.min(start, text.count)..<text.count {
      while matched > 0, text[index] != part[matched] { matched = borders[matched - 1] }
      if text[index] == part[matched] { matched += 1 }
      if matched == part.count { return index + 1 - matched }
    }
    return nil
  }

  func isPrefix(of text: Span<UInt8>) -> Bool { isThere(in: text, at: 0) }
  func isSuffix(of text: Span<UInt8>) -> Bool { isThere(in: text, at: text.count - part.count) }

  private func isThere(in text: Span<UInt8>, at offset: Int) -> Bool {
    guard offset >= 0, part.count <= text.count - offset else { return false }
    for index in part.indices where text[offset + index] != part[index] { return false }
    return true
  }

  /// Offsets of all occurrences that do not overlap, from left to right.
  func all(in text: Span<UInt8>) -> [Int] {
    var offsets: [Int] = []
    var start = 0
    while let offset = first(in: text, from: start) {
      offsets.append(offset)
      start = offset + Swift.max(part.count, 1)
    }
    return offsets
  }
}
