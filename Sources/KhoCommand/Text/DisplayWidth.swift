/// How many columns text takes on a terminal: combining marks none, East Asian wide characters two.

extension Unicode.Scalar {
  /// Columns of this scalar alone: 0, 1 or 2.
  var displayWidth: Int {
    if value < 0x7F { return value < 0x20 ? 0 : 1 }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: return isEastAsianWide || properties.isEmojiPresentation ? 2 : 1
    }
  }

  /// Whether Unicode's EastAsianWidth.txt calls it wide or full-width; emoji apart, whole blocks
  /// are.
  private var isEastAsianWide: Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97C,
      0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6B, 0xFF01...0xFF60,
      0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FB, 0x1F200...0x1F265,
      0x20000...0x3FFFD:
      return true
    default: return false
    }
  }
}

extension Character {
  /// Columns of this character: those of its widest scalar, since marks and joined parts add none.
  var displayWidth: Int { unicodeScalars.reduce(0) { max($0, $1.displayWidth) } }
}

extension StringProtocol {
  /// Columns of this text on one line.
  var displayWidth: Int { reduce(0) { $0 + $1.displayWidth } }
}

extension String {
  /// This text, or as much of it as leaves room for `…` where it is wider than `limit` columns.
  func cut(toWidth limit: Int) -> String {
    var width = 0
    var end = startIndex
    for index in indices {
      width += self[index].displayWidth
      if width > limit { return self[..<end] + "…" }
      if width < limit { end = self.index(after: index) }
    }
    return self
  }

  /// This text with spaces after it, or before it if `isRight`, up to `width` columns.
  func padded(toWidth width: Int, isRight: Bool = false) -> String {
    let padding = String(repeating: " ", count: max(0, width - displayWidth))
    return isRight ? padding + self : self + padding
  }

  /// Lines of at most `limit` columns, broken at spaces where there are any; at least one line.
  func wrapped(toWidth limit: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var width = 0
    func finishLine() {
      lines.append(line)
      (line, width) = ("", 0)
    }
    for word in split(separator: " ", omittingEmptySubsequences: false) {
      let wordWidth = word.displayWidth
      if width > 0, width + 1 + wordWidth > limit { finishLine() }
      if !line.isEmpty { (line, width) = (line + " ", width + 1) }
      for character in word {
        if width > 0, width + character.displayWidth > limit { finishLine() }
        line.append(character)
        width += character.displayWidth
      }
    }
    return lines + [line]
  }

  /// This text on one line and without control over the terminal: `\n` for a line feed, `\u001B`
  /// for escape.
  var visible: String {
    guard unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
      return self
    }
    var text = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case _ where scalar.properties.generalCategory == .control:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        text += "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
