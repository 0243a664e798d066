/// Values as bytes: payloads of variable columns, and the self-describing form of what lists and
/// maps hold.
///
/// ```
/// element   u8 type | payload
/// payload   false, true             nothing
///           integer                 varint
///           float                   8 bytes
///           string                  varint size, UTF-8
///           date                    varint days
///           localTime               varint nanosecond
///           time                    varint nanosecond, varint offset
///           localDateTime           varint seconds, varint nanosecond
///           dateTime                varint seconds, nanosecond, offset; the zone as a string
///           duration                varint months, days, seconds, nanosecond
///           list                    varint count, elements
///           map                     varint count, { string key, element }
/// varint    LEB128 of a zigzag integer, or of a plain one for sizes and counts
/// ```
/// In a column the payload of a string is only its UTF-8, since the column knows the size.
internal import GraphModel
internal import LMDB

extension [UInt8] {
  /// Appends a list's or map's element, with its type. Values that cannot be stored append nothing.
  mutating func append(element value: Value) {
    guard let type = ColumnType(of: value) else { return }
    append(type.rawValue)
    if case .string(let text) = value { append(size: text.utf8.count) }
    append(payload: value)
  }

  /// Appends the value's payload as a column holds it.
  mutating func append(payload value: Value) {
    switch value {
    case .integer(let value): append(zigzag: value)
    case .float(let value): append(littleEndian: value.bitPattern)
    case .string(let value): append(contentsOf: value.utf8)
    case .list(let values):
      append(size: values.count)
      for value in values { append(element: value) }
    case .map(let map):
      append(size: map.count)
      for (key, value) in map {
        append(string: key)
        append(element: value)
      }
    case .date(let date): append(zigzag: date.daysSinceEpoch)
    case .localTime(let time): append(zigzag: time.nanosecondOfDay)
    case .time(let time):
      append(zigzag: time.nanosecondOfDay)
      append(zigzag: Int64(time.offsetInSeconds))
    case .localDateTime(let dateTime):
      append(zigzag: dateTime.secondsSinceEpoch)
      append(zigzag: Int64(dateTime.nanosecond))
    case .dateTime(let dateTime):
      append(zigzag: dateTime.secondsSinceEpoch)
      append(zigzag: Int64(dateTime.nanosecond))
      append(zigzag: Int64(dateTime.offsetInSeconds))
      append(string: dateTime.zone ?? "")
    case .duration(let duration):
      append(zigzag: duration.months)
      append(zigzag: duration.days)
      append(zigzag: duration.seconds)
      append(zigzag: Int64(duration.nanosecond))
    case .null, .boolean, .node, .relationship, .path: break
    }
  }

  mutating func append(string: String) {
    append(size: string.utf8.count)
    append(contentsOf: string.utf8)
  }

  mutating func append(size: Int) { append(varint: UInt64(size)) }

  private mutating func append(zigzag value: Int64) {
    append(varint: UInt64(bitPattern: value << 1 ^ value >> 63))
  }

  private mutating func append(varint value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    append(UInt8(rest))
  }
}

/// Reads what `append(payload:)` wrote. Malformed bytes throw `Corrupted`; nesting is bounded.
struct ValueDecoder {
  let bytes: Bytes
  private var offset = 0

  init(_ bytes: Bytes) { self.bytes = bytes }

  /// The value of a variable column.
  static func value(_ type: ColumnType, _ bytes: Bytes) throws(KhoError) -> Value {
    if type == .string { return .string(bytes.text) }
    var decoder = ValueDecoder(bytes)
    let value = try decoder.payload(type, depth: 0)
    guard decoder.isAtEnd else { throw malformed }
    return value
  }

  var isAtEnd: Bool { offset == bytes.count }

  private static var malformed: KhoError { .corrupted("a value that does not decode") }

  private mutating func element(depth: Int) throws(KhoError) -> Value {
    try payload(ColumnType(rawValue: byte()), depth: depth)
  }

  private mutating func payload(_ type: ColumnType, depth: Int) throws(KhoError) -> Value {
    guard depth <= Value.nestingLimit else { throw ValueDecoder.malformed }
    switch type {
    case .false: return .boolean(false)
    case .true: return .boolean(true)
    case .integer: return .integer(try zigzag())
    case .float:
      offset += 8
      guard offset <= bytes.count else { throw ValueDecoder.malformed }
      return .float(Double(bitPattern: bytes.u64(offset - 8)))
    case .string: return .string(try string())
    case .list:
      var values: [Value] = []
      for _ in 0..<(try size()) { values.append(try element(depth: depth + 1)) }
      return .list(values)
    case .map:
      var entries: [ValueMap.Element] = []
      for _ in 0..<(try size()) {
        let key = try string()
        entries.append((key, try element(depth: depth + 1)))
      }
      return .map(ValueMap(entries))
    case .date: return .date(.init(daysSinceEpoch: try zigzag()))
    case .localTime: return .localTime(.init(nanosecondOfDay: try zigzag()))
    case .time:
      let nanosecondOfDay = try zigzag()
      return .time(.init(nanosecondOfDay: nanosecondOfDay, offsetInSeconds: try small()))
    case .localDateTime:
      let seconds = try zigzag()
      return .localDateTime(.init(secondsSinceEpoch: seconds, nanosecond: try small()))
    case .dateTime:
      let seconds = try zigzag()
      let nanosecond = try small()
      let offset = try small()
      let zone = try string()
      return .dateTime(
        .init(
          secondsSinceEpoch: seconds, nanosecond: nanosecond, offsetInSeconds: offset,
          zone: zone.isEmpty ? nil : zone))
    case .duration:
      let months = try zigzag()
      let days = try zigzag()
      let seconds = try zigzag()
      return .duration(
        .init(months: months, days: days, seconds: seconds, nanosecond: try small()))
    default: throw ValueDecoder.malformed
    }
  }

  private mutating func byte() throws(KhoError) -> UInt8 {
    guard offset < bytes.count else { throw ValueDecoder.malformed }
    offset += 1
    return bytes.u8(offset - 1)
  }

  private mutating func varint() throws(KhoError) -> UInt64 {
    var value: UInt64 = 0
    for shift in stride(from: 0 as UInt64, to: 64, by: 7) {
      let byte = try byte()
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return value }
    }
    throw ValueDecoder.malformed
  }

  private mutating func zigzag() throws(KhoError) -> Int64 {
    let value = try varint()
    return Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)
  }

  private mutating func small() throws(KhoError) -> Int32 {
    guard let value = Int32(exactly: try zigzag()) else { throw ValueDecoder.malformed }
    return value
  }

  /// A count or size: every element takes a byte at least, so a larger one is malformed.
  mutating func size() throws(KhoError) -> Int {
    guard let size = Int(exactly: try varint()), size <= bytes.count - offset else {
      throw ValueDecoder.malformed
    }
    return size
  }

  mutating func string() throws(KhoError) -> String {
    let size = try size()
    offset += size
    return bytes[offset - size, offset].text
  }
}
