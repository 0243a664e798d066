/// A property compared with a constant, 64 entities at a time: the predicates that scans take over.
package import GraphModel
internal import LMDB

package struct PropertyTest {
  let key: PropertyKeyID
  let integers: ClosedRange<Int64>?
  let isInside: Bool

  /// - Parameter integers: where given, an integer passes if it lies inside, or if it does not
  ///   where
  ///   `isInside` is false.
  package init(_ key: PropertyKeyID, integers: ClosedRange<Int64>?, isInside: Bool = true) {
    self.key = key
    self.integers = integers
    self.isInside = isInside
  }
}

/// Tests that all have to be passed.
package struct PropertyTests {
  let tests: [PropertyTest]
  /// Whether any other value passes the test of an index.
  let passes: (Int, Value) -> Bool

  package static var none: PropertyTests { PropertyTests([]) { _, _ in true } }

  /// Whether each compares with integers.
  package var areOfIntegers: Bool { tests.allSatisfy { $0.integers != nil } }

  /// - Parameter passes: never asked about null, which fails.
  package init(_ tests: [PropertyTest], passes: @escaping (Int, Value) -> Bool) {
    self.tests = tests
    self.passes = passes
  }
}

extension GraphTransaction {
  /// Those of `candidates` in a block that pass a test. O(candidates), of integers some
  /// instructions each.
  @inline(__always)
  func passing(
    _ tests: PropertyTests, _ test: Int, _ candidates: UInt64, _ block: EntityBlock,
    _ reader: EntityReader, _ number: UInt32
  ) throws(KhoError) -> UInt64 {
    let wanted = tests.tests[test]
    var passing: UInt64 = 0
    var index = block.firstIndex(from: ColumnName(.false, wanted.key.rawValue).order)
    reader.prefetchColumn(after: number, at: index)
    while index < block.columnCount {
      let column = block.column(at: index)
      guard column.name.key == wanted.key.rawValue else { break }
      index &+= 1
      if column.name.type == .integer, let integers = wanted.integers {
        let inside = block.slots(of: column, within: integers)
        passing |= wanted.isInside ? inside : column.valid & ~inside
      } else {
        passing |= try self.passing(
          tests, test, column, column.valid & candidates, block, reader.table, from: number << 6)
      }
    }
    return passing & candidates
  }

  /// Whether the entity passes the test of an index.
  @inline(__always)
  func passes(
    _ tests: PropertyTests, _ index: Int, _ table: EntityTable, _ id: UInt32
  ) throws(KhoError) -> Bool {
    let test = tests.tests[index]
    guard isKnown(table.entity(id)) else { return false }
    let block = try block(table, id >> 6)
    guard let column = block.column(of: test.key, id & 63) else { return false }
    if column.name.type == .integer, let integers = test.integers {
      let integer = Int64(bitPattern: block.word(column, column.rank(id & 63)))
      return integers.contains(integer) == test.isInside
    }
    return tests.passes(index, try value(block, column, table.entity(id)))
  }

  @inline(never)
  private func passing(
    _ tests: PropertyTests, _ test: Int, _ column: EntityBlock.Column, _ candidates: UInt64,
    _ block: EntityBlock, _ table: EntityTable, from first: UInt32
  ) throws(KhoError) -> UInt64 {
    var passing: UInt64 = 0
    var rest = candidates
    while rest != 0 {
      let slot = UInt32(rest.trailingZeroBitCount)
      rest &= rest &- 1
      let value = try value(block, column, table.entity(first | slot))
      if tests.passes(test, value) { passing |= 1 << UInt64(slot) }
    }
    return passing
  }
}

extension EntityBlock {
  /// The slots whose integer lies in the range.
  @inline(__always)
  fileprivate func slots(of column: Column, within range: ClosedRange<Int64>) -> UInt64 {
    let base = Int64(bitPattern: bytes.u64(column.start))
    var low = UInt64(bitPattern: range.lowerBound &- base)
    var high = UInt64(bitPattern: range.upperBound &- base)
    if column.width < 64 {
      // The least is `base`: the range is cut to what the width can hold.
      let greatest: UInt64 = 1 << UInt64(column.width) &- 1
      if range.upperBound < base { return 0 }
      if range.lowerBound < base { low = 0 }
      high = min(high, greatest)
      if low > high { return 0 }
      if low == 0, high == greatest { return column.valid }
    }
    let inside = bytes.mask(
      column.start &+ 8, width: column.width &>> 3, count: column.count, low: low,
      span: high &- low)
    return column.valid == ~0 ? inside : inside.deposited(in: column.valid)
  }

  /// The slots of relationships of a type.
  func valid(type: RelationshipTypeID) -> UInt64 {
    slots(of: column(at: 2), within: Int64(type.rawValue)...Int64(type.rawValue))
  }
}

extension UInt64 {
  /// The lowest bits, put one after the other where `places` has ones.
  fileprivate func deposited(in places: UInt64) -> UInt64 {
    var result: UInt64 = 0
    var source = self
    var rest = places
    while rest != 0 {
      let place = rest & (0 &- rest)
      if source & 1 != 0 { result |= place }
      source >>= 1
      rest &= rest &- 1
    }
    return result
  }
}
