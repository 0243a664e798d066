/// An administrative knowledge graph: units, committees, officials, documents that concretize each
/// other, campaigns, and facts that cite paragraphs. Made up; only its shape is real.
internal import Foundation

extension Dataset {
  /// About 100 thousand nodes (S) or 1 million (M), with twice as many relationships.
  static func administrativeGraph(_ size: Size) -> Dataset {
    var maker = AdministrativeGraph(size)
    maker.units()
    maker.officials()
    maker.documents()
    maker.implementations()
    maker.campaigns()
    maker.facts()
    maker.arguments()
    return maker.dataset
  }
}

/// Builds the graph part by part; each part adds its tables.
private struct AdministrativeGraph {
  var dataset = Dataset()
  private var random: Random
  /// Size M is 100 percent.
  private let percent: Int
  private var nextKey = 1

  // Units are numbered provinces first, then districts, then communes.
  private let provinceCount = 63
  private let districtCount = 700
  private var unitCount = 0
  private var parentOfUnit: [Int] = []
  private var codes: [String] = []
  private var officialNames: [String] = []
  private var numbers: [String] = []
  /// Where each of the seven layers of documents begins, and the end. Layers 0 and 1 are the
  /// centre's, 2 and 3 provinces', 4 and 5 districts', 6 communes'.
  private var layers: [Int] = []
  private var unitOfDocument: [Int?] = []
  /// Of each province its documents.
  private var documentsOfProvince: [[Int]] = []

  init(_ size: Size) {
    percent = size == .s ? 10 : 100
    random = Random(seed: 0xAD31_7000 + UInt64(percent))
    unitCount = provinceCount + districtCount + share(11_000)
  }

  private func share(_ count: Int) -> Int { count * percent / 100 }

  private mutating func add(
    _ label: String, count: Int, columns: [(name: String, values: Column)], lookup: String? = nil,
    indexes: [[String]] = []
  ) {
    dataset.nodes.append(
      NodeTable(
        name: label.lowercased(), label: label, keyName: "gid", firstKey: nextKey, count: count,
        columns: columns, lookup: lookup, indexes: indexes))
    nextKey += count
  }

  /// - Parameter columns: made for the number of relationships that remain without duplicates.
  private mutating func relate(
    _ type: String, _ from: String, _ to: String, _ pairs: [(source: Int, target: Int)],
    limit: Int? = nil,
    columns: (inout Random, Int) -> [(name: String, values: Column)] = { _, _ in [] }
  ) {
    let ends = distinctPairs(pairs, limit: limit, &random)
    let name = type.lowercased() + (type == "HAS_FACT" ? "_\(from)" : "")
    dataset.relationships.append(
      RelationshipTable(
        name: name, type: type, from: from, to: to, sources: ends.sources, targets: ends.targets,
        columns: columns(&random, ends.sources.count)))
  }

  private func province(_ unit: Int) -> Int {
    var unit = unit
    while unit >= provinceCount { unit = parentOfUnit[unit] }
    return unit
  }

  /// Parents of `count` units, sorted; each parent has at least one where there are enough.
  private mutating func children(of parents: Range<Int>, count: Int) -> [Int] {
    (Array(parents.prefix(count))
      + (0..<max(0, count - parents.count)).map { _ in random.within(parents) }).sorted()
  }

  private var provinces: Range<Int> { 0..<provinceCount }
  private var districts: Range<Int> { provinceCount..<provinceCount + districtCount }
  private var communes: Range<Int> { districts.upperBound..<unitCount }

  /// Units and their committees. Committee 0 is the centre's, committee `i + 1` that of unit `i`.
  mutating func units() {
    parentOfUnit =
      provinces.map { _ in -1 }
      + children(of: provinces, count: districts.count)
      + children(of: districts, count: communes.count)
    let levels = (0..<unitCount).map {
      provinces.contains($0) ? 1 : districts.contains($0) ? 2 : 3
    }
    codes = (0..<unitCount).map {
      switch levels[$0] {
      case 1: "P\(String($0 + 100).dropFirst())"
      case 2: "D\(String($0 - provinceCount + 10_000).dropFirst())"
      default: "C\(String($0 - communes.lowerBound + 100_000).dropFirst())"
      }
    }
    let names = levels.map {
      ["Tỉnh", "Huyện", "Xã"][$0 - 1] + " " + random.text(2, of: placeWords)
    }
    add(
      "Unit", count: unitCount,
      columns: [
        ("code", .texts(codes)), ("name", .texts(names)), ("name_fold", .texts(names.map(folded))),
        ("level", .integers(of: levels)),
        ("population", .integers(random.integers(unitCount, 2_000..<900_000))),
      ], lookup: "code")
    let committees =
      ["Ban Chấp hành Trung ương"]
      + (0..<unitCount).map {
        ["Tỉnh ủy ", "Huyện ủy ", "Đảng ủy "][levels[$0] - 1] + names[$0]
      }
    add(
      "Committee", count: unitCount + 1,
      columns: [
        ("name", .texts(committees)), ("name_fold", .texts(committees.map(folded))),
        ("level", .integers(of: [0] + levels)),
      ])
    relate("PART_OF", "unit", "unit", (provinceCount..<unitCount).map { ($0, parentOfUnit[$0]) })
    relate("COMMITTEE_OF", "committee", "unit", (0..<unitCount).map { ($0 + 1, $0) })
    relate(
      "SUPERIOR", "committee", "committee", (0..<unitCount).map { ($0 + 1, parentOfUnit[$0] + 1) })
  }

