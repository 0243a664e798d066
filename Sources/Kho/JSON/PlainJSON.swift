/// Values and rows as plain JSON, for other programs: readable, but not exact.

extension Value {
  /// Appends the value as plain JSON text.
  ///
  /// Numbers are numbers, with `NaN` and infinities as `null`; temporal values are their text; a
  /// node is `{"id":7,"labels":["A"],"properties":{…}}`, a relationship
  /// `{"id":3,"type":"T","start":7,"end":8,"properties":{…}}`, a path
  /// `{"nodes":[…],"relationships":[…]}`. Where integers above 2^53 or the difference between `1`
  /// and `1.0` matter, `Session` has typed values.
  public func appendJSON(to bytes: inout [UInt8]) {
    var writer = JSONWriter(bytes: [])
    swap(&writer.bytes, &bytes)
    writer.plain(self)
    swap(&writer.bytes, &bytes)
  }
}

extension Record {
  /// Appends the row as a JSON object with the columns as keys, in their order; each value as
  /// `Value.appendJSON` has it.
  public func appendJSON(to bytes: inout [UInt8]) {
    var writer = JSONWriter(bytes: [])
    swap(&writer.bytes, &bytes)
    writer.sequence("{", zip(columns, values), "}") { writer, entry in
      writer.key(entry.0)
      writer.plain(entry.1)
    }
    swap(&writer.bytes, &bytes)
  }
}
