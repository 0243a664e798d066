/// Values as packed bytes: the form is described in kho.h.
internal import Kho

/// The byte that a packed value begins with; those of `KHO_` types, but for `true`.
private enum Tag {
  static let null: UInt8 = 0
  static let `false`: UInt8 = 1
  static let integer: UInt8 = 2
  static let float: UInt8 = 3
  static let string: UInt8 = 4
  static let list: UInt8 = 5
  static let map: UInt8 = 6
  static let node: UInt8 = 7
  static let relationship: UInt8 = 8
  static let path: UInt8 = 9
  static let date: UInt8 = 10
  static let localTime: UInt8 = 11
  static let time: UInt8 = 12
  static let localDateTime: UInt8 = 13
  static let dateTime: UInt8 = 14
  static let duration: UInt8 = 15
  static let `true`: UInt8 = 16
}

/// Appends packed values to memory that stays in place until more is appended.
@safe final class PackedWriter {
  private(set) var base = UnsafeMutableRawPointer.allocate(byteCount: 256, alignment: 8)
  private var capacity = 256
  private(set) var count = 0

  // Safe: allocated above or in `reserve`, and freed once.
  deinit { unsafe base.deallocate() }

  /// Ends what was packed; memory of an unusual size is given back.
  func removeAll() {
    count = 0
    guard capacity > 1 << 20 else { return }
    // Safe: allocated in `reserve`; nothing in it is used any more.
    unsafe base.deallocate()
    unsafe base = UnsafeMutableRawPointer.allocate(byteCount: 256, alignment: 8)
    capacity = 256
  }

  private func reserve(_ size: Int) {
    guard capacity - count < size else { return }
    capacity = max(2 * capacity, count + size)
    let larger = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 8)
    // Safe: both hold `count` bytes; the old one is freed once.
    unsafe larger.copyMemory(from: base, byteCount: count)
    unsafe base.deallocate()
    unsafe base = unsafe larger
  }

  private func number<T: BitwiseCopyable>(_ value: T) {
    reserve(MemoryLayout<T>.size)
    // Safe: reserved by the line above.
    unsafe base.storeBytes(of: value, toByteOffset: count, as: T.self)
    count += MemoryLayout<T>.size
  }

  private func size(_ count: Int) throws(KhoError) {
    guard let count = UInt32(exactly: count) else {
      throw KhoError(.limitExceeded, "ValueTooLarge", "a value is too large to be packed")
    }
    number(count.littleEndian)
  }

  private func text(_ text: String) throws(KhoError) {
    var text = text
    try size(text.utf8.count)
    text.withUTF8 { unsafe copy($0) }
  }

  private func copy(_ bytes: UnsafeBufferPointer<UInt8>) {
    reserve(bytes.count)
    guard let source = bytes.baseAddress else { return }
    // Safe: reserved above; the source is lent for the call.
    unsafe (base + count).copyMemory(from: source, byteCount: bytes.count)
    count += bytes.count
  }

  private func integer(_ value: Int64) { number(value.littleEndian) }

  /// - Parameter text: well-formed UTF-8.
  func append(_ text: UnsafeBufferPointer<UInt8>) throws(KhoError) {
    number(Tag.string)
    try size(text.count)
    unsafe copy(text)
  }

  func append(_ value: Value) throws(KhoError) {
    switch value {
    case .null: number(Tag.null)
    case .boolean(let value): number(value ? Tag.true : Tag.false)
    case .integer(let value):
      number(Tag.integer)
      integer(value)
    case .float(let value):
      number(Tag.float)
      number(value.bitPattern.littleEndian)
    case .string(let value):
      number(Tag.string)
      try text(value)
    case .list(let values):
      number(Tag.list)
      try size(values.count)
      for value in values { try append(value) }
    case .map(let map):
      number(Tag.map)
      try content(map)
    case .node(let node):
      number(Tag.node)
      try content(node)
    case .relationship(let relationship):
      number(Tag.relationship)
      try content(relationship)
    case .path(let path):
      number(Tag.path)
      try size(path.relationships.count)
      for node in path.nodes { try content(node) }
      for relationship in path.relationships { try content(relationship) }
    case .date(let date):
      number(Tag.date)
      integer(date.daysSinceEpoch)
    case .localTime(let time):
      number(Tag.localTime)
      integer(time.nanosecondOfDay)
    case .time(let time):
      number(Tag.time)
      integer(time.nanosecondOfDay)
      number(time.offsetInSeconds.littleEndian)
    case .localDateTime(let value):
      number(Tag.localDateTime)
      integer(value.secondsSinceEpoch)
      number(value.nanosecond.littleEndian)
    case .dateTime(let value):
      number(Tag.dateTime)
      integer(value.secondsSinceEpoch)
      number(value.nanosecond.littleEndian)
      number(value.offsetInSeconds.littleEndian)
      try text(value.zone ?? "")
    case .duration(let value):
      number(Tag.duration)
      integer(value.months)
      integer(value.days)
      integer(value.seconds)
      number(value.nanosecond.littleEndian)
    }
  }

  private func content(_ map: ValueMap) throws(KhoError) {
    try size(map.count)
    for (key, value) in map {
      try text(key)
      try append(value)
    }
  }

  private func content(_ node: Node) throws(KhoError) {
    number(UInt64(node.id.rawValue).littleEndian)
    try size(node.labels.count)
    for label in node.labels { try text(label) }
    try content(node.properties)
  }

  private func content(_ relationship: Relationship) throws(KhoError) {
    number(UInt64(relationship.id.rawValue).littleEndian)
    number(UInt64(relationship.start.rawValue).littleEndian)
    number(UInt64(relationship.end.rawValue).littleEndian)
    try text(relationship.type)
    try content(relationship.properties)
  }
}

