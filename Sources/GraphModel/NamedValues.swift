/// Values by name, as parameters are given.

/// The parameters of a run. The first needs no memory of its own.
package struct NamedValues: Sendable {
  private var first: ValueMap.Element?
  package var others: ValueMap

  package init(_ values: ValueMap = ValueMap()) { others = values }

  /// The value of a name; setting nil removes it.
  package subscript(name: String) -> Value? {
    @inline(__always) get {
      if let first, first.key == name { return first.value }
      return others.isEmpty ? Optional.none : others[name]
    }
    set {
      if first?.key == name || (first == nil && others.isEmpty) {
        first = newValue.map { (name, $0) }
      } else {
        others[name] = newValue
      }
    }
  }

  /// All of them.
  package var map: ValueMap {
    guard let first else { return others }
    var all = others
    all[first.key] = first.value
    return all
  }

  /// Whether there is one at most, and that holds no other values; asking counts no references.
  package var isSimple: Bool {
    switch first?.value {
    case nil, .null, .boolean, .integer, .float, .string: others.isEmpty
    default: false
    }
  }

  package func allSatisfy(_ test: (Value) -> Bool) -> Bool {
    (first.map { test($0.value) } ?? true)
      && (others.isEmpty || others.allSatisfy { test($0.value) })
  }
}
