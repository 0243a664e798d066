/// Values from Swift's `Encodable` types: structs as maps, sequences as lists.

extension Value {
  /// The openCypher value of an `Encodable` value: keyed containers become maps, unkeyed ones
  /// lists.
  ///
  /// `ValueConvertible` types are taken as they are, so a `Temporal.Date` stays a date.
  /// - Throws: `.typeError` where a number is out of range, or values nest deeper than 200 levels.
  public init(encoding value: some Encodable) throws(KhoError) {
    do {
      self = try DeepStack.run { try ValueEncoder.encode(value, codingPath: []) }
    } catch {
      throw KhoError(decoding: error)
    }
  }
}

/// Collects what one `encode(to:)` writes.
final class ValueEncoder: Encoder, SingleValueEncodingContainer {
  let codingPath: [any CodingKey]
  var userInfo: [CodingUserInfoKey: Any] { [:] }
  fileprivate var storage = Storage.single(.null)

  fileprivate enum Storage {
    case single(Value)
    case list(ListStorage)
    case map(MapStorage)

    var value: Value {
      switch self {
      case .single(let value): value
      case .list(let list): .list(list.elements.map(\.value))
      case .map(let map): .map(ValueMap(map.entries.map { (key: $0.key, value: $0.value.value) }))
      }
    }
  }

  /// A part that is known at once, or written later through a nested container.
  fileprivate indirect enum Part {
    case value(Value)
    case nested(ValueEncoder)
    var value: Value {
      switch self {
      case .value(let value): value
      case .nested(let encoder): encoder.storage.value
      }
    }
  }
  fileprivate final class ListStorage { var elements: [Part] = [] }
  fileprivate final class MapStorage { var entries: [(key: String, value: Part)] = [] }

  init(codingPath: [any CodingKey]) { self.codingPath = codingPath }

  static func encode<T: Encodable>(_ value: T, codingPath: [any CodingKey]) throws -> Value {
    if let convertible = value as? any ValueConvertible { return convertible.cypherValue }
    guard codingPath.count < ValueDecoder.depth else {
      throw EncodingError.invalidValue(
        value, EncodingError.Context(codingPath: codingPath, debugDescription: "nested too deeply"))
    }
    let encoder = ValueEncoder(codingPath: codingPath)
    try value.encode(to: encoder)
    return encoder.storage.value
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    let map: MapStorage
    if case .map(let begun) = storage { map = begun } else { map = MapStorage() }
    storage = .map(map)
    return KeyedEncodingContainer(Keyed<Key>(storage: map, codingPath: codingPath))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    let list: ListStorage
    if case .list(let begun) = storage { list = begun } else { list = ListStorage() }
    storage = .list(list)
    return Unkeyed(storage: list, codingPath: codingPath)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { self }

  /// Takes a value as it is.
  func take(_ value: Value) { storage = .single(value) }
  func encodeNil() { take(.null) }
  func encode<T: Encodable>(_ value: T) throws {
    take(try Self.encode(value, codingPath: codingPath))
  }
  func encode(_ value: UInt) throws { try encode(UInt64(value)) }
  func encode(_ value: UInt64) throws {
    guard let exact = Int64(exactly: value) else {
      throw EncodingError.invalidValue(
        value,
        EncodingError.Context(
          codingPath: codingPath, debugDescription: "expected an integer below 2^63"))
    }
    take(.integer(exact))
  }

  // The standard types' `encode(to:)` asks for these; all are convertible.
  func encode(_ value: Bool) { take(value.cypherValue) }
  func encode(_ value: String) { take(value.cypherValue) }
  func encode(_ value: Double) { take(value.cypherValue) }
  func encode(_ value: Float) { take(value.cypherValue) }
  func encode(_ value: Int) { take(value.cypherValue) }
  func encode(_ value: Int8) { take(value.cypherValue) }
  func encode(_ value: Int16) { take(value.cypherValue) }
  func encode(_ value: Int32) { take(value.cypherValue) }
  func encode(_ value: Int64) { take(value.cypherValue) }
  func encode(_ value: UInt8) { take(value.cypherValue) }
  func encode(_ value: UInt16) { take(value.cypherValue) }
  func encode(_ value: UInt32) { take(value.cypherValue) }

  private struct Keyed<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let storage: MapStorage
    let codingPath: [any CodingKey]

    func encodeNil(forKey key: Key) { storage.entries.append((key.stringValue, .value(.null))) }
    func encode<T: Encodable>(_ value: T, forKey key: Key) throws {
      let value = try ValueEncoder.encode(value, codingPath: codingPath + [key])
      storage.entries.append((key.stringValue, .value(value)))
    }
    func nestedContainer<Nested: CodingKey>(
      keyedBy type: Nested.Type, forKey key: Key
    ) -> KeyedEncodingContainer<Nested> { nested(key).container(keyedBy: type) }
    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
      nested(key).unkeyedContainer()
    }
    func superEncoder() -> any Encoder { nested("super", codingPath) }
    func superEncoder(forKey key: Key) -> any Encoder { nested(key) }

    private func nested(_ key: Key) -> ValueEncoder { nested(key.stringValue, codingPath + [key]) }
    private func nested(_ name: String, _ path: [any CodingKey]) -> ValueEncoder {
      let encoder = ValueEncoder(codingPath: path)
      storage.entries.append((name, .nested(encoder)))
      return encoder
    }
  }

  private struct Unkeyed: UnkeyedEncodingContainer {
    let storage: ListStorage
    let codingPath: [any CodingKey]
    var count: Int { storage.elements.count }
    private var path: [any CodingKey] { codingPath + [IndexKey(index: count)] }

    func encodeNil() { storage.elements.append(.value(.null)) }
    func encode<T: Encodable>(_ value: T) throws {
      storage.elements.append(.value(try ValueEncoder.encode(value, codingPath: path)))
    }
    func nestedContainer<Nested: CodingKey>(
      keyedBy type: Nested.Type
    ) -> KeyedEncodingContainer<Nested> { nested().container(keyedBy: type) }
    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { nested().unkeyedContainer() }
    func superEncoder() -> any Encoder { nested() }

    private func nested() -> ValueEncoder {
      let encoder = ValueEncoder(codingPath: path)
      storage.elements.append(.nested(encoder))
      return encoder
    }
  }
}
