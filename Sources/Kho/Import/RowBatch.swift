/// Rows on their way from the thread that reads files to the one that adds to the store.
internal import CypherEngine
internal import GraphStorage

/// Rows of one file that follow each other.
struct RowBatch: Sendable {
  var file: String
  /// Of all files of the table, as far as they were read.
  var bytesRead = 0
  /// The line of each row.
  var lines: [Int] = []
  /// The number of each row's set of labels, or of its type.
  var sets: [Int] = []
  /// Properties, and of relationships the ends. Of rows with a fault, anything.
  var rows = BulkRelationships()
  /// Of nodes.
  var ids: [NodeIDs.Key?] = []
  /// What is wrong with rows, in their order.
  var faults: [(row: Int, error: KhoError)] = []
  /// What ends the import, behind the rows.
  var failure: KhoError?
  /// Names that the rows' numbers stand for.
  var names = RowNames()

  init(_ file: String) { self.file = file }

  /// Adds a row that can be added to the store, as far as it was looked at.
  mutating func append(
    line: Int, set: Int, id: NodeIDs.Key? = nil, from source: NodeID = .none,
    to target: NodeID = .none, properties: Range<Int>
  ) {
    lines.append(line)
    sets.append(set)
    ids.append(id)
    rows.rows.append(.init(.init(0), from: source, to: target, properties: properties))
  }

  mutating func append(line: Int, fault: KhoError) {
    faults.append((lines.count, fault))
    append(line: line, set: 0, properties: 0..<0)
  }
}

/// Names that rows of a table refer to by number, in the order in which they were met.
struct RowNames: Sendable {
  /// Of properties.
  private(set) var keys: [String] = []
  /// Sets of labels; or types, each alone.
  private(set) var sets: [[String]] = []
  private var numbersOfKeys: [String: UInt16] = [:]
  private var numbersOfSets: [[String]: Int] = [:]

  init() {}

  mutating func key(_ name: String) throws(KhoError) -> PropertyKeyID {
    if let known = numbersOfKeys[name] { return PropertyKeyID(known) }
    guard let number = UInt16(exactly: keys.count) else {
      throw KhoError(
        .limitExceeded, "TooManyNames", "expected at most \(keys.count) properties in a table")
    }
    keys.append(name)
    numbersOfKeys[name] = number
    return PropertyKeyID(number)
  }

  /// - Parameter key: what `names` are made of.
  mutating func set(_ key: [String], _ names: @autoclosure () -> [String]) -> Int {
    if let known = numbersOfSets[key] { return known }
    sets.append(names())
    numbersOfSets[key] = sets.count - 1
    return sets.count - 1
  }
}

/// A table of rows in one format, in one file or several. Made on one thread and read on another.
protocol ImportTable: AnyObject, Sendable {
  /// Of nodes, where their IDs are known.
  var space: NodeIDs? { get }
  /// Those known so far; not asked while another thread reads.
  var names: RowNames { get }
  /// The next rows, which may be none; nil behind the last file.
  /// - Parameter rowCount: the most rows.
  func read(_ rowCount: Int) -> RowBatch?
}

/// The files of a table, one after the other.
struct TableFiles {
  private(set) var file: InputFile
  private var rest: ArraySlice<String>
  private var bytesBefore = 0

  init(_ files: [String]) throws(KhoError) {
    guard let first = files.first else {
      throw KhoError(.argumentError, "NoFiles", "expected a file to import, found none")
    }
    file = try InputFile(first)
    rest = files.dropFirst()
  }

  var bytesRead: Int { bytesBefore + file.position }

  /// Whether there is one more.
  mutating func next() throws(KhoError) -> Bool {
    guard let next = rest.popFirst() else { return false }
    bytesBefore += file.position
    file = try InputFile(next)
    return true
  }
}