/// Reads packed values, whatever the bytes are. Lives during the call that lends them.
@safe struct PackedReader {
  private let bytes: UnsafeRawPointer
  private let count: Int
  private var position = 0

  /// - Parameter what: what errors call it.
  init(lent pointer: UnsafeRawPointer?, _ count: Int, as what: String) throws(KhoError) {
    guard let pointer = unsafe pointer else {
      throw KhoError(.misuse, "NullPointer", "expected \(what), found a null pointer")
    }
    guard count >= 0, count <= UInt32.max else {
      throw KhoError(.limitExceeded, "ValueTooLarge", "expected \(what), found \(count) bytes")
    }
    // Safe: the caller lends so many bytes for the call.
    unsafe bytes = pointer
    self.count = count
  }

  /// Reads the one value that the bytes hold.
  mutating func onlyValue() throws(KhoError) -> Value {
    let value = try DeepStack.run(value: { () throws(KhoError) in
      try self.value(depth: Value.nestingLimit)
    })
    guard position == count else { throw .malformed }
    return value
  }

  /// Reads a map, which is all that the bytes hold, in place of `map`: where it has the same keys,
  /// only their values are set.
  /// - Throws: `.typeError` where the bytes hold no map; `map` is empty after every error.
  mutating func read(into map: inout ValueMap) throws(KhoError) {
    do throws(KhoError) {
      guard try !setValues(of: &map) else { return }
      position = 0
      guard case .map(let new) = try onlyValue() else {
        throw KhoError(.typeError, "InvalidArgumentType", "expected a packed map of parameters")
      }
      map = new
    } catch {
      map = ValueMap()
      throw error
    }
  }

  /// False where the keys are others, or more than a few, and for values that nest.
  private mutating func setValues(of map: inout ValueMap) throws(KhoError) -> Bool {
    guard map.count <= 8, try number(UInt8.self) == Tag.map, try size() == map.count else {
      return false
    }
    var found = 0
    for _ in 0..<map.count {
      let size = try size()
      // Safe: `size` keeps the bytes inside.
      let name = unsafe UnsafeRawBufferPointer(start: bytes + position, count: size)
      guard let index = map.indices.first(where: { unsafe map[$0].key.equals(name) }) else {
        return false
      }
      position += size
      // Safe: the comparison keeps the load inside.
      guard position < count,
        unsafe !(Tag.list...Tag.path).contains(
          bytes.load(fromByteOffset: position, as: UInt8.self))
      else { return false }
      map.setValue(try value(depth: 0), at: index)
      found |= 1 << index
    }
    return position == count && found == 1 << map.count - 1
  }

