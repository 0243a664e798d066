/// A type of the language, as type predicates, constraints and `valueType()` name it: a set of
/// values (CIP-86 on the type system).
package indirect enum ValueType: Sendable, Hashable {
  /// Types without parts, in the order in which a union names them.
  package enum Simple: String, CaseIterable, Sendable {
    /// No value at all, not even null.
    case nothing = "NOTHING"
    case null = "NULL"
    case boolean = "BOOLEAN"
    case string = "STRING"
    case integer = "INTEGER"
    case float = "FLOAT"
    case date = "DATE"
    case localTime = "LOCAL TIME"
    case time = "ZONED TIME"
    case localDateTime = "LOCAL DATETIME"
    case dateTime = "ZONED DATETIME"
    case duration = "DURATION"
    case point = "POINT"
    case node = "NODE"
    case relationship = "RELATIONSHIP"
    case map = "MAP"
    case path = "PATH"
    /// What a property can hold.
    case propertyValue = "PROPERTY VALUE"
    case any = "ANY"
  }
  case simple(Simple, isNullable: Bool)
  case list(of: ValueType, isNullable: Bool)
  /// At least two types, none of them a union.
  case union([ValueType])

  /// The most specific type of a value.
  package init(of value: Value) {
    if case .list(let elements) = value {
      self = .list(of: ValueType(ofAll: elements), isNullable: false)
    } else {
      self = .simple(Simple(rawValue: value.typeName) ?? .any, isNullable: value.isNull)
    }
  }

  /// The most specific type that all the values have; NOT NULL only where no value is null.
  private init(ofAll values: [Value]) {
    let hasNull = values.contains(where: \.isNull)
    let types = Set(values.lazy.filter { !$0.isNull }.map { ValueType(of: $0).nullable(hasNull) })
      .map { (type: $0, key: $0.sortKey) }
      .sorted { $0.key.lexicographicallyPrecedes($1.key) }
      .map(\.type)
    switch types.count {
    case 0: self = .simple(hasNull ? .null : .nothing, isNullable: true)
    case 1: self = types[0]
    default: self = .union(types)
    }
  }

  /// Whether null belongs to it.
  package var isNullable: Bool {
    switch self {
    case .simple(.nothing, _): false
    case .simple(_, let isNullable), .list(_, let isNullable): isNullable
    case .union(let types): types.contains { $0.isNullable }
    }
  }

  /// The same type with or without null.
  fileprivate func nullable(_ isNullable: Bool) -> ValueType {
    switch self {
    case .simple(let type, _): .simple(type, isNullable: isNullable)
    case .list(let type, _): .list(of: type, isNullable: isNullable)
    case .union(let types): .union(types.map { $0.nullable(isNullable) })
    }
  }

  /// Numbers that order types as `valueType()` names them: lists after maps, unions before ANY.
  private var sortKey: [Int] {
    func rank(_ type: Simple) -> Int { 2 * (Simple.allCases.firstIndex(of: type) ?? 0) }
    switch self {
    case .simple(let type, let isNullable): return [rank(type), isNullable ? 1 : 0]
    case .list(let type, let isNullable):
      return [rank(.map) + 1] + type.sortKey + [isNullable ? 1 : 0]
    case .union(let types): return [rank(.path) + 1] + types.flatMap(\.sortKey)
    }
  }
}

extension ValueType: CustomStringConvertible {
  /// The type as it is written: `LIST<STRING NOT NULL | INTEGER NOT NULL>`.
  package var description: String {
    switch self {
    case .simple(let type, let isNullable):
      type.rawValue + (isNullable || type == .nothing ? "" : " NOT NULL")
    case .list(let type, let isNullable): "LIST<\(type)>" + (isNullable ? "" : " NOT NULL")
    case .union(let types): types.map(\.description).joined(separator: " | ")
    }
  }

  /// The type that a description is of.
  package init?(_ description: String) {
    var words: [String] = []
    for word in description.split(separator: " ") {
      var name = ""
      for character in word {
        guard character == "<" || character == ">" else {
          name.append(character)
          continue
        }
        if !name.isEmpty { words.append(name) }
        name = ""
        words.append(String(character))
      }
      if !name.isEmpty { words.append(name) }
    }
    var reader = TypeReader(words)
    guard let type = reader.valueType(), reader.offset == words.count else { return nil }
    self = type
  }
}

