/// How far two words are apart, for "did you mean".

/// The number of characters to insert, delete, replace or swap with their neighbour that turn `a`
/// into `b`. O(a · b) time.
func editDistance(_ a: String, _ b: String) -> Int {
  let a = Array(a)
  let b = Array(b)
  var twoBack: [Int] = []
  var previous = Array(0...b.count)
  for row in a.indices {
    var current = [row + 1]
    for column in b.indices {
      let isSame = a[row] == b[column]
      var best = min(
        previous[column + 1] + 1, current[column] + 1, previous[column] + (isSame ? 0 : 1))
      if row > 0, column > 0, a[row] == b[column - 1], a[row - 1] == b[column] {
        best = min(best, twoBack[column - 1] + 1)
      }
      current.append(best)
    }
    (twoBack, previous) = (previous, current)
  }
  return previous[b.count]
}

/// Those of `candidates` nearest to `typed`, at most `count`, nearest first and none farther than a
/// third of it.
func nearest(to typed: String, in candidates: some Sequence<String>, count: Int = 3) -> [String] {
  let limit = max(1, typed.count / 3)
  return candidates.filter { abs($0.count - typed.count) <= limit }
    .map { (text: $0, distance: editDistance(typed, $0)) }
    .filter { $0.distance <= limit }
    .sorted { ($0.distance, $0.text) < ($1.distance, $1.text) }
    .prefix(count).map(\.text)
}
