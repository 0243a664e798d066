/// A value of openCypher's type system: what expressions compute, properties hold and results
/// carry.
///
/// `null` is a value of its own here; properties never hold it (absence is null). 17 bytes, stride
/// 24: text of up to 15 UTF-8 bytes and all numbers are stored inline.
public enum Value: Sendable {
  case null
  case boolean(Bool)
  case integer(Int64)
  case float(Double)
  case string(String)
  case list([Value])
  case map(ValueMap)
  case node(Node)
  case relationship(Relationship)
  case path(Path)
  case date(Temporal.Date)
  case localTime(Temporal.LocalTime)
  case time(Temporal.Time)
  case localDateTime(Temporal.LocalDateTime)
  indirect case dateTime(Temporal.DateTime)
  indirect case duration(Temporal.Duration)

  @inlinable public var isNull: Bool {
    if case .null = self { return true }
    return false
  }
}

extension Value: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByFloatLiteral, ExpressibleByStringLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  public init(nilLiteral: ()) { self = .null }
  public init(booleanLiteral value: Bool) { self = .boolean(value) }
  public init(integerLiteral value: Int64) { self = .integer(value) }
  public init(floatLiteral value: Double) { self = .float(value) }
  public init(stringLiteral value: String) { self = .string(value) }
  public init(arrayLiteral elements: Value...) { self = .list(elements) }
  public init(dictionaryLiteral elements: (String, Value)...) {
    self = .map(ValueMap(elements.map { (key: $0.0, value: $0.1) }))
  }
}
