/// Nodes chosen by a label, or by the text of one property as it is stored, without a string for
/// each.
package import GraphModel
internal import LMDB

extension GraphTransaction {
  /// The rows whose node has the label, in order. Nodes may be `.none`. O(nodes).
  package func rows(of nodes: [NodeID], with label: LabelID) throws(KhoError) -> [Int32] {
    var rows: [Int32] = []
    rows.reserveCapacity(nodes.count)
    var reader = EntityReader(.node, self)
    var number = UInt32.max
    var valid: UInt64 = 0
    for row in nodes.indices {
      let id = nodes[row].rawValue
      guard UInt64(id) < header.nextNode else { continue }
      if id >> 6 != number {
        number = id >> 6
        valid = try reader.block(number, self).valid(label: label)
      }
      if valid >> UInt64(id & 63) & 1 != 0 { rows.append(Int32(truncatingIfNeeded: row)) }
    }
    return rows
  }

  /// The rows whose node has `text` as the property, in order. Nodes may be `.none`. O(nodes).
  package func rows(
    of nodes: [NodeID], where key: PropertyKeyID, is text: String
  ) throws(KhoError) -> [Int32] {
    try text.withUTF8Bytes { (wanted) throws(KhoError) -> [Int32] in
      let (first, last) = (wanted.word, wanted[wanted.count - 8, wanted.count].word)
      return try rows(of: nodes, key) { (row, block, column) throws(KhoError) in
        guard let column else { return false }
        if column.name.type == .string {
          let text = block.text(column, nodes[row].rawValue)
          return text.equals(wanted, first: first, last: last)
        }
        guard column.name.type == ColumnType.string.long else { return false }
        return try value(block, column, .node(nodes[row])).equals(.string(text)) == true
      } ?? []
    }
  }

  /// The rows whose node has a text as the property that is `text` in lower case, in order; `holds`
  /// tells of those with letters beyond ASCII, and with other values. O(nodes).
  package func rows(
    of nodes: [NodeID], where key: PropertyKeyID, inLowerCaseIs text: String,
    otherwise holds: (Int) throws(KhoError) -> Bool
  ) throws(KhoError) -> [Int32] {
    try text.withUTF8Bytes { (wanted) throws(KhoError) -> [Int32] in
      let word = wanted.word
      return try rows(of: nodes, key) { (row, block, column) throws(KhoError) in
        guard let column else { return false }
        if column.name.type == .string {
          let text = block.text(column, nodes[row].rawValue)
          if text.count > 8 {
            if let isEqual = text.bytes.isLowerCase(wanted) { return isEqual }
          } else if let letters = text.word.inLowerCase {
            // Without a branch, which would have to be guessed.
            return UInt64(truncatingIfNeeded: text.count ^ wanted.count) | (letters ^ word) == 0
          }
        }
        return try holds(row)
      } ?? []
    }
  }

  /// The rows whose node has a value as the property that passes all tests, which are of it and
  /// exclude nothing, in order. Nodes may be `.none`. O(nodes).
  package func rows(
    of nodes: [NodeID], where key: PropertyKeyID, passes tests: PropertyTests
  ) throws(KhoError) -> [Int32] {
    var (least, greatest) = (Int64.min, Int64.max)
    for test in tests.tests {
      guard let range = test.integers else { continue }
      (least, greatest) = (max(least, range.lowerBound), min(greatest, range.upperBound))
    }
    let span = UInt64(bitPattern: greatest &- least)
    let comparesIntegers = tests.areOfIntegers && least <= greatest
    var reader = EntityReader(.node, self)
    let nodeEnd = header.nextNode
    var hint = 0
    var number = UInt32.max
    var block = EntityBlock(.empty)
    // The slots of the block with integers, and what these exceed the least one by that passes.
    var valid: UInt64 = 0
    var integers = PackedIntegers.none
    var rows: [Int32] = []
    try rows.append(addingCapacity: nodes.count) { rows throws(KhoError) in
      for row in nodes.indices {
        let id = nodes[row].rawValue
        guard UInt64(id) < nodeEnd else { continue }
        if id >> 6 != number {
          number = id >> 6
          valid = 0
          block = try reader.block(number, self)
          if comparesIntegers, let column = block.column(of: key, id & 63, hint: &hint),
            column.name.type == .integer
          {
            valid = column.valid
            integers = block.numbers(column, from: least)
          }
        }
        let slot = UInt64(id & 63)
        let passes: Bool
        if valid == ~0 {
          passes = integers[Int(slot)] <= span
        } else if valid &>> slot & 1 != 0 {
          passes = integers[(valid & (1 &<< slot &- 1)).nonzeroBitCount] <= span
        } else {
          passes = try self.passes(tests, of: key, id, block, hint: &hint)
        }
        offer(Int32(truncatingIfNeeded: row), if: passes, to: &rows)
      }
    }
    return rows
  }

