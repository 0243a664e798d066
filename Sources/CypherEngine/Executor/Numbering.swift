internal import GraphModel
internal import GraphStorage

/// Equal rows get equal numbers, counted from 0 in the order of first rows: what grouping and
/// DISTINCT stand on. Equal is openCypher's equivalence: null and NaN equal themselves.

/// The places of an empty hash table, to be copied when something is put there.
private let freePlaces: [Int32] = Array(repeating: -1, count: 64)
private let freeKeys: [Int64] = Array(repeating: 0, count: 64)

/// Numbers integers: a hash table with open addressing, at most half full.
struct IntegerNumbers {
  private var keys = freeKeys
  /// -1 marks a free place.
  private var numbers = freePlaces
  private(set) var count = 0

  /// O(1) on average.
  @inline(__always) mutating func number(of key: Int64) -> Int32 {
    let mask = keys.count &- 1
    var place = Self.place(of: key, mask)
    while numbers[place] >= 0 {
      if keys[place] == key { return numbers[place] }
      place = (place &+ 1) & mask
    }
    return insert(key, at: place)
  }

  @inline(__always) private static func place(of key: Int64, _ mask: Int) -> Int {
    let mixed = UInt64(bitPattern: key) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed ^ mixed >> 32) & mask
  }

  @inline(never) private mutating func insert(_ key: Int64, at place: Int) -> Int32 {
    let number = Int32(truncatingIfNeeded: count)
    keys[place] = key
    numbers[place] = number
    count += 1
    if 2 * count > keys.count { grow() }
    return number
  }

  private mutating func grow() {
    let (oldKeys, oldNumbers) = (keys, numbers)
    let mask = 2 * oldKeys.count - 1
    keys = Array(repeating: 0, count: mask + 1)
    numbers = Array(repeating: -1, count: mask + 1)
    for (key, number) in zip(oldKeys, oldNumbers) where number >= 0 {
      var place = Self.place(of: key, mask)
      while numbers[place] >= 0 { place = (place &+ 1) & mask }
      keys[place] = key
      numbers[place] = number
    }
  }
}

/// Numbers texts: a hash table with open addressing, at most half full, that hashes each text once.
struct TextNumbers {
  private var texts = TextVector()
  private var hashes: [UInt64] = []
  /// -1 marks a free place.
  private var places = freePlaces

  /// Nil for a new text that has no place. O(size of the text) on average.
  @inline(__always) mutating func number(of text: Span<UInt8>) -> Int32? {
    let hash = text.codePointHash
    var place = place(of: hash)
    while places[place] >= 0 {
      let number = Int(places[place])
      if hashes[number] == hash, texts.withUTF8(number, { $0.isIdentical(to: text) }) {
        return places[place]
      }
      place = (place &+ 1) & (places.count &- 1)
    }
    return insert(text, hash, at: place)
  }

  @inline(never)
  private mutating func insert(_ text: Span<UInt8>, _ hash: UInt64, at place: Int) -> Int32? {
    if hashes.isEmpty {
      texts.reserve(16)
      hashes.reserveCapacity(16)
    }
    guard texts.append(text) else { return nil }
    let number = Int32(truncatingIfNeeded: hashes.count)
    places[place] = number
    hashes.append(hash)
    if 2 * hashes.count > places.count { grow() }
    return number
  }

  private func place(of hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash) & (places.count &- 1)
  }

  private mutating func grow() {
    places = Array(repeating: -1, count: 2 * places.count)
    for (number, hash) in hashes.enumerated() {
      var place = place(of: hash)
      while places[place] >= 0 { place = (place &+ 1) & (places.count &- 1) }
      places[place] = Int32(truncatingIfNeeded: number)
    }
  }
}

/// A number by node, in pages of an array: ids are dense, and a look-up costs no hash.
struct NodeNumbers {
  private static let pageBits: UInt32 = 10
  /// The number of the first page.
  private var first = 0
  private var pages: [[Int32]] = []

