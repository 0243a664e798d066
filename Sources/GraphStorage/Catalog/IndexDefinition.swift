/// What an index or constraint is about.
package import GraphModel
internal import LMDB

package struct IndexDefinition: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    case index, unique, exists, key
    case type(String)
  }
  package var id: UInt32
  package var name: String
  package var entity: EntityKind
  package var keys: [PropertyKeyID]
  /// Only `.index`, `.unique` and `.key` have entries to seek.
  package var kind: Kind
  package init(id: UInt32, name: String, entity: EntityKind, keys: [PropertyKeyID], kind: Kind) {
    self.id = id
    self.name = name
    self.entity = entity
    self.keys = keys
    self.kind = kind
  }
  package var isSeekable: Bool {
    switch kind {
    case .index, .unique, .key: true
    case .exists, .type: false
    }
  }

  var isUnique: Bool {
    switch kind {
    case .unique, .key: true
    case .index, .exists, .type: false
    }
  }
  /// The name of the type that values must have, where the value has another.
  func expectedType(insteadOf value: Value) -> String? {
    guard case .type(let name) = kind, !value.isNull, value.typeName != name,
      ValueType(name)?.contains(value) != true
    else { return nil }
    return name
  }
  /// Whether every entity must have all keys.
  var isMandatory: Bool { kind == .exists || kind == .key }
}

extension IndexDefinition {
  /// `u8 kind | u8 entity (0 node, 1 relationship) | u16 label or type | u8 keyCount | u16 key …`,
  /// then the type's name and the index's name, as strings in values.
  var encoded: [UInt8] {
    var bytes: [UInt8] = []
    var typeName = ""
    switch kind {
    case .index: bytes.append(0)
    case .unique: bytes.append(1)
    case .exists: bytes.append(2)
    case .key: bytes.append(3)
    case .type(let name):
      bytes.append(4)
      typeName = name
    }
    switch entity {
    case .node(let label):
      bytes.append(0)
      bytes.append(littleEndian: label.rawValue)
    case .relationship(let type):
      bytes.append(1)
      bytes.append(littleEndian: type.rawValue)
    }
    bytes.append(UInt8(truncatingIfNeeded: keys.count))
    for key in keys { bytes.append(littleEndian: key.rawValue) }
    bytes.append(string: typeName)
    bytes.append(string: name)
    return bytes
  }

  init(id: UInt32, decoding bytes: Bytes) throws(KhoError) {
    let keyCount = Int(bytes.u8(4))
    var strings = ValueDecoder(bytes[5 + 2 * keyCount, bytes.count])
    let typeName = try strings.string()
    let name = try strings.string()
    let kind: Kind
    switch bytes.u8(0) {
    case 0: kind = .index
    case 1: kind = .unique
    case 2: kind = .exists
    case 3: kind = .key
    case 4: kind = .type(typeName)
    default: throw .corrupted("an unknown kind of index")
    }
    self.init(
      id: id, name: name,
      entity: bytes.u8(1) == 0
        ? .node(LabelID(bytes.u16(2))) : .relationship(RelationshipTypeID(bytes.u16(2))),
      keys: (0..<keyCount).map { PropertyKeyID(bytes.u16(5 + 2 * $0)) }, kind: kind)
  }
}
