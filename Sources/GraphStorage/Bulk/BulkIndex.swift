/// Entries of one index on their way into its table, sorted before they go there.
internal import GraphModel
internal import LMDB

/// Keys with their entities, and of unique indexes a hash of every key ever taken.
final class BulkIndex {
  let definition: IndexDefinition
  /// The key of the entity that is being added; empty where it has none. Kept for its memory.
  var key: [UInt8] = []

  /// Whether the table had entries before: then every key must be looked up.
  private let hadEntries: Bool
  private var bytes: [UInt8] = []
  private var entries: [Entry] = []
  private var hashes = HashSet()
  private var file: SpillFile?
  private var runs: [Run] = []

  /// Keys held at a time, in bytes.
  private let largestSizeInBytes: Int

  /// A key in `bytes`, and its first eight bytes as a number that sorts as they do.
  private struct Entry {
    var prefix: UInt64
    var offset: Int
    var count: Int32
    var id: UInt32
  }

  init(_ definition: IndexDefinition, hadEntries: Bool, largestSizeInBytes: Int) {
    self.definition = definition
    self.hadEntries = hadEntries
    self.largestSizeInBytes = largestSizeInBytes
  }

  var isFull: Bool {
    bytes.count + entries.count * MemoryLayout<Entry>.stride >= largestSizeInBytes
  }

  /// Whether an entity may have the key already.
  func mayHold() -> Bool {
    !hashes.insert(key.withBytes(HashSet.hash)) || hadEntries
  }

  /// Takes the key for an entity.
  func append(_ id: UInt32) {
    let prefix = key.withBytes { $0.word.byteSwapped }
    let count = min(key.count, IndexKey.longestValueInBytes)
    entries.append(Entry(prefix: prefix, offset: bytes.count, count: Int32(count), id: id))
    bytes.append(contentsOf: key[..<count])
  }

  /// Writes what is in memory out, sorted.
  func spill(beside path: String) throws(LMDBError) {
    let file: SpillFile
    if let known = self.file { file = known } else { file = try SpillFile(beside: path) }
    self.file = file
    let start = file.sizeInBytes
    try file.append(takeSorted())
    runs.append(Run(file, start..<file.sizeInBytes, []))
  }

  /// Gives out the keys in order, and forgets them.
  func drain(_ body: (Bytes, UInt32) throws(KhoError) -> Void) throws(KhoError) {
    var runs = runs
    self.runs = []
    runs.append(Run(nil, 0..<0, takeSorted()))
    try storage { () throws(LMDBError) in
      for run in runs.indices { try runs[run].fill() }
    }
    while true {
      var least: Int?
      for run in runs.indices where !runs[run].isAtEnd {
        if least.map({ Run.precedes(runs[run], runs[$0]) }) ?? true { least = run }
      }
      guard let least else { return }
      try runs[least].lend(body)
      try storage { () throws(LMDBError) in try runs[least].advance() }
    }
  }

  /// What is in memory, sorted, which it then is no more: records of u16 size, u32 id and the key.
  private func takeSorted() -> [UInt8] {
    let keys = bytes
    var sorted = entries
    bytes = []
    entries = []
    var records: [UInt8] = []
    records.reserveCapacity(keys.count + 6 * sorted.count)
    keys.withBytes { keys in
      func key(_ entry: Entry) -> Bytes { keys[entry.offset, entry.offset + Int(entry.count)] }
      sorted.sort { a, b in
        a.prefix != b.prefix
          ? a.prefix < b.prefix : BulkIndex.precedes((key(a), a.id), (key(b), b.id))
      }
      for entry in sorted {
        records.append(littleEndian: UInt16(truncatingIfNeeded: entry.count))
        records.append(littleEndian: entry.id)
        records.append(key(entry))
      }
    }
    return records
  }

