/// A graph of one label and one type, for operations measured one by one.
internal import Foundation

extension Dataset {
  /// 100 thousand nodes and 1 million relationships (S), ten times as many (M) or a hundred times
  /// (L). Degrees are log-normal around 10; targets are drawn by a mild power law.
  static func microGraph(_ size: Size) -> Dataset {
    let nodeCount =
      switch size {
      case .s: 100_000
      case .m: 1_000_000
      case .l: 10_000_000
      }
    let relationshipCount = nodeCount * 10
    var random = Random(seed: 0x031C_2000 + UInt64(nodeCount))
    var dataset = Dataset()
    let keys = (0..<nodeCount).map {
      "K" + String(UInt64($0) &* 0x9E37_79B9_7F4A_7C15 | 1 << 63, radix: 16)
    }
    dataset.nodes.append(
      NodeTable(
        name: "node", label: "Node", keyName: "id", firstKey: 0, count: nodeCount,
        columns: [
          ("key", .texts(keys)),
          ("age", .integers(random.integers(nodeCount, 0..<100))),
          ("score", .reals((0..<nodeCount).map { _ in Double(random.below(1_000_000)) / 1000 })),
          ("grp", .integers(random.integers(nodeCount, 0..<100))),
          ("name", .texts((0..<nodeCount).map { _ in random.text(2, of: familyNames) })),
        ], indexes: [["key"]]))

    let sources = WeightedIndexes((0..<nodeCount).map { _ in exp(random.normal()) })
    let targets = WeightedIndexes(zipf: nodeCount, exponent: 0.5)
    var permutation = Array(0..<nodeCount)
    for index in permutation.indices {
      permutation.swapAt(index, index + random.below(nodeCount - index))
    }
    var pairs: [UInt64] = []
    pairs.reserveCapacity(relationshipCount * 51 / 50)
    while pairs.count < relationshipCount * 51 / 50 {
      let pair = (sources.draw(&random), permutation[targets.draw(&random)])
      if pair.0 != pair.1 { pairs.append(packed(pair)) }
    }
    let ends = distinctPairs(pairs, limit: relationshipCount, &random)
    dataset.relationships.append(
      RelationshipTable(
        name: "knows", type: "KNOWS", from: "node", to: "node", sources: ends.sources,
        targets: ends.targets,
        columns: [("since", .integers(random.integers(ends.sources.count, 1990..<2026)))]))

    let someIds: [Int] = random.integers(20_000, 0..<nodeCount)
    var previous: Int32 = -1
    var knowing = ends.sources
    knowing.removeAll { source in
      defer { previous = source }
      return source == previous
    }
    let starts = (0..<20_000).map { _ in Int(random.pick(knowing)) }
    dataset.arguments = [
      "get_id": someIds.map { ["id": .integer($0)] },
      "get_key": someIds.map { ["k": .text(keys[$0])] },
      "hop1": starts.map { ["id": .integer($0)] },
      "hop1_in": starts.map { ["id": .integer($0)] },
      "hop1_filter": starts.map { ["id": .integer($0), "a": .integer(50)] },
      "hop2_count": starts.map { ["id": .integer($0)] },
      "hop3_distinct": starts.prefix(500).map { ["id": .integer($0)] },
      "bfs_all": starts.prefix(20).map { ["id": .integer($0)] },
      "scan_filter": [50, 90, 98].map { ["x": .integer($0)] },
      "scan_filter_edge": [["x": .integer(2015)]],
    ]
    return dataset
  }
}
