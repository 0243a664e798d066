/// Values inside of values: functions of kho.h.
public import CKho
internal import Kho

extension Value {
  /// Its `KHO_` type.
  var typeNumber: Int32 {
    switch self {
    case .null: KHO_NULL
    case .boolean: KHO_BOOLEAN
    case .integer: KHO_INTEGER
    case .float: KHO_FLOAT
    case .string: KHO_STRING
    case .list: KHO_LIST
    case .map: KHO_MAP
    case .node: KHO_NODE
    case .relationship: KHO_RELATIONSHIP
    case .path: KHO_PATH
    case .date: KHO_DATE
    case .localTime: KHO_LOCAL_TIME
    case .time: KHO_TIME
    case .localDateTime: KHO_LOCAL_DATETIME
    case .dateTime: KHO_DATETIME
    case .duration: KHO_DURATION
    }
  }

  /// Whether what walks it may go deep.
  var nests: Bool {
    switch self {
    case .list, .map: true
    default: false
    }
  }

  /// The map itself, or the properties of a node or relationship.
  fileprivate var entries: ValueMap? {
    switch self {
    case .map(let map): map
    case .node(let node): node.properties
    case .relationship(let relationship): relationship.properties
    default: nil
    }
  }

  fileprivate var elementCount: Int {
    switch self {
    case .list(let values): values.count
    case .path(let path): path.nodes.count + path.relationships.count
    default: entries?.count ?? 0
    }
  }

  fileprivate func element(_ index: Int) -> Value? {
    guard index >= 0, index < elementCount else { return .none }
    switch self {
    case .list(let values): return values[index]
    case .path(let path):
      return index % 2 == 0
        ? .node(path.nodes[index / 2]) : .relationship(path.relationships[index / 2])
    default: return entries?[index].value
    }
  }

  fileprivate func part(_ part: Int32) -> Value? {
    switch (self, part) {
    case (.node(let node), KHO_PART_ID): .integer(Int64(node.id.rawValue))
    case (.node(let node), KHO_PART_LABELS): .list(node.labels.map { .string($0) })
    case (.node(let node), KHO_PART_PROPERTIES): .map(node.properties)
    case (.relationship(let edge), KHO_PART_ID): .integer(Int64(edge.id.rawValue))
    case (.relationship(let edge), KHO_PART_TYPE): .string(edge.type)
    case (.relationship(let edge), KHO_PART_START): .integer(Int64(edge.start.rawValue))
    case (.relationship(let edge), KHO_PART_END): .integer(Int64(edge.end.rawValue))
    case (.relationship(let edge), KHO_PART_PROPERTIES): .map(edge.properties)
    case (.date(let date), KHO_PART_DAYS): .integer(date.daysSinceEpoch)
    case (.localTime(let time), _): Value.part(part, ofDay: time.nanosecondOfDay, nil)
    case (.time(let time), _):
      Value.part(part, ofDay: time.nanosecondOfDay, time.offsetInSeconds)
    case (.localDateTime(let value), KHO_PART_SECONDS): .integer(value.secondsSinceEpoch)
    case (.localDateTime(let value), KHO_PART_NANOSECONDS): .integer(Int64(value.nanosecond))
    case (.dateTime(let value), KHO_PART_SECONDS): .integer(value.secondsSinceEpoch)
    case (.dateTime(let value), KHO_PART_NANOSECONDS): .integer(Int64(value.nanosecond))
    case (.dateTime(let value), KHO_PART_OFFSET): .integer(Int64(value.offsetInSeconds))
    case (.dateTime(let value), KHO_PART_ZONE): value.zone.map { .string($0) } ?? Value.null
    case (.duration(let value), KHO_PART_MONTHS): .integer(value.months)
    case (.duration(let value), KHO_PART_DAYS): .integer(value.days)
    case (.duration(let value), KHO_PART_SECONDS): .integer(value.seconds)
    case (.duration(let value), KHO_PART_NANOSECONDS): .integer(Int64(value.nanosecond))
    default: .none
    }
  }

  private static func part(_ part: Int32, ofDay nanoseconds: Int64, _ offset: Int32?) -> Value? {
    switch part {
    case KHO_PART_SECONDS: .integer(nanoseconds / 1_000_000_000)
    case KHO_PART_NANOSECONDS: .integer(nanoseconds % 1_000_000_000)
    case KHO_PART_OFFSET: offset.map { .integer(Int64($0)) }
    default: .none
    }
  }
}

extension Statement {
  func type(ofCell index: Int) -> Int32 {
    storedText(ofCell: index) == nil ? value(ofCell: index).typeNumber : KHO_STRING
  }

  func boolean(_ index: Int) throws(KhoError) -> Int32 {
    guard case .boolean(let value) = value(ofCell: index) else { throw mismatch(index, "BOOLEAN") }
    return value ? 1 : 0
  }