/// The grammar of types, over words in capitals and the signs `<`, `>`, `|` and `!`.
package struct TypeReader {
  /// Words that a type may have, which bounds how deep it is.
  package static let wordLimit = 400

  private let words: [String]
  package private(set) var offset = 0
  /// What is missing at `offset` where no type could be read.
  package private(set) var expected = "a type"

  package init(_ words: [String]) { self.words = Array(words.prefix(Self.wordLimit)) }

  /// ValueType = Type { | Type }
  ///
  /// - Parameter endingAtBar: whether a `|` outside of `<>` is not part of the type.
  package mutating func valueType(endingAtBar: Bool = false) -> ValueType? {
    var types: [ValueType] = []
    repeat {
      switch type() {
      case .union(let parts)?: types += parts
      case let type?: types.append(type)
      case nil: return nil
      }
    } while !endingAtBar && skip("|")
    guard Set(types.filter { $0 != Self.nothing }.map(\.isNullable)).count < 2 else {
      expected = "NOT NULL after each type of a union or after none"
      return nil
    }
    return types.count == 1 ? types[0] : .union(types)
  }

  private static let nothing = ValueType.simple(.nothing, isNullable: true)

  /// Type = (Simple | (LIST | ARRAY) < ValueType > | ANY [VALUE] < ValueType >) [NOT NULL | !]
  ///   { (LIST | ARRAY) [NOT NULL | !] }
  private mutating func type() -> ValueType? {
    var type: ValueType
    if skip("LIST") || skip("ARRAY") {
      guard let inner = typeInBrackets() else { return nil }
      type = .list(of: inner, isNullable: true)
    } else if let simple = simple() {
      type = .simple(simple, isNullable: true)
      if simple == .any, at("<") {
        guard let inner = typeInBrackets() else { return nil }
        type = inner
      }
    } else {
      return nil
    }
    if skipNotNull() { type = type.nullable(false) }
    while skip("LIST") || skip("ARRAY") { type = .list(of: type, isNullable: !skipNotNull()) }
    return type
  }

  private mutating func typeInBrackets() -> ValueType? {
    guard expect("<"), let type = valueType(), expect(">") else { return nil }
    return type
  }

  /// The type of the most words that is called so.
  private mutating func simple() -> ValueType.Simple? {
    for count in (1...4).reversed() where offset + count <= words.count {
      let name = words[offset..<offset + count].joined(separator: " ")
      guard let type = ValueType.Simple(rawValue: name) ?? Self.synonyms[name] else { continue }
      offset += count
      return type
    }
    return nil
  }

  private static let synonyms: [String: ValueType.Simple] = [
    "BOOL": .boolean, "VARCHAR": .string, "INT": .integer, "SIGNED INTEGER": .integer,
    "TIME WITHOUT TIMEZONE": .localTime, "TIME WITHOUT TIME ZONE": .localTime,
    "TIME WITH TIMEZONE": .time, "TIME WITH TIME ZONE": .time,
    "TIMESTAMP WITHOUT TIMEZONE": .localDateTime, "TIMESTAMP WITHOUT TIME ZONE": .localDateTime,
    "TIMESTAMP WITH TIMEZONE": .dateTime, "TIMESTAMP WITH TIME ZONE": .dateTime,
    "VERTEX": .node, "ANY NODE": .node, "ANY VERTEX": .node, "EDGE": .relationship,
    "ANY RELATIONSHIP": .relationship, "ANY EDGE": .relationship, "ANY MAP": .map,
    "ANY PROPERTY VALUE": .propertyValue, "ANY VALUE": .any,
  ]

  private mutating func skipNotNull() -> Bool {
    if skip("!") { return true }
    guard at("NOT"), offset + 1 < words.count, words[offset + 1] == "NULL" else { return false }
    offset += 2
    return true
  }

  private func at(_ word: String) -> Bool { offset < words.count && words[offset] == word }

  private mutating func skip(_ word: String) -> Bool {
    guard at(word) else { return false }
    offset += 1
    return true
  }

  private mutating func expect(_ sign: String) -> Bool {
    expected = "'\(sign)'"
    guard skip(sign) else { return false }
    expected = "a type"
    return true
  }
}
