/// How tightly operators bind: the levels of CIP2021-08-10 from low to high. `||`, which the CIP
/// lacks, is below addition, and a label predicate, which ends a chain of selections, above the
/// sign.
enum Precedence: Int, Comparable {
  case or, xor, and, not, comparison, predicate, concatenation, additive, multiplicative, power
  case sign, label, selection, atom

  static func < (a: Precedence, b: Precedence) -> Bool { a.rawValue < b.rawValue }

  /// The level above this one: that of an operand which must not be of this level itself.
  var next: Precedence { Precedence(rawValue: rawValue + 1) ?? .atom }
}
