/// Entries of adjacency lists on their way into blocks, sorted in bounded memory: an external merge
/// sort, beside whoever makes the entries and whoever takes them.
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

    @inline(__always) func isBefore(_ other: Entry) -> Bool {
      let a = UInt64(list) << 32 | UInt64(node)
      let b = UInt64(other.list) << 32 | UInt64(other.node)
      if a != b { return a < b }
      if neighbour != other.neighbour { return neighbour < other.neighbour }
      return relationship < other.relationship
    }

    /// 11 bits of the ends, the lowest first: neighbour, node, list. The relationship comes sorted.
    @inline(__always) func digit(_ index: Int) -> Int {
      let word = index < 3 ? neighbour : index < 6 ? node : list
      return Int(word &>> UInt32(truncatingIfNeeded: 11 &* (index % 3))) & 0x7FF
    }
    static let digitCount = 9
    static let blank = Entry(list: 0, node: 0, neighbour: 0, relationship: 0)
  }

  /// Entries held in memory at a time, 16 bytes each. As many again are being sorted, with room to
  /// do so.
  private let largestCount: Int
  private var entries: [Entry] = []
  private var file: SpillFile?
  /// Sorted runs, in the order of their relationships.
  private var runs: [Run] = []
  private var sorting: (part: Part, done: Producer<Void>)?

  init(largestCount: Int = 1 << 19) { self.largestCount = largestCount }

  @inline(__always) var isFull: Bool { entries.count >= largestCount }

  @inline(__always) mutating func append(_ entry: Entry) { entries.append(entry) }

  /// Appends the entries of both directions.
  @inline(__always) mutating func append(
    _ relationship: RelationshipID, _ type: RelationshipTypeID, from source: NodeID,
    to target: NodeID
  ) {
    let (outgoing, incoming) = (
      AdjacencyList(type, isIncoming: false), AdjacencyList(type, isIncoming: true)
    )
    append(
      Entry(
        list: outgoing.rawValue, node: source.rawValue, neighbour: target.rawValue,
        relationship: relationship.rawValue))
    append(
      Entry(
        list: incoming.rawValue, node: target.rawValue, neighbour: source.rawValue,
        relationship: relationship.rawValue))
  }

  /// Has what is in memory sorted and written out, while more is taken.
  /// - Parameter path: beside which the file lies.
  mutating func spill(beside path: String) throws(LMDBError) {
    let part = try sortedPart() ?? Part()
    let file: SpillFile
    if let known = self.file { file = known } else { file = try SpillFile(beside: path) }
    self.file = file
    swap(&part.entries, &entries)
    entries.removeAll(keepingCapacity: true)
    let done = Producer<Void>(ahead: 1) {
      part.sort(into: file)
      return nil
    }
    sorting = (part, done)
  }

  /// Waits for the part being sorted, whose memory then is free.
  private mutating func sortedPart() throws(LMDBError) -> Part? {
    guard let (part, done) = sorting else { return nil }
    _ = done.next()
    sorting = nil
    if let failure = part.failure { throw failure }
    if let run = part.run { runs.append(run) }
    return part
  }

  /// All entries in order, once there are no more of them.
  mutating func finish() throws(LMDBError) -> AdjacencyMerge {
    _ = try sortedPart()
    var last: [Entry] = []
    swap(&last, &entries)
    return AdjacencyMerge(runs, last)
  }

  /// Entries being sorted on a thread of their own.
  private final class Part: @unchecked Sendable {
    var entries: [Entry] = []
    private var room: [Entry] = []
    private(set) var run: Run?
    private(set) var failure: LMDBError?

    func sort(into file: SpillFile) {
      AdjacencyRuns.sort(&entries, &room)
      run = Run(file: file, offset: file.sizeInBytes, remaining: entries.count)
      do throws(LMDBError) { try file.append(entries) } catch { failure = error }
    }
  }

  /// A sorted run and the part of it in memory.
  struct Run {
    let file: SpillFile?
    var offset: Int
    /// Entries in the file that were not read yet.
    var remaining: Int
    var buffer: [Entry] = []
    var position = 0

    static let bufferCount = 1 << 13

    init(file: SpillFile?, offset: Int, remaining: Int) {
      self.file = file
      self.offset = offset
      self.remaining = remaining
    }

    /// Reads on, if nothing is left in memory.
    mutating func fill() throws(LMDBError) {
      guard let file, remaining > 0, position == buffer.count else { return }
      let count = min(remaining, Run.bufferCount)
      if buffer.count != count { buffer = Array(repeating: .blank, count: count) }
      try file.read(offset, into: &buffer)
      offset += count * MemoryLayout<Entry>.stride
      remaining -= count
      position = 0
    }

    /// Takes the entries in memory up to `last`, and that one too; all where it is nil.
    mutating func take(through last: Entry?, into entries: inout [Entry]) {
      var (low, high) = (position, buffer.count)
      if let last {
        while low < high {
          let middle = (low + high) / 2
          if last.isBefore(buffer[middle]) { high = middle } else { low = middle + 1 }
        }
      }
      entries.append(contentsOf: buffer[position..<high])
      position = high
    }
  }

  /// Sorts by digits, from the lowest to the highest; those that are equal in all entries cost
  /// nothing. O(entries × digits).
  /// - Parameter room: memory to sort in, kept from call to call.
  static func sort(_ entries: inout [Entry], _ room: inout [Entry]) {
    guard let first = entries.first else { return }
    var differing = Entry.blank
    for entry in entries {
      differing.list |= entry.list ^ first.list
      differing.node |= entry.node ^ first.node
      differing.neighbour |= entry.neighbour ^ first.neighbour
    }
    if room.count != entries.count { room = Array(repeating: .blank, count: entries.count) }
    for digit in 0..<Entry.digitCount where differing.digit(digit) != 0 {
      var places = [Int](repeating: 0, count: 1 << 11)
      for entry in entries { places[entry.digit(digit)] &+= 1 }
      var sum = 0
      for value in places.indices { (places[value], sum) = (sum, sum &+ places[value]) }
      for entry in entries {
        let value = entry.digit(digit)
        room[places[value]] = entry
        places[value] &+= 1
      }
      swap(&entries, &room)
    }
  }
}

