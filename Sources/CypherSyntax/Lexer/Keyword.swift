/// The words with a meaning in the grammar, in alphabetical order, in which they are looked for.
/// None is reserved: each may be a name wherever the grammar has room for one.
enum Keyword: String, CaseIterable {
  case all, allShortestPaths, and, any, `as`, asc, ascending, assert, both, by, call, `case`
  case collect, constraint, constraints, contains, count, create, csv, cypher, delete, desc
  case descending, detach, distinct, drop, `else`, end, ends, exists, explain, `false`
  case fieldTerminator, `for`, foreach, from, functions, group, groups, headers, `if`, `in`, index
  case indexes, inf, infinity, `is`, key, keys, labels, leading, limit, load, match, merge, nan
  case nfc, nfd, nfkc, nfkd, node, none, normalized, not, null, offset, on, optional, or, order
  case path, paths, procedures, profile, property, range, reduce, relationship, remove, require
  case `return`, set, shortest, shortestPath, show, single, skip, starts, then, trailing
  case transactions, trim, `true`, typed, types, union, unique, unwind, when, `where`, with, xor
  case yield

  /// The word as it is usually written: in capitals.
  var spelling: String { rawValue.uppercased() }

  /// The keyword written as `bytes`, in whatever case.
  init?(_ bytes: ArraySlice<UInt8>) {
    guard let word = Keyword.packed(bytes) else { return nil }
    let table = Keyword.table
    var (low, high) = (0, table.count)
    while low < high {
      let middle = (low + high) / 2
      if table[middle].word < word { low = middle + 1 } else { high = middle }
    }
    guard low < table.count, table[low].word == word else { return nil }
    self = table[low].keyword
  }

  init?(_ text: String) { self.init(Array(text.utf8)[...]) }

  private static let table: [(word: UInt128, keyword: Keyword)] = allCases.map { keyword in
    (packed(keyword.rawValue.utf8) ?? 0, keyword)
  }

  /// Up to sixteen ASCII letters in lower case, the first in the highest byte, so that numbers
  /// sort as words do.
  private static func packed(_ bytes: some Collection<UInt8>) -> UInt128? {
    guard bytes.count <= 16 else { return nil }
    var word: UInt128 = 0
    var shift: UInt128 = 120
    for byte in bytes {
      let letter = byte | 0x20
      guard letter >= 0x61, letter <= 0x7A else { return nil }
      word |= UInt128(letter) << shift
      shift &-= 8
    }
    return word
  }
}

extension Keyword {
  /// Words that open a clause. An array, which nobody fills and hashes at the start of a process.
  static let clauseStarts: [Keyword] = [
    .match, .optional, .unwind, .with, .return, .create, .merge, .set, .remove, .delete, .detach,
    .call, .foreach, .load,
  ]

  /// Words that go on with a query where an expression, pattern or clause has come to its end.
  static let continuations: Set<Keyword> = Set(clauseStarts).union([
    .where, .order, .skip, .offset, .limit, .union, .yield, .as, .on, .and, .or, .xor, .in, .starts,
    .ends, .contains, .is, .asc, .desc, .when, .then, .else, .end,
  ])

  /// Words that the printer puts in back quotes where they are variables: they would be taken for
  /// keywords.
  static let ambiguousNames: Set<Keyword> = continuations.union([
    .true, .false, .null, .nan, .inf, .infinity, .case, .not, .exists, .count, .collect, .distinct,
    .all,
  ])

  /// The same where they are functions.
  static let ambiguousFunctions: Set<Keyword> = ambiguousNames.subtracting([
    .exists, .count, .collect,
  ]).union([.any, .none, .single, .reduce, .shortestPath, .allShortestPaths])

  /// Words that can only come after an operand: a word before one of them is a name.
  static let infixWords: Set<Keyword> = [
    .as, .and, .or, .xor, .in, .is, .starts, .ends, .contains,
  ]
}
