/// A generated graph as tables, from which every engine is loaded.

/// One column: of a node or relationship table, a value for each row.
enum Column {
  case integers([Int32])
  case reals([Double])
  case texts([String])

  /// Integers that fit in 32 bits.
  static func integers(of values: [Int]) -> Column { .integers(values.map { Int32($0) }) }

  var typeName: String {
    switch self {
    case .integers: "integer"
    case .reals: "real"
    case .texts: "text"
    }
  }
}

/// The nodes of one label. Row `index` has the key `firstKey + index`.
struct NodeTable {
  var name: String
  var label: String
  /// The name of the integer key, which is the first column of the CSV file.
  var keyName: String
  var firstKey: Int
  var count: Int
  var columns: [(name: String, values: Column)]
  /// What queries look nodes up by, if not by the key: a column with unique values.
  var lookup: String?
  /// What else queries search for.
  var indexes: [[String]] = []

  func key(_ index: some BinaryInteger) -> Int { firstKey + Int(index) }
}

/// Relationships of one type from the nodes of one table to those of another, sorted by source and
/// target, without duplicates.
struct RelationshipTable {
  /// The CSV file's name.
  var name: String
  var type: String
  var from: String
  var to: String
  /// Row indexes in the tables of nodes.
  var sources: [Int32]
  var targets: [Int32]
  var columns: [(name: String, values: Column)] = []
}

/// The parameters of one run of a query.
typealias Arguments = [String: Scalar]

/// A value that every engine has.
enum Scalar: Codable, Hashable {
  case integer(Int)
  case text(String)

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let value = try? container.decode(Int.self) {
      self = .integer(value)
    } else {
      self = .text(try container.decode(String.self))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .integer(let value): try container.encode(value)
    case .text(let value): try container.encode(value)
    }
  }
}

/// A graph and the parameters of the questions asked of it.
struct Dataset {
  var nodes: [NodeTable] = []
  var relationships: [RelationshipTable] = []
  /// By question; a question without parameters need not be listed.
  var arguments: [String: [Arguments]] = [:]

  func nodeTable(_ name: String) -> NodeTable {
    guard let table = nodes.first(where: { $0.name == name }) else {
      preconditionFailure("no table \(name)")
    }
    return table
  }

  /// The graph of `workload`; the same for the same size in every run.
  /// - Throws: `NoSuchSize` for size L of any workload but `micro`.
  static func generate(_ workload: Workload, _ size: Size) throws -> Dataset {
    guard size != .l || workload == .micro else { throw NoSuchSize(workload: workload) }
    return switch workload {
    case .social: socialGraph(size)
    case .administration: administrativeGraph(size)
    case .micro: microGraph(size)
    }
  }
}

struct NoSuchSize: Error, CustomStringConvertible {
  var workload: Workload
  var description: String { "\(workload) has no size L" }
}

/// What is asked: a folder of data and a file of queries each.
enum Workload: String, CaseIterable { case social, administration, micro }

/// How much data.
enum Size: String, CaseIterable {
  case s = "S"
  case m = "M"
  case l = "L"
}

/// Indexes that are drawn with given weights.
struct WeightedIndexes {
  /// Sums of the weights up to and including each index.
  private var sums: [Double] = []
  /// Where the search begins in each of as many equal parts of the whole sum as there are indexes.
  private var beginnings: [Int32] = []

  init(_ weights: some Collection<Double>) {
    sums.reserveCapacity(weights.count)
    var sum = 0.0
    for weight in weights {
      sum += weight
      sums.append(sum)
    }
    var index = 0
    beginnings = sums.indices.map { part in
      while sums[index] < sum * (Double(part) / Double(sums.count)) { index += 1 }
      return Int32(index)
    }
  }

  /// Index `i` of `count` with a weight of `1 / (i + 1)^exponent`.
  init(zipf count: Int, exponent: Double) {
    self.init((1...count).lazy.map { power(Double($0), -exponent) })
  }

  func draw(_ random: inout Random) -> Int {
    let (fraction, last) = (random.fraction(), sums.count - 1)
    let wanted = fraction * sums[last]
    var index = Int(beginnings[min(Int(fraction * Double(sums.count)), last)])
    while index > 0, sums[index - 1] > wanted { index -= 1 }
    while index < last, sums[index] <= wanted { index += 1 }
    return index
  }
}

/// Ends of relationships, sorted and without duplicates.
/// - Parameter limit: how many to keep, chosen at random.
func distinctPairs(
  _ pairs: [(source: Int, target: Int)], limit: Int? = nil, _ random: inout Random
) -> (sources: [Int32], targets: [Int32]) {
  distinctPairs(pairs.map(packed), limit: limit, &random)
}

/// A pair as one number, by which pairs are sorted.
func packed(_ pair: (source: Int, target: Int)) -> UInt64 {
  UInt64(pair.source) << 32 | UInt64(pair.target)
}

func distinctPairs(
  _ packed: consuming [UInt64], limit: Int? = nil, _ random: inout Random
) -> (sources: [Int32], targets: [Int32]) {
  var keys = packed
  keys.sort()
  var count = 0
  for key in keys where count == 0 || keys[count - 1] != key {
    keys[count] = key
    count += 1
  }
  keys.removeLast(keys.count - count)
  if let limit, limit < keys.count {
    for index in 0..<limit { keys.swapAt(index, index + random.below(keys.count - index)) }
    keys.removeLast(keys.count - limit)
    keys.sort()
  }
  return (keys.map { Int32($0 >> 32) }, keys.map { Int32($0 & 0xFFFF_FFFF) })
}
