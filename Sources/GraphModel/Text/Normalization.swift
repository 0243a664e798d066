/// Unicode normal forms and the folds used to find text whatever its accents, case and punctuation.
@_spi(_Unicode) import Swift

extension String {
  /// Normalization Form C: letters composed with their marks. What the store keeps. O(n).
  package var nfc: String {
    isOfLatinLetters ? self : String(String.UnicodeScalarView(_nfc))
  }

  /// Whether all characters are below U+0300, in U+1E00 … U+1EFF, or dashes, quotation marks and
  /// the like from U+2010 to U+2027. None of them is changed by composition, nor changes another
  /// (NFC_Quick_Check is yes, the combining class 0): composed Vietnamese needs no more than this.
  private var isOfLatinLetters: Bool {
    var bytes = utf8.makeIterator()
    while let lead = bytes.next() {
      switch lead {
      case ..<0x80: continue
      case 0xC2...0xCB: _ = bytes.next()
      case 0xE1:
        guard let second = bytes.next(), 0xB8...0xBB ~= second else { return false }
        _ = bytes.next()
      case 0xE2:
        guard bytes.next() == 0x80, let third = bytes.next(), 0x90...0xA7 ~= third else {
          return false
        }
      default: return false
      }
    }
    return true
  }

  /// Normalization Form D: letters followed by their marks. O(n).
  package var nfd: String {
    utf8.allSatisfy { $0 < 0x80 } ? self : String(String.UnicodeScalarView(_nfd))
  }

  /// Lower-case text without marks, đ as d: `Cầu Ngang` and `cau ngang` fold to the same text, in
  /// whatever normal form they come. The result is in NFC. O(n).
  package var folded: String {
    if utf8.allSatisfy({ $0 < 0x80 }) { return lowercased() }
    var result = ""
    result.reserveCapacity(utf8.count)
    for scalar in _nfd where !scalar.isMark {
      switch scalar {
      case "đ", "Đ": result.unicodeScalars.append("d")
      default:
        for lower in scalar.properties.lowercaseMapping.unicodeScalars where !lower.isMark {
          result.unicodeScalars.append(lower)
        }
      }
    }
    return result.nfc
  }

  /// `folded`, with every run of other characters than letters and digits as one space, none at the
  /// ends: the form in which names are compared.
  package var nameKey: String {
    var result = ""
    for scalar in folded.unicodeScalars {
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        result.unicodeScalars.append(scalar)
      } else if let last = result.unicodeScalars.last, last != " " {
        result.unicodeScalars.append(" ")
      }
    }
    if result.unicodeScalars.last == " " { result.unicodeScalars.removeLast() }
    return result
  }
}

extension Unicode.Scalar {
  /// Whether it is a combining mark (general category M).
  package var isMark: Bool {
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    default: false
    }
  }
}
