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

  /// Keys held at a time, in bytes.
  private static let largestSizeInBytes = 32 << 20

  /// A key in `bytes`, and its first eight bytes as a number that sorts as they do.
  private struct Entry {
    var prefix: UInt64
    var offset: Int
    var count: Int32
    var id: UInt32
  }

  init(hadEntries: Bool) { self.hadEntries = hadEntries }

  var isFull: Bool {
    bytes.count + entries.count * MemoryLayout<Entry>.stride >= BulkIndex.largestSizeInBytes
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

  /// Gives out the keys in order, and forgets them.
  mutating func drain<E: Error>(_ body: ([UInt8], UInt32) throws(E) -> Void) throws(E) {
    let (bytes, entries) = (bytes, entries)
    self.bytes = []
    self.entries = []
    func key(_ entry: Entry) -> ArraySlice<UInt8> {
      bytes[entry.offset..<entry.offset + Int(entry.count)]
    }
    let sorted = entries.sorted { a, b in
      if a.prefix != b.prefix { return a.prefix < b.prefix }
      let (x, y) = (key(a), key(b))
      return x == y ? a.id < b.id : x.lexicographicallyPrecedes(y)
    }
    for entry in sorted { try body(Array(key(entry)), entry.id) }
  }
}