  /// Whether the node's value, of whatever type, passes all tests.
  @inline(never)
  private func passes(
    _ tests: PropertyTests, of key: PropertyKeyID, _ id: UInt32, _ block: EntityBlock,
    hint: inout Int
  ) throws(KhoError) -> Bool {
    guard let column = block.column(of: key, id & 63, hint: &hint) else { return false }
    let value = try value(block, column, .node(NodeID(id)))
    return tests.tests.indices.allSatisfy { tests.passes($0, value) }
  }

  /// The rows that `holds` lets pass, which tells by nothing but the property of the row's node and
  /// is asked once for each of its few texts. Nil where there are more texts or longer ones, and
  /// where a node has another value or none. O(nodes).
  package func rows(
    of nodes: [NodeID], byTextOf key: PropertyKeyID,
    where holds: (Int) throws(KhoError) -> Bool
  ) throws(KhoError) -> [Int32]? {
    var known: [KnownText] = []
    return try rows(of: nodes, key) { (row, block, column) throws(KhoError) in
      guard let column, column.name.type == .string else { return nil }
      let text = block.text(column, nodes[row].rawValue)
      let (first, size) = (text.word, text.count)
      guard size <= KnownText.largestSizeInBytes else { return nil }
      let second = size > 8 ? text.bytes[8, 16].word : 0
      for one in known where one.first == first && one.second == second && one.size == size {
        return one.passes
      }
      guard known.count < KnownText.largestCount else { return nil }
      let passes = try holds(row)
      known.append(KnownText(first: first, second: second, size: size, passes: passes))
      return passes
    }
  }

  /// The rows for which `holds` is true, in order; nil as soon as it is nil for one. It is given
  /// the block of the row's node and the column of the node's property, nil where it has none.
  @inline(__always)
  private func rows(
    of nodes: [NodeID], _ key: PropertyKeyID,
    _ holds: (Int, EntityBlock, EntityBlock.Column?) throws(KhoError) -> Bool?
  ) throws(KhoError) -> [Int32]? {
    var rows: [Int32] = []
    rows.reserveCapacity(nodes.count + 64)
    var reader = EntityReader(.node, self)
    let nodeEnd = header.nextNode
    var hint = 0
    var number = UInt32.max
    var block = EntityBlock(.empty)
    var column: EntityBlock.Column?
    var start = 0
    // Bits of many rows first: to append each where it passes would be a branch to be guessed.
    while start < nodes.count {
      let end = min(start &+ 64, nodes.count)
      var passing: UInt64 = 0
      for row in start..<end {
        let id = nodes[row].rawValue
        if UInt64(id) >= nodeEnd {
          column = nil
        } else if id >> 6 != number {
          number = id >> 6
          block = try reader.block(number, self)
          column = block.column(of: key, id & 63, hint: &hint)
        } else if column?.contains(id) != true {
          column = block.column(of: key, id & 63, hint: &hint)
        }
        guard let holds = try holds(row, block, column) else { return nil }
        passing |= (holds ? 1 : 0) &<< UInt64(truncatingIfNeeded: row &- start)
      }
      rows.append(addingCapacity: 64) { rows in
        while passing != 0 {
          rows.append(Int32(truncatingIfNeeded: start &+ passing.trailingZeroBitCount))
          passing &= passing &- 1
        }
      }
      start = end
    }
    return rows
  }
}

extension Bytes {
  /// Whether these letters are `wanted` in lower case; nil where some are not ASCII.
  @inline(never) fileprivate func isLowerCase(_ wanted: Bytes) -> Bool? {
    var isEqual = count == wanted.count
    for start in stride(from: 0, to: count, by: 8) {
      guard let letters = self[start, start &+ 8].word.inLowerCase else { return nil }
      isEqual = isEqual && letters == wanted[start, start &+ 8].word
    }
    return isEqual
  }
}

extension UInt64 {
  /// Eight ASCII letters with the capitals among them made small; nil where one is not ASCII.
  @inline(__always) fileprivate var inLowerCase: UInt64? {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs = 0x80 &* ones
    if self & highs != 0 { return nil }
    // The highest bit of each byte that is at least A, and of each that is beyond Z.
    let fromA = self &+ (0x80 &- 0x41) &* ones
    let beyondZ = self &+ (0x80 &- 0x5B) &* ones
    return self | (fromA & ~beyondZ & highs) &>> 2
  }
}

/// A short text, and what was found of it.
private struct KnownText {
  /// More are not worth the search.
  static let largestCount = 8
  static let largestSizeInBytes = 16
  let first: UInt64
  let second: UInt64
  let size: Int
  let passes: Bool
}
