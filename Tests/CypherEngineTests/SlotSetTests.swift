/// Sets of slots do what sets of integers do.
import TestSupport
import Testing

@testable import CypherEngine

@Suite struct SlotSetTests {
  @Test func `sets of slots agree with sets of integers`() {
    let seed = UInt64.random(in: 0 ... .max)
    print("slot set seed \(seed)")
    var random = SeededRandom(seed: seed)
    for round in 0..<2_000 {
      let largest = round % 2 == 0 ? 63 : 300
      func some() -> [Int] {
        (0..<Int.random(in: 0...6, using: &random)).map { _ in
          .random(in: 0...largest, using: &random)
        }
      }
      let (a, b) = (some(), some())
      let (set, other) = (SlotSet(a), SlotSet(b))
      let (expected, otherExpected) = (Set(a), Set(b))
      #expect(set.sorted() == expected.sorted())
      #expect(set.isEmpty == expected.isEmpty)
      #expect(set.union(other).sorted() == expected.union(otherExpected).sorted())
      #expect(set.union(b) == set.union(other))
      #expect(set.subtracting(other).sorted() == expected.subtracting(otherExpected).sorted())
      #expect(set.intersection(b).sorted() == expected.intersection(otherExpected).sorted())
      #expect(set.isSubset(of: other) == expected.isSubset(of: otherExpected))
      #expect(set.isDisjoint(with: other) == expected.isDisjoint(with: otherExpected))
      #expect((set == other) == (expected == otherExpected))
      #expect(b.allSatisfy { set.contains($0) == expected.contains($0) })
      var grown = set
      for slot in b {
        let isNew = !grown.contains(slot)
        #expect(grown.insert(slot) == isNew)
      }
      #expect(grown == set.union(other))
    }
  }
}
