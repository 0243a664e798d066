internal import GraphModel

/// What a regular expression says, without what only matters for captures: groups and laziness.
indirect enum RegularExpressionNode: Sendable {
  case one(CharacterClass)
  case sequence([RegularExpressionNode])
  case alternation([RegularExpressionNode])
  case repetition(RegularExpressionNode, minimum: Int, maximum: Int?)
  case assertion(Assertion)

  /// A condition on the place between two code points.
  enum Assertion: Sendable {
    case textStart, textEnd, lineStart, lineEnd, wordBoundary, noWordBoundary
    /// The end, or before the line terminator that ends the text.
    case lastLineEnd
  }
}

/// Reads the syntax of java.util.regex as far as it can be matched in linear time: no back
/// references, no look-around, no possessive quantifiers.
struct RegularExpressionParser {
  static let nestingLimit = 100
  static let repetitionLimit = 1_000

  private let pattern: [Unicode.Scalar]
  private var position = 0
  private var depth = 0
  private var flags = Flags()

  private struct Flags {
    var isCaseless = false
    var isMultiline = false
    var matchesLineTerminators = false
  }

  /// Throws `InvalidRegularExpression` with the offset of the mistake.
  static func parse(_ pattern: String) throws(KhoError) -> RegularExpressionNode {
    var parser = RegularExpressionParser(pattern: Array(pattern.unicodeScalars))
    let node = try parser.alternation()
    if parser.position < parser.pattern.count { throw parser.error("expected the end, found ')'") }
    return node
  }

  private init(pattern: [Unicode.Scalar]) { self.pattern = pattern }

  private var next: Unicode.Scalar? { position < pattern.count ? pattern[position] : nil }

  private mutating func take(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    guard pattern[position...].starts(with: scalars) else { return false }
    position += scalars.count
    return true
  }

  private mutating func takeAny(_ expected: String) throws(KhoError) -> Unicode.Scalar {
    guard let scalar = next else { throw error("expected \(expected), found the end") }
    position += 1
    return scalar
  }

  private func error(_ message: String) -> KhoError {
    KhoError(
      .argumentError, "InvalidRegularExpression",
      "the regular expression is wrong at offset \(position): \(message)")
  }

  /// Runs `body` one level deeper.
  private mutating func nested<R>(
    _ body: (inout RegularExpressionParser) throws(KhoError) -> R
  ) throws(KhoError) -> R {
    depth += 1
    if depth > Self.nestingLimit { throw error("it nests more than \(Self.nestingLimit) deep") }
    let result = try body(&self)
    depth -= 1
    return result
  }

  // MARK: Structure

  /// Alternation = Sequence { '|' Sequence }. Flags set within end with it.
  private mutating func alternation() throws(KhoError) -> RegularExpressionNode {
    let outer = flags
    var branches = [try sequence()]
    while take("|") { branches.append(try sequence()) }
    flags = outer
    return branches.count == 1 ? branches[0] : .alternation(branches)
  }

