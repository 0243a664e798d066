/// Names of labels, relationship types and property keys, and the definitions of indexes, in
/// memory.
internal import GraphModel
internal import LMDB

/// One version of the names and definitions, shared by transactions. A write transaction changes a
/// copy of its own.
final class Catalog: @unchecked Sendable {
  /// Names of one kind; the id of a name is its place.
  struct Names {
    private(set) var all: [String]
    /// Ids in the order of their names. No dictionary: a process that asks one question would take
    /// longer to make the first of a type than for all else here.
    private var sorted: [UInt16]

    init(_ all: [String] = []) {
      self.all = all
      sorted = all.indices.map { UInt16(truncatingIfNeeded: $0) }
      sorted.sort { all[Int($0)] < all[Int($1)] }
    }

    subscript(_ id: UInt16) -> String { Int(id) < all.count ? all[Int(id)] : "" }

    /// O(log names).
    func id(of name: String) -> UInt16? {
      let place = place(of: name)
      return place < sorted.count && self[sorted[place]] == name ? sorted[place] : nil
    }

    mutating func append(_ name: String) {
      sorted.insert(UInt16(truncatingIfNeeded: all.count), at: place(of: name))
      all.append(name)
    }

    /// Where the first name not before `name` stands in the order.
    private func place(of name: String) -> Int {
      var (low, high) = (0, sorted.count)
      while low < high {
        let middle = (low + high) / 2
        if self[sorted[middle]] < name { low = middle + 1 } else { high = middle }
      }
      return low
    }
  }

  /// Definitions by the id of the label or type that they concern.
  struct Definitions {
    private var lists: [[IndexDefinition]] = []

    var isEmpty: Bool { lists.isEmpty }
    subscript(_ id: UInt16) -> [IndexDefinition] { Int(id) < lists.count ? lists[Int(id)] : [] }

    fileprivate mutating func append(_ definition: IndexDefinition, _ id: UInt16) {
      while lists.count <= Int(id) { lists.append([]) }
      lists[Int(id)].append(definition)
    }
  }

  /// Kinds of records in table `token`; the record's key is kind << 32 | id.
  enum Kind: UInt64, CaseIterable {
    case label = 0
    case relationshipType, propertyKey, index
  }

  var version: UInt64 = 0
  var labels = Names()
  var types = Names()
  var keys = Names()
  private(set) var indexes: [IndexDefinition] = []
  /// The definitions that concern an entity, so that a write finds them at once.
  private(set) var indexesByLabel = Definitions()
  private(set) var indexesByType = Definitions()

  /// Names are at most this long, and at most 65,535 of a kind: ids are 16 bits and the last means
  /// "any".
  static let longestNameInBytes = 1_000
  static let largestCount = 65_535

  static func key(_ kind: Kind, _ id: some BinaryInteger) -> UInt64 {
    kind.rawValue << 32 | UInt64(truncatingIfNeeded: id)
  }

  init() {}

  init(copying other: Catalog) {
    version = other.version
    labels = other.labels
    types = other.types
    keys = other.keys
    indexes = other.indexes
    indexesByLabel = other.indexesByLabel
    indexesByType = other.indexesByType
  }

  /// Reads the table `token`. O(names).
  init(version: UInt64, from transaction: ReadTransaction, _ table: Table) throws(KhoError) {
    self.version = version
    var definitions: [IndexDefinition] = []
    var (labels, types, keys) = ([String](), [String](), [String]())
    try transaction.withCursor(table, convert: KhoError.init) { (cursor) throws(KhoError) in
      while try storage({ () throws(LMDBError) in try cursor.next() }) {
        let id = cursor.integerKey & 0xFFFF_FFFF
        func add(to names: inout [String]) throws(KhoError) {
          guard id == names.count, id < Catalog.largestCount else {
            throw KhoError.corrupted("names out of order")
          }
          names.append(cursor.value.text)
        }
        switch Kind(rawValue: cursor.integerKey >> 32) {
        case .label: try add(to: &labels)
        case .relationshipType: try add(to: &types)
        case .propertyKey: try add(to: &keys)
        case .index:
          definitions.append(try IndexDefinition(id: UInt32(id), decoding: cursor.value))
        case nil: throw KhoError.corrupted("an unknown kind of name")
        }
      }
    }
    (self.labels, self.types, self.keys) = (Names(labels), Names(types), Names(keys))
    setIndexes(definitions)
  }

  func setIndexes(_ definitions: [IndexDefinition]) {
    indexes = definitions
    indexesByLabel = Definitions()
    indexesByType = Definitions()
    for definition in definitions {
      switch definition.entity {
      case .node(let label): indexesByLabel.append(definition, label.rawValue)
      case .relationship(let type): indexesByType.append(definition, type.rawValue)
      }
    }
  }
}
