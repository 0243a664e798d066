/// Words of Vietnamese names, so that they can be compared as typed with accents or without.
@_spi(_Unicode) import Swift

/// One word of a name: letters or digits, in lower case.
///
/// `accented` has its tone at the end, so that `hòa` and `hoà`, two spellings of one syllable, are
/// one word, and so are its composed and decomposed forms.
struct Word: Hashable {
  var accented: String
  /// Without tone and other marks; đ is d.
  var folded: String

  init(_ text: Substring) {
    var letters = String.UnicodeScalarView()
    var bases = String.UnicodeScalarView()
    var tone: Unicode.Scalar?
    for scalar in text.lowercased()._nfd {
      switch scalar {
      case "\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}": tone = scalar
      default:
        letters.append(scalar)
        if scalar.properties.generalCategory != .nonspacingMark {
          bases.append(scalar == "đ" ? "d" : scalar)
        }
      }
    }
    if let tone { letters.append(tone) }
    accented = String(letters)
    folded = String(bases)
  }

  /// A word of ASCII letters and digits.
  init(plain text: String) {
    accented = text
    folded = text
  }

  var hasMarks: Bool { accented != folded }

  /// Whether this word, as a person typed it, means `other`: exactly if typed with marks, else
  /// without them.
  func means(_ other: Word) -> Bool {
    hasMarks ? accented == other.accented : folded == other.folded
  }

  /// The words of `text`: runs of letters or of digits (`CT05` is two); everything else parts them.
  static func words(of text: String) -> [Word] {
    var words: [Word] = []
    var run = text.startIndex..<text.startIndex
    func finishRun() {
      if !run.isEmpty { words.append(Word(text[run])) }
    }
    for index in text.indices {
      let character = text[index]
      let isDigit = character.isASCII && character.isNumber
      let next = text.index(after: index)
      if !isDigit && !character.isLetter && !character.isNumber {
        finishRun()
        run = next..<next
      } else if !run.isEmpty, isDigit != (text[run].last.map { $0.isASCII && $0.isNumber }) {
        finishRun()
        run = index..<next
      } else {
        run = run.lowerBound..<next
      }
    }
    finishRun()
    return words
  }
}
