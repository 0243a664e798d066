/// The social graph of the known Kùzu study: persons who follow each other, where they live and
/// what they like, with a few persons whom very many follow.

extension Dataset {
  /// 10 thousand (S) or 100 thousand persons (M); 2.4 million FOLLOWS in size M.
  static func socialGraph(_ size: Size) -> Dataset {
    let personCount = size == .s ? 10_000 : 100_000
    var random = Random(seed: 0x50C1_A100 + UInt64(personCount))
    var dataset = Dataset()

    let isFemale = (0..<personCount).map { _ in random.below(2) == 1 }
    dataset.nodes.append(
      NodeTable(
        name: "person", label: "Person", keyName: "id", firstKey: 1, count: personCount,
        columns: [
          (
            "name",
            .texts(
              isFemale.map { isFemale in
                random.pick(isFemale ? womensNames : mensNames) + " " + random.pick(familyNames)
              })
          ),
          ("gender", .texts(isFemale.map { $0 ? "female" : "male" })),
          (
            "birthday",
            .texts(
              (0..<personCount).map { _ in
                let day = String(random.day(1970..<2001))
                return "\(day.prefix(4))-\(day.dropFirst(4).prefix(2))-\(day.suffix(2))"
              })
          ),
          ("age", .integers(random.integers(personCount, 25..<56))),
          ("isMarried", .integers(random.integers(personCount, 0..<2))),
        ]))

    // As many places as in the study: people live in 64 big cities of 7,117.
    let countries = ["Canada", "United Kingdom", "United States"]
    let stateCounts = [13, 209, 51]
    let countryOfState = stateCounts.indices.flatMap {
      Array(repeating: $0, count: stateCounts[$0])
    }
    let cityCount = 7_117
    let shares = [0.10, 0.15, 0.75]
    let states = WeightedIndexes(
      countryOfState.map { shares[$0] / Double(stateCounts[$0]) })
    let stateOfCity =
      (Array(countryOfState.indices)
      + (countryOfState.count..<cityCount).map { _ in states.draw(&random) }).sorted()
    var bigCities: Set<Int> = []
    while bigCities.count < 64 { bigCities.insert(random.below(cityCount)) }
    let london =
      bigCities.sorted().first { countryOfState[stateOfCity[$0]] == 1 }
      ?? stateOfCity.firstIndex { countryOfState[$0] == 1 } ?? 0
    bigCities.insert(london)
    func countryName(_ city: Int) -> String { countries[countryOfState[stateOfCity[city]]] }
    func stateName(_ state: Int) -> String { "State \(String(state + 1000).dropFirst())" }
    dataset.nodes.append(
      NodeTable(
        name: "city", label: "City", keyName: "id", firstKey: 1, count: cityCount,
        columns: [
          (
            "city",
            .texts(
              (0..<cityCount).map { city in
                let name = random.pick(placeBeginnings) + random.pick(placeEndings)
                return city == london ? "London" : name
              })
          ),
          ("state", .texts(stateOfCity.map(stateName))),
          ("country", .texts((0..<cityCount).map(countryName))),
          ("lat", .reals((0..<cityCount).map { _ in 25 + 35 * random.fraction() })),
          ("lng", .reals((0..<cityCount).map { _ in -125 + 127 * random.fraction() })),
          (
            "population",
            .integers(
              of: (0..<cityCount).map { city in
                bigCities.contains(city)
                  ? random.within(1_000_000..<18_000_000) : random.within(500..<1_000_000)
              })
          ),
        ], indexes: [["country", "city"]]))
    dataset.nodes.append(
      NodeTable(
        name: "state", label: "State", keyName: "id", firstKey: 1, count: countryOfState.count,
        columns: [
          ("state", .texts(countryOfState.indices.map(stateName))),
          ("country", .texts(countryOfState.map { countries[$0] })),
        ]))
    dataset.nodes.append(
      NodeTable(
        name: "country", label: "Country", keyName: "id", firstKey: 1, count: 3,
        columns: [("country", .texts(countries))]))
    dataset.nodes.append(
      NodeTable(
        name: "interest", label: "Interest", keyName: "id", firstKey: 1, count: interests.count,
        columns: [("interest", .texts(interests))]))

    func relate(
      _ type: String, _ from: String, _ to: String, _ pairs: [(source: Int, target: Int)]
    ) {
      let ends = distinctPairs(pairs, &random)
      dataset.relationships.append(
        RelationshipTable(
          name: type.lowercased(), type: type, from: from, to: to, sources: ends.sources,
          targets: ends.targets))
    }
    // Ten for each person at random, and one person of 200 whom 0.5 to 5 % of all follow.
    var follows = (0..<personCount * 10).map { _ in
      (source: random.below(personCount), target: random.below(personCount))
    }
    for _ in 0..<personCount / 200 {
      let star = random.below(personCount)
      for _ in 0..<random.within(personCount / 200..<personCount / 20) {
        follows.append((random.below(personCount), star))
      }
    }
    relate("FOLLOWS", "person", "person", follows.filter { $0.source != $0.target })
    let homes = bigCities.sorted()
    relate("LIVES_IN", "person", "city", (0..<personCount).map { ($0, random.pick(homes)) })
    relate(
      "HAS_INTEREST", "person", "interest",
      (0..<personCount).flatMap { person in
        (0..<random.within(1..<5)).map { _ in (person, random.below(interests.count)) }
      })
    relate("CITY_IN", "city", "state", stateOfCity.enumerated().map { ($0.offset, $0.element) })
    relate(
      "STATE_IN", "state", "country", countryOfState.enumerated().map { ($0.offset, $0.element) })

    dataset.arguments = [
      "q3": [["country": .text("United States")]],
      "q4": [["lo": .integer(30), "hi": .integer(40)]],
      "q5": [
        [
          "gender": .text("male"), "city": .text("London"), "country": .text("United Kingdom"),
          "interest": .text("fine dining"),
        ]
      ],
      "q6": [["gender": .text("female"), "interest": .text("tennis")]],
      "q7": [
        [
          "country": .text("United States"), "lo": .integer(26), "hi": .integer(30),
          "interest": .text("photography"),
        ]
      ],
      "q9": [["a1": .integer(50), "a2": .integer(25)]],
    ]
    let persons = random.integers(20_000, 1..<personCount + 1).map { ["id": Scalar.integer($0)] }
    for question in ["is1", "is3"] { dataset.arguments[question] = persons }
    return dataset
  }
}

private func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
private let womensNames = words("Ada Anna Beth Clara Diana Emma Fiona Grace Helen Iris Julia Kate")
private let mensNames = words("Adam Ben Carl David Eric Frank George Henry Ian Jack Karl Leo")
let familyNames = words(
  "Adams Baker Clark Davis Evans Fisher Green Harris Irving Jones King Lewis Moore Nelson Owens")
private let placeBeginnings = words("Ash Bel Cor Dun Elm Fair Glen Hol Ing Kel Lan Mor Nor Oak Pen")
private let placeEndings = words("ton ville bury field ford port mouth dale wood bridge ham ley")
private let interests =
  words(
    """
    Anime Badminton Biking Camping Chess Coffee Cooking Cricket Dancing Drawing Fishing Football \
    Gardening Golf Hiking History Hockey Jazz Judo Karaoke Knitting Languages Movies Museums Music \
    Origami Painting Photography Poetry Politics Pottery Reading Rowing Rugby Running Sailing \
    Skiing Tennis Travel Wine
    """) + ["Fine Dining"]
