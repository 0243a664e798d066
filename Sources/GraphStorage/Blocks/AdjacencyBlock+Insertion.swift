/// A block of lists with one entry more, made without unpacking the others.
internal import LMDB

extension AdjacencyBlock {
  /// The block with the entry in the list of the node, and its checksum. Nil where it has to be
  /// packed anew: without a block, for a list that is a hub or becomes one, and where the entry
  /// needs other bases or widths. O(size of the block), eight bytes at a time and less.
  func inserting(_ entry: AdjacencyEntry, _ slot: UInt32) -> [UInt8]? {
    let (list, count) = (entries(slot), offset(16))
    let index = list.firstIndex(from: entry)
    guard count > 0, count < AdjacencyBlock.largestCount, !isHub(slot),
      list.count < AdjacencyBlock.longestList, index == list.count || list[index] != entry,
      list.neighbours.canHold(entry.neighbour), list.relationships.canHold(entry.relationship)
    else { return nil }
    let end = degreeOffset(16)
    let size = AdjacencyEntries.sizeInBytes(
      count: count + 1, neighbourBits: list.neighbours.width,
      relationshipBits: list.relationships.width)
    var block: [UInt8] = []
    block.append(addingCapacity: end + size) { block in
      bytes[0, 10].append(to: &block)
      for next in 0...16 as ClosedRange<UInt32> {
        let offset = offset(next) &+ (next > slot ? 1 : 0)
        block.append(littleEndian: UInt16(truncatingIfNeeded: offset))
      }
      bytes[44, end].append(to: &block)
      let place = list.first &+ index
      block.append(list.neighbours, count: count, inserting: entry.neighbour, at: place)
      block.append(list.relationships, count: count, inserting: entry.relationship, at: place)
      block.append(littleEndian: 0 as UInt64)
    }
    Checksum.seal(&block)
    return block
  }
}

extension AdjacencyBlock {
  /// The block with entries more, sorted, those of hubs in their degrees. Nil where it cannot hold
  /// them, for a list becomes a hub. O(size of the block).
  func inserting(_ changes: [AdjacencyChange]) -> [UInt8]? {
    if changes.count == 1, let block = inserting(changes[0].entry, changes[0].node & 15) {
      return block
    }
    var builder = AdjacencyBlockBuilder()
    for hub in builder.merge(self, changes[...]) {
      builder.setHub(hub.slot, degree: builder.degree(ofHub: hub.slot) + hub.changes.count)
    }
    guard builder.excessive == nil else { return nil }
    var block: [UInt8] = []
    builder.encode(into: &block)
    return block
  }
}

extension PackedIntegers {
  /// Whether its base and width are good for the integer, too.
  fileprivate func canHold(_ integer: UInt32) -> Bool {
    UInt64(integer) >= base && (UInt64(integer) &- base) >> UInt64(width) == 0
  }
}

extension OutputSpan where Element == UInt8 {
  /// Appends `count` packed integers of at most 32 bits with another among them.
  fileprivate mutating func append(
    _ packed: PackedIntegers, count: Int, inserting integer: UInt32, at index: Int
  ) {
    var bit = index &* packed.width
    let end = count &* packed.width
    let whole = packed.start &+ bit &>> 3
    packed.bytes[packed.start, whole].append(to: &self)
    // Less than 32 bits wait in the word.
    var filled = bit & 7
    var word = packed.bytes.u64(whole) & (1 &<< UInt64(filled) &- 1)
    var (bits, size) = (UInt64(integer) &- packed.base, packed.width)
    while true {
      word |= bits &<< UInt64(filled)
      filled &+= size
      if filled >= 32 {
        append(littleEndian: UInt32(truncatingIfNeeded: word))
        word &>>= 32
        filled &-= 32
      }
      if bit >= end { break }
      size = min(32, end &- bit)
      bits =
        packed.bytes.u64(packed.start &+ bit &>> 3) &>> UInt64(bit & 7)
        & (1 &<< UInt64(size) &- 1)
      bit &+= size
    }
    while filled > 0 {
      append(littleEndian: UInt8(truncatingIfNeeded: word))
      word &>>= 8
      filled &-= 8
    }
  }
}
