/// Nodes as a set of bits by id: what a condition comes to that many expansions ask.
package import GraphModel
internal import LMDB

/// A bit for each node id up to the largest in it.
@usableFromInline package struct NodeSet: Sendable {
  @usableFromInline var words: [UInt64]

  /// - Parameter nodeIDCount: ids below it need no more memory later.
  package init(nodeIDCount: Int = 0) {
    words = Array(repeating: 0, count: (nodeIDCount &+ 63) &>> 6)
  }

  static let empty = NodeSet()

  /// The bits as plain bytes, for loops over many nodes.
  struct Bits {
    private let bytes: Bytes
    @inline(__always) init(_ bytes: Bytes) { self.bytes = bytes }

    @inline(__always) func contains(_ id: UInt32) -> Bool {
      bytes.u64(Int(id >> 6) &<< 3) &>> UInt64(id & 63) & 1 != 0
    }
  }

  func withBits<R>(_ body: (Bits) throws(KhoError) -> R) throws(KhoError) -> R {
    try words.withBytes { (bytes) throws(KhoError) in try body(Bits(bytes)) }
  }

  /// The bits as plain memory, for loops that change many. Ids the set has no room for stay out.
  @safe struct MutableBits {
    fileprivate let words: UnsafeMutableBufferPointer<UInt64>

    /// Returns whether the node was not in it.
    @inline(__always) func insert(_ id: UInt32) -> Bool {
      let index = Int(id >> 6)
      guard unsafe index < words.count else { return false }
      let bit: UInt64 = 1 &<< UInt64(id & 63)
      // Safe: the index is below the count.
      let word = unsafe words[index]
      unsafe words[index] = word | bit
      return word & bit == 0
    }

    @inline(__always) func contains(_ id: UInt32) -> Bool {
      let index = Int(id >> 6)
      // Safe: the index is below the count.
      return unsafe index < words.count && words[index] &>> UInt64(id & 63) & 1 != 0
    }

    /// Those of a block of 16.
    @inline(__always) func block(_ number: UInt32) -> UInt16 {
      let index = Int(number >> 2)
      // Safe: the index is below the count.
      let word = unsafe index < words.count ? words[index] : 0
      return UInt16(truncatingIfNeeded: word &>> UInt64((number & 3) &<< 4))
    }

    /// Removes the node, and perhaps others.
    @inline(__always) func clear(around id: UInt32) {
      let index = Int(id >> 6)
      // Safe: the index is below the count.
      if unsafe index < words.count { unsafe words[index] = 0 }
    }
  }

  /// - Parameter nodeIDCount: there is room for ids below it.
  mutating func withMutableBits<R, E: Error>(
    nodeIDCount: Int, _ body: (MutableBits) throws(E) -> R
  ) throws(E) -> R {
    let wordCount = (nodeIDCount &+ 63) &>> 6
    if words.count < wordCount { grow(to: wordCount - 1) }
    // Safe: the words are lent for the duration of the call.
    return try unsafe words.withUnsafeMutableBufferPointer { (words) throws(E) -> R in
      try body(unsafe MutableBits(words: words))
    }
  }

  package var sizeInBytes: Int { 8 * words.count }

  @inlinable @inline(__always) package func contains(id: UInt32) -> Bool {
    let index = Int(id >> 6)
    return index < words.count && words[index] >> UInt64(id & 63) & 1 != 0
  }

  /// Returns whether the node was not in it.
  @inlinable @inline(__always) @discardableResult
  package mutating func insert(id: UInt32) -> Bool {
    let index = Int(id >> 6)
    if index >= words.count { grow(to: index) }
    let bit: UInt64 = 1 << UInt64(id & 63)
    let isNew = words[index] & bit == 0
    words[index] |= bit
    return isNew
  }

  @usableFromInline mutating func grow(to index: Int) {
    let count = max(index &+ 1, 2 * words.count)
    words.append(contentsOf: repeatElement(0, count: count &- words.count))
  }

  package mutating func insert(contentsOf nodes: [NodeID]) {
    withMutableBits(nodeIDCount: Self.nodeIDCount(of: nodes)) { bits in
      for node in nodes { _ = bits.insert(node.rawValue) }
    }
  }

  /// The indexes of those nodes that are met for the first time, `.none` excepted; they are added.
  package mutating func firstRows(of nodes: [NodeID]) -> [Int32] {
    withMutableBits(nodeIDCount: Self.nodeIDCount(of: nodes)) { bits in
      var rows: [Int32] = []
      rows.append(addingCapacity: nodes.count) { rows in
        for (row, node) in nodes.enumerated() {
          offer(Int32(row), if: node != .none && bits.insert(node.rawValue), to: &rows)
        }
      }
      return rows
    }
  }

  /// The largest id plus 1.
  private static func nodeIDCount(of nodes: [NodeID]) -> Int {
    var largest = -1
    for node in nodes where node != .none { largest = max(largest, Int(node.rawValue)) }
    return largest + 1
  }

  package mutating func remove(contentsOf nodes: [NodeID]) {
    if nodes.count > words.count { return removeAll() }
    for node in nodes {
      let index = Int(node.rawValue >> 6)
      if index < words.count { words[index] &= ~(1 << UInt64(node.rawValue & 63)) }
    }
  }

  package mutating func removeAll() {
    for index in words.indices { words[index] = 0 }
  }

  /// All nodes, in ascending order.
  package var nodes: [NodeID] {
    var nodes: [NodeID] = []
    for (index, word) in words.enumerated() {
      var rest = word
      while rest != 0 {
        nodes.append(NodeID(UInt32(truncatingIfNeeded: index << 6 | rest.trailingZeroBitCount)))
        rest &= rest &- 1
      }
    }
    return nodes
  }

  /// The nodes of a block of 64.
  mutating func set(_ nodes: UInt64, from first: UInt32) {
    let index = Int(first >> 6)
    if index < words.count { words[index] = nodes }
  }
}
