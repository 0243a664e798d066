/// Random numbers that are the same in every run and every release of Swift.
internal import Foundation

/// SplitMix64 (Steele, Lea and Flood, 2014).
struct Random {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }

  /// A number of `0..<bound`, by the high half of a product: its bias is below 2⁻³².
  mutating func below(_ bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  mutating func within(_ range: Range<Int>) -> Int { range.lowerBound + below(range.count) }

  /// `count` numbers of `range`, all of which have to fit in `T`.
  mutating func integers<T: FixedWidthInteger>(_ count: Int, _ range: Range<Int>) -> [T] {
    (0..<count).map { _ in T(within(range)) }
  }

  /// A number of `[0, 1)`.
  mutating func fraction() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// A number of the standard normal distribution (Box and Muller, 1958).
  mutating func normal() -> Double {
    (-2 * log(1 - fraction())).squareRoot() * cos(2 * .pi * fraction())
  }

  mutating func pick<T>(_ elements: [T]) -> T { elements[below(elements.count)] }

  /// `count` words of `words`, with spaces between them.
  mutating func text(_ count: Int, of words: [String]) -> String {
    (0..<count).map { _ in pick(words) }.joined(separator: " ")
  }

  /// A day as a number like 20240615.
  mutating func day(_ years: Range<Int>) -> Int {
    within(years) * 10_000 + within(1..<13) * 100 + within(1..<29)
  }
}

func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }
