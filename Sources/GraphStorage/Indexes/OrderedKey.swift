/// Values as bytes that sort as the values do: the keys of indexes.
///
/// ```
/// value   u8 tag | by type; integers are big-endian with the sign bit turned
///   01 map             u32 size, keys as strings, values
///   04 list            values, 00
///   06 dateTime        i64 seconds, i32 nanosecond, i32 offset, zone as a string
///   07 localDateTime   i64 seconds, i32 nanosecond
///   08 date            i64 days
///   09 time            i64 nanosecond of the day in UTC, i32 offset
///   0A localTime       i64 nanosecond of the day
///   0B duration        i128 average seconds, i32 nanosecond, i64 months, i64 days
///   0C string          UTF-8 with 00 as 00 FF, then 00 01
///   0D boolean         u8
///   0E number          the nearest double, sortable, u16 8000 + what an integer exceeds it by
///   0F NaN             nothing
/// ```
/// Tags follow the order of types in ORDER BY. No encoding is the beginning of another's, so that
/// values can be joined.
internal import GraphModel
internal import LMDB

extension [UInt8] {
  /// Appends the value's ordered form. `order(a, b)` of bytes is `Value.order(a, b)`. Null and
  /// what no property can hold append nothing.
  mutating func append(ordered value: Value) {
    switch value {
    case .map(let map):
      append(0x01)
      append(bigEndian: UInt32(clamping: map.count))
      for (key, _) in map { append(orderedText: key) }
      for (_, value) in map { append(ordered: value) }
    case .list(let values):
      append(0x04)
      for value in values { append(ordered: value) }
      append(0x00)
    case .dateTime(let dateTime):
      append(0x06)
      append(ordered: dateTime.secondsSinceEpoch)
      append(ordered: dateTime.nanosecond)
      append(ordered: dateTime.offsetInSeconds)
      append(orderedText: dateTime.zone ?? "")
    case .localDateTime(let dateTime):
      append(0x07)
      append(ordered: dateTime.secondsSinceEpoch)
      append(ordered: dateTime.nanosecond)
    case .date(let date):
      append(0x08)
      append(ordered: date.daysSinceEpoch)
    case .time(let time):
      append(0x09)
      append(ordered: time.nanosecondOfDay &- Int64(time.offsetInSeconds) * 1_000_000_000)
      append(ordered: time.offsetInSeconds)
    case .localTime(let time):
      append(0x0A)
      append(ordered: time.nanosecondOfDay)
    case .duration(let duration):
      append(0x0B)
      let seconds =
        Int128(duration.months) * 2_629_746 + Int128(duration.days) * 86_400
        + Int128(duration.seconds)
      append(ordered: Int64(truncatingIfNeeded: seconds >> 64))
      append(bigEndian: UInt64(truncatingIfNeeded: seconds))
      append(ordered: duration.nanosecond)
      append(ordered: duration.months)
      append(ordered: duration.days)
    case .string(let text):
      append(0x0C)
      append(orderedText: text)
    case .boolean(let value):
      append(0x0D)
      append(value ? 1 : 0)
    case .integer(let integer): append(SortableNumber(integer))
    case .float(let number):
      if number.isNaN { append(0x0F) } else { append(SortableNumber(number)) }
    case .null, .node, .relationship, .path: break
    }
  }

  private mutating func append(_ number: SortableNumber) {
    append(SortableNumber.tag)
    append(bigEndian: number.nearest)
    append(bigEndian: number.excess)
  }

  private mutating func append<I: FixedWidthInteger & SignedInteger & BitwiseCopyable>(
    ordered value: I
  ) {
    append(bigEndian: value ^ I.min)
  }

  private mutating func append(orderedText text: String) {
    append(orderedPrefix: text)
    append(0x00)
    append(0x01)
  }

  /// The beginning of all texts that begin with `text`.
  mutating func append(orderedPrefix text: String) {
    text.withUTF8Bytes { bytes in
      guard bytes.contains(0) else { return append(bytes) }
      for index in 0..<bytes.count {
        append(bytes.u8(index))
        if bytes.u8(index) == 0 { append(0xFF) }
      }
    }
  }
}

/// The parts of a number's ordered form.
private struct SortableNumber {
  static let tag: UInt8 = 0x0E
  let nearest: UInt64
  let excess: UInt16

