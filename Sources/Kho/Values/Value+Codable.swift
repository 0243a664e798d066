/// Values inside of `Codable` types: they pass through Kho's own coders unchanged.

/// What Kho's coders hand on as it is. Other coders, such as JSON's, have no form for these types
/// and throw.
public protocol CypherCodable: ValueConvertible, Codable {}

extension CypherCodable {
  public init(from decoder: any Decoder) throws {
    guard let decoder = decoder as? ValueDecoder else {
      throw DecodingError.typeMismatch(
        Self.self,
        DecodingError.Context(
          codingPath: decoder.codingPath,
          debugDescription: "expected a value of openCypher, found another format"))
    }
    self = try Self(cypherValue: decoder.value)
  }

  public func encode(to encoder: any Encoder) throws {
    guard let encoder = encoder as? ValueEncoder else {
      throw EncodingError.invalidValue(
        self,
        EncodingError.Context(
          codingPath: encoder.codingPath,
          debugDescription: "values of openCypher are encoded only as parameters"))
    }
    encoder.take(cypherValue)
  }
}

extension Value: CypherCodable {}
extension ValueMap: CypherCodable {}
extension Node: CypherCodable {}
extension Relationship: CypherCodable {}
extension Temporal.Date: CypherCodable {}
extension Temporal.LocalTime: CypherCodable {}
extension Temporal.Time: CypherCodable {}
extension Temporal.LocalDateTime: CypherCodable {}
extension Temporal.DateTime: CypherCodable {}
extension Temporal.Duration: CypherCodable {}
