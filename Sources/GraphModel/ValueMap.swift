/// A map of openCypher: distinct keys with values, kept sorted by key so that equality, order, hash
/// and text have one canonical sequence. Look-up is O(log n).
public struct ValueMap: Sendable, RandomAccessCollection {
  public typealias Element = (key: String, value: Value)
  @usableFromInline var entries: [Element]

  public init() { entries = [] }

  /// Takes entries in any order; of several with one key the last wins. O(n log n), O(n) where they
  /// are sorted.
  public init(_ unsorted: [Element]) {
    if unsorted.indices.dropFirst().allSatisfy({ unsorted[$0 - 1].key < unsorted[$0].key }) {
      entries = unsorted
      return
    }
    entries = []
    entries.reserveCapacity(unsorted.count)
    for (_, entry) in unsorted.enumerated().sorted(by: {
      ($0.element.key, $0.offset) < ($1.element.key, $1.offset)
    }) {
      if let last = entries.indices.last, entries[last].key == entry.key {
        entries[last].value = entry.value
      } else {
        entries.append(entry)
      }
    }
  }

  /// - Parameter entries: in order, no key twice.
  package init(sorted entries: [Element]) { self.entries = entries }

  public var startIndex: Int { 0 }
  public var endIndex: Int { entries.count }
  public subscript(position: Int) -> Element { entries[position] }
  package mutating func setValue(_ value: Value, at position: Int) {
    entries[position].value = value
  }
  public var keys: [String] { entries.map(\.key) }
  public var values: [Value] { entries.map(\.value) }

  /// Whether the map has the key.
  package func contains(key: String) -> Bool {
    let position = position(of: key)
    return position < entries.count && entries[position].key == key
  }

  /// The value of `key`, or nil if the map has no such key. Setting nil removes the key.
  public subscript(key: String) -> Value? {
    get {
      let position = position(of: key)
      guard position < entries.count, entries[position].key == key else { return .none }
      return entries[position].value
    }
    set {
      let position = position(of: key)
      let isPresent = position < entries.count && entries[position].key == key
      switch (newValue, isPresent) {
      case (let value?, true): entries[position].value = value
      case (let value?, false): entries.insert((key, value), at: position)
      case (nil, true): entries.remove(at: position)
      case (nil, false): break
      }
    }
  }

  /// Index of the first entry whose key is not less than `key`.
  private func position(of key: String) -> Int {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = low + (high - low) / 2
      if entries[middle].key < key { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension ValueMap: ExpressibleByDictionaryLiteral {
  public init(dictionaryLiteral elements: (String, Value)...) {
    self.init(elements.map { (key: $0.0, value: $0.1) })
  }
}