  /// Officials with one or two posts each.
  mutating func officials() {
    let count = share(200_000)
    let families = WeightedIndexes(zipf: familyWords.count, exponent: 0.9)
    let givens = WeightedIndexes(zipf: givenWords.count, exponent: 0.3)
    officialNames = (0..<count).map { _ in
      let family = familyWords[families.draw(&random)]
      return "\(family) \(random.pick(middleWords)) \(givenWords[givens.draw(&random)])"
    }
    add(
      "Official", count: count,
      columns: [
        ("name", .texts(officialNames)), ("name_fold", .texts(officialNames.map(folded))),
        ("birth_year", .integers(random.integers(count, 1950..<2000))),
      ], indexes: [["name_fold"]])
    let committees = WeightedIndexes(
      [200]
        + (0..<unitCount).map { provinces.contains($0) ? 150 : districts.contains($0) ? 60 : 12 })
    let posts = (0..<count).flatMap { official in
      (0..<random.within(1..<3)).map { _ in (official, committees.draw(&random)) }
    }
    relate("HOLDS_POST", "official", "committee", posts) { random, count in
      let years: [Int] = random.integers(count, 1995..<2024)
      return [
        ("title", .texts((0..<count).map { _ in random.pick(titles) })),
        ("from_date", .integers(of: years.map { $0 * 10_000 + random.within(1..<13) * 100 + 1 })),
        (
          "to_date",
          .integers(
            of: years.map {
              let end = $0 + random.within(1..<11)
              return end < 2026 ? end * 10_000 + 101 : 99_991_231
            })
        ),
      ]
    }
  }

