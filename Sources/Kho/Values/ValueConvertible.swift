/// Swift types that have a counterpart among openCypher's values.

/// A type whose values are openCypher values: parameters and columns can have it.
///
/// Kho conforms `Bool`, the integers up to `Int64` and `UInt32`, `Float`, `Double`, `String`,
/// `Temporal`'s types, Foundation's `Date`, `Node`, `Relationship`, `Path`, `Value`, `ValueMap`,
/// and optionals, arrays and dictionaries by `String` of such types.
///
/// ```swift
/// enum Rank: String, ValueConvertible {
///   case ward, district
///   var cypherValue: Value { .string(rawValue) }
///   init(cypherValue: Value) throws(KhoError) {
///     guard let rank = Rank(rawValue: try String(cypherValue: cypherValue)) else {
///       throw KhoError(.typeError, "InvalidArgumentValue", "expected a rank")
///     }
///     self = rank
///   }
/// }
/// ```
public protocol ValueConvertible {
  /// The value as openCypher has it.
  var cypherValue: Value { get }
  /// The Swift value of an openCypher value.
  /// - Throws: `.typeError` if it is of another type or out of range.
  init(cypherValue: Value) throws(KhoError)
}

extension KhoError {
  /// "expected STRING, found INTEGER".
  static func unexpected(_ value: Value, expected: String) -> KhoError {
    KhoError(
      .typeError, "InvalidConversion", "expected \(expected), found \(value.typeName)")
  }
}

extension Value: ValueConvertible {
  public var cypherValue: Value { self }
  public init(cypherValue: Value) { self = cypherValue }
}

extension Bool: ValueConvertible {
  public var cypherValue: Value { .boolean(self) }
  public init(cypherValue: Value) throws(KhoError) {
    guard case .boolean(let value) = cypherValue else {
      throw .unexpected(cypherValue, expected: "BOOLEAN")
    }
    self = value
  }
}

extension String: ValueConvertible {
  public var cypherValue: Value { .string(self) }
  public init(cypherValue: Value) throws(KhoError) {
    guard case .string(let value) = cypherValue else {
      throw .unexpected(cypherValue, expected: "STRING")
    }
    self = value
  }
}

extension Double: ValueConvertible {
  public var cypherValue: Value { .float(self) }
  /// Also of an integer, which may round.
  public init(cypherValue: Value) throws(KhoError) {
    switch cypherValue {
    case .float(let value): self = value
    case .integer(let value): self = Double(value)
    default: throw .unexpected(cypherValue, expected: "INTEGER or FLOAT")
    }
  }
}

extension Float: ValueConvertible {
  public var cypherValue: Value { .float(Double(self)) }
  public init(cypherValue: Value) throws(KhoError) {
    self = Float(try Double(cypherValue: cypherValue))
  }
}

extension ValueConvertible where Self: FixedWidthInteger & SignedInteger {
  public var cypherValue: Value { .integer(Int64(self)) }
  public init(cypherValue: Value) throws(KhoError) { self = try .exactly(cypherValue) }
}

extension FixedWidthInteger {
  fileprivate static func exactly(_ value: Value) throws(KhoError) -> Self {
    guard case .integer(let integer) = value else {
      throw .unexpected(value, expected: "INTEGER")
    }
    guard let exact = Self(exactly: integer) else {
      throw KhoError(.typeError, "NumberOutOfRange", "the integer does not fit \(Self.self)")
    }
    return exact
  }
}

extension Int: ValueConvertible {}
extension Int8: ValueConvertible {}
extension Int16: ValueConvertible {}
extension Int32: ValueConvertible {}
extension Int64: ValueConvertible {}
extension UInt8: ValueConvertible {
  public var cypherValue: Value { .integer(Int64(self)) }
  public init(cypherValue: Value) throws(KhoError) { self = try .exactly(cypherValue) }
}
extension UInt16: ValueConvertible {
  public var cypherValue: Value { .integer(Int64(self)) }
  public init(cypherValue: Value) throws(KhoError) { self = try .exactly(cypherValue) }
}
extension UInt32: ValueConvertible {
  public var cypherValue: Value { .integer(Int64(self)) }
  public init(cypherValue: Value) throws(KhoError) { self = try .exactly(cypherValue) }
}

extension Optional: ValueConvertible where Wrapped: ValueConvertible {
  public var cypherValue: Value { self?.cypherValue ?? .null }
  public init(cypherValue: Value) throws(KhoError) {
    self = cypherValue.isNull ? nil : try Wrapped(cypherValue: cypherValue)
  }
}

extension Array: ValueConvertible where Element: ValueConvertible {
  public var cypherValue: Value { .list(map(\.cypherValue)) }
  public init(cypherValue: Value) throws(KhoError) {
    guard case .list(let values) = cypherValue else {
      throw .unexpected(cypherValue, expected: "LIST")
    }
    self = []
    reserveCapacity(values.count)
    for value in values { append(try Element(cypherValue: value)) }
  }
}

extension Dictionary: ValueConvertible where Key == String, Value: ValueConvertible {
  public var cypherValue: Kho.Value {
    .map(ValueMap(map { (key: $0.key, value: $0.value.cypherValue) }))
  }
  /// Of a map, or of the properties of a node or relationship.
  public init(cypherValue: Kho.Value) throws(KhoError) {
    self = [:]
    for (key, value) in try ValueMap(cypherValue: cypherValue) {
      self[key] = try Value(cypherValue: value)
    }
  }
}

extension ValueMap: ValueConvertible {
  public var cypherValue: Value { .map(self) }
  /// Of a map, or of the properties of a node or relationship.
  public init(cypherValue: Value) throws(KhoError) {
    switch cypherValue {
    case .map(let map): self = map
    case .node(let node): self = node.properties
    case .relationship(let relationship): self = relationship.properties
    default: throw .unexpected(cypherValue, expected: "MAP")
    }
  }
}
