package import GraphModel

/// A procedure of the host program, for CALL.
package struct Procedure: Sendable {
  package struct Field: Sendable, Hashable {
    package var name: String
    /// The type's name as in signatures: `STRING?`, `INTEGER?`, `NUMBER?`, `FLOAT?`, `ANY?` …
    package var type: String
    package init(name: String, type: String) {
      self.name = name
      self.type = type
    }
  }
  package var name: String
  package var inputs: [Field]
  package var outputs: [Field]
  /// Arguments, converted to the inputs' types, to rows of the outputs' width.
  package var body: @Sendable ([Value]) throws -> [[Value]]
  package init(
    name: String, inputs: [Field], outputs: [Field],
    body: @escaping @Sendable ([Value]) throws -> [[Value]]
  ) {
    self.name = name
    self.inputs = inputs
    self.outputs = outputs
    self.body = body
  }
}
