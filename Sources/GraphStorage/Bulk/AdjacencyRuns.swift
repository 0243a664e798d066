/// Entries of adjacency lists on their way into blocks, sorted in bounded memory: an external merge
/// sort.
internal import GraphModel
internal import LMDB

/// Takes entries in any order and gives them out by list, node, neighbour and relationship.
struct AdjacencyRuns {
  /// An entry of the list of a node. Of equal ends, relationships must come in ascending order.
  struct Entry: BitwiseCopyable {
    var list: UInt32
    var node: UInt32
    var neighbour: UInt32
    var relationship: UInt32

    /// The ends sort before the relationship, which comes sorted.
    @inline(__always) func isBefore(_ other: Entry) -> Bool {
      let a = UInt64(list) << 32 | UInt64(node)
      let b = UInt64(other.list) << 32 | UInt64(other.node)
      if a != b { return a < b }
      if neighbour != other.neighbour { return neighbour < other.neighbour }
      return relationship < other.relationship
    }

    /// 11 bits of the key, the lowest first: neighbour, node, list.
    @inline(__always) func digit(_ index: Int) -> Int {
      let word = index < 3 ? neighbour : index < 6 ? node : list
      return Int(word &>> UInt32(truncatingIfNeeded: 11 &* (index % 3))) & 0x7FF
    }
    static let digitCount = 9
  }

  /// Entries held in memory at a time, 16 bytes each, and as many again to sort them.
  private let largestCount: Int
  private var entries: [Entry] = []
  private var file: SpillFile?
  /// Sorted runs, in the order of their relationships.
  private var runs: [Run] = []

  init(largestCount: Int = 1 << 21) { self.largestCount = largestCount }

  @inline(__always) var isFull: Bool { entries.count >= largestCount }

  @inline(__always) mutating func append(_ entry: Entry) { entries.append(entry) }

  /// Writes what is in memory out, sorted.
  /// - Parameter path: beside which the file lies.
  mutating func spill(beside path: String) throws(LMDBError) {
    let file: SpillFile
    if let known = self.file { file = known } else { file = try SpillFile(beside: path) }
    self.file = file
    AdjacencyRuns.sort(&entries)
    runs.append(
      Run(file: file, offset: file.sizeInBytes, remaining: entries.count))
    try file.append(entries)
    entries.removeAll(keepingCapacity: true)
  }

  /// Ends the taking of entries: from here on `next` gives them.
  mutating func finish() {
    AdjacencyRuns.sort(&entries)
    var last = Run(file: nil, offset: 0, remaining: 0)
    last.buffer = entries
    entries = []
    runs.append(last)
  }

  /// The next entry in order; nil at the end. O(runs).
  mutating func next() throws(LMDBError) -> Entry? {
    var least: (run: Int, entry: Entry)?
    for run in runs.indices {
      guard let entry = try runs[run].peek() else { continue }
      if least.map({ entry.isBefore($0.entry) }) ?? true { least = (run, entry) }
    }
    guard let least else { return nil }
    runs[least.run].position += 1
    return least.entry
  }

  /// A sorted run and the part of it in memory.
  private struct Run {
    let file: SpillFile?
    var offset: Int
    /// Entries in the file that were not read yet.
    var remaining: Int
    var buffer: [Entry] = []
    var position = 0

    static let bufferCount = 1 << 14

    init(file: SpillFile?, offset: Int, remaining: Int) {
      self.file = file
      self.offset = offset
      self.remaining = remaining
    }

    @inline(__always) mutating func peek() throws(LMDBError) -> Entry? {
      if position == buffer.count, try !fill() { return nil }
      return buffer[position]
    }

    private mutating func fill() throws(LMDBError) -> Bool {
      guard let file, remaining > 0 else { return false }
      let count = min(remaining, Run.bufferCount)
      let blank = Entry(list: 0, node: 0, neighbour: 0, relationship: 0)
      if buffer.count != count { buffer = Array(repeating: blank, count: count) }
      try file.read(offset, into: &buffer)
      offset += count * MemoryLayout<Entry>.stride
      remaining -= count
      position = 0
      return true
    }
  }

  /// Sorts by digits, from the lowest to the highest; those that are equal in all entries cost
  /// nothing. O(entries × digits).
  static func sort(_ entries: inout [Entry]) {
    let digitCount = Entry.digitCount
    var counts = [Int](repeating: 0, count: digitCount << 11)
    for entry in entries {
      for digit in 0..<digitCount { counts[digit << 11 | entry.digit(digit)] &+= 1 }
    }
    var other = entries
    for digit in 0..<digitCount {
      var sum = 0
      var isConstant = false
      for value in 0..<1 << 11 {
        let count = counts[digit << 11 | value]
        isConstant = isConstant || count == entries.count
        counts[digit << 11 | value] = sum
        sum += count
      }
      if isConstant { continue }
      for entry in entries {
        let place = digit << 11 | entry.digit(digit)
        other[counts[place]] = entry
        counts[place] &+= 1
      }
      swap(&entries, &other)
    }
  }
}
