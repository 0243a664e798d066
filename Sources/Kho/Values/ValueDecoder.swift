/// Swift's `Decodable` types from values: maps, nodes and relationships as keyed containers, lists
/// as unkeyed ones.

extension Value {
  /// The value as a value of a `Decodable` type.
  ///
  /// Of a node or relationship its properties are decoded. `ValueConvertible` types are taken as
  /// they are, so `Temporal.Date`, Foundation's `Date` and `Node` can be properties of a decodable
  /// struct.
  /// - Throws: `.typeError` with the path to what does not fit.
  public func decode<T: Decodable>(_ type: T.Type = T.self) throws(KhoError) -> T {
    do {
      return try DeepStack.run { try ValueDecoder(value: self, codingPath: []).decode(type) }
    } catch {
      throw KhoError(decoding: error)
    }
  }
}

extension KhoError {
  /// A `DecodingError` or `EncodingError` as Kho's, with the path in the message.
  init(decoding error: any Error) {
    let context: (path: [any CodingKey], text: String)
    switch error {
    case let error as KhoError:
      self = error
      return
    case DecodingError.keyNotFound(let key, let found):
      context = (found.codingPath, "expected a value for '\(key.stringValue)', found none")
    case DecodingError.typeMismatch(_, let found), DecodingError.valueNotFound(_, let found),
      DecodingError.dataCorrupted(let found):
      context = (found.codingPath, found.debugDescription)
    case EncodingError.invalidValue(_, let found):
      context = (found.codingPath, found.debugDescription)
    default:
      context = ([], "\(error)")
    }
    let path = context.path.map(\.stringValue).joined(separator: ".")
    self.init(
      .typeError, "InvalidConversion", path.isEmpty ? context.text : "\(context.text) at '\(path)'")
  }
}

/// Decodes one value, and hands out containers over its parts.
struct ValueDecoder: Decoder, SingleValueDecodingContainer {
  var value: Value
  var codingPath: [any CodingKey]
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    KeyedDecodingContainer(
      Keyed<Key>(map: try convert(to: ValueMap.self), codingPath: codingPath))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    Unkeyed(values: try convert(to: [Value].self), codingPath: codingPath)
  }

  func singleValueContainer() -> any SingleValueDecodingContainer { self }

  func decodeNil() -> Bool { value.isNull }

  func decode<T: Decodable>(_ type: T.Type) throws -> T {
    if let convertible = type as? any ValueConvertible.Type,
      let converted = try convert(to: convertible) as? T
    {
      return converted
    }
    guard codingPath.count < Self.depth else {
      throw DecodingError.dataCorrupted(context("nested too deeply"))
    }
    return try T(from: self)
  }

  /// How deep decodable types may nest: as deep as values do.
  static let depth = 200

  private func convert<T: ValueConvertible>(to type: T.Type) throws -> T {
    do {
      return try T(cypherValue: value)
    } catch {
      throw DecodingError.typeMismatch(type, context(error.message))
    }
  }

  private func context(_ text: String) -> DecodingError.Context {
    DecodingError.Context(codingPath: codingPath, debugDescription: text)
  }

  // `T.init(from:)` of the standard types asks for these; all go one way.
  func decode(_ type: Bool.Type) throws -> Bool { try convert(to: type) }
  func decode(_ type: String.Type) throws -> String { try convert(to: type) }
  func decode(_ type: Double.Type) throws -> Double { try convert(to: type) }
  func decode(_ type: Float.Type) throws -> Float { try convert(to: type) }
  func decode(_ type: Int.Type) throws -> Int { try convert(to: type) }
  func decode(_ type: Int8.Type) throws -> Int8 { try convert(to: type) }
  func decode(_ type: Int16.Type) throws -> Int16 { try convert(to: type) }
  func decode(_ type: Int32.Type) throws -> Int32 { try convert(to: type) }
  func decode(_ type: Int64.Type) throws -> Int64 { try convert(to: type) }
  func decode(_ type: UInt8.Type) throws -> UInt8 { try convert(to: type) }
  func decode(_ type: UInt16.Type) throws -> UInt16 { try convert(to: type) }
  func decode(_ type: UInt32.Type) throws -> UInt32 { try convert(to: type) }
  func decode(_ type: UInt.Type) throws -> UInt { UInt(try decode(UInt64.self)) }
  func decode(_ type: UInt64.Type) throws -> UInt64 {
    guard let exact = UInt64(exactly: try convert(to: Int64.self)) else {
      throw DecodingError.dataCorrupted(context("expected a number of 0 or more"))
    }
    return exact
  }

  private struct Keyed<Key: CodingKey>: KeyedDecodingContainerProtocol {
    var map: ValueMap
    var codingPath: [any CodingKey]

    var allKeys: [Key] { map.keys.compactMap { Key(stringValue: $0) } }
    func contains(_ key: Key) -> Bool { map[key.stringValue] != nil }

    func decodeNil(forKey key: Key) throws -> Bool { map[key.stringValue]?.isNull ?? true }
    func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
      try decoder(key).decode(type)
    }
    func nestedContainer<Nested: CodingKey>(
      keyedBy type: Nested.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> { try decoder(key).container(keyedBy: type) }
    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
      try decoder(key).unkeyedContainer()
    }
    func superDecoder() throws -> any Decoder {
      ValueDecoder(value: .map(map), codingPath: codingPath)
    }
    func superDecoder(forKey key: Key) throws -> any Decoder { try decoder(key) }

    private func decoder(_ key: Key) throws -> ValueDecoder {
      guard let value = map[key.stringValue] else {
        throw DecodingError.keyNotFound(
          key, DecodingError.Context(codingPath: codingPath, debugDescription: ""))
      }
      return ValueDecoder(value: value, codingPath: codingPath + [key])
    }
  }

  private struct Unkeyed: UnkeyedDecodingContainer {
    var values: [Value]
    var codingPath: [any CodingKey]
    var currentIndex = 0

    init(values: [Value], codingPath: [any CodingKey]) {
      self.values = values
      self.codingPath = codingPath
    }

    var count: Int? { values.count }
    var isAtEnd: Bool { currentIndex >= values.count }

    mutating func decodeNil() throws -> Bool {
      guard !isAtEnd, values[currentIndex].isNull else { return false }
      currentIndex += 1
      return true
    }
    mutating func decode<T: Decodable>(_ type: T.Type) throws -> T {
      try element { try $0.decode(type) }
    }
    mutating func nestedContainer<Nested: CodingKey>(
      keyedBy type: Nested.Type
    ) throws -> KeyedDecodingContainer<Nested> { try element { try $0.container(keyedBy: type) } }
    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
      try element { try $0.unkeyedContainer() }
    }
    mutating func superDecoder() throws -> any Decoder { try element { $0 } }

    /// Moves on only where `body` returns, as `UnkeyedDecodingContainer` asks.
    private mutating func element<R>(_ body: (ValueDecoder) throws -> R) throws -> R {
      let path = codingPath + [IndexKey(index: currentIndex)]
      guard !isAtEnd else {
        throw DecodingError.valueNotFound(
          R.self,
          DecodingError.Context(
            codingPath: path, debugDescription: "expected an element, found none"))
      }
      let result = try body(ValueDecoder(value: values[currentIndex], codingPath: path))
      currentIndex += 1
      return result
    }
  }
}

/// A list's index as a coding key.
struct IndexKey: CodingKey {
  var index: Int
  init(index: Int) { self.index = index }
  init?(intValue: Int) { index = intValue }
  init?(stringValue: String) { nil }
  var intValue: Int? { index }
  var stringValue: String { "\(index)" }
}
