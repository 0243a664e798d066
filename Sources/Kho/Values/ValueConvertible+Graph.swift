/// Nodes, relationships, paths and the temporal types as Swift types of columns and parameters.

extension Node: ValueConvertible {
  public var cypherValue: Value { .node(self) }
  public init(cypherValue: Value) throws(KhoError) {
    guard case .node(let value) = cypherValue else {
      throw .unexpected(cypherValue, expected: "NODE")
    }
    self = value
  }
}

extension Relationship: ValueConvertible {
  public var cypherValue: Value { .relationship(self) }
  public init(cypherValue: Value) throws(KhoError) {
    guard case .relationship(let value) = cypherValue else {
      throw .unexpected(cypherValue, expected: "RELATIONSHIP")
    }
    self = value
  }
}

extension Path: ValueConvertible {
  public var cypherValue: Value { .path(self) }
  public convenience init(cypherValue: Value) throws(KhoError) {
    guard case .path(let value) = cypherValue else {
      throw .unexpected(cypherValue, expected: "PATH")
    }
    self.init(nodes: value.nodes, relationships: value.relationships)
  }
}

extension Temporal.Date: ValueConvertible {
  public var cypherValue: Value { .date(self) }
  public init(cypherValue: Value) throws(KhoError) {
    guard case .date(let value) = cypherValue else {
      throw .unexpected(cypherValue, expected: "DATE")
    }
    self = value
  }
}

extension Temporal.LocalTime: ValueConvertible {
  public var cypherValue: Value { .localTime(self) }
  public init(cypherValue: Value) throws(KhoError) {
    guard case .localTime(let value) = cypherValue else {
      throw .unexpected(cypherValue, expected: "LOCAL TIME")
    }
    self = value
  }
}

extension Temporal.Time: ValueConvertible {
  public var cypherValue: Value { .time(self) }
  public init(cypherValue: Value) throws(KhoError) {
    guard case .time(let value) = cypherValue else {
      throw .unexpected(cypherValue, expected: "ZONED TIME")
    }
    self = value
  }
}

extension Temporal.LocalDateTime: ValueConvertible {
  public var cypherValue: Value { .localDateTime(self) }
  public init(cypherValue: Value) throws(KhoError) {
    guard case .localDateTime(let value) = cypherValue else {
      throw .unexpected(cypherValue, expected: "LOCAL DATETIME")
    }
    self = value
  }
}

extension Temporal.DateTime: ValueConvertible {
  public var cypherValue: Value { .dateTime(self) }
  public init(cypherValue: Value) throws(KhoError) {
    guard case .dateTime(let value) = cypherValue else {
      throw .unexpected(cypherValue, expected: "ZONED DATETIME")
    }
    self = value
  }
}

extension Temporal.Duration: ValueConvertible {
  public var cypherValue: Value { .duration(self) }
  public init(cypherValue: Value) throws(KhoError) {
    guard case .duration(let value) = cypherValue else {
      throw .unexpected(cypherValue, expected: "DURATION")
    }
    self = value
  }
}