  /// Nil where the node has none yet.
  @inline(__always) subscript(_ node: NodeID) -> Int32? {
    get {
      let page = Int(node.rawValue >> Self.pageBits) &- first
      guard page >= 0, page < pages.count, !pages[page].isEmpty else { return nil }
      let number = pages[page][Int(node.rawValue & (1 << Self.pageBits - 1))]
      return number < 0 ? nil : number
    }
    set {
      var page = Int(node.rawValue >> Self.pageBits) &- first
      if page < 0 || page >= pages.count || pages[page].isEmpty {
        page = addPage(page &+ first)
      }
      pages[page][Int(node.rawValue & (1 << Self.pageBits - 1))] = newValue ?? -1
    }
  }

  /// Makes the page of a number. Returns where it is.
  private mutating func addPage(_ number: Int) -> Int {
    if pages.isEmpty { first = number }
    if number < first {
      pages.insert(contentsOf: repeatElement([], count: first - number), at: 0)
      first = number
    }
    let page = number - first
    if page >= pages.count {
      pages.append(contentsOf: repeatElement([], count: page + 1 - pages.count))
    }
    pages[page] = Array(repeating: -1, count: 1 << Int(Self.pageBits))
    return page
  }
}

/// Numbers the values of one column.
struct ColumnNumbers {
  private(set) var count = 0
  private var byNode = NodeNumbers()
  /// By integer, of small ones.
  private static let smallCount = 512
  private var small: [Int32] = []
  /// From the own numbers of other integers to those of all values.
  private var integers = IntegerNumbers()
  private var byInteger: [Int32] = []
  private var texts = TextNumbers()
  private var byText: [Int32] = []
  private var byValue: [EquivalentValue: Int32] = [:]
  /// The one text that all rows had so far, which has no other place.
  private var only: String?

  mutating func numbers(of column: Column, count rows: Int) -> [Int32] {
    if case .constant(.string(let text)) = column,
      count == 0 || only?.isIdentical(to: text) == true
    {
      (only, count) = (text, 1)
      return Array(repeating: 0, count: rows)
    }
    if let text = only {
      (only, count) = (nil, 0)
      _ = number(of: .string(text))
    }
    var numbers: [Int32] = []
    numbers.reserveCapacity(rows)
    switch column {
    case .integers(let integers):
      numbers.append(addingCapacity: rows) { append(integers, to: &$0) }
    case .nodes(let nodes): for node in nodes { numbers.append(number(of: node)) }
    case .constant(let value):
      numbers.append(contentsOf: repeatElement(number(of: value), count: rows))
    case .texts(let texts):
      for row in 0..<rows {
        let number = texts.withUTF8(row) { self.number(ofText: $0) }
        numbers.append(number ?? self.number(ofOther: .string(texts[row])))
      }
    default: for row in 0..<rows { numbers.append(number(of: column.value(at: row))) }
    }
    return numbers
  }

  /// Appends the numbers of integers: of small ones that were met before some instructions each.
  private mutating func append(_ integers: [Int64], to numbers: inout OutputSpan<Int32>) {
    var row = 0
    while row < integers.count {
      // All that are known first: to count them one by one would wait for each count.
      do {
        let (start, known) = (row, small)
        while row < integers.count {
          let integer = UInt64(bitPattern: integers[row])
          guard integer < UInt64(known.count), known[Int(integer)] >= 0 else { break }
          row &+= 1
        }
        numbers.append(count: row &- start) { known[Int(integers[start &+ $0])] }
      }
      if row < integers.count {
        numbers.append(number(of: integers[row]))
        row &+= 1
      }
    }
  }

  private mutating func number(of value: Value) -> Int32 {
    switch value {
    case .integer(let integer): return number(of: integer)
    case .node(let node): return number(of: node.id)
    case .string(let text): if let number = number(ofText: text.utf8.span) { return number }
    // A float that is an integer is equivalent to it.
    case .float(let float): if let integer = Int64(exactly: float) { return number(of: integer) }
    default: break
    }
    return number(ofOther: value)
  }

