/// The values of a statement's `$name` parameters.

/// Parameters of one run of a statement.
///
/// ```swift
/// try tx.run(
///   "CREATE (:Person {name: $name, born: $born, aliases: $aliases})",
///   ["name": name, "born": 1815, "aliases": ["Countess of Lovelace"]])
/// try tx.run("CREATE (p:Person) SET p = $person", Parameters(encoding: ["person": ada]))
/// ```
/// Values only: labels, types and property keys cannot be parameters, so never build them from what
/// users type.
public struct Parameters: Sendable, ExpressibleByDictionaryLiteral {
  var named: NamedValues

  /// Values by name, without `$`.
  public var values: [String: Kho.Value] {
    get {
      var values: [String: Kho.Value] = [:]
      for (name, value) in named.map { values[name] = value }
      return values
    }
    set { self = Parameters(newValue) }
  }

  package init(_ map: ValueMap) { named = NamedValues(map) }

  public init() { named = NamedValues() }

  public init(_ values: [String: Kho.Value]) {
    self.init(ValueMap(values.map { (key: $0, value: $1) }))
  }

  /// Of several values with one name the last is taken.
  public init(dictionaryLiteral elements: (String, (any ValueConvertible)?)...) {
    named = NamedValues()
    for (name, element) in elements {
      let value: Kho.Value = element?.cypherValue ?? .null
      named[name] = value
    }
  }

  /// The properties of `value` as parameters of those names.
  /// - Throws: `.typeError` if `value` does not encode as a map with string keys, nests deeper than
  ///   200 levels, or has a number that no value can hold.
  public init(encoding value: some Encodable) throws(KhoError) {
    self.init(try ValueMap(cypherValue: Kho.Value(encoding: value)))
  }

  var isNestedWithinLimit: Bool {
    named.isSimple || named.allSatisfy { $0.isNested(within: Kho.Value.nestingLimit) }
  }

  public subscript(name: String) -> Kho.Value? {
    get { named[name] }
    set { named[name] = newValue }
  }
}
