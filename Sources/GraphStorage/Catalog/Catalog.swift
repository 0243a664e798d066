/// Names of labels, relationship types and property keys, and the definitions of indexes, in
/// memory.
internal import GraphModel
internal import LMDB

/// One version of the names and definitions, shared by transactions. A write transaction changes a
/// copy of its own.
final class Catalog: @unchecked Sendable {
  /// Names of one kind; the id of a name is its place.
  struct Names {
    private(set) var all: [String] = []
    private var ids: [String: UInt16] = [:]

    subscript(_ id: UInt16) -> String { Int(id) < all.count ? all[Int(id)] : "" }
    func id(of name: String) -> UInt16? { ids[name] }
    mutating func append(_ name: String) {
      ids[name] = UInt16(truncatingIfNeeded: all.count)
      all.append(name)
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
  private(set) var indexesByLabel: [LabelID: [IndexDefinition]] = [:]
  private(set) var indexesByType: [RelationshipTypeID: [IndexDefinition]] = [:]

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
    try transaction.withCursor(table, convert: KhoError.init) { (cursor) throws(KhoError) in
      while try storage({ () throws(LMDBError) in try cursor.next() }) {
        let id = cursor.integerKey & 0xFFFF_FFFF
        let names: ReferenceWritableKeyPath<Catalog, Names>
        switch Kind(rawValue: cursor.integerKey >> 32) {
        case .label: names = \.labels
        case .relationshipType: names = \.types
        case .propertyKey: names = \.keys
        case .index:
          definitions.append(try IndexDefinition(id: UInt32(id), decoding: cursor.value))
          continue
        case nil: throw KhoError.corrupted("an unknown kind of name")
        }
        guard id == self[keyPath: names].all.count, id < Catalog.largestCount else {
          throw KhoError.corrupted("names out of order")
        }
        self[keyPath: names].append(cursor.value.text)
      }
    }
    setIndexes(definitions)
  }

  func setIndexes(_ definitions: [IndexDefinition]) {
    indexes = definitions
    indexesByLabel = [:]
    indexesByType = [:]
    for definition in definitions {
      switch definition.entity {
      case .node(let label): indexesByLabel[label, default: []].append(definition)
      case .relationship(let type): indexesByType[type, default: []].append(definition)
      }
    }
  }
}
