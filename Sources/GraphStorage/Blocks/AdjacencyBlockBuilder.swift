/// The adjacency lists of 16 nodes being put together. Keeps its memory from block to block.
internal import GraphModel
internal import LMDB

struct AdjacencyBlockBuilder {
  private(set) var hubMask: UInt16 = 0
  /// Where each list ends; its start is the end before it.
  private var ends: [Int] = []
  private var neighbours: [UInt32] = []
  private var relationships: [UInt32] = []

  var count: Int { neighbours.count }

  mutating func removeAll() {
    hubMask = 0
    ends.removeAll(keepingCapacity: true)
    neighbours.removeAll(keepingCapacity: true)
    relationships.removeAll(keepingCapacity: true)
  }

  /// Appends a run of a list.
  mutating func append(_ entries: AdjacencyEntries, _ range: Range<Int>) {
    entries.bytes.append(
      entries.neighbours + 4 * range.lowerBound, count: range.count, to: &neighbours)
    entries.bytes.append(
      entries.relationships + 4 * range.lowerBound, count: range.count, to: &relationships)
  }

  mutating func append(_ entry: AdjacencyEntry) {
    neighbours.append(entry.neighbour)
    relationships.append(entry.relationship)
  }

  mutating func endList() { ends.append(neighbours.count) }

  func range(_ slot: Int) -> Range<Int> { (slot == 0 ? 0 : ends[slot - 1])..<ends[slot] }

  func entries(_ slot: Int) -> [AdjacencyEntry] {
    range(slot).map { AdjacencyEntry(neighbour: neighbours[$0], relationship: relationships[$0]) }
  }

  /// Puts a whole list in place of the slot's, a hub's degree or a hub's entries.
  mutating func replace(_ slot: Int, _ entries: [AdjacencyEntry], isHub: Bool) {
    let range = range(slot)
    neighbours.replaceSubrange(range, with: entries.map(\.neighbour))
    relationships.replaceSubrange(range, with: entries.map(\.relationship))
    for next in slot..<ends.count { ends[next] += entries.count - range.count }
    setHub(slot, isHub)
  }

  mutating func setHub(_ slot: Int, _ isHub: Bool) {
    if isHub { hubMask |= 1 << UInt16(slot) } else { hubMask &= ~(1 << UInt16(slot)) }
  }

  /// The longest list, if it must become a hub for itself or for the block to be small enough.
  var excessive: Int? {
    var longest: Int?
    for slot in ends.indices where hubMask >> UInt16(slot) & 1 == 0 {
      if range(slot).count > longest.map({ range($0).count }) ?? 1 { longest = slot }
    }
    guard let longest else { return nil }
    return range(longest).count > AdjacencyBlock.longestList || count > AdjacencyBlock.largestCount
      ? longest : nil
  }

  /// The block, with its checksum.
  func encode(into block: inout [UInt8]) {
    block.removeAll(keepingCapacity: true)
    block.append(littleEndian: hubMask)
    block.append(littleEndian: AdjacencyBlock.format)
    block.append(littleEndian: 0 as UInt32)
    block.append(littleEndian: 0 as UInt32)
    for end in ends { block.append(littleEndian: UInt32(truncatingIfNeeded: end)) }
    block.append(integers: neighbours)
    block.append(integers: relationships)
    Checksum.seal(&block)
  }
}

/// An entry to insert into or remove from the list of a node.
struct AdjacencyChange {
  var node: UInt32
  var entry: AdjacencyEntry
  var isRemoval: Bool

  /// Sorts by node and entry. Of one entry insertion comes first, and the last change counts: ids
  /// are never used again.
  @inline(__always) static func isBefore(_ a: Self, _ b: Self) -> Bool {
    if a.node != b.node { return a.node < b.node }
    if a.entry.order != b.entry.order { return a.entry.order < b.entry.order }
    return !a.isRemoval && b.isRemoval
  }
}

extension AdjacencyEntries {
  /// Delivers, in order, runs of these entries and single new ones, as the sorted changes make
  /// them. O(changes log n).
  @inline(__always)
  func merge(
    _ changes: ArraySlice<AdjacencyChange>, run: (Range<Int>) -> Void,
    single: (AdjacencyEntry) -> Void
  ) {
    var delivered = 0
    var index = changes.startIndex
    while index < changes.endIndex {
      let entry = changes[index].entry
      var last = index
      while last + 1 < changes.endIndex, changes[last + 1].entry == entry { last += 1 }
      let position = firstIndex(from: entry)
      let isPresent = position < count && self[position] == entry
      if position > delivered { run(delivered..<position) }
      delivered = max(delivered, isPresent ? position + 1 : position)
      if !changes[last].isRemoval { single(entry) }
      index = last + 1
    }
    if delivered < count { run(delivered..<count) }
  }
}
