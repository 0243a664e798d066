/// Entries of one index on their way into its table, sorted before they go there.
internal import GraphModel
internal import LMDB

/// Keys with their entities, and of unique indexes a hash of every key ever taken.
struct BulkIndex {
  /// Whether the table had entries before: then every key must be looked up.
  private let hadEntries: Bool
  private var bytes: [UInt8] = []
  private var entries: [Entry] = []
  private var hashes: Set<UInt64> = []
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

  init(hadEntries: Bool, largestSizeInBytes: Int) {
    self.hadEntries = hadEntries
    self.largestSizeInBytes = largestSizeInBytes
  }

  var isFull: Bool {
    bytes.count + entries.count * MemoryLayout<Entry>.stride >= largestSizeInBytes
  }

  /// Whether no key with this hash was taken before.
  mutating func insertHash(of key: [UInt8]) -> Bool {
    let hash = key.withBytes { UInt64(Checksum.of($0)) << 32 } | UInt64(fnv(key))
    return hashes.insert(hash).inserted && !hadEntries
  }

  private func fnv(_ key: [UInt8]) -> UInt32 {
    key.reduce(0x811C_9DC5) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
  }

  mutating func append(_ key: [UInt8], _ id: UInt32) {
    let prefix = key.withBytes { $0.word.byteSwapped }
    entries.append(Entry(prefix: prefix, offset: bytes.count, count: Int32(key.count), id: id))
    bytes.append(contentsOf: key)
  }

  /// Writes what is in memory out, sorted: records of u16 size, u32 id and the key.
  mutating func spill(beside path: String) throws(LMDBError) {
    let file: SpillFile
    if let known = self.file { file = known } else { file = try SpillFile(beside: path) }
    self.file = file
    let start = file.sizeInBytes
    var records: [UInt8] = []
    for entry in takeSorted() {
      records.append(littleEndian: UInt16(truncatingIfNeeded: entry.key.count))
      records.append(littleEndian: entry.id)
      records += entry.key
    }
    try file.append(records)
    runs.append(Run(file: file, offset: start, end: file.sizeInBytes))
  }

  /// Gives out the keys in order, and forgets them.
  mutating func drain(_ body: ([UInt8], UInt32) throws(KhoError) -> Void) throws(KhoError) {
    var runs = runs
    self.runs = []
    var last = Run(file: nil, offset: 0, end: 0)
    last.records = takeSorted()
    runs.append(last)
    while true {
      var least: (run: Int, record: Record)?
      for run in runs.indices {
        let record = try storage { () throws(LMDBError) in try runs[run].peek() }
        guard let record else { continue }
        if least.map({ record < $0.record }) ?? true { least = (run, record) }
      }
      guard let least else { return }
      runs[least.run].position += 1
      try body(least.record.key, least.record.id)
    }
  }

  private struct Record: Comparable {
    var key: [UInt8]
    var id: UInt32

    static func < (a: Record, b: Record) -> Bool {
      a.key == b.key ? a.id < b.id : a.key.lexicographicallyPrecedes(b.key)
    }
  }

  /// What is in memory, sorted, which it then is no more.
  private mutating func takeSorted() -> [Record] {
    let (bytes, taken) = (bytes, entries)
    self.bytes = []
    entries = []
    func key(_ entry: Entry) -> ArraySlice<UInt8> {
      bytes[entry.offset..<entry.offset + Int(entry.count)]
    }
    return taken.sorted { a, b in
      if a.prefix != b.prefix { return a.prefix < b.prefix }
      let (x, y) = (key(a), key(b))
      return x == y ? a.id < b.id : x.lexicographicallyPrecedes(y)
    }.map { Record(key: Array(key($0)), id: $0.id) }
  }

  /// A sorted run in the file, read piece by piece; or records in memory.
  private struct Run {
    let file: SpillFile?
    var offset: Int
    let end: Int
    var records: [Record] = []
    var position = 0

    static let pieceSizeInBytes = 1 << 18

    init(file: SpillFile?, offset: Int, end: Int) {
      self.file = file
      self.offset = offset
      self.end = end
    }

    mutating func peek() throws(LMDBError) -> Record? {
      if position == records.count {
        guard let file, offset < end else { return nil }
        var piece = [UInt8](repeating: 0, count: min(Run.pieceSizeInBytes, end - offset))
        try file.read(offset, into: &piece)
        records.removeAll(keepingCapacity: true)
        position = 0
        piece.withBytes { bytes in
          var place = 0
          while place + 6 <= bytes.count {
            let next = place + 6 + Int(bytes.u16(place))
            guard next <= bytes.count else { break }
            records.append(Record(key: bytes[place + 6, next].array, id: bytes.u32(place + 2)))
            place = next
          }
          offset += place
        }
        if records.isEmpty { return nil }
      }
      return records[position]
    }
  }
}
