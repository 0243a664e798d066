/// Nodes chosen by a label, or by the text of one property as it is stored, without a string for
/// each.
package import GraphModel
internal import LMDB

extension GraphTransaction {
  /// The rows whose node has the label, in order. Nodes may be `.none`. O(nodes).
  package func rows(of nodes: [NodeID], with label: LabelID) throws(KhoError) -> [Int32] {
    var rows: [Int32] = []
    rows.reserveCapacity(nodes.count)
    var number = UInt32.max
    var valid: UInt64 = 0
    for row in nodes.indices {
      let id = nodes[row].rawValue
      guard UInt64(id) < header.nextNode else { continue }
      if id >> 6 != number {
        number = id >> 6
        valid = try block(.node, number).valid(label: label)
      }
      if valid >> UInt64(id & 63) & 1 != 0 { rows.append(Int32(truncatingIfNeeded: row)) }
    }
    return rows
  }

  /// The rows whose node has `text` as the property, in order. Nodes may be `.none`. O(nodes).
  package func rows(
    of nodes: [NodeID], where key: PropertyKeyID, is text: String
  ) throws(KhoError) -> [Int32] {
    try Array(text.utf8).withBytes { (wanted) throws(KhoError) -> [Int32] in
      var rows: [Int32] = []
      try forEachColumn(of: key, nodes) { (row, block, column) throws(KhoError) in
        guard let column else { return true }
        let id = nodes[row].rawValue
        let isEqual: Bool
        if column.name.type == .string {
          isEqual = block.run(column, column.rank(id & 63)).equals(wanted)
        } else if column.name.type == ColumnType.string.long {
          isEqual = try value(block, column, .node(nodes[row])).equals(.string(text)) == true
        } else {
          isEqual = false
        }
        if isEqual { rows.append(Int32(truncatingIfNeeded: row)) }
        return true
      }
      return rows
    }
  }

  /// The rows whose node has a text as the property that is `text` in lower case, in order; `holds`
  /// tells of those with letters beyond ASCII, and with other values. O(nodes).
  package func rows(
    of nodes: [NodeID], where key: PropertyKeyID, inLowerCaseIs text: String,
    otherwise holds: (Int) throws(KhoError) -> Bool
  ) throws(KhoError) -> [Int32] {
    try Array(text.utf8).withBytes { (wanted) throws(KhoError) -> [Int32] in
      var rows: [Int32] = []
      try forEachColumn(of: key, nodes) { (row, block, column) throws(KhoError) in
        guard let column else { return true }
        var isEqual: Bool?
        if column.name.type == .string {
          isEqual = block.run(column, column.rank(nodes[row].rawValue & 63)).isLowerCase(wanted)
        }
        if isEqual == nil { isEqual = try holds(row) }
        if isEqual == true { rows.append(Int32(truncatingIfNeeded: row)) }
        return true
      }
      return rows
    }
  }

  /// The rows that `holds` lets pass, which tells by nothing but the property of the row's node and
  /// is asked once for each of its few texts. Nil where there are more texts or longer ones, and
  /// where a node has another value or none. O(nodes).
  package func rows(
    of nodes: [NodeID], byTextOf key: PropertyKeyID,
    where holds: (Int) throws(KhoError) -> Bool
  ) throws(KhoError) -> [Int32]? {
    var known: [KnownText] = []
    var rows: [Int32] = []
    rows.reserveCapacity(nodes.count)
    let isComplete = try forEachColumn(of: key, nodes) { (row, block, column) throws(KhoError) in
      guard let column, column.name.type == .string else { return false }
      let text = block.run(column, column.rank(nodes[row].rawValue & 63))
      guard text.count <= KnownText.largestSizeInBytes else { return false }
      let (first, second) = (text.word, text.count > 8 ? text[8, 16].word : 0)
      let size = text.count
      var passes: Bool?
      for one in known where one.first == first && one.second == second && one.size == size {
        passes = one.passes
      }
      if passes == nil {
        guard known.count < KnownText.largestCount else { return false }
        let isWanted = try holds(row)
        known.append(KnownText(first: first, second: second, size: size, passes: isWanted))
        passes = isWanted
      }
      if passes == true { rows.append(Int32(truncatingIfNeeded: row)) }
      return true
    }
    return isComplete ? rows : nil
  }

  /// Calls `body` with each row, the block of its node and the column of the node's property, nil
  /// where it has none, until it returns false; tells whether it never did.
  @inline(__always) @discardableResult
  private func forEachColumn(
    of key: PropertyKeyID, _ nodes: [NodeID],
    _ body: (Int, EntityBlock, EntityBlock.Column?) throws(KhoError) -> Bool
  ) throws(KhoError) -> Bool {
    var number = UInt32.max
    var block = EntityBlock(.empty)
    for row in nodes.indices {
      let id = nodes[row].rawValue
      guard UInt64(id) < header.nextNode else {
        guard try body(row, block, nil) else { return false }
        continue
      }
      if id >> 6 != number {
        number = id >> 6
        block = try self.block(.node, number)
      }
      guard try body(row, block, block.column(of: key, id & 63)) else { return false }
    }
    return true
  }
}

extension Bytes {
  /// Whether these letters are `wanted` in lower case; nil where some are not ASCII.
  fileprivate func isLowerCase(_ wanted: Bytes) -> Bool? {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs = 0x80 &* ones
    var isEqual = count == wanted.count
    for start in stride(from: 0, to: count, by: 8) {
      let letters = self[start, start &+ 8].word
      if letters & highs != 0 { return nil }
      // The highest bit of each byte that is at least A, and of each that is beyond Z.
      let fromA = letters &+ (0x80 &- 0x41) &* ones
      let beyondZ = letters &+ (0x80 &- 0x5B) &* ones
      let capitals = fromA & ~beyondZ & highs
      isEqual = isEqual && letters | capitals &>> 2 == wanted[start, start &+ 8].word
    }
    return isEqual
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
