/// The offsets of one time zone through time, decoded from a TZif file (RFC 8536).
extension Temporal {
  struct TimeZoneRules: Sendable {
    /// Instants at which the offset changes, ascending.
    private var transitions: [Int64] = []
    /// Offsets in seconds: before the first transition, then after each.
    private var offsets: [Int32] = []
    /// The rule after the last transition.
    private var future: PosixRule?

    /// ```
    /// header (44 bytes) │ block, 4-byte times │ header │ block, 8-byte times │ \n rule \n
    ///
    /// block: times │ type index per time │ types │ names │ leap seconds │ flags
    /// type:  offset (4 bytes) │ is summer (1) │ name (1)
    /// ```
    /// Returns nil for any other content. Version 1 files have only the first block.
    init?(file bytes: [UInt8]) {
      var reader = Reader(bytes: bytes)
      guard var header = Header(&reader) else { return nil }
      var timeSize = 4
      if header.version > 0 {
        guard reader.skip(header.blockSize(timeSize: 4)), let second = Header(&reader) else {
          return nil
        }
        (header, timeSize) = (second, 8)
      }
      var indexes: [Int] = []
      for _ in 0..<header.timeCount {
        guard let time = reader.integer(size: timeSize) else { return nil }
        guard transitions.last.map({ $0 < time }) ?? true else { return nil }
        transitions.append(time)
      }
      for _ in 0..<header.timeCount {
        guard let index = reader.integer(size: 1) else { return nil }
        indexes.append(Int(index) & 0xff)
      }
      var types: [Int32] = []
      for _ in 0..<header.typeCount {
        guard let offset = reader.integer(size: 4), reader.skip(2),
          (-Temporal.secondsPerDay...Temporal.secondsPerDay).contains(offset)
        else { return nil }
        types.append(Int32(offset))
      }
      for index in [0] + indexes {
        guard index < types.count else { return nil }
        offsets.append(types[index])
      }
      guard timeSize == 8 else { return }
      guard reader.skip(header.sizeAfterTypes(timeSize: 8)), reader.integer(size: 1) == 0x0a else {
        return nil
      }
      future = PosixRule(reader.remainder.prefix { $0 != 0x0a })
    }

    /// A zone that never changes.
    init(offset: Int32) { offsets = [offset] }

    /// The offset in force at an instant, in seconds.
    func offset(at second: Int64) -> Int32 {
      if let last = transitions.last, second < last { return offsets[count(upTo: second)] }
      return future?.offset(at: second) ?? offsets[transitions.count]
    }

    /// The offset to read a local time with: of two the earlier one, or `preferred` if it is one of
    /// them. In a gap it is that before the gap, which moves the time on by the gap's length.
    func offset(atLocal second: Int64, preferring preferred: Int32?) -> Int32 {
      // No offset reaches a day, so these are the offsets before and after any change that could
      // matter here.
      let before = offset(at: second - Temporal.secondsPerDay)
      let after = offset(at: second + Temporal.secondsPerDay)
      let fitting = [before, after].filter { offset(at: second - Int64($0)) == $0 }
      if let preferred, fitting.contains(preferred) { return preferred }
      return fitting.first ?? before
    }

    /// How many transitions are not after `second`.
    private func count(upTo second: Int64) -> Int {
      var low = 0
      var high = transitions.count
      while low < high {
        let middle = (low + high) / 2
        if transitions[middle] <= second { low = middle + 1 } else { high = middle }
      }
      return low
    }
  }
}

extension Temporal.TimeZoneRules {
  /// Reads big-endian integers and never past the end.
  private struct Reader {
    let bytes: [UInt8]
    private var position = 0
    init(bytes: [UInt8]) { self.bytes = bytes }

    var remainder: ArraySlice<UInt8> { bytes[position...] }

    mutating func skip(_ count: Int) -> Bool {
      guard count >= 0, count <= bytes.count - position else { return false }
      position += count
      return true
    }

    mutating func integer(size: Int) -> Int64? {
      let start = position
      guard skip(size) else { return nil }
      let first = Int64(Int8(bitPattern: bytes[start]))
      return bytes[(start + 1)..<position].reduce(first) { $0 << 8 | Int64($1) }
    }
  }

  private struct Header {
    var version: Int64
    var flagCount = 0
    var leapCount = 0
    var timeCount = 0
    var typeCount = 0
    var nameSize = 0

    init?(_ reader: inout Reader) {
      guard reader.integer(size: 4) == 0x545a_6966, let version = reader.integer(size: 1),
        reader.skip(15)
      else { return nil }
      self.version = version
      var counts: [Int] = []
      for _ in 0..<6 {
        guard let count = reader.integer(size: 4), (0...65_536).contains(count) else { return nil }
        counts.append(Int(count))
      }
      flagCount = counts[0] + counts[1]
      (leapCount, timeCount, typeCount, nameSize) = (counts[2], counts[3], counts[4], counts[5])
    }

    func blockSize(timeSize: Int) -> Int {
      timeCount * (timeSize + 1) + typeCount * 6 + sizeAfterTypes(timeSize: timeSize)
    }

    func sizeAfterTypes(timeSize: Int) -> Int {
      nameSize + leapCount * (timeSize + 4) + flagCount
    }
  }
}
