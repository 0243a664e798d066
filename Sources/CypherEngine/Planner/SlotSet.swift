/// A set of slots, as bits: slots are small numbers, and planning asks for little else than what
/// such sets have in common.

struct SlotSet: Equatable, Sendable, ExpressibleByArrayLiteral {
  /// Slots 0 to 63, which need no memory of their own.
  private var first: UInt64 = 0
  /// The others, 64 in a word; the last word is not 0.
  private var rest: [UInt64] = []

  init() {}
  init(_ slots: some Sequence<Slot>) { formUnion(slots) }
  init(arrayLiteral slots: Slot...) { formUnion(slots) }

  var isEmpty: Bool { first == 0 && rest.isEmpty }

  func contains(_ slot: Slot) -> Bool { word(slot >> 6) >> UInt64(slot & 63) & 1 != 0 }

  /// - Returns: whether it was not there.
  @discardableResult mutating func insert(_ slot: Slot) -> Bool {
    if contains(slot) { return false }
    if slot < 64 { first |= 1 << UInt64(slot) } else { formUnion(SlotSet(slot)) }
    return true
  }

  mutating func formUnion(_ other: SlotSet) { combine(other) { $0 | $1 } }
  mutating func formUnion(_ slots: some Sequence<Slot>) {
    for slot in slots { insert(slot) }
  }
  func union(_ other: SlotSet) -> SlotSet { combined(other) { $0 | $1 } }
  func union(_ slots: some Sequence<Slot>) -> SlotSet { union(SlotSet(slots)) }

  mutating func subtract(_ slots: some Sequence<Slot>) { combine(SlotSet(slots)) { $0 & ~$1 } }
  func subtracting(_ other: SlotSet) -> SlotSet { combined(other) { $0 & ~$1 } }
  func subtracting(_ slots: some Sequence<Slot>) -> SlotSet { subtracting(SlotSet(slots)) }

  func intersection(_ other: SlotSet) -> SlotSet { combined(other) { $0 & $1 } }
  func intersection(_ slots: some Sequence<Slot>) -> SlotSet { intersection(SlotSet(slots)) }

  func isSubset(of other: SlotSet) -> Bool {
    first & ~other.first == 0 && (rest.isEmpty || subtracting(other).isEmpty)
  }
  func isDisjoint(with other: SlotSet) -> Bool {
    first & other.first == 0 && (rest.isEmpty || intersection(other).isEmpty)
  }

  /// The slots, ascending.
  func sorted() -> [Slot] { map { $0 } }

  private func word(_ index: Int) -> UInt64 {
    index == 0 ? first : rest.indices.contains(index - 1) ? rest[index - 1] : 0
  }

  private init(_ slot: Slot) {
    let bit: UInt64 = 1 << UInt64(slot & 63)
    if slot < 64 {
      first = bit
    } else {
      rest = Array(repeating: 0, count: slot >> 6)
      rest[(slot >> 6) - 1] = bit
    }
  }

  private func combined(_ other: SlotSet, _ rule: (UInt64, UInt64) -> UInt64) -> SlotSet {
    var result = self
    result.combine(other, rule)
    return result
  }

  private mutating func combine(_ other: SlotSet, _ rule: (UInt64, UInt64) -> UInt64) {
    first = rule(first, other.first)
    if rest.isEmpty, other.rest.isEmpty { return }
    for index in 0..<Swift.max(rest.count, other.rest.count) {
      if index == rest.count { rest.append(0) }
      rest[index] = rule(rest[index], index < other.rest.count ? other.rest[index] : 0)
    }
    while rest.last == 0 { rest.removeLast() }
  }
}

extension SlotSet: Sequence {
  struct Iterator: IteratorProtocol {
    fileprivate let set: SlotSet
    fileprivate var index = 0
    /// What is left of the word at `index`.
    fileprivate var word: UInt64

    mutating func next() -> Slot? {
      while word == 0 {
        index += 1
        guard index <= set.rest.count else { return nil }
        word = set.word(index)
      }
      defer { word &= word &- 1 }
      return index << 6 | word.trailingZeroBitCount
    }
  }

  /// Ascending.
  func makeIterator() -> Iterator { Iterator(set: self, word: first) }
}
