internal import GraphModel

/// STUB: what operators ask of temporal values; nil where the operands are not temporal.
extension Temporal {
  static func add(_ a: Value, _ b: Value) throws(KhoError) -> Value? { nil }
  static func subtract(_ a: Value, _ b: Value) throws(KhoError) -> Value? { nil }
  static func multiply(_ a: Value, _ b: Value) throws(KhoError) -> Value? { nil }
  static func divide(_ a: Value, _ b: Value) throws(KhoError) -> Value? { nil }
  /// `value.name`: a component of a temporal value.
  static func property(of value: Value, named name: String) throws(KhoError) -> Value? { nil }
}
