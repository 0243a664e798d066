/// What a column of a block holds.
internal import GraphModel

/// The type of a column, and the tag of a value inside a list or map. Numbers are of the file
/// format.
struct ColumnType: RawRepresentable, Hashable {
  let rawValue: UInt8
  init(rawValue: UInt8) { self.rawValue = rawValue }

  static let source = ColumnType(rawValue: 0x01)
  static let target = ColumnType(rawValue: 0x02)
  static let relationshipType = ColumnType(rawValue: 0x03)
  static let label = ColumnType(rawValue: 0x08)
  static let `false` = ColumnType(rawValue: 0x10)
  static let `true` = ColumnType(rawValue: 0x11)
  static let integer = ColumnType(rawValue: 0x12)
  static let float = ColumnType(rawValue: 0x13)
  static let string = ColumnType(rawValue: 0x14)
  static let date = ColumnType(rawValue: 0x15)
  static let localTime = ColumnType(rawValue: 0x16)
  static let time = ColumnType(rawValue: 0x17)
  static let localDateTime = ColumnType(rawValue: 0x18)
  static let dateTime = ColumnType(rawValue: 0x19)
  static let duration = ColumnType(rawValue: 0x1A)
  static let list = ColumnType(rawValue: 0x1B)
  static let map = ColumnType(rawValue: 0x1C)

  /// The value lies in table `long`; the column holds its length and checksum.
  var isLong: Bool { rawValue & 0x80 != 0 }
  var long: ColumnType { ColumnType(rawValue: rawValue | 0x80) }
  var short: ColumnType { ColumnType(rawValue: rawValue & 0x7F) }

  /// Ends of relationships are looked up one by one, and packed by bits; other numbers are scanned,
  /// which whole bytes make quick.
  var isEnd: Bool { self == .source || self == .target }

  /// How a column lays out its values.
  enum Layout: Equatable {
    /// The validity word says all.
    case bare
    /// A number of at most 64 bits.
    case number
    /// Ends, then bytes.
    case variable
  }

  /// Nil for a type this version does not know.
  var layout: Layout? {
    switch self {
    case .label, .false, .true: .bare
    case .source, .target, .relationshipType, .integer, .float, .date, .localTime: .number
    case .string, .time, .localDateTime, .dateTime, .duration, .list, .map: .variable
    case ColumnType.string.long, ColumnType.list.long, ColumnType.map.long: .number
    default: nil
    }
  }

  /// The type of a property's value; nil for what a property cannot hold.
  init?(of value: Value) {
    switch value {
    case .boolean(let value): self = value ? .true : .false
    case .integer: self = .integer
    case .float: self = .float
    case .string: self = .string
    case .date: self = .date
    case .localTime: self = .localTime
    case .time: self = .time
    case .localDateTime: self = .localDateTime
    case .dateTime: self = .dateTime
    case .duration: self = .duration
    case .list: self = .list
    case .map: self = .map
    case .null, .node, .relationship, .path: return nil
    }
  }
}

/// Names a column of a block and gives its place among them: system columns, labels by id,
/// properties by key and type.
struct ColumnName: Comparable, Hashable {
  let key: UInt16
  let type: ColumnType

  init(_ type: ColumnType, _ key: UInt16 = 0) {
    self.type = type
    self.key = key
  }
  static func label(_ label: LabelID) -> ColumnName { ColumnName(.label, label.rawValue) }

  var isProperty: Bool { type.rawValue >= 0x10 }

  /// Sorts as the column does.
  @inline(__always) var order: UInt32 {
    isProperty
      ? 1 << 24 | UInt32(key) << 8 | UInt32(type.rawValue)
      : UInt32(type.rawValue) << 16 | UInt32(key)
  }
  static func < (a: ColumnName, b: ColumnName) -> Bool { a.order < b.order }
}