  init(_ integer: Int64) {
    let nearest = Double(integer)
    // 2^63, the nearest of the largest integers, wraps around to -2^63; so does the difference.
    let excess = integer &- (Int64(exactly: nearest) ?? .min)
    self.init(nearest, excess: Int16(truncatingIfNeeded: excess))
  }

  init(_ number: Double, excess: Int16 = 0) {
    // -0.0 is 0.0. Negative numbers are inverted, so that the larger magnitude comes first.
    let bits = (number == 0 ? 0.0 : number).bitPattern
    nearest = bits >> 63 == 0 ? bits | 1 << 63 : ~bits
    self.excess = UInt16(bitPattern: excess) ^ 0x8000
  }
}

/// A record's key in table `idx`: `index | value … | u32 entity`, big-endian; the values together
/// are cut at 480 bytes. The index is a byte below FF, or FF and a u32.
enum IndexKey {
  static let longestValueInBytes = 480
  static let textTag: UInt8 = 0x0C

  /// The ordered form of the values together; nil where one is null, for then there is no entry.
  static func value(_ values: [Value]) -> [UInt8]? {
    var bytes: [UInt8] = []
    for value in values {
      if value.isNull { return nil }
      bytes.append(ordered: value)
    }
    return bytes
  }

  /// What all entries of the value begin with, and they alone; nil where bytes do not tell: of
  /// null, NaN, lists, maps, durations, and values so long that keys are cut.
  static func certainKey(_ index: UInt32, _ value: Value) -> [UInt8]? {
    var key: [UInt8] = []
    key.reserveCapacity(40)
    key.append(index: index)
    let start = key.count
    key.append(ordered: value)
    guard key.count > start, key.count < start + longestValueInBytes else { return nil }
    return key[start] >= 0x06 && key[start] != 0x0B && key[start] != 0x0F ? key : nil
  }

  /// What all entries of an integer begin with, as `certainKey`.
  static func certainKey(_ index: UInt32, _ integer: Int64) -> ShortKey {
    let number = SortableNumber(integer)
    let (tag, excess) = (UInt64(SortableNumber.tag), UInt64(number.excess))
    if index < UInt32(longIndex) {
      return ShortKey(
        UInt64(index) << 56 | tag << 48 | number.nearest >> 16,
        number.nearest << 48 | excess << 32, count: 12)
    }
    return ShortKey(
      UInt64(longIndex) << 56 | UInt64(index) << 24 | tag << 16 | number.nearest >> 48,
      number.nearest << 16 | excess, count: 16)
  }

  /// Whether the key holds only the beginning.
  static func isCut(_ value: [UInt8]) -> Bool { value.count >= longestValueInBytes }

  static func prefix(_ index: UInt32, _ value: some Collection<UInt8> = []) -> [UInt8] {
    var key: [UInt8] = []
    key.reserveCapacity(8 + min(value.count, longestValueInBytes))
    key.append(index: index)
    key.append(contentsOf: value.prefix(longestValueInBytes))
    return key
  }

  /// What all entries of texts that begin with `text` begin with, if it is not cut.
  static func prefix(_ index: UInt32, text: String) -> [UInt8] {
    var key: [UInt8] = []
    key.reserveCapacity(8 + text.utf8.count)
    key.append(index: index)
    key.append(textTag)
    key.append(orderedPrefix: text)
    return key
  }

  static func key(_ index: UInt32, _ value: [UInt8], _ id: UInt32) -> [UInt8] {
    var key = prefix(index, value)
    key.append(bigEndian: id)
    return key
  }

  /// What stands before an index's number that takes more than a byte.
  static let longIndex: UInt8 = 0xFF

  /// The parts of a record's key.
  static func index(ofKey key: Bytes) -> UInt32 {
    key.u8(0) == longIndex ? key.u32(1).byteSwapped : UInt32(key.u8(0))
  }
  static func value(ofKey key: Bytes) -> Bytes {
    key[key.u8(0) == longIndex ? 5 : 1, key.count - 4]
  }
  static func id(ofKey key: Bytes) -> UInt32 { key.u32(key.count - 4).byteSwapped }
}

extension [UInt8] {
  /// Appends the number of an index, as the keys of its entries begin.
  fileprivate mutating func append(index: UInt32) {
    if index < UInt32(IndexKey.longIndex) { return append(UInt8(truncatingIfNeeded: index)) }
    append(IndexKey.longIndex)
    append(bigEndian: index)
  }
}