  /// By key, then by entity.
  private static func precedes(
    _ a: (key: Bytes, id: UInt32), _ b: (key: Bytes, id: UInt32)
  ) -> Bool {
    let order = a.key.order(b.key)
    return order == 0 ? a.id < b.id : order < 0
  }

  /// Sorted records, in a file or in memory.
  private struct Run {
    private let file: SpillFile?
    /// What of the file was not read yet.
    private var rest: Range<Int>
    private var buffer: [UInt8]
    private var position = 0
    /// The first eight bytes of the key at hand.
    private var prefix: UInt64 = 0

    private static let headSizeInBytes = 6
    private static let pieceSizeInBytes = 1 << 18

    init(_ file: SpillFile?, _ rest: Range<Int>, _ buffer: [UInt8]) {
      (self.file, self.rest, self.buffer) = (file, rest, buffer)
    }

    var isAtEnd: Bool { position == buffer.count }

    private func record(_ bytes: Bytes) -> (key: Bytes, id: UInt32) {
      let start = position + Run.headSizeInBytes
      return (bytes[start, start + Int(bytes.u16(position))], bytes.u32(position + 2))
    }

    func lend(_ body: (Bytes, UInt32) throws(KhoError) -> Void) throws(KhoError) {
      try buffer.withBytes { (bytes) throws(KhoError) in
        let record = record(bytes)
        try body(record.key, record.id)
      }
    }

    static func precedes(_ a: Run, _ b: Run) -> Bool {
      if a.prefix != b.prefix { return a.prefix < b.prefix }
      return a.buffer.withBytes { x in
        b.buffer.withBytes { BulkIndex.precedes(a.record(x), b.record($0)) }
      }
    }

    mutating func advance() throws(LMDBError) {
      let size = buffer.withBytes { Int($0.u16(position)) }
      position += Run.headSizeInBytes + size
      try fill()
    }

    /// Reads on where the buffer has no whole record.
    mutating func fill() throws(LMDBError) {
      let isWhole = buffer.withBytes { bytes in
        let left = bytes.count - position
        return left >= Run.headSizeInBytes
          && left >= Run.headSizeInBytes + Int(bytes.u16(position))
      }
      if !isWhole, let file, !rest.isEmpty {
        let left = buffer.count - position
        var piece = [UInt8](repeating: 0, count: min(Run.pieceSizeInBytes, rest.count))
        try file.read(rest.lowerBound, into: &piece)
        rest = rest.lowerBound + piece.count..<rest.upperBound
        buffer = Array(buffer.suffix(left)) + piece
        position = 0
      }
      prefix = buffer.withBytes { record($0).key.word.byteSwapped }
    }
  }
}

/// Hashes, by linear probing; zero stands for a free place.
private struct HashSet {
  private var hashes: [UInt64] = []
  private var count = 0

  static func hash(_ bytes: Bytes) -> UInt64 {
    var hash = UInt64(bytes.count)
    for offset in stride(from: 0, to: bytes.count, by: 8) {
      hash = (hash ^ bytes[offset, bytes.count].word) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 29
    }
    return hash
  }

  /// Whether the hash was not there.
  mutating func insert(_ hash: UInt64) -> Bool {
    if 2 * count >= hashes.count { grow() }
    let hash = max(hash, 1)
    let place = place(of: hash)
    guard hashes[place] == 0 else { return false }
    hashes[place] = hash
    count += 1
    return true
  }

  private func place(of hash: UInt64) -> Int {
    let mask = hashes.count &- 1
    var place = Int(truncatingIfNeeded: hash &* 0x9E37_79B9_7F4A_7C15 >> 32) & mask
    while hashes[place] != 0, hashes[place] != hash { place = (place &+ 1) & mask }
    return place
  }

  private mutating func grow() {
    let old = hashes
    hashes = Array(repeating: 0, count: max(1_024, 2 * old.count))
    for hash in old where hash != 0 { hashes[place(of: hash)] = hash }
  }
}
