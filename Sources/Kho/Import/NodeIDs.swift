/// Which node an ID of a file stands for.

/// The IDs of one space. Those that are plain integers take 24 bytes or less each, others those of
/// a string besides. While one thread adds some, no other reads.
final class NodeIDs {
  enum Key: Sendable {
    case integer(Int64)
    case text(String)
  }

  /// What errors call the space.
  let name: String
  private var integers = IntegerTable()
  private var texts: [String: UInt32] = [:]

  init(_ name: String) { self.name = name }

  subscript(_ key: Key) -> NodeID? {
    switch key {
    case .integer(let value): integers[value].map { NodeID($0) }
    case .text(let text): texts[text].map { NodeID($0) }
    }
  }

  /// What is wrong with the ID of a relationship's end, if there is no such node.
  func fault(_ key: Key) -> KhoError? {
    guard self[key] == nil else { return nil }
    return KhoError(
      .entityNotFound, "UnknownID",
      "there is no node with the ID \(key.text)" + (name.isEmpty ? "" : " in '\(name)'"))
  }

  /// The nodes of many; `.none` where there is none.
  func nodes(_ keys: [Key]) -> [NodeID] {
    let (integers, texts) = (integers, texts)
    return keys.map { key in
      switch key {
      case .integer(let value): NodeID(integers[value] ?? .max)
      case .text(let text): NodeID(texts[text] ?? .max)
      }
    }
  }

  /// The key must be new.
  func insert(_ node: NodeID, _ key: Key) {
    switch key {
    case .integer(let value): integers.insert(node.rawValue, value)
    case .text(let text): texts[text] = node.rawValue
    }
  }

  /// Integers to numbers, by linear probing: a look-up costs one cache miss.
  private struct IntegerTable {
    private struct Slot {
      var key: Int64
      /// `UInt32.max` for a free slot: no node has it.
      var value: UInt32
    }
    private var slots: [Slot] = []
    private var count = 0

    subscript(_ key: Int64) -> UInt32? {
      if slots.isEmpty { return nil }
      let slot = slots[place(key)]
      return slot.value == .max ? nil : slot.value
    }

    mutating func insert(_ value: UInt32, _ key: Int64) {
      if 2 * count >= slots.count { grow() }
      slots[place(key)] = Slot(key: key, value: value)
      count += 1
    }

    /// Sixteen neighbouring keys lie side by side, as rows that come in their order like it. More
    /// would not do: where long runs of keys overlap, a search goes to the end of both.
    private func place(_ key: Int64) -> Int {
      let mask = slots.count &- 1
      let bits = UInt64(bitPattern: key)
      let hash = (bits >> 4) &* 0x9E37_79B9_7F4A_7C15 >> 32
      var place = Int(truncatingIfNeeded: hash << 4 | bits & 15) & mask
      while slots[place].value != .max, slots[place].key != key { place = (place &+ 1) & mask }
      return place
    }

    private mutating func grow() {
      let old = slots
      slots = Array(repeating: Slot(key: 0, value: .max), count: max(1024, 2 * old.count))
      for slot in old where slot.value != .max { slots[place(slot.key)] = slot }
    }
  }
}

extension NodeIDs.Key {
  /// As errors show it.
  var text: String {
    switch self {
    case .integer(let value): String(value)
    case .text(let text): "'\(text.prefix(40))'"
    }
  }
}
