/// What the host program adds to the language: procedures and functions.
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

/// A function of the host program, for expressions.
package struct HostFunction: Sendable {
  package var name: String
  package var inputs: [Procedure.Field]
  /// The type's name, as of a field.
  package var output: String
  /// Whether equal arguments give equal results.
  package var isDeterministic: Bool
  /// Arguments, converted to the inputs' types, to a value of the output's type.
  package var body: @Sendable ([Value]) throws -> Value
  package init(
    name: String, inputs: [Procedure.Field], output: String, isDeterministic: Bool,
    body: @escaping @Sendable ([Value]) throws -> Value
  ) {
    self.name = name
    self.inputs = inputs
    self.output = output
    self.isDeterministic = isDeterministic
    self.body = body
  }
}

extension ScalarFunction {
  /// Null arguments reach the host, which may have an answer for them.
  init(_ function: HostFunction) {
    let result = Procedure.Field(name: function.name, type: function.output)
    self.init(
      function.name, function.inputs.map(\.typeSet), returns: result.typeSet,
      propagatesNull: false, isDeterministic: function.isDeterministic
    ) { _, arguments throws(KhoError) in
      var converted: [Value] = []
      for (argument, input) in zip(arguments, function.inputs) {
        converted.append(input.converted(argument))
      }
      let value: Value
      do {
        value = try function.body(converted)
      } catch let error as KhoError {
        throw error
      } catch {
        throw KhoError(.procedureError, "FunctionFailed", "\(function.name) failed: \(error)")
      }
      guard TypeSet(of: value).isCompatible(with: result.typeSet) else {
        throw KhoError(
          .procedureError, "FunctionFailed",
          "expected \(result.type) from \(function.name), found \(value.typeName)")
      }
      return result.converted(value)
    }
    isHosts = true
  }
}

extension Procedure.Field {
  /// An integer is a float where a float is asked for.
  func converted(_ value: Value) -> Value {
    if case .integer(let integer) = value, type.uppercased().hasPrefix("FLOAT") {
      return .float(Double(integer))
    }
    return value
  }
}