/// Sorted runs on their way into one. Made on one thread and used on another.
final class AdjacencyMerge: @unchecked Sendable {
  private var runs: [AdjacencyRuns.Run]
  private var last: [AdjacencyRuns.Entry]
  private var room: [AdjacencyRuns.Entry] = []
  private var failure: LMDBError?

  init(_ runs: [AdjacencyRuns.Run], _ last: [AdjacencyRuns.Entry]) {
    self.runs = runs
    self.last = last
  }

  /// The next entries in order; none at the end. What all runs have in memory up to the least of
  /// their last entries goes together, and is sorted: which costs less than comparing the runs for
  /// each entry.
  func next() throws(LMDBError) -> [AdjacencyRuns.Entry] {
    if !last.isEmpty {
      AdjacencyRuns.sort(&last, &room)
      var run = AdjacencyRuns.Run(file: nil, offset: 0, remaining: 0)
      swap(&run.buffer, &last)
      runs.append(run)
    }
    var entries: [AdjacencyRuns.Entry] = []
    var end: AdjacencyRuns.Entry?
    for index in runs.indices {
      try runs[index].fill()
      if runs[index].remaining > 0, let last = runs[index].buffer.last,
        end.map({ last.isBefore($0) }) ?? true
      {
        end = last
      }
    }
    for index in runs.indices { runs[index].take(through: end, into: &entries) }
    AdjacencyRuns.sort(&entries, &room)
    return entries
  }
}

/// Entries of all lists in order, merged on a thread of their own.
final class MergedAdjacency {
  private let pieces: Producer<Result<[AdjacencyRuns.Entry], LMDBError>>
  private var piece: [AdjacencyRuns.Entry] = []
  private var position = 0

  init(_ merge: AdjacencyMerge) {
    pieces = Producer(ahead: 2) {
      do throws(LMDBError) {
        let entries = try merge.next()
        return entries.isEmpty ? nil : .success(entries)
      } catch {
        return .failure(error)
      }
    }
  }

  /// The entries of the next block, or so many of them, and the list they are of; nil at the end.
  func nextBlock(
    into changes: inout [AdjacencyChange], largestCount: Int
  ) throws(LMDBError) -> AdjacencyList? {
    changes.removeAll(keepingCapacity: true)
    var first: AdjacencyRuns.Entry?
    while true {
      if position == piece.count {
        guard let next = pieces.next() else { break }
        piece = try next.get()
        position = 0
      }
      let start = first ?? piece[position]
      first = start
      while position < piece.count, changes.count < largestCount {
        let entry = piece[position]
        guard entry.list == start.list, entry.node >> 4 == start.node >> 4 else { break }
        changes.append(
          AdjacencyChange(
            node: entry.node,
            entry: AdjacencyEntry(neighbour: entry.neighbour, relationship: entry.relationship),
            isRemoval: false))
        position += 1
      }
      if position < piece.count { break }
    }
    return first.map { AdjacencyList(rawValue: $0.list) }
  }
}
