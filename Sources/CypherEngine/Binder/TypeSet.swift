internal import GraphModel

/// The types an expression's value may have, as far as they are known before it runs. `null`
/// belongs to every type.
struct TypeSet: OptionSet, Hashable, Sendable {
  var rawValue: UInt32
  static let boolean = TypeSet(rawValue: 1 << 0)
  static let integer = TypeSet(rawValue: 1 << 1)
  static let float = TypeSet(rawValue: 1 << 2)
  static let string = TypeSet(rawValue: 1 << 3)
  static let list = TypeSet(rawValue: 1 << 4)
  static let map = TypeSet(rawValue: 1 << 5)
  static let node = TypeSet(rawValue: 1 << 6)
  static let relationship = TypeSet(rawValue: 1 << 7)
  static let path = TypeSet(rawValue: 1 << 8)
  static let date = TypeSet(rawValue: 1 << 9)
  static let localTime = TypeSet(rawValue: 1 << 10)
  static let time = TypeSet(rawValue: 1 << 11)
  static let localDateTime = TypeSet(rawValue: 1 << 12)
  static let dateTime = TypeSet(rawValue: 1 << 13)
  static let duration = TypeSet(rawValue: 1 << 14)

  static let number: TypeSet = [.integer, .float]
  static let instant: TypeSet = [.date, .localTime, .time, .localDateTime, .dateTime]
  static let temporal: TypeSet = [.instant, .duration]
  static let entity: TypeSet = [.node, .relationship]
  static let any = TypeSet(rawValue: (1 << 15) - 1)
  /// What only `null` has.
  static let none: TypeSet = []

  /// Whether a value of this type may be used where `accepted` is asked for: null always may.
  func isCompatible(with accepted: TypeSet) -> Bool { isEmpty || !isDisjoint(with: accepted) }
}