  private mutating func number<T: FixedWidthInteger & BitwiseCopyable>(
    _ type: T.Type = T.self
  ) throws(KhoError) -> T {
    let size = MemoryLayout<T>.size
    guard count - position >= size else { throw .malformed }
    defer { position += size }
    // Safe: the line above keeps the load inside.
    return unsafe T(littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: T.self))
  }

  /// A count of things that take a byte each at least.
  private mutating func size() throws(KhoError) -> Int {
    let size = Int(try number(UInt32.self))
    guard size <= count - position else { throw .malformed }
    return size
  }

  private mutating func text() throws(KhoError) -> String {
    let size = try size()
    defer { position += size }
    // Safe: `size` keeps the bytes inside.
    return try unsafe String(
      checking: UnsafeRawBufferPointer(start: bytes + position, count: size), as: "text")
  }

  private mutating func value(depth: Int) throws(KhoError) -> Value {
    switch try number(UInt8.self) {
    case Tag.null: return .null
    case Tag.false: return .boolean(false)
    case Tag.true: return .boolean(true)
    case Tag.integer: return .integer(try number())
    case Tag.float: return .float(Double(bitPattern: try number()))
    case Tag.string: return .string(try text())
    case Tag.list:
      try check(depth)
      var values: [Value] = []
      for _ in 0..<(try size()) { values.append(try value(depth: depth - 1)) }
      return .list(values)
    case Tag.map:
      try check(depth)
      return .map(try map(depth: depth - 1))
    case Tag.node: return .node(try node(depth: depth))
    case Tag.relationship: return .relationship(try relationship(depth: depth))
    case Tag.path:
      let length = try size()
      var nodes: [Node] = []
      for _ in 0...length { nodes.append(try node(depth: depth)) }
      var relationships: [Relationship] = []
      for _ in 0..<length { relationships.append(try relationship(depth: depth)) }
      return .path(Path(nodes: nodes, relationships: relationships))
    case let tag: return try temporal(tag)
    }
  }

  private mutating func temporal(_ tag: UInt8) throws(KhoError) -> Value {
    switch tag {
    case Tag.date: return .date(Temporal.Date(daysSinceEpoch: try number()))
    case Tag.localTime:
      return .localTime(Temporal.LocalTime(nanosecondOfDay: try timeOfDay()))
    case Tag.time:
      return .time(
        Temporal.Time(nanosecondOfDay: try timeOfDay(), offsetInSeconds: try offset()))
    case Tag.localDateTime:
      return .localDateTime(
        Temporal.LocalDateTime(secondsSinceEpoch: try number(), nanosecond: try nanosecond()))
    case Tag.dateTime:
      let value = Temporal.DateTime(
        secondsSinceEpoch: try number(), nanosecond: try nanosecond(),
        offsetInSeconds: try offset(), zone: try text())
      return .dateTime(try value.checkingZone())
    case Tag.duration:
      return .duration(
        Temporal.Duration(
          months: try number(), days: try number(), seconds: try number(),
          nanosecond: try nanosecond()))
    default: throw .malformed
    }
  }

  private mutating func timeOfDay() throws(KhoError) -> Int64 {
    let value: Int64 = try number()
    guard (0..<86_400_000_000_000).contains(value) else { throw .malformed }
    return value
  }

  private mutating func nanosecond() throws(KhoError) -> Int32 {
    let value: Int32 = try number()
    guard (0..<1_000_000_000).contains(value) else { throw .malformed }
    return value
  }

  private mutating func offset() throws(KhoError) -> Int32 {
    let value: Int32 = try number()
    guard (-64_800...64_800).contains(value) else { throw .malformed }
    return value
  }

  private mutating func map(depth: Int) throws(KhoError) -> ValueMap {
    var entries: [ValueMap.Element] = []
    for _ in 0..<(try size()) { entries.append((try text(), try value(depth: depth))) }
    return ValueMap(entries)
  }

  private mutating func node(depth: Int) throws(KhoError) -> Node {
    let id = try id()
    var labels: [String] = []
    for _ in 0..<(try size()) { labels.append(try text()) }
    return Node(
      id: NodeID(id), labels: labels.sorted(), properties: try properties(depth: depth))
  }

  private mutating func relationship(depth: Int) throws(KhoError) -> Relationship {
    let (id, start, end) = (try id(), try id(), try id())
    return Relationship(
      id: RelationshipID(id), type: try text(), start: NodeID(start), end: NodeID(end),
      properties: try properties(depth: depth))
  }

  private mutating func properties(depth: Int) throws(KhoError) -> ValueMap {
    try check(depth)
    return try map(depth: depth - 1)
  }

  private mutating func id() throws(KhoError) -> UInt32 {
    guard let id = UInt32(exactly: try number(UInt64.self)) else { throw .malformed }
    return id
  }

  private func check(_ depth: Int) throws(KhoError) {
    guard depth > 0 else {
      throw KhoError(
        .limitExceeded, "NestingTooDeep",
        "a value's lists and maps nest deeper than \(Value.nestingLimit) levels")
    }
  }
}

extension Temporal.DateTime {
  /// The value with no zone in place of an empty one; of a named zone, the instant's offset there.
  fileprivate func checkingZone() throws(KhoError) -> Self {
    var copy = self
    guard let zone, !zone.isEmpty else {
      copy.zone = nil
      return copy
    }
    return try converted(to: Temporal.Zone(parsing: zone))
  }
}

extension KhoError {
  fileprivate static let malformed = KhoError(
    .protocolError, "InvalidPacked", "the packed bytes are malformed")
}
