/// Sets of code points as a regular expression writes them.
indirect enum CharacterClass: Sendable {
  case scalar(Unicode.Scalar)
  case range(ClosedRange<Unicode.Scalar>)
  /// A set with the upper and lower case forms of its members.
  case caseless(CharacterClass)
  case property(Property)
  case union([CharacterClass])
  case intersection(CharacterClass, CharacterClass)
  case not(CharacterClass)

  /// Sets by Unicode properties (UTS #18, annex C): `\d`, `\w`, `\s` know all scripts.
  enum Property: Sendable {
    case digit, word, space, horizontalSpace, verticalSpace, lineTerminator
    case alphabetic, lowercase, uppercase, alphanumeric, ascii, hexDigit
    case categories([Unicode.GeneralCategory])
  }

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    switch self {
    case .scalar(let member): member == scalar
    case .range(let range): range.contains(scalar)
    case .caseless(let base):
      base.contains(scalar) || base.contains(scalar.lowercased) || base.contains(scalar.uppercased)
    case .property(let property): property.contains(scalar)
    case .union(let parts): parts.contains { $0.contains(scalar) }
    case .intersection(let a, let b): a.contains(scalar) && b.contains(scalar)
    case .not(let base): !base.contains(scalar)
    }
  }
}

extension CharacterClass.Property {
  func contains(_ scalar: Unicode.Scalar) -> Bool {
    let properties = scalar.properties
    switch self {
    case .digit: return properties.generalCategory == .decimalNumber
    case .word:
      switch properties.generalCategory {
      case .decimalNumber, .connectorPunctuation, .nonspacingMark, .spacingMark, .enclosingMark:
        return true
      default: return properties.isAlphabetic || properties.isJoinControl
      }
    case .space: return properties.isWhitespace
    case .horizontalSpace: return scalar == "\t" || properties.generalCategory == .spaceSeparator
    case .verticalSpace: return scalar == "\u{B}" || scalar == "\u{C}" || scalar.isLineTerminator
    case .lineTerminator: return scalar.isLineTerminator
    case .alphabetic: return properties.isAlphabetic
    case .lowercase: return properties.isLowercase
    case .uppercase: return properties.isUppercase
    case .alphanumeric:
      return properties.isAlphabetic || properties.generalCategory == .decimalNumber
    case .ascii: return scalar.isASCII
    case .hexDigit: return properties.isHexDigit
    case .categories(let categories): return categories.contains(properties.generalCategory)
    }
  }

  private static let categories: [(code: String, category: Unicode.GeneralCategory)] = [
    ("Lu", .uppercaseLetter), ("Ll", .lowercaseLetter), ("Lt", .titlecaseLetter),
    ("Lm", .modifierLetter), ("Lo", .otherLetter), ("Mn", .nonspacingMark),
    ("Mc", .spacingMark), ("Me", .enclosingMark), ("Nd", .decimalNumber),
    ("Nl", .letterNumber), ("No", .otherNumber), ("Pc", .connectorPunctuation),
    ("Pd", .dashPunctuation), ("Ps", .openPunctuation), ("Pe", .closePunctuation),
    ("Pi", .initialPunctuation), ("Pf", .finalPunctuation), ("Po", .otherPunctuation),
    ("Sm", .mathSymbol), ("Sc", .currencySymbol), ("Sk", .modifierSymbol),
    ("So", .otherSymbol), ("Zs", .spaceSeparator), ("Zl", .lineSeparator),
    ("Zp", .paragraphSeparator), ("Cc", .control), ("Cf", .format), ("Co", .privateUse),
    ("Cn", .unassigned),
  ]

  /// The property that `\p{name}` means: a general category, a group of them by their first letter,
  /// or a POSIX or Unicode name, with or without `Is`; nil for others.
  init?(named name: String) {
    let bare = name.hasPrefix("Is") ? String(name.dropFirst(2)) : name
    let categories = Self.categories.filter {
      $0.code == bare || $0.code.first.map(String.init) == bare
    }
    if !categories.isEmpty {
      self = .categories(categories.map(\.category))
      return
    }
    switch bare.lowercased() {
    case "alpha", "alphabetic": self = .alphabetic
    case "digit": self = .digit
    case "alnum": self = .alphanumeric
    case "lower", "lowercase": self = .lowercase
    case "upper", "uppercase": self = .uppercase
    case "punct", "punctuation":
      self = .categories(Self.categories.filter { $0.code.hasPrefix("P") }.map(\.category))
    case "space", "whitespace", "white_space": self = .space
    case "blank": self = .horizontalSpace
    case "cntrl", "control": self = .categories([.control])
    case "ascii": self = .ascii
    case "xdigit", "hex_digit": self = .hexDigit
    default: return nil
    }
  }
}

extension Unicode.Scalar {
  var isLineTerminator: Bool {
    switch self {
    case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": true
    default: false
    }
  }

  /// The other case where that is one code point, else the same.
  var lowercased: Unicode.Scalar { Self.only(properties.lowercaseMapping) ?? self }
  var uppercased: Unicode.Scalar { Self.only(properties.uppercaseMapping) ?? self }

  private static func only(_ text: String) -> Unicode.Scalar? {
    text.unicodeScalars.count == 1 ? text.unicodeScalars.first : nil
  }
}
