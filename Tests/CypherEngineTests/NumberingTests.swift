/// Equal rows get equal numbers, in whatever columns they come.
import GraphModel
import GraphStorage
import TestSupport
import Testing

@testable import CypherEngine

@Suite struct NumberingTests {
  /// Values of which some are equivalent to others.
  private static let values: [Value] = [
    .string("a"), .string("b"), .string("ấp"), .string(""), .integer(1), .float(1), .integer(-7),
    .integer(5_000), .float(0.5), .float(.nan), .null, .boolean(true), .node(Node(NodeID(3))),
  ]

  /// The values as a column that holds them: in one of the narrower forms, where that can be.
  private func column(_ values: [Value], _ random: inout SeededRandom) -> Column {
    if Bool.random(using: &random) { return .values(values) }
    let different = Set(values.map { EquivalentValue($0) })
    if let first = values.first, different.count == 1 { return .constant(first) }
    var (integers, texts, nodes) = ([Int64](), TextVector(), [NodeID]())
    for value in values {
      switch value {
      case .integer(let integer): integers.append(integer)
      case .string(let text): _ = texts.append(text.utf8.span)
      case .node(let node): nodes.append(node.id)
      default: break
      }
    }
    switch values.count {
    case integers.count: return .integers(integers)
    case texts.count: return .texts(texts)
    case nodes.count: return .nodes(nodes)
    default: return .values(values)
    }
  }

  @Test func `rows are numbered as a dictionary of them numbers them`() {
    let seed = UInt64.random(in: 0 ... .max)
    print("numbering seed \(seed)")
    var random = SeededRandom(seed: seed)
    for _ in 0..<2_000 {
      let slots = Array(0..<Int.random(in: 1...3, using: &random))
      var numbers = RowNumbers(slots)
      var known: [[EquivalentValue]: Int32] = [:]
      // At first few different ones, so that columns change from one value to several.
      var choices = slots.map { _ in Self.values.shuffled(using: &random) }
      for batch in 0..<6 {
        let count = Int.random(in: 1...4, using: &random)
        let rows = (0..<count).map { _ in
          slots.map { slot in
            choices[slot].prefix(1 + Int.random(in: 0...batch, using: &random)).last ?? .null
          }
        }
        let columns = slots.map { slot in column(rows.map { $0[slot] }, &random) }
        let found = numbers.numbers(of: Batch(count: count, columns: columns))
        var expected: [Int32] = []
        for row in rows {
          let key = row.map { EquivalentValue($0) }
          let number = known[key] ?? Int32(known.count)
          known[key] = number
          expected.append(number)
        }
        #expect(found == expected, "seed \(seed)")
        #expect(numbers.count == known.count, "seed \(seed)")
        if batch == 3 { choices[0].shuffle(using: &random) }
      }
    }
  }
}