  func integer(_ index: Int) throws(KhoError) -> Int64 {
    guard case .integer(let value) = value(ofCell: index) else { throw mismatch(index, "INTEGER") }
    return value
  }

  func double(_ index: Int) throws(KhoError) -> Double {
    switch value(ofCell: index) {
    case .float(let value): return value
    case .integer(let value): return Double(value)
    default: throw mismatch(index, "FLOAT")
    }
  }

  private func mismatch(_ index: Int, _ expected: String) -> KhoError {
    KhoError(
      .typeError, "InvalidArgumentType",
      "expected \(expected), found \(value(ofCell: index).typeName)")
  }
}

// Safe: the caller's pointers below are read by `String(lent:as:)` and written by `hand(over:)`,
// which take null as well; texts that are given stay as kho.h says.

@c @implementation
public func kho_value_type(_ statement: kho_stmt, _ value: kho_value) -> Int32 {
  giving(KHO_NULL, statement) { statement throws(KhoError) in
    statement.type(ofCell: try statement.cell(value))
  }
}

@c @implementation
public func kho_value_bool(_ statement: kho_stmt, _ value: kho_value) -> Int32 {
  giving(0, statement) { statement throws(KhoError) in
    try statement.boolean(statement.cell(value))
  }
}

@c @implementation
public func kho_value_int64(_ statement: kho_stmt, _ value: kho_value) -> Int64 {
  giving(0, statement) { statement throws(KhoError) in
    try statement.integer(statement.cell(value))
  }
}

@c @implementation
public func kho_value_double(_ statement: kho_stmt, _ value: kho_value) -> Double {
  giving(0, statement) { statement throws(KhoError) in
    try statement.double(statement.cell(value))
  }
}

@c @implementation
public func kho_value_text(
  _ statement: kho_stmt, _ value: kho_value, _ length: UnsafeMutablePointer<Int>?
) -> UnsafePointer<CChar>? {
  unsafe giving(nil, statement) { statement throws(KhoError) in
    let index = try statement.cell(value)
    return unsafe hand(over: try statement.text(ofCell: index), length)
  }
}

@c @implementation
public func kho_value_json(
  _ statement: kho_stmt, _ value: kho_value, _ length: UnsafeMutablePointer<Int>?
) -> UnsafePointer<CChar>? {
  unsafe giving(nil, statement) { statement throws(KhoError) in
    let value = statement.value(ofCell: try statement.cell(value))
    let json = try DeepStack.run(value: {
      var writer = JSONWriter()
      writer.typed(value)
      return String(decoding: writer.bytes, as: UTF8.self)
    })
    let text = statement.texts.keep(json)
    return unsafe hand(over: text, length)
  }
}

@c @implementation
public func kho_value_count(_ statement: kho_stmt, _ value: kho_value) -> Int64 {
  giving(0, statement) { statement throws(KhoError) in
    Int64(statement.value(ofCell: try statement.cell(value)).elementCount)
  }
}

@c @implementation
public func kho_value_element(
  _ statement: kho_stmt, _ value: kho_value, _ index: Int64
) -> kho_value {
  giving(0, statement) { statement throws(KhoError) in
    let value = statement.value(ofCell: try statement.cell(value))
    guard let element = value.element(Int(index)) else {
      throw KhoError(.misuse, "NoElement", "the value has no element \(index)")
    }
    return statement.handle(for: element)
  }
}

@c @implementation
public func kho_value_key(
  _ statement: kho_stmt, _ value: kho_value, _ index: Int64,
  _ length: UnsafeMutablePointer<Int>?
) -> UnsafePointer<CChar>? {
  unsafe giving(nil, statement) { statement throws(KhoError) in
    let entries = statement.value(ofCell: try statement.cell(value)).entries
    guard let entries, index >= 0, index < Int64(entries.count) else {
      throw KhoError(.misuse, "NoElement", "the value has no entry \(index)")
    }
    return unsafe hand(over: statement.texts.keep(entries[Int(index)].key), length)
  }
}

@c @implementation
public func kho_value_get(
  _ statement: kho_stmt, _ value: kho_value, _ key: UnsafePointer<CChar>?
) -> kho_value {
  giving(0, statement) { statement throws(KhoError) in
    let name = try unsafe String(lent: key, as: "a key")
    let found = statement.value(ofCell: try statement.cell(value)).entries?[name]
    return found.map { statement.handle(for: $0) } ?? 0
  }
}

@c @implementation
public func kho_value_part(
  _ statement: kho_stmt, _ value: kho_value, _ part: Int32
) -> kho_value {
  giving(0, statement) { statement throws(KhoError) in
    let found = statement.value(ofCell: try statement.cell(value)).part(part)
    return found.map { statement.handle(for: $0) } ?? 0
  }
}
