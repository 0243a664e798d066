/// The adjacency lists of 16 nodes being put together. Keeps its memory from block to block.
internal import GraphModel
internal import LMDB

struct AdjacencyBlockBuilder {
  /// A bit for each node whose list is a hub, and the degrees of these; 16, or none
  /// where there was no hub so far.
  private var hubs: UInt16 = 0
  private var degrees: [Int] = []
  /// Where each list ends; its start is the end before it.
  private var ends: [Int] = []
  private var neighbours: [UInt32] = []
  private var relationships: [UInt32] = []

  private var count: Int { neighbours.count }
  /// Whether no node has an entry, here or in a hub.
  var isEmpty: Bool { neighbours.isEmpty && hubs == 0 }

  mutating func removeAll() {
    hubs = 0
    ends.removeAll(keepingCapacity: true)
    neighbours.removeAll(keepingCapacity: true)
    relationships.removeAll(keepingCapacity: true)
  }

  /// Appends lists that stay as they are, from a block that has them at the same places.
  mutating func append(_ block: AdjacencyBlock, _ slots: Range<UInt32>) {
    let entries = block.entries(slots)
    let shift = count - entries.first
    append(entries, 0..<entries.count)
    for slot in slots {
      ends.append(shift + block.offset(slot + 1))
      if block.isHub(slot) { noteHub(Int(slot), degree: block.degree(slot)) }
    }
  }

  /// Appends a run of a list.
  mutating func append(_ entries: AdjacencyEntries, _ range: Range<Int>) {
    let packed = entries.first + range.lowerBound..<entries.first + range.upperBound
    entries.neighbours.append(packed, to: &neighbours)
    entries.relationships.append(packed, to: &relationships)
  }

  mutating func append(_ entry: AdjacencyEntry) {
    neighbours.append(entry.neighbour)
    relationships.append(entry.relationship)
  }

  /// Makes the lists of a block with changes to them, sorted. Those of hubs stay as they are;
  /// returns the changes to them.
  mutating func merge(
    _ block: AdjacencyBlock, _ changes: ArraySlice<AdjacencyChange>
  ) -> [(slot: Int, changes: ArraySlice<AdjacencyChange>)] {
    var hubs: [(slot: Int, changes: ArraySlice<AdjacencyChange>)] = []
    removeAll()
    var next = changes.startIndex
    var slot: UInt32 = 0
    while slot < 16 {
      let changedSlot = next < changes.endIndex ? changes[next].node & 15 : 16
      if slot < changedSlot {
        append(block, slot..<changedSlot)
        slot = changedSlot
        continue
      }
      let start = next
      while next < changes.endIndex, changes[next].node & 15 == slot { next += 1 }
      if block.isHub(slot) {
        hubs.append((Int(slot), changes[start..<next]))
        append(block, slot..<slot + 1)
      } else {
        let entries = block.entries(slot)
        entries.merge(changes[start..<next]) {
          append(entries, $0)
        } single: {
          append($0)
        }
        endList()
      }
      slot += 1
    }
    return hubs
  }

  mutating func endList() { ends.append(neighbours.count) }

  func range(_ slot: Int) -> Range<Int> { (slot == 0 ? 0 : ends[slot - 1])..<ends[slot] }

  func entries(_ slot: Int) -> [AdjacencyEntry] {
    range(slot).map { AdjacencyEntry(neighbour: neighbours[$0], relationship: relationships[$0]) }
  }

  /// Puts a whole list in place of the slot's.
  mutating func replace(_ slot: Int, _ entries: [AdjacencyEntry]) {
    let range = range(slot)
    neighbours.replaceSubrange(range, with: entries.map(\.neighbour))
    relationships.replaceSubrange(range, with: entries.map(\.relationship))
    for next in slot..<ends.count { ends[next] += entries.count - range.count }
    hubs &= ~(1 << UInt16(slot))
  }

  /// Makes the slot's list a hub's, which has its entries elsewhere.
  mutating func setHub(_ slot: Int, degree: Int) {
    replace(slot, [])
    noteHub(slot, degree: degree)
  }

  private mutating func noteHub(_ slot: Int, degree: Int) {
    hubs |= 1 << UInt16(slot)
    if degrees.isEmpty { degrees = Array(repeating: 0, count: 16) }
    degrees[slot] = degree
  }

  private func isHub(_ slot: Int) -> Bool { hubs >> UInt16(slot) & 1 != 0 }

  /// The degree of a hub.
  func degree(ofHub slot: Int) -> Int { isHub(slot) ? degrees[slot] : 0 }

  /// The longest list, if it must become a hub for itself or for the block to be small enough.
  var excessive: Int? {
    var longest: Int?
    for slot in ends.indices where range(slot).count > longest.map({ range($0).count }) ?? 0 {
      longest = slot
    }
    guard let longest else { return nil }
    return range(longest).count > AdjacencyBlock.longestList || count > AdjacencyBlock.largestCount
      ? longest : nil
  }

  /// The block, with its checksum.
  func encode(into block: inout [UInt8]) {
    block.removeAll(keepingCapacity: true)
    let (neighbours, relationships) = (PackedIDs(neighbours), PackedIDs(relationships))
    let size =
      AdjacencyBlock.headerSizeInBytes + 4 * hubs.nonzeroBitCount
      + PackedIDs.sizeInBytes(neighbours, relationships)
    block.append(addingCapacity: size) { block in
      block.append(littleEndian: hubs)
      block.append(littleEndian: AdjacencyBlock.format)
      block.append(littleEndian: 0 as UInt32)
      block.append(littleEndian: neighbours.width)
      block.append(littleEndian: relationships.width)
      block.append(littleEndian: 0 as UInt16)
      for end in ends { block.append(littleEndian: UInt16(truncatingIfNeeded: end)) }
      block.append(littleEndian: neighbours.base)
      block.append(littleEndian: relationships.base)
      for slot in 0..<16 where isHub(slot) {
        block.append(littleEndian: UInt32(clamping: degrees[slot]))
      }
      block.append(neighbours, relationships)
    }
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
