/// Values of every type, with the corners of each.
import GraphModel

enum SampleValues {
  static let integers: [Int64] = [
    .min, .min + 1, -(1 << 53) - 1, -(1 << 53), -256, -1, 0, 1, 255, 1 << 53, 1 << 53 + 1,
    (1 << 62) + 1, .max - 1_024, .max - 1, .max,
  ]
  static let floats: [Double] = [
    -.infinity, -1e300, -9.3e18, -1.5, -.leastNonzeroMagnitude, -0.0, 0.0, .leastNonzeroMagnitude,
    0.5, 1, 9_007_199_254_740_992, 9.223372036854775e18, 9.3e18, .infinity, .nan,
  ]
  static let texts = [
    "", "\0", "\0\0", "\0a", "a", "a\0", "a\0b", "a\u{1}", "ab", "b", "Cầu Ngang", "đ",
    "\u{10FFFF}",
    "Câu", "z", "\u{FFFF}",
  ]

  /// Scalars of every type.
  static var scalars: [Value] {
    var values: [Value] = [.boolean(false), .boolean(true)]
    values += integers.map { .integer($0) } + floats.map { .float($0) } + texts.map { .string($0) }
    for number in [Int64.min, -1, 0, 1, .max] {
      values.append(.date(.init(daysSinceEpoch: number)))
      values.append(.localDateTime(.init(secondsSinceEpoch: number, nanosecond: 999_999_999)))
      values.append(
        .dateTime(.init(secondsSinceEpoch: number, nanosecond: 0, offsetInSeconds: -3_600)))
      values.append(
        .dateTime(
          .init(
            secondsSinceEpoch: number, nanosecond: 1, offsetInSeconds: 25_200,
            zone: "Asia/Ho_Chi_Minh")))
      values.append(.duration(.init(months: number, days: 0, seconds: 0, nanosecond: 0)))
      values.append(.duration(.init(months: 1, days: number, seconds: -5, nanosecond: 7)))
    }
    for nanosecond in [0, 1, 86_399_999_999_999] as [Int64] {
      values.append(.localTime(.init(nanosecondOfDay: nanosecond)))
      values.append(.time(.init(nanosecondOfDay: nanosecond, offsetInSeconds: 0)))
      values.append(.time(.init(nanosecondOfDay: nanosecond, offsetInSeconds: 64_800)))
    }
    return values
  }

  /// Scalars, lists and maps.
  static var all: [Value] {
    scalars + [
      .list([]), .list([.integer(1)]), .list([.integer(1), .integer(2)]), .list([.float(1)]),
      .list([.string("a")]), .list([.string("a\0")]), .list(scalars), .map([:]),
      .map(["a": .integer(1)]), .map(["a": .integer(2)]), .map(["b": .integer(1)]),
      .map(["a": .map(["b": .list([.boolean(true)])]), "c": .string("x")]),
    ]
  }
}
