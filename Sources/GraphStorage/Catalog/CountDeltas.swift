/// Changes of counts in a write transaction: a hash table that costs a few nanoseconds per change.

/// Name → change, by linear probing; names are never removed.
struct CountDeltas {
  private var names: [UInt64] = []
  private var changes: [Int] = []
  private(set) var count = 0
  private static let free = UInt64.max

  subscript(_ name: CountName) -> Int {
    if names.isEmpty { return 0 }
    let place = place(of: name.rawValue)
    return names[place] == name.rawValue ? changes[place] : 0
  }

  @inline(__always) mutating func add(_ change: Int, to name: CountName) {
    if 2 &* count >= names.count { grow() }
    let place = place(of: name.rawValue)
    if names[place] == CountDeltas.free {
      names[place] = name.rawValue
      count &+= 1
    }
    changes[place] &+= change
  }

  /// All names with their changes.
  var all: [(name: CountName, change: Int)] {
    var all: [(name: CountName, change: Int)] = []
    all.reserveCapacity(count)
    for index in names.indices where names[index] != CountDeltas.free {
      all.append((CountName(rawValue: names[index]), changes[index]))
    }
    return all
  }

  /// Where the name is, or the free place where it belongs. The table is a power of two and never
  /// full.
  @inline(__always) private func place(of name: UInt64) -> Int {
    let mask = names.count &- 1
    var place = Int(truncatingIfNeeded: (name &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while names[place] != name, names[place] != CountDeltas.free { place = (place &+ 1) & mask }
    return place
  }

  private mutating func grow() {
    let old = all
    let capacity = max(16, 2 * names.count)
    names = Array(repeating: CountDeltas.free, count: capacity)
    changes = Array(repeating: 0, count: capacity)
    count = 0
    for (name, change) in old { add(change, to: name) }
  }
}