  /// Documents in seven layers; one of layer `k` concretizes one of layer `k - 1`, of a unit above
  /// where there is one.
  mutating func documents() {
    let count = share(50_000)
    var counts = [1, 3, 10, 15, 23, 23].map { count * $0 / 100 }
    counts.append(count - counts.reduce(0, +))
    layers = counts.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1) }
    documentsOfProvince = Array(repeating: [], count: provinceCount)
    var documentsOfUnit: [[Int: [Int]]] = []
    var concretized: [(source: Int, target: Int)] = []
    for layer in 0..<7 {
      documentsOfUnit.append([:])
      let top = layer > 0 ? WeightedIndexes(zipf: counts[layer - 1], exponent: 0.7) : nil
      for document in layers[layer]..<layers[layer + 1] {
        let unit = layer < 2 ? nil : random.within([provinces, districts, communes][layer / 2 - 1])
        unitOfDocument.append(unit)
        documentsOfUnit[layer][unit ?? -1, default: []].append(document)
        if layer == 2 || layer == 3, let unit { documentsOfProvince[unit].append(document) }
        guard let top else { continue }
        if layer < 3 {
          concretized.append((document, layers[layer - 1] + top.draw(&random)))
          continue
        }
        let isFirstOfItsLevel = layer == 4 || layer == 6
        let above = isFirstOfItsLevel ? unit.map { parentOfUnit[$0] } : unit
        let position = random.fraction() * random.fraction()
        if let candidates = above.flatMap({ documentsOfUnit[layer - 1][$0] }) {
          concretized.append((document, candidates[Int(position * Double(candidates.count))]))
        } else {
          concretized.append((document, layers[layer - 1] + random.below(counts[layer - 1])))
        }
      }
    }
    let levels = (0..<count).map { document in
      unitOfDocument[document].map { provinces.contains($0) ? 1 : districts.contains($0) ? 2 : 3 }
        ?? 0
    }
    numbers = (0..<count).map {
      "\($0 + 1)-\(random.pick(documentKinds))/\(["TW", "TU", "HU", "ĐU"][levels[$0]])"
    }
    add(
      "Document", count: count,
      columns: [
        ("number", .texts(numbers)),
        ("title", .texts((0..<count).map { _ in "về " + random.text(10, of: officialWords) })),
        ("level", .integers(of: levels)),
        ("issued", .integers(of: (0..<count).map { _ in random.day(2000..<2026) })),
      ], lookup: "number")
    relate("CONCRETIZES", "document", "document", concretized)
    relate(
      "ISSUED_BY", "document", "committee",
      unitOfDocument.enumerated().map { ($0.offset, ($0.element ?? -1) + 1) })
  }

  /// Districts and communes implement central documents and those of their province.
  mutating func implementations() {
    let central = WeightedIndexes(zipf: layers[2], exponent: 0.6)
    let pairs = (0..<share(375_000)).map { _ in
      let unit = random.within(random.fraction() < 0.6 ? districts : communes)
      let ofProvince = documentsOfProvince[province(unit)]
      if random.fraction() < 0.5 || ofProvince.isEmpty { return (unit, central.draw(&random)) }
      return (unit, ofProvince[Int(power(random.fraction(), 1.5) * Double(ofProvince.count))])
    }
    relate("IMPLEMENTS", "unit", "document", pairs, limit: share(300_000)) { random, count in
      [
        ("date", .integers(of: (0..<count).map { _ in random.day(2005..<2026) })),
        ("progress", .integers(random.integers(count, 0..<101))),
        ("status", .integers(random.integers(count, 0..<4))),
      ]
    }
  }

  mutating func campaigns() {
    let count = share(50_000)
    add(
      "Campaign", count: count,
      columns: [
        (
          "name", .texts((0..<count).map { _ in "Phong trào " + random.text(6, of: officialWords) })
        ),
        ("start", .integers(of: (0..<count).map { _ in random.day(2010..<2025) / 100 * 100 + 1 })),
        ("budget", .integers(random.integers(count, 10..<100_000))),
      ])
    let areas =
      [provinces] + Array(repeating: districts, count: 6) + [communes, communes, communes]
    relate(
      "RUN_IN", "campaign", "unit", (0..<count).map { ($0, random.within(random.pick(areas))) })
    let documents = WeightedIndexes(zipf: numbers.count, exponent: 0.5)
    relate("UNDER", "campaign", "document", (0..<count).map { ($0, documents.draw(&random)) })
  }

  /// Facts about units, officials, documents and campaigns, each with one to four citations.
  mutating func facts() {
    let count = share(400_000)
    let paragraphCount = share(100_000)
    add(
      "Fact", count: count,
      columns: [
        ("pred", .texts((0..<count).map { _ in random.pick(predicates) })),
        ("value", .texts((0..<count).map { _ in random.text(4, of: officialWords) })),
        ("date", .integers(of: (0..<count).map { _ in random.day(2000..<2026) })),
      ])
    add(
      "Para", count: paragraphCount,
      columns: [
        ("text", .texts((0..<paragraphCount).map { _ in random.text(30, of: officialWords) })),
        ("page", .integers(random.integers(paragraphCount, 1..<400))),
      ])
    let kinds = ["unit", "official", "document", "campaign"]
    let kindOfFact = WeightedIndexes([25, 40, 25, 10])
    var factsOfKind: [[Int]] = [[], [], [], []]
    for fact in 0..<count { factsOfKind[kindOfFact.draw(&random)].append(fact) }
    for (kind, facts) in zip(kinds, factsOfKind) {
      // Some have many facts: which ones, a permutation says.
      let subjects = dataset.nodeTable(kind).count
      var permutation = Array(0..<subjects)
      for index in permutation.indices {
        permutation.swapAt(index, index + random.below(subjects - index))
      }
      let weights = WeightedIndexes(zipf: subjects, exponent: 0.5)
      relate("HAS_FACT", kind, "fact", facts.map { (permutation[weights.draw(&random)], $0) })
    }
    let citations = (0..<count).flatMap { fact in
      (0..<random.within(1..<5)).map { _ in (fact, random.below(paragraphCount)) }
    }
    relate("CITES", "fact", "para", citations) { random, count in
      [("pos", .integers(random.integers(count, 0..<5_000)))]
    }
    relate(
      "PARA_OF", "para", "document",
      (0..<paragraphCount).map { ($0, random.below(numbers.count)) })
  }

  mutating func arguments() {
    func number(_ range: Range<Int>) -> Scalar { .text(numbers[random.within(range)]) }
    let central = 0..<layers[2]
    dataset.arguments["impl"] = (0..<500).map { _ in ["n": number(central)] }
    dataset.arguments["chain_down"] = (0..<500).map { _ in ["n": number(central)] }
    dataset.arguments["chain_up"] = (0..<2_000).map { _ in
      ["n": number(layers[5]..<numbers.count)]
    }
    dataset.arguments["officials_at"] = (0..<2_000).map { _ in
      [
        "c": .text(codes[random.within(districts)]),
        "d": .integer(random.within(2000..<2026) * 10_000 + 615),
      ]
    }
    let often = 0..<min(60, layers[1])
    dataset.arguments["impl_both"] = (0..<100).compactMap { _ in
      let pair = (number(often), number(often))
      return pair.0 == pair.1 ? nil : ["x": pair.0, "y": pair.1]
    }
    let officials = dataset.nodeTable("official")
    dataset.arguments["spath"] = (0..<200).compactMap { _ in
      let pair = (random.below(officials.count), random.below(officials.count))
      return pair.0 == pair.1
        ? nil : ["a": .integer(officials.key(pair.0)), "b": .integer(officials.key(pair.1))]
    }
    dataset.arguments["name_prefix"] = (0..<2_000).map { _ in
      let prefix = String(folded(random.pick(officialNames)).dropLast())
      // What sorts after all names with that prefix: engines without prefix search ask by range.
      return ["p": .text(prefix), "after": .text(prefix + "~")]
    }
    dataset.arguments["name_eq"] = (0..<2_000).map { _ in
      ["p": .text(folded(random.pick(officialNames)))]
    }
    let subjects = { [relationships = dataset.relationships] (table: String) in
      relationships.first { $0.name == table }?.sources ?? []
    }
    dataset.arguments["facts_official"] = (0..<2_000).map { _ in
      ["g": .integer(officials.key(random.pick(subjects("has_fact_official"))))]
    }
    dataset.arguments["facts_unit"] = (0..<1_000).map { _ in
      ["g": .text(codes[Int(random.pick(subjects("has_fact_unit")))])]
    }
  }
}

