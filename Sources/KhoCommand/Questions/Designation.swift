/// The ways Vietnamese writes names of places and numbers of documents, brought to one.

/// A name's words in their shortest official form: `Chỉ thị số 05-CT/TW` is `ct 5 ct tw`, `H. Cầu
/// Ngang` is the unit `huyện` with `cầu ngang`.
struct Designation {
  /// The kind of place it opens with, folded: `huyen`, `tinh`, `thi tran` …
  var unit: String?
  /// The words after it. Kinds of document and bodies are abbreviated, `số` and leading zeros left
  /// out.
  var words: [Word]

  init(_ text: String) {
    let all = Word.words(of: text)
    words = []
    var position = 0
    while position < all.count {
      let rest = all[position...]
      let short = Self.match(Self.abbreviations, rest)
      if position == 0, let (count, unit) = Self.match(Self.units, rest), count < rest.count,
        count > short?.count ?? 0
      {
        self.unit = unit
        position += count
      } else if let (count, short) = short {
        words.append(Word(plain: short))
        position += count
      } else {
        let word = all[position]
        let next = rest.dropFirst().first
        if !(word.folded == "so" && next?.isNumber == true) { words.append(word.withoutZeros) }
        position += 1
      }
    }
  }

  /// Whether every word of this designation, as a person typed it, means the one at its place in
  /// `other`.
  func means(_ other: Designation) -> Bool {
    words.count == other.words.count && zip(words, other.words).allSatisfy { $0.means($1) }
  }

  /// Whether every word of this designation is somewhere in `other`.
  func isPart(of other: Designation) -> Bool {
    !words.isEmpty && words.allSatisfy { word in other.words.contains { word.means($0) } }
  }

  var folded: String { words.map(\.folded).joined(separator: " ") }

  /// Phrases by the first word, folded; the longest that a text begins with counts.
  private typealias Phrases = [String: [(words: [Word], meaning: String)]]

  /// The longest phrase of `phrases` that `words` begins with: how many words it has, and what it
  /// stands for.
  private static func match(
    _ phrases: Phrases, _ words: ArraySlice<Word>
  ) -> (count: Int, meaning: String)? {
    guard let first = words.first, let candidates = phrases[first.folded] else { return nil }
    let found = candidates.filter { phrase in
      phrase.words.count <= words.count && zip(words, phrase.words).allSatisfy { $0.means($1) }
    }.max { $0.words.count < $1.words.count }
    return found.map { ($0.words.count, $0.meaning) }
  }

  private static func phrases(_ table: [(String, String)]) -> Phrases {
    let entries = table.map { (words: Word.words(of: $0.0), meaning: $0.1) }
    return Dictionary(grouping: entries) { $0.words.first?.folded ?? "" }
  }

  private static let units = phrases([
    ("huyện", "huyen"), ("h", "huyen"), ("tỉnh", "tinh"), ("t", "tinh"), ("xã", "xa"), ("x", "xa"),
    ("thị trấn", "thi tran"), ("tt", "thi tran"), ("thị xã", "thi xa"), ("tx", "thi xa"),
    ("thành phố", "thanh pho"), ("tp", "thanh pho"), ("quận", "quan"), ("q", "quan"),
    ("phường", "phuong"), ("p", "phuong"),
  ])

  private static let abbreviations = phrases([
    ("chỉ thị", "ct"), ("kết luận", "kl"), ("kế hoạch", "kh"), ("nghị quyết", "nq"),
    ("hướng dẫn", "hd"), ("quy định", "qd"), ("quyết định", "qd"), ("qđ", "qd"), ("đề án", "da"),
    ("đa", "da"), ("chuyên đề", "cd"), ("cđ", "cd"), ("báo cáo", "bc"), ("thông báo", "tb"),
    ("trung ương", "tw"), ("huyện ủy", "hu"), ("tỉnh ủy", "tu"),
  ])
}

extension Word {
  fileprivate var isNumber: Bool { folded.first?.isNumber == true }

  /// This word, or if it is a number, without zeros before it.
  fileprivate var withoutZeros: Word {
    guard isNumber else { return self }
    let digits = folded.drop { $0 == "0" }
    return Word(plain: digits.isEmpty ? "0" : String(digits))
  }
}
