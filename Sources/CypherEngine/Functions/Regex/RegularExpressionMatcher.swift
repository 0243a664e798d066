internal import GraphModel

/// Matches many texts with one regular expression: where a set of its states goes with a code point
/// is remembered, so that it becomes a deterministic automaton as far as texts need it.
struct RegularExpressionMatcher {
  /// More are not remembered: a pattern can have as many as 2 to the power of its size.
  private static let largestSetCount = 256
  private let expression: RegularExpression
  /// The first is where texts begin.
  private var sets: [[Int]] = []
  private var isAccepting: [Bool] = []
  private var numbers: [[Int]: Int] = [:]
  /// By set and ASCII code the number of the next set; -1 where it is not known.
  private var following: [Int16] = []
  /// The same by set and other code points.
  private var others: [UInt64: Int] = [:]

  init(_ expression: RegularExpression) {
    self.expression = expression
    if !expression.hasAssertions { _ = number(of: expression.start) }
  }

  /// Whether the whole text matches. O(size of the text) where its sets are known.
  /// - Parameter string: the text as a String, for what is not ASCII.
  mutating func matches(_ text: Span<UInt8>, _ string: () -> String) throws(KhoError) -> Bool {
    if expression.hasAssertions { return try expression.matches(string()) }
    var set = 0
    for index in 0..<text.count {
      guard text[index] < 0x80 else { return try matches(string()) }
      var next = Int(following[set << 7 | Int(text[index])])
      if next < 0 {
        guard let made = learn(set, Unicode.Scalar(text[index])) else {
          return try forget(string())
        }
        following[set << 7 | Int(text[index])] = Int16(truncatingIfNeeded: made)
        next = made
      }
      set = next
    }
    return isAccepting[set]
  }

  private mutating func matches(_ text: String) throws(KhoError) -> Bool {
    var set = 0
    for scalar in text.unicodeScalars {
      let key = UInt64(set) << 32 | UInt64(scalar.value)
      if let next = others[key] {
        set = next
        continue
      }
      guard let next = learn(set, scalar) else { return try forget(text) }
      others[key] = next
      set = next
    }
    return isAccepting[set]
  }

  /// The set that one leads to; nil where there is no room for it.
  private mutating func learn(_ set: Int, _ scalar: Unicode.Scalar) -> Int? {
    guard others.count < 64 * Self.largestSetCount else { return nil }
    return number(of: expression.states(after: sets[set], scalar))
  }

  private mutating func number(of states: [Int]) -> Int? {
    if let known = numbers[states] { return known }
    guard sets.count < Self.largestSetCount else { return nil }
    numbers[states] = sets.count
    sets.append(states)
    isAccepting.append(expression.accepts(states))
    following.append(contentsOf: repeatElement(-1, count: 128))
    return sets.count - 1
  }

  /// Starts over with the next text.
  private mutating func forget(_ text: String) throws(KhoError) -> Bool {
    self = RegularExpressionMatcher(expression)
    return try expression.matches(text)
  }
}