private func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }

/// Without marks and in lower case, as people type.
private func folded(_ text: String) -> String {
  text.split(separator: " ").map { foldedWords[String($0)] ?? $0.lowercased() }
    .joined(separator: " ")
}

/// Every Vietnamese word of this file, folded.
private let foldedWords: [String: String] = {
  let vocabulary =
    placeWords + familyWords + middleWords + givenWords
    + words("Tỉnh Huyện Xã ủy Đảng Ban Chấp hành Trung ương")
  var folded: [String: String] = [:]
  for word in vocabulary {
    folded[word] = word.replacing("đ", with: "d").replacing("Đ", with: "D")
      .folding(options: .diacriticInsensitive, locale: nil).lowercased()
  }
  return folded
}()

private let placeWords = words(
  "Đông Tây Nam Bắc Hòa Bình Sơn Thủy Long Phú Tân Thạch An Vĩnh Hưng Yên Mỹ Châu Lộc Phước Kim")
private let familyWords = words(
  "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Mai Trịnh Lương")
private let middleWords = words(
  "Văn Thị Hữu Đức Minh Quang Ngọc Thanh Xuân Công Đình Bá Như Kim Thu Hồng Anh Quốc Trọng Phương")
private let givenWords = words(
  """
  Hùng Dũng Tuấn Lan Hương Hà Sơn Thủy Bình Hải Nam Phúc Lộc Thọ Đạt Khánh Linh Mai Nga Oanh \
  Phượng Quyên Thảo Trang Uyên Vân Yến Ánh Đào Hạnh Nhung Tâm Toàn Trung Việt Vinh Cường Chiến Thắng Lợi \
  Huệ Cúc Trúc Ngân Kiên Long Lâm Tùng Bách Phong
  """)
private let officialWords = words(
  """
  xây dựng nông thôn mới phát triển kinh tế xã hội giảm nghèo bền vững cải cách hành chính chuyển \
  đổi số phòng chống công tác cán bộ đảng viên tổ chức cơ sở nâng cao chất lượng giáo dục y tế môi \
  trường dân vận tuyên truyền kiểm tra giám sát nghị quyết chỉ thị kế hoạch triển khai kết quả
  """)
private let titles = [
  "Bí thư", "Phó Bí thư", "Ủy viên Thường vụ", "Ủy viên", "Trưởng ban Tổ chức",
  "Trưởng ban Tuyên giáo", "Chủ nhiệm Ủy ban Kiểm tra", "Chánh Văn phòng",
]
private let documentKinds = ["NQ", "CT", "KH", "CTr", "HD", "QĐ"]
private let predicates = [
  "sinh quán", "chức vụ", "kết quả", "chỉ tiêu", "ngân sách", "ngày ban hành", "đơn vị phối hợp",
  "khen thưởng", "kỷ luật", "tiến độ",
]