  private mutating func sequence() throws(KhoError) -> RegularExpressionNode {
    var parts: [RegularExpressionNode] = []
    while let scalar = next, scalar != "|", scalar != ")" {
      if take("\\Q") {
        while position < pattern.count, !take("\\E") {
          parts.append(.one(literal(pattern[position])))
          position += 1
        }
      } else if let atom = try atom() {
        parts.append(try quantified(atom))
      }
    }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  /// `*`, `+`, `?`, `{2}`, `{2,}`, `{2,4}`, each greedy or lazy.
  private mutating func quantified(
    _ atom: RegularExpressionNode
  ) throws(KhoError) -> RegularExpressionNode {
    let minimum: Int
    var maximum: Int?
    if take("*") {
      minimum = 0
    } else if take("+") {
      minimum = 1
    } else if take("?") {
      (minimum, maximum) = (0, 1)
    } else if take("{") {
      minimum = try count()
      maximum = minimum
      if take(",") { maximum = next == "}" ? nil : try count() }
      if !take("}") { throw error("expected '}' after a number of repetitions") }
      if let maximum, maximum < minimum { throw error("expected {least,most}") }
    } else {
      return atom
    }
    if take("+") { throw error("possessive quantifiers are not supported") }
    _ = take("?")
    return .repetition(atom, minimum: minimum, maximum: maximum)
  }

  private mutating func count() throws(KhoError) -> Int {
    var count = 0
    let start = position
    while let digit = next, ("0"..."9").contains(digit) {
      count = count * 10 + Int(digit.value - 0x30)
      position += 1
      if count > Self.repetitionLimit {
        throw error("expected at most \(Self.repetitionLimit) repetitions")
      }
    }
    if position == start { throw error("expected a number of repetitions") }
    return count
  }

  /// One character, class, group or assertion; nil for `(?i)`, which only sets flags.
  private mutating func atom() throws(KhoError) -> RegularExpressionNode? {
    switch try takeAny("an expression") {
    case "(": return try nested { parser throws(KhoError) in try parser.group() }
    case "[": return .one(try nested { parser throws(KhoError) in try parser.characterClass() })
    case ".":
      return .one(
        flags.matchesLineTerminators
          ? .not(.union([])) : .not(.property(.lineTerminator)))
    case "^": return .assertion(flags.isMultiline ? .lineStart : .textStart)
    case "$": return .assertion(flags.isMultiline ? .lineEnd : .lastLineEnd)
    case "\\":
      switch next {
      case "b":
        position += 1
        return .assertion(.wordBoundary)
      case "B":
        position += 1
        return .assertion(.noWordBoundary)
      case "A":
        position += 1
        return .assertion(.textStart)
      case "z":
        position += 1
        return .assertion(.textEnd)
      case "Z":
        position += 1
        return .assertion(.lastLineEnd)
      default:
        position -= 1
        let escaped = try character()
        if case .scalar(let scalar) = escaped { return .one(literal(scalar)) }
        return .one(escaped)
      }
    case let scalar where scalar == "*" || scalar == "+" || scalar == "?":
      position -= 1
      throw error("expected something to repeat before '\(scalar)'")
    case let scalar: return .one(literal(scalar))
    }
  }

  /// What follows `(`.
  private mutating func group() throws(KhoError) -> RegularExpressionNode? {
    let outer = flags
    if take("?") {
      if take("<") {
        if next == "=" || next == "!" { throw error("look-behind is not supported") }
        while let scalar = next, scalar != ">" {
          guard
            scalar.properties.isAlphabetic || scalar.isASCII && scalar.properties.numericType != nil
          else { throw error("expected a group's name") }
          position += 1
        }
        if !take(">") { throw error("expected '>' after a group's name") }
      } else if next == "=" || next == "!" {
        throw error("look-ahead is not supported")
      } else if next == ">" {
        throw error("atomic groups are not supported")
      } else {
        try flagSettings()
        if take(")") { return nil }
        if !take(":") { throw error("expected ':' or ')' after flags") }
      }
    }
    let node = try alternation()
    flags = outer
    if !take(")") { throw error("expected ')'") }
    return node
  }

  /// `i`, `m`, `s` and, after `-`, what is switched off. Upper and lower case are those of Unicode:
  /// `u` changes nothing.
  private mutating func flagSettings() throws(KhoError) {
    var isOn = true
    while let scalar = next, scalar != ")", scalar != ":" {
      switch scalar {
      case "-": isOn = false
      case "i": flags.isCaseless = isOn
      case "m": flags.isMultiline = isOn
      case "s": flags.matchesLineTerminators = isOn
      case "u", "U": break
      default: throw error("expected the flags i, m, s or u, found '\(scalar)'")
      }
      position += 1
    }
  }

  // MARK: Characters

  /// A code point as it stands or escaped, or an escape that means a set.
  private mutating func character() throws(KhoError) -> CharacterClass {
    let scalar = try takeAny("a character")
    guard scalar == "\\" else { return .scalar(scalar) }
    let kind = try takeAny("an escape")
    switch kind {
    case "d": return .property(.digit)
    case "D": return .not(.property(.digit))
    case "w": return .property(.word)
    case "W": return .not(.property(.word))
    case "s": return .property(.space)
    case "S": return .not(.property(.space))
    case "h": return .property(.horizontalSpace)
    case "H": return .not(.property(.horizontalSpace))
    case "v": return .property(.verticalSpace)
    case "V": return .not(.property(.verticalSpace))
    case "p": return try property()
    case "P": return .not(try property())
    case "t": return .scalar("\t")
    case "n": return .scalar("\n")
    case "r": return .scalar("\r")
    case "f": return .scalar("\u{C}")
    case "a": return .scalar("\u{7}")
    case "e": return .scalar("\u{1B}")
    case "0": return try code(digits: 1...3, radix: 8)
    case "u": return try code(digits: 4...4, radix: 16)
    case "x":
      guard take("{") else { return try code(digits: 2...2, radix: 16) }
      let scalar = try code(digits: 1...6, radix: 16)
      if !take("}") { throw error("expected '}' after a code point") }
      return scalar
    case "1"..."9", "k": throw error("back references are not supported")
    default:
      if kind.isASCII, kind.properties.isAlphabetic {
        throw error("expected an escape, found '\\\(kind)'")
      }
      return .scalar(kind)
    }
  }

  /// A code point by its number, in as many digits as there are.
  private mutating func code(
    digits: ClosedRange<Int>, radix: Int
  ) throws(KhoError) -> CharacterClass {
    var text = ""
    while text.utf8.count < digits.upperBound, let digit = next, digit.isASCII,
      Int(String(digit), radix: radix) != nil
    {
      text.unicodeScalars.append(digit)
      position += 1
    }
    guard digits.contains(text.utf8.count), let number = UInt32(text, radix: radix),
      let scalar = Unicode.Scalar(number)
    else { throw error("expected a code point") }
    return .scalar(scalar)
  }

  /// What follows `\p`: one letter, or a name in braces.
  private mutating func property() throws(KhoError) -> CharacterClass {
    var name = ""
    if take("{") {
      while let scalar = next, scalar != "}" {
        name.unicodeScalars.append(scalar)
        position += 1
      }
      if !take("}") { throw error("expected '}' after a property's name") }
    } else {
      name.unicodeScalars.append(try takeAny("a property"))
    }
    guard let property = CharacterClass.Property(named: name) else {
      throw error("expected the name of a Unicode property, found '\(name)'")
    }
    return .property(property)
  }

  private func literal(_ scalar: Unicode.Scalar) -> CharacterClass {
    flags.isCaseless ? .caseless(.scalar(scalar)) : .scalar(scalar)
  }

  // MARK: Classes

  /// What follows `[`: members, ranges, nested classes, and `&&` for intersection.
  private mutating func characterClass() throws(KhoError) -> CharacterClass {
    let isNegated = take("^")
    var members: [CharacterClass] = []
    var result: CharacterClass?
    var isFirst = true
    while isFirst || next != "]" {
      isFirst = false
      if take("&&") {
        let part = CharacterClass.union(members)
        result = result.map { .intersection($0, part) } ?? part
        members = []
      } else if take("[") {
        members.append(try nested { parser throws(KhoError) in try parser.characterClass() })
      } else {
        members.append(try member())
      }
    }
    position += 1
    let part = CharacterClass.union(members)
    let whole = result.map { CharacterClass.intersection($0, part) } ?? part
    return isNegated ? .not(whole) : whole
  }

  /// A character, a range or an escape within brackets.
  private mutating func member() throws(KhoError) -> CharacterClass {
    let first = try character()
    guard case .scalar(let lower) = first else { return first }
    guard next == "-", position + 1 < pattern.count, pattern[position + 1] != "]",
      pattern[position + 1] != "["
    else { return literal(lower) }
    position += 1
    guard case .scalar(let upper) = try character(), lower <= upper else {
      throw error("expected the end of a range, not below its start")
    }
    return flags.isCaseless ? .caseless(.range(lower...upper)) : .range(lower...upper)
  }
}