  private mutating func number(ofText text: Span<UInt8>) -> Int32? {
    guard let number = texts.number(of: text) else { return nil }
    return Self.number(of: Int(number), in: &byText, &count)
  }

  private mutating func number(ofOther value: Value) -> Int32 {
    let number = byValue[EquivalentValue(value), default: Int32(truncatingIfNeeded: count)]
    if Int(number) == count {
      byValue[EquivalentValue(value)] = number
      count += 1
    }
    return number
  }

  @inline(__always) private mutating func number(of integer: Int64) -> Int32 {
    if integer >= 0, integer < Self.smallCount {
      if small.isEmpty { small = Array(repeating: -1, count: Self.smallCount) }
      let index = Int(integer)
      if small[index] < 0 {
        small[index] = Int32(truncatingIfNeeded: count)
        count += 1
      }
      return small[index]
    }
    return Self.number(of: Int(integers.number(of: integer)), in: &byInteger, &count)
  }

  /// The number among all values of one that has the number `own` among its kind.
  @inline(__always)
  private static func number(
    of own: Int, in numbers: inout [Int32], _ count: inout Int
  ) -> Int32 {
    if own == numbers.count {
      if own == 0 { numbers.reserveCapacity(16) }
      numbers.append(Int32(truncatingIfNeeded: count))
      count += 1
    }
    return numbers[own]
  }

  @inline(__always) private mutating func number(of node: NodeID) -> Int32 {
    if node == .none { return number(of: Value.null) }
    if let known = byNode[node] { return known }
    let number = Int32(truncatingIfNeeded: count)
    byNode[node] = number
    count += 1
    return number
  }
}

/// Numbers rows by some of their columns: those of several by the numbers of pairs.
struct RowNumbers {
  private let slots: [Slot]
  private var columns: [ColumnNumbers]
  private var pairs: [PairNumbers]

  init(_ slots: [Slot]) {
    self.slots = slots
    columns = slots.map { _ in ColumnNumbers() }
    pairs = slots.dropFirst().map { _ in PairNumbers() }
  }

  /// How many different rows there were.
  var count: Int { pairs.last?.count ?? columns.last?.count ?? 1 }

  mutating func numbers(of batch: Batch) -> [Int32] {
    guard let first = slots.first else { return Array(repeating: 0, count: batch.count) }
    var numbers = columns[0].numbers(of: batch.columns[first], count: batch.count)
    var count = columns[0].count
    for index in slots.indices.dropFirst() {
      let others = columns[index].numbers(of: batch.columns[slots[index]], count: batch.count)
      pairs[index - 1].number(&numbers, of: count, others, of: columns[index].count)
      count = pairs[index - 1].count
    }
    return numbers
  }
}

/// Numbers pairs of numbers. As long as those of one side are all the same, the other side tells.
private struct PairNumbers {
  private var table = IntegerNumbers()
  /// How many numbers there were on each side.
  private var (leftCount, rightCount) = (0, 0)

  var count: Int { isTold ? max(leftCount, rightCount) : table.count }
  private var isTold: Bool { min(leftCount, rightCount) <= 1 }

  /// Replaces the left numbers by those of the pairs.
  /// - Parameters:
  ///   - leftCount: how many left numbers there are by now.
  ///   - rightCount: how many right ones.
  mutating func number(
    _ left: inout [Int32], of leftCount: Int, _ right: [Int32], of rightCount: Int
  ) {
    let before = (wasTold: isTold, left: self.leftCount, right: self.rightCount)
    (self.leftCount, self.rightCount) = (leftCount, rightCount)
    if isTold {
      if leftCount <= 1 { left = right }
      return
    }
    if before.wasTold {
      for number in 0..<before.left { _ = table.number(of: Int64(number) << 32) }
      for number in 0..<before.right { _ = table.number(of: Int64(number)) }
    }
    for row in left.indices {
      left[row] = table.number(of: Int64(left[row]) << 32 | Int64(right[row]))
    }
  }
}
